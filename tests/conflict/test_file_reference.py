"""The reference page of the conflict file says what the reader does."""

from pathlib import Path

from goodoffices.conflict import schema
from goodoffices.conflict.file import parse_conflict
from goodoffices.conflict.model import KINDS, MOVES, ROLES
from goodoffices.conflict.schema_values import Shape

PAGE = (Path(__file__).parents[2] / "docs/reference/conflict-file.md").read_text(encoding="utf-8")


def test_the_example_on_the_page_reads() -> None:
    """With its states, its ranking and its rival reading."""
    conflict = parse_conflict(PAGE.split("```toml\n")[1].split("```")[0])
    assert conflict.states.count == 6
    assert conflict.with_reading("tougher").states.count == 6


def test_the_example_in_graph_form_reads() -> None:
    """With its listed states, moves and both kinds of preferences."""
    conflict = parse_conflict(PAGE.split("```toml\n")[3].split("```")[0])
    assert [conflict.states.id(number) for number in conflict.states] == [
        "running",
        "cleaner",
        "closed",
    ]


def test_every_key_and_word_of_the_format_is_on_the_page() -> None:
    """A key that is not explained there does not exist for its reader."""
    shapes = [it for it in vars(schema).values() if isinstance(it, type) and issubclass(it, Shape)]
    keys = {field.alias or name for it in shapes for name, field in it.model_fields.items()}
    words = {f'"{word}"' for word in (*ROLES, *KINDS, *MOVES)}
    assert [word for word in sorted(keys | words) if word not in PAGE] == []
