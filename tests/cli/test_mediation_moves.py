"""The commands on moving together, step for step, foresight, rival readings and ambiguous clauses."""

import json
from pathlib import Path

import pytest

import goodoffices as go
from goodoffices.cli.run import run
from goodoffices.mediation import coalitions, joint_moves, sequences
from tests.cli.cli_models import goodoffices

COUNCIL = "geneva-2014/council"


def said(*args: str | Path) -> str:
    return " ".join(goodoffices(*args).stdout.split())


def test_joint_tells_gains_cheating_and_guarantees() -> None:
    words = said("joint", COUNCIL)
    assert "Russia gains `not trigger` and `not veto`" in words
    assert "Sponsors of the draft could cheat by taking trigger" in words
    assert "`trigger`, once given up, stays given up" in words
    assert "it does not say what anybody is going to do" in words


def test_joint_from_a_state_without_one_says_so() -> None:
    assert "no joint move makes all who take part better off" in said(
        "joint", COUNCIL, "--from", "vote"
    )


def test_sequence_marks_the_exposed_state_and_what_deters_there() -> None:
    words = said("sequence", COUNCIL, "--to", "vote")
    assert "{vote} [exposed]" in words
    assert "but then Russia can take veto" in words
    nash = said("sequence", COUNCIL, "--to", "vote", "--concept", "Nash")
    assert "{vote} [trust is missing]" in nash
    assert "`trigger` can be taken only if veto" in nash


def test_sequence_says_why_it_cannot_begin_with_somebody() -> None:
    words = said("sequence", COUNCIL, "--to", "vote", "--first", "russia")
    assert "No order begins with Russia" in words
    assert "Sponsors of the draft would rather stop here" in words


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("sequence", COUNCIL, "--to", "nowhere"), "nowhere"),
        (("sequence", COUNCIL, "--to", "vote", "--first", "rusia"), "did you mean 'russia'"),
        (("sequence", COUNCIL, "--to", "vote", "--concept", "SIM"), "not SIM"),
        (("coalitions", COUNCIL, "--block", "sponsors,rusia"), "did you mean 'russia'"),
        (("compare", COUNCIL, COUNCIL), "named twice"),
        (("compare", "textbook/chicken"), "second model"),
        (("clause", COUNCIL, "--reads", "a", "--reads", "b=vote"), "NAME=STATEMENT"),
        (("joint", "textbook/chicken", "--from", "nothing"), "nothing"),
    ],
)
def test_wrong_calls_end_with_2_and_say_what_to_do(args: tuple[str, ...], words: str) -> None:
    done = goodoffices(*args)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reading_that_cannot_be_read_ends_with_1_and_shows_the_place() -> None:
    done = goodoffices("clause", COUNCIL, "--reads", "a=vote and", "--reads", "b=vote")
    assert done.returncode == 1
    assert "vote and" in done.stderr


def test_json_holds_what_the_library_says(tmp_path: Path) -> None:
    analysis = go.load(COUNCIL).analyse()
    target = tmp_path / "joint.json"
    goodoffices("joint", COUNCIL, "--format", "json", "-o", target)
    printed = json.loads(target.read_text(encoding="utf-8"))
    found = joint_moves(analysis, coalitions=coalitions(analysis))
    assert printed["total"] == found.total == 1
    assert printed["joint_moves"] == json.loads(json.dumps(found.to_dict()))["joint_moves"]
    mentioned = {it["number"] for it in printed["states"]}
    assert mentioned == found.states()
    order = json.loads(goodoffices("sequence", COUNCIL, "--to", "vote", "--format", "json").stdout)
    plan = sequences(analysis, "vote").safest
    assert plan is not None
    assert [it["mover"] for it in order["safest"]["steps"]] == [it.mover for it in plan.steps]
    together = json.loads(goodoffices("coalitions", COUNCIL, "--format", "json").stdout)
    held = coalitions(analysis)
    assert together["coalitional"]["equilibria"]["CSEQ"] == list(held.equilibria("CSEQ"))
    assert len(together["structures"]) == 5
    ahead = json.loads(goodoffices("foresight", COUNCIL, "--format", "json").stdout)
    assert ahead["equilibria"]["1"] == list(analysis.equilibria("Nash"))
    assert ahead["variant"] == "L_h cautious"


def test_compare_takes_two_files_as_rival_models(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine.toml", tmp_path / "theirs.toml"
    text = goodoffices("gallery", "show", COUNCIL).stdout
    mine.write_text(text, encoding="utf-8")
    theirs.write_text(text.replace('wants = "adopted"', 'wants = "not adopted"'), encoding="utf-8")
    printed = json.loads(goodoffices("compare", mine, theirs, "--format", "json").stdout)
    assert printed["names"] == [str(mine), str(theirs)]
    assert printed["predictions"][str(mine)] != printed["predictions"][str(theirs)]


def test_two_readings_of_one_name_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    reads = ["--reads", "wide=access", "--reads", "wide=not access"]
    assert run(["clause", "geneva-2014/council", *reads]) == 2
    assert "--reads 'wide' is given twice" in capsys.readouterr().err
