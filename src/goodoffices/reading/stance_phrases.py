"""Stances by set phrases, judgements and nouns: "expressed support for", "is unacceptable", "X's offer"."""

import re
from collections.abc import Iterator

from goodoffices.reading.cues import is_conditional
from goodoffices.reading.english import stances as words
from goodoffices.reading.noun_phrases import can_speak
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

_PHRASES = [
    (re.compile(pattern, re.IGNORECASE), stance, False) for pattern, stance in words.PHRASES
] + [
    (re.compile(pattern, re.IGNORECASE), stance, True) for pattern, stance in words.SPEAKER_PHRASES
]


def phrase_triggers(sentence: Sentence, text: str) -> Iterator[Trigger]:
    """Yield the stances of set phrases."""
    for pattern, stance, by_speaker in _PHRASES:
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
                or (negated(sentence, verb) and stance not in ("reject", "condition"))
            ):
                continue
            subject = sentence.subject(verb.i) or sentence.subject(verb.head)
            personal = (
                subject is not None
                and not by_speaker
                and subject.lower not in ("there", "time", "moment", "that", "it", "this")
                and stance != "constraint"
                and (can_speak(subject) or subject.entity == "GPE" or not subject.is_noun)
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
                rule="phrase-speaker" if by_speaker else "phrase",
                score=0.9 if by_speaker else 0.85,
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
        if token.dep == "amod" and governor.lemma not in _NOUNS_JUDGED:
            continue
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


_NOUNS_JUDGED = words.PROPOSALS | {"move", "act", "step", "thing", "situation", "remark", "behaviour"}
"""'an unacceptable move' judges; 'unlawful gatherings' are a name."""

_ASKED_FOR = words.ACTS | words.REFUSABLE | words.OBLIGING | {"apologize", "apologise", "resign"}


def imperative_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """'“Sign the paper and go home,” she said': what a speaker tells others to do."""
    if sentence.within is None:
        return
    for token in sentence.tokens:
        if (
            token.tag != "VB"
            or token.dep not in ("ROOT", "ccomp", "conj")
            or token.virtual
            or token.lemma in words.ADDRESSING
            or sentence.subject(token.i) is not None
            or any(sentence.kids(token.i, "aux", "mark", "auxpass", "neg"))
        ):
            continue
        opens = token.i == 0 or sentence.tokens[token.i - 1].tag in ("``", "''", ",", ":", "-LRB-")
        if not opens and sentence.tokens[token.i - 1].lower not in ("please", "so", "then", "and"):
            continue
        if token.dep == "conj" and (
            sentence.tokens[token.head].tag != "VB"
            or any(k.tag == "TO" for k in sentence.kids(token.head, "aux"))
        ):
            continue
        if sentence.kid(token.i, "dobj") is None and token.lemma not in _ASKED_FOR:
            continue  # an answer may be a bare verb as well
        yield Trigger(
            sentence,
            token.start,
            token.end,
            "demand",
            None,
            chars(sentence, (token.i + 1, sentence.edges[token.i][1] + 1)),
            speaker_holds=True,
            rule="imperative",
            score=0.5,
        )


def noun_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """'X's proposal', 'a proposal by X', 'gave X until Friday', 'ultimatum'."""
    for token in sentence.tokens:
        found = None
        if token.is_noun and (token.lemma in _STANCE_NOUNS):
            found = _owned(sentence, token, _STANCE_NOUNS[token.lemma])
        elif token.lower in words.ACCUSING:
            found = _accusing(sentence, token)
        elif token.lower == "ultimatum":
            found = Trigger(
                sentence,
                token.start,
                token.end,
                "ultimatum",
                None,
                rule="noun-ultimatum",
                score=0.6,
                object=chars(sentence, (token.i + 1, sentence.edges[token.i][1] + 1)),
            )
        elif token.lemma == "give" and token.is_verb:
            found = _given_until(sentence, token)
        if found is not None:
            yield found


_STANCE_NOUNS = {
    "proposal": "propose",
    "counter-proposal": "propose",
    "offer": "propose",
    "demand": "demand",
    "refusal": "reject",
    "rejection": "reject",
    "threat": "threaten",
}


def _owned(sentence: Sentence, token: Token, stance: str) -> Trigger | None:
    """'Russia's offer', 'a threat by the rebels': whose it is."""
    owner = sentence.kid(token.i, "poss")
    if owner is not None and owner.tag != "PRP$":
        start = sentence.tokens[sentence.edges[owner.i][0]].start
        return Trigger(sentence, start, token.end, stance, owner.i, rule="noun-owner", score=0.6)
    by = next((k for k in sentence.kids(token.i, "prep") if k.lower in ("by", "from")), None)
    giver = sentence.kid(by.i, "pobj") if by is not None else None
    if giver is None or by is None:
        return None
    low = sentence.edges[token.i][0]
    low = max(low, token.i - 1) if sentence.tokens[token.i - 1].tag == "DT" else token.i
    start = sentence.tokens[low].start
    return Trigger(sentence, start, by.end, stance, giver.i, rule="noun-by", score=0.6)


def _accusing(sentence: Sentence, token: Token) -> Trigger | None:
    """'“a blatant violation”': a noun with which a speaker accuses."""
    if sentence.within is None or _denied(sentence, token) or not _charged(sentence, token):
        return None
    low = token.i
    while (
        low > 0
        and sentence.tokens[low - 1].tag in ("JJ", "RB")
        and sentence.tokens[low - 1].head in (token.i, low)
    ):
        low -= 1
    return Trigger(
        sentence,
        sentence.tokens[low].start,
        token.end,
        "accuse",
        None,
        speaker_holds=True,
        rule="noun-accusing",
        object=chars(sentence, (sentence.edges[token.i][0], sentence.edges[token.i][1] + 1)),
        score=0.5,
    )


def _charged(sentence: Sentence, token: Token) -> bool:
    """'the regime's denial of access', 'is a blatant violation': charged to somebody, or the predicate."""
    return (
        token.dep in ("attr", "oprd", "ROOT")
        or sentence.kid(token.i, "poss") is not None
        or sentence.tokens[token.head].lemma in ("constitute", "commit", "call", "be")
    )


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
    if stop is None or subject is None or subject.virtual or subject.dep == "nsubjpass":
        return None
    if subject.lower in ("ultimatum", "deadline", "order"):
        subject = sentence.kid(subject.i, "poss", "compound") or subject
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
