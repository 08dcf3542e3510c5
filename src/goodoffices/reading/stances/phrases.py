"""Stances by set phrases, judgements and imperatives: "expressed support for", "is unacceptable"."""

import re
from collections.abc import Iterator

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
from goodoffices.reading.stances.modals import is_reported
from goodoffices.reading.stances.needed_words import Sieve
from goodoffices.reading.stances.triggers import (
    Range,
    Trigger,
    chars,
    doubted,
    hyphened,
    is_proposal,
    judgement_of,
    negated,
)


def _compiled(
    rows: tuple[tuple[str, str], ...], *, by_speaker: bool, rule: str, score: float
) -> list[tuple[re.Pattern[str], str, bool, str, float]]:
    result = []
    for phrase, stance in rows:
        pattern = re.compile(rf"\b{phrase}" if rule == "idiom" else phrase, re.IGNORECASE)
        result.append((pattern, stance, by_speaker, rule, score))
    return result


_PHRASES = [
    *_compiled(set_phrases.PHRASES, by_speaker=False, rule="phrase", score=0.85),
    *_compiled(speaker_phrases.SPEAKER_PHRASES, by_speaker=True, rule="phrase-speaker", score=0.9),
    *_compiled(idioms.IDIOMS, by_speaker=False, rule="idiom", score=0.58),
    *_compiled(idioms.SPOKEN, by_speaker=True, rule="idiom", score=0.58),
    *_compiled(sayings.PERSONAL, by_speaker=False, rule="idiom", score=0.57),
    *_compiled(sayings.SPOKEN, by_speaker=True, rule="idiom", score=0.57),
    *_compiled(newsroom.PERSONAL, by_speaker=False, rule="newsroom", score=0.56),
    *_compiled(newsroom_spoken.SPOKEN, by_speaker=True, rule="newsroom", score=0.56),
]


_SIEVE = Sieve([pattern for pattern, *_ in _PHRASES])
_DENIES = re.compile(r"\b(?:no|not|never)\b|n['’]t\b", re.IGNORECASE)


def phrase_triggers(sentence: Sentence, text: str) -> Iterator[Trigger]:
    """Yield the stances of set phrases."""
    for number in _SIEVE.possible(text[sentence.start : sentence.end]):
        pattern, stance, by_speaker, rule, score = _PHRASES[number]
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
            planned = (
                verb.dep in ("acl", "relcl")
                and any(k.tag == "TO" for k in sentence.kids(verb.i, "aux"))
                and not _ATTEMPT.match(match.group())
            )
            if (
                planned
                or _asked_of_others(sentence, verb)
                or is_conditional(sentence, verb)
                or doubted(sentence, verb)
                or (
                    negated(sentence, verb)
                    and stance not in ("reject", "condition")
                    and not _DENIES.search(match.group())  # 'is no justification for'
                )
            ):
                continue
            subject = sentence.subject(verb.i) or sentence.subject(verb.head)
            taken = sentence.kid(verb.i, "dobj") is not None  # no participle then, but a past
            joined = verb.dep == "conj" and (verb.tag != "VBN" or taken)
            if subject is not None and joined and only_spoken_of(sentence, verb, subject):
                subject = reporter(sentence, verb) or subject
            personal = (
                subject is not None
                and not by_speaker
                and subject.lower not in ("there", "time", "moment", "that", "it", "this")
                and subject.tag != "VBG"  # 'hunting fugitives was not his job'
                and stance != "constraint"
                and (
                    can_speak(subject)
                    or subject.entity == "GPE"
                    or not subject.is_noun
                    or subject.lemma in ("majority", "minority", "public", "population")
                    or (
                        subject.tag == "NNS" and subject.lemma not in words.THINGS | words.PROPOSALS
                    )
                )
            )
            if match.group().lower().startswith("in principle"):
                continue
            if match.group().lower().startswith("with ") and _of_thing(subject) and not by_speaker:
                continue  # 'tensions are high with fresh calls for rallies'
            if rule == "newsroom" and not by_speaker and sentence.tokens[first].tag == "NNS":
                continue  # 'rights advocates', 'earlier promises'
            if _TRYING.match(match.group()) and (
                not (sentence.within is not None or sentence.told_at(verb))
                or _UNSURE.search(text[sentence.start : match.start()])
            ):
                continue  # 'fears Iran is trying to', 'asked whether Iran is trying to'
            if rule in ("newsroom", "idiom") and by_speaker:
                if _denied(sentence, verb, text[sentence.start : match.start()]):
                    continue
            elif rule == "newsroom" and _of_thing(subject) and not personal:
                continue
            yield Trigger(
                sentence,
                sentence.tokens[low].start,
                match.start() + len(match.group().rstrip()),
                stance,
                subject.i if personal and subject is not None else None,
                _after(sentence, match.end()),
                speaker_holds=not personal,
                rule=rule,
                score=score,
            )


