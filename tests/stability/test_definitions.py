"""The engine against the brute-force oracle, on thousands of random conflicts."""

import os

import pytest
from hypothesis import HealthCheck, given, settings

from goodoffices.conflict import Conflict
from goodoffices.stability import CONCEPTS, analyse
from goodoffices.testing.oracle import Oracle
from goodoffices.testing.strategies import conflicts
from tests.stability.comparison import (
    hold_everything,
    hold_explanation,
    hold_joint_improvements,
    hold_model,
    hold_routes,
    hold_stability,
)
from tests.stability.random_models import random_conflict

MORE = 2 if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else 1
BLOCK = 50
thorough = settings(
    max_examples=300 * MORE,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    deadline=None,
)


@thorough
@given(conflicts(words=False))
def test_stability_is_what_the_definitions_say(conflict: Conflict) -> None:
    """Tables, counts and equilibria of all concepts equal those worked out from the definitions."""
    oracle, analysis = Oracle.of(conflict), analyse(conflict)
    hold_model(analysis, oracle)
    hold_stability(analysis, oracle)


@thorough
@given(conflicts(words=False, most_options=4))
def test_every_explanation_is_a_proof(conflict: Conflict) -> None:
    """Each witness of each explanation is real, legal, shortest, and missing only where there is none."""
    oracle, analysis = Oracle.of(conflict), analyse(conflict)
    for state in oracle.numbers:
        for concept in CONCEPTS:
            for dm in oracle.arcs:
                hold_explanation(oracle, analysis.explain(concept, dm, state))


@thorough
@given(conflicts(words=False, most_options=5))
def test_joint_improvements_and_routes_are_all_there_and_best(conflict: Conflict) -> None:
    """Joint improvements are minimal and complete; routes have the fewest steps, and losses, possible."""
    oracle, analysis = Oracle.of(conflict), analyse(conflict)
    for state in oracle.numbers[:: max(1, len(oracle.numbers) // 8)]:
        hold_joint_improvements(analysis, oracle, state)
        hold_routes(analysis, oracle, state)


@pytest.mark.parametrize("block", range(10 * MORE))
def test_hundreds_of_small_conflicts_agree_in_everything(block: int) -> None:
    """Every answer about every state of a block of seeded conflicts equals the oracle's."""
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        hold_everything(random_conflict(seed))


@pytest.mark.parametrize("block", range(10 * MORE))
def test_stability_agrees_on_a_thousand_more(block: int) -> None:
    """Tables of all concepts equal the oracle's on small seeded conflicts."""
    for seed in range(1_000_000 + block * 2 * BLOCK, 1_000_000 + (block + 1) * 2 * BLOCK):
        conflict = random_conflict(seed, most_options=4)
        hold_stability(analyse(conflict), Oracle.of(conflict))


@thorough
@given(conflicts(words=False, most_options=5))
def test_plain_closure_is_enough_in_option_form(conflict: Conflict) -> None:
    """As each one's moves are transitive, legal sequences and plain paths reach the same other states."""
    oracle = Oracle.of(conflict)
    for state in oracle.numbers:
        for improving in (False, True):
            plain, front = {state}, {state}
            while front:
                front = {
                    end
                    for at in front
                    for dm in oracle.arcs
                    for end in oracle.step(dm, at, improving=improving)
                } - plain
                plain |= front
            legal = oracle.reached(oracle.arcs, state, improving=improving)
            assert legal | {state} == plain
