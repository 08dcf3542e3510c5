"""What stands between a cue and its clause: a day, an occasion, whom it was said to, stepped over."""

from goodoffices.reading.attributions.content_ends import TIME_WORDS, WEEKDAYS
from goodoffices.reading.attributions.cues import Cue
from goodoffices.reading.english import cues as words
from goodoffices.reading.english import places
from goodoffices.reading.grammar.syntax import FINITE, Sentence


def skip_speech(sentence: Sentence, low: int) -> int:
    """'told the committee, in a speech twice interrupted, small states were': step over the occasion."""
    if low < 1 or sentence.tokens[low - 1].tag != "," or sentence.tokens[low].lower != "in":
        return low
    comma = sentence.find(lambda t: t.tag == "," or t.tag in FINITE, low + 2, low + 12)
    if comma is None or sentence.tokens[comma].tag != ",":
        return low
    return comma + 1 if any(t.lemma in words.OCCASIONS for t in sentence.tokens[low:comma]) else low


def skip_occasion(sentence: Sentence, at: int) -> int:
    """'said after the convention he would': step over the occasion before a clause with a subject."""
    if sentence.tokens[at].lower not in _OCCASION:
        return at
    for token in sentence.tokens[at + 2 : at + 9]:
        if token.tag in FINITE or token.tag in (",", "WP", "WRB", "WDT"):
            return at
        edge = sentence.edges[token.i][0]
        if (
            token.dep in ("nsubj", "nsubjpass")
            and edge > at + 1
            and sentence.tokens[edge - 1].is_noun
        ):
            return edge  # 'said after the meeting all members believed'
        if token.dep in ("nsubj", "nsubjpass") and token.tag == "PRP":
            return at
    return at


_OCCASION = frozenset("after before during in at on from through via".split())


def skip_time(sentence: Sentence, low: int) -> int:
    """Step over 'on Monday', 'late Tuesday', 'Wednesday' at the head of a reported clause."""
    at = low = _past_place(sentence, low)
    while at < len(sentence) and sentence.tokens[at].lower in TIME_WORDS | {"that"}:
        if sentence.tokens[at].lower == "that" and at == low:
            break
        at += 1
    stretch = {t.lower for t in sentence.tokens[low:at]}
    if at == low or at >= len(sentence) or not stretch & WEEKDAYS:
        return low
    following = sentence.tokens[at]
    if (
        following.tag in FINITE
        or following.tag in ("POS", "NN", "NNS")
        or following.lower in (",", "and", "'s")
    ):
        return low
    return at


def _past_place(sentence: Sentence, low: int) -> int:
    """'said late on Friday in Geneva the road was cut': where it was said stands behind when."""
    if low < 1 or sentence.tag_at(low + 2) not in ("DT", "PRP", "PRP$"):
        return low
    when, place = sentence.tokens[low - 1], sentence.tokens[low + 1]
    placed = sentence.tokens[low].lower in ("in", "at") and place.entity == "GPE"
    return low + 2 if placed and when.entity in ("DATE", "TIME") else low


def skip_addressee(sentence: Sentence, cue: Cue, low: int) -> int:
    """'told Sky News Arabia Khartoum was open': a capital inside a run of names opens the clause."""
    if cue.lemma not in words.ADDRESSED or low != cue.high:
        return low
    at = low
    while at < len(sentence) and sentence.tokens[at].is_name:
        if (
            at > low
            and sentence.tokens[at].lower in places.CAPITALS
            and not sentence.tokens[at + 1 : at + 2][0].is_name
        ):
            return at
        at += 1
    return low
