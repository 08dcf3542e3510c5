"""The shelf of bundled conflicts: every file reads, says who made it and on what it rests."""

import subprocess
import sys

import pytest

import goodoffices as go
from goodoffices import gallery
from goodoffices.conflict import Prioritisation
from goodoffices.conflict.check import is_day
from goodoffices.conflict.model import because_of
from goodoffices.errors import UsageError

NAMES = gallery.names()


def test_the_shelf_holds_the_geneva_case_and_the_small_ones() -> None:
    assert NAMES == (
        "geneva-2014/council",
        "geneva-2014/table",
        "published/cuban-missile-crisis",
        "published/elmira",
        "published/euphrates-1975",
        "published/korea-2017",
        "published/korea-2017-invasion-for-good",
        "published/lake-gisborne",
        "textbook/bach-or-stravinsky",
        "textbook/chicken",
        "textbook/prisoners-dilemma",
        "textbook/stag-hunt",
    )


@pytest.mark.parametrize("name", NAMES)
def test_each_is_described_in_a_line(name: str) -> None:
    entry = gallery.about(name)
    conflict = go.load(name)
    assert entry.title == conflict.title
    assert entry.states == conflict.states.count
    assert entry.options == len(conflict.options)
    assert entry.readings[0] == conflict.reading.name
    assert conflict.story.startswith(entry.first_sentence)
    assert entry.first_sentence.endswith((".", "?"))
    assert "\n" not in gallery.describe(name)


@pytest.mark.parametrize("name", NAMES)
def test_each_reading_has_an_author_and_a_remark(name: str) -> None:
    conflict = go.load(name)
    for reading in (conflict.reading, *conflict.rival_readings):
        assert reading.by
        assert reading.note


@pytest.mark.parametrize("name", NAMES)
def test_each_readings_model_analyses(name: str) -> None:
    for reading in gallery.about(name).readings:
        assert go.load(name, reading or None).analyse().any_equilibria()


@pytest.mark.parametrize("name", NAMES)
def test_every_piece_of_evidence_can_be_found_and_dated(name: str) -> None:
    """Nothing is published without saying where it was read and when it was said and known."""
    for evidence in go.load(name).evidence:
        assert len(evidence.citation) > 20, evidence.id
        assert is_day(evidence.said), evidence.id
        assert is_day(evidence.known), evidence.id
        assert evidence.said[:4] <= evidence.known[:4], evidence.id
        assert evidence.text, evidence.id
        assert not evidence.url or evidence.url.startswith(("https://", "http://")), evidence.id
        assert evidence.said[:4] in evidence.citation or evidence.id == "charter-27", evidence.id
        assert len(evidence.quote.split()) <= 8, evidence.id


@pytest.mark.parametrize("name", NAMES)
def test_every_because_is_in_the_evidence_table(name: str) -> None:
    conflict = go.load(name)
    known = {evidence.id for evidence in conflict.evidence}
    assert set(conflict.all_because()) <= known
    assert set(conflict.all_because())


@pytest.mark.parametrize("name", NAMES)
def test_a_statement_without_evidence_says_that_it_is_inferred(name: str) -> None:
    main = go.load(name)
    for reading in gallery.about(name).readings:
        for dm in main.with_reading(reading).decision_makers:
            if isinstance(dm.preferences, Prioritisation):
                for wanted in dm.preferences.statements:
                    assert wanted.because or wanted.note.startswith("Inference"), wanted
            else:
                assert all(because_of(dm.preferences))


@pytest.mark.parametrize("name", [it for it in NAMES if it.startswith("geneva-2014/")])
def test_the_geneva_models_warn_that_they_were_written_afterwards(name: str) -> None:
    conflict = go.load(name)
    assert "written knowing the outcome" in conflict.reading.note
    assert conflict.reading.written > conflict.date


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"did you mean 'geneva-2014/council'\?"):
        gallery.read_text("geneva-2014/counsel")


def test_listing_the_shelf_imports_nothing_heavy() -> None:
    code = (
        "import sys; from goodoffices import gallery; gallery.names(); "
        "print(sorted({'numpy', 'pydantic', 'tomlkit', 'click'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
