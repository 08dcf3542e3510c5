"""Attributions of a sentence: source mention, cue and content, before anyone is resolved.

Direct speech (the gaps of a sentence) goes to the nearest fitting cue; clauses go by
:mod:`goodoffices.reading.contents`; quoted pieces inside a clause make it mixed. A quotation that
no cue claims is left over as an orphan for :mod:`goodoffices.reading.statements`.
"""

import re

from goodoffices.reading.content_ends import has_finite, named_gerund
from goodoffices.reading.contents import right_content
from goodoffices.reading.cues import Cue, find_cues
from goodoffices.reading.english import cues as words
from goodoffices.reading.english import roles
from goodoffices.reading.leading import left_content
from goodoffices.reading.marks import Quote
from goodoffices.reading.noun_phrases import SourceRange
from goodoffices.reading.said import Attribution, CharSpan
from goodoffices.reading.sources import find_source
from goodoffices.reading.subjects import clause_comma
from goodoffices.reading.syntax import FINITE, Sentence
from goodoffices.reading.uncued import dash_name, in_words_of, unlisted_cue
from goodoffices.reading.units import title_case

__all__ = ["Attribution", "attribute", "char_span"]


def attribute(sentence: Sentence) -> tuple[list[Attribution], list[Quote]]:
    """Return the attributions of a sentence and the direct quotations no cue claims."""
    found: list[Attribution] = []
    cues = find_cues(sentence)
    owners = _owners_of_gaps(sentence, cues)
    floor = 0
    for number, cue in enumerate(cues):
        gaps = [quote for owner, quote in owners if owner == number]
        attribution = _one(sentence, cue, gaps, floor)
        if attribution is not None:
            _share_source(attribution, found)
            found.append(attribution)
            if attribution.rule in ("clause-left", "clause-split"):
                floor = cue.high
    found = _resolve_nesting(_without_relays(found))
    claimed = {q for a in found for q in a.direct}
    orphans = [quote for _, quote in sentence.gaps if quote not in claimed]
    if orphans and not claimed:
        unnamed = (
            dash_name(sentence, orphans)
            or in_words_of(sentence, orphans)
            or unlisted_cue(sentence, orphans)
        )
        if unnamed is not None:
            found.append(unnamed)
            orphans = []
    return found, orphans


def _share_source(attribution: Attribution, found: list[Attribution]) -> None:
    """', adding that': whoever spoke just before in the sentence goes on."""
    cue = attribution.cue
    if cue is None or not found:
        return
    own = attribution.sentence.kid(cue.low, "nsubj", "nsubjpass")
    joined = cue.form in ("finite", "act") and own is None and not cue.passive
    if cue.form != "participle" and not joined:
        return
    last = found[-1]
    if last.cue is None or last.source is None or last.category != "reported_speech":
        return
    sentence = attribution.sentence
    ends = max(end for _, end in last.fragments)
    here = sentence.tokens[cue.low].start
    if last.rule in ("clause-right", "quote-cue", "clause-left") and (
        ends <= here
        and sentence.tokens[cue.low - 1].tag in (",", "CC", "RB")
        and (
            cue.form == "participle"
            or any(t.tag == "CC" for t in sentence.tokens[max(0, cue.low - 3) : cue.low])
        )
    ):
        attribution.source = last.source


