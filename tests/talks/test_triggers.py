"""Triggers: the clock, and what would hold before, at and after the deadline under each reading."""

import datetime

import pytest

import goodoffices as go
from goodoffices.case.triggers import AtStage, simulate
from goodoffices.errors import UsageError
from goodoffices.talks.triggers import STAGES, Trigger, deadline, model_at, standing
from tests.talks.made import geneva


def trigger(name: str) -> Trigger:
    file = geneva().triggers
    assert file is not None
    return file.triggers[name]


def run() -> dict[tuple[str, str], AtStage]:
    found = simulate(trigger("two_weeks"), go.load("geneva-2014/council"))
    return {(it.reading, it.stage): it for it in found}


def test_the_clock_of_a_draft_that_was_never_adopted_has_not_begun() -> None:
    ultimatum = trigger("two_weeks")
    assert deadline(ultimatum) is None
    told = standing(ultimatum, datetime.date(2014, 2, 11))
    assert told == "the clock has not begun: 15 days from the adoption of the resolution"


def test_the_thirty_days_of_resolution_2139_end_with_the_report() -> None:
    assert deadline(trigger("thirty_days")) == datetime.date(2014, 3, 24)
    assert (
        standing(trigger("thirty_days"), datetime.date(2014, 3, 1))
        == "runs until Mon 24 March 2014"
    )


def test_an_unknown_reading_is_told() -> None:
    with pytest.raises(UsageError, match="did you mean 'claim'"):
        deadline(trigger("two_weeks"), "clam")


def test_both_readings_are_run_at_every_stage() -> None:
    assert set(run()) == {(reading, stage) for reading in ("claim", "draft") for stage in STAGES}


def test_before_the_deadline_the_readings_do_not_differ_and_nothing_follows() -> None:
    found = run()
    claim, draft = found["claim", "before"], found["draft", "before"]
    assert claim.equilibria == draft.equilibria
    assert set(claim.follows.values()) == {"none"}
    assert claim.equilibria["Nash"] == (("trigger", "vote", "veto"),)


def test_if_it_follows_by_itself_the_condition_is_met_at_the_deadline() -> None:
    """Two states: the government dislikes sanctions more than access, and moves alone."""
    at = run()["claim", "at"]
    assert at.states == 2
    assert at.equilibria["Nash"] == (("trigger", "vote", "access"),)
    assert at.met["Nash"] == "all"


def test_if_it_needs_a_decision_that_can_be_blocked_the_condition_is_not_met() -> None:
    at = run()["draft", "at"]
    assert at.equilibria["Nash"] == (("trigger", "vote", "second_vote", "second_veto"),)
    assert at.met["Nash"] == "none"
    assert at.follows["Nash"] == "none"


def test_after_the_deadline_the_consequence_holds_by_itself_or_is_blocked() -> None:
    found = run()
    assert found["claim", "after"].follows["Nash"] == "all"
    assert found["draft", "after"].follows["Nash"] == "none"


def test_the_model_itself_is_left_as_it_is() -> None:
    council = go.load("geneva-2014/council")
    changed = model_at(trigger("two_weeks"), "draft", "at", council)
    assert len(changed.options) == len(council.options) + 2
    assert council == go.load("geneva-2014/council")
    assert changed.propositions.keys() - council.propositions.keys() == {"sanctions"}


def test_a_trigger_without_a_model_says_what_to_add() -> None:
    with pytest.raises(UsageError, match=r"add \[triggers.thirty_days.model\]"):
        model_at(trigger("thirty_days"), "resolution", "at", go.load("geneva-2014/council"))
