"""Between statements and patterns: a pattern is a conjunction of options taken or not, several mean "or"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, combinations
from typing import TypeAlias

from goodoffices.errors import LimitError
from goodoffices.statements import (
    And,
    Count,
    If,
    Iff,
    Name,
    Not,
    OnlyIf,
    Or,
    Statement,
    negate,
)

__all__ = ["MOST_PATTERNS", "Pattern", "patterns_of", "statement_of"]

Pattern: TypeAlias = frozenset[tuple[str, bool]]
"""Option ids, each with whether it is taken; all must hold."""

MOST_PATTERNS = 1000
"""Patterns of one statement above which it is not written out."""

Patterns: TypeAlias = list[Pattern]


def patterns_of(statement: Statement) -> list[Pattern]:
    """Return patterns one of which holds exactly where a statement about options does.

    None hold nowhere; the empty pattern holds everywhere.

    Raises
    ------
    LimitError
        where more than `MOST_PATTERNS` would be needed.

    >>> from goodoffices.statements import parse
    >>> [sorted(p) for p in patterns_of(parse("a only if not b"))]
    [[('a', False)], [('b', False)]]
    """
    return _expand(statement, holds=True)


def _expand(statement: Statement, *, holds: bool) -> Patterns:
    """Return the patterns of a statement, or of its negation."""
    match statement:
        case Name(id_):
            return [frozenset({(id_, holds)})]
        case Not(part):
            return _expand(part, holds=not holds)
        case And(parts) | Or(parts):
            each = (_expand(part, holds=holds) for part in parts)
            return _all(each) if isinstance(statement, And) == holds else _any(each)
        case If(consequent, condition):
            return _expand(Or((consequent, Not(condition))), holds=holds)
        case OnlyIf(antecedent, requirement):
            return _expand(Or((Not(antecedent), requirement)), holds=holds)
        case Iff(left, right):
            same = Or((And((left, right)), And((Not(left), Not(right)))))
            other = Or((And((left, Not(right))), And((Not(left), right))))
            return _expand(same if holds else other, holds=True)
        case Count():
            return _counted(statement, holds=holds)


def _counted(it: Count, *, holds: bool) -> Patterns:
    """Write out how many of the parts are true."""
    n = len(it.parts)
    tests: dict[str, Callable[[int], bool]] = {
        "at least": lambda k: k >= it.k,
        "at most": lambda k: k <= it.k,
        "exactly": lambda k: k == it.k,
    }
    fits = [tests[it.quantity](k) == holds for k in range(n + 1)]
    if len(set(fits)) == 1:
        return [frozenset()] if fits[0] else []
    if fits == sorted(fits):  # at least k of them
        k = fits.index(True)
        return _any(
            _all(_expand(p, holds=True) for p in chosen) for chosen in combinations(it.parts, k)
        )
    if fits == sorted(fits, reverse=True):  # at least k of them are false
        k = n + 1 - sum(fits)
        return _any(
            _all(_expand(p, holds=False) for p in chosen) for chosen in combinations(it.parts, k)
        )
    return _any(
        _all(_expand(p, holds=j in chosen) for j, p in enumerate(it.parts))
        for k in range(n + 1)
        if fits[k]
        for chosen in combinations(range(n), k)
    )


def _all(each: Iterable[Patterns]) -> Patterns:
    found: Patterns = [frozenset()]
    for patterns in each:
        joined = (one | other for one in found for other in patterns)
        found = _least(p for p in joined if len(dict(p)) == len(p))
    return found


def _any(each: Iterable[Patterns]) -> Patterns:
    return _least(chain.from_iterable(each))


def _least(patterns: Iterable[Pattern]) -> Patterns:
    """Leave out patterns that follow from a shorter one."""
    unique: dict[Pattern, None] = {}
    for pattern in patterns:
        unique[pattern] = None
        if len(unique) > MOST_PATTERNS:
            raise LimitError(
                f"it takes more than {MOST_PATTERNS:,} patterns to write it out; say it in shorter "
                "statements"
            )
    kept: Patterns = []
    for pattern in sorted(unique, key=lambda it: (len(it), sorted(it))):
        if not any(other <= pattern for other in kept):
            kept.append(pattern)
    return kept


def statement_of(patterns: Sequence[Mapping[str, bool]]) -> Statement:
    """Return the statement that one of some patterns holds; ``And(())`` where it always does.

    What GMCR+ makes of "if" and "iff" between two options is written as such again.

    >>> print(statement_of([{"p": True, "q": True}, {"p": False, "q": True}, {"p": False, "q": False}]))
    q if p
    >>> print(statement_of([{"a": True, "b": False}, {"c": True}]))
    a and not b or c
    """
    if not all(patterns):
        return And(())
    return _between_two(patterns) or _joined(Or, [_conjunction(pattern) for pattern in patterns])


def _conjunction(pattern: Mapping[str, bool]) -> Statement:
    return _joined(And, [_literal(*pair) for pair in pattern.items()])


def _literal(id_: str, taken: bool) -> Statement:
    return Name(id_) if taken else Not(Name(id_))


def _joined(kind: type[And | Or], parts: Sequence[Statement]) -> Statement:
    unique = tuple(dict.fromkeys(parts))
    return unique[0] if len(unique) == 1 else kind(unique)


def _between_two(patterns: Sequence[Mapping[str, bool]]) -> Statement | None:
    """Return "if" or "iff" where the patterns are all that is meant by it."""
    ids = list(patterns[0]) if patterns else []
    if len(ids) != 2 or any(set(pattern) != set(ids) for pattern in patterns):
        return None
    first, second = ids
    combinations_ = {(pattern[first], pattern[second]) for pattern in patterns}
    if len(combinations_) == 3:
        (missing,) = {(x, y) for x in (True, False) for y in (True, False)} - combinations_
        return If(negate(_literal(second, missing[1])), _literal(first, missing[0]))
    if combinations_ == {(True, True), (False, False)}:
        return Iff(Name(second), Name(first))
    return None
