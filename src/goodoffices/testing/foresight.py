"""Limited-move stability, literally: every choice among ties played out, to hold the fast answer against.

>>> from goodoffices.testing.oracle import Oracle
>>> arcs = {"a": {1: frozenset({2})}, "b": {2: frozenset({1})}}
>>> liking = {"a": {1: 1, 2: 2}, "b": {1: 2, 2: 1}}
>>> oracle = Oracle((1, 2), arcs, liking)
>>> two_player_ends(oracle, "a", 1, 1), two_player_ends(oracle, "a", 1, 2)
({2}, {1})
"""

from __future__ import annotations

from itertools import product

from goodoffices.testing.oracle import Oracle

__all__ = ["cautious_ends", "two_player_ends"]


def two_player_ends(oracle: Oracle, dm: str, state: int, h: int) -> set[int]:
    """Return every end of the play with h moves left, over all choices among equally liked ends."""
    (other,) = oracle.everybody - {dm}
    moves = sorted(oracle.moves(dm, state))
    if h == 0 or not moves:
        return {state}
    found = set()
    # each way the rest of the play could go after each move, then each best move given that way
    for ends in product(*(two_player_ends(oracle, other, q, h - 1) for q in moves)):
        best = [e for e in ends if not any(oracle.prefers(dm, f, e) for f in ends)]
        for end in best:
            found.add(end if oracle.prefers(dm, end, state) else state)
    return found


def cautious_ends(oracle: Oracle, dm: str, state: int, h: int) -> set[int]:
    """Return G_h of the variant ``L_h cautious``: anybody else may be next, the worst is expected."""
    moves = sorted(oracle.moves(dm, state))
    if h == 0 or not moves:
        return {state}
    after = {q: _after(oracle, dm, q, h - 1) for q in moves}
    value = {q: min(oracle.liking[dm][e] for e in ends) for q, ends in after.items()}
    best = max(value.values())
    if not best > oracle.liking[dm][state]:
        return {state}
    return set().union(*(after[q] for q in moves if value[q] == best))


def _after(oracle: Oracle, dm: str, state: int, h: int) -> set[int]:
    others = oracle.everybody - {dm}
    if not others or h == 0:
        return {state}
    return set().union(*(cautious_ends(oracle, k, state, h) for k in others))
