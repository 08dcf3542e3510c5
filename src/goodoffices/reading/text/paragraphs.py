"""Paragraphs and sentences, found without a parser.

The parser never sees a sentence boundary inside quoted speech: boundaries are set here first, from
punctuation, abbreviations and the quotations of :mod:`goodoffices.reading.text.marks`.
"""

import re
from collections.abc import Sequence

from goodoffices.reading.text.marks import TERMINAL, Quote

_INVISIBLE = "\ufeff\u200b\u2060"
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen lt col maj capt sgt cpl adm cmdr brig sen rep gov pres sec st mt ft rev
    hon msgr jr sr vs no nos jan feb mar apr jun jul aug sept sep oct nov dec dept est approx ca cf
    amb atty supt art fig vol al messrs mme mlle sgt.maj supt""".split()
)
_MAY_END = frozenset("jr sr inc ltd co corp a.m p.m etc".split())
_STARTERS = frozenset(
    """the a an he she it they we i you in on at but and his her their its this that these those there
    however meanwhile also after before when while as if for one two some many both earlier later
    last since under by with according speaking asked what who where why how no not""".split()
)
_SPEECH = re.compile(
    r"(?:said|says|asked|asks|told|tells|added|adds|wrote|replied|shouted|wondered|responded|"
    r"answered|declared|insisted|warned|demanded|exclaimed|tweeted|posted|argued|noted|explained|"
    r"continued|concluded|recalled|testified)\b"
)
_WORD_BEFORE = re.compile(r"([\w.'’-]+)$")


def find_paragraphs(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    r"""Split the spans into paragraphs: lines, or blocks between blank lines where lines are wrapped.

    >>> find_paragraphs("One.\nTwo.", [(0, 9)])
    [(0, 4), (5, 9)]
    """
    result: list[tuple[int, int]] = []
    for start, end in spans:
        piece = text[start:end]
        separator = r"\n\s*\n" if is_wrapped(piece) else r"[\n\r\u2028\u2029\x85\x0b\x0c]+"
        at = start
        for match in re.finditer(separator, piece):
            result.append((at, start + match.start()))
            at = start + match.end()
        result.append((at, end))
    trimmed = (trim(text, start, end) for start, end in result)
    return [span for span in trimmed if span[0] < span[1]]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Shrink a span so that it neither starts nor ends with white space."""
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return start, end


