"""Games with listed moves, held against the definitions written out with plain sets."""

from collections.abc import Callable, Iterator
from itertools import pairwise, product

import numpy as np
import pytest

from goodoffices.stability import CONCEPTS, Game, arc_values, stability_table
from goodoffices.stability.arcs import ArcGame, Arcs
from goodoffices.stability.concepts import BIT
from goodoffices.stability.explain import answers
from goodoffices.stability.search import search

Moves = list[dict[int, set[int]]]
Ranks = list[list[int]]


def legal_ends(start: int, players: list[int], moves: Moves) -> set[int]:
    """Return R_H(s): ends of sequences in which nobody moves twice running."""
    nodes = {(t, j) for j in players for t in moves[j].get(start, ())}
    waiting = list(nodes)
    while waiting:
        state, last = waiting.pop()
        for j in players:
            for t in moves[j].get(state, ()):
                if j != last and (t, j) not in nodes:
                    nodes.add((t, j))
                    waiting.append((t, j))
    return {state for state, _ in nodes}


def improving(moves: Moves, ranks: Ranks) -> Moves:
    """Return only the moves that improve their mover."""
    return [
        {s: {t for t in ends if own[t] > own[s]} for s, ends in arcs.items()}
        for arcs, own in zip(moves, ranks, strict=True)
    ]


def one_step(start: int, players: list[int], moves: Moves) -> set[int]:
    """Return what one move of one player leads to."""
    return {t for j in players for t in moves[j].get(start, ())}


Ends = Callable[[int, list[int], Moves], set[int]]


def stable(concept: str, i: int, s: int, moves: Moves, ranks: Ranks, ends: Ends) -> bool:
    """Judge one state for one player straight from the definitions."""
    own, better = ranks[i], improving(moves, ranks)
    others = [j for j in range(len(ranks)) if j != i]
    used = better if concept in ("SEQ", "SSEQ") else moves

    def sanctions(t: int) -> Iterator[bool]:
        for u in ends(t, others, used):
            escapes = concept in ("SMR", "SSEQ") and any(
                own[v] > own[s] for v in moves[i].get(u, ())
            )
            yield own[u] <= own[s] and not escapes

    improvements = better[i].get(s, set())
    return not improvements if concept == "Nash" else all(any(sanctions(t)) for t in improvements)


def random_model(seed: int) -> tuple[Moves, Ranks]:
    """Return a small abstract graph model with ties, cycles and one-way moves."""
    rng = np.random.default_rng(seed)
    players, states = int(rng.integers(1, 5)), int(rng.integers(1, 8))
    density = rng.choice([0.15, 0.3, 0.5])
    moves: Moves = []
    for _ in range(players):
        open_ = rng.random((states, states)) < density
        np.fill_diagonal(open_, val=False)
        moves.append({s: set(np.flatnonzero(open_[s]).tolist()) for s in range(states)})
    ranks = [rng.integers(1, 5, size=states).tolist() for _ in range(players)]
    return moves, ranks


def table_of(game: ArcGame | Game, **options: str) -> dict[tuple[str, int, int], bool]:
    """Return the engine's verdicts by concept, player and cell."""
    table = stability_table(game, **options)  # type: ignore[arg-type]
    return {
        (concept, i, s): bool(table[i, s] & BIT[concept])
        for concept, i, s in product(CONCEPTS, game.players, range(game.cells))
    }


@pytest.mark.parametrize("block", range(20))
def test_listed_moves_follow_the_definitions(block: int) -> None:
    """In 100 random graphs a block, most of them not transitive, every verdict is the definition's."""
    for seed in range(block * 100, block * 100 + 100):
        moves, ranks = random_model(seed)
        game = ArcGame.of(ranks, moves)
        for sanctions, ends in (("legal", legal_ends), ("one-move", one_step)):
            for (concept, i, s), verdict in table_of(game, sanctions=sanctions).items():
                assert verdict == stable(concept, i, s, moves, ranks, ends), (seed, concept, i, s)


def test_plain_closure_would_be_wrong_where_moves_are_not_transitive() -> None:
    """The smallest case: b can go x→y and y→z but not x→z, so z is out of b's reach from x."""
    moves: Moves = [{0: {1}}, {1: {2}, 2: {3}}]
    ranks: Ranks = [[2, 3, 3, 1], [1, 1, 1, 1]]
    game = ArcGame.of(ranks, moves)
    assert not game.transitive[1]
    assert search(game, 1, [1]).reached.tolist() == [2]
    assert not table_of(game)["GMR", 0, 0]


@pytest.mark.parametrize(("name", "value"), [("_PATIENCE", 0), ("_MOST_LEVELS", 0)])
def test_every_way_through_the_arcs_gives_the_same(
    name: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Step by step, in ascending order or as values come: the verdicts agree."""
    games = [random_model(seed) for seed in range(200)]
    expected = [stability_table(ArcGame.of(ranks, moves)) for moves, ranks in games]
    monkeypatch.setattr(arc_values, name, value)
    for (moves, ranks), table in zip(games, expected, strict=True):
        assert np.array_equal(stability_table(ArcGame.of(ranks, moves)), table)


@pytest.mark.parametrize("seed", range(200))
def test_explanations_agree_with_the_tables_and_are_legal(seed: int) -> None:
    """An answer has a sanction exactly where the table says stable, and nobody moves twice running."""
    moves, ranks = random_model(seed)
    game = ArcGame.of(ranks, moves)
    for (concept, i, s), verdict in table_of(game).items():
        found = answers(game, concept, i, s)  # type: ignore[arg-type]
        assert all(answer.sanction for answer in found) == verdict
        for answer in found:
            movers = [j for j, _, _ in answer.sanction or ()]
            assert all(a != b for a, b in pairwise(movers))
            assert all(t in moves[j][q] for j, q, t in answer.sanction or ())


@pytest.mark.parametrize("seed", range(100))
def test_transitivity_is_what_its_definition_says(seed: int) -> None:
    """Two moves in a row are one move, or lead back, for every pair."""
    moves, ranks = random_model(seed)
    game = ArcGame.of(ranks, moves)
    for own, said in zip(moves, game.transitive, strict=True):
        closed = all(c in own[a] for a in own for b in own[a] for c in own[b] if c != a)
        assert said == closed


def test_an_option_form_game_as_arcs_is_the_same_game() -> None:
    """Cells that are feasible become states; with nothing forbidden the verdicts agree."""
    from tests.stability.test_ascend import random_game

    for seed in range(60):
        game = random_game(np.random.default_rng(seed))
        cells = np.flatnonzero(game.feasible)
        arcs = ArcGame.from_cube(game, {})
        assert all(arcs.transitive)
        assert np.array_equal(stability_table(arcs), stability_table(game)[:, cells])


def test_arcs_given_twice_and_loops_do_not_count() -> None:
    """A set of arcs has each once, ascending, and none from a state to itself."""
    arcs = Arcs.of(3, np.array([2, 0, 0, 1]), np.array([1, 2, 2, 1]))
    assert arcs.sources.tolist() == [0, 2]
    assert arcs.ends.tolist() == [2, 1]
