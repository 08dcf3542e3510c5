"""What follows from the talks: fates, differences, readings, turns, status, calendar, as of a day."""

import datetime
from itertools import combinations

import pytest

import goodoffices as go
from goodoffices.conflict import Conflict
from goodoffices.errors import UsageError
from goodoffices.talks.agenda import agreement, fate
from goodoffices.talks.bodies import Bodies, Body, Case, Prediction, Vote
from goodoffices.talks.calendar import Stretch, calendar
from goodoffices.talks.commitments import (
    Commitment,
    Observation,
    breaches,
    due_at,
    history,
    points,
    standing,
)
from goodoffices.talks.compare import differences, matrix, model_of_reading, version_at
from goodoffices.talks.decision import check_decision, decision, decision_toml
from goodoffices.talks.process import Meeting
from goodoffices.talks.rules import Rule
from goodoffices.talks.values import Held, Plan
from goodoffices.talks.votes import actual, expected, turns
from tests.talks.made import geneva


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2014-02-11", "planned for Fri 14 February 2014"),
        ("2014-02-12", "planned for Thu 13 February 2014, moved from Fri 14 February 2014"),
        ("2014-02-13", "held on Thu 13 February 2014, first planned for Fri 14 February 2014"),
    ],
)
def test_the_trilateral_is_planned_for_friday_moved_to_thursday_and_held(
    as_of: str, words: str
) -> None:
    process = geneva().as_of(day(as_of)).process
    assert process is not None
    assert fate(process.meetings["trilateral"], day(as_of)).words == words


def test_a_plan_whose_day_has_passed_is_overdue_not_held() -> None:
    meeting = Meeting(
        name="m", format="direct", plans=(Plan(when="2020-01-05", announced="2020-01-01"),)
    )
    assert fate(meeting, day("2020-01-05")).state == "planned"
    assert fate(meeting, day("2020-01-06")).state == "overdue"
    cancelled = meeting.model_copy(update={"cancelled": Held(when="2020-01-04")})
    assert fate(cancelled, day("2020-01-03")).state == "planned"
    assert fate(cancelled, day("2020-01-06")).state == "cancelled"


def test_the_four_points_are_agreed_on_the_15th_and_not_before() -> None:
    process = geneva().process
    assert process is not None
    parties = geneva().parties
    before = [agreement(it, parties, day("2014-02-14")).state for it in process.agenda.values()]
    after = [agreement(it, parties, day("2014-02-15")).state for it in process.agenda.values()]
    assert before == ["open"] * 4
    assert after == ["agreed"] * 4
    assert agreement(process.orders["day_by_day"], parties).state == "refused"


def test_differences_go_clause_by_clause() -> None:
    changes = {
        it.clause: it.kind for it in differences(geneva().texts["aid-draft"], "first", "blue")
    }
    assert changes["sanctions"] == "dropped"
    assert changes["further_steps"] == changes["reporting"] == "added"
    assert changes["access"] == "same"
    back = {it.clause: it.kind for it in differences(geneva().texts["aid-draft"], "blue", "first")}
    assert back["sanctions"] == "added"
    with pytest.raises(UsageError, match="no version 'blu'; did you mean 'blue'"):
        differences(geneva().texts["aid-draft"], "blu", "first")


def test_the_matrix_holds_the_stance_that_stands_and_nothing_for_who_was_silent() -> None:
    text = geneva().texts["aid-draft"]
    assert matrix(text, day("2014-02-20"))["blame"]["russia"].stance == "rejects"
    assert matrix(text)["blame"]["russia"].stance == "accepts"
    assert matrix(text)["cross_border"] == {}


def test_each_reading_of_a_clause_is_a_model_of_its_own() -> None:
    text = geneva().texts["communique-2012"]
    table = go.load("geneva-2014/table")
    never = model_of_reading(text.readings["without_assad"], table)
    plain = model_of_reading(text.readings["not_required"], table)
    assert plain.states.count == table.states.count == 80
    together = sum({"tgb", "accept_assad"} <= set(table.states.taken(n)) for n in table.states)
    assert never.states.count == 80 - together < 80
    with pytest.raises(UsageError, match="has no model"):
        model_of_reading(text.readings["two_vetoes"], table)


def council_vote() -> tuple[Bodies, Vote]:
    bodies = geneva().bodies
    assert bodies is not None
    return bodies, bodies.votes["aid-draft"]


