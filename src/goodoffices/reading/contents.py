"""What a cue reports to its right ("said that …"), as token ranges.

What stands before an attribution is :mod:`goodoffices.reading.leading`, where the words end
:mod:`goodoffices.reading.content_ends`.
"""

from goodoffices.reading.between import skip_addressee, skip_occasion, skip_speech, skip_time
from goodoffices.reading.content_ends import TIME_WORDS, Range, has_finite, right_end
from goodoffices.reading.cues import Cue
from goodoffices.reading.english import cues as words
from goodoffices.reading.noun_phrases import SourceRange
from goodoffices.reading.syntax import FINITE, Sentence, Token


def right_content(sentence: Sentence, cue: Cue, source: SourceRange | None) -> Range | None:
    """Return the clause the cue governs to its right, without the complementiser."""
    after = source is not None and source.low >= cue.high and cue.form != "participle"
    begin = max(cue.high, source.high if after and source is not None else 0)
    if begin < len(sentence) and sentence.tokens[begin].text == ";":
        return None
    low = _that(sentence, cue, begin)
    if low is None:
        low = _clause_start(sentence, cue, begin)
    if low is None and _marked_clause(sentence, begin):
        low = begin
    if low is None or low >= len(sentence):
        return None
    if cue.lemma == "explain" and sentence.tokens[low].lower == "why":
        return None
    low = skip_addressee(sentence, cue, skip_time(sentence, low))
    if sentence.words(low, low + 2).lower() == "only that":
        low += 2  # 'said only that “progress is possible”'
    while low < len(sentence) - 1 and sentence.tokens[low].tag == ",":
        low += 1  # 'said that, as the road was cut, they'
    low = skip_speech(sentence, low)
    high = right_end(sentence, cue, low)
    low, high = sentence.trimmed(low, _after_marks(sentence, low, high))
    return (low, high) if high - low >= 2 else None


def _marked_clause(sentence: Sentence, begin: int) -> bool:
    """'said “anti-trade images, they've got no place here”': a clause in marks right behind the cue."""
    if begin >= len(sentence):
        return False
    start, last = sentence.tokens[begin].start, sentence.tokens[-1].start
    whole = any(0 < start - q.start <= 2 and q.end >= last - 1 for q in sentence.quoted)
    return whole and has_finite(sentence, begin)


def _after_marks(sentence: Sentence, low: int, high: int) -> int:
    """'said “we will see” when asked if': a whole clause in marks is all that was said."""
    quote = next(
        (q for q in sentence.quoted if q.start <= sentence.tokens[low].start < q.end), None
    )
    if quote is None or sentence.tokens[low].start - quote.start > 1:
        return high
    ends = sentence.find(lambda t: t.start >= quote.end, low, high)
    if ends is None or sentence.tokens[ends].lower not in ("when", "after", "before"):
        return high
    return ends if has_finite(sentence, low, ends) else high


def _that(sentence: Sentence, cue: Cue, begin: int) -> int | None:
    """Index after the complementiser 'that' (or 'how') before any other finite verb."""
    clause_end = _time_clause(sentence, cue)
    apart = begin < len(sentence) - 1 and sentence.tokens[begin].tag == ","
    apart = apart and sentence.tokens[begin + 1].tag == "IN" and bool(sentence.gaps)
    if _opens_clause(sentence, cue, begin):
        return None
    behind = _that_after_reason(sentence, begin)
    if behind is not None:
        return behind
    for token in sentence.tokens[begin:]:
        # 'told a session, in a statement, that coal was'
        loose = token.tag == "DT" and sentence.tokens[token.i - 1].tag == ","
        loose = loose and cue.lemma in words.ADDRESSED
        if token.lower == "that" and (loose or token.tag in ("IN", "WDT") or token.dep == "mark"):
            if apart and sentence.tokens[token.i - 1].tag != ",":
                return None  # 'he said, in the first sign that the talks would go on'
            if _stands_for_a_noun(sentence, cue, token):
                return None
            return token.i + 1 if has_finite(sentence, token.i + 1) else None
        if token.i < clause_end:
            continue
        if token.tag in FINITE or token.i > cue.high + 20 or _gerund_ahead(sentence, token):
            return _that_after_aside(sentence, token, begin)
        if token.lower in words.PARTICIPLES and sentence.tokens[token.i - 1].tag in (
            ",",
            "CC",
            "IN",
        ):
            return None
    return None


