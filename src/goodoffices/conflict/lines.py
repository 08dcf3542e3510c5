"""Where things stand in a TOML text: key path to place, which the standard reader does not tell.

`tomllib` gives line and column for what is not TOML at all, but none for the values it read. `places`
walks a text that `tomllib` has accepted and notes, for every key and every array element, where it
starts and ends. It knows the grammar of TOML 1.0, not its values.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goodoffices.errors import KeyPath

__all__ = ["Place", "Places", "places"]

_BARE_KEY = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Place:
    """Half-open character ranges of one entry in the text.

    ``start`` is the first character of the key, of the array element or of the table's header,
    ``value`` the first of the value and ``end`` the one after it. A table made by its header, or only
    implied by longer keys, has no value of its own: ``value`` equals ``end``.
    """

    start: int
    value: int
    end: int
    table: KeyPath = ()
    """The table whose header this stands under; the table itself for what a header opens."""

    @property
    def has_value(self) -> bool:
        """Whether a value is written here, not only a header or the beginning of a longer key."""
        return self.value < self.end


class Places(Mapping[KeyPath, Place]):
    """Key path to place, for every table, key and array element of one text."""

    def __init__(self, text: str, found: dict[KeyPath, Place]) -> None:
        self._found = found
        self._ends = [at for at, character in enumerate(text) if character == "\n"]

    def __getitem__(self, path: KeyPath) -> Place:
        return self._found[path]

    def __iter__(self) -> Iterator[KeyPath]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def line_at(self, offset: int) -> int:
        """Return the line, from 1, that holds the character at ``offset``."""
        return bisect_right(self._ends, offset - 1) + 1

    def line(self, path: KeyPath) -> int | None:
        r"""Return the line of an entry or, where it is not written, of what holds it.

        >>> places("a = [\n 'x',\n 'y']\n").line(("a", 1))
        3
        """
        for length in range(len(path), 0, -1):
            place = self._found.get(path[:length])
            if place is not None:
                return self.line_at(place.start)
        return None


def places(text: str) -> Places:
    r"""Find the place of every table, key and array element of a valid TOML text.

    Raises
    ------
    RecursionError
        where values are nested deeper than Python can follow.

    >>> found = places("[a]\nb.c = 1 # one\n[[d]]\ne = { f = [2] }\n")
    >>> list(found)[-1], found.line(("d", 0, "e", "f", 0))
    (('d', 0, 'e', 'f', 0), 4)
    """
    return Places(text, _Scanner(text).scan())


class _Scanner:
    """One pass over a text known to be TOML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.table: KeyPath = ()
        self.found: dict[KeyPath, Place] = {}
        self.latest: dict[KeyPath, int] = {}  # array of tables -> position of its last table

    def scan(self) -> dict[KeyPath, Place]:
        while self.skip_blank():
            if self.text[self.at] == "[":
                self.table = self.header()
            else:
                self.key_and_value(self.table)
        return self.found

    def note(self, path: KeyPath, start: int, value: int, end: int) -> None:
        self.found[path] = Place(start, value, end, self.table)

    def skip_blank(self) -> bool:
        """Pass white space, line ends and comments; tell whether anything follows."""
        text = self.text
        while self.at < len(text):
            if text[self.at] == "#":
                end = text.find("\n", self.at)
                self.at = len(text) if end < 0 else end
            elif text[self.at] in " \t\r\n":
                self.at += 1
            else:
                return True
        return False

    def skip_space(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in " \t":
            self.at += 1

    def header(self) -> KeyPath:
        """Read ``[table]`` or ``[[array of tables]]``; return the path of the table it opens."""
        start = self.at
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        keys = self.key()
        self.at += 2 if many else 1
        path: KeyPath = ()
        for key in keys[:-1]:
            path = self.inside((*path, key), start)
        path = (*path, keys[-1])
        if many:
            self.latest[path] = self.latest.get(path, -1) + 1
            self.found.setdefault(path, Place(start, self.at, self.at, path))
            path = (*path, self.latest[path])
        known = self.found.get(path)
        if known is None or not known.has_value:
            self.found[path] = Place(start, self.at, self.at, path)
        return path

    def inside(self, path: KeyPath, start: int) -> KeyPath:
        """Note a table that a longer key implies; step into the last table of an array."""
        self.found.setdefault(path, Place(start, self.at, self.at))
        return (*path, self.latest[path]) if path in self.latest else path

    def key(self) -> list[str]:
        """Read a key of one or more parts and the white space around it."""
        parts = []
        while True:
            self.skip_space()
            parts.append(self.key_part())
            self.skip_space()
            if not self.text.startswith(".", self.at):
                return parts
            self.at += 1

    def key_part(self) -> str:
        start = self.at
        if self.text[start] in "\"'":
            self.string()
            return _unquoted(self.text[start : self.at])
        while self.at < len(self.text) and self.text[self.at] in _BARE_KEY:
            self.at += 1
        return self.text[start : self.at]

    def key_and_value(self, table: KeyPath) -> None:
        start = self.at
        keys = self.key()
        path = table
        for key in keys[:-1]:
            path = (*path, key)
            self.found.setdefault(path, Place(start, self.at, self.at, self.table))
        self.at += 1  # the equals sign
        self.skip_space()
        self.value((*path, keys[-1]), start)

    def value(self, path: KeyPath, start: int) -> None:
        """Pass a value, noting it and everything in it."""
        first = self.at
        self.note(path, start, first, first)  # before what is in it, in reading order
        character = self.text[self.at]
        if character in "\"'":
            self.string()
        elif character == "[":
            self.array(path)
        elif character == "{":
            self.inline_table(path)
        else:
            self.plain()
        self.note(path, start, first, self.at)

    def string(self) -> None:
        mark = self.text[self.at]
        long = self.text.startswith(mark * 3, self.at)
        closing = mark * 3 if long else mark
        self.at += len(closing)
        while not self.text.startswith(closing, self.at):
            self.at += 2 if mark == '"' and self.text[self.at] == "\\" else 1
        self.at += len(closing)
        extra = 2 if long else 0  # a long string may end in one or two marks of its own
        while extra and self.text.startswith(mark, self.at):
            self.at, extra = self.at + 1, extra - 1

    def array(self, path: KeyPath) -> None:
        self.at += 1
        position = 0
        while self.skip_blank() and self.text[self.at] != "]":
            self.value((*path, position), self.at)
            position += 1
            self.skip_blank()
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1

    def inline_table(self, path: KeyPath) -> None:
        self.at += 1
        while self.skip_blank() and self.text[self.at] != "}":
            self.key_and_value(path)
            self.skip_blank()
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1

    def plain(self) -> None:
        """Pass a number, a date or a truth value; a date may hold one space."""
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in ",]}#\n":
            self.at += 1
        self.at = start + len(self.text[start : self.at].rstrip(" \t\r"))


def _unquoted(text: str) -> str:
    """Return what a quoted key says."""
    inner = text[1:-1]
    if text[0] == "'" or "\\" not in inner:
        return inner
    out, at = [], 0
    while at < len(inner):
        if inner[at] != "\\":
            out.append(inner[at])
            at += 1
        elif inner[at + 1] in "uU":
            digits = 4 if inner[at + 1] == "u" else 8
            out.append(chr(int(inner[at + 2 : at + 2 + digits], 16)))
            at += 2 + digits
        else:
            out.append(_ESCAPES[inner[at + 1]])
            at += 2
    return "".join(out)
