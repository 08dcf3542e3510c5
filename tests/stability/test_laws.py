"""Laws of the solution concepts, and the smallest conflicts in which what is no law fails."""

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.conflict import Conflict
from goodoffices.conflict.constraints import constraint
from goodoffices.conflict.model import (
    Constraint,
    DecisionMaker,
    Option,
    Preferences,
    PreferenceStatement,
    Prioritisation,
    Proposition,
    Ranking,
    State,
    Tier,
    Weight,
    Weighting,
)
from goodoffices.stability import CONCEPTS, Analysis, analyse
from goodoffices.statements import Name, Not, Or, Statement, names, substitute
from goodoffices.testing.strategies import conflicts

some = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
plain = conflicts(words=False)
IMPLIED = [
    ("Nash", "GMR"),
    ("Nash", "SMR"),
    ("Nash", "SEQ"),
    ("Nash", "SSEQ"),
    ("SMR", "GMR"),
    ("SEQ", "GMR"),
    ("SSEQ", "SMR"),
    ("SSEQ", "SEQ"),
]

Holds = dict[tuple[str, str], set[State]]


def stable_states(analysis: Analysis, without: frozenset[str] = frozenset()) -> Holds:
    """Return per concept and decision maker the stable states by their options, numbers left aside."""
    return {
        (concept, dm.id): {
            frozenset(analysis.states.taken(s)) - without for s in analysis.stable(concept, dm.id)
        }
        for concept in CONCEPTS
        for dm in analysis.conflict.decision_makers
    }


def joint(analysis: Analysis) -> set[tuple[State, frozenset[str], State]]:
    """Return all joint improvements by options and members, numbers left aside."""
    taken = {s: frozenset(analysis.states.taken(s)) for s in analysis.states}
    return {
        (taken[s], frozenset(one.members), taken[one.target])
        for s in analysis.states
        for one in analysis.joint_improvements(s)
    }


@some
@given(plain)
def test_the_concepts_imply_one_another_as_the_theory_says(conflict: Conflict) -> None:
    """R implies all, SMR and SEQ imply GMR, SSEQ implies SMR and SEQ; for each and for equilibria."""
    analysis = analyse(conflict)
    for narrow, wide in IMPLIED:
        assert set(analysis.equilibria(narrow)) <= set(analysis.equilibria(wide))
        for dm in conflict.decision_makers:
            assert set(analysis.stable(narrow, dm.id)) <= set(analysis.stable(wide, dm.id))


@some
@given(plain)
def test_who_has_no_options_is_stable_everywhere(conflict: Conflict) -> None:
    """Under every concept, and adding such a one changes nothing for the others."""
    observer = DecisionMaker("observer", role="observer")
    analysis = analyse(conflict)
    watched = analyse(replace(conflict, decision_makers=(observer, *conflict.decision_makers)))
    for concept in CONCEPTS:
        assert watched.count(concept, "observer") == len(watched.states)
        assert watched.equilibria(concept) == analysis.equilibria(concept)
        for dm in conflict.decision_makers:
            assert watched.stable(concept, dm.id) == analysis.stable(concept, dm.id)
            if not dm.options:
                assert analysis.count(concept, dm.id) == len(analysis.states)
    assert joint(watched) == joint(analysis)


# -- invariance ------------------------------------------------------------------------------------


def renamed(conflict: Conflict, new: dict[str, str]) -> Conflict:
    """Return the conflict with other ids for decision makers, options and propositions."""
    meaning: dict[str, Statement] = {old: Name(name) for old, name in new.items()}

    def said(statement: Statement) -> Statement:
        return substitute(statement, meaning)

    def state(taken: State) -> State:
        return frozenset(new[id_] for id_ in taken)

    def liked(preferences: Preferences) -> Preferences:
        if isinstance(preferences, Ranking):
            tiers = (tuple(map(state, tier.states)) for tier in preferences.tiers)
            return Ranking(tuple(map(Tier, tiers)))
        if isinstance(preferences, Weighting):
            weights = preferences.weights
            return Weighting(tuple(Weight(new.get(it.id, it.id), it.value) for it in weights))
        wanted = (said(it.statement) for it in preferences.statements)
        return Prioritisation(tuple(map(PreferenceStatement, wanted)))

    return Conflict(
        conflict.title,
        tuple(
            DecisionMaker(
                new[dm.id],
                options=tuple(replace(o, id=new[o.id]) for o in dm.options),
                preferences=liked(dm.preferences),
            )
            for dm in conflict.decision_makers
        ),
        feasibility=tuple(
            Constraint("never", (str(said(it.rules_out)),), said(it.rules_out))
            for it in conflict.feasibility
        ),
        derived=tuple(Proposition(new[p.id], said(p.statement)) for p in conflict.derived),
    )


