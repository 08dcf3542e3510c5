"""The talks drawn over time as SVG: the calendar with what was planned, commitments with their status.

Colours are those of the graph of states; every mark also has a shape or a word of its own, so that the
drawings read in grey. A drawing needs nothing from elsewhere.
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources import files
from textwrap import wrap
from typing import TypeAlias

from goodoffices.readout.plain import harmless
from goodoffices.talks.calendar import EVERYTHING, Entry, Kind, Stretch, calendar
from goodoffices.talks.commitments import Commitment, Status, Step, due_at, history
from goodoffices.talks.talks import Talks
from goodoffices.talks.when import first, in_words, last, order

__all__ = ["calendar_svg", "commitments_svg"]

_DAY = datetime.timedelta(days=1)

Scale: TypeAlias = Callable[[datetime.date], float]
"""From a day to how far right it stands."""


def _text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    marks = f' class="{kind}"' if kind else ""
    end = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}"{marks}{end}>{html.escape(harmless(words))}</text>'


def _page(width: float, height: float, title: str, parts: Iterable[str]) -> str:
    name = html.escape(harmless(title))
    style = (files("goodoffices.readout") / "static" / "timeline.css").read_text(encoding="utf-8")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="go-time" role="img" aria-label="{name}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}">'
        f"<title>{name}</title><style>{style}</style>"
        f'<rect class="sheet" width="{width:.0f}" height="{height:.0f}"/>{"".join(parts)}</svg>'
    )


_KINDS: dict[Kind, tuple[str, str]] = {
    "round": ("Rounds", "#626a74"),
    "meeting": ("Meetings", "#0072b2"),
    "agenda": ("Agenda", "#009e73"),
    "question": ("Questions", "#3a94c8"),
    "text": ("Texts", "#a8518a"),
    "vote": ("Votes", "#d55e00"),
    "deadline": ("Deadlines", "#b02a1c"),
    "commitment": ("Commitments", "#b07800"),
    "event": ("Events", "#6b6b6b"),
}
_ROW = 17.0
_LEFT = 110.0
_WORDS = 54  # letters of an entry's words


def calendar_svg(talks: Talks, what: Stretch = EVERYTHING) -> str:
    """Draw the calendar: a line of time, one row an entry, hollow for what lies ahead.

    Days for which something was first set, and then moved, are dashed. ``what`` is the part to draw.
    """
    entries = calendar(talks, talks.day, what)
    if not entries:
        return _page(
            420, 60, "Calendar", [_text(16, 34, "Nothing is dated in this stretch of time.")]
        )
    low = what.start or min(first(it.when) for it in entries)
    high = what.end or max(last(it.when) for it in entries)
    return _drawn(talks, entries, low, max(high, low + _DAY))


def _drawn(talks: Talks, entries: Sequence[Entry], low: datetime.date, high: datetime.date) -> str:
    span = (high - low).days + 1
    broad = min(max(span * 22.0, 420.0), 760.0)
    width = _LEFT + broad + 430

    def x(day: datetime.date) -> float:
        return _LEFT + broad * min(max((day - low).days, 0), span) / span

    parts: list[str] = []
    y = 54.0
    rows: list[str] = []
    for kind, (label, colour) in _KINDS.items():
        group = [it for it in entries if it.kind == kind]
        if not group:
            continue
        rows.append(_text(12, y + 4, label, "head"))
        for it in sorted(group, key=lambda entry: order(entry.when)):
            rows += _entry(it, colour, y, x, broad, talks.day)
            y += _ROW
        rows.append(
            f'<line class="line" x1="12" y1="{y - 4:.1f}" x2="{width - 12:.1f}" y2="{y - 4:.1f}"/>'
        )
        y += 8
    parts += _ticks(low, high, x, y - 8)
    if talks.day is not None and low <= talks.day <= high:
        at = x(talks.day + _DAY)
        parts.append(f'<line class="now" x1="{at:.1f}" y1="34" x2="{at:.1f}" y2="{y - 8:.1f}"/>')
        parts.append(_text(at, y + 8, f"as of {in_words(talks.day.isoformat())}", "soft", "middle"))
    key = "filled: happened; hollow: lies ahead; dashed: a day it was first set for"
    parts.append(_text(12, y + 26, key, "soft"))
    return _page(width, y + 40, "Calendar of the talks", [*parts, *rows])


def _entry(
    it: Entry, colour: str, y: float, x: Scale, broad: float, day: datetime.date | None
) -> Iterator[str]:
    a, b = x(first(it.when)), x(last(it.when) + _DAY)
    wide = max(b - a - 2, 5.0)
    for was in it.superseded:
        c, d = x(first(was)), x(last(was) + _DAY)
        wide_was, top = max(d - c - 2, 5), y - 5
        yield f'<rect class="was" x="{c:.1f}" y="{top:.1f}" width="{wide_was:.1f}" height="10" rx="2"/>'
        arc = f"M{c + 3:.1f},{y - 6:.1f} Q{(a + c) / 2:.1f},{y - 15:.1f} {a + 3:.1f},{y - 6:.1f}"
        yield f'<path class="moved" d="{arc}"/>'
    title = (
        f"<title>{html.escape(harmless(f'{in_words(it.when)}: {it.text}. {it.became}'))}</title>"
    )
    box = f'y="{y - 5:.1f}" height="10" rx="2"'
    outline = f'fill="none" stroke="{colour}" stroke-width="1.4"'
    yield f'<rect x="{a:.1f}" width="{wide:.1f}" {box} {outline}>{title}</rect>'
    done = wide if day is None else min(wide, x(day + _DAY) - a - 1)
    if not it.ahead and done > 0:
        yield f'<rect x="{a:.1f}" width="{done:.1f}" {box} fill="{colour}">{title}</rect>'
    words = wrap(it.text, _WORDS)
    shown = words[0] + (" …" if len(words) > 1 else "") if words else ""
    yield _text(_LEFT + broad + 10, y + 4, f"{_short(it.when)}  {shown}")


def _short(when: str) -> str:
    day = first(when)
    return f"{day.day:>2} {day:%b}" if len(when) >= 10 else when


def _ticks(low: datetime.date, high: datetime.date, x: Scale, bottom: float) -> Iterator[str]:
    span = (high - low).days + 1
    step = 1 if span <= 20 else 7 if span <= 120 else 31
    day = low
    while day <= high:
        at = x(day)
        yield f'<line class="line" x1="{at:.1f}" y1="34" x2="{at:.1f}" y2="{bottom:.1f}"/>'
        label = f"{day.day} {day:%b}" if step < 31 else f"{day:%b %Y}"
        yield _text(at + 2, 28, label, "soft")
        day = day + step * _DAY if step < 31 else _next_month(day)


def _next_month(day: datetime.date) -> datetime.date:
    return datetime.date(day.year + day.month // 12, day.month % 12 + 1, 1)


_STATUS: dict[Status, tuple[str, str, str]] = {
    3: ("#00694e", "3", "on"),
    2: ("#5fae93", "2", "dark"),
    1: ("#f0c75e", "1", "dark"),
    0: ("#b02a1c", "0", "on"),
    "contested": ("url(#contested)", "contested", "dark"),
    "unknown": ("#e4e7ea", "unknown", "dark"),
}
_CONTESTED = (
    '<defs><pattern id="contested" width="8" height="8" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="8" height="8" fill="#f6d9c2"/>'
    '<rect width="4" height="8" fill="#e9a877"/></pattern></defs>'
)


def commitments_svg(
    talks: Talks, start: datetime.date | None = None, end: datetime.date | None = None
) -> str:
    """Draw each commitment as a band over time, with its status from observation to observation.

    Nothing is drawn between the last observation and the end but the status that stands; before the first
    it is unknown.
    """
    file = talks.commitments
    bands = list(file.commitments.values()) if file else []
    dated = [first(step.when) for it in bands for step in history(it, talks.day)]
    dated += [first(it.due) for it in bands if it.due]
    if not dated:
        return _page(420, 60, "Commitments", [_text(16, 34, "Nothing was observed yet.")])
    low = start or min(dated)
    high = end or (talks.day if talks.day and talks.day > low else max(dated))
    span = (high - low).days + 1
    left, broad = 300.0, min(max(span * 26.0, 380.0), 860.0)

    def x(day: datetime.date) -> float:
        return left + broad * min(max((day - low).days, 0), span) / span

    parts = [_CONTESTED]
    bottom = 44.0 + 34 * len(bands)
    parts += _ticks(low, high, x, bottom)
    for k, it in enumerate(bands):
        parts += _band(talks, it, 48.0 + 34 * k, low, high, x)
    key = "3 full, 2 intermediate, 1 minimum, 0 not implemented (Peace Accords Matrix scale)"
    key += "; striped: contested; grey: unknown; pale: as last observed"
    parts.append(_text(12, bottom + 24, key, "soft"))
    parts.append(_text(12, bottom + 40, "bar under a band: when it was due", "soft"))
    return _page(left + broad + 24, bottom + 54, "Commitments over time", parts)


def _spells(
    steps: Sequence[Step], low: datetime.date, high: datetime.date
) -> Iterator[tuple[datetime.date, datetime.date, Status, bool]]:
    """Yield each status with its first day and the day after its last; the last known one is faded."""
    changes: list[tuple[datetime.date, Status]] = [(low, "unknown")]
    for step in steps:
        if step.status != changes[-1][1]:
            changes.append((max(first(step.when), low), step.status))
    seen = max((last(step.when) for step in steps), default=low) + _DAY
    ends = [*(begin for begin, _ in changes[1:]), seen if steps else high + _DAY]
    for (begin, status), end in zip(changes, ends, strict=True):
        if begin < end:
            yield begin, min(end, high + _DAY), status, False
    if steps and seen <= high:
        yield seen, high + _DAY, changes[-1][1], True


def _band(
    talks: Talks, it: Commitment, y: float, low: datetime.date, high: datetime.date, x: Scale
) -> Iterator[str]:
    name = wrap(it.name, 44)
    yield _text(12, y + 13, name[0] + (" …" if len(name) > 1 else ""))
    for begin, end, status, faded in _spells(history(it, talks.day), low, high):
        fill, label, ink = _STATUS[status]
        a, b = x(begin), x(end)
        pale = ' opacity=".4"' if faded else ""
        told = f"{it.name}: {label}{' (last known)' if faded else ''} from {begin.isoformat()}"
        yield (
            f'<rect class="cell" x="{a:.1f}" y="{y:.1f}" width="{b - a:.1f}" height="20" fill="{fill}"'
            f"{pale}><title>{html.escape(harmless(told))}</title></rect>"
        )
        if b - a > 7.0 * len(label) and not faded:
            yield _text((a + b) / 2, y + 14, label, ink)
    due = due_at(it, talks.day)
    if due:
        a, b = x(first(due)), x(last(due) + _DAY)
        at = f'x1="{a:.1f}" y1="{y + 24:.1f}" x2="{b:.1f}" y2="{y + 24:.1f}"'
        yield f'<line {at} stroke="#626a74" stroke-width="3"/>'
