"""Where a statement holds: in one state, or in all states at once on columns of truth values."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import reduce
from typing import TYPE_CHECKING

from goodoffices.statements.syntax import (
    And,
    Count,
    If,
    Iff,
    Name,
    Not,
    OnlyIf,
    Or,
    Statement,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.bool_]

__all__ = ["evaluate", "holds"]


def holds(statement: Statement, true: Collection[str]) -> bool:
    """Tell whether a statement holds where exactly the names in ``true`` are true.

    >>> from goodoffices.statements import parse
    >>> holds(parse("at most 1 of (a, b)"), {"a"})
    True
    """
    match statement:
        case Name(id=name):
            return name in true
        case Not(part):
            return not holds(part, true)
        case And(parts):
            return all(holds(part, true) for part in parts)
        case Or(parts):
            return any(holds(part, true) for part in parts)
        case If(consequent, condition):
            return holds(consequent, true) or not holds(condition, true)
        case OnlyIf(antecedent, requirement):
            return not holds(antecedent, true) or holds(requirement, true)
        case Iff(left, right):
            return holds(left, true) == holds(right, true)
        case Count(quantity, k, parts):
            found = sum(holds(part, true) for part in parts)
            return {"at least": found >= k, "at most": found <= k, "exactly": found == k}[quantity]


def evaluate(statement: Statement, columns: Mapping[str, Column]) -> Column:
    """Work out a statement in many states at once.

    Parameters
    ----------
    statement : what to work out.
    columns : per name its truth values, bool arrays of any shapes that broadcast together. Columns of
        length one along an axis stay so: a statement about few options costs few operations.

    Returns
    -------
    bool array of the shape to which the columns mentioned broadcast (shape ``()`` if none is).

    Raises
    ------
    KeyError
        for a name without a column.

    >>> import numpy as np
    >>> from goodoffices.statements import parse
    >>> a, b = np.array([[False], [True]]), np.array([[False, True]])
    >>> evaluate(parse("a only if b"), {"a": a, "b": b}).tolist()
    [[True, True], [False, True]]
    """
    import numpy as np

    def column(part: Statement) -> Column:
        return evaluate(part, columns)

    match statement:
        case Name(id=name):
            return columns[name]
        case Not(part):
            return ~column(part)
        case And(parts):
            return reduce(np.logical_and, map(column, parts), np.array(True))
        case Or(parts):
            return reduce(np.logical_or, map(column, parts), np.array(False))
        case If(consequent, condition):
            return column(consequent) | ~column(condition)
        case OnlyIf(antecedent, requirement):
            return ~column(antecedent) | column(requirement)
        case Iff(left, right):
            return ~(column(left) ^ column(right))
        case Count(quantity, k, parts):
            zero: NDArray[np.int64] = np.array(0)
            return _compared(reduce(np.add, map(column, parts), zero), quantity, k)


def _compared(found: NDArray[np.int64], quantity: str, k: int) -> Column:
    if quantity == "at least":
        return found >= k
    return found <= k if quantity == "at most" else found == k
