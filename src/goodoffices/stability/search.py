"""Shortest legal sequences of moves: to a sanction, to a joint gain, from the status quo.

In option form a shortest sequence never has one player move twice running, since two moves in a row
are one move; so plain breadth-first search finds legal sequences (`theory` section 3.1 of the docs).
The same holds for sequences with the fewest steps at a loss: merging two moves adds no loss.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from goodoffices.stability.game import Cells, Game

__all__ = ["CellStep", "Found", "search"]

By = Literal["moves", "improvements", "fewest losses"]
CellStep = tuple[int, int, int]
"""Mover, cell left, cell reached."""

_AT_ONCE = 1 << 16  # cells expanded in one go, to bound the memory of a wide front


@dataclass(frozen=True, eq=False)
class Found:
    """What a search reached, and how.

    Attributes
    ----------
    start : the cell searched from.
    reached : cells reached by at least one step, in the order found.
    goal : the first cell that met the goal, or None.
    """

    start: int
    reached: Cells
    goal: int | None
    _parent: NDArray[np.int64]
    _mover: NDArray[np.int16]

    def can_reach(self, cells: Cells) -> NDArray[np.bool_]:
        """Tell which cells were reached, the start itself not counted."""
        return np.asarray((self._mover[cells] >= 0) & (cells != self.start))

    def path_to(self, cell: int) -> tuple[CellStep, ...]:
        """Return the steps of the sequence found to a reached cell."""
        steps: list[CellStep] = []
        while cell != self.start:
            before = int(self._parent[cell])
            steps.append((int(self._mover[cell]), before, cell))
            cell = before
        return tuple(reversed(steps))


Arrivals = tuple[Cells, Cells, int]
"""Cells arrived at, the cells they were reached from, and the mover."""


def search(
    game: Game,
    start: int,
    players: Iterable[int],
    by: By = "moves",
    goal: Callable[[Cells], NDArray[np.bool_]] | None = None,
) -> Found:
    """Search the legal sequences of some players from one cell, shortest first.

    Parameters
    ----------
    by : ``moves``; ``improvements`` (each step strictly better for its mover than the cell it leaves);
        or ``fewest losses``: all moves, sequences with fewer steps that leave their mover worse off
        first, shorter ones first among them.
    goal : tells which cells of a front are looked for; the search stops at the first.

    Returns
    -------
    what was reached, with a best sequence to each cell.
    """
    movers = sorted(players)
    parent = np.full(game.cells, -1, dtype=np.int64)
    mover = np.full(game.cells, -1, dtype=np.int16)
    parent[start] = start
    reached: list[Cells] = []
    waiting: dict[tuple[int, int], list[Arrivals]] = {}
    front, key = np.array([start], dtype=np.intp), (0, 0)
    while True:
        for j in movers:
            for lost, arrivals in _expand(game, front, j, by, parent):
                waiting.setdefault((key[0] + lost, key[1] + 1), []).append(arrivals)
        if not waiting:
            break
        key = min(waiting)
        front = _settle(waiting.pop(key), parent, mover)
        reached.append(front)
        if goal is not None and front.size and (met := goal(front)).any():
            first = int(front[np.flatnonzero(met)[0]])
            return Found(start, np.concatenate(reached), first, parent, mover)
    everything = np.concatenate(reached) if reached else np.empty(0, dtype=np.intp)
    return Found(start, everything, None, parent, mover)


def _settle(arrivals: list[Arrivals], parent: NDArray[np.int64], mover: NDArray[np.int16]) -> Cells:
    """Fix how the cells of one front are reached; the first arrival at a cell counts."""
    settled = []
    for cells, sources, j in arrivals:
        new = parent[cells] < 0
        cells, at = np.unique(cells[new], return_index=True)
        parent[cells] = sources[new][at]
        mover[cells] = j
        settled.append(cells)
    return np.concatenate(settled)


def _expand(
    game: Game, front: Cells, j: int, by: By, parent: NDArray[np.int64]
) -> Iterator[tuple[int, Arrivals]]:
    """Yield what one move of ``j`` leads to from a front, apart by whether the step is a loss."""
    size, stride, ranks = game.sizes[j], game.strides[j], game.ranks[j]
    if size < 2:
        return
    for at in range(0, front.size, _AT_ONCE):
        sources = front[at : at + _AT_ONCE, None]
        own = sources // stride % size
        targets = sources + (np.arange(size) - own) * stride
        open_ = game.feasible[targets] & (parent[targets] < 0)
        relation = game.allowed[j]
        if relation is not None:
            open_ &= relation[own[:, 0]]
        before, after = ranks[sources], ranks[targets]
        if by == "improvements":
            open_ &= after > before
        split = (
            [open_]
            if by != "fewest losses"
            else [open_ & (after >= before), open_ & (after < before)]
        )
        for lost, wanted in enumerate(split):
            if wanted.any():
                yield lost, (targets[wanted], np.broadcast_to(sources, targets.shape)[wanted], j)
