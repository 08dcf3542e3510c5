"""The file that a newcomer starts from."""

import pytest

from goodoffices.conflict.file import parse_conflict
from goodoffices.conflict.schema import CONSTRAINT_KEYS, ConflictShape
from goodoffices.conflict.starter import STARTER
from goodoffices.errors import ConflictError


def test_the_starter_file_reads_and_has_states() -> None:
    """It analyses without change, under both its readings."""
    conflict = parse_conflict(STARTER)
    assert conflict.states.count == 22
    assert conflict.with_reading("fields-first").states.count == 22


def test_the_starter_file_shows_every_key() -> None:
    """What the format can say is seen there, if only in a remark."""
    keys = {
        *ConflictShape.model_fields,
        *CONSTRAINT_KEYS,
        "because",
        "moves",
        "kind",
        "role",
        "ranking",
    }
    assert [key for key in sorted(keys) if key not in STARTER] == []


def test_the_ranking_in_the_remark_reads_when_taken_in() -> None:
    """The example in the remark has the form of a ranking; only its states are not this conflict's."""
    remark = STARTER[STARTER.index("# [decision_makers.farmers]") : STARTER.index("# Or weights")]
    taken_in = "\n".join(line.removeprefix("# ") for line in remark.split("\n"))
    with pytest.raises(ConflictError) as caught:
        parse_conflict(STARTER.replace(remark, taken_in))
    assert [fault.path for fault in caught.value.faults] == [
        ("decision_makers", "farmers", "ranking")
    ]
    assert "leaves out" in caught.value.faults[0].message