@some
@given(plain, st.randoms(use_true_random=False))
def test_names_do_not_matter(conflict: Conflict, rng: Random) -> None:
    """Other ids, in whatever alphabetical order, leave every number as it is."""
    old = [dm.id for dm in conflict.decision_makers]
    old += [option.id for option in conflict.options] + [it.id for it in conflict.derived]
    new = [f"x{k}" for k in range(len(old))]
    rng.shuffle(new)
    ids = dict(zip(old, new, strict=True))
    before, after = analyse(conflict), analyse(renamed(conflict, ids))
    for concept in CONCEPTS:
        for dm in conflict.decision_makers:
            assert before.stable(concept, dm.id) == after.stable(concept, ids[dm.id])


@some
@given(plain, st.data())
def test_the_order_of_decision_makers_and_options_does_not_matter(
    conflict: Conflict, data: st.DataObject
) -> None:
    """States get other numbers; by the options taken the same ones are stable."""
    shuffled = tuple(
        replace(dm, options=tuple(data.draw(st.permutations(dm.options))))
        for dm in data.draw(st.permutations(conflict.decision_makers))
    )
    # letters of a pattern stand in the old order; what it rules out does not
    other = replace(conflict, decision_makers=shuffled)
    before, after = analyse(conflict), analyse(other)
    assert stable_states(before) == stable_states(after)
    assert joint(before) == joint(after)


@some
@given(plain, st.data())
def test_repeated_and_empty_statements_do_not_matter(
    conflict: Conflict, data: st.DataObject
) -> None:
    """A statement said again further down, or one true everywhere, changes no preference."""

    def more(dm: DecisionMaker) -> DecisionMaker:
        if not isinstance(dm.preferences, Prioritisation):
            return dm
        wanted = list(dm.preferences.statements)
        for one in dm.preferences.statements:
            at = data.draw(st.integers(wanted.index(one) + 1, len(wanted)))
            negated = data.draw(st.booleans())
            wanted.insert(at, PreferenceStatement(Not(one.statement)) if negated else one)
        if wanted:
            known = Name(names(wanted[0].statement)[0])
            wanted.insert(0, PreferenceStatement(Or((known, Not(known)))))
        return replace(dm, preferences=Prioritisation(tuple(wanted)))

    other = replace(conflict, decision_makers=tuple(map(more, conflict.decision_makers)))
    before, after = analyse(conflict), analyse(other)
    for i, dm in enumerate(conflict.decision_makers):
        assert (before.game.ranks[i] == after.game.ranks[i]).all()
        for concept in CONCEPTS:
            assert before.stable(concept, dm.id) == after.stable(concept, dm.id)


@some
@given(plain, st.data())
def test_an_option_that_is_never_taken_does_not_matter(
    conflict: Conflict, data: st.DataObject
) -> None:
    """More infeasible states, wherever the option stands, change nothing for the feasible ones."""
    at = data.draw(st.integers(0, len(conflict.decision_makers) - 1))
    place = data.draw(st.integers(0, 3))
    dms = list(conflict.decision_makers)
    options = dms[at].options
    dms[at] = replace(dms[at], options=(*options[:place], Option("zz"), *options[place:]))
    other = replace(
        conflict,
        decision_makers=tuple(dms),
        feasibility=(*conflict.feasibility, constraint("never", ("zz",))),
    )
    before, after = analyse(conflict), analyse(other)
    assert stable_states(before) == stable_states(after)
    assert joint(before) == joint(after)


# -- what is no law --------------------------------------------------------------------------------


def ranked(options: tuple[str, str], best_to_worst: tuple[str, str]) -> Analysis:
    """Analyse two decision makers who rank the states, each written by the options taken."""
    dms = tuple(
        DecisionMaker(
            id_,
            options=tuple(map(Option, own)),
            preferences=Ranking(
                tuple(Tier((frozenset(state.strip("-")),)) for state in order.split())
            ),
        )
        for id_, own, order in zip(("one", "two"), options, best_to_worst, strict=True)
    )
    return analyse(Conflict("No law", dms))


def under(analysis: Analysis, state: str) -> set[str]:
    """Return the concepts under which a state is stable for the first decision maker."""
    taken = frozenset(state.strip("-"))
    return {concept for concept in CONCEPTS if analysis.is_stable(concept, "one", taken)}


def test_gmr_implies_none_of_the_others() -> None:
    """Two would punish x by taking y, which hurts two; one could then take y back to the better state.

    One prefers x to anything, two would rather nothing happened. From the state without options one
    improves to x; two can answer with xy, one's worst, but at a loss, and one escapes to y.
    """
    assert under(ranked(("x", "y"), ("x y - xy", "- x y xy")), "-") == {"GMR"}


