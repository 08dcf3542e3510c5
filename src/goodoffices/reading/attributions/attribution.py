"""Attributions of a sentence: source mention, cue and content, before anyone is resolved.

Direct speech (the gaps of a sentence) goes to the nearest fitting cue; clauses go by
:mod:`goodoffices.reading.attributions.contents`; quoted pieces inside a clause make it mixed. A quotation
that no cue claims is left over as an orphan for :mod:`goodoffices.reading.attributions.statements`.
"""

from goodoffices.reading.attributions.according import according
from goodoffices.reading.attributions.as_told import as_told
from goodoffices.reading.attributions.content_ends import has_finite, trailing_attribution
from goodoffices.reading.attributions.contents import right_content
from goodoffices.reading.attributions.cues import Cue, cue_lemma, find_cues
from goodoffices.reading.attributions.going_on import share_source
from goodoffices.reading.attributions.leading import condition_ahead, left_content, parts_clause
from goodoffices.reading.attributions.noun_phrases import SourceRange
from goodoffices.reading.attributions.quote_leads import lead_of_quotation, rest_of_quotation
from goodoffices.reading.attributions.quoted_acts import quoted_act, second_agents
from goodoffices.reading.attributions.relays import without_relays
from goodoffices.reading.attributions.said import Attribution, char_span, finished, outermost
from goodoffices.reading.attributions.sources import find_source, outside_bracket
from goodoffices.reading.attributions.uncued import without_cue
from goodoffices.reading.english import cues as words
from goodoffices.reading.grammar.nouns import unlisted
from goodoffices.reading.grammar.syntax import FINITE, Sentence
from goodoffices.reading.text.marks import Quote

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
            share_source(attribution, found)
            found.append(attribution)
            if attribution.rule in ("clause-left", "clause-split"):
                floor = cue.high
    found.extend(second_agents(found))
    found = _resolve_nesting(_nearest_cue(without_relays(found)))
    claimed = {q for a in found for q in a.direct}
    found = _run_on(found)
    orphans = [quote for _, quote in sentence.gaps if quote not in claimed]
    if orphans and not claimed:
        unnamed = without_cue(sentence, orphans)
        if unnamed is not None:
            found.append(unnamed)
            orphans = []
    return found, orphans


def _one(sentence: Sentence, cue: Cue, gaps: list[Quote], floor: int) -> Attribution | None:
    if cue.form == "according":
        return according(sentence, cue, floor)
    source = outside_bracket(sentence, find_source(sentence, cue))
    asker = sentence.subject(cue.i) if source is None else None
    if asker is not None and asker.lower == "who":
        return None  # 'it was not clear who said'
    result = Attribution(sentence, cue, source)
    if gaps:
        result.direct = gaps
        result.fragments = [(q.start, q.end) for q in gaps]
        result.kind, result.rule, result.score = "direct", "quote-cue", 0.95
    if cue.form == "act" or cue.lemma in words.QUOTE_ONLY - words.REPORTING - words.QUESTION:
        return quoted_act(sentence, cue, result)
    if gaps and source is not None and not cue.passive:
        _add_lead(result, sentence, cue, source, floor)
    more = rest_of_quotation(sentence, cue, source) if gaps else None
    if more is not None:
        result.fragments.append(more)
    told = cue.passive and cue.form == "finite"
    right = right_content(sentence, cue, source) if told or not cue.passive else None
    after = source is not None and source.low >= cue.high
    if right is not None and gaps and sentence.gaps[0 if after else -1][0] <= cue.low:
        # '“…,” Noor told CNN in the interview taped and released on Monday'
        that = sentence.tokens[right[0] - 1].lower == "that"
        anew = any(
            t.is_verb and cue_lemma(t) in words.REPORTING
            for t in sentence.tokens[cue.high : right[0]]
        )  # '“…,” Axel wrote after Lind argued that'
        right = right if that and not anew else None
    if (
        right is not None
        and gaps
        and (
            trailing_attribution(sentence, right[0])
            or (right[0] > cue.high and sentence.tag_at(right[0]) in ("WP$", "WP", "WDT"))
        )
    ):
        right = None  # '“…,” the Times reported', 'said of people whose rights were restored, “…”'
    if right is not None and not gaps and after:
        pieces = left_content(sentence, cue, source, floor)
        if len(pieces) > 1 or (pieces and not has_finite(sentence, *right)):
            right = None
    if right is not None and not gaps and parts_clause(sentence, source, right, floor):
        right = None
    if right is None and not gaps and source is not None:
        right = as_told(sentence, cue, floor)
    lead = condition_ahead(sentence, cue, source, floor) if right else None
    if lead is not None:
        result.fragments.insert(0, char_span(sentence, *lead))
    if right is not None and not (gaps and _holds_gap(sentence, right, gaps)):
        _add_clause(result, right, "clause-right", 0.9)
    elif not gaps and _said_before(sentence, cue):
        for piece in left_content(sentence, cue, source, floor):
            _add_clause(
                result, piece, "clause-left" if not result.fragments else "clause-split", 0.85
            )
    if not result.fragments:
        return quoted_act(sentence, cue, result)
    if source is None and cue.lemma in ("report", "estimate") and not gaps:
        return None  # 'reported fraud dropped', 'estimated to number'
    result.fragments = outermost(result.fragments)
    if cue.lemma in words.QUESTION and not gaps:
        result.category = "question"
    if cue.lemma == "deny" or (source is not None and _holderless(sentence, source, cue)):
        return None
    return finished(result)


