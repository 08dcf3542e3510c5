"""What coalitions can reach, and gain, as matrices over the feasible states.

Row and column k stand for the feasible state of number k + 1. Whether a state can be come back to is
left open: every state counts as reached from itself, which changes no coalitional concept, since a state
preferred by every member, or not, is judged against the one that was left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import LimitError
from goodoffices.stability.search import AnyGame

__all__ = [
    "MOST_ENTRIES",
    "Matrix",
    "Members",
    "Powers",
    "coalitions_of",
    "least_next",
    "lowest_reached",
    "product",
]

Matrix: TypeAlias = NDArray[np.bool_]
Members: TypeAlias = tuple[int, ...]
"""A coalition: the players in it, ascending."""

MOST_ENTRIES = 1 << 28
"""States times states times coalitions that are worked out, some gibibyte of memory."""


def coalitions_of(players: Iterable[int]) -> list[Members]:
    """Return the non-empty coalitions of some players, smaller ones first.

    >>> coalitions_of([0, 1])
    [(0,), (1,), (0, 1)]
    """
    every = sorted(players)
    return [h for size in range(1, len(every) + 1) for h in combinations(every, size)]


def product(first: Matrix, second: Matrix) -> Matrix:
    """Return the Boolean matrix product: whether some middle state links row and column."""
    # sums of up to 2^24 ones are exact in float32, and far fewer states are ever multiplied
    return np.asarray(first.astype(np.float32) @ second.astype(np.float32) > 0)


@dataclass(frozen=True, eq=False)
class Powers:
    """What each coalition can reach and what its members prefer.

    >>> import goodoffices as go
    >>> council = go.load("geneva-2014/council")
    >>> powers = Powers(council.analyse().game)
    >>> status_quo = council.states.find("trigger,vote,veto")
    >>> [council.states.id(k + 1) for k in powers.improvements((0, 1))[status_quo - 1].nonzero()[0]]
    ['vote']
    """

    game: AnyGame
    _reached: dict[Members, Matrix] = field(default_factory=dict)
    _improvements: dict[Members, Matrix] = field(default_factory=dict)

    def __post_init__(self) -> None:
        entries = (len(self.cells) ** 2) << len(self.game.players)
        if entries > MOST_ENTRIES:
            raise LimitError(
                f"coalitions are worked out with every pair of states: {len(self.cells):,} states and "
                f"{len(self.game.players)} decision makers make {entries:,} entries, and at most "
                f"{MOST_ENTRIES:,} are kept; a conflict with fewer states, or fewer decision makers, can be"
            )

    @cached_property
    def cells(self) -> NDArray[np.intp]:
        """The feasible cells of the game."""
        return np.flatnonzero(self.game.feasible)

    @property
    def count(self) -> int:
        """Number of feasible states."""
        return len(self.cells)

    @cached_property
    def ranks(self) -> NDArray[np.unsignedinteger]:
        """Rank of each state for each player, shape (players, states)."""
        return np.stack([own[self.cells] for own in self.game.ranks])

    @cached_property
    def transitive(self) -> bool:
        """Whether two moves in a row of one player are always one move, for every player."""
        return all(self.game.transitive)

    @cached_property
    def moves(self) -> tuple[Matrix, ...]:
        """Per player where one move leads."""
        numbers = np.cumsum(self.game.feasible) - 1
        found = []
        for j in self.game.players:
            own = np.zeros((self.count, self.count), dtype=bool)
            places, targets = self.game.expand(j, self.cells)
            own[places, numbers[targets]] = True
            found.append(own)
        return tuple(found)

    def reached(self, members: Members) -> Matrix:
        """Return where legal sequences of the members lead: R_H(s), and s itself."""
        if members not in self._reached:
            work_out = self._closure if self.transitive else self._legal
            self._reached[members] = work_out(members)
        return self._reached[members]

    def _closure(self, members: Members) -> Matrix:
        """Close what the members but the last reach under the last one's moves, and again."""
        if not members:
            return np.eye(self.count, dtype=bool)
        own = self.moves[members[-1]] | np.eye(self.count, dtype=bool)
        if len(members) == 1:
            return own
        before = self.reached(members[:-1])
        found, quiet, turn = before, 0, 0
        while quiet < 2:
            new = product(found, (own, before)[turn % 2])
            quiet = quiet + 1 if np.array_equal(new, found) else 0
            found, turn = new, turn + 1
        return found

    def _legal(self, members: Members) -> Matrix:
        """Follow legal sequences by last mover: nobody moves twice running."""
        last = {j: self.moves[j].copy() for j in members}
        changed = True
        while changed:
            changed = False
            for j in members:
                for k in members:
                    if j != k:
                        new = last[j] | product(last[k], self.moves[j])
                        changed |= bool((new & ~last[j]).any())
                        last[j] = new
        found = np.eye(self.count, dtype=bool)
        for own in last.values():
            found |= own
        return found

    def preferred(self, members: Members) -> Matrix:
        """Return which states every member strictly prefers to the row's."""
        found = np.ones((self.count, self.count), dtype=bool)
        for i in members:
            found &= self.ranks[i][None, :] > self.ranks[i][:, None]
        return found

    def improvements(self, members: Members) -> Matrix:
        """Return the coalition improvements: R_H^{++}(s) (Kilgour, Hipel, Fang and Peng 2001)."""
        if members not in self._improvements:
            self._improvements[members] = self.reached(members) & self.preferred(members)
        return self._improvements[members]

    def others(self, members: Members) -> Members:
        """Return everybody who is not a member."""
        return tuple(i for i in self.game.players if i not in members)


def lowest_reached(
    values: NDArray[np.unsignedinteger], edges: Sequence[Matrix], *, transitive: bool
) -> NDArray[np.unsignedinteger]:
    """Return the least value that sequences of coalitions' moves lead to from each state, or staying.

    Parameters
    ----------
    values : unsigned array over states.
    edges : per coalition where its moves lead; none of them moves twice running, which tells only where
        moves are not transitive.
    """
    if not edges:
        return values
    if transitive:
        union = np.logical_or.reduce(edges)
        while True:
            new = np.minimum(values, least_next(union, values))
            if np.array_equal(new, values):
                return values
            values = new
    return _by_last_coalition(values, edges)


def _by_last_coalition(
    values: NDArray[np.unsignedinteger], edges: Sequence[Matrix]
) -> NDArray[np.unsignedinteger]:
    """Keep the least value apart for each coalition that moved last."""
    after = [values.copy() for _ in edges]
    while True:
        by = [least_next(own, least) for own, least in zip(edges, after, strict=True)]
        new = [
            np.minimum.reduce([values, *(other for g, other in enumerate(by) if g != f)])
            for f in range(len(edges))
        ]
        if all(map(np.array_equal, new, after)):
            return np.asarray(np.minimum.reduce([values, *by]))
        after = new


def least_next(edges: Matrix, values: NDArray[np.unsignedinteger]) -> NDArray[np.unsignedinteger]:
    """Return the least value in each row's states, or the largest of the type where it has none."""
    infinity = np.iinfo(values.dtype).max
    return np.asarray(np.where(edges, values[None, :], infinity).min(axis=1).astype(values.dtype))
