"""Where the commands read and evaluate write, and how a run of many reports ends."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from goodoffices.cli.outcomes import Outcome, attempted, worst
from goodoffices.cli.pool import side_by_side
from goodoffices.reading.spacy_model import load_model
from tests.reading.conftest import REPORT, Run

SOURCE = Path(__file__).parents[2] / "src"


def test_no_report_is_replaced_by_what_was_read_from_it(
    report: Path, other: Path, goodoffices: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [path.read_bytes() for path in (report, other)]
    monkeypatch.chdir(report.parent)
    link = report.parent / "link.txt"
    link.symlink_to(report)
    for args in (
        (report, "-o", report),
        (report, "-o", link),
        (link, "-o", "./ferry.txt"),
        (report, "-o", "."),
        (report, other, "-o", report.parent),
        (report, other, "--merge", "-o", other),
    ):
        done = goodoffices("read", *args)
        assert (done.code, done.out) == (2, ""), args
        assert "would replace" in done.err
        assert "name another place with -o" in done.err
    assert [path.read_bytes() for path in (report, other)] == before


def test_no_label_is_replaced_by_what_was_read(
    gold: Path, tmp_path: Path, goodoffices: Run
) -> None:
    before = {path: path.read_bytes() for path in gold.iterdir()}
    for args in (
        ("--brat", gold),
        ("--brat", gold / ".." / "gold"),
        ("-o", gold / "ferry.txt"),
        ("-o", gold / "ferry.json"),
        ("-o", gold),
    ):
        done = goodoffices("evaluate", gold, *args)
        assert (done.code, done.out) == (2, ""), args
        assert "name a" in done.err
    assert {path: path.read_bytes() for path in gold.iterdir()} == before
    labels = [{"id": "../out", "text": REPORT, "quotes": []}]
    (gold / "ferry.json").write_text(json.dumps(labels), encoding="utf-8")
    assert goodoffices("evaluate", gold, "--brat", tmp_path / "ann").code == 0
    assert not (tmp_path / "out.ann").exists()


def test_no_model_is_replaced_by_its_analysis(tmp_path: Path, goodoffices: Run) -> None:
    model = tmp_path / "dispute.toml"
    assert goodoffices("new", model).code == 0
    before = model.read_bytes()
    for args in (
        ("analyse", model, "--report", model),
        ("export", model, "--to", "csv", "-o", model),
    ):
        assert goodoffices(*args).code == 2
    assert model.read_bytes() == before


@pytest.mark.parametrize("there", [True, False])
def test_a_place_with_a_slash_or_a_folder_is_a_folder_for_one_report_too(
    report: Path, tmp_path: Path, goodoffices: Run, there: bool
) -> None:
    folder = tmp_path / "records"
    if there:
        folder.mkdir()
    place = str(folder) if there else f"{folder}/"
    done = goodoffices("read", report, "--format", "json", "-o", place)
    assert (done.code, done.err) == (0, f"Result: {folder / 'ferry.json'}\n")
    assert json.loads((folder / "ferry.json").read_text("utf-8"))["statements"]
    merged = goodoffices("read", report, report, "--merge", "-o", place)
    assert merged.code == 2
    assert f"such as {folder / 'merged.txt'}" in merged.err


def _fate(name: str) -> str:
    """Stand for the reading of a report, over which a process may be killed."""
    if name == "always" or (name.startswith("/") and not Path(name).exists()):
        Path(name).touch() if name.startswith("/") else None
        os.kill(os.getpid(), signal.SIGKILL)
    return name.upper()


def test_a_killed_process_costs_its_report_alone_and_only_the_second_time(tmp_path: Path) -> None:
    once = str(tmp_path / "once")
    names = ["one", "always", "two", once, "three"]
    found = list(side_by_side(_fate, names, 2, lambda name: f"lost {name}"))
    assert found == ["ONE", "lost always", "TWO", once.upper(), "THREE"]


def test_a_fault_of_the_program_names_its_report_and_stops_no_other() -> None:
    def breaks() -> str:
        raise ZeroDivisionError("oh")

    outcome = attempted("ferry.txt", breaks)
    assert outcome.code == 70
    assert outcome.error.startswith("ferry.txt: this is a fault of Good Offices")
    assert attempted("ferry.txt", lambda: "words") == Outcome("words")


def test_a_file_that_goes_away_while_it_is_read_is_no_fault_of_the_program() -> None:
    def breaks() -> str:
        raise FileNotFoundError(2, "No such file or directory", "ferry.txt")

    told = "ferry.txt: reading or writing ferry.txt failed: No such file or directory"
    assert attempted("ferry.txt", breaks) == Outcome(error=told, code=1)


def test_of_several_exit_codes_the_gravest_is_given() -> None:
    assert [worst(codes) for codes in ([0, 0], [0, 3], [3, 1, 0], [1, 70])] == [0, 3, 1, 70]


@pytest.mark.parametrize("after", [0.3, 1.0, 2.0])
def test_an_interrupt_ends_a_run_of_many_reports_at_once(tmp_path: Path, after: float) -> None:
    reports = [tmp_path / f"{n}.txt" for n in range(9)]
    for path in reports:
        path.write_text(f"{REPORT}\n\n" * 200, encoding="utf-8")
    with subprocess.Popen(
        [
            sys.executable,
            "-m",
            "goodoffices",
            "read",
            *reports,
            "--jobs",
            "2",
            "-o",
            tmp_path / "out",
        ],
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    ) as process:
        time.sleep(after)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert b"Traceback" not in err


@pytest.mark.parametrize("package", ["spacy", "rapidfuzz"])
def test_what_is_not_installed_is_said_once_for_any_number_of_reports(
    monkeypatch: pytest.MonkeyPatch, report: Path, other: Path, goodoffices: Run, package: str
) -> None:
    load_model.cache_clear()
    monkeypatch.setitem(sys.modules, package, None)
    for args in ((report,), (report, other), (report, other, "--merge")):
        done = goodoffices("read", *args)
        assert (done.code, done.out) == (1, "")
        assert done.err.count("pip install") == 2  # published, and from a checkout
        assert len(done.err.strip().splitlines()) == 1


def test_what_pages_need_is_said_once_and_the_rest_counted(
    monkeypatch: pytest.MonkeyPatch, report: Path, tmp_path: Path, goodoffices: Run
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    pages = [tmp_path / f"{n}.html" for n in range(3)]
    for page in pages:
        page.write_text(f"<html><body>{REPORT}</body></html>", encoding="utf-8")
    done = goodoffices("read", *pages, report, "--jobs", "1")
    assert done.code == 1
    assert "Ana Petrova" in done.out
    said = done.err.strip().splitlines()
    assert len(said) == 2
    assert said[0].startswith(str(pages[0]))
    assert said[1] == "2 more reports not read for that reason"
