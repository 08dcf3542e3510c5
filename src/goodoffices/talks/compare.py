"""Derived answers on texts: what changed between versions, who stands where, a reading as a model."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from goodoffices.conflict import Conflict
from goodoffices.conflict.constraints import constraint
from goodoffices.errors import UsageError, did_you_mean
from goodoffices.talks.text import ClauseReading, ClauseStance, Text, Version
from goodoffices.talks.when import order, same_or_before

__all__ = [
    "Change",
    "Piece",
    "differences",
    "matrix",
    "model_of_reading",
    "version_at",
    "version_named",
    "word_pieces",
]

Kind: TypeAlias = Literal["same", "changed", "added", "dropped"]


@dataclass(frozen=True)
class Piece:
    """A stretch of words: in both versions, only in the older, or only in the newer."""

    text: str
    kind: Literal["both", "old", "new"]


@dataclass(frozen=True)
class Change:
    """What became of one clause between two versions; ``old`` or ``new`` is None where it is not there."""

    clause: str
    about: str
    kind: Kind
    old: str | None
    new: str | None
    pieces: tuple[Piece, ...]


def differences(text: Text, older: str, newer: str) -> tuple[Change, ...]:
    """Compare two versions clause by clause, in the order of the newer, dropped clauses in their place.

    Raises
    ------
    UsageError
        where there is no such version.
    """
    old, new = version_named(text, older).clauses, version_named(text, newer).clauses
    return tuple(
        _change(text, clause, old.get(clause), new.get(clause))
        for clause in text.clauses
        if clause in old or clause in new
    )


def _change(text: Text, clause: str, old: str | None, new: str | None) -> Change:
    kind: Kind = "changed"
    if old is None or new is None:
        kind = "added" if old is None else "dropped"
    elif old.split() == new.split():
        kind = "same"
    pieces = word_pieces(old or "", new or "")
    return Change(clause, text.clauses[clause].text, kind, old, new, pieces)


def word_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Compare two wordings word by word.

    >>> [(p.text, p.kind) for p in word_pieces("shall impose measures", "may consider measures")]
    [('shall impose', 'old'), ('may consider', 'new'), ('measures', 'both')]
    """
    a, b = old.split(), new.split()
    pieces: list[Piece] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(" ".join(a[i:j]), "both"))
            continue
        if j > i:
            pieces.append(Piece(" ".join(a[i:j]), "old"))
        if m > k:
            pieces.append(Piece(" ".join(b[k:m]), "new"))
    return tuple(pieces)


def version_named(text: Text, name: str) -> Version:
    """Return a version by id.

    Raises
    ------
    UsageError
        where there is none of that id; names the nearest.
    """
    if name not in text.versions:
        raise UsageError(f"no version '{name}'; {did_you_mean(name, text.versions)}")
    return text.versions[name]


def version_at(text: Text, day: datetime.date | None = None) -> Version | None:
    """Return the version that stood on a day: the latest known by then, or None."""
    known = [it for it in text.versions.values() if same_or_before(it.when, day)]
    return known[-1] if known else None


def matrix(text: Text, day: datetime.date | None = None) -> dict[str, dict[str, ClauseStance]]:
    """Return the agreement matrix: clause to side to the stance that stands on a day.

    Clauses on which nobody has taken a stance have an empty row: not known is no agreement.
    """
    rows: dict[str, dict[str, ClauseStance]] = {clause: {} for clause in text.clauses}
    for it in sorted(text.stances, key=lambda stance: order(stance.when)):
        if same_or_before(it.when, day):
            rows[it.clause][it.by] = it
    return rows


def sides(text: Text) -> tuple[str, ...]:
    """Return who has taken a stance on some clause, in order of appearance."""
    return tuple(dict.fromkeys(it.by for it in text.stances))


def model_of_reading(reading: ClauseReading, conflict: Conflict) -> Conflict:
    """Return a conflict model as one side's reading of a clause has it.

    What the reading says never or always holds is added to what is feasible, with the side's words.

    Raises
    ------
    UsageError
        where the reading has no model, or the model no such rival reading.
    ConflictError
        where the statements do not fit the conflict, or leave no state feasible.
    """
    if reading.model is None:
        raise UsageError(f"the reading '{reading.id}' has no model; give it model = {{ … }}")
    base = conflict.with_reading(reading.model.reading) if reading.model.reading else conflict
    note = f"{', '.join(reading.by)}: {reading.text}"
    added = [
        constraint(kind, (words,), base.options, note=note)
        for kind, statements in _kinds(reading)
        for words in statements
    ]
    title = f"{base.title}, with '{reading.clause}' as read by {', '.join(reading.by)}"
    return replace(base, title=title, feasibility=(*base.feasibility, *added))


def _kinds(
    reading: ClauseReading,
) -> Iterable[tuple[Literal["never", "always"], tuple[str, ...]]]:
    assert reading.model is not None
    return (("never", reading.model.never), ("always", reading.model.always))
