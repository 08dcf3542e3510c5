"""'according to': whose the words before or behind it are, and where they begin and end."""

from goodoffices.reading.attributions.content_ends import has_finite
from goodoffices.reading.attributions.cues import Cue
from goodoffices.reading.attributions.noun_phrases import SourceRange
from goodoffices.reading.attributions.said import Attribution, char_span, finished
from goodoffices.reading.attributions.sources import find_source
from goodoffices.reading.english import roles
from goodoffices.reading.grammar.syntax import FINITE, Sentence


def according(sentence: Sentence, cue: Cue, floor: int) -> Attribution | None:
    """Return what 'according to X' lends to X: quotations, the clause before it, or the one behind.

    ``floor`` is the first token that no earlier attribution has taken.
    """
    source = find_source(sentence, cue)
    if source is None:
        return None
    if sentence.tokens[source.head - 1].lower == "leaked":
        return None
    if cue.low and sentence.tokens[cue.low - 1].lower == "not":
        return None  # 'not according to the overall vote'
    if sentence.tokens[cue.high].tag == "WRB":
        return None  # 'according to how well a party does'
    result = Attribution(sentence, cue, source, rule="according-to", score=0.9)
    gaps = [quote for _, quote in sentence.gaps]
    if gaps:
        result.direct, result.kind = gaps, "direct"
        result.fragments = [(q.start, q.end) for q in gaps]
        return result
    parts = [t.i for t in sentence.tokens if t.text == ";"]
    joined = floor > 0
    floor = max([floor, *(i + 1 for i in parts if i < cue.low)])
    ends = min([len(sentence), *(i for i in parts if i > cue.high)])
    low, high = sentence.trimmed(floor, cue.low)
    if high > low and [t.lower for t in sentence.tokens[max(0, high - 2) : cue.low]] == [
        "learned",
        "that",
    ]:
        low = high  # 'Wikinews has learned that according to a posting, the site'
    inside = _inside_relative(sentence, cue, source) or _inside_clause(sentence, cue, source)
    if inside is not None:
        result.fragments.append(char_span(sentence, *inside))
        return finished(result)
    if joined and not has_finite(sentence, low, high):
        return None
    if high - low >= 2:
        result.fragments.append(char_span(sentence, low, high))
        after = _comma_after(sentence, source.head)
        goes_on = after is not None and sentence.tag_at(after + 1) in FINITE
        unfinished = sentence.tokens[high - 1].lower in ("is", "was", "are", "were", "has", "had")
        if after is not None and (
            goes_on or unfinished or not any(t.tag in FINITE for t in sentence.tokens[low:high])
        ):
            low, high = sentence.trimmed(after + 1, ends)
            if low < high:
                result.fragments.append(char_span(sentence, low, high))
    else:
        unparted = _unparted(sentence, cue)
        if unparted is not None:
            result.source, clause = unparted
            result.fragments.append(char_span(sentence, *clause))
            return finished(result)
        comma = _comma_before_clause(sentence, cue)
        if comma is None:
            return None
        low, high = sentence.trimmed(comma + 1, ends)
        verbless = not has_finite(sentence, low, high)
        if verbless and (high - low < 4 or _is_role(sentence, low, high)):
            return (
                None  # 'According to Kern, the move reeks of fear': a verb may be taken for a noun
            )
        result.source = SourceRange(
            source.low, min(source.high, comma), min(source.head, comma - 1)
        )
        result.fragments.append(char_span(sentence, low, high))
    return finished(result)


def _unparted(sentence: Sentence, cue: Cue) -> tuple[SourceRange, tuple[int, int]] | None:
    """'According to Rathbun the land was sold': no comma between the name and the clause."""
    at = cue.high
    while at < len(sentence) and sentence.tokens[at].text[:1].isupper():
        at += 1
    if not cue.high < at < len(sentence) - 1 or sentence.tokens[at].lower not in _CLAUSE_OPENERS:
        return None
    low, high = sentence.trimmed(at, len(sentence))
    verb = sentence.find(lambda t: t.tag in FINITE, low, high)
    if verb is None or any(t.tag == "," for t in sentence.tokens[low:verb]):
        return None
    return SourceRange(cue.high, at, at - 1), (low, high)


