"""Events under names of the PLOVER vocabulary: meetings, agreements, attacks, aid and the like."""

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goodoffices.reading.english import places
from goodoffices.reading.facts.clock import Found
from goodoffices.reading.facts.factuality import factuality_of_noun, factuality_of_verb
from goodoffices.reading.grammar.syntax import Sentence, Token

_VERBS = {
    "CONSULT": "meet talk visit confer discuss negotiate resume hold convene host travel fly brief report",
    "AGREE": "sign agree ratify broker adopt approve",
    "COOPERATE": "cooperate coordinate join",
    "AID": "deliver evacuate supply donate",
    "YIELD": "withdraw surrender release free lift ceasefire disarm",
    "ASSAULT": "attack kill bomb shell strike raid storm invade fire clash shoot ambush assassinate",
    "COERCE": "arrest detain blockade sanction expel deport besiege seize suspend",
    "MOBILIZE": "deploy mobilise mobilize amass",
    "PROTEST": "protest demonstrate march strike boycott",
    "SANCTION": "cut halt recall",
}
_NOUNS = {
    "CONSULT": "talks negotiations meeting summit conference round consultations visit dialogue session"
    " briefing",
    "AGREE": "agreement accord deal treaty ceasefire truce communique communiqué pact"
    " cease-fire armistice",
    "ASSAULT": "attack war clashes bombing airstrike strike offensive raid shelling massacre"
    " fighting conflict",
    "PROTEST": "protest demonstration strike rally",
    "COERCE": "siege blockade embargo sanctions coup",
    "AID": "delivery evacuation convoy relief",
}
_VERB_NAMES = {w: name for name, ws in reversed(_VERBS.items()) for w in ws.split()}
_NOUN_NAMES = {w: name for name, ws in reversed(_NOUNS.items()) for w in ws.split()}


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event: trigger and place in code points, PLOVER name, date, whether it happened."""

    start: int
    end: int
    plover: str
    date: str | None
    place: str | None
    factuality: str
    participants: tuple[int, ...]
    rule: str
    score: float


def find_events(sentences: Sequence[Sentence], times: Sequence[Found]) -> list[FoundEvent]:
    """Return the events of all sentences in text order."""
    result: list[FoundEvent] = []
    for sentence in sentences:
        if sentence.headline:
            continue
        low = bisect.bisect_left(times, sentence.start, key=lambda t: t.start)
        high = bisect.bisect_left(times, sentence.end, key=lambda t: t.start)
        here = [t for t in times[low:high] if t.type == "DATE"]
        for token in sentence.tokens:
            found = None if token.virtual else _event(sentence, token, here)
            if found is not None:
                result.append(found)
    return result


def _event(sentence: Sentence, token: Token, times: Iterable[Found]) -> FoundEvent | None:
    if token.is_verb:
        name = _VERB_NAMES.get(token.lemma)
        if (
            name is None
            or token.dep in ("amod", "compound")
            or (token.tag == "VBG" and token.dep == "pobj")
        ):
            return None
        parts = [k.start for k in sentence.kids(token.i, "nsubj", "dobj", "nsubjpass")]
        parts += [
            o.start
            for p in sentence.kids(token.i, "prep", "agent")
            if p.lower in ("with", "by")
            for o in sentence.kids(p.i, "pobj")
        ]
        return FoundEvent(
            token.start,
            token.end,
            name,
            _date(sentence, token, times),
            _place(sentence, token),
            factuality_of_verb(sentence, token),
            tuple(parts),
            "event-verb",
            0.5,
        )
    name = _NOUN_NAMES.get(token.lower)
    if name is None or not token.is_noun or token.dep == "compound":
        return None
    low = token.i
    while (
        low > 0
        and sentence.tokens[low - 1].dep in ("compound", "amod", "poss", "nummod", "case")
        and low - 1 >= sentence.edges[token.i][0]
    ):
        low -= 1
    return FoundEvent(
        sentence.tokens[low].start,
        token.end,
        name,
        _date(sentence, token, times),
        _place(sentence, token),
        factuality_of_noun(sentence, token),
        (),
        "event-noun",
        0.4,
    )


def _date(sentence: Sentence, token: Token, times: Iterable[Found]) -> str | None:
    """A date in the event's own subtree, else none: another clause's date is no evidence."""
    low, high = sentence.edges[token.i]
    start, end = sentence.tokens[low].start, sentence.tokens[high].end
    for said, stop in sentence.said:
        if said <= token.start < stop:  # 'said on Friday it would resume': the day of the words
            start, end = max(start, said), min(end, stop)
    return next((t.value for t in times if start <= t.start < end), None)


def _place(sentence: Sentence, token: Token) -> str | None:
    for prep in sentence.kids(token.i, "prep"):
        if prep.lower in ("in", "at", "near", "to"):
            for place in sentence.kids(prep.i, "pobj"):
                if (
                    place.entity in ("GPE", "LOC", "FAC")
                    or place.lower in places.CAPITALS
                    or place.lower in places.COUNTRIES
                ):
                    return place.text
    for kid in sentence.kids(token.i, "compound"):
        if kid.entity == "GPE":
            return kid.text
    return None
