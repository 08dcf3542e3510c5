"""Coalitions of an analysis: which states hold against them, and what holds under each structure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import UsageError
from goodoffices.stability import Analysis, Progress
from goodoffices.stability.coalitions import (
    COALITION_BIT,
    COALITION_CONCEPTS,
    CoalitionConcept,
    coalition_table,
    named_coalition_concept,
    partitions,
    structure_table,
)
from goodoffices.stability.powers import Members, Powers

__all__ = ["Coalitions", "Structure", "coalitions", "structures"]


@dataclass(frozen=True, eq=False)
class Coalitions:
    """Where each coalition is stable, under the assumptions of the model.

    Attributes
    ----------
    analysis : the analysis asked about.
    table : per coalition (player indices) a uint8 array over states: the bits of the concepts.

    >>> import goodoffices as go
    >>> from goodoffices.mediation import coalitions
    >>> found = coalitions(go.load("geneva-2014/council").analyse())
    >>> [found.analysis.states.id(s) for s in found.equilibria("CSEQ")]
    ['vote', 'vote,access']
    >>> found.is_stable("CNash", ["sponsors", "russia"], "trigger,vote,veto")
    False
    """

    analysis: Analysis
    powers: Powers
    table: dict[Members, NDArray[np.uint8]]

    @cached_property
    def _players(self) -> dict[str, int]:
        return {dm.id: i for i, dm in enumerate(self.analysis.conflict.decision_makers)}

    def ids(self, members: Members) -> tuple[str, ...]:
        """Return the ids of a coalition's members."""
        makers = self.analysis.conflict.decision_makers
        return tuple(makers[i].id for i in members)

    def members(self, ids: Iterable[str]) -> Members:
        """Return a coalition given by ids.

        Raises
        ------
        UsageError
            for an unknown id, or for nobody.
        """
        chosen = list(ids)
        for id_ in chosen:
            self.analysis.conflict.decision_maker(id_)
        if not chosen:
            raise UsageError("a coalition has at least one member; name decision makers")
        return tuple(sorted({self._players[id_] for id_ in chosen}))

    def stable(self, concept: str, ids: Iterable[str]) -> tuple[int, ...]:
        """Return the states stable for a coalition, ascending."""
        return _numbers(self.table[self.members(ids)], named_coalition_concept(concept))

    def is_stable(
        self, concept: str, ids: Iterable[str], state: int | str | Collection[str]
    ) -> bool:
        """Tell whether a state is stable for a coalition."""
        return self.analysis.states.find(state) in self.stable(concept, ids)

    def equilibria(
        self, concept: str, among: Iterable[Iterable[str]] | None = None
    ) -> tuple[int, ...]:
        """Return the states stable for every coalition of a class, ascending.

        Without a class for all non-empty coalitions: universally coalitionally stable.
        """
        chosen = list(self.table) if among is None else [self.members(ids) for ids in among]
        bits = np.bitwise_and.reduce([self.table[h] for h in chosen])
        return _numbers(bits, named_coalition_concept(concept))

    def equilibrium_under(self, state: int | str | Collection[str]) -> tuple[CoalitionConcept, ...]:
        """Return the concepts under which a state is stable for every coalition."""
        number = self.analysis.states.find(state)
        return tuple(c for c in COALITION_CONCEPTS if number in self.equilibria(c))

    def unstable_for(
        self, concept: str, state: int | str | Collection[str]
    ) -> tuple[tuple[str, ...], ...]:
        """Return the minimal coalitions for which a state is not stable; smaller ones first."""
        bit = COALITION_BIT[named_coalition_concept(concept)]
        at = self.analysis.states.find(state) - 1
        found: list[Members] = []
        for members, bits in self.table.items():
            if not bits[at] & bit and not any(set(h) <= set(members) for h in found):
                found.append(members)
        return tuple(map(self.ids, found))

    def improvements(
        self, ids: Iterable[str], state: int | str | Collection[str]
    ) -> tuple[int, ...]:
        """Return the coalition improvements R_H^{++}(s): reached together, preferred by every member."""
        row = self.powers.improvements(self.members(ids))[self.analysis.states.find(state) - 1]
        return tuple((np.flatnonzero(row) + 1).tolist())

    def to_dict(self) -> dict[str, Any]:
        """Return plain data: equilibria against all coalitions, and where each coalition is stable."""
        return {
            "equilibria": {c: list(self.equilibria(c)) for c in COALITION_CONCEPTS},
            "coalitions": [
                {
                    "members": list(self.ids(members)),
                    "stable": {c: list(_numbers(bits, c)) for c in COALITION_CONCEPTS},
                }
                for members, bits in self.table.items()
            ],
        }