def _one(sentence: Sentence, cue: Cue, gaps: list[Quote], floor: int) -> Attribution | None:
    if cue.form == "according":
        return _according(sentence, cue, floor)
    source = find_source(sentence, cue)
    result = Attribution(sentence, cue, source)
    if gaps:
        result.direct = gaps
        result.fragments = [(q.start, q.end) for q in gaps]
        result.kind, result.rule, result.score = "direct", "quote-cue", 0.95
    if cue.form == "act" or cue.lemma in words.QUOTE_ONLY - words.REPORTING - words.QUESTION:
        return _quoted_act(sentence, cue, result)
    told = cue.passive and cue.form == "finite"
    right = right_content(sentence, cue, source) if told or not cue.passive else None
    after = source is not None and source.low >= cue.high
    if right is not None and gaps and after and sentence.gaps[0][0] <= cue.low:
        right = right if sentence.tokens[right[0] - 1].lower == "that" else None
    if right is not None and not gaps and source is not None and source.low >= cue.high:
        pieces = left_content(sentence, cue, source, floor)
        if len(pieces) > 1 or (pieces and not has_finite(sentence, *right)):
            right = None
    if right is not None and not (gaps and _holds_gap(sentence, right, gaps)):
        _add_clause(result, right, "clause-right", 0.9)
    elif not gaps and cue.form != "participle" and not told:
        for piece in left_content(sentence, cue, source, floor):
            _add_clause(
                result, piece, "clause-left" if not result.fragments else "clause-split", 0.85
            )
    if not result.fragments:
        return _quoted_act(sentence, cue, result)
    if cue.lemma in words.QUESTION and not gaps:
        result.category = "question"
    if cue.lemma == "deny" or (source is not None and _holderless(sentence, source)):
        return None
    return _finished(result)


def _holds_gap(sentence: Sentence, right: tuple[int, int], gaps: list[Quote]) -> bool:
    """A clause between a cue and its quotation is often the sentence's frame, not content."""
    return (
        sentence.gaps[0][0] == 0
        and right[0] > 0
        and sentence.tokens[right[0] - 1].lower != "that"
        and not any(t.tag in FINITE for t in sentence.tokens[right[0] : right[1]])
        and bool(gaps)
    )


def _holderless(sentence: Sentence, source: SourceRange) -> bool:
    head = sentence.tokens[source.head]
    if head.lower not in words.HOLDERLESS:
        return head.lower in ("there", "which", "what") and head.tag in ("EX", "WDT", "WP")
    return not any(
        t.entity in ("ORG", "PERSON", "GPE") for t in sentence.tokens[source.low : source.high]
    )


def _add_clause(result: Attribution, piece: tuple[int, int], rule: str, score: float) -> None:
    result.fragments.append(char_span(result.sentence, *piece))
    if not result.direct:
        result.rule, result.score = rule, score
    result.kind = "mixed" if result.direct else result.kind


def _finished(result: Attribution) -> Attribution:
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


def _according(sentence: Sentence, cue: Cue, floor: int) -> Attribution | None:
    source = find_source(sentence, cue)
    if source is None:
        return None
    result = Attribution(sentence, cue, source, rule="according-to", score=0.9)
    gaps = [quote for _, quote in sentence.gaps]
    if gaps:
        result.direct, result.kind = gaps, "direct"
        result.fragments = [(q.start, q.end) for q in gaps]
        return result
    low, high = sentence.trimmed(floor, cue.low)
    if floor and not has_finite(sentence, low, high):
        return None
    if high - low >= 2:
        result.fragments.append(char_span(sentence, low, high))
        after = _comma_after(sentence, source.head)
        if after is not None and not any(t.tag in FINITE for t in sentence.tokens[low:high]):
            result.fragments.append(
                char_span(sentence, *sentence.trimmed(after + 1, len(sentence)))
            )
    else:
        comma = _comma_before_clause(sentence, cue)
        if comma is None:
            return None
        low, high = sentence.trimmed(comma + 1, len(sentence))
        if high <= low:
            return None
        result.source = SourceRange(
            source.low, min(source.high, comma), min(source.head, comma - 1)
        )
        result.fragments.append(char_span(sentence, low, high))
    return _finished(result)


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
            if subject is not None and sentence.edges[subject.i][0] in range(comma + 1, comma + 4):
                return comma
    return commas[0] if commas else None


