"""What a cue reports to its right ("said that …"), as token ranges.

What stands before an attribution is :mod:`goodoffices.reading.leading`. Ends are found by looking for the
first place where the reporter, not the speaker, goes on; up to there coordinated clauses belong to the
content.
"""

from goodoffices.reading.cues import Cue, cue_lemma
from goodoffices.reading.english import cues as words
from goodoffices.reading.english import places
from goodoffices.reading.sources import SourceRange, clause_comma
from goodoffices.reading.syntax import FINITE, Sentence, Token

Range = tuple[int, int]
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split()
)
_TIME_WORDS = _WEEKDAYS | frozenset(
    "late early earlier later night morning evening afternoon week month on in at".split()
)
CUT_CONJ = frozenset(
    {"while", "as", "after", "before", "when", "hours", "days", "minutes", "amid", "following"}
)
_BACKSHIFT = frozenset({"would", "could", "should", "might", "had", "'d"})


def right_content(sentence: Sentence, cue: Cue, source: SourceRange | None) -> Range | None:
    """Return the clause the cue governs to its right, without the complementiser."""
    after = source is not None and source.low >= cue.high and cue.form != "participle"
    begin = max(cue.high, source.high if after and source is not None else 0)
    low = _that(sentence, cue, begin)
    if low is None:
        low = _clause_start(sentence, cue, begin)
    if low is None or low >= len(sentence):
        return None
    low = _skip_addressee(sentence, cue, _skip_time(sentence, low))
    high = right_end(sentence, cue, low)
    low, high = sentence.trimmed(low, high)
    return (low, high) if high - low >= 2 else None


def _that(sentence: Sentence, cue: Cue, begin: int) -> int | None:
    """Index after the complementiser 'that' (or 'how') before any other finite verb."""
    clause_end = _time_clause(sentence, cue)
    for token in sentence.tokens[begin:]:
        if token.lower == "that" and (token.tag in ("IN", "WDT") or token.dep == "mark"):
            if token.tag == "WDT" and token.dep in ("nsubj", "dobj", "nsubjpass"):
                return None
            return token.i + 1 if has_finite(sentence, token.i + 1) else None
        if token.i < clause_end:
            continue
        if token.tag in FINITE or token.i > cue.high + 16 or _gerund_ahead(sentence, token):
            return None
        if token.lower in words.PARTICIPLES and sentence.tokens[token.i - 1].tag in (
            ",",
            "CC",
            "IN",
        ):
            return None
    return None


def _time_clause(sentence: Sentence, cue: Cue) -> int:
    """'said after the deadline had passed that': index where the clause of time after the cue ends."""
    if cue.high >= len(sentence) or sentence.tokens[cue.high].lower not in _WHEN:
        return 0
    for token in sentence.tokens[cue.high + 1 : cue.high + 14]:
        if token.tag == ",":
            return 0
        if token.lower == "that" and token.dep == "mark":
            return token.i
    return 0


_WHEN = frozenset("after when as before while".split())


def _gerund_ahead(sentence: Sentence, token: Token) -> bool:
    """', also dismissing reports that': the complementiser behind a gerund is the gerund's."""
    before = sentence.tokens[token.i - 1]
    if before.tag == "RB" and token.i > 1:
        before = sentence.tokens[token.i - 2]
    return token.tag == "VBG" and before.tag == ","


def has_finite(sentence: Sentence, low: int, high: int | None = None) -> bool:
    """Tell whether a finite verb stands in [low, high)."""
    return any(
        t.tag in FINITE or t.lower in ("is", "was", "are", "were")
        for t in sentence.tokens[low:high]
    )


def _clause_start(sentence: Sentence, cue: Cue, begin: int) -> int | None:
    """Left edge of the clausal complement; by its subject where the parser found none."""
    complements = [k for k in sentence.kids(cue.i, "ccomp") if k.i >= begin and not k.virtual]
    if complements:
        verb = complements[0]
        edge = max(sentence.edges[verb.i][0], begin)
        if not _finite_clause(sentence, verb):
            return None
        return edge
    if cue.form == "according":
        return None
    return _bare_clause(sentence, cue, begin)


