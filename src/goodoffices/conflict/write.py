"""Writing a conflict file: readable TOML that reads back as an equal conflict.

A conflict is first laid out as sections of entries, each entry with its value as TOML. `dump_conflict`
writes them all; `goodoffices.conflict.edit` compares two layouts and touches only what differs.
"""

from __future__ import annotations

import datetime
import json
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from goodoffices.conflict.model import Conflict
from goodoffices.conflict.parts import (
    Constraint,
    DecisionMaker,
    Evidence,
    ForbiddenMove,
    ListedState,
    Option,
    Preferences,
    PreferenceStatement,
    Prioritisation,
    Proposition,
    Reading,
    State,
    Tier,
    Weight,
    Weighting,
)
from goodoffices.conflict.placed import preferences_key
from goodoffices.errors import InputError, KeyPath

__all__ = ["Entry", "Section", "dump_conflict", "layout", "save_conflict", "save_text"]

WIDTH = 100
_GREETING = """\
# A conflict for Good Offices. Preferences stand most important first; statements are made of ids and
# not, and, or, if, only if, iff, at least / at most / exactly k of (...).
"""


@dataclass(frozen=True)
class Entry:
    """One key of a section and its value as TOML; several values are the elements of a list."""

    key: tuple[str, ...]
    value: str | tuple[str, ...]

    def __str__(self) -> str:
        return f"{dotted(self.key)} = {self.text}"

    @property
    def text(self) -> str:
        """The whole value as TOML; a list is written one element a line."""
        if isinstance(self.value, str):
            return self.value
        return (
            "[\n" + "".join(f"  {element},\n" for element in self.value) + "]"
            if self.value
            else "[]"
        )


@dataclass(frozen=True)
class Section:
    """One table of the file; a position in its path tells which of an array of tables."""

    path: KeyPath
    entries: tuple[Entry, ...]

    @property
    def header(self) -> str:
        """The line that opens the table."""
        keys = dotted(tuple(part for part in self.path if isinstance(part, str)))
        return f"[[{keys}]]" if isinstance(self.path[-1], int) else f"[{keys}]"

    def __str__(self) -> str:
        lines = [self.header] if self.path else []
        return "\n".join([*lines, *map(str, self.entries)]) + "\n"


def dump_conflict(conflict: Conflict) -> str:
    """Write a conflict as the text of a conflict file; reading it gives an equal conflict.

    >>> from goodoffices.conflict.file import parse_conflict
    >>> toy = parse_conflict('''
    ... format = 1
    ... title = "A toy"
    ... [decision_makers.one]
    ... options.a = "act"
    ... preferences = ["not a"]
    ... ''')
    >>> parse_conflict(dump_conflict(toy)) == toy
    True
    """
    return _GREETING + "\n" + "\n".join(map(str, layout(conflict)))


def save_conflict(conflict: Conflict, path: str | os.PathLike[str]) -> None:
    """Write a conflict file whole or not at all.

    Raises
    ------
    InputError
        where the file cannot be written; what stood there before still does.
    """
    save_text(dump_conflict(conflict), path)


def save_text(text: str, path: str | os.PathLike[str]) -> None:
    """Put text in a file whole or not at all, keeping the permissions of the one it replaces.

    The text goes to a new file in the same folder, to the disk, and then in one step to its name.

    Raises
    ------
    InputError
        where the file cannot be written; what stood there before still does.
    """
    target = Path(os.path.realpath(path))  # a link stays a link
    temporary = ""
    try:
        data = text.encode("utf-8")
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
        temporary = ""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: the file cannot be written: {reason}") from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def _mode(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def layout(conflict: Conflict) -> list[Section]:
    """Lay a conflict out as the sections of its file, in order."""
    sections = [Section((), tuple(_top(conflict))), _reading(conflict.reading)]
    sections.append(Section(("states",), tuple(map(_listed, conflict.listed_states))))
    by_id = bool(conflict.listed_states)
    sections += (_decision_maker(dm, by_id=by_id) for dm in conflict.decision_makers)
    sections.append(Section(("derived",), tuple(map(_proposition, conflict.derived))))
    sections += (_constraint(k, it) for k, it in enumerate(conflict.feasibility))
    sections += (_forbidden(k, it) for k, it in enumerate(conflict.forbidden_moves))
    sections += map(_evidence, conflict.evidence)
    sections += (_rival(it, by_id=by_id) for it in conflict.rival_readings)
    return [it for it in sections if it.entries or it.path[0] in ("evidence", "rival_readings")]


