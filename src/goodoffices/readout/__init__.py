"""Readouts: what people are shown of an analysis, in words, drawings, reports and notebooks.

`goodoffices.readout.words` says the answer in plain sentences, `goodoffices.readout.graph` draws the
states, `goodoffices.readout.report` puts both and everything they rest on into one HTML file. The other
functions give an analysis to other programs: networkx, GraphML, Graphviz, LaTeX, matplotlib.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goodoffices.readout.dot import to_dot as to_dot
    from goodoffices.readout.graph import svg as svg
    from goodoffices.readout.latex import to_latex as to_latex
    from goodoffices.readout.network import to_graphml as to_graphml
    from goodoffices.readout.network import to_networkx as to_networkx
    from goodoffices.readout.print_figure import figure as figure
    from goodoffices.readout.print_figure import picture as picture
    from goodoffices.readout.print_svg import to_svg as to_svg
    from goodoffices.readout.report import render_report as render_report
    from goodoffices.readout.report import write_report as write_report
    from goodoffices.readout.tables import to_csv as to_csv
    from goodoffices.readout.tables import to_markdown as to_markdown
    from goodoffices.readout.words import answer_in_words as answer_in_words

_HOMES = {
    "answer_in_words": "goodoffices.readout.words",
    "figure": "goodoffices.readout.print_figure",
    "picture": "goodoffices.readout.print_figure",
    "render_report": "goodoffices.readout.report",
    "svg": "goodoffices.readout.graph",
    "to_csv": "goodoffices.readout.tables",
    "to_dot": "goodoffices.readout.dot",
    "to_graphml": "goodoffices.readout.network",
    "to_latex": "goodoffices.readout.latex",
    "to_markdown": "goodoffices.readout.tables",
    "to_networkx": "goodoffices.readout.network",
    "to_svg": "goodoffices.readout.print_svg",
    "write_report": "goodoffices.readout.report",
}

__all__ = [
    "answer_in_words",
    "figure",
    "picture",
    "render_report",
    "svg",
    "to_csv",
    "to_dot",
    "to_graphml",
    "to_latex",
    "to_markdown",
    "to_networkx",
    "to_svg",
    "write_report",
]


def __getattr__(name: str) -> Any:
    """Import a public name where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module 'goodoffices.readout' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
