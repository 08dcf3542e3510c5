"""Joint moves in depth: what each gains, whether the outcome holds, who could cheat, what would stop it.

A joint move of H leads from s by a legal sequence of its members' moves to a state that every member
strictly prefers to s, R_H^{++}(s) (Kilgour, Hipel, Fang and Peng 2001); H is minimal for that outcome.
Members are those who cannot improve alone, unless anybody is asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from goodoffices.conflict import Conflict
from goodoffices.errors import UsageError
from goodoffices.mediation.coalitions import Coalitions
from goodoffices.mediation.gains import Balance, balance
from goodoffices.mediation.guarantees import (
    Guarantee,
    dependences,
    guarantee_words,
    irreversibles,
    smallest_sets,
)
from goodoffices.stability import CONCEPTS, Analysis, Concept, Sanction, Step
from goodoffices.stability.build import game_of
from goodoffices.stability.coalitions import CoalitionConcept
from goodoffices.stability.concepts import named
from goodoffices.stability.explain import answers
from goodoffices.stability.powers import coalitions_of
from goodoffices.stability.search import AnyGame, CellStep, search

__all__ = ["Breach", "JointMove", "JointMoves", "joint_moves"]

StateLike = int | str | Collection[str]


@dataclass(frozen=True)
class Breach:
    """A move with which somebody could gain by leaving the outcome.

    Attributes
    ----------
    move : the unilateral improvement from the outcome.
    gain : what it is to the one who makes it, in its own statements.
    sanctions : per concept a shortest sanction of the others; None where nothing deters the move.
    """

    decision_maker: str
    move: Step
    gain: Balance
    sanctions: dict[Concept, Sanction | None]

    @property
    def deterred_under(self) -> tuple[Concept, ...]:
        """The concepts under which the others can answer."""
        return tuple(concept for concept, sanction in self.sanctions.items() if sanction)


@dataclass(frozen=True)
class JointMove:
    """What some decision makers could do together, in depth.

    Attributes
    ----------
    members : decision maker ids, a minimal coalition for this outcome.
    path : a legal sequence of the members' moves with the fewest steps at a loss.
    gains : what the outcome is to each member against the start; all are better off.
    others : the same for everybody else.
    equilibrium_under : concepts under which the outcome is an equilibrium of single decision makers.
    coalitional_under : concepts under which it holds against every coalition; None where not worked out.
    breaches : who could gain by leaving the outcome alone, and what would deter it.
    guarantees : minimal sets of guarantees that make it an equilibrium under the concept asked for, and
        that leave the path open; empty where it is one already, or where none was found.
    """

    members: tuple[str, ...]
    source: int
    target: int
    path: tuple[Step, ...]
    gains: tuple[Balance, ...]
    others: tuple[Balance, ...]
    equilibrium_under: tuple[Concept, ...]
    coalitional_under: tuple[CoalitionConcept, ...] | None
    breaches: tuple[Breach, ...]
    guarantees: tuple[tuple[Guarantee, ...], ...]


@dataclass(frozen=True)
class JointMoves:
    """The joint moves from one state, smaller coalitions first; ``total`` counts all."""

    conflict: Conflict
    source: int
    concept: Concept
    found: tuple[JointMove, ...]
    total: int

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""
        moves = []
        for it in self.found:
            words = [[guarantee_words(self.conflict, g) for g in some] for some in it.guarantees]
            moves.append({**asdict(it), "guarantees": words})
        return {
            "source": self.source, "concept": self.concept, "total": self.total, "joint_moves": moves,
        }  # fmt: skip

    def states(self) -> set[int]:
        """Return the numbers of every state mentioned."""
        found = {self.source}
        for joint in self.found:
            found.update((joint.target, *(step.target for step in joint.path)))
            for breach in joint.breaches:
                found.add(breach.move.target)
                for sanction in breach.sanctions.values():
                    found.update(step.target for step in (sanction.path if sanction else ()))
        return found


def joint_moves(
    analysis: Analysis,
    state: StateLike | None = None,
    *,
    concept: str = "Nash",
    most: int | None = 20,
    anybody: bool = False,
    coalitions: Coalitions | None = None,
) -> JointMoves:
    """Tell what several decision makers could do together from a state, or the status quo.

    Parameters
    ----------
    concept : guarantees are sought that make each outcome an equilibrium under this concept.
    most : how many are worked out in depth.
    anybody : let also those be members who can improve alone.
    coalitions : coalitional stability of the analysis, where it is at hand.

    Raises
    ------
    UsageError
        for an unknown state or concept, where there is nothing to start from, or for an analysis with
        sanctions of one move.

    >>> import goodoffices as go
    >>> (deal,) = joint_moves(go.load("geneva-2014/council").analyse()).found
    >>> deal.members, [gain.gained for gain in deal.gains]
    (('sponsors', 'russia'), [('adopted',), ('not trigger', 'not veto')])
    >>> [(it.decision_maker, it.deterred_under) for it in deal.breaches]
    [('sponsors', ('GMR', 'SMR', 'SEQ', 'SSEQ'))]
    """
    name = named(concept)
    if name not in CONCEPTS:
        raise UsageError(f"guarantees are sought under {', '.join(CONCEPTS)}, not {name}")
    if analysis.sanctions != "legal":
        raise UsageError("joint moves in depth are worked out with legal sanctions only")
    start = state if state is not None else analysis.conflict.status_quo
    if start is None:
        raise UsageError("the conflict has no status quo; name a state")
    source = analysis.conflict.states.find(start)
    if anybody:
        every = list(_anybody(analysis, source))
        total = len(every)
        chosen = every[:most]
    else:
        found = analysis.joint_improvements(source, most=most)
        chosen, total = [(it.members, it.target) for it in found], found.total
    told = tuple(_in_depth(analysis, source, *it, name, coalitions) for it in chosen)
    return JointMoves(analysis.conflict, source, name, told, total)


def _anybody(analysis: Analysis, source: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the minimal coalitions of two or more for each outcome, whoever can improve alone."""
    game = analysis.game
    cells = np.flatnonzero(game.feasible)
    cell = int(cells[source - 1])
    ids = [dm.id for dm in analysis.conflict.decision_makers]
    minimal: dict[int, list[set[int]]] = {}
    for members in coalitions_of(game.players):
        reached = np.sort(search(game, cell, members).reached)
        for i in members:
            reached = reached[game.ranks[i][reached] > game.ranks[i][cell]]
        for target in reached.tolist():
            known = minimal.setdefault(target, [])
            if any(smaller <= set(members) for smaller in known):
                continue
            known.append(set(members))
            if len(members) > 1:
                yield tuple(ids[i] for i in members), int(np.searchsorted(cells, target)) + 1


