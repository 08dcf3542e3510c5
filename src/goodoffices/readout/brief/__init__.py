"""The readout of a case: one content for an audience, to be written as HTML, PDF or Word.

`compose` makes a `goodoffices.readout.document.Document` of `Material`: what an audience may see of a case.
Everything in a readout comes from that material and from nowhere else.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from goodoffices.readout.brief.material import Material

if TYPE_CHECKING:
    from goodoffices.readout.brief.compose import compose as compose

__all__ = ["Material", "compose"]


def __getattr__(name: str) -> Any:
    """Import what composes when it is asked for."""
    if name != "compose":
        raise AttributeError(f"module 'goodoffices.readout.brief' has no attribute '{name}'")
    return import_module("goodoffices.readout.brief.compose").compose
