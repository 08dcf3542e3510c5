"""Stances by modal verbs: "must leave", "will not sign", "would return only if", "will attack unless"."""

import re
from collections.abc import Iterator

from goodoffices.reading.english import roles
from goodoffices.reading.english import stances as words
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.stances.triggers import (
    Range,
    Trigger,
    bargained,
    chars,
    condition_of,
    doubted,
    negated,
    object_of,
)


def modal_triggers(sentence: Sentence, *, issued: bool = False) -> Iterator[Trigger]:
    """'must leave', 'should provide', 'will not accept', 'cannot impose', 'would attack if'."""
    for token in sentence.tokens:
        if not token.is_verb or token.virtual:
            continue
        modals = [k for k in sentence.kids(token.i, "aux") if k.tag == "MD" and k.i < token.i]
        if not modals or any(k.lower == "have" for k in sentence.kids(token.i, "aux")):
            continue
        found = _modal_stance(sentence, token, modals[0], issued)
        if found is not None:
            yield found


def _modal_stance(sentence: Sentence, token: Token, modal: Token, issued: bool) -> Trigger | None:
    subject = sentence.subject(token.i)
    if subject is None or subject.virtual:
        return None
    denied = negated(sentence, token) or _nothing(sentence, token) or _no_longer(sentence, token)
    conditional = any(
        k.lower in ("if", "whether", "unless", "when")
        for k in sentence.kids(token.i, "mark", "advmod")
        if k.i < token.i
    )
    if modal.lower == "should" and modal.i < subject.i < token.i:
        return None  # 'should he fail'
    if modal.lower in ("must", "should") and not conditional:
        return _obligation(sentence, token, modal, subject, issued)
    if not denied and modal.lower in ("will", "would", "'ll", "'d"):
        bargain = _bargain(sentence, token, modal, subject)
        if bargain is not None:
            return bargain
    if denied and modal.lower in ("will", "would", "wo", "can", "could", "ca", "shall"):
        return _refusal(sentence, token, modal, subject)
    if denied or modal.lower not in ("will", "would", "'ll", "'d"):
        return None
    return _promise(sentence, token, modal, subject) or _consent(sentence, token, modal, subject)


def _consent(sentence: Sentence, token: Token, modal: Token, subject: Token) -> Trigger | None:
    """'Norlandia says it will allow inspectors', 'said they would participate': what others asked for."""
    told = sentence.within is not None or is_reported(sentence, token)
    together = token.lemma == "participate" or (
        token.lemma == "take" and sentence.words(token.i, token.i + 2).lower().endswith(" part")
    )
    allows = (
        token.lemma in ("allow", "permit") and sentence.kid(token.i, "dobj", "ccomp") is not None
    )
    taken = sentence.tokens[token.i + 1 : token.i + 3]
    denied = any(t.lower in ("no", "nobody", "none") or t.lower.endswith("self") for t in taken)
    own = subject.lower in ("it", "they", "he", "she", "we", "i")  # not what others say of one
    if not told or not own or denied or not (together or allows):
        return None
    if condition_of(sentence, token) is not None:
        return None
    return Trigger(
        sentence,
        modal.start,
        token.end,
        "accept",
        subject.i,
        chars(sentence, object_of(sentence, token, token.i, "accept")[0]),
        rule="modal-consent",
        score=0.6,
    )


def _obligation(
    sentence: Sentence, token: Token, modal: Token, subject: Token, issued: bool
) -> Trigger | None:
    """'the rebels must leave', said by somebody."""
    reported = issued or sentence.within is not None or is_reported(sentence, token)
    nobody = subject.lower in ("nobody", "none", "one") or (
        subject.tag in ("PRP", "EX", "DT") and subject.lower in _NOBODY
    )
    if not reported or nobody or doubted(sentence, token) or token.lemma in _MINDED:
        return None  # 'That it is poor does not mean it should be barred'
    return Trigger(
        sentence,
        modal.start,
        token.end,
        "demand",
        None,
        chars(sentence, object_of(sentence, token, token.i, "demand")[0]),
        None,
        subject.i,
        speaker_holds=True,
        rule=f"modal-{modal.lower}",
        score=0.6,
    )


_MINDED = frozenset("know understand expect remember realise realize mature".split())
"""'should know', 'must understand': told to somebody's mind, asked of nobody's hands."""


