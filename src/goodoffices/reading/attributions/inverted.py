"""The noun phrase behind a cue: '…, said Karim Haddad, a spokesman', 'said one of two witnesses'."""

from goodoffices.reading.attributions.cues import Cue
from goodoffices.reading.attributions.noun_phrases import SourceRange, noun_phrase
from goodoffices.reading.english import calendar, roles
from goodoffices.reading.english import cues as words
from goodoffices.reading.grammar.nouns import NP_TAGS, is_thing
from goodoffices.reading.grammar.syntax import SUBJECTS, Sentence, Token

SOME = frozenset("most some many others several few both".split())


def inverted(sentence: Sentence, cue: Cue) -> SourceRange | None:
    """'…, said Karim Haddad, a spokesman': the noun phrase after the cue."""
    if cue.high >= len(sentence):
        return None
    counted = _first_of(sentence, cue.high)
    start_ok = (
        cue.low == 0
        or sentence.tokens[cue.low - 1].virtual
        or sentence.tokens[cue.low - 1].tag in (",", "``", "''", ":")
    )
    first = sentence.tokens[cue.high]
    leading = first.tag == "VBG" and first.lower in _LEADING
    following = sentence.tokens[cue.high + 1 : cue.high + 2]
    named = first.text[:1].isupper() and bool(following) and following[0].is_name  # 'said Per Kaal'
    nominal = leading or first.tag.startswith(("NN", "DT", "PRP", "JJ", "CD", "VBN"))
    if start_ok and counted is not None:
        return counted
    if not start_ok or not (nominal or (first.tag == "IN" and named)):
        return None
    stop = cue.high if nominal and not leading else cue.high + 1
    while stop < len(sentence) and (
        sentence.tokens[stop].tag.startswith(NP_TAGS)
        or (sentence.tokens[stop].tag == "RP" and sentence.tokens[stop - 1].text == "-")
        or (sentence.tokens[stop].tag == "RB" and sentence.tokens[stop - 1].tag in ("DT", "CD"))
        or sentence.tokens[stop].lower in _LEADING
        or (sentence.tokens[stop].tag == "HYPH" and sentence.tokens[stop - 1].tag == "RB")
    ):
        if stop > cue.high and (
            sentence.tokens[stop].lower in _DAYS or _dated(sentence, cue.high, stop)
        ):
            break
        stop += 1
    nouns = [t.i for t in sentence.tokens[cue.high : stop] if t.is_noun or t.tag == "PRP"]
    if not nouns:
        return None
    head = sentence.tokens[nouns[-1]]
    if head.lower in _DAYS and not sentence.gaps:
        return None  # 'the decision, announced Wednesday by the envoy, that'
    above = sentence.tokens[head.head]
    while head.dep in ("nmod", "compound") and above.is_noun and head.i < above.i <= head.i + 6:
        head, above = above, sentence.tokens[above.head]
    if _subject_of_clause(sentence, cue, head):
        return None
    thing = is_thing(head) or head.lower == "opposition"
    told = cue.lemma in words.ADDRESSED and head.lower in words.AUDIENCE  # ', told reporters:'
    beside = sentence.kid(head.i, "appos")
    named = (
        beside is not None and beside.entity == "PERSON"
    )  # 'Added his client, the sailor Per Kaal:'
    if told or (first.tag == "PRP$" and thing and not named):
        return None
    phrase = noun_phrase(sentence, head.i, cue)
    high = max(stop, phrase.high)
    office = named or head.lemma in roles.ROLES
    if office and high < len(sentence) and sentence.tokens[high].tag == ",":
        name = high + 1
        while name < len(sentence) and (
            sentence.tokens[name].is_name or (named and sentence.tokens[name].tag in ("DT", "NN"))
        ):
            name += 1
        closed = name >= len(sentence) or sentence.tokens[name].tag in (":", ".", ",")
        high = (
            name if closed and name > high + 1 else high
        )  # 'Added the bishop of Bluefields, Anselmo Downs:'
    if beside is not None and named and thing:
        head = beside  # who the client is, not whose
    return SourceRange(cue.high, high, head.i)


def _first_of(sentence: Sentence, at: int) -> SourceRange | None:
    """'said one of two witnesses', 'said some of the drivers': the one, or those, out of several."""
    first = sentence.tokens[at]
    if first.lower == "another" and sentence.tag_at(at + 1) in (",", ".", ""):
        return SourceRange(at, at + 1, at)
    if not (first.tag == "CD" or first.lower in SOME) or sentence.next_word(at) != "of":
        return None
    prep = sentence.kid(first.i, "prep")
    named = sentence.kid(prep.i, "pobj") if prep is not None else None
    aside = sentence.kid(named.i, "relcl", "acl") if named is not None else None
    if named is None:
        return None
    high = sentence.edges[aside.i][0] if aside is not None else sentence.edges[named.i][1] + 1
    return SourceRange(at, max(high, at + 1), at)


_LEADING = frozenset("leading ruling acting outgoing visiting retiring serving presiding".split())


def _subject_of_clause(sentence: Sentence, cue: Cue, head: Token) -> bool:
    """'One diplomat, who asked not to be named, said the message was': what follows is said."""
    if cue.low == 0 or sentence.tokens[cue.low - 1].virtual or head.dep not in SUBJECTS:
        return False
    verb = sentence.tokens[head.head]
    between = sentence.tokens[head.i + 1 : verb.i]
    own = sentence.kid(cue.i, "nsubj")
    before = own is not None and own.is_noun and own.i < cue.i and not own.virtual
    if before and (verb.dep, verb.head) == ("ccomp", cue.i) and not sentence.gaps:
        return True  # 'Natama, said the soldiers, as well as two drivers, were killed'
    return verb.i > head.i and not any(t.tag == "," for t in between) and not sentence.gaps


def _dated(sentence: Sentence, low: int, at: int) -> bool:
    """'said an official *last week*': a time begins behind the noun."""
    named = any(t.is_noun for t in sentence.tokens[low:at])
    return named and sentence.tokens[at].lower in (
        "last",
        "this",
        "next",
        "earlier",
        "late",
        "early",
    )


_DAYS = frozenset({*calendar.WEEKDAYS, "today", "yesterday"})
