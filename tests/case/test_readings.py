"""Readings stand side by side: whose they are, what they assume, what holds in each, where they differ."""

from pathlib import Path

import pytest

import goodoffices as go
from goodoffices.case.readings import differences, readings
from goodoffices.errors import UsageError
from goodoffices.readout.case_readings import readings_sheet
from goodoffices.readout.sheet import text
from goodoffices.stability import analyse


@pytest.fixture
def rivals(root: Path) -> Path:
    """Return a case with a model that two analysts read differently."""
    path = root / "conflicts/dam.toml"
    about = '[reading]\nname = "first"\nby = "anna"\nwritten = 2025-03-10\n'
    model = path.read_text(encoding="utf-8")
    model = model.replace("status_quo = []", f"date = 2025-03-10\nstatus_quo = []\n{about}")
    model += '[rival_readings.milder]\nby = "ben"\nwritten = 2026-01-05\n'
    model += 'preferences.upper = ["build", "not sue"]\n'
    path.write_text(model, encoding="utf-8")
    return root


def test_each_reading_tells_whose_it_is_and_what_holds_in_it(rivals: Path) -> None:
    case = go.load_case(rivals)
    first, milder = readings(case)
    assert (first.name, first.by, first.later) == ("first", "anna", False)
    assert (milder.name, milder.by, milder.later) == ("milder", "ben", True)
    assert (first.assumed, first.statements) == (2, 5)
    assert (milder.assumed, milder.statements) == (3, 4)
    for told, name in ((first, None), (milder, "milder")):
        conflict = case.conflict("dam", name)
        analysis = analyse(conflict)
        for concept in analysis.concepts:
            held = tuple(conflict.states.label(state) for state in analysis.equilibria(concept))
            assert told.equilibria[concept] == held


def test_where_readings_differ_is_told_decision_maker_by_decision_maker(rivals: Path) -> None:
    assert differences(go.load_case(rivals), "dam") == [
        (
            "upper",
            {"first": ("not build", "not sue", "build or sue"), "milder": ("build", "not sue")},
        )
    ]


def test_the_sheet_shows_both(rivals: Path) -> None:
    said = text(readings_sheet(go.load_case(rivals), "dam"), width=100)
    assert "2026-01-05 (after)" in said
    assert "Upper town, seen differently" in said


def test_a_damaged_model_is_told_and_the_others_are_read(rivals: Path) -> None:
    (rivals / "conflicts/broken.toml").write_text("format = ", encoding="utf-8")
    found = readings(go.load_case(rivals))
    assert [it.model for it in found] == ["broken", "dam", "dam"]
    assert "this is not TOML" in found[0].trouble


def test_an_unknown_model_is_refused(rivals: Path) -> None:
    with pytest.raises(UsageError, match="did you mean 'dam'"):
        readings(go.load_case(rivals), "dma")
