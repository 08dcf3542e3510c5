"""Figures with their bounds: counts of people and things, money, shares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "dozen": 12}
_SCALE = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "m": 1e6,
    "bn": 1e9,
    "k": 1e3,
}
_BOUNDS = {
    "over": ">",
    "more than": ">",
    "at least": ">=",
    "no fewer than": ">=",
    "upwards of": ">=",
    "as many as": "<=",
    "up to": "<=",
    "at most": "<=",
    "fewer than": "<",
    "less than": "<",
    "under": "<",
    "nearly": "<",
    "almost": "<",
    "about": "~",
    "around": "~",
    "some": "~",
    "roughly": "~",
    "approximately": "~",
    "an estimated": "~",
    "estimated": "~",
    "close to": "~",
    "only": "=",
    "exactly": "=",
}
_BOUND = "|".join(sorted(_BOUNDS, key=len, reverse=True))
_FIGURE = re.compile(
    rf"(?P<bound>\b(?i:{_BOUND})\s+)?(?P<money>[$€£¥₹]\s?|Rs\.?\s?|US\$\s?)?\b(?P<number>{_NUMBER}|(?i:{'|'.join(_WORDS)})(?=\s))"
    rf"(?:\s?(?:to|-|–|and)\s?(?P<upper>{_NUMBER})(?!-))?"
    rf"(?:\s?(?P<scale>hundred|thousand|million|billion|trillion|lakh|crore|bn|m|k)\b)?"
    r"(?P<share>\s?%|\s(?:per ?cent|percent|percentage points)\b)?"
    r"(?:\s+(?:of\s+(?:the\s+)?)?(?P<unit>(?:[a-z][\w-]*\s+){0,2}?[a-z][a-z-]*s\b|people|men|women|children|police|personnel|hectares))?"
)
_MAGNITUDE = re.compile(
    r"\b(?P<bound>(?:many|several|some)\s+)?(?P<magnitude>(?:tens|hundreds)\s+of\s+(?:thousands|millions)|dozens|scores|hundreds|thousands|millions|billions)"
    r"(?:\s+(?:of|more)\b(?:\s+(?P<unit>(?:[a-z][\w-]*\s+)?[a-z]+s|people|men|women|children|civilians)\b)?)?"
)
_MEASURE = re.compile(
    r"\b(killed|dead|died|deaths|wounded|injured|displaced|missing|arrested|detained|fled|evacuated|homeless|"
    r"released|kidnapped|abducted|starving|besieged|executed|infected|stranded|returned)\b"
)
_TIME_UNITS = frozenset("days weeks months years hours minutes seconds decades centuries".split())
_TIMEISH = re.compile(r"-(?:year|month|day|week|hour)s?\b")


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure in the text: code points, value and bounds."""

    start: int
    end: int
    quantity: float | None
    comparator: str
    upper: float | None
    magnitude: str | None
    unit: str | None
    measure: str | None
    rule: str
    score: float


def find_figures(
    text: str, spans: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]
) -> list[FoundFigure]:
    """Return the figures of the body that are not part of a time expression (``taken``).

    >>> find_figures("It killed over 130,000 people.", [(0, 30)], [])[0].comparator
    '>'
    """
    blocked = {at for start, end in taken for at in range(start, end)}
    result: list[FoundFigure] = []
    for start, end in spans:
        for match in _FIGURE.finditer(text, start, end):
            found = _figure(match, text, end)
            if (
                found is not None
                and found.start not in blocked
                and match.start("number") not in blocked
            ):
                result.append(found)
        for match in _MAGNITUDE.finditer(text, start, end):
            unit = match.group("unit")
            result.append(
                FoundFigure(
                    match.start("magnitude"),
                    match.end(),
                    None,
                    "~",
                    None,
                    match.group("magnitude"),
                    _unit(unit),
                    _measure(text, match.start(), match.end(), end),
                    "magnitude",
                    0.6,
                )
            )
    result.sort(key=lambda f: (f.start, -f.end))
    return _apart(result)


def _apart(found: list[FoundFigure]) -> list[FoundFigure]:
    kept: list[FoundFigure] = []
    for figure in found:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept


def _figure(match: re.Match[str], text: str, stop: int) -> FoundFigure | None:
    word, scale = match.group("number"), match.group("scale")
    bound = (match.group("bound") or "").strip().lower()
    unit = _unit(match.group("unit"))
    if (word[0].isalpha() and not (scale or bound or unit)) or unit in _TIME_UNITS:
        return None
    bare = not (bound or match.group("money") or scale or match.group("share") or unit)
    if (bare and (len(word) <= 4 or not word[0].isdigit())) or _TIMEISH.match(
        text, match.end("number")
    ):
        return None
    if (match.start("number") and text[match.start("number") - 1] in "-/.:") or text[
        match.end("number") : match.end("number") + 1
    ] == ":":
        return None
    factor = _SCALE.get((scale or "").lower(), 1.0)
    upper = match.group("upper")
    high = _value(upper) * factor if upper else None
    measure = _measure(text, match.start(), match.end(), stop)
    label = "percent" if match.group("share") else unit
    if match.group("money"):
        label = {
            "$": "USD",
            "US$": "USD",
            "€": "EUR",
            "£": "GBP",
            "¥": "JPY",
            "₹": "INR",
            "Rs": "INR",
            "Rs.": "INR",
        }.get(match.group("money").strip())
    return FoundFigure(
        match.start(),
        match.end(),
        _value(word) * factor,
        _BOUNDS.get(bound, "="),
        high,
        None,
        label,
        measure,
        "number",
        0.8 if not bare else 0.5,
    )


def _value(word: str) -> float:
    low = word.lower().replace(",", "")
    return float(_WORDS[low]) if low in _WORDS else float(low)


def _unit(words: str | None) -> str | None:
    if not words:
        return None
    last = words.split()[-1]
    return (
        last
        if last not in ("was", "is", "has", "does", "as", "this", "its", "his", "us", "percents")
        else None
    )


def _measure(text: str, start: int, end: int, stop: int) -> str | None:
    """What was counted: the nearest such word in the same sentence."""
    left = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start), start - 80)
    right = min(stop, end + 60)
    cut = re.search(r"[.;\n]", text[end:right])
    near = [
        (m.start() if m.start() else 0, m.group(1))
        for m in _MEASURE.finditer(text[end : end + cut.start() if cut else right])
    ]
    before = [
        (start - left - m.end(), m.group(1)) for m in _MEASURE.finditer(text[max(0, left) : start])
    ]
    ranked = sorted([*near, *before])
    return ranked[0][1] if ranked else None
