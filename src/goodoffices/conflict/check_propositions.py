"""Whether derived propositions come down to options, and in a size that can be worked with."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.conflict.model import Conflict
from goodoffices.conflict.placed import placed_statements
from goodoffices.errors import Fault
from goodoffices.statements import MOST_LEVELS, MOST_PARTS, measure, names

__all__ = ["proposition_faults"]


def proposition_faults(conflict: Conflict) -> Iterator[Fault]:
    """Yield what is wrong with the derived propositions, and with statements made large by them."""
    yield from _cycles(conflict)
    yield from _sizes(conflict)


def _cycles(conflict: Conflict) -> Iterator[Fault]:
    """No derived proposition is defined by itself."""
    uses = {p.id: list(names(p.statement)) for p in conflict.derived}
    reported: set[str] = set()
    for start in uses:
        circle = _circle(start, uses)
        if circle and not reported & set(circle):
            reported |= set(circle)
            yield Fault(
                f"'{start}' is defined by itself ({' uses '.join([*circle, circle[0]])}); "
                "a derived proposition must come down to options",
                ("derived", start),
            )


def _circle(start: str, uses: dict[str, list[str]]) -> list[str]:
    """Return the names on a way from ``start`` back to itself, or nothing."""
    came_from: dict[str, str] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop()
        for used in uses.get(name, ()):
            if used == start:
                way = [name]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if used in uses and used not in came_from:
                came_from[used] = name
                waiting.append(used)
    return []


def _sizes(conflict: Conflict) -> Iterator[Fault]:
    """No statement is endless once the derived propositions in it are written out."""
    sizes: dict[str, tuple[int, int]] = {}
    waiting = {p.id: p.statement for p in conflict.derived}
    while ready := [id_ for id_, it in waiting.items() if not waiting.keys() & set(names(it))]:
        for id_ in ready:
            sizes[id_] = measure(waiting.pop(id_), sizes)
            if _too_large(sizes[id_]):
                yield Fault(f"'{id_}' {_endless(sizes[id_])}", ("derived", id_))
                sizes[id_] = (1, 1)  # told once, not again for all that use it
    for path, statement in placed_statements(conflict):
        if path[0] != "derived" and _too_large(size := measure(statement, sizes)):
            yield Fault(f"the statement {_endless(size)}", path)


def _too_large(size: tuple[int, int]) -> bool:
    return size[0] > MOST_LEVELS or size[1] > MOST_PARTS


def _endless(size: tuple[int, int]) -> str:
    much = f"more than {MOST_PARTS:,} parts long"
    if size[0] > MOST_LEVELS:
        much = f"{size[0]:,} levels deep, more than {MOST_LEVELS},"
    return f"is {much} with its derived propositions written out; simplify what it is made of"
