"""Simultaneous stability in its two readings, against the definitions and published tables."""

from itertools import chain, combinations, product

import numpy as np
import pytest

from goodoffices.errors import UsageError
from goodoffices.stability import Game, stability_table
from goodoffices.stability.arcs import ArcGame
from goodoffices.stability.concepts import BIT
from tests.stability.test_ascend import random_game

State = tuple[int, ...]


def states_of(game: Game) -> dict[State, int]:
    """Return the feasible states as strategies, last decision maker first in cell order."""
    every = [own[::-1] for own in product(*(range(k) for k in game.sizes[::-1]))]
    return {state: cell for cell, state in enumerate(every) if game.feasible[cell]}


def improvements(game: Game, i: int, state: State, states: dict[State, int]) -> list[State]:
    """Return R_i^+(s) by going through all strategies."""
    relation = game.allowed[i]
    found = [(*state[:i], y, *state[i + 1 :]) for y in range(game.sizes[i])]
    return [
        t
        for t in found
        if t in states
        and (relation is None or relation[state[i], t[i]])
        and game.ranks[i][states[t]] > game.ranks[i][states[state]]
    ]


def sequences(game: Game, i: int, start: State, states: dict[State, int]) -> set[State]:
    """Return R_{N-i}^+(s), nobody moving twice running."""
    nodes: set[tuple[State, int]] = set()
    waiting: list[tuple[State, int]] = [(start, -1)]
    while waiting:
        state, last = waiting.pop()
        for j in game.players:
            if j not in (i, last):
                new = {(t, j) for t in improvements(game, j, state, states)} - nodes
                nodes |= new
                waiting.extend(new)
    return {state for state, _ in nodes}


@pytest.mark.parametrize("seed", range(150))
def test_simultaneous_stability_is_its_definition(seed: int) -> None:
    """Each improvement is blocked by others' improvements from the same state, or it is not stable."""
    game = random_game(np.random.default_rng(seed))
    states = states_of(game)
    table = stability_table(game, also=["SIM"])
    for (state, cell), i in product(states.items(), game.players):
        joint = [
            [(*t[:i], s1[i], *t[i + 1 :]) for t in sequences(game, i, state, states)]
            for s1 in improvements(game, i, state, states)
        ]
        limit = game.ranks[i][cell]
        blocked = (
            any(p in states and game.ranks[i][states[p]] <= limit for p in ps) for ps in joint
        )
        assert bool(table[i, cell] & BIT["SIM"]) == all(blocked)


@pytest.mark.parametrize("seed", range(150))
def test_the_tableau_combines_only_what_is_not_sanctioned(seed: int) -> None:
    """SIM-FH holds where SEQ does, or where all who are not SEQ stable deter each other."""
    game = random_game(np.random.default_rng(seed))
    states = states_of(game)
    table = stability_table(game, also=["SIM-FH"])
    for state, cell in states.items():
        open_ = {i: unsanctioned(game, i, state, states) for i in game.players}
        unstable = [i for i in game.players if open_[i]]
        holds = len(unstable) > 1 and all(
            deterred(game, i, state, {j: open_[j] for j in unstable if j != i}, own, states)
            for i in unstable
            for own in open_[i]
        )
        for i in game.players:
            assert bool(table[i, cell] & BIT["SIM-FH"]) == (i not in unstable or holds)


def unsanctioned(game: Game, i: int, state: State, states: dict[State, int]) -> list[State]:
    """Return the improvements without a sequential sanction."""
    limit = game.ranks[i][states[state]]
    return [
        t
        for t in improvements(game, i, state, states)
        if all(game.ranks[i][states[u]] > limit for u in sequences(game, i, t, states))
    ]


def deterred(
    game: Game,
    i: int,
    state: State,
    others: dict[int, list[State]],
    own: State,
    states: dict[State, int],
) -> bool:
    """Tell whether some combination with others' improvements is feasible and not preferred."""
    groups = chain.from_iterable(combinations(others, k) for k in range(1, len(others) + 1))
    for group in groups:
        for chosen in product(*(others[j] for j in group)):
            joint = list(state)
            joint[i] = own[i]
            for j, t in zip(group, chosen, strict=True):
                joint[j] = t[j]
            cell = states.get(tuple(joint))
            if cell is not None and game.ranks[i][cell] <= game.ranks[i][states[state]]:
                return True
    return False


def equilibria(game: Game, concept: str) -> list[int]:
    """Return cells that are equilibria under one concept."""
    table = stability_table(game, also=["SIM", "SIM-FH"])
    bits = np.bitwise_and.reduce(table, axis=0) & BIT[concept]  # type: ignore[index]
    return np.flatnonzero(bits).tolist()


def two_by_two(first: list[int], second: list[int]) -> Game:
    """Return a game of two with ranks in the order NN, YN, NY, YY."""
    ranks = (np.array(first, dtype=np.uint8), np.array(second, dtype=np.uint8))
    return Game((2, 2), ranks, (None, None))


def test_prisoners_hold_out_together_when_both_would_move_at_once() -> None:
    """In the Prisoner's Dilemma NN and YY are simultaneously stable, as GMCR+ prints."""
    assert equilibria(two_by_two([2, 1, 4, 3], [2, 4, 1, 3]), "SIM") == [0, 3]


def test_in_chicken_both_swerving_is_simultaneously_stable() -> None:
    """Y stands for swerving; the crash that two deviations together bring deters both."""
    game = two_by_two([1, 2, 4, 3], [1, 4, 2, 3])
    assert equilibria(game, "SIM") == [1, 2, 3]
    assert equilibria(game, "SIM-FH") == [1, 2, 3]
    assert equilibria(game, "SEQ") == [1, 2]


def test_without_options_it_is_refused() -> None:
    """Two listed moves have no joint outcome, so the question is answered with what is missing."""
    game = ArcGame.of([[1, 2]], [{0: [1]}])
    with pytest.raises(UsageError, match="SIM needs options"):
        stability_table(game, also=["SIM"])
