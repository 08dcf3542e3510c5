"""The readout of a case: one content for an audience, to be written as HTML, PDF or Word.

`compose` makes a `goodoffices.readout.document.Document` of `Material`: what an audience may see of a case.
Everything in a readout comes from that material and from nowhere else.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from goodoffices.readout.brief.material import Material

if TYPE_CHECKING:
    from goodoffices.readout.brief.composing import compose as compose
    from goodoffices.readout.brief.gathering import gather as gather

__all__ = ["Material", "compose", "gather"]


_HOMES = {"compose": "composing", "gather": "gathering"}


def __getattr__(name: str) -> Any:
    """Import what gathers and composes when it is asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'goodoffices.readout.brief' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
