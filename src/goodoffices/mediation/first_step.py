"""Who could make the first step at a loss on a way with as few such steps as can be."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from goodoffices.stability.search import AnyGame

__all__ = ["first_at_a_loss"]

MOST_CELLS = 1 << 14
"""Cells above which only the way that was found is looked at."""


def first_at_a_loss(game: AnyGame, start: int, target: int) -> tuple[int, ...] | None:
    """Return the players who make the first losing step on some way with the fewest losses.

    Two moves of one player in a row are one move here, so that plain sequences are legal ones; None where
    moves are not transitive, or the game is too large.
    """
    if game.cells > MOST_CELLS or not all(game.transitive):
        return None
    arcs = [_arcs(game, j) for j in game.players]
    to_target = _losses_to(game, arcs, target)
    fewest = int(to_target[start])
    if not fewest or fewest > game.cells:
        return ()
    free = _without_loss(game, arcs, start)
    return tuple(
        j
        for j, (sources, ends, lost) in enumerate(arcs)
        if np.any(free[sources] & (lost == 1) & (to_target[ends] == fewest - 1))
    )


Arrows = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.int64]]
"""Sources, ends, and 1 where the move leaves its mover worse off."""


def _arcs(game: AnyGame, j: int) -> Arrows:
    cells = np.flatnonzero(game.feasible)
    places, ends = game.expand(j, cells)
    sources = cells[places]
    ranks = game.ranks[j]
    return sources, ends, (ranks[ends] < ranks[sources]).astype(np.int64)


def _losses_to(game: AnyGame, arcs: list[Arrows], target: int) -> NDArray[np.int64]:
    """Return from each cell the fewest losing steps to the target; more than all cells where none lead."""
    fewest = np.full(game.cells, 2 * game.cells, dtype=np.int64)
    fewest[target] = 0
    while True:
        before = fewest.copy()
        for sources, ends, lost in arcs:
            np.minimum.at(fewest, sources, fewest[ends] + lost)
        if np.array_equal(before, fewest):
            return fewest


def _without_loss(game: AnyGame, arcs: list[Arrows], start: int) -> NDArray[np.bool_]:
    free = np.zeros(game.cells, dtype=bool)
    free[start] = True
    while True:
        before = int(free.sum())
        for sources, ends, lost in arcs:
            free[ends[free[sources] & (lost == 0)]] = True
        if int(free.sum()) == before:
            return free
