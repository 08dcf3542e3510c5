"""Whether a verb states its subject's own stance, or only modifies, is asked for, hangs in an if-clause."""

from collections.abc import Iterator

from goodoffices.reading.english import stances as words
from goodoffices.reading.grammar.nouns import can_speak, is_thing
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.stances.triggers import doubted

_HOLDS_INFINITIVE = frozenset(
    "refuse agree decline continue vow threaten promise decide vote pledge plan expect seek "
    "ready willing prepared have begin start use try intend go offer be move act".split()
)


def is_own(sentence: Sentence, token: Token) -> bool:
    """Whether the verb states its subject's stance: not a noun's modifier, not another's demand."""
    if token.dep in ("amod", "compound") or (
        token.tag == "VBG"
        and token.dep in ("pobj", "pcomp", "csubj", "dobj", "nsubj")
        and not _with_subject(sentence, token)
        and not _by_doing(sentence, token)
    ):
        return False
    if token.dep == "relcl" and any(
        k.lower in ("can", "could") for k in sentence.kids(token.i, "aux")
    ):
        return False
    if passive_agent(sentence, token) is not None:
        return True
    if token.tag == "VBN" and (
        token.dep == "acl"
        or (token.dep in ("acomp", "oprd") and sentence.kid(token.i, "aux", "auxpass") is None)
    ):
        return False
    if token.dep == "acl" and token.tag == "VBG" and issued_by(sentence, token) is not None:
        return True
    if token.dep == "acl" and token.lower == "opposing" and sentence.tag_at(token.head) == "NNS":
        return False  # 'forces opposing the president' names them
    if token.dep == "acl" and sentence.tokens[
        token.head
    ].lemma in words.NO_STANCE_SUBJECTS | words.PROPOSALS | {
        "communique",
        "communiqué",
        "statement",
        "motion",
    }:
        return False
    if words.VERBS.get(token.lemma) == "accept" and any(
        k.lower in ("until", "till") for k in sentence.kids(token.i, "mark")
    ):
        return False
    if any(
        k.lower in ("if", "whether", "unless")
        for joined in _joined(sentence, token)
        for k in sentence.kids(joined.i, "mark")
    ):
        return False
    asked = sentence.tokens[token.head]
    if token.dep in ("acl", "ccomp") and asked.is_noun and asked.lemma in _ASKING:
        return False  # 'an Egyptian demand that it stop filling'
    if (token.tag == "VBG" and token.dep == "xcomp") or doubted(sentence, token):
        return False
    if _hoped(sentence, token) or _had_it(sentence, token):
        return False
    infinitive = any(k.lower == "to" for k in sentence.kids(token.i, "aux"))
    if infinitive:
        governor = sentence.tokens[token.head]
        if any(t.lower == "yet" for t in sentence.tokens[max(0, token.i - 3) : token.i]):
            return False  # 'is yet to sign': open
        if any(k.lower in ("if", "unless") for k in sentence.kids(governor.i, "mark")):
            return False
        if token.dep in ("advcl", "acl", "relcl") and token.lemma in _PURPOSES:
            return governor.is_verb or governor.lemma in ("strike", "rally", "march", "fast")
        if among_others(sentence, governor):
            return True
        if token.dep == "advcl" or governor.is_noun:
            return False
        taken = words.VERBS.get(token.lemma) in ("accept", "concede")
        if governor.lemma == "have" and governor.tag != "VBD" and taken:
            return False  # 'would have to accept': what one must do one has not done
        if governor.lemma in ("try", "use") and words.VERBS.get(token.lemma) == "accept":
            return False  # 'tried to agree', 'use its influence to agree'
        return (
            governor.lemma in _HOLDS_INFINITIVE
            and words.VERBS.get(governor.lemma) is None
            and (sentence.kid(token.i, "nsubj") is None)
        )
    if (
        token.tag == "VB"
        and token.dep in ("xcomp", "ccomp")
        and not any(
            k.tag == "MD" or k.lower in ("do", "did", "does") for k in sentence.kids(token.i, "aux")
        )
    ):
        return False
    if token.dep == "conj" and token.tag == "VB" and not _infinitive_holds(sentence, token):
        return False
    modals = {k.lower for k in sentence.kids(token.i, "aux")}
    if token.dep == "conj" and token.tag == "VB":
        modals |= {k.lower for k in sentence.kids(token.head, "aux")}
    return not modals & {"should", "must", "ought", "might", "may"}


