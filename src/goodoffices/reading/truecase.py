"""Headlines in capitals, written for the parser as the report writes the same words."""

import re
from collections.abc import Sequence

from goodoffices.reading.units import Unit

_WORD = re.compile(r"[A-Z][A-Z'-]+")
_LEAST = 3  # words in capitals that make a headline


def lower_capitals(units: Sequence[Unit], report: str) -> None:
    """Give units all in capitals small letters, in place: 'KARO REJECTS CHARGES' as 'Karo rejects charges'.

    A word that the report writes with a capital keeps one, an abbreviation keeps all; every
    character keeps its place.
    """
    shouted = [u for u in units if u.text.isupper() and len(_WORD.findall(u.text)) >= _LEAST]
    if not shouted:
        return
    written = set(re.findall(r"[A-Za-z][\w'-]*", _without_capitals(report)))
    for unit in shouted:
        unit.text = _WORD.sub(lambda match: _as_written(match, written), unit.text)


def _without_capitals(report: str) -> str:
    """The lines of the report that are not all in capitals."""
    return "\n".join(line for line in report.splitlines() if not line.isupper())


def _as_written(match: re.Match[str], written: set[str]) -> str:
    word = match.group()
    if word in written:
        return word
    opens = match.start() == 0
    named = word.title() in written and word.lower() not in written
    new = word.title() if opens or named else word.lower()
    return new if len(new) == len(word) else word
