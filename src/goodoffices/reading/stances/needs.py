"""What a speaker says is needed, or that others have to do: "we need guarantees", "you have to show"."""

from collections.abc import Iterator

from goodoffices.reading.grammar.irrealis import is_conditional
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.stances.modals import is_reported
from goodoffices.reading.stances.triggers import Trigger, chars, doubted, negated

_NOBODY = frozenset({"it", "there", "this", "that", "one", "what", "which"})


def need_triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield demands put as a need, and refusals: 'no longer needs the loan'."""
    for token in sentence.tokens:
        if token.virtual or not token.is_verb:
            continue
        last = _needed(sentence, token)
        if last is None or not _said(sentence, token):
            continue
        if negated(sentence, token) or doubted(sentence, token):
            continue
        spared = sentence.words(max(0, token.i - 2), token.i).lower() == "no longer"
        yield Trigger(
            sentence,
            sentence.tokens[token.i - 2].start if spared else token.start,
            last.end,
            "reject" if spared else "demand",
            None,
            chars(sentence, (last.i + 1, sentence.edges[token.i][1] + 1)),
            speaker_holds=True,
            rule="need",
            score=0.78,
        )


def _said(sentence: Sentence, token: Token) -> bool:
    if is_conditional(sentence, token):
        return False
    if any(k.tag == "MD" for k in sentence.kids(token.i, "aux")):
        return False
    return sentence.within is not None or is_reported(sentence, token)


def _needed(sentence: Sentence, token: Token) -> Token | None:
    """The last word of the need: 'needs to hold', 'have to show', 'need guarantees', 'is needed'."""
    if token.dep == "relcl" or any(k.lower == "what" for k in sentence.kids(token.i, "nsubjpass")):
        return None  # 'the votes they need', 'what is needed'
    if token.lemma == "need" and token.tag == "VBN":
        return token if sentence.kid(token.i, "auxpass") is not None else None
    subject = sentence.subject(token.i)
    if subject is None or subject.virtual or subject.lower in _NOBODY:
        return None
    act = sentence.kid(token.i, "xcomp", "ccomp")
    to = act is not None and any(k.tag == "TO" for k in sentence.kids(act.i, "aux"))
    present = token.tag in ("VBZ", "VBP", "VB")
    if token.lemma == "have":
        if (
            token.dep in ("csubj", "relcl")
            or sentence.words(subject.i - 1, subject.i).lower() == "all"
        ):
            return None  # 'all they have to do is'
        own = subject.lower in ("i", "we")
        return (
            act if to and act is not None and present and not own and act.i == token.i + 2 else None
        )
    if token.lemma != "need":
        return None
    if to and act is not None and act.i - token.i <= 4:
        return act
    taken = sentence.kid(token.i, "dobj")
    return token if present and taken is not None and taken.tag != "PRP" else None
