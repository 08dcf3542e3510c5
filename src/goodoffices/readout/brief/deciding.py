"""What decides between two states for a decision maker: the first thing wanted on which they differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.parts import Prioritisation, Ranking
from goodoffices.stability import Analysis

__all__ = ["Decides", "Deciding"]


@dataclass(frozen=True)
class Decides:
    """A preference statement, or another form of preference, that puts one state above another.

    ``number`` is its place in the order of importance; 0 where the preferences are no ordered statements.
    """

    decision_maker: str
    number: int
    words: str
    because: tuple[str, ...]
    note: str = ""


class Deciding:
    """Finds, for the decision makers of one analysis, what decides between states.

    Of two states the one is preferred that fulfils the first statement on which they differ (option
    prioritisation; Hipel et al. 1997): that statement is what the comparison rests on.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._truth = cache(self._columns)

    def _columns(self, dm_id: str) -> list[NDArray[np.bool_]]:
        conflict = self.analysis.conflict
        held = conflict.decision_maker(dm_id).preferences
        assert isinstance(held, Prioritisation)
        states = self.analysis.states
        return [states.holds(conflict.in_options(it.statement)) for it in held.statements]

    def between(self, dm_id: str, one: int, other: int) -> Decides | None:
        """Return what puts one of two states above the other; None where they tie.

        Parameters
        ----------
        one, other : numbers of states.
        """
        if self.analysis.rank(dm_id, one) == self.analysis.rank(dm_id, other):
            return None
        held = self.analysis.conflict.decision_maker(dm_id).preferences
        if isinstance(held, Ranking):
            because = tuple(dict.fromkeys(id_ for tier in held.tiers for id_ in tier.because))
            return Decides(dm_id, 0, "its ranking of the states", because)
        if not isinstance(held, Prioritisation):
            because = tuple(dict.fromkeys(id_ for it in held.weights for id_ in it.because))
            return Decides(dm_id, 0, "its weights of the options", because)
        for number, column in enumerate(self._truth(dm_id), 1):
            if column[one - 1] != column[other - 1]:
                wanted = held.statements[number - 1]
                text = f"its statement {number}, “{wanted.statement}”"
                return Decides(dm_id, number, text, wanted.because, wanted.note)
        raise AssertionError("two states of different rank fulfil the same statements")
