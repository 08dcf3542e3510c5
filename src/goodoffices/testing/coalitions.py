"""The definitions of coalitional stability, word for word: slow answers to hold the fast ones against.

>>> from goodoffices.testing.oracle import Oracle
>>> arcs = {"a": {1: frozenset({2}), 3: frozenset({4})}, "b": {1: frozenset({3}), 2: frozenset({4})}}
>>> liking = {"a": {1: 1, 2: 0, 3: 2, 4: 3}, "b": {1: 1, 2: 2, 3: 0, 4: 3}}
>>> oracle = Oracle((1, 2, 3, 4), arcs, liking)
>>> is_coalition_stable(oracle, "CNash", {"a", "b"}, 1), is_coalition_stable(oracle, "CNash", {"a"}, 1)
(False, True)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from goodoffices.testing.oracle import Oracle

__all__ = [
    "coalition_improvements",
    "is_coalition_stable",
    "is_stable_as_player",
    "reached_by_coalitions",
    "subcoalitions",
]


def subcoalitions(members: Iterable[str]) -> Iterator[frozenset[str]]:
    """Yield the non-empty subsets."""
    every = sorted(members)
    for size in range(1, len(every) + 1):
        yield from map(frozenset, combinations(every, size))


def coalition_improvements(oracle: Oracle, members: Collection[str], state: int) -> frozenset[int]:
    """Return R_H^{++}(s): what the members reach together and all strictly prefer."""
    return frozenset(
        end
        for end in oracle.reached(members, state, improving=False)
        if all(oracle.prefers(dm, end, state) for dm in members)
    )


def reached_by_coalitions(
    oracle: Oracle, coalitions: Sequence[frozenset[str]], start: int
) -> frozenset[int]:
    """Return the ends of sequences of coalition improvements, no coalition moving twice running."""
    if not coalitions:
        return frozenset()
    seen: set[tuple[int, frozenset[str]]] = set()
    waiting: list[tuple[int, frozenset[str] | None]] = [(start, None)]
    while waiting:
        state, last = waiting.pop()
        for coalition in coalitions:
            if coalition == last:
                continue
            for end in coalition_improvements(oracle, coalition, state):
                if (end, coalition) not in seen:
                    seen.add((end, coalition))
                    waiting.append((end, coalition))
    return frozenset(end for end, _ in seen)


def is_coalition_stable(oracle: Oracle, concept: str, members: Collection[str], state: int) -> bool:
    """Tell whether a state is CNash, CGMR, CSMR or CSEQ stable for a coalition."""
    rest = oracle.everybody - frozenset(members)
    answering = list(subcoalitions(rest))
    return _is_stable(oracle, concept[1:], members, state, answering)


def is_stable_as_player(
    oracle: Oracle,
    concept: str,
    block: frozenset[str],
    structure: Sequence[frozenset[str]],
    state: int,
) -> bool:
    """Tell whether a state is Nash, GMR, SMR or SEQ stable for a block when blocks are the players."""
    return _is_stable(oracle, concept, block, state, [b for b in structure if b != block])


def _is_stable(
    oracle: Oracle,
    concept: str,
    members: Collection[str],
    state: int,
    answering: Sequence[frozenset[str]],
) -> bool:
    def hurt(end: int) -> bool:
        return any(not oracle.prefers(dm, end, state) for dm in members)

    def sanctioned(improvement: int) -> bool:
        if concept == "Nash":
            return False
        if concept == "SEQ":
            return any(map(hurt, reached_by_coalitions(oracle, answering, improvement)))
        rest = frozenset().union(*answering) if answering else frozenset()
        return any(
            hurt(end)
            and (concept == "GMR" or all(map(hurt, oracle.reached(members, end, improving=False))))
            for end in oracle.reached(rest, improvement, improving=False)
        )

    return all(map(sanctioned, coalition_improvements(oracle, members, state)))
