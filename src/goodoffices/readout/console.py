"""Laying out for the terminal: prose that is never too long, sections, tables without lines.

Lines are laid out by rich, without any drawn boxes; colour and weight only repeat what words, letters
and order say.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from goodoffices.conflict import Conflict
from goodoffices.readout.plain import harmless

__all__ = ["item", "plain_table", "prose", "rendered", "section", "text", "title"]

_READABLE = 100  # longest line of prose
_TRAILING = re.compile(r"(?: |\x1b\[[0-9;]*m)+$")  # spaces at the end of a line, styled or not


def rendered(parts: Iterable[RenderableType], width: int, *, colour: bool = False) -> str:
    """Lay parts out as lines no longer than ``width``, with terminal colours or plain."""
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    lines = (
        _TRAILING.sub(lambda end: end[0].replace(" ", ""), line)
        for line in capture.get().splitlines()
    )
    return "".join(f"{line}\n" for line in lines)


def text(words: str, style: str = "") -> Text:
    """Return words made safe for a terminal."""
    return Text(harmless(words), style=style)


def prose(words: str, style: str = "") -> RenderableType:
    """Return words as lines that are never too long to read."""
    return _Prose(text(" ".join(words.split()), style))


class _Prose:
    """Text in lines that are never too long to read."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def __rich_console__(self, console: Console, options: object) -> Iterator[RenderableType]:
        width = min(getattr(options, "max_width", 80), _READABLE)
        yield from self.text.wrap(console, width)


def section(heading: str, parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """Yield parts under a heading, set in; nothing where there are none."""
    listed = list(parts)
    if listed:
        yield Text()
        yield Text(heading, style="bold cyan")
        yield from (Padding(part, (0, 0, 0, 2)) for part in listed)


def title(conflict: Conflict) -> Iterator[RenderableType]:
    """Yield the head of every result: which conflict, whose reading, as of when."""
    yield text(conflict.title, "bold")
    reading = conflict.reading
    who = [f"read by {reading.by}"] if reading.by else ["reader not named"]
    who += [f"written {reading.written}"] if reading.written else []
    who += [f"as of {conflict.date}"] if conflict.date else []
    if reading.title or reading.name:
        who.insert(0, f"reading: {reading.title or reading.name}")
    yield prose("; ".join(who))
    others = [rival.name for rival in conflict.rival_readings if rival.name != reading.name]
    if others:
        yield prose(f"other readings (--reading): {', '.join(others)}")


def plain_table(*widths: int | None) -> Table:
    """Return a table without lines, with columns of fixed width or as wide as they need."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for width in widths:
        table.add_column(width=width, overflow="fold")
    return table


def item(words: str) -> RenderableType:
    """Set a sentence as an item of a list."""
    table = plain_table(1, None)
    table.padding = (0, 1, 0, 0)
    table.add_row(Text("-"), prose(words))
    return table
