"""What a cue reports to its right ("said that …"), as token ranges.

What stands before an attribution is :mod:`goodoffices.reading.attributions.leading`, where the words end
:mod:`goodoffices.reading.attributions.content_ends`.
"""

from goodoffices.reading.attributions.between import (
    skip_addressee,
    skip_occasion,
    skip_speech,
    skip_time,
)
from goodoffices.reading.attributions.complementisers import after_that
from goodoffices.reading.attributions.content_ends import TIME_WORDS, Range, has_finite, right_end
from goodoffices.reading.attributions.cues import Cue
from goodoffices.reading.attributions.noun_phrases import SourceRange
from goodoffices.reading.english import cues as words
from goodoffices.reading.grammar.syntax import FINITE, Sentence, Token


def right_content(sentence: Sentence, cue: Cue, source: SourceRange | None) -> Range | None:
    """Return the clause the cue governs to its right, without the complementiser."""
    after = source is not None and source.low >= cue.high and cue.form != "participle"
    begin = max(cue.high, source.high if after and source is not None else 0)
    if begin < len(sentence) and sentence.tokens[begin].text == ";":
        return None
    low = after_that(sentence, cue, begin)
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


def _clause_start(sentence: Sentence, cue: Cue, begin: int) -> int | None:
    """Left edge of the clausal complement; by its subject where the parser found none."""
    if _gerund_and_clause(sentence, cue, begin):
        return begin
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
    gerund = sentence.tokens[begin] if begin < len(sentence) else None
    if gerund is not None and gerund.tag == "VBG" and gerund.head == cue.i and cue.lemma in _SEEN:
        return begin if begin == cue.high and gerund.dep in ("xcomp", "ccomp") else None
    bare = _bare_clause(sentence, cue, begin)
    if bare is None and not cue.passive and _relative_clause(sentence, cue, begin):
        return begin
    return _said_phrase(sentence, cue, begin) if bare is None else bare


def _gerund_and_clause(sentence: Sentence, cue: Cue, begin: int) -> bool:
    """'said calling it so will do nothing': the gerund behind the cue is the subject of what is said."""
    if begin != cue.high or sentence.tag_at(begin) != "VBG" or cue.lemma not in _SAID:
        return False
    clauses = [*sentence.kids(cue.i, "ccomp"), *sentence.kids(begin, "ccomp")]
    return any(
        k.i > begin and _finite_clause(sentence, k) and not sentence.kid(k.i, "mark")
        for k in clauses
    )


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
        and sentence.tokens[begin].tag in FINITE | {"VB", "VBN"}
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


_SEEN = frozenset("report recall admit acknowledge".split())
"""'reported hearing shots': these take a gerund for what is told."""
_SAID = frozenset("say insist claim argue".split())
_OPENERS = frozenset("he she they we only".split())


def _gerund_speaks(sentence: Sentence, begin: int) -> bool:
    """Whether a finite verb that wants a subject follows: 'said taxing water (which) saves it'."""
    comma = sentence.find(lambda t: t.tag in (",", ":", "``"), begin) or len(sentence)
    for verb in sentence.tokens[begin + 1 : comma]:
        if verb.tag not in FINITE:
            continue
        owner = verb.head if verb.dep in ("aux", "auxpass") else verb.i
        subject = sentence.kid(owner, "nsubj", "nsubjpass")
        if subject is None or (begin < subject.i <= begin + 2 and subject.tag != "WDT"):
            return sentence.tokens[owner].dep != "relcl"
    return False


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
