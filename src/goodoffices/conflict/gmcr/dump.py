"""Writing a `.gmcr` file: what it cannot say is refused, what it has no place for is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from goodoffices.conflict.gmcr.load import DIRECTIONS, INACTIVE, OURS
from goodoffices.conflict.gmcr.patterns import Pattern, patterns_of
from goodoffices.conflict.model import Conflict
from goodoffices.conflict.parts import (
    DecisionMaker,
    Preferences,
    Prioritisation,
    Weighting,
)
from goodoffices.conflict.ranks import rank_cells
from goodoffices.errors import InputError, LimitError
from goodoffices.statements import Statement

__all__ = ["MOST_RANKED", "MOST_STATEMENTS", "Dumped", "dump_gmcr"]

MOST_STATEMENTS = 63
"""Statements of a decision maker above which GMCR+ fails with an overflow."""
MOST_RANKED = 100_000
"""Feasible states above which rankings are not written out state by state."""

_WORDS = {moves: word for word, moves in DIRECTIONS.items()}


@dataclass(frozen=True)
class Dumped:
    """A `.gmcr` file.

    Attributes
    ----------
    text : what it holds.
    lost : what of the conflict it has no place for, a sentence each.
    """

    text: str
    lost: tuple[str, ...]


def dump_gmcr(conflict: Conflict) -> Dumped:
    """Write a conflict as a `.gmcr` file; reading it gives the same states, moves and preferences.

    Raises
    ------
    InputError
        where the format cannot say it, with every reason.
    LimitError
        where preferences would have to be written out for too many states or patterns.

    >>> from goodoffices.conflict.gmcr.load import parse_gmcr
    >>> from goodoffices.conflict.file import parse_conflict
    >>> toy = parse_conflict('''
    ... format = 1
    ... title = "A toy"
    ... [decision_makers.one]
    ... options.a = { text = "act", note = "at last" }
    ... preferences = ["not a"]
    ... ''')
    >>> dump_gmcr(toy).lost
    ('evidence and notes of 1 place',)
    >>> parse_gmcr(dump_gmcr(toy).text).states.count
    2
    """
    refused = list(_refusals(conflict))
    if refused:
        raise InputError(
            "this conflict cannot be written as a .gmcr file:\n"
            + "\n".join(f"  {it}" for it in refused)
        )
    return Dumped(_laid_out(_Writer(conflict).file()), tuple(_lost(conflict)))


def _refusals(conflict: Conflict) -> Iterator[str]:
    if conflict.listed_states:
        yield "its states and moves are listed (graph form); the format knows states made of options only"
        return
    for rule in conflict.forbidden_moves:
        yield f"forbidden move: {rule.words}; the format has no moves that depend on the state"
    for dm in conflict.decision_makers:
        held = _statements(dm.preferences)
        if held is not None and len(held) > MOST_STATEMENTS:
            yield (
                f"'{dm.id}' has {len(held)} preference statements; GMCR+ can count with "
                f"{MOST_STATEMENTS} at most: leave out the least important, or give a ranking"
            )


def _statements(preferences: Preferences) -> tuple[Statement, ...] | None:
    if isinstance(preferences, Prioritisation):
        return tuple(it.statement for it in preferences.statements)
    return None


class _Writer:
    def __init__(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self.position = {option.id: k for k, option in enumerate(conflict.options)}
        self.manual = any(
            not isinstance(dm.preferences, Prioritisation) for dm in conflict.decision_makers
        )
        kept = next((it for it in conflict.rival_readings if it.name == INACTIVE), None)
        self.inactive = dict(kept.preferences) if kept else {}

    def file(self) -> dict[str, Any]:
        conflict = self.conflict
        return {
            "program": "goodoffices",
            "version": "1",
            "useManualPreferenceRanking": self.manual,
            OURS: {
                "title": conflict.title,
                "options": [option.id for option in conflict.options],
                "decisionMakers": [dm.id for dm in conflict.decision_makers],
            },
            "options": [
                {"name": option.text or option.id, "permittedDirection": _WORDS[option.moves]}
                for option in conflict.options
            ],
            "decisionMakers": [self.decision_maker(dm) for dm in conflict.decision_makers],
            "infeasibles": [
                pattern
                for rule in conflict.feasibility
                for pattern in self.patterns(rule.rules_out, rule.words)
            ],
            "coalitions": self.coalitions(),
        }

    def decision_maker(self, dm: DecisionMaker) -> dict[str, Any]:
        written: dict[str, Any] = {
            "name": dm.label,
            "options": [self.position[option.id] for option in dm.options],
            "preferences": self.preferences(dm),
        }
        if self.manual:
            written["preferenceRanking"] = self.ranking(dm)
        if dm.misperceptions:
            written["misperceptions"] = [
                pattern
                for it in dm.misperceptions
                for pattern in self.patterns(it, str(it))
                if pattern  # who sees nothing at all cannot be said
            ]
        return written

    def preferences(self, dm: DecisionMaker) -> list[Any]:
        held = _statements(dm.preferences)
        if held is None:
            held = _statements(self.inactive.get(dm.id, Prioritisation())) or ()
        found: list[Any] = []
        for statement in held:
            members = self.patterns(statement, str(statement))
            if not members:
                continue  # never true: it orders nothing
            one = members[0] if len(members) == 1 else {"compound": True, "members": members}
            if one not in found:
                found.append(one)
        return found

    def patterns(self, statement: Statement, words: str) -> list[list[list[Any]]]:
        """Return the patterns of a statement as the format has them, in the order of the options."""
        try:
            found = patterns_of(self.conflict.in_options(statement))
        except LimitError as error:
            raise LimitError(f"'{words}': {error}") from None
        return [self.pattern(it) for it in found]

    def pattern(self, pattern: Pattern) -> list[list[Any]]:
        pairs = sorted((self.position[id_], taken) for id_, taken in pattern)
        return [[position, "Y" if taken else "N"] for position, taken in pairs]

    def ranking(self, dm: DecisionMaker) -> list[Any]:
        """Return state numbers from best to worst, a list where states tie."""
        states = self.conflict.states
        if states.count > MOST_RANKED:
            raise LimitError(
                f"rankings would be written out for {states.count:,} states; up to {MOST_RANKED:,} are: "
                "give every decision maker preference statements"
            )
        ranks = rank_cells(self.conflict, dm)[states.feasible]
        tiers = [np.flatnonzero(ranks == rank) + 1 for rank in np.unique(ranks)[::-1]]
        return [tier.tolist() if len(tier) > 1 else int(tier[0]) for tier in tiers]

    def coalitions(self) -> list[Any]:
        ids = [dm.id for dm in self.conflict.decision_makers]
        together = [sorted(map(ids.index, members)) for members in self.conflict.coalitions]
        joined = {index for members in together for index in members}
        return [*together, *(index for index in range(len(ids)) if index not in joined)]


def _laid_out(file: dict[str, Any]) -> str:
    """Write an object with a key a line, and each element of a list of objects on its own."""

    def shown(value: Any) -> str:
        if isinstance(value, list) and value and isinstance(value[0], dict | list):
            return "[\n" + ",\n".join(f"    {json.dumps(it)}" for it in value) + "\n  ]"
        return json.dumps(value)

    return (
        "{\n"
        + ",\n".join(f"  {json.dumps(key)}: {shown(it)}" for key, it in file.items())
        + "\n}\n"
    )


def _lost(conflict: Conflict) -> Iterator[str]:
    """Tell what has no place in the format."""
    tests: tuple[tuple[bool, str], ...] = (
        (bool(conflict.story), "the story"),
        (bool(conflict.date), "the date"),
        (conflict.status_quo is not None, "the status quo"),
        (
            bool(conflict.reading.name or conflict.reading.by),
            "who made the reading, when, knowing what",
        ),
    )
    yield from (words for lost, words in tests if lost)
    rivals = [it.name for it in conflict.rival_readings if it.name != INACTIVE]
    if rivals:
        yield f"{_many(rivals, 'rival reading')}: {', '.join(rivals)}"
    if conflict.derived:
        names = [it.id for it in conflict.derived]
        yield f"names of {_many(names, 'derived proposition')}, written out in options: {', '.join(names)}"
    roles = [f"{dm.id} ({dm.role})" for dm in conflict.decision_makers if dm.role != "party"]
    if roles:
        yield f"roles: {', '.join(roles)}"
    reasons = _places(
        conflict, lambda it: bool(getattr(it, "because", ()) or getattr(it, "note", ""))
    )
    if reasons or conflict.evidence:
        yield f"evidence and notes of {_many(range(reasons), 'place')}" + (
            f", and {_many(conflict.evidence, 'piece')} of evidence" if conflict.evidence else ""
        )
    weighted = [dm.id for dm in conflict.decision_makers if isinstance(dm.preferences, Weighting)]
    if weighted:
        yield f"weights of {', '.join(weighted)}, written as a ranking"


def _places(conflict: Conflict, test: Callable[[object], bool]) -> int:
    """Count the parts of a conflict for which a test holds."""
    count = sum(map(test, (*conflict.decision_makers, *conflict.options, *conflict.feasibility)))
    for dm in conflict.decision_makers:
        held = dm.preferences
        parts: tuple[object, ...] = getattr(held, "statements", ()) or getattr(held, "tiers", ())
        count += sum(map(test, parts or getattr(held, "weights", ())))
    return count


def _many(items: Any, word: str) -> str:
    return f"{len(items)} {word}{'' if len(items) == 1 else 's'}"
