"""The conflict: its parts, its feasible states, each decision maker's ranks, and its file."""

from goodoffices.conflict.model import (
    Conflict,
    Constraint,
    DecisionMaker,
    Evidence,
    Option,
    Origin,
    Preferences,
    PreferenceStatement,
    Prioritisation,
    Proposition,
    Ranking,
    Reading,
    State,
    Tier,
)

__all__ = [
    "Conflict",
    "Constraint",
    "DecisionMaker",
    "Evidence",
    "Option",
    "Origin",
    "PreferenceStatement",
    "Preferences",
    "Prioritisation",
    "Proposition",
    "Ranking",
    "Reading",
    "State",
    "Tier",
]
