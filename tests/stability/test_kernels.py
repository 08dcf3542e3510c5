"""The engine's kernels on arrays of every shape and type, each path forced in turn."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from goodoffices.conflict.model import (
    Conflict,
    DecisionMaker,
    Option,
    PreferenceStatement,
    Prioritisation,
)
from goodoffices.conflict.ranks import smallest_type
from goodoffices.stability import CONCEPTS, Game, analyse, propagate, stability_table
from goodoffices.stability.concepts import BIT
from goodoffices.statements import Name, parse
from goodoffices.testing.oracle import Oracle

PATHS: list[dict[str, float]] = [
    {},
    {"_SORT_FROM": 1},
    {"_SORT_FROM": 10_000},
    {"_GATHER_BELOW": 0.0},
    {"_GATHER_BELOW": 2.0},
    {"_WORKSPACE": 1},
    {"_WORKSPACE": 1, "_GATHER_BELOW": 2.0},
    {"_WORKSPACE": 1, "_GATHER_BELOW": 0.0, "_SORT_FROM": 1},
    {"_PATIENCE": 0},
]
NAMES = [", ".join(f"{k}={v}" for k, v in path.items()) or "as it is" for path in PATHS]


def random_relation(rng: np.random.Generator, size: int) -> NDArray[np.bool_] | None:
    """Return nothing, or a reflexive and transitive relation between strategies."""
    if rng.random() < 0.5:
        return None
    found: NDArray[np.bool_] = np.eye(size, dtype=bool) | (
        rng.random((size, size)) < rng.choice([0.05, 0.2, 0.5])
    )
    for k in range(size):
        found |= found[:, k : k + 1] & found[k]
    return found


def random_game(
    rng: np.random.Generator, sizes: tuple[int, ...], dtype: type[np.unsignedinteger], levels: int
) -> Game:
    """Return a game with holes and ties."""
    cells = int(np.prod(sizes))
    holes = rng.random(cells) < rng.choice([0.0, 0.2, 0.7])
    holes[rng.integers(cells)] = False
    ranks = []
    for _ in sizes:
        own = rng.integers(1, levels + 1, cells).astype(dtype)
        own[holes] = 0
        ranks.append(own)
    return Game(sizes, tuple(ranks), tuple(random_relation(rng, size) for size in sizes))


def oracle_of(game: Game) -> Oracle:
    """Return the definitions on the same graph, its moves listed one by one."""
    places = list(product(*(range(size) for size in reversed(game.sizes))))
    feasible = [cell for cell in range(game.cells) if game.ranks[0][cell] > 0]

    def can(i: int, a: int, b: int) -> bool:
        x, y = places[a][::-1], places[b][::-1]
        relation = game.allowed[i]
        return all(x[k] == y[k] for k in range(len(x)) if k != i) and (
            relation is None or bool(relation[x[i], y[i]])
        )

    return Oracle(
        tuple(feasible),
        {
            str(i): {a: frozenset(b for b in feasible if b != a and can(i, a, b)) for a in feasible}
            for i in game.players
        },
        {str(i): {a: int(game.ranks[i][a]) for a in feasible} for i in game.players},
    )


def hold_table(table: NDArray[np.uint8], oracle: Oracle) -> None:
    for concept in CONCEPTS:
        for i, own in enumerate(table):
            stable = np.flatnonzero(own & BIT[concept]).tolist()
            assert stable == sorted(oracle.stable(concept, str(i))), concept


SIZES = [
    (1,),
    (5,),
    (1, 1),
    (2, 3),
    (3, 1, 4),
    (2, 2, 2, 2),
    (5, 7),
    (2, 3, 2, 3),
    (1, 6, 1),
    (50,),
]


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.uint32, np.uint64])
def test_every_path_and_type_follows_the_definitions(
    path: dict[str, float], dtype: type[np.unsignedinteger], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All kernels, boxes and types give the oracle's tables, up to the highest rank a type can hold."""
    for name, value in path.items():
        monkeypatch.setattr(propagate, name, value)
    rng = np.random.default_rng(
        [7, NAMES.index(", ".join(f"{k}={v}" for k, v in path.items()) or NAMES[0])]
    )
    top = int(np.iinfo(dtype).max) - 1
    for sizes in SIZES:
        for levels in (1, 3, 40):
            game = random_game(rng, sizes, dtype, levels)
            oracle = oracle_of(game)
            hold_table(stability_table(game), oracle)
            lifted = [
                np.where(own, own.astype(np.uint64) + (top - levels), 0) for own in game.ranks
            ]
            high = replace(game, ranks=tuple(own.astype(dtype) for own in lifted))
            hold_table(stability_table(high), oracle)


