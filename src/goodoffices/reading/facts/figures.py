"""Figures with their bounds: counts of people and things, money, shares."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from goodoffices.reading.english.calendar import NUMBERS
from goodoffices.reading.english.quantities import AFTER, BOUNDS, PARTS_OF_ONE, SCALE, SHARES

_NUMBER = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ONES = "one two three four five six seven eight nine".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {w: n for w, n in NUMBERS.items() if w not in ("a", "an", "another", "dozen")}
_WORDS |= {f"{ten}-{one}": _WORDS[ten] + _WORDS[one] for ten in _TENS for one in _ONES}
_BOUND = "|".join(sorted(BOUNDS, key=len, reverse=True))
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_SCALES = "(?i:{})".format(
    "|".join(s if len(s) > 3 else rf"{s}(?![\w-])" for s in sorted(SCALE, key=len, reverse=True))
)
_PART = "|".join(sorted(PARTS_OF_ONE, key=len, reverse=True))
_NO_UNIT = (
    "(?!(?:was|is|has|does|as|this|its|his|us|across|versus|less|plus|always|perhaps|thus|in|on|at|to|the|and|or|"
    "for|from|by|with|that|who|which|were|are|had|have|be|been|will|would|after|before|when|while|near|into|"
    "against|since|until|if|but|than|a|an|it|they|he|she|died|dead|killed|said|says|per|out|up|down|not)\\b)"
)
_UNIT = (
    r"(?P<unit>(?:"
    + _NO_UNIT
    + r"(?:[a-z][\w-]*|(?:U\.S\.|US|UN|[A-Z][\w-]*[a-z]))\s+){0,2}?(?:"
    + _NO_UNIT
    + r"[A-Za-z][a-z-]*s\b|people\b|men\b|women\b|children\b|police\b(?!\s+[a-z]+s\b)|personnel\b"
    + r"|km/h\b|kmh\b|km\b|kg\b|mph\b|ha\b))"
)
_MONEY = r"[$€£¥₹]\s?|Rs\.?\s?|US\$\s?"
_IN_WORDS = (
    rf"(?i:{_WORD})(?=\s|-(?:odd|plus)\b(?!-))(?! in (?:every )?(?:{_WORD})\b)"
    rf"|(?i:(?:{_PART}|an?)(?=\s(?:{_SCALES})\b))"
)
_TO = r"(?:\s?(?:to|-|–)\s?|(?(between)\sand\s|(?!)))"
"""'and' makes a range only behind 'between'."""
_FIGURE = re.compile(
    rf"(?:(?P<between>\b[Bb]etween\s+)|(?P<bound>\b(?i:{_BOUND})\s+))?(?P<money>{_MONEY})?"
    rf"\b(?P<number>{_NUMBER}|{_IN_WORDS})"
    rf"(?:{_TO}(?P<upper>{_NUMBER})(?!-))?"
    rf"(?:[\s-]?(?P<scale>{_SCALES})\b(?:\s(?P<scale2>(?i:thousand|million|billion))\b)?)?"
    rf"(?:{_TO}(?:{_MONEY})(?P<most>{_NUMBER})\s?(?P<mscale>{_SCALES})\b)?"
    r"(?P<share>\s?%|\s(?:per ?cent|pct|percent|percentage points)\b)?"
    r"(?P<after>-odd\b|-plus\b(?!-|\s[mb]illion)|\+(?!\d)|\sor\s(?:so|more|fewer|less)\b(?!\s(?:dozen|hundred|[mb]illion)))?"
    rf"(?:\s+(?:of\s+(?:the\s+)?)?{_UNIT}(?P<rate>\s(?:a|per)\s(?:second|minute|hour|day|week|month|year)\b)?)?"
)
_MAGNITUDE = re.compile(
    r"\b(?P<bound>(?:[Mm]any|[Ss]everal|[Ss]ome)\s+)?(?P<magnitude>(?:[Tt]ens|[Hh]undreds)\s+of\s+(?:thousands|millions)|[Dd]ozens|[Ss]cores|[Hh]undreds|[Tt]housands|[Mm]illions|[Bb]illions"
    r"|(?:[Ss]everal|[Aa]\s+few|[Aa]\s+couple\s+of)\s+(?:dozen|hundred|thousand|million|billion))\b"
    rf"(?:\s+(?:(?:of|more)\b\s*)?{_UNIT}|\s+more\b)?"
)
_SHARE = re.compile(
    rf"(?P<bound>\b(?i:{_BOUND})\s+)?\b(?:(?P<top>(?i:an?|{'|'.join(_ONES)}))[\s-](?P<part>(?i:{'|'.join(SHARES)}))s?|(?P<alone>[Hh]alf))"
    rf"\s+of\s+(?:(?:the|its|their|all|his|her|these|those)\s+)*{_UNIT}"
)
_ONE_IN = re.compile(
    rf"(?P<bound>\b(?i:{_BOUND})\s+)?\b(?P<top>(?i:{'|'.join(_ONES)}))\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<all>{'|'.join(_ONES)}|ten)\s+{_UNIT}"
)
_MEASURE = re.compile(
    r"\b(death toll|killed|dead|died|deaths|wounded|injured|displaced|missing|arrested|detained|fled|"
    r"evacuated|homeless|released|kidnapped|abducted|starving|besieged|executed|infected|stranded|returned)\b"
)
_HURT = "dead|killed|wounded|injured|missing|displaced"
_COUNTED = (
    rf"(?P<count>\b(?i:{_BOUND})\s+)?\b(?P<number>{_NUMBER}|(?!one\b)(?i:{_WORD}))\b"
    rf"(?:[\s-]?(?P<scale>{_SCALES})\b)?"
)
_TOLL = re.compile(
    r"\b(?:(?:(?P<what>[Tt]oll|[Cc]asualties|[Ff]atalities|[Dd]eaths)|"
    rf"[Nn]umber of (?:the )?(?P<of>{_HURT}|deaths|casualties))\b[^.,;:!?\n“”\"\d]{{0,60}}?"
    r"\b(?:at|of|to|is|was|were|numbered|number|totall?ed|reached|passed|exceeded|topped|hit)"
    r"|(?P<those>[Dd]ead|[Ww]ounded|[Ii]njured|[Mm]issing|[Dd]isplaced) (?:at|numbered|number|totall?ed))"
    rf"\s+{_COUNTED}"
)
"""'a death toll of 43', 'the number of dead rose to 43', 'the dead numbered 43'."""
_LEFT = re.compile(rf"(?<![\w.,/:-]){_COUNTED}\s(?:more\s)?(?P<those>{_HURT})\b")
"""'left 43 dead and 12 wounded'."""
_HARMED = re.compile(
    r"\b(?P<those>kill|wound|injur|displac|detain|arrest|kidnapp?|abduct|execut)(?:ed|ing)"
    rf"\s(?:another\s)?{_COUNTED}"
)
"""'shells killed 40 in the town, wounding 12'."""
_DONE_TO = {
    "injur": "injured",
    "displac": "displaced",
    "kidnap": "kidnapped",
    "kidnapp": "kidnapped",
    "execut": "executed",
}
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = re.compile(r"\b[A-Z][\w.-]*\s$")
"""Before the number of a thing: 'Flight 17 killed'."""
_DEAD = {"toll": "dead", "death toll": "dead", "deaths": "dead", "fatalities": "dead"}
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
                result.extend(_from_and_to(found, match, text))
        result.extend(_shares(text, start, end, blocked))
        result.extend(_tolls(text, start, end, blocked))
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
    result.sort(key=lambda f: (f.start, f.rule != "share", -f.end, f.rule != "toll"))
    return _apart(result)


def _from_and_to(found: FoundFigure, match: re.Match[str], text: str) -> tuple[FoundFigure, ...]:
    """'rose from 200 to 250 families': two figures, before and after, and no range."""
    begin = match.start("number")
    if found.upper is None or not match["upper"]:
        return (found,)
    if not _CHANGED.search(text, max(0, begin - 80), begin):
        return (found,)
    before = replace(found, end=match.end("number"), upper=None)
    after = replace(found, start=match.start("upper"), quantity=found.upper, upper=None)
    return before, after


_CHANGED = re.compile(
    r"\b(?:r[io]se[sn]?|gr[eo]wn?|grows|f[ae]ll(?:s|en)?|climb(?:s|ed)?|drop(?:s|ped)?|(?:in|de)creased?|"
    r"rais(?:e|es|ed|ing)|cut(?:s|ting)?|lower(?:s|ed)?|went|gone|jump(?:s|ed)?|surged?|swelled|swollen|"
    r"shr[aiu]nk|reduced?|doubled?|up|down|changed?|expand(?:s|ed)?)\b[^.;:!?]{0,60}\bfrom\s+$"
)


def _shares(text: str, start: int, end: int, blocked: set[int]) -> Iterator[FoundFigure]:
    """'two thirds of the members', 'three in four voters': a share of something, between 0 and 1."""
    for pattern in (_SHARE, _ONE_IN):
        for match in pattern.finditer(text, start, end):
            top = _value(match.group("top") or "one")
            parts = match.groupdict()
            part = parts.get("part") or parts.get("alone")
            whole = SHARES[part.lower()] if part else _value(parts["all"])
            if not 0 < top < whole or _unit(match.group("unit")) in _TIME_UNITS:
                continue
            if not blocked.isdisjoint(range(match.start(), match.end())):
                continue
            yield FoundFigure(
                match.start(),
                match.end(),
                round(top / whole, 4),
                BOUNDS.get((match.group("bound") or "").strip().lower(), "="),
                None,
                None,
                "share",
                _measure(text, match.start(), match.end(), end),
                "share",
                0.7,
            )


def _tolls(text: str, start: int, end: int, blocked: set[int]) -> Iterator[FoundFigure]:
    """A bare number of people, known by what is said to be counted."""
    for pattern in (_TOLL, _LEFT, _HARMED):
        for match in pattern.finditer(text, start, end):
            at, stop = match.start("count" if match["count"] else "number"), match.end("number")
            if match["scale"]:
                stop = match.end("scale")
            if not blocked.isdisjoint(range(at, stop)) or _NO_COUNT.match(text, stop):
                continue
            if match["those"] == "killed" and _NUMBERED.search(text, max(0, at - 40), at):
                continue
            parts = match.groupdict()
            what = next(w for k in ("what", "of", "those") if (w := parts.get(k))).lower()
            if pattern is _HARMED:
                if _YEAR.fullmatch(match["number"]) and not match["count"]:
                    continue
                what = _DONE_TO.get(what, f"{what}ed")
            yield FoundFigure(
                at,
                stop,
                _value(match["number"]) * SCALE.get((match["scale"] or "").lower(), 1.0),
                BOUNDS.get((match["count"] or "").strip().lower(), "="),
                None,
                None,
                None,
                _DEAD.get(what, what),
                "toll",
                0.7,
            )


_NO_COUNT = re.compile(r"[-–:/%]|[.,]\d|\s?(?:%|per ?cent\b|percent\b|to\b)")
"""After a number: it is a share, a range, a time or part of a word."""


def _apart(found: list[FoundFigure]) -> list[FoundFigure]:
    kept: list[FoundFigure] = []
    for figure in found:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept


def _figure(match: re.Match[str], text: str, stop: int) -> FoundFigure | None:
    word, scale = match.group("number"), match.group("scale")
    upper_word = match.group("upper")
    bound = (match.group("bound") or "").strip().lower()
    after = (match.group("after") or "").strip().lower()
    unit = _unit(match.group("unit"))
    if (word[0].isalpha() and not (scale or bound or unit or after)) or unit in _TIME_UNITS:
        return None
    between = match.group("between") is not None and match.group("upper") is not None
    bare = not (
        bound or between or after or match.group("money") or scale or match.group("share") or unit
    )
    if (
        (bare and (len(word) <= 4 or not word[0].isdigit()))
        or _TIMEISH.match(text, match.end("number"))
        or _TIMEISH.match(text, match.end())
    ):
        return None
    if (match.start("number") and text[match.start("number") - 1] in "-/.:") or text[
        match.end("number") : match.end("number") + 1
    ] == ":":
        return None
    if bound == "only" and word.lower() == "one" and not unit:
        return None
    if re.fullmatch(r"(?:19|20)\d\d", word) and re.fullmatch(r"(?:19|20)\d\d", upper_word or ""):
        return None  # 'the 2007-2013 budget'
    most_scale = (match.group("mscale") or "").lower()
    shared = most_scale if _value(word) < 1000 else ""  # 'between $2 and $3 million'
    factor = SCALE.get((scale or shared).lower(), 1.0)
    factor *= SCALE.get((match.group("scale2") or "").lower(), 1.0)
    high = _value(upper_word) * factor if upper_word else None
    if match.group("most"):
        high = _value(match.group("most")) * SCALE[most_scale]
    measure = _measure(text, match.start(), match.end(), stop)
    label = "percent" if match.group("share") else unit
    if label == "dollars" and re.search(r"\bU\.?S\.?\s", match.group("unit")):
        label = "USD"
    if unit and match.group("rate"):
        label = f"{label}{match.group('rate').replace(' per ', ' a ')}"
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
    begins = match.start()
    if match.group("between") and high is None:  # 'talks between two states'
        begins = match.end("between")
    return FoundFigure(
        begins,
        match.end(),
        _value(word) * factor,
        AFTER.get(after) or BOUNDS.get(bound, "="),
        high,
        None,
        label,
        measure,
        "number",
        0.8 if not bare else 0.5,
    )


def _value(word: str) -> float:
    low = word.lower().replace(",", "")
    if low in ("a", "an"):
        return 1.0
    known = PARTS_OF_ONE.get(low, _WORDS.get(low))
    return float(low) if known is None else float(known)


def _unit(words: str | None) -> str | None:
    """The noun counted, with 'cubic' and 'square' before a measure."""
    if not words:
        return None
    parts = words.split()
    kept = parts[-2:] if parts[-2:-1] and parts[-2] in _MEASURED_BY else parts[-1:]
    return " ".join(kept) if kept[-1] != "percents" else None


_MEASURED_BY = frozenset("cubic square metric nautical".split())


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
    return _DEAD.get(ranked[0][1], ranked[0][1]) if ranked else None