def test_the_vote_on_the_draft_is_expected_to_fail_with_the_sanctions_clause_only() -> None:
    bodies, vote = council_vote()
    text = geneva().texts["aid-draft"]
    first = expected(bodies, vote, text.versions["first"].clauses)
    assert first.outcome.adopted is False
    assert first.outcome.vetoes == ("china", "russia")
    blue = expected(bodies, vote, text.versions["blue"].clauses)
    assert blue.outcome.adopted is None  # seven members are not known, and eight are not nine
    outcome = actual(bodies, vote)
    assert outcome is not None
    assert outcome.adopted is True
    assert actual(bodies, vote, day("2014-02-21")) is None


def test_dropping_the_sanctions_clause_is_the_one_smallest_change_that_turns_the_vote() -> None:
    bodies, vote = council_vote()
    text = geneva().texts["aid-draft"]
    found = turns(bodies, vote, text.versions["first"].clauses, tuple(text.clauses))
    assert [(it.add, it.drop) for it in found] == [((), ("sanctions",))]
    assert found[0].members["russia"] == ("no", "yes")


def test_turns_are_the_smallest_changes_by_brute_force() -> None:
    """Three members, three clauses: one wants a and b, one dislikes c, one follows nobody."""
    note = {"note": "Inference for a test"}

    def said(vote: str, condition: str = "") -> Case:
        return Case.model_validate({"vote": vote, "if": condition, **note})

    cases = {
        "x": (said("yes", "a and b"), said("no")),
        "y": (said("no", "c"), said("yes")),
        "z": (said("abstain"),),
    }
    body = Body(name="body", members=("x", "y", "z"), rules={"two": Rule(at_least=2)})
    vote = Vote(
        name="v",
        body="body",
        rule="two",
        predictions={m: Prediction(cases=c) for m, c in cases.items()},
    )
    file = Bodies(format=1, bodies={"body": body}, votes={"v": vote})
    for start in [(), ("a",), ("c",), ("a", "b"), ("b", "c"), ("a", "b", "c")]:
        now = expected(file, vote, start).outcome.adopted
        changes = [
            set(it)
            for many in (1, 2, 3)
            for it in combinations("abc", many)
            if expected(file, vote, set(start) ^ set(it)).outcome.adopted != now
        ]
        smallest = [it for it in changes if not any(other < it for other in changes)]
        found = [{*it.add, *it.drop} for it in turns(file, vote, start, ("a", "b", "c"))]
        assert sorted(map(sorted, found)) == sorted(map(sorted, smallest))


def test_the_council_s_decision_is_the_proposition_of_the_model() -> None:
    bodies, _ = council_vote()
    model = bodies.models["council"]
    conflict = go.load("geneva-2014/council")
    assert str(decision(bodies, model)) == "vote and not veto"
    assert check_decision(bodies, model, conflict).agrees
    assert 'adopted = { is = "vote and not veto"' in decision_toml(bodies, model)


def test_a_proposition_that_is_not_the_rule_s_is_found_with_the_states_that_differ() -> None:
    bodies, _ = council_vote()
    model = bodies.models["council"].model_copy(update={"put": "trigger and vote"})
    check = check_decision(bodies, model, go.load("geneva-2014/council"))
    assert not check.agrees
    assert set(check.differs) == {("vote",), ("vote", "access")}


def test_nine_votes_that_are_not_assumed_have_to_be_won() -> None:
    bodies, _ = council_vote()
    model = bodies.models["council"]
    eight = model.model_copy(update={"assumed_yes": model.assumed_yes[:8]})
    with pytest.raises(UsageError, match="9 votes are needed, and 8 are assumed and 0 possible"):
        decision(bodies, eight)
    two = eight.model_copy(update={"yes": {"rwanda": "a", "china": "b"}})
    assert str(decision(bodies, two)) == "vote and (a or b) and not veto"


def test_status_follows_the_latest_observations_and_rivals_make_it_contested() -> None:
    file = geneva().commitments
    assert file is not None
    men = file.commitments["men"]
    assert standing(men, day("2014-02-10")).status == "unknown"
    assert standing(men, day("2014-02-11")).status == "contested"
    pause = file.commitments["pause"]
    assert [(it.when, it.status) for it in history(pause)] == [
        ("2014-02-07", 3),
        ("2014-02-08", 1),
        ("2014-02-10", 1),
        ("2014-02-12", 2),
    ]
    assert standing(pause, day("2014-02-11")).since == "2014-02-08"


