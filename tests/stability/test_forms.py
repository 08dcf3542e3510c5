"""Weights, forbidden moves and listed states, held against the definitions and published tables."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

from goodoffices.conflict import (
    Conflict,
    DecisionMaker,
    ForbiddenMove,
    Option,
    Weight,
    Weighting,
)
from goodoffices.conflict.file import parse_conflict
from goodoffices.errors import ConflictError, InputError, LimitError, UsageError
from goodoffices.stability import analyse
from goodoffices.stability.arcs import ArcGame
from goodoffices.stability.game import Game
from goodoffices.statements import parse
from goodoffices.testing.forms import conflicts_in_any_form, graph_conflicts
from goodoffices.testing.oracle import Oracle
from tests.stability.comparison import hold_everything, hold_model, hold_stability

often = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@often
@given(conflicts_in_any_form(words=False))
def test_every_form_follows_the_definitions(conflict: Conflict) -> None:
    """States, moves, ranks and the tables of all concepts are those of the definitions."""
    oracle, analysis = Oracle.of(conflict), analyse(conflict)
    hold_model(analysis, oracle)
    hold_stability(analysis, oracle)


@settings(often, max_examples=60)
@given(graph_conflicts())
def test_everything_said_about_listed_states_is_so(conflict: Conflict) -> None:
    """Explanations, joint improvements and routes have real witnesses in graph form too."""
    hold_everything(conflict)


@settings(often, max_examples=40)
@given(conflicts_in_any_form(words=False, most_options=4))
def test_everything_said_with_forbidden_moves_is_so(conflict: Conflict) -> None:
    """The witnesses keep to the moves there are."""
    hold_everything(conflict)


def two(**given: object) -> Conflict:
    """Return two decision makers with options a, b and c."""
    one = DecisionMaker("one", options=(Option("a"), Option("b")))
    other = DecisionMaker("two", options=(Option("c"),))
    return Conflict("Two", (one, other), **given)  # type: ignore[arg-type]


def test_a_forbidden_move_is_not_there_and_others_are() -> None:
    """Only the moves from a state with a to one without are gone; so moves are no longer transitive."""
    rule = ForbiddenMove("one", parse("a and not b"), parse("b and not a"))
    conflict = two(forbidden_moves=(rule,))
    analysis = analyse(conflict)
    find = conflict.states.find
    assert find("b") not in analysis.moves("one", "a")
    assert {find("-"), find("a,b")} <= set(analysis.moves("one", "a"))
    assert isinstance(analysis.game, ArcGame)
    assert analysis.game.transitive == (False, True)


def test_without_forbidden_moves_the_cube_is_used() -> None:
    """Listed moves cost memory, so they are used only where they are needed."""
    assert isinstance(analyse(two()).game, Game)


def test_too_many_moves_to_list_are_refused_before_they_are() -> None:
    """The message says how many there would be and what would help."""
    makers = tuple(
        DecisionMaker(f"dm{i}", options=tuple(Option(f"o{i}_{k}") for k in range(12)))
        for i in range(2)
    )
    rule = ForbiddenMove("dm0", parse("o0_0"), None)
    with pytest.raises(LimitError, match="one-way options"):
        analyse(Conflict("Wide", makers, forbidden_moves=(rule,)))


def test_weights_sum_exactly_and_equal_sums_tie() -> None:
    """0.1 + 0.2 is 0.3, as floating point would not have it."""
    weights = Weighting(
        (
            Weight("a", Fraction("0.1")),
            Weight("b", Fraction("0.2")),
            Weight("c", Fraction("0.3")),
        )
    )
    base = two()
    conflict = replace(
        base, decision_makers=tuple(replace(dm, preferences=weights) for dm in base.decision_makers)
    )
    analysis = analyse(conflict)
    assert analysis.rank("one", "a,b") == analysis.rank("one", "c")
    assert analysis.rank("one", "a,c") > analysis.rank("one", "a,b")


def test_weights_of_too_many_digits_are_refused() -> None:
    """Rather than rounded in silence."""
    weights = Weighting((Weight("a", Fraction(10) ** 30), Weight("b", Fraction(1, 10**10))))
    base = two()
    conflict = replace(
        base, decision_makers=tuple(replace(dm, preferences=weights) for dm in base.decision_makers)
    )
    with pytest.raises(LimitError, match="too many digits"):
        analyse(conflict)


LISTED = """
format = 1
title = "Listed"
status_quo = "here"
[states]
here = "where matters stand"
there = { text = "elsewhere", taken = ["go"] }
[decision_makers.one]
options.go = "go"
moves.here = ["there"]
preferences = ["go"]
"""


def test_a_file_with_weights_of_too_many_digits_is_told_where() -> None:
    """When it is read, not when it is analysed."""
    text = LISTED + "[decision_makers.other.weights]\nhere = 3e18\nthere = -1.5\n"
    with pytest.raises(InputError, match=r"^listed\.toml:12: .*too many digits"):
        parse_conflict(text, "listed.toml")


def test_listed_states_are_named_by_their_ids() -> None:
    """Numbers follow the list; there is neither code nor Y/N string; statements know options and ids."""
    analysis = analyse(parse_conflict(LISTED))
    printed = analysis.to_dict()
    assert [state["id"] for state in printed["states"]] == ["here", "there"]
    assert {state["code"] for state in printed["states"]} == {None}
    assert {state["yn"] for state in printed["states"]} == {None}
    assert printed["states"][1]["taken"] == ["go"]
    assert analysis.equilibria("Nash") == (analysis.states.find("there"),)
    assert "by moving to there (elsewhere)" in analysis.explain("Nash", "one", "here").sentence


def test_simultaneous_moves_need_options() -> None:
    """It is refused, not guessed, what two listed moves at once lead to."""
    with pytest.raises(UsageError, match="SIM needs options"):
        analyse(parse_conflict(LISTED), also=["SIM"])


FAULTS = {
    "a move to nowhere": ('["there"]', '["their"]', "no state 'their'; did you mean 'there'?"),
    "a move to itself": ('["there"]', '["here"]', "to itself is no move"),
    "a move given twice": ('["there"]', '["there", "there"]', "stands twice"),
    "a status quo that is not listed": ('= "here"', '= "heer"', "'heer' is no state"),
    "a state of two ids": ('= "here"', '= ["here", "there"]', "write a state by its one id"),
    "an option nobody has": ('taken = ["go"]', 'taken = ["og"]', "'og' is no option"),
    "something ruled out": (
        "[states]",
        '[[feasibility]]\nnever = "go"\n[states]',
        "leave the states",
    ),
    "an id that is taken": ("there = {", "go = {", "'go' is an option of 'one' already"),
    "a one-way option": ('= "go"\nmoves', '= { moves = "only taken" }\nmoves', "list the moves"),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_faults_of_a_listed_conflict_are_told(kind: str) -> None:
    """Each in a line of its own, with its place."""
    old, new, message = FAULTS[kind]
    assert old in LISTED
    with pytest.raises(ConflictError) as caught:
        parse_conflict(LISTED.replace(old, new), "c.toml")
    assert message in str(caught.value)
    assert "c.toml:" in str(caught.value)