def test_seq_does_not_imply_smr() -> None:
    """Two answers xy gladly with x, one's worst, and one escapes from it to the state without options.

    From y one improves to xy; two improves to x by giving up y; one gives up x and is better off
    than at y.
    """
    assert under(ranked(("x", "y"), ("xy - y x", "- x y xy")), "y") == {"GMR", "SEQ"}


def test_smr_does_not_imply_seq() -> None:
    """A punishment that cannot be escaped, but that two would not choose.

    From x one improves to the state without options; two can answer with y, which one likes least and
    can leave only for xy, no better than x; two prefers the state without options to y.
    """
    assert under(ranked(("x", "y"), ("- x xy y", "- y xy x")), "x") == {"GMR", "SMR"}


def test_sseq_does_not_imply_nash() -> None:
    """A credible punishment that cannot be escaped keeps one from an improvement it does have."""
    assert under(ranked(("x", "y"), ("xy y - x", "x y - xy")), "y") == {"GMR", "SMR", "SEQ", "SSEQ"}


def test_smr_and_seq_together_do_not_imply_sseq() -> None:
    """One punishment that would be chosen and another that cannot be escaped: it takes both in one.

    With one option against one there is a single answer to an improvement, so that SMR and SEQ speak
    of the same one; two needs three answers at least.
    """
    likes = ("z x xz xyz yz xy - y", "xz x - z yz xyz xy y")
    assert under(ranked(("x", "yz"), likes), "xz") == {"GMR", "SMR", "SEQ"}


def test_with_one_option_against_one_smr_and_seq_do_imply_sseq() -> None:
    """So the conflict above is the smallest of its kind with all states feasible."""
    orders = [" ".join(order) for order in permutations(("-", "x", "y", "xy"))]
    for first in orders:
        for second in orders[::5]:
            analysis = ranked(("x", "y"), (first, second))
            both = set(analysis.stable("SMR", "one")) & set(analysis.stable("SEQ", "one"))
            assert both == set(analysis.stable("SSEQ", "one"))


def test_a_punishment_may_take_several_of_the_others() -> None:
    """Two and three improve one after the other; only together do they hurt one.

    One moves from nothing to x. Two likes xy better than x, three likes xyz better than xy, and xyz is
    one's worst; no single move of two or three leads below the state without options.
    """
    likes = {
        "one": "x xy xz y z yz - xyz",
        "two": "xy x xyz xz y yz - z",
        "three": "xyz xy x xz y yz - z",
    }
    dms = tuple(
        DecisionMaker(
            who,
            options=(Option(id_),),
            preferences=Ranking(tuple(Tier((frozenset(s.strip("-")),)) for s in order.split())),
        )
        for id_, (who, order) in zip("xyz", likes.items(), strict=True)
    )
    why = analyse(Conflict("Together", dms)).explain("SEQ", "one", "-")
    (answer,) = why.answers
    assert answer.sanction is not None
    assert [step.mover for step in answer.sanction.path] == ["two", "three"]


@pytest.mark.parametrize("concept", CONCEPTS)
def test_one_decision_maker_alone_stays_only_at_the_best(concept: str) -> None:
    """Nobody can punish: every concept is Nash stability."""
    wants = Prioritisation((PreferenceStatement(Name("a")),))
    alone = DecisionMaker("one", options=(Option("a"), Option("b")), preferences=wants)
    analysis = analyse(Conflict("Alone", (alone,)))
    assert stable_states(analysis)[concept, "one"] == {frozenset("a"), frozenset("ab")}
    assert analysis.joint_improvements("-").total == 0


@pytest.mark.parametrize("concept", CONCEPTS)
def test_without_any_option_the_one_state_is_an_equilibrium(concept: str) -> None:
    """Nothing can be done, so what is holds."""
    analysis = analyse(Conflict("Nothing", (DecisionMaker("one"), DecisionMaker("two"))))
    assert analysis.equilibria(concept) == (1,)
    assert analysis.routes(1) == ()
    assert analysis.explain(concept, "one", 1).stable


@some
@given(plain)
def test_equilibria_under_all_four_are_the_nash_equilibria(conflict: Conflict) -> None:
    """What applied papers call strong equilibria adds nothing to Nash, as Nash implies the others."""
    analysis = analyse(conflict)
    assert analysis.equilibria_under_all() == analysis.equilibria("Nash")
    both = set(analysis.equilibria("SMR")) & set(analysis.equilibria("SEQ"))
    assert set(analysis.equilibria_under_all(["SMR", "SEQ"])) == both
