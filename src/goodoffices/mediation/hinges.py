"""Hinges: the smallest changes of preferences after which an outcome would hold and could be reached.

Reached from the status quo by improvements; or else with steps at a loss: who would have to move first
at a loss, how large the loss is in that decision maker's own statements, and what repays it by the end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from goodoffices.errors import UsageError
from goodoffices.mediation.changes import Edit, apply_changes, contradicted, edits_to, statements_of
from goodoffices.mediation.first_step import first_at_a_loss
from goodoffices.mediation.gains import Balance, balance
from goodoffices.mediation.setting import Concepts, Setting
from goodoffices.mediation.together import MOST_WORK, Level, Profile, stable_by_level
from goodoffices.stability import Analysis, Concept, Progress, Step
from goodoffices.stability.analysis import StateLike
from goodoffices.stability.search import By, search

__all__ = ["Found", "Hinge", "Hinges", "Loss", "hinges"]

_MOST_HINGES = 200  # of one size, looked at for a way; more are counted


@dataclass(frozen=True)
class Loss:
    """A step that leaves its mover worse off.

    Attributes
    ----------
    step : the step.
    price : what the step costs in the mover's own statements.
    by_the_end : the outcome against the state left, in the mover's own statements.
    """

    step: Step
    price: Balance
    by_the_end: Balance

    @property
    def repaid(self) -> bool:
        """Whether the mover prefers the outcome to the state left."""
        return self.by_the_end.change > 0


@dataclass(frozen=True)
class Hinge:
    """Changes after which the outcome is an equilibrium and can be reached.

    Attributes
    ----------
    changes : the edits; none where it is so already.
    way : a legal sequence from the start to the outcome: of improvements only where there is one, else
        with as few steps at a loss as can be; changes of preferences made.
    losses : its steps at a loss, in order.
    first_at_a_loss : ids of all who could make the first step at a loss on some way with as few of them;
        where it is one alone, that decision maker must.
    contradicts : ids of the evidence that the edits contradict.
    """

    changes: tuple[Edit, ...]
    way: tuple[Step, ...]
    losses: tuple[Loss, ...]
    first_at_a_loss: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()

    @property
    def by_improvements(self) -> bool:
        """Whether each step of the way improves its mover."""
        return all(step.change > 0 for step in self.way)


@dataclass(frozen=True)
class Found:
    """The smallest hinges of one kind.

    Attributes
    ----------
    cost : how many edits each has; where there are none, no hinge of this kind has fewer.
    hinges : all of that cost, those that contradict least evidence first.
    complete : False where some of that cost were left out, or where the search ended without any.
    """

    cost: int
    hinges: tuple[Hinge, ...]
    complete: bool


@dataclass(frozen=True, eq=False)
class Hinges:
    """The smallest changes after which an outcome would hold and could be reached.

    Attributes
    ----------
    state, start : numbers of the outcome and of where matters stand.
    stable_now : whether the outcome is an equilibrium with preferences as they are.
    reachable : whether any moves lead there at all; where none do, no change of preferences is a hinge.
    smallest : the smallest hinges of all, whatever the way.
    by_improvements : the smallest of those that lead there by improvements.
    """

    analysis: Analysis
    state: int
    start: int
    concepts: tuple[tuple[str, Concept], ...]
    may_change: tuple[str, ...]
    stable_now: bool
    reachable: bool
    smallest: Found
    by_improvements: Found


def hinges(
    analysis: Analysis,
    state: StateLike,
    concepts: Concepts = "SEQ",
    may_change: Collection[str] | None = None,
    start: StateLike | None = None,
    progress: Progress | None = None,
    most_work: int = MOST_WORK,
) -> Hinges:
    """Find the smallest changes of statements after which an outcome holds and can be reached.

    A change drops a statement, negates it, or swaps it with its neighbour.

    Parameters
    ----------
    state : the outcome.
    concepts : one for everybody, or each decision maker's own by id.
    may_change : ids of those whose statements may change; everybody if left out.
    start : where matters stand; the status quo if left out.
    most_work : cells times variants worked out before the search ends without an answer.

    Raises
    ------
    UsageError
        for an unknown name, a state that is not feasible, or where there is no status quo.

    >>> import goodoffices as go
    >>> table = go.load("geneva-2014/table", "historical").analyse()
    >>> found = hinges(table, "parallel,round,russia_presses")
    >>> [(it.changes[0].kind, len(it.losses)) for it in found.smallest.hinges]
    [('drop', 0), ('negate', 0), ('swap', 1)]
    """
    setting = Setting.of(analysis, concepts, may_change)
    target = setting.cell(state)
    here = analysis.conflict.status_quo if start is None else start
    if here is None:
        raise UsageError("the conflict has no status quo; name a state to start from")
    begun = setting.cell(here)
    reachable = (
        begun == target or target in search(setting.game, begun, setting.game.players).reached
    )
    smallest = improving = Found(0, (), complete=True)
    if reachable:
        smallest, improving = _search(setting, target, begun, progress, most_work)
    return Hinges(
        analysis=analysis,
        state=setting.number(target),
        start=setting.number(begun),
        concepts=tuple(zip(setting.ids, setting.concepts, strict=True)),
        may_change=tuple(setting.ids[i] for i in setting.may_change),
        stable_now=setting.number(target) in setting.now(),
        reachable=reachable,
        smallest=smallest,
        by_improvements=improving,
    )


def _search(
    setting: Setting, target: int, start: int, progress: Progress | None, most_work: int
) -> tuple[Found, Found]:
    """Look at one level of edits after the other until something is found by improvements."""
    smallest: Found | None = None
    level = Level(0, [])
    for level in stable_by_level(setting, [target], progress, most_work):
        found = tuple(_of_level(setting, level, target, start))
        if found:
            whole = len(level.found) <= _MOST_HINGES
            ordered = sorted(found, key=lambda it: (len(it.contradicts), len(it.losses)))
            smallest = smallest or Found(level.cost, tuple(ordered), whole)
            improving = tuple(it for it in ordered if it.by_improvements)
            if improving:
                return smallest, Found(level.cost, improving, whole)
    nothing = Found(level.cost, (), complete=level.worked_out)
    return smallest or nothing, nothing


def _of_level(setting: Setting, level: Level, target: int, start: int) -> Iterator[Hinge]:
    for profile in level.found[:_MOST_HINGES]:
        hinge = _hinge(setting, profile, target, start)
        if hinge is not None:
            yield hinge


def _hinge(setting: Setting, profile: Profile, target: int, start: int) -> Hinge | None:
    makers = setting.analysis.conflict.decision_makers
    edits = tuple(
        edit
        for i, order in profile.orders.items()
        for edit in edits_to(makers[i].id, len(statements_of(makers[i])), order)
    )
    game = setting.after(edits)
    ways: tuple[By, ...] = ("improvements", "fewest losses")
    for by in ways:
        reached = search(game, start, game.players, by, lambda cells: cells == target)
        if reached.goal is not None or start == target:
            break
    else:
        return None
    steps = reached.path_to(target) if start != target else ()
    path = []
    for mover, source, end in steps:
        own = game.ranks[mover]
        change = (int(own[end]) > int(own[source])) - (int(own[end]) < int(own[source]))
        path.append(Step(setting.ids[mover], setting.number(source), setting.number(end), change))
    losses = _losses(setting, edits, tuple(path), setting.number(target))
    against = contradicted(setting.analysis.conflict, edits)
    first = first_at_a_loss(game, start, target) if losses else ()
    movers = (losses[0].step.mover,) if first is None else tuple(setting.ids[j] for j in first)
    return Hinge(edits, tuple(path), losses, movers, against)


def _losses(
    setting: Setting, edits: tuple[Edit, ...], path: tuple[Step, ...], outcome: int
) -> tuple[Loss, ...]:
    losing = [step for step in path if step.change < 0]
    if not losing:
        return ()
    changed = apply_changes(setting.analysis.conflict, edits).analyse()
    return tuple(
        Loss(
            step,
            balance(changed, step.mover, step.source, step.target),
            balance(changed, step.mover, step.source, outcome),
        )
        for step in losing
    )
