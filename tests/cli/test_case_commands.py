"""The commands on a case: what they print, where, and with which exit code."""

import json
import tomllib
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
    assert f"{root}/record/wire.toml:9: positions no. 1.holder: no actor 'lwer'" in done.stderr


def test_what_became_of_passages_in_a_changed_text_is_told_and_nothing_changed(
    dam: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in dam.rglob("*") if path.is_file()}
    kept = (dam / "sources/herald.txt").read_text(encoding="utf-8")
    new = tmp_path / "new.txt"
    new.write_text(
        "A correction.\n" + kept.replace("could pay half", "would not pay"), encoding="utf-8"
    )
    done = goodoffices("case", "moved", dam, "herald", new)
    assert done.returncode == 0, done.stderr
    first, *_, last = done.stdout.splitlines()
    assert first.startswith("lost  herald/")
    assert "its words are not in this text" in first
    assert "moved  herald/p1" in done.stdout
    assert last.endswith("Nothing in the case was changed.")
    same = goodoffices(
        "case", "moved", dam, "herald", dam / "sources/herald.txt", "--format", "json"
    )
    assert {it["outcome"] for it in json.loads(same.stdout)["passages"]} == {"same"}
    assert goodoffices("case", "moved", dam, "nothere", new).returncode == 2
    assert goodoffices("case", "moved", dam, "herald", new, "-o", new).returncode == 2
    assert {path: path.read_bytes() for path in dam.rglob("*") if path.is_file()} == before


def test_an_outcome_is_traced_to_characters(dam: Path) -> None:
    done = goodoffices("trace", dam, "dam/-")
    assert done.returncode == 0
    assert "“a new dam” (line 1)" in done.stdout
    assert done.stdout.count("(herald, 2025-03-03, line 1)") == 1  # in full once, then by its id
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


def run(*args: str | Path, code: int = 0) -> str:
    """Run a command that ends with a code; return what it printed."""
    done = goodoffices(*args)
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


REPORT = """The lower town wants the upper town to open the sluice, its council said on Monday.
The upper town rejects any new metering. "We will not pay," mayor Ada Hale said.
"""


def test_a_report_becomes_a_model_step_by_step(tmp_path: Path) -> None:
    """Added, read, confirmed, proposed, accepted, built, traced; nothing enters that nobody accepted."""
    root, report = tmp_path / "lake", tmp_path / "herald.txt"
    report.write_text(REPORT, encoding="utf-8")
    run("case", "new", root, "--title", "The lake")
    said = run("case", "add", root, report, "--published", "2025-03-03", "--publisher", "Herald")
    assert "Added herald-2025-03-03" in said
    assert "already, as 'herald-2025-03-03'" in run("case", "add", root, report, code=2)
    assert "position" in run("case", "review", root)
    assert "Nothing new to propose" in run("case", "propose", root, "model")
    positions = "herald-2025-03-03/p*"
    assert "--by NAME" in run("case", "review", root, positions, "--confirm", code=2)
    run("case", "review", root, positions, "--confirm", "--by", "anna")
    assert "(demand)" in run("case", "propose", root, "model")
    assert "nobody has accepted" in run("case", "build", root, "model", "--by", "anna", code=1)
    run("case", "review", root, "proposals/model/*", "--accept", "--by", "anna")
    assert "Wrote" in run("case", "build", root, "model", "--by", "anna")
    assert "there already" in run("case", "build", root, "model", "--by", "anna", code=2)
    assert "“" in run("trace", root, "model")
    assert "nothing wrong" in run("case", "check", root, "-q")
    assert "equilibria" in run("analyse", f"{root}/model")


def test_a_date_or_label_that_is_none_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    root, report = tmp_path / "lake", tmp_path / "herald.txt"
    report.write_text(REPORT, encoding="utf-8")
    run("case", "new", root)
    assert "--label" in run("case", "add", root, report, "--label", "secret", code=2)
    assert "2014-02-11" in run("case", "add", root, report, "--published", "spring", code=2)
    assert not (root / "sources").exists()


AGENCY = (
    "The upper town closed the sluice on Monday without a word to anybody below, and the mills along "
    "the lower canal stood still before noon. “We will not pay,” mayor Ada Hale said. Nobody could say "
    "how long the reserve in the two old basins behind the chapel would last."
)


