"""What a report says of an ambiguous clause: a row for each reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from goodoffices.conflict import Conflict
from goodoffices.mediation.ambiguity import Ambiguity, ClauseReading
from goodoffices.stability.sentences import joined, state_words

__all__ = ["clause_section"]

_MOST = 6  # states named in a cell


def clause_section(conflict: Conflict, found: Ambiguity) -> dict[str, Any]:
    """Return the values of the section on one clause and its readings."""
    return {
        "name": found.clause,
        "sentence": found.sentence,
        "concept": found.concept,
        "signatories": joined([conflict.decision_maker(id_).label for id_ in found.signatories]),
        "readings": [_row(conflict, it) for it in found.readings],
    }


def _row(conflict: Conflict, it: ClauseReading) -> dict[str, str]:
    broken = (
        f"{_state(conflict, state)}: {joined([conflict.decision_maker(id_).label for id_ in who])}"
        for state, who in list(it.broken_by.items())[:_MOST]
    )
    return {
        "name": it.name,
        "meaning": it.meaning,
        "signed": _states(conflict, it.signed, "no: in no state"),
        "kept": _states(conflict, it.kept, "no" if it.signed else "—"),
        "broken": "; ".join(broken) or "—",
    }


def _states(conflict: Conflict, ids: Sequence[str], none: str) -> str:
    shown = "; ".join(_state(conflict, id_) for id_ in ids[:_MOST])
    more = f"; {len(ids) - _MOST} more" if len(ids) > _MOST else ""
    return f"yes: {shown}{more}" if ids else none


def _state(conflict: Conflict, id_: str) -> str:
    return state_words(conflict, conflict.states.find(id_))
