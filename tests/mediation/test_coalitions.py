"""Coalitions of published and bundled conflicts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.conflict import Conflict
from goodoffices.errors import UsageError
from goodoffices.mediation import coalitions, structures
from goodoffices.mediation.deterrence import CoalitionAnswer, answers_of_others
from goodoffices.stability import analyse
from goodoffices.stability.coalitions import COALITION_CONCEPTS
from goodoffices.testing.coalitions import (
    coalition_improvements,
    is_coalition_stable,
    subcoalitions,
)
from goodoffices.testing.forms import conflicts_in_any_form
from goodoffices.testing.oracle import Oracle


def test_as_one_player_ministry_and_uniroyal_hold_what_uniroyal_alone_would_leave() -> None:
    """Why coalitions as players are not coalitional stability: nobody in a block can act alone."""
    analysis = go.load("published/elmira").analyse()
    (structure,) = structures(analysis, blocks=[["moe", "uniroyal"]])
    assert structure.words == "{moe, uniroyal} {lg}"
    s5, s7 = (analysis.states.find(s) for s in ("s5", "s7"))
    assert analysis.improvements("uniroyal", s7)
    assert s7 in structure.equilibria["Nash"]
    assert s7 not in coalitions(analysis).equilibria("CNash")
    assert s5 not in structure.equilibria["Nash"]  # the jump from s5 to s8 is theirs to make


def test_single_blocks_are_the_decision_makers_themselves() -> None:
    for name in ("published/elmira", "geneva-2014/council", "geneva-2014/table"):
        analysis = go.load(name).analyse()
        first = structures(analysis)[0]
        assert all(len(block) == 1 for block in first.blocks)
        for concept, held in first.equilibria.items():
            assert held == analysis.equilibria(concept)


def test_the_search_over_structures_reports_how_far_it_is() -> None:
    seen: list[tuple[str, float]] = []
    structures(
        go.load("geneva-2014/table").analyse(), lambda what, share: seen.append((what, share))
    )
    assert {what for what, _ in seen} == {"coalitions", "coalition structures"}
    for name in ("coalitions", "coalition structures"):
        shares = [share for what, share in seen if what == name]
        assert shares == sorted(shares)
        assert 0 <= shares[0] < shares[-1] < 1


def test_elmira_s5_does_not_hold_against_the_jump_of_ministry_and_uniroyal() -> None:
    found = coalitions(go.load("published/elmira").analyse())
    s5, s8 = (found.analysis.states.find(s) for s in ("s5", "s8"))
    assert s8 in found.improvements(["moe", "uniroyal"], s5)
    assert found.unstable_for("CNash", "s5") == (("moe", "uniroyal"),)
    assert "CNash" in found.equilibrium_under("s8")


def test_the_council_deal_holds_against_every_coalition_under_cseq() -> None:
    found = coalitions(go.load("geneva-2014/council").analyse())
    vote = found.analysis.states.find("vote")
    assert vote in found.equilibria("CSEQ")
    assert found.unstable_for("CNash", "trigger,vote,veto") == (("sponsors", "russia"),)
    assert found.equilibria("SEQ", among=[["sponsors"], ["russia"], ["government"]]) == tuple(
        s for s in found.analysis.states if all(
            found.is_stable("CSEQ", [dm], s) for dm in ("sponsors", "russia", "government")
        )
    )  # fmt: skip


def test_wrong_names_and_overlapping_blocks_are_refused() -> None:
    analysis = go.load("geneva-2014/council").analyse()
    with pytest.raises(UsageError, match="did you mean 'russia'"):
        coalitions(analysis).stable("CNash", ["rusia"])
    with pytest.raises(UsageError, match="one block"):
        structures(analysis, blocks=[["sponsors", "russia"], ["russia", "government"]])
    with pytest.raises(UsageError, match="legal sanctions"):
        coalitions(go.load("geneva-2014/council").analyse(sanctions="one-move"))


@settings(max_examples=60)
@given(conflicts_in_any_form(most_options=3, words=False), st.data())
def test_each_coalition_improvement_is_answered_exactly_where_the_definition_says(
    conflict: Conflict, data: st.DataObject
) -> None:
    oracle = Oracle.of(conflict)
    found = coalitions(analyse(conflict))
    concept = data.draw(st.sampled_from(COALITION_CONCEPTS))
    members = data.draw(st.sampled_from(list(subcoalitions(oracle.arcs))))
    for state in oracle.numbers:
        told = answers_of_others(found, concept, members, state)
        ends = {it.improvement.target for it in told}
        assert ends == coalition_improvements(oracle, members, state)
        stable = all(it.sanction for it in told)
        assert stable == is_coalition_stable(oracle, concept, members, state)
        for it in told:
            if it.sanction:
                hold_sanction(oracle, it, concept, members, state)


def hold_sanction(
    oracle: Oracle, answer: CoalitionAnswer, concept: str, members: frozenset[str], state: int
) -> None:
    """A sanction is a legal sequence of the others that leaves some member no better off."""
    at, last = answer.improvement.target, None
    assert answer.sanction is not None
    for step in answer.sanction:
        who = frozenset(step.members)
        assert step.source == at
        assert who != last
        assert not who & members
        if concept == "CSEQ":
            assert step.target in coalition_improvements(oracle, who, at)
        else:
            (mover,) = who
            assert step.target in oracle.moves(mover, at)
        at, last = step.target, who
    hurt = [at, *(oracle.reached(members, at, improving=False) if concept == "CSMR" else ())]
    for end in hurt:
        assert any(not oracle.prefers(dm, end, state) for dm in members)
