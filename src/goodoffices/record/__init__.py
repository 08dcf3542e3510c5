"""The record: sources, passages, actors, statements, positions, events, times and figures."""

from goodoffices.record.anchors import Anchor, anchor, reanchor, reanchor_record
from goodoffices.record.check import check_record
from goodoffices.record.jsonform import from_json, to_json
from goodoffices.record.model import (
    PLOVER,
    STANCES,
    STATUSES,
    Actor,
    Event,
    Figure,
    Position,
    Record,
    Source,
    Span,
    Statement,
    Time,
    text_sha256,
)
from goodoffices.record.review import decide, decide_in, waiting
from goodoffices.record.rivals import contested_terms, rival_figures

__all__ = [
    "PLOVER",
    "STANCES",
    "STATUSES",
    "Actor",
    "Anchor",
    "Event",
    "Figure",
    "Position",
    "Record",
    "Source",
    "Span",
    "Statement",
    "Time",
    "anchor",
    "check_record",
    "contested_terms",
    "decide",
    "decide_in",
    "from_json",
    "reanchor",
    "reanchor_record",
    "rival_figures",
    "text_sha256",
    "to_json",
    "waiting",
]
