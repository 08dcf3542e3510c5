"""Speech acts that count because words of theirs stand between marks: 'called the plan “absurd”'."""

from itertools import pairwise

from goodoffices.reading.attributions.content_ends import named_gerund
from goodoffices.reading.attributions.cues import Cue, find_cues
from goodoffices.reading.attributions.noun_phrases import SourceRange, noun_phrase
from goodoffices.reading.attributions.said import Attribution, CharSpan, char_span, finished
from goodoffices.reading.attributions.subjects import clause_comma
from goodoffices.reading.english import cues as words
from goodoffices.reading.grammar.nouns import is_thing
from goodoffices.reading.grammar.syntax import FINITE, Sentence
from goodoffices.reading.grammar.units import title_case
from goodoffices.reading.text.marks import Quote

_DUMB = frozenset(
    "sentence penalty miracle deal plane crash fighting war talk visit move decision election vote attack "
    "blast fire storm price share sale trade tax cut rise fall".split()
)
"""Things that act and say nothing."""


_MEANT = frozenset("expect hope want wish".split())


def quoted_act(sentence: Sentence, cue: Cue, result: Attribution) -> Attribution | None:
    """Speech acts count where words stand between marks: 'called the plan “absurd”'."""
    if result.direct:
        return finished(result)
    if cue.passive and result.source is None:
        return None
    act = sentence.tokens[cue.i]
    above = sentence.tokens[act.head]
    if cue.lemma in _MEANT and act.dep == "ccomp" and above.lemma in words.REPORTING:
        return None  # 'said he expects that “at some point”' is one statement
    stop = _clause_stop(sentence, cue)
    pieces = [
        q
        for q in sentence.quoted
        if sentence.tokens[cue.i].start < q.start < stop
        and (cue.lemma not in words.REPORTING or not _scare(sentence, q))
        and not _so_called(sentence, q)
    ]
    if not pieces or result.source is None or _titled(pieces[0], sentence):
        return None
    head = sentence.tokens[result.source.head]
    if head.lemma in words.DOCUMENTS and head.lemma not in words.ISSUED and not head.is_name:
        return None
    if is_thing(head) and head.lemma in _DUMB:
        return None  # 'Prison sentences demanded over “Wall deaths”'
    if head.lemma in _RULES and sentence.next_word(cue.i) == "for":
        return None  # 'the bills call for doubling the “standard deduction”'
    if any(
        other.i > cue.i and sentence.tokens[other.i].start < pieces[0].start
        for other in find_cues(sentence)
    ):
        return None
    result.rule, result.score, result.kind = "act-quoted", 0.7, "mixed"
    first = sentence.find(lambda t: t.start >= pieces[0].start)
    ahead = [t.lower for t in sentence.tokens[max(0, (first or 0) - 2) : first]]
    named_as = "as" in ahead[-1:] or (ahead[:1] == ["as"] and ahead[-1] in ("a", "an", "the"))
    judges = cue.lemma in _CLAUSE_ACTS or (named_as and cue.lemma in _JUDGING)
    judges = judges or (cue.lemma in _CHARGING and _charged(sentence, cue, first, pieces[0]))
    whole = (
        _cited_whole(sentence, cue, pieces[0], stop)
        or _as_phrase(sentence, cue, first, stop)
        or _threat(sentence, cue, pieces, stop)
        or _charge(sentence, cue, first, stop)
    )
    if whole is not None:
        result.fragments = [whole]
    elif cue.passive or not judges:
        clause = _clause_with_quote(sentence, cue, pieces[0]) or _wanted(
            sentence, cue, pieces, stop
        )
        result.fragments = [clause] if clause else [(q.start, q.end) for q in pieces]
    else:
        begin = cue.high
        wanted = _called_for(sentence, cue)
        if wanted is not None:
            begin = wanted
        elif begin < len(sentence) and (
            sentence.tokens[begin].lower in ("for", "as")
            or (cue.lemma == "call" and sentence.tokens[begin].lower == "on")
        ):
            begin += 1
        if begin < len(sentence) and sentence.tokens[begin].start < pieces[0].start:
            end = _phrase_goes_on(sentence, pieces[-1], stop)
            result.fragments = [(sentence.tokens[begin].start, end)]
        else:
            phrase = _wanted(sentence, cue, pieces, stop)
            result.fragments = [phrase] if phrase else [(q.start, q.end) for q in pieces]
    return result


def _cited_whole(sentence: Sentence, cue: Cue, quote: Quote, stop: int) -> CharSpan | None:
    """'cited the “known faults” of the lock as the reason for the delay': all that was cited."""
    high = sentence.find(lambda t: t.start >= stop, cue.high) or len(sentence)
    ahead = sum(t.start < quote.start for t in sentence.tokens[cue.high : high])
    behind = [t for t in sentence.tokens[cue.high : high] if t.start >= quote.end]
    as_reason = any(t.lower == "as" for t in behind)
    if cue.lemma != "cite" or ahead > 2 or not as_reason:
        return None
    return char_span(sentence, *sentence.trimmed(cue.high, high))


