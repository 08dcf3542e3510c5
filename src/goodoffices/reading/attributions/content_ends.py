"""Where reported words end: the first place where the reporter, not the speaker, goes on.

Up to there coordinated clauses belong to the content.
"""

import re

from goodoffices.reading.attributions.conjuncts import (
    another_reports,
    next_cue,
    no_more,
    reporter_conjunct,
)
from goodoffices.reading.attributions.cues import Cue, cue_lemma
from goodoffices.reading.attributions.subjects import clause_comma
from goodoffices.reading.english import calendar
from goodoffices.reading.english import cues as words
from goodoffices.reading.grammar.syntax import FINITE, Sentence, Token, root_of

Range = tuple[int, int]

WEEKDAYS = frozenset({*calendar.WEEKDAYS, "today", "yesterday", "tomorrow"})
TIME_WORDS = WEEKDAYS | frozenset(
    "late early earlier later night morning evening afternoon week month on in at".split()
)
CUT_CONJ = frozenset(
    {"while", "as", "after", "before", "when", "hours", "days", "minutes", "amid", "following"}
)
_WHILE = frozenset("while whereas although though after before when where as".split())


def has_finite(sentence: Sentence, low: int, high: int | None = None) -> bool:
    """Tell whether a finite verb stands in [low, high)."""
    return any(
        t.tag in FINITE or t.lower in ("is", "was", "are", "were")
        for t in sentence.tokens[low:high]
    )


def right_end(sentence: Sentence, cue: Cue, low: int) -> int:
    """Index where content starting at ``low`` ends: the first place the reporter goes on."""
    asked = sentence.tokens[cue.i].lower == "asked"
    ahead_of = sentence.tokens[: cue.low]
    opening = (cue.form == "participle" or asked) and all(
        t.tag in ("CC", "RB", ",", "IN", "WRB") or t.virtual for t in ahead_of
    )
    opening = opening or _before_main(sentence, cue, low)
    opening = opening or sentence.words(0, cue.low).lower() in ("having", "in addition to")
    if opening:
        comma = clause_comma(sentence, low)
        if comma is not None:
            return comma
    mark = _opening_mark(sentence, cue)
    ahead = sentence.tokens[cue.i].head > cue.i  # 'In 2004, although officials conceded'
    if mark is not None and (mark.i <= 1 or ahead) and mark.lower in _WHILE:
        comma = clause_comma(sentence, low)
        if comma is not None:
            return comma  # 'While Paris said it was ready, Berlin said it was not'
    relative = sentence.tokens[low].tag in FINITE
    for token in sentence.tokens[low + 1 :]:
        if relative and token.tag == ",":
            return token.i
        if _cut_here(sentence, cue, low, token):
            return token.i
    return len(sentence)


def _before_main(sentence: Sentence, cue: Cue, low: int) -> bool:
    """'In answer to a question suggesting that …, the spokesman said': the main clause comes behind."""
    root = root_of(sentence.tokens)
    subject = sentence.subject(root.i) if root is not None and root.is_verb else None
    return (
        cue.form == "participle" and subject is not None and subject.i > low and not subject.virtual
    )


def _opening_mark(sentence: Sentence, cue: Cue) -> Token | None:
    """'While', 'When', 'Even as' before the cue, or before the verb that the cue is joined to."""
    verb = sentence.tokens[cue.i]
    if verb.dep == "conj":
        above = sentence.tokens[verb.head]
        verb = above if above.dep == "advcl" else verb
    mark = sentence.kid(verb.i, "mark")
    if mark is None:
        mark = next((k for k in sentence.kids(verb.i, "advmod") if k.tag == "WRB"), None)
    return mark if mark is None or mark.i < verb.i else None


_SPOKE = frozenset("said says added insisted argued replied".split())


