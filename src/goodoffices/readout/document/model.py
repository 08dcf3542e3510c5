"""What a document says, before it is a page, a PDF or a Word file.

Values only: sections of blocks, blocks of words. Words are text with a style and perhaps a link; text is
never markup, so nothing in it can become code of a writer's language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from goodoffices.readout.plain import harmless

__all__ = [
    "Block",
    "Column",
    "Document",
    "Facts",
    "Figure",
    "Item",
    "Listing",
    "Note",
    "Paragraph",
    "Quotation",
    "Row",
    "Run",
    "Section",
    "Style",
    "Table",
    "Words",
    "clean",
    "followed",
    "plain",
    "right_to_left",
    "web",
    "words",
]

Style: TypeAlias = Literal["plain", "strong", "emphasis", "quiet", "code", "flag"]
"""How a run is set off; ``flag`` is a short mark such as "no evidence", ``quiet`` what matters less."""

_BLANK = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
_ALONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Run:
    """Some text, how it is set off, and where it leads: an address, or ``#anchor`` in the document."""

    text: str
    style: Style = "plain"
    link: str = ""


Words: TypeAlias = tuple[Run, ...]


def words(*parts: str | Run | Words) -> Words:
    """Return words put together of text, runs and words.

    >>> words("Russia ", Run("rejects", "strong"))
    (Run(text='Russia ', style='plain', link=''), Run(text='rejects', style='strong', link=''))
    """
    found: list[Run] = []
    for part in parts:
        if isinstance(part, str):
            found += [Run(part)] if part else []
        elif isinstance(part, Run):
            found.append(part)
        else:
            found += part
    return tuple(found)


def clean(text: str) -> str:
    r"""Return text that every form can hold: one line, no steering characters, no lone surrogates.

    >>> clean("two\nlines"), clean("\x00"), clean("\ud800")
    ('two lines', '�', '�')
    """
    return _ALONE.sub("\ufffd", harmless(_BLANK.sub(" ", text)))


def plain(of: Words) -> str:
    """Return the text of words without styles and links."""
    return "".join(clean(run.text) for run in of)


def followed(link: str) -> str:
    """Return a link that may be followed from a document: inside it or to the web, else nothing.

    >>> followed("#a"), followed("https://un.org/a"), followed("javascript:alert(1)")
    ('#a', 'https://un.org/a', '')
    """
    if link.startswith("#"):
        return link
    return link if re.fullmatch(r"https?://[^\s\x00-\x1f\x7f]+", link, re.IGNORECASE) else ""


def web(address: str) -> str:
    """Return an address on the web as it is, and nothing for anything else.

    >>> web("https://un.org"), web("#part"), web("file:///etc/hosts")
    ('https://un.org', '', '')
    """
    return "" if address.startswith("#") else followed(address)


def right_to_left(text: str) -> bool:
    """Tell whether text is written from right to left, by its first letter that has a direction.

    >>> right_to_left("السلام"), right_to_left("peace"), right_to_left("12 %")
    (True, False, False)
    """
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``lead`` sets it off as what a reader takes home."""

    words: Words
    anchor: str = ""
    lead: bool = False


@dataclass(frozen=True)
class Note:
    """Words that bound what the rest says: a limit, a warning, an aside."""

    words: Words
    kind: Literal["limit", "warning", "aside"] = "aside"
    anchor: str = ""


@dataclass(frozen=True)
class Quotation:
    """Words of a source as they stand there, who said them, and where they stand."""

    text: str
    by: Words = ()
    place: Words = ()
    anchor: str = ""


@dataclass(frozen=True)
class Item:
    """An item of a list, with items below it."""

    words: Words
    items: tuple[Item, ...] = ()
    anchor: str = ""


@dataclass(frozen=True)
class Listing:
    """A list, numbered or not."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Facts:
    """Short facts by name, such as who made something and when."""

    rows: tuple[tuple[str, Words], ...]


@dataclass(frozen=True)
class Column:
    """A column of a table; ``weight`` is its share of the width on paper."""

    title: str
    weight: int = 1


@dataclass(frozen=True)
class Row:
    """A row of a table: per cell its lines. ``strong`` sets the row off."""

    cells: tuple[tuple[Words, ...], ...]
    anchor: str = ""
    strong: bool = False