@pytest.mark.parametrize("path", PATHS[1:], ids=NAMES[1:])
def test_every_path_gives_the_same_on_larger_cubes(
    path: dict[str, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Boxes that cut strides, gathered cosets and sorted strategies agree on thousands of cells."""
    for sizes in ((4, 8, 16, 2), (64, 3, 9), (3, 9, 64), (2,) * 10, (7, 5, 3, 11), (128, 1, 40)):
        for seed in range(3):
            game = random_game(np.random.default_rng([seed, *sizes]), sizes, np.uint16, 300)
            with monkeypatch.context() as patch:
                expected = stability_table(game)
                for name, value in path.items():
                    patch.setattr(propagate, name, value)
                assert np.array_equal(stability_table(game), expected)


@pytest.mark.parametrize("levels", [1, 254, 255, 256, 65_534, 65_535, 65_536])
def test_a_type_keeps_one_value_above_all_ranks(levels: int) -> None:
    """The type chosen holds every rank and one value more, at the edges too."""
    assert levels < np.iinfo(smallest_type(levels)).max


@pytest.mark.parametrize("number", [7, 8, 9])
def test_as_many_levels_as_states_cross_the_edge_of_a_byte(number: int) -> None:
    """128, 256 and 512 strict levels are ranked by code, the first statement weighing most."""
    ids = [f"o{k}" for k in range(number)]
    wants = Prioritisation(tuple(PreferenceStatement(Name(id_)) for id_ in reversed(ids)))
    dms = (
        DecisionMaker("one", options=tuple(map(Option, ids[: number // 2])), preferences=wants),
        DecisionMaker("two", options=tuple(map(Option, ids[number // 2 :])), preferences=wants),
    )
    analysis = analyse(Conflict("Levels", dms))
    assert [analysis.rank("one", s) for s in analysis.states] == list(range(1, 2**number + 1))
    assert analysis.equilibria("Nash") == analysis.equilibria("SSEQ") == (2**number,)


def test_strategies_enough_for_sorting_follow_the_definitions() -> None:
    """A decision maker with many strategies, holes among them, is judged as the definitions say."""
    rng = np.random.default_rng(3)
    for sizes in ((60, 2), (2, 60), (1, 70, 2), (49, 3)):
        for levels in (2, 30, 250):
            game = random_game(rng, sizes, np.uint8, levels)
            game = replace(game, allowed=(None,) * len(sizes))
            hold_table(stability_table(game), oracle_of(game))


def test_more_than_64_options_in_all_are_listed_and_analysed() -> None:
    """Codes above 64 bits are whole numbers; constraints within decision makers keep the cube small."""
    from goodoffices.conflict.constraints import constraint

    dms = tuple(
        DecisionMaker(f"dm{i}", options=tuple(Option(f"o{i}_{k}") for k in range(35)))
        for i in range(2)
    )
    rules = tuple(constraint("mutually_exclusive", tuple(o.id for o in dm.options)) for dm in dms)
    wants = Prioritisation((PreferenceStatement(parse("o1_34 and not o0_0")),))
    dms = tuple(replace(dm, preferences=wants) for dm in dms)
    analysis = analyse(Conflict("Wide", dms, feasibility=rules))
    last = len(analysis.states)
    assert last == 36 * 36
    assert analysis.states.code(last) == 1 << 69 | 1 << 34
    assert analysis.is_equilibrium("Nash", {"o1_34"})
    assert not analysis.is_equilibrium("Nash", {"o0_0", "o1_34"})
