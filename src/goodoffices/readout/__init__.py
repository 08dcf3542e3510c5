"""Readouts: what people are shown of an analysis, in words, drawings, reports and notebooks.

`goodoffices.readout.words` says the answer in plain sentences, `goodoffices.readout.graph` draws the
states, `goodoffices.readout.report` puts both and everything they rest on into one HTML file.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goodoffices.readout.graph import svg as svg
    from goodoffices.readout.report import render_report as render_report
    from goodoffices.readout.report import write_report as write_report
    from goodoffices.readout.words import answer_in_words as answer_in_words

_HOMES = {
    "answer_in_words": "goodoffices.readout.words",
    "render_report": "goodoffices.readout.report",
    "svg": "goodoffices.readout.graph",
    "write_report": "goodoffices.readout.report",
}

__all__ = ["answer_in_words", "render_report", "svg", "write_report"]


def __getattr__(name: str) -> Any:
    """Import a public name where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module 'goodoffices.readout' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
