"""Verbs of saying that report nothing: denied, planned, wished, supposed."""

from goodoffices.reading.english import cues as words
from goodoffices.reading.grammar.syntax import Sentence, Token


def is_negated(sentence: Sentence, token: Token) -> bool:
    """Tell whether the verb is denied: by an adverb, or by a subject that is nobody."""
    for kid in sentence.kids(token.i, "neg", "advmod", "preconj"):
        if kid.lower in words.NEGATIONS and kid.i < token.i:
            return True
    for before in sentence.tokens[max(0, token.i - 3) : token.i]:
        if (
            before.lower in ("not", "n't", "never")
            and before.dep == "neg"
            and before.head in (token.i, *(k.i for k in sentence.kids(token.i, "aux")))
        ):
            return True
    opener = sentence.tokens[0].lower
    if opener in ("nor", "neither") and token.dep == "ROOT" and token.tag in ("VB", "VBP"):
        return True  # 'Nor did the minister, in a long address, say that'
    above = sentence.tokens[token.head]
    if above.lemma == "deny" and token.dep in ("xcomp", "pcomp"):
        return True  # 'denied telling members that'
    subject = sentence.subject(token.i)
    for helping in sentence.kids(token.i, "aux", "auxpass"):
        if sentence.kid(helping.i, "neg") is not None:
            return True  # 'had not, as of yesterday, announced'
        if subject is not None and helping.i < subject.i < token.i:  # 'nor did it say'
            ahead = sentence.tokens[max(0, helping.i - 4) : helping.i]
            return any(t.lower in words.NEGATIONS for t in ahead)
    turned = token.dep == "conj" and any(k.lower == "but" for k in sentence.kids(token.head, "cc"))
    if subject is None or turned:  # 'Neither has signed but both say'
        return False
    if any(k.lower == "neither" for k in sentence.kids(subject.i, "preconj", "cc", "det")):
        return True  # 'Neither the ministry nor the contractor has said'
    determiner = sentence.kid(subject.i, "det")
    return subject.lower in ("nobody", "none", "neither") or (
        determiner is not None and determiner.lower in ("no", "neither")
    )


def is_conditional(sentence: Sentence, token: Token) -> bool:
    """Tell whether the verb stands in an if-clause."""
    subject = sentence.kid(token.i, "nsubj")
    turned = subject is not None and any(
        kid.lower in ("had", "should") and kid.i < subject.i < token.i and kid.i == 0
        for kid in sentence.kids(token.i, "aux")
    )  # 'Had she said so, he would'
    return turned or any(
        kid.lower in ("if", "unless", "whether") and kid.i < token.i
        for kid in sentence.kids(token.i, "mark", "advmod")
    )


def told_in_person(sentence: Sentence, token: Token) -> bool:
    """'met his counterpart to tell him that', 'telephoned to say': what was done for it was done."""
    governor = sentence.tokens[token.head]
    purpose = any(k.lower == "to" for k in sentence.kids(token.i, "aux"))
    if governor.is_noun and governor.lemma in words.DOCUMENTS:  # 'issued a statement to say'
        issued = sentence.tokens[governor.head] if token.dep == "acl" else governor
        return purpose and issued.tag == "VBD" and issued.lemma in _ISSUING
    came = governor.tag == "VBD" and governor.lemma in _MEETING and governor.i < token.i
    return purpose and came and token.dep in ("advcl", "xcomp") and token.lemma in ("tell", "say")


_GOING_TO_SAY = frozenset("go continue hasten rush take use quick far pain".split())
"""'went on to say', 'was quick to add', 'went so far as to say': it was said."""


_ISSUING = frozenset("issue release publish send post make".split())


_MEETING = frozenset("meet call telephone phone write visit summon tweet post".split())


def is_planned(sentence: Sentence, token: Token) -> bool:
    """Tell whether the verb is only planned, wished, possible: 'will say', 'is expected to say'."""
    auxiliaries = list(sentence.kids(token.i, "aux", "auxpass"))
    lowers = {kid.lower for kid in auxiliaries}
    if "to" in lowers:
        governor = sentence.tokens[token.head]
        if governor.lemma in words.PASSIVE_QUOTE and governor.i < token.i:
            return False
        if told_in_person(sentence, token) or governor.lemma == "prompt":
            return False  # 'prompting Cairo to warn'
        return not (governor.lemma in _GOING_TO_SAY and governor.i < token.i)
    if lowers & {"do", "did", "does"}:
        return False
    if lowers & words.IRREALIS_MODALS:
        only = sentence.words(token.i + 1, token.i + 3).lower() == "only that"
        only = only or sentence.tokens[token.i - 1].lower == "only"
        return not (only and token.lemma == "say")  # 'would say only that', 'would only say that'
    if token.tag == "VB" and token.dep == "xcomp":
        return True
    if token.dep == "conj" and not auxiliaries and token.tag in ("VB",):
        return is_planned(sentence, sentence.tokens[token.head]) if token.head != token.i else False
    return False
