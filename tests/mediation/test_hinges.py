"""The smallest changes after which an outcome holds and can be reached: held against trying everything."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.conflict import Conflict
from goodoffices.errors import UsageError
from goodoffices.mediation import Hinge, hinges
from goodoffices.mediation.changes import apply_changes, change_words, edits_to
from goodoffices.testing.forms import conflicts_in_any_form
from goodoffices.testing.oracle import CONCEPTS, Oracle
from goodoffices.testing.strategies import conflicts
from tests.mediation import brute

TABLE, COUNCIL = "geneva-2014/table", "geneva-2014/council"
PACKAGE = "parallel,round,russia_presses"


# Geneva


def test_on_the_table_russia_would_have_to_put_the_round_above_not_pressing() -> None:
    """The two historical readings differ in just this, and in it Russia goes first, at a loss."""
    table = go.load(TABLE, "historical").analyse()
    found = hinges(table, PACKAGE, "SEQ")
    assert not found.stable_now
    (swap,) = [it for it in found.smallest.hinges if it.changes[0].kind == "swap"]
    assert len(swap.changes) == 1
    assert change_words(table.conflict, swap.changes[0]) == (
        "Russia puts `round` above `not russia_presses`"
    )
    assert not swap.by_improvements
    assert [step.mover for step in swap.way] == ["russia", "government", "mediator"]
    (loss,) = swap.losses
    assert swap.first_at_a_loss == ("russia",)
    assert loss.step == swap.way[0]
    assert loss.price.lost == ("not russia_presses",)
    assert loss.price.gained == ()
    assert loss.by_the_end.gained == ("round",)
    assert loss.by_the_end.decided_by == "round"
    assert loss.repaid


def test_on_the_table_it_is_reached_by_improvements_only_where_russia_wants_to_press() -> None:
    found = hinges(go.load(TABLE, "historical").analyse(), PACKAGE, "SEQ")
    (hinge,) = found.by_improvements.hinges
    assert [(it.kind, it.decision_maker) for it in hinge.changes] == [("negate", "russia")]
    assert hinge.losses == ()


def test_in_the_council_the_outcome_needs_no_change_but_a_first_step_at_a_loss() -> None:
    found = hinges(go.load(COUNCIL).analyse(), "vote", "SEQ")
    assert found.stable_now
    (hinge,) = found.smallest.hinges
    assert hinge.changes == ()
    assert [loss.step.mover for loss in hinge.losses] == ["sponsors"]
    assert hinge.first_at_a_loss == ("sponsors",)
    assert all(loss.repaid for loss in hinge.losses)


# Against brute force


def few(conflict: Conflict) -> bool:
    statements = (len(brute.statements_of(conflict, dm.id)) for dm in conflict.decision_makers)
    return sum(statements) <= 4 and conflict.states.count <= 8


small = st.one_of(
    conflicts(
        decision_makers=(2, 3), options=(1, 2), most_options=3, rankings=False, words=False
    ).filter(few),
    conflicts_in_any_form(most_options=2, words=False).map(brute.in_few_statements).filter(few),
    conflicts_in_any_form(most_options=3, words=False).filter(few),
)


@settings(max_examples=80)
@given(conflict=small, data=st.data())
def test_the_smallest_hinges_are_the_smallest_of_all(
    conflict: Conflict, data: st.DataObject
) -> None:
    ids = [dm.id for dm in conflict.decision_makers]
    concepts = {id_: data.draw(st.sampled_from(CONCEPTS)) for id_ in ids}
    numbers = st.integers(1, conflict.states.count)
    state, start = data.draw(numbers), data.draw(numbers)
    found = hinges(conflict.analyse(), state, concepts, start=start)
    for kind, improving in ((found.smallest, False), (found.by_improvements, True)):
        expected = brute_hinges(conflict, concepts, state, start, improving=improving)
        if expected is None:
            assert kind.hinges == ()
            assert kind.complete
        else:
            cost, ways = expected
            assert kind.cost == cost
            assert {lists(conflict, it) for it in kind.hinges} == ways
        for hinge in kind.hinges:
            hold_way(conflict, hinge, concepts, state, start)


def brute_hinges(
    conflict: Conflict, concepts: dict[str, str], state: int, start: int, *, improving: bool
) -> tuple[int, set[tuple[brute.Signed, ...]]] | None:
    """Try all lists, fewest edits first: stable, and the outcome reached from the start."""
    ids = [dm.id for dm in conflict.decision_makers]
    level = {
        tuple(tuple((k, True) for k in range(len(brute.statements_of(conflict, d)))) for d in ids)
    }
    seen, cost = set(level), 0
    while level:
        good = set()
        for profile in level:
            changed = brute.with_statements(conflict, dict(zip(ids, profile, strict=True)))
            oracle = Oracle.of(changed)
            if brute.is_equilibrium(oracle, concepts, state) and (
                start == state or state in oracle.reached(ids, start, improving=improving)
            ):
                good.add(profile)
        if good:
            return cost, good
        level = {
            (*profile[:p], new, *profile[p + 1 :])
            for profile in level
            for p, signed in enumerate(profile)
            for new in brute.one_edit(signed)
        } - seen
        seen |= level
        cost += 1
    return None


def lists(conflict: Conflict, hinge: Hinge) -> tuple[brute.Signed, ...]:
    """Return the lists a hinge's edits lead to, worked out one edit after the other."""
    found = []
    for dm in conflict.decision_makers:
        now = [(k, True) for k in range(len(brute.statements_of(conflict, dm.id)))]
        for edit in hinge.changes:
            if edit.decision_maker != dm.id:
                continue
            at = [k for k, _ in now].index(edit.statement)
            if edit.kind == "drop":
                del now[at]
            elif edit.kind == "negate":
                now[at] = (edit.statement, not now[at][1])
            else:
                assert now[at - 1][0] == edit.over
                now[at - 1], now[at] = now[at], now[at - 1]
        found.append(tuple(now))
    return tuple(found)


