"""Small matters of English: numbers in words, capitals."""

from __future__ import annotations

__all__ = ["capital", "number_word", "number_words"]

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def number_words(count: int, one: str, many: str = "") -> str:
    """Say how many there are, small numbers in words.

    >>> number_words(1, "state"), number_words(3, "state"), number_words(1200, "state")
    ('one state', 'three states', '1,200 states')
    """
    return f"{number_word(count)} {one if count == 1 else many or one + 's'}"


def number_word(count: int) -> str:
    """Say a number, up to twelve in words."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def capital(sentence: str) -> str:
    """Begin a sentence with a capital letter and leave the rest as it is."""
    return sentence[:1].upper() + sentence[1:]
