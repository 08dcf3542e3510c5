"""``goodoffices talks``: every command in every form, what it is refused, and what it never shows."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from goodoffices.cli.root import root
from goodoffices.cli.run import run
from goodoffices.cli.talks_reference import reference
from tests.talks.made import GENEVA

SHOWING = [
    "process",
    "agenda",
    "texts",
    "votes",
    "triggers",
    "commitments",
    "calendar",
    "evidence",
]
DAYS = ["2013-01-01", "2014-02-11", "2014-02-15"]
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "talks-files.md"


def talks(*arguments: str) -> str:
    done = CliRunner().invoke(root, ["talks", *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def data(*arguments: str) -> Any:
    return json.loads(talks(*arguments, "--format", "json"))


@pytest.mark.parametrize("command", SHOWING)
@pytest.mark.parametrize("form", ["table", "json", "markdown", "html"])
def test_every_command_shows_every_form(command: str, form: str) -> None:
    said = talks(command, "geneva-2014", "--format", form)
    assert len(said) > 300
    if form == "json":
        assert json.loads(said)["as_of"] is None
    if form == "html":
        assert said.startswith("<!doctype html>")
        assert "http" not in said.split("<style>")[0]


@pytest.mark.parametrize("command", SHOWING)
@pytest.mark.parametrize("day", DAYS)
def test_every_command_shows_the_talks_of_any_day(command: str, day: str) -> None:
    assert data(command, "geneva-2014", "--as-of", day)["as_of"] == day
    assert talks(command, "geneva-2014", "--as-of", day)


@pytest.mark.parametrize("command", SHOWING)
def test_as_of_the_day_of_the_report_nothing_of_what_came_later_is_shown(command: str) -> None:
    """Words of later days: the symbol in blue, the resolution, the report, the resignation."""
    for form in ("table", "json", "html"):
        said = talks(command, "geneva-2014", "--as-of", "2014-02-11", "--format", form)
        for later in ("S/2014/115", "2139", "S/2014/208", "resignation", "S/2014/348"):
            assert later not in said, (command, form, later)


def test_no_line_is_wider_than_the_page() -> None:
    for command in SHOWING:
        said = CliRunner().invoke(root, ["talks", command, "geneva-2014"], env={"COLUMNS": "80"})
        assert max(map(len, said.output.splitlines())) <= 80


def test_differences_matrix_and_readings_of_a_text_as_data() -> None:
    text = ("texts", "geneva-2014", "aid-draft")
    changes = {it["clause"]: it["kind"] for it in data(*text, "--diff", "first", "blue")["clauses"]}
    assert changes["sanctions"] == "dropped"
    assert data(*text, "--matrix")["matrix"]["sanctions"]["russia"]["stance"] == "rejects"
    readings = data("texts", "geneva-2014", "communique-2012", "--run")["readings"]
    assert set(readings) == {"without_assad", "not_required", "no_subject"}
    assert readings["not_required"]["states"] == 80


def test_a_trigger_is_run_under_each_reading_at_each_stage() -> None:
    stages = data("triggers", "geneva-2014", "--run", "two_weeks")["stages"]
    met = {(it["reading"], it["stage"]): it["met"]["Nash"] for it in stages}
    assert met["claim", "at"] == "all"
    assert met["draft", "at"] == "none"
    assert len(met) == 6


def test_the_decision_of_the_council_agrees_with_the_model() -> None:
    found = data("votes", "geneva-2014", "--model")["decisions"]["council"]
    assert found["is"] == "vote and not veto"
    assert found["agrees"] is True


@pytest.mark.parametrize("command", ["calendar", "commitments"])
def test_drawings_are_well_formed_and_need_nothing_from_elsewhere(
    command: str, tmp_path: Path
) -> None:
    for k, day in enumerate(DAYS):
        file = tmp_path / f"{k}.svg"
        talks(command, "geneva-2014", "--svg", str(file), "--as-of", day)
        text = file.read_text(encoding="utf-8")
        tree = ElementTree.fromstring(text)
        assert tree.tag.endswith("svg")
        assert "href" not in text


def test_the_drawing_of_commitments_shows_each_status_as_a_word_or_number() -> None:
    said = talks("commitments", "geneva-2014", "--format", "html")
    for words in ("contested from 2014-02-11", "unknown from 2014-02-07", "pale: as last observed"):
        assert words in said


def test_the_page_holds_every_part(tmp_path: Path) -> None:
    file = tmp_path / "talks.html"
    talks("page", "geneva-2014", "-o", str(file))
    page = file.read_text(encoding="utf-8")
    for heading in (
        ": agenda",
        "Readings",
        "Bodies and votes",
        "Triggers and deadlines",
        "Calendar",
    ):
        assert heading in page
    assert page.count("<svg") == 2
    assert "<script" not in page


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["process", "geneva"], 1, "did you mean 'geneva-2014'"),
        (["texts", "geneva-2014", "aid-drift"], 2, "did you mean 'aid-draft'"),
        (
            ["texts", "geneva-2014", "aid-draft", "--diff", "first", "bleu"],
            2,
            "did you mean 'blue'",
        ),
        (["texts", "geneva-2014", "--matrix"], 2, "name the text as well"),
        (["texts", "geneva-2014", "homs-deal", "--run"], 2, "has a model"),
        (["votes", "geneva-2014", "aid"], 2, "no vote 'aid'"),
        (["triggers", "geneva-2014", "--run", "three_weeks"], 2, "did you mean 'two_weeks'"),
        (["triggers", "geneva-2014", "--run", "thirty_days"], 2, "has no model"),
        (["calendar", "geneva-2014", "--as-of", "someday"], 2, "expected a date"),
        (["calendar", "geneva-2014", "--kind", "meetings"], 2, "did you mean 'meeting'"),
    ],
)
def test_a_wrong_call_is_told_with_what_is_near(
    arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["talks", *arguments]) == code
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said


def test_a_case_of_ones_own_is_read_from_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = tmp_path / "mine"
    copytree(GENEVA, case / "talks")
    copytree(GENEVA.parent / "conflicts", case / "conflicts")
    assert "well formed" in talks("check", str(case))
    file = case / "talks" / "process.toml"
    file.write_text(file.read_text("utf-8").replace('part = "party"', 'part = "paty"', 1), "utf-8")
    assert run(["talks", "check", str(case)]) == 1
    assert f"{file}:" in capsys.readouterr().err


def test_a_model_that_gives_the_mediator_substance_fails_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = tmp_path / "mine"
    copytree(GENEVA, case / "talks")
    (case / "conflicts").mkdir()
    council = (GENEVA.parent / "conflicts/council.toml").read_text(encoding="utf-8")
    (case / "conflicts" / "council.toml").write_text(council, encoding="utf-8")
    (case / "conflicts" / "table.toml").write_text(
        'format = 1\ntitle = "T"\n[decision_makers.mediator]\noptions.impose = "impose it"\n'
        'preferences = ["impose"]\n',
        encoding="utf-8",
    )
    assert run(["talks", "check", str(case)]) == 1
    assert "a mediator cannot impose" in capsys.readouterr().err


def test_a_folder_without_talks_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["talks", "process", str(tmp_path)]) == 1
    assert "no folder 'talks' in it" in capsys.readouterr().err


def test_the_reference_of_the_files_is_up_to_date_and_describes_every_key() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == reference()
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert len(rows) > 150
    assert [row for row in rows if row.endswith("|  |")] == []
