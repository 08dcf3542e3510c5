"""What the mediator's questions share: an analysis, the wanted state, a concept for each decision maker."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.ranks import Ranks
from goodoffices.errors import UsageError
from goodoffices.mediation.changes import Change, Edit, Lift, Order, order_after, statements_of
from goodoffices.mediation.lift import lifted
from goodoffices.mediation.variants import Views, game_with, holding
from goodoffices.stability import CONCEPTS, Analysis, Concept, stability_table
from goodoffices.stability.analysis import StateLike
from goodoffices.stability.arcs import ArcGame
from goodoffices.stability.concepts import BIT, named
from goodoffices.stability.search import AnyGame

__all__ = ["SEQUENTIAL", "Concepts", "Setting", "concept_profile", "stands"]

Concepts = str | Mapping[str, str]
"""One concept for everybody, or each decision maker's own by id."""

SEQUENTIAL: tuple[Concept, ...] = ("SEQ", "SSEQ")
"""The concepts under which one's stability depends on the others' preferences."""


def concept_profile(analysis: Analysis, concepts: Concepts) -> tuple[Concept, ...]:
    """Return each decision maker's concept, in order.

    Raises
    ------
    UsageError
        for an unknown concept or decision maker, or where one is left without a concept.
    """
    makers = [dm.id for dm in analysis.conflict.decision_makers]
    if isinstance(concepts, str):
        concepts = dict.fromkeys(makers, concepts)
    for id_ in concepts:
        analysis.conflict.decision_maker(id_)
    missing = [id_ for id_ in makers if id_ not in concepts]
    if missing:
        raise UsageError(
            f"no concept is given for '{missing[0]}'; name one for each decision maker"
        )
    found = tuple(named(concepts[id_]) for id_ in makers)
    for concept in found:
        if concept not in CONCEPTS:
            raise UsageError(
                f"what would have to change is worked out under {', '.join(CONCEPTS)}, not {concept}"
            )
    return found


def stands(table: NDArray[np.uint8], concepts: tuple[Concept, ...]) -> NDArray[np.bool_]:
    """Return where a cell is stable for each player under that player's own concept.

    ``table`` has shape (..., players, cells); the result (..., cells).
    """
    bits = np.array([BIT[concept] for concept in concepts], dtype=np.uint8)
    return np.asarray(((table & bits[:, None]) > 0).all(axis=-2))


@dataclass(frozen=True, eq=False)
class Setting:
    """An analysis with a concept for each decision maker, and who may change."""

    analysis: Analysis
    concepts: tuple[Concept, ...]
    may_change: tuple[int, ...]

    @classmethod
    def of(
        cls, analysis: Analysis, concepts: Concepts, may_change: Collection[str] | None = None
    ) -> Setting:
        """Return the setting of a question; everybody may change where nobody is named.

        Raises
        ------
        UsageError
            for an unknown name, or for an analysis with sanctions of one move.
        """
        if analysis.sanctions != "legal":
            raise UsageError("what would have to change is worked out with legal sanctions only")
        ids = [dm.id for dm in analysis.conflict.decision_makers]
        for id_ in may_change or ():
            analysis.conflict.decision_maker(id_)
        chosen = ids if may_change is None else [id_ for id_ in ids if id_ in may_change]
        profile = concept_profile(analysis, concepts)
        return cls(analysis, profile, tuple(ids.index(id_) for id_ in chosen))

    @property
    def game(self) -> AnyGame:
        """The graph model as arrays."""
        return self.analysis.game

    @property
    def ids(self) -> tuple[str, ...]:
        """Decision maker ids in order."""
        return tuple(dm.id for dm in self.analysis.conflict.decision_makers)

    @property
    def coupled(self) -> bool:
        """Whether somebody's stability depends on preferences that may change, other than the own ones."""
        return any(
            concept in SEQUENTIAL and any(j != i for j in self.may_change)
            for i, concept in enumerate(self.concepts)
        )

    @property
    def editable(self) -> tuple[int, ...]:
        """Those who may change and have ordered statements."""
        makers = self.analysis.conflict.decision_makers
        return tuple(i for i in self.may_change if statements_of(makers[i]))

    def cell(self, state: StateLike) -> int:
        """Return the cell of a state; where moves are listed, cells are the states in order."""
        states = self.analysis.states
        number = states.find(state)
        return number - 1 if isinstance(self.game, ArcGame) else states.cell(number)

    def numbers(self, cells: NDArray[np.intp]) -> tuple[int, ...]:
        """Return the state numbers of cells."""
        if isinstance(self.game, ArcGame):
            return tuple((cells + 1).tolist())
        return tuple(self.analysis.states.numbers(cells).tolist())

    def number(self, cell: int) -> int:
        """Return the state number of a cell."""
        return self.numbers(np.array([cell]))[0]

    def views(self, i: int) -> Views:
        """Return a decision maker's statements in every state."""
        return Views.of(self.analysis, self.analysis.conflict.decision_makers[i])

    def unstable_for(self, game: AnyGame, cell: int) -> tuple[int, ...]:
        """Return the players for whom a cell is not stable, in a game of the same moves."""
        table = stability_table(game)[:, cell]
        return tuple(i for i, c in enumerate(self.concepts) if not table[i] & BIT[c])

    def equilibria(self, game: AnyGame) -> frozenset[int]:
        """Return the numbers of the states stable for everybody under their own concepts."""
        cells = np.flatnonzero(stands(stability_table(game), self.concepts))
        return frozenset(self.numbers(cells))

    def now(self) -> frozenset[int]:
        """Return the equilibria with preferences as they are."""
        return frozenset(self.numbers(np.flatnonzero(stands(self.analysis.table, self.concepts))))

    def after(self, changes: tuple[Change, ...]) -> AnyGame:
        """Return the game after changes to preferences."""
        ranks: dict[int, Ranks] = {}
        makers = self.analysis.conflict.decision_makers
        for i, id_ in enumerate(self.ids):
            edits = [c for c in changes if isinstance(c, Edit) and c.decision_maker == id_]
            if edits:
                order = order_after(len(statements_of(makers[i])), edits)
                ranks[i] = self.views(i).ranks([order])[0]
            for lift in changes:
                if isinstance(lift, Lift) and lift.decision_maker == id_:
                    own = ranks.get(i, self.game.ranks[i])
                    ranks[i] = lifted(own, self.cell(lift.state), int(own[self.cell(lift.above)]))
        return game_with(self.game, ranks)

    def check_orders(
        self, views: dict[int, Views], profiles: list[dict[int, Order]]
    ) -> NDArray[np.bool_]:
        """Return where everybody is stable under each profile of orders, shape (profiles, cells)."""
        ranks = {i: views[i].ranks([profile[i] for profile in profiles]) for i in views}
        return holding(self.game, ranks, len(profiles), self.concepts)
