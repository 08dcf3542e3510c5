"""The words of a person's own office: of 'spokesman for the president' only 'spokesman'."""

import re
from collections.abc import Iterable

from goodoffices.reading.english import roles

_POSSESSOR = re.compile(r"^(?:(?!\s(?:of|for|to|with|under)\s).)*?['’]s?\s+")
_SERVED = re.compile(r"\s(?:for|to|with|under)\s|\s(?:of|by)\s+(?:the|a|an|his|her|its|their)\s")


def own_office(phrases: Iterable[str]) -> set[str]:
    """Return the words of offices without those of whom they serve.

    >>> sorted(own_office(["spokesman for the president", "minister's aide", "secretary of state"]))
    ['aide', 'for', 'of', 'secretary', 'spokesman', 'state', 'the']
    """
    words: set[str] = set()
    for office in (part for phrase in phrases for part in re.split(r"\s+and\s+|,\s*", phrase)):
        own = _POSSESSOR.sub("", office)
        served = _SERVED.search(own)
        ahead, behind = (own[: served.start()], own[served.start() :]) if served else (own, "")
        words |= set(re.findall(r"[\w-]+", ahead))
        words |= {w for w in re.findall(r"[\w-]+", behind) if w not in roles.ROLES}
    return words