def _charge(sentence: Sentence, cue: Cue, first: int | None, stop: int) -> CharSpan | None:
    """'accuse it of “weaponising” migration to split the bloc': the whole of what it is accused of."""
    if cue.lemma != "accuse" or cue.passive or first is None:
        return None
    gerund = sentence.tokens[first]
    after_of = sentence.tokens[first - 1].lower == "of"
    end = sentence.edges[first][1] + 1
    if (
        gerund.tag != "VBG"
        or not after_of
        or end - first < 3
        or sentence.tokens[end - 1].start >= stop
    ):
        return None
    return char_span(sentence, *sentence.trimmed(first, end))


def _threat(sentence: Sentence, cue: Cue, pieces: list[Quote], stop: int) -> CharSpan | None:
    """'threatened “there will be war” if any of the crew were “taken”': the condition is part of it."""
    inside = sentence.tokens[cue.high :]
    condition = next((t.i for t in inside if t.lower in ("if", "unless") and t.dep == "mark"), None)
    high = sentence.find(lambda t: t.start >= stop, cue.high) or len(sentence)
    if cue.lemma not in ("threaten", "warn") or cue.passive or condition is None:
        return None
    if condition >= high or not pieces or sentence.tokens[cue.high].tag in ("TO", "IN"):
        return None
    return char_span(sentence, *sentence.trimmed(cue.high, high))


def _as_phrase(sentence: Sentence, cue: Cue, first: int | None, stop: int) -> CharSpan | None:
    """'hailed a deal as vital for “peace and plenty”': what it was hailed as."""
    if cue.lemma not in _JUDGING or first is None or cue.passive:
        return None
    at = next((t.i for t in reversed(sentence.tokens[cue.high : first]) if t.lower == "as"), None)
    if at is None or not 2 < first - at < 10 or sentence.tokens[at].dep != "prep":
        return None
    if any(t.tag in (",", ":") or t.tag in FINITE for t in sentence.tokens[at:first]):
        return None
    high = sentence.find(lambda t: t.start >= stop, first) or len(sentence)
    return char_span(sentence, *sentence.trimmed(at + 1, high))


def _scare(sentence: Sentence, quote: Quote) -> bool:
    """'arguing over “clean” coal', 'the so-called “bridge fuel”': a word held at arm's length."""
    inside = [t for t in sentence.tokens if quote.start <= t.start < quote.end]
    if not inside:
        return False
    before = sentence.tokens[inside[0].i - 1].lower if inside[0].i else ""
    noun = sentence.tokens[inside[-1].head]
    modifies = inside[-1].dep in ("amod", "compound") and noun.i == inside[-1].i + 1
    if before == "of" and len(inside) < 4:
        return True  # 'recalls four rounds of “proximity talks”'
    return before == "called" or (len(inside) == 1 and modifies and noun.start >= quote.end)


def _so_called(sentence: Sentence, quote: Quote) -> bool:
    """'two so-called “safe corridors”': the reporter's distance, nobody's words."""
    first = sentence.find(lambda t: t.start >= quote.start)
    return first is not None and sentence.words(max(0, first - 3), first).lower() in _SO_CALLED


_SO_CALLED = ("so-called", "so - called", "so- called")


def second_agents(found: list[Attribution]) -> list[Attribution]:
    """'was described by Malta as “a ladder”, and by Ireland as “the only one”': each its own words."""
    more = []
    for item in found:
        cue, sentence = item.cue, item.sentence
        if cue is None or not cue.passive or item.rule != "act-quoted":
            continue
        for before, after in pairwise(list(item.fragments)):
            stretch = [t for t in sentence.tokens if before[1] <= t.start < after[0]]
            by = next((t.i for t in stretch if t.lower == "by"), None)
            noun = (
                sentence.find(lambda t: t.is_noun or t.is_name, by + 1) if by is not None else None
            )
            if noun is None or sentence.tokens[noun].start > after[0]:
                continue
            while noun + 1 < len(sentence) and sentence.tokens[noun + 1].is_noun:
                noun += 1
            item.fragments.remove(after)
            source = noun_phrase(sentence, noun)
            source = SourceRange(max(source.low, (by or 0) + 1), source.high, noun)
            more.append(
                Attribution(
                    sentence, cue, source, [after], kind="mixed", rule=item.rule, score=0.65
                )
            )
    return more


_RULES = frozenset("bill law act measure provision legislation rule".split())
_JUDGING = frozenset(
    "hail praise denounce condemn decry slam blast mock welcome ridicule deride".split()
)
_CHARGING = frozenset(
    "accuse blame criticize criticise condemn denounce slam blast assail fault chide attack lambast "
    "lambaste rebuke castigate".split()
)
_CLAUSE_ACTS = frozenset(
    "call describe label brand term dub deride dismiss characterize characterise portray".split()
)


