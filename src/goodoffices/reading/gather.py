"""The names of a report in text order: those of the parse and of the gazetteer, each with one class."""

import bisect
import re
import sys
from collections.abc import Sequence
from dataclasses import replace

from goodoffices.reading.actors import adjective_of
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import roles
from goodoffices.reading.gazetteer import Name, known_names
from goodoffices.reading.names import ROLE_MODIFIERS, names_in
from goodoffices.reading.spellings import alike
from goodoffices.reading.syntax import Sentence

__all__ = ["gather_names"]

_OFFICE_WORDS = (
    roles.ROLES | roles.TITLES | ROLE_MODIFIERS | {"of", "for", "the", "and", "agriculture"}
)


def gather_names(
    text: str, sentences: Sequence[Sentence], spans: Sequence[tuple[int, int]]
) -> list[Name]:
    """Return all names in text order, gazetteer names inside longer names left out."""
    parsed = [name for sentence in sentences for name in names_in(sentence, text)]
    known = [name for start, end in spans for name in known_names(text, start, end)]
    kept = [
        n
        for n in parsed
        if not _bare_role(n) and n.kind in ("person", "org", "media", "unknown", "place", "people")
    ]
    at: dict[tuple[int, int], list[Name]] = {}
    for kept_name in kept:
        at.setdefault((kept_name.start, kept_name.end), []).append(kept_name)
    taken = sorted(at)
    for name in known:
        holder = _around(taken, name)
        vague = ("place", "people", "unknown")
        if holder is not None and all(n.kind in vague for n in at.get(holder, ())):
            at.pop(holder, None)
            holder = None
        if holder is None:
            at.setdefault((name.start, name.end), []).append(name)
        elif holder == (name.start, name.end):
            at[holder] = [name]
    result = [name for names in at.values() for name in names]
    result = _without_doubles(result, known)
    result = _two_surnames(result)
    result = _parties(text, _behind_office(text, result))
    judged = _companies(text, sorted(set(result), key=lambda n: n.start))
    result = _firms(text, _speaking_parts(text, _without_trades(text, result)))
    result = _by_company(_surnames_are_persons(_not_capitals(text, result)), judged)
    result.extend(_untagged(sentences, result))
    return _with_nations(text, sorted(set(result), key=lambda n: (n.start, -n.end)))


def _bare_role(name: Name) -> bool:
    """'the Chief Minister': an office, whatever the model takes it for."""
    parts = name.key.lower().split()
    last = parts[-1].removesuffix("s")
    office = last in roles.ROLES and all(w in ROLE_MODIFIERS | _SCOPES for w in parts[:-1])
    polite = {w.strip(".").lower() for w in name.title.split()} & _POLITE
    return name.kind in ("person", "org", "unknown") and office and not polite


_SCOPES = frozenset("union chief state federal national provincial regional".split())
_POLITE = frozenset("mr mrs ms miss dr sir lord lady".split())


def _surnames(names: Sequence[Name]) -> set[str]:
    """Last words of full names, 'al-Burhan' without its article as well."""
    last = {n.key.split()[-1] for n in names if n.kind == "person" and " " in n.key}
    return last | {re.sub(r"^(?:al|el)-", "", word) for word in last}


def _untagged(sentences: Sequence[Sentence], names: Sequence[Name]) -> list[Name]:
    """'Trump and Quang issued': a surname the tagger took for a common noun."""
    surnames = _surnames(names)
    given = {n.key.split()[0] for n in names if n.kind == "person" and " " in n.key}
    bodies = {n.key for n in names if n.kind == "org" and n.key.isalpha() and len(n.key) > 3}
    taken = sorted((n.start, n.end) for n in names)
    found = []
    for sentence in sentences:
        for token in sentence.tokens:
            if token.tag == "NN" and token.text in bodies and token.text[:1].isupper():
                at = bisect.bisect_right(taken, (token.start, sys.maxsize))
                if not at or taken[at - 1][1] <= token.start:
                    token.tag, token.lemma = "NNP", token.lower
                    found.append(Name(token.start, token.end, "org", token.text))
                continue
            acts = token.dep == "nsubj" and token.tag in ("NN", "NNS")  # 'Meles told'
            known = token.text in surnames or (acts and token.text in given)
            if not known or token.is_name or token.virtual:
                continue
            at = bisect.bisect_right(taken, (token.start, sys.maxsize))
            if at and taken[at - 1][1] > token.start:
                continue
            token.tag, token.lemma = "NNP", token.lower
            found.append(Name(token.start, token.end, "person", token.text))
    return found


