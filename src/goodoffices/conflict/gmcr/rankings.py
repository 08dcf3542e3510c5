"""Rankings of a `.gmcr` file: numbers of feasible states, from best to worst."""

from __future__ import annotations

from itertools import islice
from typing import Any

from goodoffices.conflict.gmcr.values import Values, described
from goodoffices.conflict.listed import AnyStates
from goodoffices.conflict.parts import Ranking, Tier
from goodoffices.errors import KeyPath

__all__ = ["ranking"]


def ranking(values: Values, data: dict[str, Any], path: KeyPath, states: AnyStates) -> Ranking:
    """Return the ranking of one decision maker's object; states are written by their numbers."""
    key = next((key for key in ("preferenceRanking", "preferenceVector") if key in data), None)
    if key is None:
        values.blame("rankings are in use, and 'preferenceRanking' is missing", path)
        return Ranking(())
    path = (*path, key)
    tiers, seen = [], set[int]()
    for k, item in enumerate(values.list(data, key, path)):
        given = item if isinstance(item, list) else [item]
        numbers = (_number(values, one, (*path, k), states.count, seen) for one in given)
        tied = tuple(frozenset(states.taken(n)) for n in numbers if n is not None)
        tiers.append(Tier(tied))
    missing = states.count - len(seen)
    if missing and not values.faults:
        first = islice((n for n in range(1, states.count + 1) if n not in seen), 10)
        shown = ", ".join(map(str, first)) + (", …" if missing > 10 else "")
        values.blame(
            f"{missing:,} of the {states.count:,} feasible states are missing: {shown}", path
        )
    return Ranking(tuple(tier for tier in tiers if tier.states))


def _number(values: Values, value: Any, path: KeyPath, count: int, seen: set[int]) -> int | None:
    """Return the number of a feasible state that has not been seen yet."""
    if isinstance(value, bool) or not isinstance(value, int):
        values.blame(f"expected the number of a state, found {described(value)}", path)
    elif not 1 <= value <= count:
        values.blame(f"no state {value}; the feasible states are 1 to {count:,}", path)
    elif value in seen:
        values.blame(f"state {value} stands twice in this ranking; leave one out", path)
    else:
        seen.add(value)
        return value
    return None
