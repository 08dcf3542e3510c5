"""The graph model with moves listed one by one: states and arcs instead of options.

Arcs need not be transitive, and then a legal sequence, in which nobody moves twice running, reaches less
than plain closure does. So values are kept for each state *and last mover* wherever a decision maker's
graph is not transitive (Fang, Hipel and Kilgour 1993; `docs/explanation/solution-concepts.md`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.ranks import Ranks, smallest_type
from goodoffices.stability.game import Cells, Game

__all__ = ["ArcGame", "Arcs"]

_COMPOSED_AT_ONCE = 1 << 20
_MOST_COMPOSED = (
    1 << 26
)  # above this many pairs of moves a graph counts as not transitive, which is safe


@dataclass(frozen=True, eq=False)
class Arcs:
    """One decision maker's moves: ``ends[starts[s]:starts[s + 1]]`` are those from state s, ascending."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, count: int, sources: NDArray[np.int64], ends: NDArray[np.int64]) -> Arcs:
        """Return arcs given as pairs, in any order; an arc given twice counts once, loops are dropped."""
        keys = np.unique(sources * count + ends)
        keys = keys[keys // count != keys % count]
        starts = np.searchsorted(keys, np.arange(count + 1) * count)
        return cls(starts, keys % count)

    @cached_property
    def count(self) -> int:
        """Number of states."""
        return len(self.starts) - 1

    @cached_property
    def sources(self) -> NDArray[np.int64]:
        """The state each arc leaves."""
        return np.repeat(np.arange(self.count), np.diff(self.starts))

    @cached_property
    def keys(self) -> NDArray[np.int64]:
        """Source and end of each arc in one ascending number."""
        return self.sources * self.count + self.ends

    @cached_property
    def reversed(self) -> Arcs:
        """The same arcs the other way round."""
        return Arcs.of(self.count, self.ends, self.sources)

    def only(self, keep: NDArray[np.bool_]) -> Arcs:
        """Return some of the arcs; ``keep`` has an entry for each."""
        kept = np.concatenate([[0], np.cumsum(keep)])
        return Arcs(kept[self.starts], self.ends[keep])

    def leaving(self, front: Cells) -> tuple[Cells, Cells]:
        """Return the arcs that leave the states of a front: places in the front, and ends."""
        lengths = self.starts[front + 1] - self.starts[front]
        places = np.repeat(np.arange(len(front)), lengths)
        offsets = np.arange(len(places)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return places, self.ends[np.repeat(self.starts[front], lengths) + offsets]

    @cached_property
    def transitive(self) -> bool:
        """Whether two moves in a row are always one move, or lead back."""
        before = np.diff(self.starts)[self.ends]  # moves that can follow each arc
        if before.sum() > _MOST_COMPOSED:
            return False
        ends_of_blocks = np.cumsum(before)
        at = 0
        while at < len(self.ends):
            limit = (ends_of_blocks[at - 1] if at else 0) + _COMPOSED_AT_ONCE
            until = max(at + 1, int(np.searchsorted(ends_of_blocks, limit, side="right")))
            if not self._closed(slice(at, until)):
                return False
            at = until
        return True

    def _closed(self, part: slice) -> bool:
        """Whether each arc of a part followed by any other is an arc, or leads back."""
        middles = self.ends[part]
        lengths = np.diff(self.starts)[middles]
        sources = np.repeat(self.sources[part], lengths)
        _, ends = self.leaving(middles)
        keys = (sources * self.count + ends)[sources != ends]
        places = np.searchsorted(self.keys, keys)
        places[places == len(self.keys)] = 0
        return bool(np.all(self.keys[places] == keys)) if len(keys) else True


@dataclass(frozen=True, eq=False)
class ArcGame:
    """A crisp graph model whose moves are listed: the same questions as `Game`, by arcs.

    Attributes
    ----------
    ranks : per decision maker an unsigned array over states, all of one type; 1 or more, larger is preferred.
    arcs : per decision maker the moves.
    """

    ranks: tuple[Ranks, ...]
    arcs: tuple[Arcs, ...]

    @classmethod
    def of(
        cls,
        ranks: Iterable[Iterable[int]],
        moves: Iterable[Mapping[int, Iterable[int]]],
    ) -> ArcGame:
        """Return a game from plain values: ranks from 1 up, and per player targets by source, from 0.

        >>> game = ArcGame.of([[1, 2], [2, 1]], [{0: [1]}, {1: [0]}])
        >>> game.improvements(0, 0).tolist()
        [1]
        """
        lists = [np.asarray(list(own), dtype=np.int64) for own in ranks]
        kind = smallest_type(int(max(own.max() for own in lists)))
        count = len(lists[0])
        arcs = []
        for own in moves:
            pairs = np.array([(s, t) for s, ends in own.items() for t in ends], dtype=np.int64)
            pairs = pairs.reshape(-1, 2)
            arcs.append(Arcs.of(count, pairs[:, 0], pairs[:, 1]))
        return cls(tuple(own.astype(kind) for own in lists), tuple(arcs))

    @classmethod
    def from_cube(cls, game: Game, forbidden: Mapping[int, NDArray[np.bool_]]) -> ArcGame:
        """Return an option-form game with its feasible cells as states and some moves forbidden.

        ``forbidden[i]`` has an entry for each pair (cell, strategy moved to) of player i, shape (cells, k_i).
        """
        numbers = np.cumsum(game.feasible) - 1
        cells = np.flatnonzero(game.feasible)
        arcs = []
        for i in game.players:
            size, stride = game.sizes[i], game.strides[i]
            own = cells // stride % size
            targets = cells[:, None] + (np.arange(size) - own[:, None]) * stride
            open_ = game.feasible[targets]
            relation = game.allowed[i]
            if relation is not None:
                open_ &= relation[own]
            if i in forbidden:
                open_ &= ~forbidden[i][cells]
            sources, columns = np.nonzero(open_)
            arcs.append(Arcs.of(len(cells), sources, numbers[targets[sources, columns]]))
        return cls(tuple(ranks[cells] for ranks in game.ranks), tuple(arcs))

    @property
    def players(self) -> range:
        """Indices of the decision makers."""
        return range(len(self.ranks))

    @property
    def cells(self) -> int:
        """Number of states: a cell of this game is a state."""
        return len(self.ranks[0])

    @cached_property
    def feasible(self) -> NDArray[np.bool_]:
        """True for every state."""
        return np.ones(self.cells, dtype=bool)

    @property
    def infinity(self) -> int:
        """A value above every rank."""
        return int(np.iinfo(self.ranks[0].dtype).max)

    @cached_property
    def transitive(self) -> tuple[bool, ...]:
        """Per decision maker whether two moves in a row are always one move, or lead back."""
        return tuple(arcs.transitive for arcs in self.arcs)

    @cached_property
    def improving(self) -> tuple[Arcs, ...]:
        """Per decision maker the unilateral improvements."""
        return tuple(
            arcs.only(ranks[arcs.ends] > ranks[arcs.sources])
            for arcs, ranks in zip(self.arcs, self.ranks, strict=True)
        )

    def moves(self, i: int, cell: int) -> Cells:
        """Return the states that decision maker ``i`` can move to, ascending: R_i(s)."""
        arcs = self.arcs[i]
        return arcs.ends[arcs.starts[cell] : arcs.starts[cell + 1]]

    def improvements(self, i: int, cell: int) -> Cells:
        """Return the states that ``i`` can move to and strictly prefers: R_i^+(s)."""
        arcs = self.improving[i]
        return arcs.ends[arcs.starts[cell] : arcs.starts[cell + 1]]

    def moved(self, cell: int, targets: Cells) -> tuple[NDArray[np.bool_], ...]:
        """Per player which targets need a move of theirs; arcs do not tell, so none is known to."""
        del cell
        return tuple(np.zeros(len(targets), dtype=bool) for _ in self.players)

    def expand(self, j: int, front: Cells) -> tuple[Cells, Cells]:
        """Return all moves of ``j`` from the states of a front: places in the front, and targets."""
        return self.arcs[j].leaving(front)

    def highest_own(self, i: int, values: Ranks) -> Ranks:
        """Return the highest value that player ``i`` reaches by one move or by staying."""
        found = values.copy()
        arcs = self.arcs[i]
        if len(arcs.ends):
            rows = np.flatnonzero(np.diff(arcs.starts))
            best = np.maximum.reduceat(values[arcs.ends], arcs.starts[rows])
            found[rows] = np.maximum(found[rows], best)
        return found