def _around(taken: Sequence[tuple[int, int]], name: Name) -> tuple[int, int] | None:
    """Return the first of the sorted ranges around a name."""
    stop = bisect.bisect_right(taken, (name.start, sys.maxsize))
    near = [t for t in taken[max(0, stop - 4) : stop] if name.end <= t[1]]
    return near[0] if near else None


def _surnames_are_persons(names: list[Name]) -> list[Name]:
    """A lone word taken for a body elsewhere is the person whose surname it is."""
    surnames = _surnames(names)
    lone = {n.key for n in names if " " not in n.key and n.kind in ("org", "unknown")}
    surnames |= {
        k for k in lone - surnames if any(alike(k, s) and k != s + "s" for s in surnames)
    }  # 'Jubouri' after 'al-Juburi', not 'the Houthis' after 'al-Houthi'
    return [
        replace(n, kind="person")
        if n.kind in ("org", "unknown", "place", "people") and n.key in surnames
        else n
        for n in names
        if n.kind not in ("unknown", "place", "people") or n.key in surnames or " " in n.key
    ]


def _two_surnames(names: list[Name]) -> list[Name]:
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


def _behind_office(text: str, names: list[Name]) -> list[Name]:
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


def _not_capitals(text: str, names: list[Name]) -> list[Name]:
    """'Valeska Paris … Paris said': the name of a capital where nothing happens in it."""
    surnames = _surnames(names)
    written = {n: text[n.start : n.end] for n in names if n.kind in ("capital", "state")}
    borne = {w for w in written.values() if w in surnames and not _placed(text, w)}
    return [
        replace(n, kind="person", key=written[n]) if written.get(n) in borne else n for n in names
    ]


def _placed(text: str, word: str) -> bool:
    return bool(re.search(rf"\b(?:in|to|from|of|for|with|near)\s+{re.escape(word)}\b", text))


def _speaking_parts(text: str, names: list[Name]) -> list[Name]:
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


def _without_trades(text: str, names: list[Name]) -> list[Name]:
    """'Telecom operator Zamani said': a capital for the sentence's sake only."""
    return [
        n
        for n in names
        if " " in n.key
        or n.kind not in ("org", "unknown")
        or (
            n.start
            and text[n.start - 1] != "\n"
            and not text[max(0, n.start - 2) : n.start].endswith((". ", "” ", '" '))
        )
        or not _TRADE.match(text, n.end)
    ]


_TRADE = re.compile(r" (?:operator|company|firm|giant|provider|maker|retailer|producer) [A-Z]")


def _parties(text: str, names: list[Name]) -> list[Name]:
    """'the Congress party': the noun belongs to the name."""
    return [
        replace(n, key=f"{n.key} party")
        if n.kind == "org" and " " not in n.key and re.match(r" party\b", text[n.end : n.end + 7])
        else n
        for n in names
    ]


def _firms(text: str, names: list[Name]) -> list[Name]:
    """'The operator, Petrolago, said': a firm's name, whatever the model takes it for."""
    return [
        replace(n, kind="org")
        if n.kind in ("place", "unknown", "person")
        and _FIRM.search(text[max(0, n.start - 40) : n.start])
        and _SET_OFF.match(text, n.end)
        else n
        for n in names
    ]


_FIRM = re.compile(
    r"\b[Tt]he (?:[a-z]+ )?(?:operator|company|firm|developer|contractor|manufacturer), $"
)
_SET_OFF = re.compile(r", (?:said|says|told|added)\b")


