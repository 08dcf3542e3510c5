"""Lowest values that legal sequences of listed moves can lead to.

The same question as `goodoffices.stability.propagate` answers for cubes. A node is a state with the
player who moved last; the next move is somebody else's, except where all moves are transitive, for then
two in a row are one. Values flow backwards along arcs in ascending order, so that each node is settled
once and each arc looked at once; where there are very many values, in whatever order they come.
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

_MOST_LEVELS = 4_000  # distinct values up to which each is given a search of its own
_PATIENCE = 2_000  # fronts after which single steps in plain Python are the faster way


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
            own[:] = _settled(others, own, game.infinity)
    return values


def _settled(arcs: Sequence[Arcs], seed: Ranks, infinity: int) -> Ranks:
    """Return the least value of each state: its own, or what a sequence can lead to."""
    levels = np.unique(seed)
    way = _Ascending if len(levels) <= _MOST_LEVELS else _AsTheyCome
    found = way(arcs, seed, infinity).settled(levels)
    return _step_by_step(arcs, seed) if found is None else found


def _plain(arcs: Sequence[Arcs]) -> bool:
    """Tell whether two moves in a row may be taken for one.

    That must hold for everybody: where two moves of one player lead back they vanish, and the moves
    before and after them would be another player's in a row.
    """
    return all(own.transitive for own in arcs)


class _Ascending:
    """Values settled in ascending order: a backward search from the states of each value."""

    def __init__(self, arcs: Sequence[Arcs], seed: Ranks, infinity: int) -> None:
        del infinity
        self.reversed = [own.reversed for own in arcs]
        self.plain = _plain(arcs)
        self.seed = seed
        self.found = seed.copy()
        # whether the least value is known: of a node (state, last mover), and of a next move by a player
        self.node = [np.zeros(len(seed), dtype=bool) for _ in arcs]
        self.move = [np.zeros(len(seed), dtype=bool) for _ in arcs]
        self.place = np.empty(len(seed), dtype=np.int64)

    def settled(self, levels: Ranks) -> Ranks | None:
        """Return the least values, or None where the paths are so long that it does not pay."""
        patience = _PATIENCE
        order = np.argsort(self.seed, kind="stable")
        ends = np.searchsorted(self.seed[order], levels, side="right").tolist()
        for level, start, end in zip(levels, [0, *ends], ends, strict=False):
            held = order[start:end]
            fronts = [held[~known[held]] for known in self.node]
            for known, front in zip(self.node, fronts, strict=True):
                known[front] = True
            while any(len(front) for front in fronts):
                patience -= 1
                if patience < 0:
                    return None
                fronts = self._before(fronts, level)
        return self.found

    def _before(self, fronts: list[Cells], level: np.unsignedinteger) -> list[Cells]:
        """Settle what one move leads to a front; return the nodes this settles in turn."""
        new: list[list[Cells]] = [[] for _ in fronts]
        for j, front in enumerate(fronts):
            _, states = self.reversed[j].leaving(front)
            states = self._distinct(states[~self.move[j][states]])
            self.move[j][states] = True
            self.found[states] = np.minimum(self.found[states], level)
            for k, known in enumerate(self.node):
                if k != j or self.plain:
                    open_ = states[~known[states]]
                    known[open_] = True
                    new[k].append(open_)
        return [np.concatenate(parts) if parts else fronts[0][:0] for parts in new]

    def _distinct(self, states: Cells) -> Cells:
        """Return each state once: the last to write its place stays."""
        places = np.arange(len(states))
        self.place[states] = places
        last: Cells = states[self.place[states] == places]
        return last


class _AsTheyCome:
    """Values lowered wherever a lower one arrives, from nodes that have changed, until none does."""

    def __init__(self, arcs: Sequence[Arcs], seed: Ranks, infinity: int) -> None:
        self.reversed = [own.reversed for own in arcs]
        self.plain = _plain(arcs)
        self.seed = seed
        # the least value of a node (state, last mover), and that a state's next move by a player leads to
        self.after = [seed.copy() for _ in arcs]
        self.by = [np.full_like(seed, infinity) for _ in arcs]
        self.changed: list[list[Cells]] = [[np.arange(len(seed))] for _ in arcs]

    def settled(self, levels: Ranks) -> Ranks | None:
        """Return the least values, or None where the paths are so long that it does not pay."""
        del levels
        for _ in range(_PATIENCE):
            for j, changed in enumerate(self.changed):
                if changed:
                    self._turn(j, np.unique(np.concatenate(changed)))
            if not any(self.changed):
                return np.asarray(np.minimum.reduce([self.seed, *self.by]))
        return None

    def _turn(self, j: int, front: Cells) -> None:
        """Let what changed after moves of ``j`` reach the states those moves leave."""
        self.changed[j] = []
        places, before = self.reversed[j].leaving(front)
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


def _step_by_step(arcs: Sequence[Arcs], seed: Ranks) -> Ranks:
    """Settle node by node in plain Python, the lowest values first."""
    before = [_lists(own.reversed) for own in arcs]
    plain, nobody = _plain(arcs), len(arcs)
    settled = [bytearray(len(seed)) for _ in range(nobody + 1)]
    found = seed.copy()
    for start in np.argsort(seed, kind="stable").tolist():
        value = seed[start]
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
                    if (k != j or plain) and not settled[k][source]:
                        settled[k][source] = 1
                        waiting.append((k, source))
    return found


def _lists(arcs: Arcs) -> list[list[int]]:
    ends: NDArray[np.int64] = arcs.ends
    return [part.tolist() for part in np.split(ends, arcs.starts[1:-1])]
