"""Lowest values that moves can lead to: the one algorithm behind every solution concept.

`lowest` replaces each cell's value by the least value among the cells that the players other than one
can reach by legal sequences, the cell itself included. In option form every player's moves, and with
ranks their improvements too, are transitive, so that legal sequences reach what plain closure does
(`docs/explanation/solution-concepts.md`, "Why one formula is enough").

Players take turns (Gauss-Seidel): a turn settles each coset of one player in a single step, and only
cosets in which something has changed since the player's last turn are looked at again. Conflicts as
people write them need a handful of turns each; where many have not been enough, ascending search
(`goodoffices.stability.ascend`) finishes the work in bounded time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.ranks import Ranks
from goodoffices.stability.ascend import MOST_LEVELS, ascend
from goodoffices.stability.game import Game

__all__ = ["By", "highest_own", "lowest", "one_turn"]

By = Literal["moves", "improvements"]
Mask = NDArray[np.bool_]
Block = slice | NDArray[np.intp]  # which cosets of a player: a run, or their numbers
Step = Callable[[Ranks, Ranks], None]

_WORKSPACE = 1 << 19  # bytes of values worked on at once: stays in a second-level cache
_SORT_FROM = 48  # strategies from which sorting a coset beats comparing all its pairs
_PATIENCE = 64  # turns each after which a graph is taken for one made to be slow
_GATHER_BELOW = 0.3  # share of changed cosets below which they are picked out one by one


def lowest(game: Game, values: Ranks, by: By, owners: Sequence[int] | None = None) -> Ranks:
    """Lower values to the least that the other players' legal sequences can lead to, in place.

    Parameters
    ----------
    game : the graph model.
    values : unsigned array of shape (m, p, cells) in the type of the game's ranks: for each owner i
        (second axis) m value functions to propagate along the moves of everybody but i. Infeasible
        cells must hold ``game.infinity`` and keep it.
    by : whether the others use all their moves, or their improvements only.
    owners : the player for each entry of the second axis; every player in order if left out.

    Returns
    -------
    ``values``, changed in place: values[:, i, s] is the least over s and R_{N-i}(s), or R^+_{N-i}(s).
    """
    owners = game.players if owners is None else owners
    if len(game.players) < 2 or not values.size:
        return values
    waiting = [np.ones(game.cells // size, dtype=bool) for size in game.sizes]
    quiet, turns = 0, 0
    while quiet < len(game.sizes):
        if turns == _PATIENCE * len(game.sizes) and _few_levels(game, values):
            return _ascend_all(game, values, by, owners)
        changed = _turn(game, values, by, turns % len(game.sizes), waiting, owners)
        quiet = 0 if changed else quiet + 1
        turns += 1
    return values


def one_turn(game: Game, values: Ranks, by: By, j: int) -> Ranks:
    """Lower the values of everybody but ``j`` by one move of ``j``, in place, and return them."""
    waiting = [np.ones(game.cells // size, dtype=bool) for size in game.sizes]
    _turn(game, values, by, j, waiting, game.players)
    return values


def _few_levels(game: Game, values: Ranks) -> bool:
    return int(values[..., game.feasible].max()) <= MOST_LEVELS


def _ascend_all(game: Game, values: Ranks, by: By, owners: Sequence[int]) -> Ranks:
    for functions in values:
        for own, i in zip(functions, owners, strict=True):
            ascend(game, own, i, improving=by == "improvements")
    return values


def _turn(
    game: Game, values: Ranks, by: By, j: int, waiting: list[Mask], owners: Sequence[int]
) -> bool:
    """Let player ``j`` settle the waiting cosets; tell whether a value changed.

    The other players' cosets that hold a changed cell are set to wait.
    """
    mine = waiting[j]
    if game.sizes[j] < 2 or not mine.any() or list(owners) == [j]:
        return False
    others = [k for k, i in enumerate(owners) if i != j]
    changed = _Changed(game, j, waiting)
    step = _STEPS[by](game, j)
    for block in _blocks(game, j, mine, len(others) * len(values)):
        before = _take(game, values, j, others, block)
        after = before.copy()
        step(after, _ranks_of(game, j, block))
        if (lower := after < before).any():
            _put(game, values, j, others, block, after)
            changed.note(block, np.asarray(lower.any(axis=0)))
    mine[:] = False
    return changed.pass_on()


class _Changed:
    """Which cells a turn changed, passed on to the other players as cosets to look at again."""

    def __init__(self, game: Game, j: int, waiting: list[Mask]) -> None:
        self.game, self.j, self.waiting = game, j, waiting
        self.any = False
        self.dense: Mask | None = None

    def note(self, block: Block, where: Mask) -> None:
        """Note changes in a block; ``where`` has shape (k_j, cosets)."""
        self.any = True
        if isinstance(block, slice):
            if self.dense is None:
                self.dense = np.zeros(self.game.cells, dtype=bool)
            b, a = _box(self.game, self.j, block)
            shape = (self.game.sizes[self.j], b.stop - b.start, a.stop - a.start)
            boxed = self.dense.reshape(-1, self.game.sizes[self.j], self.game.strides[self.j])
            boxed[b, :, a] = where.reshape(shape).swapaxes(0, 1)
        else:
            cells = _cells_of(self.game, self.j, block)[where]
            for k in self._others():
                high, low = np.divmod(cells, self.game.strides[k])
                self.waiting[k][high // self.game.sizes[k] * self.game.strides[k] + low] = True

    def pass_on(self) -> bool:
        """Set the cosets of densely noted changes to wait; tell whether there was any change."""
        if self.dense is not None:
            for k in self._others():
                boxed = self.dense.reshape(-1, self.game.sizes[k], self.game.strides[k])
                self.waiting[k] |= boxed.any(axis=1).ravel()
        return self.any

    def _others(self) -> list[int]:
        return [k for k in self.game.players if k != self.j]


def _blocks(game: Game, j: int, waiting: NDArray[np.bool_], functions: int) -> Iterator[Block]:
    """Cut the waiting cosets into blocks that fit the workspace."""
    width = max(64, _WORKSPACE // (functions * game.sizes[j] * game.ranks[0].itemsize))
    stride, count = game.strides[j], waiting.size
    if np.count_nonzero(waiting) < _GATHER_BELOW * count:
        numbers = np.flatnonzero(waiting)
        for start in range(0, numbers.size, width):
            yield numbers[start : start + width]
        return
    # a run must be a whole number of strides, or lie within one, to be cut out as a box
    run = width // stride * stride if width >= stride else width
    for start in range(0, count, stride if run < stride else count):
        end = min(count, start + (stride if run < stride else count))
        for at in range(start, end, run):
            yield slice(at, min(at + run, end))


def _box(game: Game, j: int, block: slice) -> tuple[slice, slice]:
    """Return the slices of (B, A) that a run of cosets covers."""
    stride = game.strides[j]
    first, offset = divmod(block.start, stride)
    length = block.stop - block.start
    if offset or length < stride:
        return slice(first, first + 1), slice(offset, offset + length)
    return slice(first, first + length // stride), slice(0, stride)


def _cells_of(game: Game, j: int, block: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return the cells of numbered cosets, shape (k_j, cosets)."""
    stride, size = game.strides[j], game.sizes[j]
    high, low = np.divmod(block, stride)
    return np.asarray(high * (stride * size) + low + np.arange(size)[:, None] * stride)


