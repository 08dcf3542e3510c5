"""Statements as values: what the words of the language mean, and how they are written back.

Each statement prints so that reading the print gives an equal statement: ``parse(str(s)) == s``.
``A if B`` is the implication from B to A and so true where B is false; ``A only if B`` is the
implication from A to B (Hipel, Kilgour, Fang and Peng 1997; `theory.md` 2.3 of the docs).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = [
    "MOST_LEVELS",
    "MOST_PARTS",
    "And",
    "Count",
    "If",
    "Iff",
    "Name",
    "Not",
    "OnlyIf",
    "Or",
    "Statement",
    "measure",
    "names",
    "negate",
    "substitute",
]

MOST_LEVELS = 120
"""The deepest statement that everything here can work on, whatever else is under way in Python."""
MOST_PARTS = 1_000_000
"""The longest statement worth working on, with derived propositions written out."""

Quantity: TypeAlias = Literal["at least", "at most", "exactly"]


@dataclass(frozen=True, slots=True)
class Name:
    """An option or a derived proposition, by its id."""

    id: str

    def __str__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class Not:
    """True where ``part`` is false."""

    part: Statement

    def __str__(self) -> str:
        return f"not {_tight(self.part, Name, Not, Count)}"


@dataclass(frozen=True, slots=True)
class And:
    """True where every part is true; true everywhere without parts."""

    parts: tuple[Statement, ...]

    def __str__(self) -> str:
        return " and ".join(_tight(part, Name, Not, Count) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """True where some part is true; true nowhere without parts."""

    parts: tuple[Statement, ...]

    def __str__(self) -> str:
        return " or ".join(_tight(part, Name, Not, Count, And) for part in self.parts)


@dataclass(frozen=True, slots=True)
class If:
    """``consequent if condition``: true where the condition is false."""

    consequent: Statement
    condition: Statement

    def __str__(self) -> str:
        return f"{_side(self.consequent)} if {_side(self.condition)}"


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """``antecedent only if requirement``: true where the antecedent is false."""

    antecedent: Statement
    requirement: Statement

    def __str__(self) -> str:
        return f"{_side(self.antecedent)} only if {_side(self.requirement)}"


@dataclass(frozen=True, slots=True)
class Iff:
    """``left iff right``: true where both are true or both are false."""

    left: Statement
    right: Statement

    def __str__(self) -> str:
        return f"{_side(self.left)} iff {_side(self.right)}"


@dataclass(frozen=True, slots=True)
class Count:
    """``at least | at most | exactly k of (…)``: how many of the parts are true."""

    quantity: Quantity
    k: int
    parts: tuple[Statement, ...]

    def __str__(self) -> str:
        return f"{self.quantity} {self.k} of ({', '.join(map(str, self.parts))})"


Statement: TypeAlias = Name | Not | And | Or | If | OnlyIf | Iff | Count


def _tight(part: Statement, *bare: type) -> str:
    """Print a part, in parentheses unless its kind binds at least as tightly as needed."""
    return str(part) if isinstance(part, bare) else f"({part})"


def _side(part: Statement) -> str:
    return _tight(part, Name, Not, Count, And, Or)


def children(statement: Statement) -> tuple[Statement, ...]:
    """Return the direct parts of a statement, in the order they are written."""
    match statement:
        case Name():
            return ()
        case Not(part):
            return (part,)
        case And(parts) | Or(parts) | Count(_, _, parts):
            return parts
        case If(left, right) | OnlyIf(left, right) | Iff(left, right):
            return (left, right)


def _mentions(statement: Statement) -> Iterator[str]:
    waiting = [statement]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Name):
            yield part.id
        waiting += reversed(children(part))


def measure(
    statement: Statement, meanings: Mapping[str, tuple[int, int]] | None = None
) -> tuple[int, int]:
    """Return how many levels deep a statement is and of how many parts it is made.

    Parameters
    ----------
    meanings : the same for names that stand for statements; any other name is one level and one part.

    >>> from goodoffices.statements import parse
    >>> measure(parse("not (a or b)")), measure(parse("not p"), {"p": (2, 3)})
    ((3, 4), (3, 4))
    """
    known = meanings or {}
    levels = parts = 0
    waiting = [(statement, 0)]
    while waiting:
        part, above = waiting.pop()
        deep, many = known.get(part.id, (1, 1)) if isinstance(part, Name) else (1, 1)
        levels, parts = max(levels, above + deep), parts + many
        waiting += [(inner, above + 1) for inner in children(part)]
    return levels, parts


def names(statement: Statement) -> tuple[str, ...]:
    """Return the ids a statement mentions, each once, in order of first mention.

    >>> from goodoffices.statements import parse
    >>> names(parse("b if a and not b"))
    ('b', 'a')
    """
    return tuple(dict.fromkeys(_mentions(statement)))


def negate(statement: Statement) -> Statement:
    """Return a statement true exactly where the given one is false, with a double ``not`` undone.

    >>> from goodoffices.statements import parse
    >>> str(negate(parse("not veto"))), str(negate(parse("vote and veto")))
    ('veto', 'not (vote and veto)')
    """
    return statement.part if isinstance(statement, Not) else Not(statement)


def substitute(statement: Statement, meaning: Mapping[str, Statement]) -> Statement:
    """Return the statement with each name in ``meaning`` replaced by its statement.

    The replacement is made once: names inside the replacing statements are left as they are.

    >>> from goodoffices.statements import parse
    >>> str(substitute(parse("not adopted"), {"adopted": parse("vote and not veto")}))
    'not (vote and not veto)'
    """

    def again(part: Statement) -> Statement:
        return substitute(part, meaning)

    match statement:
        case Name(id=name):
            return meaning.get(name, statement)
        case Not(part):
            return Not(again(part))
        case And(parts):
            return And(tuple(map(again, parts)))
        case Or(parts):
            return Or(tuple(map(again, parts)))
        case Count(quantity, k, parts):
            return Count(quantity, k, tuple(map(again, parts)))
        case If(left, right):
            return If(again(left), again(right))
        case OnlyIf(left, right):
            return OnlyIf(again(left), again(right))
        case Iff(left, right):
            return Iff(again(left), again(right))
