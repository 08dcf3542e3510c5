"""Documents as data, and the writers that make pages, PDF and Word files of them.

One content, three forms: `Document` says what is to be read; `to_html`, `to_pdf` and `to_docx` say it in the
form asked for, with the same words and numbers. `write_document` writes one to a file, whole or not at all.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from goodoffices.readout.document.model import (
    Block,
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
    Words,
    words,
)

if TYPE_CHECKING:
    from goodoffices.readout.document.docx import to_docx as to_docx
    from goodoffices.readout.document.files import FORMATS as FORMATS
    from goodoffices.readout.document.files import render as render
    from goodoffices.readout.document.files import write_document as write_document
    from goodoffices.readout.document.html import to_html as to_html
    from goodoffices.readout.document.pdf import to_pdf as to_pdf

_HOMES = {
    "FORMATS": "files",
    "render": "files",
    "to_docx": "docx",
    "to_html": "html",
    "to_pdf": "pdf",
    "write_document": "files",
}

__all__ = [
    "FORMATS",
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
    "Table",
    "Words",
    "render",
    "to_docx",
    "to_html",
    "to_pdf",
    "words",
    "write_document",
]


def __getattr__(name: str) -> Any:
    """Import a writer where it lives, when it is asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'goodoffices.readout.document' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
