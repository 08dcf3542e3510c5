"""Which states and moves a drawing shows: all of them, or where there are many those that matter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.listed import ListedStates
from goodoffices.conflict.states import StateSpace
from goodoffices.readout.layout import Grid, grid, layers
from goodoffices.readout.words import STRONGEST_FIRST
from goodoffices.stability import Analysis
from goodoffices.stability.concepts import Concept
from goodoffices.stability.joint import JointImprovement
from goodoffices.stability.sentences import joined

__all__ = ["MOST_SHOWN", "Move", "View", "view_of"]

MOST_SHOWN = 300
"""Feasible states up to which a drawing shows all of them."""

_PICKED = 64  # states a drawing of more than that many is cut down to
_FEW = 24  # equilibria under a concept up to which all of them are shown
_JOINT = 6  # joint moves drawn


@dataclass(frozen=True)
class Move:
    """A move of one decision maker between two states shown; ``change`` as in `stability.Step`."""

    mover: int
    source: int
    target: int
    change: int


@dataclass(frozen=True, eq=False)
class View:
    """What is drawn.

    Attributes
    ----------
    numbers : state numbers shown, ascending.
    total : how many feasible states there are.
    moves : the moves between states shown.
    joint : joint improvements from the status quo, at most a handful.
    caption : what is shown and what is left out, with the counts.
    """

    numbers: tuple[int, ...]
    total: int
    places: Grid
    moves: tuple[Move, ...]
    joint: tuple[JointImprovement, ...]
    status_quo: int | None
    holds: dict[int, tuple[Concept, ...]]
    caption: str

    @property
    def complete(self) -> bool:
        """Tell whether every feasible state is shown."""
        return len(self.numbers) == self.total

    def place(self, number: int) -> tuple[int, int]:
        """Return the column and row of a state shown."""
        at = self.numbers.index(number)
        return int(self.places.column[at]), int(self.places.row[at])


def view_of(analysis: Analysis, most: int = MOST_SHOWN) -> View:
    """Choose what a drawing shows of an analysis.

    Parameters
    ----------
    most : up to so many feasible states all are shown; above, the status quo, the equilibria that hold
        under the most demanding concepts, the states on the ways to them and of joint moves, and what
        improvements from all these lead to, as far as there is room.
    """
    conflict = analysis.conflict
    now = None if conflict.status_quo is None else analysis.states.find(conflict.status_quo)
    joint = analysis.joint_improvements(most=_JOINT).found if now is not None else ()
    total = analysis.states.count
    numbers = range(1, total + 1) if total <= most else _picked(analysis, now, joint)
    shown = tuple(numbers)
    places = _places(analysis, shown, now)
    moves = tuple(_moves(analysis, shown))
    return View(
        numbers=shown,
        total=total,
        places=places,
        moves=moves,
        joint=tuple(j for j in joint if j.target in shown),
        status_quo=now,
        holds={n: held for n in shown if (held := analysis.equilibrium_under(n))},
        caption=_caption(analysis, len(shown), len(moves)),
    )


def _places(analysis: Analysis, shown: Sequence[int], now: int | None) -> Grid:
    """Place the states: by their options, or where they are listed by how far off they are."""
    conflict, states = analysis.conflict, analysis.states
    if isinstance(states, ListedStates):
        return layers(_distances(analysis, shown, now))
    owners = [i for i, dm in enumerate(conflict.decision_makers) for _ in range(len(dm.options))]
    return grid(_taken(states, shown), owners, states.sizes, range(len(shown)))


def _distances(analysis: Analysis, shown: Sequence[int], now: int | None) -> list[int]:
    """Return for each state shown how many moves it is off from the status quo, or the first state."""
    among, front = set(shown), [shown[0] if now is None or now not in shown else now]
    off = {front[0]: 0}
    for source in front:
        for dm in analysis.conflict.decision_makers:
            for target in analysis.moves(dm.id, source):
                if target in among and target not in off:
                    off[target] = off[source] + 1
                    front.append(target)
    return [off.get(number, max(off.values()) + 1) for number in shown]


def _taken(states: StateSpace, numbers: Sequence[int]) -> NDArray[np.bool_]:
    """Return which options are taken, shape (states shown, options)."""
    taken = np.zeros((len(numbers), len(states.option_ids)), dtype=bool)
    for at, number in enumerate(numbers):
        taken[at] = [letter == "Y" for letter in states.yn(number)]
    return taken


def _moves(analysis: Analysis, shown: Sequence[int]) -> Iterable[Move]:
    among = set(shown)
    for source in shown:
        for i, dm in enumerate(analysis.conflict.decision_makers):
            rank = analysis.rank(dm.id, source)
            for target in analysis.moves(dm.id, source):
                if target in among:
                    after = analysis.rank(dm.id, target)
                    yield Move(i, source, target, (after > rank) - (after < rank))


def _picked(
    analysis: Analysis, now: int | None, joint: Sequence[JointImprovement]
) -> tuple[int, ...]:
    """Pick the states that matter most, until there are enough of them."""
    picked: dict[int, None] = {}
    for number in _worth(analysis, now, joint):
        picked.setdefault(number)
        if len(picked) == _PICKED:
            break
    return tuple(sorted(picked))


def _worth(analysis: Analysis, now: int | None, joint: Sequence[JointImprovement]) -> Iterable[int]:
    """Yield states in order of how much a reader wants to see them."""
    core = [] if now is None else [now]
    for move in joint:
        core += [move.target, *(step.target for step in move.path)]
    strong, _ = _strongest(analysis)
    core += strong
    if now is not None:
        for route in analysis.routes(most=2 * _FEW):
            for way in (route.by_improvements, route.fewest_losses):
                core += [step.target for step in way or () if route.target in strong]
    yield from core
    seen = set(core)
    queue = list(dict.fromkeys(core))
    for number in queue:  # what improvements lead to, breadth first
        for dm in analysis.conflict.decision_makers:
            for target in analysis.improvements(dm.id, number):
                if target not in seen:
                    seen.add(target)
                    queue.append(target)
                    yield target
        if len(seen) > 4 * _PICKED:
            return


def _strongest(analysis: Analysis) -> tuple[list[int], tuple[Concept, ...]]:
    """Return the equilibria under the most demanding concepts, as far as they are few, and which."""
    found: dict[int, None] = {}
    concepts: list[Concept] = []
    for concept in STRONGEST_FIRST:
        if analysis.count(concept) <= _FEW:
            found.update(dict.fromkeys(analysis.equilibria(concept)))
            concepts.append(concept)
    return list(found), tuple(concepts)


def _caption(analysis: Analysis, shown: int, moves: int) -> str:
    total = analysis.states.count
    if shown == total:
        return f"All {total:,} feasible states and all {moves:,} moves between them."
    equilibria, concepts = _strongest(analysis)
    told = (
        f"all {len(equilibria):,} equilibria under {joined(concepts)}"
        if equilibria
        else "no equilibrium, as there is none under the more demanding concepts"
    )
    some = len(analysis.any_equilibria())
    return (
        f"{shown:,} of the {total:,} feasible states: the status quo, {told} ({some:,} states are "
        "equilibria under some concept), the states on the ways to them and of joint moves, and, as far "
        f"as there is room, what improvements from these lead to. {total - shown:,} states are left out."
    )
