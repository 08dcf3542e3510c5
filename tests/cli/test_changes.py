"""``inverse``, ``hinges`` and ``robustness``: for people and for programs, resumed and on a cluster."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import goodoffices as go
from goodoffices.mediation import hinges, inverse, robustness
from tests.cli.cli_models import council, environment, goodoffices, large

TABLE = "geneva-2014/table"
PACKAGE = "parallel,round,russia_presses"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return council(tmp_path_factory.mktemp("models"))


def data(*args: str | Path) -> dict[str, Any]:
    done = goodoffices(*args, "--format", "json")
    assert done.returncode == 0, done.stderr
    loaded = json.loads(done.stdout)
    assert isinstance(loaded, dict)
    return loaded


def words(*args: str | Path) -> str:
    done = goodoffices(*args, COLUMNS="80")
    assert done.returncode == 0, done.stderr
    assert max(map(len, done.stdout.splitlines())) <= 80
    return " ".join(done.stdout.split())


# inverse


def test_inverse_says_the_condition_the_smallest_changes_and_what_survives(path: Path) -> None:
    said = words("inverse", path, "vote", "--concept", "Nash")
    assert "{vote} is no equilibrium under Nash with preferences as they are." in said
    assert (
        "Sponsors of the draft must like {vote} at least as much as - {} (no option taken) "
        "- {trigger} - {trigger, vote}" in said
    )
    assert "The order of two pairs of states will do; it is proved" in said
    assert "turns `adopted and trigger` into its opposite" in said
    assert "Other equilibria that stay: {trigger, vote, veto}." in said


def test_inverse_says_where_a_result_is_a_bound_only() -> None:
    said = words("inverse", TABLE, PACKAGE)
    assert "This is an upper bound" in said


def test_inverse_says_why_a_demand_cannot_be_met(path: Path) -> None:
    said = words("inverse", path, "vote", "--concept", "Nash", "--may-change", "russia")
    assert "Why that is not enough - {vote} is not Nash stable for Sponsors of the draft" in said
    assert "No change of those who may change will do." in said
    assert "No edit of ordered statements will do." in said


def test_inverse_says_whose_preferences_cannot_be_edited() -> None:
    said = words("inverse", "published/lake-gisborne", "1", "--concept", "Nash")
    assert "other preferences are not edited." in said


def test_inverse_as_json_holds_what_the_library_says(path: Path) -> None:
    printed = data("inverse", path, "vote", "--concept", "SEQ", "--concept", "sponsors=Nash")
    profile = {"sponsors": "Nash", "russia": "SEQ", "government": "SEQ"}
    found = inverse(go.load(path).analyse(), "vote", profile)
    assert printed["concepts"] == profile
    assert printed["statements"]["cost"] == found.statements.cost == 1
    assert [it["decision_maker"] for it in printed["conditions"]] == list(profile)
    assert [it["rankings"] for it in printed["conditions"]] == [
        it.rankings for it in found.conditions
    ]
    known = {state["number"] for state in printed["states"]}
    assert {n for it in printed["conditions"] for c in it["clauses"] for n in [c["move"]]} <= known


# hinges


def test_hinges_find_russias_statement_on_the_geneva_table() -> None:
    said = words("hinges", TABLE, PACKAGE)
    assert "Russia puts `round` above `not russia_presses`." in said
    assert "Russia must go first at a loss." in said
    assert "With that step Russia gives up `not russia_presses`; repaid by the end" in said
    assert "Russia gains `round` and gives up `not russia_presses`; `round` decides." in said


def test_hinges_as_json_hold_what_the_library_says() -> None:
    printed = data("hinges", TABLE, PACKAGE)
    found = hinges(go.load(TABLE).analyse(), PACKAGE)
    assert printed["smallest"]["cost"] == found.smallest.cost
    told = [it["changes"][0]["kind"] for it in printed["smallest"]["hinges"]]
    assert told == ["drop", "negate", "swap"]
    swap = printed["smallest"]["hinges"][2]
    assert swap["changes"][0]["statement"] == "round"
    assert swap["changes"][0]["over"] == "not russia_presses"
    assert swap["losses"][0]["price"]["lost"] == ["not russia_presses"]
    assert swap["losses"][0]["repaid"] is True


def test_hinges_start_where_one_says(path: Path) -> None:
    said = words("hinges", path, "vote", "--start", "vote")
    assert "Looked for are ways from {vote}." in said
    assert "Already there." in said


# robustness


def test_robustness_counts_and_says_what_breaks_a_state() -> None:
    said = words("robustness", "geneva-2014/council", "vote")
    assert "{vote} holds in 25 of 27 variants It does not hold if - Russia drops" in said
    assert "- Sponsors of the draft drops `adopted`, against tass-2014-02-11-sponsors," in said
    assert "26 of 27 {trigger, vote, veto}" in said
    assert (
        "- s-2014-208: Two statements rest on it alone; without, {vote, veto, access} falls" in said
    )


def test_robustness_as_json_holds_what_the_library_says(path: Path) -> None:
    printed = data("robustness", path, "vote", "--changes", "2", "--vary", "russia,sponsors")
    found = robustness(
        go.load(path).analyse(), changes=2, states=["vote"], vary=["russia", "sponsors"]
    )
    assert printed["variants"] == found.variants
    assert {int(n): held for n, held in printed["held"].items()} == {
        n: found.held(n) for n in go.load(path).states if found.held(n)
    }
    (asked,) = printed["states_asked"]
    assert asked["held"] == found.held("vote")
    assert len(asked["breaks"]) == len(found.breaks("vote").found)


@pytest.fixture(scope="module")
def sweep_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """1,024 states and 25,000 variants of up to three changes: several parts, a few seconds."""
    return large(tmp_path_factory.mktemp("sweep"), 5, 2, chatty=5)


def test_an_interrupted_sweep_goes_on_from_its_file(sweep_model: Path, tmp_path: Path) -> None:
    """Ctrl-C after the first part; the second run does the rest; together they are a whole run."""
    kept = tmp_path / "sweep.jsonl"
    call = ["robustness", str(sweep_model), "-", "--changes", "3", "--format", "json"]
    resumed = [*call, "--resume", str(kept)]
    run = subprocess.Popen(
        [sys.executable, "-m", "goodoffices", *resumed, "--workers", "1"],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 60
    while not (kept.exists() and kept.read_bytes().count(b"\n") >= 2):
        assert time.monotonic() < deadline
        assert run.poll() is None
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130, said
    assert b"Kept: " in said
    with kept.open("ab") as file:
        file.write(b'{"part": 99, "cou')  # as a crash would leave it
    again = goodoffices(*resumed)
    assert again.returncode == 0, again.stderr
    assert "Resumed: " in again.stderr
    whole = goodoffices(*call, "--workers", "1")
    assert json.loads(again.stdout) == json.loads(whole.stdout)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs Linux to find the workers")
def test_a_worker_process_that_dies_costs_only_what_was_not_finished(
    sweep_model: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "sweep.jsonl"
    call = ["robustness", str(sweep_model), "-", "--changes", "3", "--resume", str(kept)]
    run = subprocess.Popen(
        [sys.executable, "-m", "goodoffices", *call, "--workers", "2"],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 60
    while not (kept.exists() and kept.read_bytes().count(b"\n") >= 2):
        assert time.monotonic() < deadline
        assert run.poll() is None
        time.sleep(0.01)
    os.kill(worker_of(run.pid), signal.SIGKILL)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 3, said
    assert b"a worker process ended before its time" in said
    again = goodoffices(*call, "--workers", "2")
    assert again.returncode == 0, again.stderr
    assert "Resumed: " in again.stderr


def worker_of(pid: int) -> int:
    """Return a process that a pool of this process has started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    (first, *_) = [c for c in children if b"spawn_main" in Path(f"/proc/{c}/cmdline").read_bytes()]
    return int(first)


