"""The names of a report in text order: those of the parse and of the gazetteer, each with one class."""

import bisect
import re
import sys
from collections.abc import Sequence
from dataclasses import replace

from goodoffices.reading.actors.roster import adjective_of
from goodoffices.reading.english import bodies as body_words
from goodoffices.reading.english import roles
from goodoffices.reading.grammar.syntax import Sentence
from goodoffices.reading.grammar.units import title_case
from goodoffices.reading.names.gazetteer import Name, known_names
from goodoffices.reading.names.in_sentences import ROLE_MODIFIERS, names_in
from goodoffices.reading.names.kinds import (
    behind_office,
    by_company,
    companies,
    firms,
    full_names,
    not_capitals,
    of_fronts,
    speaking_parts,
    surnames_are_persons,
    surnames_of,
    two_surnames,
)

__all__ = ["gather_names"]

_OFFICE_WORDS = (
    roles.ROLES | roles.TITLES | ROLE_MODIFIERS | {"of", "for", "the", "and", "agriculture"}
)


def gather_names(
    text: str, sentences: Sequence[Sentence], spans: Sequence[tuple[int, int]]
) -> list[Name]:
    """Return all names in text order, gazetteer names inside longer names left out."""
    parsed = [
        name
        for sentence in sentences
        for name in names_in(sentence, text)
        if _ALPHABETIC.search(name.key) and not _of_capitals(sentence, name, text)
    ]
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
    ends: dict[int, list[int]] = {}
    for start, end in taken:
        ends.setdefault(start, []).append(end)
    for name in known:
        holder = _around(taken, name)
        vague = ("place", "people", "unknown")
        if holder is not None and all(n.kind in vague for n in at.get(holder, ())):
            at.pop(holder, None)
            holder = None
        if holder is None:
            for end in ends.get(name.start, ()):
                if end < name.end:
                    at.pop((name.start, end), None)  # 'al-Qaida' of 'al-Qaida in Iraq'
            at.setdefault((name.start, name.end), []).append(name)
        elif holder == (name.start, name.end):
            at[holder] = [name]
    result = [name for names in at.values() for name in names]
    result = _without_doubles(result, known)
    result = two_surnames(full_names(text, result))
    result = _parties(text, behind_office(text, result))
    judged = companies(text, sorted(set(result), key=lambda n: n.start))
    result = firms(text, speaking_parts(text, _without_trades(text, result)))
    result = by_company(surnames_are_persons(not_capitals(text, result)), judged)
    result.extend(_untagged(sentences, result))
    result = of_fronts(result)
    return _with_nations(text, sorted(set(result), key=lambda n: (n.start, -n.end)))


_ALPHABETIC = re.compile(r"[^\W\d_]")


def _of_capitals(sentence: Sentence, name: Name, text: str) -> bool:
    """'Chief Hails Troop Exit as …': words that a headline writes with capitals, and nobody else does."""
    parts = name.key.split()
    if not sentence.headline or len(parts) < _LONG:
        return False
    words = [t.text for t in sentence.tokens if not t.virtual]
    return title_case(words) and not re.search(rf"\b{re.escape(parts[-1])}\b", text[sentence.end :])


_LONG = 3  # words: shorter ones in a headline are names more often than not


def _bare_role(name: Name) -> bool:
    """'the Chief Minister': an office, whatever the model takes it for."""
    parts = name.key.lower().split()
    last = parts[-1].removesuffix("s")
    office = last in roles.ROLES and all(w in ROLE_MODIFIERS | _SCOPES for w in parts[:-1])
    polite = {w.strip(".").lower() for w in name.title.split()} & _POLITE
    return name.kind in ("person", "org", "unknown") and office and not polite


_SCOPES = frozenset("union chief state federal national provincial regional".split())
_POLITE = frozenset("mr mrs ms miss dr sir lord lady".split())


def _untagged(sentences: Sequence[Sentence], names: Sequence[Name]) -> list[Name]:
    """'Trump and Quang issued': a surname the tagger took for a common noun."""
    surnames = surnames_of(names)
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
