"""Rival readings and ambiguous clauses."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.conflict import (
    Conflict,
    DecisionMaker,
    Option,
    PreferenceStatement,
    Prioritisation,
)
from goodoffices.errors import StatementError, UsageError
from goodoffices.mediation import ambiguity, compare_readings, readings_of
from goodoffices.mediation.ambiguity import with_meaning
from goodoffices.mediation.readings import RivalReadings
from goodoffices.stability import CONCEPTS, analyse
from goodoffices.statements import parse
from goodoffices.testing.oracle import Oracle, is_true
from goodoffices.testing.strategies import conflicts

THREE = ("historical", "alternative", "leading")


def compared(concept: str) -> RivalReadings:
    table = readings_of(go.load("geneva-2014/table"), THREE)
    return compare_readings({name: it.analyse() for name, it in table.items()}, concept)


def test_the_three_stories_of_russia_are_told_apart_by_an_offer() -> None:
    found = compared("Nash")
    assert found.never == (("historical", "alternative"),)
    assert found.for_sure == (("parallel",), ("round",), ("russia_presses",))
    (offer,) = found.offers
    assert (offer.decision_maker, offer.state) == (
        "russia",
        ("parallel", "round", "russia_presses"),
    )
    assert offer.views == {"historical": -1, "alternative": 1, "leading": 1}


def test_readings_that_share_a_state_are_not_told_apart_for_sure() -> None:
    found = compared("SEQ")
    assert found.not_for_sure == (("historical", "alternative"), ("alternative", "leading"))
    assert found.agreed == ()
    assert [it.readings for it in found.observations] == [
        ("historical", "alternative"),
        ("alternative", "leading"),
    ]


@settings(max_examples=60)
@given(st.data())
def test_the_smallest_telling_sets_are_those_of_brute_force(data: st.DataObject) -> None:
    base = data.draw(conflicts(decision_makers=(2, 3), options=(1, 2), most_options=4, words=False))
    other = data.draw(
        conflicts(decision_makers=(2, 3), options=(1, 2), most_options=4, words=False)
    )
    concept = data.draw(st.sampled_from(CONCEPTS))
    found = compare_readings({"a": analyse(base), "b": analyse(other)}, concept)
    states = {}
    for name, conflict in (("a", base), ("b", other)):
        oracle = Oracle.of(conflict)
        states[name] = [oracle.taken[s] & set(found.options) for s in oracle.equilibria(concept)]
        assert {frozenset(s) for s in found.predictions[name]} == set(map(frozenset, states[name]))
    for tells, sets in ((apart, found.for_sure), (differ, found.can)):
        sizes = range(1, len(found.options) + 1)
        every = [o for size in sizes for o in combinations(found.options, size)]
        good = [o for o in every if states["a"] and states["b"] and tells(states, o)]
        smallest = min(map(len, good), default=0)
        assert set(sets) == {o for o in good if len(o) == smallest}


def apart(states: dict[str, list[frozenset[str]]], options: tuple[str, ...]) -> bool:
    """Whatever is seen of the options fits a state of one reading at most."""
    return not any(
        all((o in one) == (o in two) for o in options) for one in states["a"] for two in states["b"]
    )


def differ(states: dict[str, list[frozenset[str]]], options: tuple[str, ...]) -> bool:
    """Something that may be seen of the options fits a state of one reading only."""

    def fits(seen: frozenset[str], held: list[frozenset[str]]) -> bool:
        return any(all((o in seen) == (o in state) for o in options) for state in held)

    return any(not fits(s, states["b"]) for s in states["a"]) or any(
        not fits(s, states["a"]) for s in states["b"]
    )


def test_what_cannot_be_compared_is_refused() -> None:
    council, table = (go.load(f"geneva-2014/{name}").analyse() for name in ("council", "table"))
    with pytest.raises(UsageError, match="share no option"):
        compare_readings({"council": council, "table": table})
    with pytest.raises(UsageError, match="second model"):
        compare_readings({"council": council})


def prisoners_for_money() -> Conflict:
    """Return a deal in which one side's part cannot be taken back and the other's can."""

    def maker(id_: str, wants: list[str], *options: Option) -> DecisionMaker:
        stated = tuple(PreferenceStatement(parse(words)) for words in wants)
        return DecisionMaker(id_, options=options, preferences=Prioritisation(stated))

    one = maker("one", ["release", "not pay", "not lift"], Option("pay"), Option("lift"))
    two = maker("two", ["pay or lift", "not release"], Option("release", moves="only taken"))
    return Conflict("Prisoners for relief", (one, two), status_quo=frozenset())


def test_a_clause_can_be_signed_under_both_readings_and_kept_under_neither() -> None:
    two = {"money": "release and pay", "access": "release and lift"}
    found = ambiguity(prisoners_for_money(), "relief", two)
    assert found.sentence == "can be signed under both; is kept under neither"
    assert all(who == ("one",) for it in found.readings for who in it.broken_by.values())


def test_the_council_clause_can_be_signed_and_kept_only_without_automatic_consequences() -> None:
    two = {"automatic": "adopted and trigger", "later": "adopted and not trigger"}
    council = go.load("geneva-2014/council")
    found = ambiguity(council, "consequence", two, signatories=["sponsors", "russia"])
    assert found.sentence == "can be signed under later only; is kept under later only"
    assert found.readings[1].signed == ("vote", "vote,access")


@settings(max_examples=60)
@given(conflicts(most_options=4, words=False), st.data())
def test_signing_and_keeping_follow_their_definitions(
    conflict: Conflict, data: st.DataObject
) -> None:
    ids = [o.id for o in conflict.options]
    if not ids:
        return
    start = data.draw(st.sampled_from(list(conflict.states)))
    two = {"a": ids[0], "b": f"not {ids[-1]}"}
    who = [dm.id for dm in conflict.decision_makers]
    found = ambiguity(conflict, "clause", two, signatories=who, start=start, concept="GMR")
    oracle = Oracle.of(conflict)
    for reading in found.readings:
        signed = {
            s
            for s in oracle.reached(oracle.everybody, start, improving=False) - {start}
            if is_true(parse(reading.meaning), oracle.taken[s])
            and not any(oracle.prefers(dm, start, s) for dm in who)
            and any(oracle.prefers(dm, s, start) for dm in who)
        }
        assert set(reading.signed) == {conflict.states.id(s) for s in signed}
        kept = signed & oracle.equilibria("GMR")
        assert set(reading.kept) == {conflict.states.id(s) for s in kept}


def test_a_changed_meaning_changes_preferences_that_use_it() -> None:
    table = go.load("geneva-2014/table")
    changed = with_meaning(table, "sequence", "parallel")
    assert str(next(it for it in changed.derived if it.id == "sequence").statement) == "parallel"
    assert changed.states.count < table.states.count


def test_wrong_clauses_are_refused() -> None:
    council = go.load("geneva-2014/council")
    with pytest.raises(UsageError, match="is an option"):
        ambiguity(council, "vote", {"a": "veto", "b": "access"})
    with pytest.raises(UsageError, match="second one"):
        ambiguity(council, "clause", {"a": "veto"})
    with pytest.raises(StatementError):
        ambiguity(council, "clause", {"a": "veto and", "b": "access"})
