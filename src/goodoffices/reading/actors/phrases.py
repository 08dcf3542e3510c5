"""Noun phrases as names: where they end, and what people are called for short."""

import re

from goodoffices.reading.actors.roster import Draft, adjective_of
from goodoffices.reading.attributions.noun_phrases import SourceRange
from goodoffices.reading.english import cues as cue_words
from goodoffices.reading.english import places, roles
from goodoffices.reading.grammar.syntax import Sentence, Token


def phrase_end(sentence: Sentence, source: SourceRange) -> int:
    """End of the noun phrase without what follows a comma, a relative clause or a gerund."""
    head = source.head
    past = 0
    for token in sentence.tokens[head + 1 : source.high]:
        if token.i < past:
            continue
        if token.entity == "DATE" and token.text.endswith("day") and token.i == source.high - 1:
            return token.i  # 'a spokesman in Geneva Friday'
        if token.tag == "," and (past := _list_end(sentence, token.i, source.high)):
            continue  # 'leaders of Britain, France and Canada'
        if token.tag in ("JJ", "RB", "VBN", "VBG") and token.head > token.i and token.dep != "acl":
            continue
        if token.lower == "general" and token.i == head + 1 and token.tag == "JJ":
            continue  # 'attorneys general for 47 states'
        if (
            token.lower in _POSTNOMINAL
            and token.i + 1 < source.high
            and sentence.tokens[head].lower in _SOURCES
            and all(
                t.tag in ("DT", "CD", "JJ") and t.lower in _PLAIN_COUNT
                for t in sentence.tokens[source.low : head]
            )
        ):
            return _whole(sentence, source)
        after = source.head if token.i + 2 >= len(sentence) else token.i + 2
        if token.lower == "for" and sentence.tokens[after].lower == "part":
            return token.i
        if token.tag in (
            ",",
            "WP",
            "WDT",
            "VBG",
            "WP$",
            ":",
            "-LRB-",
            "VBD",
            "VBN",
            "JJ",
            "RB",
        ) or token.lower in ("who", "which"):
            return token.i
        if token.tag == "IN" and token.lower not in ("of", "for", "from", "to", "at", "with", "in"):
            end = token.i
            while end > head + 1 and (
                sentence.tokens[end - 1].tag in ("CC", "IN")
                or sentence.tokens[end - 1].lower == "such"
            ):
                end -= 1
            return end
        delegated = token.lower == "to" and sentence.tokens[head].lemma == "delegate"
        if (
            token.lower in ("in", "at", "to", "with")
            and not delegated
            and _occasion(sentence, token, source.high)
        ):
            return token.i
        if token.lower == "in" and _only_where(sentence, token, source.high):
            bare = head - source.low <= 1 and sentence.tokens[source.low].tag == "DT"
            if not bare or sentence.tokens[token.head].i != head:
                return token.i
    return max(source.high, head + 1)


def placed_end(sentence: Sentence, source: SourceRange, end: int) -> int:
    """End of 'a doctor on the scene', 'officials in and around Miami': with the place that tells who."""
    if end >= source.high or sentence.tokens[end].lower not in _PLACING:
        return end
    place = sentence.tokens[end : source.high]
    stop = next(
        (t.i for t in place if t.tag in (",", ":", "-LRB-", "WP", "WDT", "VBD", "VBZ", "VBG")),
        source.high,
    )
    inside = sentence.tokens[end:stop]
    told = any(t.entity in ("DATE", "TIME") or t.lower in cue_words.OCCASIONS for t in inside)
    return end if told or not 1 < len(inside) < 7 else stop


_PLACING = frozenset("on in at near inside outside around across along close familiar".split())


def _occasion(sentence: Sentence, token: Token, high: int) -> bool:
    """'the ministry in a letter to the council': where it was said is no part of the name."""
    noun = next((t for t in sentence.tokens[token.i + 1 : high] if t.is_noun), None)
    while noun is not None and noun.i + 1 < high and sentence.tokens[noun.i + 1].is_noun:
        noun = sentence.tokens[noun.i + 1]
    return noun is not None and noun.lower in cue_words.OCCASIONS | _MEETINGS