def test_a_copy_is_noted_as_one_and_said_to_be(tmp_path: Path) -> None:
    """What another source says in the same words confirms nothing; the later one is the copy."""
    root = tmp_path / "lake"
    texts = {
        "agency": (AGENCY, "2025-03-03"),
        "paper": (f"The Lake Paper\n\n{AGENCY}\n\nOur town has two mills.", "2025-03-04"),
        "early": (f"{AGENCY} More follows.", "2025-03-02"),
        "other": (REPORT, "2025-03-03"),
        "own": (f"{AGENCY} It snowed.", "2025-03-05"),
    }
    run("case", "new", root)
    said = {}
    for name, (text, day) in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        extra = ["--copy-of", "paper"] if name == "own" else ["--unread"] if name == "early" else []
        call = ("case", "add", root, tmp_path / f"{name}.txt", "--id", name, "--published", day)
        said[name] = run(*call, *extra)
    noted = {
        name: 'copy_of = "' in (root / f"sources/{name}.toml").read_text(encoding="utf-8")
        for name in texts
    }
    assert noted == {"agency": False, "paper": True, "early": False, "other": False, "own": True}
    assert "It repeats agency (100% of the words that are no quotation)" in said["paper"]
    assert "agency, published later, repeats it" in said["early"]
    assert f'copy_of = "early" into {root}/sources/agency.toml' in said["early"]
    assert "repeats" not in said["other"] + said["own"]
    run("case", "check", root)


def test_a_report_stored_unread_is_read_when_it_is_added_again(tmp_path: Path) -> None:
    """What people had decided and noted by then stays, and nothing is proposed for it twice."""
    root, report = tmp_path / "lake", tmp_path / "herald.txt"
    report.write_text(REPORT, encoding="utf-8")
    run("case", "new", root)
    call = ("case", "add", root, report, "--published", "2025-03-03")
    run(*call, "--id", "herald", "--unread", "--publisher", "Herald")
    assert "already, as 'herald'" in run(*call, "--unread", code=2)
    words = "We will not pay,"
    start = REPORT.index(words) - 1
    noted = (
        'format = 1\n\n[[statements]]\nid = "s7"\nstatus = "confirmed"\nby = "anna"\nkind = "direct"\n'
        f"fragments = [{{ start = {start}, end = {start + 18}, exact = '\"{words}\"' }}]  # the core\n\n"
        '[[passages]]\nid = "p1"\npassage = { start = 0, end = 3, exact = "The" }\n'
    )
    file = root / "record" / "herald.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(noted, encoding="utf-8")
    assert "Read herald, which was in the case: 4 statements" in run(*call)
    now = file.read_text(encoding="utf-8")
    assert now.startswith(noted)
    said = [it["fragments"][0]["start"] for it in tomllib.loads(now)["statements"]]
    assert said.count(start) == 1
    assert 'statement = "s7"' in now
    assert "p1-2" in run("case", "review", root)
    card = (root / "sources/herald.toml").read_text(encoding="utf-8")
    assert card.count("published = ") == 1
    assert 'language = "en"' in card
    assert "nothing wrong" in run("case", "check", root)
    assert "already, as 'herald', and has been read" in run(*call, code=2)


def test_a_forecast_is_frozen_and_held_against_what_came(tmp_path: Path) -> None:
    root = small(tmp_path)
    run(
        "case",
        "forecast",
        root,
        "spring",
        "--model",
        "dam",
        "--expect",
        "not build",
        "--by",
        "anna",
    )
    assert "No outcome yet" in run("case", "forecast", root)
    said = run(
        "case", "forecast", root, "spring", "--taken", "build", "--unknown", "sue", "--by", "ben"
    )
    assert "miss  not build" in said
    assert "0 hits, 2 misses, 0 open." in said
    assert "by whom" in run("case", "forecast", root, "summer", "--model", "dam", code=2)


def test_readings_are_set_side_by_side() -> None:
    data = json.loads(run("case", "readings", "geneva-2014", "council", "--format", "json"))
    assert {it["reading"] for it in data["readings"]} == {"historical", "as-of-2014-02-11"}
    assert "russia" in data["differences"]


def test_the_bundled_case_is_traced_by_name() -> None:
    said = run("trace", "geneva-2014", "council/vote", "--concept", "SEQ")
    assert "it rests on this" in said
    assert "texts/aid-draft/access" in run("trace", "geneva-2014", "commitments/access_2139")