def _finite_clause(sentence: Sentence, verb: Token) -> bool:
    if verb.tag in FINITE:
        return True
    if any(
        k.tag in FINITE or k.lower in ("is", "'s")
        for k in sentence.kids(verb.i, "aux", "auxpass", "cop")
    ):
        return True
    if any(k.lower == "to" for k in sentence.kids(verb.i, "aux")):
        return False
    return sentence.kid(verb.i, "nsubj", "nsubjpass", "expl") is not None


def _bare_clause(sentence: Sentence, cue: Cue, begin: int) -> int | None:
    """'said [time/addressee] NP finite-verb' where the tree does not show it."""
    at = _skip_time(sentence, begin)
    if at >= len(sentence):
        return None
    at = _skip_occasion(sentence, at)
    opener = sentence.tokens[at].tag
    if opener in (",", ".", "CC", ":", "VBG", "TO") or (
        opener in ("IN", "RB") and cue.lemma not in ("say", "tell")
    ):
        return None
    for token in sentence.tokens[at:]:
        if token.tag in ("WP", "WDT", "WRB", ",", ":") or token.lower in (
            "after",
            "before",
            "when",
            "as",
        ):
            return None
        if token.tag in FINITE:
            subject = sentence.subject(token.i) or sentence.subject(token.head)
            if subject is None or subject.i < cue.i:
                return None
            return max(at, min(sentence.edges[subject.i][0], token.i)) if subject.i >= at else None
    return None


def _skip_occasion(sentence: Sentence, at: int) -> int:
    """'said after the convention he would': step over the occasion before a clause with a subject."""
    if sentence.tokens[at].lower not in _OCCASION:
        return at
    for token in sentence.tokens[at + 2 : at + 9]:
        if token.tag in FINITE or token.tag in (",", "WP", "WRB", "WDT"):
            return at
        if token.dep in ("nsubj", "nsubjpass") and sentence.tokens[token.i - 1].is_noun:
            return token.i if token.tag == "PRP" else at
        if token.dep in ("nsubj", "nsubjpass") and token.tag == "PRP":
            return at
    return at


_OCCASION = frozenset("after before during in at on from through via".split())


def _skip_time(sentence: Sentence, low: int) -> int:
    """Step over 'on Monday', 'late Tuesday', 'Wednesday' at the head of a reported clause."""
    at = low
    while at < len(sentence) and sentence.tokens[at].lower in _TIME_WORDS | {"that"}:
        if sentence.tokens[at].lower == "that" and at == low:
            break
        at += 1
    stretch = {t.lower for t in sentence.tokens[low:at]}
    if at == low or at >= len(sentence) or not stretch & _WEEKDAYS:
        return low
    following = sentence.tokens[at]
    if (
        following.tag in FINITE
        or following.tag in ("POS", "NN", "NNS")
        or following.lower in (",", "and", "'s")
    ):
        return low
    return at


def _skip_addressee(sentence: Sentence, cue: Cue, low: int) -> int:
    """'told Sky News Arabia Khartoum was open': a capital inside a run of names opens the clause."""
    if cue.lemma not in words.ADDRESSED or low != cue.high:
        return low
    at = low
    while at < len(sentence) and sentence.tokens[at].is_name:
        if (
            at > low
            and sentence.tokens[at].lower in places.CAPITALS
            and not sentence.tokens[at + 1 : at + 2][0].is_name
        ):
            return at
        at += 1
    return low


def right_end(sentence: Sentence, cue: Cue, low: int) -> int:
    """Index where content starting at ``low`` ends: the first place the reporter goes on."""
    opening = cue.form == "participle" and all(
        t.tag in ("CC", "RB", ",", "IN") or t.virtual for t in sentence.tokens[: cue.low]
    )
    if opening:
        comma = clause_comma(sentence, low)
        if comma is not None:
            return comma
    for token in sentence.tokens[low + 1 :]:
        if _cut_here(sentence, cue, low, token):
            return token.i
    return len(sentence)


