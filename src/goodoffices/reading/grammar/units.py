"""From sentences to what the parser is given: direct speech apart from the words around it.

``“We will not leave,” Colonel Sesay said, “until …”`` becomes the unit ``Colonel Sesay said`` with two
gaps, and the speech becomes units of its own. Short quoted pieces that are part of the sentence's
grammar stay in it without their marks. Every character keeps the place it came from.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from goodoffices.reading.english.cues import QUOTE_ONLY, REPORTING
from goodoffices.reading.text.marks import TERMINAL, Quote, find_quotes
from goodoffices.reading.text.paragraphs import split_sentences, trim

_PLAIN = str.maketrans(
    {chr(code): " " for code in (*range(32), *range(127, 160))}
    | {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "´": "'",
        "`": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "–": "-",
        "—": "-",
        "―": "-",
        "\u200b": " ",
        "\u00ad": "-",
        "‑": "-",
    }
)
_PLACEHOLDER = "It is true, "
MAX_UNIT = 1200
"""Longer stretches without a full stop (tables, lists) are cut; no rule reads across such a cut."""
MAX_QUOTES = 60
"""A sentence with more quotations is no prose (a data file, a run of marks): its marks are not read."""


_SHORT_TITLE = re.compile(
    r"\b(Capt|Sgt|Lt|Col|Fr|Cmdr|Comdr|Supt|Insp|Det|Cpl|Pvt|Amb|Brig|Maj|Const|Atty|Asst|Dep|Msgr|Sec"
    r"|Pres|Hon)\.(?= [A-Z])"
)


def plain(text: str) -> str:
    """Return text as the parser takes it, letter by letter: plain marks, 'Capt. Davis' without its stop."""
    return _SHORT_TITLE.sub(r"\1 ", text.translate(_PLAIN))


@dataclass
class Unit:
    """Text for the parser; ``origin[k]`` is the stored text's position of character ``k``."""

    text: str
    origin: list[int]
    start: int
    end: int
    paragraph: int
    virtual: int = 0
    gaps: list[tuple[int, Quote]] = field(default_factory=list)
    quoted: list[Quote] = field(default_factory=list)
    within: Quote | None = None


_INFLECTED = re.compile(r"[A-Za-z]+$")


def _is_cue_word(word: str) -> bool:
    word = word.lower()
    stems = {
        word,
        word.removesuffix("s"),
        word.removesuffix("ed"),
        word.removesuffix("d"),
        word.removesuffix("ing"),
        word.removesuffix("ing") + "e",
    }
    stems |= {"say"} if word in ("said", "saying") else set()
    stems |= {"tell"} if word == "told" else set()
    stems |= {"write"} if word in ("wrote", "written") else set()
    stems |= {word[:-3] + "y"} if word.endswith("ied") else set()
    return bool(stems & (REPORTING | QUOTE_ONLY))


def is_direct(text: str, quote: Quote, start: int, end: int) -> bool:
    """Tell direct speech (a stretch of its own) from quoted words inside the sentence's grammar."""
    inner = quote.inner(text).strip()
    words = inner.split()
    if not words:
        return False
    before = text[start : quote.start].rstrip()
    after = text[quote.end : end].lstrip()
    if _is_title(words, before, after) or before.lower().endswith("so-called"):
        return False
    ends = inner.rstrip("’'\" ")[-1:] in tuple(TERMINAL + ",;—-")
    if not before or (before[-1] in '”"»’' and before[-2:-1] in tuple(TERMINAL + ",")):
        return _initial_direct(words, after, ends)
    capital = _first_letter(inner).isupper()
    if before[-1] == ":":
        return len(words) > 2 or ends
    if before[-1] == "," and after[:1] in ("", ".", "—", "–", "?", "!") and _goes_on_after(before):
        return True
    if before[-1] in ",—–-;":
        return (
            (ends and (len(words) > 1 or before[-1] == ","))
            or (capital and len(words) >= 4)
            or len(words) >= 8
        )
    if not capital or len(words) < 3 or before.lower().endswith((" that", " whether")):
        return False
    found = _INFLECTED.search(before)
    if found and _is_cue_word(found.group()):
        return True
    lower = sum(w[:1].islower() for w in words)
    return ends and len(words) >= 4 and lower * 2 >= len(words)


_BETWEEN = re.compile(r"[”’\"'»],? ([A-Z][^“”‘\"«»]{3,70}),$")


def _goes_on_after(before: str) -> bool:
    """'‘We will stay’, Ifor Bevan told them, ‘whatever they offer’.': speech that an attribution parts."""
    between = _BETWEEN.search(before)
    return between is not None and any(
        _is_cue_word(word) for word in re.findall(r"[a-z]+", between.group(1))[:8]
    )


_SMALL = frozenset("of the in and a an to for on with at by from or vs as is no".split())
_TITLED = re.compile(
    r"\b(?:show|book|film|movie|program|programme|series|song|album|novel|play|documentary|newspaper|magazine|"
    r"article|essay|podcast|operation|exhibition|painting|poem|website|game|column|memoir|thriller|video|"
    r"sequel|prequel|debut|titled|entitled|headlined|called|named|dubbed|codenamed|code-named),?$",
    re.IGNORECASE,
)


def title_case(words: Sequence[str]) -> bool:
    """Tell whether all words but the small ones have capitals, as the titles of books and shows do.

    >>> title_case("Make Your Kid a Millionaire,".split()), title_case("We will not sign".split())
    (True, False)
    """
    plain = [w.strip("“”\"'’‘.,!?;:()") for w in words]
    plain = [w for w in plain if w]
    counted = [w for w in plain if w.lower() not in _SMALL]
    return (
        len(counted) >= 2
        and all(w[0].isupper() or w[0].isdigit() for w in counted)
        and any(w[0].isupper() for w in counted)
    )


