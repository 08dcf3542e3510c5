"""The ways to say what cannot be, and the statement each of them rules out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from goodoffices.conflict.model import Constraint, ConstraintKind, Option, pairs_excluded, pattern
from goodoffices.errors import InputError
from goodoffices.statements import And, Name, Not, Or, Statement, negate, parse

__all__ = ["constraint"]


def constraint(
    kind: ConstraintKind,
    given: tuple[str, ...],
    options: tuple[Option, ...] = (),
    *,
    because: tuple[str, ...] = (),
    note: str = "",
) -> Constraint:
    """Make a constraint from how an analyst puts it.

    Parameters
    ----------
    kind : one of the keys of a ``[[feasibility]]`` entry.
    given : ids for ``mutually_exclusive``, ``at_least_one`` and ``exactly_one``; the dependent id and
        a statement for ``only_if``; a statement for ``never`` and ``always``; letters for
        ``never_pattern``.
    options : all options of the conflict in order; needed for ``never_pattern`` only.

    Raises
    ------
    StatementError
        where a statement cannot be read.
    InputError
        where the list or the pattern says nothing, or does not fit the options.

    >>> str(constraint("only_if", ("veto", "vote")).rules_out)
    'veto and not vote'
    >>> str(constraint("exactly_one", ("a", "b")).rules_out)
    'a and b or not a and not b'
    """
    one_pattern = kind == "never_pattern"
    rules_out = _pattern(given[0], options) if one_pattern else _RULES_OUT[kind](given)
    return Constraint(kind, given, rules_out, because, note)


def _pattern(letters: str, options: tuple[Option, ...]) -> Statement:
    strange = sorted(set(letters) - set("YN-"))
    if strange:
        raise InputError(
            f"a pattern is made of Y (taken), N (not taken) and - (either), found '{strange[0]}'"
        )
    if len(letters) != len(options):
        raise InputError(
            f"the pattern has {len(letters)} letters, but there are {len(options)} options: "
            f"{', '.join(option.id for option in options)}"
        )
    if set(letters) <= {"-"}:
        raise InputError("the pattern holds in every state and so rules out all of them")
    return pattern(options, letters)


def _listed(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of a list that must hold two or more different ones."""
    for k, id_ in enumerate(ids):
        if id_ in ids[:k]:
            raise InputError(f"'{id_}' stands twice in the list")
    if len(ids) < 2:
        raise InputError(f"expected a list of two or more ids, found {len(ids)}")
    return ids


def _none(ids: tuple[str, ...]) -> Statement:
    return And(tuple(Not(Name(id_)) for id_ in ids))


_RULES_OUT: Mapping[ConstraintKind, Callable[[tuple[str, ...]], Statement]] = MappingProxyType(
    {
        "mutually_exclusive": lambda ids: pairs_excluded(_listed(ids)),
        "at_least_one": lambda ids: _none(_listed(ids)),
        "exactly_one": lambda ids: Or((pairs_excluded(_listed(ids)), _none(ids))),
        "only_if": lambda given: And((Name(given[0]), negate(parse(given[1])))),
        "never": lambda given: parse(given[0]),
        "always": lambda given: negate(parse(given[0])),
    }
)
