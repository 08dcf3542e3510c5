"""Positions: who demands, offers, accepts or refuses what, in the reporter's words or in speech.

A trigger is a verb group ("will not accept", "has demanded"), a set phrase, or a judgement. Negation
turns acceptance into rejection; 'only if', 'unless' and 'until' make conditions; a deadline with a
consequence makes an ultimatum. Triggers that another's demand governs are not the holder's own.
"""

from collections.abc import Sequence

from goodoffices.reading.grammar.syntax import Sentence
from goodoffices.reading.stances.claims import naming_triggers, wrong_triggers
from goodoffices.reading.stances.drawn import drawn_triggers
from goodoffices.reading.stances.judgements import imperative_triggers, judgement_triggers
from goodoffices.reading.stances.modals import modal_triggers
from goodoffices.reading.stances.needs import need_triggers
from goodoffices.reading.stances.nouns import noun_triggers
from goodoffices.reading.stances.phrases import phrase_triggers
from goodoffices.reading.stances.readiness import readiness_triggers
from goodoffices.reading.stances.triggers import Trigger
from goodoffices.reading.stances.verbs import verb_triggers

__all__ = ["Trigger", "find_triggers"]


def find_triggers(sentences: Sequence[Sentence], text: str) -> list[Trigger]:
    """Return the stances of all sentences in text order, one per trigger."""
    result: list[Trigger] = []
    issued = _is_statement(sentences)
    for sentence in sentences:
        if not sentence.tokens or _asks(sentence, text):
            continue
        found = [
            *phrase_triggers(sentence, text),
            *drawn_triggers(sentence, text),
            *verb_triggers(sentence),
            *modal_triggers(sentence, issued=issued),
            *judgement_triggers(sentence),
            *noun_triggers(sentence),
            *imperative_triggers(sentence),
            *naming_triggers(sentence),
            *wrong_triggers(sentence),
            *need_triggers(sentence),
            *readiness_triggers(sentence),
        ]
        kept = _once(_apart(found))
        for trigger in kept:
            trigger.issued = issued
        result.extend(kept)
    return sorted(result, key=lambda t: (t.start, t.end))


def _is_statement(sentences: Sequence[Sentence]) -> bool:
    """A press statement speaks of its issuer as 'we', outside quotations and reported words."""
    return any(
        token.lower == "we"
        and token.dep == "nsubj"
        and sentence.within is None
        and not sentence.told_at(token)
        and sentence.tokens[token.head].dep == "ROOT"
        for sentence in sentences
        for token in sentence.tokens
    )


def _asks(sentence: Sentence, text: str) -> bool:
    """Tell whether a sentence is a question: it takes no stance."""
    return text[sentence.start : sentence.end].rstrip("”\"'’» ").endswith("?")


_IDIOMS = frozenset({"idiom", "newsroom", "drawn"})


def _once(kept: list[Trigger]) -> list[Trigger]:
    """What a verb tells ('would sign only if', 'accused it of seeking to') no idiom tells again."""
    told = [t for t in kept if t.rule not in _IDIOMS]

    def again(idiom: Trigger) -> bool:
        return any(
            t.stance == idiom.stance
            and (
                t.stance in ("condition", "ultimatum")
                or (t.object is not None and t.object[0] <= idiom.start < t.object[1])
            )
            for t in told
        )

    return [t for t in kept if t.rule not in _IDIOMS or not again(t)]


def _apart(found: list[Trigger]) -> list[Trigger]:
    """Where two triggers share words the better one stays."""
    kept: list[Trigger] = []
    for trigger in sorted(found, key=lambda t: (-t.score, t.start)):
        if all(trigger.end <= other.start or other.end <= trigger.start for other in kept):
            kept.append(trigger)
    return kept
