"""Many variants of the preferences worked out at once: variants are a leading axis of every array.

In option form a batch of variants is one game whose cells are those of the first variant, then those of
the second, and so on: nobody moves from one variant to another, so the engine needs no change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.model import DecisionMaker
from goodoffices.conflict.ranks import Ranks, smallest_type
from goodoffices.errors import LimitError
from goodoffices.mediation.changes import Order, statements_of
from goodoffices.stability import Analysis, Concept, Game
from goodoffices.stability.arc_values import lowest_by_arcs
from goodoffices.stability.propagate import By, lowest
from goodoffices.stability.search import AnyGame
from goodoffices.stability.values import highest_own
from goodoffices.statements import evaluate

__all__ = [
    "MOST_STATEMENTS",
    "VariantGame",
    "Views",
    "driven_for",
    "game_with",
    "holding",
    "truth_of",
]

MOST_STATEMENTS = 50
"""Orders are compared as exact sums of powers of two in float64."""
_AT_ONCE = 1 << 19  # cells of all variants worked on together


@dataclass(frozen=True, eq=False)
class VariantGame(Game):
    """A batch of games that differ in preferences only; ranks have shape (variants * cells,)."""

    @cached_property
    def cells(self) -> int:
        """Number of cells of all variants together."""
        return int(self.ranks[0].size)


def truth_of(analysis: Analysis, dm: DecisionMaker) -> NDArray[np.bool_]:
    """Return where each statement of a decision maker is true, shape (statements, cells of the game)."""
    conflict, space = analysis.conflict, analysis.states
    wanted = statements_of(dm)
    rows = np.zeros((len(wanted), space.feasible.size), dtype=bool)
    for row, it in zip(rows, wanted, strict=True):
        truth = evaluate(conflict.in_options(it.statement), space.columns)
        row[:] = np.broadcast_to(truth, space.shape).ravel()
    return rows if isinstance(analysis.game, Game) else rows[:, space.feasible]


@dataclass(frozen=True, eq=False)
class Views:
    """One decision maker's statements in every state, ready to be put in any order.

    Attributes
    ----------
    truth : float64 array of shape (statements, kinds) of 0 and 1: distinct columns of truth values.
    kind : per cell the column it has; infeasible cells have kind 0 and are masked by ``feasible``.
    """

    truth: NDArray[np.float64]
    kind: NDArray[np.intp]
    feasible: NDArray[np.bool_]

    @classmethod
    def of(cls, analysis: Analysis, dm: DecisionMaker) -> Views:
        """Work out the statements of a decision maker in every state.

        Raises
        ------
        LimitError
            above `MOST_STATEMENTS` statements.
        """
        wanted = statements_of(dm)
        if len(wanted) > MOST_STATEMENTS:
            raise LimitError(
                f"'{dm.id}' has {len(wanted)} statements; up to {MOST_STATEMENTS} can be put in "
                "other orders: leave out some of the least important"
            )
        feasible = analysis.game.feasible
        shown = truth_of(analysis, dm)[:, feasible]
        powers = 1 << np.arange(len(wanted), dtype=np.int64)
        keys = (shown * powers[:, None]).sum(axis=0)
        _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
        kind = np.zeros(feasible.size, dtype=np.intp)
        kind[feasible] = inverse.ravel()
        return cls(shown[:, first].astype(np.float64), kind, feasible)

    def ranks(self, orders: Sequence[Order], cells: NDArray[np.intp] | None = None) -> Ranks:
        """Return dense ranks under each order, shape (orders, cells): 0 where infeasible."""
        count = len(self.truth)
        weights = np.zeros((len(orders), count))
        for row, order in zip(weights, orders, strict=True):
            for p, k in enumerate(order):
                weight = 2.0 ** (len(order) - 1 - p)
                row[k if k >= 0 else ~k] = weight if k >= 0 else -weight
        keys = weights @ self.truth
        by = np.argsort(keys, axis=1, kind="stable")
        ordered = np.take_along_axis(keys, by, axis=1)
        level = np.ones(keys.shape, dtype=np.int64)
        level[:, 1:] += np.cumsum(np.diff(ordered, axis=1) > 0, axis=1)
        dense = np.empty(keys.shape, dtype=smallest_type(int(keys.shape[1])))
        np.put_along_axis(dense, by, level.astype(dense.dtype), axis=1)
        kind = self.kind if cells is None else self.kind[cells]
        feasible = self.feasible if cells is None else self.feasible[cells]
        return dense[:, kind] * feasible


def game_with(game: AnyGame, ranks: Mapping[int, Ranks]) -> AnyGame:
    """Return a game with other ranks for some players, in one type for all."""
    new = [ranks.get(i, own) for i, own in enumerate(game.ranks)]
    kind = max((own.dtype for own in new), key=lambda dtype: dtype.itemsize)
    return replace(game, ranks=tuple(own.astype(kind, copy=False) for own in new))


def holding(
    game: AnyGame, ranks: Mapping[int, Ranks], count: int, concepts: Sequence[Concept]
) -> NDArray[np.bool_]:
    """Work out where everybody is stable under their own concept, in every variant.

    Parameters
    ----------
    ranks : per player whose preferences vary an unsigned array of shape (variants, cells).
    count : the number of variants.
    concepts : one for each player.

    Returns
    -------
    bool array of shape (variants, cells).
    """
    found = np.empty((count, game.cells), dtype=bool)
    step = max(1, _AT_ONCE // game.cells) if isinstance(game, Game) else 1
    for at in range(0, count, step):
        part = {i: own[at : at + step] for i, own in ranks.items()}
        size = min(step, count - at)
        together = _together(game, part, size)
        found[at : at + size] = _stable_for_all(together, concepts).reshape(size, -1)
    return found


def _together(game: AnyGame, ranks: Mapping[int, Ranks], size: int) -> AnyGame:
    """Return some variants as one game; only one where moves are listed."""
    if not isinstance(game, Game):
        return game_with(game, {i: own[0] for i, own in ranks.items()})
    every = [
        ranks.get(i, np.broadcast_to(own, (size, own.size))) for i, own in enumerate(game.ranks)
    ]
    kind = max((own.dtype for own in every), key=lambda dtype: dtype.itemsize)
    flat = tuple(own.astype(kind, copy=False).reshape(-1) for own in every)
    return VariantGame(game.sizes, flat, game.allowed)


def _stable_for_all(game: AnyGame, concepts: Sequence[Concept]) -> NDArray[np.bool_]:
    good = game.feasible.copy()
    for i, concept in enumerate(concepts):
        if concept == "Nash":
            good &= highest_own(game, i, game.ranks[i]) == game.ranks[i]
    for by, plain, symmetric in _ROUNDS:
        owners = [i for i, concept in enumerate(concepts) if concept in (plain, symmetric)]
        if not owners:
            continue
        seeds = [
            highest_own(game, i, game.ranks[i]) if concepts[i] == symmetric else game.ranks[i]
            for i in owners
        ]
        driven = driven_for(game, seeds, by, owners)
        for i, own in zip(owners, driven, strict=True):
            value = np.minimum(own, game.ranks[i])  # also makes infeasible cells 0 again
            good &= highest_own(game, i, value) <= game.ranks[i]
    return good


_ROUNDS: tuple[tuple[By, Concept, Concept], ...] = (
    ("moves", "GMR", "SMR"),
    ("improvements", "SEQ", "SSEQ"),
)


def driven_for(game: AnyGame, seeds: Sequence[Ranks], by: By, owners: Sequence[int]) -> Ranks:
    """Return the least that some players' values can be driven to by the others, shape (owners, cells)."""
    if isinstance(game, Game):
        values = np.stack(seeds)[None]
        values[..., ~game.feasible] = game.infinity
        return np.asarray(lowest(game, values, by, owners=owners)[0])
    every = np.stack(game.ranks)[None]
    every[0, list(owners)] = seeds
    return np.asarray(lowest_by_arcs(game, every, by)[0, list(owners)])
