"""``explain``: the witness behind each answer, for people and for programs."""

import json
from pathlib import Path

import pytest

import goodoffices as go
from tests.cli.cli_models import COUNCIL, council, goodoffices


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return council(tmp_path_factory.mktemp("models"))


def test_everybody_is_explained_at_the_status_quo_when_nothing_is_named(path: Path) -> None:
    said = goodoffices("explain", path).stdout
    for who in (
        "Sponsors of the draft (sponsors)",
        "Russia (russia)",
        "Syrian government (government)",
    ):
        assert f"{who} at {{trigger, vote, veto}}, the status quo" in said
    assert said.count("stable under Nash, GMR, SMR, SEQ and SSEQ") == 3


def test_one_question_gets_its_sanction_with_the_path(path: Path) -> None:
    said = goodoffices(
        "explain", path, "--dm", "sponsors", "--concept", "seq", "--state", "vote"
    ).stdout
    words = " ".join(said.split())
    assert (
        "stable under SEQ Sponsors of the draft can improve by taking trigger; but then " in words
    )
    assert "Russia can take veto, and {trigger, vote, veto} is no better for" in words
    assert "GMR" not in said


def test_the_state_may_be_written_in_several_ways(path: Path) -> None:
    number = go.load(path).states.find({"vote", "veto"})
    ways = ["vote,veto", "{vote, veto}", "veto vote", str(number)]
    said = {goodoffices("explain", path, "--state", way).stdout for way in ways}
    assert len(said) == 1
    assert "{} (no option taken)" in goodoffices("explain", path, "--state", "-").stdout


def test_json_holds_what_the_library_says(path: Path) -> None:
    analysis = go.analyse(go.load(path))
    done = goodoffices("explain", path, "--state", "vote", "--format", "json")
    printed = json.loads(done.stdout)
    assert len(printed["explanations"]) == 3 * 5
    states = {state["number"]: state["id"] for state in printed["states"]}
    for told in printed["explanations"]:
        why = analysis.explain(told["concept"], told["decision_maker"], "vote")
        assert (told["stable"], told["sentence"], told["state"]) == (
            why.stable,
            why.sentence,
            why.state,
        )
        assert [a["improvement"]["target"] for a in told["answers"]] == [
            step.target for step in why.improvements
        ]
        for answer in told["answers"]:
            for step in (answer["sanction"] or {"path": []})["path"]:
                assert {step["source"], step["target"]} <= set(states)


def test_a_conflict_without_status_quo_asks_for_a_state(tmp_path: Path) -> None:
    model = tmp_path / "m.toml"
    model.write_text(COUNCIL.replace("status_quo", "# status_quo"), encoding="utf-8")
    done = goodoffices("explain", model)
    assert done.returncode == 2
    assert "--state" in done.stderr
    assert goodoffices("explain", model, "--state", "vote").returncode == 0
    assert "names no status quo" in goodoffices("analyse", model).stdout
