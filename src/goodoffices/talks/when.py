"""Dates as sources give them: a day, a month, a part of a day, a week, a stretch of time.

A ``when`` is written ``2014-02-11``, ``2014-02``, ``2014``, ``2014-W07`` (ISO week), ``2014-02-11T10:00``
or with TIMEX3's parts of the day (``2014-02-11TMO``), or as a stretch ``2014-01-22/2014-01-31``. It is as
precise as it is written: `first` and `last` tell its bounds, and nothing finer is made up.
"""

from __future__ import annotations

import datetime
import re

from goodoffices.errors import UsageError

__all__ = ["day_of", "first", "in_short", "in_words", "is_when", "last", "order", "same_or_before"]

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(T(?:[A-Z]{2}|\d{2}:\d{2}))?)?)?", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
_ONE_DAY = datetime.timedelta(days=1)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PARTS = {"TMO": "morning", "TAF": "afternoon", "TEV": "evening", "TNI": "night"}


def is_when(text: str) -> bool:
    """Tell whether a text is a date as this module reads it.

    >>> is_when("2014-02-11"), is_when("2014-01-22/2014-01-31"), is_when("last month")
    (True, True, False)
    """
    try:
        return bool(_bounds(text))
    except ValueError:
        return False


def first(when: str) -> datetime.date:
    """Return the earliest day a date can mean.

    >>> first("2014-02"), first("2014-W07")
    (datetime.date(2014, 2, 1), datetime.date(2014, 2, 10))
    """
    return _bounds(when)[0]


def last(when: str) -> datetime.date:
    """Return the latest day a date can mean.

    >>> last("2014-02"), last("2014-02-07/2014-02-09")
    (datetime.date(2014, 2, 28), datetime.date(2014, 2, 9))
    """
    return _bounds(when)[1]


def order(when: str) -> tuple[datetime.date, str, datetime.date]:
    """Return what sorts dates: by first day, then hour, then last day.

    >>> sorted(["2014-02-11T15:00", "2014-02", "2014-02-11T09:30"], key=order)
    ['2014-02', '2014-02-11T09:30', '2014-02-11T15:00']
    """
    hour = when.partition("/")[0].partition("T")[2]
    return first(when), {"MO": "06", "AF": "12", "EV": "18", "NI": "22"}.get(hour, hour), last(when)


def same_or_before(when: str, day: datetime.date | None) -> bool:
    """Tell whether a date has certainly begun by a day; any has where no day is given.

    >>> same_or_before("2014-02", datetime.date(2014, 2, 11))
    True
    """
    return day is None or first(when) <= day


def day_of(text: str) -> datetime.date:
    """Return the day that a person names for ``--as-of``; a month or year stands for its last day.

    Raises
    ------
    UsageError
        where it is no date.

    >>> day_of("2014-02")
    datetime.date(2014, 2, 28)
    """
    if not is_when(text):
        raise UsageError(f"expected a date such as 2014-02-11, found '{text}'")
    return last(text)


def in_words(when: str) -> str:
    """Return a date as people read it.

    >>> in_words("2014-02-11"), in_words("2014-01-22/2014-01-31"), in_words("2014-02-11TMO")
    ('Tue 11 February 2014', '22-31 January 2014', 'Tue 11 February 2014, morning')
    """
    if "/" in when:
        return _stretch(*when.split("/"))
    if "W" in when:
        return f"week of {in_words(first(when).isoformat())}"
    day, _, hour = when.partition("T")
    part = _PARTS.get(f"T{hour}", hour)
    words = _plain(day)
    if len(day) == 10:
        words = f"{_WEEKDAYS[first(day).weekday()]} {words}"
    return f"{words}, {part}" if part else words


def in_short(when: str) -> str:
    """Return a date as people read it in a table.

    >>> in_short("2014-02-11"), in_short("2014-01-22/2014-01-31")
    ('Tue 11 Feb 2014', '22-31 Jan 2014')
    """
    words = in_words(when)
    for month in _MONTHS:
        words = words.replace(month, month[:3])
    return words


def _plain(day: str) -> str:
    parts = day.split("-")
    year, rest = parts[0], [int(part) for part in parts[1:]]
    if not rest:
        return year
    month = f"{_MONTHS[rest[0] - 1]} {year}"
    return f"{rest[1]} {month}" if len(rest) == 2 else month


def _stretch(start: str, end: str) -> str:
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])}-{_plain(end)}"
    return f"{_plain(start.partition('T')[0])} to {_plain(end.partition('T')[0])}"


def _bounds(when: str) -> tuple[datetime.date, datetime.date]:
    """Return first and last day; ValueError where the text is no date."""
    start, slash, end = when.partition("/")
    if slash:
        low, high = _bounds(start), _bounds(end)
        if "/" in end or high[1] < low[0]:
            raise ValueError(when)
        return low[0], high[1]
    week = _WEEK.fullmatch(when)
    if week:
        monday = datetime.date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday, monday + 6 * _ONE_DAY
    found = _DAY.fullmatch(when)
    if not found:
        raise ValueError(when)
    year, month, day = (int(part) if part else 0 for part in found.groups()[:3])
    if found[4] and ":" in found[4]:
        datetime.time.fromisoformat(found[4][1:])
    if day:
        exact = datetime.date(year, month, day)
        return exact, exact
    low_day = datetime.date(year, month or 1, 1)
    next_first = datetime.date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return low_day, next_first - _ONE_DAY
