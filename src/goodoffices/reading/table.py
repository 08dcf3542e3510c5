"""The record as a person reads it in a terminal: statements and positions by actor."""

import io

from goodoffices.record.model import Record


def render_table(record: Record, name: str = "report", width: int = 100) -> str:
    """Return statements and positions by actor as plain text, ``width`` columns wide."""
    from rich.console import Console
    from rich.table import Table

    stream = io.StringIO()
    console = Console(
        file=stream, width=width, force_terminal=False, color_system=None, legacy_windows=False
    )
    source = record.source
    console.print(
        f"{source.title or name}  ({source.publisher or 'publisher unknown'}, "
        f"{source.published or 'date unknown'})",
        markup=False,
    )
    table = Table(
        "Actor",
        "Says",
        "Words",
        title="Statements (proposed)",
        title_justify="left",
        show_lines=False,
    )
    for actor, kind, words in _statements(record):
        table.add_row(*(_plain(cell) for cell in (actor, kind, words)))
    console.print(table)
    if record.positions:
        table = Table(
            "Actor",
            "Stance",
            "Words",
            "Condition",
            title="Positions (proposed)",
            title_justify="left",
        )
        for row in _positions(record):
            table.add_row(*(_plain(cell) for cell in row))
        console.print(table)
    for dropped in record.dropped:
        console.print(
            f"left out, {dropped.kind.replace('_', ' ')}: {dropped.span.exact[:80]}", markup=False
        )
    for note in record.notes:
        console.print(f"note: {note}", markup=False)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def _plain(words: str) -> str:
    return words.replace("[", "\\[").replace("\n", " ")


def _statements(record: Record) -> list[tuple[str, str, str]]:
    """Rows by actor in order of their first statement; the name stands once."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for statement in record.statements:
        if statement.category != "reported_speech":
            continue
        words = " … ".join(f.exact for f in statement.fragments)
        groups.setdefault(statement.speaker_name or "(nobody named)", []).append(
            (statement.kind, words)
        )
    return [
        (name if n == 0 else "", kind, words)
        for name, rows in groups.items()
        for n, (kind, words) in enumerate(rows)
    ]


def _positions(record: Record) -> list[tuple[str, str, str, str]]:
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for position in record.positions:
        words = position.trigger.exact + (f" … {position.object.exact}" if position.object else "")
        condition = position.condition.exact if position.condition else position.deadline or ""
        groups.setdefault(position.holder_name or "(unnamed)", []).append(
            (position.stance.replace("_", " "), words, condition)
        )
    return [
        (name if n == 0 else "", *row)
        for name, rows in groups.items()
        for n, row in enumerate(rows)
    ]
