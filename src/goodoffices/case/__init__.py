"""The case: one dispute's sources, record, models and talks in a folder, and the trace that ties them.

Names are imported on first use: opening a case needs none of what works models out.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goodoffices.case.case import Case as Case
    from goodoffices.case.chain import trace_talks as trace_talks
    from goodoffices.case.check import Finding as Finding
    from goodoffices.case.falls import Fall as Fall
    from goodoffices.case.falls import Falls as Falls
    from goodoffices.case.falls import what_falls as what_falls
    from goodoffices.case.forecasts import freeze as freeze
    from goodoffices.case.forecasts import judge as judge
    from goodoffices.case.forecasts import open_forecast as open_forecast
    from goodoffices.case.forecasts import record_outcome as record_outcome
    from goodoffices.case.labels import Sight as Sight
    from goodoffices.case.models import Lost as Lost
    from goodoffices.case.new import copy_case as copy_case
    from goodoffices.case.new import new_case as new_case
    from goodoffices.case.node import Node as Node
    from goodoffices.case.opening import open_case as open_case
    from goodoffices.case.proposals import build as build
    from goodoffices.case.proposals import proposal as proposal
    from goodoffices.case.proposals import write_proposal as write_proposal
    from goodoffices.case.reach import trace_up as trace_up
    from goodoffices.case.readings import readings as readings
    from goodoffices.case.review import Decision as Decision
    from goodoffices.case.review import decide as decide
    from goodoffices.case.shapes import ActorCard as ActorCard
    from goodoffices.case.shapes import CaseCard as CaseCard
    from goodoffices.case.shapes import Item as Item
    from goodoffices.case.shapes import Passage as Passage
    from goodoffices.case.shapes import SourceCard as SourceCard
    from goodoffices.case.shapes import passages_of as passages_of
    from goodoffices.case.trace import trace_item as trace_item
    from goodoffices.case.trace import trace_model as trace_model
    from goodoffices.case.trace import trace_outcome as trace_outcome
    from goodoffices.case.trace import trace_preference as trace_preference
    from goodoffices.case.visible import Scope as Scope

_HOMES = {
    "ActorCard": "shapes",
    "Case": "case",
    "CaseCard": "shapes",
    "Fall": "falls",
    "Falls": "falls",
    "Finding": "check",
    "Item": "shapes",
    "Lost": "models",
    "Node": "node",
    "Passage": "shapes",
    "Scope": "visible",
    "Sight": "labels",
    "SourceCard": "shapes",
    "build": "proposals",
    "copy_case": "new",
    "decide": "review",
    "Decision": "review",
    "freeze": "forecasts",
    "judge": "forecasts",
    "new_case": "new",
    "open_forecast": "forecasts",
    "readings": "readings",
    "record_outcome": "forecasts",
    "proposal": "proposals",
    "write_proposal": "proposals",
    "open_case": "opening",
    "passages_of": "shapes",
    "trace_item": "trace",
    "trace_model": "trace",
    "trace_outcome": "trace",
    "trace_preference": "trace",
    "trace_talks": "chain",
    "trace_up": "reach",
    "what_falls": "falls",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    """Import a public name where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module 'goodoffices.case' has no attribute '{name}'")
    return getattr(import_module(f"goodoffices.case.{_HOMES[name]}"), name)
