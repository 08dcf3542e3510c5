"""Coalitional concepts and coalitions as players, held against their definitions over sets."""

import pytest
from hypothesis import given, settings

from goodoffices.conflict import Conflict
from goodoffices.errors import LimitError
from goodoffices.stability import analyse
from goodoffices.stability.coalitions import (
    COALITION_BIT,
    COALITION_CONCEPTS,
    coalition_table,
    named_coalition_concept,
    partitions,
    structure_table,
)
from goodoffices.stability.powers import Members, Powers
from goodoffices.testing.coalitions import is_coalition_stable, is_stable_as_player
from goodoffices.testing.forms import conflicts_in_any_form, graph_conflicts
from goodoffices.testing.oracle import Oracle
from goodoffices.testing.strategies import conflicts
from tests.stability.random_models import random_conflict

BELL = {1: 1, 2: 2, 3: 5, 4: 15, 5: 52}


def hold_coalitions(conflict: Conflict) -> None:
    """Compare every coalition's stability, and every structure's, with the definitions."""
    oracle = Oracle.of(conflict)
    ids = [dm.id for dm in conflict.decision_makers]
    powers = Powers(analyse(conflict).game)
    table = coalition_table(powers)
    assert len(table) == (1 << len(ids)) - 1
    for members, bits in table.items():
        who = frozenset(ids[i] for i in members)
        for state in oracle.numbers:
            for concept in COALITION_CONCEPTS:
                expected = is_coalition_stable(oracle, concept, who, state)
                found = bool(bits[state - 1] & COALITION_BIT[concept])
                assert found == expected, (concept, who, state)
    for blocks in partitions(range(len(ids))):
        structure = [frozenset(ids[i] for i in block) for block in blocks]
        for block, bits in structure_table(powers, table, blocks).items():
            who = frozenset(ids[i] for i in block)
            for state in oracle.numbers:
                for concept in COALITION_CONCEPTS:
                    wanted = is_stable_as_player(oracle, concept[1:], who, structure, state)
                    assert bool(bits[state - 1] & COALITION_BIT[concept]) == wanted


@settings(max_examples=60)
@given(conflicts(decision_makers=(1, 4), most_options=3, words=False))
def test_coalitional_stability_follows_the_definitions_in_option_form(conflict: Conflict) -> None:
    hold_coalitions(conflict)


@settings(max_examples=60)
@given(graph_conflicts())
def test_coalitional_stability_follows_the_definitions_where_moves_are_listed(
    conflict: Conflict,
) -> None:
    hold_coalitions(conflict)


@settings(max_examples=60)
@given(conflicts_in_any_form(most_options=3, words=False))
def test_coalitional_stability_follows_the_definitions_in_any_form(conflict: Conflict) -> None:
    hold_coalitions(conflict)


@pytest.mark.parametrize("seed", range(60))
def test_coalitional_stability_follows_the_definitions_on_random_models(seed: int) -> None:
    hold_coalitions(random_conflict(seed, most_options=3))


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_there_are_as_many_structures_as_the_bell_number_says(number: int) -> None:
    found: set[frozenset[Members]] = {frozenset(blocks) for blocks in partitions(range(number))}
    assert len(found) == len(list(partitions(range(number)))) == BELL[number]
    assert all(sorted(i for block in blocks for i in block) == [*range(number)] for blocks in found)


def test_a_concept_is_named_with_or_without_its_c() -> None:
    assert named_coalition_concept("seq") == named_coalition_concept("CSEQ") == "CSEQ"


def test_too_many_states_for_matrices_are_refused_with_the_figures() -> None:
    from benchmarks.models import synthetic

    game = analyse(synthetic(16, 3)).game
    with pytest.raises(LimitError, match="65,536 states and 3 decision makers"):
        Powers(game)
