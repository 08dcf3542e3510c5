"""Days and stretches that go by a name: "by Christmas", "the next day", "the end of the year"."""

import datetime
import re

from goodoffices.reading.english import calendar as words
from goodoffices.reading.facts.clock import Clock, Day, Found
from goodoffices.reading.text.figured_dates import day_and_month


def festival(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'by Christmas', 'on New Year's Eve': the one before, or the next where the clause looks ahead."""
    month, day = words.FESTIVALS[re.sub(r"[’']s?\b", "", match.group("name").lower())]
    stated = match.group("year")
    if stated:
        value = Day(int(stated), month, day).isoformat()
    elif clock.published is None:
        value = f"XXXX-{month:02}-{day:02}"
    else:
        here = Day(clock.published.year, month, day)
        ahead = clock.looks_ahead(match.start(), match.end(), text)
        if ahead and here < clock.published:
            here = Day(here.year + 1, month, day)
        elif not ahead and here > clock.published:
            here = Day(here.year - 1, month, day)
        value = here.isoformat()
    return Found(match.start(), match.end(), "DATE", value, None, "festival", 0.8)


def neighbouring_day(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'the next day', 'the day before': counted from the last day named in the text."""
    if clock.last is None:
        return None
    which = match.group("which") or match.group("after") or "same"
    shift = {"next": 1, "following": 1, "previous": -1, "same": 0, "after": 1, "before": -1}[which]
    day = clock.last + datetime.timedelta(days=shift)
    return Found(match.start(), match.end(), "DATE", day.isoformat(), None, "next-day", 0.75)


def end_of(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'by the end of the year', 'before year-end': this year, month or week and which part of it."""
    unit = match.group("unit") or match.group("owned") or match.group("joined")
    mod = words.MODS[f"the {match.group('part') or 'end'} of"]
    if clock.published is None:
        return Found(match.start(), match.end(), "DATE", "FUTURE_REF", mod, "end-of", 0.5)
    year, week, _ = clock.published.isocalendar()
    value = {
        "year": str(clock.published.year),
        "month": f"{clock.published.year}-{clock.published.month:02}",
        "week": f"{year}-W{week:02}",
    }[unit]
    return Found(match.start(), match.end(), "DATE", value, mod, "end-of", 0.8)


def season_of_year(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'the summer of 2013', 'spring 2012'."""
    season = words.SEASONS[match.group("unit").lower()]
    mod = words.MODS.get((match.group("part") or "").lower())
    value = f"{match.group('year')}-{season}"
    return Found(match.start(), match.end(), "DATE", value, mod, "season", 0.85)


def every(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'every Friday', 'each week': a set of times."""
    day, unit = match.group("day"), match.group("unit")
    value = (
        f"XXXX-WXX-{words.WEEKDAYS[day.lower()] + 1}" if day else f"P1{words.UNITS[unit.lower()]}"
    )
    return Found(match.start(), match.end(), "SET", value, None, "every", 0.8)


def century(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'the 21st century' is 20 in TIMEX3."""
    mod = words.MODS.get((match.group("part") or "").lower())
    value = f"{int(match.group('n')) - 1:02}"
    return Found(match.start(), match.end(), "DATE", value, mod, "century", 0.8)


def numeric(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'15/01/2014' and '01/15/2014', '15.01.2014', where only one order makes a date."""
    order = day_and_month(int(match.group("a")), int(match.group("b")), match.group())
    if order is None:
        return None
    day, month = order
    try:
        value = Day(int(match.group("y")), month, day).isoformat()
    except ValueError:
        return None
    return Found(match.start(), match.end(), "DATE", value, None, "numeric", 0.8)


def quarter(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'the third quarter of 2013', 'the first half of 2013'."""
    number = {
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "last": 4 if match.group("unit") == "quarter" else 2,
    }[match.group("q")]
    letter = "Q" if match.group("unit") == "quarter" else "H"
    return Found(
        match.start(),
        match.end(),
        "DATE",
        f"{match.group('year')}-{letter}{number}",
        None,
        "quarter",
    )


def short_quarter(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'Q3 2013', 'H1 2013'."""
    if match.group("letter") == "H" and int(match.group("q")) > 2:
        return None
    value = f"{match.group('year')}-{match.group('letter')}{match.group('q')}"
    return Found(match.start(), match.end(), "DATE", value, None, "quarter")


def called_off(match: re.Match[str], text: str) -> bool:
    """'has cancelled Tuesday's meeting': the one to come, where that is nearer."""
    before = text[max(0, match.start() - 14) : match.start()].split()[-1:]
    owns = text[match.end() : match.end() + 2] in ("'s", "’s")
    return owns and before != [] and before[0].lower().rstrip("d") in words.CALLS_OFF