def _stands_for_a_noun(sentence: Sentence, cue: Cue, that: Token) -> bool:
    """'the road that leads north': a pronoun; where its clause has a subject beside it, it opens speech."""
    subject = that.dep in ("nsubj", "nsubjpass")
    if that.tag != "WDT" or not (subject or that.dep == "dobj"):
        return False
    doers = [t for t in sentence.tokens[that.i + 1 : that.head] if t.dep == "nsubj"]
    if not doers:
        return True
    ahead = sentence.tokens[that.i - 1]
    if subject or ahead.entity in ("DATE", "TIME"):
        return False  # 'has argued since the spring that'
    if sentence.kid(that.head, "ccomp") is not None:
        return False  # 'said after the release that it did not believe they had it'
    if ahead.is_name and (cue.lemma in words.ADDRESSED or doers[0].head != that.head):
        return False  # 'told Harbour News that gaps had narrowed'
    heard = sentence.kid(cue.i, "dobj")
    apart = heard is not None and heard.i < that.i - 1 and cue.lemma in words.ADDRESSED
    # 'told them on the steps that he'
    return not (apart and sentence.tokens[min(that.i + 1, len(sentence) - 1)].tag == "PRP")


def _that_after_aside(sentence: Sentence, gerund: Token, begin: int) -> int | None:
    """'said on Monday, citing the weather, that the road was cut': the clause behind the aside."""
    if gerund.tag != "VBG" or sentence.tokens[gerund.i - 1].tag != ",":
        return None
    if any(t.tag in FINITE for t in sentence.tokens[begin : gerund.i]):
        return None
    comma = sentence.find(lambda t: t.tag == ",", gerund.i + 1, gerund.i + 9)
    if comma is None or sentence.words(comma + 1, comma + 2).lower() != "that":
        return None
    inside = any(t.tag in FINITE for t in sentence.tokens[gerund.i : comma])
    return comma + 2 if not inside and has_finite(sentence, comma + 2) else None


def _that_after_reason(sentence: Sentence, begin: int) -> int | None:
    """'told AFP, because he was not allowed to speak, that it was so': the clause behind the reason."""
    reason = sentence.find(lambda t: t.lower == "because", begin, begin + 9)
    if (
        reason is None
        or sentence.tokens[reason - 1].tag != ","
        or has_finite(sentence, begin, reason)
    ):
        return None
    comma = sentence.find(lambda t: t.tag == ",", reason + 1, reason + 24)
    if comma is None or sentence.next_word(comma) != "that":
        return None
    return comma + 2 if has_finite(sentence, comma + 2) else None


def _opens_clause(sentence: Sentence, cue: Cue, begin: int) -> bool:
    """'said reports that the road was cut were false': a subject follows the cue, 'that' is the noun's."""
    if cue.lemma in words.ADDRESSED or begin != cue.high or begin >= len(sentence):
        return False
    first = sentence.tokens[begin]
    noun = sentence.find(lambda t: t.is_noun, begin)
    if noun is None or first.entity in ("DATE", "TIME") or first.lower in TIME_WORDS:
        return False
    governor = sentence.tokens[sentence.tokens[noun].head]
    return first.tag in ("DT", "NN", "NNS", "NNP", "PRP$", "JJ") and (
        sentence.tokens[noun].dep in ("nsubj", "nsubjpass") and governor.i > noun
    )


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


def _clause_start(sentence: Sentence, cue: Cue, begin: int) -> int | None:
    """Left edge of the clausal complement; by its subject where the parser found none."""
    complements = [k for k in sentence.kids(cue.i, "ccomp") if k.i >= begin and not k.virtual]
    if complements:
        verb = complements[0]
        if _behind_object(sentence, cue, verb):
            return None
        later = next((k for k in complements if _finite_clause(sentence, k)), None)
        infinitive = any(k.tag == "TO" for k in sentence.kids(verb.i, "aux"))
        opens = sentence.kid(verb.i, "nsubj")
        unfinished = infinitive or verb.tag == "JJ"  # 'said others responsible for it were held'
        if unfinished and later is not None and opens is not None:
            return max(begin, sentence.edges[opens.i][0])  # 'said its wish for X to go would be'
        edge = max(sentence.edges[verb.i][0], begin)
        if sentence.gaps and sentence.tokens[edge].lower in ("after", "before", "when"):
            return None  # '“We are late,” he said after the committee voted'
        if not _finite_clause(sentence, verb):
            return _said_phrase(sentence, cue, begin) if verb.tag in ("NNS", "JJ") else None
        edge = _subject_left(sentence, cue, edge, begin)
        if sentence.tokens[edge].tag in FINITE and sentence.subject(verb.i) is None:
            if sentence.headline and sentence.tokens[edge].lower in _BARE:
                return edge  # 'China says will investigate'
            if sentence.tokens[begin].lower in _OPENERS:
                return begin  # 'said he alone determines'
            related = cue.lemma in words.ADDRESSED or _relative_clause(sentence, cue, edge)
            return edge if related else None
        return edge
    if cue.form == "according":
        return None
    bare = _bare_clause(sentence, cue, begin)
    if bare is None and not cue.passive and _relative_clause(sentence, cue, begin):
        return begin
    return _said_phrase(sentence, cue, begin) if bare is None else bare


