"""Stances by judgements and imperatives: "is unacceptable", "“Sign the paper,” she said"."""

from collections.abc import Iterator

from goodoffices.reading.english import stances as words
from goodoffices.reading.grammar.syntax import Sentence
from goodoffices.reading.stances.modals import is_reported
from goodoffices.reading.stances.triggers import (
    Trigger,
    chars,
    hyphened,
    is_proposal,
    judgement_of,
)


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
