"""Headlines in capitals, written for the parser as the report writes the same words."""

import re
from collections.abc import Sequence
from functools import partial

from goodoffices.reading.grammar.units import Unit

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*")
_OWN = re.compile(r"['’]S$")
_OPENS = re.compile(r"(?:^|[^\W\d_]{3}[.!?]\s+)[“\"‘'(]*$")
_LEAST = 3  # words in capitals that make a headline


def lower_capitals(units: Sequence[Unit], report: str) -> None:
    """Give units all in capitals small letters, in place: 'KARO REJECTS CHARGES' as 'Karo rejects charges'.

    A word keeps the capitals that the rest of the report gives it, so an abbreviation it uses keeps
    all; every character keeps its place. A report wholly in capitals tells nothing and stays as it is.
    """
    shouted = [u for u in units if u.text.isupper() and len(_long_words(u.text)) >= _LEAST]
    written = set(_WORD.findall(_without_capitals(report))) if shouted else set()
    if not written:
        return
    for unit in shouted:
        whole = unit.text
        unit.text = _WORD.sub(partial(_as_written, whole, written), whole)


def _long_words(text: str) -> list[str]:
    return [w for w in _WORD.findall(text) if len(w) > 1]


def _without_capitals(report: str) -> str:
    """The lines of the report that are not all in capitals."""
    return "\n".join(line for line in report.splitlines() if not line.isupper())


def _as_written(whole: str, written: set[str], match: re.Match[str]) -> str:
    word = match.group()
    own = _OWN.search(word)
    bare, end = (word[: own.start()], own.group().lower()) if own else (word, "")
    if (len(bare) == 1 and bare != "A") or bare in written:
        return bare + end
    titled = "-".join(part.capitalize() for part in bare.split("-"))
    opens = _OPENS.search(whole[: match.start()]) is not None
    named = bool({titled, titled + end} & written) and bare.lower() not in written
    new = (titled if named else bare.capitalize() if opens else bare.lower()) + end
    return new if len(new) == len(word) else word
