"""Where the states stand in a drawing: a grid by what the decision makers do, in Gray-code order.

Some decision makers go along the columns, the others along the rows, so that everybody's moves run
straight along their own direction. Neighbouring columns (rows) differ in one option where that is
possible. The places depend on the options and on feasibility alone: changing a preference moves nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Grid", "Metrics", "arrow", "grid", "layers", "split"]

_ASPECT = 1.3  # columns wished for per row: pages are wider than high
_ENUMERATED = 12  # decision makers up to which every way of sharing out is compared


@dataclass(frozen=True, eq=False)
class Grid:
    """Columns and rows of the states shown.

    Attributes
    ----------
    across, down : option positions that the columns and the rows tell apart.
    columns, rows : bool arrays of shape (places, options of that direction): the options taken there.
    column, row : int arrays, the place of each state.
    """

    across: tuple[int, ...]
    down: tuple[int, ...]
    columns: NDArray[np.bool_]
    rows: NDArray[np.bool_]
    column: NDArray[np.intp]
    row: NDArray[np.intp]


def split(owners: Sequence[int], sizes: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Share out option positions between columns and rows.

    Parameters
    ----------
    owners : for each option position the index of its decision maker.
    sizes : for each decision maker the number of strategies.

    Returns
    -------
    positions across, positions down: whole decision makers, as near to a page's shape as can be; where
    only one can move, half of the options each.

    >>> split((0, 0, 1, 2), (4, 2, 2))
    ((0, 1), (2, 3))
    """
    movers = sorted(set(owners))
    if len(movers) < 2:
        half = (len(owners) + 1) // 2
        return tuple(range(half)), tuple(range(half, len(owners)))
    chosen = _balanced(movers, [math.log(max(sizes[i], 1)) for i in range(len(sizes))])
    across = tuple(k for k, i in enumerate(owners) if i in chosen)
    return across, tuple(k for k in range(len(owners)) if k not in across)


def _balanced(movers: Sequence[int], logs: Sequence[float]) -> frozenset[int]:
    """Choose who goes across; on equal terms the first decision makers do."""
    total = sum(logs[i] for i in movers)

    def off(across: Iterable[int]) -> float:
        wide = sum(logs[i] for i in across)
        return round(abs(wide - (total - wide) - math.log(_ASPECT)), 9)

    if len(movers) > _ENUMERATED:
        return _greedy(movers, logs)
    ways = (w for k in range(1, len(movers)) for w in combinations(movers, k))
    return frozenset(min(ways, key=lambda way: (off(way), way)))


def _greedy(movers: Sequence[int], logs: Sequence[float]) -> frozenset[int]:
    across: set[int] = set()
    wide = high = 0.0
    for i in sorted(movers, key=lambda i: (-logs[i], i)):
        if wide <= high:
            across.add(i)
            wide += logs[i]
        else:
            high += logs[i]
    return frozenset(across)


def grid(
    taken: NDArray[np.bool_], owners: Sequence[int], sizes: Sequence[int], shown: Sequence[int]
) -> Grid:
    """Give each state shown a column and a row.

    Parameters
    ----------
    taken : bool array of shape (states, options).
    shown : rows of ``taken`` to place; columns and rows that none of them uses are left out.
    """
    across, down = split(owners, sizes)
    columns, column = _places(taken[np.asarray(shown, dtype=np.intp)][:, list(across)])
    rows, row = _places(taken[np.asarray(shown, dtype=np.intp)][:, list(down)])
    return Grid(across, down, columns, rows, column, row)


def layers(distances: Sequence[int]) -> Grid:
    """Give each listed state the column of its distance, and the next free row of that column.

    >>> layers([0, 1, 1]).row.tolist()
    [0, 0, 1]
    """
    row = [list(distances[:at]).count(off) for at, off in enumerate(distances)]
    none = np.zeros((max(distances) + 1, 0), dtype=bool)
    below = np.zeros((max(row) + 1, 0), dtype=bool)
    return Grid((), (), none, below, np.array(distances), np.array(row))


