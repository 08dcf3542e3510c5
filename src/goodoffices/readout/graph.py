"""The graph of states as SVG: moves by mover, improvements, equilibria, the status quo, joint moves.

Colours are those of Okabe and Ito, which people with any common kind of colour vision tell apart; each
mover also has a dash pattern of its own, so that the drawing reads in grey.
"""

from __future__ import annotations

import html
import textwrap
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Literal

from goodoffices.readout.layout import Metrics, arrow
from goodoffices.readout.plain import harmless
from goodoffices.readout.view import Move, View, view_of
from goodoffices.readout.words import by_strength, concept_words
from goodoffices.stability import Analysis
from goodoffices.stability.joint import JointImprovement
from goodoffices.stability.sentences import joined, state_words

__all__ = ["DASHES", "PALETTE", "Drawing", "runs", "stylesheet", "svg"]

PALETTE = ("#0072b2", "#d55e00", "#009e73", "#a8518a", "#b07800", "#3a94c8", "#6b6b6b")
"""Okabe and Ito's hues, the three pale ones darkened until lines of them stand out on white."""

PALETTE_DARK = ("#56a8e0", "#f08a4b", "#3cc79b", "#dd9cc0", "#e8b13c", "#8fd0f5", "#b9b9b9")
"""The same hues for a dark page."""

DASHES = ("", "9 3", "3 3", "11 3 3 3", "1.5 3.5", "14 4", "6 2 1.5 2")
"""Dash pattern of each mover, in the order of `PALETTE`."""

_FULL = 32  # states up to which each one is labelled with the options taken

Theme = Literal["auto", "light", "dark"]


def escape(text: str) -> str:
    """Make text from a file safe to stand in a drawing."""
    return html.escape(harmless(text))


def stylesheet(theme: Theme = "auto") -> str:
    """Return the CSS of a drawing; ``auto`` follows the reader's light or dark setting."""
    text = (files("goodoffices.readout") / "static" / "graph.css").read_text(encoding="utf-8")

    def movers(colours: tuple[str, ...]) -> str:
        return "".join(f"--m{k}:{colour};" for k, colour in enumerate(colours))

    light = f".go-graph{{{movers(PALETTE)}}}"
    shades = "--paper:#16191d;--ink:#e8e6e1;--soft:#9aa0a8;--line:#4a515a;--hold:#2b3440;"
    dark = f".go-graph{{{movers(PALETTE_DARK)}{shades}}}"
    rules = "".join(
        f".m{k}{{--c:var(--m{k});--d:{dash.replace(' ', ',') or 'none'}}}"
        for k, dash in enumerate(DASHES)
    )
    chosen = {
        "light": light,
        "dark": dark,
        "auto": f"{light}@media screen and (prefers-color-scheme:dark){{{dark}}}",
    }[theme]
    return f"{text}{chosen}{rules}"


def svg(
    analysis: Analysis,
    *,
    theme: Theme = "light",
    improvements_only: bool | None = None,
    prefix: str = "go",
) -> str:
    """Draw the states and moves of an analysis as one SVG that stands by itself.

    Parameters
    ----------
    theme : ``light``, ``dark``, or ``auto`` for the reader's setting.
    improvements_only : leave out moves that improve nobody; by default where there are many states.
    prefix : begins every id in the drawing; give different ones to drawings on one page.

    >>> import goodoffices as go
    >>> svg(go.load("geneva-2014/council").analyse()).startswith("<svg ")
    True
    """
    drawing = Drawing(analysis, view_of(analysis), prefix)
    few = len(drawing.view.numbers) > _FULL if improvements_only is None else improvements_only
    return drawing.standalone(theme, few)


