"""Where reported words end: the first place where the reporter, not the speaker, goes on.

Up to there coordinated clauses belong to the content.
"""

import re

from goodoffices.reading.cues import Cue, cue_lemma
from goodoffices.reading.english import cues as words
from goodoffices.reading.subjects import clause_comma
from goodoffices.reading.syntax import FINITE, Sentence, Token

Range = tuple[int, int]

WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split()
)
TIME_WORDS = WEEKDAYS | frozenset(
    "late early earlier later night morning evening afternoon week month on in at".split()
)
CUT_CONJ = frozenset(
    {"while", "as", "after", "before", "when", "hours", "days", "minutes", "amid", "following"}
)
_WHILE = frozenset("while whereas although though after before when".split())
_BACKSHIFT = frozenset({"would", "could", "should", "might", "had", "'d"})


def has_finite(sentence: Sentence, low: int, high: int | None = None) -> bool:
    """Tell whether a finite verb stands in [low, high)."""
    return any(
        t.tag in FINITE or t.lower in ("is", "was", "are", "were")
        for t in sentence.tokens[low:high]
    )


def right_end(sentence: Sentence, cue: Cue, low: int) -> int:
    """Index where content starting at ``low`` ends: the first place the reporter goes on."""
    asked = sentence.tokens[cue.i].lower == "asked"
    opening = (cue.form == "participle" or asked) and all(
        t.tag in ("CC", "RB", ",", "IN", "WRB") or t.virtual for t in sentence.tokens[: cue.low]
    )
    if opening:
        comma = clause_comma(sentence, low)
        if comma is not None:
            return comma
    mark = sentence.kid(cue.i, "mark")
    if mark is not None and mark.i <= 1 and mark.lower in _WHILE:
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
    if named_gerund(sentence, token):
        return True
    if token.lower == "according" and comma:
        return True
    if token.tag == "VBG" and (comma or before.tag == "CC"):
        return token.lower in words.PARTICIPLES | words.NARRATIVE_PARTICIPLES and _outside(
            sentence, token, low
        )
    if token.lower in ("while", "whilst"):
        following = sentence.tokens[token.i + 1 : token.i + 2]
        if following and following[0].lower in words.PARTICIPLES:
            return True  # ', while stressing that'
    if before.text == ";" and token.tag == "CC" and _after_mark(sentence, low, token):
        return True
    if before.text == ";":
        return token.tag not in ("PRP", "CC", "IN") and has_finite(sentence, token.i)
    if token.tag == "CC" and _after_quotation(sentence, low, token):
        return True
    if token.lower == "because" and _says_anew(sentence, token):
        return True
    if token.tag == "CC" and sentence.words(token.i + 1, token.i + 2).lower() == "that":
        return False
    if token.lower == "but" and comma and _no_more(sentence, token):
        return True
    if token.tag == "CC" and comma and _parenthetical_after(sentence, token):
        return True
    joins = token.tag == "CC" or token.lower in ("but", "while", "whereas", "although", "though")
    if joins and (_another_reports(sentence, cue, token) or _remains_unclear(sentence, token)):
        return True
    if joins:
        return _reporter_conjunct(sentence, cue, token)
    if comma and token.lower == "as" and sentence.next_word(token.i) in _AS_PLANNED:
        return False
    if comma and token.lower in CUT_CONJ:
        return _attached_to_cue(sentence, cue, token) or _narrator_clause(sentence, token)
    return False


_AS_PLANNED = frozenset("expected planned agreed promised scheduled usual always well such".split())


def _no_more(sentence: Sentence, token: Token) -> bool:
    """', but he gave no details', ', but declined to say': the reporter on what was not said."""
    following = [t.lower for t in sentence.tokens[token.i + 1 : token.i + 8]]
    if following and following[0] in ("he", "she", "they", "it"):
        following = following[1:]
    if not following:
        return False
    if following[0] in ("gave", "offered", "provided"):
        return "no" in following[1:3]
    if following[:2] == ["did", "not"]:
        return bool(
            set(following[2:4]) & {"say", "elaborate", "give", "specify", "name", "provide"}
        )
    return following[0] in ("declined", "refused") and following[1:2] == ["to"]


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
    at = next((k for k, t in enumerate(following) if t.lower in words.PARTICIPLES), 0)
    return token.tag == "CC" and at > 0 and all(t.is_name for t in following[:at])


def _reporter_remarks(sentence: Sentence, token: Token) -> bool:
    """', a move that angered Paris', '- a reference to', ', which he said broke the law': not said."""
    following = sentence.tokens[token.i + 1 : token.i + 4]
    if alludes(sentence, token):
        return True
    if len(following) < 3:
        return False
    if token.lower == "which":
        return following[0].tag == "PRP" and cue_lemma(following[1]) in words.REPORTING
    if token.lower not in ("a", "an"):
        return False
    at = next((k for k, t in enumerate(following[:2]) if t.lower in words.DEEDS), None)
    if at is None:
        return False
    after = sentence.tokens[token.i + at + 2 : token.i + at + 7]
    answered = any(t.lemma in _ANSWERING for t in after)  # 'a claim the army denied'
    return answered or following[at + 1].lower in ("that", "which")


_ANSWERING = frozenset(
    "deny reject dispute dismiss refute contradict contest question describe call".split()
)


