"""What can go wrong, as people are told it.

::

    GoodOfficesError                 everything this package raises on purpose
    ├── InputError                   the input is wrong; says where, what was found, what to do
    │   ├── StatementError           a preference statement or constraint cannot be read
    │   └── FaultsError              a file is not well formed; carries every fault found
    │       ├── ConflictError        a conflict
    │       ├── TalksError           a file of the talks
    │       └── RecordError          a record as JSON
    ├── UsageError                   a call is wrong: an unknown concept, state or decision maker
    └── LimitError                   a limit was reached; says which, and what would lift it

The command line ends with code 1 on an `InputError`, 2 on a `UsageError`, 3 on a `LimitError`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

__all__ = [
    "ConflictError",
    "Fault",
    "FaultsError",
    "GoodOfficesError",
    "InputError",
    "LimitError",
    "RecordError",
    "StatementError",
    "TalksError",
    "UsageError",
    "did_you_mean",
    "nearest",
    "shown",
]

KeyPath = tuple[str | int, ...]
"""Where something stands in a conflict file: keys and positions from the top."""


class GoodOfficesError(Exception):
    """Base of everything this package raises on purpose; its text is meant for people."""


class InputError(GoodOfficesError):
    """The input is wrong."""


class UsageError(GoodOfficesError):
    """A call is wrong: it names a concept, state or decision maker that is not there."""


class LimitError(GoodOfficesError):
    """A limit was reached; the message says which one and what would lift it."""


class StatementError(InputError):
    """A statement cannot be read.

    Attributes
    ----------
    reason : what was found and what was expected, in one sentence.
    text : the statement as it was written.
    start, end : half-open character range of the offending part in ``text``.
    """

    def __init__(self, reason: str, text: str, start: int, end: int) -> None:
        self.reason = reason
        self.text = text
        self.start = start
        self.end = max(end, start + 1)
        super().__init__(f"{reason}\n{_around(text, start, self.end)}")


_WIDEST = 100  # characters of a statement shown around a fault in it


def _around(text: str, start: int, end: int) -> str:
    """Return the line of a text that the fault stands in, or a part of it, with carets below."""
    first = max(text.rfind("\n", 0, start) + 1, start - _WIDEST // 2)
    last = text.find("\n", start)
    last = min(len(text) if last < 0 else last, first + _WIDEST)
    before = "…" if first and text[first - 1] != "\n" else ""
    after = "…" if last < len(text) and text[last] != "\n" else ""
    blank = " " * (len(before) + start - first)
    carets = "^" * max(1, min(end, last) - start)
    return f"  {before}{text[first:last]}{after}\n  {blank}{carets}"


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a conflict: where, what was found, what was expected or can be done."""

    message: str
    path: KeyPath = ()
    line: int | None = None
    detail: str = field(default="", compare=False)

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        key = _dotted(self.path)
        text = f"{place}{key}{': ' if key else ''}{self.message}"
        return text + (f"\n{self.detail}" if self.detail else "")


class FaultsError(InputError):
    """A file is not well formed; ``faults`` lists everything found, in file order."""

    def __init__(self, faults: Sequence[Fault], name: str = "") -> None:
        self.faults = tuple(faults)
        self.name = name
        super().__init__("\n".join(self._lines()))

    def _lines(self) -> Iterable[str]:
        for fault in self.faults:
            where = self.name + (f":{fault.line}" if self.name and fault.line else "")
            key = _dotted(fault.path)
            text = ": ".join(part for part in (where, key, fault.message) if part)
            yield text + (f"\n{fault.detail}" if fault.detail else "")


class ConflictError(FaultsError):
    """A conflict is not well formed."""


class RecordError(FaultsError):
    """A record does not fit its text, or is not well formed."""


class TalksError(FaultsError):
    """Files of the talks are not well formed."""

    @classmethod
    def of(cls, errors: Sequence[TalksError]) -> TalksError:
        """Return one error for all files of a folder, each fault told with its file."""
        one = cls([fault for error in errors for fault in error.faults])
        one.args = ("\n".join(map(str, errors)),)
        return one


def _dotted(path: KeyPath) -> str:
    """Write a key path as people read it: ``decision_makers.russia.preferences, 2nd``."""
    words = ""
    for part in path:
        if isinstance(part, int):
            words += f" no. {part + 1}"
        else:
            words += f"{'.' if words else ''}{part}"
    return words


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the name in ``known`` most like ``name``, or None where none is alike.

    >>> nearest("acess", ["access", "vote"])
    'access'
    """
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return close[0] if close else None


def shown(words: str) -> str:
    """Return words as an error message quotes them: 40 characters at most.

    >>> shown("Moscow said no.")
    "'Moscow said no.'"
    """
    return repr(words if len(words) <= 40 else words[:39] + "…")


def did_you_mean(name: str, known: Iterable[str], *, most: int = 12) -> str:
    """Return the end of an error message that helps with a misspelt name.

    >>> did_you_mean("acess", ["access", "vote"])
    "did you mean 'access'?"
    >>> did_you_mean("x", ["access", "vote"])
    'known here: access, vote'
    """
    names = list(known)
    close = nearest(name, names)
    if close:
        return f"did you mean '{close}'?"
    if not names:
        return "none is known here"
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"known here: {', '.join(names[:most])}{more}"