def is_wrapped(piece: str) -> bool:
    """Tell whether lines were broken to a width: most inner lines then end in mid-sentence."""
    inner = [
        line
        for block in re.split(r"\n[ \t\r]*\n", piece)
        for line in block.split("\n")[:-1]
        if line.strip()
    ]
    if len(inner) < 3 or "\n" not in piece:
        return False
    unfinished = sum(line.rstrip()[-1] not in ".?!:…”\"’'»)" for line in inner)
    lengths = sorted(len(line) for line in inner)
    return unfinished > 0.6 * len(inner) and 40 <= lengths[len(lengths) // 2] <= 110


def split_sentences(
    text: str, start: int, end: int, quotes: Sequence[Quote]
) -> list[tuple[int, int]]:
    """Return the sentences between ``start`` and ``end``; a quotation lies whole in one of them."""
    result: list[tuple[int, int]] = []
    begin, at, waiting = start, start, iter(q for q in quotes if start <= q.start and q.end <= end)
    quote = next(waiting, None)
    while at < end:
        if quote is not None and at >= quote.start:
            at = max(quote.end, at + 1)
            boundary = _after_quote(text, quote, at, end)
            quote = next(waiting, None)
        else:
            boundary = text[at] in TERMINAL and _after_stop(text, at, begin, end)
            at += 1
            while boundary and at < end and text[at] in TERMINAL + ")]":
                at += 1
        if boundary:
            result.append(trim(text, begin, at))
            begin = at
    result.append(trim(text, begin, end))
    return [span for span in result if span[0] < span[1]]


def _next_visible(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _after_stop(text: str, at: int, begin: int, end: int) -> bool:
    after = at + 1
    while after < end and text[after] in TERMINAL + ")]":
        after += 1
    here = _next_visible(text, after, end)
    if here >= end:
        return True
    if here == after and not _blank_lost(text, at, here, end):
        return False
    if text[here].islower():
        return False
    if text[at] != ".":
        return True
    if (at > begin and text[at - 1] == ".") or text.startswith("...", max(begin, at - 2)):
        return text[here].isupper()
    return not _abbreviation(text, at, begin, here, end)


_LOST = re.compile(r"[A-Z](?:[a-z]+)?[ ’']")


def _blank_lost(text: str, at: int, here: int, end: int) -> bool:
    """'… it said.The United States', 'on Twitter.That deal': a word, a stop, a word with a capital."""
    before = _WORD_BEFORE.search(text, max(0, at - 20), at)
    if text[at] not in ".?!" or before is None or "." in before.group(1):
        return False
    word, following = before.group(1), _LOST.match(text, here, end)
    starter = following is not None and following.group()[:-1].lower() in _STARTERS
    plain = len(word) >= 2 and word.islower()
    return following is not None and (plain or (starter and len(word) > 4))


def _abbreviation(text: str, at: int, begin: int, here: int, end: int) -> bool:
    found = _WORD_BEFORE.search(text, max(begin, at - 20), at)
    if found is None:
        return False
    word = found.group(1).lower().strip("'’")
    following = re.match(r"[\w'’-]+", text[here : min(end, here + 20)])
    starter = following is not None and following.group().lower() in _STARTERS
    if word in ("no", "nos"):
        return text[here].isdigit()  # 'No. 5', not 'She said no. Moscow was silent'
    if word in _ABBREVIATIONS:
        return not (word in _MAY_END and starter)
    if len(word) == 1 and word.isalpha():
        posted = word == "x" and text[max(begin, at - 4) : at - 1] == "on "
        return not (starter or posted)
    if "." in word and len(word) <= 6 and all(len(part) <= 1 for part in word.split(".")):
        return not starter
    return word in _MAY_END and not starter


_CLAUSE_BEFORE = re.compile(r"(?:[^\s,]+ ){3,}[^\s,]+, (?:[^\s,]+ ){1,4}")
"""'… a pitch.” But the minister shot it down, Noor ': a clause of its own before who says it."""

_FAR = 2000  # characters after a quotation within which a sentence ends


_STOP = re.compile(
    r"[.?!](?=\s|$)(?<!\b[A-Z]\.)"
    + "".join(
        rf"(?<!\b{t}\.)"
        for t in "Mr Mrs Ms Dr Rep Sen Gov Gen Col Lt Maj Capt Sgt Prof Rev St".split()
    )
)
"""The end of a sentence, not of a title or an initial."""


def _after_quote(text: str, quote: Quote, at: int, end: int) -> bool:
    """Tell whether the sentence ends with the quotation just passed."""
    inner = quote.inner(text).rstrip("’'\" \t")
    last = inner[-1:] if inner else ""
    here = _next_visible(text, at, end)
    if here >= end:
        return True
    if last not in TERMINAL or last == "":
        return False
    if text[here].islower() or text[here] in ",;:.)—–-":
        return False
    rest = text[here : min(end, here + _FAR)]
    stop = _STOP.search(rest)
    clause = rest[: stop.start()] if stop else rest
    speech = _SPEECH.search(clause)
    if speech is None or len(clause[: speech.start()].split()) > 12:
        return True
    if any(mark in clause for mark in '“"') or _CLAUSE_BEFORE.fullmatch(clause[: speech.start()]):
        return True
    tail = clause[speech.end() :].split()
    if last in "?!" and clause[speech.end() :].startswith(","):
        return False  # '“Why not?” Renko wrote, referring to the offer'
    if last in "?!":
        return len(tail) > 8 or " that " in clause[speech.end() :]
    return len(tail) > 0
