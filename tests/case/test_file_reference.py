"""The reference page of the case folder says what the reader does."""

from pathlib import Path

from goodoffices.case import forecasts, pieces, shapes
from goodoffices.case.pieces import FORMS, PIECES
from goodoffices.case.shapes import KINDS, CaseCard
from goodoffices.record.model import STANCES
from goodoffices.talks.parse import parse_file
from goodoffices.talks.values import Record

PAGE = (Path(__file__).parents[2] / "docs/reference/case-folder.md").read_text(encoding="utf-8")


def test_the_example_on_the_page_reads() -> None:
    text = PAGE.split("```text\n")[2].split("```")[0]
    card = parse_file(text, "case.toml", CaseCard)
    assert card.audiences["principal"].sees == ("public", "team")


def test_every_key_and_word_of_the_format_is_on_the_page() -> None:
    """A key that is not explained there does not exist for its reader."""
    known = [*vars(shapes).values(), *vars(pieces).values(), *vars(forecasts).values()]
    every = [it for it in known if isinstance(it, type) and issubclass(it, Record)]
    keys = {
        field.alias or name
        for it in every
        for name, field in it.model_fields.items()
        if not field.exclude
    }
    assert [
        word for word in sorted(keys | {*STANCES, *KINDS, *FORMS, *PIECES}) if word not in PAGE
    ] == []