def alludes(sentence: Sentence, token: Token) -> bool:
    """'- a reference to', ', in an apparent allusion to': the reporter explains."""
    ahead = sentence.words(token.i, token.i + 5).lower()
    return token.lower in ("a", "an", "in") and _ALLUDING.match(ahead) is not None


_ALLUDING = re.compile(r"(?:in )?(?:an? )?(?:\w+ )?(?:reference|allusion) to\b")


def _resumes(sentence: Sentence, cue: Cue, token: Token) -> bool:
    """'the mediator, stressing that …, described plans': the clause around the gerund goes on."""
    aside = sentence.tokens[cue.i].dep == "relcl" and token.tag == "VBD"
    if (cue.form != "participle" and not aside) or token.tag not in ("VBD", "VBZ", "VBN"):
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
    if not all(t.tag.startswith(("NN", "DT", "JJ", "PRP", "POS", "CD", "CC")) for t in group):
        return False
    rest = [t for t in sentence.tokens[verb + 1 :] if t.tag not in (".", "''", "``")]
    according = next((k for k, t in enumerate(rest) if t.lower == "according"), len(rest))
    rest = [t for t in rest[:according] if t.tag != ","]
    as_saying = len(rest) >= 2 and [t.lower for t in rest[-2:]] == ["as", "saying"]
    when = all(t.lower in TIME_WORDS for t in rest)
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
            if _grants(sentence, token, verb, subject):
                return True
            return (
                cue_lemma(verb) in words.REPORTING
                and verb.tag == sentence.tokens[cue.i].tag
                and subject is not None
                and subject.is_noun
                and token.i < subject.i < verb.i
                and verb.lower in ("said", "says", "told", "added", "insisted", "warned", "replied")
            )
    return False


def _grants(sentence: Sentence, token: Token, verb: Token, subject: Token | None) -> bool:
    """'said he had seen no step - though he acknowledged that': the speaker, reported anew."""
    set_off = sentence.tokens[token.i - 1].tag in (",", ":", "HYPH")
    return (
        set_off
        and subject is not None
        and subject.i == token.i + 1
        and subject.lower in ("he", "she", "they", "it")
        and verb.lower in ("acknowledged", "admitted", "conceded", "cautioned", "added")
    )


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
    governor = sentence.tokens[verb.head]
    if own is None and not reports and any(k.tag == "TO" for k in sentence.kids(verb.i, "aux")):
        return False  # 'will resume talks, but only to see whether'
    if own is None and cue_lemma(verb) == "say" and verb.tag != sentence.tokens[cue.i].tag:
        return sentence.kid(verb.i, "ccomp") is not None  # 'says they go well and said he expects'
    if (
        own is None
        and verb.tag == "VBD"
        and any(k.lower == "will" for k in sentence.kids(governor.i, "aux"))
    ):
        return True  # 'has said he will raise it and avoided it'
    if own is None and comma and token.lower == "but" and cue_lemma(verb) in _STRONG:
        return sentence.kid(verb.i, "aux", "auxpass") is None
    if own is None:
        if token.lower == "but" and not comma and sentence.kid(verb.i, "neg") is not None:
            return _no_more(sentence, token)  # 'said she heard it but did not tell the police'
        have = next((k.lower for k in sentence.kids(verb.i, "aux")), "")
        if have in ("have", "has") and sentence.tokens[cue.i].tag in ("VBP", "VBZ"):
            return cue_lemma(verb) in _STRONG  # 'say it was unfair and have demanded'
        if verb.head == cue.i and verb.dep == "conj":
            return reports or not any(k.lower in _BACKSHIFT for k in sentence.kids(verb.i, "aux"))
        return (
            verb.tag == sentence.tokens[cue.i].tag == "VBD"
            and _same_tense(sentence, cue, verb)
            and cue_lemma(verb) in _STRONG
        )
    plain = verb.tag == sentence.tokens[cue.i].tag == "VBD" and not sentence.kid(verb.i, "aux")
    if own.lower in ("he", "she") and plain and cue_lemma(verb) in _ACTS:
        return True  # '… has failed and she recommended ending it'
    if reports and comma and cue_lemma(verb) in words.REPORTING and own.i > token.i:
        return True
    goes_on = own.tag == "PRP" or (own.tag == "EX" and token.lower == "and")
    lasting = any(k.tag in ("VBP", "VBZ") for k in sentence.kids(verb.i, "aux", "auxpass"))
    if lasting and sentence.tokens[cue.i].tag == "VBD":
        return False  # 'said … , and prices have doubled'
    if verb.dep == "conj" and verb.head == cue.i and not goes_on and comma:
        return not any(k.lower in _BACKSHIFT for k in sentence.kids(verb.i, "aux"))
    if token.lower in ("while", "whereas") and comma:
        return verb.head == cue.i or own.is_name
    return False


_STRONG = frozenset(
    "say add tell call urge warn accuse announce insist reiterate stress praise express "
    "condemn reject vow pledge demand appeal declare deny voice decline dismiss welcome "
    "describe promise threaten blame denounce slam blast hail criticize criticise lambast "
    "deplore defend".split()
)


_ACTS = _STRONG - {"say", "tell", "add"} | {"recommend", "propose"}


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
