"""Who a cue belongs to: the source mention of an attribution, as a token range with a head."""

from dataclasses import dataclass

from goodoffices.reading.cues import Cue
from goodoffices.reading.english import cues as words
from goodoffices.reading.syntax import Sentence, Token

_RELATIVES = frozenset({"who", "which", "that", "whom"})
_ISSUE = frozenset(
    "issue release publish send post make give deliver put sign write read adopt circulate "
    "carry air broadcast address".split()
)
_NP_TAGS = (
    "NN",
    "JJ",
    "CD",
    "DT",
    "PRP",
    "POS",
    "VBN",
    "WP$",
    "HYPH",
    "$",
    "PDT",
    "FW",
    "RBS",
    "JJS",
)


@dataclass(frozen=True, slots=True)
class SourceRange:
    """Token range [low, high) of a source mention and the index of its head noun."""

    low: int
    high: int
    head: int


def find_source(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """Return the source mention of a cue, or None where the sentence names nobody."""
    if cue.form == "according":
        return _after_according(sentence, cue)
    if cue.passive:
        return _agent(sentence, cue)
    if cue.lemma == "quote" and (quoted := _quoted_as_saying(sentence, cue)) is not None:
        return quoted
    if cue.form == "participle" or sentence.tokens[cue.i].tag == "VBG":
        return _shared_subject(sentence, cue)
    if cue.i > 0 and sentence.tokens[cue.i - 1].virtual:
        return _inverted(sentence, cue)
    token = sentence.subject(cue.i)
    while (
        token is not None
        and token.i + 1 < cue.low
        and sentence.tokens[token.i + 1].dep == token.dep
        and sentence.tokens[token.i + 1].head == token.head
    ):
        token = sentence.tokens[token.i + 1]
    if token is not None and token.virtual:
        token = None
    if token is not None and token.lower in _RELATIVES:
        return _antecedent(sentence, cue, token)
    if token is not None and _plausible(sentence, cue, token):
        return noun_phrase(sentence, token.i, cue)
    return (
        _coordinated(sentence, cue)
        or _inverted(sentence, cue)
        or _apposed(sentence, cue)
        or _adjacent(sentence, cue)
    )


def _plausible(sentence: Sentence, cue: Cue, token: Token) -> bool:
    """A subject that stands right of the cue must follow it at once."""
    if token.i > cue.i:
        return sentence.edges[token.i][0] <= cue.high + 1
    return not token.tag.startswith(("VB", "RB", "IN")) or token.dep == "csubj"


def noun_phrase(sentence: Sentence, head: int, cue: Cue | None = None) -> SourceRange:
    """Return the whole noun phrase of ``head``: with appositions, not across the cue."""
    low, high = sentence.edges[head]
    high += 1
    if cue is not None:
        if head < cue.low:
            high = min(high, cue.low)
        elif head >= cue.high:
            low = max(low, cue.high)
    low, high = sentence.trimmed(low, high)
    while (
        low < head
        and sentence.tokens[low].tag in ("CC", "RB")
        and sentence.tokens[low].lower
        in ("and", "but", "meanwhile", "however", "also", "or", "yet")
    ):
        low += 1
    return SourceRange(min(low, head), max(high, head + 1), head)


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
    return _issuer_of(sentence, head) or noun_phrase(sentence, head.i, cue)


def _issuer_of(sentence: Sentence, head: Token) -> SourceRange | None:
    """'a report by the ministry', 'the ministry's statement', 'a U.N. report': the ministry, the U.N."""
    if head.lemma not in words.DOCUMENTS:
        return None
    for prep in sentence.kids(head.i, "prep", "agent", "acl"):
        if prep.lower in ("by", "from", "of"):
            giver = sentence.kid(prep.i, "pobj")
            if giver is not None and (prep.lower != "of" or giver.is_name):
                return noun_phrase(sentence, giver.i)
        if prep.dep == "acl":
            agent = sentence.kid(prep.i, "agent")
            giver = sentence.kid(agent.i, "pobj") if agent is not None else None
            if giver is not None:
                return noun_phrase(sentence, giver.i)
    owner = sentence.kid(head.i, "poss")
    if owner is not None and owner.tag != "PRP$":
        low, high = sentence.edges[owner.i]
        return SourceRange(low, owner.i + 1, owner.i) if high >= owner.i else None
    for kid in sentence.kids(head.i, "compound", "nmod"):
        if kid.entity in ("ORG", "GPE") or kid.is_name:
            return SourceRange(sentence.edges[kid.i][0], kid.i + 1, kid.i)
    return None


def document_issuer(sentence: Sentence, source: SourceRange) -> SourceRange | None:
    """Return who issued the document that is the source, where the phrase itself says so."""
    return _issuer_of(sentence, sentence.tokens[source.head])


def _agent(sentence: Sentence, cue: Cue) -> SourceRange | None:
    agent = sentence.kid(cue.i, "agent", "prep")
    if agent is None or agent.lower != "by":
        index = sentence.find(lambda t: t.lower == "by", cue.high)
        if index is None:
            return None
        agent = sentence.tokens[index]
    head = sentence.kid(agent.i, "pobj")
    return noun_phrase(sentence, head.i) if head is not None else None


def _antecedent(sentence: Sentence, cue: Cue, relative: Token) -> SourceRange | None:
    verb = sentence.tokens[relative.head]
    for governor in (verb, *sentence.ancestors(verb.i)):
        if governor.dep == "relcl":
            noun = sentence.tokens[governor.head]
            low = sentence.edges[noun.i][0]
            return SourceRange(low, max(noun.i + 1, low + 1), noun.i)
    index = relative.i - 1
    while index >= 0 and sentence.tokens[index].tag in (",", "POS"):
        index -= 1
    return (
        noun_phrase(sentence, index, cue) if index >= 0 and sentence.tokens[index].is_noun else None
    )


def _shared_subject(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """The subject of a gerund: its own, quoted speaker, issuer of the statement, or the clause's subject."""
    near = _own_subject(sentence, cue) or _ahead(sentence, cue)
    if near is not None:
        return near
    for governor in sentence.ancestors(cue.i):
        if governor.lemma in words.PASSIVE_QUOTE and governor.is_verb:
            return _quoted_person(sentence, governor)
        if governor.is_noun and governor.lemma in words.DOCUMENTS:
            issuer = _issuer_of(sentence, governor)
            if issuer is not None:
                return issuer
            continue
        if governor.is_noun and sentence.tokens[cue.i].dep == "acl" and governor.i == cue.i - 1:
            return noun_phrase(sentence, governor.i, cue)
        if governor.is_verb or governor.tag == "MD" or governor.dep == "ROOT":
            subject = sentence.subject(governor.i)
            if subject is None:
                continue
            if subject.lower in _RELATIVES:
                return _antecedent(sentence, cue, subject)
            if subject.dep == "nsubjpass" and sentence.kid(governor.i, "agent") is not None:
                agent = _agent(
                    sentence, Cue(governor.i, governor.i + 1, "act", governor.lemma, True)
                )
                if agent is not None:
                    return agent
            return noun_phrase(sentence, subject.i, cue)
    first = sentence.find(lambda t: t.dep in ("nsubj", "nsubjpass") and not t.virtual, 0, cue.low)
    return noun_phrase(sentence, first, cue) if first is not None else None


def _own_subject(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'footage of Trump saying', 'with the envoy warning': the gerund's own subject."""
    own = sentence.kid(cue.i, "nsubj")
    if own is None or own.virtual or own.i > cue.i or own.lower in _RELATIVES:
        return None
    return noun_phrase(sentence, own.i, cue)


def _ahead(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'Noting that …, he said', 'the mediator, stressing that …, described': by commas, not by the tree."""
    end = clause_comma(sentence, cue.high)
    if end is None:
        return None
    opens = all(t.tag in ("CC", "RB", ",", "IN") or t.virtual for t in sentence.tokens[: cue.low])
    if opens:
        subject = _first_subject(sentence, end + 1)
        return noun_phrase(sentence, subject.i, cue) if subject is not None else None
    before = cue.low - 2
    set_off = cue.low > 1 and sentence.tokens[cue.low - 1].tag == ","
    if set_off and sentence.tokens[before].is_noun and sentence.tokens[end + 1].tag in _PAST:
        return _np_ending(sentence, before, before + 1)
    return None


_PAST = frozenset({"VBD", "VBN", "VBZ", "MD"})


def clause_comma(sentence: Sentence, low: int) -> int | None:
    """Index of the comma after which the clause around a gerund goes on, with a subject or a verb."""
    for token in sentence.tokens[low:-2]:
        if token.tag != "," or any(q.start <= token.start < q.end for q in sentence.quoted):
            continue
        following = sentence.tokens[token.i + 1]
        if following.tag in ("VBD", "VBZ") or (
            following.tag == "VBN" and (following.dep in ("ROOT", "conj"))
        ):
            return token.i
        subject = _first_subject(sentence, token.i + 1)
        if subject is not None:
            return token.i
    return None


def _first_subject(sentence: Sentence, low: int) -> Token | None:
    """The subject that opens a clause at ``low``: 'he also cited', 'the chief mediator said'."""
    for token in sentence.tokens[low : low + 8]:
        if token.dep in ("nsubj", "nsubjpass") and sentence.edges[token.i][0] >= low:
            verb = sentence.tokens[token.head]
            opens = sentence.edges[token.i][0] == low
            free = sentence.kid(verb.i, "mark") is None or sentence.kid(verb.i, "mark").i < low  # type: ignore[union-attr]
            return token if opens and free and verb.i > token.i else None
    return None


def _quoted_person(sentence: Sentence, verb: Token) -> SourceRange | None:
    person = sentence.kid(verb.i, "nsubjpass")
    if person is None and sentence.kid(verb.i, "auxpass") is None:
        person = sentence.kid(verb.i, "dobj")
    if person is None:
        person = sentence.subject(verb.i)
    return noun_phrase(sentence, person.i) if person is not None else None


def _quoted_as_saying(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'…, the agency quoted the minister as saying': whose words an agency passes on."""
    saying = sentence.find(lambda t: t.lower in ("saying", "telling"), cue.high + 1)
    person = sentence.kid(cue.i, "dobj")
    if saying is None or person is None or not cue.high <= person.i < saying - 1:
        return None
    whole = noun_phrase(sentence, person.i, cue)
    return SourceRange(whole.low, min(whole.high, saying - 1), person.i)


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
            if subject is not None and not subject.virtual and subject.lower not in _RELATIVES:
                return noun_phrase(sentence, subject.i, cue)
    return None


def _inverted(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'…, said Karim Haddad, a spokesman': the noun phrase after the cue."""
    if cue.high >= len(sentence):
        return None
    start_ok = (
        cue.low == 0
        or sentence.tokens[cue.low - 1].virtual
        or sentence.tokens[cue.low - 1].tag in (",", "``", "''", ":")
    )
    first = sentence.tokens[cue.high]
    if not start_ok or not (first.tag.startswith(("NN", "DT", "PRP", "JJ", "CD")) or first.is_name):
        return None
    stop = cue.high
    while stop < len(sentence) and sentence.tokens[stop].tag.startswith(_NP_TAGS):
        if sentence.tokens[stop].lower in _WEEKDAYS and stop > cue.high:
            break
        stop += 1
    nouns = [t.i for t in sentence.tokens[cue.high : stop] if t.is_noun or t.tag == "PRP"]
    if not nouns:
        return None
    head = sentence.tokens[nouns[-1]]
    above = sentence.tokens[head.head]
    if head.dep in ("nmod", "compound") and above.is_noun and head.i < above.i <= head.i + 6:
        head = above
    phrase = noun_phrase(sentence, head.i, cue)
    return SourceRange(cue.high, max(stop, phrase.high), head.i)


_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday".split()
)


def _apposed(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'Brahimi, who mediated the talks, told': jump over what stands between commas."""
    if cue.low < 3 or sentence.tokens[cue.low - 1].tag != ",":
        return None
    for comma in range(cue.low - 2, 0, -1):
        if sentence.tokens[comma].tag == "," and sentence.tokens[comma - 1].is_noun:
            opener = sentence.tokens[comma + 1]
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
            ):
                return _np_ending(sentence, comma - 1, cue.low - 1)
    return None


def _np_ending(sentence: Sentence, last: int, high: int) -> SourceRange:
    """Return the noun phrase that ends at ``last``: 'the envoy of the bloc for Ostrana' too."""
    low = head = last
    while True:
        while low > 0 and (
            sentence.tokens[low - 1].tag.startswith(_NP_TAGS)
            and not sentence.tokens[low - 1].virtual
        ):
            low -= 1
        joined = low > 1 and sentence.tokens[low - 1].lower in ("of", "for")
        noun = sentence.tokens[low - 2] if joined else None
        if noun is None or not noun.is_noun or noun.virtual:
            return SourceRange(low, max(high, last + 1), head)
        low = head = noun.i


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
        index -= 1
    if index < 0 or sentence.tokens[index].virtual:
        return None
    token = _carrier(sentence, sentence.tokens[index])
    index = token.i
    if not (token.is_noun or token.tag == "PRP") or token.entity in ("DATE", "TIME"):
        return None
    return _np_ending(sentence, index, index + 1)
