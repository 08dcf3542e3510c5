"""Writing a conflict and reading it back."""

from hypothesis import given, settings

from goodoffices.conflict.file import parse_conflict
from goodoffices.conflict.model import Conflict
from goodoffices.conflict.write import dump_conflict
from goodoffices.testing.strategies import conflicts


@settings(max_examples=150)
@given(conflicts())
def test_a_written_conflict_reads_back_equal(conflict: Conflict) -> None:
    """Nothing is lost or changed between the model and its file."""
    assert parse_conflict(dump_conflict(conflict)) == conflict
