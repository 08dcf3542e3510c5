"""One-change variants of a conflict: an adjacent swap or a drop of one preference statement."""

from collections.abc import Iterator
from dataclasses import replace

from goodoffices.conflict import Conflict, PreferenceStatement, Prioritisation

Wants = tuple[PreferenceStatement, ...]


def one_change_variants(conflict: Conflict) -> Iterator[tuple[str, Conflict]]:
    """Yield what was changed and the conflict with that one change: 2k - 1 for k statements."""
    for i, dm in enumerate(conflict.decision_makers):
        assert isinstance(dm.preferences, Prioritisation)
        for change, wants in _changed(dm.preferences.statements):
            dms = list(conflict.decision_makers)
            dms[i] = replace(dm, preferences=Prioritisation(wants))
            yield f"{dm.id}: {change}", replace(conflict, decision_makers=tuple(dms))


def _changed(wants: Wants) -> Iterator[tuple[str, Wants]]:
    for k, wanted in enumerate(wants):
        yield f"drop {wanted.statement}", wants[:k] + wants[k + 1 :]
    for k in range(len(wants) - 1):
        first, second = wants[k : k + 2]
        text = f"swap {first.statement} / {second.statement}"
        yield text, (*wants[:k], second, first, *wants[k + 2 :])
