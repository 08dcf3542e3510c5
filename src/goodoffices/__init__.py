"""Good Offices: what would hold in a conflict, and what would have to change.

>>> import goodoffices as go
>>> council = go.load("geneva-2014/council")
>>> council.analyse()
<Analysis of ...: 12 states; equilibria: Nash 1, GMR 7, SMR 5, SEQ 4, SSEQ 3>

Names are imported on first use, so that the command line answers at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from goodoffices._version import __version__

if TYPE_CHECKING:
    from goodoffices.case import Case as Case
    from goodoffices.conflict import Conflict as Conflict
    from goodoffices.errors import GoodOfficesError as GoodOfficesError
    from goodoffices.loading import load as load
    from goodoffices.loading import load_case as load_case
    from goodoffices.stability import Analysis as Analysis
    from goodoffices.stability import analyse as analyse

_HOMES = {
    "Analysis": "goodoffices.stability",
    "Case": "goodoffices.case",
    "Conflict": "goodoffices.conflict",
    "GoodOfficesError": "goodoffices.errors",
    "analyse": "goodoffices.stability",
    "load": "goodoffices.loading",
    "load_case": "goodoffices.loading",
}

_SHOWN = {"Analysis", "Conflict", "analyse", "load"}  # lead to what a notebook shows

__all__ = [
    "Analysis",
    "Case",
    "Conflict",
    "GoodOfficesError",
    "__version__",
    "analyse",
    "load",
    "load_case",
]


def __getattr__(name: str) -> Any:
    """Import a public name where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module 'goodoffices' has no attribute '{name}'")
    if name in _SHOWN:
        import_module("goodoffices.readout.notebook").install()
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
