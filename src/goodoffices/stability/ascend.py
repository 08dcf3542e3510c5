"""The same lowest values by ascending search: slower as a rule, but its work is bounded.

Cells are settled in ascending order of value, each once, by searching backwards from the cells that
hold it. A coset is scanned again only when a settled cell of higher rank than before stands in it, so
that the work is at most cells times strategies times levels of rank, whatever the graph looks like;
taking turns (`goodoffices.stability.propagate`) can need a turn for each step of a long path.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.ranks import Ranks
from goodoffices.stability.game import Cells, Game

__all__ = ["MOST_LEVELS", "ascend"]

MOST_LEVELS = 20_000
"""With more distinct values than this, going through them one by one does not pay."""

_AT_ONCE = 1 << 20  # cells scanned in one go


def ascend(game: Game, values: Ranks, i: int, *, improving: bool) -> None:
    """Lower values to the least that the players other than ``i`` can lead to, in place.

    Parameters
    ----------
    values : unsigned array over cells; infeasible cells hold ``game.infinity``.
    improving : whether the others use their improvements only.
    """
    search = _Backwards(game, i, improving)
    for level in np.unique(values[game.feasible]):
        front = np.flatnonzero((values == level) & ~search.settled)
        while front.size:
            search.settled[front] = True
            values[front] = level
            front = search.before(front)


class _Backwards:
    """Who could move into a front, leaving out what is settled already."""

    def __init__(self, game: Game, i: int, improving: bool) -> None:
        self.game = game
        self.improving = improving
        self.others = [j for j in game.players if j != i and game.sizes[j] > 1]
        self.settled = ~game.feasible
        # highest rank from which each coset was scanned; only for moves open in every direction
        self.scanned = {
            j: np.zeros(game.cells // game.sizes[j], dtype=np.int64) for j in self.others
        }

    def before(self, front: Cells) -> Cells:
        """Return the unsettled cells from which one move leads into the front."""
        found = [cells for j in self.others for cells in self._before_by(j, front)]
        return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.intp)

    def _before_by(self, j: int, front: Cells) -> Iterator[Cells]:
        size, stride = self.game.sizes[j], self.game.strides[j]
        high, low = np.divmod(front, stride)
        cosets = high // size * stride + low
        ranks = self.game.ranks[j][front].astype(np.int64)
        if self.game.allowed[j] is None:
            cosets, ranks = self._worth_scanning(j, cosets, ranks)
            own = None
        else:
            own = high % size
        for at in range(0, cosets.size, max(1, _AT_ONCE // size)):
            part = slice(at, at + max(1, _AT_ONCE // size))
            yield self._scan(j, cosets[part], ranks[part], None if own is None else own[part])

    def _worth_scanning(
        self, j: int, cosets: Cells, ranks: NDArray[np.int64]
    ) -> tuple[Cells, NDArray[np.int64]]:
        """Keep, per coset, the highest rank of the front, where it is above what was scanned from."""
        if not self.improving:
            ranks = np.ones_like(ranks)  # any move will do, so once is enough
        order = np.lexsort((ranks, cosets))
        last = np.append(cosets[order][1:] != cosets[order][:-1], True)
        cosets, ranks = cosets[order][last], ranks[order][last]
        new = ranks > self.scanned[j][cosets]
        self.scanned[j][cosets[new]] = ranks[new]
        return cosets[new], ranks[new]

    def _scan(self, j: int, cosets: Cells, ranks: NDArray[np.int64], own: Cells | None) -> Cells:
        """Return the unsettled members of cosets that ``j`` would move away from."""
        size, stride = self.game.sizes[j], self.game.strides[j]
        high, low = np.divmod(cosets, stride)
        members = high * (stride * size) + low + np.arange(size)[:, None] * stride
        leaves = ~self.settled[members]
        if self.improving:
            leaves &= self.game.ranks[j][members] < ranks
        relation = self.game.allowed[j]
        if relation is not None and own is not None:
            leaves &= relation[:, own]
        found: Cells = members[leaves]
        return found
