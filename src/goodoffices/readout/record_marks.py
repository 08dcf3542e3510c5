"""The words of a report in rows: passages marked where they stand, speakers and stances in the margin.

Rows are made in one sweep over the text, whatever stands in one paragraph.
"""

from __future__ import annotations

import bisect
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from goodoffices.readout.plain import harmless
from goodoffices.record.model import Position, Record, Statement

__all__ = ["marked_rows", "safe"]


def safe(words: str) -> str:
    """Return words for a page: escaped, without characters that steer a terminal or turn the writing."""
    return escape(harmless(words))


Passage = tuple[int, int, Statement]
Stance = tuple[int, int, Position]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words over which the same passages run: what is marked, and linked, in one piece."""

    start: int
    end: int
    passages: tuple[Passage, ...]
    gone: tuple[int, int, str] | None

    def passes(self) -> Iterator[Statement]:
        """Yield the statements marked here, the innermost first."""
        if self.gone is None:
            for _, _, statement in sorted(self.passages, key=lambda x: x[1] - x[0]):
                yield statement


@dataclass(slots=True)
class _Line:
    """What stands on one line of the text: places of passages, stances and debris."""

    start: int
    end: int
    passages: list[Passage] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    dropped: list[tuple[int, int, str]] = field(default_factory=list)


class _Names:
    """Names of the pieces that a passage falls into, so that its link can be described by all of them."""

    def __init__(self, stretches: Iterable[_Stretch]) -> None:
        self._left: dict[str, list[str]] = {}
        for stretch in stretches:
            for statement in stretch.passes():
                pieces = self._left.setdefault(statement.id, [])
                number = len(pieces) + 1
                pieces.append(statement.id if number == 1 else f"{statement.id}-{number}")

    def next(self, statement: Statement) -> tuple[str, list[str]]:
        """Return the name of a passage's next piece, and those of the pieces that follow."""
        name, *others = self._left[statement.id]
        self._left[statement.id] = others
        return name, others


def marked_rows(record: Record) -> Iterator[str]:
    """Yield one row a line: the words on the left, who speaks and who holds what on the right."""
    text = harmless(record.text)
    actors = {a.id: a.resolved for a in record.actors}
    numbers = {s.id: n for n, s in enumerate(record.statements, start=1)}
    lines = [line for line in _lines(record) if record.text[line.start : line.end].strip()]
    cut = [list(_stretches(line)) for line in lines]
    names = _Names(stretch for stretches in cut for stretch in stretches)
    for line, stretches in zip(lines, cut, strict=True):
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
        words = "".join(_marked(text, x, line.stances, names, numbers) for x in stretches)
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
        f'<li id="who-{statement.id}"><b>{number}</b> <a id="by-{statement.id}" href="#{statement.id}" '
        f'data-actor="{actor}">{who}</a><small>{safe(kind)}{unsure}; found by {rule}</small></li>'
    )


def _holds(position: Position) -> str:
    who = safe(position.holder_name or "unnamed")
    stance = safe(position.stance.replace("_", " "))
    actor = safe(position.holder or position.id)
    return (
        f'<li class="position" id="who-{position.id}"><a href="#{position.id}" data-actor="{actor}">{who}</a>'
        f": {stance}<small>stance; found by {safe(position.rule)}</small></li>"
    )


def _stretches(line: _Line) -> Iterator[_Stretch]:
    """Cut a line at every edge of a passage or of debris, so that overlapping passages nest properly."""
    cuts = (*line.passages, *line.dropped)
    inner = {edge for item in cuts for edge in item[:2] if line.start < edge < line.end}
    waiting = deque(sorted(line.passages, key=lambda x: x[0]))
    running: list[Passage] = []
    for low, high in pairwise(sorted({line.start, line.end, *inner})):
        while waiting and waiting[0][0] <= low:
            running.append(waiting.popleft())
        running = [x for x in running if x[1] > low]
        gone = next((d for d in line.dropped if d[0] <= low < d[1]), None)
        yield _Stretch(low, high, tuple(running), gone)


def _marked(
    text: str,
    stretch: _Stretch,
    stances: Sequence[Stance],
    names: _Names,
    numbers: dict[str, int],
) -> str:
    words = "".join(_stances(text, stretch.start, stretch.end, stances))
    if stretch.gone is not None:
        kind = escape(stretch.gone[2].replace("_", " "))
        tag = f' <span class="tag">{kind}</span>' if stretch.gone[1] == stretch.end else ""
        return f'<span class="dropped"><s>{words}</s>{tag}</span>'
    for statement in stretch.passes():
        words = _mark(words, statement, names, numbers[statement.id])
    return words


def _stances(text: str, start: int, end: int, stances: Sequence[Stance]) -> Iterator[str]:
    """Yield the words of a stretch with the triggers of stances underlined."""
    here = sorted((x for x in stances if x[0] < end and start < x[1]), key=lambda x: x[0])
    inner = {edge for item in here for edge in item[:2] if start < edge < end}
    for low, high in pairwise(sorted({start, end, *inner})):
        running = [x for x in here if x[0] <= low < x[1]]
        words = escape(text[low:high])
        yield _stance(words, low, running) if running else words


def _stance(words: str, start: int, stances: Sequence[Stance]) -> str:
    """Underline a trigger; several positions on the same words each get their place."""
    position = stances[0][2]
    label = safe(f"{position.holder_name or 'unnamed'}: {position.stance.replace('_', ' ')}")
    ids = [p.id for at, _, p in stances if at == start]
    anchor = f' id="{ids[0]}" tabindex="-1"' if ids else ""
    for other in ids[1:]:
        words = f'<span id="{other}" tabindex="-1">{words}</span>'
    return f'<span class="stance"{anchor} title="{label}">{words}</span>'


def _mark(words: str, statement: Statement, names: _Names, number: int) -> str:
    """Mark a piece of a passage; the first links to the speaker.

    A screen reader hears the words of the link as they stand, then who says them and what else of the
    passage follows.
    """
    name, others = names.next(statement)
    style = statement.category if statement.category == "nested" else statement.kind
    actor = safe(statement.speaker or statement.id)
    if name != statement.id:
        return f'<mark class="{style}" id="{name}" data-actor="{actor}">{words}</mark>'
    if "<a " not in words:
        told = " ".join((f"by-{statement.id}", *others))
        words = f'<a href="#who-{statement.id}" aria-describedby="{told}">{words}</a>'
    return (
        f'<mark class="{style}" id="{statement.id}" data-first data-n="{number}" '
        f'data-actor="{actor}">{words}</mark>'
    )
