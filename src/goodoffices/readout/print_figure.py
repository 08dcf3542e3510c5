"""The graph of states as a matplotlib figure, for print: PDF and PNG from our own coordinates.

Places, sizes and the course of every line are those of `goodoffices.readout.graph`; matplotlib only puts
them on paper. Every mover has a colour and a dash pattern, improvements are thick with a filled head, so
that the figure reads in grey.
"""

from __future__ import annotations

import io
import math
import re
import textwrap
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from goodoffices.errors import LimitError
from goodoffices.readout.graph import DASHES, PALETTE, Drawing, runs
from goodoffices.readout.layout import arrow
from goodoffices.readout.plain import harmless
from goodoffices.readout.view import view_of
from goodoffices.stability import Analysis
from goodoffices.stability.sentences import joined

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["figure", "picture"]

_UNITS = 96.0  # units of our drawings in an inch
_DOTS = 200  # of a PNG in an inch
_INK, _SOFT, _PAPER, _HOLD = "#1d2126", "#626a74", "#ffffff", "#eef3f8"
_POINT = 72 / _UNITS  # a unit in points
_LINE = 17.0  # units from one line of the key to the next
_WRAP = 6.4  # units a letter of the key takes
_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
_CODES = {"M": (1,), "L": (2,), "Q": (3, 3), "C": (4, 4, 4)}  # of matplotlib.path.Path


def figure(analysis: Analysis, *, improvements_only: bool | None = None) -> Figure:
    """Draw the states and moves of an analysis as a matplotlib ``Figure``.

    Parameters
    ----------
    improvements_only : leave out moves that improve nobody; by default where there are many states.

    Raises
    ------
    LimitError
        where matplotlib is not installed; says how to get it.

    >>> import goodoffices as go
    >>> drawn = figure(go.load("geneva-2014/council").analyse())
    >>> [round(float(side), 1) for side in drawn.get_size_inches()]
    [8.7, 7.5]
    """
    _require()
    from matplotlib.figure import Figure

    drawing = Drawing(analysis, view_of(analysis))
    few = not drawing.labelled if improvements_only is None else improvements_only
    wide, high = drawing.size
    wide = max(wide, 340.0)
    key = list(_key(drawing, few, int((wide - 40) / _WRAP)))
    total = high + _LINE * len(key) + 16
    drawn = Figure(figsize=(wide / _UNITS, total / _UNITS), facecolor=_PAPER)
    axes = drawn.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, wide)
    axes.set_ylim(total, 0)  # as on a page, y goes down
    axes.axis("off")
    _margins(axes, drawing)
    _moves(axes, drawing, few)
    _joints(axes, drawing)
    for number in drawing.view.numbers:
        _state(axes, drawing, number)
    for k, (line, text) in enumerate(key):
        _key_line(axes, line, text, high + _LINE * k + 8)
    return drawn


def picture(
    analysis: Analysis,
    form: Literal["png", "pdf", "svg"],
    *,
    improvements_only: bool | None = None,
) -> bytes:
    """Return `figure` as a file's content; the same analysis gives the same bytes.

    Raises
    ------
    LimitError
        where matplotlib is not installed; says how to get it.

    >>> import goodoffices as go
    >>> picture(go.load("textbook/chicken").analyse(), "pdf")[:5]
    b'%PDF-'
    """
    drawn = figure(analysis, improvements_only=improvements_only)
    import matplotlib

    dated: dict[str, Any] = {"pdf": {"CreationDate": None}, "svg": {"Date": None}, "png": {}}
    title = harmless(analysis.conflict.title)
    written = io.BytesIO()
    settings: dict[Any, Any] = {
        "pdf.fonttype": 42,
        "svg.fonttype": "none",
        "svg.hashsalt": "goodoffices",
    }
    with matplotlib.rc_context(settings), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")  # a letter the font lacks is a box
        drawn.savefig(written, format=form, dpi=_DOTS, metadata={"Title": title, **dated[form]})
    return written.getvalue()


def _require() -> None:
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        raise LimitError(
            "pictures need matplotlib, which is not installed: "
            "pip install 'goodoffices[plot]'; --to svg needs nothing"
        ) from None


def _dash(mover: int) -> Any:
    """Return a mover's dash pattern as matplotlib takes it, in points."""
    lengths = [float(part) * _POINT for part in DASHES[mover % len(DASHES)].split()]
    return (0, lengths) if lengths else "solid"


Points = list[tuple[float, float]]


