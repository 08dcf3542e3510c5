"""What comes out of the two Geneva models, as it was worked out by brute force beforehand."""

import pytest

import goodoffices as go
from goodoffices.conflict import Conflict, Prioritisation
from goodoffices.stability import Analysis
from tests.gallery.variants import one_change_variants

COUNCIL = "geneva-2014/council"
TABLE = "geneva-2014/table"
RUSSIAS = ("historical", "alternative", "leading")
STANDING = {"trigger", "vote", "veto"}
PACKAGE = {"parallel", "round", "russia_presses"}
WITH_US = PACKAGE | {"us_presses"}

TABLE_STATEMENTS = {
    "government": (
        "not tgb",
        "accept_assad",
        "not russia_presses",
        "sequence if russia_presses",
        "terrorism_first",
        "russia_presses if parallel",
        "round",
        "us_presses",
    ),
    "opposition": (
        "tgb",
        "not accept_assad",
        "parallel",
        "not terrorism_first",
        "round iff parallel",
        "russia_presses",
        "not us_presses",
    ),
    "mediator": ("tgb", "round iff sequence", "sequence", "russia_presses", "us_presses"),
    "us": ("tgb", "not accept_assad", "round", "russia_presses", "not us_presses"),
}
RUSSIAN_STATEMENTS = {
    "historical": ("not tgb", "accept_assad", "not russia_presses", "round", "us_presses"),
    "alternative": ("not tgb", "accept_assad", "round", "not russia_presses", "us_presses"),
    "leading": (
        "not tgb",
        "accept_assad",
        "russia_presses or terrorism_first",
        "round",
        "us_presses",
    ),
}
COUNCIL_STATEMENTS = {
    "sponsors": (
        "adopted",
        "adopted and trigger",
        "access",
        "not (veto and not trigger)",
        "vote",
        "trigger",
    ),
    "russia": (
        "not (adopted and trigger)",
        "not (veto and not trigger)",
        "not trigger",
        "not veto",
        "access",
        "not vote",
    ),
    "government": ("not (adopted and trigger)", "access iff adopted and trigger", "not vote"),
}


@pytest.fixture(scope="module")
def council() -> Analysis:
    return go.load(COUNCIL).analyse()


@pytest.fixture(scope="module")
def russias() -> dict[str, Analysis]:
    main = go.load(TABLE)
    return {name: main.with_reading(name).analyse() for name in RUSSIAS}


def states(analysis: Analysis, concept: str) -> set[frozenset[str]]:
    """Return the equilibria under a concept by the options taken."""
    return {frozenset(analysis.states.taken(n)) for n in analysis.equilibria(concept)}


def statements(conflict: Conflict, dm_id: str) -> tuple[str, ...]:
    preferences = conflict.decision_maker(dm_id).preferences
    assert isinstance(preferences, Prioritisation)
    return tuple(str(wanted.statement) for wanted in preferences.statements)


# The models


def test_the_table_has_80_of_128_states_and_begins_with_no_option_taken() -> None:
    conflict = go.load(TABLE)
    assert conflict.states.option_ids == (
        "parallel",
        "tgb",
        "terrorism_first",
        "accept_assad",
        "round",
        "russia_presses",
        "us_presses",
    )
    assert conflict.states.count == 80
    assert conflict.status_quo == frozenset()
    assert conflict.reading.name == "historical"


@pytest.mark.parametrize("name", RUSSIAS)
def test_the_tables_statements_are_in_order(name: str) -> None:
    conflict = go.load(TABLE, name)
    assert {id_: statements(conflict, id_) for id_ in TABLE_STATEMENTS} == TABLE_STATEMENTS
    assert statements(conflict, "russia") == RUSSIAN_STATEMENTS[name]


def test_the_mediator_has_a_procedural_option_only() -> None:
    mediator = go.load(TABLE).decision_maker("mediator")
    assert mediator.role == "mediator"
    assert [(option.id, option.kind) for option in mediator.options] == [("round", "procedure")]


def test_the_council_has_12_states_and_its_statements_in_order() -> None:
    conflict = go.load(COUNCIL)
    assert conflict.states.option_ids == ("trigger", "vote", "veto", "access")
    assert conflict.states.count == 12
    assert conflict.status_quo == frozenset(STANDING)
    assert {id_: statements(conflict, id_) for id_ in COUNCIL_STATEMENTS} == COUNCIL_STATEMENTS


