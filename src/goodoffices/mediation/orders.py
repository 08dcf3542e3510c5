"""The fewest edits of one decision maker's statements that meet a condition: iterative deepening.

For s not to be less liked than u, the first statement on which they differ must be true in s. So only the
statements on which u and s differ matter, and states that differ from s alike are one. Level by level all
orders one edit further away are tried, but only edits that can turn a state that stands in the way: those
of the statement that decides against s, or of what stands between it and a later one that might decide.
Any cheapest answer is reached by such edits (some edit of it must be one of them), so all are found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.mediation.changes import Order

__all__ = ["Demand", "Searched", "cheapest_orders"]

MOST_TRIED = 60_000
"""Orders looked at before the search says that it has not come to an end."""
_LOOKED_AT = 3  # clauses not met, those with the fewest states first, compared for the least choice


@dataclass(frozen=True)
class Demand:
    """A condition in terms of statements.

    Attributes
    ----------
    differs, favours : bool arrays of shape (statements, kinds): whether a kind of state differs from the
        wanted one on a statement, and whether the wanted one is then where it is true.
    clauses : for each clause its alternatives, sets of kinds that must not be preferred to the wanted one.
    """

    differs: NDArray[np.bool_]
    favours: NDArray[np.bool_]
    clauses: tuple[tuple[tuple[int, ...], ...], ...]

    @classmethod
    def of(
        cls, truth: NDArray[np.bool_], wanted: int, clauses: Sequence[Sequence[frozenset[int]]]
    ) -> Demand:
        """Return the demand of clauses over states; ``truth`` has a column for each state."""
        related = sorted(set().union(*(one for sets in clauses for one in sets)))
        here = truth[:, [wanted]]
        differs = truth[:, related] != here
        kinds, inverse = np.unique(differs, axis=1, return_inverse=True)
        kind = dict(zip(related, inverse.ravel().tolist(), strict=True))
        same = {k for k in range(kinds.shape[1]) if not kinds[:, k].any()}
        found = []
        for sets in clauses:
            over = {frozenset(kind[c] for c in one) - same for one in sets}
            least = [one for one in over if not any(other < one for other in over)]
            if frozenset() not in over:
                found.append(tuple(sorted(tuple(sorted(one)) for one in least)))
        found.sort(key=lambda clause: sum(map(len, clause)))
        return cls(kinds, kinds & here, tuple(dict.fromkeys(found)))

    def met(self, orders: Sequence[Order]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Return which orders meet the demand, and per order which kinds are not preferred."""
        count, kinds = self.differs.shape
        longest = max(map(len, orders), default=0)
        place = np.full((len(orders), longest), count)
        for row, order in zip(place, orders, strict=True):
            row[: len(order)] = order
        negated = place < 0
        place = np.where(negated, ~place, place)
        none = np.zeros((1, kinds), dtype=bool)
        differs, favours = np.vstack([self.differs, none]), np.vstack([self.favours, none])
        open_ = np.ones((len(orders), kinds), dtype=bool)
        kept = np.ones((len(orders), kinds), dtype=bool)
        for p in range(longest):
            decides = open_ & differs[place[:, p]]
            kept &= ~decides | (favours[place[:, p]] ^ negated[:, p, None])
            open_ &= ~decides
        good = np.ones(len(orders), dtype=bool)
        for clause in self.clauses:
            good &= np.any([kept[:, list(one)].all(axis=1) for one in clause], axis=0)
        return good, kept

    def useful(self, order: Order, kept: NDArray[np.bool_]) -> list[Order]:
        """Return the orders one edit away that can help with a clause that leaves little choice."""
        places = [k if k >= 0 else ~k for k in order]
        differs = self.differs[places]
        best: list[Order] | None = None
        looked_at = 0
        for clause in self.clauses:
            wrong = _first_wrong(clause, kept)
            if wrong is None:
                continue
            ways = _edits(order, places, differs[:, wrong])
            if best is None or len(ways) < len(best):
                best = ways
            looked_at += 1
            if looked_at == _LOOKED_AT:
                break
        return best or []


def _first_wrong(
    clause: tuple[tuple[int, ...], ...], kept: NDArray[np.bool_]
) -> NDArray[np.intp] | None:
    """Return of each alternative the first kind that is preferred; None where one has none."""
    wrong = []
    for one in clause:
        first = next((kind for kind in one if not kept[kind]), None)
        if first is None:
            return None
        wrong.append(first)
    return np.array(wrong, dtype=np.intp)


def _edits(order: Order, places: list[int], differs: NDArray[np.bool_]) -> list[Order]:
    """Return the edits that can change which statement decides about some kind, or what it says.

    ``differs`` has shape (statements in order, kinds). For each kind that is from the first statement on
    which it differs to the last: any of them may be dropped or changed with the one before it, but the
    first, which may be negated.
    """
    first = differs.argmax(axis=0)
    last = len(order) - 1 - differs[::-1].argmax(axis=0)
    reach = np.full(len(order), -1)
    np.maximum.at(
        reach, first, last
    )  # of the intervals that begin at a place the one that ends last
    reach = np.maximum.accumulate(reach)
    begins = np.zeros(len(order), dtype=bool)
    begins[first] = True
    inner = np.concatenate([[-1], reach[:-1]])  # of those that begin before a place
    found = []
    for p in range(len(order)):
        if p <= reach[p]:
            found.append(order[:p] + order[p + 1 :])
        if begins[p] and order[p] >= 0:
            found.append((*order[:p], ~order[p], *order[p + 1 :]))
        if p <= inner[p] and places[p - 1] < places[p]:
            found.append((*order[: p - 1], order[p], order[p - 1], *order[p + 1 :]))
    return found


@dataclass(frozen=True)
class Searched:
    """What a search found.

    Attributes
    ----------
    cost : the fewest edits. Where ``proved`` is false, without orders no answer has fewer, and none is known;
        with orders the answers hold, and smaller ones are not ruled out.
    orders : orders of that cost.
    complete : whether these are all of that cost.
    """

    cost: int
    orders: tuple[Order, ...]
    proved: bool
    complete: bool = True


def cheapest_orders(
    count: int, demand: Demand, most: int = MOST_TRIED, report: Callable[[int], None] | None = None
) -> Searched:
    """Return all orders of ``count`` statements that meet a demand with the fewest edits."""
    level: list[Order] = [tuple(range(count))]
    seen: set[Order] = set(level)
    cost = 0
    while True:
        good, kept = demand.met(level)
        if good.any():
            found = (level[k] for k in np.flatnonzero(good))
            return Searched(cost, tuple(sorted(found)), proved=True)
        cost += 1
        after: dict[Order, None] = {}
        for order, own in zip(level, kept, strict=True):
            for next_ in demand.useful(order, own):
                if next_ not in seen:
                    after[next_] = None
            if len(seen) + len(after) > most:
                return Searched(cost, (), proved=False)
        seen.update(after)
        level = list(after)
        if report is not None:
            report(cost)
