"""Ambiguity of a clause: each reading of it run as its own model.

A clause is a derived proposition of the conflict; a reading says what it asks for. Under one reading a
state *can be signed* where the clause is met, everybody together can get there from the start by a legal
sequence of moves, no signatory likes it less than the start and at least one likes it more. It is *kept*
where such a state is an equilibrium under the chosen concept. "Can be signed under both; is kept under
neither" is the price of constructive ambiguity, where the models say so.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from goodoffices.conflict import Conflict
from goodoffices.conflict.model import Proposition
from goodoffices.errors import UsageError
from goodoffices.stability import Analysis, Concept
from goodoffices.stability.concepts import named
from goodoffices.stability.search import search
from goodoffices.statements import Name, parse

__all__ = ["Ambiguity", "ClauseReading", "ambiguity", "with_meaning"]

StateLike = int | str | Collection[str]


@dataclass(frozen=True)
class ClauseReading:
    """One reading of a clause, run as its own model; states are told by their ids.

    Attributes
    ----------
    meaning : what the clause asks for under this reading.
    signed : the states that can be signed.
    kept : those of them that are equilibria under the concept.
    broken_by : per state that can be signed and is not kept those for whom it is not stable.
    """

    name: str
    meaning: str
    signed: tuple[str, ...]
    kept: tuple[str, ...]
    broken_by: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Ambiguity:
    """What each reading of a clause leads to."""

    clause: str
    concept: Concept
    signatories: tuple[str, ...]
    readings: tuple[ClauseReading, ...]

    @property
    def signed_under(self) -> tuple[str, ...]:
        """The readings under which the clause can be signed."""
        return tuple(it.name for it in self.readings if it.signed)

    @property
    def kept_under(self) -> tuple[str, ...]:
        """The readings under which it is kept."""
        return tuple(it.name for it in self.readings if it.kept)

    @property
    def sentence(self) -> str:
        """The verdict in words: ``can be signed under both; is kept under neither``."""
        total = len(self.readings)
        return (
            f"{_under(self.signed_under, total, 'can be signed', 'can be signed')}; "
            f"{_under(self.kept_under, total, 'is kept', 'is kept')}"
        )

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""
        return {**asdict(self), "sentence": self.sentence}


def _under(names: tuple[str, ...], total: int, verb: str, none: str) -> str:
    if not names:
        return f"{none} under {'neither' if total == 2 else 'none'}"
    if len(names) == total:
        return f"{verb} under {'both' if total == 2 else 'all'}"
    return f"{verb} under {', '.join(names)} only"


def with_meaning(conflict: Conflict, clause: str, meaning: str) -> Conflict:
    """Return the conflict with a derived proposition meaning something else, or with a new one.

    Raises
    ------
    StatementError
        where the meaning cannot be read.
    UsageError
        where the clause is the name of an option.
    """
    if clause in {option.id for option in conflict.options}:
        raise UsageError(
            f"'{clause}' is an option; a clause is a derived proposition, which can mean one thing or another"
        )
    said = Proposition(clause, parse(meaning))
    kept = [replace(said, text=it.text) if it.id == clause else it for it in conflict.derived]
    if all(it.id != clause for it in conflict.derived):
        kept.append(said)
    return replace(conflict, derived=tuple(kept), rival_readings=(), origin=None)


def ambiguity(
    conflict: Conflict,
    clause: str,
    readings: Mapping[str, str],
    *,
    signatories: Collection[str] | None = None,
    concept: str = "SEQ",
    start: StateLike | None = None,
) -> Ambiguity:
    """Run each reading of a clause as its own model.

    Parameters
    ----------
    clause : id of the derived proposition that stands for the clause; a new one may be named.
    readings : per reading, by name, what the clause asks for, as a statement on options.
    signatories : who signs; everybody who has options if left out.
    start : the state without the agreement; the status quo if left out.

    Raises
    ------
    UsageError, StatementError
        for unknown names, fewer than two readings, no start, or a meaning that cannot be read.

    >>> import goodoffices as go
    >>> council = go.load("geneva-2014/council")
    >>> two = {"automatic": "adopted and trigger", "later": "adopted and not trigger"}
    >>> ambiguity(council, "consequence", two, signatories=["sponsors", "russia"]).sentence
    'can be signed under later only; is kept under later only'
    """
    if len(readings) < 2:
        raise UsageError("a clause is ambiguous in two readings or more; give a second one")
    name = named(concept)
    who = tuple(signatories or [dm.id for dm in conflict.decision_makers if dm.options])
    for id_ in who:
        conflict.decision_maker(id_)
    told = []
    for reading, meaning in readings.items():
        model = with_meaning(conflict, clause, meaning)
        analysis = model.analyse(also=[name])
        told.append(_read(analysis, clause, reading, meaning, who, name, start))
    return Ambiguity(clause, name, who, tuple(told))


def _read(
    analysis: Analysis,
    clause: str,
    reading: str,
    meaning: str,
    who: tuple[str, ...],
    concept: Concept,
    start: StateLike | None,
) -> ClauseReading:
    states = analysis.states
    signed = _signable(analysis, clause, who, start)
    kept = tuple(states.id(s) for s in signed if analysis.is_equilibrium(concept, s))
    makers = [dm.id for dm in analysis.conflict.decision_makers]
    broken = {
        states.id(s): tuple(dm for dm in makers if not analysis.is_stable(concept, dm, s))
        for s in signed
        if not analysis.is_equilibrium(concept, s)
    }
    return ClauseReading(reading, meaning, tuple(map(states.id, signed)), kept, broken)


def _signable(
    analysis: Analysis, clause: str, who: tuple[str, ...], start: StateLike | None
) -> list[int]:
    conflict, states = analysis.conflict, analysis.states
    begin = conflict.status_quo if start is None else start
    if begin is None:
        raise UsageError("the conflict has no status quo; name the state without the agreement")
    here = states.find(begin)
    met = states.holds(conflict.in_options(Name(clause)))
    cells = np.flatnonzero(analysis.game.feasible)
    found = search(analysis.game, int(cells[here - 1]), analysis.game.players)
    able = found.can_reach(cells) & met
    ids = [dm.id for dm in conflict.decision_makers]
    ranks = np.stack([analysis.game.ranks[ids.index(id_)][cells].astype(np.int64) for id_ in who])
    change = ranks - ranks[:, [here - 1]]
    willing = (change >= 0).all(axis=0) & (change > 0).any(axis=0)
    return [int(n) + 1 for n in np.flatnonzero(able & willing)]