def _quoted_act(sentence: Sentence, cue: Cue, result: Attribution) -> Attribution | None:
    """Speech acts count where words stand between marks: 'called the plan “absurd”'."""
    if result.direct:
        return _finished(result)
    if cue.passive and result.source is None:
        return None
    stop = _clause_stop(sentence, cue)
    pieces = [q for q in sentence.quoted if sentence.tokens[cue.i].start < q.start < stop]
    if not pieces or result.source is None or _titled(pieces[0], sentence):
        return None
    head = sentence.tokens[result.source.head]
    if head.lemma in words.DOCUMENTS and head.lemma not in words.ISSUED:
        return None
    if any(
        other.i > cue.i and sentence.tokens[other.i].start < pieces[0].start
        for other in find_cues(sentence)
    ):
        return None
    result.rule, result.score, result.kind = "act-quoted", 0.7, "mixed"
    if cue.passive or cue.lemma not in _CLAUSE_ACTS:
        clause = _clause_with_quote(sentence, cue, pieces[0])
        result.fragments = [clause] if clause else [(q.start, q.end) for q in pieces]
    else:
        begin = cue.high
        if begin < len(sentence) and sentence.tokens[begin].lower == "for":
            begin += 1
        if begin < len(sentence) and sentence.tokens[begin].start < pieces[0].start:
            result.fragments = [(sentence.tokens[begin].start, pieces[-1].end)]
        else:
            result.fragments = [(q.start, q.end) for q in pieces]
    return result


_CLAUSE_ACTS = frozenset(
    "call describe label brand term dub deride dismiss characterize characterise portray".split()
)


def _clause_stop(sentence: Sentence, cue: Cue) -> int:
    """Character where the cue's own clause ends: the next conjunct with a verb of its own."""
    for kid in sentence.kids(cue.i, "conj"):
        if kid.is_verb and kid.i > cue.i:
            return sentence.tokens[kid.i].start
    if cue.passive and sentence.tokens[cue.i].dep == "acl":
        return sentence.tokens[sentence.edges[cue.i][1]].end
    if sentence.tokens[cue.i].tag == "VBG" and all(
        t.virtual or t.tag in ("CC", "RB", ",") for t in sentence.tokens[: cue.low]
    ):
        comma = clause_comma(sentence, cue.high)
        if comma is not None:
            return sentence.tokens[comma].start
    for token in sentence.tokens[cue.high :]:
        if named_gerund(sentence, token):
            return token.start
        if token.lower in words.PARTICIPLES and sentence.tokens[token.i - 1].tag == ",":
            return token.start
    return sentence.end


def _titled(quote: Quote, sentence: Sentence) -> bool:
    inside = [t for t in sentence.tokens if quote.start <= t.start < quote.end]
    return bool(inside) and (
        all(t.is_name or t.tag in ("IN", "DT", "CC") for t in inside)
        or title_case([t.text for t in inside])
    )


def _clause_with_quote(sentence: Sentence, cue: Cue, quote: Quote) -> CharSpan | None:
    if cue.passive:
        return None
    for kid in sentence.kids(cue.i, "ccomp", "xcomp"):
        low, high = sentence.edges[kid.i]
        low = max(low, cue.high)
        named = (t.i for t in sentence.tokens[low : high + 1] if named_gerund(sentence, t))
        high = next(named, high + 1) - 1
        if kid.i > cue.i and sentence.tokens[low].start <= quote.start <= sentence.tokens[high].end:
            objects = [k.i for k in sentence.kids(cue.i, "dobj") if cue.i < k.i < low]
            low = min([low, *(sentence.edges[o][0] for o in objects)])
            return char_span(sentence, *sentence.trimmed(low, high + 1))
    return None


def _owners_of_gaps(sentence: Sentence, cues: list[Cue]) -> list[tuple[int, Quote]]:
    """Pair every direct quotation with the number of the cue it belongs to."""
    result: list[tuple[int, Quote]] = []
    usable = [(n, c) for n, c in enumerate(cues) if c.form != "according"]
    main = [(n, c) for n, c in usable if not _deep(sentence, c)] or usable
    for at, quote in sentence.gaps:
        owner = _owner(sentence, main, at, result)
        if owner is not None:
            result.append((owner, quote))
    return result


def _deep(sentence: Sentence, cue: Cue) -> bool:
    """A cue inside a relative clause about the speaker is not the one that carries the quotation."""
    if sentence.tokens[cue.i].dep == "relcl":
        return True
    return any(t.dep == "relcl" for t in sentence.ancestors(cue.i))