def test_a_commitment_nobody_observed_has_no_status() -> None:
    silent = Observation(when="2020-01-01", text="seen", finder="UN")
    commitment = Commitment(name="c", by=("a",), to=("b",), observations=(silent,))
    assert standing(commitment).status == "unknown"
    assert history(commitment) == ()


@pytest.mark.parametrize(
    ("as_of", "due"),
    [
        ("2014-02-09", "2014-02-07/2014-02-09"),
        ("2014-02-11", "2014-02-07/2014-02-12"),
        ("2014-02-14", "2014-02-07/2014-02-15"),
    ],
)
def test_a_pause_is_due_as_far_as_it_was_extended_by_then(as_of: str, due: str) -> None:
    file = geneva().as_of(day(as_of)).commitments
    assert file is not None
    assert due_at(file.commitments["pause"], day(as_of)) == due


def test_rival_counts_stay_one_series_a_source() -> None:
    file = geneva().commitments
    assert file is not None
    released = points(file.series["released"], day("2014-02-11"))
    assert {source: [p.value for p in these] for source, these in released.items()} == {
        "United Nations (by Reuters)": [41],
        "United Nations (by AFP)": [42],
        "governor of Homs": [100],
    }


def test_a_breach_is_an_observed_move_of_the_model() -> None:
    file = geneva().commitments
    assert file is not None
    (breach,) = breaches(file)
    assert (breach.commitment, breach.move.model, breach.move.taken) == (
        "access_2139",
        "council/access",
        False,
    )
    conflict: Conflict = go.load("geneva-2014/council")
    assert list(geneva().model_faults({"council": conflict})) == []
    assert conflict.owners["access"].id == breach.move.by
    assert breaches(file, day("2014-03-01")) == ()


def test_a_move_the_model_does_not_have_is_told() -> None:
    told = [it.message for it in geneva().model_faults({"council": go.load("textbook/chicken")})]
    assert len(told) == 1
    assert told[0].startswith("the model 'council' has no option 'access'; known here: ")


def test_as_of_a_day_nothing_is_there_that_became_known_later() -> None:
    seen = geneva().as_of(day("2014-02-11"))
    text = seen.texts["aid-draft"]
    assert list(text.versions) == ["first"]
    assert "further_steps" not in text.clauses
    assert {it.outcome for it in text.criticisms} == {"open"}
    standing_version = version_at(text, day("2014-02-11"))
    assert standing_version is not None
    assert standing_version.id == "first"
    assert seen.process is not None
    assert "russian_text" not in seen.process.events
    assert "closing_two" not in seen.process.meetings
    assert seen.process.meetings["trilateral"].held is None
    assert seen.bodies is not None
    assert list(seen.bodies.votes) == ["aid-draft"]
    assert seen.bodies.votes["aid-draft"].result is None
    assert seen.triggers is not None
    assert seen.triggers.triggers["two_weeks"].outcome is None
    assert all((it.known or it.said or "") <= "2014-02-11" for it in seen.evidence.values())


def test_a_month_counts_as_known_once_it_is_over() -> None:
    assert "aps-2014-02" not in geneva().as_of(day("2014-02-27")).evidence
    assert "aps-2014-02" in geneva().as_of(day("2014-02-28")).evidence


def test_the_calendar_of_a_day_is_a_part_of_what_later_days_know() -> None:
    """What was known stays known: each reference of an earlier calendar is in every later one."""
    seen: set[str] = set()
    for text in (
        "2014-01-20",
        "2014-02-06",
        "2014-02-11",
        "2014-02-15",
        "2014-02-28",
        "2014-06-30",
    ):
        refs = {entry.ref for entry in calendar(geneva(), day(text))}
        assert seen <= refs
        seen = refs
    assert seen <= {entry.ref for entry in calendar(geneva())}


def test_nothing_in_the_calendar_of_a_day_lies_after_it_but_what_was_planned() -> None:
    at = day("2014-02-12")
    later = [it for it in calendar(geneva(), at) if it.when > "2014-02-12" and "/" not in it.when]
    assert [(it.when, it.ref, it.ahead) for it in later] == [
        ("2014-02-13", "meetings/trilateral", True)
    ]
    assert later[0].superseded == ("2014-02-14",)


def test_a_part_of_the_calendar_is_asked_for_by_days_and_kinds() -> None:
    what = Stretch(day("2014-02-13"), day("2014-02-13"), ("meeting",))
    assert [it.ref for it in calendar(geneva(), None, what)] == ["meetings/trilateral"]
