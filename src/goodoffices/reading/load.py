"""From a file to the text as stored: encodings, HTML pages, PDF; and what is no report at all."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from goodoffices.errors import InputError, LimitError
from goodoffices.reading.parser import INSTALL

MAX_BYTES = 20_000_000
MAX_CHARACTERS = 10_000_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """The text as stored, its title and date where the file states them, and the file's own hash."""

    text: str
    file_sha256: str
    format: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None


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
        return Loaded(_pdf_text(data, name), digest, "pdf")
    text = _decode(data, name)
    if re.search(r"(?is)<!doctype\s+html|<html\b|<body\b|<article\b", text[:4000]):
        return _from_html(text, digest, name)
    if not text.strip("\ufeff \t\n\r\f\v\u200b"):
        raise InputError(f"{name}: the file is empty; expected the text of a report")
    return Loaded(text, digest, "text")


def check_length(text: str, name: str = "report") -> None:
    """Raise LimitError for a text longer than reading allows."""
    if len(text) > MAX_CHARACTERS:
        raise LimitError(
            f"{name}: {len(text):,} characters; texts up to {MAX_CHARACTERS:,} are read. Split the text."
        )


def _decode(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8")  # a byte order mark stays: offsets count it
        except UnicodeDecodeError:
            if _binary(data):
                raise InputError(
                    f"{name}: this is a binary file, not the text of a report; give text, HTML or PDF"
                ) from None
            text = _by_declaration(data) or data.decode("cp1252", "replace")
            if _garbled(text):
                raise InputError(
                    f"{name}: neither UTF-8 nor a Western encoding; save it as UTF-8"
                ) from None
    if _binary(data) and text.count("\0") > len(text) // 100:
        raise InputError(
            f"{name}: this is a binary file, not the text of a report; give text, HTML or PDF"
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


_DECLARED = re.compile(
    rb"""(?i)<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)"""
)


def _by_declaration(data: bytes) -> str | None:
    """The text in the encoding that a page of HTML states of itself."""
    stated = _DECLARED.search(data, 0, 4096)
    if stated is None:
        return None
    try:
        return data.decode(stated.group(1).decode("ascii"), "replace")
    except LookupError:
        return None


def _garbled(text: str) -> bool:
    """Letters of a Western text are mostly plain; of another alphabet read as Western, mostly not."""
    letters = [
        ch for ch in text[:20000] if ch.isalpha() or ch == "\ufffd" or "\x80" <= ch <= "\xbf"
    ]
    strange = sum("\x80" <= ch <= "\xff" or ch == "\ufffd" for ch in letters)
    return len(letters) >= 40 and strange > len(letters) * 0.4


def _binary(data: bytes) -> bool:
    sample = data[:65536]
    control = sum(b < 9 or 13 < b < 32 for b in sample)
    return control > len(sample) * 0.02


def _pdf_text(data: bytes, name: str) -> str:
    import io
    import logging

    try:
        from pypdf import PdfReader
    except ImportError as missing:
        raise InputError(f"{name}: {INSTALL} (PDF files need pypdf)") from missing
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(
                f"{name}: this PDF is protected by a password; save a copy without one, or its text"
            )
        text = "\n\n".join((page.extract_text() or "").strip() for page in reader.pages)
    except InputError:
        raise
    except Exception as error:  # a damaged PDF can fail anywhere inside the library
        raise InputError(
            f"{name}: this PDF cannot be read ({type(error).__name__}); save its text instead"
        ) from error
    if not text.strip():
        raise InputError(
            f"{name}: this PDF holds no text (scanned pages?); run text recognition on it first"
        )
    return text


def _from_html(page: str, digest: str, name: str) -> Loaded:
    try:
        import trafilatura
    except ImportError as missing:
        raise InputError(f"{name}: {INSTALL} (HTML pages need trafilatura)") from missing
    text = title = published = publisher = None
    try:
        text = trafilatura.extract(
            page, include_comments=False, include_tables=False, favor_recall=True
        )
        facts = trafilatura.extract_metadata(page)
        if facts is not None:
            title, published, publisher = facts.title, facts.date, facts.sitename
    except Exception as error:  # a broken page can fail anywhere inside the library
        raise InputError(
            f"{name}: this page cannot be read ({type(error).__name__}); save its text instead"
        ) from error
    if not text:
        text = _strip_tags(page)
    if not text.strip():
        raise InputError(f"{name}: no text found on this page; save the report as plain text")
    return Loaded(text, digest, "html", title, published, publisher)


def _strip_tags(page: str) -> str:
    import html

    page = re.sub(r"(?is)<(script|style|nav|footer|header)\b.*?</\1>", " ", page)
    page = re.sub(r"(?i)</?(?:p|div|br|li|h\d|tr|article|section)\b[^>]*>", "\n", page)
    text = html.unescape(re.sub(r"<[^>]+>", "", page))
    return re.sub(r"\n\s*\n+", "\n\n", text).strip()
