"""Each side's reading of a clause, run as its own model, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goodoffices.conflict import Conflict
from goodoffices.errors import UsageError, did_you_mean
from goodoffices.readout.sheet import Grid, Section, Sheet
from goodoffices.readout.talks_process import named
from goodoffices.readout.words import CAUTION
from goodoffices.stability import CONCEPTS, Concept, analyse
from goodoffices.talks.compare import model_of_reading
from goodoffices.talks.talks import Talks
from goodoffices.talks.text import ClauseReading, Text

__all__ = ["ReadingRun", "readings_data", "readings_sheet", "run_readings"]


@dataclass(frozen=True)
class ReadingRun:
    """What would hold under one reading of a clause: states, and equilibria by options taken."""

    reading: ClauseReading
    states: int
    equilibria: dict[Concept, tuple[tuple[str, ...], ...]]


def run_readings(text: Text, conflicts: Mapping[str, Conflict]) -> tuple[ReadingRun, ...]:
    """Analyse every reading of a text that has a model.

    Raises
    ------
    UsageError
        where none has one, or a model is not there.
    """
    runnable = [it for it in text.readings.values() if it.model is not None]
    if not runnable:
        raise UsageError("no reading of this text has a model; give one model = { conflict = … }")
    found = []
    for it in runnable:
        assert it.model is not None
        if it.model.conflict not in conflicts:
            raise UsageError(
                f"no model '{it.model.conflict}'; {did_you_mean(it.model.conflict, conflicts)}"
            )
        analysis = analyse(model_of_reading(it, conflicts[it.model.conflict]))
        states = analysis.states
        held = {c: tuple(states.taken(n) for n in analysis.equilibria(c)) for c in CONCEPTS}
        found.append(ReadingRun(it, states.count, held))
    return tuple(found)


_SHOWN: tuple[Concept, ...] = ("Nash", "SEQ")


def readings_sheet(talks: Talks, name: str, found: Sequence[ReadingRun]) -> Sheet:
    """Lay the readings out one under the other."""
    sections = []
    for run in found:
        it, model = run.reading, run.reading.model
        assert model is not None
        said = [f"never {words}" for words in model.never]
        said += [f"always {words}" for words in model.always]
        rows = tuple(
            (concept, str(len(run.equilibria[concept])), _states(run, concept))
            for concept in _SHOWN
        )
        parts = (
            it.text,
            f"in the model '{model.conflict}': {'; '.join(said) or 'nothing is added'}; {run.states} states",
            Grid(("", "equilibria", ""), rows),
        )
        sections.append(Section(f"'{it.clause}' as read by {named(talks, it.by)} ({it.id})", parts))
    return Sheet(talks.texts[name].title, (CAUTION,), tuple(sections))


_MOST = 6


def _states(run: ReadingRun, concept: Concept) -> str:
    states = ["{" + ", ".join(taken) + "}" for taken in run.equilibria[concept]]
    more = f" and {len(states) - _MOST} more" if len(states) > _MOST else ""
    return "; ".join(states[:_MOST]) + more


def readings_data(name: str, found: Sequence[ReadingRun]) -> dict[str, object]:
    """Return the same as data."""
    return {
        "text": name,
        "readings": {
            run.reading.id: {
                "clause": run.reading.clause,
                "by": list(run.reading.by),
                "states": run.states,
                "equilibria": {c: [list(it) for it in held] for c, held in run.equilibria.items()},
            }
            for run in found
        },
    }