def test_the_file_of_another_sweep_is_refused(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    assert goodoffices("robustness", path, "vote", "--resume", kept).returncode == 0
    before = kept.read_bytes()
    done = goodoffices("robustness", path, "vote", "--changes", "2", "--resume", kept)
    assert done.returncode == 1
    assert "does not belong to this sweep" in done.stderr
    assert kept.read_bytes() == before
    other = tmp_path / "other.txt"
    other.write_text("my notes\n", encoding="utf-8")
    done = goodoffices("robustness", path, "vote", "--resume", other)
    assert done.returncode == 1
    assert other.read_text(encoding="utf-8") == "my notes\n"


def test_a_cluster_that_loses_a_worker_half_way_loses_no_result() -> None:
    """A scheduler and two workers of this machine; one is killed after three parts."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.cluster_sweep"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        capture_output=True,
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout) == {
        "parts": 126,
        "handed_in": True,
        "lost_a_worker": True,
        "by_command_line": True,
        "same": True,
    }


# Calls that are wrong


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["inverse", "geneva-2014/council", "votes"], 2, "did you mean 'vote'?"),
        (["inverse", "geneva-2014/council", "vote", "--concept", "Nahs"], 2, "'Nash'"),
        (["inverse", "geneva-2014/council", "vote", "--concept", "rusia=Nash"], 2, "'russia'"),
        (["inverse", "geneva-2014/council", "vote", "--may-change", "x"], 2, "no decision maker"),
        (["hinges", "geneva-2014/council", "veto"], 2, "not feasible"),
        (["robustness", "geneva-2014/council", "--changes", "0"], 2, "0 is not in the range"),
        (["robustness", "geneva-2014/table", "--changes", "9"], 3, "ask for fewer changes"),
        (["robustness", "geneva-2014/council", "--scheduler", "here"], 2, "tcp://HOST:PORT"),
        (
            ["robustness", "geneva-2014/council", "--scheduler", "tcp://a:1", "--workers", "2"],
            2,
            "give one",
        ),
    ],
)
def test_a_wrong_call_says_what_to_do(args: list[str], code: int, said: str) -> None:
    done = goodoffices(*args)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_scheduler_that_does_not_answer_is_told() -> None:
    done = goodoffices("robustness", "geneva-2014/council", "--scheduler", "tcp://127.0.0.1:9")
    assert done.returncode == 1
    assert "no scheduler answers there" in done.stderr