def _cut_here(sentence: Sentence, cue: Cue, low: int, token: Token) -> bool:
    before = sentence.tokens[token.i - 1]
    comma = before.tag in (",", ":")
    if comma and (
        _reporter_remarks(sentence, token)
        or _resumes(sentence, cue, token)
        or _trailing_attribution(sentence, token.i)
    ):
        return True
    if token.tag == "VBG" and before.tag == "CC" and token.dep == "conj" and token.head == cue.i:
        return True
    if token.tag == "VBG" and (comma or before.tag == "CC"):
        return token.lower in words.PARTICIPLES | words.NARRATIVE_PARTICIPLES and _outside(
            sentence, token, low
        )
    if token.lower == "according" and comma:
        return True
    if before.text == ";":
        return token.tag not in ("PRP", "CC", "IN") and has_finite(sentence, token.i)
    if token.tag == "CC" and _after_quotation(sentence, low, token):
        return True
    joins = token.tag == "CC" or token.lower in ("while", "whereas", "although", "though")
    if joins and (_another_reports(sentence, cue, token) or _remains_unclear(sentence, token)):
        return True
    if joins:
        return _reporter_conjunct(sentence, cue, token)
    if comma and token.lower in CUT_CONJ:
        return _attached_to_cue(sentence, cue, token) or _narrator_clause(sentence, token)
    return False


def _reporter_remarks(sentence: Sentence, token: Token) -> bool:
    """', a move that angered Paris', ', which he said broke the law': no longer what was said."""
    following = sentence.tokens[token.i + 1 : token.i + 4]
    if len(following) < 3:
        return False
    if token.lower == "which":
        return following[0].tag == "PRP" and cue_lemma(following[1]) in words.REPORTING
    if token.lower not in ("a", "an"):
        return False
    at = next((k for k, t in enumerate(following[:2]) if t.lower in words.DEEDS), None)
    return at is not None and following[at + 1].lower in ("that", "which")


def _resumes(sentence: Sentence, cue: Cue, token: Token) -> bool:
    """'the mediator, stressing that …, described plans': the clause around the gerund goes on."""
    if cue.form != "participle" or token.tag not in ("VBD", "VBZ", "VBN"):
        return False
    subject = sentence.kid(token.i, "nsubj", "nsubjpass")
    return (subject is None and token.dep in ("ROOT", "conj")) or (
        subject is not None and subject.i < cue.low
    )


def _trailing_attribution(sentence: Sentence, at: int) -> bool:
    """'…, Abdurrahman said.', '…, the agency reported him as saying': somebody else reports all of it."""
    verb = sentence.find(lambda t: t.tag in ("VBD", "VBZ"), at, at + 9)
    if verb is None or verb == at or cue_lemma(sentence.tokens[verb]) not in words.REPORTING:
        return False
    group = sentence.tokens[at:verb]
    if not all(t.tag.startswith(("NN", "DT", "JJ", "PRP", "POS", "CD")) for t in group):
        return False
    rest = [t for t in sentence.tokens[verb + 1 :] if t.tag not in (".", "''", "``")]
    as_saying = len(rest) >= 2 and [t.lower for t in rest[-2:]] == ["as", "saying"]
    when = all(t.lower in _TIME_WORDS for t in rest)
    return when or as_saying


def _another_reports(sentence: Sentence, cue: Cue, token: Token) -> bool:
    """'said it would wait but Colonel Diop said his forces': the next reporter, comma or none."""
    if cue.form != "finite":
        return False
    for verb in sentence.tokens[token.i + 1 : token.i + 14]:
        if verb.tag in (",", ":"):
            return False
        if verb.tag in FINITE:
            subject = sentence.kid(verb.i, "nsubj")
            return (
                cue_lemma(verb) in words.REPORTING
                and verb.tag == sentence.tokens[cue.i].tag
                and subject is not None
                and subject.is_noun
                and token.i < subject.i < verb.i
                and verb.lower in ("said", "says", "told", "added", "insisted", "warned", "replied")
            )
    return False


def _remains_unclear(sentence: Sentence, token: Token) -> bool:
    """', but it remained unclear when': the reporter's remark."""
    following = [t.lower for t in sentence.tokens[token.i + 1 : token.i + 12]]
    at = next((k for k, w in enumerate(following) if w in ("clear", "unclear", "known")), None)
    return (
        at is not None
        and sentence.tokens[token.i - 1].tag == ","
        and bool({"is", "was", "were", "remained", "remains"} & set(following[:at]))
    )