def hold_way(
    conflict: Conflict, hinge: Hinge, concepts: dict[str, str], state: int, start: int
) -> None:
    """The way is legal in the changed model, has the fewest losses, and its losses are what they are."""
    oracle = Oracle.of(apply_changes(conflict, hinge.changes))
    assert brute.is_equilibrium(oracle, concepts, state)
    steps = [(step.mover, step.target) for step in hinge.way]
    assert oracle.is_legal(start, steps, list(oracle.arcs), improving=hinge.by_improvements)
    assert (steps[-1][1] if steps else start) == state
    losing = [step for step in hinge.way if oracle.prefers(step.mover, step.source, step.target)]
    assert [loss.step for loss in hinge.losses] == losing
    if state != start:
        assert len(losing) == oracle.fewest_losses(start)[state][0]
    if all(conflict.analyse().game.transitive):
        assert set(hinge.first_at_a_loss) == first_losers(oracle, start, state, len(losing))
    else:
        assert hinge.first_at_a_loss == tuple(step.mover for step in losing[:1])
    for loss in hinge.losses:
        who, left = loss.step.mover, loss.step.source
        assert loss.repaid == oracle.prefers(who, state, left)
        assert loss.price.change == -1


def first_losers(oracle: Oracle, start: int, state: int, losses: int) -> set[str]:
    """Return who can step at a loss from where no loss has led, with one loss fewer left to go."""
    if not losses:
        return set()
    free = {start} | {n for n, (lost, _) in oracle.fewest_losses(start).items() if not lost}
    left = {n: {n: (0, 0)} | oracle.fewest_losses(n) for n in oracle.numbers}
    return {
        dm
        for dm in oracle.arcs
        for source in free
        for end in oracle.moves(dm, source)
        if oracle.prefers(dm, source, end) and left[end].get(state, (-1, 0))[0] == losses - 1
    }


@settings(max_examples=20)
@given(conflict=small, data=st.data())
def test_only_those_who_may_change_do(conflict: Conflict, data: st.DataObject) -> None:
    who = data.draw(st.sampled_from([dm.id for dm in conflict.decision_makers]))
    found = hinges(conflict.analyse(), 1, "GMR", [who], start=1)
    for kind in (found.smallest, found.by_improvements):
        assert {e.decision_maker for it in kind.hinges for e in it.changes} <= {who}


# Calls and limits


def test_an_outcome_no_moves_lead_to_has_no_hinge() -> None:
    """A veto that cannot be taken back: no change of preferences undoes it."""
    council = go.load(COUNCIL)
    makers = tuple(
        replace(dm, options=tuple(replace(it, moves="only taken") for it in dm.options))
        for dm in council.decision_makers
    )
    found = hinges(replace(council, decision_makers=makers).analyse(), "vote")
    assert not found.reachable
    assert found.smallest.hinges == found.by_improvements.hinges == ()


def test_a_search_that_ends_early_says_so() -> None:
    table = go.load(TABLE, "historical").analyse()
    found = hinges(table, "tgb,parallel,round,russia_presses", "SEQ", most_work=1 << 13)
    assert not found.smallest.complete
    assert found.smallest.hinges == ()
    assert found.smallest.cost == 2


def test_without_status_quo_a_start_is_asked_for() -> None:
    conflict = go.load("published/elmira")
    with pytest.raises(UsageError, match="name a state to start from"):
        hinges(replace(conflict, status_quo=None).analyse(), 1)


def test_edits_are_told_in_the_order_in_which_they_are_made() -> None:
    assert [it.kind for it in edits_to("x", 3, (2, ~0))] == ["drop", "negate", "swap"]
