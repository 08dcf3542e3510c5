"""Triggers over a model: what would hold before, at and after the deadline, under each reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from goodoffices.conflict import Conflict
from goodoffices.stability import CONCEPTS, Concept, analyse
from goodoffices.statements import Statement, parse
from goodoffices.talks.triggers import STAGES, Stage, Trigger, model_at

__all__ = ["AtStage", "Extent", "simulate"]

Extent: TypeAlias = Literal["all", "some", "none", "no equilibrium"]


@dataclass(frozen=True)
class AtStage:
    """What would hold at one stage under one reading.

    ``equilibria`` maps each solution concept to its equilibria, by options taken; ``met`` and ``follows``
    tell in how many of them the condition is met and the consequence follows. ``conflict`` is the model
    it was worked out on.
    """

    reading: str
    stage: Stage
    states: int
    equilibria: dict[Concept, tuple[tuple[str, ...], ...]]
    met: dict[Concept, Extent]
    follows: dict[Concept, Extent]
    conflict: Conflict


def simulate(
    trigger: Trigger, conflict: Conflict, progress: Callable[[str, float], None] | None = None
) -> tuple[AtStage, ...]:
    """Work out what would hold under each reading of a trigger, at each stage.

    Parameters
    ----------
    conflict : the conflict model that the trigger names.

    Raises
    ------
    UsageError, ConflictError
        as `goodoffices.talks.triggers.model_at` does.
    """
    found = []
    jobs = [(reading, stage) for reading in trigger.readings for stage in STAGES]
    for k, (reading, stage) in enumerate(jobs):
        found.append(_at(trigger, reading, stage, conflict))
        if progress is not None:
            progress(f"{reading}, {stage}", (k + 1) / len(jobs))
    return tuple(found)


def _at(trigger: Trigger, reading: str, stage: Stage, conflict: Conflict) -> AtStage:
    model = model_at(trigger, reading, stage, conflict)
    analysis = analyse(model)
    states = analysis.states
    assert trigger.model is not None  # model_at refuses a trigger without one
    met = parse(trigger.model.met)
    consequence = model.propositions[trigger.model.consequence]

    def extent(statement: Statement, concept: Concept) -> Extent:
        holds = states.holds(model.in_options(statement))
        among = [bool(holds[number - 1]) for number in analysis.equilibria(concept)]
        if not among:
            return "no equilibrium"
        return "all" if all(among) else "some" if any(among) else "none"

    return AtStage(
        reading,
        stage,
        states.count,
        {c: tuple(states.taken(n) for n in analysis.equilibria(c)) for c in CONCEPTS},
        {c: extent(met, c) for c in CONCEPTS},
        {c: extent(consequence, c) for c in CONCEPTS},
        model,
    )