def _charged(sentence: Sentence, cue: Cue, first: int | None, quote: Quote) -> bool:
    """'accused the army of “burning our homes”': whom, and of what; a word or two stand for themselves."""
    inside = sum(
        quote.start <= t.start < quote.end and t.text[0].isalnum() for t in sentence.tokens
    )
    if first is None or cue.passive or inside < 3:
        return False
    between = [t.lower for t in sentence.tokens[cue.high : first]]
    whom = sentence.kid(cue.i, "dobj")
    return whom is not None and whom.i < first and bool({"of", "for"} & set(between[1:]))


def _phrase_goes_on(sentence: Sentence, quote: Quote, stop: int) -> int:
    """'a “thuggish regime” for showing faces', '“false” claims against its staff': what belongs to it."""
    after = sentence.find(lambda t: t.start >= quote.end)
    if after is None or sentence.tokens[after].start >= stop or sentence.tokens[after].virtual:
        return quote.end
    token = sentence.tokens[after]
    head = sentence.tokens[token.head]
    inside = quote.start <= head.start < quote.end
    goes_on = token.lower in _BELONGS and token.tag == "IN" and (inside or token.lower == "for")
    doing = sentence.kid(after, "pcomp")  # '“not to play with fire” by threatening the plant'
    goes_on = goes_on or (token.lower in ("in", "by") and inside and doing is not None)
    if not goes_on and not (token.tag in ("NN", "NNS") and token.entity not in ("DATE", "TIME")):
        return quote.end
    edge = sentence.edges[token.i][1] + 1
    comma = sentence.find(lambda t: t.tag in (",", ":", ".") or t.start >= stop, after, edge)
    low, high = sentence.trimmed(after, comma if comma is not None else edge)
    return sentence.tokens[high - 1].end if high > low else quote.end


def _wanted(sentence: Sentence, cue: Cue, pieces: list[Quote], stop: int) -> CharSpan | None:
    """'asked for a “clear” U.S. position on it', 'called for “restraint” in handling it': all of it."""
    if cue.lemma not in _WANTING or cue.passive or len(pieces) != 1:
        return None
    first = sentence.find(lambda t: t.start >= pieces[0].start)
    if first is None:
        return None
    for kid in sentence.tokens[cue.high - 1 : first]:
        noun = sentence.kid(kid.i, "pobj") if kid.lower == "for" else None
        low, high = sentence.edges[noun.i] if noun is not None else (0, 0)
        if noun is None or not low <= first <= high or sentence.tokens[high].start >= stop:
            continue
        comma = sentence.find(
            lambda t: t.tag in (",", ":") and t.start > pieces[0].end, first, high
        )
        low, high = sentence.trimmed(low, comma if comma is not None else high + 1)
        end = max(sentence.tokens[high - 1].end, pieces[0].end)
        return (min(sentence.tokens[low].start, pieces[0].start), end)
    end = pieces[0].end if cue.lemma == "call" else _phrase_goes_on(sentence, pieces[0], stop)
    return (pieces[0].start, end) if end > pieces[0].end else None


_WANTING = frozenset("call ask appeal press urge warn push plead".split())
_BELONGS = frozenset("of for against on about between with toward towards".split())


def _called_for(sentence: Sentence, cue: Cue) -> int | None:
    """'called at the hearing for a “dramatic increase”': index of what was called for."""
    if cue.lemma != "call" or cue.high >= len(sentence) or sentence.tokens[cue.high].tag != "IN":
        return None
    wanted = sentence.find(lambda t: t.lower == "for", cue.high, cue.high + 8)
    return wanted + 1 if wanted is not None and wanted > cue.high else None


def _clause_stop(sentence: Sentence, cue: Cue) -> int:
    """Character where the cue's own clause ends: the next conjunct with a verb of its own."""
    for kid in sentence.kids(cue.i, "conj"):
        if kid.is_verb and kid.i > cue.i:
            own = sentence.kid(kid.i, "nsubj", "nsubjpass")
            first = sentence.edges[own.i][0] if own is not None and own.i > cue.i else kid.i
            return sentence.tokens[first].start
    if cue.passive and sentence.tokens[cue.i].dep == "acl":
        return sentence.tokens[sentence.edges[cue.i][1]].end
    if sentence.tokens[cue.i].tag == "VBG" and all(
        t.virtual or t.tag in ("CC", "RB", ",") for t in sentence.tokens[: cue.low]
    ):
        comma = clause_comma(sentence, cue.high)
        if comma is not None:
            return sentence.tokens[comma].start
    for token in sentence.tokens[cue.high :]:
        if named_gerund(sentence, token) or token.text == ";":
            return token.start
        joined = token.lower in ("while", "whereas", "and", "but")
        if joined and sentence.tokens[token.i - 1].tag in (",", "''"):
            verb = sentence.find(lambda t: t.tag in FINITE, token.i + 1, token.i + 9)
            own = sentence.kid(verb, "nsubj") if verb is not None else None
            if own is not None and own.i > token.i:
                return token.start  # 'called it “fair”, while the union called it “unfair”'
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
