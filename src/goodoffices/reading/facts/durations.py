"""Stretches of time, and days counted from another: 'within 48 hours', 'three weeks ago', '10 days later'."""

import datetime
import re

from goodoffices.reading.english import calendar as words
from goodoffices.reading.facts.clock import Clock, Day, Found

__all__ = ["adjectival", "ago", "duration"]


def _number(word: str | None) -> float | None:
    if word is None:
        return None
    low = word.lower().strip()
    if low.replace(".", "", 1).isdigit():
        return float(low)
    known = {"couple of": 2, "a couple of": 2, "half a": 0.5, "half an": 0.5}
    return words.NUMBERS.get(low) or known.get(low)


def _unit(word: str) -> str:
    low = word.lower()
    return "century" if low.startswith("centur") else low.rstrip("s")


def _period(number: float | None, unit: str) -> str:
    code = words.UNITS[unit]
    count = "X" if number is None else f"{number:g}"
    if unit == "fortnight" and number is not None:
        count = f"{number * 2:g}"
    if unit in ("second", "minute", "hour"):
        return f"PT{count}{code}"
    if code in ("DE", "CE"):
        return f"P{count}{code}"
    return f"P{count}{code}"


def ago(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'three weeks ago' from the day of publication, '10 days later' from the last day named."""
    number, unit, way = _number(match.group("n")), _unit(match.group("unit")), match.group("way")
    sign = -1 if way in ("ago", "earlier", "before") else 1
    from_now = way in ("ago", "from now", "hence")
    compared = _COMPARED.search(text, max(0, match.start() - 24), match.start())
    unknown = False
    if number is not None and not from_now and not compared:
        named = counted_from(clock, int(sign * number), unit)
        if named is not None:
            return Found(match.start(), match.end(), "DATE", named, None, "ago", 0.8)
        unknown = clock.last is None and clock.named is not None  # 'in 1998 … two days later'
    anchor = clock.published if from_now else clock.last or clock.published
    if way == "before" and clock.last is None:
        return None
    if number is None or anchor is None or unknown:
        past = sign < 0 or (unknown and _is_over(clock))
        value = "PAST_REF" if past else "FUTURE_REF"
        return Found(match.start(), match.end(), "DATE", value, None, "ago", 0.5)
    mod = words.BOUNDS.get((match.group("mod") or "").strip().lower())
    value = _moved(anchor, sign * number, unit)
    return Found(match.start(), match.end(), "DATE", value, mod, "ago", 0.85)


_COMPARED = re.compile(r"\b(?:from|than|over|on|with|as)\s+(?:(?:it|they) w(?:as|ere)\s+)?$")
"""'fell 4 percent from a year earlier': earlier than now, whatever year was named."""


def _is_over(clock: Clock) -> bool:
    """'elected in 2012 … five months later': past, though nobody can tell when."""
    return clock.published is None or (clock.named or "9999")[:4] < str(clock.published.year)


def counted_from(clock: Clock, number: int, unit: str) -> str | None:
    """'in 2012 … a year later', 'in May … the following month': from the year or month last named."""
    named = clock.named
    if named is None or unit not in ("month", "year", "decade"):
        return None
    years = {"year": 1, "decade": 10}.get(unit)
    if years is not None:
        return str(int(named[:4]) + number * years)
    return _moved(Day.fromisoformat(f"{named}-01"), number, "month") if len(named) == 7 else None


def _moved(day: Day, number: float, unit: str) -> str:
    try:
        if unit == "day":
            return (day + datetime.timedelta(days=number)).isoformat()
        if unit in ("week", "fortnight"):
            weeks = number * (2 if unit == "fortnight" else 1)
            year, week, _ = (day + datetime.timedelta(weeks=weeks)).isocalendar()
            return f"{year}-W{week:02}"
        if unit == "month":
            months = day.year * 12 + day.month - 1 + int(number)
            return f"{months // 12}-{months % 12 + 1:02}"
        if unit == "year" and number % 1:
            return _moved(day, 12 * number, "month")
        if unit == "year":
            return str(day.year + int(number))
        if unit == "century" or (unit == "decade" and number % 1):
            return _moved(day, number * (100 if unit == "century" else 10), "year")
        if unit == "decade":
            return str((day.year + 10 * int(number)) // 10)
        return day.isoformat()
    except (OverflowError, ValueError):
        return "PAST_REF" if number < 0 else "FUTURE_REF"


def duration(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'within 48 hours', 'for the past three years'."""
    count, rel, unit = (
        match.group("n"),
        (match.group("rel") or "").lower(),
        _unit(match.group("unit")),
    )
    plural = match.group("unit").endswith("s") or match.group("unit").endswith("ies")
    pre = (match.group("pre") or "").lower()
    if count is None and not rel:
        return None
    past = (
        rel in ("past", "last")
        and count is None
        and unit in ("year", "month", "week", "decade", "day")
    )
    if past and not plural and _stretches(match):
        start = match.start("body")
        start -= 4 if text[max(0, start - 4) : start].lower() == "the " else 0
        return Found(start, match.end("body"), "DURATION", _period(1, unit), None, "duration", 0.8)
    if not plural and (count is None or count.lower() not in ("one", "1", "another", "a", "an")):
        return None
    if rel == "recent" and count is None:
        return Found(match.start("body"), match.end("body"), "DATE", "PAST_REF", None, "vague", 0.6)
    if rel == "coming" and count is None:
        return Found(
            match.start("body"), match.end("body"), "DATE", "FUTURE_REF", None, "vague", 0.6
        )
    start = match.start("body")
    if rel and text[max(0, start - 4) : start].lower() == "the ":
        start -= 4
    mod = next((m for w, m in words.BOUNDS.items() if pre.endswith(w)), None)
    return Found(
        start, match.end("body"), "DURATION", _period(_number(count), unit), mod, "duration", 0.8
    )


def _stretches(match: re.Match[str]) -> bool:
    """'over the past year' is a stretch of time; 'last year' is a date."""
    return (match.group("pre") or "").lower() in (
        "over the",
        "the",
        "during the",
        "in the",
        "for the",
        "over",
    )


def adjectival(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'a nearly three-year war'."""
    if match.group().endswith("-old"):
        return None
    mod = words.BOUNDS.get((match.group("mod") or "").lower())
    return Found(
        match.start(),
        match.end(),
        "DURATION",
        _period(_number(match.group("n")), match.group("unit")),
        mod,
        "duration-adjective",
        0.85,
    )
