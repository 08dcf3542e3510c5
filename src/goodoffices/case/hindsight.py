"""What a model says with knowledge of what came, left out where the case is seen as of a day."""

from __future__ import annotations

import datetime
from dataclasses import replace

from goodoffices.conflict import Conflict
from goodoffices.conflict.parts import (
    Preferences,
    Prioritisation,
    Ranking,
    Weighting,
    is_inference,
)
from goodoffices.talks.when import last

__all__ = ["without_hindsight"]


def without_hindsight(conflict: Conflict, day: datetime.date) -> Conflict:
    """Return a model without remarks that were written after a day, or on a day that is not given.

    What it holds stays, and the readout says that it was written later; what its analyst remarked on it
    knows the outcome. That something is an inference is kept.

    >>> import goodoffices as go
    >>> council = without_hindsight(go.load("geneva-2014/council"), datetime.date(2014, 2, 11))
    >>> council.story, council.reading.note, council.reading.written
    ('', '', '2026-11-23')
    """
    readings = [conflict.reading, *conflict.rival_readings]
    if all(it.written and last(it.written) <= day for it in readings):
        return conflict
    main, *rivals = (
        replace(
            it,
            note="",
            preferences=tuple((dm, _bare(held)) for dm, held in it.preferences),
        )
        for it in readings
    )
    return replace(
        conflict,
        story="",
        reading=main,
        rival_readings=tuple(rivals),
        decision_makers=tuple(
            replace(
                dm,
                note="",
                options=tuple(replace(option, note="") for option in dm.options),
                preferences=_bare(dm.preferences),
            )
            for dm in conflict.decision_makers
        ),
        feasibility=tuple(replace(it, note="") for it in conflict.feasibility),
        forbidden_moves=tuple(replace(it, note="") for it in conflict.forbidden_moves),
    )


def _bare(held: Preferences) -> Preferences:
    """Return preferences without remarks, but for the word that something is an inference."""

    def note(of: str) -> str:
        return "Inference" if is_inference(of) else ""

    if isinstance(held, Prioritisation):
        return Prioritisation(tuple(replace(it, note=note(it.note)) for it in held.statements))
    if isinstance(held, Weighting):
        return Weighting(tuple(replace(it, note=note(it.note)) for it in held.weights))
    return Ranking(tuple(replace(it, note=note(it.note)) for it in held.tiers))
