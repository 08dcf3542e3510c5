"""Documents: one content, the same words and numbers in HTML, PDF and Word."""

import builtins
import collections
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from goodoffices.errors import InputError, LimitError, UsageError
from goodoffices.readout.document import (
    FORMATS,
    Column,
    Document,
    Figure,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    render,
    to_docx,
    to_html,
    to_pdf,
    words,
    write_document,
)
from goodoffices.readout.document.model import clean
from goodoffices.readout.document.pdf import svg_to_png
from tests.readout.documents import HOSTILE, document, only, spelled, squeezed, tokens

LONG = "Donaudampfschifffahrtsgesellschaftskapitaen" * 5


def missing(doc: Document, form: str) -> list[str]:
    """Return the words of a document that a form lacks, counted: each must stand there as often."""
    text = only(form, render(doc, form))  # type: ignore[arg-type]
    found = collections.Counter(tokens(text))
    lacking = []
    for piece in doc.strings():
        for token in tokens(piece):
            if found[token] > 0:
                found[token] -= 1
            elif token not in squeezed(text):  # broken over lines, or set against its neighbour
                lacking.append(token)
    return lacking


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_holds_the_same_words_and_numbers(form: str) -> None:
    assert missing(document(), form) == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_form_that_lacks_a_word_is_found_out(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: a word that only the content has is reported."""
    doc = document()
    said = [*doc.strings(), "absent"]
    monkeypatch.setattr(Document, "strings", lambda _: iter(said))
    assert missing(doc, form) == ["absent"]


@pytest.mark.parametrize("form", FORMATS)
def test_text_that_looks_like_markup_stays_text(form: str) -> None:
    assert missing(document(HOSTILE), form) == []


@pytest.mark.parametrize("form", FORMATS)
def test_very_long_words_are_whole(form: str) -> None:
    assert missing(document(LONG), form) == []


@pytest.mark.parametrize("form", FORMATS)
def test_tables_of_300_rows_are_whole(form: str) -> None:
    assert missing(document(rows=300), form) == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "text", ["السلام", "שלום", "Łódź Ağrı Москва Ελλάδα", "\x00\x1b[31m\ud800"]
)
def test_other_scripts_and_steering_characters_survive(form: str, text: str) -> None:
    """Letters are all there, whatever the direction in which a program gives them back."""
    found = only(form, render(document(text), form))  # type: ignore[arg-type]
    kept = collections.Counter(c for c in squeezed(found) if c not in " \n")
    for character in set(squeezed(clean(text))):
        assert kept[character] >= 10


@pytest.mark.parametrize("form", FORMATS)
def test_what_no_font_shows_is_written_as_its_code_point(form: str) -> None:
    text = "\U000f0000"  # a private character, which no font has
    found = only(form, render(document(f"mark{text}"), form))  # type: ignore[arg-type]
    assert (spelled(f"mark{text}") if form == "pdf" else f"mark{text}") in found


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_document_gives_the_same_bytes(form: str) -> None:
    assert render(document(), form) == render(document(), form)  # type: ignore[arg-type]


def test_nothing_in_a_word_file_says_when_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(document()))) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\d", core)) == {"1980-01-01"}
    assert "python-docx" not in core


def test_the_pdf_is_tagged_and_has_words_for_its_figures() -> None:
    """PDF/UA-1, which typst refuses to write without a title and words for each figure."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(to_pdf(document())))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert reader.metadata is not None
    assert reader.metadata.title == "On Peace"
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    kinds = collections.Counter(_structure(root["/StructTreeRoot"]))
    assert kinds["/H1"] == 2
    assert kinds["/H2"] == 1
    assert kinds["/TH"] == 5
    assert "A box for Peace" in set(_structure(root["/StructTreeRoot"], "/Alt"))


def _structure(node: Any, key: str = "/S") -> list[str]:
    node = node.get_object()
    below = node.get("/K", []) if hasattr(node, "get") else []
    below = below if isinstance(below, list) else [below]
    found = [str(node[key])] if hasattr(node, "get") and key in node else []
    for inner in below:
        if not isinstance(inner, int):
            found += _structure(inner, key)
    return found


def test_links_in_a_pdf_lead_to_their_places() -> None:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(to_pdf(document())))
    links = [
        note.get_object()
        for page in reader.pages
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Link"
    ]
    assert len(links) == 1
    assert "/Dest" in links[0] or links[0]["/A"]["/S"] == "/GoTo"


def test_a_word_file_has_real_headings_and_repeats_the_heads_of_tables() -> None:
    import docx
    from docx.oxml.ns import qn

    file: Any = docx.Document(io.BytesIO(to_docx(document())))
    heads = [(p.style.name, p.text) for p in file.paragraphs if p.style.name.startswith("Heading")]
    assert heads == [("Heading 1", "Part Peace"), ("Heading 2", "Rows"), ("Heading 1", "Last")]
    assert [p.text for p in file.paragraphs if p.style.name == "Title"] == ["On Peace"]
    for table in file.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [len(table.rows) for table in file.tables] == [4, 2]


def test_a_word_file_has_words_for_drawings_and_marks_for_links() -> None:
    import docx
    from docx.oxml.ns import qn

    body = docx.Document(io.BytesIO(to_docx(document()))).element.body
    assert [e.get("descr") for e in body.iter(qn("wp:docPr"))] == ["A box for Peace"]
    marks = {e.get(qn("w:name")) for e in body.iter(qn("w:bookmarkStart"))}
    leads = {e.get(qn("w:anchor")) for e in body.iter(qn("w:hyperlink"))} - {None}
    assert leads
    assert leads <= marks


