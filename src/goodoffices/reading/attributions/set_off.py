"""Speakers the parser cut or lost: what commas set off before a cue, an office before a name."""

from goodoffices.reading.attributions.cues import Cue
from goodoffices.reading.attributions.noun_phrases import SourceRange
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import cues as words
from goodoffices.reading.english import roles
from goodoffices.reading.grammar.nouns import can_speak
from goodoffices.reading.grammar.syntax import FINITE, Sentence, Token

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
    ends = _before_comma(sentence, cue)
    if ends < 2:
        return None
    comma = _comma_left(sentence, ends - 1)
    name = sentence.tokens[comma + 1 : ends - 1]
    if comma < 4 or not 2 <= len(name) <= 6 or not all(t.is_name or t.text == "-" for t in name):
        return None
    low = _comma_left(sentence, comma) + 1
    opener = sentence.tokens[low]
    joined = (
        opener.tag == "CC" or opener.lower in _JOINING
    )  # ', and its envoy in Geneva, Ana Petrova, said'
    low += joined
    further = any(t.tag in FINITE or t.tag == "," for t in sentence.tokens[cue.high :])
    if further and not joined and not _stands_alone(sentence, low, cue):
        return None
    office = sentence.tokens[low:comma]
    head = next((t for t in office if t.lemma in roles.ROLES and t.is_noun), None)
    opens = bool(office) and office[0].tag in ("DT", "NN", "NNP", "JJ", "PRP$")
    if low < 2 or head is None or not opens or any(t.is_verb for t in office):
        return None
    beside = name[-1].dep == "appos"  # else the tree has lost it, and the name tells who it is
    return SourceRange(low, ends - 1, head.i if beside else name[-1].i)


