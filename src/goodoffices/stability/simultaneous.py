"""Simultaneous stability, in its two readings, each under its own name.

Several decision makers may move from a state at the same time; the joint outcome takes from each mover
the mover's own options. It has no meaning where moves are listed without options.

- **SIM**: each improvement of i is blocked by a sequence of improvements of the others *from the same
  state* whose joint outcome with it is feasible and not preferred by i. An infeasible joint outcome is no
  sanction. It is computed on its own, whatever SEQ says (the reading of later programs).
- **SIM-FH**: Fraser and Hipel's tableau. Where two or more decision makers are not SEQ stable, only their
  improvements without a sequential sanction are combined; the state holds when the combinations deter
  every one of these decision makers from every such improvement. SEQ stable ones stay stable.

Source: Fraser and Hipel 1984; on the two readings see `docs/explanation/solution-concepts.md`.
"""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.ranks import Ranks
from goodoffices.stability.game import Game
from goodoffices.stability.propagate import lowest

__all__ = ["MOST_FOR_TABLEAU", "simultaneous", "tableau"]

MOST_FOR_TABLEAU = 1 << 16
"""The tableau goes state by state; above this many states it is refused."""

_FUNCTIONS_AT_ONCE = 16


def simultaneous(game: Game, i: int) -> NDArray[np.bool_]:
    """Return where cells are SIM stable for player ``i``, bool over cells; infeasible cells are False."""
    stable = game.feasible.copy()
    size = game.sizes[i]
    for first in range(0, size, _FUNCTIONS_AT_ONCE):
        targets = range(first, min(size, first + _FUNCTIONS_AT_ONCE))
        values = np.stack([_joint_ranks(game, i, y) for y in targets])[:, None, :]
        lowest(game, values, "improvements", owners=[i])
        for y, blocked_at in zip(targets, values[:, 0], strict=True):
            stable &= ~_improves(game, i, y) | (blocked_at <= game.ranks[i])
    return stable


def _boxed(game: Game, i: int, array: Ranks) -> Ranks:
    return array.reshape(-1, game.sizes[i], game.strides[i])


def _joint_ranks(game: Game, i: int, y: int) -> Ranks:
    """Return, per cell the others may lead to, i's rank once i's own strategy is ``y`` there."""
    ranks = _boxed(game, i, game.ranks[i])
    joint = np.broadcast_to(ranks[:, y : y + 1], ranks.shape).reshape(-1).copy()
    joint[(joint == 0) | ~game.feasible] = game.infinity
    return joint


def _improves(game: Game, i: int, y: int) -> NDArray[np.bool_]:
    """Return where changing to strategy ``y`` is a unilateral improvement of player ``i``."""
    ranks = _boxed(game, i, game.ranks[i])
    better = (ranks[:, y : y + 1] > ranks) & (ranks > 0)
    relation = game.allowed[i]
    if relation is not None:
        better &= relation[:, y][None, :, None]
    return np.asarray(better.reshape(-1))


def tableau(game: Game, sequential: NDArray[np.bool_], driven_to: Ranks) -> NDArray[np.bool_]:
    """Return where cells are SIM-FH stable for each player.

    Parameters
    ----------
    sequential : bool array (players, cells), where a cell is SEQ stable.
    driven_to : array (players, cells), the least rank each player can be driven to by the others'
        improvements: an improvement to t has no sequential sanction iff that is above the start's rank.
    """
    stable = sequential.copy()
    unstable = ~sequential & game.feasible
    for cell in np.flatnonzero(unstable.sum(axis=0) > 1).tolist():
        players = np.flatnonzero(unstable[:, cell]).tolist()
        open_ = {i: _unsanctioned(game, i, cell, driven_to[i]) for i in players}
        if all(_deterred(game, i, cell, open_) for i in players):
            stable[players, cell] = True
    return stable


def _unsanctioned(game: Game, i: int, cell: int, driven_to: Ranks) -> list[int]:
    """Return by how much each improvement without a sequential sanction changes the cell number."""
    targets = game.improvements(i, cell)
    return [int(t) - cell for t in targets[driven_to[targets] > game.ranks[i][cell]]]


def _deterred(game: Game, i: int, cell: int, open_: dict[int, list[int]]) -> bool:
    """Tell whether combinations with the others' open improvements deter ``i`` from each of its own."""
    others = [j for j in open_ if j != i]
    shifts = {
        sum(chosen)
        for count in range(1, len(others) + 1)
        for movers in combinations(others, count)
        for chosen in product(*(open_[j] for j in movers))
    }
    limit = game.ranks[i][cell]
    return all(
        any(0 < game.ranks[i][cell + own + shift] <= limit for shift in shifts) for own in open_[i]
    )
