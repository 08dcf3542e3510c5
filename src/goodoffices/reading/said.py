"""One attribution as it stands in a sentence: source mention, cue, fragments."""

from dataclasses import dataclass, field

from goodoffices.reading.cues import Cue
from goodoffices.reading.marks import Quote
from goodoffices.reading.noun_phrases import SourceRange
from goodoffices.reading.syntax import Sentence
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
