"""From a file to the text as stored: encodings, HTML pages, PDF; and what is no report at all."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from goodoffices.errors import InputError, LimitError
from goodoffices.reading.text.decoding import decode
from goodoffices.reading.text.html_page import is_page, read_page
from goodoffices.reading.text.message import is_saved_message, saved_page
from goodoffices.reading.text.pdf_text import pdf_text

MAX_BYTES = 20_000_000
MAX_CHARACTERS = 10_000_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """The text as stored, its title and date where the file states them, and the file's own hash.

    ``captured`` is the day on which a page was saved, where the file says so; ``notes`` tell what of the
    file could not be read as it stands.
    """

    text: str
    file_sha256: str
    format: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    captured: str | None = None
    notes: tuple[str, ...] = ()


def load_report(path: Path) -> Loaded:
    """Read a report from a text file, an HTML page or a PDF.

    Raises InputError where the file cannot be read, is empty or is no text; LimitError where it is too large.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise LimitError(
                f"{path}: {size:,} bytes; reports up to {MAX_BYTES:,} bytes are read. Split the file."
            )
        data = path.read_bytes()
    except (OSError, ValueError) as error:  # the second where a name holds what no name can
        why = getattr(error, "strerror", None) or error
        raise InputError(f"{path}: cannot be read ({why})") from error
    return load_bytes(data, str(path))


def load_bytes(data: bytes, name: str = "report") -> Loaded:
    """Turn the bytes of a report into its text; see :func:`load_report`.

    >>> load_bytes(b"Talks ended.").format
    'text'
    """
    digest = hashlib.sha256(data).hexdigest()
    if data[:1024].lstrip().startswith(b"%PDF"):
        text, notes = pdf_text(data, name)
        return Loaded(text, digest, "pdf", notes=notes)
    label, captured = None, None
    if is_saved_message(data):
        data, label, captured = saved_page(data, name)
    text, notes = decode(data, name, label)
    if is_page(text):
        page = read_page(text, name)
        return Loaded(page.text, digest, "html", *page[1:], captured, notes)
    if not text.strip("\ufeff \t\n\r\f\v\u200b"):
        raise InputError(f"{name}: the file is empty; expected the text of a report")
    return Loaded(text, digest, "text", captured=captured, notes=notes)


def check_length(text: str, name: str = "report") -> None:
    """Raise LimitError for a text longer than reading allows."""
    if len(text) > MAX_CHARACTERS:
        raise LimitError(
            f"{name}: {len(text):,} characters; texts up to {MAX_CHARACTERS:,} are read. Split the text."
        )
