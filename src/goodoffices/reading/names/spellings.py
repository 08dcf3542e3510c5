"""One name in several spellings: Jaafari and Ja'afari, Bukhamada and Bu-Khamada, Dmytrenko and Dmitrenko."""

import re
import unicodedata
from functools import lru_cache

from goodoffices.reading.english import given_names

_SOUNDS = (
    (re.compile(r"^y(?=e)"), ""),
    (re.compile(r"uw"), "w"),
    (re.compile(r"(?<=[^aeiou])([aou])e(?=[a-z])"), r"\1"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"yo|io"), "e"),
    (re.compile(r"iy|ij|yi|ai|ay|ei|ey|ii|ie|ee"), "i"),
    (re.compile(r"y"), "i"),
    (re.compile(r"gu(?=[ie])"), "g"),
    (re.compile(r"kh|gh|^g(?=[nrl])"), "h"),
    (re.compile(r"dzh|dj|zh"), "j"),
    (re.compile(r"q|ck"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return a word without what transliterations differ in.

    >>> sound("Bu-Khamada") == sound("Boukhamada"), sound("Noor") == sound("Nour")
    (True, True)
    """
    plain = unicodedata.normalize("NFKD", word.lower())
    plain = "".join(c for c in plain if c.isalpha())
    for pattern, by in _SOUNDS:
        plain = pattern.sub(by, plain)
    return plain


def alike(one: str, other: str) -> bool:
    """Tell whether two surnames are one in two spellings."""
    from rapidfuzz import fuzz

    if min(len(one), len(other)) < 5:
        return False
    near = one[:1] == other[:1] and min(len(one), len(other)) >= 6 and fuzz.ratio(one, other) >= 86
    return near or sound(one) == sound(other)


def _gender(given: str) -> str:
    low = given_names.without_accents(given)
    return "f" if low in given_names.FEMALE_NAMES else "m" if low in given_names.MALE_NAMES else ""


def same_spelt_otherwise(one: list[str], other: list[str]) -> bool:
    """Tell whether two full names are one: surnames that sound alike, given names that nearly do.

    >>> same_spelt_otherwise(["oleksiy", "dmytrenko"], ["aleksei", "dmitrenko"])
    True
    >>> same_spelt_otherwise(["anna", "dmytrenko"], ["oleh", "dmitrenko"])
    False
    """
    from rapidfuzz import fuzz

    if min(len(one), len(other)) < 2:
        return False
    given, too = sound("".join(one[:-1])), sound("".join(other[:-1]))
    if {_gender(one[0]), _gender(other[0])} == {"f", "m"}:
        return False  # 'Frances Walker' and her brother 'Francis'
    if one[-1] == other[-1]:  # one surname: the given name must be one as well
        return given == too or (len(given) > 4 and _bones(given, 3) == _bones(too, 3) != "")
    bones = _bones(sound(one[-1]), 4)
    if not alike(one[-1], other[-1]) and not (bones and bones == _bones(sound(other[-1]), 4)):
        return False
    return fuzz.ratio(given, too) >= 60


def _bones(word: str, least: int) -> str:
    """Return the consonants of a word; nothing where they are too few to tell it by."""
    bones = re.sub(r"[aeiou]", "", word)
    return bones if len(bones) >= least else ""
