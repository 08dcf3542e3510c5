"""A document as PDF by typst: PDF/UA-1, the same bytes every time, nothing fetched from anywhere.

The document goes to typst as data and is laid out by a fixed template, so no text in it is ever read as
typst's markup. The fonts are those that typst brings; the machine's own are asked only for characters that
these lack, and what no font can show is written as its code point, such as ``[U+1F600]``.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

from goodoffices.errors import LimitError
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
    Section,
    Table,
    Words,
    clean,
    followed,
    plain,
    right_to_left,
)

__all__ = ["svg_to_png", "to_pdf"]

FONTS = ("Libertinus Serif", "DejaVu Sans Mono")
"""What text is set in, before fonts that the machine has."""

_LONG = re.compile(r"\S{24,}")
_USUAL = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))) | set("–—‘’“”…•·→")
_UNSEEN = ("Cf", "Zs", "Zl", "Zp")  # categories of characters that need no glyph
Json = dict[str, Any]


def to_pdf(document: Document) -> bytes:
    """Return a document as a tagged PDF (PDF/UA-1); the same document gives the same bytes.

    Raises
    ------
    LimitError
        where typst is not installed.

    >>> to_pdf(Document("A title"))[:5]
    b'%PDF-'
    """
    typst = _typst()
    data = _document(document)
    given = json.dumps(data, ensure_ascii=False)
    shown = _to_be_shown(given)
    own, lacking = _fonts(shown)
    marks = frozenset(c for c in shown if unicodedata.combining(c))
    # A mark that one font has may fail over a letter that only another has.
    for spelled in (lacking, lacking | marks):
        try:
            return _compiled(_spelled(given, spelled), own=own)
        except typst.TypstError as error:
            if "could not be displayed" not in str(error):
                raise
    return _compiled(_spelled(given, shown), own=own)


def _compiled(given: str, *, own: bool) -> bytes:
    made: bytes = _typst().compile(
        _template(),
        sys_inputs={"document": given},
        ignore_system_fonts=not own,
        pdf_standards=["ua-1"],
    )
    return made


def svg_to_png(svg: str, ppi: int = 192) -> bytes:
    """Return a drawing as PNG, for programs that do not draw SVG.

    Raises
    ------
    LimitError
        where typst is not installed.
    """
    page = (
        "#set page(width: auto, height: auto, margin: 0pt)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", alt: "drawing")'
    )
    own, lacking = _fonts(_to_be_shown(svg))
    made: bytes = _typst().compile(
        page.encode(),
        sys_inputs={"svg": _spelled(svg, lacking)},
        ignore_system_fonts=not own,
        format="png",
        ppi=ppi,
    )
    return made


def _typst() -> Any:
    try:
        import typst
    except ImportError:
        raise LimitError(
            "PDF and Word files need typst, which is not installed: "
            "pip install 'goodoffices[report]'; HTML needs nothing"
        ) from None
    return typst


@cache
def _template() -> bytes:
    return (files("goodoffices.readout") / "templates" / "document.typ").read_bytes()


def _to_be_shown(text: str) -> frozenset[str]:
    """Return the unusual characters of a text that need a glyph."""
    return frozenset(c for c in set(text) - _USUAL if unicodedata.category(c) not in _UNSEEN)


def _fonts(shown: frozenset[str]) -> tuple[bool, frozenset[str]]:
    """Return whether the machine's fonts are needed, and which characters no font shows."""
    if _all_shown(shown, own=False):
        return False, frozenset()
    lacking = frozenset(c for c in shown if not _all_shown(frozenset(c), own=False))
    if _all_shown(lacking, own=True):
        return True, frozenset()
    nowhere = frozenset(c for c in lacking if not _all_shown(frozenset(c), own=True))
    return nowhere != lacking, nowhere


