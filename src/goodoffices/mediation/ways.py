"""Cheapest legal sequences of moves where every state on the way has its price."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from goodoffices.stability.game import Cells
from goodoffices.stability.search import AnyGame, CellStep

__all__ = ["cheapest_way"]

Arrivals = tuple[Cells, Cells, int]  # nodes arrived at, the nodes they were reached from, the mover


def cheapest_way(
    game: AnyGame,
    start: int,
    goal: int,
    prices: NDArray[np.int64],
    first: int | None = None,
) -> tuple[CellStep, ...] | None:
    """Return a legal sequence with the least sum of prices, the shortest among those.

    Parameters
    ----------
    prices : per cell what it costs to pass through, 0 or more; -1 where it must not be entered.
    first : the player who makes the first step; anybody if left out.

    Returns
    -------
    the steps; None where no sequence leads to the goal. To the start itself no step is needed.
    """
    if start == goal:
        return ()
    return _Walk(game, prices).run(start, goal, first)


class _Walk:
    """Fronts settled in order of price, then of length; a node is a cell with its last mover."""

    def __init__(self, game: AnyGame, prices: NDArray[np.int64]) -> None:
        self.game, self.prices = game, prices
        # where moves are transitive two in a row are one, and the last mover need not be remembered
        self.width = 1 if all(game.transitive) else len(game.players) + 1
        self.parent = np.full(game.cells * self.width, -1, dtype=np.int64)
        self.mover = np.full(game.cells * self.width, -1, dtype=np.int64)
        self.waiting: dict[tuple[int, int], list[Arrivals]] = {}

    def run(self, start: int, goal: int, first: int | None) -> tuple[CellStep, ...] | None:
        root = start * self.width + self.width - 1
        self.parent[root] = root
        movers = self.game.players if first is None else [first]
        self._expand(np.array([root]), movers, (0, 0))
        while self.waiting:
            key = min(self.waiting)
            front = self._settle(self.waiting.pop(key))
            at_goal = front[front // self.width == goal]
            if at_goal.size:
                return self._path(int(at_goal[0]))
            self._expand(front, self.game.players, key)
        return None

    def _settle(self, arrivals: list[Arrivals]) -> Cells:
        settled = []
        for ends, sources, j in arrivals:
            new = self.parent[ends] < 0
            fresh, at = np.unique(ends[new], return_index=True)
            self.parent[fresh] = sources[new][at]
            self.mover[fresh] = j
            settled.append(fresh)
        return np.concatenate(settled)

    def _expand(self, front: Cells, movers: range | list[int], key: tuple[int, int]) -> None:
        for j in movers:
            may = front if self.width == 1 else front[front % self.width != j]
            if not may.size:
                continue
            places, targets = self.game.expand(j, may // self.width)
            ends = targets if self.width == 1 else targets * self.width + j
            price = self.prices[targets]
            open_ = (self.parent[ends] < 0) & (price >= 0)
            for value in np.unique(price[open_]).tolist():
                some = open_ & (price == value)
                arrival = (ends[some], may[places[some]], j)
                self.waiting.setdefault((key[0] + value, key[1] + 1), []).append(arrival)

    def _path(self, node: int) -> tuple[CellStep, ...]:
        steps: list[CellStep] = []
        while self.parent[node] != node:
            before = int(self.parent[node])
            step = (int(self.mover[node]), before // self.width, node // self.width)
            steps.append(step)
            node = before
        return tuple(reversed(steps))
