"""Weekdays, and days told from the day of speaking: "Tuesday", "Thursday of last week", "tomorrow"."""

import datetime
import re

from goodoffices.reading.english import calendar as words
from goodoffices.reading.facts.clock import Clock, Day, Found
from goodoffices.reading.facts.named_days import called_off


def weekday(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'on Tuesday', 'last Friday': the last one, or the next where the clause looks ahead."""
    number = words.WEEKDAYS[match.group("day").lower()]
    rel = (match.group("rel") or "").lower()
    if clock.published is None:
        return Found(
            match.start(), match.end(), "DATE", f"XXXX-WXX-{number + 1}", None, "weekday", 0.6
        )
    today = clock.published
    back = (today.weekday() - number) % 7
    ahead = (number - today.weekday()) % 7
    if rel == "last":
        day = today - datetime.timedelta(days=back or 7)
    elif rel == "next":
        monday = today + datetime.timedelta(days=7 - today.weekday())
        day = monday + datetime.timedelta(days=number)
    elif rel.startswith("the ") and clock.last is not None:
        way = 1 if rel == "the following" else -1
        gap = (
            (number - clock.last.weekday()) % 7
            if way > 0
            else -((clock.last.weekday() - number) % 7)
        )
        day = clock.last + datetime.timedelta(days=gap or 7 * way)
    elif (
        rel.startswith("this coming")
        or clock.looks_ahead(match.start("day"), match.end("day"), text)
        or (ahead < back and called_off(match, text))
    ):
        day = today + datetime.timedelta(days=ahead)
    else:
        day = today - datetime.timedelta(days=back)
    return Found(match.start(), match.end(), "DATE", day.isoformat(), None, "weekday")


def weekday_of(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'Wednesday next week', 'Thursday of last week'."""
    if clock.published is None:
        return None
    way = {"next": 1, "last": -1, "this": 0}[match.group("rel")]
    monday = clock.published - datetime.timedelta(days=clock.published.weekday() - 7 * way)
    day = monday + datetime.timedelta(days=words.WEEKDAYS[match.group("day").lower()])
    return Found(match.start(), match.end(), "DATE", day.isoformat(), None, "weekday")


def deictic(match: re.Match[str], text: str, clock: Clock) -> Found | None:
    """'today', 'last night', 'the day after tomorrow': counted from the day of speaking."""
    word = match.group("word").lower()
    shift = {
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }.get(word, 0)
    if clock.published is None:
        value = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[max(-1, min(1, shift))]
    else:
        today = _day_spoken(match, text, clock) or clock.published
        value = (today + datetime.timedelta(days=shift)).isoformat()
    return Found(match.start(), match.end(), "DATE", value, None, "deictic", 0.95)


def _day_spoken(match: re.Match[str], text: str, clock: Clock) -> Day | None:
    """'“We will cross tomorrow,” he said on Friday': in speech days count from the day it was made."""
    sentence = clock.sentence_at(match.start())
    if sentence is None or sentence.within is None:
        return None
    said = _SAID_ON.match(text, sentence.within.end)
    named = words.WEEKDAY.match(text, said.end()) if said else None
    found = weekday(named, text, clock) if named else None
    if found is None or "X" in found.value:
        return None
    day = Day.fromisoformat(found.value)
    return day if clock.published is not None and day <= clock.published else None


_SAID_ON = re.compile(
    r"[^.!?\n“\"]{0,60}?\b(?:said|told|tells|says|added)"
    r"(?: (?!who|which|that|as|of|by|before|after|until|ahead|over)[\w'’-]+){0,6}? (?:on )?"
    r"(?=\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
)