def _add_lead(
    result: Attribution, sentence: Sentence, cue: Cue, source: SourceRange, low: int
) -> None:
    lead = lead_of_quotation(sentence, cue, source, low)
    if lead is None:
        return
    (begin, end), touches = lead
    span = char_span(sentence, begin, end)
    result.kind = "mixed"
    if touches and result.direct[0] is sentence.gaps[0][1]:
        result.fragments[0] = (span[0], result.fragments[0][1])
    else:
        result.fragments.insert(0, span)


def _said_before(sentence: Sentence, cue: Cue) -> bool:
    """'…, Joseph was quoted as saying', '…, it was announced by the army': the words may stand before."""
    if cue.passive and cue.form == "finite":
        empty = sentence.kid(cue.i, "nsubjpass")
        return empty is not None and empty.lower == "it"
    if cue.form != "participle":
        return True
    before = [t.lower for t in sentence.tokens[max(0, cue.low - 2) : cue.low]]
    return before in (["quoted", "as"], ["cited", "as"], ["reported", "as"])


def _holds_gap(sentence: Sentence, right: tuple[int, int], gaps: list[Quote]) -> bool:
    """A clause between a cue and its quotation is often the sentence's frame, not content."""
    return (
        sentence.gaps[0][0] == 0
        and right[0] > 0
        and sentence.tokens[right[0] - 1].lower != "that"
        and not any(t.tag in FINITE for t in sentence.tokens[right[0] : right[1]])
        and bool(gaps)
    )


def _holderless(sentence: Sentence, source: SourceRange, cue: Cue) -> bool:
    head = sentence.tokens[source.head]
    if head.i and head.is_noun and sentence.tokens[head.i - 1].lower == "leaked":
        return True  # 'Leaked cables suggest'
    shows = cue.lemma in words.SHOWING and unlisted(head)
    if shows and head.lemma not in words.DOCUMENTS | words.COUNTS | words.FINDING:
        return True  # 'the move indicated that': what the reporter gathers from it
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


def _owners_of_gaps(sentence: Sentence, cues: list[Cue]) -> list[tuple[int, Quote]]:
    """Pair every direct quotation with the number of the cue it belongs to."""
    result: list[tuple[int, Quote]] = []
    usable = [(n, c) for n, c in enumerate(cues) if c.form != "according"]
    main = [(n, c) for n, c in usable if not _deep(sentence, c)] or usable
    if sentence.gaps and sentence.gaps[0][0] > 1:  # 'Asked what would come, he smiled: “…”'
        main = [(n, c) for n, c in main if c.low > 0 or sentence.tokens[0].lower != "asked"]
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


def _nearest_cue(found: list[Attribution]) -> list[Attribution]:
    """'reiterated its stand while saying that …': the same words once, by the cue beside them."""
    last = {tuple(item.fragments): item for item in found}
    return [item for item in found if not item.fragments or last[tuple(item.fragments)] is item]


def _run_on(found: list[Attribution]) -> list[Attribution]:
    """'said it had begun, “to make them pay”': words in marks that end what is reported."""
    kept = []
    for item in found:
        holder, text = item.inside, item.direct[0] if len(item.direct) == 1 else None
        if holder is None or text is None or item.cue is None or item.cue.lemma not in _BEGUN:
            kept.append(item)
            continue
        start, end = holder.fragments[-1]
        if 0 < text.start - end <= 3 and not holder.direct:
            holder.fragments[-1] = (start, text.end)
            holder.kind = "mixed"
        else:
            kept.append(item)
    return kept


_BEGUN = frozenset("begin start go".split())


def _mutual(item: Attribution, other: Attribution) -> bool:
    assert other.cue is not None
    at = other.sentence.tokens[other.cue.i].start
    return any(s <= at < e for s, e in item.fragments)