def _take(game: Game, values: Ranks, j: int, others: list[int], block: Block) -> Ranks:
    """Copy values out as a contiguous array of shape (functions, k_j, cosets)."""
    if not isinstance(block, slice):
        cells = _cells_of(game, j, block)
        return np.stack([values[m, i][cells] for m in range(len(values)) for i in others])
    b, a = _box(game, j, block)
    size, stride = game.sizes[j], game.strides[j]
    boxed = values.reshape(*values.shape[:2], -1, size, stride)
    functions = len(values) * len(others)
    found = np.empty((functions, size, b.stop - b.start, a.stop - a.start), dtype=values.dtype)
    for k, i in enumerate(others):
        for m in range(len(values)):
            found[m * len(others) + k] = boxed[m, i, b, :, a].swapaxes(0, 1)
    return found.reshape(functions, size, -1)


def _put(game: Game, values: Ranks, j: int, others: list[int], block: Block, new: Ranks) -> None:
    """Write back what `_take` copied out."""
    size, stride = game.sizes[j], game.strides[j]
    flat = values.reshape(*values.shape[:2], -1, size, stride)
    for k, i in enumerate(others):
        for m in range(len(values)):
            own = new[m * len(others) + k]
            if isinstance(block, slice):
                b, a = _box(game, j, block)
                shape = (size, b.stop - b.start, a.stop - a.start)
                flat[m, i, b, :, a] = own.reshape(shape).swapaxes(0, 1)
            else:
                values[m, i, _cells_of(game, j, block)] = own


