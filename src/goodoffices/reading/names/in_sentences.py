"""Names in the parse: persons and organisations.

What lists know is :mod:`goodoffices.reading.names.gazetteer`.
"""

import re
from collections.abc import Iterable, Sequence

from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import calendar, given_names, places, roles
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.names.gazetteer import Name, table
from goodoffices.reading.names.runs import CAPITAL_SMALL, DAYS, proper_chunks

ROLE_MODIFIERS = frozenset(
    """foreign prime deputy vice defense defence interior finance chief acting former ex interim assistant
    special executive first second senior top general state justice information trade energy water
    environment agriculture transport culture health education labour labor economy oil petroleum
    under permanent national security press home external affairs humanitarian relief emergency
    presidential parliamentary crown opposition managing joint regional supreme de facto lead main
    human rights retired outgoing veteran""".split()
)


_OFFICES = roles.ROLES | roles.TITLES


def names_in(sentence: Sentence, text: str) -> list[Name]:
    """Return the persons and organisations of a sentence by their proper-noun runs."""
    found = []
    for low, high in proper_chunks(sentence):
        name = _classify(sentence, low, high, text)
        if name is not None:
            found.append(name)
    return found


_TEAMS = frozenset(
    """pirates panthers kings giants bulls eagles lions tigers hawks bears chiefs stars rangers rovers
    wanderers hurricanes knights warriors saints sharks wolves raiders rebels brothers sisters friends
    industries""".split()
)
"""Plurals that end the name of a team or firm though a given name opens it: 'Orlando Pirates'."""

_AFTER_NAMES = frozenset("MP MEP MSP MLA QC KC TD OBE CBE MBE PhD".split())
"""Letters after a person's name."""


def _compound_office(tokens: Sequence[Token]) -> bool:
    """'Secretary-General', 'President-elect': an office in two words."""
    return (
        len(tokens) >= 3
        and tokens[-1].lower in ("general", "elect", "president", "secretary", "minister")
        and tokens[-2].text == "-"
    )


def _sent_by(sentence: Sentence, low: int, high: int) -> int:
    """'Lydia Buchtmann for Food Standards Australia': the name ends before whom the person speaks for."""
    tokens = sentence.tokens[low:high]
    at = next((t.i for t in tokens if t.lower == "for"), high)
    person = at - low in (2, 3) and given_names.is_given(tokens[0].lower)
    if not person or sentence.tokens[at - 1].lower in body_words.NAME_HEADS:
        return high
    return high if sentence.tokens[at - 1].common else at


