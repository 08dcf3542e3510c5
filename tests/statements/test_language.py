"""The statement language: reading, printing, meaning, and what it says of broken statements."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.conflict import Conflict
from goodoffices.conflict.model import (
    DecisionMaker,
    Option,
    PreferenceStatement,
    Prioritisation,
    Proposition,
)
from goodoffices.errors import ConflictError, StatementError
from goodoffices.statements import (
    Name,
    Statement,
    evaluate,
    holds,
    names,
    negate,
    parse,
    substitute,
)
from goodoffices.testing.oracle import is_true
from goodoffices.testing.strategies import statements

IDS = ("a", "b", "c", "d")
STATES = [
    frozenset(id_ for id_, yes in zip(IDS, letters, strict=True) if yes)
    for letters in product((False, True), repeat=len(IDS))
]
anything = statements(IDS, most=12)


@given(anything)
def test_what_is_printed_reads_back_equal(statement: Statement) -> None:
    """Reading the print of a statement gives the statement."""
    assert parse(str(statement)) == statement


@given(anything)
def test_columns_single_states_and_the_definition_agree(statement: Statement) -> None:
    """Evaluation in all states at once, in one state, and by the definition give the same truth."""
    columns = {id_: np.array([id_ in state for state in STATES]) for id_ in IDS}
    expected = [is_true(statement, state) for state in STATES]
    assert evaluate(statement, columns).tolist() == expected
    assert [holds(statement, state) for state in STATES] == expected


@given(anything)
def test_columns_along_axes_of_their_own_broadcast(statement: Statement) -> None:
    """Columns of length one along the other axes give the same as full columns."""
    shape = (2,) * len(IDS)
    thin = {
        id_: np.array([False, True]).reshape([2 if k == at else 1 for k in range(len(IDS))])
        for at, id_ in enumerate(IDS)
    }
    found = np.broadcast_to(evaluate(statement, thin), shape)
    assert found.ravel().tolist() == [is_true(statement, state) for state in STATES]


@given(anything)
def test_a_negation_is_true_exactly_where_the_statement_is_false(statement: Statement) -> None:
    """The same for the negation of the negation."""
    for state in STATES:
        assert holds(negate(statement), state) is not holds(statement, state)
        assert holds(negate(negate(statement)), state) is holds(statement, state)


@given(anything, st.dictionaries(st.sampled_from(IDS), statements(IDS)))
def test_substitution_means_what_the_names_stand_for(
    statement: Statement, meaning: dict[str, Statement]
) -> None:
    """A statement with names replaced is true where it is with those names true as they mean."""
    changed = substitute(statement, meaning)
    for state in STATES:
        as_meant = {
            id_ for id_ in IDS if (holds(meaning[id_], state) if id_ in meaning else id_ in state)
        }
        assert holds(changed, state) is holds(statement, as_meant)


@given(anything)
def test_names_are_those_that_stand_in_the_print_in_its_order(statement: Statement) -> None:
    """Each name once, in order of first mention."""
    words = str(statement).replace("(", " ").replace(")", " ").replace(",", " ").split()
    assert names(statement) == tuple(dict.fromkeys(word for word in words if word in IDS))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("not a and b", "(not a) and b"),
        ("a or b and c", "a or (b and c)"),
        ("a if b or c", "a if (b or c)"),
        ("a and b only if c", "(a and b) only if c"),
        ("not a iff b", "(not a) iff b"),
        ("not at least 1 of (a, b)", "not (at least 1 of (a, b))"),
        ("\n a\tand\n b ", "a and b"),
    ],
)
def test_words_bind_as_the_language_says(text: str, meaning: str) -> None:
    """``not`` before ``and`` before ``or`` before ``if``, ``only if`` and ``iff``."""
    assert parse(text) == parse(meaning)


BROKEN = [
    ("", "empty", 0),
    ("   ", "empty", 0),
    ("a and", "found the end", 5),
    ("and a", "found 'and'", 0),
    ("a b", "found 'b'", 2),
    ("(a or b", "expected ')'", 7),
    ("a)", "closes nothing", 1),
    ("a, b", "only inside", 1),
    ("a if b if c", "two ways", 7),
    ("a iff b only if c", "two ways", 8),
    ("a only b", "expected 'if'", 7),
    ("at some 1 of (a)", "'least' or 'most'", 3),
    ("at least one of (a)", "whole number", 9),
    ("at least 2 of (a)", "only 1 stand", 9),
    ("exactly 99999999999999999999 of (a)", "only 1 stand", 8),
    ("at least 1 (a)", "expected 'of'", 11),
    ("at least 1 of a", "expected '('", 14),
    ("at least 1 of ()", "found ')'", 15),
    ("at least 1 of (a,)", "found ')'", 17),
    ("at least -1 of (a)", "no meaning", 9),
    ("a && b", "write 'and'", 2),
    ("!a", "write 'not'", 0),
    ("a = b", "write 'iff'", 2),
    ("a AND b", "found 'AND'", 2),
    ("Not a", "small letters", 0),
    ("Veto", "cannot be a name", 0),
    ("_a", "cannot be a name", 0),
    ("3", "found '3'", 0),
    ("a + ü", "no meaning", 2),
    ("ü", "no meaning", 0),
    ("a\x00", "no meaning", 1),
]


@pytest.mark.parametrize(("text", "reason", "start"), BROKEN)
def test_a_broken_statement_is_told_with_its_place(text: str, reason: str, start: int) -> None:
    """The message says what was found or expected, and the caret stands below it."""
    with pytest.raises(StatementError) as caught:
        parse(text)
    assert reason in caught.value.reason
    assert caught.value.start == start
    *_, shown, caret = str(caught.value).split("\n")
    assert caret.strip("^ ") == ""
    assert caret.index("^") == 2 + start
    assert shown == f"  {text}"


def test_the_caret_stands_below_the_right_line() -> None:
    """Of a statement over several lines the one with the fault is shown."""
    with pytest.raises(StatementError) as caught:
        parse("a and\n  (b or) and\nc")
    assert str(caught.value).split("\n")[1:] == ["    (b or) and", "         ^"]


@pytest.mark.parametrize(
    "text",
    [
        "(" * 5_000 + "a" + ")" * 5_000,
        "not " * 5_000 + "a",
        "at least 1 of (" * 5_000 + "a" + ")" * 5_000,
        "(" * 500_000,
    ],
    ids=["parentheses", "not", "counts", "half a megabyte"],
)
def test_deep_nesting_is_refused_in_a_few_words(text: str) -> None:
    """No RecursionError, and no message as long as the statement."""
    with pytest.raises(StatementError, match="deep") as caught:
        parse(text)
    assert len(str(caught.value)) < 500


def deepest(form: str, inner: str = "a") -> str:
    """Return the deepest statement of a form that is still read."""
    text = inner
    while True:
        try:
            parse(form.format(text))
        except StatementError:
            return text
        text = form.format(text)


@pytest.mark.parametrize(
    "form",
    [
        "({})",
        "not {}",
        "({} and b or c if d)",
        "(a if b and ({}))",
        "exactly 1 of ({} and b or c if d)",
    ],
)
def test_what_can_be_read_can_be_worked_with(form: str) -> None:
    """The deepest statements that are read print, compare, hash, substitute and evaluate."""
    statement = parse(deepest(form))
    assert parse(str(statement)) == statement
    assert hash(statement) == hash(parse(str(statement)))
    assert repr(statement)
    assert names(substitute(statement, {"a": Name("b")}))
    column = np.array([True, False])
    held = evaluate(statement, dict.fromkeys(IDS, column)).tolist()
    assert held == [holds(statement, set(IDS)), holds(statement, set())]


def test_a_statement_of_a_megabyte_is_read() -> None:
    """Length alone is no fault, and a fault at the end is told in a few words."""
    text = " and ".join(["a or not b"] * 77_000)
    assert len(text) > 1_000_000
    statement = parse(text)
    assert names(statement) == ("a", "b")
    assert holds(statement, {"a"})
    with pytest.raises(StatementError) as caught:
        parse(text + " and")
    assert len(str(caught.value)) < 500


def derived(number: int, form: str) -> Conflict:
    """Return a conflict with a chain of propositions, each made of the one before."""
    chain = tuple(
        Proposition(f"p{k}", parse(form.format(f"p{k - 1}" if k else "a"))) for k in range(number)
    )
    wants = Prioritisation((PreferenceStatement(Name(f"p{number - 1}")),))
    dm = DecisionMaker("one", options=(Option("a"),), preferences=wants)
    return Conflict("Chain", (dm,), derived=chain)


@pytest.mark.parametrize(
    ("number", "form", "told"),
    [(1_200, "not {}", "levels deep"), (60, "{0} or not {0}", "parts long")],
)
def test_an_endless_chain_of_propositions_is_a_fault(number: int, form: str, told: str) -> None:
    """Neither a RecursionError nor hours of work: the first proposition too large is named."""
    with pytest.raises(ConflictError, match=told) as caught:
        derived(number, form)
    assert caught.value.faults[0].path[0] == "derived"


def test_a_chain_of_propositions_that_can_be_followed_is_no_fault() -> None:
    """A hundred negations of an option are the option."""
    conflict = derived(100, "not {}")
    assert conflict.states.holds(conflict.in_options(Name("p99"))).tolist() == [False, True]


def test_two_rival_readings_of_one_name_are_a_fault() -> None:
    """Neither would win unnoticed."""
    from goodoffices.conflict.model import Reading

    dm = DecisionMaker("one", options=(Option("a"),))
    with pytest.raises(ConflictError, match="two rival readings"):
        Conflict("Rivals", (dm,), rival_readings=(Reading("later"), Reading("later")))
