"""What stands beside a name: honours, offices, a day, a second role."""

import re
from collections.abc import Sequence

from goodoffices.reading.attributions.noun_phrases import SourceRange
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import calendar, places, roles
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.names.gazetteer import Name


def roles_of_one(sentence: Sentence, source: SourceRange, last: Token) -> bool:
    """'the president's son and spokesman Nzanga Mobutu': two roles of the one whose name follows."""
    head = sentence.tokens[source.head]
    office = head.lemma in roles.ROLES or head.lower in roles.ROLES
    plain = sentence.kid(head.i, "det") is None and sentence.kid(head.i, "poss") is None
    named = last.entity == "PERSON" and last.i == source.high - 1
    before = sentence.tokens[sentence.edges[last.i][0] : last.i]
    second = any(t.lower in roles.ROLES | roles.TITLES for t in before)
    if office and plain and named and second and not head.lower.endswith("s"):
        return True  # 'party founder and former MLA T. Jagga Reddy'
    after = sentence.tokens[last.i + 1 : source.high]
    titled = not head.is_name and (last.tag == "NN" or last.lower in roles.ROLES)
    return titled and bool(after) and all(t.is_name for t in after)


def dated(sentence: Sentence, i: int) -> bool:
    """'On Tuesday Corker said', not 'the Sunday Telegraph said'."""
    day, before = sentence.tokens[i].lower, sentence.tokens[i - 1] if i else None
    weekday = day in calendar.WEEKDAYS and (before is None or before.tag != "DT")
    month = day in calendar.MONTHS and before is not None and before.lower == "in"
    return weekday or month


def placed_after(noun: Token) -> bool:
    """'deputy director of the tournament Qin Weichang', not 'aide to opposition leader John Smit'."""
    someone = noun.lemma in roles.ROLES or noun.lower in roles.GROUPS | roles.TITLES
    return noun.tag == "NN" and noun.dep in ("pobj", "compound") and not someone


def before_honours(sentence: Sentence, at: int | None) -> Token | None:
    """The token before a name, past 'the Honourable', 'H.E. Mr.', 'Republican' and 'Labour's'."""
    index = at or 0
    while index and sentence.tokens[index - 1].lower in roles.HONOURS | roles.MEMBERS:
        index -= 1
    if (
        index > 2
        and sentence.tokens[index - 1].tag == "POS"
        and sentence.tokens[index - 3].tag == ","
    ):
        index -= 2
    office = index
    while office and sentence.tokens[office - 1].tag.startswith(("NN", "JJ")):
        office -= 1
    if 1 < office < index and sentence.tokens[office - 1].tag == ",":
        inside = sentence.tokens[office : index + 1]
        if any(w.lemma in roles.ROLES for w in inside) and index - office <= 6:
            index = office  # ', former finance chief Scott Sullen'
    return sentence.tokens[index - 1] if index else None


def token_from(sentence: Sentence, at: int) -> int | None:
    """Return the index of the first token from a character on."""
    return sentence.find(lambda t: t.start >= at)


def person_like(name: Name) -> bool:
    """Two or three capitalised words none of which heads a body: in apposition to a role, a person."""
    words = name.key.split()
    return (
        name.kind == "org"
        and 2 <= len(words) <= 4
        and not name.key.isupper()
        and not any(w.lower() in body_words.NAME_HEADS for w in words)
        and name.key.lower() not in places.ORGANISATIONS
    )


def indefinite(sentence: Sentence, token: Token) -> bool:
    """'an official', 'one diplomat': somebody not met before."""
    determiner = sentence.kid(token.i, "det", "nummod")
    return determiner is not None and determiner.lower in ("a", "an", "one", "another")


def before_aside(sentence: Sentence, last: Token) -> int:
    """'and two smaller factions, whose leaders had met,': where the noun phrase ends without its clause."""
    high = max(sentence.edges[last.i][1] + 1, last.i + 1)
    aside = sentence.find(lambda t: t.tag in ("WP$", "WDT", "WP"), last.i, high)
    return aside - 1 if aside is not None and aside > last.i + 1 else high


def names_itself(sentence: Sentence, token: Token) -> bool:
    """'Noor, a local mayor, said', 'a mayor, Noor, said', 'Noor is a mayor': who it is stands beside it."""
    named = sentence.tokens[token.head]
    if token.dep == "attr":
        subject = sentence.kid(named.i, "nsubj")
        return subject is not None and subject.is_name
    beside = sentence.kid(token.i, "appos")
    return (token.dep == "appos" and named.is_name) or (beside is not None and beside.is_name)


def one_name(
    text: str, names: Sequence[Name], sentence: Sentence, head: Token, last: Token
) -> bool:
    """'the National Oceanic and Atmospheric Administration', 'State of Iraq and Syria (ISIS)': one body."""
    name = next((n for n in names if n.start <= head.start and n.end >= last.end), None)
    if name is None:
        return False
    heads = body_words.NAME_HEADS
    article = sentence.tokens[sentence.edges[head.i][0]].lower == "the"
    joined = article and last.lower in heads and head.lower not in heads and head.text.istitle()
    return joined or re.match(r" \([A-Z]{3,}\)", text[name.end : name.end + 12]) is not None


_OWNERS = frozenset("operator company firm developer contractor manufacturer".split())


def set_off_name(sentence: Sentence, head: Token, name: Token) -> bool:
    """'The developer, Corvane Group, said': a body's name alone between commas behind 'the …'."""
    low, high = sentence.edges[name.i]
    inside = sentence.tokens[low + (sentence.tokens[low].tag == "DT") : high + 1]
    article = sentence.tokens[sentence.edges[head.i][0]]
    return (
        head.tag == "NN"
        and sentence.tokens[low - 1].tag == ","
        and sentence.next_word(high) == ","
        and all(t.is_name or t.tag == "POS" for t in inside)
        and (name.entity in ("ORG", "") or head.lower in _OWNERS)
        and (article.lower == "the" or sentence.kid(head.i, "poss") is not None)
    )


def in_apposition(sentence: Sentence, head: Token, inside: Token) -> bool:
    """'Kordan's envoy, the former rower Tiril Moen,': whether a word stands in the role's apposition."""
    beside = sentence.kid(head.i, "appos")
    return beside is not None and sentence.edges[beside.i][0] <= inside.i <= beside.i


def in_person(sentence: Sentence, head: Token) -> bool:
    """'An exporter in Venna, Mehri Sadeghi, said': two names set off by commas behind it."""
    comma = sentence.find(lambda t: t.tag == ",", head.i + 1, head.i + 6)
    if comma is None:
        return False
    name = sentence.tokens[comma + 1 : comma + 4]
    return len(name) == 3 and name[0].is_name and name[1].is_name and name[2].tag in (",", "NNP")
