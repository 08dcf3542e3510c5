"""What a reading rests on: its preference statements, and how many of them cite evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.conflict import Conflict
from goodoffices.conflict.parts import (
    Preferences,
    PreferenceStatement,
    Prioritisation,
    Tier,
    Weight,
    Weighting,
    is_inference,
)
from goodoffices.readout.english import capital, number_word, number_words

__all__ = ["Support", "parts_of", "support", "wants_words"]


@dataclass(frozen=True)
class Support:
    """How many preference statements (tiers of a ranking, weights) there are, and how many cite evidence."""

    statements: int
    with_evidence: int
    inferred: int = 0
    """Of those with evidence, how many are noted to be inferences from it."""

    @property
    def assumed(self) -> int:
        """Those that rest on nothing but the analyst's judgement."""
        return self.statements - self.with_evidence

    @property
    def sentence(self) -> str:
        """Say it."""
        if not self.statements:
            return "The model holds no preference statement."
        them = "those with evidence" if self.assumed else "them"
        are = "is an inference" if self.inferred == 1 else "are inferences"
        number = capital(number_word(self.inferred))
        inferred = f" {number} of {them} {are} from it." if self.inferred else ""
        return f"{self._counted}{inferred}"

    @property
    def _counted(self) -> str:
        said = number_words(self.statements, "preference statement")
        if not self.assumed:
            return f"The reading rests on {said}, each with evidence."
        if self.assumed == self.statements:
            return f"The reading rests on {said}, none with evidence: all are the analyst's assumptions."
        are = (
            "is the analyst's assumption" if self.assumed == 1 else "are the analyst's assumptions"
        )
        return (
            f"The reading rests on {said}: {number_word(self.with_evidence)} with evidence, "
            f"{number_word(self.assumed)} without, which {are}."
        )


def support(conflict: Conflict) -> Support:
    """Count the preference statements of a conflict, and those with evidence."""
    parts = [part for dm in conflict.decision_makers for part in parts_of(dm.preferences)]
    cited = [part for part in parts if part.because]
    return Support(len(parts), len(cited), sum(is_inference(part.note) for part in cited))


def parts_of(preferences: Preferences) -> Sequence[PreferenceStatement | Tier | Weight]:
    """Return the preference statements, the tiers of a ranking, or the weights."""
    if isinstance(preferences, Prioritisation):
        return preferences.statements
    return preferences.weights if isinstance(preferences, Weighting) else preferences.tiers


def wants_words(preferences: Preferences) -> tuple[str, ...]:
    """Return what a decision maker wants, one line a statement, tier or weight, as they are given.

    A state of a ranking is written by its options, where states are listed by its id.
    """
    if isinstance(preferences, Prioritisation):
        return tuple(str(wanted.statement) for wanted in preferences.statements)
    if isinstance(preferences, Weighting):
        return tuple(f"{weight.id}: {float(weight.value):+g}" for weight in preferences.weights)
    return tuple(
        " ~ ".join("{" + ", ".join(sorted(state)) + "}" for state in tier.states)
        for tier in preferences.tiers
    )
