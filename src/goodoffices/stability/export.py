"""An analysis as plain data: the interchange object, and a table for pandas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import LimitError
from goodoffices.stability.concepts import BIT
from goodoffices.statements import Name

if TYPE_CHECKING:
    import pandas as pd

    from goodoffices.conflict.listed import AnyStates
    from goodoffices.stability.analysis import Analysis

__all__ = ["frame", "interchange"]


def interchange(analysis: Analysis, *, listed: bool) -> dict[str, Any]:
    """Return the interchange object; lists of states are empty unless ``listed``, counts always given."""
    conflict, dms = analysis.conflict, analysis.conflict.decision_makers
    return {
        "conflict": {
            "title": conflict.title,
            "sha256": conflict.origin.sha256 if conflict.origin else None,
            "reading": conflict.reading.name or None,
        },
        "version": analysis.version,
        "status_quo": _status_quo(analysis),
        "sanctions": analysis.sanctions,
        "decision_makers": [
            {"id": dm.id, "name": dm.label, "options": [option.id for option in dm.options]}
            for dm in dms
        ],
        "options": [
            {"id": option.id, "text": option.text, "owner": dm.id}
            for dm in dms
            for option in dm.options
        ],
        "state_count": analysis.states.count,
        "states": [_state(analysis.states, n) for n in analysis.states] if listed else [],
        "stability": {
            concept: {dm.id: list(analysis.stable(concept, dm.id)) if listed else [] for dm in dms}
            for concept in analysis.concepts
        },
        "equilibria": {
            concept: list(analysis.equilibria(concept)) if listed else []
            for concept in analysis.concepts
        },
        "counts": {
            concept: {
                "equilibria": analysis.count(concept),
                "stable": {dm.id: analysis.count(concept, dm.id) for dm in dms},
            }
            for concept in analysis.concepts
        },
        "complete": listed,
    }


def _status_quo(analysis: Analysis) -> int | None:
    """Return the number of the status quo, where the conflict has one."""
    status_quo = analysis.conflict.status_quo
    return None if status_quo is None else analysis.states.find(status_quo)


def _state(states: AnyStates, number: int) -> dict[str, Any]:
    return {
        "number": number,
        "id": states.id(number),
        "code": states.code(number),
        "yn": states.yn(number),
        "taken": list(states.taken(number)),
    }


def frame(analysis: Analysis) -> pd.DataFrame:
    """Return the table of states; see `Analysis.to_frame`.

    Raises
    ------
    LimitError
        where pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError:
        raise LimitError(
            "frames need pandas, which is not installed: pip install 'goodoffices[frames]'"
        ) from None
    numbers = pd.Index(list(analysis.states), name="state")
    return pd.DataFrame(dict(_columns(analysis)), index=numbers)


def _columns(analysis: Analysis) -> Iterator[tuple[tuple[str, str], NDArray[Any]]]:
    states = analysis.states
    ids = [dm.id for dm in analysis.conflict.decision_makers]
    for option in states.option_ids:
        yield ("option", option), states.holds(Name(option))
    for i, dm_id in enumerate(ids):
        yield ("rank", dm_id), analysis.game.ranks[i][analysis.game.feasible]
    table = analysis.table[:, analysis.game.feasible]
    for concept in analysis.concepts:
        for i, dm_id in enumerate(ids):
            yield (concept, dm_id), (table[i] & BIT[concept]) > 0
        yield (concept, "all"), (np.bitwise_and.reduce(table, axis=0) & BIT[concept]) > 0
