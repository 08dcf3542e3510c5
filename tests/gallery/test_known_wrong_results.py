"""Published numbers that are wrong, and the smallest model that shows why.

The page `docs/explanation/known-wrong-results.md` tells the same in words.
"""

from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

import goodoffices as go
from goodoffices.conflict import (
    Conflict,
    DecisionMaker,
    Option,
    Ranking,
    Tier,
)
from goodoffices.conflict.constraints import constraint
from goodoffices.stability import Analysis, Answer, stability_table
from goodoffices.stability.arcs import ArcGame
from goodoffices.stability.concepts import BIT
from goodoffices.testing.oracle import Oracle
from goodoffices.testing.strategies import conflicts

WANTED = {"release"}


def ranked(*states: set[str]) -> Ranking:
    return Ranking(tuple(Tier((frozenset(state),)) for state in states))


def with_ranking(conflict: Conflict, dm_id: str, ranking: Ranking) -> Conflict:
    """Return the conflict with another ranking for one decision maker, by a rival reading."""
    from dataclasses import replace

    changed = tuple(
        replace(dm, preferences=ranking) if dm.id == dm_id else dm
        for dm in conflict.decision_makers
    )
    return replace(conflict, decision_makers=changed)


def sanctioned(analysis: Analysis, concept: str) -> tuple[Answer, ...]:
    return analysis.explain(concept, "syria", WANTED).answers


def test_the_guide_counts_rankings_in_which_only_one_improvement_was_tested() -> None:
    """Of Syria's 720 rankings 384 make releasing water a GMR or SEQ equilibrium, not 420."""
    conflict = go.load("published/euphrates-1975")
    every = [set(conflict.states.taken(number)) for number in conflict.states]
    counts = dict.fromkeys(("Nash", "SMR", "GMR", "SEQ", "GMR, one tested", "SEQ, one tested"), 0)
    for order in permutations(every):
        analysis = with_ranking(conflict, "syria", ranked(*order)).analyse()
        assert all(analysis.is_stable(concept, "iraq", WANTED) for concept in analysis.concepts)
        for concept in ("Nash", "SMR", "GMR", "SEQ"):
            counts[concept] += analysis.is_equilibrium(concept, WANTED)
        for concept in ("GMR", "SEQ"):
            first = sanctioned(analysis, concept)[:1]
            counts[f"{concept}, one tested"] += all(answer.sanction for answer in first)
    assert counts == {
        "Nash": 240,
        "SMR": 300,
        "GMR": 384,
        "SEQ": 384,
        "GMR, one tested": 420,
        "SEQ, one tested": 420,
    }


def smallest() -> Conflict:
    """Return four states: from nothing taken A can do a or b, and B can answer only a."""
    a = DecisionMaker(
        "syria",
        options=(Option("a"), Option("b")),
        preferences=ranked({"b"}, {"a"}, set(), {"a", "answer"}),
    )
    b = DecisionMaker(
        "iraq",
        options=(Option("answer"),),
        preferences=ranked({"a", "answer"}, {"a"}, {"b"}, set()),
    )
    options = (*a.options, *b.options)
    rules = (
        constraint("mutually_exclusive", ("a", "b"), options),
        constraint("only_if", ("answer", "a"), options),
    )
    return Conflict("The smallest", (a, b), feasibility=rules)


def test_one_sanctioned_improvement_of_two_does_not_make_a_state_stable() -> None:
    """Every improvement needs a sanction of its own; to test one of them finds too much."""
    conflict = smallest()
    analysis = conflict.analyse()
    assert conflict.states.count == 4
    for concept in ("GMR", "SMR", "SEQ", "SSEQ"):
        answers = analysis.explain(concept, "syria", set()).answers
        assert [bool(answer.sanction) for answer in answers] == [True, False]
        assert not analysis.is_stable(concept, "syria", set())


# Sanctions by several opponents, one after the other


def chain() -> Conflict:
    """Return four states: the first can begin, then the second join, then the third follow."""
    options = Option("begin"), Option("join"), Option("follow")
    begin, join, follow = {"begin"}, {"begin", "join"}, {"begin", "join", "follow"}
    rankings = (
        ranked(begin, join, set(), follow),
        ranked(join, begin, follow, set()),
        ranked(follow, join, begin, set()),
    )
    dms = tuple(
        DecisionMaker(name, options=(option,), preferences=ranking)
        for name, option, ranking in zip(
            ("first", "second", "third"), options, rankings, strict=True
        )
    )
    rules = (
        constraint("only_if", ("join", "begin"), options),
        constraint("only_if", ("follow", "join"), options),
    )
    return Conflict("A chain", dms, feasibility=rules)