def _behind_object(sentence: Sentence, cue: Cue, verb: Token) -> bool:
    """'since he announced his candidacy, here we are': what was announced stands before the comma."""
    low = sentence.edges[verb.i][0]
    thing = sentence.kid(cue.i, "dobj")
    comma = sentence.find(lambda t: t.tag == ",", cue.high, low + 1)
    if thing is None or comma is None or sentence.gaps or cue.lemma in words.ADDRESSED:
        return False
    return cue.i < thing.i < comma


_BARE = frozenset("will would has have had is are".split())
"""With these a headline's clause may do without its subject: 'China says has done its best'."""


def _of_a_noun(sentence: Sentence, cue: Cue, begin: int) -> bool:
    """'citing photos they say show a tunnel': the clause lacks the noun the cue hangs on."""
    verb = sentence.tokens[cue.i]
    at = cue.low - 1
    while at > 1 and sentence.tokens[at].dep == "aux":
        at -= 1  # 'a brink they have said is close'
    return (
        verb.dep == "relcl"
        and sentence.tokens[at].tag == "PRP"
        and sentence.tokens[at - 1].is_noun
        and sentence.tokens[begin].tag in FINITE | {"VB"}
    )


def _relative_clause(sentence: Sentence, cue: Cue, begin: int) -> bool:
    """'these groups, which he said do not kill innocent people': the predicate after the cue."""
    if cue.form != "finite" or begin >= len(sentence):
        return False
    if sentence.tokens[begin].tag not in FINITE | {"VB", "VBN"}:
        return False
    before = sentence.tokens[max(0, cue.low - 5) : cue.low]
    if begin == cue.high and len(before) > 1 and _of_a_noun(sentence, cue, begin):
        return True
    could = sentence.tokens[begin].tag == "MD" and begin == cue.high and cue.lemma == "say"
    if could and len(before) > 1 and before[-1].tag in ("PRP", "NNP", "NNS"):
        return True  # 'a step Renko said could'
    relative = next(
        (
            t
            for t in before
            if (
                t.lower in ("which", "who", "whom", "that", "what") and t.tag in ("WDT", "WP", "IN")
            )
            or t.tag == "WP$"
        ),
        None,
    )
    if relative is None:
        return False
    if relative.lower == "whom" and sentence.tokens[relative.i - 1].lower == "of":
        return True  # 'all of whom she said had been taken'
    free = relative.i == 0 or sentence.tokens[relative.i - 1].tag not in ("IN", "TO")
    return free or relative.lower == "what"


def _said_phrase(sentence: Sentence, cue: Cue, begin: int) -> int | None:
    """'says the groups willing to talk want …': what is said has a verb, though the tree lost it."""
    if begin >= len(sentence):
        return None
    begin = skip_time(sentence, begin)
    first = sentence.tokens[begin]
    if first.lower in _OPENERS and begin == cue.high and cue.lemma in _SAID:
        verb = sentence.find(lambda t: t.tag in FINITE, begin + 1, begin + 6)
        return begin if verb is not None else None  # 'said he alone determines policy'
    if cue.lemma != "say" and not cue.passive:
        return None
    if first.tag == "VBG" and begin == cue.high and _gerund_speaks(sentence, begin):
        return begin  # 'said ending the tax could cost jobs'
    if first.tag not in ("DT", "NN", "NNS", "NNP", "NNPS", "PRP$", "JJ", "CD"):
        return None
    dated = first.entity in ("DATE", "TIME") or first.lower in TIME_WORDS | _SAID_THINGS
    if dated and sentence.words(begin + 1, begin + 2) not in ("'s", "’s"):
        return None
    verb = sentence.find(lambda t: (t.is_verb and t.tag != "VBG") or t.tag in FINITE, begin + 1)
    comma = sentence.find(lambda t: t.tag in (",", ":"), begin + 1)
    near = verb is not None and (comma is None or verb < comma)
    return begin if verb is not None and (near or first.tag in ("DT", "PRP$")) else None


