"""Rival readings side by side: each analysed by itself, none averaged with another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.conflict.model import Reading
from goodoffices.readout.sections import short_concepts, status_quo
from goodoffices.readout.words import STRONGEST_FIRST
from goodoffices.stability import Analysis, analyse
from goodoffices.stability.sentences import joined, state_words

__all__ = ["Compared", "Comparison", "compared"]

_IN_CELL = 3  # states named in one cell
_COMPARED = 16  # states compared


@dataclass(frozen=True)
class Compared:
    """One reading beside the others: what it leads to."""

    name: str
    title: str
    by: str
    note: str
    differs: str
    counts: str
    joint: str


@dataclass(frozen=True)
class Comparison:
    """What holds under each reading: a column for each, a row for each state that matters in some."""

    readings: tuple[Compared, ...]
    states: tuple[tuple[str, bool, tuple[str, ...]], ...]
    """State, whether it is the status quo, and per reading the concepts under which it holds."""
    total: int
    """How many states are equilibria under some reading."""


def compared(analysis: Analysis) -> Comparison | None:
    """Analyse each rival reading, and set what holds under them side by side."""
    conflict = analysis.conflict
    if not conflict.rival_readings:
        return None
    analyses = [analysis]
    told = [_compared(analysis, conflict.reading, "")]
    for rival in conflict.rival_readings:
        changed = [conflict.decision_maker(dm_id).label for dm_id, _ in rival.preferences]
        analyses.append(analyse(conflict.with_reading(rival.name)))
        told.append(_compared(analyses[-1], rival, joined(changed)))
    order, total = _by_any_reading(analyses)
    here = status_quo(analysis)
    states = tuple(
        (
            state_words(conflict, state),
            state == here,
            tuple(short_concepts(each.equilibrium_under(state)) for each in analyses),
        )
        for state in order[:_COMPARED]
    )
    return Comparison(tuple(told), states, total)


def _by_any_reading(analyses: Sequence[Analysis]) -> tuple[list[int], int]:
    """Return the status quo and then the equilibria of any reading, the strongest first; and a count."""
    place = {c: k for k, c in enumerate(STRONGEST_FIRST)}
    best: dict[int, tuple[int, int]] = {}
    for analysis in analyses:
        for state in analysis.any_equilibria():
            held = analysis.equilibrium_under(state)
            strength = (min(place.get(c, len(place)) for c in held), -len(held))
            best[state] = min(strength, best.get(state, strength))
    here = status_quo(analyses[0])
    order = sorted(best, key=lambda state: (state != here, best[state], state))
    return ([here] if here is not None and here not in best else []) + order, len(best)


def _compared(analysis: Analysis, reading: Reading, differs: str) -> Compared:
    joint = "no status quo"
    if analysis.conflict.status_quo is not None:
        found = analysis.joint_improvements(most=_IN_CELL)
        joint = _listed([state_words(analysis.conflict, j.target) for j in found], found.total)
    return Compared(
        name=reading.name or "main",
        title=reading.title,
        by=reading.by,
        note=reading.note,
        differs=differs,
        counts=", ".join(f"{c} {analysis.count(c):,}" for c in STRONGEST_FIRST),
        joint=joint,
    )


def _listed(named: Sequence[str], total: int) -> str:
    more = f" and {total - len(named):,} more" if total > len(named) else ""
    return f"{'; '.join(named)}{more}" if named else "none"
