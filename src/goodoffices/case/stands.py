"""Confirmed positions with the words around them, ready to be made into a model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from goodoffices.case.shapes import Item, Passage, PositionItem, StatementItem

if TYPE_CHECKING:
    from goodoffices.case.case import Case

__all__ = ["Stand", "confirmed_positions"]

_DEFINITE = re.compile(r"(?:the|this|that) (?P<noun>[\w-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Stand:
    """A position with where it stands, what it is about, and the statement it was read from.

    ``object`` is in the words of the source, a bare "the draft" with those by which it was introduced.
    """

    ref: str
    item: PositionItem
    object: str = ""
    statement: str = ""
    said: str = ""
    speaker: str | None = None


def confirmed_positions(case: Case) -> list[Stand]:
    """Return the positions that people confirmed or edited, source by source."""
    return [
        stand
        for source in case.source_ids
        for stand in _stands(source, [item for _, item in case.items(source)], case.text(source))
    ]


def _stands(source: str, items: list[Item], text: str) -> Iterator[Stand]:
    statements = {item.id: item for item in items if isinstance(item, StatementItem)}
    for item in items:
        if isinstance(item, PositionItem) and item.status in ("confirmed", "edited"):
            statement = statements.get(item.statement or "")
            parts = statement.fragments if statement else (item.trigger,)
            yield Stand(
                f"{source}/{item.id}",
                item,
                _introduced(item.object, text) if item.object else "",
                item.statement or "",
                " ".join(" ".join(it.exact for it in parts).split()),
                statement.speaker if statement else None,
            )


def _introduced(passage: Passage, text: str) -> str:
    """Return the words of a passage; a bare noun in those by which the text introduced it."""
    words = " ".join(passage.exact.split())
    bare = _DEFINITE.fullmatch(words)
    if bare is None:
        return words
    noun = re.escape(bare["noun"])
    found = re.findall(rf"\ban? {noun} [^,.;:]{{3,80}}", text[: passage.start], re.IGNORECASE)
    return " ".join(found[-1].split()) if found else words
