"""Runs of proper nouns: where a name starts and ends, small words inside a body's name included."""

import re
from collections.abc import Iterator

from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import places, roles
from goodoffices.reading.grammar.syntax import Sentence, Token

_PARTICLES = frozenset(
    "al el ul ur ud bin bint ibn ben dela della van von der den de da das dos del di la le du abu st ter ten "
    "af zu ap wa ole vom zum".split()
)


def proper_chunks(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield token ranges of proper-noun runs, joined over hyphens and name particles."""
    at, count = 0, len(sentence)
    while at < count:
        token = sentence.tokens[at]
        article = _with_article(sentence, at)
        if (not _starts_name(token) and not article) or _ends_office(sentence, at):
            at += 1
            continue
        stop = at + (3 if article else 1)
        while stop < count and _continues(sentence, stop):
            stop += 1
        while stop > at + 1 and not sentence.tokens[stop - 1].text[:1].isalnum():
            stop -= 1
        while (
            stop > at + 1
            and sentence.tokens[stop - 1].lower in _PARTICLES
            and sentence.tokens[stop - 1].tag != "NNP"
        ):
            stop -= 1
        yield at, stop
        at = stop


_ARTICLES = frozenset("al el an ash as ad ar az".split())


def _with_article(sentence: Sentence, at: int) -> bool:
    """'al-Bashir': an article in small letters joined to a name."""
    part = sentence.tokens[at : at + 3]
    return (
        len(part) == 3
        and part[0].text in _ARTICLES
        and part[1].text == "-"
        and part[0].end == part[1].start
        and part[1].end == part[2].start
        and part[2].text[:1].isupper()
    )


def _ends_office(sentence: Sentence, at: int) -> bool:
    """'Chief of Staff Katie Walsh': the office ends where the name begins."""
    return (
        sentence.tokens[at].text == "Staff"
        and sentence.words(max(0, at - 2), at).lower() in ("chief of", "chiefs of")
        and sentence.tokens[at + 1 : at + 2] != []
        and sentence.tokens[at + 1].is_name
    )


def _starts_name(token: Token) -> bool:
    if token.virtual:
        return False
    capital = token.text[:1].isupper()
    return capital and (
        token.is_name or (token.entity == "PERSON" and token.tag not in ("DT", "PRP", "IN"))
    )


def _continues(sentence: Sentence, i: int) -> bool:
    token, before = sentence.tokens[i], sentence.tokens[i - 1]
    if token.tag == "POS" and _possessive_inside(sentence, i):
        return True
    if token.lower == "to" and _body_to(sentence, i):
        return True
    if token.lower in ("of", "for", "and", "on") and _body_goes_on(sentence, i):
        return True
    if token.lower in ("of", "for", "the") and _of_the(sentence, i):
        return True
    if token.lower in _SMALL and _spelt(sentence, i):
        return True
    if token.lower == "of" and _aim_goes_on(sentence, i):
        return sentence.tokens[i + 1 : i + 2] != [] and sentence.tokens[i + 1].is_name
    if re.match(r"[dl]['’][A-Z]", token.text):
        return before.is_name  # 'Camille d'Aubigny'
    if token.text == "Says":
        return False  # 'Kordan Says Freed Two'
    if token.text in CAPITAL_SMALL and before.is_name and not sentence.headline:
        behind = sentence.tokens[i + 1 : i + 2]
        return bool(behind) and behind[0].text[:1].isupper() and behind[0].is_name
    if token.virtual or token.tag in ("POS", ",", ".", "CC", "MD", "PRP", "IN", "TO", "WP"):
        return token.tag == "." and token.text == "." and len(before.text) == 1
    if token.text == "-" and sentence.next_word(i) in _PARTICIPIAL:
        return False
    joined = token.start == before.end
    if joined and (token.text == "-" or before.text == "-"):
        return True
    if before.lower == "to" and token.text[:1].isupper() and _body_to(sentence, i - 1):
        return True
    if token.text[:1].isupper() and (
        token.is_name
        or token.entity == "PERSON"
        or token.lower in roles.TITLES
        or _adjective_inside(sentence, i)
    ):
        return token.entity not in ("DATE", "TIME") and token.lower not in DAYS
    if token.lower in _PARTICLES:
        following = sentence.tokens[i + 1] if i + 1 < len(sentence) else None
        return (following is not None and following.text[:1].isupper()) or (
            i + 2 < len(sentence)
            and following is not None
            and following.lower in _PARTICLES | {"-"}
        )
    return False


def _adjective_inside(sentence: Sentence, i: int) -> bool:
    """'Bureau of Fisheries and *Aquatic* Resources': with a capital, inside one body, before a name."""
    part = sentence.tokens[i - 1 : i + 2]
    inside = len(part) == 3 and all(t.entity == "ORG" for t in part)
    return (
        inside
        and part[1].tag == "JJ"
        and part[1].text[:1].isupper()
        and not (part[1].begins or part[2].begins)
        and part[2].is_name
        and not sentence.headline
    )


def _of_the(sentence: Sentence, i: int) -> bool:
    """'International Committee of the Red Cross': one body from end to end, as the model sees it."""
    first = i if sentence.tokens[i].lower in ("of", "for") else i - 1
    part = sentence.tokens[first - 1 : first + 3]
    if len(part) == 4 and [t.lower for t in part[1:3]] == ["of", "the"]:
        band = part[0].text.istitle() and part[0].lower in _BANDS
        if band and part[3].text.istitle() and part[3].is_name:
            return part[3].lower not in places.COUNTRIES  # 'the Army of the Righteous'
    if (
        len(part) < 4
        or (part[1].lower, part[2].lower) not in (("of", "the"), ("for", "the"))
        or part[0].lower not in body_words.NAME_HEADS
        or not part[3].is_name
    ):
        return False
    whole = all(t.entity == "ORG" for t in part) and not any(t.begins for t in part[1:])
    aims = part[1].lower == "for" and part[0].lower in _FOUNDED and part[3].entity in ("", "ORG")
    return whole or (aims and part[0].text.istitle() and part[3].text.istitle())


_BANDS = frozenset(
    "army sword brigade brigades soldiers lions sons knights brotherhood party voice followers".split()
)
_FOUNDED = frozenset(
    "commission committee council association foundation society institute centre center "
    "organisation organization authority agency fund network coalition union federation league".split()
)


def _aim_goes_on(sentence: Sentence, i: int) -> bool:
    """'Commission for the Protection of Rivers': the 'of' behind what a body is for."""
    ahead = [t.lower for t in sentence.tokens[max(0, i - 4) : i]]
    return len(ahead) == 4 and ahead[1:3] == ["for", "the"] and _of_the(sentence, i - 3)


CAPITAL_SMALL = frozenset("Without Against Under Across Beyond".split())
"""Inside names with a capital: 'Doctors Without Borders'."""

_OF_STATE = frozenset("ministry parliament government embassy army".split())
_ON = frozenset(
    "council committee commission conference institute centre center office panel".split()
)


_SMALL = frozenset("of for and the on to in &".split())


def _spelt(sentence: Sentence, i: int) -> bool:
    """'Front for the Rights of Kordan and Velmora (FRKV)': the letters behind it count the word in."""
    opening = sentence.find(lambda t: t.text == "(", i + 2, i + 8)
    if opening is None or sentence.words(opening + 2, opening + 3) != ")":
        return False
    letters = sentence.tokens[opening + 1].text
    at, left = opening, letters if letters.isupper() else ""
    while left and at > 0:
        at -= 1
        token = sentence.tokens[at]
        if token.text[:1] == left[-1]:
            left = left[:-1]
        elif token.lower not in _SMALL:
            return False
    return len(letters) > 2 and not left and at < i


def _body_goes_on(sentence: Sentence, i: int) -> bool:
    """'Ministry of Water', 'Forces of Freedom and Change': small words inside a body's name."""
    if i + 1 >= len(sentence):
        return False
    token, before, after = sentence.tokens[i], sentence.tokens[i - 1], sentence.tokens[i + 1]
    if (
        token.lower in ("of", "for")
        and before.lower in body_words.CIVIL
        and after.text[:1].isupper()
    ):
        known = after.lower in places.COUNTRIES
        return after.is_name and (known or after.entity not in ("DATE", "TIME", "PERSON"))
    if token.lower == "of" and before.lower in _OF_STATE and after.lower in places.COUNTRIES:
        return after.is_name and before.text[:1].isupper()  # 'Foreign Ministry of Kordan'
    aims = token.lower == "for" and before.text[:1].isupper() and before.lower in body_words.AIMING
    if aims and after.is_name and after.text[:1].isupper() and after.lower not in DAYS:
        return after.lower not in places.COUNTRIES  # 'Front for Unity', whatever Unity is
    if (
        not (after.is_name or _adjective_inside(sentence, i + 1))
        or not after.text[:1].isupper()
        or after.entity in ("DATE", "TIME")
        or after.lower in DAYS
        or (token.lower == "on" and before.lower not in _ON)
        or after.lower in places.COUNTRIES
        or after.entity in ("PERSON", "GPE")
    ):
        return False
    if (
        token.entity == "ORG"
        and before.entity == "ORG"
        and after.entity == "ORG"
        and not token.begins
        and not after.begins
    ):
        return True
    return token.lower != "and" and before.lower in body_words.NAME_HEADS


def _body_to(sentence: Sentence, i: int) -> bool:
    """'Committee to Protect Journalists', 'Campaign to Stop Killer Robots': what a body is there to do."""
    following = sentence.tokens[i + 1 : i + 2]
    return (
        sentence.tokens[i - 1].lower in body_words.NAME_HEADS | {"campaign", "movement", "right"}
        and bool(following)
        and following[0].text[:1].isupper()
        and following[0].is_verb
    )


def _possessive_inside(sentence: Sentence, i: int) -> bool:
    """'Dock Workers' Union', 'Lord's Resistance Army': a possessive that is part of the name."""
    before = sentence.tokens[i - 1]
    if (
        before.entity in ("GPE", "NORP")
        or before.lower in places.COUNTRIES
        or before.lower in places.CAPITALS
    ):
        return False
    stop = i + 1
    while stop < len(sentence) and sentence.tokens[stop].is_name:
        stop += 1
    return stop > i + 1 and sentence.tokens[stop - 1].lower in body_words.NAME_HEADS


DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july "
    "august september october november december".split()
)


_PARTICIPIAL = frozenset(
    "led backed based born run held controlled sponsored brokered funded educated style era wide "
    "owned friendly leaning aligned allied linked ruled dominated oriented appointed supported trained "
    "armed financed mediated".split()
)
"""'Zenawi-led', 'Washington-based': the hyphen ends the name."""
