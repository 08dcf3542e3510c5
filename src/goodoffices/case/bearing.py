"""Which preference statements an outcome rests on: those without which it would be no equilibrium.

Found by leaving out one at a time and working the model out anew; so this is also the shortest list of what
would have to change: any one of them gone, the outcome no longer holds under that concept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from goodoffices.conflict import Conflict
from goodoffices.conflict.parts import (
    DecisionMaker,
    Preferences,
    PreferenceStatement,
    Prioritisation,
    Ranking,
    Tier,
    Weight,
    Weighting,
)
from goodoffices.stability import Analysis, analyse

__all__ = ["MOST_STATES", "Held", "bearing", "held_by", "outcomes_resting_on", "strongest"]

MOST_STATES = 4096
"""States up to which a model is worked out once for every preference statement."""
STRONGEST_FIRST = ("Nash", "SSEQ", "SEQ", "SMR", "GMR")


@dataclass(frozen=True)
class Held:
    """One thing a decision maker wants: a preference statement, a tier of a ranking or a weight."""

    dm: str
    number: int
    words: str
    because: tuple[str, ...]
    note: str

    @property
    def where(self) -> str:
        """Decision maker and position: ``russia/2``."""
        return f"{self.dm}/{self.number}"


def held_by(dm: DecisionMaker) -> tuple[Held, ...]:
    """Return what a decision maker wants, most important first."""
    return tuple(
        Held(dm.id, number, _words(part), part.because, part.note)
        for number, part in enumerate(_parts(dm.preferences), 1)
    )


def _parts(held: Preferences) -> Sequence[PreferenceStatement | Tier | Weight]:
    if isinstance(held, Prioritisation):
        return held.statements
    return held.tiers if isinstance(held, Ranking) else held.weights


def _words(part: PreferenceStatement | Tier | Weight) -> str:
    if isinstance(part, PreferenceStatement):
        return str(part.statement)
    if isinstance(part, Weight):
        return f"{part.id}: {float(part.value):+g}"
    return " ~ ".join("{" + ", ".join(sorted(state)) + "}" for state in part.states)


def strongest(analysis: Analysis, state: int) -> str | None:
    """Return the strongest concept under which a state is an equilibrium, or None."""
    found = analysis.equilibrium_under(state)
    return next((concept for concept in STRONGEST_FIRST if concept in found), None)


def bearing(conflict: Conflict, state: int, concept: str) -> frozenset[str] | None:
    """Return where the preference statements stand without which an outcome is no equilibrium.

    A ranking is one piece: its first place stands for all of it. None where the model is too large to be
    worked out once for every statement.
    """
    if conflict.states.count > MOST_STATES:
        return None
    target = _target(conflict, state)
    found = set()
    for dm in conflict.decision_makers:
        for number, changed in enumerate(_each_less(dm.preferences), 1):
            other = _with(conflict, dm, changed)
            if not analyse(other).is_equilibrium(concept, target):
                found.add(f"{dm.id}/{number}")
    return frozenset(found)


def outcomes_resting_on(analysis: Analysis, where: str) -> tuple[tuple[int, str], ...]:
    """Return the equilibria that would be none without one thing wanted, each with its strongest concept.

    Parameters
    ----------
    where : what is wanted, as `Held.where` names it: ``russia/2``.

    None are returned where the model is too large to be worked out again.
    """
    conflict = analysis.conflict
    if conflict.states.count > MOST_STATES:
        return ()
    id_, _, number = where.partition("/")
    dm = conflict.decision_maker(id_)
    other = analyse(_with(conflict, dm, _each_less(dm.preferences)[_place(dm.preferences, number)]))
    found = []
    for state in conflict.states:
        concept = strongest(analysis, state)
        if concept and not other.is_equilibrium(concept, _target(conflict, state)):
            found.append((state, concept))
    return tuple(found)


def _place(held: Preferences, number: str) -> int:
    """Return which of the shortened preferences lacks the numbered part; a ranking is one piece."""
    return int(number) - 1 if isinstance(held, Prioritisation | Weighting) else 0


def _target(conflict: Conflict, state: int) -> str | frozenset[str]:
    """Return a state as another model with the same options names it."""
    return (
        conflict.states.id(state)
        if conflict.listed_states
        else frozenset(conflict.states.taken(state))
    )


def _each_less(held: Preferences) -> list[Preferences]:
    """Return the preferences with each statement or weight left out in turn."""
    if isinstance(held, Prioritisation):
        all_ = held.statements
        return [Prioritisation(all_[:k] + all_[k + 1 :]) for k in range(len(all_))]
    if isinstance(held, Weighting):
        weights = held.weights
        return [Weighting(weights[:k] + weights[k + 1 :]) for k in range(len(weights))]
    return [Prioritisation()]


def _with(conflict: Conflict, dm: DecisionMaker, preferences: Preferences) -> Conflict:
    return replace(
        conflict,
        decision_makers=tuple(
            replace(it, preferences=preferences) if it.id == dm.id else it
            for it in conflict.decision_makers
        ),
        rival_readings=(),
    )
