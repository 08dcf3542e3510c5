"""Voting rules: what is published of votes in the Security Council, and what follows from the rules."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.talks.rules import Ballot, Rule, decide, decide_counts, needed, tally

P5 = ("china", "france", "russia", "uk", "us")
SUBSTANCE = Rule(at_least=9, veto=P5)
PROCEDURE = Rule(at_least=9)
DISPUTE = Rule(at_least=9, veto=P5, parties_abstain=True)
STATEMENT = Rule(consensus=True)
MEMBERS = (*P5, *(f"e{k}" for k in range(10)))


@pytest.mark.parametrize(
    ("what", "counts", "no_by", "adopted", "vetoed"),
    [
        ("S/RES/2139, 22 Feb 2014", (15, 0, 0), (), True, False),
        ("S/2014/348, 22 May 2014", (13, 2, 0), ("russia", "china"), False, True),
        ("S/RES/2165, 14 Jul 2014", (15, 0, 0), (), True, False),
        ("S/RES/2254, 18 Dec 2015", (15, 0, 0), (), True, False),
        ("JIM text, 16 Nov 2017", (11, 2, 2), ("russia",), False, True),
        ("S/2011/612, 4 Oct 2011", (9, 2, 4), ("russia", "china"), False, True),
        ("S/2012/77, 4 Feb 2012", (13, 2, 0), ("russia", "china"), False, True),
        ("19 Jul 2012", (11, 2, 2), ("russia", "china"), False, True),
        ("26 Sep 2025", (4, 9, 2), ("france", "uk", "us"), False, False),
        ("Russian draft, 10 Apr 2018", (5, 4, 6), ("france", "uk", "us"), False, False),
    ],
)
def test_votes_of_the_security_council_come_out_as_recorded(
    what: str,
    counts: tuple[int, int, int],
    no_by: tuple[str, ...],
    adopted: bool,
    vetoed: bool,
) -> None:
    outcome = decide_counts(SUBSTANCE, *counts, no_by=no_by)
    assert (outcome.adopted, outcome.vetoed) == (adopted, vetoed), what


def test_without_nine_votes_a_negative_vote_of_a_permanent_member_is_not_what_defeats() -> None:
    outcome = decide_counts(SUBSTANCE, 5, 4, 6, no_by=["us"])
    assert outcome.reasons[0] == "5 of 9 affirmative votes"
    assert not outcome.vetoed
    assert outcome.vetoes == ("us",)


def test_nine_votes_can_still_be_vetoed_and_eight_are_too_few() -> None:
    assert decide_counts(SUBSTANCE, 9, 1, 5, no_by=["china"]).vetoed
    assert decide_counts(SUBSTANCE, 9, 1, 5, no_by=["e1"]).adopted is True
    assert decide_counts(SUBSTANCE, 8, 0, 7).adopted is False


def test_procedure_knows_no_veto() -> None:
    votes = ballots(yes=10, no=("russia", "china"))
    assert decide(PROCEDURE, votes).adopted is True
    assert decide(SUBSTANCE, votes).adopted is False


def ballots(yes: int, no: tuple[str, ...] = ()) -> dict[str, Ballot]:
    """Give so many members that are not named a yes, those named a no, and all others an abstention."""
    votes: dict[str, Ballot] = dict.fromkeys(MEMBERS, "abstain")
    votes |= dict.fromkeys([m for m in reversed(MEMBERS) if m not in no][:yes], "yes")
    return votes | dict.fromkeys(no, "no")


@pytest.mark.parametrize("vote", ["abstain", "absent"])
def test_an_abstention_or_absence_of_a_permanent_member_is_no_veto(vote: Ballot) -> None:
    votes = ballots(yes=10) | dict.fromkeys(P5, vote)
    assert decide(SUBSTANCE, votes).adopted is True


def test_a_party_to_the_dispute_abstains_whatever_it_casts() -> None:
    votes = ballots(yes=12, no=("russia",))
    assert decide(DISPUTE, votes).adopted is False
    outcome = decide(DISPUTE, votes, parties=["russia"])
    assert outcome.adopted is True
    assert outcome.tally.no == 0
    assert outcome.reasons == ("russia is a party to the dispute and must abstain",)
    assert decide(SUBSTANCE, votes, parties=["russia"]).adopted is False


def test_any_one_member_can_stop_a_decision_by_consensus() -> None:
    assert decide(STATEMENT, ballots(yes=15)).adopted is True
    assert decide(STATEMENT, ballots(yes=0)).adopted is True  # nobody objects
    assert decide(STATEMENT, ballots(yes=14, no=("e3",))).adopted is False


def test_qualified_majorities_count_members_or_those_who_vote() -> None:
    two_thirds = Rule(share="2/3")
    assert decide_counts(two_thirds, 10, 5, 50).adopted is True
    assert decide_counts(two_thirds, 9, 5).adopted is False
    assert decide_counts(Rule(share="2/3", of="members"), 10, 5, 50).adopted is False
    half = Rule(share="1/2", more_than=True)
    assert decide_counts(half, 5, 5).adopted is False
    assert decide_counts(half, 6, 5).adopted is True
    assert decide_counts(Rule(share="1/2", quorum=8), 4, 1, 2, 5).adopted is False


def test_who_voted_no_matters_where_somebody_has_a_veto() -> None:
    assert decide_counts(SUBSTANCE, 12, 1, 2).adopted is None
    assert decide_counts(PROCEDURE, 12, 1, 2).adopted is True


@pytest.mark.parametrize(
    "given_", [{}, {"at_least": 9, "consensus": True}, {"share": "3/2"}, {"share": "0/1"}]
)
def test_a_rule_has_one_threshold_that_can_be_met(given_: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="expected"):
        Rule.model_validate(given_)


KINDS: tuple[Ballot, ...] = ("yes", "no", "abstain", "absent")
SMALL = ("p", "q", "a", "b", "c")


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    form = draw(st.sampled_from(["count", "share", "consensus"]))
    veto = tuple(draw(st.lists(st.sampled_from(["p", "q"]), unique=True)))
    quorum = draw(st.none() | st.integers(1, 5))
    if form == "count":
        return Rule(at_least=draw(st.integers(1, 5)), veto=veto, quorum=quorum)
    if form == "consensus":
        return Rule(consensus=True, veto=veto, quorum=quorum)
    return Rule(
        share=draw(st.sampled_from(["1/2", "2/3", "3/4", "1/1"])),
        more_than=draw(st.booleans()),
        of=draw(st.sampled_from(["members", "present and voting"])),
        veto=veto,
        quorum=quorum,
    )


@given(rules(), st.tuples(*[st.sampled_from([*KINDS, "unknown", "unknown"])] * 5))
def test_an_outcome_is_told_only_where_every_way_to_fill_the_unknown_votes_agrees(
    rule: Rule, cast: tuple[Ballot, ...]
) -> None:
    votes = dict(zip(SMALL, cast, strict=True))
    unknown = [member for member, vote in votes.items() if vote == "unknown"]
    ways: set[bool | None] = set()
    for filled in product(KINDS, repeat=len(unknown)):
        ways.add(decide(rule, votes | dict(zip(unknown, filled, strict=True))).adopted)
    expected = ways.pop() if len(ways) == 1 else None
    assert decide(rule, votes).adopted is expected


@given(rules(), st.tuples(*[st.sampled_from(KINDS)] * 5))
def test_counting_members_and_counting_totals_agree(rule: Rule, cast: tuple[Ballot, ...]) -> None:
    votes = dict(zip(SMALL, cast, strict=True))
    counted = tally(votes)
    against = [member for member, vote in votes.items() if vote == "no"]
    by_totals = decide_counts(
        rule, counted.yes, counted.no, counted.abstain, counted.absent, against
    )
    assert decide(rule, votes).adopted == by_totals.adopted
    assert needed(rule, counted) >= 0
