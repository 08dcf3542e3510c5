"""The actor map as a drawing: who takes part, who speaks for whom, who stands behind whom.

Patrons above, parties and the mediator in the middle, others and the absent below. The same actors always
stand in the same places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from goodoffices.readout.brief.material import Actor
from goodoffices.readout.document.model import clean

__all__ = ["MOST_DRAWN", "Drawn", "drawn"]

MOST_DRAWN = 18
"""Actors drawn; a map of more is no map. The table names all."""

_WIDTH, _GAP, _LINE, _PAD = 168, 26, 16, 10
_ROW_GAP, _ACROSS = 62, 4
_FEW = 4  # members named in a box
_FONT = "font-family=\"system-ui, 'Libertinus Serif', sans-serif\""


@dataclass(frozen=True)
class Drawn:
    """A drawing, what it shows in words, and how many actors it leaves to the table."""

    svg: str
    words: str
    left_out: int


@dataclass(frozen=True)
class _Box:
    actor: Actor
    lines: tuple[tuple[str, str], ...]
    """Text and kind of each line: name, part, member."""
    x: float = 0
    y: float = 0

    @property
    def height(self) -> float:
        return 2 * _PAD + _LINE * len(self.lines)


def drawn(actors: Sequence[Actor]) -> Drawn | None:
    """Draw the actors that belong to no other, with those that do named in their boxes; None for none."""
    ids = {actor.id for actor in actors}
    members: dict[str, list[Actor]] = {}
    for actor in actors:
        for whole in actor.affiliation[:1]:
            if whole in ids and whole != actor.id:
                members.setdefault(whole, []).append(actor)
    inside = {a.id for group in members.values() for a in group} - set(members)
    tops = sorted(
        (a for a in actors if a.id not in inside),
        key=lambda a: (a.part == "", not a.part and not members.get(a.id)),
    )
    shown = tops[:MOST_DRAWN]
    if not shown:
        return None
    backed = _backed(shown)
    rows = _rows(shown, backed)
    boxes, width, height = _placed(rows, members)
    svg = _svg(boxes, backed, width, height)
    return Drawn(svg, _told(shown, members, backed), len(tops) - len(shown))


def _backed(actors: Sequence[Actor]) -> list[tuple[str, str]]:
    """Return who backs whom among the actors drawn."""
    ids = {actor.id for actor in actors}
    return [(b, a.id) for a in actors for b in a.backers if b in ids and b != a.id]


def _rows(actors: Sequence[Actor], backed: Iterable[tuple[str, str]]) -> list[list[Actor]]:
    behind = {backer for backer, _ in backed}
    stood_for = {id_ for _, id_ in backed}
    above, middle, below = [], [], []
    for actor in actors:
        if actor.part == "patron" or (not actor.part and actor.id in behind - stood_for):
            above.append(actor)
        elif actor.part in ("party", "mediator") or (not actor.part and actor.id in stood_for):
            middle.append(actor)
        else:
            below.append(actor)
    mediators = [a for a in middle if a.part == "mediator"]
    parties = [a for a in middle if a.part != "mediator"]
    half = (len(parties) + 1) // 2
    middle = parties[:half] + mediators + parties[half:]
    order = {a.id: k for k, a in enumerate(middle)}
    pairs = list(backed)
    above.sort(
        key=lambda a: min((order[t] for s, t in pairs if s == a.id and t in order), default=99)
    )
    return [part for row in (above, middle, below) for part in _chunks(row)]


def _chunks(row: list[Actor]) -> list[list[Actor]]:
    return [row[k : k + _ACROSS] for k in range(0, len(row), _ACROSS)]


def _box(actor: Actor, members: Sequence[Actor]) -> _Box:
    lines = [(text, "name") for text in wrap(clean(actor.called), 20)[:3]]
    lines += [(actor.part, "part")] if actor.part else []
    for member in members[:_FEW]:
        lines += [
            (wrap(clean(member.called), 26)[0] if member.called.strip() else member.id, "member")
        ]
    if len(members) > _FEW:
        lines.append((f"and {len(members) - _FEW} more", "member"))
    return _Box(actor, tuple(lines))


def _placed(
    rows: list[list[Actor]], members: dict[str, list[Actor]]
) -> tuple[list[_Box], float, float]:
    widest = max(len(row) for row in rows)
    width = widest * _WIDTH + (widest - 1) * _GAP + 2 * _GAP
    boxes, y, gap = [], float(_GAP), _GAP
    for row in rows:
        made = [_box(actor, members.get(actor.id, ())) for actor in row]
        x = (width - len(row) * _WIDTH - (len(row) - 1) * _GAP) / 2
        for k, box in enumerate(made):
            boxes.append(_Box(box.actor, box.lines, x + k * (_WIDTH + _GAP), y))
        tied = any(actor.part in ("party", "mediator", "patron") for actor in row)
        gap = _ROW_GAP if tied else _GAP  # lines need room only between those who have them
        y += max(box.height for box in made) + gap
    return boxes, width, y - gap + _GAP


def _svg(boxes: list[_Box], backed: list[tuple[str, str]], width: float, height: float) -> str:
    at = {box.actor.id: box for box in boxes}
    lines = "".join(_arrow(at[a], at[b]) for a, b in backed)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="go-map" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}">{lines}{"".join(map(_drawn_box, boxes))}</svg>'
    )


def _arrow(a: _Box, b: _Box) -> str:
    """Draw a line from a backer to whom it backs, with a head at the end."""
    ax, bx = a.x + _WIDTH / 2, b.x + _WIDTH / 2
    if a.y < b.y:
        ay, by, turn = a.y + a.height, b.y, 1
    elif a.y > b.y:
        ay, by, turn = a.y, b.y + b.height, -1
    else:
        side = 1 if a.x < b.x else -1
        ax, bx = a.x + (_WIDTH if side > 0 else 0), b.x + (0 if side > 0 else _WIDTH)
        y = a.y + min(a.height, b.height) / 2
        return (
            f'<path class="line" d="M{ax:g} {y:g}L{bx:g} {y:g}M{bx - 7 * side:g} {y - 4:g}L{bx:g} {y:g}'
            f'L{bx - 7 * side:g} {y + 4:g}" fill="none" stroke="#0b5876" stroke-width="1.6"/>'
        )
    middle = (ay + by) / 2
    return (
        f'<path class="line" d="M{ax:g} {ay:g}C{ax:g} {middle:g} {bx:g} {middle:g} {bx:g} {by:g}'
        f'M{bx - 4:g} {by - 7 * turn:g}L{bx:g} {by:g}L{bx + 4:g} {by - 7 * turn:g}" '
        'fill="none" stroke="#0b5876" stroke-width="1.6"/>'
    )


def _drawn_box(box: _Box) -> str:
    dash = ' stroke-dasharray="5 4"' if box.actor.part == "absent" else ""
    heavy = 2.2 if box.actor.part in ("party", "mediator") else 1.2
    radius = 16 if box.actor.part == "mediator" else 4
    text = "".join(_line(box, k, *line) for k, line in enumerate(box.lines))
    return (
        f'<g><rect class="box" x="{box.x:g}" y="{box.y:g}" width="{_WIDTH}" height="{box.height:g}" '
        f'rx="{radius}" fill="#ffffff" stroke="#1d2126" stroke-width="{heavy}"{dash}/>{text}</g>'
    )


def _line(box: _Box, k: int, text: str, kind: str) -> str:
    style = {
        "name": 'font-size="13" font-weight="600" fill="#1d2126"',
        "part": 'font-size="11" fill="#5b636d"',
        "member": 'font-size="11.5" fill="#1d2126"',
    }[kind]
    y = box.y + _PAD + _LINE * (k + 0.75)
    return (
        f'<text class="{kind}" x="{box.x + _WIDTH / 2:g}" y="{y:g}" text-anchor="middle" '
        f"{_FONT} {style}>{escape(text)}</text>"
    )


def _told(
    actors: Sequence[Actor], members: dict[str, list[Actor]], backed: list[tuple[str, str]]
) -> str:
    """Say in words what the drawing shows."""
    names = {actor.id: actor.called for actor in actors}
    parts = []
    for actor in actors:
        inside = ", ".join(member.called for member in members.get(actor.id, ())[:_FEW])
        part = f", {actor.part}" if actor.part else ""
        parts.append(f"{actor.called}{part}{f' (with {inside})' if inside else ''}")
    behind = "; ".join(f"{names[a]} backs {names[b]}" for a, b in backed)
    return clean(f"Map of actors: {'; '.join(parts)}.{f' {behind}.' if behind else ''}")
