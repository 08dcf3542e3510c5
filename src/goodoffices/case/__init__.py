"""The case: one dispute's sources, record, models and talks in a folder, and the trace that ties them."""

from goodoffices.case.case import Case, open_case
from goodoffices.case.check import Finding
from goodoffices.case.labels import Sight
from goodoffices.case.new import new_case
from goodoffices.case.shapes import ActorCard, CaseCard, Item, Passage, SourceCard, passages_of
from goodoffices.case.visible import Scope

__all__ = [
    "ActorCard",
    "Case",
    "CaseCard",
    "Finding",
    "Item",
    "Passage",
    "Scope",
    "Sight",
    "SourceCard",
    "new_case",
    "open_case",
    "passages_of",
]
