"""What a pattern cannot match without, so that most patterns need not be tried on most sentences.

Some four hundred phrases are looked for in every sentence, and a sentence holds the words of one or two.
"""

import importlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

Needed = tuple[str, ...]
_SHORT = 2  # letters: a piece no longer than this stands in every sentence


class Sieve:
    """Patterns with what each cannot match without: tells which of them may match in a text at all.

    Each piece is looked for once, however many patterns need it.

    >>> sieve = Sieve([re.compile("took issue"), re.compile("made a threat"), re.compile("of|to")])
    >>> sieve.possible("Norway took issue with it")
    [0, 2]
    >>> sieve.possible("Norway agreed")
    [2]
    """

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._always: list[int] = []
        self._behind: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            needed = needed_words(pattern)
            if not needed:
                self._always.append(number)
            for piece in needed:
                self._behind.setdefault(piece, []).append(number)

    def possible(self, text: str) -> list[int]:
        """Return the numbers of the patterns that may match in ``text``, in their order."""
        small = text.lower()
        found = set(self._always)
        for piece, numbers in self._behind.items():
            if piece in small:
                found.update(numbers)
        return sorted(found)


@cache
def needed_words(pattern: re.Pattern[str]) -> Needed:
    r"""Return pieces in small letters of which one has to stand in a text for the pattern to match in it.

    Empty where nothing can be said, or where Python keeps its own reading of patterns elsewhere.

    >>> needed_words(re.compile(r"(?:took|takes)\s+(?:an?\s+)?issue\s+with\b"))
    ('issue',)
    >>> needed_words(re.compile(r"(?:has|had)\s+no\s+(?:links?|ties)"))
    ('link', 'ties')
    """
    try:
        tree = importlib.import_module("re._parser").parse(pattern.pattern, pattern.flags)
    except (ImportError, AttributeError):
        return ()
    return tuple(sorted(set(_of_sequence(tree))))


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> Needed:
    """The best of what a sequence needs: the pieces whose shortest is longest."""
    found: list[Needed] = []
    run = ""
    for kind, value in items:
        if str(kind) == "LITERAL":
            run += chr(value).lower()
            continue
        found.append((run,))
        run = ""
        found.append(_of_item(str(kind), value))
    found.append((run,))
    best = max(found, key=lambda pieces: min((len(p) for p in pieces), default=0))
    return best if min((len(p) for p in best), default=0) > _SHORT else ()


def _of_item(kind: str, value: Any) -> Needed:
    if kind == "SUBPATTERN":
        return _of_sequence(value[-1])
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inner = value
        return _of_sequence(inner) if least else ()
    if kind == "ATOMIC_GROUP":
        return _of_sequence(value)
    if kind == "BRANCH":
        branches = [_of_sequence(branch) for branch in value[1]]
        return tuple(p for branch in branches for p in branch) if all(branches) else ()
    return ()
