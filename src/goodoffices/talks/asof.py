"""What was known on a day: every fact that became known later left out, wherever it stands."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from goodoffices.talks.values import Evidence, Fact, Record, known_on
from goodoffices.talks.when import first, last

__all__ = ["as_of"]

R = TypeVar("R", bound=Record)


def as_of(record: R, evidence: Mapping[str, Evidence], day: datetime.date) -> R:
    """Return a record without what became known after a day.

    A month or a year in which something became known counts once it is over: until then it is not certain.
    A fact became known on the day it gives, or else on the first on which some of its evidence did, or else
    when it was so. Evidence that was not there yet is left out of what rests on other evidence too.
    """
    changes = {
        name: _kept(getattr(record, name), evidence, day)
        for name in type(record).model_fields
        if name != "because"
    }
    if isinstance(record, Fact):
        changes["because"] = tuple(
            id_ for id_ in record.because if id_ not in evidence or _there(evidence[id_], day)
        )
    return record.model_copy(update=changes)


def _kept(value: Any, evidence: Mapping[str, Evidence], day: datetime.date) -> Any:
    if isinstance(value, tuple):
        return tuple(_kept(it, evidence, day) for it in value if _known(it, evidence, day))
    if isinstance(value, dict):
        return {
            key: _kept(it, evidence, day) for key, it in value.items() if _known(it, evidence, day)
        }
    if isinstance(value, Fact) and not _known(value, evidence, day):
        if "event" in type(value).model_fields:  # a clock stays, and has not begun
            return value.model_copy(update={"when": None, "because": ()})
        return None
    return as_of(value, evidence, day) if isinstance(value, Record) else value


def _there(evidence: Evidence, day: datetime.date) -> bool:
    known = evidence.known or evidence.said
    return known is None or last(known) <= day


def _known(value: object, evidence: Mapping[str, Evidence], day: datetime.date) -> bool:
    if isinstance(value, Evidence):
        return _there(value, day)
    if not isinstance(value, Fact) or value.stays:
        return True
    when = getattr(value, "announced", None) or getattr(value, "when", None)
    known = known_on(value, evidence)
    if known is not None:
        return last(known) <= day
    return when is None or first(when) <= day
