"""What must be preferred to what: held against trying everything."""

from importlib import import_module
from itertools import permutations, product
from math import factorial

import pytest
from benchmarks.models import synthetic
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.conflict import Conflict, DecisionMaker, Option, Ranking, Tier
from goodoffices.errors import UsageError
from goodoffices.mediation import Inverse, inverse
from goodoffices.mediation.changes import Edit, apply_changes, edits_to, order_after
from goodoffices.mediation.condition import clauses_of
from goodoffices.mediation.orders import Demand, cheapest_orders
from goodoffices.mediation.setting import Setting
from goodoffices.mediation.solver import solve_orders
from goodoffices.mediation.variants import truth_of
from goodoffices.testing.forms import conflicts_in_any_form
from goodoffices.testing.oracle import CONCEPTS, Oracle
from goodoffices.testing.strategies import conflicts
from tests.mediation import brute

EUPHRATES = "published/euphrates-1975"
SYRIA_ALONE = {"Nash": 240, "SMR": 300, "GMR": 384, "SEQ": 384}

four_states = conflicts_in_any_form(most_options=2, words=False).filter(
    lambda conflict: conflict.states.count <= 4
)
three_states = four_states.filter(lambda conflict: conflict.states.count <= 3)
few_statements = conflicts(
    decision_makers=(2, 3), options=(1, 2), most_options=4, rankings=False, words=False
)
concept = st.sampled_from(CONCEPTS)


@st.composite
def questions(draw: st.DrawFn, models: st.SearchStrategy[Conflict]) -> tuple[Conflict, int]:
    conflict = draw(models)
    return conflict, draw(st.integers(1, conflict.states.count))


def ask(conflict: Conflict, state: int, concepts: dict[str, str], may_change: list[str]) -> Inverse:
    return inverse(conflict.analyse(), state, concepts, may_change)


# The condition


@pytest.mark.parametrize(("name", "count"), SYRIA_ALONE.items())
def test_of_720_rankings_of_syria_as_many_do_as_enumeration_finds(name: str, count: int) -> None:
    """Water released, Syria varied: counts worked out elsewhere by enumeration."""
    found = inverse(go.load(EUPHRATES).analyse(), 2, name, ["syria"]).conditions[0]
    assert (found.rankings, found.of) == (count, 720)


@settings(max_examples=60)
@given(question=questions(four_states), name=concept, data=st.data())
def test_the_condition_holds_for_a_ranking_exactly_where_the_state_is_stable(
    question: tuple[Conflict, int], name: str, data: st.DataObject
) -> None:
    """Every strict ranking is tried, the others' preferences held; and so their number is right."""
    conflict, state = question
    oracle = Oracle.of(conflict)
    dm = data.draw(st.sampled_from(sorted(oracle.arcs)))
    found = ask(conflict, state, dict.fromkeys(oracle.arcs, name), [dm]).conditions[0]
    good = 0
    for order in permutations(oracle.numbers):
        place = {number: k for k, number in enumerate(order)}
        meets = all(
            any(all(place[state] < place[n] for n in one) for one in clause.alternatives)
            for clause in found.clauses
        )
        stable = brute.with_liking(oracle, {dm: {n: -place[n] for n in order}}).is_stable(
            name, dm, state
        )
        assert meets == stable
        good += stable
    assert (found.rankings, found.of) == (good, factorial(len(oracle.numbers)))
    assert found.holds == oracle.is_stable(name, dm, state)


def test_the_condition_is_written_so_that_it_can_be_read() -> None:
    found = inverse(go.load(EUPHRATES).analyse(), 2, "GMR", ["syria"]).conditions[0]
    assert found.formula == (
        "({release} ≽ {} (no option taken) or {release} ≽ {attack}) and "
        "({release} ≽ {escalate} or {release} ≽ {escalate, attack})"
    )


# The smallest change of rankings


@settings(max_examples=80)
@given(question=questions(three_states), data=st.data())
def test_the_smallest_change_of_rankings_is_the_smallest_of_all(
    question: tuple[Conflict, int], data: st.DataObject
) -> None:
    """One or two may change, each with a concept of its own; ties in the rankings, moves of any form."""
    conflict, state = question
    oracle = Oracle.of(conflict)
    concepts = {dm: data.draw(concept) for dm in sorted(oracle.arcs)}
    may_change = data.draw(
        st.lists(st.sampled_from(sorted(oracle.arcs)), unique=True, min_size=1, max_size=2)
    )
    least = brute.fewest_pairs(oracle, concepts, state, may_change)
    found = ask(conflict, state, concepts, may_change)
    hold_smallest_ranking(found, oracle, concepts, least)


def hold_smallest_ranking(
    found: Inverse, oracle: Oracle, concepts: dict[str, str], least: int | None
) -> None:
    ranking, conflict = found.ranking, found.analysis.conflict
    assert (ranking.status == "none needed") == brute.is_equilibrium(oracle, concepts, found.state)
    if ranking.status == "impossible":
        assert least is None
        assert found.reasons
    elif ranking.status == "optimal":
        assert ranking.cost == least
    elif ranking.status == "at most":
        assert least is not None
        assert least <= ranking.cost
    elif ranking.status == "at least":
        assert least is None or least >= ranking.cost
    for answer in ranking.answers:
        after = Oracle.of(apply_changes(conflict, answer.changes))
        assert brute.is_equilibrium(after, concepts, found.state)


