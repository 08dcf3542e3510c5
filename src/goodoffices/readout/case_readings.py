"""The readings of a case side by side, as a sheet and as data."""

from __future__ import annotations

from typing import Any

from goodoffices.case import Case
from goodoffices.case.readings import CaseReading, differences, readings
from goodoffices.readout.case_sheet import scope_lines
from goodoffices.readout.sheet import Grid, Section, Sheet

__all__ = ["readings_data", "readings_sheet"]

_NAMED = 3  # equilibria named one by one; more are counted


def readings_data(case: Case, model: str | None = None) -> dict[str, Any]:
    """Return the readings of a case, and where those of one model differ."""
    data: dict[str, Any] = {"readings": [it.to_dict() for it in readings(case, model)]}
    if model is not None:
        data["differences"] = {
            dm: {name: list(wants) for name, wants in said.items()}
            for dm, said in differences(case, model)
        }
    return data


def readings_sheet(case: Case, model: str | None = None) -> Sheet:
    """Lay out the readings of a case, and where those of one model differ."""
    rows = tuple(_row(it) for it in readings(case, model))
    head = ("model", "reading", "by", "written", "assumed", "equilibria")
    sections = [Section("Readings", (Grid(head, rows) if rows else "none",))]
    if model is not None:
        conflict = case.conflict(model)
        for dm, said in differences(case, model):
            name = conflict.decision_maker(dm).label
            lines = tuple((reading, "; ".join(wants) or "-") for reading, wants in said.items())
            sections.append(Section(f"{name}, seen differently", (Grid(("", ""), lines),)))
    return Sheet(f"{case.title}: readings side by side", scope_lines(case), tuple(sections))


def _row(it: CaseReading) -> tuple[str, ...]:
    written = f"{it.written} (after)" if it.later else it.written
    assumed = f"{it.assumed} of {it.statements}"
    return (it.model, it.name or "main", it.by or "not named", written, assumed, _held(it))


def _held(it: CaseReading) -> str:
    """Say what holds under Nash and SEQ: the states where they are few, their number otherwise."""
    if it.trouble:
        return it.trouble
    parts = []
    for concept in ("Nash", "SEQ"):
        states = it.equilibria.get(concept, ())
        few = " ".join(state.partition(" (")[0] for state in states)
        parts.append(f"{concept} {few if 0 < len(states) <= _NAMED else len(states)}")
    return ", ".join(parts)
