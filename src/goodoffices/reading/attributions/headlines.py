"""Who says what a headline says: "No role for Assad: Tillerson", "Kremlin: U.S. to blame", "X says Y"."""

from goodoffices.reading.attributions.attribution import attribute, char_span
from goodoffices.reading.attributions.cues import Cue
from goodoffices.reading.attributions.noun_phrases import SourceRange
from goodoffices.reading.attributions.said import Attribution
from goodoffices.reading.english import roles
from goodoffices.reading.grammar.nouns import can_speak
from goodoffices.reading.grammar.syntax import FINITE, Sentence
from goodoffices.reading.names.gazetteer import table

_PAPERS = frozenset(
    "report study survey document documents letter statement memo lawsuit filing papers poll".split()
)
_SLUGS = frozenset(
    "writethru brief briefs update urgent lead feature factbox analysis exclusive roundup newsmaker "
    "interview timeline correction advisory opinion watch explainer live refile wrapup".split()
)
"""What an agency calls an item, before a colon or a dash."""
_LONGEST = 5  # words of a speaker's name beside a colon


def headline_attributions(sentence: Sentence) -> list[Attribution]:
    """Return what a headline attributes: by a verb with its clause, or by a name beside a colon or a dash."""
    found, _ = attribute(sentence)
    spoken = [
        a for a in found if a.source is not None and a.fragments and a.category == "reported_speech"
    ]
    if spoken:
        return [_without_slug(sentence, a) for a in spoken]
    if not sentence.tokens or any(t.lower in _SLUGS for t in sentence.tokens[:2]):
        return []
    verbless = _says(sentence) or _quotes(sentence)
    if verbless is not None:
        return [verbless]
    beside = _behind(sentence) or _before(sentence)
    if beside is None:
        return []
    source, (low, high) = beside
    spans = [char_span(sentence, low, high)]
    return [Attribution(sentence, None, source, spans, rule="headline-name", score=0.7)]


def _without_slug(sentence: Sentence, found: Attribution) -> Attribution:
    """'EXCLUSIVE: Kordan ready for talks, envoy says': what the agency calls the item is not said."""
    tokens = sentence.tokens
    if len(tokens) > 2 and tokens[0].lower in _SLUGS and tokens[1].text == ":":
        found.fragments = [(max(low, tokens[2].start), high) for low, high in found.fragments]
    return found


def _quotes(sentence: Sentence) -> Attribution | None:
    """'Sergei Lavrov: ‘We will not sign’': a name, a colon, nothing but a quotation."""
    tokens = sentence.tokens
    if len(sentence.gaps) != 1 or not 2 <= len(tokens) <= _LONGEST + 1 or tokens[-1].text != ":":
        return None
    head = tokens[-2]
    if not head.is_noun or not (can_speak(head) or head.is_name):
        return None
    quote = sentence.gaps[0][1]
    source = SourceRange(0, len(tokens) - 1, head.i)
    spans = [(quote.start, quote.end)]
    return Attribution(
        sentence, None, source, spans, [quote], "direct", rule="headline-name", score=0.7
    )


def _says(sentence: Sentence) -> Attribution | None:
    """'White House says Tillerson still in charge': a headline's clause may lack its verb."""
    at = sentence.find(lambda t: t.lower in ("says", "say") and t.tag in ("VBZ", "VBP"))
    if at is None or not 1 <= at <= _LONGEST or len(sentence) - at < 4:
        return None
    subject = sentence.subject(at)
    if subject is None or subject.i > at or not can_speak(subject):
        return None
    low, high = sentence.trimmed(at + 1, len(sentence))
    if sentence.tokens[low].lower in ("in", "on", "at", "nothing", "so", "goodbye", "no", "yes"):
        return None
    source = SourceRange(sentence.edges[subject.i][0], at, subject.i)
    spans = [char_span(sentence, low, high)]
    cue = Cue(at, at + 1, "finite", "say")
    return Attribution(sentence, cue, source, spans, rule="headline-says", score=0.65)


def _parted(sentence: Sentence) -> int | None:
    """Index of the only colon or dash that parts a headline."""
    marks = [
        t.i
        for t in sentence.tokens[1:-1]
        if t.text in (":", "—", "–", "--") or (t.text == "-" and _spaced(sentence, t.i))
    ]
    return marks[0] if len(marks) == 1 else None


def _spaced(sentence: Sentence, i: int) -> bool:
    before, dash, after = sentence.tokens[i - 1 : i + 2]
    return before.end < dash.start and dash.end < after.start


def _behind(sentence: Sentence) -> tuple[SourceRange, tuple[int, int]] | None:
    """'…: Tillerson', '… — Russia's top diplomat'."""
    at = _parted(sentence)
    if at is None:
        return None
    low = at + 1
    high = len(sentence) - (sentence.tokens[-1].tag == ".")
    words = sentence.tokens[low:high]
    if not 1 <= len(words) <= _LONGEST or any(
        t.is_verb or t.tag in FINITE or t.tag == "CD" for t in words
    ):
        return None
    head = next((t for t in reversed(words) if t.is_noun or t.lower in roles.ROLES), None)
    if head is None or at < 3:
        return None
    if sentence.tokens[at].text != ":" and _outlet(" ".join(t.lower for t in words)):
        return None  # '… face trial - BBC News': where the page stands
    if not (can_speak(head) or head.is_name or head.lower in roles.ROLES or head.lower in _PAPERS):
        return None
    return SourceRange(low, high, head.i), sentence.trimmed(0, at)


def _outlet(words: str) -> bool:
    known = table()
    return any(known.get(it, ("",))[0] == "media" for it in (words, words.removesuffix(" news")))


def _before(sentence: Sentence) -> tuple[SourceRange, tuple[int, int]] | None:
    """'Kremlin: U.S. to blame for …': a name or a role, then a clause."""
    at = _parted(sentence)
    if at is None or sentence.tokens[at].text != ":":
        return None
    words = sentence.tokens[:at]
    if not 1 <= len(words) <= _LONGEST or any(t.tag in FINITE for t in words):
        return None
    head = next((t for t in reversed(words) if t.is_noun), None)
    clause = sentence.tokens[at + 1 :]
    if head is None or not can_speak(head) or not any(t.is_verb or t.tag == "MD" for t in clause):
        return None
    return SourceRange(0, at, head.i), sentence.trimmed(at + 1, len(sentence))
