"""Quotations that no listed cue carries: 'in his words', a verb no list holds."""

from goodoffices.reading.attributions.cues import Cue
from goodoffices.reading.attributions.noun_phrases import SourceRange, noun_phrase
from goodoffices.reading.attributions.said import Attribution
from goodoffices.reading.attributions.sources import find_source
from goodoffices.reading.grammar.nouns import is_thing
from goodoffices.reading.grammar.syntax import FINITE, Sentence, Token, root_of
from goodoffices.reading.text.marks import Quote


def without_cue(sentence: Sentence, orphans: list[Quote]) -> Attribution | None:
    """Return who said quotations that no cue claims, where the sentence tells otherwise."""
    return (
        dash_name(sentence, orphans)
        or in_words_of(sentence, orphans)
        or was_answer(sentence, orphans)
        or unlisted_cue(sentence, orphans)
    )


def dash_name(sentence: Sentence, orphans: list[Quote]) -> Attribution | None:
    """'“We only want to farm.” — Martha Aguilar, farmer': the name behind the dash."""
    real = [t for t in sentence.tokens if not t.virtual]
    if len(real) < 2 or real[0].text not in ("-", "--") or sentence.gaps[0][0] != 0:
        return None
    if any(t.tag in FINITE for t in real) or len(real) > 25:
        return None
    low = next((t.i for t in real if t.text not in ("-", "--")), None)
    if low is None or not sentence.tokens[low].is_name:
        return None
    head = low
    while head + 1 < len(sentence) and sentence.tokens[head + 1].is_name:
        head += 1
    spans = [(q.start, q.end) for q in orphans]
    return Attribution(
        sentence,
        None,
        SourceRange(low, head + 1, head),
        spans,
        list(orphans),
        "direct",
        rule="quote-dash-name",
        score=0.8,
    )


def in_words_of(sentence: Sentence, orphans: list[Quote]) -> Attribution | None:
    """'Belvania, in his words, “has other suppliers”'; 'in the words of one diplomat'."""
    at = sentence.find(lambda t: t.lower == "words" and t.dep == "pobj")
    if at is None or sentence.tokens[sentence.tokens[at].head].lower != "in":
        return None
    of = sentence.kid(at, "prep")
    owner = sentence.kid(at, "poss") or (sentence.kid(of.i, "pobj") if of is not None else None)
    if owner is None:
        return None
    source = (
        SourceRange(owner.i, owner.i + 1, owner.i)
        if owner.tag == "PRP$"
        else noun_phrase(sentence, owner.i)
    )
    spans = [(q.start, q.end) for q in orphans]
    cue = Cue(at, at + 1, "act", "word")
    return Attribution(
        sentence, cue, source, spans, list(orphans), "direct", rule="in-words", score=0.8
    )


_ANSWERS = frozenset(
    "answer reply verdict response comment conclusion message assessment view advice".split()
)


def was_answer(sentence: Sentence, orphans: list[Quote]) -> Attribution | None:
    """'“Never,” was Falk's answer', 'Falk's verdict: “…”', 'For Falk, “there is no way back”'."""
    real = [t for t in sentence.tokens if not t.virtual]
    owner = next(
        (
            sentence.kid(t.i, "poss")
            for t in real
            if t.lemma in _ANSWERS and sentence.kid(t.i, "poss") is not None
        ),
        None,
    )
    if owner is None and len(real) > 2 and real[0].lower == "for" and real[-1].tag in (",", "."):
        named = sentence.kid(real[0].i, "pobj")
        owner = named if named is not None and named.is_name else None
    if owner is None or len(real) > 9 or any(t.is_verb and t.lemma != "be" for t in real):
        return None
    source = (
        SourceRange(owner.i, owner.i + 1, owner.i)
        if owner.tag == "PRP$"
        else SourceRange(sentence.edges[owner.i][0], owner.i + 1, owner.i)
    )
    spans = [(q.start, q.end) for q in orphans]
    cue = Cue(source.high, source.high, "act", "answer")
    return Attribution(
        sentence, cue, source, spans, list(orphans), "direct", rule="quote-answer", score=0.7
    )


def unlisted_cue(sentence: Sentence, orphans: list[Quote]) -> Attribution | None:
    """A quotation with comma and a short clause whose verb no list holds ('“…,” Noor thundered')."""
    real = [t for t in sentence.tokens if not t.virtual]
    if not real or not sentence.gaps or len(real) > 40:
        return None
    starts = sentence.gaps[0][0] == 0 or sentence.tokens[0].virtual
    ends = sentence.gaps[-1][0] >= len(real) - 1
    if not starts and not ends:
        return None
    root = next((t for t in real if t.dep == "ROOT" and t.is_verb), None)
    if root is None or root.tag not in ("VBD", "VBZ", "VBN"):
        return None
    if not starts:
        root = last_clause(sentence, root)
    cue = Cue(root.i, root.i + 1, "finite", root.lemma)
    source = find_source(sentence, cue)
    if source is None or root.lemma == "be" or is_thing(sentence.tokens[source.head]):
        return None
    spans = [(q.start, q.end) for q in orphans]
    return Attribution(
        sentence, cue, source, spans, list(orphans), "direct", rule="quote-verb", score=0.6
    )


def last_clause(sentence: Sentence, root: Token) -> Token:
    """'The school has a tenant, and its rector did not hide her relief: “…”': the verb of the last clause."""
    joined = [
        k
        for k in sentence.kids(root.i, "conj")
        if k.is_verb and not k.virtual and sentence.kid(k.i, "nsubj") is not None
    ]
    return joined[-1] if joined else root


def ends_in_marks(sentence: Sentence) -> tuple[int, int] | None:
    """'Then, “I try to explain it.”' after someone's quotation: the words he goes on with, to their mark.

    The whole sentence where most of it stands between the marks.
    """
    last = sentence.quoted[-1] if sentence.quoted else None
    if last is None or last.end < sentence.end - 2:
        return None
    inside = [t for t in sentence.tokens if last.start <= t.start < last.end]
    if len(inside) < 6 or inside[0].i == 0 or not any(t.tag in FINITE | {"VB"} for t in inside):
        return None
    most = last.end - last.start >= (sentence.end - sentence.start) / 2
    return (sentence.tokens[0].start if most else last.start), last.end


def opens_in_marks(sentence: Sentence) -> bool:
    """'“It is about what was decided” and other matters.': the main verb stands in the first marks."""
    root = root_of(sentence.tokens)
    if root is None or not sentence.quoted or not root.is_verb:
        return False
    first = sentence.quoted[0]
    inside = [t for t in sentence.tokens if first.start <= t.start < first.end]
    if any(t.tag in FINITE and t.start >= first.end for t in sentence.tokens):
        return False  # '“It was a good year” is how the ministry put it'
    joined = sentence.tokens[0].tag == "CC"  # 'But “the truce is stronger for it.”'
    opens = first.start <= sentence.tokens[joined].start <= first.start + 2
    finite = root.tag in FINITE or any(
        k.tag in FINITE for k in sentence.kids(root.i, "aux", "auxpass")
    )
    capital = sentence.tokens[0].text[:1].isupper()
    return opens and finite and root in inside and len(inside) > 4 and capital
