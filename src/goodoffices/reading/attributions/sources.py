"""Who a cue belongs to: the source mention of an attribution, as a token range with a head."""

from goodoffices.reading.attributions.cues import Cue, cue_lemma
from goodoffices.reading.attributions.inverted import SOME, inverted
from goodoffices.reading.attributions.issuers import issuer_of
from goodoffices.reading.attributions.noun_phrases import SourceRange, noun_phrase, phrase_before
from goodoffices.reading.attributions.set_off import (
    before_clause,
    before_cue,
    before_gerund,
    before_who,
    in_commas,
    name_and_office,
    office_and_name,
    parted,
    tells_who,
    with_name,
    with_office,
)
from goodoffices.reading.attributions.subjects import (
    RELATIVES,
    agent_of,
    antecedent,
    named_behind,
    shared_subject,
)
from goodoffices.reading.english import cues as words
from goodoffices.reading.grammar.irrealis import told_in_person
from goodoffices.reading.grammar.nouns import can_speak, is_thing
from goodoffices.reading.grammar.syntax import Sentence, Token


def find_source(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """Return the source mention of a cue, or None where the sentence names nobody."""
    if cue.form == "according":
        return _after_according(sentence, cue)
    if cue.passive:
        return agent_of(sentence, cue)
    if cue.lemma in _PASSING and (quoted := _quoted_as_saying(sentence, cue)) is not None:
        return quoted
    verb = sentence.tokens[cue.i]
    having = sentence.words(max(0, cue.low - 2), cue.low).lower() in ("as having", "having")
    if cue.form == "participle" or verb.tag == "VBG" or having or told_in_person(sentence, verb):
        return shared_subject(sentence, cue)
    if cue.i > 0 and sentence.tokens[cue.i - 1].virtual:
        return inverted(sentence, cue)
    named = _joined_name(sentence, cue) or _opening_name(sentence, cue)
    if named is not None:
        return named
    token = sentence.subject(cue.i)
    token = before_who(sentence, cue, token) or before_gerund(sentence, cue) or token
    apart = (
        in_commas(sentence, cue)
        or before_cue(sentence, cue)
        or office_and_name(sentence, cue)
        or name_and_office(sentence, cue)
    )
    if apart is not None and token is not None and tells_who(sentence, token, apart):
        apart = None
    if apart is not None and (token is None or token.i < apart.low):
        return apart
    if apart is not None and token is not None and apart.low < token.i == apart.high - 1:
        return SourceRange(apart.low, apart.high, token.i)  # ', the Peace Now group said'
    inside = parted(sentence, cue, token)
    if inside is not None:
        return inside
    token = before_clause(sentence, cue, token)
    while (
        token is not None
        and token.i + 1 < cue.low
        and sentence.tokens[token.i + 1].dep == token.dep
        and sentence.tokens[token.i + 1].head == token.head
    ):
        token = sentence.tokens[token.i + 1]
    if token is not None and token.virtual:
        token = None
    shared = sentence.kid(cue.i, "nsubj") is None
    if token is not None and shared and is_thing(token) and sentence.tokens[cue.i].dep == "conj":
        token = _sayer_above(sentence, cue) or token
    turned = _turned(sentence, cue, token)
    if turned is not None:
        return turned
    if token is not None and token.lower in RELATIVES:
        return _issuing(sentence, antecedent(sentence, cue, token))
    if token is not None and token.dep == "csubj" and token.tag == "VBG":
        return _apposed(sentence, cue) or _adjacent(sentence, cue)
    document = token is not None and token.lemma in words.DOCUMENTS
    if token is not None and token.i > cue.i and is_thing(token) and not document:
        return _apposed(sentence, cue) or noun_phrase(sentence, token.i, cue)
    if token is not None and _plausible(sentence, cue, token):
        whole = with_office(sentence, noun_phrase(sentence, token.i, cue), cue)
        return with_name(sentence, whole, cue)
    return (
        _coordinated(sentence, cue)
        or inverted(sentence, cue)
        or _apposed(sentence, cue)
        or _infinitive(sentence, cue)
        or _adjacent(sentence, cue)
        or _loose(sentence, cue)
    )


def _joined_name(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'after Greece announced work in the Aegean and Turkey said': a name taken for another's second."""
    name = sentence.tokens[cue.low - 1] if cue.low > 1 else None
    joined = name is not None and name.is_name and name.dep == "conj"
    lost = joined and name is not None and sentence.tokens[name.i - 1].tag == "CC"
    if not lost or name is None or sentence.kid(cue.i, "nsubj") is not None:
        return None
    before = sentence.tokens[name.head]
    prep = sentence.tokens[before.head]  # 'in the Aegean and Turkey'
    return (
        SourceRange(name.i, cue.low, name.i) if before.dep == "pobj" and prep.tag == "IN" else None
    )


def _opening_name(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'Mr. Noor, whose firm, Paradata, is new, said': the name the sentence opens with."""
    high = sentence.find(lambda t: not t.is_name)
    if (
        not high
        or cue.low < 6
        or sentence.tag_at(high) != ","
        or sentence.tag_at(cue.low - 1) != ","
    ):
        return None
    whose = sentence.tokens[high + 1].lower == "whose" and sentence.tokens[cue.i].dep == "ROOT"
    commas = [t.i for t in sentence.tokens[high : cue.low] if t.tag == ","]
    if any(sentence.tag_at(comma + 1) == "CC" for comma in commas):
        return None  # 'Noor, whose term ends, and her envoy, Otto Kern, said'
    return SourceRange(0, high, high - 1) if whose and len(commas) > 2 else None


_PASSING = frozenset("quote paraphrase cite".split())


def _sayer_above(sentence: Sentence, cue: Cue) -> Token | None:
    """'says his efforts go well and said': who says the whole."""
    for governor in sentence.ancestors(cue.i):
        if cue_lemma(governor) in words.REPORTING and governor.is_verb:
            subject = sentence.subject(governor.i)
            return subject if subject is not None and can_speak(subject) else None
    return None


def _issuing(sentence: Sentence, source: SourceRange | None) -> SourceRange | None:
    """'London responded with a statement, which said': whose statement it is."""
    if source is None or sentence.tokens[source.head].lemma not in words.ISSUED:
        return source
    for governor in sentence.ancestors(source.head):
        subject = sentence.subject(governor.i) if governor.is_verb else None
        if subject is not None and can_speak(subject):
            return noun_phrase(sentence, subject.i)
    return source


def _turned(sentence: Sentence, cue: Cue, subject: Token | None) -> SourceRange | None:
    """'That, said the minister Agnes Thorvald, was': what stands before the comma is said, not speaking."""
    if subject is None or subject.i > cue.low or sentence.tokens[cue.low - 1].tag != ",":
        return None
    source = inverted(sentence, cue)
    if source is None or cue.lemma in words.ADDRESSED:
        return None
    head = sentence.tokens[source.head]
    if is_thing(head) and head.lemma not in words.DOCUMENTS:
        return None
    aside = sentence.kid(subject.i, "appos", "relcl", "acl")
    set_apart = sentence.tokens[subject.i + 1].tag == ","
    if aside is not None and set_apart and sentence.edges[aside.i][1] >= cue.low - 2:
        return None
    after = source.high
    closed = after >= len(sentence) - 1 or sentence.tokens[after].tag in (",", ".")
    near = subject.i == cue.low - 2
    said = can_speak(head) or head.lemma in words.DOCUMENTS
    return source if closed and (near or said) else None


def _plausible(sentence: Sentence, cue: Cue, token: Token) -> bool:
    """A subject that stands right of the cue must follow it at once."""
    if token.i > cue.i:
        return sentence.edges[token.i][0] <= cue.high + 1
    return not token.tag.startswith(("VB", "RB", "IN")) or token.dep == "csubj"


def _after_according(sentence: Sentence, cue: Cue) -> SourceRange | None:
    to = sentence.tokens[cue.high - 1]
    head = sentence.kid(to.i, "pobj")
    if head is None:
        index = sentence.find(lambda t: t.is_noun or t.tag == "PRP", cue.high)
        head = sentence.tokens[index] if index is not None else None
    if head is None or (
        head.lower in words.NO_SOURCE and sentence.kid(head.i, "poss", "prep") is None
    ):
        return None
    whole = issuer_of(sentence, head) or noun_phrase(sentence, head.i, cue)
    return named_behind(sentence, whole)


def document_issuer(sentence: Sentence, source: SourceRange) -> SourceRange | None:
    """Return who issued the document that is the source, where the phrase itself says so."""
    return issuer_of(sentence, sentence.tokens[source.head], by_kind=True)


def _quoted_as_saying(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'…, the agency quoted the minister as saying': whose words an agency passes on."""
    saying = sentence.find(lambda t: t.lower in ("saying", "telling"), cue.high + 1)
    person = sentence.kid(cue.i, "dobj")
    if person is None and saying is not None and sentence.tokens[saying - 1].is_name:
        person = sentence.tokens[saying - 1]  # 'quoted Yao telling a gathering'
    if saying is None or person is None or not cue.high <= person.i < saying:
        return None
    whole = noun_phrase(sentence, person.i, cue)
    stop = saying - (sentence.tokens[saying - 1].lower == "as")
    return SourceRange(whole.low, min(whole.high, stop), person.i)


def _infinitive(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'was quick to add', 'went so far as to say': whose infinitive it is."""
    if not any(k.tag == "TO" for k in sentence.kids(cue.i, "aux")):
        return None
    for governor in sentence.ancestors(cue.i):
        subject = sentence.kid(governor.i, "dobj" if governor.lemma == "prompt" else "nsubj")
        if subject is not None and not subject.virtual and subject.i < cue.low:
            return noun_phrase(sentence, subject.i, cue)
    return None


def _loose(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'the office turned to it and in May said that': the subject of the verb it hangs on loosely."""
    verb = sentence.tokens[cue.i]
    above = sentence.tokens[verb.head]
    subject = sentence.subject(above.i) if above.is_verb and above.i < verb.i else None
    joined = any(t.tag == "CC" for t in sentence.tokens[above.i : verb.i])
    joined = joined or sentence.tokens[verb.i - 1].lower == "then"
    if verb.dep not in ("dep", "ccomp") or subject is None or subject.virtual or not joined:
        return None
    return noun_phrase(sentence, subject.i, cue)


def _coordinated(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'Wolde accused Khartoum of … and called the claim …': the subject of the verb before."""
    at = cue.low - 1
    while at > 0 and sentence.tokens[at].tag == "RB":
        at -= 1
    if (
        at < 1
        or sentence.tokens[at].tag != "CC"
        or sentence.tokens[cue.low].tag not in ("VBD", "VBZ", "VBP")
    ):
        return None
    for token in reversed(sentence.tokens[:at]):
        if token.tag == sentence.tokens[cue.low].tag and token.dep in (
            "ROOT",
            "conj",
            "advcl",
            "ccomp",
        ):
            subject = sentence.kid(token.i, "nsubj", "nsubjpass")
            if subject is not None and not subject.virtual and subject.lower not in RELATIVES:
                return noun_phrase(sentence, subject.i, cue)
    return None


def outside_bracket(sentence: Sentence, source: SourceRange | None) -> SourceRange | None:
    """'Sen. Ana Lind (a deputy so young she was taken for a clerk) says': the name, not what brackets add."""
    if source is None:
        return None
    bracket = sentence.find(lambda t: t.tag == "-LRB-", source.low + 1, source.high)
    closes = sentence.tag_at(source.high - 1) == "-RRB-"
    if bracket is None or source.head < bracket or not closes:
        return source
    if not sentence.tokens[bracket - 1].is_noun:
        return source
    return SourceRange(source.low, bracket, bracket - 1)


def _apposed(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'Brahimi, who mediated the talks, told': jump over what stands between commas."""
    if cue.low > 3 and sentence.tag_at(cue.low - 1) in ("VBD", "VBZ", "VBP"):
        helped = sentence.tokens[cue.low - 1]  # 'Kern, asked about it, had said'
        cue = Cue(helped.i, cue.high, cue.form, cue.lemma) if helped.dep == "aux" else cue
    if cue.low < 3 or sentence.tokens[cue.low - 1].tag != ",":
        return None
    if sentence.tokens[cue.low - 1].text in ("-", "--"):
        opening = [t.i for t in sentence.tokens[1 : cue.low - 1] if t.text in ("-", "--")]
        named = sentence.tokens[opening[-1] - 1] if opening else None
        if named is not None and named.is_noun and opening[-1] < cue.low - 2:
            return phrase_before(sentence, named.i, cue.low - 1)
    for comma in range(cue.low - 2, 0, -1):
        if sentence.tokens[comma].tag == "," and sentence.tokens[comma - 1].is_noun:
            opener = sentence.tokens[comma + 1]
            past = opener.tag == "VBD" and sentence.tokens[comma - 1].is_name
            if (past and opener.dep != "ROOT") or opener.lower in ("asked", "pressed"):
                return phrase_before(sentence, comma - 1, cue.low - 1)
            if opener.tag in (
                "WP",
                "WDT",
                "WP$",
                "DT",
                "VBG",
                "CD",
                "NNP",
                "IN",
                "NN",
                "JJ",
                "PRP$",
                "VBN",
            ):
                return phrase_before(sentence, comma - 1, cue.low - 1)
    return None


def _carrier(sentence: Sentence, token: Token) -> Token:
    """'Protesters marching through the streets chanted': the noun that opens the clause, not the nearest."""
    first = sentence.find(lambda t: not t.virtual and t.tag not in ("DT", "JJ", "CD", "``", "CC"))
    if first is None or not sentence.tokens[first].is_noun:
        return token
    gerund = sentence.tokens[first + 1] if first + 1 < token.i else None
    inside = sentence.tokens[first + 1 : token.i]
    plain = not any(t.tag in (",", ":", "VBD", "VBZ", "VBP", "MD") for t in inside)
    return sentence.tokens[first] if gerund and gerund.tag in ("VBG", "VBN") and plain else token


def _adjacent(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """The noun phrase right before the cue (adverbs and auxiliaries between them are skipped)."""
    index = cue.low - 1
    while (
        index >= 0
        and sentence.tokens[index].tag in ("RB", "MD", "VBD", "VBZ", "VBP", "VB")
        and index > cue.low - 4
    ):
        index -= 1
    while index > 0 and sentence.tokens[index].entity == "DATE":
        index -= 1 + (sentence.tokens[index - 1].lower == "on")
    if index < 0 or sentence.tokens[index].virtual:
        return None
    token = _carrier(sentence, sentence.tokens[index])
    index = token.i
    if token.entity in ("DATE", "TIME"):
        return None
    if token.lower in SOME or (token.tag == "CD" and index == cue.low - 1):
        return SourceRange(sentence.edges[index][0], index + 1, index)
    named = token.entity in ("PERSON", "ORG") and token.text[:1].isupper()  # taken for an adjective
    if not (token.is_noun or token.tag == "PRP" or named):
        return None
    return phrase_before(sentence, index, index + 1)