def _refusal(sentence: Sentence, token: Token, modal: Token, subject: Token) -> Trigger | None:
    """'will not accept' refuses; 'cannot impose' is a limit on what the subject can do."""
    able = modal.lower in ("can", "could", "ca")
    if able:
        refuses = token.lemma in _CANNOT_REFUSES
    else:
        refuses = token.lemma not in words.NOT_REFUSED and not _tells_nothing(sentence, token)
        held = condition_of(sentence, token)
        opens = sentence.tokens[held[0]].lower if held is not None else ""
        refuses = refuses or opens in ("until", "till", "unless")
    if able and token.lemma in _CANNOT_REFUSES and _passive_thing(sentence, token):
        return _ruled_out(sentence, token, modal, subject)
    if token.lemma in _UNTOLERATED and not able and _passive_thing(sentence, token):
        return _ruled_out(sentence, token, modal, subject)
    if refuses and animate(subject):
        stance, rule, score = "reject", "modal-refusal", 0.75
        condition = condition_of(sentence, token)
        opener = sentence.tokens[condition[0]].lower if condition is not None else ""
        if opener in ("until", "till", "unless", "without"):
            stance, rule = "condition", "modal-refusal-until"
    elif able and token.lemma in _POWERLESS and not _passive_thing(sentence, token):
        stance, rule, score = "constraint", "modal-cannot", 0.6
        condition = None
    else:
        return None
    return Trigger(
        sentence,
        modal.start,
        token.end,
        stance,
        subject.i,
        chars(sentence, object_of(sentence, token, token.i, stance)[0]),
        chars(sentence, condition),
        rule=rule,
        score=score,
    )


def _ruled_out(sentence: Sentence, token: Token, modal: Token, subject: Token) -> Trigger | None:
    """'such a step cannot be accepted', said by somebody: who says it refuses."""
    if sentence.within is None and not is_reported(sentence, token):
        return None
    return Trigger(
        sentence,
        modal.start,
        token.end,
        "reject",
        None,
        chars(sentence, (sentence.edges[subject.i][0], sentence.edges[subject.i][1] + 1)),
        speaker_holds=True,
        rule="modal-ruled-out",
        score=0.65,
    )


def _no_longer(sentence: Sentence, token: Token) -> bool:
    """'will no longer tolerate'."""
    return [t.lower for t in sentence.tokens[max(0, token.i - 2) : token.i]] == ["no", "longer"]


def _tells_nothing(sentence: Sentence, token: Token) -> bool:
    """'would not say whether', 'will not make a statement': no news, no refusal."""
    made = sentence.kid(token.i, "dobj")
    return token.lemma in _TELLING or (
        token.lemma in ("make", "give")
        and made is not None
        and made.lemma in ("statement", "comment", "announcement", "detail", "interview")
    )


_TELLING = frozenset(
    "say comment elaborate specify speculate disclose announce reveal identify confirm".split()
)


def _passive_thing(sentence: Sentence, token: Token) -> bool:
    """'the case cannot be withdrawn': a limit in the passive binds nobody named."""
    return sentence.kid(token.i, "auxpass") is not None


def _bargain(sentence: Sentence, token: Token, modal: Token, subject: Token) -> Trigger | None:
    """'would return to the table if the shelling stopped': what one would do, and for what."""
    passive = sentence.kid(token.i, "auxpass") is not None
    binding = bargained(sentence, token.i + 1)
    held = binding or condition_of(sentence, token)
    if held is None or _threatens(sentence, token) or (not passive and not animate(subject)):
        return None
    opener = sentence.words(held[0], held[0] + 3).lower()
    bound = binding is not None and (not passive or not opener.endswith("long as"))
    if not bound and (token.lemma not in words.OBLIGING or not opener.startswith("if")):
        return None
    return Trigger(
        sentence,
        modal.start,
        token.end,
        "condition",
        None if passive else subject.i,
        chars(sentence, object_of(sentence, token, token.i, "condition")[0]),
        chars(sentence, held),
        speaker_holds=passive,
        rule="modal-bargain",
        score=0.65,
    )


def _promise(sentence: Sentence, token: Token, modal: Token, subject: Token) -> Trigger | None:
    """'would return only if' sets a condition; 'will attack unless' threatens."""
    passive = sentence.kid(token.i, "auxpass") is not None
    exclusive = None if passive else _exclusive_condition(sentence, token)
    if exclusive is not None:
        return Trigger(
            sentence,
            modal.start,
            token.end,
            "condition",
            subject.i if animate(subject) else None,
            chars(sentence, object_of(sentence, token, token.i, "condition")[0]),
            chars(sentence, exclusive),
            speaker_holds=not animate(subject),
            rule="modal-condition",
            score=0.8,
        )
    lasting = condition_of(sentence, token)
    if token.lemma in words.LASTING and lasting is not None and animate(subject) and not passive:
        opener = sentence.tokens[lasting[0]]
        start = sentence.words(lasting[0], lasting[0] + 3).lower()
        if opener.lower in ("until", "till", "unless") or start.endswith("long as"):
            return Trigger(
                sentence,
                modal.start,
                token.end,
                "ultimatum" if opener.lower == "unless" else "condition",
                subject.i,
                None,
                chars(sentence, lasting),
                rule="modal-until",
                score=0.7,
            )
    told = sentence.within is not None or sentence.told_at(token)
    impersonal = passive and subject.lower not in ("they", "we")
    if not _threatens(sentence, token) or (impersonal and not told):
        return None
    if subject.tag in ("DT", "EX", "WDT", "CD"):
        return None
    condition = condition_of(sentence, token)
    if condition is None and impersonal and sentence.tokens[0].lower == "unless":
        comma = sentence.find(lambda t: t.tag == ",", 1, token.i)
        condition = (0, comma) if comma is not None else None
    if condition is None:
        later = next((k for k in sentence.kids(token.i, "conj") if k.lemma in words.ACTS), None)
        condition = condition_of(sentence, later) if later is not None else None
    if condition is None or (
        token.dep == "conj" and sentence.tokens[token.head].lemma in words.ACTS
    ):
        return None
    denies = _UNLESS.search(sentence.words(*condition).lower())
    deadline = _BY_WHEN.search(sentence.words(0, len(sentence)).lower())
    if impersonal and not (denies and deadline and token.lemma in _BARRED):
        return None  # 'the road will be closed if it snows'
    return Trigger(
        sentence,
        modal.start,
        token.end,
        "ultimatum"
        if denies and (deadline or _asked_of(sentence, token, condition))
        else "threaten",
        None if impersonal else subject.i,
        None,
        chars(sentence, condition),
        speaker_holds=impersonal,
        rule="modal-threat",
        score=0.75,
    )