def test_every_page_names_the_audience_and_the_limits() -> None:
    import docx
    from pypdf import PdfReader

    doc = document(rows=100)
    pages = PdfReader(io.BytesIO(to_pdf(doc))).pages
    assert len(pages) > 2
    for page in pages:
        assert "For the public" in page.extract_text()
        assert "Stable under these assumptions." in page.extract_text()
    for section in docx.Document(io.BytesIO(to_docx(doc))).sections:
        assert "For the public" in section.header.paragraphs[0].text
        assert "Stable under these assumptions." in section.footer.paragraphs[0].text
    assert '@top-right{content:"For the public"' in to_html(doc)


def test_wide_tables_stand_across_and_the_rest_upright() -> None:
    import docx
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(to_pdf(document()))).pages
    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, True]
    sections: Any = docx.Document(io.BytesIO(to_docx(document()))).sections
    across = [section.page_width > section.page_height for section in sections]
    assert True in across
    assert across[0] is False


def test_numbered_lists_of_a_word_file_begin_at_one() -> None:
    import docx
    from docx.oxml.ns import qn

    twice = document()
    twice = Document("Two lists", (twice.sections[0], Section("B", twice.sections[0].blocks[4:5])))
    file: Any = docx.Document(io.BytesIO(to_docx(twice)))
    numbers = [
        p._p.pPr.numPr.numId.val
        for p in file.paragraphs
        if p.style.name == "List Number" and p._p.pPr.find(qn("w:numPr")) is not None
    ]
    assert len(numbers) == 4
    assert len(set(numbers)) == 2


def test_a_page_loads_nothing_and_runs_nothing() -> None:
    page = to_html(document(HOSTILE))
    assert "<script" not in page
    assert not re.search(r"""(src|href)=["'](?!#)""", page)
    assert "@import" not in page
    assert "url(" not in page


def test_links_that_run_something_are_left_out() -> None:
    doc = Document("T", (Section("S", (Paragraph(words(Run("x", link="javascript:alert(1)"))),)),))
    assert "javascript" not in to_html(doc)
    assert b"javascript" not in to_pdf(doc)


def test_text_cannot_end_the_style_sheet() -> None:
    doc = Document('T";}</style><script>alert(1)</script>', audience='a"}b', limits="c\\")
    page = to_html(doc)
    assert page.count("</style>") == 1
    assert "<script" not in page


def test_a_link_to_nowhere_is_refused() -> None:
    with pytest.raises(ValueError, match="leads to #nowhere"):
        Document("T", (Section("S", (Paragraph(words(Run("x", link="#nowhere"))),)),))


def test_two_things_under_one_anchor_are_refused() -> None:
    with pytest.raises(ValueError, match="two things stand under the anchor 'a'"):
        Document("T", (Section("S", anchor="a"), Section("S", anchor="a")))


def test_tables_and_figures_without_words_are_refused() -> None:
    with pytest.raises(ValueError, match="caption"):
        Table("", (Column("A"),), ())
    with pytest.raises(ValueError, match="row 1 of 'T' has 0 cells, not 1"):
        Table("T", (Column("A"),), (Row(()),))
    with pytest.raises(ValueError, match="do not see it"):
        Figure("<svg/>", "")


def test_a_drawing_becomes_a_picture() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>'
    assert svg_to_png(svg).startswith(b"\x89PNG")


def test_a_mark_over_a_letter_of_another_font_is_written_as_its_code_point() -> None:
    doc = Document("T", (Section("S", (Paragraph(words("<\u1dc0> stays")),)),))
    found = only("pdf", render(doc, "pdf"))
    assert "stays" in found
    assert "U+1DC0" in found


@example("\u1dc0")
@given(st.text(max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_written_in_every_form(text: str) -> None:
    """Whatever stands in a source: no form fails on it, and the plain letters are there."""
    doc = Document("T", (Section("S", (Paragraph(words(f"<{text}>")),)),))
    letters = [c for c in clean(text) if c.isascii() and c.isalnum()]
    for form in FORMATS:
        found = only(form, render(doc, form))
        assert all(letter in found for letter in letters)


@pytest.mark.parametrize("form", FORMATS)
def test_a_document_without_content_is_written(form: str) -> None:
    assert "Empty" in only(form, render(Document("Empty"), form))  # type: ignore[arg-type]


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "readout.html"
    target.write_text("before", encoding="utf-8")

    def failing(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", failing)
    with pytest.raises(InputError, match=r"readout\.html: .*No space left on device"):
        write_document(document(), target)
    assert target.read_text(encoding="utf-8") == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["readout.html"]


def test_a_file_is_written_in_the_form_its_name_says(tmp_path: Path) -> None:
    starts = {"html": b"<!doctype html>", "pdf": b"%PDF-", "docx": b"PK"}
    for form, start in starts.items():
        target = write_document(document(), tmp_path / f"readout.{form}")
        assert target.read_bytes().startswith(start)
    with pytest.raises(UsageError, match=r"no form for '\.odt'; known here: html, pdf, docx"):
        write_document(document(), tmp_path / "readout.odt")


@pytest.mark.parametrize(("form", "library"), [("pdf", "typst"), ("docx", "docx")])
def test_without_the_libraries_one_line_says_what_to_install(
    form: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.split(".")[0] == library:
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(LimitError, match=r"pip install 'goodoffices\[report\]'") as error:
        render(document(), form)  # type: ignore[arg-type]
    assert "\n" not in str(error.value)
