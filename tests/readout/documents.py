"""Documents to try the writers on, and what a reader finds in each form."""

import io
import re
import unicodedata
from html.parser import HTMLParser

from goodoffices.readout.document import (
    Column,
    Document,
    Facts,
    Figure,
    Item,
    Listing,
    Note,
    Paragraph,
    Quotation,
    Row,
    Run,
    Section,
    Table,
    words,
)

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" viewBox="0 0 200 60">'
    '<rect x="1" y="1" width="198" height="58" fill="none" stroke="#333"/></svg>'
)

HOSTILE = (
    '#let x = 1; #import "@preview/x:0.1.0" $a^2$ *bold* _under_ <script>alert(1)</script> @ref `raw` '
    "\\ // comment /* more */ {{ 7*7 }} {% if %} &amp; &#35; \"double\" 'single' ]]> <!-- --> -- --- ~ = + "
    "https://example.org/#frag"
)


def document(text: str = "Peace", *, rows: int = 3) -> Document:
    """Return a document with a block of every kind, and ``text`` in every place that holds text."""
    said = words(text, " ", Run(text, "strong"), " ", Run(text, "flag"))
    row = Row(((words("12,345"),), (said,), (words(text), words("2nd line"))))
    table = Table(
        f"Table of {text}",
        (Column("Count"), Column(text, 2), Column("More")),
        tuple(Row(row.cells, f"row-{k}", strong=k == 1) for k in range(rows)),
    )
    blocks = (
        Paragraph(said, "first", lead=True),
        Paragraph(words("See ", Run("the first row", link="#row-0"), ".")),
        Note(words(text), "limit"),
        Quotation(text, words(text, ", minister"), words("characters 3-40"), "quoted"),
        Listing((Item(said, (Item(words("below")),)), Item(words("second"))), ordered=True),
        Facts((("Made by", words(text)),)),
        Figure(DRAWING, f"A box for {text}", f"Drawn: {text}"),
    )
    inner = Section("Rows", (table,))
    wide = Table("Across", (Column("A"), Column("B")), (Row(((words("a"),), (words("b"),))),), True)
    return Document(
        f"On {text}",
        (Section(f"Part {text}", blocks, (inner,), "part"), Section("Last", (wide,))),
        kicker="Readout",
        audience="the public",
        as_of="2014-02-11",
        facts=Facts((("Case", words(text)),)),
        lead=(said,),
        limits="Stable under these assumptions.",
    )


def tokens(text: str) -> list[str]:
    """Return the words of a text, told apart by blanks, in one form of Unicode."""
    return unicodedata.normalize("NFKC", text.replace("\u200b", "")).split()


def squeezed(text: str) -> str:
    """Return a text without any blanks."""
    return "".join(tokens(text))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.silent += tag in ("style", "script", "svg")
        self.found += [] if tag in ("strong", "em", "code", "span", "a", "bdi") else [" "]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("style", "script", "svg")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(data)


def html_text(page: bytes) -> str:
    parser = _Text()
    parser.feed(page.decode())
    return "".join(parser.found)


def pdf_text(data: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def docx_text(data: bytes) -> str:
    """Return the text of the body of a Word file, also that of links, in order."""
    import docx
    from docx.oxml.ns import qn

    body = docx.Document(io.BytesIO(data)).element.body
    lines = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]
    footer = docx.Document(io.BytesIO(data)).sections[0].footer
    return "\n".join([*lines, *(p.text for p in footer.paragraphs)])


def only(form: str, data: bytes) -> str:
    """Return the text a reader finds in a form."""
    return {"html": html_text, "pdf": pdf_text, "docx": docx_text}[form](data)


def spelled(text: str) -> str:
    """Return a text with what no font shows as in a PDF: ``[U+1F600]``."""
    return re.sub(r"[\U00010000-\U0010ffff]", lambda m: f"[U+{ord(m[0]):04X}]", text)
