"""Stances told by what they answer: "drew criticism from the unions", "with the blessing of Oslo"."""

import re
from collections.abc import Iterator

from goodoffices.reading.english import newsroom
from goodoffices.reading.grammar.nouns import can_speak
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.stances.needed_words import Sieve
from goodoffices.reading.stances.triggers import Trigger, negated

_DRAWN = [(re.compile(row, re.IGNORECASE), stance) for row, stance in newsroom.DRAWN]
_SIEVE = Sieve([pattern for pattern, _ in _DRAWN])


def drawn_triggers(sentence: Sentence, text: str) -> Iterator[Trigger]:
    """Yield the stances that something draws from whoever is named behind."""
    for number in _SIEVE.possible(text[sentence.start : sentence.end]):
        pattern, stance = _DRAWN[number]
        for match in pattern.finditer(text, sentence.start, sentence.end):
            first = sentence.find(lambda t, m=match: t.start >= m.start() and not t.virtual)  # type: ignore[misc]
            last = sentence.find(lambda t, m=match: t.start >= m.end() and not t.virtual)  # type: ignore[misc]
            if first is None or last is None or negated(sentence, sentence.tokens[first]):
                continue
            holder = _named_behind(sentence, last)
            if holder is None or _only_sought(sentence, first) or _shot_at(sentence, first, holder):
                continue
            yield Trigger(
                sentence,
                sentence.tokens[first].start,
                match.start() + len(match.group().rstrip()),
                stance,
                holder.i,
                rule="drawn",
                score=0.55,
            )


def _only_sought(sentence: Sentence, at: int) -> bool:
    """'needs to get approval from', 'without the backing of': not yet given."""
    verb = sentence.tokens[at]
    before = sentence.tokens[at - 1].lower if at else ""
    return before in ("to", "without") or any(k.tag == "TO" for k in sentence.kids(verb.i, "aux"))


def _shot_at(sentence: Sentence, at: int, holder: Token) -> bool:
    """'A convoy came under fire from rebels': no criticism."""
    under = sentence.tokens[at].lower == "under"
    return under and holder.lemma in _ARMED


_ARMED = frozenset(
    "rebel militant insurgent gunman force guard sniper protester fighter troop soldier guerrilla".split()
)


def _named_behind(sentence: Sentence, low: int) -> Token | None:
    """The head of the noun phrase that begins at ``low``, where it can speak."""
    token = sentence.tokens[low]
    while not token.is_noun and token.head > token.i and token.head <= low + 6:
        token = sentence.tokens[token.head]
    while token.dep in ("compound", "nmod") and sentence.tokens[token.head].i > token.i:
        token = sentence.tokens[token.head]
    own = token.dep == "poss" and sentence.tokens[token.head].is_noun
    if own or not token.is_noun:
        return None
    speaks = can_speak(token) or token.entity in ("GPE", "NORP", "ORG") or token.tag == "NNS"
    return token if speaks else None
