"""A document as a Word file by python-docx: real headings, repeated table heads, words for every drawing.

The same document gives the same bytes: the file says no time of making, and its parts are packed with a
fixed date.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from goodoffices.errors import LimitError
from goodoffices.readout.document.docx_parts import (
    add_bookmark,
    add_field,
    add_words,
    border_left,
    repeat_head,
    restart_numbers,
    set_language,
    turn,
)
from goodoffices.readout.document.model import (
    Block,
    Document,
    Facts,
    Figure,
    Item,
    Listing,
    Note,
    Paragraph,
    Quotation,
    Row,
    Section,
    Table,
    Words,
    clean,
    right_to_left,
)
from goodoffices.readout.document.pdf import svg_to_png

__all__ = ["to_docx"]

_LONG_AGO = datetime(1980, 1, 1)  # the first day a zip file can name
_DEEPEST = 3  # levels of lists that Word's own styles have


def to_docx(document: Document) -> bytes:
    """Return a document as a Word file (Office Open XML); the same document gives the same bytes.

    Raises
    ------
    LimitError
        where python-docx, or for drawings typst, is not installed.

    >>> to_docx(Document("A title"))[:2]
    b'PK'
    """
    try:
        import docx
    except ImportError:
        raise LimitError(
            "Word files need python-docx, which is not installed: "
            "pip install 'goodoffices[report]'; HTML needs nothing"
        ) from None
    writer = _Writer(docx.Document(), document)
    writer.write()
    return _packed(writer.file)


def _packed(file: Any) -> bytes:
    """Return the file with its parts packed in the same order and with the same date every time."""
    given, made = io.BytesIO(), io.BytesIO()
    file.save(given)
    with zipfile.ZipFile(given) as parts, zipfile.ZipFile(made, "w") as packed:
        for name in parts.namelist():
            about = zipfile.ZipInfo(name, _LONG_AGO.timetuple()[:6])
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o600 << 16
            packed.writestr(about, parts.read(name))
    return made.getvalue()


class _Writer:
    """Writes one document into a Word file."""

    def __init__(self, file: Any, document: Document) -> None:
        self.file = file
        self.document = document
        self.marks: dict[str, str] = {}  # anchor to the name of its bookmark

    def write(self) -> None:
        self._set_up()
        self._top()
        for section in self.document.sections:
            self._section(section, 1)

    def _set_up(self) -> None:
        from docx.shared import Mm, Pt, RGBColor

        about = self.file.core_properties
        about.title, about.subject = clean(self.document.title), clean(self.document.audience)
        about.author, about.comments, about.last_modified_by = "", "", ""
        about.created = about.modified = _LONG_AGO
        about.revision = 1
        set_language(self.file, self.document.language)
        styles = self.file.styles
        styles["Normal"].font.size = Pt(10.5)
        styles["Normal"].paragraph_format.space_after = Pt(6)
        for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Caption"):
            styles[name].font.color.rgb = RGBColor(0x1D, 0x21, 0x26)
        page = self.file.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm(20)
        page.top_margin = page.bottom_margin = Mm(24)
        self._heads(page)

    def _heads(self, page: Any) -> None:
        """Put the audience and the limits on every page."""
        from docx.shared import Pt

        head = page.header.paragraphs[0]
        add_words(self, head, self.document.running_head, size=8)
        if self.document.audience:
            add_words(self, head, f"\u2003For {self.document.audience}", size=8, bold=True)
        foot = page.footer.paragraphs[0]
        add_words(
            self, foot, f"{self.document.limits}\u2003" if self.document.limits else "", size=8
        )
        for code in ("PAGE", " / ", "NUMPAGES"):
            if code.strip() == "/":
                add_words(self, foot, code, size=8)
            else:
                add_field(foot, code).font.size = Pt(8)

    def _top(self) -> None:
        document = self.document
        if document.kicker:
            add_words(self, self.file.add_paragraph(), document.kicker, size=9)
        self._paragraph(self.file.add_paragraph(style="Title"), document.title)
        if document.audience:
            day = f", as of {document.as_of}" if document.as_of else ""
            line = self.file.add_paragraph()
            add_words(self, line, f"For {document.audience}{day}", bold=True)
        if document.facts:
            self._facts(document.facts)
        for sentence in document.lead:
            line = self.file.add_paragraph()
            border_left(line)
            self._paragraph(line, sentence)

    def _section(self, section: Section, level: int) -> None:
        head = self.file.add_heading("", level=min(level, 9))
        add_bookmark(self, head, section.anchor)
        self._paragraph(head, section.title)
        for block in section.blocks:
            self._block(block)
        for inner in section.sections:
            self._section(inner, level + 1)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph(said, anchor, lead):
                line = self.file.add_paragraph()
                add_bookmark(self, line, anchor)
                if lead:
                    border_left(line)
                self._paragraph(line, said)
            case Note(said, _, anchor):
                line = self.file.add_paragraph()
                add_bookmark(self, line, anchor)
                border_left(line, "999999")
                self._paragraph(line, said)
            case Quotation():
                self._quotation(block)
            case Listing(items, ordered):
                self._list(items, "List Number" if ordered else "List Bullet", 1)
            case Facts():
                self._facts(block)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)

    def _paragraph(self, line: Any, said: Words | str) -> None:
        text = said if isinstance(said, str) else "".join(run.text for run in said)
        add_words(self, line, said)
        if right_to_left(text):
            turn(line)

    def _quotation(self, block: Quotation) -> None:
        from docx.shared import Mm

        line = self.file.add_paragraph(style="Quote")
        line.paragraph_format.left_indent = Mm(6)
        add_bookmark(self, line, block.anchor)
        self._paragraph(line, block.text)
        if block.by or block.place:
            line.paragraph_format.keep_with_next = True
            line = self.file.add_paragraph()
            line.paragraph_format.left_indent = Mm(6)
            add_words(self, line, block.by, size=9)
            add_words(self, line, " " if block.by and block.place else "", size=9)
            add_words(self, line, block.place, size=9)

    def _list(self, items: tuple[Item, ...], style: str, depth: int) -> None:
        name = style if depth == 1 else f"{style} {min(depth, _DEEPEST)}"
        number = restart_numbers(self.file, name) if style == "List Number" else None
        for item in items:
            line = self.file.add_paragraph(style=name)
            if number is not None:
                line._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
            add_bookmark(self, line, item.anchor)
            self._paragraph(line, item.words)
            self._list(item.items, "List Bullet", depth + 1)

    def _facts(self, facts: Facts) -> None:
        for name, said in facts.rows:
            line = self.file.add_paragraph()
            add_words(self, line, f"{name}: ", bold=True)
            self._paragraph(line, said)

    def _table(self, table: Table) -> None:
        page = self._across() if table.wide else self.file.sections[-1]
        caption = self.file.add_paragraph(style="Caption")
        caption.paragraph_format.keep_with_next = True
        self._paragraph(caption, table.caption)
        made = self.file.add_table(rows=1, cols=len(table.columns), style="Table Grid")
        made.autofit = False
        room = page.page_width - page.left_margin - page.right_margin
        share = room / sum(column.weight for column in table.columns)
        for column, width in zip(table.columns, made.columns, strict=True):
            width.width = int(share * column.weight)
        for column, cell in zip(table.columns, made.rows[0].cells, strict=True):
            cell.width = int(share * column.weight)
            add_words(self, cell.paragraphs[0], column.title, size=9, bold=True)
        repeat_head(made.rows[0])
        for row in table.rows:
            self._row(made, row, [int(share * column.weight) for column in table.columns])
        self.file.add_paragraph()
        if table.wide:
            self._upright()

    def _row(self, made: Any, row: Row, widths: list[int]) -> None:
        from docx.oxml import OxmlElement

        added = made.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for k, (cell, lines) in enumerate(zip(added.cells, row.cells, strict=True)):
            cell.width = widths[k]
            for n, said in enumerate(lines):
                line = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
                if k == 0 and n == 0:
                    add_bookmark(self, line, row.anchor)
                add_words(self, line, said, size=9, bold=row.strong)
                if right_to_left("".join(run.text for run in said)):
                    turn(line)

    def _across(self) -> Any:
        """Begin a page across, for a wide table."""
        return self._page(across=True)

    def _upright(self) -> None:
        self._page(across=False)

    def _page(self, *, across: bool) -> Any:
        from docx.enum.section import WD_ORIENT

        page = self.file.add_section()
        short, long = sorted((page.page_width, page.page_height))
        page.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
        page.page_width, page.page_height = (long, short) if across else (short, long)
        return page

    def _figure(self, figure: Figure) -> None:
        from docx.shared import Mm

        line = self.file.add_paragraph()
        picture = line.add_run().add_picture(io.BytesIO(svg_to_png(figure.svg)))
        widest = Mm(170)
        if picture.width > widest:
            picture.height = int(picture.height * widest / picture.width)
            picture.width = widest
        about = picture._inline.docPr
        about.set("descr", clean(figure.alt))
        if figure.caption:
            self._paragraph(self.file.add_paragraph(style="Caption"), figure.caption)
