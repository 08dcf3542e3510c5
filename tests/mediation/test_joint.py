"""Joint moves in depth, on random models and on the Geneva case."""

from hypothesis import given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.conflict import Conflict
from goodoffices.mediation import coalitions, joint_moves
from goodoffices.mediation.guarantees import guarantee_words, with_guarantees
from goodoffices.mediation.joint import JointMove
from goodoffices.stability import CONCEPTS, analyse
from goodoffices.testing.coalitions import coalition_improvements, subcoalitions
from goodoffices.testing.forms import conflicts_in_any_form
from goodoffices.testing.oracle import Oracle, is_true
from tests.stability.comparison import hold_path


@settings(max_examples=60)
@given(conflicts_in_any_form(most_options=4, words=False), st.data())
def test_joint_moves_are_all_there_are_with_true_gains_and_sanctions(
    conflict: Conflict, data: st.DataObject
) -> None:
    oracle = Oracle.of(conflict)
    analysis = analyse(conflict)
    state = data.draw(st.sampled_from(oracle.numbers))
    concept = data.draw(st.sampled_from(CONCEPTS))
    found = joint_moves(analysis, state, most=6, concept=concept)
    expected = oracle.joint_improvements(state)
    assert found.total == sum(map(len, expected.values()))
    for joint in found.found:
        assert frozenset(joint.members) in expected[joint.target]
        hold_joint(oracle, analysis.conflict, joint, concept)


@settings(max_examples=40)
@given(conflicts_in_any_form(most_options=3, words=False), st.data())
def test_with_anybody_every_minimal_coalition_is_told(
    conflict: Conflict, data: st.DataObject
) -> None:
    oracle = Oracle.of(conflict)
    state = data.draw(st.sampled_from(oracle.numbers))
    found = joint_moves(analyse(conflict), state, most=None, anybody=True)
    able: dict[int, list[frozenset[str]]] = {}
    for members in subcoalitions(oracle.arcs):
        for end in coalition_improvements(oracle, members, state):
            if not any(smaller <= members for smaller in able.setdefault(end, [])):
                able[end].append(members)
    expected = {(end, who) for end, some in able.items() for who in some if len(who) > 1}
    assert {(it.target, frozenset(it.members)) for it in found.found} == expected
    assert len(found.found) == found.total == len(expected)


def hold_joint(oracle: Oracle, conflict: Conflict, joint: JointMove, concept: str) -> None:
    hold_path(oracle, joint.path, joint.source, joint.members)
    assert joint.path[-1].target == joint.target
    for gain in (*joint.gains, *joint.others):
        dm = gain.decision_maker
        better = oracle.prefers(dm, joint.target, joint.source)
        worse = oracle.prefers(dm, joint.source, joint.target)
        assert gain.change == better - worse
        assert (dm in joint.members) <= better
        if gain.decided_by:
            assert gain.decided_by in (gain.gained if better else gain.lost)
    told = {(it.decision_maker, it.move.target) for it in joint.breaches}
    assert told == {
        (dm, end) for dm in oracle.arcs for end in oracle.improvements(dm, joint.target)
    }
    for breach in joint.breaches:
        dm, end = breach.decision_maker, breach.move.target
        for name, sanction in breach.sanctions.items():
            ends = oracle.sanctions(name, dm, joint.target, end)
            assert (sanction is not None) == bool(ends)
            assert sanction is None or sanction.state in ends
    holds = {c for c in CONCEPTS if all(oracle.is_stable(c, d, joint.target) for d in oracle.arcs)}
    assert set(joint.equilibrium_under) == holds
    for some in joint.guarantees:
        assert concept not in holds
        assert holds_with(conflict, joint, list(some), concept)
        for left in some:
            assert not holds_with(conflict, joint, [it for it in some if it != left], concept)


def holds_with(conflict: Conflict, joint: JointMove, some: list, concept: str) -> bool:  # type: ignore[type-arg]
    """With the guarantees the path stays open and the outcome is an equilibrium."""
    changed = with_guarantees(conflict, some)
    oracle = Oracle.of(changed)

    def number(state: int) -> int:
        return changed.states.find(frozenset(conflict.states.taken(state)))

    steps = [(step.mover, number(step.target)) for step in joint.path]
    assert oracle.is_legal(number(joint.source), steps, joint.members, improving=False)
    return all(oracle.is_stable(concept, dm, number(joint.target)) for dm in oracle.arcs)


def test_the_council_deal_is_told_in_depth() -> None:
    analysis = go.load("geneva-2014/council").analyse()
    (deal,) = joint_moves(analysis, coalitions=coalitions(analysis)).found
    conflict = analysis.conflict
    assert deal.members == ("sponsors", "russia")
    assert conflict.states.id(deal.target) == "vote"
    assert deal.equilibrium_under == ("GMR", "SMR", "SEQ", "SSEQ")
    assert deal.coalitional_under == ("CGMR", "CSMR", "CSEQ")
    (breach,) = deal.breaches
    assert conflict.states.id(breach.move.target) == "trigger,vote"
    sanction = breach.sanctions["SEQ"]
    assert sanction is not None
    assert [step.mover for step in sanction.path] == ["russia"]
    said = [[guarantee_words(conflict, it) for it in some] for some in deal.guarantees]
    assert said == [
        ["`trigger`, once given up, stays given up"],
        ["`trigger` can be taken only if veto"],
    ]


def test_gains_are_in_the_members_own_statements() -> None:
    council = go.load("geneva-2014/council")
    (deal,) = joint_moves(council.analyse()).found
    meanings = {it.id: it.statement for it in council.derived}
    before, after = (frozenset(council.states.taken(n)) for n in (deal.source, deal.target))
    for gain in deal.gains:
        wanted = council.decision_maker(gain.decision_maker).preferences.statements  # type: ignore[union-attr]
        became = [
            str(it.statement)
            for it in wanted
            if is_true(it.statement, after, meanings)
            and not is_true(it.statement, before, meanings)
        ]
        assert list(gain.gained) == became
