"""What deters a coalition from each of its improvements: the witness behind coalitional stability."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from goodoffices.mediation.coalitions import Coalitions
from goodoffices.stability.analysis import StateLike
from goodoffices.stability.coalitions import named_coalition_concept
from goodoffices.stability.powers import Matrix, Members, Powers, coalitions_of

__all__ = ["CoalitionAnswer", "CoalitionStep", "answers_of_others"]


@dataclass(frozen=True)
class CoalitionStep:
    """One move of a coalition, or of one decision maker: who, and between which states."""

    members: tuple[str, ...]
    source: int
    target: int


@dataclass(frozen=True)
class CoalitionAnswer:
    """What the others can do about one coalition improvement.

    ``sanction`` is a shortest sequence after which some member is no better off than at the start; None
    where there is none.
    """

    improvement: CoalitionStep
    sanction: tuple[CoalitionStep, ...] | None


def answers_of_others(
    found: Coalitions, concept: str, ids: Iterable[str], state: StateLike
) -> tuple[CoalitionAnswer, ...]:
    """Return each improvement of a coalition from a state with a sanction of the others, or none.

    The state is stable for the coalition iff each has one.

    Raises
    ------
    UsageError
        for an unknown concept, decision maker or state.

    >>> import goodoffices as go
    >>> from goodoffices.mediation import coalitions
    >>> found = coalitions(go.load("geneva-2014/council").analyse())
    >>> (answer,) = answers_of_others(found, "CSEQ", ["sponsors"], "vote")
    >>> [step.members for step in answer.sanction]
    [('russia',)]
    """
    name = named_coalition_concept(concept)
    members = found.members(ids)
    start = found.analysis.conflict.states.find(state) - 1
    powers = found.powers
    hurts = ~powers.preferred(members)[start]
    if name == "CSMR":
        better = ~hurts
        hurts = hurts & ~(powers.reached(members) & better[None, :]).any(axis=1)
    edges = _edges(powers, name, powers.others(members))
    told = []
    for target in np.flatnonzero(powers.improvements(members)[start]).tolist():
        path = _shortest(edges, target, hurts) if name != "CNash" else None
        sanction = None if path is None else tuple(_step(found, *it) for it in path)
        told.append(CoalitionAnswer(_step(found, members, start, target), sanction))
    return tuple(told)


def _edges(powers: Powers, concept: str, others: Members) -> dict[Members, Matrix]:
    """Return who can answer with what: single moves, or under CSEQ coalition improvements."""
    if concept == "CSEQ":
        return {f: powers.improvements(f) for f in coalitions_of(others)}
    return {(j,): powers.moves[j] for j in others}


def _step(found: Coalitions, members: Members, source: int, target: int) -> CoalitionStep:
    return CoalitionStep(found.ids(members), source + 1, target + 1)


def _shortest(
    edges: Mapping[Members, Matrix], start: int, hurts: np.ndarray[tuple[int], np.dtype[np.bool_]]
) -> list[tuple[Members, int, int]] | None:
    """Return a shortest sequence to a state that hurts, nobody and no coalition moving twice running."""
    origin: dict[tuple[int, Members], tuple[int, Members]] = {}
    front: list[tuple[int, Members]] = [(start, ())]
    while front:
        following = []
        for node in front:
            for who, moves in edges.items():
                if who == node[1]:
                    continue
                for end in np.flatnonzero(moves[node[0]]).tolist():
                    if (end, who) in origin:
                        continue
                    origin[end, who] = node
                    if hurts[end]:
                        return _traced(origin, (end, who))
                    following.append((end, who))
        front = following
    return None


def _traced(
    origin: Mapping[tuple[int, Members], tuple[int, Members]], node: tuple[int, Members]
) -> list[tuple[Members, int, int]]:
    steps = []
    while node[1]:
        before = origin[node]
        steps.append((node[1], before[0], node[0]))
        node = before
    return steps[::-1]