_SAID = frozenset("say insist claim argue".split())
_OPENERS = frozenset("he she they we only".split())


def _gerund_speaks(sentence: Sentence, begin: int) -> bool:
    """Whether a modal without a subject of its own follows: the gerund is its subject."""
    return any(
        t.tag == "MD" and sentence.kid(t.head, "nsubj", "nsubjpass") is None
        for t in sentence.tokens[begin + 1 :]
    )


_SAID_THINGS = frozenset(
    "so as much nothing anything something this that things words little".split()
)


def _subject_left(sentence: Sentence, cue: Cue, edge: int, begin: int) -> int:
    """'told officials in Kiev his country will take': the subject the tree hung to the place before."""
    if sentence.tokens[edge].tag not in ("MD", "VBD", "VBZ", "VBP") or edge <= begin:
        return edge
    if cue.lemma not in words.ADDRESSED and all(
        t.tag.startswith(("DT", "NN", "JJ", "PRP", "CD")) for t in sentence.tokens[begin:edge]
    ):
        return begin
    if cue.lemma in words.ADDRESSED:
        heard = [t.i for t in sentence.tokens[begin:edge] if t.lower in words.AUDIENCE]
        if heard and heard[-1] + 1 < edge and sentence.tokens[heard[-1] + 1].tag != "RB":
            return heard[-1] + 1  # 'told the council merchants could not survive'
    first = sentence.tokens[begin]
    opens = first.tag in ("DT", "NN", "NNS", "NNP", "PRP$") and first.entity not in ("DATE", "TIME")
    if cue.lemma == "say" and opens and sentence.subject(sentence.tokens[edge].head) is None:
        return begin
    taken = sentence.kid(cue.i, "dobj")
    if taken is not None and begin <= taken.i and sentence.edges[taken.i][1] == edge - 1:
        return max(begin, sentence.edges[taken.i][0])  # 'explained the plan to save was to'
    for at in range(edge - 1, max(begin, edge - 5), -1):
        token = sentence.tokens[at]
        if token.entity in ("DATE", "TIME") and at + 1 < edge:
            return at + 1  # 'said on Friday China has'
        if token.tag == "PRP$" or token.tag == "PRP" or (token.tag == "DT" and at > begin):
            return at
        if not (token.is_noun or token.tag == "JJ"):
            return edge
    return edge


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
    doer = sentence.kid(verb.i, "nsubj", "nsubjpass", "expl")
    if verb.is_verb and doer is not None:
        return doer.tag != "PRP$"  # 'announced his pulling out'
    low = sentence.edges[verb.i][0]
    return verb.tag == "VBN" and has_finite(sentence, low, verb.i)


def _modifies_doer(sentence: Sentence, cue: Cue, after: int) -> bool:
    """'a man claiming allegiance to the group gunned them down': the man did, nobody says so."""
    noun = sentence.tokens[sentence.tokens[cue.i].head]
    verb = sentence.tokens[noun.head]
    hangs = cue.form == "participle" and sentence.tokens[cue.i].dep == "acl"
    return hangs and noun.dep in ("nsubj", "nsubjpass") and verb.i == after


def _bare_clause(sentence: Sentence, cue: Cue, begin: int) -> int | None:
    """'said [time/addressee] NP finite-verb' where the tree does not show it."""
    at = skip_time(sentence, begin)
    if at >= len(sentence):
        return None
    at = skip_occasion(sentence, at)
    taken = sentence.kid(cue.i, "dobj")  # 'claimed the cut in funds was illegal'
    after = sentence.edges[taken.i][1] + 1 if taken is not None and taken.i >= at else len(sentence)
    if _modifies_doer(sentence, cue, after):
        return None
    if taken is not None and after < len(sentence) and sentence.tokens[after].tag in FINITE:
        return max(at, sentence.edges[taken.i][0])
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
            if subject.i < at:
                return None
            low = min(sentence.edges[subject.i][0], token.i)
            thing = sentence.kid(cue.i, "dobj") if cue.lemma == "say" else None
            if thing is not None and at <= thing.i < low:  # 'says the groups willing to talk want'
                low = sentence.edges[thing.i][0]
            return max(at, low)
    return None