def _ranks_of(game: Game, j: int, block: Block) -> Ranks:
    """Return player ``j``'s own ranks in some cosets, shape (k_j, cosets)."""
    ranks = game.ranks[j]
    if not isinstance(block, slice):
        return ranks[_cells_of(game, j, block)]
    b, a = _box(game, j, block)
    boxed = ranks.reshape(-1, game.sizes[j], game.strides[j])[b, :, a]
    return np.ascontiguousarray(boxed.swapaxes(0, 1)).reshape(game.sizes[j], -1)


def _by_moves(game: Game, j: int) -> Step:
    """Return the step that lowers values to the least in reach of one move of ``j``, or staying."""
    infinity = game.ranks[0].dtype.type(game.infinity)
    relation = game.allowed[j]

    def free(values: Ranks, ranks: Ranks) -> None:
        least = values.min(axis=1, keepdims=True)
        values[:] = np.where(ranks > 0, least, infinity)

    def directed(values: Ranks, ranks: Ranks) -> None:
        assert relation is not None
        old = values.copy()
        for x, targets in enumerate(relation):
            np.minimum(values[:, x], old[:, targets].min(axis=1), out=values[:, x])
        values[:, ranks == 0] = infinity

    return free if relation is None else directed


def _by_improvements(game: Game, j: int) -> Step:
    """Return the step that lowers values to the least in reach of one improvement of ``j``, or staying."""
    relation = game.allowed[j]
    if relation is None and game.sizes[j] >= _SORT_FROM:
        return _improve_sorted
    return _improve_pairs(game.sizes[j], relation, game.ranks[0].dtype)


def _improve_pairs(
    size: int, relation: NDArray[np.bool_] | None, dtype: np.dtype[np.unsignedinteger]
) -> Step:
    """Compare every pair of strategies of a coset: branch-free, in the narrow type of the ranks."""

    def step(values: Ranks, ranks: Ranks) -> None:
        holes = _bars(ranks == 0) if not ranks.all() else None
        for x in range(size):
            targets = slice(None) if relation is None else np.flatnonzero(relation[x])
            least = (values[:, targets] | _bars(ranks[targets] <= ranks[x])).min(axis=1)
            if holes is not None:
                least |= holes[x]
            np.minimum(values[:, x], least, out=values[:, x])

    def _bars(condition: NDArray[np.bool_]) -> Ranks:
        """All bits set where the condition holds, so that OR makes a value infinity there."""
        return np.negative(condition.astype(dtype))

    return step


def _improve_sorted(values: Ranks, ranks: Ranks) -> None:
    """Sort each coset by rank and run the minimum down from the best: for many strategies."""
    order = np.argsort(-ranks.astype(np.int64), axis=0, kind="stable")
    ranked = np.take_along_axis(ranks, order, axis=0)
    position = np.arange(len(ranks))[:, None]
    opens = np.ones(ranks.shape, dtype=bool)  # where a run of ties begins
    opens[1:] = ranked[1:] != ranked[:-1]
    first = np.maximum.accumulate(np.where(opens, position, 0), axis=0)  # how many are better
    better = np.empty_like(first)
    np.put_along_axis(better, order, first, axis=0)
    infinity = np.iinfo(values.dtype).max
    improvable = (better > 0) & (ranks > 0)
    for own in values:
        running = np.minimum.accumulate(np.take_along_axis(own, order, axis=0), axis=0)
        reached = np.take_along_axis(running, np.maximum(better - 1, 0), axis=0)
        np.minimum(own, np.where(improvable, reached, infinity), out=own)


_STEPS: dict[By, Callable[[Game, int], Step]] = {
    "moves": _by_moves,
    "improvements": _by_improvements,
}


def highest_own(game: Game, i: int, values: Ranks) -> Ranks:
    """Return the highest value that player ``i`` reaches by one move or by staying.

    Parameters
    ----------
    values : unsigned array over cells; infeasible cells must hold 0.

    Returns
    -------
    array over cells; infeasible cells hold 0.
    """
    boxed = values.reshape(-1, game.sizes[i], game.strides[i])
    relation = game.allowed[i]
    if relation is None:
        found = np.broadcast_to(boxed.max(axis=1, keepdims=True), boxed.shape).copy()
    else:
        found = np.empty_like(boxed)
        for x, targets in enumerate(relation):
            found[:, x] = boxed[:, targets].max(axis=1)
    found[boxed_zero(game, i)] = 0
    return found.reshape(-1)


def boxed_zero(game: Game, i: int) -> NDArray[np.bool_]:
    """Return where cells are infeasible, in the shape (B, k_i, A)."""
    return ~game.feasible.reshape(-1, game.sizes[i], game.strides[i])
