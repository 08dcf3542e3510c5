"""Each decision maker's preference as dense ranks over the cells: larger is better, ties share a rank.

Ranks start at 1; infeasible cells hold 0, so that no strict comparison ever prefers them. The array has
the smallest unsigned type that also leaves its largest value free, which the engine uses for "never".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.listed import AnyStates
from goodoffices.conflict.model import Conflict
from goodoffices.conflict.parts import DecisionMaker, Ranking, Weighting
from goodoffices.errors import LimitError
from goodoffices.statements import Name, evaluate

__all__ = ["Ranks", "rank_cells"]

Ranks = NDArray[np.unsignedinteger]

_TABLE = 1 << 16  # keys are made dense again through a table of about this size


def rank_cells(conflict: Conflict, dm: DecisionMaker) -> Ranks:
    """Return a decision maker's ranks over the cells of ``conflict.states``.

    Returns
    -------
    unsigned array of shape (cells,): 0 where infeasible, else 1 (worst) to the number of levels (best).
    Statements are compared lexicographically, most important first (Hipel, Kilgour, Fang, Peng 1997).
    """
    space = conflict.states
    if isinstance(dm.preferences, Ranking):
        return _by_ranking(space, dm.preferences)
    if isinstance(dm.preferences, Weighting):
        return _by_weights(conflict, dm.preferences, dm.id)
    statements = [conflict.in_options(wanted.statement) for wanted in dm.preferences.statements]
    feasible = space.feasible.reshape(space.shape)
    return _lexicographic((evaluate(s, space.columns) for s in statements), feasible)


def smallest_type(levels: int) -> type[np.unsignedinteger]:
    """Return the smallest unsigned type that holds ``levels`` and one value more."""
    for candidate in (np.uint8, np.uint16, np.uint32):
        if levels < np.iinfo(candidate).max:
            return candidate
    return np.uint64


def _by_weights(conflict: Conflict, weighting: Weighting, dm_id: str) -> Ranks:
    """Rank cells by the sum of the weights of what is true, exactly: in whole numbers."""
    space = conflict.states
    if not weighting.can_be_summed():
        raise LimitError(
            f"the weights of '{dm_id}' span too many digits to be summed exactly; use fewer digits, "
            "or statements in order of importance"
        )
    scores: NDArray[np.int64] = np.zeros((1,) * len(space.shape), dtype=np.int64)
    for weight, value in zip(weighting.weights, weighting.in_whole_numbers(), strict=True):
        truth = evaluate(conflict.in_options(Name(weight.id)), space.columns)
        scores = scores + truth * np.int64(value)
    feasible = space.feasible.reshape(space.shape)
    levels, key = np.unique(scores, return_inverse=True)
    return _ranked(key.reshape(scores.shape).astype(np.uint32), len(levels), feasible)


def _by_ranking(space: AnyStates, ranking: Ranking) -> Ranks:
    tiers = [tier for tier in ranking.tiers if tier.states]
    ranks = np.zeros(space.feasible.size, dtype=smallest_type(len(tiers)))
    for k, tier in enumerate(tiers):
        for state in tier.states:
            ranks[space.cell_of(state)] = len(tiers) - k
    return ranks


def _lexicographic(truths: Iterable[NDArray[np.bool_]], feasible: NDArray[np.bool_]) -> Ranks:
    """Rank cells by truth vectors, working only along the axes that statements mention."""
    key: Ranks = np.zeros((1,) * feasible.ndim, dtype=np.uint32)
    keys = 1
    for truth in truths:
        key = key * np.uint32(2) + truth.astype(np.uint32)
        keys *= 2
        if keys >= _TABLE:
            key, keys = _dense(key, keys, feasible)
    return _ranked(key, keys, feasible)


def _ranked(key: Ranks, keys: int, feasible: NDArray[np.bool_]) -> Ranks:
    """Return dense ranks from keys below ``keys``, larger being better."""
    key, levels = _dense(key, keys, feasible)
    ranks = np.zeros(feasible.shape, dtype=smallest_type(levels))
    np.copyto(ranks, key + np.uint32(1), where=feasible, casting="unsafe")
    return ranks.ravel()


def _dense(key: Ranks, keys: int, feasible: NDArray[np.bool_]) -> tuple[Ranks, int]:
    """Renumber keys below ``keys`` so that those of feasible cells are 0, 1, 2 … in the same order."""
    seen = _feasible_along(feasible, key.shape)
    present = np.zeros(keys, dtype=bool)
    present[key[seen]] = True
    table = np.cumsum(present, dtype=np.uint32)
    table -= table > 0
    return table[key], int(np.count_nonzero(present))


def _feasible_along(feasible: NDArray[np.bool_], shape: Sequence[int]) -> NDArray[np.bool_]:
    """Return where some feasible cell stands behind an entry of an array of a reduced shape."""
    folded = tuple(
        axis
        for axis, (kept, full) in enumerate(zip(shape, feasible.shape, strict=True))
        if kept < full
    )
    return np.asarray(feasible.any(axis=folded, keepdims=True)) if folded else feasible