def name_and_office(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'…, Amina Okoro, a lawyer for the families, said': a name and what she is, between commas."""
    ends = _before_comma(sentence, cue)
    if ends < 6:
        return None
    comma = _comma_left(sentence, ends - 1)
    office = sentence.tokens[comma + 1 : ends - 1]
    if comma < 4 or not office or office[0].tag not in ("DT", "NN") or len(office) > 9:
        return None
    low = comma
    while low > 0 and sentence.tokens[low - 1].is_name:
        low -= 1
    apart = low > 1 and sentence.tokens[low - 1].tag == "," and comma - low >= 2
    held = any(t.lemma in roles.ROLES and t.is_noun for t in office)
    if not apart or not held or not _stands_alone(sentence, low, cue):
        return None
    return SourceRange(low, ends - 1, comma - 1)


_JOINING = frozenset("before after when while as until because although".split())


def _stands_alone(sentence: Sentence, low: int, cue: Cue) -> bool:
    """'After talks in Geneva, the mayor, Inga Falk, told', 'The convoy, the mayor, Inga Falk, said, was'."""
    comma = sentence.find(lambda t: t.tag == ",", cue.high, cue.high + 6)
    parts = comma is not None and sentence.tag_at(comma + 1) in FINITE
    ahead = sentence.tokens[:low]
    scene = ahead[:1] != [] and ahead[0].tag == "IN" and ahead[0].dep == "prep"
    return parts or (scene and not any(t.tag in FINITE for t in ahead))


def _before_comma(sentence: Sentence, cue: Cue) -> int:
    """Index of the cue or its auxiliary where a comma stands before it; 0 where none does."""
    ends = min([cue.low, *(k.i for k in sentence.kids(cue.i, "aux") if k.i < cue.low)])
    return ends if ends and sentence.tokens[ends - 1].tag == "," else 0


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
        apart = sentence.tokens[high].tag == ","
        if high + 1 == source.low and sentence.tokens[source.head].is_name and not apart:
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


def before_who(sentence: Sentence, cue: Cue, subject: Token | None) -> Token | None:
    """'…, Moussa Ag Attaher, who led them until a truce, said by telephone': the name before the aside."""
    if cue.low < 5 or sentence.tokens[cue.low - 1].tag != ",":
        return None
    for who in sentence.tokens[cue.low - 3 : 2 : -1]:
        if who.lower not in ("who", "whose") or sentence.tokens[who.i - 1].tag != ",":
            continue
        name = sentence.tokens[who.i - 2]
        low = name.i
        while low > 0 and sentence.tokens[low - 1].is_name:
            low -= 1
        if name.entity != "PERSON" or low < 4 or sentence.tokens[low - 1].tag != ",":
            return None
        inside = subject is not None and low <= subject.i
        lost = subject is None or inside or sentence.kid(cue.i, "nsubj") is None
        ahead = any(t.tag in FINITE for t in sentence.tokens[:low])
        return name if ahead and lost else None
    return None


def before_gerund(sentence: Sentence, cue: Cue) -> Token | None:
    """'Costello, referring to the link between the virus and the illness, said': a name before a gerund."""
    for gerund in sentence.kids(cue.i, "advcl", "ccomp"):
        name = sentence.kid(gerund.i, "nsubj")
        apart = gerund.tag == "VBG" and sentence.tokens[gerund.i - 1].tag == ","
        if name is not None and name.is_name and name.i == gerund.i - 2 and apart:
            return name if sentence.tokens[cue.low - 1].tag == "," else None
    return None


def tells_who(sentence: Sentence, name: Token, apart: SourceRange) -> bool:
    """'Danielle Jones, a student told the paper': what stands behind the comma tells who the person is."""
    beside = sentence.tokens[apart.head]
    article = sentence.tokens[apart.low].lower in ("a", "an")
    return name.entity == "PERSON" and (beside.dep, beside.head) == ("appos", name.i) and article


def parted(sentence: Sentence, cue: Cue, token: Token | None) -> SourceRange | None:
    """'Bolivia, Vice President Jorge Salvatierra told AFP, was a friend': who speaks inside what is said."""
    first = sentence.kid(cue.i, "nsubj") if token is not None else None
    if first is not None and token is not None and first.i < token.i and first.tag in ("NN", "NNS"):
        token = first  # 'The lecturers, union president Emeka Nwosu says, have been paid'
    if token is None or token.i + 2 >= cue.low or sentence.tokens[token.i + 1].tag != ",":
        return None
    name = sentence.tokens[token.i + 2 : cue.low]
    office = all(t.is_name or t.tag in ("NN", "JJ") or t.lower == "of" for t in name)
    if len(name) < 2 or name[-1].entity != "PERSON" or not office:
        return None
    comma = sentence.find(lambda t: t.tag == ",", cue.high, cue.high + 6)
    behind = sentence.tokens[comma + 1 : comma + 2] if comma is not None else []
    if not behind or behind[0].tag not in FINITE:
        return None
    return SourceRange(token.i + 2, cue.low, cue.low - 1)


def in_commas(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'Cairo, a diplomat there remarked, had been asked': who speaks between the comma and the cue."""
    comma = _comma_left(sentence, cue.low)
    inside = sentence.tokens[comma + 1 : cue.low]
    if comma < 1 or not 2 <= len(inside) <= 6 or sentence.tag_at(cue.high) != ",":
        return None
    if sentence.tag_at(cue.high + 1) not in FINITE:
        return None
    if inside[0].tag != "DT":
        return _joined_before(sentence, comma + 1, cue)
    head = next((t for t in inside if t.is_noun and not sentence.tokens[t.i + 1].is_noun), None)
    if head is None or not can_speak(head) or any(t.is_verb for t in inside):
        return None
    return SourceRange(comma + 1, head.i + 1, head.i)


def _joined_before(sentence: Sentence, low: int, cue: Cue) -> SourceRange | None:
    """'The source of it, union members and leaders say, is': two nouns that the tree hung elsewhere."""
    inside = sentence.tokens[low : cue.low]
    last = inside[-1]
    above = sentence.kid(cue.i, "nsubj")
    apart = sentence.tokens[cue.i].dep == "parataxis" and (above is None or not can_speak(above))
    nouns = all(t.tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "CC") for t in inside)
    if not apart or not nouns or not last.is_noun or not can_speak(last):
        return None
    return SourceRange(low, cue.low, last.i)


def before_clause(sentence: Sentence, cue: Cue, token: Token | None) -> Token | None:
    """'Two dealers who had handled it said': what stands behind a verb is its object, not who says it."""
    if token is None or token.i != cue.low - 1 or token.i == 0:
        return token
    first = sentence.kid(cue.i, "nsubj")
    if token.tag != "PRP" or not sentence.tokens[token.i - 1].is_verb:
        return token
    return first if first is not None and first.i < token.i and first.is_noun else token
