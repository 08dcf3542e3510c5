"""Stances by set phrases, judgements and nouns: "expressed support for", "is unacceptable", "X's offer"."""

import re
from collections.abc import Iterator

from goodoffices.reading.cues import is_conditional
from goodoffices.reading.english import stances as words
from goodoffices.reading.stance_modals import is_reported
from goodoffices.reading.syntax import Sentence, Token
from goodoffices.reading.triggers import (
    Range,
    Trigger,
    chars,
    doubted,
    group_start,
    negated,
)

_PHRASES = [(re.compile(pattern, re.IGNORECASE), stance) for pattern, stance in words.PHRASES]


def phrase_triggers(sentence: Sentence, text: str) -> Iterator[Trigger]:
    """Yield the stances of set phrases."""
    for pattern, stance in _PHRASES:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            first = sentence.find(lambda t, m=match: t.start >= m.start() and not t.virtual)  # type: ignore[misc]
            if first is None or sentence.tokens[first].start >= match.end():
                continue
            low = first
            while low > 0 and sentence.tokens[low - 1].lower in (
                "has",
                "have",
                "had",
                "would",
                "will",
            ):
                low -= 1
            verb = next(
                (
                    t
                    for t in sentence.tokens[first:]
                    if t.start < match.end() and (t.is_verb or t.tag == "MD")
                ),
                sentence.tokens[first],
            )
            if (
                is_conditional(sentence, verb)
                or doubted(sentence, verb)
                or (negated(sentence, verb) and stance != "reject")
            ):
                continue
            subject = sentence.subject(verb.i) or sentence.subject(verb.head)
            personal = (
                subject is not None
                and subject.lower not in ("there", "time", "moment", "that", "it", "this")
                and stance != "constraint"
            )
            if match.group().lower().startswith("in principle"):
                continue
            yield Trigger(
                sentence,
                sentence.tokens[low].start,
                match.end(),
                stance,
                subject.i if personal and subject is not None else None,
                _after(sentence, match.end()),
                speaker_holds=not personal,
                rule="phrase",
                score=0.85,
            )


def _after(sentence: Sentence, at: int) -> Range | None:
    low = sentence.find(lambda t: t.start >= at)
    if low is None:
        return None
    high = low
    while high < len(sentence) and sentence.tokens[high].tag not in (",", ".", "CC"):
        high += 1
    return chars(sentence, (low, high))


def judgement_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """'is unacceptable' in speech; 'called the proposal “absurd”'."""
    for token in sentence.tokens:
        stance = words.EVALUATIVE.get(token.lower)
        if stance is None or token.virtual:
            continue
        governor = sentence.tokens[token.head]
        if (
            sentence.within is None
            and not is_reported(sentence, token)
            and governor.lemma not in ("call", "describe", "brand", "label")
        ):
            continue
        low = token.i
        while (
            low > 0
            and sentence.tokens[low - 1].tag == "RB"
            and sentence.tokens[low - 1].lower not in ("not", "n't")
        ):
            low -= 1
        if low > 0 and sentence.tokens[low - 1].lower in ("not", "n't", "no"):
            continue
        subject = sentence.subject(governor.i) if governor.is_verb or governor.tag == "MD" else None
        if stance == "disapprove" and subject is not None and subject.lemma in words.PROPOSALS:
            stance = "reject"
        obj = (
            (sentence.edges[subject.i][0], sentence.edges[subject.i][1] + 1)
            if subject is not None
            else None
        )
        yield Trigger(
            sentence,
            sentence.tokens[low].start,
            token.end,
            stance,
            None,
            chars(sentence, obj),
            speaker_holds=True,
            rule="judgement",
            score=0.6,
        )


def noun_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """'X's proposal', 'a proposal by X', 'gave X until Friday', 'ultimatum'."""
    for token in sentence.tokens:
        if (
            token.lemma
            in ("proposal", "counter-proposal", "offer", "demand", "refusal", "rejection", "threat")
            and token.is_noun
        ):
            stance = {
                "demand": "demand",
                "refusal": "reject",
                "rejection": "reject",
                "threat": "threaten",
            }.get(token.lemma, "propose")
            owner = sentence.kid(token.i, "poss")
            by = next(
                (k for k in sentence.kids(token.i, "prep") if k.lower in ("by", "from")), None
            )
            giver = sentence.kid(by.i, "pobj") if by is not None else None
            if (
                owner is not None
                and owner.tag != "PRP$"
                and stance in ("propose", "demand", "reject", "threaten")
            ):
                yield Trigger(
                    sentence,
                    sentence.tokens[sentence.edges[owner.i][0]].start,
                    token.end,
                    stance,
                    owner.i,
                    rule="noun-owner",
                    score=0.6,
                )
            elif giver is not None and by is not None:
                low = sentence.edges[token.i][0]
                low = max(low, token.i - 1) if sentence.tokens[token.i - 1].tag == "DT" else token.i
                yield Trigger(
                    sentence,
                    sentence.tokens[low].start,
                    by.end,
                    stance,
                    giver.i,
                    rule="noun-by",
                    score=0.6,
                )
        elif (
            token.lower in words.ACCUSING
            and sentence.within is not None
            and not _denied(sentence, token)
        ):
            low = token.i
            while (
                low > 0
                and sentence.tokens[low - 1].tag in ("JJ", "RB")
                and sentence.tokens[low - 1].head in (token.i, low)
            ):
                low -= 1
            yield Trigger(
                sentence,
                sentence.tokens[low].start,
                token.end,
                "accuse",
                None,
                speaker_holds=True,
                rule="noun-accusing",
                object=chars(
                    sentence, (sentence.edges[token.i][0], sentence.edges[token.i][1] + 1)
                ),
                score=0.5,
            )
        elif token.lower == "ultimatum":
            yield Trigger(
                sentence,
                token.start,
                token.end,
                "ultimatum",
                None,
                speaker_holds=False,
                rule="noun-ultimatum",
                score=0.6,
                object=chars(sentence, (token.i + 1, sentence.edges[token.i][1] + 1)),
            )
        elif token.lemma == "give" and token.is_verb:
            found = _given_until(sentence, token)
            if found is not None:
                yield found


def _denied(sentence: Sentence, token: Token) -> bool:
    determiner = sentence.kid(token.i, "det", "neg")
    return determiner is not None and determiner.lower == "no"


def _given_until(sentence: Sentence, token: Token) -> Trigger | None:
    stop = next(
        (t.i for t in sentence.tokens[token.i : token.i + 14] if t.lower in ("until", "till")), None
    )
    if stop is None:
        days = re.search(
            r"\b(?:hours|days|weeks|a week|one week)\s+to\b",
            sentence.words(token.i, token.i + 14).lower(),
        )
        stop = token.i + 2 if days else None
    subject = sentence.subject(token.i)
    if stop is None or subject is None or subject.virtual:
        return None
    low = group_start(sentence, token)
    condition = chars(sentence, (stop, min(stop + 3, len(sentence))))
    return Trigger(
        sentence,
        sentence.tokens[low].start,
        token.end,
        "ultimatum",
        subject.i,
        None,
        condition,
        rule="given-until",
        score=0.85,
    )
