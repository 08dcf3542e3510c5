"""Speakers the parser cut or lost: what commas set off before a cue, an office before a name."""

from goodoffices.reading.cues import Cue
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import cues as words
from goodoffices.reading.english import roles
from goodoffices.reading.noun_phrases import SourceRange, can_speak
from goodoffices.reading.syntax import FINITE, Sentence

_KINDS_OF_BODY = body_words.APPOSED | body_words.MEDIA


def before_cue(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'…, a spokesman for the land and water firm said on Monday.': what stands between comma and cue."""
    bracket = sentence.find(lambda t: t.tag == "-LRB-", cue.high)  # 'on Wednesday (July 16, 2025)'
    if cue.lemma not in words.CLOSING or any(
        t.tag in FINITE or t.tag == "," for t in sentence.tokens[cue.high : bracket]
    ):
        return None
    helping = [k.i for k in sentence.kids(cue.i, "aux") if k.i < cue.i]
    ends = min([cue.low, *helping])  # 'the director of a hospital has told'
    comma = ends - 1
    while comma > 0 and sentence.tokens[comma].tag != ",":
        if sentence.tokens[comma].tag in FINITE or sentence.tokens[comma].virtual:
            return None
        comma -= 1
    low = comma + 1
    if not 0 < comma < ends - 2 or ends - low > 14:
        return None
    if not sentence.tokens[low].tag.startswith(("DT", "NN", "JJ", "CD", "PRP$")):
        return None
    for token in sentence.tokens[low:ends]:
        if token.tag == "IN":
            return None
        if token.dep == "poss":
            continue  # 'Israel's ambassador to the United Nations Danny Danon'
        if token.is_noun and not sentence.tokens[token.i + 1].is_noun:
            hangs = token.dep in ("appos", "conj", "nsubj", "dobj", "pobj")
            speaks = hangs and (can_speak(token) or token.lemma in words.DOCUMENTS)
            return SourceRange(low, ends, token.i) if speaks else None
    return None


def office_and_name(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'…, the head of the Commission, Inga Falk, said on Monday.': an office and a name between commas."""
    if (
        cue.low < 2
        or sentence.tokens[cue.low - 1].tag != ","
        or any(t.tag in FINITE or t.tag == "," for t in sentence.tokens[cue.high :])
    ):
        return None
    comma = _comma_left(sentence, cue.low - 1)
    name = sentence.tokens[comma + 1 : cue.low - 1]
    if comma < 4 or not 2 <= len(name) <= 6 or not all(t.is_name or t.text == "-" for t in name):
        return None
    low = _comma_left(sentence, comma) + 1
    office = sentence.tokens[low:comma]
    head = next((t for t in office if t.lemma in roles.ROLES and t.is_noun), None)
    opens = bool(office) and office[0].tag in ("DT", "NN", "NNP", "JJ", "PRP$")
    if low < 2 or head is None or not opens or any(t.is_verb for t in office):
        return None
    return SourceRange(low, cue.low - 1, head.i)


def _comma_left(sentence: Sentence, at: int) -> int:
    """Index of the comma before ``at``; -1 where none, or a verb, comes first."""
    for token in reversed(sentence.tokens[:at]):
        if token.tag in FINITE or token.virtual:
            return -1
        if token.tag == ",":
            return token.i
    return -1


def with_office(sentence: Sentence, source: SourceRange, cue: Cue) -> SourceRange:
    """'UN High Commissioner for Human Rights Volker Falk said': the office before the name, two subjects."""
    for office in sentence.kids(cue.i, "nsubj"):
        low, high = sentence.edges[office.i]
        if high + 1 == source.low and sentence.tokens[source.head].is_name:
            if office.lower in _KINDS_OF_BODY:
                return SourceRange(low, source.high, source.head)  # 'state news agency SPA'
            held = office.lemma in roles.ROLES or office.lower in roles.ROLES
            return SourceRange(low, source.high, office.i) if held else source
    return _after_quotation(sentence, source)


def _after_quotation(sentence: Sentence, source: SourceRange) -> SourceRange:
    """'The dead included “55 minors,” rights group Lantern said': what was quoted is no part of the name."""
    for token in sentence.tokens[source.low : source.head]:
        before = sentence.tokens[token.i - 1]
        if token.tag == "," and any(
            q.start <= before.start < q.end <= token.end + 1 for q in sentence.quoted
        ):
            return SourceRange(token.i + 1, source.high, source.head)
    return source


def with_name(sentence: Sentence, source: SourceRange, cue: Cue) -> SourceRange:
    """'One of their leaders, Orlando dos Reis, told': the name before the cue, though the tree lost it."""
    last = cue.low - 1
    between = sentence.tokens[source.high + 1 : last]
    set_off = last > source.high and {
        sentence.tokens[source.high].tag,
        sentence.tokens[last].tag,
    } == {","}
    named = 1 <= len(between) <= 4 and all(t.tag == "NNP" for t in between)
    head = sentence.tokens[source.head]
    office = head.lemma in roles.ROLES or head.lower == "one"
    return SourceRange(source.low, last, source.head) if set_off and named and office else source