def _classify(sentence: Sentence, low: int, high: int, text: str) -> Name | None:
    if _compound_office(sentence.tokens[low:high]):
        return None
    high = _sent_by(sentence, low, high)
    month = sentence.tokens[low].lower in calendar.MONTHS and len(sentence.tokens[low].text) > 2
    month = month and sentence.tokens[low].lower not in ("mar", "jan")
    if month and high > low + 1 and low and sentence.tokens[low - 1].lower == "in":
        low += 1  # 'In May Roque said'
    begin = _after_titles(sentence, low, high)
    tokens = sentence.tokens[begin:high]
    if not tokens or tokens[0].lower in DAYS:
        return None
    if len(tokens) == 1 and tokens[0].lower in body_words.NAMELESS:
        return None
    if (
        tokens[-1].lower in _OFFICES
        and (len(tokens) > 1 or begin == low or sentence.tokens[begin - 1].lower in _RANKED)
        and _all_roles(tokens)
    ):
        return None
    placed = begin > 0 and sentence.tokens[begin - 1].lower in ("to", "in", "from")
    body = tokens[-1].lower in body_words.NAME_HEADS or "ORG" in {t.entity for t in tokens}
    if len(tokens) > 2 and placed and not body and tokens[0].lower in places.CAPITALS:
        tokens, begin, low = (
            tokens[1:],
            begin + 1,
            begin + 1,
        )  # 'Ambassador to Havana Viktor Koronelli'
    if len(tokens) > 2 and tokens[-1].text in _AFTER_NAMES:
        tokens = tokens[:-1]  # 'Andrew Tyrie MP'
    start, end = tokens[0].start, tokens[-1].end
    if len(tokens) > 1 and tokens[-1].lower in ("sen.", "gen."):
        end -= 1  # 'said Hun Sen.'
    title = _title(sentence, low, begin)
    words = text[start:end]
    entities = [t.entity for t in tokens if t.entity]
    kind = _kind(tokens, entities, bool(title), words)
    if kind == "unknown" or (kind == "place" and len(tokens) > 1):
        kind = _by_apposition(sentence, tokens[-1]) or kind
    if kind == "org" and len(words.split()) == 2 and not (tokens[0].begins and words.isupper()):
        plain = tokens[-1].lower not in body_words.NAME_HEADS and not tokens[0].text.isupper()
        if plain and _by_apposition(sentence, tokens[-1]) == "person":
            kind = "person"  # 'Violet Plummer, a niece of'
    if kind in ("org", "unknown") and not title and _acts_in_person(sentence, begin, high, words):
        kind = "person"
    if begin and not title and sentence.tokens[begin - 1].lower in body_words.PRINTED:
        kind = "media" if kind in ("person", "org", "unknown", "place") else kind
    lone = kind == "person" and len(tokens) == 1
    if (kind in ("unknown", "place") or lone) and not title:
        kind = "org" if _called_a_firm(sentence, low, lone) else kind  # 'the company Petrosur'
    split = _person_behind_body(tokens) if begin == low else 0
    if begin == low and not split and _behind_post(sentence, low, tokens):
        split = len(tokens) - 2
    if not split and kind in ("unknown", "org") and _after_office(sentence, low, tokens):
        split = len(tokens) - 2
    if split:
        kind, start, title = "person", tokens[split].start, ""
    person = [t for t in tokens if t.entity == "PERSON"]
    if (
        not split
        and kind == "person"
        and person
        and len(person) < len(tokens)
        and person[-1] is tokens[-1]
    ):
        leading = [t for t in tokens if t.i < person[0].i]
        leading = [] if leading and leading[-1].text == "-" else leading  # 'Choe Son-hui'
        if (leading and leading[-1].entity in ("ORG", "GPE", "NORP")) or any(
            t.lower in ROLE_MODIFIERS | roles.ROLES and not _inside_name(sentence, t.i, high)
            for t in leading
        ):
            start = person[0].start
    if (
        kind == "person"
        and not title
        and low > 0
        and sentence.tokens[low - 1].lower == "the"
        and start == sentence.tokens[low].start
    ):
        kind = "org"
    if "(" in text[start:end] and ")" not in text[start:end] and text[end : end + 1] == ")":
        end += 1  # 'CPI(M)'
    title_start = sentence.tokens[begin].start - len(title) - 1 if title else start
    if kind == "person" and start > sentence.tokens[low].start and title.lower() in ("", "justice"):
        office, office_start = _office_before(sentence, low, text)
        title, title_start = (office, office_start) if office else (title, title_start)
    return Name(start, end, kind, re.sub(r"\s+", " ", text[start:end]), title, max(0, title_start))


_BEFORE_A_PERSON = _OFFICES | given_names.GIVEN_NAMES
_FIRMS = (body_words.FIRMS - {"group", "chain"}) | {"provider"}
_NEVER_PERSONS = frozenset("company firm airline carmaker retailer conglomerate".split())


def _acts_in_person(sentence: Sentence, low: int, high: int, words: str) -> bool:
    """'Kestas Renko told the court', 'Ulla Tornqvist, who took office': two names, no English words."""
    parts = [t for t in sentence.tokens[low:high] if t.text != "-"]
    ends = (parts[0], parts[-1])
    plain = all(re.fullmatch(r"[A-Z]\w*[a-z]", t.text) for t in parts)
    if not plain or any(t.common for t in ends) or len(words.split()) not in (2, 3):
        return False
    if words.lower() in table() or any(
        t.lower in places.ADJECTIVES or t.lower in body_words.NAME_HEADS for t in parts
    ):
        return False
    before = [t.lower for t in sentence.tokens[max(0, low - 2) : low]]
    after = [t.lower for t in sentence.tokens[high : high + 3]]
    age = len(after) == 3 and after[0] == after[2] == "," and re.fullmatch(r"\d\d", after[1])
    if before[-1:] == ["the"]:
        return False
    if after[:2] == [",", "who"] or age:
        return True
    told = before == ["according", "to"] or before[-1:] in (["said"], ["says"], ["told"])
    says = (
        after[:1] != [] and after[0] in ("said", "says", "told", "added") and after[1:2] != ["it"]
    )
    return len(words.split()) == 2 and (told or says)


def _after_office(sentence: Sentence, low: int, tokens: Sequence[Token]) -> bool:
    """'Chief of Crossings Nazmi Mhanna', 'for Human Rights Inga Falk': what it is over, then two names."""
    if len(tokens) not in (3, 4) or low < 2 or sentence.tokens[low - 1].lower not in ("of", "for"):
        return False
    office = sentence.tokens[low - 2].lower
    over = tokens[-3].lower.endswith("s") and not any(t.entity == "ORG" for t in tokens)
    return over and office in _OFFICES