def _cut_here(sentence: Sentence, cue: Cue, low: int, token: Token) -> bool:
    before = sentence.tokens[token.i - 1]
    comma = before.tag in (",", ":")
    if comma and (
        _reporter_remarks(sentence, token)
        or _resumes(sentence, cue, token)
        or trailing_attribution(sentence, token.i)
    ):
        return True
    if token.tag == "VBG" and before.tag == "CC" and token.dep == "conj" and token.head == cue.i:
        return True
    if named_gerund(sentence, token) or next_cue(sentence, cue, token):
        return True
    if token.lower == "according" and comma:
        return True
    if token.tag == "VBG" and (comma or before.tag == "CC") and not _quoted(sentence, token):
        return token.lower in words.PARTICIPLES | words.NARRATIVE_PARTICIPLES and _outside(
            sentence, token, low
        )
    if token.lower in ("while", "whilst", "before", "after"):
        following = sentence.tokens[token.i + 1 : token.i + 2]
        tells = following and (
            token.lower.startswith("wh") or sentence.kid(following[0].i, "ccomp") is not None
        )
        if tells and following[0].lower in words.PARTICIPLES:
            return True  # ', while stressing that'
    if token.lower == "while" and comma and _after_mark(sentence, low, token):
        return True  # 'said they had acted “without delay”, while fishermen staged a protest'
    if token.lower == "as" and token.dep == "mark" and _after_mark(sentence, low, token):
        return True  # 'says he is “glad of it” as he faces a vote'
    if (comma or _after_mark(sentence, low, token)) and _IN_TALK.match(
        sentence.words(token.i, token.i + 4).lower()
    ):
        return True  # 'saying he wants no “junk,” in an interview with CNN'
    if before.text == ";" and token.tag == "CC" and _after_mark(sentence, low, token):
        return True
    if before.text == ";" and token.tag == "PRP" and sentence.next_word(token.i) in _SPOKE:
        return True  # 'She said it would open; he said he would be on it'
    if before.text == ";":
        return token.tag not in ("PRP", "CC", "IN") and has_finite(sentence, token.i)
    if token.tag == "CC" and _after_quotation(sentence, low, token):
        return True
    if token.lower == "because" and _says_anew(sentence, token):
        return True
    if _occasion(sentence, token):
        return True
    if token.lower == "after" and _came_first(sentence, cue, low, token):
        return True
    if token.tag == "CC" and sentence.words(token.i + 1, token.i + 2).lower() == "that":
        return False
    if comma and _one_of_three(sentence, cue, token):
        return True
    if token.lower in ("but", "although", "though") and comma and no_more(sentence, token):
        return True
    if token.tag == "CC" and comma and _parenthetical_after(sentence, token):
        return True
    if token.lower == "but" and sentence.next_word(token.i) == "only":
        return False  # 'would accept a truce, but only if'
    joins = token.tag == "CC" or token.lower in ("but", "while", "whereas", "although", "though")
    if joins and (another_reports(sentence, cue, token) or _remains_unclear(sentence, token)):
        return True
    if joins:
        return reporter_conjunct(sentence, cue, token)
    if comma and token.lower == "as" and sentence.next_word(token.i) in _AS_PLANNED:
        return False
    if comma and token.lower in CUT_CONJ:
        return _attached_to_cue(sentence, cue, token) or _narrator_clause(sentence, token)
    return False


def _one_of_three(sentence: Sentence, cue: Cue, token: Token) -> bool:
    """'confirmed it was so, put it at a hundred, and joked that': what the speaker did next."""
    past = "VBD" if token.lower in _SAME_IN_PAST else token.tag
    alike = token.dep == "conj" and token.head == cue.i and past == sentence.tokens[cue.i].tag
    if not alike or sentence.kid(token.i, "nsubj") is not None:
        return False
    third = sentence.kid(token.i, "conj")
    return (
        third is not None
        and third.tag == past
        and cue_lemma(third) in words.REPORTING
        and sentence.kid(third.i, "nsubj") is None
    )


_SAME_IN_PAST = frozenset("put set cut let hit shut".split())


def _came_first(sentence: Sentence, cue: Cue, low: int, token: Token) -> bool:
    """'is telling voters he is tough after a woman told him': what is so now, after what was done."""
    now = sentence.find(lambda t: t.tag in FINITE, low, token.i)
    then = sentence.find(lambda t: t.tag in FINITE, token.i + 1)
    present = sentence.tokens[cue.i].tag in ("VBZ", "VBP", "VBG") and token.dep == "mark"
    if not present or now is None or then is None:
        return False
    own = sentence.subject(then)
    return (
        sentence.tokens[now].tag in ("VBZ", "VBP")
        and sentence.tokens[then].tag == "VBD"
        and own is not None
        and own.i > token.i
        and own.tag != "PRP"
        and any(t.lower in ("him", "her", "them") for t in sentence.tokens[then:])
    )  # not 'prices are rising after a drought ruined the crop'