def _line(axes: Axes, way: str, **style: Any) -> Points:
    """Draw a line given as an SVG path; return its points."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    points: Points = []
    codes: list[int] = []
    for letter, rest in re.findall(r"([MLQC])([^MLQC]*)", way):
        numbers = [float(number) for number in _NUMBERS.findall(rest)]
        points += zip(numbers[::2], numbers[1::2], strict=True)
        codes += _CODES[letter]
    axes.add_patch(PathPatch(Path(points, codes), fill=False, capstyle="butt", **style))
    return points


def _head(axes: Axes, points: Points, size: float, filled: bool, **style: Any) -> None:
    """Draw the head of a line that ends as these points do."""
    from matplotlib.patches import Polygon

    (x1, y1), (x2, y2) = points[-2], points[-1]
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    dx, dy = size * (x2 - x1) / length, size * (y2 - y1) / length
    left = (x2 - dx - dy / 2.2, y2 - dy + dx / 2.2)
    right = (x2 - dx + dy / 2.2, y2 - dy - dx / 2.2)
    colour = style["edgecolor"]
    axes.add_patch(
        Polygon(
            [left, (x2, y2), right],
            closed=filled,
            fill=filled,
            facecolor=colour,
            edgecolor=colour,
            linewidth=min(style["linewidth"], 1.0),
            alpha=style.get("alpha"),
            zorder=style["zorder"],
        )
    )


def _arrow(axes: Axes, way: str, mover: int, improves: bool, **changed: Any) -> None:
    """Draw a move: thick with a filled head where it improves its mover."""
    style = {**_move_style(mover, improves), **changed}
    points = _line(axes, way, **style)
    _head(axes, points, 9.0 if improves else 6.0, improves, **style)


def _move_style(mover: int, improves: bool) -> dict[str, Any]:
    """Return how a move is drawn: thick where it improves its mover."""
    return {
        "edgecolor": PALETTE[mover % len(PALETTE)],
        "linestyle": _dash(mover),
        "linewidth": 1.5 if improves else 0.6,
        "alpha": None if improves else 0.55,
        "zorder": 3 if improves else 2,
    }


def _moves(axes: Axes, drawing: Drawing, few: bool) -> None:
    view = drawing.view
    for move in view.moves:
        if move.change > 0 or not few:
            ends = view.place(move.source), view.place(move.target)
            way = arrow(drawing.metrics, *ends, move.mover % 3)
            _arrow(axes, way, move.mover, move.change > 0)


def _joints(axes: Axes, drawing: Drawing) -> None:
    """Draw joint improvements from the status quo as rails."""
    view = drawing.view
    for lane, joint in enumerate(view.joint):
        ends = view.place(joint.source), view.place(joint.target)
        _rail(axes, arrow(drawing.metrics, *ends, 2 + lane % 3))


def _rail(axes: Axes, way: str) -> None:
    _line(axes, way, edgecolor=_INK, linewidth=3.6, zorder=4)
    points = _line(axes, way, edgecolor=_PAPER, linewidth=1.6, zorder=4.3)
    _head(axes, points, 13.0, filled=True, edgecolor=_INK, linewidth=1.0, zorder=4.6)


def _text(axes: Axes, x: float, y: float, words: str, size: float, **style: Any) -> None:
    """Write words as they stand; size in units."""
    style = {"color": _INK, "ha": "center", "va": "center", "zorder": 7, **style}
    axes.text(x, y, harmless(words), fontsize=size * _POINT, parse_math=False, **style)


def _box(
    axes: Axes, at: tuple[float, float], size: tuple[float, float], radius: float, **style: Any
) -> None:
    from matplotlib.patches import FancyBboxPatch

    (x, y), (wide, high) = at, size
    shape = f"round,pad=0,rounding_size={radius}"
    corner = (x - wide / 2, y - high / 2)
    axes.add_patch(FancyBboxPatch(corner, wide, high, boxstyle=shape, **style))


def _state(axes: Axes, drawing: Drawing, number: int) -> None:
    """Draw a state: a box, double where it is an equilibrium, with what is taken and what holds."""
    view, m = drawing.view, drawing.metrics
    x, y = m.centre(*view.place(number))
    held = view.holds.get(number, ())
    radius = 9.0 if drawing.labelled else 12.0
    edge = (1.8 if "Nash" in held else 1.1) if held else 0.75
    fill, colour = (_HOLD, _INK) if held else (_PAPER, _SOFT)
    size = (m.width, m.height)
    _box(axes, (x, y), size, radius, fc=fill, ec=colour, lw=edge, zorder=5)
    if held:
        inner = (m.width - 7, m.height - 7)
        _box(axes, (x, y), inner, radius - 3, fc="none", ec=_INK, lw=0.75, zorder=6)
    if drawing.labelled:
        _labels(axes, drawing, number, x, y)
    elif held:
        _text(axes, x, y, str(len(held)), 11, weight="bold")
    if number == view.status_quo:
        _flag(axes, drawing, x, y)


def _labels(axes: Axes, drawing: Drawing, number: int, x: float, y: float) -> None:
    lines = drawing.labels[number]
    last = len(lines) - 1 if number in drawing.view.holds else len(lines)
    listed = bool(drawing.analysis.conflict.listed_states)  # then the line is the state's own id
    empty = not listed and not drawing.analysis.states.taken(number)
    for k, line in enumerate(lines):
        at = y + 14.0 * k - 7.0 * (len(lines) - 1)
        if k == last:
            _text(axes, x, at, line, 9.2, weight="bold")
        else:
            style: dict[str, Any] = {"style": "italic", "color": _SOFT} if empty else {}
            _text(axes, x, at, line, 11, **style)


def _flag(axes: Axes, drawing: Drawing, x: float, y: float) -> None:
    m = drawing.metrics
    told, wide = ("status quo", 68.0) if drawing.labelled else ("SQ", 22.0)
    at = (x - m.width / 2 - 5 + wide / 2, y - m.height / 2 - 1) if drawing.labelled else (x, y - 15)
    _box(axes, at, (wide, 14.0), 3.0, fc=_INK, ec="none", zorder=8)
    _text(axes, *at, told, 9.2, color=_PAPER, weight="bold", zorder=9)


def _margins(axes: Axes, drawing: Drawing) -> None:
    """Draw for every option a bar along the columns or rows in which it is taken."""
    ids, m, places = drawing.analysis.states.option_ids, drawing.metrics, drawing.view.places
    half = (m.width if drawing.labelled else m.step_x - 8) / 2
    for k, position in enumerate(places.across):
        y = 20.0 + 15 * k
        _text(axes, m.left - half - 12, y, ids[position], 10, ha="right", color=_SOFT)
        for first, last in runs(places.columns[:, k].tolist()):
            ends = [m.centre(first, 0)[0] - half, m.centre(last, 0)[0] + half]
            axes.plot(ends, [y, y], color=_SOFT, linewidth=3, solid_capstyle="butt")
    low = m.centre(0, len(places.rows) - 1)[1]
    half = (m.height if drawing.labelled else m.step_y - 8) / 2
    for k, position in enumerate(places.down):
        x = 20.0 + 17 * k
        style = {"ha": "left", "va": "top", "rotation": -45, "rotation_mode": "anchor"}
        _text(axes, x - 3, low + half + 8, ids[position], 10, color=_SOFT, **style)
        for first, last in runs(places.rows[:, k].tolist()):
            ends = [m.centre(0, first)[1] - half, m.centre(0, last)[1] + half]
            axes.plot([x, x], ends, color=_SOFT, linewidth=3, solid_capstyle="butt")


_KeyLine = tuple[int | Literal["other", "joint"] | None, str]


def _key(drawing: Drawing, few: bool, letters: int) -> Iterator[_KeyLine]:
    """Yield what the lines mean, and what is shown, wrapped to so many letters."""
    conflict, view = drawing.analysis.conflict, drawing.view
    moving = {move.mover for move in view.moves if move.change > 0 or not few}
    for i in sorted(moving):
        yield i, f"{conflict.decision_makers[i].label}: an improvement"
    if not few:
        yield "other", "thin: a move that is no improvement"
    if view.joint:
        groups = sorted({joint.members for joint in view.joint})
        who = ("; ".join(joined([conflict.decision_maker(m).label for m in g]) for g in groups),)
        yield "joint", f"joint improvement: {who[0]}"
    notes = [drawing.note, view.caption]
    notes += ["Only improvements are drawn."] if few else []
    for note in notes:
        for line in textwrap.wrap(harmless(note), max(letters, 30)):
            yield None, line


def _key_line(axes: Axes, line: int | str | None, text: str, y: float) -> None:
    way = f"M20,{y:g}L64,{y:g}"
    if isinstance(line, int):
        _arrow(axes, way, line, improves=True)
    elif line == "other":
        _arrow(axes, way, 0, improves=False, edgecolor=_SOFT)
    elif line == "joint":
        _rail(axes, way)
    _text(axes, 20 if line is None else 76, y, text, 11, ha="left")
