"""Lowest values that legal sequences of listed moves can lead to.

The same question as `goodoffices.stability.propagate` answers for cubes. A node is a state with the
player who moved last; the next move is somebody else's, except where all moves are transitive, for then
two in a row are one. Values flow backwards along arcs, only from nodes whose value has
changed; a graph on which that takes too many rounds is finished node by node in ascending order of value.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.ranks import Ranks
from goodoffices.stability.arcs import ArcGame, Arcs
from goodoffices.stability.game import Cells
from goodoffices.stability.propagate import By

__all__ = ["lowest_by_arcs"]

_PATIENCE = 2_000  # rounds after which single steps in plain Python are the faster way


def lowest_by_arcs(game: ArcGame, values: Ranks, by: By) -> Ranks:
    """Lower values to the least that the other players' legal sequences can lead to, in place.

    Parameters
    ----------
    values : unsigned array of shape (m, n, states): for each player i (second axis) m value functions.

    Returns
    -------
    ``values``: values[:, i, s] is the least over s and R_{N-i}(s), or R^+_{N-i}(s).
    """
    arcs = game.arcs if by == "moves" else game.improving
    for i in game.players:
        others = [arcs[j] for j in game.players if j != i]
        for own in values[:, i]:
            own[:] = _Flow(others, own, game.infinity).settled()
    return values


class _Flow:
    """One value function on its way backwards along the arcs of some players."""

    def __init__(self, arcs: Sequence[Arcs], seed: Ranks, infinity: int) -> None:
        self.arcs = arcs
        self.seed = seed
        # two moves in a row may be taken for one only where that holds for everybody: where they lead
        # back, they vanish, and the moves before and after them would be one player's in a row
        self.plain = all(own.transitive for own in arcs)
        # the least value of a node (state, last mover), per last mover
        self.after = [seed.copy() for _ in arcs]
        # the least value that a state's next move by each player can lead to
        self.by = [np.full_like(seed, infinity) for _ in arcs]
        everything = np.arange(len(seed))
        self.changed: list[list[Cells]] = [[everything] for _ in arcs]

    def settled(self) -> Ranks:
        """Return the least value of each state: its own, or what a next move can lead to."""
        for _ in range(_PATIENCE):
            for j, changed in enumerate(self.changed):
                if changed:
                    self._turn(j, np.unique(np.concatenate(changed)))
            if not any(self.changed):
                return np.asarray(np.minimum.reduce([self.seed, *self.by]))
        return self._in_ascending_order()

    def _turn(self, j: int, front: Cells) -> None:
        """Let what changed after moves of ``j`` reach the states those moves leave."""
        self.changed[j] = []
        places, before = self.arcs[j].reversed.leaving(front)
        news = self.after[j][front[places]]
        better = news < self.by[j][before]
        states = np.unique(before[better])
        if not len(states):
            return
        np.minimum.at(self.by[j], before[better], news[better])
        for k, after in enumerate(self.after):
            if k != j or self.plain:
                lower = states[self.by[j][states] < after[states]]
                if len(lower):
                    after[lower] = self.by[j][lower]
                    self.changed[k].append(lower)

    def _in_ascending_order(self) -> Ranks:
        """Settle each node once, the lowest values first."""
        before = [_lists(own.reversed) for own in self.arcs]
        nobody = len(self.arcs)
        settled = [bytearray(len(self.seed)) for _ in range(nobody + 1)]
        found = self.seed.copy()
        for start in np.argsort(self.seed, kind="stable").tolist():
            value = self.seed[start]
            waiting = [(k, start) for k in range(nobody + 1) if not settled[k][start]]
            for k, _ in waiting:
                settled[k][start] = 1
            while waiting:
                j, state = waiting.pop()
                if j == nobody:
                    found[state] = value
                    continue
                for source in before[j][state]:
                    for k in range(nobody + 1):
                        if (k != j or self.plain) and not settled[k][source]:
                            settled[k][source] = 1
                            waiting.append((k, source))
        return found


def _lists(arcs: Arcs) -> list[list[int]]:
    ends: NDArray[np.int64] = arcs.ends
    return [part.tolist() for part in np.split(ends, arcs.starts[1:-1])]
