"""How many items there are and how many of them people decided about, without reading every file in full."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from goodoffices.case.shapes import KINDS

if TYPE_CHECKING:
    from goodoffices.case.case import Case

__all__ = ["status_counts"]

_ITEM = re.compile(
    rb"^\[\[(?:" + "|".join(KINDS).encode() + rb")\]\][ \t\r]*(?:#.*)?$", re.MULTILINE
)
_STATUS = re.compile(rb"^status = \"(\w+)\"[ \t\r]*(?:#.*)?$", re.MULTILINE)
_UNUSUAL = re.compile(
    rb"\"\"\"|'''|^[ \t]+\[|^[ \t]+status|^[\"']?status[\"']?(?! = \")|^\[\[?[ \"']|^(?:"
    + "|".join(KINDS).encode()
    + rb")\b",
    re.MULTILINE,
)
"""What keeps a file from being counted by its lines; such a file is read in full."""


def status_counts(case: Case, source: str) -> Counter[str]:
    """Return how many items of a source have each status.

    Raises
    ------
    InputError
        where the source has to be read in full and cannot be.
    """
    if case.scope.whole and f"record/{source}.toml" not in case.files.damage:
        try:
            data = case.folder.bytes_of(f"record/{source}.toml")
        except FileNotFoundError:
            return Counter()
        if not _UNUSUAL.search(data):
            return _by_lines(data)
    return Counter(item.status for _, item in case.items(source))


def _by_lines(data: bytes) -> Counter[str]:
    r"""Count in a file that has each item and each status on a line of its own.

    >>> sorted(_by_lines(b'[[statements]]\nid = "s1"\n[[times]]\nstatus = "rejected"\n').items())
    [('proposed', 1), ('rejected', 1)]
    """
    found = Counter(word.decode() for word in _STATUS.findall(data))
    found["proposed"] += len(_ITEM.findall(data)) - found.total()
    return +found
