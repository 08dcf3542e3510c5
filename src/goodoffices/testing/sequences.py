"""Orders of steps to a wanted state, straight from the definition: slow, to hold the fast ones against.

>>> from goodoffices.testing.oracle import Oracle
>>> arcs = {"a": {1: frozenset({2})}, "b": {2: frozenset({3})}}
>>> liking = {"a": {1: 1, 2: 0, 3: 2}, "b": {1: 1, 2: 1, 3: 1}}
>>> best_orders(Oracle((1, 2, 3), arcs, liking), "Nash", 1, 3)
{None: (2, (0, 2)), 'a': (2, (0, 2)), 'b': None}
"""

from __future__ import annotations

from goodoffices.testing.oracle import Oracle

__all__ = ["best_orders", "could_defect", "is_trusted"]

Best = dict[str | None, tuple[int, tuple[int, int]] | None]


def could_defect(oracle: Oracle, concept: str, dm: str, move: int, wanted: int) -> bool:
    """Tell whether a move betters the decision maker against the wanted state, and no sanction meets it."""
    if not oracle.prefers(dm, move, wanted):
        return False
    if concept == "Nash":
        return True
    others = oracle.everybody - {dm}
    ends = oracle.reached(others, move, improving=concept in ("SEQ", "SSEQ"))
    return not any(
        oracle.hurts(dm, end, wanted)
        and (concept in ("GMR", "SEQ") or not oracle.escapes(dm, end, wanted))
        for end in ends
    )


def is_trusted(oracle: Oracle, concept: str, state: int, wanted: int) -> bool:
    """Tell whether nobody prefers the state to the wanted one and no defection from it pays."""
    return all(
        not oracle.prefers(dm, state, wanted)
        and not any(
            could_defect(oracle, concept, dm, move, wanted) for move in oracle.moves(dm, state)
        )
        for dm in oracle.arcs
    )


def best_orders(oracle: Oracle, concept: str, start: int, wanted: int) -> Best:
    """Return, for orders begun by anybody (None) and by each, the fewest steps, and (exposed, steps) at best.

    Exposed states are counted after the start. None where there is no order.
    """
    good = {s for s in oracle.numbers if is_trusted(oracle, concept, s, wanted)}
    exposed = {s for s in good if not is_trusted(oracle, "Nash", s, wanted)}
    found: Best = {}
    for first in (None, *oracle.arcs):
        if start not in good or wanted not in good:
            found[first] = None
        elif start == wanted:
            found[first] = (0, (0, 0)) if first is None else None
        else:
            found[first] = _best(oracle, good, exposed, start, wanted, first)
    return found


def _best(
    oracle: Oracle, good: set[int], exposed: set[int], start: int, wanted: int, first: str | None
) -> tuple[int, tuple[int, int]] | None:
    """Relax every step of every legal sequence until nothing gets cheaper."""
    fewest: dict[tuple[int, str], int] = {}
    safest: dict[tuple[int, str], tuple[int, int]] = {}
    for dm in oracle.arcs if first is None else [first]:
        for end in oracle.moves(dm, start) & good:
            fewest[end, dm] = 1
            safest[end, dm] = (int(end in exposed), 1)
    changed = True
    while changed:
        changed = False
        for state, last in list(fewest):
            for dm in oracle.everybody - {last}:
                for end in oracle.moves(dm, state) & good:
                    steps = fewest[state, last] + 1
                    risk, length = safest[state, last]
                    cost = (risk + (end in exposed), length + 1)
                    if (end, dm) not in fewest:
                        fewest[end, dm], safest[end, dm], changed = steps, cost, True
                    if steps < fewest[end, dm]:
                        fewest[end, dm], changed = steps, True
                    if cost < safest[end, dm]:
                        safest[end, dm], changed = cost, True
    ends = [node for node in fewest if node[0] == wanted]
    if not ends:
        return None
    return min(fewest[node] for node in ends), min(safest[node] for node in ends)
