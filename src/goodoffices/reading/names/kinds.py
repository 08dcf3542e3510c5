"""Which names are of persons, bodies or places: what the rest of the report tells of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import known_bodies, places
from goodoffices.reading.names.gazetteer import Name
from goodoffices.reading.names.spellings import alike


def surnames_of(names: Sequence[Name]) -> set[str]:
    """Last words of full names, 'al-Burhan' without its article as well; 'Tsai' of 'Tsai Ing-wen'."""
    full = [n.key.split() for n in names if n.kind == "person" and " " in n.key]
    last = {parts[0] if _FAMILY_FIRST.fullmatch(parts[-1]) else parts[-1] for parts in full}
    return last | {re.sub(r"^(?:al|el)-", "", word) for word in last}


_FAMILY_FIRST = re.compile(r"[A-Z][a-z]+-[a-z]+")
"""Given names joined so, 'Ing-wen' and 'Jae-in', follow the family's."""


def _titled(names: Sequence[Name]) -> set[str]:
    """'President Renko', 'Mr Renko': surnames by the title before them."""
    return {n.key for n in names if n.kind == "person" and n.title and _ONE_WORD.fullmatch(n.key)}


_ONE_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def full_names(text: str, names: list[Name]) -> list[Name]:
    """'Kestas Renko', taken for a body: the person, for he is 'Mr Renko' elsewhere."""
    last = _titled(names) | {
        n.key for n in names if n.kind == "person" and _ONE_WORD.fullmatch(n.key)
    }
    last |= {
        n.key
        for n in names
        if n.kind in ("org", "unknown") and n.key.istitle() and _SAYS.match(text, n.end)
    }
    last -= surnames_of(names)
    return [
        replace(n, kind="person")
        if n.kind in ("org", "unknown")
        and n.key not in _LISTED
        and n.key.split()[1:]
        and n.key.split()[-1] in last
        and _PLAIN_NAME.fullmatch(n.key)
        and not _ARTICLE.fullmatch(text, max(0, n.start - 5), n.start)
        and not any(w.lower() in body_words.NAME_HEADS for w in n.key.split())
        else n
        for n in names
    ]


_ARTICLE = re.compile(r"\s?[tT]he ")
_PLAIN_NAME = re.compile(r"[A-Z][a-z’']+(?: [A-Z][\w’'-]*[a-z]){1,2}")


def surnames_are_persons(names: list[Name]) -> list[Name]:
    """A lone word taken for a body elsewhere is the person whose surname it is."""
    surnames = surnames_of(names) | _titled(names)
    lone = {n.key for n in names if " " not in n.key and n.kind in ("org", "unknown")}
    surnames |= {
        k for k in lone - surnames if any(alike(k, s) and k != s + "s" for s in surnames)
    }  # 'Jubouri' after 'al-Juburi', not 'the Houthis' after 'al-Houthi'
    borne = {n.key.split()[0] for n in names if n.kind == "person" and n.title and " " in n.key}
    surnames |= {k for k in lone if k in borne and len(k) > 3}  # 'Abhisit', who is called so
    return [
        replace(n, kind="person")
        if n.kind in ("org", "unknown", "place", "people")
        and n.key in surnames
        and n.key not in _LISTED
        else n
        for n in names
        if n.kind not in ("unknown", "place", "people") or n.key in surnames or " " in n.key
    ]


def of_fronts(names: list[Name]) -> list[Name]:
    """'the Polisario Front met … Polisario stands by': the front's name again, where nobody bears it."""
    fronts = {word for n in names if n.kind == "org" and is_front(n, word := n.key.split()[0])}
    borne = surnames_of(names) | _titled(names)
    return [
        replace(n, kind="org")
        if n.kind in ("person", "unknown")
        and n.key in fronts
        and not n.title
        and n.key not in borne
        else n
        for n in names
    ]


def is_front(name: Name, word: str) -> bool:
    """Tell whether a word is the first of a front's, a party's or an army's two: 'Polisario Front'."""
    parts = name.key.split()
    return len(parts) == 2 and parts[0] == word and len(word) > 3 and parts[1].lower() in _FRONTS


_FRONTS = frozenset("front militia".split())


def two_surnames(names: list[Name]) -> list[Name]:
    """'with Biden Putin answered': two persons of the text in a row, not one."""
    full = [n.key.split() for n in names if n.kind == "person" and " " in n.key]
    surnames = {words[-1] for words in full}
    result = []
    for name in names:
        words = name.key.split()
        both = len(words) == 2 and set(words) <= surnames
        others = [f for f in full if f != words and f[-1] in words]
        if not both or len({f[-1] for f in others}) < 2:
            result.append(name)
            continue
        at = name.start + len(words[0])
        result.append(Name(name.start, at, "person", words[0]))
        result.append(Name(name.end - len(words[1]), name.end, "person", words[1]))
    return result


def behind_office(text: str, names: list[Name]) -> list[Name]:
    """'Minister for Water Resources Duraimurugan' … 'Mr. Duraimurugan': the last word is the person."""
    titled = {n.key for n in names if n.kind == "person" and n.title and " " not in n.key}
    result = []
    for name in names:
        last = name.key.split()[-1]
        office = re.search(
            r"\b(?:for|of)\s+(?:the\s+)?$", text[max(0, name.start - 12) : name.start]
        )
        if name.kind != "person" and " " in name.key and last in titled and office:
            result.append(Name(name.end - len(last), name.end, "person", last))
        else:
            result.append(name)
    return result


