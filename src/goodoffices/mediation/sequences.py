"""Step for step: orders of single moves to a wanted state in which nobody is better off breaking off.

From a start to a wanted state w, a *sequence* is an order of steps, each a move of one decision maker,
such that at every state x on the way, the start and w among them,

- the one next to move does not prefer stopping at x to w,
- all others at least weakly prefer w to x, and
- nobody gains by defecting: no decision maker has a move from x to something it prefers to w, unless the
  others can sanction it under the chosen concept (`goodoffices.mediation.trust`).

At w itself the last says that w is stable for everybody. A state is *exposed* where somebody could gain by
defecting if nobody answered. This is the step-for-step plan of practice, computed; whether steps are made
is for those who make them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from goodoffices.conflict import Conflict
from goodoffices.errors import UsageError
from goodoffices.mediation.guarantees import (
    Guarantee,
    dependences,
    guarantee_words,
    irreversibles,
    smallest_sets,
)
from goodoffices.mediation.trust import CellTemptation, Trust
from goodoffices.mediation.ways import cheapest_way
from goodoffices.stability import CONCEPTS, Analysis, Concept, Sanction, Step
from goodoffices.stability.build import game_of
from goodoffices.stability.concepts import named
from goodoffices.stability.search import AnyGame, CellStep

__all__ = ["Exposure", "Plan", "Sequences", "Temptation", "sequences"]

StateLike = int | str | Collection[str]


@dataclass(frozen=True)
class Temptation:
    """A move somebody prefers to the wanted state, and the sanction that deters it, or None."""

    decision_maker: str
    move: Step
    sanction: Sanction | None


@dataclass(frozen=True)
class Exposure:
    """One state on the way.

    Attributes
    ----------
    mover : who moves next; None at the wanted state.
    would_stop : decision makers who prefer this state to the wanted one.
    temptations : moves that would better their mover against the wanted state.
    """

    state: int
    mover: str | None
    would_stop: tuple[str, ...]
    temptations: tuple[Temptation, ...]

    @property
    def exposed(self) -> bool:
        """Whether somebody could gain by breaking off here if nobody answered."""
        return bool(self.would_stop or self.temptations)

    @property
    def trusted(self) -> bool:
        """Whether breaking off here pays nobody under the concept."""
        return not self.would_stop and all(it.sanction for it in self.temptations)


@dataclass(frozen=True)
class Plan:
    """An order of steps, with every state on the way from the start to the wanted state."""

    steps: tuple[Step, ...]
    on_the_way: tuple[Exposure, ...]

    @property
    def exposed(self) -> tuple[Exposure, ...]:
        """The states at which somebody could gain by breaking off if nobody answered."""
        return tuple(it for it in self.on_the_way if it.exposed)

    @property
    def missing(self) -> tuple[Exposure, ...]:
        """The states at which breaking off pays somebody: trust is missing there."""
        return tuple(it for it in self.on_the_way if not it.trusted)

    @property
    def holds(self) -> bool:
        """Whether nobody is better off breaking off anywhere."""
        return not self.missing


@dataclass(frozen=True)
class Sequences:
    """What step-for-step orders lead from a start to a wanted state.

    Attributes
    ----------
    start, wanted : state numbers.
    shortest : with the fewest steps; None where there is no order at all.
    safest : with the fewest exposed states, the shortest among those.
    beginning : per decision maker the safest order that begins with it, or None.
    nearest : where there is no order: the steps with the fewest states at which trust is missing, or
        None where no moves lead to the wanted state at all.
    otherwise : per decision maker with whom no order begins the nearest thing to one, or None.
    guarantees : minimal sets of guarantees with which the nearest steps would be an order.
    """

    conflict: Conflict
    concept: Concept
    start: int
    wanted: int
    shortest: Plan | None
    safest: Plan | None
    beginning: dict[str, Plan | None]
    nearest: Plan | None = None
    guarantees: tuple[tuple[Guarantee, ...], ...] = ()
    otherwise: dict[str, Plan | None] = field(default_factory=dict)

    @property
    def exist(self) -> bool:
        """Whether there is an order in which nobody is better off breaking off."""
        return self.shortest is not None

    @cached_property
    def plan(self) -> Plan | None:
        """The safest order, or the nearest thing to one."""
        return self.safest or self.nearest

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "concept": self.concept,
            "start": self.start,
            "wanted": self.wanted,
            "exist": self.exist,
            "shortest": _plan_data(self.shortest),
            "safest": _plan_data(self.safest),
            "beginning": {dm: _plan_data(plan) for dm, plan in self.beginning.items()},
            "nearest": _plan_data(self.nearest),
            "otherwise": {dm: _plan_data(plan) for dm, plan in self.otherwise.items()},
            "guarantees": [
                [guarantee_words(self.conflict, it) for it in some] for some in self.guarantees
            ],
        }

    def states(self) -> set[int]:
        """Return the numbers of every state mentioned."""
        plans = [self.shortest, self.safest, self.nearest]
        plans += [*self.beginning.values(), *self.otherwise.values()]
        found = {self.start, self.wanted}
        for plan in plans:
            for stop in plan.on_the_way if plan else ():
                found.add(stop.state)
                for it in stop.temptations:
                    path = it.sanction.path if it.sanction else ()
                    found.update((it.move.target, *(step.target for step in path)))
        return found


def _plan_data(plan: Plan | None) -> dict[str, Any] | None:
    from dataclasses import asdict

    if plan is None:
        return None
    return {**asdict(plan), "exposed": [it.state for it in plan.exposed], "holds": plan.holds}


def sequences(
    analysis: Analysis,
    wanted: StateLike,
    *,
    concept: str = "SEQ",
    start: StateLike | None = None,
    guarantees: bool = True,
) -> Sequences:
    """Find the orders of steps to a wanted state in which nobody is better off breaking off.

    Parameters
    ----------
    wanted : the state to be reached.
    concept : Nash, GMR, SMR, SEQ or SSEQ: what deters somebody from defecting.
    start : where the steps begin; the status quo if left out.
    guarantees : whether to look for guarantees where there is no order.

    Raises
    ------
    UsageError
        for an unknown state or concept, or where there is nothing to start from.

    >>> import goodoffices as go
    >>> found = sequences(go.load("geneva-2014/council").analyse(), "vote")
    >>> [(step.mover, step.change) for step in found.safest.steps]
    [('sponsors', -1), ('russia', 1)]
    >>> [dm for dm, plan in found.beginning.items() if plan]
    ['sponsors', 'government']
    """
    name = _usual(concept)
    view = _View.of(analysis, wanted, start, name)
    trust = view.trust
    barred = np.where(trust.missing, -1, 0).astype(np.int64)
    passing = np.where(trust.missing, -1, trust.exposed.astype(np.int64))
    shortest = safest = None
    makers = [dm.id for dm in analysis.conflict.decision_makers]
    beginning: dict[str, Plan | None] = dict.fromkeys(makers)
    if not trust.missing[view.start]:
        shortest, safest = view.plan(barred), view.plan(passing)
        for i, id_ in enumerate(makers):
            beginning[id_] = view.plan(passing, i) if view.start != trust.wanted else None
    nearest: Plan | None = None
    carried: tuple[tuple[Guarantee, ...], ...] = ()
    lacking = trust.missing * np.int64(int(trust.game.cells) + 1) + trust.exposed
    if shortest is None:
        nearest = view.plan(lacking)
        if nearest is not None and guarantees:
            carried = tuple(_carrying(analysis, name, nearest))
    otherwise = {
        id_: view.plan(lacking, i) for i, id_ in enumerate(makers) if beginning[id_] is None
    }
    return Sequences(
        analysis.conflict, name, view.number(view.start), view.number(trust.wanted),
        shortest, safest, beginning, nearest, carried, otherwise,
    )  # fmt: skip


def _usual(concept: str) -> Concept:
    name = named(concept)
    if name not in CONCEPTS:
        raise UsageError(f"sequences are found under {', '.join(CONCEPTS)}, not {name}")
    return name


@dataclass(frozen=True, eq=False)
class _View:
    """A question about ways, in cells."""

    analysis: Analysis
    trust: Trust
    start: int

    @classmethod
    def of(
        cls, analysis: Analysis, wanted: StateLike, start: StateLike | None, concept: Concept
    ) -> _View:
        conflict = analysis.conflict
        begin_at: StateLike | None = conflict.status_quo if start is None else start
        if begin_at is None:
            raise UsageError("the conflict has no status quo; name a state to start from")
        numbers = [conflict.states.find(wanted), conflict.states.find(begin_at)]
        feasible = np.flatnonzero(analysis.game.feasible)
        goal, begin = (int(feasible[n - 1]) for n in numbers)
        return cls(analysis, Trust(analysis.game, concept, goal), begin)

    @cached_property
    def feasible(self) -> np.ndarray[Any, np.dtype[np.intp]]:
        return np.flatnonzero(self.analysis.game.feasible)

    def number(self, cell: int) -> int:
        return int(np.searchsorted(self.feasible, cell)) + 1

    def plan(
        self, prices: np.ndarray[Any, np.dtype[np.int64]], first: int | None = None
    ) -> Plan | None:
        way = cheapest_way(self.trust.game, self.start, self.trust.wanted, prices, first)
        return None if way is None else self.told(way)

    def told(self, way: Sequence[CellStep]) -> Plan:
        cells = [self.start, *(end for _, _, end in way)]
        movers = [*(mover for mover, _, _ in way), None]
        stops = tuple(map(self._exposure, cells, movers))
        return Plan(tuple(map(self._step, way)), stops)

    def _exposure(self, cell: int, mover: int | None) -> Exposure:
        ids = [dm.id for dm in self.analysis.conflict.decision_makers]
        stopping = np.flatnonzero(self.trust.would_stop[:, cell])
        return Exposure(
            state=self.number(cell),
            mover=None if mover is None else ids[mover],
            would_stop=tuple(ids[i] for i in stopping),
            temptations=tuple(map(self._temptation, self.trust.temptations(cell))),
        )

    def _temptation(self, found: CellTemptation) -> Temptation:
        move = self._step(found.step)
        path = None if found.sanction is None else tuple(map(self._step, found.sanction))
        return Temptation(move.mover, move, Sanction(path) if path else None)

    def _step(self, step: CellStep) -> Step:
        mover, source, target = step
        ranks = self.trust.game.ranks[mover]
        change = int(ranks[target] > ranks[source]) - int(ranks[target] < ranks[source])
        dm = self.analysis.conflict.decision_makers[mover].id
        return Step(dm, self.number(source), self.number(target), change)


def _carrying(analysis: Analysis, concept: Concept, plan: Plan) -> list[tuple[Guarantee, ...]]:
    """Return the minimal sets of guarantees with which the steps of a plan would be an order.

    Steps are made together over states that somebody prefers to the wanted one; the rest must be carried
    by options made irreversible, or dependences, checked by working the trust out again.
    """
    first, last = plan.on_the_way[0], plan.on_the_way[-1]
    between = plan.on_the_way[1:-1]
    if first.would_stop or analysis.conflict.listed_states:
        return []
    found: list[tuple[Guarantee, ...]] = []
    skipped = {it.state for it in between if it.would_stop}
    found += _with_skipped(analysis, concept, plan, skipped)
    every = {it.state for it in between if not it.trusted}
    if every != skipped and first.trusted and last.trusted:
        found += _with_skipped(analysis, concept, plan, every)
    return list(dict.fromkeys(found))


def _with_skipped(
    analysis: Analysis, concept: Concept, plan: Plan, skipped: set[int]
) -> list[tuple[Guarantee, ...]]:
    together = _together(plan, skipped)
    kept = [it for it in plan.on_the_way if it.state not in skipped]
    if all(it.trusted for it in kept):
        return [tuple(together)] if together else []
    wanted = plan.on_the_way[-1].state
    breaches = [t.move for it in kept for t in it.temptations if not t.sanction]
    visited = [it.state for it in plan.on_the_way]
    taken = [frozenset(analysis.conflict.states.taken(it.state)) for it in kept]
    candidates = [
        *irreversibles(analysis.conflict, wanted, breaches, plan.steps),
        *dependences(analysis.conflict, wanted, breaches, visited),
    ]

    def carries(conflict: Conflict) -> bool:
        game: AnyGame = game_of(conflict)
        feasible = np.flatnonzero(game.feasible)
        cells = [int(feasible[conflict.states.find(state) - 1]) for state in taken]
        return not Trust(game, concept, cells[-1]).missing[cells].any()

    sets = smallest_sets(analysis.conflict, candidates, carries)
    return [(*together, *some) for some in sets]


def _together(plan: Plan, skipped: set[int]) -> list[Guarantee]:
    """Return the steps to be made together so that some states are never stood at."""
    found: list[Guarantee] = []
    run: list[Step] = []
    for step in plan.steps:
        run.append(step)
        if step.target not in skipped:
            if len(run) > 1:
                found.append(Guarantee("together", steps=tuple(run)))
            run = []
    return found
