"""Where each part of a conflict stands in its file, as key paths, so that a fault can name its place."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.conflict.model import Conflict
from goodoffices.conflict.parts import Preferences, Prioritisation, Ranking, because_of
from goodoffices.errors import KeyPath
from goodoffices.statements import Name, Statement

__all__ = [
    "known_names",
    "placed_because",
    "placed_preferences",
    "placed_statements",
    "preferences_key",
    "state_names",
]


def known_names(conflict: Conflict) -> list[str]:
    """Return every id a statement can mention: options, derived propositions, listed states."""
    return [
        *(option.id for dm in conflict.decision_makers for option in dm.options),
        *(proposition.id for proposition in conflict.derived),
        *(state.id for state in conflict.listed_states),
    ]


def state_names(conflict: Conflict) -> list[str]:
    """Return the ids of which states are written: options, or where states are listed theirs."""
    if conflict.listed_states:
        return [state.id for state in conflict.listed_states]
    return [option.id for dm in conflict.decision_makers for option in dm.options]


def placed_statements(conflict: Conflict) -> Iterator[tuple[KeyPath, Statement]]:
    """Yield every statement of a conflict with the key path of its place in a file."""
    for proposition in conflict.derived:
        yield ("derived", proposition.id), proposition.statement
    for k, constraint in enumerate(conflict.feasibility):
        yield ("feasibility", k), constraint.rules_out
    for dm in conflict.decision_makers:
        for k, unseen in enumerate(dm.misperceptions):
            yield ("decision_makers", dm.id, "misperceptions", k), unseen
    yield from _forbidden(conflict)
    for path, _, preferences in placed_preferences(conflict):
        if isinstance(preferences, Prioritisation):
            for k, wanted in enumerate(preferences.statements):
                yield (*path, k), wanted.statement
        elif not isinstance(preferences, Ranking):
            for weight in preferences.weights:
                yield (*path, weight.id), Name(weight.id)


def _forbidden(conflict: Conflict) -> Iterator[tuple[KeyPath, Statement]]:
    for k, rule in enumerate(conflict.forbidden_moves):
        for key, statement in (("from", rule.start), ("to", rule.end)):
            if statement is not None:
                yield ("forbidden_moves", k, key), statement


def placed_preferences(conflict: Conflict) -> Iterator[tuple[KeyPath, str, Preferences]]:
    """Yield key path, decision maker and preferences, of the main reading and of its rivals."""
    for dm in conflict.decision_makers:
        yield ("decision_makers", dm.id, preferences_key(dm.preferences)), dm.id, dm.preferences
    for reading in conflict.rival_readings:
        for dm_id, preferences in reading.preferences:
            path = ("rival_readings", reading.name, preferences_key(preferences), dm_id)
            yield path, dm_id, preferences


def preferences_key(preferences: Preferences) -> str:
    """Return the key under which preferences of a kind are written."""
    if isinstance(preferences, Prioritisation):
        return "preferences"
    return "ranking" if isinstance(preferences, Ranking) else "weights"


def placed_because(conflict: Conflict) -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    """Yield the evidence ids of each part that has some, with the key path of the part."""
    for dm in conflict.decision_makers:
        for option in dm.options:
            yield ("decision_makers", dm.id, "options", option.id), option.because
    for path, _, preferences in placed_preferences(conflict):
        keys: list[str | int] = list(range(len(because_of(preferences))))
        if not isinstance(preferences, Prioritisation | Ranking):
            keys = [weight.id for weight in preferences.weights]
        for key, because in zip(keys, because_of(preferences), strict=True):
            yield (*path, key), because
    for k, constraint in enumerate(conflict.feasibility):
        yield ("feasibility", k), constraint.because
    for k, rule in enumerate(conflict.forbidden_moves):
        yield ("forbidden_moves", k), rule.because