@dataclass(frozen=True)
class Structure:
    """What would hold if the blocks of a coalition structure were single players.

    Attributes
    ----------
    blocks : decision maker ids; a member of a block cannot act alone.
    equilibria : per concept (Nash, GMR, SMR, SEQ) the states stable for every block, ascending.
    """

    blocks: tuple[tuple[str, ...], ...]
    equilibria: dict[str, tuple[int, ...]]

    @property
    def words(self) -> str:
        """The structure as people write it: ``{sponsors, russia} {government}``."""
        return " ".join("{" + ", ".join(block) + "}" for block in self.blocks)


def _numbers(bits: NDArray[np.uint8], concept: CoalitionConcept) -> tuple[int, ...]:
    return tuple((np.flatnonzero(bits & COALITION_BIT[concept]) + 1).tolist())


def coalitions(analysis: Analysis, progress: Progress | None = None) -> Coalitions:
    """Work out coalitional stability for every non-empty coalition.

    Definitions: `goodoffices.stability.coalitions` (Kilgour, Hipel, Fang and Peng 2001).

    Raises
    ------
    UsageError
        for an analysis with sanctions of one move, which coalitional concepts do not know.
    LimitError
        where there are too many states and decision makers for matrices.
    """
    if analysis.sanctions != "legal":
        raise UsageError("coalitions are worked out with legal sanctions only")
    powers = Powers(analysis.game)
    return Coalitions(analysis, powers, coalition_table(powers, progress))


def structures(
    analysis: Analysis,
    progress: Progress | None = None,
    *,
    found: Coalitions | None = None,
    blocks: Iterable[Iterable[str]] | None = None,
) -> tuple[Structure, ...]:
    """Work out what would hold under every coalition structure, or one, with blocks as single players.

    Structures with more blocks come first: the first is that of single decision makers.

    Parameters
    ----------
    found : the coalitions of the analysis, where they are at hand.
    blocks : one structure only; who is left out stands alone.

    >>> import goodoffices as go
    >>> every = structures(go.load("geneva-2014/council").analyse())
    >>> len(every), every[-1].words
    (5, '{sponsors, russia, government}')
    """
    base = coalitions(analysis, progress) if found is None else found
    players = list(analysis.game.players)
    chosen = [_completed(base, blocks)] if blocks is not None else list(partitions(players))
    chosen.sort(key=lambda structure: (-len(structure), structure))
    made = []
    for k, structure in enumerate(chosen):
        if progress is not None:
            progress("coalition structures", k / len(chosen))
        table = structure_table(base.powers, base.table, structure)
        bits = np.bitwise_and.reduce(list(table.values()))
        held = {c[1:]: _numbers(bits, c) for c in COALITION_CONCEPTS}
        made.append(Structure(tuple(map(base.ids, structure)), held))
    return tuple(made)


def _completed(base: Coalitions, blocks: Iterable[Iterable[str]]) -> tuple[Members, ...]:
    """Return a structure with whoever is left out as blocks of their own."""
    given = [base.members(ids) for ids in blocks]
    named = [i for block in given for i in block]
    if len(named) != len(set(named)):
        raise UsageError("a decision maker stands in one block of a coalition structure only")
    alone = [(i,) for i in base.analysis.game.players if i not in named]
    return tuple(sorted([*given, *alone]))
