"""The growth of time over size, drawn: seconds and states on logarithmic axes, a line for each kind."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

__all__ = ["kind", "plot"]

Rows = Mapping[str, Mapping[str, float]]

KINDS = (
    ("10 DMs", "options, ten decision makers"),
    ("one path", "listed moves, one long path"),
    ("listed", "listed moves, at random"),
    ("rankings", "options, arbitrary rankings"),
    ("staircase", "options, the slowest known"),
    ("constrained", "options, infeasible states or one-way options"),
    ("one-way", "options, infeasible states or one-way options"),
    ("both", "options, infeasible states or one-way options"),
)
STYLES = ("o-", "s--", "^:", "D", "P", "v-", "X--")  # no line where rows differ in more than size
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#a8518a", "#333333", "#b07800", "#6b6b6b")


def kind(name: str) -> str:
    """Return which line of the plot a row belongs to.

    >>> kind("20 options, 5 DMs, both"), kind("24 options, 6 DMs")
    ('options, infeasible states or one-way options', 'options, statements')
    """
    return next((words for word, words in KINDS if word in name), "options, statements")


def plot(rows: Rows, path: Path) -> None:
    """Draw rows measured, by kind, with a line of linear growth to compare, into a file.

    Parameters
    ----------
    rows : per name of a row what `benchmarks.__main__.measure` returns.
    path : its ending says the form (.png, .pdf, .svg).
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7.2, 4.8), layout="constrained")
    axes = figure.add_subplot()
    lines: dict[str, list[tuple[float, float]]] = {}
    for name, row in rows.items():
        lines.setdefault(kind(name), []).append((row["states"], row["seconds"]))
    for k, (words, points) in enumerate(sorted(lines.items())):
        states, seconds = zip(*sorted(points), strict=True)
        style, colour = STYLES[k % len(STYLES)], COLOURS[k % len(COLOURS)]
        axes.loglog(states, seconds, style, color=colour, label=words, markersize=5, linewidth=1.3)
    _linear(axes, [point for points in lines.values() for point in points])
    axes.set_xlabel("feasible states")
    axes.set_ylabel("seconds for all five concepts")
    axes.set_title("Growth of time over size; seconds depend on the machine", fontsize=10)
    axes.grid(visible=True, which="major", linewidth=0.4, alpha=0.6)
    axes.legend(fontsize=8, frameon=False)
    figure.savefig(path, dpi=160)


def _linear(axes: Any, points: list[tuple[float, float]]) -> None:
    """Draw what growth in proportion to the states would be, through the fastest point for its size."""
    least = min(seconds / states for states, seconds in points)
    ends = [min(states for states, _ in points), max(states for states, _ in points)]
    axes.loglog(ends, [least * x for x in ends], color="#b0b5bb", linewidth=1, label="linear")
