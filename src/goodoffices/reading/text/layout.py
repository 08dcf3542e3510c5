"""The lines of a laid-out page, put together to the paragraphs that they were set from.

A line says where it begins, how large its letters are and on which page it stands; no width is known, so
how full a line is, is told by its characters beside those of the lines around it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

_ENDED = re.compile(r"[.?!…:;][”\"’')\]»]*$")
_LIGATURES = {0xFB00 + i: it for i, it in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
HARD = "\u2011"  # a hyphen that was written, not set for the end of a line
_WIDER = 1.25  # a gap wider than usual by this parts paragraphs
_INDENT = 0.8  # of the size of a letter
_AROUND = 12  # lines
_CHAPTER = 4  # pages; a line in one place on so many is no body text, though others have another
_LISTED = re.compile(r"[•·▪‣◦–*-] |\(?\w{1,2}[.)] ")
_FULL = 0.85  # of the width of the lines around: characters differ in width
_HALF = 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """A line as set: its words, where it begins (y upwards), the size of its letters, its page."""

    text: str
    x: float
    y: float
    size: float
    page: int


def paragraphs(lines: Sequence[Line], is_word: Callable[[str], bool]) -> list[str]:
    """Return the paragraphs of a document; what is repeated on its pages stands once, at the end.

    ``is_word`` tells whether two pieces parted by a hyphen at the end of a line make a word without it.
    """
    kept = [replace(line, text=_clean(line.text, is_word)) for line in lines]
    kept = [line for line in kept if line.text.strip("\u00ad ")]
    if not _is_set_in_lines(kept):
        return [line.text for line in kept]
    heads = _running_heads(kept)
    repeated = frozenset(heads)
    body = [line for line in kept if line not in repeated]
    words = " ".join(line.text.replace(HARD, "-") for line in kept)
    known = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", words))
    result: list[str] = []
    for group in _groups(body):
        text = group[0].text
        for line in group[1:]:
            text = _joined(text, line.text, known, is_word)
        result.append(text.replace("\u00ad", "-").replace(HARD, "-"))
    once = {re.sub(r"\d+", "#", line.text): line.text for line in reversed(heads)}
    return result + list(reversed(once.values()))


def _clean(text: str, is_word: Callable[[str], bool]) -> str:
    """Return a line without ligatures, runs of blanks and soft hyphens within words."""
    text = re.sub(r"[ \t\xa0]+", " ", text.translate(_LIGATURES)).strip()
    return _SOFT.sub(lambda m: _without_soft(m.group(), is_word), text)


_SOFT = re.compile(r"\w+(?:\u00ad\w+)+")


def _without_soft(word: str, is_word: Callable[[str], bool]) -> str:
    """Many fonts call every hyphen a soft one: where the word is none without it, it was drawn as one."""
    whole = word.replace("\u00ad", "")
    return whole if is_word(whole) else word.replace("\u00ad", "-")


def _is_set_in_lines(lines: Sequence[Line]) -> bool:
    """Tell whether the places of the lines tell them apart; some programs give them all one place."""
    return 3 * len({(line.page, round(line.y)) for line in lines}) > len(lines)


def _running_heads(lines: Sequence[Line]) -> list[Line]:
    """Return the lines at the edge of a page that stand in that place on other pages, too."""
    pages = {line.page for line in lines}
    edges: list[Line] = []
    for page in pages:
        here = [line for line in lines if line.page == page]
        heights = sorted({round(line.y) for line in here})
        outer = {*heights[:2], *heights[-2:]}
        edges.extend(line for line in here if round(line.y) in outer)
    counts = Counter(place for place, _ in {(_place(line), line.page) for line in edges})
    enough = min(max(2, len(pages) / 2), _CHAPTER)
    return [line for line in edges if counts[_place(line)] >= enough]


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.y / 3)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    usual = _usual_gap(lines)
    group: list[Line] = []
    for i, line in enumerate(lines):
        if group and _Seam(lines, i, group, usual).parts():
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _usual_gap(lines: Sequence[Line]) -> float:
    """Return the gap between lines of one paragraph, in sizes of a letter: where a sentence runs on."""
    gaps = [
        (above.y - below.y) / max(above.size, 0.1)
        for above, below in pairwise(lines)
        if above.page == below.page
        and _alike(above, below)
        and not _ENDED.search(above.text)
        and below.text[0].islower()
    ]
    gaps = [gap for gap in gaps if 0.5 < gap < 3]
    return median(gaps) if gaps else 1.3


def _alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= 0.08 * max(one.size, other.size, 0.1)


class _Seam:
    """Two lines one after the other, and whether a paragraph ends between them."""

    def __init__(self, lines: Sequence[Line], i: int, group: Sequence[Line], usual: float) -> None:
        self.above, self.below, self.group, self.usual = lines[i - 1], lines[i], group, usual
        self.size = max(self.above.size, 0.1)
        self.ended = _ENDED.search(self.above.text) is not None
        around = [
            line
            for line in lines[max(0, i - _AROUND) : i + _AROUND]
            if _alike(line, self.above) and line.page == self.above.page
        ]
        widths = sorted(len(line.text) for line in around)
        self.width = widths[int(0.9 * (len(widths) - 1))]
        self.left = Counter(round(line.x) for line in around).most_common(1)[0][0]
        after = lines[i + 1] if i + 1 < len(lines) else None
        self.after = after if after is not None and _alike(after, self.below) else None

    def parts(self) -> bool:
        above, below = self.above, self.below
        if not _alike(above, below):
            return True
        gap = (above.y - below.y) / self.size
        if above.page != below.page or not -0.3 < gap < 3.5:
            return self._parts_at_turn()
        if gap < 0.3:  # a piece of the same line
            return below.x <= above.x
        if gap > self.usual * _WIDER:
            return True
        return self._indented() or self._short()

    def _parts_at_turn(self) -> bool:
        """Over to the next column or page: a paragraph goes on where its sentence does."""
        so_far = " ".join(line.text for line in self.group)
        if so_far.count("“") > so_far.count("”") and not self.below.text.startswith("“"):
            return False
        return self.ended or self._room() > 1 - _HALF

    def _room(self) -> float:
        """Return what share of the line was left free, though the next word would have fitted in."""
        word = self.below.text.split(" ", 1)[0]
        return 1 - (len(self.above.text) + 1 + len(word)) / self.width

    def _short(self) -> bool:
        if self.ended:
            return self._room() > 1 - _FULL
        return self._room() > 1 - _HALF and not self.below.text[0].islower()

    def _indented(self) -> bool:
        if self.below.text[0] in "•▪‣◦":
            return True
        if _LISTED.match(self.group[0].text) and self.below.x > self.group[0].x:
            return False  # the lines of a listed item hang under its first words
        step = _INDENT * self.size
        if self.below.x > self.above.x + step:
            back = self.after is not None and self.after.x < self.below.x - step / 2
            return self.ended or back
        if self.below.x < self.above.x - step:
            return self.ended and len(self.group) > 1
        return self.ended and self.below.x > self.left + step


_HYPHEN = re.compile(r"([^\W\d_]+)([-\u2010\u00ad])$")


def _joined(text: str, line: str, known: Counter[str], is_word: Callable[[str], bool]) -> str:
    """Put the next line to a paragraph: a word parted by a hyphen becomes whole again."""
    parted = _HYPHEN.search(text)
    right = re.match(r"[^\W\d_]+", line)
    if parted and right and line[0].islower():
        left, mark = parted.groups()
        if _keeps_hyphen(left, right.group(), mark, known, is_word):
            return f"{text[:-1]}-{line}"
        return text[:-1] + line
    if re.search(rf"\w[-\u00ad\u2010{HARD}—/]$", text):  # 'Sino-' and 'Russian', '1998-' and '2001'
        return text + line
    return f"{text} {line}"


def _keeps_hyphen(
    left: str, right: str, mark: str, known: Counter[str], is_word: Callable[[str], bool]
) -> bool:
    if known[f"{left}-{right}"]:
        return True
    if mark == "\u2010" or known[left + right] or is_word(left + right):
        return False
    return (
        len(right) >= 3
        and is_word(right)
        and (left in _BEFORE or (len(left) >= 3 and is_word(left)))
    )


_BEFORE = frozenset("ex non pro anti pre post mid self vice co".split())