def _occasion(sentence: Sentence, token: Token) -> bool:
    """'says it is proud after being pressed on it', '… and two weeks after a panel met': when it was said."""
    ahead = sentence.words(token.i, token.i + 5).lower()
    return token.lower in ("after", "and", "despite") and _OCCASION.match(ahead) is not None


_IN_TALK = re.compile(r"in an? (?:\w+ )?(?:interview|statement|speech|tweet|post|email|e-mail)\b")
_OCCASION = re.compile(
    r"after (?:being|having been) (?:asked|pressed|questioned|challenged|quizzed|confronted)\b"
    r"|despite (?:\w+ )?(?:claims|reports|suggestions|rumou?rs|speculation|allegations)\b"
    r"|and (?:\w+ ){0,2}(?:hours?|days?|weeks?|months?|years?) (?:after|before)\b"
)
_AS_PLANNED = frozenset("expected planned agreed promised scheduled usual always well such".split())


def _says_anew(sentence: Sentence, token: Token) -> bool:
    """'… because it said production had improved': a statement of its own."""
    following = sentence.tokens[token.i + 1 : token.i + 3]
    return (
        len(following) == 2
        and following[0].tag == "PRP"
        and following[1].lower in ("said", "says", "argued", "argues")
    )


def _parenthetical_after(sentence: Sentence, token: Token) -> bool:
    """', and instead of waiting, Bolton says, the minister …': the next clause is attributed anew."""
    for verb in sentence.tokens[token.i + 2 :]:
        if verb.tag not in ("VBD", "VBZ") or cue_lemma(verb) not in words.REPORTING:
            continue
        at = verb.i - 1
        while at > token.i and (sentence.tokens[at].is_name or sentence.tokens[at].tag == "PRP"):
            at -= 1
        named = at < verb.i - 1 and sentence.tokens[at].tag in (",", "``", "''")
        if at > token.i + 1 and named:
            return True
    return False


def named_gerund(sentence: Sentence, token: Token) -> bool:
    """'… and Prodi saying': somebody else's words follow."""
    following = sentence.tokens[token.i + 1 : token.i + 4]
    gerunds = words.PARTICIPLES | words.NARRATIVE_PARTICIPLES
    at = next((k for k, t in enumerate(following) if t.lower in gerunds), 0)
    return token.tag == "CC" and at > 0 and all(t.is_name for t in following[:at])


def _reporter_remarks(sentence: Sentence, token: Token) -> bool:
    """', a move that angered Paris', '- a reference to', ', which he said broke the law': not said."""
    following = sentence.tokens[token.i + 1 : token.i + 4]
    if alludes(sentence, token):
        return True
    if len(following) < 3:
        return False
    marked = any(q.end <= token.start for q in sentence.quoted)
    if marked and _STIRRED.match(sentence.words(token.i, token.i + 9).lower()):
        return True
    if token.lower == "which":
        return following[0].tag == "PRP" and cue_lemma(following[1]) in words.REPORTING
    if token.lower not in ("a", "an"):
        return False
    at = next((k for k, t in enumerate(following[:2]) if t.lower in words.DEEDS), None)
    if at is None:
        return False
    after = sentence.tokens[token.i + at + 2 : token.i + at + 7]
    answered = any(t.lemma in _ANSWERING for t in after)  # 'a claim the army denied'
    then = following[at + 1].lower
    dash = sentence.tokens[token.i - 1].text != "," and then in ("he", "she", "they", "it")
    return answered or dash or then in ("that", "which")


_ANSWERING = frozenset(
    "deny reject dispute dismiss refute contradict contest question describe call".split()
)


def alludes(sentence: Sentence, token: Token) -> bool:
    """'- a reference to', ', in an apparent allusion to': the reporter explains."""
    ahead = sentence.words(token.i, token.i + 5).lower()
    return token.lower in ("a", "an", "in", "the") and _ALLUDING.match(ahead) is not None


