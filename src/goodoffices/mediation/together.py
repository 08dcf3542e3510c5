"""The fewest edits of statements across decision makers: level by level, each level worked out at once.

Where one's stability depends on what the others prefer (SEQ, SSEQ), or where more is asked than stability,
edits of several decision makers cannot be looked for one by one. All profiles of orders with one edit are
tried, then all with two, and so on; the engine works a level out as one batch of variants.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from goodoffices.mediation.changes import Order, neighbours, statements_of
from goodoffices.mediation.setting import Setting
from goodoffices.stability import Progress

__all__ = ["MOST_WORK", "Level", "Profile", "cheapest_together", "stable_by_level"]

MOST_WORK = 1 << 27
"""Cells times variants worked out before a search says that it has not come to an end."""
_AT_ONCE = 1 << 12  # variants checked in one go

Key = tuple[Order, ...]


@dataclass(frozen=True)
class Profile:
    """Orders of statements, one per decision maker who may change, and the wanted cells that then hold."""

    orders: dict[int, Order]
    cells: tuple[int, ...]


@dataclass(frozen=True)
class Level:
    """What was found with exactly so many edits.

    Attributes
    ----------
    found : every profile after which a wanted cell is stable for all.
    worked_out : whether the level was looked at; it is not where that would take too long.
    last : whether there is nothing after it.
    """

    cost: int
    found: list[Profile]
    worked_out: bool = True
    last: bool = False


def levels(counts: Sequence[int]) -> Iterator[list[Key]]:
    """Yield the profiles of orders with no edit, with one, two …, each once, until there are no more."""
    level: list[Key] = [tuple(tuple(range(count)) for count in counts)]
    seen = set(level)
    while level:
        yield level
        after: dict[Key, None] = {}
        for key in level:
            for p, order in enumerate(key):
                for other in neighbours(order):
                    new = (*key[:p], other, *key[p + 1 :])
                    if new not in seen:
                        after[new] = None
        seen.update(after)
        level = list(after)


def stable_by_level(
    setting: Setting,
    wanted: Sequence[int],
    report: Progress | None = None,
    most_work: int = MOST_WORK,
) -> Iterator[Level]:
    """Yield after which profiles a wanted cell is stable for everybody, those with fewest edits first."""
    makers = setting.analysis.conflict.decision_makers
    who = setting.editable
    views = {i: setting.views(i) for i in who}
    goal = np.array(sorted(wanted))
    work, cost = 0, 0
    for cost, level in enumerate(levels([len(statements_of(makers[i])) for i in who])):
        work += len(level) * setting.game.cells
        if work > most_work and cost > 1:
            yield Level(cost, [], worked_out=False, last=True)
            return
        found: list[Profile] = []
        for at in range(0, len(level), _AT_ONCE):
            if report is not None:
                report(f"{cost} edits", at / len(level))
            profiles = [dict(zip(who, key, strict=True)) for key in level[at : at + _AT_ONCE]]
            good = setting.check_orders(views, profiles)[:, goal]
            found.extend(
                Profile(profiles[row], tuple(goal[good[row]].tolist()))
                for row in np.flatnonzero(good.any(axis=1))
            )
        yield Level(cost, found)
    yield Level(cost + 1, [], last=True)


def cheapest_together(
    setting: Setting, wanted: Sequence[int], report: Progress | None = None
) -> tuple[int, list[Profile], bool]:
    """Return the fewest edits after which a wanted cell is stable for all, and all ways to make them.

    Returns
    -------
    cost, profiles, complete : without profiles no way has fewer edits than the cost, and where the search
        is complete none has more either.
    """
    for level in stable_by_level(setting, wanted, report):
        if level.found or level.last:
            return level.cost, level.found, level.worked_out
    raise AssertionError("the last level is always told")
