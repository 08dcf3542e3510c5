"""Noun phrases as token ranges: where the source mention of an attribution starts and ends."""

from dataclasses import dataclass

from goodoffices.reading.attributions.cues import Cue
from goodoffices.reading.english import roles
from goodoffices.reading.grammar.nouns import NP_TAGS
from goodoffices.reading.grammar.syntax import Sentence


@dataclass(frozen=True, slots=True)
class SourceRange:
    """Token range [low, high) of a source mention and the index of its head noun."""

    low: int
    high: int
    head: int


def noun_phrase(sentence: Sentence, head: int, cue: Cue | None = None) -> SourceRange:
    """Return the whole noun phrase of ``head``: with appositions, not across the cue."""
    low, high = sentence.edges[head]
    high += 1
    if cue is not None:
        if head < cue.low:
            high = min(high, cue.low)
        elif head >= cue.high:
            low = max(low, cue.high)
    gerund = sentence.find(lambda t: t.tag == "VBG" and t.dep == "pcomp", head + 1, high)
    if gerund is not None and sentence.tokens[gerund - 1].lower == "of" and gerund > head + 1:
        high = gerund - 1  # 'accused by prosecutors of steering'
    low, high = sentence.trimmed(low, high)
    while (
        low < head
        and sentence.tokens[low].tag in ("CC", "RB")
        and sentence.tokens[low].lower
        in ("and", "but", "meanwhile", "however", "also", "or", "yet")
    ):
        low += 1
    return SourceRange(min(low, head), max(high, head + 1), head)


def phrase_before(sentence: Sentence, last: int, high: int) -> SourceRange:
    """Return the noun phrase that ends at ``last``: 'the envoy of the bloc for Ostrana' too."""
    low = head = last
    while True:
        while low > 0 and (
            sentence.tokens[low - 1].tag.startswith(NP_TAGS)
            and not sentence.tokens[low - 1].virtual
        ):
            low -= 1
        joined = low > 1 and sentence.tokens[low - 1].lower in ("of", "for")
        if low > 1 and sentence.tokens[low - 1].lower == "to":  # 'Ambassador to Havana'
            joined = sentence.tokens[low - 2].lemma in roles.ROLES
            joined = joined or sentence.tokens[low - 2].lower in roles.ROLES
        noun = sentence.tokens[low - 2] if joined else None
        if noun is None or not noun.is_noun or noun.virtual:
            return SourceRange(low, max(high, last + 1), head)
        low = head = noun.i
