"""What must be preferred to what: the inverse question (Kinsara, Kilgour and Hipel 2015).

Given a wanted state, a concept for each decision maker and who may change: the exact condition on each
one's preferences, and the smallest change that makes the state stable, over rankings and over ordered
statements. A required preference is a condition, never advice.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice, product
from math import factorial, prod
from typing import Literal, TypeAlias

import numpy as np

from goodoffices.conflict.ranks import Ranks
from goodoffices.mediation.changes import Change, Lift, contradicted, edits_to, statements_of
from goodoffices.mediation.condition import Clause, Condition, clauses_of, count_rankings
from goodoffices.mediation.lift import lift_to, lifted, pairs_changed
from goodoffices.mediation.orders import Demand, Searched, cheapest_orders
from goodoffices.mediation.rankings import nearest_rankings
from goodoffices.mediation.setting import SEQUENTIAL, Concepts, Setting
from goodoffices.mediation.solver import solve_orders
from goodoffices.mediation.together import cheapest_together
from goodoffices.mediation.variants import game_with, truth_of
from goodoffices.stability import Analysis, Concept, Progress
from goodoffices.stability.analysis import StateLike
from goodoffices.stability.search import AnyGame
from goodoffices.stability.sentences import state_words

__all__ = ["Answer", "Inverse", "Reason", "Smallest", "inverse"]

MOST_WRITTEN = 1 << 14
"""States above which the condition is not written out as a formula; smallest changes still are found."""
_MOST_COUNTED = 60  # states above which rankings are not counted: the number says nothing any more
_MOST_ANSWERS = 50
_FORMULA = 12  # alternatives of a clause written out in the formula

Status: TypeAlias = Literal["none needed", "optimal", "at most", "at least", "impossible"]


@dataclass(frozen=True)
class Answer:
    """One way to make the wanted state stable.

    Attributes
    ----------
    changes : what changes, in an order in which it can be made.
    contradicts : ids of the evidence it contradicts.
    remain, lost, new : the other equilibria, under the same concepts, that survive the change, that do
        not, and that come up with it; None where there are too many states to list.
    """

    changes: tuple[Change, ...]
    contradicts: tuple[str, ...] = ()
    remain: tuple[int, ...] | None = None
    lost: tuple[int, ...] | None = None
    new: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Smallest:
    """The smallest change of one kind.

    Attributes
    ----------
    status : ``none needed``; ``optimal``, proved; ``at most``: the answer holds and a smaller one is not
        ruled out; ``at least``: no answer smaller than ``cost`` exists, none was found; ``impossible``.
    cost : edits, or pairs of states whose order changes.
    answers : all cheapest answers (of rankings one of them), those first that contradict least evidence.
    total : how many there are; more than the answers listed where they are very many.
    complete : whether all of them were counted.
    """

    status: Status
    cost: int = 0
    answers: tuple[Answer, ...] = ()
    total: int = 0
    complete: bool = True


@dataclass(frozen=True)
class Reason:
    """Why a demand cannot be met; each reason is enough by itself, and nothing in it can be left out.

    Attributes
    ----------
    decision_maker : who may not change and is not stable.
    concept : the concept under which that is so whatever the others prefer: GMR where SEQ is asked for,
        SMR where SSEQ is, if others may change.
    """

    decision_maker: str
    concept: Concept
    sentence: str


@dataclass(frozen=True)
class Inverse:
    """What must be preferred to what for a state to be stable, under the assumptions of the model.

    Attributes
    ----------
    state : number of the wanted state.
    concepts : per decision maker id the concept.
    may_change : ids of those whose preferences may change.
    stable_now : whether the state is stable for everybody with preferences as they are.
    conditions : for each who may change the exact condition, the others' preferences held.
    ranking : the smallest change of rankings, in pairs of states whose order changes.
    statements : the smallest change of ordered statements, in edits.
    reasons : where no change of those who may change can do it.
    """

    analysis: Analysis
    state: int
    concepts: tuple[tuple[str, Concept], ...]
    may_change: tuple[str, ...]
    stable_now: bool
    conditions: tuple[Condition, ...]
    ranking: Smallest
    statements: Smallest
    reasons: tuple[Reason, ...] = ()


def inverse(
    analysis: Analysis,
    state: StateLike,
    concepts: Concepts = "SEQ",
    may_change: Collection[str] | None = None,
    progress: Progress | None = None,
) -> Inverse:
    """Work out what must be preferred to what for a state to be stable.

    Parameters
    ----------
    concepts : one for everybody, or each decision maker's own by id.
    may_change : ids of those whose preferences may change; everybody if left out.

    Raises
    ------
    UsageError
        for an unknown name, or a state that is not feasible.

    >>> import goodoffices as go
    >>> water = go.load("published/euphrates-1975").analyse()
    >>> found = inverse(water, "release", "Nash", may_change=["syria"])
    >>> found.conditions[0].rankings, found.conditions[0].of
    (240, 720)
    """
    setting = Setting.of(analysis, concepts, may_change)
    cell = setting.cell(state)
    report = progress or (lambda _what, _share: None)
    report("conditions", 0.0)
    unstable = setting.unstable_for(setting.game, cell)
    written = analysis.states.count <= MOST_WRITTEN
    clauses = {
        i: clauses_of(setting.game, setting.concepts[i], i, cell)
        for i in setting.may_change
        if written
    }
    conditions = tuple(_condition(setting, i, cell, own, unstable) for i, own in clauses.items())
    held = [i for i in unstable if i not in setting.may_change]
    reasons = tuple(reason for i in held if (reason := _reason(setting, i, state)))
    report("rankings", 0.3)
    ranking = _smallest_lifts(setting, cell, unstable, impossible=bool(reasons))
    report("statements", 0.5)
    edits = _smallest_edits(setting, cell, unstable, impossible=bool(reasons), report=report)
    return Inverse(
        analysis=analysis,
        state=analysis.states.find(state),
        concepts=tuple(zip(setting.ids, setting.concepts, strict=True)),
        may_change=tuple(setting.ids[i] for i in setting.may_change),
        stable_now=not unstable,
        conditions=conditions,
        ranking=ranking,
        statements=edits,
        reasons=reasons,
    )


def _condition(
    setting: Setting,
    i: int,
    cell: int,
    clauses: dict[int, list[frozenset[int]]],
    unstable: tuple[int, ...],
) -> Condition:
    states = setting.analysis.states
    counted = states.count <= _MOST_COUNTED
    told = []
    for move, sets in clauses.items():
        ways = tuple(setting.numbers(np.array(sorted(one))) for one in sets)
        told.append(Clause(setting.number(move), ways))
    number = setting.number(cell)
    return Condition(
        decision_maker=setting.ids[i],
        concept=setting.concepts[i],
        state=number,
        fixed=setting.concepts[i] in SEQUENTIAL,
        holds=i not in unstable,
        clauses=tuple(told),
        rankings=count_rankings(list(clauses.values()), states.count) if counted else None,
        of=factorial(states.count) if counted else None,
        formula=_formula(setting.analysis, number, told),
    )


def _formula(analysis: Analysis, state: int, clauses: list[Clause]) -> str:
    """Write a condition: all of the clauses, joined by "and"."""
    here = state_words(analysis.conflict, state)

    def pairs(one: tuple[int, ...]) -> str:
        return " and ".join(f"{here} ≽ {state_words(analysis.conflict, n)}" for n in one)

    def clause(it: Clause) -> str:
        ways = [f"({pairs(one)})" if len(one) > 1 else pairs(one) for one in it.alternatives]
        more = len(ways) - _FORMULA
        shown = [*ways[:_FORMULA], *([f"one of {more:,} more"] if more > 0 else [])]
        return shown[0] if len(shown) == 1 else f"({' or '.join(shown)})"

    return " and ".join(map(clause, clauses)) or "every ranking will do"


_AT_BEST: dict[Concept, Concept] = {"SEQ": "GMR", "SSEQ": "SMR"}
"""What is left of a sequential concept where the others may come to like any of their moves."""


def _reason(setting: Setting, i: int, state: StateLike) -> Reason | None:
    """Return why nothing the others may change makes a state stable for one who may not change."""
    concept = setting.concepts[i]
    if setting.may_change:
        concept = _AT_BEST.get(concept, concept)
    why = setting.analysis.explain(concept, setting.ids[i], state)
    return None if why.stable else Reason(setting.ids[i], concept, why.sentence)


def _smallest_lifts(
    setting: Setting, cell: int, unstable: tuple[int, ...], *, impossible: bool
) -> Smallest:
    """Lift the state for everybody for whom it is not stable, until it is for all."""
    if not unstable:
        return Smallest("none needed")
    if impossible:
        return Smallest("impossible")
    game, cost, lifts = setting.game, 0, dict[int, tuple[int, int]]()
    left = unstable
    while left:
        new: dict[int, Ranks] = {}
        for i in (i for i in left if i in setting.may_change):
            theta = lift_to(game, setting.concepts[i], i, cell)
            if theta >= int(game.ranks[i][cell]):
                above = int(np.flatnonzero(game.ranks[i] == theta)[0])
                lifts[i] = (above, pairs_changed(setting.game, i, cell, _was(setting, i, above)))
                new[i] = lifted(game.ranks[i], cell, theta)
        if not new:  # whoever is left may not change, and lifting the others has not helped
            return Smallest("at least", 1)
        game = game_with(game, new)
        left = setting.unstable_for(game, cell)
    cost = sum(pairs for _, pairs in lifts.values())
    number = setting.number(cell)
    changes = tuple(
        Lift(setting.ids[i], number, setting.number(above))
        for i, (above, _) in sorted(lifts.items())
    )
    status: Status = "optimal"
    if setting.coupled and cost > 1:
        nearer = nearest_rankings(setting, cell, cost - 1)
        status = "optimal" if nearer else "at most"
        if nearer and nearer[1]:
            return Smallest("optimal", nearer[0], (_answer(setting, nearer[1], cell),), 1)
    return Smallest(status, cost, (_answer(setting, changes, cell, game),), 1)


def _was(setting: Setting, i: int, above: int) -> int:
    return int(setting.game.ranks[i][above])


def _smallest_edits(
    setting: Setting, cell: int, unstable: tuple[int, ...], *, impossible: bool, report: Progress
) -> Smallest:
    if not unstable:
        return Smallest("none needed")
    stuck = [i for i in unstable if i not in setting.editable]
    if impossible or (stuck and not setting.coupled):
        return Smallest("impossible")
    if setting.coupled:
        cost, profiles, complete = cheapest_together(setting, [cell], report)
        ways: list[tuple[Change, ...]] = [
            tuple(e for i, o in found.orders.items() for e in setting_edits(setting, i, o))
            for found in profiles
        ]
        if not ways:
            return Smallest("impossible") if complete else Smallest("at least", cost)
        return _ranked(setting, cell, "optimal", cost, ways, len(ways))
    searched = {i: _own_edits(setting, i, cell) for i in unstable}
    cost = sum(found.cost for found in searched.values())
    if not all(found.orders for found in searched.values()):
        return Smallest("at least", cost)
    status: Status = "optimal" if all(it.proved for it in searched.values()) else "at most"
    complete = all(found.complete for found in searched.values())
    total = prod(len(found.orders) for found in searched.values())
    each = [[setting_edits(setting, i, o) for o in f.orders] for i, f in searched.items()]
    chosen = [tuple(e for part in parts for e in part) for parts in islice(product(*each), 5000)]
    return _ranked(setting, cell, status, cost, chosen, total, complete=complete)


def setting_edits(setting: Setting, i: int, order: tuple[int, ...]) -> tuple[Change, ...]:
    """Return the edits that lead to an order of one decision maker's statements."""
    dm = setting.analysis.conflict.decision_makers[i]
    return edits_to(dm.id, len(statements_of(dm)), order)


