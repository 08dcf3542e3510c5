"""The moves of an analysis listed one by one, for forms that draw or store every one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from goodoffices.errors import LimitError
from goodoffices.stability import Analysis
from goodoffices.stability.game import Cells

__all__ = ["MOST_MOVES", "ListedMove", "listed_moves"]

MOST_MOVES = 1_000_000
"""Above this many moves they are listed only when all of them are asked for."""

_AT_ONCE = 4096  # states whose moves are worked out together


class ListedMove(NamedTuple):
    """One move: the mover's id, the state numbers it leads from and to, and what it changes for the mover.

    ``change`` is 1 for an improvement, 0 between states that tie, -1 for a loss.
    """

    mover: str
    source: int
    target: int
    change: int


def listed_moves(
    analysis: Analysis, *, improvements_only: bool = False, every_move: bool = False
) -> Iterator[ListedMove]:
    """Yield every move of one decision maker, by state, then by decision maker.

    Parameters
    ----------
    improvements_only : leave out moves that do not improve their mover.
    every_move : list them however many there are.

    Raises
    ------
    LimitError
        above `MOST_MOVES` moves unless ``every_move``; before that many are yielded.

    >>> import goodoffices as go
    >>> next(listed_moves(go.load("textbook/chicken").analyse()))
    ListedMove(mover='first', source=1, target=2, change=1)
    """
    if not every_move:
        _refuse_if_many(analysis, improvements_only)
    cells = np.flatnonzero(analysis.game.feasible)  # a cell for each state, in order of number
    for block in range(0, len(cells), _AT_ONCE):
        yield from _block(analysis, cells, block, improvements_only)


def _refuse_if_many(analysis: Analysis, improvements_only: bool) -> None:
    total, cells = 0, np.flatnonzero(analysis.game.feasible)
    for block in range(0, len(cells), _AT_ONCE):
        front = cells[block : block + _AT_ONCE]
        for i, ranks in enumerate(analysis.game.ranks):
            places, targets = analysis.game.expand(i, front)
            better = ranks[targets] > ranks[front[places]]
            total += int(np.count_nonzero(better)) if improvements_only else len(targets)
        if total > MOST_MOVES:
            raise LimitError(
                f"the conflict has {analysis.states.count:,} states and more than {MOST_MOVES:,} "
                f"{'improvements' if improvements_only else 'moves'}; --all writes them all"
                f"{'' if improvements_only else ', --improvements-only writes fewer'}, "
                "and --to csv writes the states without their moves"
            )


def _block(
    analysis: Analysis, cells: Cells, block: int, improvements_only: bool
) -> Iterator[ListedMove]:
    front = cells[block : block + _AT_ONCE]
    found: list[tuple[int, int, int, int]] = []
    for i, ranks in enumerate(analysis.game.ranks):
        places, targets = analysis.game.expand(i, front)
        before, after = ranks[front[places]], ranks[targets]
        change = (after > before).astype(int) - (after < before)
        kept = change > 0 if improvements_only else np.ones(len(change), dtype=bool)
        ends = (np.searchsorted(cells, targets[kept]) + 1).tolist()
        found += [
            (block + place + 1, i, end, step)
            for place, end, step in zip(
                places[kept].tolist(), ends, change[kept].tolist(), strict=True
            )
        ]
    ids = [dm.id for dm in analysis.conflict.decision_makers]
    for source, i, target, step in sorted(found):
        yield ListedMove(ids[i], source, target, step)
