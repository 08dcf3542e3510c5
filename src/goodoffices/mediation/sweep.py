"""Many variants of the ordered statements, worked out in parts that can run anywhere and be resumed.

A variant puts for each decision maker one of the orders within so many changes in place of the list as
written. Nothing is drawn at random: the variants are all there are, in a fixed order, so that a part is
known by its number alone, on whatever executor it ran.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import islice, product
from math import prod
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import LimitError
from goodoffices.mediation.changes import Edit, Order, edits_to, neighbours, statements_of
from goodoffices.mediation.setting import Setting
from goodoffices.mediation.variants import Views, holding
from goodoffices.stability import Concept
from goodoffices.stability.arcs import ArcGame, Arcs
from goodoffices.stability.search import AnyGame

__all__ = ["Part", "Plan", "run", "within"]

MOST_VARIANTS = 10_000_000
_PART = 1 << 12  # variants of one part
_WAITING = 64  # parts handed out and not yet back


@dataclass(frozen=True, eq=False)
class Plan:
    """All variants within some changes, fewest changes first.

    Attributes
    ----------
    ids : who has statements to change.
    counts : how many statements each has.
    orders : for each of them the orders their statements can be put in, as written first.
    rows : int32 array of shape (variants, decision makers): which order each has in each variant.
    """

    ids: tuple[str, ...]
    counts: tuple[int, ...]
    orders: tuple[tuple[Order, ...], ...]
    rows: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def parts(self) -> int:
        """How many parts the variants are worked out in."""
        return -(-len(self.rows) // _PART)

    def edits(self, variant: int) -> tuple[Edit, ...]:
        """Return the changes that lead to a variant."""
        chosen = zip(self.ids, self.counts, self.orders, self.rows[variant], strict=True)
        return tuple(
            edit for id_, count, orders, at in chosen for edit in edits_to(id_, count, orders[at])
        )


def within(setting: Setting, changes: int) -> Plan:
    """Return all variants within some changes, each a drop of a statement or a swap of neighbours.

    Of one change there are 2k - 1 for each decision maker with k statements.

    Raises
    ------
    LimitError
        above `MOST_VARIANTS`.
    """
    makers = setting.analysis.conflict.decision_makers
    who = setting.editable
    counts = tuple(len(statements_of(makers[i])) for i in who)
    levels = [_levels(count, changes) for count in counts]
    splits = [
        split
        for total in range(1, changes + 1)
        for split in product(range(total + 1), repeat=len(who))
        if sum(split) == total and all(d < len(own) for d, own in zip(split, levels, strict=True))
    ]
    total = sum(prod(len(own[d]) for d, own in zip(split, levels, strict=True)) for split in splits)
    if total > MOST_VARIANTS:
        raise LimitError(
            f"within {changes} changes there are {total:,} variants; up to {MOST_VARIANTS:,} are "
            "worked out: ask for fewer changes, or name those whose statements vary"
        )
    rows = [_rows(split, levels) for split in splits]
    return Plan(
        ids=tuple(makers[i].id for i in who),
        counts=counts,
        orders=tuple(tuple(order for level in own for order in level) for own in levels),
        rows=np.concatenate(rows) if rows else np.zeros((0, len(who)), dtype=np.int32),
    )


def _levels(count: int, most: int) -> list[list[Order]]:
    """Return the orders of so many statements that need no change, those that need one, and so on."""
    level: list[Order] = [tuple(range(count))]
    seen = set(level)
    found = [level]
    for _ in range(most):
        after = dict.fromkeys(
            new for order in level for new in neighbours(order, negations=False) if new not in seen
        )
        if len(seen) + len(after) > MOST_VARIANTS:
            raise LimitError(
                f"{count} statements can be put in more than {MOST_VARIANTS:,} orders within {most} "
                "changes; ask for fewer changes"
            )
        seen.update(after)
        level = list(after)
        if not level:
            break
        found.append(level)
    return found


def _rows(split: tuple[int, ...], levels: Sequence[list[list[Order]]]) -> NDArray[np.int32]:
    ranges = []
    for distance, own in zip(split, levels, strict=True):
        first = sum(map(len, own[:distance]))
        ranges.append(np.arange(first, first + len(own[distance]), dtype=np.int32))
    return np.stack([axis.ravel() for axis in np.meshgrid(*ranges, indexing="ij")], axis=1)


@dataclass(frozen=True, eq=False)
class Part:
    """What came out of one part of the variants.

    Attributes
    ----------
    counts : int64 array over states, by number: in how many of the variants each is an equilibrium.
    holds : bool array of shape (variants of the part, watched states).
    """

    counts: NDArray[np.int64]
    holds: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Sheet:
    """Everything a part needs to be worked out in another process; holds arrays and tuples only."""

    game: AnyGame
    concepts: tuple[Concept, ...]
    players: tuple[int, ...]
    views: tuple[Views, ...]
    watched: NDArray[np.intp]

    @classmethod
    def of(cls, setting: Setting, watched: Sequence[int]) -> Sheet:
        """Return the sheet of a setting; ``watched`` are cells."""
        views = tuple(setting.views(i) for i in setting.editable)
        cells = np.array(list(watched), dtype=np.intp)
        return cls(setting.game, setting.concepts, setting.editable, views, cells)

    def fingerprint(self, plan: Plan) -> str:
        """Return a digest of all that the parts of a plan depend on."""
        game = self.game
        digest = sha256(repr((self.concepts, self.players, plan.orders, _PART)).encode())
        shape = game.arcs if isinstance(game, ArcGame) else (game.sizes, game.allowed)
        views = [(it.truth, it.kind, it.feasible) for it in self.views]
        for part in _arrays((game.ranks, shape, views, self.watched, plan.rows)):
            digest.update(str((part.dtype, part.shape)).encode())
            digest.update(np.ascontiguousarray(part).tobytes())
        return digest.hexdigest()

    def work_out(self, orders: Sequence[Sequence[Order]], rows: NDArray[np.intp]) -> Part:
        """Work out some variants: the orders that occur, and per variant which of them each has."""
        ranks = {
            i: views.ranks(own)[rows[:, p]]
            for p, (i, views, own) in enumerate(zip(self.players, self.views, orders, strict=True))
        }
        good = holding(self.game, ranks, len(rows), self.concepts)
        return Part(good[:, self._feasible].sum(axis=0), good[:, self.watched])

    @cached_property
    def _feasible(self) -> NDArray[np.bool_]:
        return self.game.feasible


def _arrays(value: object) -> Iterator[NDArray[np.generic]]:
    """Yield the arrays and numbers in nested tuples, as arrays."""
    if isinstance(value, tuple | list):
        for part in value:
            yield from _arrays(part)
    elif isinstance(value, Arcs):
        yield from (value.starts, value.ends)
    elif value is not None:
        yield np.asarray(value)


def _part(sheet: Sheet, orders: list[list[Order]], rows: NDArray[np.intp]) -> Part:
    """Work out a part; a plain function, so that any executor can be handed it."""
    return sheet.work_out(orders, rows)


Task: TypeAlias = tuple[list[list[Order]], NDArray[np.intp]]


def _task(plan: Plan, number: int) -> Task:
    rows = plan.rows[number * _PART : (number + 1) * _PART]
    orders, local = [], np.empty(rows.shape, dtype=np.intp)
    for p, own in enumerate(plan.orders):
        used, local[:, p] = np.unique(rows[:, p], return_inverse=True)
        orders.append([own[k] for k in used])
    return orders, local


def run(
    sheet: Sheet,
    plan: Plan,
    executor: Executor | None = None,
    done: Mapping[int, Part] | None = None,
    on_part: Callable[[int, Part], None] | None = None,
) -> dict[int, Part]:
    """Work out all parts of a plan.

    Parameters
    ----------
    executor : any `concurrent.futures.Executor`; none works in this process.
    done : parts worked out before, by number; they are not worked out again.
    on_part : called with each new part as it comes in, in any order; whoever keeps what it is handed can
        go on where an interrupted sweep ended.
    """
    found = dict(done or {})
    missing = [number for number in range(plan.parts) if number not in found]
    for number, part in _parts(sheet, plan, missing, executor):
        found[number] = part
        if on_part is not None:
            on_part(number, part)
    return found


def _parts(
    sheet: Sheet, plan: Plan, numbers: Sequence[int], executor: Executor | None
) -> Iterator[tuple[int, Part]]:
    if executor is None or len(numbers) < 2:  # a single part is not worth sending away
        for number in numbers:
            yield number, _part(sheet, *_task(plan, number))
        return
    left = iter(numbers)
    waiting: dict[Future[Part], int] = {}
    try:
        while True:
            for number in islice(left, _WAITING - len(waiting)):
                waiting[executor.submit(_part, sheet, *_task(plan, number))] = number
            if not waiting:
                return
            finished, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in finished:
                yield waiting.pop(future), future.result()
    finally:
        for future in waiting:
            future.cancel()
