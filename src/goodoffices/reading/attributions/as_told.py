"""'As Harbour's Crane said, the two are alike', 'It was always the plan, as Crane said': told with 'as'."""

from goodoffices.reading.attributions.content_ends import TIME_WORDS, has_finite
from goodoffices.reading.attributions.cues import Cue
from goodoffices.reading.grammar.syntax import Sentence

Range = tuple[int, int]
_TOLD = frozenset("say note explain argue state observe acknowledge".split())


def as_told(sentence: Sentence, cue: Cue, floor: int) -> Range | None:
    """Return the clause that 'as X said' lends to its speaker: behind its comma, or before it."""
    verb = sentence.tokens[cue.i]
    mark = sentence.kid(verb.i, "mark")
    if mark is None or mark.lower != "as" or verb.dep != "advcl" or cue.lemma not in _TOLD:
        return None
    if mark.i == 0 or sentence.tokens[mark.i - 1].tag == "CC":
        comma = cue.high  # 'As Noor said in court, the judge shook her head' sets the scene
        if sentence.tag_at(comma) != "," or not has_finite(sentence, comma):
            return None
        return sentence.trimmed(comma + 1, len(sentence))
    closes = all(
        t.tag in (".", "IN") or t.entity == "DATE" or t.lower in TIME_WORDS
        for t in sentence.tokens[cue.high :]
    )
    low, high = sentence.trimmed(floor, mark.i)
    apart = sentence.tag_at(mark.i - 1) == ","
    return (low, high) if closes and apart and has_finite(sentence, low, high) else None
