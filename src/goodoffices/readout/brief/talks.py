"""The talks in a readout: the process, each text with its agreement matrix, votes, deadlines, commitments."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.readout.brief.material import Chapter, Cited, Drawing, Grid, Material
from goodoffices.readout.brief.notes import Notes
from goodoffices.readout.document import (
    Block,
    Column,
    Figure,
    Paragraph,
    Row,
    Section,
    Table,
    Words,
    words,
)

__all__ = ["talks"]

_LEAST, _MOST = 2, 9  # shares of the width that a column can have


def talks(material: Material, notes: Notes) -> Section | None:
    """Return what the case keeps of the talks, part by part; None where it keeps nothing."""
    if not material.chapters:
        return None
    return Section(
        "The talks",
        sections=tuple(_chapter(it, notes) for it in material.chapters),
        anchor="talks",
    )


def _chapter(chapter: Chapter, notes: Notes) -> Section:
    sections = tuple(
        Section(heading, tuple(_blocks(heading, parts, notes)))
        for heading, parts in chapter.sections
    )
    return Section(chapter.title, sections=sections, anchor=f"talks-{chapter.key}")


def _blocks(
    heading: str, parts: tuple[Cited | Grid | Drawing, ...], notes: Notes
) -> Iterator[Block]:
    for part in parts:
        if isinstance(part, Grid):
            if part.rows:
                yield _table(heading, part, notes)
        elif isinstance(part, Drawing):
            yield Figure(part.svg, part.alt)
        else:
            yield Paragraph(_words(part, notes))


def _table(heading: str, grid: Grid, notes: Notes) -> Table:
    rows = tuple(
        Row(tuple(tuple(_words(line, notes) for line in cell) for cell in row)) for row in grid.rows
    )
    columns = tuple(
        Column(title or "\u00a0", _weight([title, *(_plain(row[k]) for row in grid.rows)]))
        for k, title in enumerate(grid.head)
    )
    names = ", ".join(title for title in grid.head if title)
    return Table(names[:1].upper() + names[1:] or heading, columns, rows, wide=len(columns) > 6)


def _weight(texts: list[str]) -> int:
    """Return a share of the width that lets long cells have more of it than short ones."""
    longest = max(map(len, texts))
    return max(_LEAST, min(_MOST, 1 + longest // 10))


def _plain(cell: tuple[Cited, ...]) -> str:
    return "".join(piece for line in cell for piece in line if isinstance(piece, str))


def _words(cited: Cited, notes: Notes) -> Words:
    return words(*(it if isinstance(it, str) else notes.marks(it) for it in cited))