def _after_quotation(sentence: Sentence, low: int, token: Token) -> bool:
    """'said “the road is open” but gave no details': the closing mark ends what was said."""
    start = sentence.tokens[low].start
    closed = any(q.start <= start < q.end <= token.start for q in sentence.quoted)
    verb = next((t for t in sentence.tokens[token.i + 1 : token.i + 4] if t.is_verb), None)
    return (
        closed
        and verb is not None
        and verb.tag == "VBD"
        and (sentence.kid(verb.i, "nsubj", "nsubjpass") is None)
    )


def _narrator_clause(sentence: Sentence, token: Token) -> bool:
    """', as the two sides pressed ahead': a past-tense clause after a comma sets the scene."""
    if token.lower not in ("as", "while", "hours", "days", "minutes", "after"):
        return False
    for other in sentence.tokens[token.i + 1 : token.i + 16]:
        if other.tag in FINITE:
            return other.tag == "VBD" and sentence.subject(other.i) is not None
    return False


def _outside(sentence: Sentence, token: Token, low: int) -> bool:
    """A gerund after a comma belongs to the reporter unless a verb inside the content governs it closely."""
    governor = sentence.tokens[token.head]
    return not (governor.i >= low and token.i - governor.i <= 2)


def _attached_to_cue(sentence: Sentence, cue: Cue, token: Token) -> bool:
    for governor in (token, *sentence.ancestors(token.i)):
        if governor.dep in ("advcl", "prep") and governor.head == cue.i:
            return True
        if governor.i == cue.i or governor.dep in ("ccomp", "conj"):
            return False
    return False


def _reporter_conjunct(sentence: Sentence, cue: Cue, token: Token) -> bool:
    """Tell whether 'and/but/while …' opens a clause of the reporter's own."""
    verb = _conjunct_verb(sentence, token)
    if verb is None:
        return False
    comma = sentence.tokens[token.i - 1].tag == ","
    own = sentence.kid(verb.i, "nsubj", "nsubjpass", "expl")
    reports = (cue_lemma(verb) in words.REPORTING | words.QUOTE_ONLY) and verb.tag in (
        "VBD",
        "VBZ",
        "VBP",
        "VBN",
    )
    if own is None and comma and token.lower == "but" and cue_lemma(verb) in _STRONG:
        return sentence.kid(verb.i, "aux", "auxpass") is None
    if own is None:
        if verb.head == cue.i and verb.dep == "conj":
            return reports or not any(k.lower in _BACKSHIFT for k in sentence.kids(verb.i, "aux"))
        return (
            verb.tag == sentence.tokens[cue.i].tag == "VBD"
            and _same_tense(sentence, cue, verb)
            and cue_lemma(verb) in _STRONG
        )
    if reports and comma and cue_lemma(verb) in words.REPORTING and own.i > token.i:
        return True
    if verb.dep == "conj" and verb.head == cue.i and own.tag != "PRP" and comma:
        return not any(k.lower in _BACKSHIFT for k in sentence.kids(verb.i, "aux"))
    if token.lower in ("while", "whereas") and comma:
        return verb.head == cue.i or own.is_name
    return False


_STRONG = frozenset(
    "say add tell call urge warn accuse announce insist reiterate stress praise express "
    "condemn reject vow pledge demand appeal declare deny voice decline dismiss welcome "
    "describe promise threaten blame denounce".split()
)


def _same_tense(sentence: Sentence, cue: Cue, verb: Token) -> bool:
    if sentence.kid(verb.i, "aux", "auxpass") is not None:
        return False
    return verb.tag == sentence.tokens[cue.i].tag


def _conjunct_verb(sentence: Sentence, token: Token) -> Token | None:
    """The verb of the clause that a conjunction opens; None for joined nouns and adjectives."""
    governor = sentence.tokens[token.head]
    if token.tag != "CC":
        return governor if governor.is_verb and governor.i > token.i else None
    for kid in sentence.kids(governor.i, "conj"):
        if kid.i > token.i:
            return kid if kid.is_verb else None
    return None