def _hoped(sentence: Sentence, token: Token) -> bool:
    """'The envoy hopes Norway will accept': the hope of one is not the stance of the other."""
    hope = sentence.tokens[token.head]
    if token.dep != "ccomp" or hope.lemma not in _HOPING:
        return False
    own, other = sentence.kid(token.i, "nsubj"), sentence.kid(hope.i, "nsubj")
    return own is not None and own.tag != "PRP" and other is not None


_HOPING = frozenset("hope expect wish predict fear assume doubt wonder".split())


def _had_it(sentence: Sentence, token: Token) -> bool:
    """'Had Norway accepted, the war would be over': what did not come about."""
    had = next((k for k in sentence.kids(token.i, "aux") if k.lower == "had"), None)
    subject = sentence.kid(token.i, "nsubj")
    return had is not None and subject is not None and had.i < subject.i


def _joined(sentence: Sentence, token: Token) -> Iterator[Token]:
    """'if it is not approved and signed': a verb and those it is joined to."""
    yield token
    while token.dep == "conj" and token.head < token.i and sentence.tokens[token.head].is_verb:
        token = sentence.tokens[token.head]
        yield token


def _infinitive_holds(sentence: Sentence, token: Token) -> bool:
    """'urged them to step aside and back the plan': joined to an infinitive that is another's."""
    head = sentence.tokens[token.head]
    if not any(k.tag == "TO" for k in sentence.kids(head.i, "aux")):
        return True
    governor = sentence.tokens[head.head]
    return governor.lemma in _HOLDS_INFINITIVE and sentence.kid(governor.i, "dobj") is None


def among_others(sentence: Sentence, noun: Token) -> bool:
    """'became the latest leader to reject it': the subject did what others did, or did not."""
    noun = sentence.kid(noun.i, "attr") or noun
    return (
        noun.dep == "attr"
        and sentence.subject(noun.head) is not None
        and any(
            k.lower in ("latest", "first", "last", "only") for k in sentence.kids(noun.i, "amod")
        )
    )


_ASKING = frozenset("demand request call order proposal appeal plea warning".split())
_PURPOSES = frozenset("protest denounce demand condemn press push oppose call urge".split())
"""'marched to protest against', 'a strike to press for': why it was done is a stance."""


def passive_agent(sentence: Sentence, token: Token) -> Token | None:
    """'a plan backed by the rebels', 'Proposed by Russia, the talks': who did it; not of people."""
    if token.tag != "VBN" or token.dep not in ("acl", "advcl"):
        return None
    if sentence.kid(token.i, "aux", "auxpass") is not None:
        return None
    if any(k.lower != "as" for k in sentence.kids(token.i, "mark")):
        return None
    if token.dep == "acl" and not is_thing(sentence.tokens[token.head]):
        return None
    if token.lemma in ("sign", "adopt"):
        return None
    agent = sentence.kid(token.i, "agent")
    whom = sentence.kid(agent.i, "pobj") if agent is not None else None
    return whom if whom is not None and (can_speak(whom) or whom.entity == "GPE") else None


def _by_doing(sentence: Sentence, token: Token) -> bool:
    """'reacted by proposing counter-measures', 'was barred after demanding': what the subject did."""
    by = sentence.tokens[token.head]
    verb = sentence.tokens[by.head]
    return by.lower in ("by", "after") and verb.is_verb and sentence.subject(verb.i) is not None


def _with_subject(sentence: Sentence, token: Token) -> bool:
    """', with President Morand calling for': a clause of its own."""
    return (
        sentence.tokens[token.head].lower == "with"
        and sentence.kid(token.i, "nsubj", "nsubjpass") is not None
    )


_WRITTEN = frozenset(
    "statement letter communique communiqué appeal note message speech resolution motion declaration "
    "petition".split()
)


def issued_by(sentence: Sentence, token: Token) -> Token | None:
    """'issued a statement urging pilots to return': who issued it."""
    document = sentence.tokens[token.head]
    verb = sentence.tokens[document.head]
    if document.lemma not in _WRITTEN:
        return None
    if verb.lower == "in" and verb.dep == "prep":
        return sentence.subject(verb.head)  # 'In a statement rejecting the plan, Norway said'
    if verb.lemma not in _ISSUING:
        return None
    return sentence.subject(verb.i)


_ISSUING = frozenset(
    "issue release publish send write make adopt sign pass approve endorse submit circulate".split()
)