def _asked_of(sentence: Sentence, token: Token, condition: Range) -> bool:
    """'would kill her if Norlandia does not end its support': what somebody has to do."""
    doers = (t for t in sentence.tokens[slice(*condition)] if t.dep == "nsubj" and animate(t))
    return token.lemma not in ("consider", "weigh") and next(doers, None) is not None


def _nothing(sentence: Sentence, token: Token) -> bool:
    """'will make no concessions', 'would take no lessons': denied by its object."""
    taken = sentence.kid(token.i, "dobj")
    if taken is not None and token.lemma in ("impose", "set") and "condition" in taken.lemma:
        return False  # 'would impose no conditions' refuses nothing
    determiner = sentence.kid(taken.i, "det") if taken is not None else None
    return determiner is not None and determiner.lower == "no"


def _threatens(sentence: Sentence, token: Token) -> bool:
    if token.lemma in words.ACTS:
        return True
    weighed = sentence.kid(token.i, "dobj")
    if token.lemma == "open" and weighed is not None and weighed.lemma == "fire":
        return True
    return (
        token.lemma in ("consider", "take", "weigh", "use", "seek")
        and weighed is not None
        and (
            weighed.lemma in words.THREATENED
            or any(
                t.lemma == "sanction"
                for t in sentence.tokens[weighed.i : sentence.edges[weighed.i][1] + 1]
            )
        )
    )


_BARRED = frozenset("close shut block suspend cancel storm attack seize".split())
_NOBODY = frozenset("i we there this that you one".split())
_UNLESS = re.compile(r"\b(?:no|not|n't|unless|fails?|refuses?|without)\b")
_BY_WHEN = re.compile(r"\b(?:within|by|before|hours|days|weeks|until)\b")


_CANNOT_REFUSES = frozenset(
    "accept agree sign negotiate allow tolerate recognise recognize support surrender concede discuss "
    "talk".split()
)
_UNTOLERATED = frozenset("tolerate accept allow permit".split())
_POWERLESS = frozenset(
    "impose force compel guarantee deliver dictate enforce survive cope reach afford intervene "
    "interfere withdraw ask order overrule renew spare supply release".split()
)


def animate(token: Token) -> bool:
    """Whether a subject can hold a stance: a name, a pronoun for people, a body or a role."""
    named = token.entity in ("PERSON", "ORG", "GPE", "NORP")
    return (
        named
        or token.tag == "PRP"
        or (token.is_name and token.lower in ("north", "south", "west"))
        or token.lower in roles.GROUPS | {"country", "nation"}
        or token.lemma in roles.ROLES
    )


def _exclusive_condition(sentence: Sentence, token: Token) -> Range | None:
    """'would return only if', 'would only resume if', 'as soon as': nothing without the condition."""
    only = any(k.lower == "only" for k in sentence.kids(token.i, "advmod"))
    for clause in sentence.kids(token.i, "advcl"):
        low, high = sentence.edges[clause.i]
        start = sentence.words(low, low + 3).lower()
        before = sentence.tokens[low - 1].lower if low else ""
        if start.startswith("only ") or (
            before == "only" and start.startswith(("if", "when", "after", "once"))
        ):
            return low, high + 1
        if (only and start.startswith(("if", "when", "after", "once"))) or start.startswith(
            ("as soon as", "provided", "on condition", "once")
        ):
            return low, high + 1
    return None


def is_reported(sentence: Sentence, token: Token) -> bool:
    """Tell whether the word is in what somebody said, or a reporting verb governs it."""
    if sentence.told_at(token):
        return True
    return any(
        g.lemma
        in (
            "say",
            "tell",
            "add",
            "insist",
            "argue",
            "stress",
            "warn",
            "state",
            "declare",
            "maintain",
            "note",
            "reiterate",
            "claim",
            "emphasize",
            "emphasise",
            "underline",
        )
        for g in sentence.ancestors(token.i)
    )
