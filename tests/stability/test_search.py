"""Paths on graphs whose moves are listed, most of them not transitive, against the definitions."""

from random import Random

import pytest

from goodoffices.stability import CONCEPTS
from goodoffices.stability.arcs import ArcGame
from goodoffices.stability.explain import answers
from goodoffices.stability.joint import joint_cells
from goodoffices.stability.search import By, CellStep, search
from goodoffices.testing.oracle import Oracle


def random_graph(seed: int) -> tuple[ArcGame, Oracle]:
    """Return a random graph as the engine and as the oracle have it."""
    rng = Random(seed)
    count, players = rng.randint(1, 7), rng.randint(1, 4)
    share = rng.choice((0.1, 0.25, 0.5))
    states = range(count)
    arcs = [
        {a: [b for b in states if a != b and rng.random() < share] for a in states}
        for _ in range(players)
    ]
    levels = rng.randint(1, count)
    ranks = [[rng.randint(1, levels) for _ in states] for _ in range(players)]
    oracle = Oracle(
        tuple(states),
        {str(i): {a: frozenset(ends) for a, ends in own.items()} for i, own in enumerate(arcs)},
        {str(i): dict(enumerate(own)) for i, own in enumerate(ranks)},
    )
    return ArcGame.of(ranks, arcs), oracle


def hold_legal(
    oracle: Oracle, path: tuple[CellStep, ...], start: int, group: list[int], *, improving: bool
) -> None:
    steps = [(str(mover), end) for mover, _, end in path]
    assert oracle.is_legal(start, steps, {str(i) for i in group}, improving=improving)
    assert [source for _, source, _ in path] == [start, *(end for _, _, end in path[:-1])]


@pytest.mark.parametrize("block", range(20))
def test_paths_are_legal_and_best(block: int) -> None:
    """By moves and by improvements the shortest, and those with the fewest steps at a loss."""
    for seed in range(block * 20, block * 20 + 20):
        game, oracle = random_graph(seed)
        everybody = list(game.players)
        for start in oracle.numbers:
            kinds: tuple[By, ...] = ("moves", "improvements", "fewest losses")
            for by in kinds:
                improving = by == "improvements"
                found = search(game, start, everybody, by)
                reached = oracle.reached(oracle.arcs, start, improving=improving) - {start}
                assert set(found.reached.tolist()) - {start} == reached
                for end in reached:
                    path = found.path_to(end)
                    hold_legal(oracle, path, start, everybody, improving=improving)
                    assert path[-1][2] == end
                    if by == "fewest losses":
                        losses = sum(oracle.prefers(str(i), a, b) for i, a, b in path)
                        assert (losses, len(path)) == oracle.fewest_losses(start)[end]
                    else:
                        assert len(path) == oracle.distances(start, improving=improving)[end]


@pytest.mark.parametrize("block", range(20))
def test_joint_improvements_are_complete_and_minimal(block: int) -> None:
    """Each outcome with each minimal group, and a shortest sequence of theirs."""
    for seed in range(10_000 + block * 20, 10_020 + block * 20):
        game, oracle = random_graph(seed)
        for start in oracle.numbers:
            found, total = joint_cells(game, start)
            groups: dict[int, set[frozenset[str]]] = {}
            for members, end, path in found:
                groups.setdefault(end, set()).add(frozenset(map(str, members)))
                hold_legal(oracle, path, start, list(members), improving=False)
                distances = oracle.distances(start, map(str, members), improving=False)
                assert len(path) == distances[end]
            assert groups == oracle.joint_improvements(start)
            assert total == len(found)


@pytest.mark.parametrize("block", range(20))
def test_sanctions_are_legal_shortest_and_all_found(block: int) -> None:
    """An improvement has a sanction exactly where the definitions have one."""
    for seed in range(20_000 + block * 10, 20_010 + block * 10):
        game, oracle = random_graph(seed)
        for concept in CONCEPTS:
            improving = concept in ("SEQ", "SSEQ")
            for i in game.players:
                others = [j for j in game.players if j != i]
                for state in oracle.numbers:
                    for answer in answers(game, concept, i, state):
                        target = answer.improvement[2]
                        expected = oracle.sanctions(concept, str(i), state, target)
                        assert (answer.sanction is not None) == bool(expected)
                        if answer.sanction is None:
                            continue
                        hold_legal(oracle, answer.sanction, target, others, improving=improving)
                        assert answer.sanction[-1][2] in expected
                        away = oracle.distances(target, map(str, others), improving=improving)
                        assert len(answer.sanction) == min(away[end] for end in expected)
