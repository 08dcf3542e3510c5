"""Joint improvements: what several decision makers can do together when none can improve alone.

For a set H of two or more decision makers, none of whom has a unilateral improvement from s, a joint
improvement is a state that H can reach by a legal sequence of its members' moves and that every member
strictly prefers to s (Kilgour, Hipel, Fang and Peng 2001: R_H^{++}(s)); H is minimal for that outcome.
Where both s and the outcome are equilibria under one concept it is an equilibrium jump.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import overload

import numpy as np

from goodoffices.stability.concepts import Concept
from goodoffices.stability.explain import Step
from goodoffices.stability.game import Cells
from goodoffices.stability.search import AnyGame, CellStep, Found, search

__all__ = ["JointImprovement", "JointImprovements"]


@dataclass(frozen=True)
class JointImprovement:
    """A state that some decision makers can reach together and all of them prefer.

    Attributes
    ----------
    members : decision maker ids, a minimal set for this outcome.
    source, target : state numbers.
    path : a shortest legal sequence of the members' moves.
    equilibrium_under : concepts under which the target is an equilibrium.
    jump_under : those under which the source is one too: equilibrium jumps.
    """

    members: tuple[str, ...]
    source: int
    target: int
    path: tuple[Step, ...]
    equilibrium_under: tuple[Concept, ...] = ()
    jump_under: tuple[Concept, ...] = ()


@dataclass(frozen=True)
class JointImprovements(Sequence[JointImprovement]):
    """The joint improvements from one state: smaller coalitions first, then by state number.

    ``total`` counts all; where it is more than the length, the rest was left off as asked.
    """

    source: int
    found: tuple[JointImprovement, ...]
    total: int

    @overload
    def __getitem__(self, index: int) -> JointImprovement: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[JointImprovement, ...]: ...
    def __getitem__(self, index: int | slice) -> JointImprovement | tuple[JointImprovement, ...]:
        return self.found[index]

    def __len__(self) -> int:
        return len(self.found)


CellJoint = tuple[tuple[int, ...], int, tuple[CellStep, ...]]
"""Members, the cell they reach, and how."""


def joint_cells(game: AnyGame, cell: int, most: int | None = None) -> tuple[list[CellJoint], int]:
    """Return the joint improvements from a cell, and how many there are in all."""
    quiet = [i for i in game.players if not len(game.improvements(i, cell))]
    if len(quiet) < 2:
        return [], 0
    reached = np.sort(search(game, cell, quiet).reached)
    searches: dict[tuple[int, ...], Found] = {}
    members = sorted(
        (
            (coalition, target)
            for target in _worth_a_look(game, cell, quiet, reached)
            for coalition in _minimal(game, cell, quiet, target, searches)
        ),
        key=lambda pair: (len(pair[0]), pair),
    )
    shown = members if most is None else members[:most]
    return [(h, t, searches[h].path_to(t)) for h, t in shown], len(members)


def _worth_a_look(game: AnyGame, cell: int, quiet: list[int], reached: Cells) -> Iterator[int]:
    """Yield the cells that everybody prefers whose own options changed: nobody else's matter."""
    good = np.ones(len(reached), dtype=bool)
    gainers = np.zeros(len(reached), dtype=np.int64)
    moved = game.moved(cell, reached)
    for i in quiet:
        gains = game.ranks[i][reached] > game.ranks[i][cell]
        good &= gains | ~moved[i]
        gainers += gains
    yield from map(int, reached[good & (gainers > 1)])


def _minimal(
    game: AnyGame, cell: int, quiet: list[int], target: int, searches: dict[tuple[int, ...], Found]
) -> Iterator[tuple[int, ...]]:
    """Yield the minimal sets of gainers that can reach a cell together.

    Whoever's options end up changed must be in; others only where the way leads through their moves.
    """
    gainers = [i for i in quiet if game.ranks[i][target] > game.ranks[i][cell]]
    moved = game.moved(cell, np.array([target]))
    changed = [i for i in gainers if moved[i][0]]
    spare = [i for i in gainers if i not in changed]
    minimal: list[set[int]] = []
    for extra in range(len(spare) + 1):
        for more in combinations(spare, extra):
            coalition = tuple(sorted((*changed, *more)))
            if len(coalition) < 2 or any(smaller <= set(coalition) for smaller in minimal):
                continue
            if coalition not in searches:
                searches[coalition] = search(game, cell, coalition)
            if searches[coalition].can_reach(np.array([target]))[0]:
                minimal.append(set(coalition))
                yield coalition
        if minimal and minimal[0] == set(changed):
            return
