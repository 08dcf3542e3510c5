"""The 'that' a cue governs, wherever it stands: "said on Monday, citing the weather, that the road …"."""

from goodoffices.reading.attributions.content_ends import TIME_WORDS, has_finite
from goodoffices.reading.attributions.cues import Cue
from goodoffices.reading.english import cues as words
from goodoffices.reading.grammar.syntax import FINITE, Sentence, Token


def after_that(sentence: Sentence, cue: Cue, begin: int) -> int | None:
    """Index after the complementiser 'that' (or 'how') before any other finite verb."""
    clause_end = _time_clause(sentence, cue)
    apart = begin < len(sentence) - 1 and sentence.tokens[begin].tag == ","
    apart = apart and sentence.tokens[begin + 1].tag == "IN" and bool(sentence.gaps)
    if _opens_clause(sentence, cue, begin):
        return None
    behind = _that_after_reason(sentence, begin)
    if behind is not None:
        return behind
    for token in sentence.tokens[begin:]:
        # 'told a session, in a statement, that coal was'
        loose = token.tag == "DT" and sentence.tokens[token.i - 1].tag == ","
        loose = loose and cue.lemma in words.ADDRESSED
        if token.lower == "that" and (loose or token.tag in ("IN", "WDT") or token.dep == "mark"):
            if apart and sentence.tokens[token.i - 1].tag != ",":
                return None  # 'he said, in the first sign that the talks would go on'
            if _stands_for_a_noun(sentence, cue, token):
                return None
            return token.i + 1 if has_finite(sentence, token.i + 1) else None
        if token.i < clause_end:
            continue
        if token.tag in FINITE or token.i > cue.high + 20 or _gerund_ahead(sentence, token):
            return _that_after_aside(sentence, token, begin)
        if token.lower in words.PARTICIPLES and sentence.tokens[token.i - 1].tag in (
            ",",
            "CC",
            "IN",
        ):
            return None
    return None


def _stands_for_a_noun(sentence: Sentence, cue: Cue, that: Token) -> bool:
    """'the road that leads north': a pronoun; where its clause has a subject beside it, it opens speech."""
    subject = that.dep in ("nsubj", "nsubjpass")
    if that.tag != "WDT" or not (subject or that.dep == "dobj"):
        return False
    doers = [t for t in sentence.tokens[that.i + 1 : that.head] if t.dep == "nsubj"]
    if not doers:
        return True
    ahead = sentence.tokens[that.i - 1]
    if subject or ahead.entity in ("DATE", "TIME"):
        return False  # 'has argued since the spring that'
    if sentence.kid(that.head, "ccomp") is not None:
        return False  # 'said after the release that it did not believe they had it'
    if ahead.is_name and (cue.lemma in words.ADDRESSED or doers[0].head != that.head):
        return False  # 'told Harbour News that gaps had narrowed'
    heard = sentence.kid(cue.i, "dobj")
    apart = heard is not None and heard.i < that.i - 1 and cue.lemma in words.ADDRESSED
    # 'told them on the steps that he'
    return not (apart and sentence.tokens[min(that.i + 1, len(sentence) - 1)].tag == "PRP")


def _that_after_aside(sentence: Sentence, gerund: Token, begin: int) -> int | None:
    """'said on Monday, citing the weather, that the road was cut': the clause behind the aside."""
    if gerund.tag != "VBG" or sentence.tokens[gerund.i - 1].tag != ",":
        return None
    if any(t.tag in FINITE for t in sentence.tokens[begin : gerund.i]):
        return None
    comma = sentence.find(lambda t: t.tag == ",", gerund.i + 1, gerund.i + 9)
    if comma is None or sentence.words(comma + 1, comma + 2).lower() != "that":
        return None
    inside = any(t.tag in FINITE for t in sentence.tokens[gerund.i : comma])
    return comma + 2 if not inside and has_finite(sentence, comma + 2) else None


def _that_after_reason(sentence: Sentence, begin: int) -> int | None:
    """'told AFP, because he was not allowed to speak, that it was so': the clause behind the reason."""
    reason = sentence.find(lambda t: t.lower == "because", begin, begin + 9)
    if (
        reason is None
        or sentence.tokens[reason - 1].tag != ","
        or has_finite(sentence, begin, reason)
    ):
        return None
    comma = sentence.find(lambda t: t.tag == ",", reason + 1, reason + 24)
    if comma is None or sentence.next_word(comma) != "that":
        return None
    return comma + 2 if has_finite(sentence, comma + 2) else None


def _opens_clause(sentence: Sentence, cue: Cue, begin: int) -> bool:
    """'said reports that the road was cut were false': a subject follows the cue, 'that' is the noun's."""
    if cue.lemma in words.ADDRESSED or begin != cue.high or begin >= len(sentence):
        return False
    first = sentence.tokens[begin]
    noun = sentence.find(lambda t: t.is_noun, begin)
    if noun is None or first.entity in ("DATE", "TIME") or first.lower in TIME_WORDS:
        return False
    governor = sentence.tokens[sentence.tokens[noun].head]
    return first.tag in ("DT", "NN", "NNS", "NNP", "PRP$", "JJ") and (
        sentence.tokens[noun].dep in ("nsubj", "nsubjpass") and governor.i > noun
    )


def _time_clause(sentence: Sentence, cue: Cue) -> int:
    """'said after the deadline had passed that': index where the clause of time after the cue ends."""
    if cue.high >= len(sentence) or sentence.tokens[cue.high].lower not in _WHEN:
        return 0
    for token in sentence.tokens[cue.high + 1 : cue.high + 14]:
        if token.tag == ",":
            return 0
        if token.lower == "that" and token.dep == "mark":
            return token.i
    return 0


_WHEN = frozenset("after when as before while".split())


def _gerund_ahead(sentence: Sentence, token: Token) -> bool:
    """', also dismissing reports that': the complementiser behind a gerund is the gerund's."""
    before = sentence.tokens[token.i - 1]
    if before.tag == "RB" and token.i > 1:
        before = sentence.tokens[token.i - 2]
    return token.tag == "VBG" and before.tag == ","