def _top(conflict: Conflict) -> Iterator[Entry]:
    yield Entry(("format",), "1")
    yield Entry(("title",), quoted(conflict.title))
    if conflict.date:
        yield Entry(("date",), _day(conflict.date))
    if conflict.story:
        yield Entry(("story",), _long(conflict.story))
    if conflict.status_quo is not None:
        order = [option.id for option in conflict.options]
        state = conflict.status_quo
        by_id = bool(conflict.listed_states)
        yield Entry(("status_quo",), _state_id(state) if by_id else _state(state, order))
    if conflict.coalitions:
        yield Entry(("coalitions",), f"[{', '.join(map(_list, conflict.coalitions))}]")


def _words(**given: str) -> Iterator[Entry]:
    for key, text in given.items():
        if text:
            days = ("written", "said", "known")
            yield Entry((key,), _day(text) if key in days else _long(text))


def _reading(reading: Reading) -> Section:
    words = _words(
        name=reading.name,
        title=reading.title,
        by=reading.by,
        written=reading.written,
        note=reading.note,
    )
    return Section(("reading",), tuple(words))


def _decision_maker(dm: DecisionMaker, *, by_id: bool) -> Section:
    entries = [*_words(name=dm.name, role="" if dm.role == "party" else dm.role, note=dm.note)]
    entries += (Entry(("options", option.id), _option(option)) for option in dm.options)
    entries += (Entry(("moves", start), _list(ends)) for start, ends in dm.moves)
    if isinstance(dm.preferences, Weighting) and dm.preferences.weights:
        entries += (Entry(("weights", it.id), _weight(it)) for it in dm.preferences.weights)
    else:
        key = preferences_key(dm.preferences)
        entries.append(Entry((key,), _preferences(dm.preferences, by_id=by_id)))
    if dm.misperceptions:
        entries.append(Entry(("misperceptions",), _list(tuple(map(str, dm.misperceptions)))))
    return Section(("decision_makers", dm.id), tuple(entries))


def _listed(it: ListedState) -> Entry:
    if not (it.taken or it.note):
        return Entry((it.id,), quoted(it.text))
    given = [("text", quoted(it.text))] if it.text else []
    given += [("taken", _list(it.taken))] if it.taken else []
    return Entry((it.id,), _table(*given, *_reasons((), it.note)))


def _weight(it: Weight) -> str:
    value = str(it.value) if it.value.denominator == 1 else repr(float(it.value))
    if Fraction(value) != it.value:
        raise InputError(
            f"the weight {it.value} of '{it.id}' cannot be written as a decimal number"
        )
    if not (it.because or it.note):
        return value
    return _table(("weight", value), *_reasons(it.because, it.note))


def _forbidden(position: int, it: ForbiddenMove) -> Section:
    entries = [Entry(("by",), quoted(it.by))]
    for key, statement in (("from", it.start), ("to", it.end)):
        if statement is not None:
            entries.append(Entry((key,), quoted(str(statement))))
    if it.because:
        entries.append(Entry(("because",), _list(it.because)))
    return Section(("forbidden_moves", position), (*entries, *_words(note=it.note)))


def _proposition(it: Proposition) -> Entry:
    meaning = quoted(str(it.statement))
    return Entry(
        (it.id,), _table(("is", meaning), ("text", quoted(it.text))) if it.text else meaning
    )


def _constraint(position: int, it: Constraint) -> Section:
    entries = []
    if it.kind == "only_if":
        entries = [
            Entry(("option",), quoted(it.given[0])),
            Entry(("only_if",), quoted(it.given[1])),
        ]
    elif it.kind in ("mutually_exclusive", "at_least_one", "exactly_one"):
        entries = [Entry((it.kind,), _list(it.given))]
    else:
        entries = [Entry((it.kind,), quoted(it.given[0]))]
    if it.because:
        entries.append(Entry(("because",), _list(it.because)))
    return Section(("feasibility", position), (*entries, *_words(note=it.note)))