@dataclass(frozen=True, eq=False)
class Drawing:
    """A drawing of a view of an analysis."""

    analysis: Analysis
    view: View
    prefix: str = "go"

    @property
    def labelled(self) -> bool:
        """Tell whether each state carries the options taken; else the margins tell them."""
        return len(self.view.numbers) <= _FULL or bool(self.analysis.conflict.listed_states)

    @cached_property
    def labels(self) -> dict[int, list[str]]:
        """The lines in each box: the options taken, and the concepts where it is an equilibrium."""
        labels = {n: self._plain(n) for n in self.view.numbers}
        for number, held in self.view.holds.items():
            labels[number].append("all five" if len(held) == 5 else " ".join(by_strength(held)))
        return labels

    def _plain(self, number: int) -> list[str]:
        """Break what names a state into lines: the options taken, or where it is listed its id."""
        states = self.analysis.states
        if self.analysis.conflict.listed_states:
            return [states.id(number)]
        return _lines(states.taken(number))

    @cached_property
    def metrics(self) -> Metrics:
        """Sizes that fit the labels."""
        rows, columns = self.view.places.rows, self.view.places.columns
        top = 20.0 + 15.0 * columns.shape[1] + (30 if self.labelled else 26)
        names = [self.analysis.states.option_ids[k] for k in self.view.places.down]
        left = 16.0 + 17.0 * rows.shape[1]
        names_across = [self.analysis.states.option_ids[k] for k in self.view.places.across]
        left = max(left, 14 + 6.2 * max(map(len, names_across), default=0))
        if self.labelled:
            widest = max(len(line) for lines in self.labels.values() for line in lines)
            deepest = max(len(lines) for lines in self.labels.values())
            width = max(116.0, 7.0 * widest + 20)
            height = 14.0 * deepest + 16
            top += 12 * bool(names)
            return Metrics(
                width, height, width + 64, height + 62, left + width / 2 + 22, top + height / 2
            )
        return Metrics(24, 24, 72, 66, left + 40, top + 22)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in drawing units."""
        m, places = self.metrics, self.view.places
        wide = m.left + (len(places.columns) - 1) * m.step_x + m.width / 2 + 36
        high = m.top + (len(places.rows) - 1) * m.step_y + m.height / 2 + 46
        names = [len(self.analysis.states.option_ids[k]) for k in places.down]
        return wide, high + (6.0 * max(names, default=0) * 0.72 + 4)

    def standalone(self, theme: Theme, improvements_only: bool) -> str:
        """Return an SVG with its own styles and key."""
        wide, high = self.size
        key, deep = self._key(high)
        wide = max(wide, 540)
        few = " only-improvements" if improvements_only else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="go-graph{few}" role="img" '
            f'aria-labelledby="{self.prefix}-title" viewBox="0 0 {wide:g} {high + deep:g}" '
            f'width="{wide:g}" height="{high + deep:g}">'
            f'<title id="{self.prefix}-title">{escape(self.title)}</title>'
            f"<style>{stylesheet(theme)}</style>"
            f'<rect class="sheet" width="100%" height="100%"/>{self.body(links=False)}{key}</svg>'
        )

    def inline(self) -> str:
        """Return an SVG for a page that carries the styles; states are links to their sections."""
        wide, high = self.size
        return (
            f'<svg class="go-graph" role="group" aria-label="{escape(self.title)}" '
            f'viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" height="{high:g}">'
            f"{self.body(links=True)}</svg>"
        )

    @property
    def title(self) -> str:
        """What the drawing shows, for who cannot see it."""
        return f"Graph of states of {self.analysis.conflict.title}. {self.view.caption}"

    def body(self, *, links: bool) -> str:
        """Return everything but the frame."""
        first = self.view.status_quo or self.view.numbers[0]
        parts = [self._markers(), self._margins()]
        parts.append(f'<g class="moves" aria-hidden="true">{self._moves()}</g>')
        parts.append(f'<g class="joints" aria-hidden="true">{self._joints()}</g>')
        parts.append('<g class="states">')
        parts += [self._state(number, links, number == first) for number in self.view.numbers]
        parts.append("</g>")
        return "".join(parts)

    def _markers(self) -> str:
        """Return arrow heads: filled for improvements, open for other moves, per mover."""
        heads = [
            f'<marker id="{self.prefix}-{kind}{k}" class="m{k} {kind}" viewBox="0 0 10 10" refX="8" '
            f'refY="5" markerUnits="userSpaceOnUse" markerWidth="{size}" markerHeight="{size}" '
            f'orient="auto"><path d="M1,1 9,5 1,9{close}"/></marker>'
            for k in range(len(PALETTE))
            for kind, size, close in (("up", 10, "z"), ("other", 7, ""))
        ]
        heads.append(
            f'<marker id="{self.prefix}-joint" class="joint" viewBox="0 0 10 10" refX="7" refY="5" '
            'markerUnits="userSpaceOnUse" markerWidth="15" markerHeight="15" orient="auto">'
            '<path d="M1,1 9,5 1,9z"/></marker>'
        )
        return f"<defs>{''.join(heads)}</defs>"

    def _margins(self) -> str:
        """Draw for every option a bar along the columns or rows in which it is taken."""
        ids, m, places = self.analysis.states.option_ids, self.metrics, self.view.places
        parts = []
        half = (m.width if self.labelled else m.step_x - 8) / 2
        for k, position in enumerate(places.across):
            y = 20.0 + 15 * k
            parts.append(
                f'<text class="margin" text-anchor="end" x="{m.left - half - 12:.1f}" '
                f'y="{y + 3.5:.1f}">{escape(ids[position])}</text>'
            )
            for first, last in runs(places.columns[:, k].tolist()):
                x1, x2 = m.centre(first, 0)[0] - half, m.centre(last, 0)[0] + half
                parts.append(f'<path class="bar" d="M{x1:.1f},{y:.1f}H{x2:.1f}"/>')
        low = m.centre(0, len(places.rows) - 1)[1]
        half = (m.height if self.labelled else m.step_y - 8) / 2
        for k, position in enumerate(places.down):
            x = 20.0 + 17 * k
            at = low + half + 12
            parts.append(
                f'<text class="margin" transform="translate({x - 3:.1f},{at:.1f}) rotate(45)">'
                f"{escape(ids[position])}</text>"
            )
            for first, last in runs(places.rows[:, k].tolist()):
                y1, y2 = m.centre(0, first)[1] - half, m.centre(0, last)[1] + half
                parts.append(f'<path class="bar" d="M{x:.1f},{y1:.1f}V{y2:.1f}"/>')
        return f'<g class="margins" aria-hidden="true">{"".join(parts)}</g>'

    def _moves(self) -> str:
        plain = [self._move(move) for move in self.view.moves if move.change <= 0]
        return "".join(plain + [self._move(move) for move in self.view.moves if move.change > 0])

    def _move(self, move: Move) -> str:
        k = move.mover % len(PALETTE)
        kind = "up" if move.change > 0 else "other"
        way = arrow(
            self.metrics, self.view.place(move.source), self.view.place(move.target), move.mover % 3
        )
        return (
            f'<path class="move m{k} {kind}" data-mover="{move.mover}" '
            f'data-ends="{move.source} {move.target}" '
            f'marker-end="url(#{self.prefix}-{kind}{k})" d="{way}"/>'
        )

    def _joints(self) -> str:
        return "".join(self._joint(lane, joint) for lane, joint in enumerate(self.view.joint))

    def _joint(self, lane: int, joint: JointImprovement) -> str:
        source, target = self.view.place(joint.source), self.view.place(joint.target)
        way = arrow(self.metrics, source, target, 2 + lane % 3)
        head = f'marker-end="url(#{self.prefix}-joint)"'
        return f'<path class="joint rail" d="{way}" {head}/><path class="joint core" d="{way}"/>'

    def _state(self, number: int, links: bool, first: bool) -> str:
        (column, row), m = self.view.place(number), self.metrics
        x, y = m.centre(column, row)
        held = by_strength(self.view.holds.get(number, ()))
        classes = ["state"]
        classes += ["holds"] if held else []
        classes += ["nash"] if "Nash" in held else []
        classes += ["sq"] if number == self.view.status_quo else []
        radius = 9 if self.labelled else 12
        box = (
            f'x="{-m.width / 2:g}" y="{-m.height / 2:g}" width="{m.width:g}" height="{m.height:g}"'
        )
        parts = [f'<rect class="box" {box} rx="{radius}"/>']
        if held:
            inner = (
                f'x="{3.5 - m.width / 2:g}" y="{3.5 - m.height / 2:g}" '
                f'width="{m.width - 7:g}" height="{m.height - 7:g}"'
            )
            parts.append(f'<rect class="ring" {inner} rx="{radius - 3}"/>')
        parts += self._words(number, len(held))
        if number == self.view.status_quo:
            parts.append(self._flag())
        inner_marks = f'<g transform="translate({x:g},{y:g})">{"".join(parts)}</g>'
        name = escape(self.name(number))
        if not links:
            return f'<g class="{" ".join(classes)}"><title>{name}</title>{inner_marks}</g>'
        return (
            f'<a class="{" ".join(classes)}" href="#state-{number}" tabindex="{0 if first else -1}" '
            f'data-state="{number}" data-column="{column}" data-row="{row}" aria-label="{name}">'
            f"<title>{name}</title>{inner_marks}</a>"
        )

    def name(self, number: int) -> str:
        """Say what a state is: the options taken, status quo or not, and where it is an equilibrium."""
        told = [state_words(self.analysis.conflict, number)]
        if number == self.view.status_quo:
            told.append("the status quo")
        held = self.view.holds.get(number, ())
        told.append(f"equilibrium under {concept_words(held)}" if held else "no equilibrium")
        return ", ".join(told)

    def _words(self, number: int, held: int) -> list[str]:
        if not self.labelled:
            return [f'<text class="count" y="4">{held}</text>'] if held else []
        lines = self.labels[number]
        start = 4.5 - 7.0 * (len(lines) - 1)
        quiet = " none" if self.analysis.states.id(number) == "-" else ""
        last = len(lines) - 1 if held else len(lines)
        return [
            f'<text class="{"held" if k == last else f"label{quiet}"}" y="{start + 14 * k:g}">'
            f"{escape(line)}</text>"
            for k, line in enumerate(lines)
        ]

    def _flag(self) -> str:
        told, wide = ("status quo", 68) if self.labelled else ("SQ", 20)
        half = self.metrics.width / 2, self.metrics.height / 2
        x, y = (-half[0] - 5, -half[1] - 8) if self.labelled else (-10.0, -22.0)
        return (
            f'<rect class="flag" x="{x:g}" y="{y:g}" width="{wide}" height="14" rx="3"/>'
            f'<text class="flag-text" x="{x + wide / 2:g}" y="{y + 10.5:g}">{told}</text>'
        )

    def _key(self, top: float) -> tuple[str, float]:
        """Draw what the lines mean, for a drawing that stands by itself."""
        rows = []
        for i, dm in enumerate(self.analysis.conflict.decision_makers):
            if dm.options:
                k = i % len(PALETTE)
                rows.append(
                    (f"move m{k} up", f"{self.prefix}-up{k}", f"{dm.label}: an improvement")
                )
        rows.append(
            ("move m6 other", f"{self.prefix}-other6", "thin: a move that is no improvement")
        )
        if self.view.joint:
            members = {joint.members for joint in self.view.joint}
            who = "; ".join(
                joined([self.analysis.conflict.decision_maker(m).label for m in h])
                for h in sorted(members)
            )
            rows.append(("joint rail", f"{self.prefix}-joint", f"joint improvement: {who}"))
        parts = [
            f'<path class="{css}" d="M20,{top + 18 * k + 12:g}h44" marker-end="url(#{marker})"/>'
            f'<text class="key" x="76" y="{top + 18 * k + 16:g}">{escape(text)}</text>'
            for k, (css, marker, text) in enumerate(rows)
        ]
        if self.view.joint:
            at = top + 18 * len(rows) - 6
            parts.append(f'<path class="joint core" d="M20,{at:g}h44"/>')
        note = [self.note, *textwrap.wrap(self.view.caption, 84)]
        at = top + 18 * len(rows) + 16
        parts += [
            f'<text class="key" x="20" y="{at + 16 * k:g}">{escape(line)}</text>'
            for k, line in enumerate(note)
        ]
        return "".join(parts), 18.0 * len(rows) + 16.0 * len(note) + 16

    @property
    def note(self) -> str:
        """What the boxes mean."""
        return "double border: an equilibrium" + (
            ", with the concepts under it"
            if self.labelled
            else ", with the number of concepts in it; bars at the margins: option taken"
        )


def _lines(taken: tuple[str, ...], width: int = 16) -> list[str]:
    """Break the options taken into short lines."""
    if not taken:
        return ["nothing taken"]
    lines = [""]
    for k, id_ in enumerate(taken):
        word = id_ + ("," if k < len(taken) - 1 else "")
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def runs(flags: list[bool]) -> list[tuple[int, int]]:
    """Return first and last position of each run of true flags."""
    found: list[tuple[int, int]] = []
    for k, flag in enumerate(flags):
        if flag and found and found[-1][1] == k - 1:
            found[-1] = (found[-1][0], k)
        elif flag:
            found.append((k, k))
    return found
