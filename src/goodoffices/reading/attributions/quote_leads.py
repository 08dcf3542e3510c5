"""What waits for a quotation outside its marks: 'With so many stations, “there is no one way,” he said'."""

from goodoffices.reading.attributions.content_ends import has_finite
from goodoffices.reading.attributions.cues import Cue, cue_lemma
from goodoffices.reading.attributions.interrupted import ASKED
from goodoffices.reading.attributions.noun_phrases import SourceRange
from goodoffices.reading.english import cues as words
from goodoffices.reading.grammar.syntax import Sentence

Range = tuple[int, int]
_CONDITIONS = frozenset("if unless because once until without whether".split())
_PLACED = frozenset("in at on during after before following amid over through since".split())
"""A phrase with these may be where, or when, it was said."""
_SCENES = frozenset("as while when after before".split())
_SAID_IN = ("in other words", "in cases of", "in the case", "as for the")


def lead_of_quotation(
    sentence: Sentence, cue: Cue, source: SourceRange, low: int
) -> tuple[Range, bool] | None:
    """Return the words before a quotation that are said with it, and whether they touch it.

    'The truth is, he added, “there are no records”', 'Many were old, he said, and “I had to think”',
    'If they came, Noor wrote, “the road would close”'.
    """
    at, quote = sentence.gaps[0]
    group = min(cue.low, source.low)
    if at <= group:
        touches = quote.small and low < at and _before_quotation(sentence, low, at)
        return ((low, at - 1), True) if touches else None
    edge = group - 1
    marked = any(0 <= sentence.tokens[group].start - q.end <= 2 for q in sentence.quoted)
    if edge - low < 3 or (sentence.tokens[edge].tag != "," and not marked):
        return None
    edge += sentence.tokens[edge].tag != ","
    if _unfinished(sentence, low, edge) or _said_too(sentence, cue, source, low, edge):
        return (low, edge), False
    return None


def rest_of_quotation(
    sentence: Sentence, cue: Cue, source: SourceRange | None
) -> tuple[int, int] | None:
    """'“I love the river,” he said, but “when it comes to the dam, …”': he goes on in new marks."""
    if not sentence.gaps or sentence.gaps[-1][0] > cue.low:
        return None
    at = max(cue.high, source.high if source is not None else 0)
    for quote in sentence.quoted:
        first = sentence.find(lambda t, q=quote: t.start >= q.start, at)  # type: ignore[misc]
        if first is None:
            continue
        between = [t.tag for t in sentence.tokens[at:first]]
        long = sum(quote.start <= t.start < quote.end for t in sentence.tokens) > 3
        closes = quote.end >= sentence.end - 2
        return (quote.start, quote.end) if between == [",", "CC"] and long and closes else None
    return None


def _before_quotation(sentence: Sentence, low: int, at: int) -> bool:
    """'With thousands of stations, “there is …,” he said': a phrase without a cue of its own."""
    lead = sentence.tokens[low:at]
    scene = lead[0].tag in ("IN", "RB") or lead[0].entity in ("DATE", "TIME")
    occasion = any(t.lower in ASKED for t in lead) or (
        scene and any(t.lemma in words.OCCASIONS or t.entity in ("DATE", "TIME") for t in lead)
    )
    return (
        len(lead) > 3
        and lead[-1].tag == ","
        and not any(t.virtual for t in lead)
        and lead[0].tag not in ("VBG", "VBN")
        and lead[0].lower not in ("to", "despite")  # 'To the surprise of many, “…,” he said'
        and not occasion
        and not _reported(sentence, low, at)
    )


def _unfinished(sentence: Sentence, low: int, edge: int) -> bool:
    """'The truth is, he added, “…”', '“If it fails” for us, he said, “…”'."""
    last = sentence.tokens[edge - 1]
    opener = sentence.quoted[0] if sentence.quoted else None
    quoted = opener is not None and 0 <= sentence.tokens[low].start - opener.start <= 2
    commas = any(t.tag == "," for t in sentence.tokens[low:edge])
    return quoted or (last.lower in ("is", "was") and not commas)


def _said_too(sentence: Sentence, cue: Cue, source: SourceRange, low: int, edge: int) -> bool:
    """A condition, or a whole clause that 'and' or a small letter joins to the quotation."""
    at, quote = sentence.gaps[0]
    first = sentence.tokens[low]
    if _reported(sentence, low, edge) or any(t.lower in ASKED for t in sentence.tokens[low:edge]):
        return False
    group = sentence.tokens[min(cue.low, source.low)].start
    if any(0 <= group - q.end <= 2 for q in sentence.quoted):
        return has_finite(sentence, low, edge) and first.tag not in (
            "IN",
            "WRB",
            "VBG",
        )  # 'The “anger is new,” he told them, “and …”'
    after = sentence.tokens[max(cue.high, source.high) : at]
    if len(after) > 2 or not after or after[0].tag not in (",", ":"):
        return False
    if first.lower in _CONDITIONS:
        return quote.small or after[0].tag == ","
    if sentence.words(low, low + 2).lower() == "as for":
        return quote.small
    if sentence.words(low, low + 3).lower() in _SAID_IN:
        return quote.small
    whole = has_finite(sentence, low, edge)
    if (len(after) == 2 and after[1].tag == "CC") or after[0].tag == ":":
        return whole and first.tag not in ("IN", "WRB", "VBG", "VBN")
    if first.tag == "RB" and sentence.tag_at(low + 1) == "IN":
        return quote.small and not any(
            t.entity in ("DATE", "TIME") for t in sentence.tokens[low:edge]
        )
    if whole and first.lower in _SCENES and any(t.tag == "VBD" for t in sentence.tokens[low:edge]):
        return False  # 'As the army advanced, the ministry said, “we will stay”'
    return quote.small and (whole or (first.tag == "IN" and first.lower not in _PLACED))


def _reported(sentence: Sentence, low: int, high: int) -> bool:
    return any(
        t.tag in ("VBD", "VBZ", "VBP", "VBG") and cue_lemma(t) in words.REPORTING
        for t in sentence.tokens[low:high]
    )