def _office_before(sentence: Sentence, low: int, text: str) -> tuple[str, int]:
    """'Vice Minister of Economic Affairs Steve Chen': the office, and where it starts."""
    at = low - 1 - (low > 1 and sentence.tokens[low - 1].lower == "the")
    if at < 1 or sentence.tokens[at].lower not in ("of", "for"):
        return "", -1
    begin = at
    while begin > 0 and sentence.tokens[begin - 1].lower in _OFFICES | _RANKED:
        begin -= 1
    if begin == at or sentence.tokens[at - 1].lower not in roles.ROLES:
        return "", -1
    first, last = sentence.tokens[begin], sentence.tokens[at - 1]
    return text[first.start : last.end], first.start


_RANKED = frozenset("vice deputy assistant acting former interim associate".split())


def _called_a_firm(sentence: Sentence, low: int, person: bool) -> bool:
    """Whether 'the company', 'the airline' stands right before a name; 'the publisher' may be a person."""
    noun = sentence.tokens[low - 1] if low > 1 else None
    return (
        noun is not None
        and noun.tag == "NN"
        and noun.lower in (_NEVER_PERSONS if person else _FIRMS)
        and sentence.tokens[low - 2].tag in ("DT", "JJ", "NN", "NNS", "NNP")
    )


def _by_apposition(sentence: Sentence, last: Token) -> str | None:
    """'Metrovias, the private firm which …', 'Renko, a former minister': what the words beside it say."""
    beside = sentence.kid(last.i, "appos")
    if beside is None or beside.i < last.i or beside.tag != "NN":
        return None
    if beside.lower in body_words.NAME_HEADS | {"firm", "daily", "bloc"}:
        return "org"
    return "person" if beside.lemma in roles.ROLES | roles.KIN else None


def _person_behind_body(tokens: Sequence[Token]) -> int:
    """'the College of Nursing Pat Cullen', 'the Treasury Danny Alexander': where the person's name starts."""
    if len(tokens) < 3 or tokens[-1].lower in body_words.NAME_HEADS:
        return 0
    first = tokens[-2]
    before = tokens[-3]
    given = given_names.is_given(first.lower)
    if before.lower in _BEFORE_A_PERSON:
        return 0
    if before.entity == "ORG" and first.entity == tokens[-1].entity == "PERSON":
        return len(tokens) - 2
    council = before.entity == "ORG" and before.lower in body_words.NAME_HEADS
    if council and not first.entity and tokens[-1].entity == "PERSON":
        return len(tokens) - 2  # 'the Refugee Council Enver Solomon'
    of = any(t.lower in ("of", "for") for t in tokens)
    return len(tokens) - 2 if given and of and first.is_name else 0


def _behind_post(sentence: Sentence, low: int, tokens: Sequence[Token]) -> bool:
    """'ambassador to the United Nations Nikki Haley': where one is sent, then two names."""
    before = [t.lower for t in sentence.tokens[max(0, low - 3) : low] if t.tag != "DT"]
    sent = before[-1:] == ["to"] and bool(
        set(before[:-1]) & {"ambassador", "envoy", "representative"}
    )
    seat = " ".join(t.lower for t in tokens[:-2] if t.tag != "DT")
    known = seat in places.ORGANISATIONS or seat in places.COUNTRIES
    return sent and known and tokens[-1].lower not in body_words.NAME_HEADS


def _all_roles(tokens: Sequence[Token]) -> bool:
    """'Deputy Foreign Minister', 'United Nations Special Envoy': an office, not a name."""
    last_is_office = tokens[-1].lower in roles.ROLES
    if len(tokens) > 1 and tokens[-1].text in ("Monitor", "Observer"):
        return False  # 'Rights Monitor'
    if len(tokens) > 1 and tokens[-1].entity == tokens[-2].entity == "PERSON":
        return False  # 'Labour MP Oona King'
    return last_is_office and (
        len(tokens) > 2
        or all(t.lower in _OFFICES | ROLE_MODIFIERS for t in tokens)
        or tokens[0].entity in ("ORG", "GPE", "NORP")
    )