def _evidence(it: Evidence) -> Section:
    words = _words(said=it.said, known=it.known, url=it.url, text=it.text, quote=it.quote)
    entries = [Entry(("citation",), _long(it.citation)), *words]
    if it.record:
        entries.append(Entry(("record",), _list(it.record)))
    return Section(("evidence", it.id), tuple(entries))


def _rival(it: Reading, *, by_id: bool) -> Section:
    entries = [*_words(title=it.title, by=it.by, written=it.written, note=it.note)]
    for id_, preferences in it.preferences:
        key = preferences_key(preferences)
        entries.append(Entry((key, id_), _preferences(preferences, by_id=by_id)))
    return Section(("rival_readings", it.name), tuple(entries))


def _option(it: Option) -> str:
    kind = "" if it.kind == "substance" else it.kind
    moves = "" if it.moves == "reversible" else it.moves
    if not (kind or moves or it.because or it.note):
        return quoted(it.text)
    given = [("text", quoted(it.text))] if it.text else []
    given += [(key, quoted(word)) for key, word in (("kind", kind), ("moves", moves)) if word]
    return _table(*given, *_reasons(it.because, it.note))


def _preferences(preferences: Preferences, *, by_id: bool) -> str | tuple[str, ...]:
    if isinstance(preferences, Prioritisation):
        return tuple(map(_want, preferences.statements))
    if isinstance(preferences, Weighting):
        return _table(*((it.id, _weight(it)) for it in preferences.weights))
    return tuple(_tier(it, by_id=by_id) for it in preferences.tiers)


def _want(it: PreferenceStatement) -> str:
    words = quoted(str(it.statement))
    if not (it.because or it.note):
        return words
    return _table(("wants", words), *_reasons(it.because, it.note))


def _tier(it: Tier, *, by_id: bool) -> str:
    states = [_state_id(state) if by_id else _state(state) for state in it.states]
    if it.because or it.note:
        return _table(("states", f"[{', '.join(states)}]"), *_reasons(it.because, it.note))
    return states[0] if len(states) == 1 else f"[{', '.join(states)}]"


def _reasons(because: tuple[str, ...], note: str) -> list[tuple[str, str]]:
    given = [("because", _list(because))] if because else []
    return [*given, ("note", quoted(note))] if note else given


def _state(state: State, order: list[str] | None = None) -> str:
    return _list(tuple(sorted(state, key=order.index if order else None)))


def _state_id(state: State) -> str:
    return quoted(",".join(state))


def _list(words: tuple[str, ...]) -> str:
    return f"[{', '.join(map(quoted, words))}]"


def _table(*pairs: tuple[str, str]) -> str:
    return "{ " + ", ".join(f"{key} = {value}" for key, value in pairs) + " }"


def _day(day: str) -> str:
    """Write a whole day as a TOML date, anything less precise as text."""
    try:
        return datetime.date.fromisoformat(day).isoformat()
    except ValueError:
        return quoted(day)


def quoted(text: str) -> str:
    r"""Write text as a TOML string on one line.

    >>> print(quoted('say "no"\n'))
    "say \"no\"\n"
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _long(text: str) -> str:
    """Write text that has lines as it is, between three quotation marks each side."""
    if "\n" not in text:
        return quoted(text)
    safe = text.replace("\\", "\\\\").replace('"""', '""\\"')
    safe = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", lambda found: f"\\u{ord(found[0]):04X}", safe)
    if safe.endswith('"'):
        safe = safe[:-1] + '\\"'
    return f'"""\n{safe}"""'


def dotted(keys: tuple[str, ...]) -> str:
    """Write a key of one or more parts, each in quotes where it needs them.

    >>> dotted(("rival_readings", "as seen later"))
    'rival_readings."as seen later"'
    """
    return ".".join(key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else quoted(key) for key in keys)
