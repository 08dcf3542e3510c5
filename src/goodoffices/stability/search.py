"""Shortest legal sequences of moves: to a sanction, to a joint gain, from the status quo.

Where everybody's moves are transitive, as in option form, a shortest sequence never has one player move
twice running, since two moves in a row are one; so plain breadth-first search finds legal sequences.
The same holds for sequences with the fewest steps at a loss: merging two moves adds no loss. Elsewhere
the search goes over nodes, a state with the player who moved last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from goodoffices.stability.arcs import ArcGame
from goodoffices.stability.game import Cells, Game

__all__ = ["AnyGame", "By", "CellStep", "Found", "search"]

AnyGame: TypeAlias = Game | ArcGame
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
    reached : cells reached by at least one step, each once, in the order found.
    goal : the first cell that met the goal, or None.
    """

    start: int
    reached: Cells
    goal: int | None
    _nodes: _Nodes
    _first: NDArray[np.int64]
    _parent: NDArray[np.int64]
    _mover: NDArray[np.int16]

    def can_reach(self, cells: Cells) -> NDArray[np.bool_]:
        """Tell which cells were reached, the start itself not counted."""
        return np.asarray((self._first[cells] >= 0) & (cells != self.start))

    def path_to(self, cell: int) -> tuple[CellStep, ...]:
        """Return the steps of the sequence found to a reached cell."""
        steps: list[CellStep] = []
        node = int(self._first[cell])
        while self._parent[node] != node:
            before = int(self._parent[node])
            steps.append((int(self._mover[node]), self._nodes.cell(before), self._nodes.cell(node)))
            node = before
        return tuple(reversed(steps))


@dataclass(frozen=True)
class _Nodes:
    """Numbers of nodes: a cell alone, or a cell with its last mover (the last number: nobody yet)."""

    last_movers: int

    def start(self, cell: int) -> int:
        return cell * self.last_movers + self.last_movers - 1

    def cell(self, node: int) -> int:
        return node // self.last_movers

    def after(self, cells: Cells, j: int) -> Cells:
        return cells if self.last_movers == 1 else cells * self.last_movers + j

    def may_move(self, front: Cells, j: int) -> Cells:
        return front if self.last_movers == 1 else front[front % self.last_movers != j]


Arrivals = tuple[Cells, Cells, int]
"""Nodes arrived at, the nodes they were reached from, and the mover."""


def search(
    game: AnyGame,
    start: int,
    players: Iterable[int],
    by: By = "moves",
    goal: Callable[[Cells], NDArray[np.bool_]] | None = None,
    most_steps: int | None = None,
) -> Found:
    """Search the legal sequences of some players from one cell, shortest first.

    Parameters
    ----------
    by : ``moves``; ``improvements`` (each step strictly better for its mover than the cell it leaves);
        or ``fewest losses``: all moves, sequences with fewer steps that leave their mover worse off
        first, shorter ones first among them.
    goal : tells which cells of a front are looked for; the search stops at the first.

    most_steps : the longest sequences looked at.

    Returns
    -------
    what was reached, with a best sequence to each cell.
    """
    movers = sorted(players)
    plain = all(game.transitive[j] for j in movers)
    walk = _Walk(game, _Nodes(1 if plain else len(game.players) + 1), start, by)
    waiting: dict[tuple[int, int], list[Arrivals]] = {}
    front, key = np.array([walk.nodes.start(start)], dtype=np.intp), (0, 0)
    reached: list[Cells] = []
    while True:
        for j in movers:
            for lost, arrivals in walk.expand(front, j):
                waiting.setdefault((key[0] + lost, key[1] + 1), []).append(arrivals)
        if not waiting or key[1] == most_steps:
            return walk.found(start, reached, None)
        key = min(waiting)
        front = walk.settle(waiting.pop(key))
        cells = walk.new_cells(front)
        reached.append(cells)
        if goal is not None and cells.size and (met := goal(cells)).any():
            return walk.found(start, reached, int(cells[np.flatnonzero(met)[0]]))


class _Walk:
    """The nodes settled so far, and how each was reached."""

    def __init__(self, game: AnyGame, nodes: _Nodes, start: int, by: By) -> None:
        self.game, self.nodes, self.by = game, nodes, by
        count = game.cells * nodes.last_movers
        self.parent = np.full(count, -1, dtype=np.int64)
        self.mover = np.full(count, -1, dtype=np.int16)
        self.first = np.full(game.cells, -1, dtype=np.int64)  # the node a cell was reached by
        self.parent[nodes.start(start)] = nodes.start(start)
        self.first[start] = nodes.start(start)  # coming back to it is no discovery

    def settle(self, arrivals: list[Arrivals]) -> Cells:
        """Fix how the nodes of one front are reached; the first arrival at a node counts."""
        settled = []
        for ends, sources, j in arrivals:
            new = self.parent[ends] < 0
            ends, at = np.unique(ends[new], return_index=True)
            self.parent[ends] = sources[new][at]
            self.mover[ends] = j
            settled.append(ends)
        return np.concatenate(settled)

    def new_cells(self, front: Cells) -> Cells:
        """Return the cells of a front that no earlier one held."""
        cells, at = np.unique(front // self.nodes.last_movers, return_index=True)
        new = self.first[cells] < 0
        self.first[cells[new]] = front[at][new]
        return cells[new]

    def expand(self, front: Cells, j: int) -> Iterator[tuple[int, Arrivals]]:
        """Yield what one move of ``j`` leads to from a front, apart by whether the step is a loss."""
        ranks = self.game.ranks[j]
        front = self.nodes.may_move(front, j)
        for at in range(0, front.size, _AT_ONCE):
            part = front[at : at + _AT_ONCE]
            cells = part // self.nodes.last_movers
            places, targets = self.game.expand(j, cells)
            ends = self.nodes.after(targets, j)
            open_ = self.parent[ends] < 0
            before, after = ranks[cells[places]], ranks[targets]
            if self.by == "improvements":
                open_ &= after > before
            losing = after < before if self.by == "fewest losses" else np.zeros_like(open_)
            for lost, wanted in enumerate((open_ & ~losing, open_ & losing)):
                if wanted.any():
                    yield lost, (ends[wanted], part[places[wanted]], j)

    def found(self, start: int, reached: list[Cells], goal: int | None) -> Found:
        """Return what was found."""
        every = np.concatenate(reached) if reached else np.empty(0, dtype=np.intp)
        return Found(start, every, goal, self.nodes, self.first, self.parent, self.mover)