@pytest.mark.parametrize("concept", ["GMR", "SMR", "SEQ", "SSEQ"])
def test_a_sanction_that_takes_two_is_lost_where_one_move_is_all_that_counts(concept: str) -> None:
    """Legal sequences, as the definition has it, make the state stable; the oracle agrees."""
    conflict = chain()
    assert conflict.states.count == 4
    assert conflict.analyse().is_stable(concept, "first", [])
    assert not conflict.analyse(sanctions="one-move").is_stable(concept, "first", [])
    assert Oracle.of(conflict).is_stable(concept, "first", conflict.states.find([]))


@settings(max_examples=60)
@given(conflicts(decision_makers=(2, 2)))
def test_with_two_decision_makers_one_move_is_all_there_is(conflict: Conflict) -> None:
    legal, one_move = conflict.analyse(), conflict.analyse(sanctions="one-move")
    assert np.array_equal(legal.table, one_move.table)


# A reply that leads back

Matrix = NDArray[np.int64]


def by_matrices(game: ArcGame, i: int, *, diagonal: bool) -> dict[str, NDArray[np.bool_]]:
    """Return where a player of two is GMR and SEQ stable by the matrix form.

    ``diagonal`` says whether a state counts as less or equally preferred to itself.
    """
    m = game.cells

    def moves(j: int, improving: bool) -> Matrix:
        found = np.zeros((m, m), dtype=np.int64)
        for s in range(m):
            found[s, game.improvements(j, s) if improving else game.moves(j, s)] = 1
        return found

    ranks = game.ranks[i].astype(np.int64)
    better = (ranks[None, :] > ranks[:, None]).astype(np.int64)
    worse_or_equal = 1 - better - (0 if diagonal else np.eye(m, dtype=np.int64))
    own = moves(i, improving=True)
    return {
        concept: np.diag(own @ (1 - np.sign(moves(1 - i, improving) @ worse_or_equal.T))) == 0
        for concept, improving in (("GMR", False), ("SEQ", True))
    }


def by_definition(game: ArcGame, i: int) -> dict[str, NDArray[np.bool_]]:
    table = stability_table(game)
    return {concept: (table[i] & BIT[concept]) > 0 for concept in ("GMR", "SEQ")}


def test_a_reply_back_to_the_start_is_lost_with_zeros_on_the_diagonal() -> None:
    game = ArcGame.of([[1, 2], [2, 1]], [{0: [1]}, {1: [0]}])
    printed = by_matrices(game, 0, diagonal=False)
    for concept, stable in by_definition(game, 0).items():
        assert stable[0]
        assert not printed[concept][0]


def test_with_ones_on_the_diagonal_the_matrix_form_is_the_definition() -> None:
    """On random graphs of two decision makers, for every ranking of three states by the first."""
    arcs = [(s, t) for s in range(3) for t in range(3) if s != t]
    rng = np.random.default_rng(7)
    lost = 0
    for ranks in product((1, 2, 3), repeat=3):
        for _ in range(40):
            kept = rng.random((2, len(arcs))) < 0.5
            moves = [
                {s: [t for k, (u, t) in enumerate(arcs) if u == s and row[k]] for s in range(3)}
                for row in kept
            ]
            game = ArcGame.of([ranks, rng.permutation(3) + 1], moves)
            right, printed = (
                by_matrices(game, 0, diagonal=True),
                by_matrices(game, 0, diagonal=False),
            )
            for concept, stable in by_definition(game, 0).items():
                assert np.array_equal(right[concept], stable)
                lost += int(np.count_nonzero(stable & ~printed[concept]))
                assert not np.any(printed[concept] & ~stable)
    assert lost > 100


# Simultaneous stability in two readings


def test_the_two_readings_of_simultaneous_stability_differ_in_four_states() -> None:
    """The second is deterred by a sequential sanction, so nothing spoils what the first would do."""
    first = DecisionMaker(
        "first", options=(Option("a"),), preferences=ranked({"a"}, set(), {"a", "b"}, {"b"})
    )
    second = DecisionMaker(
        "second", options=(Option("b"),), preferences=ranked({"b"}, set(), {"a"}, {"a", "b"})
    )
    analysis = Conflict("A pair", (first, second)).analyse(also=["SIM", "SIM-FH"])
    assert analysis.is_stable("SEQ", "second", set())
    assert not analysis.is_stable("SEQ", "first", set())
    assert analysis.is_equilibrium("SIM", set())
    assert not analysis.is_equilibrium("SIM-FH", set())


