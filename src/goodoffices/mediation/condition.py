"""What a decision maker's preferences must be for a state to be stable, the others' held fixed.

Every concept asks for each move q of i from the wanted state s: either s ≽ q, or the others can answer
with a state k, and s ≽ k (under SMR and SSEQ also s ≽ h for every reply h of i to k). So the condition
reads only which states i must not prefer to s, and is monotone in them (Kinsara, Kilgour and Hipel 2015).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import factorial

import numpy as np
from numpy.typing import NDArray

from goodoffices.stability import Concept
from goodoffices.stability.search import AnyGame, By, search

__all__ = ["Clause", "Condition", "clauses_of", "count_rankings"]

MOST_COUNTED = 18
"""Related states above which rankings are not counted."""
_MOST_COMPARED = (
    200  # alternatives of a clause above which clauses are not compared with one another
)


@dataclass(frozen=True)
class Clause:
    """What must be so because of one move: one of the alternatives, with all its states.

    Attributes
    ----------
    move : the state i could move to.
    alternatives : sets of states none of which i may prefer to the wanted one; the smallest first.
    """

    move: int
    alternatives: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Condition:
    """The exact condition on one decision maker's preferences; all clauses must hold.

    Attributes
    ----------
    state : the wanted state.
    fixed : whether the others' preferences matter and are held as they are (SEQ and SSEQ).
    holds : whether it holds for the preferences as they are.
    clauses : for each move that matters; empty where every ranking will do.
    rankings, of : how many strict rankings of all states fulfil it, of how many; None where too many
        states are related to count.
    formula : the condition in symbols: ``≽`` is "likes at least as much as".
    """

    decision_maker: str
    concept: Concept
    state: int
    fixed: bool
    holds: bool
    clauses: tuple[Clause, ...]
    rankings: int | None
    of: int | None
    formula: str


Sets = list[frozenset[int]]


def clauses_of(game: AnyGame, concept: Concept, i: int, cell: int) -> dict[int, Sets]:
    """Return per move of ``i`` the minimal sets of cells that ``i`` must not prefer to the wanted one.

    Moves whose clause follows from another's are left out.
    """
    others = [j for j in game.players if j != i]
    by: By = "improvements" if concept in ("SEQ", "SSEQ") else "moves"
    found: dict[int, Sets] = {}
    for move in map(int, game.moves(i, cell)):
        sets: Iterable[frozenset[int]] = [frozenset({move})]
        if concept != "Nash":
            reached = search(game, move, others, by).reached
            sets = [*sets, *_answers(game, concept, i, cell, reached)]
        smallest = _minimal(sets)
        if frozenset() not in smallest:
            found[move] = smallest
    return _needed(found)


def _answers(
    game: AnyGame, concept: Concept, i: int, cell: int, reached: NDArray[np.intp]
) -> Iterable[frozenset[int]]:
    for end in map(int, reached):
        needed = {end}
        if concept in ("SMR", "SSEQ"):
            needed.update(map(int, game.moves(i, end)))
        yield frozenset(needed - {cell})


def _minimal(sets: Iterable[frozenset[int]]) -> Sets:
    """Return the sets that contain no other, smallest first."""
    every = set(sets)
    if frozenset() in every:
        return [frozenset()]
    singles = {cell for one in every if len(one) == 1 for cell in one}
    larger: Sets = []
    rest = (one for one in every if len(one) > 1 and singles.isdisjoint(one))
    for one in sorted(rest, key=lambda it: (len(it), sorted(it))):
        if not any(other <= one for other in larger):
            larger.append(one)
    return [*(frozenset({cell}) for cell in sorted(singles)), *larger]


def _needed(clauses: dict[int, Sets]) -> dict[int, Sets]:
    """Leave out clauses that follow from another one."""
    kept: dict[int, Sets] = {}
    for move, sets in sorted(clauses.items(), key=lambda pair: (len(pair[1]), pair[0])):
        if len(sets) > _MOST_COMPARED or not any(_implies(other, sets) for other in kept.values()):
            kept[move] = sets
    return dict(sorted(kept.items()))


def _implies(first: Sets, then: Sets) -> bool:
    return all(any(small <= big for small in then) for big in first)


def count_rankings(clauses: Sequence[Sets], states: int) -> int | None:
    """Return how many strict rankings of all states fulfil the clauses; None where too many are related.

    With R related states the wanted one stands above exactly a set K of them in k!(R-k)! of the (R+1)!
    orders of these R+1, and every such order is found in states!/(R+1)! rankings.
    """
    related = sorted(set().union(*(one for sets in clauses for one in sets)))
    size = len(related)
    if size > MOST_COUNTED:
        return None
    subsets = np.arange(1 << size, dtype=np.int64)
    good = np.ones(1 << size, dtype=bool)
    bit = {cell: 1 << k for k, cell in enumerate(related)}
    for sets in clauses:
        met = np.zeros(1 << size, dtype=bool)
        for one in sets:
            mask = sum(bit[cell] for cell in one)
            met |= subsets & mask == mask
        good &= met
    per_size = np.bincount(np.bitwise_count(subsets[good]).astype(np.int64), minlength=size + 1)
    ways = sum(
        int(number) * factorial(k) * factorial(size - k) for k, number in enumerate(per_size)
    )
    return ways * factorial(states) // factorial(size + 1)
