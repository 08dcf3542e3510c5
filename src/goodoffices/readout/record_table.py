"""A proposed record for the terminal: statements and positions by actor, readable in 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from goodoffices.readout.console import rendered
from goodoffices.readout.plain import harmless
from goodoffices.record.model import Position, Record

__all__ = ["record_text"]

Row = tuple[str, str]
_LABEL = 20  # characters of a stance or kind before the words
_ROOM = 28  # characters that the words need beside it
_LONGEST = 80  # characters shown of what was left out


def record_text(
    record: Record, name: str = "report", *, width: int = 80, colour: bool = False
) -> str:
    """Return statements and positions by actor, what was left out and what to look at.

    Parameters
    ----------
    record : the record of one report.
    name : what the report is called where it has no headline.
    width : columns; lines are wrapped to it.
    colour : whether to use terminal colours; the words say the same without.
    """
    return rendered(_parts(record, name), width, colour=colour)


def _parts(record: Record, name: str) -> Iterator[RenderableType]:
    source = record.source
    yield _words(source.title or name, "bold")
    publisher, published = source.publisher or "publisher unknown", source.published
    yield _words(f"{publisher}, {published or 'date unknown'}", "dim")
    statements, positions = _statements(record), _positions(record)
    yield from section("STATEMENTS (proposed)", statements)
    yield from section("POSITIONS (proposed)", positions)
    if not statements or not positions:
        both = not statements and not positions
        what = "statement and no position" if both else "position" if statements else "statement"
        yield _words(f"No {what} was found in this report.")
    for dropped in record.dropped:
        kind = dropped.kind.replace("_", " ")
        yield _words(f"left out, {kind}: {_begin(dropped.span.exact)}", "dim")
    for note in record.notes:
        yield _words(f"note: {note}")


def _begin(words: str) -> str:
    """Return how a stretch of text begins, whole words, with a mark where it goes on."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def section(title: str, groups: Mapping[str, Sequence[Row]]) -> Iterator[RenderableType]:
    """Lay out rows by who they are of, under a title; nothing where there are none."""
    if not groups:
        return
    yield Text("")
    yield _words(title, "bold")
    for who, rows in groups.items():
        yield Padding(_words(who, "bold"), (0, 0, 0, 2))
        yield Padding(_Rows(rows), (0, 0, 0, 4))
    yield Text("")


class _Rows:
    """Rows with labels beside the words, or above them where there is little room."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        labelled = [(Text(label, style="dim"), _words(said)) for label, said in self.rows]
        if options.max_width < _LABEL + _ROOM:
            for label, said in labelled:
                yield label
                yield Padding(said, (0, 0, 0, 4))
            return
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=_LABEL)
        table.add_column(overflow="fold")
        for label, said in labelled:
            table.add_row(label, said)
        yield table


def _words(text: str, style: str = "") -> Text:
    return Text(harmless(" ".join(text.split())), style=style)


def _statements(record: Record) -> dict[str, list[Row]]:
    """Rows by actor, in order of their first statement."""
    groups: dict[str, list[Row]] = {}
    for statement in record.statements:
        if statement.category == "reported_speech":
            words = " … ".join(f.exact for f in statement.fragments)
            who = statement.speaker_name or "(nobody named)"
            groups.setdefault(who, []).append((statement.kind, words))
    return groups


def _positions(record: Record) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for position in record.positions:
        rows = groups.setdefault(position.holder_name or "(unnamed)", [])
        words = position.trigger.exact
        if position.object and position.object.start >= position.trigger.end:
            words += f" {position.object.exact}"
        elif position.object:
            words = f"{position.object.exact} … {words}"
        rows.append((position.stance.replace("_", " "), words))
        rows.extend(_terms(record, position))
    return groups


def _terms(record: Record, position: Position) -> Iterator[Row]:
    """Yield what a position is bound to, a row each."""
    for label, span in (("condition", position.condition), ("consequence", position.consequence)):
        if span is not None:
            yield f"  {label}", span.exact
    if position.deadline:
        yield "  deadline", position.deadline
    patron = record.actor(position.on_behalf_of)
    if patron is not None:
        yield "  on behalf of", patron.name
