"""Coalitions of published and bundled conflicts."""

import pytest

import goodoffices as go
from goodoffices.errors import UsageError
from goodoffices.mediation import coalitions, structures


def test_elmira_state_9_is_nash_once_the_ministry_and_uniroyal_are_one_player() -> None:
    """Published of the 12-state form: as players Uniroyal alone may not move any more."""
    analysis = go.load("published/elmira").analyse()
    (structure,) = structures(analysis, blocks=[["moe", "uniroyal"]])
    assert structure.words == "{moe, uniroyal} {lg}"
    s5 = analysis.states.find("s5")
    assert s5 not in structure.equilibria["Nash"]  # the jump from s5 to s8 is theirs to make


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