# The table, 10 to 15 February


def test_historical_the_status_quo_is_the_only_nash_and_seq_equilibrium(
    russias: dict[str, Analysis],
) -> None:
    analysis = russias["historical"]
    assert states(analysis, "Nash") == states(analysis, "SEQ") == {frozenset()}
    assert analysis.is_equilibrium("GMR", set())
    assert analysis.is_equilibrium("SMR", set())


def test_historical_there_is_no_joint_improvement(russias: dict[str, Analysis]) -> None:
    assert len(russias["historical"].joint_improvements()) == 0


def test_historical_the_status_quo_stays_stable_in_all_55_variants() -> None:
    variants = dict(one_change_variants(go.load(TABLE)))
    assert len(variants) == 55
    broken = {
        change
        for change, variant in variants.items()
        if not variant.analyse().is_equilibrium("SEQ", set())
    }
    assert broken == set()


def test_alternative_the_package_is_stable_by_foresight_only(russias: dict[str, Analysis]) -> None:
    analysis = russias["alternative"]
    assert states(analysis, "Nash") == {frozenset()}
    for package in (PACKAGE, WITH_US):
        for concept in ("SEQ", "SMR", "GMR"):
            assert analysis.is_equilibrium(concept, package)
            assert not analysis.is_equilibrium("Nash", package)


def test_alternative_russia_would_move_first_at_a_loss_and_be_repaid(
    russias: dict[str, Analysis],
) -> None:
    analysis = russias["alternative"]
    target = analysis.states.find(PACKAGE)
    (route,) = (route for route in analysis.routes() if route.target == target)
    assert route.by_improvements is None
    assert route.fewest_losses is not None
    moves = [(step.mover, step.change) for step in route.fewest_losses]
    assert moves == [("russia", -1), ("government", 1), ("mediator", 1)]
    assert analysis.rank("russia", PACKAGE) > analysis.rank("russia", set())


def test_leading_the_package_is_the_only_equilibrium_and_reached_by_improvements(
    russias: dict[str, Analysis],
) -> None:
    analysis = russias["leading"]
    assert states(analysis, "Nash") == states(analysis, "SEQ") == {frozenset(PACKAGE)}
    target = analysis.states.find(PACKAGE)
    (route,) = (route for route in analysis.routes() if route.target == target)
    assert route.by_improvements is not None
    assert all(step.change == 1 for step in route.by_improvements)


@pytest.mark.parametrize("name", RUSSIAS)
def test_the_transitional_body_is_in_no_nash_or_seq_equilibrium(
    russias: dict[str, Analysis], name: str
) -> None:
    for concept in ("Nash", "SEQ"):
        assert all("tgb" not in state for state in states(russias[name], concept))


def test_a_package_would_tell_the_first_two_russias_apart(russias: dict[str, Analysis]) -> None:
    """As the note says: only in the alternative reading Russia prefers the package."""
    prefers = {
        name: analysis.rank("russia", PACKAGE) > analysis.rank("russia", set())
        for name, analysis in russias.items()
    }
    assert prefers == {"historical": False, "alternative": True, "leading": True}


def test_the_other_order_of_the_opposition_opens_a_joint_improvement() -> None:
    """As the note says: nobody gains alone, but the two parties can together."""
    analysis = go.load(TABLE, "paper-before-assad").analyse()
    assert states(analysis, "Nash") == {frozenset()}
    first = analysis.joint_improvements()[0]
    assert first.members == ("government", "opposition")
    assert analysis.states.taken(first.target) == ("parallel", "accept_assad")


def test_assad_as_first_red_line_changes_nothing(russias: dict[str, Analysis]) -> None:
    analysis = go.load(TABLE, "red-line-first").analyse()
    for concept in analysis.concepts:
        assert states(analysis, concept) == states(russias["historical"], concept)
    assert len(analysis.joint_improvements()) == 0


# The Council draft, 6 to 22 February


def test_the_announced_positions_are_the_only_nash_equilibrium(council: Analysis) -> None:
    assert states(council, "Nash") == {frozenset(STANDING)}
    for concept in ("GMR", "SMR", "SEQ"):
        assert council.is_equilibrium(concept, STANDING)


