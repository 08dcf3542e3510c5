"""Graph models as bare arrays, for what a conflict file cannot bring about in reasonable size."""

from __future__ import annotations

import numpy as np

from goodoffices.stability import Game


def arbitrary_rankings(sizes: tuple[int, ...], seed: int = 1) -> Game:
    """Return a game in which each decision maker ranks all states strictly, at random."""
    rng = np.random.default_rng(seed)
    cells = int(np.prod(sizes))
    ranks = tuple((rng.permutation(cells) + 1).astype(np.uint32) for _ in sizes)
    return Game(sizes, ranks, (None,) * len(sizes))


def staircase(options: int) -> Game:
    """Return two decision makers whose improvements form one path through all their strategies.

    A third, who has no options, is hurt only at the path's end; so what can happen to it becomes known
    one step of the path at a time: as slow as propagation in turns can be made.
    """
    side = 1 << options
    x, y = np.meshgrid(np.arange(side), np.arange(side), indexing="xy")
    first = np.where(x == y + 1, 2, 1).astype(np.uint8)
    second = np.where((x == y) & (x > 0), 2, 1).astype(np.uint8)
    third = np.where((x == side - 1) & (y == side - 1), 1, 2).astype(np.uint8)
    ranks = (first.ravel(), second.ravel(), third.ravel())
    return Game((side, side, 1), ranks, (None, None, None))
