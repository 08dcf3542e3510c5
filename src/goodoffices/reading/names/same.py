"""Whether two names are of the same actor: articles and titles aside, adjectives as their countries."""

import re

from goodoffices.reading.english.given_names import without_accents
from goodoffices.reading.english.places import ADJECTIVES, COUNTRIES, ORGANISATIONS

_IGNORED = frozenset("the a an of for mr mrs ms dr gen col".split())


def name_words(name: str) -> list[str]:
    """Return the words of a name that count: no articles or titles, countries for adjectives."""
    bare = without_accents(name).lower().removeprefix("the ")
    name = COUNTRIES.get(bare) or ORGANISATIONS.get(bare) or without_accents(name)
    plain = re.sub(r"[^\w\s'-]", " ", name.lower().replace("’", "'").replace(".", ""))
    words = [w.removesuffix("'s").strip("'") for w in plain.split()]
    words = [part for w in words for part in ADJECTIVES.get(w, COUNTRIES.get(w, w)).lower().split()]
    return [w for w in words if w and w not in _IGNORED]


def same_name(gold: str, name: str | None) -> bool:
    """Tell whether a resolved name is the labelled one; a surname alone is accepted.

    >>> same_name("Government of Syria", "Syrian government"), same_name("Igor Sokol", "he")
    (True, False)
    """
    if not name:
        return False
    wanted, has = name_words(gold), name_words(name)
    if not wanted or not has:
        return False
    if set(wanted) == set(has):
        return True
    return wanted[-1] == has[-1] and (set(wanted) <= set(has) or set(has) <= set(wanted))
