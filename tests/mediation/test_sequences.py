"""Orders of steps, held against brute force, and on the Geneva case."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.conflict import Conflict
from goodoffices.errors import UsageError
from goodoffices.mediation.guarantees import guarantee_words, with_guarantees
from goodoffices.mediation.sequences import Plan, Sequences, sequences
from goodoffices.stability import analyse
from goodoffices.testing.forms import conflicts_in_any_form
from goodoffices.testing.oracle import CONCEPTS, Oracle
from goodoffices.testing.sequences import best_orders, could_defect, is_trusted
from goodoffices.testing.strategies import conflicts
from tests.stability.comparison import hold_path
from tests.stability.random_models import random_conflict


def hold_sequences(conflict: Conflict, start: int, wanted: int, concept: str) -> Sequences:
    """Compare an answer about orders of steps with brute force; every witness is what it claims."""
    oracle = Oracle.of(conflict)
    found = sequences(analyse(conflict), wanted, concept=concept, start=start, guarantees=False)
    best = best_orders(oracle, concept, start, wanted)
    expected = best[None]
    assert found.exist == (expected is not None)
    if expected is not None:
        assert found.shortest is not None
        assert found.safest is not None
        assert len(found.shortest.steps) == expected[0]
        assert cost(found.safest) == expected[1]
        assert found.nearest is None
    for dm, plan in found.beginning.items():
        assert (plan is None) == (best[dm] is None), dm
        if plan is not None:
            assert plan.steps[0].mover == dm
            wanted_cost = best[dm]
            assert wanted_cost is not None
            assert cost(plan) == wanted_cost[1]
    for plan in (found.shortest, found.safest, *found.beginning.values()):
        if plan is not None:
            assert plan.holds
    for plan in (found.shortest, found.safest, found.nearest, *found.beginning.values()):
        if plan is not None:
            hold_plan(oracle, plan, start, wanted, concept)
    if found.nearest is None and expected is None:
        assert wanted not in oracle.reached(oracle.everybody, start, improving=False)
    return found


def cost(plan: Plan) -> tuple[int, int]:
    return sum(it.exposed for it in plan.on_the_way[1:]), len(plan.steps)


def hold_plan(oracle: Oracle, plan: Plan, start: int, wanted: int, concept: str) -> None:
    states = [stop.state for stop in plan.on_the_way]
    assert states == [start, *(step.target for step in plan.steps)]
    assert states[-1] == wanted
    if plan.steps:
        hold_path(oracle, plan.steps, start, oracle.everybody)
    for stop in plan.on_the_way:
        assert stop.trusted == is_trusted(oracle, concept, stop.state, wanted)
        assert stop.exposed == (not is_trusted(oracle, "Nash", stop.state, wanted))
        stoppers = {dm for dm in oracle.arcs if oracle.prefers(dm, stop.state, wanted)}
        assert set(stop.would_stop) == stoppers
        told = {(it.decision_maker, it.move.target): it.sanction for it in stop.temptations}
        tempting = {
            (dm, end)
            for dm in oracle.arcs
            for end in oracle.moves(dm, stop.state)
            if oracle.prefers(dm, end, wanted)
        }
        assert set(told) == tempting
        for (dm, end), sanction in told.items():
            open_ = could_defect(oracle, concept, dm, end, wanted)
            assert (sanction is None) == open_
            if sanction is not None:
                improving = concept in ("SEQ", "SSEQ")
                others = oracle.everybody - {dm}
                hold_path(oracle, sanction.path, end, others, improving=improving)
                assert oracle.hurts(dm, sanction.state, wanted)


@settings(max_examples=150)
@given(conflicts_in_any_form(most_options=4, words=False), st.data())
def test_orders_of_steps_are_those_of_brute_force(conflict: Conflict, data: st.DataObject) -> None:
    numbers = st.sampled_from(list(conflict.states))
    concept = data.draw(st.sampled_from(CONCEPTS))
    hold_sequences(conflict, data.draw(numbers), data.draw(numbers), concept)


def test_orders_of_steps_are_those_of_brute_force_on_many_random_models() -> None:
    orders = 0
    for seed in range(50):
        conflict = random_conflict(seed, most_options=4)
        states = list(conflict.states)
        for wanted in states[:3]:
            for start in states[-4:]:
                found = hold_sequences(conflict, start, wanted, CONCEPTS[seed % 5])
                orders += found.shortest is not None and len(found.shortest.steps) > 1
    assert orders > 5  # the comparison is not of nothing with nothing


def test_the_council_deal_can_be_reached_step_for_step_when_the_sponsors_begin() -> None:
    analysis = go.load("geneva-2014/council").analyse()
    found = sequences(analysis, "vote")
    assert found.safest is not None
    assert [step.mover for step in found.safest.steps] == ["sponsors", "russia"]
    assert [analysis.states.id(s.state) for s in found.safest.exposed] == ["vote"]
    assert found.beginning["russia"] is None


def test_under_nash_the_deal_needs_the_clause_to_stay_out() -> None:
    council = go.load("geneva-2014/council")
    found = sequences(council.analyse(), "vote", concept="Nash")
    assert not found.exist
    assert found.nearest is not None
    assert [s.state for s in found.nearest.missing] == [council.states.find("vote")]
    assert "`trigger`, once given up, stays given up" in [
        guarantee_words(council, it) for some in found.guarantees for it in some
    ]


@settings(max_examples=40)
@given(conflicts(most_options=3, words=False), st.data())
def test_guarantees_carry_the_steps_and_nothing_less_would(
    conflict: Conflict, data: st.DataObject
) -> None:
    numbers = st.sampled_from(list(conflict.states))
    concept = data.draw(st.sampled_from(CONCEPTS))
    found = sequences(
        analyse(conflict), data.draw(numbers), concept=concept, start=data.draw(numbers)
    )
    for some in found.guarantees:
        assert found.nearest is not None
        skipped = {s.target for it in some for s in it.steps[:-1]}
        kept = [s.state for s in found.nearest.on_the_way if s.state not in skipped]
        rest = [it for it in some if it.kind != "together"]
        assert trusted_with(conflict, rest, kept, concept)
        for left in rest:
            fewer = [it for it in rest if it != left]
            assert not trusted_with(conflict, fewer, kept, concept)


def trusted_with(conflict: Conflict, some: list, kept: list[int], concept: str) -> bool:  # type: ignore[type-arg]
    changed = with_guarantees(conflict, some)
    oracle = Oracle.of(changed)
    numbers = [changed.states.find(frozenset(conflict.states.taken(s))) for s in kept]
    return all(is_trusted(oracle, concept, s, numbers[-1]) for s in numbers)


def test_wrong_questions_are_refused() -> None:
    analysis = go.load("geneva-2014/council").analyse()
    with pytest.raises(UsageError, match="no solution concept"):
        sequences(analysis, "vote", concept="Nasch")
    with pytest.raises(UsageError, match="sequences are found under"):
        sequences(analysis, "vote", concept="SIM")
    with pytest.raises(UsageError):
        sequences(go.load("textbook/chicken").analyse(), "nowhere")