@dataclass(frozen=True)
class Table:
    """A table; the first column names its rows. ``wide`` asks for a page across.

    Raises
    ------
    ValueError
        where a row has more or fewer cells than there are columns, or there is no caption.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    wide: bool = False

    def __post_init__(self) -> None:
        if not self.caption:
            raise ValueError("a table needs a caption: it is read out before the rows")
        for number, row in enumerate(self.rows, 1):
            if len(row.cells) != len(self.columns):
                raise ValueError(
                    f"row {number} of '{self.caption}' has {len(row.cells)} cells, "
                    f"not {len(self.columns)}"
                )


@dataclass(frozen=True)
class Figure:
    """A drawing as SVG with what it shows in words, for those who do not see it.

    Raises
    ------
    ValueError
        where there are no words for it.
    """

    svg: str
    alt: str
    caption: str = ""

    def __post_init__(self) -> None:
        if not self.alt:
            raise ValueError("a figure needs words for those who do not see it")


Block: TypeAlias = Paragraph | Note | Quotation | Listing | Facts | Table | Figure


@dataclass(frozen=True)
class Section:
    """A part of a document under a heading; the heading's rank follows from where it stands."""

    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    anchor: str = ""


@dataclass(frozen=True)
class Document:
    """A document for an audience.

    Attributes
    ----------
    title, kicker : what it is, and above that of what kind, such as ``Readout``.
    audience : for whom, as every page says.
    as_of : the day the content stands at, ISO, or "" for all that is known.
    facts : what stands under the title.
    lead : what a reader takes home, a sentence each.
    limits : what bounds it, on every page.

    Raises
    ------
    ValueError
        where two things have one anchor, or a link leads to no anchor.
    """

    title: str
    sections: tuple[Section, ...] = ()
    kicker: str = ""
    audience: str = ""
    as_of: str = ""
    facts: Facts | None = None
    lead: tuple[Words, ...] = ()
    limits: str = ""
    language: str = field(default="en")

    def __post_init__(self) -> None:
        anchors = [found.anchor for found in self._placed() if found.anchor]
        twice = (
            sorted({a for a in anchors if anchors.count(a) > 1})
            if len(set(anchors)) < len(anchors)
            else []
        )
        if twice:
            raise ValueError(f"two things stand under the anchor '{twice[0]}'")
        known = {f"#{anchor}" for anchor in anchors}
        for run in self.runs():
            if run.link.startswith("#") and run.link not in known:
                raise ValueError(f"'{run.text}' leads to {run.link}, which is nowhere")

    @property
    def running_head(self) -> str:
        """What stands at the head of every page."""
        day = f", as of {self.as_of}" if self.as_of else ""
        head = " · ".join(part for part in (self.kicker, self.title) if part)
        return f"{head}{day}"

    def all_sections(self) -> Iterator[Section]:
        """Yield every section in reading order."""
        waiting = list(reversed(self.sections))
        while waiting:
            section = waiting.pop()
            yield section
            waiting += reversed(section.sections)

    def blocks(self) -> Iterator[Block]:
        """Yield every block in reading order."""
        for section in self.all_sections():
            yield from section.blocks

    def _placed(self) -> Iterator[Section | Paragraph | Note | Quotation | Item | Row]:
        for section in self.all_sections():
            yield section
            for block in section.blocks:
                match block:
                    case Paragraph() | Note() | Quotation():
                        yield block
                    case Listing():
                        yield from _items(block.items)
                    case Table():
                        yield from block.rows
                    case _:
                        pass

    def runs(self) -> Iterator[Run]:
        """Yield every run of words in reading order."""
        for sentence in self.lead:
            yield from sentence
        for _, said in self.facts.rows if self.facts else ():
            yield from said
        for block in self.blocks():
            yield from _runs(block)

    def strings(self) -> Iterator[str]:
        """Yield everything a reader reads, piece by piece in reading order, as plain text.

        What every form of the document has to hold. Heads and feet of pages are left out; figures
        count by their captions.
        """
        yield from filter(None, map(clean, (self.kicker, self.title)))
        yield from (plain(sentence) for sentence in self.lead)
        yield from _block_strings(self.facts) if self.facts else ()
        for section in self.all_sections():
            yield clean(section.title)
            for block in section.blocks:
                yield from _block_strings(block)
        yield from filter(None, (clean(self.limits),))


def _items(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _items(item.items)


def _runs(block: Block) -> Iterator[Run]:
    match block:
        case Paragraph() | Note():
            yield from block.words
        case Quotation():
            yield from (*block.by, *block.place)
        case Listing():
            for item in _items(block.items):
                yield from item.words
        case Facts():
            for _, said in block.rows:
                yield from said
        case Table():
            for row in block.rows:
                for cell in row.cells:
                    for line in cell:
                        yield from line
        case Figure():
            pass


def _block_strings(block: Block) -> Iterator[str]:
    match block:
        case Quotation():
            yield clean(block.text)
            yield from filter(None, (plain(block.by), plain(block.place)))
        case Facts():
            for name, said in block.rows:
                yield from (clean(name), plain(said))
        case Table():
            yield clean(block.caption)
            yield from (clean(column.title) for column in block.columns)
            for row in block.rows:
                yield from (plain(line) for cell in row.cells for line in cell)
        case Figure():
            yield from filter(None, (clean(block.caption),))
        case Listing():
            yield from (plain(item.words) for item in _items(block.items))
        case _:
            yield plain(block.words)