_MEETINGS = frozenset("summit session ceremony meeting".split())


def _only_where(sentence: Sentence, token: Token, high: int) -> bool:
    """'the mission to the United Nations in Geneva': a place, no part of the name."""
    place = sentence.tokens[token.i + 1 : high]
    head = sentence.tokens[token.head]
    if any(t.lemma in ("embassy", "consulate", "ambassador") for t in sentence.tokens[: token.i]):
        return False
    return (
        bool(place)
        and place[0].entity in ("GPE", "LOC")
        and place[0].is_name
        and head.tag != "NNS"
        and (head.lemma in roles.ROLES or head.lower in roles.GROUPS or head.is_name)
    )


_POSTNOMINAL = frozenset("close familiar near loyal opposed present involved briefed".split())
_PLAIN_COUNT = frozenset(
    "a an the those these one two three four five several some other another second third".split()
)


def _list_end(sentence: Sentence, comma: int, high: int) -> int:
    """Index after a list of names that goes on behind a comma; 0 where it is none."""
    if sentence.tokens[comma - 1].tag == "NNS" and sentence.kid(comma - 1, "conj") is not None:
        last = sentence.edges[comma - 1][1]  # 'a group of actors, writers and directors'
        listed = sentence.tokens[comma : last + 1]
        plain = all(t.tag in ("NNS", ",", "CC") for t in listed)
        return last + 1 if plain and last < high and listed[-1].tag == "NNS" else 0
    opener = sentence.tokens[max(0, comma - 2) : comma]
    if len(opener) < 2 or not opener[1].is_name or opener[0].lower not in ("of", "from", "the"):
        return 0
    at = comma
    while at < high and (
        sentence.tokens[at].is_name or sentence.tokens[at].lower in (",", "and", "the")
    ):
        at += 1
    listed = sentence.tokens[comma:at]
    joined = any(t.lower == "and" for t in listed) and listed[-1].is_name
    return at if joined else 0


_SOURCES = frozenset("source sources person people those official officials diplomats".split())


def _whole(sentence: Sentence, source: SourceRange) -> int:
    """'a source close to his family': up to the next comma or verb."""
    for token in sentence.tokens[source.head + 2 : source.high]:
        if token.tag in (",", "WP", "WDT", ":", "-LRB-", "VBD", "VBZ"):
            return token.i
    return source.high


def short(draft: Draft) -> str:
    """Return how a person is called for short: the surname."""
    named = draft.is_person and draft.resolved and draft.rule != "nominal"
    return draft.name.split()[-1] if named else draft.name


def clean(words: str) -> str:
    """Return a phrase as a name: without its article and edge punctuation."""
    words = re.sub(r"\s+", " ", words).strip(" ,;:.“”\"'’")
    return re.sub(r"^(?:the|a|an|The|A|An|this|these|those|Those|These)\s+", "", words)


_COUNTRY_OF = re.compile(
    r"(?:[a-z][\w-]* )*(?:republic|kingdom|state|nation|country|emirate|sultanate|island) of "
    r"(?=[A-Z])(?P<name>[^,;]+)"
)


_SEATED = re.compile(r"(?:central )?(government|authorities|administration) in ([A-Z][\w' -]+)")


def country_named(words: str) -> str:
    """'neighbouring republic of Kordan' is Kordan; 'government in Ottawa' the Canadian government."""
    match = _COUNTRY_OF.fullmatch(words)
    if match is not None:
        return match.group("name")
    seated = _SEATED.fullmatch(words)
    country = places.CAPITALS.get(seated.group(2).lower()) if seated is not None else None
    return f"{adjective_of(country)} {seated.group(1)}" if seated and country else words