def _owner(
    sentence: Sentence, cues: list[tuple[int, Cue]], at: int, earlier: list[tuple[int, Quote]]
) -> int | None:
    left = [(n, c) for n, c in cues if c.low < at]
    right = [(n, c) for n, c in cues if c.low >= at]
    words_before = sum(
        not t.virtual and t.tag not in (",", ":", "``", "''") for t in sentence.tokens[:at]
    )
    if words_before == 0 and right:
        if right[0][1].form == "act" and len(right) > 1 and right[1][1].form == "finite":
            between = sentence.tokens[right[0][1].high : right[1][1].low]
            if any(t.tag == "," for t in between) and not _own_voice(sentence, right[0][1]):
                return right[1][0]
        return right[0][0]
    if left:
        number, cue = left[-1]
        between = sentence.tokens[cue.high : at]
        if not right or earlier or not any(t.tag in FINITE for t in between) or len(between) <= 3:
            if (
                cue.form == "act"
                and len(left) > 1
                and left[-2][1].form == "finite"
                and any(t.tag in FINITE for t in between)
            ):
                return left[-2][0]
            return number
    return right[0][0] if right else None


def _own_voice(sentence: Sentence, cue: Cue) -> bool:
    """Whether the cue's subject is no relative pronoun: 'one official, who spoke in secret, said'."""
    subject = sentence.kid(cue.i, "nsubj")
    before = sentence.tokens[max(0, cue.low - 4) : cue.low]
    return not (
        (subject is not None and subject.lower in ("who", "which", "that"))
        or any(t.lower == "who" for t in before)
    )


def _without_relays(found: list[Attribution]) -> list[Attribution]:
    """'…, the minister said, the IRNA agency reported': who passes words on is not who spoke."""
    return [
        item
        for item in found
        if not any(_relays(item, other) for other in found if other is not item)
    ]


def _relays(item: Attribution, other: Attribution) -> bool:
    if (
        item.direct
        or item.rule not in ("clause-left", "according-to")
        or other.cue is None
        or other.source is None
    ):
        return False
    (start, end) = item.fragments[0]
    cue_at = other.sentence.tokens[other.cue.i].start
    if not start <= cue_at < end or item.cue is None:
        return False
    if other.direct and not any(s < end and start < e for s, e in other.fragments):
        return True  # '“…,” she said on arrival, Interfax reported'
    inner = sum(max(0, min(end, e) - max(start, s)) for s, e in other.fragments)
    return (
        inner * 3 >= (end - start)
        and item.cue.lemma in ("report", "according", "quote", "say")
        and (item.cue.lemma in ("report", "quote") or _passes_on(item))
    )


def _passes_on(item: Attribution) -> bool:
    """Whether the one who says it is no person: an agency, a paper, a document."""
    if item.source is None:
        return True
    named = item.sentence.words(item.source.low, item.source.high).lower()
    head = item.sentence.tokens[item.source.head]
    return (
        head.lower in _MEDIA
        or head.lemma in words.DOCUMENTS
        or any(re.search(rf"\b{re.escape(key)}\b", named) for key in roles.MEDIA)
        or any(re.search(rf"\b{re.escape(key)}\b", named) for key in roles.WIRE_AGENCIES)
    )


_MEDIA = frozenset(
    "agency newspaper paper daily radio television tv channel broadcaster magazine website media "
    "report reports".split()
)


def _resolve_nesting(found: list[Attribution]) -> list[Attribution]:
    """Mark attributions whose cue stands inside another's content as nested."""
    kept: list[Attribution] = []
    for item in found:
        assert item.cue is not None
        cue_at = item.sentence.tokens[item.cue.i].start
        holder = next(
            (
                o
                for o in found
                if o is not item
                and o.category == "reported_speech"
                and any(s <= cue_at < e for s, e in o.fragments)
                and not _mutual(item, o)
            ),
            None,
        )
        if holder is not None:
            item.category, item.inside = "nested", holder
        kept.append(item)
    return kept


def _mutual(item: Attribution, other: Attribution) -> bool:
    assert other.cue is not None
    at = other.sentence.tokens[other.cue.i].start
    return any(s <= at < e for s, e in item.fragments)