def _places(patterns: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """Return the distinct patterns in Gray-code order, and the place of each given one.

    The place of a pattern in Gray-code order is read off by prefix parities from the last option on.
    """
    if not patterns.shape[1]:
        return patterns[:1], np.zeros(len(patterns), dtype=np.intp)
    binary = np.logical_xor.accumulate(patterns[:, ::-1], axis=1)
    order, place = np.unique(binary, axis=0, return_inverse=True)
    before = np.zeros_like(order)
    before[:, 1:] = order[:, :-1]
    return (order ^ before)[:, ::-1], place.reshape(-1)


@dataclass(frozen=True)
class Metrics:
    """Sizes in drawing units: of a state's box, and from one place to the next."""

    width: float
    height: float
    step_x: float
    step_y: float
    left: float
    top: float

    def centre(self, column: int, row: int) -> tuple[float, float]:
        """Return the middle of a place."""
        return self.left + column * self.step_x, self.top + row * self.step_y


Place = tuple[int, int]
_APART = 6.0  # between the two directions of one move
_HEAD = 3.0  # room for an arrow head before the box it points to


def arrow(metrics: Metrics, source: Place, target: Place, lane: int = 0) -> str:
    """Return the SVG path of a move, so that no two moves lie on each other.

    A move to the neighbouring place is straight, the move back beside it. Longer moves along a row bend
    over the boxes between, up on the way right and down on the way left, the longer the higher; along a
    column to the right on the way down and to the left on the way up. ``lane`` shifts a mover's bends a
    little, so that moves of different movers never share a line.
    """
    across, down = target[0] - source[0], target[1] - source[1]
    if across and down:
        return _slanted(metrics, source, target, lane)
    turned = across == 0
    span = down if turned else across
    sign = 1 if span > 0 else -1
    (x1, y1), (x2, y2) = metrics.centre(*source), metrics.centre(*target)
    half, other = metrics.width / 2, metrics.height / 2
    if turned:  # work as if along a row, with x and y changed over
        x1, y1, x2, y2, half, other = y1, x1, y2, x2, other, half
    up = sign if turned else -sign
    if abs(span) == 1:
        side = up * _APART / 2
        points = [(x1 + sign * half, y1 + side), (x2 - sign * (half + _HEAD), y2 + side)]
        return _path(points, turned)
    room = (metrics.step_x if turned else metrics.step_y) - 2 * other
    further = 1 - math.exp(
        (2 - abs(span)) / 3.5
    )  # each longer move a little higher, within the room
    bend = (room * (0.28 + 0.46 * further) + 2.5 * lane) / 0.75
    foot = min(half * 0.75, 6.0 + 5.0 * (abs(span) - 2) + 2.0 * lane)
    edge1, edge2 = y1 + up * other, y2 + up * (other + _HEAD)
    lean = sign * (foot + abs(x2 - x1) * 0.12)
    points = [
        (x1 + sign * foot, edge1),
        (x1 + lean, y1 + up * (other + bend)),
        (x2 - lean, y2 + up * (other + bend)),
        (x2 - sign * foot, edge2),
    ]
    return _path(points, turned)


def _slanted(metrics: Metrics, source: Place, target: Place, lane: int, bow: float = 0.13) -> str:
    """Bend a line between two places of different rows and columns; the way back bends elsewhere."""
    (x1, y1), (x2, y2) = metrics.centre(*source), metrics.centre(*target)
    dx, dy = x2 - x1, y2 - y1
    bent = bow + 0.03 * lane
    mx, my = (x1 + x2) / 2 - dy * bent, (y1 + y2) / 2 + dx * bent
    start = _edge(metrics, (x1, y1), (mx, my), 0.0)
    end = _edge(metrics, (x2, y2), (mx, my), _HEAD)
    return f"M{_n(*start)}Q{_n(mx, my)} {_n(*end)}"


def _edge(
    metrics: Metrics, centre: tuple[float, float], towards: tuple[float, float], gap: float
) -> tuple[float, float]:
    """Return where the line from a box's middle towards a point leaves the box."""
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    reach = min(
        (metrics.width / 2 + gap) / abs(dx) if dx else math.inf,
        (metrics.height / 2 + gap) / abs(dy) if dy else math.inf,
    )
    return centre[0] + dx * reach, centre[1] + dy * reach


def _path(points: Sequence[tuple[float, float]], turned: bool) -> str:
    told = [_n(*(point[::-1] if turned else point)) for point in points]
    return f"M{told[0]}L{told[1]}" if len(told) == 2 else f"M{told[0]}C{' '.join(told[1:])}"


def _n(x: float, y: float) -> str:
    return f"{_short(x)},{_short(y)}"


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