def not_capitals(text: str, names: list[Name]) -> list[Name]:
    """'Valeska Paris … Paris said': the name of a capital where nothing happens in it."""
    surnames = surnames_of(names)
    written = {n: text[n.start : n.end] for n in names if n.kind in ("capital", "state")}
    borne = {w for w in written.values() if w in surnames and not _placed(text, w)}
    return [
        replace(n, kind="person", key=written[n]) if written.get(n) in borne else n for n in names
    ]


def _placed(text: str, word: str) -> bool:
    return bool(re.search(rf"\b(?:in|to|from|of|for|with|near)\s+{re.escape(word)}\b", text))


def speaking_parts(text: str, names: list[Name]) -> list[Name]:
    """'Honore Ngbanda Nzambo' … 'Ngbanda told AFP': what speaks under a part of its name is a person."""
    parts = {
        n.key
        for n in names
        if " " not in n.key
        and n.kind in ("org", "unknown", "person", "place")
        and _SAYS.match(text, n.end)
    }
    whole = {
        n.key
        for n in names
        if n.kind in ("unknown", "person", "place")
        and 2 <= len(n.key.split()) <= 4
        and parts & set(n.key.split())
        and not any(w.lower() in body_words.NAME_HEADS for w in n.key.split())
    }
    borne = parts & {word for key in whole for word in key.split()}
    return [
        replace(n, kind="person")
        if n.key in whole
        or (n.key in borne and n.kind in ("org", "unknown", "place") and not n.key.isupper())
        else n
        for n in names
    ]


def firms(text: str, names: list[Name]) -> list[Name]:
    """'The operator, Petrolago, said', 'Pro Terra, a rights group, said': bodies, whatever the model says."""
    called = {n.key for n in names if not n.title and _A_BODY.match(text, n.end)}
    return [
        replace(n, kind="org")
        if n.kind in ("place", "unknown", "person")
        and not n.title
        and (
            n.key in called
            or (_FIRM.search(text[max(0, n.start - 40) : n.start]) and _SET_OFF.match(text, n.end))
        )
        else n
        for n in names
    ]


_A_BODY = re.compile(
    r", an? (?:(?!(?:for|of|with|in|at|from|and|who|by|to|on)\b)[\w.’'-]+ ){0,4}"
    r"(?:group|organi[sz]ation|agency|association|party|union|charity|alliance|watchdog)"
    r"(?:,| that\b| which\b| based\b| representing\b| in [A-Z])"
)


_FIRM = re.compile(
    r"\b[Tt]he (?:[a-z]+ )?(?:operator|company|firm|developer|contractor|manufacturer), $"
)


_SET_OFF = re.compile(r", (?:said|says|told|added)\b")


_SPEECH_NOUNS = (
    "question|remark|comment|statement|answer|reply|request|speech|words|view|call|claim"
)


def by_company(names: list[Name], judged: dict[str, str]) -> list[Name]:
    """Class lone names by the words beside them: 'in Homs' is a place, 'Bays' question' a person."""
    result = []
    for name in names:
        if (
            name.kind not in ("person", "org", "unknown", "place")
            or name.title
            or name.key.isupper()
            or name.key in _LISTED  # 'Hamas's claims'
            or (name.kind == "org" and " " in name.key)
        ):
            result.append(name)
            continue
        result.append(replace(name, kind=judged.get(name.key) or name.kind))
    return result


_LISTED = frozenset({*known_bodies.BODIES.values(), *places.ORGANISATIONS.values()})
"""Bodies by name: what stands beside one makes no person of it."""


def companies(text: str, names: Sequence[Name]) -> dict[str, str]:
    """What the words beside a name make of it, anywhere in the text."""
    persons, placed, speaking, bodies = set(), set(), set(), set()
    for name in names:
        before, after = text[max(0, name.start - 9) : name.start], text[name.end : name.end + 24]
        if name.kind != "place" and _OWN_WORDS.match(after):
            persons.add(name.key)
        elif _IN.search(before) and not _NAME_GOES_ON.match(after):
            placed.add(name.key)
        if _SAYS.match(after):
            speaking.add(name.key)
        if _GOVERNED.match(after) and not name.title:
            bodies.add(name.key)
    located = set(_LOCATED.findall(text))
    placed |= {name.key for name in names if name.key in located}
    surnames = surnames_of(names) | {n.key for n in names if n.kind == "person" and n.title}
    judged = dict.fromkeys(placed - speaking - surnames, "place")
    judged |= dict.fromkeys((bodies & speaking) - surnames, "org")
    ruled = {n.key for n in names if " " in n.key and _MINISTERS.match(text, n.end)}
    judged |= dict.fromkeys(ruled, "place")
    return judged | dict.fromkeys(persons - (bodies & speaking), "person")


_OWN_WORDS = re.compile(rf"['’]s?\s+(?:{_SPEECH_NOUNS})s?\b")


_GOVERNED = re.compile(
    r"['’]s?\s+(?:government|president|parliament|(?:foreign|prime|defen[cs]e|interior)\s+minist\w+|army|rulers)\b"
    r"|\s+(?:said|says)\s+it\s+(?!is\b|was\b|\w+\s+(?:not\s+)?be(?:en)?\b|seem|appear|took|take)\w+"
)
"""What only states and bodies have, and 'said it wanted': no person's name."""


_MINISTERS = re.compile(r"['’]s\s+(?:Chief\s+Minister|Minister\s+(?:for|of))\b")
"""'Tamil Nadu's Minister for Water': a province, whatever the model takes it for."""


_IN = re.compile(r"\b(?:in|near|around|outside|at|inside)\s+$")


_LOCATED = re.compile(r"\b(?:in|near|around|outside|inside)\s+([A-Z][\w-]+)\b(?!['’]|\s+[A-Z])")


_NAME_GOES_ON = re.compile(r"['’]|\s+[A-Z]")


_SAYS = re.compile(r"\s+(?:said|says|told|added)\b")
