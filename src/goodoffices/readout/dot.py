"""The graph of states in Graphviz's language, with our own coordinates: ``neato -n`` draws it as we do."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.readout.graph import PALETTE, Drawing
from goodoffices.readout.plain import harmless
from goodoffices.readout.view import Move, view_of
from goodoffices.stability import Analysis

__all__ = ["quoted", "to_dot"]

_STYLES = ("solid", "dashed", "dotted")
_POINTS = 0.75  # points of print for a unit of our drawings


def to_dot(analysis: Analysis, *, improvements_only: bool | None = None) -> Iterator[str]:
    r"""Write the graph of states as DOT, line by line; no Graphviz is needed to write it.

    What is left out of a large drawing is left out here, and a remark says so. Positions are those of
    our own drawings: ``neato -n2 -Tpdf`` keeps them, ``dot`` works out its own.

    Parameters
    ----------
    improvements_only : leave out moves that improve nobody; by default where there are many states.

    >>> import goodoffices as go
    >>> next(to_dot(go.load("textbook/chicken").analyse()))
    'digraph "Chicken" {\n'
    """
    view = view_of(analysis)
    drawing = Drawing(analysis, view)
    few = not drawing.labelled if improvements_only is None else improvements_only
    yield f"digraph {quoted(analysis.conflict.title)} {{\n"
    yield f"  // {_remark(view.caption)}\n"
    yield '  graph [splines=true, outputorder=edgesfirst, fontname="Helvetica"];\n'
    yield '  node [shape=box, style="rounded", fontname="Helvetica", fontsize=10];\n'
    yield '  edge [fontname="Helvetica", fontsize=8, arrowsize=0.7];\n'
    for number in view.numbers:
        yield _node(drawing, number)
    for move in view.moves:
        if move.change > 0 or not few:
            yield _edge(analysis, move)
    yield "}\n"


def quoted(text: str) -> str:
    r"""Return text as a DOT string: in quotes, with nothing in it that Graphviz takes for its own.

    >>> print(quoted('a "b" \\N'))
    "a \"b\" \\N"
    """
    lines = harmless(text).replace("\\", "\\\\").replace('"', '\\"').split("\n")
    return '"' + "\\n".join(lines) + '"'


def _remark(text: str) -> str:
    return " ".join(harmless(text).split())


def _node(drawing: Drawing, number: int) -> str:
    """Write a state: what is taken, how often it is an equilibrium, where it stands."""
    view = drawing.view
    x, y = drawing.metrics.centre(*view.place(number))
    held = view.holds.get(number, ())
    words = [*drawing.labels[number]]
    if number == view.status_quo:
        words.insert(0, "status quo")
    lines = ["rounded", "bold"] if "Nash" in held else ["rounded"]
    attributes = {
        "label": quoted("\n".join(words)),
        "tooltip": quoted(drawing.name(number)),
        "pos": quoted(f"{x * _POINTS:.1f},{-y * _POINTS:.1f}!"),
        "peripheries": "2" if held else "1",
        "style": quoted(",".join(lines)),
    }
    return f"  s{number} [{_listed(attributes)}];\n"


def _edge(analysis: Analysis, move: Move) -> str:
    dm = analysis.conflict.decision_makers[move.mover]
    improves = move.change > 0
    attributes = {
        "mover": quoted(dm.id),  # not Graphviz's, but kept by it, for whoever reads the file
        "tooltip": quoted(f"{dm.label}: {'an improvement' if improves else 'no improvement'}"),
        "color": quoted(PALETTE[move.mover % len(PALETTE)]),
        "style": _STYLES[move.mover % len(_STYLES)],
        "penwidth": "1.6" if improves else "0.6",
        "arrowhead": "normal" if improves else "open",
    }
    if improves:
        attributes["label"] = quoted(dm.id)
    return f"  s{move.source} -> s{move.target} [{_listed(attributes)}];\n"


def _listed(attributes: dict[str, str]) -> str:
    return ", ".join(f"{key}={value}" for key, value in attributes.items())