@st.composite
def two_by_two(draw: st.DrawFn) -> Conflict:
    """Two decision makers with an option each, who rank the four states strictly."""
    states = [frozenset(taken) for taken in ((), ("a",), ("b",), ("a", "b"))]
    rankings = st.permutations(states).map(lambda own: Ranking(tuple(Tier((it,)) for it in own)))
    makers = tuple(
        DecisionMaker(f"dm_{id_}", options=(Option(id_),), preferences=draw(rankings))
        for id_ in "ab"
    )
    return Conflict("Two by two", makers)


@settings(max_examples=40)
@given(question=questions(two_by_two()), name=st.sampled_from(["SEQ", "SSEQ"]))
def test_where_nothing_is_tied_the_smallest_change_of_coupled_rankings_is_proved(
    question: tuple[Conflict, int], name: str
) -> None:
    conflict, state = question
    oracle = Oracle.of(conflict)
    concepts = dict.fromkeys(oracle.arcs, name)
    found = ask(conflict, state, concepts, sorted(oracle.arcs))
    least = brute.fewest_pairs(oracle, concepts, state, sorted(oracle.arcs))
    hold_smallest_ranking(found, oracle, concepts, least)
    assert found.ranking.status in ("none needed", "optimal")


def test_lifting_the_wanted_state_is_not_always_the_least() -> None:
    """Two pairs will do, one of them for the sake of a deterrent; lifting alone takes three."""
    rankings = {"a": ["b", "a,b", "", "a"], "b": ["b", "a", "a,b", ""]}
    makers = tuple(
        DecisionMaker(
            id_,
            options=(Option(option),),
            preferences=Ranking(
                tuple(Tier((frozenset(filter(None, own.split(","))),)) for own in rankings[option])
            ),
        )
        for id_, option in (("dm_a", "a"), ("dm_b", "b"))
    )
    conflict = Conflict("Two by two", makers)
    oracle = Oracle.of(conflict)
    concepts = dict.fromkeys(oracle.arcs, "SEQ")
    found = ask(conflict, 1, concepts, sorted(oracle.arcs)).ranking
    assert (found.status, found.cost) == ("optimal", 2)
    assert cheapest_lift(oracle, concepts, 1) == 3


def cheapest_lift(oracle: Oracle, concepts: dict[str, str], state: int) -> int:
    """Return the fewest pairs changed where only the wanted state is put elsewhere, by anybody."""
    costs = []
    for height in product(range(-1, 11, 2), repeat=len(oracle.arcs)):
        chosen = {
            dm: {n: h if n == state else 8 - 2 * own[n] for n in oracle.numbers}
            for (dm, own), h in zip(places(oracle).items(), height, strict=True)
        }
        if brute.is_equilibrium(brute.with_liking(oracle, chosen), concepts, state):
            costs.append(sum(brute.pairs_changed(oracle, dm, own) for dm, own in chosen.items()))
    return min(costs)


def places(oracle: Oracle) -> dict[str, dict[int, int]]:
    """Return per decision maker the place of each state, 0 for the most preferred."""
    return {
        dm: {n: sorted(own.values(), reverse=True).index(own[n]) for n in own}
        for dm, own in oracle.liking.items()
    }


# The smallest change of statements


@settings(max_examples=80)
@given(question=questions(few_statements), data=st.data())
def test_the_fewest_edits_are_the_fewest_of_all_and_all_of_them_are_found(
    question: tuple[Conflict, int], data: st.DataObject
) -> None:
    conflict, state = question
    makers = sorted(dm.id for dm in conflict.decision_makers)
    concepts = {dm: data.draw(concept) for dm in makers}
    may_change = data.draw(st.lists(st.sampled_from(makers), unique=True, min_size=1, max_size=3))
    assume(sum(len(brute.statements_of(conflict, dm)) for dm in may_change) <= 5)
    least = brute.fewest_edits(conflict, concepts, state, may_change)
    found = ask(conflict, state, concepts, may_change).statements
    if least is None:
        assert found.status == "impossible"
        return
    cost, ways = least
    assert found.cost == cost
    assert found.status == ("optimal" if cost else "none needed")
    if cost:
        assert found.total == len(ways)
        listed = {signed(conflict, answer.changes, may_change) for answer in found.answers}
        assert listed <= ways
        assert len(listed) == len(found.answers) == min(50, len(ways))
        for answer in found.answers:
            after = apply_changes(conflict, answer.changes)
            assert len(answer.changes) == cost
            assert brute.is_equilibrium(Oracle.of(after), concepts, state)
            hold_equilibria(conflict, after, concepts, state, answer)


def signed(conflict: Conflict, changes: object, may_change: list[str]) -> tuple[brute.Signed, ...]:
    """Return the lists that edits lead to, in the brute force's writing."""
    assert isinstance(changes, tuple)
    return tuple(
        tuple(
            (k if k >= 0 else ~k, k >= 0)
            for k in order_after(
                len(brute.statements_of(conflict, dm)),
                [it for it in changes if it.decision_maker == dm],
            )
        )
        for dm in may_change
    )


