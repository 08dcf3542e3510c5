"""Published numbers that are wrong, and the smallest model that shows why.

The page `docs/explanation/known-wrong-results.md` tells the same in words.
"""

from dataclasses import replace
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
from goodoffices.conflict.model import Moves
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


def codes(analysis: Analysis, concept: str) -> set[int | None]:
    return {analysis.states.code(number) for number in analysis.equilibria(concept)}


def korea(reading: str = "", *, struck_out: str = "") -> Conflict:
    """Return the stand-off in Korea with the preferences of a reading.

    ``struck_out`` says which invasions cannot be taken back: those of ``armed`` invaders, or ``all``.
    """
    base = go.load("published/korea-2017")
    liking = go.load("published/korea-2017-invasion-for-good", reading or None)
    moves: dict[str, Moves] = {"invade": "only taken"} if struck_out == "all" else {}
    makers = tuple(
        replace(
            dm,
            preferences=liking.decision_maker(dm.id).preferences,
            options=tuple(replace(it, moves=moves.get(it.id, it.moves)) for it in dm.options),
        )
        for dm in base.decision_makers
    )
    forbidden = liking.forbidden_moves if struck_out == "armed" else ()
    return replace(base, decision_makers=makers, forbidden_moves=forbidden)


def test_the_published_lists_on_korea_are_of_one_reading_only() -> None:
    """The tableau gives the list of the pacific reading; the other reading adds two states."""
    analysis = korea("pacific", struck_out="all").analyse(also=["SIM", "SIM-FH"])
    published = {0, 4, 5}
    found = {concept: codes(analysis, concept) for concept in ("SEQ", "SIM", "SIM-FH")}
    assert found["SIM-FH"] == published
    assert found["SEQ"] | found["SIM"] == published | {2, 10}


def test_a_war_in_korea_holds_by_simultaneous_sanctions_alone() -> None:
    """The first article: from state 4 both improve, and end in 1, which both like less."""
    analysis = korea().analyse(also=["SIM-FH"])
    assert codes(analysis, "SIM-FH") - codes(analysis, "SEQ") == {4}


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


def test_one_list_on_korea_needs_invasions_that_can_be_undone_without_weapons() -> None:
    """Published: 0, 5, 10. Where no invasion can be undone, 12 is an equilibrium as well."""
    assert codes(korea(struck_out="armed").analyse(), "SEQ") == {0, 5, 10}
    throughout = korea(struck_out="all").analyse(also=["SIM-FH"])
    for concept in ("SEQ", "SIM-FH"):
        assert codes(throughout, concept) == {0, 5, 10, 12}


@pytest.mark.parametrize("reading", ["belligerent", "deterred", "pacific"])
def test_the_other_lists_on_korea_come_out_either_way(reading: str) -> None:
    """Also with simultaneous sanctions, which the source adds and listed moves do not allow."""
    armed = korea(reading, struck_out="armed").analyse()
    throughout = korea(reading, struck_out="all").analyse(also=["SIM-FH"])
    assert codes(armed, "SMR") == codes(throughout, "SMR")
    assert codes(armed, "SEQ") == codes(throughout, "SEQ") == codes(throughout, "SIM-FH")
