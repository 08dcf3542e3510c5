"""Changes to preferences: one vocabulary for inverse questions, hinges and robustness.

Two kinds. An `Edit` of ordered statements drops one, negates one, or swaps two that stand next to each
other; each costs 1. A `Lift` puts one state just above another in a decision maker's ranking.

An *order* is how edits leave a list of statements: places in the list as written, the most important
first; ``k`` for a statement kept, ``~k`` for one negated, and a dropped one is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np

from goodoffices.conflict import Conflict
from goodoffices.conflict.model import (
    DecisionMaker,
    PreferenceStatement,
    Prioritisation,
    Ranking,
    Tier,
)
from goodoffices.conflict.ranks import rank_cells
from goodoffices.errors import UsageError
from goodoffices.stability.sentences import state_words
from goodoffices.statements import negate

__all__ = [
    "Change",
    "Edit",
    "Lift",
    "Order",
    "apply_changes",
    "change_words",
    "contradicted",
    "edits_to",
    "neighbours",
    "order_after",
    "statements_of",
]

Order: TypeAlias = tuple[int, ...]


@dataclass(frozen=True)
class Edit:
    """One edit of a decision maker's ordered statements.

    Attributes
    ----------
    statement : its place in the list as written, from 0.
    over : for a swap the place, in the list as written, of the statement it now stands above.
    """

    kind: Literal["drop", "negate", "swap"]
    decision_maker: str
    statement: int
    over: int | None = None


@dataclass(frozen=True)
class Lift:
    """One state put just above another in a decision maker's ranking; numbers of states."""

    decision_maker: str
    state: int
    above: int


Change: TypeAlias = Edit | Lift


def statements_of(dm: DecisionMaker) -> tuple[PreferenceStatement, ...]:
    """Return a decision maker's ordered statements; none where the preferences are given otherwise."""
    found = dm.preferences
    return found.statements if isinstance(found, Prioritisation) else ()


def neighbours(order: Order, *, negations: bool = True) -> Iterator[Order]:
    """Yield the orders one edit further away, those with a statement negated only if asked for.

    >>> sorted(neighbours((0, 1)))
    [(-1, 1), (0,), (0, -2), (1,), (1, 0)]
    """
    for p, k in enumerate(order):
        yield order[:p] + order[p + 1 :]
        if negations and k >= 0:
            yield (*order[:p], ~k, *order[p + 1 :])
        if p and _place(order[p - 1]) < _place(k):
            yield (*order[: p - 1], k, order[p - 1], *order[p + 1 :])


def _place(signed: int) -> int:
    return signed if signed >= 0 else ~signed


def edits_to(dm_id: str, count: int, order: Order) -> tuple[Edit, ...]:
    """Return the fewest edits that turn a list of ``count`` statements into an order.

    >>> [(e.kind, e.statement, e.over) for e in edits_to("x", 3, (2, ~0))]
    [('drop', 1, None), ('negate', 0, None), ('swap', 2, 0)]
    """
    places = [_place(k) for k in order]
    dropped = [Edit("drop", dm_id, k) for k in range(count) if k not in places]
    negated = [Edit("negate", dm_id, ~k) for k in sorted(order, reverse=True) if k < 0]
    swaps = []
    now = sorted(places)
    for at, wanted in enumerate(places):
        here = now.index(wanted)
        while here > at:
            swaps.append(Edit("swap", dm_id, wanted, now[here - 1]))
            now[here - 1], now[here] = now[here], now[here - 1]
            here -= 1
    return (*dropped, *negated, *swaps)


def order_after(count: int, edits: Iterable[Edit]) -> Order:
    """Return the order in which edits, made one after the other, leave ``count`` statements.

    Raises
    ------
    UsageError
        where an edit names a statement that is not there any more, or swaps two that do not stand next
        to each other.
    """
    order = list(range(count))
    for edit in edits:
        places = [_place(k) for k in order]
        if edit.statement not in places:
            raise UsageError(
                f"'{edit.decision_maker}' has no statement {edit.statement + 1} to {edit.kind}; "
                f"there are {count}, and each can be dropped once"
            )
        at = places.index(edit.statement)
        if edit.kind == "drop":
            del order[at]
        elif edit.kind == "negate":
            order[at] = ~order[at]
        elif at and places[at - 1] == edit.over:
            order[at - 1], order[at] = order[at], order[at - 1]
        else:
            raise UsageError(
                f"'{edit.decision_maker}': statement {edit.statement + 1} does not stand just below "
                f"statement {-1 if edit.over is None else edit.over + 1}; only neighbours are swapped"
            )
    return tuple(order)


