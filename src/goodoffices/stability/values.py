"""What players can be driven to, whichever way the moves of a game are kept.

Sanctions are legal sequences of the other players' moves. ``one-move`` sanctions, a single move of a
single opponent, are weaker; they are offered to compare with older programs, never used unasked.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np

from goodoffices.conflict.ranks import Ranks
from goodoffices.stability import propagate
from goodoffices.stability.arc_values import lowest_by_arcs
from goodoffices.stability.arcs import ArcGame
from goodoffices.stability.propagate import By
from goodoffices.stability.search import AnyGame

__all__ = ["SANCTIONS", "Sanctions", "driven_to", "highest_own"]

Sanctions: TypeAlias = Literal["legal", "one-move"]
SANCTIONS: tuple[Sanctions, ...] = ("legal", "one-move")


def highest_own(game: AnyGame, i: int, values: Ranks) -> Ranks:
    """Return the highest value that player ``i`` reaches by one move or by staying.

    Infeasible cells must hold 0 and keep it.
    """
    if isinstance(game, ArcGame):
        return game.highest_own(i, values)
    return propagate.highest_own(game, i, values)


def driven_to(game: AnyGame, values: Ranks, by: By, sanctions: Sanctions = "legal") -> Ranks:
    """Lower values to the least that the other players can lead to; may work in place.

    Parameters
    ----------
    values : unsigned array of shape (m, n, cells): for each player i (second axis) m value functions to
        propagate along the moves of everybody but i. Infeasible cells hold ``game.infinity``.
    by : whether the others use all their moves, or their improvements only.
    """
    if sanctions == "one-move":
        return _by_one_move(game, values, by)
    if isinstance(game, ArcGame):
        return lowest_by_arcs(game, values, by)
    return propagate.lowest(game, values, by)


def _by_one_move(game: AnyGame, values: Ranks, by: By) -> Ranks:
    """Return the least value over a cell and what one move of one other player leads to from it."""
    found = values.copy()
    for j in game.players:
        if isinstance(game, ArcGame):
            moved = _one_arc(game, values, by, j)
        else:
            moved = propagate.one_turn(game, values.copy(), by, j)
        np.minimum(found, moved, out=found)
    return found


def _one_arc(game: ArcGame, values: Ranks, by: By, j: int) -> Ranks:
    arcs = (game.arcs if by == "moves" else game.improving)[j]
    moved = values.copy()
    rows = np.flatnonzero(np.diff(arcs.starts))
    others = [i for i in game.players if i != j]
    if len(rows) and others:
        least = np.minimum.reduceat(values[:, others][..., arcs.ends], arcs.starts[rows], axis=-1)
        for k, i in enumerate(others):
            moved[:, i, rows] = least[:, k]
    return moved
