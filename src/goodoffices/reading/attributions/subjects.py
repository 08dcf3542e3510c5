"""Subjects a cue does not have of its own: of gerunds, relative clauses and passives."""

from goodoffices.reading.attributions.cues import Cue, cue_lemma
from goodoffices.reading.attributions.issuers import issuer_of
from goodoffices.reading.attributions.noun_phrases import SourceRange, noun_phrase, phrase_before
from goodoffices.reading.english import cues as words
from goodoffices.reading.english import roles
from goodoffices.reading.grammar.nouns import can_speak, is_thing
from goodoffices.reading.grammar.syntax import Sentence, Token

RELATIVES = frozenset({"who", "which", "that", "whom"})


_PLEADED = frozenset(
    "case petition suit lawsuit appeal motion complaint resolution proposal letter article".split()
)


def shared_subject(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """The subject of a gerund: its own, quoted speaker, issuer of the statement, or the clause's subject."""
    near = (
        _told_before(sentence, cue)
        or _sender(sentence, cue)
        or _own_subject(sentence, cue)
        or _ahead(sentence, cue)
        or _pleading(sentence, cue)
    )
    if near is not None:
        return near
    for governor in sentence.ancestors(cue.i):
        if governor.lemma in words.PASSED_ON and governor.is_verb:
            cited = sentence.kid(governor.i, "dobj")
            if cited is not None and is_thing(cited):
                continue  # 'cancelled the tour, citing the heat and noting that'
            return _quoted_person(sentence, governor)
        if governor.is_noun and governor.lemma in words.DOCUMENTS:
            issuer = issuer_of(sentence, governor)
            if issuer is not None:
                return issuer
            continue
        if governor.is_noun and sentence.tokens[cue.i].dep == "acl" and governor.i == cue.i - 1:
            of_him = sentence.kid(cue.i, "dobj")
            if of_him is not None and of_him.lower in ("him", "her", "them"):
                continue  # 'the resignation of Lee, accusing him': somebody else accuses
            if _sent_to(sentence, governor) or _written_to(sentence, governor):
                continue  # 'sent an email to supporters stating'
            if can_speak(governor) or governor.lemma in words.DOCUMENTS:
                return noun_phrase(sentence, governor.i, cue)
            continue
        before = sentence.tokens[cue.low - 1].tag
        if governor.dep in ("acl", "relcl") and before == ",":
            continue
        if governor.dep == "ccomp" and sentence.tokens[governor.head].lemma == "deny":
            continue  # 'denied its men had opened fire, saying': who denies
        joined = before == "CC" and sentence.tokens[cue.i].tag == "VBG"
        if joined and (governor.tag == "VB" or (governor.dep == "relcl" and governor.tag != "VBG")):
            continue  # 'asking it to end a scheme that let him in and saying': who asks
        if governor.is_verb or governor.tag == "MD" or governor.dep == "ROOT":
            subject = sentence.subject(governor.i)
            if subject is None:
                continue
            added = _parenthesis(sentence, governor, subject)
            if added is not None:
                return added
            if subject.lower in RELATIVES:
                return antecedent(sentence, cue, subject)
            later = sentence.tokens[cue.low - 1].lower in ("after", "before", "while")
            agent_there = sentence.kid(governor.i, "agent") is not None
            if subject.dep == "nsubjpass" and agent_there and not later:
                agent = agent_of(
                    sentence, Cue(governor.i, governor.i + 1, "act", governor.lemma, True)
                )
                if agent is not None:
                    return agent
            acting = _nearer(sentence, cue, subject) or subject
            return noun_phrase(sentence, acting.i, cue)
    if cue.low > 1 and sentence.tokens[cue.low - 1].lower == "as":
        named = sentence.tokens[cue.low - 2]
        if named.is_noun and any(t.lemma in words.PASSED_ON for t in sentence.tokens[: named.i]):
            return phrase_before(sentence, named.i, named.i + 1)
    first = sentence.find(lambda t: t.dep in ("nsubj", "nsubjpass") and not t.virtual, 0, cue.low)
    return noun_phrase(sentence, first, cue) if first is not None else None


def _nearer(sentence: Sentence, cue: Cue, subject: Token) -> Token | None:
    """'It was a blow, as Lind echoed the charge, saying': no 'it', but who acts just before."""
    if subject.lower not in ("it", "this", "that") or subject.tag not in ("PRP", "DT"):
        return None
    before = [
        t
        for t in sentence.tokens[subject.i + 1 : cue.low]
        if t.dep == "nsubj" and can_speak(t) and not t.virtual
    ]
    return before[-1] if before and sentence.tokens[cue.low - 1].tag == "," else None


def _told_before(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'Prado said the ruling was fair before claiming that': who said the one claims the other."""
    if not cue.low or sentence.tokens[cue.low - 1].lower != "before":
        return None
    for verb in reversed(sentence.tokens[: cue.low - 1]):
        if verb.tag in ("VBD", "VBZ") and cue_lemma(verb) in words.REPORTING:
            subject = sentence.subject(verb.i)
            named = subject is not None and subject.i < verb.i and subject.lower not in RELATIVES
            return noun_phrase(sentence, subject.i, cue) if named and subject is not None else None
    return None


def _parenthesis(sentence: Sentence, verb: Token, subject: Token) -> SourceRange | None:
    """'But, he added, an escalation would be the end, describing': who adds describes."""
    if can_speak(subject) or subject.is_name:
        return None
    for aside in sentence.kids(verb.i, "parataxis", "ccomp"):
        doer = sentence.kid(aside.i, "nsubj")
        if doer is not None and doer.i < aside.i < subject.i and aside.i - doer.i <= 2:
            return noun_phrase(sentence, doer.i) if aside.lemma in words.REPORTING else None
    return None


def _sender(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'shared a statement from its chairman acknowledging that': whose statement it is."""
    verb = sentence.tokens[cue.i]
    if verb.dep == "conj" and verb.tag == "VBG" and sentence.tokens[verb.head].tag == "VBG":
        verb = sentence.tokens[verb.head]
    for prep in sentence.tokens[max(0, verb.i - 10) : verb.i]:
        issued = {sentence.tokens[prep.head].lemma, sentence.tokens[prep.i - 1].lemma}
        if prep.lower not in ("from", "by") or not issued & words.ISSUED:
            continue
        giver = sentence.kid(prep.i, "pobj")
        if giver is not None and sentence.edges[giver.i][1] == verb.i - 1:
            return noun_phrase(sentence, giver.i)
    return None


def _pleading(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'is hearing a case brought by South Africa, arguing that': who brought it argues."""
    for by in sentence.tokens[: cue.low]:
        brought = sentence.tokens[by.head]
        if by.dep != "agent" or sentence.edges[by.i][1] != cue.low - 2 or brought.dep != "acl":
            continue
        if (
            sentence.tokens[brought.head].lemma in _PLEADED
            and sentence.tokens[cue.low - 1].tag == ","
        ):
            return agent_of(sentence, Cue(brought.i, brought.i + 1, "act", brought.lemma, True))
    return None


def _own_subject(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'footage of Trump saying', 'with the envoy warning': the gerund's own subject."""
    own = sentence.kid(cue.i, "nsubj")
    if own is None or own.virtual or own.i > cue.i or own.lower in RELATIVES:
        before = sentence.tokens[cue.low - 1] if cue.low > 1 else None
        opener = sentence.tokens[cue.low - 2].lower if cue.low > 1 else ""
        accompanied = _with_subject(sentence, cue)
        if accompanied is not None:
            return accompanied
        if before is not None and before.is_name and opener in ("and", "with"):
            return SourceRange(before.i, cue.low, before.i)  # 'and Prodi saying'
        at = cue.low - 1
        while at > 0 and sentence.tokens[at].entity == "DATE":
            at -= 1
        noun = sentence.tokens[at]  # 'a U.N. expert last month saying'
        if at < cue.low - 1 and noun.lemma in roles.ROLES and noun.dep in ("dobj", "pobj"):
            return noun_phrase(sentence, at, cue)
        return None
    with_own = sentence.tokens[max(0, sentence.edges[own.i][0] - 1)].lower in ("with", "of")
    if not with_own and not can_speak(own) and own.i == cue.low - 1:
        return None
    return noun_phrase(sentence, own.i, cue)


def _with_subject(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'with the security service, the FSB, saying': whom 'with' brings in."""
    if cue.low < 3 or sentence.tokens[cue.low - 1].tag != ",":
        return None
    subject = sentence.find(lambda t: t.dep == "nsubj", 0, cue.low)
    speaks = subject is not None and can_speak(sentence.tokens[subject])
    for token in reversed(sentence.tokens[max(0, cue.low - 14) : cue.low - 1]):
        if token.is_verb:
            return None
        led_by = sentence.tokens[token.i - 1]
        if token.lower != "with" or led_by.is_verb or (speaks and led_by.is_noun):
            continue  # 'scrapped talks with rebels', 'what to do with the people'
        noun = sentence.kid(token.i, "pobj")
        if noun is not None and (can_speak(noun) or sentence.kid(noun.i, "appos") is not None):
            end = max(sentence.edges[noun.i][1], noun.i)
            if cue.low - 3 <= end <= cue.low - 1:
                return noun_phrase(sentence, noun.i, cue)
    return None


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
        return phrase_before(sentence, before, before + 1)
    return None


_PAST = frozenset({"VBD", "VBN", "VBZ", "MD"})


def clause_comma(sentence: Sentence, low: int) -> int | None:
    """Index of the comma after which the clause around a gerund goes on, with a subject or a verb."""
    for token in sentence.tokens[low:-2]:
        inside = any(q.start <= token.start and token.end < q.inner_end for q in sentence.quoted)
        if token.tag != "," or inside:
            continue  # a comma right before the closing mark ends the clause as well
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


def agent_of(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """Return whom 'by' names: 'was described by Norway as'."""
    agent = sentence.kid(cue.i, "agent", "prep")
    if agent is None or agent.lower != "by":
        index = sentence.find(lambda t: t.lower == "by", cue.high)
        if index is None:
            return None
        agent = sentence.tokens[index]
    head = sentence.kid(agent.i, "pobj")
    if head is None:
        return None
    whole = noun_phrase(sentence, head.i)
    that = sentence.find(lambda t: t.lower == "that", head.i + 1, whole.high)
    return named_behind(sentence, whole) if that is None else SourceRange(whole.low, that, head.i)


def named_behind(sentence: Sentence, office: SourceRange) -> SourceRange:
    """'told by the headmistress, Sister Immaculata Noor, that': the name the tree hung elsewhere."""
    at = office.high
    held = sentence.tokens[office.head].lemma in roles.ROLES and sentence.tag_at(at) == ","
    stop = at + 1
    while held and stop < len(sentence) and sentence.tokens[stop].is_name:
        stop += 1
    named = at + 3 <= stop <= at + 6 and sentence.tag_at(stop) == ","
    return SourceRange(office.low, stop, office.head) if named else office


def antecedent(sentence: Sentence, cue: Cue, relative: Token) -> SourceRange | None:
    """Return what a relative pronoun stands for."""
    verb = sentence.tokens[relative.head]
    for governor in (verb, *sentence.ancestors(verb.i)):
        if governor.dep == "relcl":
            noun = sentence.tokens[governor.head]
            held_by = sentence.tokens[sentence.tokens[noun.head].head]
            named = sentence.tokens[noun.head]
            if noun.dep == "appos" and named.is_name and relative.lower in ("which", "that"):
                return noun_phrase(sentence, named.i)  # 'the Alliance, a group that says'
            if relative.lower == "who" and is_thing(noun) and can_speak(held_by):
                noun = held_by  # 'attorneys from the prosecution, who'
            if relative.lower == "who":
                noun = _person_above(sentence, noun)
            low = sentence.edges[noun.i][0]
            high = noun.i + 1
            name = [t for t in sentence.tokens[high : relative.i] if t.tag != ","]
            if name and name[-1].is_name and noun.lemma in roles.ROLES:
                high = name[-1].i + 1  # 'the envoy for Syria Staffan de Mistura, who'
            return SourceRange(low, max(high, low + 1), noun.i)
    index = relative.i - 1
    while index >= 0 and sentence.tokens[index].tag in (",", "POS"):
        index -= 1
    return (
        noun_phrase(sentence, index, cue) if index >= 0 and sentence.tokens[index].is_noun else None
    )


def _person_above(sentence: Sentence, noun: Token) -> Token:
    """'one deputy familiar with the talks, who', 'deputies on the Hill, who': no thing, no place."""
    place = noun.entity in ("GPE", "LOC", "FAC") or (
        noun.is_name and sentence.tokens[noun.head].lower in ("on", "in", "at")
    )
    if not (is_thing(noun) or place) or sentence.tokens[noun.i - 1].tag == ",":
        return noun
    for above in sentence.ancestors(noun.i):
        if above.is_verb:
            return noun
        if above.is_noun and (can_speak(above) or above.tag == "NNS") and not is_thing(above):
            return above
    return noun


def _written_to(sentence: Sentence, whom: Token) -> bool:
    """'The senator emailed supporters saying': whom he wrote to do not say it."""
    return whom.dep == "dobj" and sentence.tokens[whom.head].lemma in ("email", "text", "write")


def _sent_to(sentence: Sentence, whom: Token) -> bool:
    to = sentence.tokens[whom.head]
    above = sentence.tokens[to.head]
    sent = above if above.is_noun else sentence.kid(above.i, "dobj")
    return to.lower == "to" and sent is not None and sent.lemma in words.ISSUED | {"email"}
