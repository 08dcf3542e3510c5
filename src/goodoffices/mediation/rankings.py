"""The smallest change of rankings where decision makers are coupled: all rankings, nearest first.

Where one's stability depends on what the others prefer, lifting the wanted state is not always the least:
putting another state lower for somebody can turn a move into an improvement that deters. So all profiles of
rankings with one pair of states changed are tried, then all with two, up to what lifting costs (Kendall's
tau). Only strict rankings are looked at: a strict one with no more changes is at least as good as one with
ties, since breaking ties as they were takes no improvement away and putting the wanted state above its
ties takes none of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from goodoffices.mediation.changes import Lift
from goodoffices.mediation.setting import Setting
from goodoffices.mediation.variants import holding

__all__ = ["nearest_rankings"]

MOST_WORK = 1 << 25
"""Cells times profiles of rankings worked out before the cost of lifting is given as a bound only."""

Worst = tuple[int, ...]
"""The feasible cells of one decision maker, least preferred first."""


def nearest_rankings(setting: Setting, cell: int, most: int) -> tuple[int, tuple[Lift, ...]] | None:
    """Return the fewest changes of pairs, at most ``most``, that make a cell stable for everybody.

    Returns
    -------
    cost and changes, each lift exchanging two neighbours; cost ``most + 1`` without changes where there are
    none that cheap; None where that could not be found out.
    """
    game = setting.game
    states = np.flatnonzero(game.feasible)
    starts = []
    for i in setting.may_change:
        own = game.ranks[i][states]
        if len(np.unique(own)) < len(own):
            return None
        starts.append(tuple(states[np.argsort(own)].tolist()))
    level: dict[tuple[Worst, ...], tuple[Lift, ...]] = {tuple(starts): ()}
    seen = set(level)
    work = 0
    for cost in range(most + 1):
        work += len(level) * game.cells
        if work > MOST_WORK:
            return None
        keys = list(level)
        good = _stable(setting, keys, cell)
        if good.any():
            return cost, level[keys[int(np.flatnonzero(good)[0])]]
        after: dict[tuple[Worst, ...], tuple[Lift, ...]] = {}
        for key, lifts in level.items():
            for new, lift in _neighbours(setting, key):
                if new not in seen:
                    after[new] = (*lifts, lift)
        seen.update(after)
        level = after
        if not level:
            break
    return most + 1, ()


def _neighbours(
    setting: Setting, key: tuple[Worst, ...]
) -> Iterator[tuple[tuple[Worst, ...], Lift]]:
    for p, order in enumerate(key):
        for at in range(len(order) - 1):
            low, high = order[at : at + 2]
            swapped = (*order[:at], high, low, *order[at + 2 :])
            id_ = setting.ids[setting.may_change[p]]
            lift = Lift(id_, setting.number(low), setting.number(high))
            yield (*key[:p], swapped, *key[p + 1 :]), lift


def _stable(setting: Setting, keys: list[tuple[Worst, ...]], cell: int) -> NDArray[np.bool_]:
    game = setting.game
    ranks = {}
    for p, i in enumerate(setting.may_change):
        orders = np.array([key[p] for key in keys])
        own = np.zeros((len(keys), game.cells), dtype=game.ranks[i].dtype)
        places = np.arange(1, orders.shape[1] + 1, dtype=own.dtype)
        np.put_along_axis(own, orders, places[None, :], axis=1)
        ranks[i] = own
    return holding(game, ranks, len(keys), setting.concepts)[:, cell]
