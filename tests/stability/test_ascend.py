"""Ascending search gives the values that taking turns gives."""

import numpy as np
import pytest
from benchmarks.games import staircase

from goodoffices.conflict.ranks import Ranks
from goodoffices.stability import Game, propagate, stability_table
from goodoffices.stability.ascend import ascend


def random_game(rng: np.random.Generator) -> Game:
    """Return a small game with ties, holes and one-way moves."""
    sizes = tuple(int(k) for k in rng.integers(1, 6, size=rng.integers(2, 5)))
    cells = int(np.prod(sizes))
    feasible = rng.random(cells) < rng.choice([0.5, 0.8, 1.0])
    feasible[rng.integers(cells)] = True
    ranks = tuple(
        np.where(feasible, rng.integers(1, 8, size=cells), 0).astype(np.uint8) for _ in sizes
    )
    order = [np.tri(k, dtype=bool) if rng.random() < 0.4 else None for k in sizes]
    return Game(sizes, ranks, tuple(order))


@pytest.mark.parametrize("seed", range(300))
def test_ascending_search_equals_taking_turns(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether turns are taken to the end or never, the stability tables are the same."""
    game = random_game(np.random.default_rng(seed))
    by_turns = stability_table(game)
    monkeypatch.setattr(propagate, "_PATIENCE", 0)
    assert np.array_equal(stability_table(game), by_turns)


def test_a_graph_made_to_be_slow_is_given_to_ascending_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a staircase of improvements patience ends, and the answer is the one of endless patience."""
    asked: list[int] = []

    def counted(game: Game, values: Ranks, i: int, *, improving: bool) -> None:
        asked.append(i)
        ascend(game, values, i, improving=improving)

    monkeypatch.setattr(propagate, "ascend", counted)
    game = staircase(7)
    found = stability_table(game)
    assert asked
    monkeypatch.setattr(propagate, "_PATIENCE", 10**9)
    assert np.array_equal(stability_table(game), found)
