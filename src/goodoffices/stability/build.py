"""From a conflict to the graph model that the engine works on, in whichever form it is written."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict import Conflict
from goodoffices.conflict.listed import ListedStates
from goodoffices.conflict.ranks import Ranks, rank_cells
from goodoffices.conflict.states import StateSpace
from goodoffices.errors import LimitError
from goodoffices.stability.arcs import ArcGame, Arcs
from goodoffices.stability.game import Game
from goodoffices.stability.search import AnyGame
from goodoffices.statements import Statement, evaluate

__all__ = ["game_of"]

_MOST_ARCS = 1 << 27
"""Moves listed one by one that still fit into some gibibytes of memory."""


def game_of(conflict: Conflict) -> AnyGame:
    """Return the graph model of a conflict; lists its states.

    Moves in option form follow from the options. Where states are listed, or some moves are forbidden,
    the moves are listed too.

    Raises
    ------
    ConflictError
        where the states do not fit together.
    LimitError
        where there are too many states, or too many moves to list.
    """
    states = conflict.states
    if isinstance(states, ListedStates):
        return _graph_form(conflict, states)
    game = Game.of(conflict)
    if not conflict.forbidden_moves:
        return game
    _refuse_too_many_arcs(game)
    return ArcGame.from_cube(game, _forbidden(conflict, states, game))


def _graph_form(conflict: Conflict, states: ListedStates) -> ArcGame:
    ranks = _one_type([rank_cells(conflict, dm) for dm in conflict.decision_makers])
    arcs = []
    for dm in conflict.decision_makers:
        pairs = np.array(
            [(states.find(a) - 1, states.find(b) - 1) for a, ends in dm.moves for b in ends],
            dtype=np.int64,
        ).reshape(-1, 2)
        arcs.append(Arcs.of(states.count, pairs[:, 0], pairs[:, 1]))
    return ArcGame(ranks, tuple(arcs))


def _one_type(ranks: list[Ranks]) -> tuple[Ranks, ...]:
    widest = max((own.dtype for own in ranks), key=lambda dtype: dtype.itemsize)
    return tuple(own.astype(widest, copy=False) for own in ranks)


def _refuse_too_many_arcs(game: Game) -> None:
    arcs = game.cells * sum(size - 1 for size in game.sizes)
    if arcs > _MOST_ARCS:
        raise LimitError(
            f"with forbidden moves the moves are listed one by one, and there are up to {arcs:,} of "
            f"them; at most {_MOST_ARCS:,} can be. Without forbidden moves, or with one-way options in "
            "their place, there is no such limit"
        )


def _forbidden(
    conflict: Conflict, states: StateSpace, game: Game
) -> Mapping[int, NDArray[np.bool_]]:
    """Return per player where changing to a strategy is forbidden, shape (cells, strategies)."""
    players = {dm.id: i for i, dm in enumerate(conflict.decision_makers)}
    found: dict[int, NDArray[np.bool_]] = {}
    for rule in conflict.forbidden_moves:
        i = players[rule.by]
        size, stride = game.sizes[i], game.strides[i]
        starts = _where(conflict, states, rule.start).reshape(-1, size, stride)
        ends = _where(conflict, states, rule.end).reshape(-1, size, stride)
        # entry (b, x, a, y): from strategy x to strategy y in the coset (b, a)
        barred = starts[:, :, :, None] & np.moveaxis(ends, 1, 2)[:, None, :, :]
        flat = barred.reshape(game.cells, size)
        found[i] = found[i] | flat if i in found else flat
    return found


def _where(conflict: Conflict, states: StateSpace, rule: Statement | None) -> NDArray[np.bool_]:
    """Return the cells in which a statement holds; without one, all of them."""
    if rule is None:
        return np.ones(states.feasible.size, dtype=bool)
    return np.broadcast_to(
        evaluate(conflict.in_options(rule), states.columns), states.shape
    ).ravel()
