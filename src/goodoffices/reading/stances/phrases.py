"""Stances by set phrases: "expressed support for", "took issue with"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from goodoffices.reading.english import (
    idioms,
    newsroom,
    newsroom_spoken,
    sayings,
    set_phrases,
    speaker_phrases,
)
from goodoffices.reading.english import stances as words
from goodoffices.reading.grammar.irrealis import is_conditional
from goodoffices.reading.grammar.nouns import can_speak, is_thing
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.stances.holders import only_spoken_of, reporter
from goodoffices.reading.stances.needed_words import Sieve
from goodoffices.reading.stances.triggers import Range, Trigger, chars, doubted, negated


@dataclass(frozen=True)
class Phrase:
    """A wording of a stance; ``by_speaker`` where whoever speaks holds it, not the subject."""

    pattern: re.Pattern[str]
    stance: str
    by_speaker: bool
    rule: str
    score: float


def _phrases(
    rows: tuple[tuple[str, str], ...], *, by_speaker: bool, rule: str, score: float
) -> list[Phrase]:
    start = r"\b" if rule == "idiom" else ""
    return [
        Phrase(re.compile(start + phrase, re.IGNORECASE), stance, by_speaker, rule, score)
        for phrase, stance in rows
    ]


_PHRASES = [
    *_phrases(set_phrases.PHRASES, by_speaker=False, rule="phrase", score=0.85),
    *_phrases(speaker_phrases.SPEAKER_PHRASES, by_speaker=True, rule="phrase-speaker", score=0.9),
    *_phrases(idioms.IDIOMS, by_speaker=False, rule="idiom", score=0.58),
    *_phrases(idioms.SPOKEN, by_speaker=True, rule="idiom", score=0.58),
    *_phrases(sayings.PERSONAL, by_speaker=False, rule="idiom", score=0.57),
    *_phrases(sayings.SPOKEN, by_speaker=True, rule="idiom", score=0.57),
    *_phrases(newsroom.PERSONAL, by_speaker=False, rule="newsroom", score=0.56),
    *_phrases(newsroom_spoken.SPOKEN, by_speaker=True, rule="newsroom", score=0.56),
]

_SIEVE = Sieve([phrase.pattern for phrase in _PHRASES])


@dataclass(frozen=True)
class Found:
    """A phrase where it stands: its first token and its verb, and the subject if there is one."""

    sentence: Sentence
    phrase: Phrase
    words: str
    before: str
    first: int
    verb: Token
    subject: Token | None
    personal: bool
    """The subject holds the stance."""


def phrase_triggers(sentence: Sentence, text: str) -> Iterator[Trigger]:
    """Yield the stances of set phrases."""
    for number in _SIEVE.possible(text[sentence.start : sentence.end]):
        phrase = _PHRASES[number]
        for match in phrase.pattern.finditer(text, sentence.start, sentence.end):
            found = _found(sentence, phrase, match, text)
            if found is not None and not any(guard(found) for guard in _GUARDS):
                yield _trigger(found, match)


def _found(sentence: Sentence, phrase: Phrase, match: re.Match[str], text: str) -> Found | None:
    first = sentence.find(lambda t: t.start >= match.start() and not t.virtual)
    if first is None or sentence.tokens[first].start >= match.end():
        return None
    inside = (t for t in sentence.tokens[first:] if t.start < match.end())
    verb = next((t for t in inside if t.is_verb or t.tag == "MD"), sentence.tokens[first])
    subject = sentence.subject(verb.i) or sentence.subject(verb.head)
    taken = sentence.kid(verb.i, "dobj") is not None  # no participle then, but a past
    joined = verb.dep == "conj" and (verb.tag != "VBN" or taken)
    if subject is not None and joined and only_spoken_of(sentence, verb, subject):
        subject = reporter(sentence, verb) or subject
    return Found(
        sentence,
        phrase,
        match.group(),
        text[sentence.start : match.start()],
        first,
        verb,
        subject,
        subject is not None and _holds(subject, phrase),
    )


def _trigger(found: Found, match: re.Match[str]) -> Trigger:
    sentence, phrase = found.sentence, found.phrase
    low = found.first
    while low > 0 and sentence.tokens[low - 1].lower in _AUXILIARIES:
        low -= 1
    return Trigger(
        sentence,
        sentence.tokens[low].start,
        match.start() + len(match.group().rstrip()),
        phrase.stance,
        found.subject.i if found.personal and found.subject is not None else None,
        _after(sentence, match.end()),
        speaker_holds=not found.personal,
        rule=phrase.rule,
        score=phrase.score,
    )


_AUXILIARIES = ("has", "have", "had", "would", "will")


def _holds(subject: Token, phrase: Phrase) -> bool:
    """Tell whether the subject of a phrase can take its stance, or whoever speaks has to."""
    return (
        not phrase.by_speaker
        and phrase.stance != "constraint"
        and subject.lower not in ("there", "time", "moment", "that", "it", "this")
        and subject.tag != "VBG"  # 'hunting fugitives was not his job'
        and (
            can_speak(subject)
            or subject.entity == "GPE"
            or not subject.is_noun
            or subject.lemma in ("majority", "minority", "public", "population")
            or (subject.tag == "NNS" and subject.lemma not in words.THINGS | words.PROPOSALS)
        )
    )


def _after(sentence: Sentence, at: int) -> Range | None:
    low = sentence.find(lambda t: t.start >= at)
    if low is None:
        return None
    high = low
    while high < len(sentence) and sentence.tokens[high].tag not in (",", ".", "CC"):
        high += 1
    return chars(sentence, (low, high))


def _planned(found: Found) -> bool:
    """'a plan to voice support': not done yet; an attempt to derail is told of others."""
    return (
        found.verb.dep in ("acl", "relcl")
        and any(k.tag == "TO" for k in found.sentence.kids(found.verb.i, "aux"))
        and not _ATTEMPT.match(found.words)
    )


_ATTEMPT = re.compile(
    r"attempts? to (?:derail|undermin|sabotag|divid|intimidat|mislead|discredit|torpedo|disrupt)"
)


def _asked_of_others(found: Found) -> bool:
    """'urged the army to withdraw its support': what others are asked for they have not done."""
    verb = found.verb
    to = any(k.tag == "TO" for k in found.sentence.kids(verb.i, "aux"))
    governor = found.sentence.tokens[verb.head]
    return to and verb.dep in ("xcomp", "ccomp") and governor.lemma in _ASKING


_ASKING = frozenset(
    "urge ask call want press persuade force expect push invite request encourage appeal convince "
    "beg implore pressure".split()
)


def _unreal(found: Found) -> bool:
    """'if it took issue with', 'it is not clear that …'."""
    return is_conditional(found.sentence, found.verb) or doubted(found.sentence, found.verb)


def _negated(found: Found) -> bool:
    """'did not voice support'; a refusal or a condition may be put as what is not, or its words deny."""
    return (
        negated(found.sentence, found.verb)
        and found.phrase.stance not in ("reject", "condition")
        and not _DENIES.search(found.words)  # 'is no justification for'
    )


_DENIES = re.compile(r"\b(?:no|not|never)\b|n['’]t\b", re.IGNORECASE)


def _in_principle(found: Found) -> bool:
    """'in principle …' opens many sentences that accept nothing."""
    return found.words.lower().startswith("in principle")


def _happens_with(found: Found) -> bool:
    """'tensions are high with fresh calls for rallies'."""
    with_ = found.words.lower().startswith("with ")
    return with_ and _of_thing(found) and not found.phrase.by_speaker


def _names_a_noun(found: Found) -> bool:
    """'rights advocates', 'earlier promises'."""
    tag = found.sentence.tokens[found.first].tag
    return found.phrase.rule == "newsroom" and not found.phrase.by_speaker and tag == "NNS"


def _only_feared(found: Found) -> bool:
    """'fears Iran is trying to', 'asked whether Iran is trying to'."""
    told = found.sentence.within is not None or found.sentence.told_at(found.verb)
    return bool(_TRYING.match(found.words)) and not (told and not _UNSURE.search(found.before))


_TRYING = re.compile(
    r"(?:(?:is|are|was|were) )?(?:\w+ly )?(?:trying|seeking|attempting) to (?:\w+ly )?\w+"
)
_UNSURE = re.compile(r"\b(?:whether|if|no (?:sign|evidence|proof) that)\b", re.IGNORECASE)


def _done_by_a_thing(found: Found) -> bool:
    """'The storm could …': what things do is nobody's stance."""
    phrase = found.phrase
    ours = phrase.rule == "newsroom" and not phrase.by_speaker
    return ours and not found.personal and _of_thing(found)


def _of_thing(found: Found) -> bool:
    subject = found.subject
    return subject is not None and subject.is_noun and is_thing(subject)


def _said_not_to_be(found: Found) -> bool:
    """'denied that he took bribes', 'this is no cover-up'."""
    if found.phrase.rule not in ("newsroom", "idiom") or not found.phrase.by_speaker:
        return False
    if _NO_BEFORE.search(found.before):
        return True
    for governor in found.sentence.ancestors(found.verb.i):
        if governor.lemma in ("say", "add", "tell", "insist", "claim"):
            return False  # 'denied the claim and said Kordan has not honoured the deal'
        if governor.lemma in ("deny", "reject", "refute", "dismiss"):
            return True
    return False


_NO_BEFORE = re.compile(r"(?:\b(?:no|not|never|without)|n['’]t)\s+(?:an?\s+)?$", re.IGNORECASE)

_GUARDS: tuple[Callable[[Found], bool], ...] = (
    _planned,
    _asked_of_others,
    _unreal,
    _negated,
    _in_principle,
    _happens_with,
    _names_a_noun,
    _only_feared,
    _done_by_a_thing,
    _said_not_to_be,
)
"""Each tells of a phrase found whether it takes no stance where it stands."""