def hold_equilibria(
    conflict: Conflict, after: Conflict, concepts: dict[str, str], state: int, answer: object
) -> None:
    """Which other equilibria survive, fall and come up is what the definitions say."""
    was, is_ = (
        {
            n
            for n in conflict.states
            if n != state and brute.is_equilibrium(Oracle.of(it), concepts, n)
        }
        for it in (conflict, after)
    )
    told = [set(getattr(answer, name)) for name in ("remain", "lost", "new")]
    assert told == [was & is_, was - is_, is_ - was]


@settings(max_examples=80)
@given(question=questions(few_statements), name=concept, data=st.data())
def test_the_constraint_solver_finds_what_deepening_finds(
    question: tuple[Conflict, int], name: str, data: st.DataObject
) -> None:
    """Two engines that share nothing but the demand."""
    conflict, state = question
    analysis = conflict.analyse()
    setting = Setting.of(analysis, name)
    cell = setting.cell(state)
    i = data.draw(st.integers(0, len(setting.ids) - 1))
    clauses = clauses_of(setting.game, setting.concepts[i], i, cell)
    truth = truth_of(analysis, conflict.decision_makers[i])
    demand = Demand.of(truth, cell, list(clauses.values()))
    deepened = cheapest_orders(len(truth), demand)
    solved = solve_orders(len(truth), demand, 0)
    assert solved is not None
    assert (solved.cost, solved.orders) == (deepened.cost, deepened.orders)
    assert solved.proved
    assert solved.complete


def test_a_long_list_is_proved_by_the_solver_and_only_bounded_without_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of 20 statements each: for the first decision maker more orders than are tried one by one."""
    analysis = go.analyse(synthetic(10, 3, statements=20, seed=5))
    found = inverse(analysis, 524, "Nash").statements
    assert (found.status, found.cost) == ("optimal", 9)
    for answer in found.answers[:5]:
        assert len(answer.changes) == 9
        after = go.analyse(apply_changes(analysis.conflict, answer.changes))
        assert after.is_equilibrium("Nash", 524)
    module = import_module("goodoffices.mediation.inverse")
    monkeypatch.setattr(module, "solve_orders", lambda *_: None)
    bounded = inverse(analysis, 524, "Nash").statements
    assert bounded.status == "at least"
    assert bounded.cost <= 9


def test_answers_that_contradict_less_evidence_come_first() -> None:
    table = go.load("geneva-2014/table").analyse()
    found = inverse(table, "parallel,round,russia_presses", "SEQ").statements
    counts = [len(answer.contradicts) for answer in found.answers]
    assert counts == sorted(counts) == [1, 1, 2]


# Impossible demands


def test_a_demand_that_cannot_be_met_says_who_stands_in_the_way_and_why() -> None:
    """The sponsors, held as they are, would put the trigger back."""
    council = go.load("geneva-2014/council").analyse()
    found = inverse(council, "vote", "Nash", ["russia"])
    assert found.ranking.status == found.statements.status == "impossible"
    (reason,) = found.reasons
    assert (reason.decision_maker, reason.concept) == ("sponsors", "Nash")
    assert reason.sentence.startswith("{vote} is not Nash stable for Sponsors of the draft")


def test_a_state_that_is_stable_needs_no_change() -> None:
    council = go.load("geneva-2014/council").analyse()
    found = inverse(council, "vote", "SEQ")
    assert found.stable_now
    assert found.ranking.status == found.statements.status == "none needed"
    assert not found.reasons


# Calls


def test_an_unknown_name_is_refused() -> None:
    council = go.load("geneva-2014/council").analyse()
    with pytest.raises(UsageError, match="no decision maker 'rusia'"):
        inverse(council, "vote", "Nash", ["rusia"])
    with pytest.raises(UsageError, match="no concept is given for 'russia'"):
        inverse(council, "vote", {"sponsors": "SEQ"})
    with pytest.raises(UsageError, match="not SIM"):
        inverse(council, "vote", "SIM")
    with pytest.raises(UsageError, match="legal sanctions only"):
        inverse(go.analyse(council.conflict, sanctions="one-move"), "vote", "Nash")


# Changes


@given(st.data())
def test_edits_lead_to_the_order_they_were_made_for(data: st.DataObject) -> None:
    count = data.draw(st.integers(0, 6))
    kept = data.draw(st.permutations(range(count)).map(lambda p: p[: len(p) - len(p) // 3]))
    order = tuple(k if data.draw(st.booleans()) else ~k for k in kept)
    edits = edits_to("x", count, order)
    assert order_after(count, edits) == order


def test_an_edit_that_does_not_fit_is_refused() -> None:
    council = go.load("geneva-2014/council")
    with pytest.raises(UsageError, match="no statement 9 to drop"):
        apply_changes(council, [Edit("drop", "russia", 8)])
    with pytest.raises(UsageError, match="only neighbours are swapped"):
        apply_changes(council, [Edit("swap", "russia", 3, 0)])
