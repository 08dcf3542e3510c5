"""A pattern is tried only where one of its words stands: none that would match is ever left out."""

import re

import pytest

from goodoffices.reading import stance_phrases
from goodoffices.reading.needed_words import needed_words
from tests.reading.labelled import HARD_CASES, STANCE_CASES, parse_labelled

TEXTS = [parse_labelled(markup).text for _, markup in (*HARD_CASES, *STANCE_CASES)]


def test_no_phrase_that_matches_is_left_out() -> None:
    matched = 0
    for pattern, *_, needed in stance_phrases._PHRASES:
        for text in TEXTS:
            if pattern.search(text):
                matched += 1
                assert not needed or any(piece in text.lower() for piece in needed), (pattern, text)
    assert matched > 300


def test_most_phrases_are_spared() -> None:
    known = [bool(needed) for *_, needed in stance_phrases._PHRASES]
    assert sum(known) > 0.9 * len(known)


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"war|peace\b", ("peace", "war")),
        (r"(?:peace|\w+)\s", ()),  # one branch needs nothing
        (r"(?:peace)?\s+talks", ("talks",)),
        (r"(?:peace)+", ("peace",)),
        (r"(?<!no )peace(?! talks)", ("peace",)),  # what must not stand there is not needed
        (r"peac[ea]ble", ("peac",)),
        (r"of|to", ()),  # in every sentence
    ],
)
def test_what_a_pattern_cannot_do_without(pattern: str, needed: tuple[str, ...]) -> None:
    assert needed_words(re.compile(pattern)) == needed