@cache
def _all_shown(characters: frozenset[str], *, own: bool) -> bool:
    """Ask typst whether it has glyphs: PDF/UA refuses text that it cannot show."""
    if not characters:
        return True
    typst = _typst()
    page = '#set document(title: "t", date: none)\n#set text(font: json(bytes(sys.inputs.fonts)))\n'
    page += "#sys.inputs.text"
    try:
        typst.compile(
            page.encode(),
            sys_inputs={"text": " ".join(sorted(characters)), "fonts": json.dumps(FONTS)},
            ignore_system_fonts=not own,
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        if "could not be displayed" in str(error):
            return False
        raise
    return True


def _spelled(text: str, lacking: frozenset[str]) -> str:
    """Write the characters that no font shows as their code points."""
    return text.translate({ord(c): f"[U+{ord(c):04X}]" for c in lacking})


def _text(text: str) -> str:
    """Return text with places where words too long for a line may be broken."""
    return _LONG.sub(lambda m: "\u200b".join(re.findall(r".{1,12}", m[0])), clean(text))


def _words(words: Words) -> list[Json]:
    return [
        {"text": _text(run.text), "style": run.style, "link": followed(run.link)} for run in words
    ]


def _document(document: Document) -> Json:
    return {
        "title": _text(document.title),
        "kicker": _text(document.kicker),
        "head": _text(document.running_head),
        "audience": _text(f"For {document.audience}") if document.audience else "",
        "as-of": document.as_of,
        "limits": _text(document.limits),
        "language": document.language,
        "fonts": list(FONTS),
        "facts": _facts(document.facts) if document.facts else [],
        "lead": [_words(sentence) for sentence in document.lead],
        "sections": [_section(section) for section in document.sections],
    }


def _facts(facts: Facts) -> list[list[Any]]:
    return [[_text(name), _words(said)] for name, said in facts.rows]


def _section(section: Section) -> Json:
    return {
        "title": _text(section.title),
        "anchor": section.anchor,
        "blocks": [_block(block) for block in section.blocks],
        "sections": [_section(inner) for inner in section.sections],
    }


def _block(block: Block) -> Json:
    match block:
        case Paragraph(words, anchor, lead):
            return {"kind": "paragraph", "lead": lead, **_said(words, anchor)}
        case Note(words, kind, anchor):
            return {"kind": "note", "note": kind, **_said(words, anchor)}
        case Quotation():
            return _quotation(block)
        case Listing(items, ordered):
            return {"kind": "listing", "ordered": ordered, "items": [_item(it) for it in items]}
        case Facts():
            return {"kind": "facts", "rows": _facts(block)}
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)


def _said(words: Words, anchor: str = "") -> Json:
    return {"words": _words(words), "anchor": anchor, "rtl": right_to_left(plain(words))}


def _quotation(block: Quotation) -> Json:
    return {
        "kind": "quotation",
        "text": _text(block.text),
        "rtl": right_to_left(block.text),
        "by": _words(block.by),
        "place": _words(block.place),
        "anchor": block.anchor,
    }


def _item(item: Item) -> Json:
    return {**_said(item.words, item.anchor), "items": [_item(inner) for inner in item.items]}


def _table(table: Table) -> Json:
    return {
        "kind": "table",
        "caption": _text(table.caption),
        "wide": table.wide,
        "columns": [_text(column.title) for column in table.columns],
        "weights": [column.weight for column in table.columns],
        "rows": [
            {
                "anchor": row.anchor,
                "strong": row.strong,
                "cells": [[_said(line) for line in cell] for cell in row.cells],
            }
            for row in table.rows
        ],
    }


def _figure(figure: Figure) -> Json:
    found = re.search(r'<svg[^>]*\swidth="([0-9.]+)', figure.svg)
    width = (
        float(found[1]) * 0.22 if found else 170.0
    )  # of CSS pixels, a little smaller than theirs
    return {
        "kind": "figure",
        "svg": figure.svg,
        "alt": clean(figure.alt),
        "caption": _text(figure.caption),
        "width": width,
    }
