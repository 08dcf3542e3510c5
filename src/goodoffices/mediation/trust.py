"""Who could break off on the way to a wanted state, and whether that would pay.

On the way to w, breaking off at state x pays decision maker i where i prefers x to w (it would rather
stop there), or can move to some y it prefers to w and the others cannot sanction that: under Nash they
never can; under GMR they can if a legal sequence of theirs leads from y to a state that i does not prefer
to w; under SEQ if each step of it improves its mover; under SMR and SSEQ if i moreover has no reply to
anything preferred to w. At x = w this is the stability of w.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.ranks import Ranks
from goodoffices.stability.concepts import Concept
from goodoffices.stability.game import Cells
from goodoffices.stability.propagate import By
from goodoffices.stability.search import AnyGame, CellStep, search
from goodoffices.stability.values import driven_to, highest_own

__all__ = ["CellTemptation", "Trust", "guaranteed"]


def guaranteed(game: AnyGame, concept: Concept) -> list[Ranks]:
    """Return per player the least rank it is sure to keep after a move to each cell; 0 if infeasible.

    The w_i of `goodoffices.stability.concepts`.
    """
    if concept == "Nash":
        return list(game.ranks)
    values = np.empty((1, len(game.players), game.cells), dtype=game.ranks[0].dtype)
    symmetric = concept in ("SMR", "SSEQ")
    for i in game.players:
        values[0, i] = highest_own(game, i, game.ranks[i]) if symmetric else game.ranks[i]
    values[..., ~game.feasible] = game.infinity
    driven = driven_to(game, values, _by(concept))
    return [np.minimum(own, game.ranks[i]) for i, own in enumerate(driven[0])]


def _by(concept: Concept) -> By:
    return "improvements" if concept in ("SEQ", "SSEQ") else "moves"


@dataclass(frozen=True)
class CellTemptation:
    """A move with which a player would do better than with the wanted state, and what deters it."""

    step: CellStep
    sanction: tuple[CellStep, ...] | None


@dataclass(frozen=True, eq=False)
class Trust:
    """Where, on any way to a wanted cell, somebody could break off.

    Attributes
    ----------
    concept : how far people look ahead.
    wanted : the cell all steps are to lead to.
    """

    game: AnyGame
    concept: Concept
    wanted: int

    def limit(self, i: int) -> int:
        """Return a player's rank of the wanted cell."""
        return int(self.game.ranks[i][self.wanted])

    @cached_property
    def would_stop(self) -> NDArray[np.bool_]:
        """Where each player prefers the cell itself to the wanted one, shape (players, cells)."""
        return np.stack([self.game.ranks[i] > self.limit(i) for i in self.game.players])

    @cached_property
    def exposed(self) -> NDArray[np.bool_]:
        """Cells at which somebody would stop or has a move to something better than the wanted cell."""
        best = [highest_own(self.game, i, self.game.ranks[i]) for i in self.game.players]
        return self._above(best)

    @cached_property
    def missing(self) -> NDArray[np.bool_]:
        """Cells at which breaking off pays somebody: trust is missing there."""
        kept = guaranteed(self.game, self.concept)
        return self._above([highest_own(self.game, i, own) for i, own in enumerate(kept)])

    def _above(self, values: list[Ranks]) -> NDArray[np.bool_]:
        found = self.would_stop.any(axis=0)
        for i, own in enumerate(values):
            found |= own > self.limit(i)
        return np.asarray(found)

    def temptations(self, cell: int) -> list[CellTemptation]:
        """Return every move from a cell that would better its mover against the wanted cell."""
        found: list[CellTemptation] = []
        for i in self.game.players:
            targets = self.game.moves(i, cell)
            better = targets[self.game.ranks[i][targets] > self.limit(i)].tolist()
            found += [CellTemptation((i, cell, end), self._sanction(i, end)) for end in better]
        return found

    def _sanction(self, i: int, cell: int) -> tuple[CellStep, ...] | None:
        if self.concept == "Nash":
            return None
        limit, ranks = self.limit(i), self.game.ranks[i]

        def hurts(cells: Cells) -> NDArray[np.bool_]:
            found = np.asarray(ranks[cells] <= limit)
            if self.concept in ("SMR", "SSEQ"):
                for at in np.flatnonzero(found):
                    replies = self.game.moves(i, int(cells[at]))
                    found[at] = not (ranks[replies] > limit).any()
            return found

        others = [j for j in self.game.players if j != i]
        met = search(self.game, cell, others, _by(self.concept), hurts)
        return None if met.goal is None else met.path_to(met.goal)
