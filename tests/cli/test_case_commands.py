"""The commands on a case: what they print, where, and with which exit code."""

import json
from pathlib import Path

import pytest

from tests.case.cases import small
from tests.cli.cli_models import goodoffices


@pytest.fixture(scope="module")
def dam(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case that no test here changes."""
    return small(tmp_path_factory.mktemp("cases"))


def test_a_new_case_is_made_shown_and_checked(tmp_path: Path) -> None:
    done = goodoffices("case", "new", "lake", "--title", "The lake", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "goodoffices case add lake REPORT" in done.stderr
    assert goodoffices("case", "check", "lake", cwd=tmp_path).stdout == "lake: nothing wrong\n"
    assert "The lake" in goodoffices("case", "show", "lake", cwd=tmp_path).stdout
    assert goodoffices("case", "new", "lake", cwd=tmp_path).returncode == 2


def test_a_case_is_shown_as_of_a_day_and_for_an_audience(dam: Path) -> None:
    assert "wire" in goodoffices("case", "show", dam).stdout
    early = goodoffices("case", "show", dam, "--as-of", "2025-03-05").stdout
    assert "wire" not in early
    data = json.loads(
        goodoffices("case", "show", dam, "--for", "public", "--format", "json").stdout
    )
    assert [it["items"] for it in data["sources"]] == [4, 1]
    assert goodoffices("case", "show", dam, "--for", "press").returncode == 2
    assert goodoffices("case", "show", dam, "--as-of", "spring").returncode == 2


def test_a_damaged_case_is_shown_and_ends_with_one(tmp_path: Path) -> None:
    root = small(tmp_path)
    (root / "conflicts/dam.toml").write_text("format = ", encoding="utf-8")
    done = goodoffices("case", "show", root)
    assert done.returncode == 1
    assert "herald" in done.stdout
    assert "conflicts/dam.toml:1" in done.stderr


def test_faults_are_listed_with_places_and_end_with_one(tmp_path: Path) -> None:
    root = small(tmp_path)
    record = (root / "record/wire.toml").read_text(encoding="utf-8")
    (root / "record/wire.toml").write_text(record.replace('"lower"', '"lwer"'), encoding="utf-8")
    done = goodoffices("case", "check", root)
    assert done.returncode == 1
    assert f"{root}/record/wire.toml:4: positions no. 1: no actor 'lwer'" in done.stderr


def test_an_outcome_is_traced_to_characters(dam: Path) -> None:
    done = goodoffices("trace", dam, "dam/-")
    assert done.returncode == 0
    assert "“a new dam” (herald, 2025-03-03, line 1)" in done.stdout
    assert "[it rests on this]" in done.stdout
    assert "Of 5 preference statements 2 have no evidence" in done.stdout


def test_words_are_traced_to_what_rests_on_them(dam: Path) -> None:
    done = goodoffices("trace", dam, "wire:go to court", "--format", "json")
    top = json.loads(done.stdout)["trace"][0]
    assert top["children"][0]["ref"] == "wire/p1"


def test_striking_out_shows_what_falls(dam: Path) -> None:
    said = goodoffices("trace", dam, "--without", "herald/p1").stdout
    assert "falls: not build" in said
    assert "{build, sue}: becomes an equilibrium" in said


def test_a_trace_for_an_audience_warns_of_what_is_withheld(dam: Path) -> None:
    done = goodoffices("trace", dam, "dam", "--for", "public")
    assert "could pay half" not in done.stdout + done.stderr
    assert "dam: 1 part rests on evidence that public may not see" in done.stderr


@pytest.mark.parametrize("what", ["dma", "herald/p77", "dam/nobody", "herald:no such words"])
def test_a_wrong_name_ends_with_two(dam: Path, what: str) -> None:
    assert goodoffices("trace", dam, what).returncode == 2


def test_a_broken_link_ends_with_one_and_its_place(tmp_path: Path) -> None:
    root = small(tmp_path)
    model = (root / "conflicts/dam.toml").read_text(encoding="utf-8")
    (root / "conflicts/dam.toml").write_text(model.replace("wire/p1", "wire/p9"), encoding="utf-8")
    done = goodoffices("trace", root, "dam")
    assert done.returncode == 1
    assert "conflicts/dam.toml:24: evidence.threat.record" in done.stderr
