"""A pattern is tried only where one of its words stands: none that would match is ever left out."""

import re

import pytest

from goodoffices.reading.stances import drawn, phrases
from goodoffices.reading.stances.needed_words import Sieve, needed_words
from tests.reading.labelled import HARD_CASES, STANCE_CASES, parse_labelled

TEXTS = [parse_labelled(markup).text for _, markup in (*HARD_CASES, *STANCE_CASES)]


KINDS = (
    (phrases._SIEVE, [phrase.pattern for phrase in phrases._PHRASES], 300),
    (drawn._SIEVE, [pattern for pattern, _ in drawn._DRAWN], 5),
)


@pytest.mark.parametrize(("sieve", "patterns", "least"), KINDS, ids=["phrases", "drawn"])
def test_no_phrase_that_matches_is_left_out(
    sieve: Sieve, patterns: list[re.Pattern[str]], least: int
) -> None:
    matched = 0
    for text in TEXTS:
        possible = set(sieve.possible(text))
        for number, pattern in enumerate(patterns):
            if pattern.search(text):
                matched += 1
                assert number in possible, (pattern, text)
    assert matched > least


def test_most_phrases_are_spared() -> None:
    for sieve, patterns, _ in KINDS:
        assert len(sieve.possible("")) < 0.1 * len(patterns)


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
