"""Guarantees: what would make a deal hold that somebody could gain by breaking.

An option made *irreversible* cannot be changed back once it is as agreed. A *dependence* makes the change
that breaks the deal possible only if something else is so, something another decision maker controls and
that is not so under the deal: nobody can break it alone any more. Steps made *together* leave no state
between them at which anybody could stop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from goodoffices.conflict import Conflict
from goodoffices.conflict.constraints import constraint
from goodoffices.conflict.model import Moves, Ranking
from goodoffices.errors import ConflictError
from goodoffices.stability import Step
from goodoffices.stability.sentences import joined, move_words

__all__ = [
    "Guarantee",
    "dependences",
    "guarantee_words",
    "irreversibles",
    "smallest_sets",
    "with_guarantees",
]

MOST_TOGETHER = 3
"""Guarantees that are tried together."""
_MOST_CANDIDATES = 14
_MOST_SETS = 12


@dataclass(frozen=True)
class Guarantee:
    """One guarantee.

    Attributes
    ----------
    option : the option it is about; "" for steps made together.
    value : how the option stands under the deal: True for taken.
    only_if : for a dependence the condition without which the option stays as it stands.
    steps : for steps made together, these.
    """

    kind: Literal["irreversible", "dependence", "together"]
    option: str = ""
    value: bool = True
    only_if: str = ""
    steps: tuple[Step, ...] = ()


def guarantee_words(conflict: Conflict, guarantee: Guarantee) -> str:
    """Say a guarantee as a person reads it.

    >>> import goodoffices as go
    >>> council = go.load("geneva-2014/council")
    >>> guarantee_words(council, Guarantee("irreversible", "trigger", False))
    '`trigger`, once given up, stays given up'
    """
    name, done = f"`{guarantee.option}`", "taken" if guarantee.value else "given up"
    if guarantee.kind == "irreversible":
        return f"{name}, once {done}, stays {done}"
    if guarantee.kind == "dependence":
        undone = "given up" if guarantee.value else "taken"
        return f"{name} can be {undone} only if {guarantee.only_if}"
    moves = [move_words(conflict, step, "by").removeprefix("by ") for step in guarantee.steps]
    who = [conflict.decision_maker(step.mover).label for step in guarantee.steps]
    parts = [f"{label} {words}" for label, words in zip(who, moves, strict=True)]
    return f"at one time, each only with the other: {joined(parts)}"


def with_guarantees(conflict: Conflict, guarantees: Iterable[Guarantee]) -> Conflict:
    """Return the conflict with irreversible options and dependences built in.

    Raises
    ------
    ConflictError
        where a dependence rules out the status quo or every state.
    """
    chosen = list(guarantees)
    fixed: dict[str, Moves] = {
        it.option: "only taken" if it.value else "only given up"
        for it in chosen
        if it.kind == "irreversible"
    }
    makers = tuple(
        replace(
            dm,
            options=tuple(replace(o, moves=fixed.get(o.id, o.moves)) for o in dm.options),
        )
        for dm in conflict.decision_makers
    )
    rules = tuple(
        constraint("always", (_rule(it),), conflict.options)
        for it in chosen
        if it.kind == "dependence"
    )
    return replace(
        conflict,
        decision_makers=makers,
        feasibility=(*conflict.feasibility, *rules),
        rival_readings=(),
        origin=None,
    )


def _rule(guarantee: Guarantee) -> str:
    """Return what a dependence asks of every state: as agreed, or the condition."""
    name = guarantee.option if guarantee.value else f"not {guarantee.option}"
    return f"{name} or {guarantee.only_if}"


def irreversibles(
    conflict: Conflict, deal: int, breaches: Iterable[Step], way: Sequence[Step] = ()
) -> list[Guarantee]:
    """Return the options that breaches change away from a deal and that a way to it does not."""
    agreed = set(conflict.states.taken(deal))
    moves = {option.id: option.moves for option in conflict.options}
    undone = {
        id_
        for step in way
        for id_ in _changed(conflict, step)
        if _undoes(conflict, step, id_, agreed)
    }
    found: dict[str, Guarantee] = {}
    for step in breaches:
        for id_ in _changed(conflict, step):
            fits = _undoes(conflict, step, id_, agreed) and id_ not in undone
            if fits and moves[id_] == "reversible":
                found.setdefault(id_, Guarantee("irreversible", id_, id_ in agreed))
    return list(found.values())


def _changed(conflict: Conflict, step: Step) -> list[str]:
    before, after = (set(conflict.states.taken(n)) for n in (step.source, step.target))
    return [id_ for id_ in conflict.states.option_ids if id_ in before ^ after]


def _undoes(conflict: Conflict, step: Step, option: str, agreed: set[str]) -> bool:
    return (option in conflict.states.taken(step.target)) != (option in agreed)


def dependences(
    conflict: Conflict, deal: int, breaches: Iterable[Step], visited: Iterable[int]
) -> list[Guarantee]:
    """Return dependences of what breaches undo on options of other decision makers.

    The condition is not so under the deal, and every visited state stays feasible. None is offered where
    states are ranked or listed one by one: there a state cannot be taken out.
    """
    if conflict.listed_states or any(
        isinstance(dm.preferences, Ranking) for dm in conflict.decision_makers
    ):
        return []
    states = [set(conflict.states.taken(n)) for n in visited]
    agreed = set(conflict.states.taken(deal))
    found: dict[Guarantee, None] = {}
    for step in breaches:
        for id_ in _changed(conflict, step):
            if not _undoes(conflict, step, id_, agreed):
                continue
            for other in conflict.options:
                if conflict.owners[other.id].id == step.mover:
                    continue
                literal = f"not {other.id}" if other.id in agreed else other.id
                kept = all(
                    (id_ in s) == (id_ in agreed) or (other.id in s) != (other.id in agreed)
                    for s in states
                )
                if kept:
                    found[Guarantee("dependence", id_, id_ in agreed, literal)] = None
    return list(found)


def smallest_sets(
    conflict: Conflict,
    candidates: Sequence[Guarantee],
    carries: Callable[[Conflict], bool],
) -> Iterator[tuple[Guarantee, ...]]:
    """Yield the minimal sets of guarantees with which something holds; smaller ones first."""
    found: list[set[Guarantee]] = []
    chosen = candidates[:_MOST_CANDIDATES]
    for size in range(1, MOST_TOGETHER + 1):
        for some in combinations(chosen, size):
            if len(found) >= _MOST_SETS or any(smaller <= set(some) for smaller in found):
                continue
            try:
                holds = carries(with_guarantees(conflict, some))
            except ConflictError:  # the dependence rules out what must stay possible
                continue
            if holds:
                found.append(set(some))
                yield some
