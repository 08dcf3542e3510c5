"""What of a conflict model is there for somebody, on a day, with some evidence struck out.

A preference statement, constraint or rule that rests on something an audience may not see is withheld. One
whose evidence is all struck out, or became known only later, falls. One that never had evidence is the
analyst's assumption and stays. As of a day remarks that were written later are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeVar

from goodoffices.case.hindsight import without_hindsight
from goodoffices.conflict.parts import (
    Constraint,
    DecisionMaker,
    Evidence,
    ForbiddenMove,
    Option,
    Preferences,
    PreferenceStatement,
    Prioritisation,
    Ranking,
    Reading,
    Tier,
    Weight,
    Weighting,
)
from goodoffices.errors import InputError

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.conflict import Conflict

__all__ = ["Filtered", "Lost", "evidence_standing", "filtered"]

P = TypeVar("P", PreferenceStatement, Tier, Weight, Constraint, ForbiddenMove)
State = Literal["there", "hidden", "gone"]


@dataclass(frozen=True)
class Lost:
    """A part of a model that is not there: ``why`` is ``hidden`` (withheld) or ``gone`` (it fell)."""

    where: str
    what: str
    because: tuple[str, ...]
    why: Literal["hidden", "gone"]


@dataclass(frozen=True)
class Filtered:
    """A conflict without what is not there, and what that was."""

    conflict: Conflict
    lost: tuple[Lost, ...]


def evidence_standing(case: Case, name: str, entry: Evidence) -> State:
    """Tell whether an entry of the evidence table of a model is there."""
    scope = case.scope
    standings = [case.standing(ref) for ref in entry.record]
    if not scope.sees(case.label_at(f"conflicts/{name}/evidence/{entry.id}")):
        return "hidden"
    if "hidden" in standings:
        return "hidden"
    if f"{name}/evidence/{entry.id}" in scope.struck or not scope.knows(entry.known or entry.said):
        return "gone"
    return "gone" if standings and "there" not in standings else "there"


class _Filter:
    """One pass over one conflict."""

    def __init__(self, case: Case, name: str, conflict: Conflict) -> None:
        self.case = case
        self.name = name
        self.states = {it.id: evidence_standing(case, name, it) for it in conflict.evidence}
        self.lost: list[Lost] = []

    def why(self, because: tuple[str, ...]) -> State:
        states = [self.states.get(id_, "there") for id_ in because]
        if "hidden" in states:
            return "hidden"
        return "gone" if states and "there" not in states else "there"

    def kept(self, parts: tuple[P, ...], where: str, what: str) -> tuple[P, ...]:
        """Return the parts that stay, without the evidence that does not."""
        stay = []
        for number, part in enumerate(parts, 1):
            why = self.why(part.because)
            if why == "there":
                stay.append(replace(part, because=self.left(part.because)))
            else:
                place = f"{self.name}/{where}/{number}"
                self.lost.append(Lost(place, str(getattr(part, what)), part.because, why))
        return tuple(stay)

    def left(self, because: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(id_ for id_ in because if self.states.get(id_, "there") == "there")

    def preferences(self, held: Preferences, where: str) -> Preferences:
        if isinstance(held, Prioritisation):
            return Prioritisation(self.kept(held.statements, where, "statement"))
        if isinstance(held, Weighting):
            return Weighting(self.kept(held.weights, where, "id"))
        return self.ranking(held, where)

    def ranking(self, held: Ranking, where: str) -> Preferences:
        """A ranking is whole or not at all: with a tier withheld nothing of it is told."""
        whys = {self.why(tier.because) for tier in held.tiers}
        every = tuple(id_ for tier in held.tiers for id_ in tier.because)
        if "hidden" in whys:
            self.lost.append(Lost(f"{self.name}/{where}", "the ranking", every, "hidden"))
            return Prioritisation()
        if "gone" in whys and all(self.why(t.because) == "gone" for t in held.tiers if t.because):
            self.lost.append(Lost(f"{self.name}/{where}", "the ranking", every, "gone"))
            return Prioritisation()
        return Ranking(tuple(replace(t, because=self.left(t.because)) for t in held.tiers))

    def option(self, option: Option) -> Option:
        if self.why(option.because) == "hidden":
            raise _OptionHidden(option.id)
        return replace(option, because=self.left(option.because))

    def decision_maker(self, dm: DecisionMaker) -> DecisionMaker:
        return replace(
            dm,
            options=tuple(map(self.option, dm.options)),
            preferences=self.preferences(dm.preferences, dm.id),
        )

    def rival(self, reading: Reading) -> Reading:
        held = tuple(
            (id_, self.preferences(it, f"{reading.name}:{id_}")) for id_, it in reading.preferences
        )
        return replace(reading, preferences=held)

    def evidence(self, entries: tuple[Evidence, ...]) -> Iterator[Evidence]:
        for entry in entries:
            if self.states[entry.id] == "there":
                links = tuple(ref for ref in entry.record if self.case.standing(ref) == "there")
                yield replace(entry, record=links)


class _OptionHidden(Exception):  # noqa: N818 - never leaves this module
    pass


def filtered(case: Case, name: str, conflict: Conflict) -> Filtered:
    """Return a conflict model without what is not there in a case.

    Raises
    ------
    InputError
        where an option rests on something that may not be seen: without it there is no model to show.
    """
    work = _Filter(case, name, conflict)
    try:
        changed = replace(
            conflict,
            decision_makers=tuple(map(work.decision_maker, conflict.decision_makers)),
            feasibility=work.kept(conflict.feasibility, "feasibility", "words"),
            forbidden_moves=work.kept(conflict.forbidden_moves, "forbidden_moves", "words"),
            rival_readings=tuple(map(work.rival, conflict.rival_readings)),
            evidence=tuple(work.evidence(conflict.evidence)),
            origin=None if case.scope.sight else conflict.origin,
        )
    except _OptionHidden as hidden:
        raise InputError(
            f"{case.folder.called}: the conflict '{name}' cannot be shown to this audience: its option "
            f"'{hidden}' rests on evidence that it may not see"
        ) from None
    day = case.scope.day
    return Filtered(without_hindsight(changed, day) if day else changed, tuple(work.lost))
