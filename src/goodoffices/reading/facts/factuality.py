"""Whether an event happened: by tense and modals, by what denies, cancels, doubts or only plans it."""

from goodoffices.reading.grammar.irrealis import is_conditional
from goodoffices.reading.grammar.syntax import Sentence, Token

_FUTURE = frozenset({"will", "would", "'ll", "shall", "to"})
_MAYBE = frozenset({"may", "might", "could", "should", "must", "can"})
_DENY = frozenset("deny refute dispute disprove".split())
_CANCEL = frozenset("cancel scrap scuttle avert avoid prevent foil thwart abort exclude".split())
_PUT_OFF = frozenset("postpone delay reschedule plan schedule expect propose offer seek".split())
_HYPOTHETICAL = frozenset("threaten warn fear demand urge ask call suggest consider refuse".split())
_CLAIMS = frozenset("report allegation claim accusation rumour rumor charge suggestion".split())
_CLAUSES = frozenset("ccomp xcomp pcomp acl csubj dobj pobj prep conj".split())
_NEVER = frozenset("nobody none neither nothing".split())


def factuality_of_verb(sentence: Sentence, verb: Token) -> str:
    """Return happened, planned, possible, ongoing or denied for an event that is a verb."""
    return _above(sentence, verb) or _by_own_form(sentence, verb)


def factuality_of_noun(sentence: Sentence, noun: Token) -> str:
    """Return the same for an event that is a noun, by the verb and the words it hangs on."""
    if any(k.lower == "no" for k in sentence.kids(noun.i, "det", "neg")):
        return "denied"
    governor = sentence.tokens[noun.head]
    if governor.lower == "without" or (governor.tag == "IN" and _denied_noun(sentence, governor)):
        return "denied"
    verb = next((g for g in (governor, *sentence.ancestors(governor.i)) if g.is_verb), governor)
    particles = {k.lower for k in sentence.kids(verb.i, "prt", "prep")}
    off = (verb.lemma == "call" and "off" in particles) or (
        verb.lemma == "rule" and "out" in particles
    )
    if off or verb.lemma in _CANCEL:
        if _negative(sentence, verb) or not _completed(sentence, verb):
            return "possible"
        return "denied"
    if verb.lemma in _PUT_OFF and noun.dep in ("nsubjpass", "dobj", "nsubj"):
        return "planned"
    return factuality_of_verb(sentence, verb)


def _completed(sentence: Sentence, verb: Token) -> bool:
    """'was cancelled', not 'would avert' or 'to avoid'."""
    return not {k.lower for k in sentence.kids(verb.i, "aux")} & (_FUTURE | _MAYBE)


def _denied_noun(sentence: Sentence, preposition: Token) -> bool:
    """'no room for talks', 'no sign of an agreement'."""
    noun = sentence.tokens[preposition.head]
    return noun.is_noun and any(k.lower == "no" for k in sentence.kids(noun.i, "det", "neg"))


def _above(sentence: Sentence, verb: Token) -> str | None:
    """What a verb or noun above makes of it: 'denied that', 'reports that', 'threatened to'."""
    below = verb
    for governor in sentence.ancestors(verb.i):
        if below.dep not in _CLAUSES:
            return None
        if governor.lemma in _DENY:
            return "possible" if _negative(sentence, governor) else "denied"
        if (
            governor.is_noun
            and governor.lemma in _CLAIMS
            and below.dep in ("acl", "ccomp", "prep", "relcl")
        ):
            return "possible"
        if governor.lemma in _HYPOTHETICAL and below.dep in ("xcomp", "ccomp", "prep"):
            return "denied" if governor.lemma == "refuse" else "possible"
        if below.dep in ("ccomp", "xcomp") and _negative(sentence, governor):
            return "possible"
        below = governor
    return None


def _negative(sentence: Sentence, verb: Token) -> bool:
    if sentence.kid(verb.i, "neg") is not None:
        return True
    subject = sentence.subject(verb.i)
    return subject is not None and (
        subject.lower in _NEVER
        or any(k.lower in ("no", "neither") for k in sentence.kids(subject.i, "det"))
    )


def _by_own_form(sentence: Sentence, verb: Token) -> str:
    auxiliaries = {k.lower for k in sentence.kids(verb.i, "aux")}
    if _negative(sentence, verb):
        return "denied"
    if auxiliaries & _FUTURE:
        return "planned"
    if auxiliaries & _MAYBE or is_conditional(sentence, verb):
        return "possible"
    if verb.tag == "VBG" and auxiliaries:
        return "ongoing"
    return "happened"
