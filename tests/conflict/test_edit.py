"""Editing a conflict file in place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.conflict.edit import _spliced, update_text
from goodoffices.conflict.file import parse_conflict
from goodoffices.conflict.model import Conflict
from goodoffices.conflict.write import dump_conflict, layout
from goodoffices.testing.strategies import conflicts


@settings(max_examples=200)
@given(conflicts(), conflicts())
def test_any_conflict_can_be_edited_into_any_other(before: Conflict, after: Conflict) -> None:
    """The edited text reads as the conflict it shall be, without writing the file anew."""
    edited = _spliced(dump_conflict(before), layout(before), layout(after))
    assert parse_conflict(edited) == after
