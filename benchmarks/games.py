"""Graph models as bare arrays, for what a conflict file cannot bring about in reasonable size."""

from __future__ import annotations

import numpy as np

from goodoffices.stability import Game
from goodoffices.stability.arcs import ArcGame, Arcs


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


def random_arcs(
    states: int, arcs: int, players: int = 4, levels: int = 50, seed: int = 1
) -> ArcGame:
    """Return listed moves at random, far from transitive, with ranks that tie."""
    rng = np.random.default_rng(seed)
    ranks = tuple(rng.integers(1, levels + 1, size=states).astype(np.uint8) for _ in range(players))
    each = arcs // players
    moves = (
        Arcs.of(states, rng.integers(0, states, size=each), rng.integers(0, states, size=each))
        for _ in range(players)
    )
    return ArcGame(ranks, tuple(moves))


def line(states: int) -> ArcGame:
    """Return one long path that two players walk by turns, the longest way a value can have to go."""
    steps = np.arange(states - 1)
    moves = tuple(Arcs.of(states, steps[i::2], steps[i::2] + 1) for i in range(2))
    rising = (np.arange(states) % 250 + 1).astype(np.uint8)
    hurt = np.full(states, 2, dtype=np.uint8)
    hurt[-1] = 1
    none = np.empty(0, dtype=np.int64)
    return ArcGame((rising, rising, hurt), (*moves, Arcs.of(states, none, none)))