_ALLUDING = re.compile(
    r"(?:in )?(?:an? )?(?:\w+ )?(?:reference|allusion) to\b"
    r"|an? (?:\w+ )?(?:swipe|jab) at\b|the (?:latter|former) (?:an? )?(?:reference|allusion) to\b"
)
_STIRRED = re.compile(
    r"which (?:raised|drew|sparked|prompted|triggered|caused|provoked|stirred) (?:\w+ ){0,3}?"
    r"(?:concerns?|criticism|questions|outrage|fears?|anger|protests?|alarm|condemnation)\b"
)
"""', which raised concerns among experts': what came of the words."""


def _resumes(sentence: Sentence, cue: Cue, token: Token) -> bool:
    """'the mediator, stressing that …, described plans': the clause around the gerund goes on."""
    if token.tag == "RB" and token.i + 1 < len(sentence):
        token = sentence.tokens[token.i + 1]  # ', ultimately did not show up'
    inside = (sentence.tokens[cue.i], *sentence.ancestors(cue.i))
    aside = token.tag in ("VBD", "VBZ") and any(g.dep == "relcl" for g in inside)
    if (cue.form != "participle" and not aside) or token.tag not in ("VBD", "VBZ", "VBN"):
        return False
    if aside and token.dep in ("aux", "auxpass") and token.head > token.i:
        token = sentence.tokens[
            token.head
        ]  # 'the racism it says the school was built on, did not answer'
    subject = sentence.kid(token.i, "nsubj", "nsubjpass")
    return (subject is None and token.dep in ("ROOT", "conj")) or (
        subject is not None and subject.i < cue.low
    )


def trailing_attribution(sentence: Sentence, at: int) -> bool:
    """'…, Abdurrahman said.', '…, the agency reported him as saying': somebody else reports all of it."""
    verb = sentence.find(lambda t: t.tag in ("VBD", "VBZ"), at, at + 9)
    if verb is None or verb == at or cue_lemma(sentence.tokens[verb]) not in words.REPORTING:
        return False
    group = sentence.tokens[at:verb]
    if not all(t.tag.startswith(("NN", "DT", "JJ", "PRP", "POS", "CD", "CC")) for t in group):
        return False
    rest = [t for t in sentence.tokens[verb + 1 :] if t.tag not in (".", "''", "``")]
    according = next((k for k, t in enumerate(rest) if t.lower == "according"), len(rest))
    rest = [t for t in rest[:according] if t.tag != ","]
    rest = rest[: next((k for k, t in enumerate(rest) if t.lower in CUT_CONJ), len(rest))]
    as_saying = len(rest) >= 2 and [t.lower for t in rest[-2:]] == ["as", "saying"]
    when = all(t.lower in TIME_WORDS for t in rest)
    return when or as_saying


def _remains_unclear(sentence: Sentence, token: Token) -> bool:
    """', but it remained unclear when': the reporter's remark."""
    following = [t.lower for t in sentence.tokens[token.i + 1 : token.i + 12]]
    at = next((k for k, w in enumerate(following) if w in ("clear", "unclear", "known")), None)
    return (
        at is not None
        and sentence.tokens[token.i - 1].tag == ","
        and bool({"is", "was", "were", "remained", "remains"} & set(following[:at]))
    )


def _quoted(sentence: Sentence, token: Token) -> bool:
    return any(q.start <= token.start < q.end for q in sentence.quoted)


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


def _after_mark(sentence: Sentence, low: int, token: Token) -> bool:
    """'are turned back “where it is safe”; and the government must …': a mark closed just before."""
    start, stop = sentence.tokens[low].start, sentence.tokens[token.i - 1].start
    return any(start <= q.start and stop - 2 <= q.end <= stop for q in sentence.quoted)


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
    if sentence.tokens[token.i - 1].tag == "," and token.lower in words.PARTICIPLES:
        return governor.tag != "VBG" or governor.i < low or bool(sentence.kid(governor.i, "nsubj"))
    return not (governor.i >= low and token.i - governor.i <= 2)


def _attached_to_cue(sentence: Sentence, cue: Cue, token: Token) -> bool:
    for governor in (token, *sentence.ancestors(token.i)):
        if governor.dep in ("advcl", "prep") and governor.head == cue.i:
            return True
        if governor.i == cue.i or governor.dep in ("ccomp", "conj"):
            return False
    return False
