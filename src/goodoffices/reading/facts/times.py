"""Times as TIMEX3: days, weeks, months, years, durations, by rules of our own.

A weekday is the last one up to the day of publication, the day itself included, unless the clause
looks ahead ("would meet on Friday", "until Monday"). Without a publication date a weekday has no
date and is given as ``XXXX-WXX-n``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from goodoffices.reading.facts.clock import Clock, Day, Found
from goodoffices.reading.facts.timex import RULES, Rule
from goodoffices.reading.grammar.syntax import Sentence


def find_times(
    text: str,
    spans: Sequence[tuple[int, int]],
    sentences: Sequence[Sentence],
    published: Day | None,
) -> list[Found]:
    """Return the time expressions in text order; longer ones win over those inside them."""
    candidates = _candidates(text, spans)
    clock = Clock(published, sentences)
    index = _SentenceIndex(sentences)
    result: list[Found] = []
    free = -1
    for match, rule in candidates:
        if match.end() <= free:
            continue
        clock.sentences = index.near(match.start())
        found = rule(match, text, clock)
        if found is None or found.start < free:
            continue
        words = text[found.start : found.end]
        if words != words.rstrip():  # a pattern that looks for 'GMT' takes the line end with it
            found = replace(found, end=found.start + len(words.rstrip()))
        result.append(found)
        free = found.end
        clock.note(found)
    return result


class _SentenceIndex:
    """Sentences by thousand characters, so that long reports stay fast."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.cells: dict[int, list[Sentence]] = {}
        for sentence in sentences:
            for cell in range(sentence.start // 1000, sentence.end // 1000 + 1):
                self.cells.setdefault(cell, []).append(sentence)

    def near(self, at: int) -> Sequence[Sentence]:
        return self.cells.get(at // 1000, [])


def _candidates(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[re.Match[str], Rule]]:
    found = [
        (
            match.start("body" if "body" in pattern.groupindex else 0),
            order,
            -match.end(),
            match,
            rule,
        )
        for start, end in spans
        for order, (pattern, rule) in enumerate(RULES)
        for match in pattern.finditer(text, start, end)
    ]
    found.sort(key=lambda c: (c[0], c[1], c[2]))
    return [(match, rule) for _, _, _, match, rule in found]
