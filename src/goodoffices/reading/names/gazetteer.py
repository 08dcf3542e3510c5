"""Names known from lists: countries, capitals, adjectives, bodies, media."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from goodoffices.reading.english import known_bodies, places, roles


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: ``kind`` person, state, adjective, capital, org or unknown.

    ``key`` is the canonical form where a gazetteer knows one, else the words themselves;
    ``title`` the role words written before a person's name.
    """

    start: int
    end: int
    kind: str
    key: str
    title: str = ""
    title_start: int = -1
    nation: str = ""
    body: str = ""


_LISTS: tuple[tuple[dict[str, str], str], ...] = (
    (known_bodies.BODIES, "org"),
    (known_bodies.MEDIA, "media"),
    (places.CAPITALS, "capital"),
    (places.SEATS, "capital"),
    (places.ADJECTIVES, "adjective"),
    (places.COUNTRIES, "state"),
    (places.ORGANISATIONS, "org"),
    (roles.MEDIA, "media"),
    (roles.WIRE_AGENCIES, "media"),
)
"""What names a list holds; of two that hold one name the later decides."""


@lru_cache(maxsize=1)
def _gazetteer() -> re.Pattern[str]:
    keys = {key for names, _ in _LISTS for key in names}
    ordered = sorted(keys, key=len, reverse=True)
    return re.compile(
        r"(?<![\w])(?:"
        + "|".join(re.escape(k).replace(r"\ ", r"\s+") for k in ordered)
        + r")(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(re.split(r"[\s.\-'/]", key)[0] for names, _ in _LISTS for key in names)


@lru_cache(maxsize=1)
def table() -> dict[str, tuple[str, str]]:
    """Return kind and canonical form of every name the gazetteers know."""
    result: dict[str, tuple[str, str]] = {}
    for source, kind in _LISTS:
        for key, value in source.items():
            result[key] = (kind, value)
    result["us"] = result["u.s."] = ("state", "United States")
    return result


_CANDIDATE = re.compile(r"(?<!\w)(?:[A-Zt]|al-)[\w.]*")


def known_names(text: str, start: int, end: int) -> Iterator[Name]:
    """Yield the countries, capitals and bodies the gazetteer knows between two places.

    >>> [(n.kind, n.key) for n in known_names("Moscow and the U.N. met.", 0, 24)]
    [('capital', 'Russia'), ('org', 'United Nations')]
    """
    pattern, first = _gazetteer(), _first_words()
    at = start
    while True:
        candidate = _CANDIDATE.search(text, at, end)
        if candidate is None:
            return
        at = candidate.end()
        if re.split(r"[.\-]", candidate.group().lower())[0] not in first:
            continue
        match = pattern.match(text, candidate.start(), end)
        if match is None:
            continue
        name = _known(text, match)
        if name is not None:
            yield name
            at = match.end()


def _known(text: str, match: re.Match[str]) -> Name | None:
    words = match.group()
    low = re.sub(r"\s+", " ", words.lower())
    last = words.split()[-1] if words.split() else words
    if not last[0].isupper() or (
        low in ("us", "who", "icc", "au", "pa", "apa", "mena", "ap", "dw") and not words.isupper()
    ):
        return None
    if low in ("petra", "sana", "mena", "ansa") and not words.isupper():
        return None
    kind, key = table()[low]
    if low in ("the north", "the south"):
        following = re.match(r"\s+[A-Z][a-z]", text[match.end() : match.end() + 3])
        if following or not re.search(r"\bKorea", text):
            return None
    return Name(match.start(), match.end(), kind, key)
