"""The graph model as arrays: what the engine works on.

All arrays are flat over *cells*, one strategy index per decision maker, the first decision maker's
changing fastest. A decision maker's moves stay within a *coset*: the cells that differ only in their
own strategy. With sizes k_1 … k_n the cosets of decision maker i are the columns of
``array.reshape(B, k_i, A)`` where A = k_1 ⋯ k_{i-1} and B = k_{i+1} ⋯ k_n.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict import Conflict
from goodoffices.conflict.model import DecisionMaker
from goodoffices.conflict.ranks import Ranks, rank_cells
from goodoffices.conflict.states import StateSpace
from goodoffices.errors import UsageError

__all__ = ["Cells", "Game"]

Cells = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Game:
    """A crisp graph model in option form: ranks and moves of every decision maker.

    Attributes
    ----------
    sizes : number of strategies per decision maker.
    ranks : per decision maker an unsigned array over cells; 0 infeasible, larger is preferred. All of one
        type, whose largest value stands for no rank.
    allowed : per decision maker None where every move between their strategies is open, else a bool
        array of shape (k, k) whose entry [x, y] tells whether strategy x can be changed to y. It must
        be transitive, as per-option directions always are.
    """

    sizes: tuple[int, ...]
    ranks: tuple[Ranks, ...]
    allowed: tuple[NDArray[np.bool_] | None, ...]

    @classmethod
    def of(cls, conflict: Conflict) -> Game:
        """Return the graph model of a conflict in option form, forbidden moves left aside."""
        space = conflict.states
        if not isinstance(space, StateSpace):
            raise UsageError("the states are listed one by one; build the game with game_of")
        ranks = [rank_cells(conflict, dm) for dm in conflict.decision_makers]
        widest = max((r.dtype for r in ranks), key=lambda dtype: dtype.itemsize)
        allowed = tuple(
            _allowed(dm, own)
            for dm, own in zip(conflict.decision_makers, space.strategies, strict=True)
        )
        return cls(space.sizes, tuple(r.astype(widest, copy=False) for r in ranks), allowed)

    @property
    def players(self) -> range:
        """Indices of the decision makers."""
        return range(len(self.sizes))

    @cached_property
    def cells(self) -> int:
        """Number of cells, feasible or not."""
        return math.prod(self.sizes)

    @cached_property
    def feasible(self) -> NDArray[np.bool_]:
        """Where a cell is feasible, bool over cells."""
        return self.ranks[0] > 0

    @property
    def infinity(self) -> int:
        """A value above every rank."""
        return int(np.iinfo(self.ranks[0].dtype).max)

    @cached_property
    def strides(self) -> tuple[int, ...]:
        """Per decision maker how far apart in cell number neighbouring strategies stand."""
        return tuple(math.prod(self.sizes[:i]) for i in self.players)

    def moves(self, i: int, cell: int) -> Cells:
        """Return the cells that decision maker ``i`` can move to, ascending: R_i(s)."""
        stride, size = self.strides[i], self.sizes[i]
        own = cell // stride % size
        targets: Cells = cell + (np.arange(size) - own) * stride
        open_ = self.feasible[targets]
        open_[own] = False
        relation = self.allowed[i]
        if relation is not None:
            open_ &= relation[own]
        return np.asarray(targets[open_])

    def expand(self, j: int, front: Cells) -> tuple[Cells, Cells]:
        """Return all moves of ``j`` from the cells of a front: places in the front, and targets."""
        size, stride = self.sizes[j], self.strides[j]
        own = front // stride % size
        targets = front[:, None] + (np.arange(size) - own[:, None]) * stride
        open_ = self.feasible[targets] & (targets != front[:, None])
        relation = self.allowed[j]
        if relation is not None:
            open_ &= relation[own]
        return np.nonzero(open_)[0], targets[open_]

    @property
    def transitive(self) -> tuple[bool, ...]:
        """Moves in option form are transitive, whatever states are infeasible."""
        return (True,) * len(self.sizes)

    def moved(self, cell: int, targets: Cells) -> tuple[NDArray[np.bool_], ...]:
        """Per player which targets differ from a cell in the player's own options."""
        return tuple(
            targets // stride % size != cell // stride % size
            for stride, size in zip(self.strides, self.sizes, strict=True)
        )

    def improvements(self, i: int, cell: int) -> Cells:
        """Return the cells that decision maker ``i`` can move to and strictly prefers: R_i^+(s)."""
        targets = self.moves(i, cell)
        better: Cells = targets[self.ranks[i][targets] > self.ranks[i][cell]]
        return better


def _allowed(dm: DecisionMaker, own: NDArray[np.uint64]) -> NDArray[np.bool_] | None:
    """Return which strategy can be changed to which, or None where all can be."""
    stuck_on = sum(1 << k for k, option in enumerate(dm.options) if option.moves == "only taken")
    stuck_off = sum(
        1 << k for k, option in enumerate(dm.options) if option.moves == "only given up"
    )
    if not stuck_on and not stuck_off:
        return None
    before, after = own[:, None], own[None, :]
    given_up = before & ~after & np.uint64(stuck_on)
    taken = ~before & after & np.uint64(stuck_off)
    return np.asarray((given_up == 0) & (taken == 0))