def _is_title(words: Sequence[str], before: str, after: str) -> bool:
    if not before:
        return not after and title_case(words) and len(words) <= 12
    if before[-1] == ":":
        return False
    found = _INFLECTED.search(before.rstrip(","))
    named = bool(_TITLED.search(before))
    wrote = found is not None and found.group().lower() in ("wrote", "written", "writes", "penned")
    if found and _is_cue_word(found.group()) and not named and not (wrote and title_case(words)):
        return False  # 'Perkins himself wrote “The Single Zillionaire”' names a book
    return title_case(words) or (named and len(words) == 1)


_GOES_ON = (["and"], ["or"], ["but"], ["is"], ["are"], ["was"], ["were"], ["has"], ["of"], ["for"])


def _initial_direct(words: list[str], after: str, ends: bool) -> bool:
    if ends or not after or after[0] in ",":
        return True
    nearby = re.findall(r"[A-Za-z]+", after)[:3]
    return (len(words) >= 4 and any(_is_cue_word(word) for word in nearby)) or (
        len(words) >= 14 and (after[0].isupper() or nearby[:1] not in _GOES_ON)
    )


def _first_letter(words: str) -> str:
    return next((ch for ch in words if ch.isalpha()), "a")


def make_units(
    text: str, paragraphs: Sequence[tuple[int, int]], quotes: Sequence[Quote]
) -> list[Unit]:
    """Return the units of the report in order; speech follows the sentence it stands in."""
    units: list[Unit] = []
    waiting = list(quotes)
    at = 0
    for number, (start, end) in enumerate(paragraphs):
        inside: list[Quote] = []
        while at < len(waiting) and waiting[at].start < end:
            inside.append(waiting[at])
            at += 1
        for first, last in split_sentences(text, start, end, inside):
            own = [q for q in inside if first <= q.start and q.end <= last]
            if len(own) > MAX_QUOTES:
                own = []
            for low, high in _chunks(first, last, own):
                units.extend(_sentence_units(text, low, high, number, own))
    return units


def _chunks(start: int, end: int, quotes: Sequence[Quote]) -> list[tuple[int, int]]:
    if end - start <= MAX_UNIT or quotes:
        return [(start, end)]
    return [(at, min(at + MAX_UNIT, end)) for at in range(start, end, MAX_UNIT)]


def _sentence_units(
    text: str, start: int, end: int, paragraph: int, quotes: Sequence[Quote]
) -> list[Unit]:
    direct = [q for q in quotes if is_direct(text, q, start, end)]
    unit = _outer_unit(text, start, end, paragraph, quotes, direct)
    if len(unit.text) > 2 * MAX_UNIT:  # a quotation without end inside what is no sentence
        pieces = _chunks(start, end, ())
        return [_outer_unit(text, low, high, paragraph, (), ()) for low, high in pieces]
    result = [unit]
    for quote in direct:
        result.extend(_inner_units(text, quote, paragraph))
    return result


def _outer_unit(
    text: str,
    start: int,
    end: int,
    paragraph: int,
    quotes: Sequence[Quote],
    direct: Sequence[Quote],
) -> Unit:
    chars: list[str] = []
    origin: list[int] = []
    gaps: list[tuple[int, Quote]] = []
    unit = Unit("", origin, start, end, paragraph)
    if direct and direct[0].start == start and _inverted(text, direct[0].end, end):
        chars.extend(_PLACEHOLDER)
        origin.extend([start] * len(_PLACEHOLDER))
        unit.virtual = len(_PLACEHOLDER)
    at, waiting = start, list(quotes)
    while at < end:
        if waiting and at >= waiting[0].start:
            quote = waiting.pop(0)
            if quote in direct:
                gaps.append((len(chars), quote))
                at = _skip_comma(text, quote.end, end, bool(chars))
            else:
                unit.quoted.append(quote)
                at = _copy(text, quote.inner_start, quote.inner_end, chars, origin)
                at = max(at, quote.end)
            continue
        stop = waiting[0].start if waiting else end
        _copy(text, at, max(stop, at + 1), chars, origin)
        at = max(stop, at + 1)
    unit.text = plain("".join(chars))
    unit.gaps = gaps
    return unit


def _skip_comma(text: str, at: int, end: int, keep: bool) -> int:
    here = at
    while here < end and (text[here].isspace() or text[here] in ",;"):
        here += 1
    return at if keep and here < end and text[at] not in "," else here


def _copy(text: str, start: int, end: int, chars: list[str], origin: list[int]) -> int:
    chars.extend(text[start:end])
    origin.extend(range(start, end))
    return end


def _inverted(text: str, at: int, end: int) -> bool:
    found = re.match(r"[\s,]*([A-Za-z]+)\s+(\S+)", text[at:end])
    return bool(found) and _is_cue_word(found.group(1))  # type: ignore[union-attr]


def _inner_units(text: str, quote: Quote, paragraph: int) -> list[Unit]:
    start, end = trim(text, quote.inner_start, quote.inner_end)
    if start >= end:
        return []
    result = []
    nested = find_quotes(text, [(start, end)])
    for first, last in split_sentences(text, start, end, nested):
        for low, high in _chunks(first, last, []):
            chars: list[str] = []
            origin: list[int] = []
            at = low
            marks = {q.start: q for q in nested if low <= q.start and q.end <= high}
            closing = {q.end - 1 for q in marks.values() if q.closed and q.end > q.inner_end}
            while at < high:
                if at not in marks and at not in closing:
                    _copy(text, at, at + 1, chars, origin)
                at += 1
            if chars:
                unit = Unit(plain("".join(chars)), origin, low, high, paragraph, within=quote)
                unit.quoted = list(marks.values())
                result.append(unit)
    return result
