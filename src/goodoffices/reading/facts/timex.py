"""One rule for each kind of time expression, from its pattern's match to a TIMEX3 value."""

import datetime
import re
from collections.abc import Callable

from goodoffices.reading.english import calendar as words
from goodoffices.reading.facts.clock import Clock, Day, Found, planned
from goodoffices.reading.facts.durations import adjectival, ago, counted_from, duration
from goodoffices.reading.facts.named_days import (
    century,
    end_of,
    every,
    festival,
    neighbouring_day,
    numeric,
    quarter,
    season_of_year,
    short_quarter,
)
from goodoffices.reading.facts.weekdays import deictic, weekday, weekday_of

Rule = Callable[[re.Match[str], str, Clock], "Found | None"]


def _full_date(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    parts = match.groupdict()
    for day, month, year in (("d1", "m1", "y1"), ("d2", "m2", "y2"), ("d3", "m3", "y3")):
        if not parts[day]:
            continue
        number = words.MONTHS.get(parts[month].lower()) or (
            int(parts[month]) if parts[month].isdigit() else 0
        )
        stated = parts[year]
        try:
            if stated:
                value = Day(int(stated), number, int(parts[day])).isoformat()
            else:
                value = _day_without_year(number, int(parts[day]), match, text, clock)
        except ValueError:
            return None
        return Found(match.start(), match.end(), "DATE", value, None, "date")
    return None


def _day_without_year(month: int, day: int, match: re.Match[str], text: str, clock: Clock) -> str:
    if clock.published is None:
        Day(2000, month, day)
        return f"XXXX-{month:02}-{day:02}"
    year = clock.published.year
    here = Day(year, month, day)
    gap = (here - clock.published).days
    if clock.looks_ahead(match.start(), match.end(), text):
        year += gap < -60
    elif gap > 60:
        year -= 1
    elif gap < -240 and not clock.is_past(match.start()):
        year += 1  # 'Canada's January 23 election' in a report of December
    try:
        return Day(year, month, day).isoformat()
    except ValueError:  # 29 February
        return here.isoformat()


def _month(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    name, rel, stated = (
        match.group("month"),
        (match.group("rel") or "").lower(),
        match.group("year"),
    )
    if re.match(r"\s+\d{1,2}\b(?!\d)", text[match.end() : match.end() + 4]):
        return None
    before = text[max(0, match.start() - 14) : match.start()].lower().split()
    if not stated and not rel and not match.group("part") and not match.group("which"):
        if not before or before[-1] not in (
            "in",
            "since",
            "until",
            "till",
            "by",
            "of",
            "from",
            "through",
            "to",
            "and",
            "between",
            "before",
            "after",
            "during",
            "for",
            "the",
            "an",
            "a",
            "ended",
            "following",
        ):
            if name.lower() in ("may", "march", "august"):
                return None
            if (
                re.match(r"['’]s\b|\s+\d", text[match.end() : match.end() + 4]) is None
                and len(name) < 4
            ):
                return None
        modal = name.lower() in ("may", "march") and not planned(before)
        if modal and before[-1:] in (
            ["the"],
            ["a"],
            ["to"],
            ["for"],
            ["and"],
        ):
            return None
    number = words.MONTHS[name.lower()]
    mod = words.MODS.get((match.group("part") or "").lower())
    which = match.group("which")
    value = (
        f"{stated}-{number:02}" if stated else _month_year(number, rel, which, match, text, clock)
    )
    return Found(match.start(), match.end(), "DATE", value, mod, "month")


def _month_year(
    number: int, rel: str, which: str | None, match: re.Match[str], text: str, clock: Clock
) -> str:
    if clock.published is None:
        return f"XXXX-{number:02}"
    year, now = clock.published.year, clock.published.month
    if which:
        year += {"last year": -1, "this year": 0, "next year": 1}[which]
    elif rel == "last":
        year -= number >= now
    elif rel == "next" or clock.looks_ahead(match.start(), match.end(), text):
        year += number < now or (rel == "next" and number == now)
    elif rel != "this" and not (0 < number - now <= 3 and not clock.is_past(match.start())):
        year -= number > now
    return f"{year}-{number:02}"


def _relative(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    rel, unit = match.group("rel").lower(), match.group("unit")
    mod = words.MODS.get((match.group("part") or rel.split()[0]).lower())
    way = (
        -1
        if rel.split()[-1] in ("last", "previous", "past")
        else 1
        if rel.split()[-1] in ("next", "following", "coming")
        else 0
    )
    if clock.published is None:
        return Found(
            match.start(),
            match.end(),
            "DATE",
            {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[way],
            mod,
            "relative",
            0.5,
        )
    counts_on = rel in ("the previous", "the following") and match.group("part") is None
    near = way > 0 or clock.sentence_at(clock.named_at) is clock.sentence_at(match.start())
    named = counted_from(clock, way, unit) if counts_on and near else None
    if named is not None:
        return Found(match.start(), match.end(), "DATE", named, mod, "relative", 0.8)
    from_day = clock.last if counts_on and clock.named is None else None
    value = _shifted(from_day or clock.published, unit, way)
    return Found(match.start(), match.end(), "DATE", value, mod, "relative") if value else None


def _shifted(day: Day, unit: str, way: int) -> str | None:
    if unit.startswith("week"):
        year, week, _ = (day + datetime.timedelta(weeks=way)).isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        months = day.year * 12 + day.month - 1 + way
        return f"{months // 12}-{months % 12 + 1:02}"
    if unit == "year":
        return str(day.year + way)
    if unit == "decade":
        return str(day.year // 10 + way)
    if unit == "century":
        return str(day.year // 100 + way)
    if unit == "quarter":
        quarters = day.year * 4 + (day.month - 1) // 3 + way
        return f"{quarters // 4}-Q{quarters % 4 + 1}"
    return _season(day, unit, way)


def _season(day: Day, unit: str, way: int) -> str | None:
    ends = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 12}.get(unit)
    if ends is None:
        return None
    year = day.year
    if way < 0 and day.month <= ends:
        year -= 1
    if way > 0 and day.month >= ends - 2:
        year += 1
    return f"{year}-{words.SEASONS[unit]}"


def _weekend(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    if clock.published is None:
        return None
    ahead = clock.looks_ahead(match.start("weekend"), match.end("weekend"), text)
    back = clock.published - datetime.timedelta(
        days=0 if ahead or clock.published.weekday() >= 5 else 7
    )
    year, week, _ = back.isocalendar()
    return Found(
        match.start("weekend") - 4,
        match.end("weekend"),
        "DATE",
        f"{year}-W{week:02}-WE",
        None,
        "weekend",
        0.7,
    )


def _year(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    mod = words.MODS.get((match.group("part") or "").lower())
    return Found(match.start(), match.end(), "DATE", match.group("year"), mod, "year", 0.8)


def _decade(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    word = match.group("decade")
    if len(word) == 2:
        before = text[max(0, match.start() - 12) : match.start()]
        if not re.search(
            r"\b(?:19|20)\d0s\s+(?:and|or|to)\s*$|the\s*$|late\s*$|early\s*$|mid-\s*$",
            before + ("the " if match.group().startswith("the") else ""),
        ):
            return None
        word = "19" + word
    mod = words.MODS.get((match.group("part") or "").lower())
    return Found(match.start(), match.end(), "DATE", word[:3], mod, "decade", 0.85)


def _clock_time(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    hour, minute, half = int(match.group("h")), int(match.group("min") or 0), match.group("ap")
    if (
        (not half and not match.group("tz"))
        or hour > 24
        or minute > 59
        or (match.group("tz") and not half and match.group("min") is None)
    ):
        return None
    if half and half.lower().startswith("p") and hour < 12:
        hour += 12
    day = _day_after(match, text, clock) or clock.last or clock.published
    stem = day.isoformat() if day else "XXXX-XX-XX"
    return Found(
        match.start(), match.end(), "TIME", f"{stem}T{hour:02}:{minute:02}", None, "clock", 0.7
    )


def _day_after(match: re.Match[str], text: str, clock: Clock) -> Day | None:
    """'6 a.m. on Thursday': the day named after the hour."""
    begin = re.compile(r"\s+(?:on\s+)?").match(text, match.end())
    named = words.WEEKDAY.match(text, begin.end()) if begin else None
    found = weekday(named, text, clock) if named else None
    return Day.fromisoformat(found.value) if found and "X" not in found.value else None


def _range_start(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'from 7 to 9 October': the first day takes month and year from the last."""
    month, day = words.MONTHS[match.group("m").lower()], int(match.group("d"))
    try:
        value = (
            Day(int(match.group("y")), month, day).isoformat()
            if match.group("y")
            else _day_without_year(month, day, match, text, clock)
        )
    except ValueError:
        return None
    return Found(match.start(), match.end("d"), "DATE", value, None, "range")


def _season_named(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'in the summer': the last one, or the next where the clause looks ahead."""
    unit = match.group("unit")
    mod = words.MODS.get((match.group("part") or "").lower())
    if clock.published is None:
        value = f"XXXX-{words.SEASONS[unit]}"
    else:
        ahead = clock.looks_ahead(match.start("unit"), match.end("unit"), text)
        begins = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[unit]
        year = clock.published.year
        if ahead:
            year += clock.published.month > begins + 2
        elif clock.published.month < begins:
            year -= 1
        value = f"{year}-{words.SEASONS[unit]}"
    return Found(match.start("body"), match.end("body"), "DATE", value, mod, "season", 0.6)


def _named_hour(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'at midnight', 'by noon on Friday'."""
    if not re.search(
        r"\b(?:at|by|until|till|from|before|after|around|since)\s+(?:local\s+)?$",
        text[max(0, match.start() - 14) : match.start()],
    ):
        return None
    day = _day_after(match, text, clock) or clock.last or clock.published
    stem = day.isoformat() if day else "XXXX-XX-XX"
    hour = "24:00" if match.group("hour") == "midnight" else "12:00"
    return Found(match.start(), match.end(), "TIME", f"{stem}T{hour}", None, "clock", 0.6)


def _vague(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    word = match.group("word")
    ahead = "coming" in word or "future" in word or word == "soon"
    start = match.start() + (3 if word.startswith("in ") else 0)
    return Found(
        start, match.end(), "DATE", "FUTURE_REF" if ahead else "PAST_REF", None, "vague", 0.5
    )


RULES: list[tuple[re.Pattern[str], Rule]] = [
    (words.FULL_DATE, _full_date),
    (words.RANGE, _range_start),
    (words.NUMERIC, numeric),
    (words.EVERY, every),
    (words.SEASON_YEAR, season_of_year),
    (words.CENTURY, century),
    (words.FESTIVAL, festival),
    (words.NEXT_DAY, neighbouring_day),
    (words.END_OF, end_of),
    (words.QUARTER, quarter),
    (words.SHORT_QUARTER, short_quarter),
    (words.SEASON, _season_named),
    (words.WEEKDAY_OF, weekday_of),
    (words.NAMED_HOUR, _named_hour),
    (words.DEICTIC, deictic),
    (words.AGO, ago),
    (words.MONTH, _month),
    (words.RELATIVE, _relative),
    (words.WEEKDAY, weekday),
    (words.VAGUE, _vague),
    (words.WEEKEND, _weekend),
    (words.ADJECTIVAL, adjectival),
    (words.WITHIN, duration),
    (words.DECADE, _decade),
    (words.CLOCK, _clock_time),
    (words.YEAR, _year),
]
