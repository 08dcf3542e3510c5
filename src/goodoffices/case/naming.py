"""Whom an item of the record names, and what items stand in one another."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.case.shapes import (
    EventItem,
    FigureItem,
    Item,
    MentionItem,
    PositionItem,
    StatementItem,
)

__all__ = ["actors_named", "inside_of", "kind_word"]


def actors_named(item: Item) -> Iterator[str]:
    """Yield the ids of the actors that an item names."""
    if isinstance(item, StatementItem):
        named: tuple[str | None, ...] = (item.speaker, *item.to)
    elif isinstance(item, PositionItem):
        named = (item.holder, item.on_behalf_of, item.target)
    elif isinstance(item, EventItem):
        named = item.participants
    elif isinstance(item, MentionItem):
        named = (item.actor,)
    else:
        named = ()
    yield from (id_ for id_ in named if id_)


def inside_of(item: Item) -> str | None:
    """Return the statement that an item stands in or was read from."""
    if isinstance(item, StatementItem):
        return item.inside
    return item.statement if isinstance(item, PositionItem | FigureItem) else None


def kind_word(kind: str) -> str:
    """Return what one item of a kind is called.

    >>> kind_word("positions"), kind_word("passages")
    ('position', 'marked passage')
    """
    return "marked passage" if kind == "passages" else kind.removesuffix("s")
