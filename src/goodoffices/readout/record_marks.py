"""The words of a report in rows: passages marked where they stand, speakers and stances in the margin.

Rows are made in one sweep over the text, whatever stands in one paragraph.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from goodoffices.readout.plain import harmless
from goodoffices.record.model import Position, Record, Statement

__all__ = ["marked_rows", "safe"]


def safe(words: str) -> str:
    """Return words for a page: escaped, without characters that steer a terminal or turn the writing."""
    return escape(harmless(words))


@dataclass(slots=True)
class _Line:
    """What stands on one line of the text: places of passages, stances and debris."""

    start: int
    end: int
    passages: list[tuple[int, int, Statement]] = field(default_factory=list)
    stances: list[tuple[int, int, Position]] = field(default_factory=list)
    dropped: list[tuple[int, int, str]] = field(default_factory=list)


def marked_rows(record: Record) -> Iterator[str]:
    """Yield one row a line: the words on the left, who speaks and who holds what on the right."""
    text = harmless(record.text)
    actors = {a.id: a.resolved for a in record.actors}
    numbers = {s.id: n for n, s in enumerate(record.statements, start=1)}
    for line in _lines(record):
        if not record.text[line.start : line.end].strip():
            continue
        starting = {
            s.id: s for low, _, s in line.passages if s.fragments and s.fragments[0].start == low
        }
        notes = [
            (s.fragments[0].start, _speaks(s, numbers[s.id], actors)) for s in starting.values()
        ]
        notes += [
            (p.trigger.start, _holds(p)) for low, _, p in line.stances if p.trigger.start == low
        ]
        margin = "".join(note for _, note in sorted(notes, key=lambda n: n[0]))
        words = "".join(_pieces(text, line, numbers))
        yield f'<div class="row"><p>{words}</p><ul class="who">{margin}</ul></div>'


def _lines(record: Record) -> list[_Line]:
    lines: list[_Line] = []
    at = 0
    for words in record.text.split("\n"):
        lines.append(_Line(at, at + len(words)))
        at += len(words) + 1
    begins = [line.start for line in lines]

    def over(start: int, end: int) -> Sequence[_Line]:
        first = max(0, bisect.bisect_right(begins, start) - 1)
        return [x for x in lines[first : bisect.bisect_left(begins, end, first)] if start < x.end]

    for statement in record.statements:
        for f in statement.fragments:
            for line in over(f.start, f.end):
                line.passages.append((f.start, f.end, statement))
    for position in record.positions:
        for line in over(position.trigger.start, position.trigger.end):
            line.stances.append((position.trigger.start, position.trigger.end, position))
    for gone in record.dropped:
        for line in over(gone.span.start, gone.span.end):
            line.dropped.append((gone.span.start, gone.span.end, gone.kind))
    return lines


def _speaks(statement: Statement, number: int, actors: dict[str, bool]) -> str:
    who = safe(statement.speaker_name or "nobody named")
    unsure = "" if actors.get(statement.speaker or "", True) else ", introduced nowhere"
    kind: str = statement.kind
    if statement.category != "reported_speech":
        kind = f"{kind}, {statement.category}"
    rule = safe(statement.rule.replace("/", ", speaker by "))
    actor = safe(statement.speaker or statement.id)
    return (
        f'<li id="who-{statement.id}"><b>{number}</b><a href="#{statement.id}" data-actor="{actor}">{who}</a>'
        f"<small>{safe(kind)}{unsure}; found by {rule}</small></li>"
    )


def _holds(position: Position) -> str:
    who = safe(position.holder_name or "unnamed")
    stance = safe(position.stance.replace("_", " "))
    actor = safe(position.holder or position.id)
    return (
        f'<li class="position" id="who-{position.id}"><a href="#{position.id}" data-actor="{actor}">{who}</a>'
        f": {stance}<small>stance; found by {safe(position.rule)}</small></li>"
    )


def _pieces(text: str, line: _Line, numbers: dict[str, int]) -> Iterator[str]:
    """Yield the line cut at every edge, so that overlapping passages nest properly."""
    everything = (*line.passages, *line.stances, *line.dropped)
    inner = {edge for item in everything for edge in item[:2] if line.start < edge < line.end}
    edges = sorted({line.start, line.end, *inner})
    waiting = sorted(line.passages, key=lambda x: x[0])
    stances = sorted(line.stances, key=lambda x: x[0])
    passages_open: list[tuple[int, int, Statement]] = []
    stances_open: list[tuple[int, int, Position]] = []
    next_passage = next_stance = 0
    for low, high in pairwise(edges):
        while next_passage < len(waiting) and waiting[next_passage][0] <= low:
            passages_open.append(waiting[next_passage])
            next_passage += 1
        while next_stance < len(stances) and stances[next_stance][0] <= low:
            stances_open.append(stances[next_stance])
            next_stance += 1
        passages_open = [x for x in passages_open if x[1] > low]
        stances_open = [x for x in stances_open if x[1] > low]
        gone = next((d for d in line.dropped if d[0] <= low < d[1]), None)
        yield _piece(text, (low, high), passages_open, stances_open, gone, numbers)


def _piece(
    text: str,
    piece: tuple[int, int],
    passages: Sequence[tuple[int, int, Statement]],
    stances: Sequence[tuple[int, int, Position]],
    gone: tuple[int, int, str] | None,
    numbers: dict[str, int],
) -> str:
    start, end = piece
    words = escape(text[start:end])
    if stances:
        words = _stance(words, start, stances)
    if gone is not None:
        kind = escape(gone[2].replace("_", " "))
        tag = f' <span class="tag">{kind}</span>' if gone[1] == end else ""
        return f'<span class="dropped"><s>{words}</s>{tag}</span>'
    for low, high, statement in sorted(passages, key=lambda x: x[1] - x[0]):
        words = _mark(text, words, start, (low, high), statement, numbers[statement.id])
    return words


def _stance(words: str, start: int, stances: Sequence[tuple[int, int, Position]]) -> str:
    """Underline a trigger; several positions on the same words each get their place."""
    position = stances[0][2]
    label = safe(f"{position.holder_name or 'unnamed'}: {position.stance.replace('_', ' ')}")
    ids = [p.id for at, _, p in stances if at == start]
    anchor = f' id="{ids[0]}" tabindex="-1"' if ids else ""
    for other in ids[1:]:
        words = f'<span id="{other}" tabindex="-1">{words}</span>'
    return f'<span class="stance"{anchor} title="{label}">{words}</span>'


def _mark(
    text: str, words: str, start: int, span: tuple[int, int], statement: Statement, number: int
) -> str:
    low, high = span
    first = low == start and statement.fragments[0].start == low
    style = statement.category if statement.category == "nested" else statement.kind
    actor = safe(statement.speaker or statement.id)
    if not first:
        return f'<mark class="{style}" data-actor="{actor}">{words}</mark>'
    who = safe(statement.speaker_name or "nobody named")
    if "<a " not in words:
        spoken = escape(text[low : min(high, low + 60)])
        words = f'<a href="#who-{statement.id}" aria-label="{who}: {spoken}">{words}</a>'
    return (
        f'<mark class="{style}" id="{statement.id}" data-first data-n="{number}" '
        f'data-actor="{actor}">{words}</mark>'
    )