def _of_thing(subject: Token | None) -> bool:
    """'The storm could …': what things do is nobody's stance."""
    return subject is not None and subject.is_noun and is_thing(subject)


def _denied(sentence: Sentence, verb: Token, before: str) -> bool:
    """'denied that he took bribes', 'this is no cover-up': said not to be so."""
    if _NO_BEFORE.search(before):
        return True
    for governor in sentence.ancestors(verb.i):
        if governor.lemma in ("say", "add", "tell", "insist", "claim"):
            return False  # 'denied the claim and said Kordan has not honoured the deal'
        if governor.lemma in ("deny", "reject", "refute", "dismiss"):
            return True
    return False


_NO_BEFORE = re.compile(r"(?:\b(?:no|not|never|without)|n['’]t)\s+(?:an?\s+)?$", re.IGNORECASE)
_ATTEMPT = re.compile(
    r"attempts? to (?:derail|undermin|sabotag|divid|intimidat|mislead|discredit|torpedo|disrupt)"
)
_TRYING = re.compile(
    r"(?:(?:is|are|was|were) )?(?:\w+ly )?(?:trying|seeking|attempting) to (?:\w+ly )?\w+"
)
_UNSURE = re.compile(r"\b(?:whether|if|no (?:sign|evidence|proof) that)\b", re.IGNORECASE)


_ASKING = frozenset(
    "urge ask call want press persuade force expect push invite request encourage appeal convince "
    "beg implore pressure".split()
)


def _asked_of_others(sentence: Sentence, verb: Token) -> bool:
    """'urged the army to withdraw its support': what others are asked for they have not done."""
    to = any(k.tag == "TO" for k in sentence.kids(verb.i, "aux"))
    return to and verb.dep in ("xcomp", "ccomp") and sentence.tokens[verb.head].lemma in _ASKING


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
        stance = judgement_of(sentence, token)
        if stance is None or token.virtual:
            continue
        governor = sentence.tokens[token.head]
        if token.lower == "wrong" and sentence.next_word(token.i) == "to":
            continue  # 'it is wrong to say'
        if token.dep == "amod" and governor.lemma not in _NOUNS_JUDGED:
            continue
        if token.is_noun and (
            token.dep not in ("attr", "oprd", "ROOT") or token.lower == "offensive"
        ):
            continue
        if (
            sentence.within is None
            and not is_reported(sentence, token)
            and governor.lemma not in ("call", "describe", "brand", "label")
        ):
            continue
        low = token.i - 2 if hyphened(sentence, token) != token.lower else token.i
        while (
            low > 0
            and sentence.tokens[low - 1].tag == "RB"
            and sentence.tokens[low - 1].lower not in ("not", "n't")
        ):
            low -= 1
        if low > 0 and sentence.tokens[low - 1].lower in ("not", "n't", "no"):
            continue
        if sentence.kid(governor.i, "neg") is not None and token.dep != "amod":
            continue  # 'should not be declared illegal'
        subject = sentence.subject(governor.i) if governor.is_verb or governor.tag == "MD" else None
        if subject is not None and subject.lower in ("nobody", "none", "neither"):
            continue
        if (
            low
            and sentence.tokens[low - 1].lower == "as"
            and any(
                t.is_verb and words.VERBS.get(t.lemma) in _AGAINST for t in sentence.tokens[:low]
            )
        ):
            continue  # 'has been derided by Kordan, its rival, as “one-sided”': the verb tells it
        if stance == "accuse" and any(
            words.VERBS.get(g.lemma) == "accuse" for g in sentence.ancestors(token.i) if g.is_verb
        ):
            continue  # 'alleged that the vote was rigged': the verb tells it
        if token.lower == "wrong" and subject is not None and subject.lower in ("we", "i"):
            continue  # 'We were wrong' grants it
        if stance == "disapprove" and subject is not None and is_proposal(sentence, subject):
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


_NOUNS_JUDGED = words.PROPOSALS | {
    "move",
    "act",
    "step",
    "thing",
    "remark",
    "behaviour",
}
"""'an unacceptable move' judges; 'unlawful gatherings' are a name."""

_AGAINST = frozenset({"reject", "disapprove", "accuse"})
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
