"""The bundled conflicts, filed by what they are about or where they were published.

A conflict's name is its path on this shelf, such as ``geneva-2014/council``. The files are plain conflict
files, to read, copy and change. Nothing heavy is imported to list them.

>>> from goodoffices import gallery
>>> gallery.names()[:2]
('geneva-2014/council', 'geneva-2014/table')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from goodoffices.errors import UsageError, did_you_mean

__all__ = ["Entry", "about", "case_path", "cases", "describe", "names", "path", "read_text"]

_SHELF = "goodoffices.gallery"
_OF_A_CASE = {"case", "talks", "sources", "record", "proposals", "forecasts"}


@dataclass(frozen=True)
class Entry:
    """What one bundled conflict is.

    Attributes
    ----------
    name : the name it is loaded by.
    first_sentence : the first sentence of its story.
    decision_makers, options, states : how many there are.
    readings : the readings it can be loaded under, the main one first ("" where that has no name).
    """

    name: str
    title: str
    first_sentence: str
    decision_makers: int
    options: int
    states: int
    readings: tuple[str, ...]

    def __str__(self) -> str:
        parts = [
            _counted(self.decision_makers, "decision maker"),
            _counted(self.options, "option"),
            _counted(self.states, "state"),
        ]
        rivals = len(self.readings) - 1
        if rivals:
            parts.append(_counted(rivals, "rival reading"))
        return f"{self.title}: {', '.join(parts)}. {self.first_sentence}"


def names() -> tuple[str, ...]:
    """Return the names of the bundled conflicts, in alphabetical order."""
    shelf = _shelf()
    found = (file.relative_to(shelf).with_suffix("") for file in shelf.rglob("*.toml"))
    return tuple(sorted(_name(file) for file in found if not _OF_A_CASE & {*file.parts}))


def cases() -> tuple[str, ...]:
    """Return the names of the bundled cases, in alphabetical order."""
    shelf = _shelf()
    found = (file.parent.relative_to(shelf) for file in shelf.rglob("case.toml"))
    return tuple(sorted(folder.as_posix() for folder in found))


def case_path(name: str) -> Path:
    """Return the folder of a bundled case.

    Raises
    ------
    UsageError
        where there is none of that name; names the nearest.
    """
    known = cases()
    if name not in known:
        raise UsageError(f"no bundled case '{name}'; {did_you_mean(name, known)}")
    return _shelf() / name


def _name(file: Path) -> str:
    """Return what a conflict is called; one of a case goes by the case and its own name."""
    return "/".join(part for part in file.parts if part != "conflicts")


def path(name: str) -> Path:
    """Return where a bundled conflict's file is.

    Raises
    ------
    UsageError
        where there is none of that name; names the nearest.

    >>> path("geneva-2014/council").name
    'council.toml'
    """
    known = names()
    if name not in known:
        raise UsageError(f"no bundled conflict '{name}'; {did_you_mean(name, known)}")
    case, _, own = name.rpartition("/")
    inside = _shelf() / case / "conflicts" / f"{own}.toml"
    return inside if inside.is_file() else _shelf() / f"{name}.toml"


def read_text(name: str) -> str:
    """Return the text of a bundled conflict's file.

    Raises
    ------
    UsageError
        where there is none of that name.
    """
    return path(name).read_text(encoding="utf-8")


def about(name: str) -> Entry:
    """Return what a bundled conflict is; reads the file.

    Raises
    ------
    UsageError
        where there is none of that name.

    >>> council = about("geneva-2014/council")
    >>> council.decision_makers, council.options, council.states
    (3, 4, 12)
    """
    from goodoffices.conflict.file import read_conflict

    conflict = read_conflict(path(name), name=name)
    return Entry(
        name=name,
        title=conflict.title,
        first_sentence=_first_sentence(conflict.story),
        decision_makers=len(conflict.decision_makers),
        options=len(conflict.options),
        states=conflict.states.count,
        readings=(conflict.reading.name, *(it.name for it in conflict.rival_readings)),
    )


def describe(name: str) -> str:
    """Return what a bundled conflict is, as a line for people; reads the file.

    Raises
    ------
    UsageError
        where there is none of that name.

    >>> describe("textbook/chicken")
    'Chicken: 2 decision makers, 2 options, 4 states. Two drivers race towards each other.'
    """
    return str(about(name))


def _shelf() -> Path:
    from importlib.resources import files

    return Path(str(files(_SHELF)))


def _first_sentence(story: str) -> str:
    text = " ".join(story.split())
    end = re.search(r"[.!?](?= |$)", text)
    return text[: end.end()] if end else text


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
