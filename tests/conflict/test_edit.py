"""Editing a conflict file in place."""

from dataclasses import replace
from difflib import ndiff
from pathlib import Path

import pytest
from hypothesis import given, settings

from goodoffices.conflict.edit import _spliced, update_file, update_text
from goodoffices.conflict.file import parse_conflict, read_conflict
from goodoffices.conflict.model import (
    Conflict,
    DecisionMaker,
    Evidence,
    Option,
    PreferenceStatement,
    Prioritisation,
    Reading,
)
from goodoffices.conflict.starter import STARTER
from goodoffices.conflict.write import dump_conflict, layout
from goodoffices.errors import InputError
from goodoffices.statements import parse
from goodoffices.testing.forms import conflicts_in_any_form
from goodoffices.testing.strategies import conflicts

ODD = """\
format=1
title="x"   # a name
evidence.a.citation = "A"
decision_makers.one = { options.a = 'act', preferences = ['a', 'not a'] } # one
[decision_makers.russia]
preferences=[]
# own
name = "R"
[decision_makers.russia.options]  # what they can do
veto = "v"
b = 'b' # the b of them
[decision_makers.two]
preferences = ["veto", "a",  # about a
  # before b
  "b"   # last
  ]
"""


@settings(max_examples=60)
@given(conflicts() | conflicts_in_any_form(), conflicts() | conflicts_in_any_form())
def test_any_conflict_can_be_edited_into_any_other(before: Conflict, after: Conflict) -> None:
    """The edited text reads as the conflict it shall be, without writing the file anew."""
    edited = _spliced(dump_conflict(before), layout(before), layout(after))
    assert parse_conflict(edited) == after


@settings(max_examples=30)
@given(conflicts() | conflicts_in_any_form())
def test_a_commented_file_can_be_edited_into_any_conflict(after: Conflict) -> None:
    """Remarks and odd places of a person's file do not confuse the edit."""
    for text in (STARTER, STARTER.replace("\n", "\r\n"), ODD):
        assert parse_conflict(update_text(text, after)) == after


@settings(max_examples=25)
@given(conflicts() | conflicts_in_any_form())
def test_an_equal_conflict_changes_nothing(conflict: Conflict) -> None:
    """The text stays as it is to the last character."""
    text = dump_conflict(conflict)
    assert update_text(text, conflict) == text


def changed(text: str, conflict: Conflict) -> list[str]:
    """Return the lines that an edit takes away and adds."""
    edited = update_text(text, conflict)
    assert parse_conflict(edited) == conflict
    return [line for line in ndiff(text.split("\n"), edited.split("\n")) if line[0] in "+-"]


def with_dm(conflict: Conflict, position: int, **changes: object) -> Conflict:
    dms = list(conflict.decision_makers)
    dms[position] = replace(dms[position], **changes)  # type: ignore[arg-type]
    return replace(conflict, decision_makers=tuple(dms))


def wants(dm: DecisionMaker) -> tuple[PreferenceStatement, ...]:
    assert isinstance(dm.preferences, Prioritisation)
    return dm.preferences.statements


def test_swapping_two_statements_swaps_two_lines() -> None:
    """Evidence and note go with their statement."""
    conflict = parse_conflict(STARTER)
    first, second, third = wants(conflict.decision_makers[0])
    swapped = with_dm(conflict, 0, preferences=Prioritisation((second, first, third)))
    assert changed(STARTER, swapped) == ['+   "upstream_diverts",', '-   "upstream_diverts",']


def test_remarks_go_with_their_statements() -> None:
    """Those behind a statement and those above it."""
    conflict = parse_conflict(ODD)
    veto, a, b = wants(conflict.decision_makers[2])
    edited = update_text(ODD, with_dm(conflict, 2, preferences=Prioritisation((b, a, veto))))
    assert edited.endswith(
        'preferences = [\n  # before b\n  "b",   # last\n  "a",  # about a\n  "veto",\n  ]\n'
    )


def test_adding_a_statement_adds_a_line() -> None:
    """And nothing else."""
    conflict = parse_conflict(STARTER)
    more = (*wants(conflict.decision_makers[0]), PreferenceStatement(parse("settled")))
    edited = with_dm(conflict, 0, preferences=Prioritisation(more))
    assert changed(STARTER, edited) == ['+   "settled",']


def test_changing_the_status_quo_keeps_the_remark_behind_it() -> None:
    """Only the value is replaced."""
    conflict = replace(parse_conflict(STARTER), status_quo=frozenset({"upstream_pays"}))
    assert changed(STARTER, conflict)[-1].startswith(
        '+ status_quo = ["upstream_pays"]   # where matters stand'
    )


def test_adding_an_option_and_evidence_adds_their_lines() -> None:
    """Each in its place."""
    conflict = parse_conflict(STARTER)
    own = conflict.decision_makers[1].options
    more = with_dm(conflict, 1, options=(*own, Option("downstream_waits", "wait")))
    more = replace(more, evidence=(*more.evidence, Evidence("letter", "A letter", said="2026-01")))
    assert changed(STARTER, more) == [
        '+ options.downstream_waits = "wait"',
        "+ [evidence.letter]",
        '+ citation = "A letter"',
        '+ said = "2026-01"',
        "+ ",
    ]


def test_odd_layouts_are_edited_in_place_too() -> None:
    """Tables on one line, options under a header of their own, evidence as dotted keys."""
    conflict = parse_conflict(ODD)
    edited = with_dm(conflict, 0, name="One", options=(Option("a", "act"), Option("z")))
    edited = with_dm(edited, 1, options=(Option("b", "b"), Option("veto", "v"), Option("c", "c")))
    edited = replace(edited, reading=Reading(by="me"), evidence=())
    assert changed(ODD, edited) == [
        '- evidence.a.citation = "A"',
        "- decision_makers.one = { options.a = 'act', preferences = ['a', 'not a'] } # one",
        "+ decision_makers.one = { options.a = 'act', preferences = ['a', 'not a'], "
        'name = "One", options.z = "" } # one',
        "+ ",
        "+ [reading]",
        '+ by = "me"',
        "+ ",
        "+ b = 'b' # the b of them",
        "- b = 'b' # the b of them",
        '+ c = "c"',
    ]


def test_a_file_is_edited_whole_or_not_at_all(tmp_path: Path) -> None:
    """Line ends and byte order mark stay; a conflict that cannot be read changes nothing."""
    path = tmp_path / "c.toml"
    path.write_bytes(b"\xef\xbb\xbf" + STARTER.replace("\n", "\r\n").encode())
    conflict = replace(read_conflict(path), title="Another")
    update_file(path, conflict)
    shall = STARTER.replace("Two towns and a river", "Another").replace("\n", "\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + shall.encode()
    path.write_text("format = 2\n")
    with pytest.raises(InputError):
        update_file(path, conflict)
    assert path.read_text() == "format = 2\n"