def _own_edits(setting: Setting, i: int, cell: int) -> Searched:
    """Return the cheapest orders of one decision maker, the others' preferences held."""
    dm = setting.analysis.conflict.decision_makers[i]
    clauses = clauses_of(setting.game, setting.concepts[i], i, cell)
    truth = truth_of(setting.analysis, dm)
    demand = Demand.of(truth, cell, list(clauses.values()))
    found = cheapest_orders(len(truth), demand)
    if not found.proved:
        found = solve_orders(len(truth), demand, found.cost) or found
    return found


def _ranked(
    setting: Setting,
    cell: int,
    status: Status,
    cost: int,
    ways: list[tuple[Change, ...]],
    total: int,
    *,
    complete: bool = True,
) -> Smallest:
    """Return the answers, those that contradict least evidence first."""
    conflict = setting.analysis.conflict
    ways.sort(key=lambda way: (len(contradicted(conflict, way)), *map(str, way)))
    answers = tuple(_answer(setting, way, cell) for way in ways[:_MOST_ANSWERS])
    return Smallest(status, cost, answers, total, complete)


def _answer(
    setting: Setting, changes: tuple[Change, ...], cell: int, game: AnyGame | None = None
) -> Answer:
    against = contradicted(setting.analysis.conflict, changes)
    if setting.analysis.states.count > MOST_WRITTEN:
        return Answer(changes, against)
    number = setting.number(cell)
    before = setting.now() - {number}
    after = setting.equilibria(game or setting.after(changes)) - {number}
    return Answer(
        changes,
        against,
        *(tuple(sorted(s)) for s in (before & after, before - after, after - before)),
    )
