"""What of a page is the report: body, headline, dateline, byline, credit line, debris."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from goodoffices.reading.english import pages, places, roles
from goodoffices.reading.text.figured_dates import day_and_month
from goodoffices.reading.text.paragraphs import is_wrapped, trim

Dropped = tuple[int, int, str]


@dataclass
class Body:
    """Parts of the stored text: what is kept, what is dropped as what, and what that tells."""

    keep: list[tuple[int, int]] = field(default_factory=list)
    drop: list[Dropped] = field(default_factory=list)
    headline: tuple[int, int] | None = None
    headlines: list[tuple[int, int]] = field(default_factory=list)
    credit: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: str | None = None
    published_basis: str | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def find_body(text: str) -> Body:
    r"""Split a page into the report and what stands around it.

    >>> [text for text in [find_body("Talks ended.\nError").drop]]
    [[(13, 18, 'page_debris')]]
    """
    lines = _lines(text)
    kinds = [_kind(line) for line in lines]
    wrapped = is_wrapped(text)
    _spread(lines, kinds)
    _edges(lines, kinds, wrapped)
    body = Body()
    _collect(lines, kinds, body)
    _dateline(lines, kinds, body)
    _source_data(text, body)
    return body


def _lines(text: str) -> list[_Line]:
    result = []
    for match in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        start, end = trim(text, match.start(), match.end())
        if start < end:
            result.append(_Line(start, end, text[start:end]))
    return result


def _kind(line: _Line) -> str:
    """Judge a line by itself: debris, credit, byline, date or body."""
    words = line.text.split()
    if len(words) <= 60 and pages.CREDIT.search(line.text) and len(line.text) < 400:
        return "credit_line"
    if len(words) <= 60 and pages.DEBRIS.search(line.text) and not _speaks(line.text):
        return "page_debris"
    if len(words) <= 14 and pages.BYLINE.match(line.text):
        return "byline"
    if len(words) <= 12 and pages.DATE_LINE.match(line.text):
        return "date_line"
    return "body"


def _speaks(line: str) -> bool:
    return bool(re.search(r"[“\"].{12,}[”\"]", line)) and bool(
        re.search(r"\b(?:said|says|told)\b", line)
    )


def _unfinished(line: _Line) -> bool:
    bare = line.text.rstrip("”\"’')»")
    if bare != line.text and bare and bare[-1] not in ".?!…,;:" and not _speaks(line.text):
        return not re.search(r"\b(?:said|says|told|added)\b", line.text) and len(bare.split()) <= 16
    return line.text[-1] not in ".?!…:;”\"’')»"


def _spread(lines: Sequence[_Line], kinds: list[str]) -> None:
    """Short scraps after the last full sentence, next to debris, are debris too."""
    last = max(
        (i for i, line in enumerate(lines) if kinds[i] == "body" and not _unfinished(line)),
        default=-1,
    )
    if not any(kind == "page_debris" for kind in kinds):
        return
    for i in range(last + 1, len(lines)):
        if kinds[i] == "body" and len(lines[i].text.split()) <= 12 and last >= 0:
            kinds[i] = "page_debris"


def _edges(lines: Sequence[_Line], kinds: list[str], wrapped: bool) -> None:
    """The first line without a full stop is the headline; scraps before the report are page furniture."""
    first = next(
        (
            i
            for i, line in enumerate(lines)
            if kinds[i] == "body" and not _unfinished(line) and len(line.text.split()) >= 6
        ),
        None,
    )
    if first is None or wrapped:
        return
    _crossheads(lines, kinds, first)
    scraps = [
        i
        for i in range(first)
        if kinds[i] == "body"
        and _unfinished(lines[i])
        and len(lines[i].text) < 200
        and not _dated(lines[i].text)
    ]
    for number, i in enumerate(scraps):
        words = len(lines[i].text.split())
        if (number == 0 and words >= 3) or words >= 5:
            kinds[i] = "headline"
        elif words <= 4:
            kinds[i] = "page_debris"


def _dated(line: str) -> bool:
    """'GENEVA (Reuters) - …' opens a report; 'Kremlin: …' without a full stop is a headline."""
    match = pages.DATELINE.match(line)
    if match is None or pages.DATE_AT_END.search(line, match.end() - 4):
        return False  # 'Press Briefing – March 12, 2024'
    return not match.group().rstrip().endswith(":")


def _crossheads(lines: Sequence[_Line], kinds: list[str], first: int) -> None:
    """A few words on a line of their own between paragraphs head what follows: 'Final offer', ‘No deal’."""
    for i in range(first + 1, len(lines) - 1):
        words = lines[i].text.strip("“”\"'‘’ ").split()
        around = [lines[i - 1], lines[i + 1]]
        if (
            kinds[i] == "body"
            and 1 <= len(words) <= _CROSSHEAD
            and words[-1][-1].isalnum()
            and words[0][0].isupper()
            and not re.search(r"[-–—•*:;,.?!]", lines[i].text)
            and all(len(other.text.split()) > 2 * _CROSSHEAD for other in around)
        ):
            kinds[i] = "headline"
    capitals = [i for i, line in enumerate(lines) if kinds[i] == "body" and _in_capitals(line.text)]
    if len(capitals) * 4 <= len(lines):
        for i in capitals:
            kinds[i] = "headline"


def _in_capitals(line: str) -> bool:
    """A line of a few words all in capitals heads what follows; a label with a colon is a turn."""
    return line.isupper() and 3 <= len(line.split()) <= 15 and ":" not in line


_CROSSHEAD = 5  # words


def _collect(lines: Sequence[_Line], kinds: Sequence[str], body: Body) -> None:
    current: list[int] | None = None
    for line, kind in zip(lines, kinds, strict=True):
        if kind in ("body", "headline"):
            if kind == "headline" and body.headline is None:
                body.headline = (line.start, line.end)
            if current is None:
                current = [line.start, line.end]
            current[1] = line.end
            continue
        if current is not None:
            body.keep.append((current[0], current[1]))
            current = None
        body.drop.append((line.start, line.end, kind))
    if current is not None:
        body.keep.append((current[0], current[1]))
    body.headlines = [
        (line.start, line.end)
        for line, kind in zip(lines, kinds, strict=True)
        if kind == "headline"
    ]


def _dateline(lines: Sequence[_Line], kinds: Sequence[str], body: Body) -> None:
    """Cut 'GENEVA, Feb 11 (Reuters) -' off the first paragraphs of the body."""
    seen = 0
    for line, kind in zip(lines, kinds, strict=True):
        if kind != "body":
            continue
        seen += 1
        if seen > 3:
            return
        match = pages.DATELINE.match(line.text)
        bare = _BARE.match(line.text) if match is None and seen == 1 else None
        placed = bare is not None and (
            bare.group("place").lower() in _DATED_FROM
            or (bare.group("land") or "").strip(" ,.").lower() in _LANDS
        )
        if bare is not None and placed:
            body.drop.append((line.start, line.start + bare.end("place"), "dateline"))
            begin, end = line.start, line.start + bare.end()
            body.keep = [piece for span in body.keep for piece in _without(span, begin, end)]
            body.drop.sort()
            return
        if match is None or not _is_dateline(match):
            continue
        if match.group().rstrip().endswith(":") and (seen > 1 or _labels(lines) >= 3):
            continue
        end = line.start + match.end()
        body.drop.append((line.start, line.start + len(match.group().rstrip()), "dateline"))
        body.keep = [piece for span in body.keep for piece in _without(span, line.start, end)]
        body.drop.sort()
        body.agency = match.group("agency") or match.group("agency3") or match.group("agency5")
        stated = match.group("date") or match.group("date2") or match.group("date4")
        if stated:
            body.published = parse_date(stated.title())
            body.published_basis = "dateline" if body.published else None
        return


_LANDS = pages.LANDS | frozenset(places.COUNTRIES)
_DATED_FROM = pages.CITIES | frozenset(places.CAPITALS)
_BARE = re.compile(
    r"(?P<place>[A-Z]{3,}(?: [A-Z]{2,})*?)"
    r"(?P<land>, (?:[A-Z]\.[A-Z]\.|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?))? (?=[A-Z][a-z]|A [a-z])"
)
"""'GENEVA The virus could spread': a dateline without a dash, as web pages of 2016 have it."""


def _labels(lines: Sequence[_Line]) -> int:
    """Count the lines that open with a label in capitals, as the turns of a transcript do."""
    return sum(bool(re.match(r"[A-Z][A-Z .'’-]*:\s", line.text)) for line in lines)


def _is_dateline(match: re.Match[str]) -> bool:
    place = match.group("place") or match.group("place3") or ""
    if match.group("place4") or match.group("place5"):
        return True
    if (
        match.group("agency")
        or match.group("agency3")
        or match.group("date")
        or match.group("date2")
    ):
        return True
    if match.group().rstrip().endswith(":"):
        return place.isupper() and len(place) > 3 and " " not in place
    first = re.split(r"[,/ ]", place)[0]
    return (first.isupper() and len(first) > 2) or (
        match.group().rstrip()[-1] in "–—" and len(place.split()) <= 2
    )


def _without(span: tuple[int, int], start: int, end: int) -> list[tuple[int, int]]:
    if not span[0] <= start < span[1]:
        return [span]
    pieces = [(span[0], start), (end, span[1])]
    return [p for p in pieces if p[0] < p[1] and p != (start, start)]


def _source_data(text: str, body: Body) -> None:
    for start, end, kind in body.drop:
        words = text[start:end]
        if kind == "credit_line":
            body.credit = words if body.credit is None else f"{body.credit}; {words}"
            body.publisher = body.publisher or _publisher(words)
        elif kind == "date_line" and body.published is None and not _foot(body, start, words):
            body.published = parse_date(words)
            body.published_basis = "date line" if body.published else None
    if body.published is None and body.headline is not None:
        stated = pages.DATE_AT_END.search(text[slice(*body.headline)])
        body.published = parse_date(stated.group()) if stated else None
        body.published_basis = "headline" if body.published else body.published_basis
    if body.agency:
        body.publisher = body.publisher or _publisher(body.agency) or body.agency


def _foot(body: Body, start: int, words: str) -> bool:
    """'Last updated: 12 June 2023' below the report says when the page was changed, not when it came out."""
    changed = re.match(r"(?i)(?:last\s+)?(?:updated|modified)\b", words)
    return changed is not None and any(
        end <= start and end - begin > _A_SENTENCE for begin, end in body.keep
    )


_A_SENTENCE = 100  # characters: more than a headline


def _publisher(words: str) -> str | None:
    low = words.lower()
    found = [
        (low.find(key), name)
        for key, name in (*roles.MEDIA.items(), *roles.WIRE_AGENCIES.items())
        if re.search(rf"(?<!\w){re.escape(key)}(?!\w)", low)
    ]
    return min(found)[1] if found else None


def parse_date(words: str) -> str | None:
    """Return the first full date in a line as YYYY-MM-DD; None without day, month and year.

    >>> parse_date("Friday, August 21, 2015")
    '2015-08-21'

    '03/04/2015' may be March or April, and is neither.
    """
    match = pages.DATE.search(words)
    if match is None:
        return None
    parts = match.groupdict()
    if parts["d4"]:
        order = day_and_month(int(parts["d4"]), int(parts["m4"]), match.group())
        if order is None:
            return None
        parts["d4"], parts["m4"] = map(str, order)
    for day, month, year in (
        ("d1", "m1", "y1"),
        ("d2", "m2", "y2"),
        ("d3", "m3", "y3"),
        ("d4", "m4", "y4"),
    ):
        if parts[day] and parts[month] and parts[year]:
            number = (
                pages.MONTH_NUMBERS.get(parts[month][:3].lower()) or int(parts[month])
                if not parts[month].isalpha() and parts[month].isdigit()
                else pages.MONTH_NUMBERS.get(parts[month][:3].lower(), 0)
            )
            try:
                return datetime.date(int(parts[year]), number, int(parts[day])).isoformat()
            except ValueError:
                return None
    return None