def test_nobody_can_improve_alone_from_the_announced_positions(council: Analysis) -> None:
    for dm in council.conflict.decision_makers:
        assert council.improvements(dm.id, STANDING) == ()


def test_sponsors_and_russia_have_exactly_one_joint_improvement(council: Analysis) -> None:
    """What the Council did on 22 February: no trigger, no veto."""
    joint = council.joint_improvements()
    assert len(joint) == joint.total == 1
    assert set(joint[0].members) == {"sponsors", "russia"}
    assert council.states.taken(joint[0].target) == ("vote",)
    assert {step.mover for step in joint[0].path} == {"sponsors", "russia"}


def test_the_vote_without_trigger_holds_by_foresight(council: Analysis) -> None:
    """Putting the trigger back tempts the sponsors, and would be vetoed."""
    for concept in ("GMR", "SMR", "SEQ"):
        assert council.is_equilibrium(concept, {"vote"})
    assert not council.is_equilibrium("Nash", {"vote"})
    why = council.explain("SEQ", "sponsors", {"vote"})
    tempting = council.states.find({"trigger", "vote"})
    (answer,) = (a for a in why.answers if a.improvement.target == tempting)
    assert answer.sanction is not None
    assert [step.mover for step in answer.sanction.path] == ["russia"]
    assert answer.sanction.state == council.states.find(STANDING)


def test_from_the_vote_nothing_more_can_be_gained_together(council: Analysis) -> None:
    assert len(council.joint_improvements({"vote"})) == 0


def test_from_the_vote_the_government_does_not_open_access(council: Analysis) -> None:
    """As the report of 24 March found."""
    assert council.improvements("government", {"vote"}) == ()
    assert council.rank("government", {"vote"}) > council.rank("government", {"vote", "access"})


def test_two_more_states_hold_by_foresight(council: Analysis) -> None:
    assert council.is_equilibrium("SEQ", {"vote", "access"})
    for concept in ("SEQ", "GMR"):
        assert council.is_equilibrium(concept, {"vote", "veto", "access"})


def test_the_vote_stays_stable_in_25_of_27_variants() -> None:
    variants = dict(one_change_variants(go.load(COUNCIL)))
    assert len(variants) == 27
    broken = {
        change
        for change, variant in variants.items()
        if not variant.analyse().is_equilibrium("SEQ", {"vote"})
    }
    assert broken == {"sponsors: drop adopted", "russia: drop not (adopted and trigger)"}


# As of 11 February


@pytest.mark.parametrize("model", [COUNCIL, TABLE])
def test_the_reading_of_the_day_adds_no_statement_and_keeps_the_order(model: str) -> None:
    main, then = go.load(model), go.load(model, "as-of-2014-02-11")
    for dm in main.decision_makers:
        later = iter(statements(main, dm.id))
        assert all(text in later for text in statements(then, dm.id))


@pytest.mark.parametrize("model", [COUNCIL, TABLE])
def test_the_reading_of_the_day_rests_only_on_what_was_known(model: str) -> None:
    then = go.load(model, "as-of-2014-02-11")
    known = {evidence.id: evidence.known for evidence in then.evidence}
    for dm in then.decision_makers:
        assert isinstance(dm.preferences, Prioritisation)
        for wanted in dm.preferences.statements:
            assert wanted.because
            for id_ in wanted.because:
                assert known[id_] <= "2014-02-11"
                assert known[id_] != "2014-02", "a month is not known by its eleventh day"


def test_what_was_known_that_day_shows_the_same_joint_improvement() -> None:
    analysis = go.load(COUNCIL, "as-of-2014-02-11").analyse()
    assert analysis.is_equilibrium("Nash", STANDING)
    (joint,) = analysis.joint_improvements()
    assert set(joint.members) == {"sponsors", "russia"}
    assert analysis.states.taken(joint.target) == ("vote",)


def test_what_was_known_that_day_leaves_the_table_open() -> None:
    found = states(go.load(TABLE, "as-of-2014-02-11").analyse(), "Nash")
    assert len(found) == 16
    assert all("tgb" not in state for state in found)