_CLAUSE_OPENERS = frozenset("the a an his her its their there it they he she this these".split())


def _inside_relative(sentence: Sentence, cue: Cue, source: SourceRange) -> tuple[int, int] | None:
    """'the stance which, according to him, had led to this': only the relative clause is his."""
    before = sentence.tokens[max(0, cue.low - 2) : cue.low]
    if before and before[-1].lower in ("which", "who"):  # 'others who according to him fled'
        verb = sentence.find(lambda t: t.tag in FINITE or t.tag == "VBN", source.head + 1)
        near = verb is not None and verb - source.head < 4
        return (
            sentence.trimmed(verb, _goes_on(sentence, verb)) if near and verb is not None else None
        )
    if len(before) < 2 or before[0].lower not in ("which", "who") or before[1].tag != ",":
        return None
    comma = _comma_after(sentence, source.head)
    if comma is None or comma + 2 >= len(sentence):
        return None
    low, high = sentence.trimmed(comma + 1, _goes_on(sentence, comma + 1))
    object_of = before[0].lower == "which" and has_finite(sentence, low, high)
    if object_of and sentence.tokens[low].tag in ("DT", "NNP", "PRP", "NNS"):
        return low, high  # 'boats which, according to AFP, the two have criticised'
    return (low, high) if low < high and sentence.tokens[low].tag in FINITE else None


def _goes_on(sentence: Sentence, low: int) -> int:
    """Index of the comma behind which the clause around a relative one goes on: ', returned'."""
    for token in sentence.tokens[low + 1 : -1]:
        if token.tag == "," and sentence.tokens[token.i + 1].tag in FINITE:
            return token.i
    return len(sentence)


def _inside_clause(sentence: Sentence, cue: Cue, source: SourceRange) -> tuple[int, int] | None:
    """'when, according to police, they ran': what the conjunction opens is told, not what precedes it."""
    before = sentence.tokens[max(0, cue.low - 2) : cue.low]
    opens = len(before) == 2 and before[1].tag == "," and before[0].lower in _OPENS_CLAUSE
    comma = _comma_after(sentence, source.head) if opens else None
    if comma is None or not has_finite(sentence, comma):
        return None
    low, high = sentence.trimmed(comma + 1, len(sentence))
    return (low, high) if low < high else None


_OPENS_CLAUSE = frozenset("when where while because although that after and but".split())


def _comma_after(sentence: Sentence, index: int) -> int | None:
    return sentence.find(lambda t: t.tag == ",", index + 1)


def _is_role(sentence: Sentence, low: int, high: int) -> bool:
    """'According to Ghafar, the Malaysian facilitator, …': an apposition, not the clause."""
    inside = sentence.tokens[low:high]
    return (
        bool(inside)
        and inside[0].tag in ("DT", "NN", "NNP", "JJ", "PRP$")
        and any(t.lemma in roles.ROLES for t in inside)
        and not any(t.tag in FINITE for t in inside)
    )


def _comma_before_clause(sentence: Sentence, cue: Cue) -> int | None:
    """The comma that ends 'According to X, Y's paper, …': a subject and its verb follow it."""
    commas = [t.i for t in sentence.tokens[cue.high :] if t.tag == ","]
    if len(commas) > 1 and _is_role(sentence, commas[0] + 1, commas[1]):
        return commas[1]
    for comma in commas:
        for verb in sentence.tokens[comma + 1 :]:
            if verb.tag not in FINITE and verb.dep not in ("ROOT", "ccomp"):
                continue
            subject = sentence.subject(verb.i) or sentence.subject(verb.head)
            if subject is None or subject.tag in ("WDT", "WP"):
                continue  # 'According to Interfax, which quoted the mayor, the road'
            if sentence.edges[subject.i][0] in range(comma + 1, comma + 4):
                return comma
    return commas[0] if commas else None
