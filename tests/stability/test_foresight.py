"""Limited-move stability, held against plays in which every choice is made."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.conflict import Conflict
from goodoffices.errors import UsageError
from goodoffices.stability import analyse
from goodoffices.stability.foresight import foresight
from goodoffices.testing.foresight import cautious_ends, two_player_ends
from goodoffices.testing.forms import graph_conflicts
from goodoffices.testing.oracle import Oracle
from goodoffices.testing.strategies import conflicts


def hold_foresight(conflict: Conflict, horizon: int) -> None:
    oracle = Oracle.of(conflict)
    found = foresight(analyse(conflict), horizon)
    ids = [dm.id for dm in conflict.decision_makers]
    assert found.variant == ("L_h" if len(ids) == 2 else "L_h cautious")
    literal = two_player_ends if len(ids) == 2 else cautious_ends
    for h in range(1, horizon + 1):
        for dm in ids:
            for state in oracle.numbers:
                ends = literal(oracle, dm, state, h)
                assert set(found.may_end(h, dm, state)) == ends
                assert found.is_stable(h, dm, state) == (ends == {state})
        held = set.intersection(*(set(found.stable(h, dm)) for dm in ids))
        assert set(found.equilibria(h)) == held
    for dm in ids:
        assert found.stable(1, dm) == analyse(conflict).stable("Nash", dm)


@settings(max_examples=80)
@given(conflicts(decision_makers=(2, 2), options=(1, 2), most_options=3, words=False))
def test_l_h_for_two_follows_every_choice_among_ties(conflict: Conflict) -> None:
    hold_foresight(conflict, 3)


@settings(max_examples=80)
@given(conflicts(decision_makers=(1, 4), options=(0, 2), most_options=4, words=False))
def test_the_cautious_variant_follows_its_formula(conflict: Conflict) -> None:
    hold_foresight(conflict, 3)


@settings(max_examples=80)
@given(graph_conflicts())
def test_foresight_holds_where_moves_are_listed(conflict: Conflict) -> None:
    if len(conflict.states) <= 5:
        hold_foresight(conflict, 3)


@settings(max_examples=60)
@given(conflicts(decision_makers=(2, 3), options=(1, 2), most_options=3, words=False))
def test_nm_is_what_stays_however_far_one_looks(conflict: Conflict) -> None:
    """Far beyond every cycle, NM is the intersection of a long run of L_h."""
    analysis = analyse(conflict)
    found = foresight(analysis, 60)
    assert found.non_myopic is not None
    late = np.logical_and.reduce(found.tables[30:])
    assert np.array_equal(found.non_myopic, late)
    if found.settles:
        assert np.array_equal(found.tables[-1], found.tables[-2])


@settings(max_examples=60)
@given(st.permutations(range(4)), st.permutations(range(4)))
def test_without_ties_the_cautious_variant_is_l_h_for_two(one: list[int], two: list[int]) -> None:
    arcs = {"a": {1: {2}, 2: {1}, 3: {4}, 4: {3}}, "b": {1: {3}, 3: {1}, 2: {4}, 4: {2}}}
    frozen = {dm: {s: frozenset(ends) for s, ends in own.items()} for dm, own in arcs.items()}
    liking = {
        "a": dict(zip(range(1, 5), one, strict=True)),
        "b": dict(zip(range(1, 5), two, strict=True)),
    }
    oracle = Oracle((1, 2, 3, 4), frozen, liking)
    for h in range(1, 6):
        for dm in "ab":
            for state in oracle.numbers:
                ends = two_player_ends(oracle, dm, state, h)
                assert ends == cautious_ends(oracle, dm, state, h)
                assert len(ends) == 1


def test_looking_further_makes_cooperation_hold_in_the_dilemma() -> None:
    found = foresight(go.load("textbook/prisoners-dilemma").analyse(), 3)
    assert found.equilibria(1) == (1,)
    assert found.equilibria(2) == (1, 4)


def test_a_leader_and_a_follower_are_two() -> None:
    game = foresight(go.load("textbook/chicken").analyse(), 2)
    for dm in game.conflict.decision_makers:
        other = next(it.id for it in game.conflict.decision_makers if it.id != dm.id)
        expected = set(game.stable(2, dm.id)) & set(game.stable(1, other))
        assert set(game.stackelberg(dm.id)) == expected
    with pytest.raises(UsageError, match="leader"):
        foresight(go.load("geneva-2014/council").analyse()).stackelberg("russia")


def test_wrong_horizons_are_refused() -> None:
    analysis = go.load("textbook/chicken").analyse()
    with pytest.raises(UsageError, match="one move or more"):
        foresight(analysis, 0)
    with pytest.raises(UsageError, match="1 to 2 moves"):
        foresight(analysis, 2).equilibria(3)
    with pytest.raises(UsageError, match="or 'NM'"):
        foresight(analysis, 2).equilibria("far")
