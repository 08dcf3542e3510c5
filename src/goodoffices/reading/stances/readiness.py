"""Stances by adjectives: "are ready to meet", "willing to consider", "is alarmed by", "sceptical of"."""

from collections.abc import Iterator

from goodoffices.reading.english import stances as words
from goodoffices.reading.grammar.irrealis import is_conditional
from goodoffices.reading.grammar.nouns import can_speak, is_thing
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.stances.triggers import (
    Trigger,
    bargained,
    chars,
    condition_of,
    doubted,
    negated,
    relative_antecedent,
)

_READY = frozenset("willing ready prepared happy glad inclined".split())
_BE = frozenset("be remain stand seem appear feel 'm 're 's ’m ’re ’s".split())
_DENIALS = frozenset("not n't n’t never no hardly yet".split())
_TOWARDS = frozenset("by about at over of that with to in".split())
_HELPING = frozenset("support back endorse".split())
_AGREED = words.MEETING | frozenset(
    "start conclude wait form observe delay pay join resume return rejoin".split()
)
"""What one is ready for in answer to others; anything else one offers."""
_CONSENTING = frozenset("accept agree consider recognise recognize respect honour honor".split())
_HOSTILE = frozenset(
    "fight attack strike use respond retaliate defend die kill shoot shell bomb storm act".split()
)


def readiness_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield what holders say they are ready for, and what worries or pleases them."""
    for token in sentence.tokens:
        if token.virtual:
            continue
        found = (
            _ready(sentence, token)
            if token.lower in _READY
            else _moved(sentence, token)
            if token.lower in words.WORRIED | words.PLEASED
            else _opposed(sentence, token)
            if token.lower == "opposed"
            else None
        )
        if found is not None:
            yield found


def _ready(sentence: Sentence, token: Token) -> Trigger | None:
    """'is ready to hold talks' agrees, 'ready to mediate' offers, 'not ready to' refuses."""
    following = sentence.tokens[token.i + 1 : token.i + 4]
    if not following or following[0].lower not in ("to", "for"):
        return None
    act = next((t for t in following[1:] if t.tag == "VB"), None)
    if following[0].lower == "to" and act is None:
        return None
    governor = sentence.tokens[token.head]
    if token.tag == "VBD":
        return None  # 'as they prepared for the talks'
    low, subject = _bearer(sentence, token, governor)
    if subject is None or subject.virtual or is_thing(subject):
        return None
    if doubted(sentence, token) or is_conditional(sentence, governor):
        return None
    before = {t.lower for t in sentence.tokens[low : token.i]}
    denied = bool(before & _DENIALS - {"yet"}) or negated(sentence, governor)
    denied = denied or (low == token.i and negated(sentence, token))
    last = act or following[0]
    condition = (
        condition_of(sentence, act or token)
        or condition_of(sentence, governor)
        or bargained(sentence, last.i + 1)
        or _once_done(sentence, last)
        or _trailing(sentence, last)
    )
    gives_up = last.lemma == "give" and sentence.next_word(last.i) == "up"
    return Trigger(
        sentence,
        sentence.tokens[low].start,
        last.end,
        _stance(act, denied, condition is not None, gives_up),
        subject.i,
        chars(sentence, (last.i + 1, sentence.edges[last.i][1] + 1)),
        chars(sentence, condition),
        rule="ready",
        score=0.8,
    )


def _trailing(sentence: Sentence, last: Token) -> tuple[int, int] | None:
    """'say they are willing to observe a truce, if terms are met': hung to 'say' by the parser."""
    for comma in sentence.tokens[last.i + 1 : last.i + 9]:
        if comma.tag != ",":
            continue
        opener = sentence.tokens[comma.i + 1 : comma.i + 2]
        bound = bool(opener) and opener[0].lower in ("if", "provided")
        return (comma.i + 1, len(sentence)) if bound else None
    return None


def _once_done(sentence: Sentence, last: Token) -> tuple[int, int] | None:
    """'would be prepared to lift them when Norway complied': another's act comes first."""
    if sentence.within is None and not sentence.told_at(last):
        return None
    for when in sentence.tokens[last.i + 1 : last.i + 12]:
        if when.tag in (",", "''"):
            return None
        if when.lower == "when":
            following = sentence.tokens[when.i + 1 :]
            stop = next((t.i for t in following if t.tag in (",", "''", ".")), len(sentence))
            doer = next((t for t in following[:3] if t.is_noun), None)
            party = doer is not None and (can_speak(doer) or doer.entity == "GPE")
            return (when.i, stop) if party else None
    return None


def _stance(act: Token | None, denied: bool, conditional: bool, gives_up: bool) -> str:
    if denied:
        return "reject"
    lemma = act.lemma if act is not None else ""
    if lemma in _HOSTILE:
        return "threaten"
    if conditional:
        consents = act is None or lemma in _AGREED | _CONSENTING
        return "provisionally_accept" if consents else "condition"
    if lemma in ("consider", "accept", "compromise"):
        return "provisionally_accept"
    if lemma in _HELPING:
        return "support"
    if lemma in words.GIVING_UP or gives_up:
        return "concede"
    return "accept" if act is None or lemma in _AGREED else "propose"


def _bearer(sentence: Sentence, token: Token, governor: Token) -> tuple[int, Token | None]:
    """First token of the verb group, and whose readiness it is."""
    if governor.lemma in _BE and governor.i < token.i:
        low = min(
            [governor.i, *(k.i for k in sentence.kids(governor.i, "aux", "neg") if k.i < token.i)]
        )
        subject = sentence.subject(governor.i)
        if subject is not None and subject.lower in ("who", "which", "that"):
            subject = relative_antecedent(sentence, governor)
        return low, subject
    if governor.is_noun and governor.i == token.i - 1:
        return token.i, governor
    subject = sentence.subject(token.i)
    return token.i, subject if subject is not None and subject.i < token.i else None


def _opposed(sentence: Sentence, token: Token) -> Trigger | None:
    """'extremists opposed to the truce': a stance in passing."""
    before = sentence.tokens[token.i - 1] if token.i else None
    if before is None or sentence.words(token.i + 1, token.i + 2).lower() != "to":
        return None
    if before.tag not in ("NNS", "NNPS") and not can_speak(before):
        return None
    return Trigger(
        sentence, token.start, token.end, "reject", before.i, None, rule="opposed", score=0.6
    )


def _moved(sentence: Sentence, token: Token) -> Trigger | None:
    """'says it is alarmed by the closure', 'are sceptical of the offer', 'was optimistic about'."""
    following = sentence.tokens[token.i + 1 : token.i + 2]
    if not following or following[0].lower not in _TOWARDS:
        return None
    before = sentence.tokens[max(0, token.i - 3) : token.i]
    be = next((t for t in reversed(before) if t.lemma in _BE or t.lower in ("'s", "'re")), None)
    if be is None or any(t.lower in _DENIALS for t in before):
        return None
    if token.lower in words.PLEASED | {"critical"} and following[0].lower == "to":
        return None
    if doubted(sentence, token):
        return None  # 'they cannot say they are concerned'
    subject = sentence.subject(token.i) or sentence.subject(be.i) or sentence.subject(token.head)
    if subject is None or subject.virtual or subject.tag == "EX" or is_thing(subject):
        return None
    return Trigger(
        sentence,
        be.start,
        following[0].end,
        "disapprove" if token.lower in words.WORRIED else "support",
        subject.i,
        chars(sentence, (token.i + 1, sentence.edges[token.i][1] + 1)),
        rule="moved",
        score=0.6,
    )
