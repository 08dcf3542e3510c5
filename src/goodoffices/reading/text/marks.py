"""Quotation marks: which characters open and close speech, whatever keyboard they came from.

All double marks are one family, so a curly mark may close a straight one. Single marks count only
where they can be told from apostrophes. A paragraph bounds the harm one bad mark can do: a lost
closing mark is recovered before the attribution that follows, else at the end of the paragraph;
a quotation left open runs on only where the next paragraph starts with an opening mark.
"""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

OPENING = "“„‟«「〝"
CLOSING = "”»」〞"
EITHER = '"″＂'
SINGLES = "‘’'`‛´"
TERMINAL = ".?!…"
LONGEST = 8_000
"""Characters after which a mark without its fellow in the same paragraph is taken for lost."""

_SPEAKS = (
    "said|says|told|tells|added|adds|asked|warned|insisted|replied|declared|stated|argued|announced|"
    "explained|noted|stressed|claimed|continued|wrote|quoted"
)
# 'village elder Sher Zaman said'
_OFFICE_NAMED = r"(?:[a-z]+\s){1,3}(?:[A-Z][\w.’'-]*\s){2,4}(?:said|told|added)\b"
_LOST_CLOSE = re.compile(
    r"[,?!.…](?=\s(?:"
    + _OFFICE_NAMED
    + r"|(?:he|she|they|it|[Tt]he|an?|[A-Z][\w.’'-]*)(?:\s[\w.,’'-]+){0,9}?\s(?:"
    + _SPEAKS
    + r")\b|(?:"
    + _SPEAKS
    + r")\s(?:(?:[a-z]+\s){0,4}[A-Z]|the|he|she|a\b)))"
)
_SAID_LAST = re.compile(
    rf",(?=\s(?:[A-Z][\w’'-]*\s){{1,4}}(?:{_SPEAKS})\b(?:\s[\w’'-]+){{0,8}}\.\s*$)"
)
# ', Amalia Ixcoy said at a camp outside Chajul.' at the end of a paragraph
_ELISIONS = re.compile(
    r"['’‘`](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n['’]|s\b|bout\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Quote:
    """One quoted stretch inside one paragraph; ``start``/``end`` include the marks that are there.

    ``small`` tells that it begins with a small letter, as the rest of a sentence does.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    single: bool = False
    opened: bool = True
    closed: bool = True
    continues: bool = False
    small: bool = False

    def inner(self, text: str) -> str:
        """Return the words between the marks."""
        return text[self.inner_start : self.inner_end]


def find_quotes(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quote]:
    """Return the outermost quotations of ``text`` in order, none reaching across a paragraph.

    >>> [q.inner("He said “no.”") for q in find_quotes("He said “no.”", [(0, 13)])]
    ['no.']
    """
    found: list[Quote] = []
    running = False
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        quotes = _Scanner(text, start, end, running, _starts_with_mark(text, following)).scan()
        running = bool(quotes) and not quotes[-1].closed and _starts_with_mark(text, following)
        found.extend(replace(q, small=_begins_small(q.inner(text))) for q in quotes)
    return found


def _begins_small(words: str) -> bool:
    return next((ch.islower() for ch in words if ch.isalnum()), False)


def _starts_with_mark(text: str, paragraph: tuple[int, int] | None) -> bool:
    if paragraph is None or paragraph[0] >= paragraph[1]:
        return False
    first = text[paragraph[0]]
    return first in OPENING + EITHER + "‘" or text.startswith(("''", "``"), paragraph[0])


class _Scanner:
    """One pass over one paragraph."""

    def __init__(self, text: str, start: int, end: int, running: bool, next_runs_on: bool) -> None:
        self.text, self.start, self.end = text, start, end
        self.running, self.next_runs_on = running, next_runs_on
        self.quotes: list[Quote] = []

    def scan(self) -> list[Quote]:
        at = self.start
        while at < self.end:
            width = self._double_width(at)
            if width:
                at = self._double(at, width)
            elif self.text[at] in SINGLES:
                at = self._single(at)
            else:
                at += 1
        return self.quotes

    def _double_width(self, at: int) -> int:
        ch = self.text[at]
        if ch in OPENING or ch in CLOSING or ch in EITHER:
            return 1
        if (
            ch in "'`’‘"
            and self.text[at : at + 2] in ("''", "``", "’’", "‘‘")
            and at + 2 <= self.end
        ):
            return 2
        return 0

    def _role(self, at: int, width: int) -> str:
        """Return open, close or either for the mark at ``at``, judged by mark and neighbours."""
        mark = self.text[at]
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + width] if at + width < self.end else " "
        opens = (before.isspace() or before in "([—–-/" + OPENING + SINGLES) and not after.isspace()
        closes = not before.isspace() and (after.isspace() or not after.isalnum())
        if mark in OPENING or mark == "`" or mark == "‘":
            return "close" if closes and not opens else "open"
        if mark in CLOSING:
            return "open" if opens and after.isalnum() else "close"
        if mark in EITHER and before.isdigit() and not self._open_straight(at):
            return "measure"
        if opens and not closes:
            return "open"
        if closes and not opens:
            return "close"
        return "either"

    def _open_straight(self, at: int) -> bool:
        return any(ch in EITHER + OPENING for ch in self.text[self.start : at])

    def _double(self, at: int, width: int) -> int:
        role = self._role(at, width)
        if role == "measure":
            return at + width
        if role == "close":
            return self._lost_opening(at, width)
        close, close_width, closed = self._closing(at + width)
        continues = self.running and at == self.start
        self.quotes.append(
            Quote(at, close + close_width, at + width, close, closed=closed, continues=continues)
        )
        return max(close + close_width, at + width)

    def _closing(self, at: int) -> tuple[int, int, bool]:
        """Find where the quotation opened before ``at`` ends: (position, width of mark, closed)."""
        depth, begin = 0, at
        end = min(self.end, begin + LONGEST)
        while at < end:
            width = self._double_width(at)
            if not width:
                at += 1
                continue
            role = self._role(at, width)
            if role == "open":
                lost = _LOST_CLOSE.search(self.text, begin, at)
                if lost:
                    return lost.end(), 0, True
                if depth == 0 and self._left_open(begin, at):
                    return begin + len(self.text[begin:at].rstrip()), 0, True
                depth += 1
            elif role != "measure":
                if depth == 0:
                    return at, width, True
                depth -= 1
            at += width
        if self.next_runs_on and depth == 0:
            last = _SAID_LAST.search(self.text, begin, self.end)
            return (last.end(), 0, True) if last else (self.end, 0, False)
        lost = _LOST_CLOSE.search(self.text, begin, end)
        if lost:
            return lost.end(), 0, True
        return self._last_mark(begin), 0, False

    def _left_open(self, begin: int, at: int) -> bool:
        """'"We agree. "We will sign," he said': a new sentence opens anew, and one mark closes it."""
        said = self.text[begin:at].rstrip()
        if not said or said[-1] not in TERMINAL or self.text[at] not in EITHER:
            return False
        return self._balance[bisect.bisect_left(self._marks, at)] >= 0

    @cached_property
    def _marks(self) -> list[int]:
        """Where the double marks of the paragraph stand."""
        return [at for at in range(self.start, self.end) if self._double_width(at)]

    @cached_property
    def _balance(self) -> list[int]:
        """For each double mark: how many more open than close from it to the end of the paragraph."""
        steps = {"open": 1, "close": -1, "either": -1}
        depths = [0]
        for at in reversed(self._marks):
            depths.append(depths[-1] + steps.get(self._role(at, self._double_width(at)) or "", 0))
        return depths[::-1]

    def _last_mark(self, begin: int) -> int:
        """Close at the last closing mark left over from miscounted nesting, else at the end."""
        for at in range(min(self.end, begin + LONGEST) - 1, begin, -1):
            if self.text[at] in CLOSING + EITHER and self._role(at, 1) == "close":
                return at + 1
        return self.end

    def _lost_opening(self, at: int, width: int) -> int:
        """A closing mark with no opening one: speech began with the sentence."""
        floor = self.quotes[-1].end if self.quotes else self.start
        stretch = self.text[floor:at]
        if not stretch.strip() or stretch.rstrip()[-1] not in TERMINAL + ",":
            return at + width
        begin = floor
        if self.quotes:
            stops = [m.end() for m in re.finditer(r"[.?!]\s+(?=[A-Z])", stretch)]
            if not stops:
                return at + width
            begin = floor + stops[0]
        while begin < at and self.text[begin].isspace():
            begin += 1
        self.quotes.append(Quote(begin, at + width, begin, at, opened=False))
        return at + width

    def _single(self, at: int) -> int:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        opens = (before.isspace() or before in "([—–-/") and (after.isalnum() or after in '“"[(…')
        if not opens or self.text[at] == "´" or _ELISIONS.match(self.text, at):
            return at + 1
        close = self._single_close(at)
        if close is None:
            if at == self.start and self.next_runs_on and self.text[at] in "‘'":
                self.quotes.append(Quote(at, self.end, at + 1, self.end, single=True, closed=False))
                return self.end
            return at + 1
        self.quotes.append(
            Quote(
                at,
                close + 1,
                at + 1,
                close,
                single=True,
                continues=self.running and at == self.start,
            )
        )
        return close + 1

    def _single_close(self, at: int) -> int | None:
        possessive: int | None = None
        for here in range(at + 2, self.end):
            if self.text[here] not in "’'´" or not self._ends_word(here):
                continue
            if self.text[here - 1] not in "sS" or not self._word_follows(here):
                return here
            possessive = here
        curly = self.text[at] == "‘"
        return possessive if curly else None

    def _ends_word(self, at: int) -> bool:
        after = self.text[at + 1] if at + 1 < self.end else " "
        return not self.text[at - 1].isspace() and not after.isalnum()

    def _word_follows(self, at: int) -> bool:
        rest = self.text[at + 1 : at + 3]
        return len(rest) == 2 and rest[0] == " " and rest[1].isalpha()