_SPEECH_NOUNS = (
    "question|remark|comment|statement|answer|reply|request|speech|words|view|call|claim"
)


def _by_company(names: list[Name], judged: dict[str, str]) -> list[Name]:
    """Class lone names by the words beside them: 'in Homs' is a place, 'Bays' question' a person."""
    result = []
    for name in names:
        if (
            name.kind not in ("person", "org", "unknown", "place")
            or name.title
            or name.key.isupper()
            or (name.kind == "org" and " " in name.key)
        ):
            result.append(name)
            continue
        result.append(replace(name, kind=judged.get(name.key) or name.kind))
    return result


def _companies(text: str, names: Sequence[Name]) -> dict[str, str]:
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
    surnames = _surnames(names) | {n.key for n in names if n.kind == "person" and n.title}
    judged = dict.fromkeys(placed - speaking - surnames, "place")
    judged |= dict.fromkeys((bodies & speaking) - surnames, "org")
    ruled = {n.key for n in names if " " in n.key and _MINISTERS.match(text, n.end)}
    judged |= dict.fromkeys(ruled, "place")
    return judged | dict.fromkeys(persons, "person")


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


def _without_doubles(names: list[Name], known: list[Name]) -> list[Name]:
    """'U.N.-Arab League envoy' names two bodies, not one."""
    result = []
    for name in names:
        inside = [
            k
            for k in known
            if name.start <= k.start
            and k.end <= name.end
            and (k.start, k.end) != (name.start, name.end)
        ]
        joined = (
            name.kind == "org"
            and len(inside) > 1
            and "-" in name.key
            and sum(k.kind == "org" for k in inside) > 1
        )
        parent = [k for k in inside if k.start == name.start and k.key == "United Nations"]
        whole = [k for k in inside if k.end == name.end and k.kind == "org" and k not in parent]
        if parent and whole:  # 'the U.N. World Food Program'
            inside, joined = whole, True
        result.extend(inside if joined else [name])
    return result


def _generic(words: str) -> bool:
    """'Foreign Ministry', 'Supreme Court': every state has one."""
    return all(w.lower() in body_words.OF_STATE for w in words.split())


def _with_nations(text: str, names: list[Name]) -> list[Name]:
    """'Russian Foreign Minister Sergei Lavrov', 'Sudan's envoy Huda Tayeb': whose minister it is."""
    result = []
    for number, name in enumerate(names):
        before = names[number - 1] if number else None
        if before is not None and name.kind == "org" and before.kind == "state":
            between = text[before.end : name.start]
            if re.fullmatch(r"['’]s?\s+", between) and _generic(name.key):
                name = replace(name, key=f"{adjective_of(before.key)} {name.key}")
        if before is not None and name.kind == "org" and before.kind == "adjective":
            beside = before.end < name.start and text[before.end : name.start].isspace()
            if beside and " " in name.key and _generic(name.key):  # 'the Russian Foreign Ministry'
                name = replace(name, key=f"{text[before.start : before.end]} {name.key}")
        after = names[number + 1] if number + 1 < len(names) else None
        if name.kind == "org" and after is not None and after.kind == "state":
            polity = re.fullmatch(r"\s+of\s+(?:the\s+)?", text[name.end : after.start])
            last = name.key.split()[-1].lower()
            if polity and last == "government":
                key = f"{adjective_of(after.key)} government"
                name = replace(name, end=after.end, key=key)
            elif polity and last in ("republic", "kingdom", "state", "commonwealth", "emirate"):
                name = replace(name, kind="state", key=after.key)
        if (
            name.kind == "person"
            and before is not None
            and before.kind in ("adjective", "state", "capital", "org")
        ):
            between = text[before.end : name.start]
            plain = re.sub(r"^['’]s", "", between).strip().rstrip(",").strip()
            roles_only = all(w.strip(".,-").lower() in _OFFICE_WORDS for w in plain.split())
            if len(between) < 60 and plain and roles_only and "\n" not in between:
                name = (
                    replace(name, body=before.key)
                    if before.kind == "org"
                    else replace(name, nation=before.key)
                )
        result.append(name)
    return result