def _after_titles(sentence: Sentence, low: int, high: int) -> int:
    """Index after the last title or role word of a proper-noun run that still leaves a name."""
    begin = low
    for i in range(low, high):
        lower = sentence.tokens[i].lower.rstrip(".")
        last = i + 1 >= high
        if last:
            break
        if sentence.tokens[i + 1].tag == "POS":
            continue
        last_word = sentence.tokens[i + 1].lower
        if i + 2 == high and last_word in body_words.NAME_HEADS and (i > low or lower == "premier"):
            break  # 'Black Justice League'
        if sentence.tokens[i + 1].text in CAPITAL_SMALL:
            break  # 'Justice Without Borders'
        opens = sentence.tokens[i + 1].lower == "and" and i + 2 < high
        if opens and i == low and sentence.tokens[high - 1].lower in body_words.NAME_HEADS:
            break  # 'the Justice and Equality Movement'
        body = i == low and last_word in body_words.NAME_HEADS
        if body and sentence.tokens[i].entity == "ORG":
            later = (t.lower for t in sentence.tokens[i + 2 : high])
            if _OFFICES.isdisjoint(later):
                break  # 'the Refugee Council Enver Solomon'
        if lower in places.ADJECTIVES and i + 2 < high and sentence.tokens[i + 2].tag == "POS":
            begin = i + 1
            continue
        joined = i + 2 < high and given_names.is_given(sentence.tokens[i + 1].lower)
        alone = i + 2 == high and sentence.next_word(high - 1) == "and"
        if i == low and lower in ("brothers", "sisters") and (joined or alone):
            begin = i + 1
        if lower in roles.TITLES or lower in roles.ROLES:
            if i > begin and _inside_name(sentence, i, high):
                continue
            hyphen = (
                i + 2 < high
                and sentence.tokens[i + 1].text == "-"
                and sentence.tokens[i + 1].start == sentence.tokens[i].end
            )
            begin = i + 3 if hyphen and i + 3 < high else i + 1
            if sentence.tokens[i + 1].lower == "of" and i + 2 < high:
                begin = i + 2  # 'Archbishop of Avra': a see, no name
    while begin < high - 1 and not sentence.tokens[begin].text[:1].isalnum():
        begin += 1
    if begin == low and low > 1 and sentence.tokens[low - 1].lower in ("of", "for"):
        before = sentence.tokens[low - 2].lower
        if (
            before in ("secretary", "minister")
            and sentence.tokens[low].lower in ("state", "defense", "defence", "foreign")
            and high > low + 1
        ):
            return low + 1
    return begin


def _inside_name(sentence: Sentence, i: int, high: int) -> bool:
    """'Hassan Sheikh Mohamud', 'Choe Son-hui': a part of the name that is a title elsewhere."""
    word, behind = sentence.tokens[i], sentence.tokens[i + 1 : i + 3]
    given = given_names.is_given(sentence.tokens[i - 1].lower)
    joined = len(behind) == 2 and behind[0].text == "-" and behind[1].text[:1].islower()
    return (word.lower == "sheikh" and given) or (joined and i + 3 == high and word.text.istitle())


def _title(sentence: Sentence, low: int, begin: int) -> str:
    words = [t.text for t in sentence.tokens[low:begin]]
    i = low - 1
    while i >= 0 and len(words) < 6:
        token = sentence.tokens[i]
        if (
            token.lower in roles.ROLES
            or token.lower in roles.TITLES
            or (
                words
                and token.lower in ROLE_MODIFIERS
                and token.tag in ("NN", "NNP", "JJ", "VBG", "VBN")
            )
        ):
            words.insert(0, token.text)
        elif token.text == "." and i and sentence.tokens[i - 1].lower in roles.TITLES:
            words.insert(0, sentence.tokens[i - 1].text + ".")
            i -= 1
        elif not (token.text == "-" and words):
            break
        i -= 1
    return " ".join(words)


def _kind(tokens: Sequence[Token], entities: Iterable[str], titled: bool, words: str) -> str:
    lowers = {t.lower for t in tokens}
    known = table().get(words.lower())
    if known is not None and not titled:
        return known[0]
    if any(t.text in CAPITAL_SMALL for t in tokens[1:]):
        return "org"  # 'Doctors Without Borders'
    if words.lower() in body_words.BANKS:
        return "place"
    if tokens[-1].lower in body_words.NAME_HEADS or (lowers & body_words.NAME_HEADS and not titled):
        return "org"
    if tokens[0].lower in body_words.AIMING and "for" in lowers:
        return "org"  # 'the rebel Front for Unity'
    if lowers & body_words.CIVIL and lowers & {"of", "for"} and not titled:
        return "org"
    bearer = given_names.is_given(tokens[0].lower) and tokens[-1].lower not in _TEAMS
    if tokens[-1].tag == "NNPS" and not titled and not bearer:
        return "org"
    if titled:
        return "person"
    labels = list(entities)
    if "PERSON" in labels and labels.count("PERSON") * 2 >= len(labels):
        return "person"
    first = tokens[0].lower
    if len(tokens) >= 2 and given_names.is_given(first):
        return "person"
    if "ORG" in labels or (len(tokens) == 1 and words.isupper() and len(words) >= 2):
        return "org"
    if "GPE" in labels or "LOC" in labels or "FAC" in labels:
        return "place"
    if "NORP" in labels:
        return "people"
    return "person" if given_names.SURNAME_FIRST.fullmatch(words) else "unknown"
