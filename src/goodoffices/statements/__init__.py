"""The statement language: what decision makers want, and what cannot be, in words.

A statement says something about the options taken: ``access iff (adopted and trigger)``. This room
reads statements, prints them, negates them and works out where they hold. It knows no conflict.

>>> from goodoffices.statements import parse, holds
>>> want = parse("sequence if russia_presses")
>>> holds(want, {"russia_presses"}), holds(want, set())
(False, True)
"""

from goodoffices.statements.evaluate import evaluate, holds
from goodoffices.statements.parse import RESERVED, is_identifier, parse
from goodoffices.statements.syntax import (
    MOST_LEVELS,
    MOST_PARTS,
    And,
    Count,
    If,
    Iff,
    Name,
    Not,
    OnlyIf,
    Or,
    Statement,
    measure,
    names,
    negate,
    substitute,
)

__all__ = [
    "MOST_LEVELS",
    "MOST_PARTS",
    "RESERVED",
    "And",
    "Count",
    "If",
    "Iff",
    "Name",
    "Not",
    "OnlyIf",
    "Or",
    "Statement",
    "evaluate",
    "holds",
    "is_identifier",
    "measure",
    "names",
    "negate",
    "parse",
    "substitute",
]
