"""One attribution as it stands in a sentence: source mention, cue, fragments."""

from dataclasses import dataclass, field

from goodoffices.reading.attributions.cues import Cue
from goodoffices.reading.attributions.noun_phrases import SourceRange
from goodoffices.reading.grammar.syntax import Sentence
from goodoffices.reading.text.marks import Quote
from goodoffices.record.model import StatementKind

CharSpan = tuple[int, int]


@dataclass
class Attribution:
    """One attribution found in ``sentence``; fragments are code-point ranges of the stored text."""

    sentence: Sentence
    cue: Cue | None
    source: SourceRange | None
    fragments: list[CharSpan] = field(default_factory=list)
    direct: list[Quote] = field(default_factory=list)
    kind: StatementKind = "indirect"
    category: str = "reported_speech"
    rule: str = ""
    score: float = 0.5
    inside: "Attribution | None" = None


def finished(result: Attribution) -> Attribution:
    """Say of an attribution whether words between marks make it mixed; without a source it counts less."""
    if not result.direct and any(
        _covers(span, quote) for span in result.fragments for quote in result.sentence.quoted
    ):
        result.kind = "mixed"
    if result.source is None:
        result.score *= 0.7
    return result


def _covers(span: CharSpan, quote: Quote) -> bool:
    return min(span[1], quote.end) - max(span[0], quote.start) > (quote.end - quote.start) / 2


def char_span(sentence: Sentence, low: int, high: int) -> CharSpan:
    """Return the stored text's range for tokens [low, high), taking in quotation marks at its edges."""
    start = sentence.tokens[low].start
    end = max(sentence.tokens[high - 1].end, start)
    for quote in sentence.quoted:
        if quote.start <= start < quote.end:
            start = quote.start if start <= quote.inner_start + 1 else start
        if quote.start < end <= quote.end:
            end = quote.end
    return start, end


def outermost(fragments: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """'complained that traders, “who suffer”, had not': a quotation inside the clause is part of it."""
    return [
        f for f in fragments if not any(o != f and o[0] <= f[0] and f[1] <= o[1] for o in fragments)
    ]