def _in_depth(
    analysis: Analysis,
    source: int,
    members: tuple[str, ...],
    target: int,
    concept: Concept,
    coalitions: Coalitions | None,
) -> JointMove:
    makers = [dm.id for dm in analysis.conflict.decision_makers]
    path = _gentlest(analysis, members, source, target)
    breaches = tuple(_breaches(analysis, target))
    held = analysis.equilibrium_under(target)
    return JointMove(
        members=members,
        source=source,
        target=target,
        path=path,
        gains=tuple(balance(analysis, id_, source, target) for id_ in members),
        others=tuple(
            balance(analysis, id_, source, target) for id_ in makers if id_ not in members
        ),
        equilibrium_under=held,
        coalitional_under=None if coalitions is None else coalitions.equilibrium_under(target),
        breaches=breaches,
        guarantees=() if concept in held else tuple(_guarantees(analysis, concept, path, breaches)),
    )


def _gentlest(
    analysis: Analysis, members: Iterable[str], source: int, target: int
) -> tuple[Step, ...]:
    game, conflict = analysis.game, analysis.conflict
    cells = np.flatnonzero(game.feasible)
    players = [i for i, dm in enumerate(conflict.decision_makers) if dm.id in set(members)]
    goal = int(cells[target - 1])
    found = search(game, int(cells[source - 1]), players, "fewest losses", lambda c: c == goal)

    def told(step: CellStep) -> Step:
        mover, before, after = step
        ranks = game.ranks[mover]
        change = int(ranks[after] > ranks[before]) - int(ranks[after] < ranks[before])
        numbers = np.searchsorted(cells, [before, after]) + 1
        dm = conflict.decision_makers[mover].id
        return Step(dm, int(numbers[0]), int(numbers[1]), change)

    return tuple(map(told, found.path_to(goal)))


def _breaches(analysis: Analysis, target: int) -> Iterator[Breach]:
    """Yield everybody's improvements from the outcome with what answers them under each concept."""
    for dm in analysis.conflict.decision_makers:
        told = {c: analysis.explain(c, dm.id, target).answers for c in CONCEPTS[1:]}
        for k, answer in enumerate(told["GMR"]):
            move = answer.improvement
            yield Breach(
                decision_maker=dm.id,
                move=move,
                gain=balance(analysis, dm.id, target, move.target),
                sanctions={c: some[k].sanction for c, some in told.items()},
            )


def _guarantees(
    analysis: Analysis, concept: Concept, path: tuple[Step, ...], breaches: tuple[Breach, ...]
) -> Iterator[tuple[Guarantee, ...]]:
    """Yield the minimal sets of guarantees that make the outcome an equilibrium under a concept."""
    conflict = analysis.conflict
    if conflict.listed_states:
        return
    target = path[-1].target
    open_ = [it.move for it in breaches if concept not in it.deterred_under]
    visited = [path[0].source, *(step.target for step in path)]
    candidates = [
        *irreversibles(conflict, target, open_, path),
        *dependences(conflict, target, open_, visited),
    ]
    agreed = frozenset(conflict.states.taken(target))

    def carries(changed: Conflict) -> bool:
        game: AnyGame = game_of(changed)
        cell = int(np.flatnonzero(game.feasible)[changed.states.find(agreed) - 1])
        return all(
            answer.sanction is not None
            for i in game.players
            for answer in answers(game, concept, i, cell)
        )

    yield from smallest_sets(conflict, candidates, carries)