def apply_changes(conflict: Conflict, changes: Iterable[Change]) -> Conflict:
    """Return the conflict with changed preferences.

    A decision maker whose ranking is lifted keeps a ranking, also where it came from statements.

    Raises
    ------
    UsageError
        where a change does not fit the preferences it changes.

    >>> import goodoffices as go
    >>> council = go.load("geneva-2014/council")
    >>> changed = apply_changes(council, [Edit("drop", "sponsors", 0)])
    >>> [len(statements_of(dm)) for dm in changed.decision_makers]
    [5, 6, 3]
    """
    every = tuple(changes)
    known = {dm.id for dm in conflict.decision_makers}
    for change in every:
        if change.decision_maker not in known:
            conflict.decision_maker(change.decision_maker)  # says which there are
    makers = tuple(
        _changed(conflict, dm, [c for c in every if c.decision_maker == dm.id])
        for dm in conflict.decision_makers
    )
    return replace(conflict, decision_makers=makers, origin=None)


def _changed(conflict: Conflict, dm: DecisionMaker, changes: Sequence[Change]) -> DecisionMaker:
    edits = [c for c in changes if isinstance(c, Edit)]
    if edits:
        if not isinstance(dm.preferences, Prioritisation):
            raise UsageError(
                f"'{dm.id}' has no ordered statements to edit; lift a state in the ranking instead"
            )
        dm = replace(dm, preferences=_edited(dm, edits))
    for lift in (c for c in changes if isinstance(c, Lift)):
        dm = replace(dm, preferences=_lifted(conflict, dm, lift))
    return dm


def _edited(dm: DecisionMaker, edits: Sequence[Edit]) -> Prioritisation:
    wanted = statements_of(dm)
    return Prioritisation(
        tuple(
            wanted[k]
            if k >= 0
            else PreferenceStatement(
                negate(wanted[~k].statement), note="negated to see what would change"
            )
            for k in order_after(len(wanted), edits)
        )
    )


def _lifted(conflict: Conflict, dm: DecisionMaker, lift: Lift) -> Ranking:
    space = conflict.states
    ranks = rank_cells(conflict, dm)[space.feasible].astype(np.int64) * 2
    ranks[lift.state - 1] = ranks[lift.above - 1] + 1

    def name(number: int) -> frozenset[str]:
        listed = conflict.listed_states
        return frozenset({space.id(number)} if listed else space.taken(number))

    tiers = [
        Tier(tuple(name(n) for n in (np.flatnonzero(ranks == rank) + 1).tolist()))
        for rank in sorted(set(ranks.tolist()), reverse=True)
    ]
    return Ranking(tuple(tiers))


def change_words(conflict: Conflict, change: Change) -> str:
    """Say a change as a person reads it.

    >>> import goodoffices as go
    >>> council = go.load("geneva-2014/council")
    >>> change_words(council, Edit("swap", "russia", 1, 0))
    'Russia puts `not (veto and not trigger)` above `not (adopted and trigger)`'
    """
    dm = conflict.decision_maker(change.decision_maker)
    if isinstance(change, Lift):
        here, there = (state_words(conflict, n) for n in (change.state, change.above))
        return f"{dm.label} ranks {here} just above {there}"
    words = [f"`{wanted.statement}`" for wanted in statements_of(dm)]
    if change.kind == "swap":
        assert change.over is not None
        return f"{dm.label} puts {words[change.statement]} above {words[change.over]}"
    if change.kind == "drop":
        return f"{dm.label} drops {words[change.statement]}"
    return f"{dm.label} turns {words[change.statement]} into its opposite"


def contradicted(conflict: Conflict, changes: Iterable[Change]) -> tuple[str, ...]:
    """Return the ids of the evidence that changes contradict, each once.

    Dropping or negating a statement contradicts what it rests on, a swap what the two swapped rest on.
    Inferences contradict nothing.
    """
    found: dict[str, None] = {}
    for change in changes:
        if isinstance(change, Edit):
            wanted = statements_of(conflict.decision_maker(change.decision_maker))
            for place in (change.statement, change.over):
                if place is not None:
                    found.update(dict.fromkeys(wanted[place].because))
    return tuple(found)
