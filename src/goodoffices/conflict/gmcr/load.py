"""Reading a `.gmcr` file: every fault at once, each with its place, and notes on what is not modelled.

States in such files go by number. The numbers count the feasible states by ascending code after the options
have been put in the order of their owners, so rankings are turned into states before anything else is done.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from goodoffices.conflict.constraints import constraint
from goodoffices.conflict.gmcr.ids import ids_for
from goodoffices.conflict.gmcr.patterns import statement_of
from goodoffices.conflict.gmcr.rankings import ranking
from goodoffices.conflict.gmcr.values import Values, decoded, described
from goodoffices.conflict.model import Conflict
from goodoffices.conflict.parts import (
    Constraint,
    DecisionMaker,
    Moves,
    Option,
    Origin,
    PreferenceStatement,
    Prioritisation,
    Reading,
)
from goodoffices.errors import ConflictError, InputError, KeyPath
from goodoffices.statements import And, Statement, is_identifier

__all__ = ["DIRECTIONS", "INACTIVE", "OURS", "parse_gmcr"]

DIRECTIONS: Mapping[str, Moves] = {
    "both": "reversible",
    "fwd": "only taken",
    "back": "only given up",
}
OURS = "goodOffices"
"""A key of ours for what the format has no place for: the title and the ids. Others pass over it."""
INACTIVE = "statements"
"""The rival reading that keeps the statements of a file whose rankings are the ones in use."""
LISTED = 20
"""Options up to which the states are listed and checked while reading."""

_KNOWN = {
    "options", "decisionMakers", "infeasibles", "useManualPreferenceRanking", "useManualPreferenceVectors",
    "coalitions", "coalitionsFull", "program", "version", "nodes", OURS,
}  # fmt: skip
_KNOWN_OF_DM = {
    "name", "options", "preferences", "preferenceRanking", "preferenceVector", "misperceptions", "payoffs",
}  # fmt: skip


def parse_gmcr(text: str, name: str = "the text") -> Conflict:
    """Read a conflict from the text of a `.gmcr` file.

    What the file says and is not modelled here (coalitions, misperceptions) is kept in the conflict; that
    and what is left out stands in ``conflict.origin.notes``.

    Raises
    ------
    ConflictError
        with every fault found, each with its place.

    >>> dilemma = parse_gmcr('''
    ... {"useManualPreferenceRanking": false, "infeasibles": [],
    ...  "options": [{"name": "Swerve", "permittedDirection": "both"},
    ...              {"name": "Swerve", "permittedDirection": "both"}],
    ...  "decisionMakers": [
    ...    {"name": "One", "options": [0], "preferences": [[[1, "Y"]], [[0, "N"]]]},
    ...    {"name": "Two", "options": [1], "preferences": [[[0, "Y"]], [[1, "N"]]]}]}
    ... ''')
    >>> [option.id for option in dilemma.options], dilemma.states.count
    (['swerve', 'swerve_2'], 4)
    """
    raw = text.encode("utf-8", "surrogatepass")
    reader = _Reader(decoded(text, name), name)
    origin = Origin(name, hashlib.sha256(raw).hexdigest())
    conflict = reader.conflict(origin)
    if conflict is None:
        raise ConflictError(reader.faults, name)
    return replace(conflict, origin=replace(origin, notes=tuple(dict.fromkeys(reader.notes))))


@dataclass
class _Owner:
    """A decision maker of the file: its object, where it stands, which options it has."""

    id: str
    name: str
    path: KeyPath
    data: dict[str, Any]
    options: list[int]


class _Reader(Values):
    def __init__(self, data: dict[str, Any], called: str) -> None:
        super().__init__()
        self.data, self.called = data, called
        self.notes: list[str] = []
        self.ids: list[str] = []
        self.options: list[Option] = []
        self.owners: list[_Owner] = []

    def conflict(self, origin: Origin) -> Conflict | None:
        """Return the conflict, or None with faults."""
        self.read_options()
        self.read_owners()
        manual = self.manual()
        makers = tuple(self.decision_maker(owner) for owner in self.owners)
        never = tuple(self.infeasible(makers)) if not self.faults else ()
        if not self.owners:
            self.blame(
                "nobody decides anything; give at least one decision maker", ("decisionMakers",)
            )
        coalitions = self.coalitions()
        self.note_unknown()
        if self.faults:
            return None
        try:
            base = Conflict(self.title(), makers, never, coalitions=coalitions, origin=origin)
            if len(base.options) <= LISTED:
                _ = base.states  # are there any?
            whole = self.ranked(base) if manual else base
        except ConflictError as error:
            self.faults += error.faults
        return None if self.faults else whole

    def title(self) -> str:
        title = self.ours("title")
        if isinstance(title, str) and title.strip():
            return title.encode("utf-8", "replace").decode()
        return PurePath(self.called).stem or "A conflict"

    def ours(self, key: str) -> Any:
        held = self.data.get(OURS)
        return held.get(key) if isinstance(held, dict) else None

    def our_ids(self, key: str, names: list[str], what: str) -> list[str]:
        """Return the ids kept under our own key where they fit, and otherwise ids made of names."""
        kept = self.ours(key)
        fits = isinstance(kept, list) and len(kept) == len(names) == len(set(map(str, kept)))
        if fits and all(isinstance(id_, str) and is_identifier(id_) for id_ in kept):
            return list(kept)
        return ids_for(names, what)

    def read_options(self) -> None:
        given = list(self.objects(self.data, "options"))
        names = [self.text(item, "name", path) for path, item in given]
        self.ids = self.our_ids("options", names, "option")
        for id_, name, (path, item) in zip(self.ids, names, given, strict=True):
            moves = self.moves(item, path)
            self.options.append(Option(id_, name, moves=moves))

    def moves(self, item: dict[str, Any], path: KeyPath) -> Moves:
        if not item:
            return "reversible"
        word = item.get("permittedDirection")
        if isinstance(word, str) and word in DIRECTIONS:
            return DIRECTIONS[word]
        found = f"found {described(word)}" if "permittedDirection" in item else "found none"
        self.blame(
            f"expected a permittedDirection of both, fwd (only from N to Y) or back, {found}", path
        )
        return "reversible"

    def read_owners(self) -> None:
        given = list(self.objects(self.data, "decisionMakers"))
        names = [self.text(item, "name", path) for path, item in given]
        ids = self.our_ids("decisionMakers", names, "dm")
        owner_of: dict[int, str] = {}
        for id_, name, (path, item) in zip(ids, names, given, strict=True):
            owned: list[int] = []
            for k, value in enumerate(self.list(item, "options", path) if item else []):
                here = (*path, "options", k)
                index = self.index(value, here, len(self.options), "option")
                if index is not None and index in owner_of:
                    self.blame(
                        f"option {index} belongs to '{owner_of[index]}' already; each option has one "
                        "owner, as moves of an option that two share come out wrong",
                        here,
                    )
                elif index is not None:
                    owner_of[index] = name
                    owned.append(index)
            self.owners.append(_Owner(id_, name, path, item, owned))
        for index in range(len(self.options)):
            if index not in owner_of and not self.faults:
                self.blame(
                    "this option belongs to nobody; add its position to the options of the decision "
                    "maker who has it",
                    ("options", index),
                )

    def manual(self) -> bool:
        """Tell whether rankings, and not statements, are the preferences in use."""
        keys = ("useManualPreferenceRanking", "useManualPreferenceVectors")
        given = [key for key in keys if key in self.data]
        if not given:
            self.blame(
                f"'{keys[0]}' is missing; expected true (rankings) or false (statements)", ()
            )
            return False
        value = self.data[given[0]]
        if not isinstance(value, bool):
            self.blame(f"expected true or false, found {described(value)}", (given[0],))
        return value is True

    def decision_maker(self, owner: _Owner) -> DecisionMaker:
        wants: list[PreferenceStatement] = []
        places = self.list(owner.data, "preferences", owner.path) if owner.data else []
        for k, item in enumerate(places):
            statement = self.statement(item, (*owner.path, "preferences", k))
            if statement is None:
                continue
            want = PreferenceStatement(statement)
            if want in wants:
                self.notes.append(
                    f"{owner.name}: a statement that stands twice is taken once: {statement}"
                )
            else:
                wants.append(want)
        return DecisionMaker(
            owner.id,
            owner.name,
            options=tuple(self.options[k] for k in owner.options),
            preferences=Prioritisation(tuple(wants)),
            misperceptions=tuple(self.misperceptions(owner)),
        )

    def misperceptions(self, owner: _Owner) -> Iterator[Statement]:
        given = self.list(owner.data, "misperceptions", owner.path, needed=False)
        for k, item in enumerate(given):
            pattern = self.pattern(item, (*owner.path, "misperceptions", k), whole=False)
            if pattern:
                yield statement_of([pattern])
        if given:
            self.notes.append(
                f"{owner.name} cannot see some states (misperceptions): this is kept, and not taken "
                "into account"
            )

    def statement(self, item: Any, path: KeyPath) -> Statement | None:
        """Return a preference statement, or None where it makes no difference or is faulty."""
        before = len(self.faults)
        if isinstance(item, dict):
            if item.get("compound") is not True:
                self.blame('expected "compound": true beside "members"', path)
            members = self.list(item, "members", path)
            patterns = [
                self.pattern(one, (*path, "members", k), whole=True)
                for k, one in enumerate(members)
            ]
        else:
            patterns = [self.pattern(item, path, whole=True)]
        if len(self.faults) > before:
            return None
        statement = statement_of(patterns) if patterns else And(())
        if statement == And(()):
            self.notes.append(
                "a statement that always or never holds orders nothing and is left out"
            )
            return None
        return statement

    def pattern(self, item: Any, path: KeyPath, *, whole: bool) -> dict[str, bool]:
        """Return option id to whether it is taken; ``whole`` allows the pattern that says nothing."""
        if not isinstance(item, list):
            kind = (
                "compound statements stand in preferences only; " if isinstance(item, dict) else ""
            )
            self.blame(
                f'{kind}expected a list of pairs such as [0, "Y"], found {described(item)}', path
            )
            return {}
        if not item and not whole:
            self.blame('an empty pattern fits every state; expected pairs such as [0, "Y"]', path)
        found: dict[str, bool] = {}
        for k, pair in enumerate(item):
            here = (*path, k)
            if not isinstance(pair, list) or len(pair) != 2:
                self.blame(f'expected a pair such as [0, "Y"], found {described(pair)}', here)
                continue
            index = self.index(pair[0], here, len(self.options), "option")
            if pair[1] not in ("Y", "N"):
                self.blame(f'expected "Y" or "N", found {described(pair[1])}', here)
            elif index is not None:
                taken = found.setdefault(self.ids[index], pair[1] == "Y")
                if taken != (pair[1] == "Y"):
                    self.blame(f"option {index} is both Y and N in one pattern; keep one", here)
        return found

    def infeasible(self, makers: tuple[DecisionMaker, ...]) -> Iterator[Constraint]:
        options = tuple(option for dm in makers for option in dm.options)
        seen: list[Statement] = []
        for k, item in enumerate(self.list(self.data, "infeasibles", ())):
            path = ("infeasibles", k)
            pattern = self.pattern(item, path, whole=False)
            if not pattern:
                continue
            statement = statement_of([pattern])
            if statement in seen:
                continue
            seen.append(statement)
            try:
                yield constraint("never", (str(statement),), options)
            except InputError as error:
                self.blame(str(error), path)

    def coalitions(self) -> tuple[tuple[str, ...], ...]:
        """Return the coalitions of two or more, by id."""
        found: list[tuple[str, ...]] = []
        members: list[int] = []
        for k, item in enumerate(self.list(self.data, "coalitions", (), needed=False)):
            each = item if isinstance(item, list) else [item]
            path = ("coalitions", k)
            indices = [self.index(one, path, len(self.owners), "decision maker") for one in each]
            known = [index for index in indices if index is not None]
            members += known
            if len(known) > 1:
                found.append(tuple(self.owners[index].id for index in known))
        if members and sorted(members) != list(range(len(self.owners))):
            self.notes.append(
                "the coalitions are no partition of the decision makers, so everybody is taken alone"
            )
            return ()
        if found:
            self.notes.append(
                "coalitions are kept; analyses take everybody alone (goodoffices coalitions asks about them)"
            )
        return tuple(found)

    def note_unknown(self) -> None:
        unknown = [key for key in self.data if key not in _KNOWN]
        unknown += sorted({key for it in self.owners for key in it.data if key not in _KNOWN_OF_DM})
        if unknown:
            shown = ", ".join(described(key) for key in unknown[:5])
            self.notes.append(f"left out, as nothing is known of it: {shown}")

    def ranked(self, base: Conflict) -> Conflict:
        """Return the conflict with the rankings of the file; statements become a rival reading."""
        rankings = [ranking(self, owner.data, owner.path, base.states) for owner in self.owners]
        if self.faults:
            return base
        inactive = tuple(
            (dm.id, dm.preferences)
            for dm in base.decision_makers
            if dm.preferences != Prioritisation()
        )
        makers = tuple(
            replace(dm, preferences=ranked)
            for dm, ranked in zip(base.decision_makers, rankings, strict=True)
        )
        if not inactive:
            return replace(base, decision_makers=makers)
        self.notes.append(
            f"the rankings are the preferences in use; the statements are kept as reading '{INACTIVE}'"
        )
        return replace(
            base,
            decision_makers=makers,
            reading=Reading("ranking"),
            rival_readings=(Reading(INACTIVE, preferences=inactive),),
        )
