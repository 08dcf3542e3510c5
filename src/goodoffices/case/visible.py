"""What of a record is there for somebody, on a day, with some of it struck out.

Two things take items away. What became known later, or is struck out, is simply not there, and neither is
what was said inside of it or read from it. What an audience may not see is not there either, and its words
are blanked in the text and around the passages that remain.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from goodoffices.case.labels import Sight
from goodoffices.case.naming import actors_named, inside_of
from goodoffices.case.shapes import (
    Item,
    Passage,
    RecordFile,
    passages_of,
)
from goodoffices.record.anchors import CONTEXT
from goodoffices.talks.when import last

__all__ = ["BLANK", "Scope", "blanked", "kept", "recut"]

BLANK = "\N{FULL BLOCK}"


@dataclass(frozen=True)
class Scope:
    """Which part of a case is looked at: as of a day, by an audience, without what is struck out.

    ``day`` None means today, ``sight`` None that everything is seen. ``struck`` holds source ids, items
    (``SOURCE_ID/ITEM_ID``) and evidence entries (``CONFLICT/evidence/ID``).
    """

    day: datetime.date | None = None
    sight: Sight | None = None
    struck: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self.day is None and self.sight is None and not self.struck

    def sees(self, *labels: str | None) -> bool:
        """Tell whether everything with these labels may be seen; None is no label."""
        return self.sight is None or self.sight.sees(*(label for label in labels if label))

    def knows(self, known: str | None) -> bool:
        """Tell whether something was surely known on the day; what has no date always was.

        >>> Scope(datetime.date(2014, 2, 11)).knows("2014-02")
        False
        """
        return self.day is None or not known or last(known) <= self.day


def kept(
    record: RecordFile,
    scope: Scope,
    label: Callable[[Item], str | None],
    actor_seen: Callable[[str], bool],
    ref: str,
) -> tuple[set[str], set[str]]:
    """Return the ids of the items that are there, and of those that may not be seen.

    Parameters
    ----------
    label : an item's own label beside that of its source.
    actor_seen : whether an actor may be seen.
    ref : id of the source.
    """
    items = [item for _, _, item in record.items()]
    hidden = {
        item.id
        for item in items
        if not scope.sees(label(item)) or not all(map(actor_seen, actors_named(item)))
    }
    gone = {
        item.id
        for item in items
        if f"{ref}/{item.id}" in scope.struck or not scope.knows(item.known)
    }
    for lost in (hidden, gone):
        more = True
        while more:
            found = {it.id for it in items if it.id not in lost and inside_of(it) in lost}
            lost |= found
            more = bool(found)
    return {item.id for item in items} - hidden - gone, hidden


def blanked(text: str, hidden: Iterable[Item]) -> str:
    """Return a text with the words of some items blanked; every character keeps its place.

    >>> from goodoffices.case.shapes import NoteItem
    >>> no = NoteItem(id="n1", passage=Passage(start=12, end=14, exact="no"))
    >>> blanked("Moscow said no.", [no]).replace(BLANK, "#")
    'Moscow said ##.'
    """
    letters = list(text)
    for item in hidden:
        for passage in passages_of(item):
            for at in range(max(0, passage.start), min(passage.end, len(letters))):
                if not letters[at].isspace():
                    letters[at] = BLANK
    return "".join(letters)


def recut(item: Item, text: str) -> Item:
    """Return an item with its passages cut anew out of a text, such as a blanked one."""
    changes: dict[str, Any] = {}
    for name in type(item).model_fields:
        value = getattr(item, name)
        if isinstance(value, Passage):
            changes[name] = _cut(value, text)
        elif isinstance(value, tuple) and value and isinstance(value[0], Passage):
            changes[name] = tuple(_cut(it, text) for it in value)
    return item.model_copy(update=changes)


def _cut(it: Passage, text: str) -> Passage:
    return Passage(
        start=it.start,
        end=it.end,
        exact=text[it.start : it.end],
        prefix=text[max(0, it.start - CONTEXT) : it.start],
        suffix=text[it.end : it.end + CONTEXT],
    )