def test_the_published_lists_on_korea_are_of_one_reading_only() -> None:
    conflict = go.load("published/korea-2017-invasion-for-good", "pacific")
    analysis = conflict.analyse(also=["SIM", "SIM-FH"])
    published = {0, 4, 5}
    found = {
        concept: {analysis.states.code(number) for number in analysis.equilibria(concept)}
        for concept in ("SEQ", "SIM", "SIM-FH")
    }
    assert found["SIM-FH"] == published
    assert found["SEQ"] | found["SIM"] == published | {2, 10}


# "Strong equilibria"


@settings(max_examples=100)
@given(conflicts())
def test_an_equilibrium_under_all_four_concepts_is_a_nash_equilibrium_and_no_more(
    conflict: Conflict,
) -> None:
    analysis = conflict.analyse()
    at_once = set.intersection(
        *(set(analysis.equilibria(concept)) for concept in ("Nash", "GMR", "SMR", "SEQ"))
    )
    assert at_once == set(analysis.equilibria("Nash"))


# Korea 2017, an invasion that cannot be undone


def korea(conflict: Conflict, struck_out: set[tuple[int, int]]) -> dict[str, set[int]]:
    """Return the equilibria, by code, where North Korea cannot make some of its moves."""
    analysis = conflict.analyse()
    codes = [analysis.states.code(number) for number in analysis.states]
    moves = [
        {
            number - 1: [
                target - 1
                for target in analysis.moves(dm.id, number)
                if dm.id == "us" or (codes[number - 1], codes[target - 1]) not in struck_out
            ]
            for number in analysis.states
        }
        for dm in conflict.decision_makers
    ]
    ranks = [
        [analysis.rank(dm.id, number) for number in analysis.states]
        for dm in conflict.decision_makers
    ]
    for_all = np.bitwise_and.reduce(stability_table(ArcGame.of(ranks, moves)), axis=0)
    return {
        concept: {codes[cell] for cell in np.flatnonzero(for_all & BIT[concept])}
        for concept in ("SMR", "SEQ")
    }


def test_the_ninth_list_on_korea_needs_invasions_that_can_be_undone_without_weapons() -> None:
    """Published: 0, 5, 10. Where no invasion can be undone, 12 is an equilibrium as well."""
    reversible = go.load("published/korea-2017")
    listed = set(product((4, 5, 6), (0, 1, 2, 8, 9, 10)))
    throughout = set(product((4, 5, 6, 12, 13, 14), (0, 1, 2, 8, 9, 10)))
    assert korea(reversible, listed)["SEQ"] == {0, 5, 10}
    assert korea(reversible, throughout)["SEQ"] == {0, 5, 10, 12}
    for_good = go.load("published/korea-2017-invasion-for-good").analyse(also=["SIM-FH"])
    for concept in ("SEQ", "SIM-FH"):
        found = {for_good.states.code(number) for number in for_good.equilibria(concept)}
        assert found == {0, 5, 10, 12}


@pytest.mark.parametrize(
    ("reading", "published"),
    [
        ("belligerent", {"SEQ": {5, 12}, "SMR": {5, 12}}),
        ("deterred", {"SEQ": {0, 5, 10, 12}, "SMR": {0, 5, 10, 12}}),
        ("pacific", {"SEQ": {0, 4, 5}, "SMR": {0, 2, 4, 5, 8, 10, 12}}),
    ],
)
def test_the_other_lists_on_korea_come_out_whichever_moves_are_struck_out(
    reading: str, published: dict[str, set[int]]
) -> None:
    from dataclasses import replace

    conflict = go.load("published/korea-2017-invasion-for-good", reading)
    free = go.load("published/korea-2017")
    preferences = {dm.id: dm.preferences for dm in conflict.decision_makers}
    makers = tuple(replace(dm, preferences=preferences[dm.id]) for dm in free.decision_makers)
    changed = replace(free, decision_makers=makers)
    for leaving in ((4, 5, 6), (4, 5, 6, 12, 13, 14)):
        assert korea(changed, set(product(leaving, (0, 1, 2, 8, 9, 10)))) == published
