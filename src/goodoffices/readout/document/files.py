"""A document to a file: in the form its name or the caller says, whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from goodoffices.errors import InputError, UsageError, did_you_mean
from goodoffices.readout.document.model import Document

__all__ = ["FORMATS", "Format", "format_of", "render", "write_document", "write_whole"]

Format: TypeAlias = Literal["html", "pdf", "docx"]
FORMATS: tuple[Format, ...] = get_args(Format)


def format_of(path: str | os.PathLike[str]) -> Format:
    """Return the form that a file's name asks for.

    Raises
    ------
    UsageError
        where the name does not end in one of the forms.

    >>> format_of("readout.pdf")
    'pdf'
    """
    ending = Path(path).suffix.removeprefix(".").lower()
    for known in FORMATS:
        if ending == known:
            return known
    raise UsageError(f"{os.fspath(path)}: no form for '.{ending}'; {did_you_mean(ending, FORMATS)}")


def render(document: Document, format_: Format) -> bytes:
    """Return a document as the bytes of a file.

    Raises
    ------
    UsageError
        for a form that is not known, or whose libraries are not installed.
    """
    match format_:
        case "html":
            from goodoffices.readout.document.html import to_html

            return to_html(document).encode()
        case "pdf":
            from goodoffices.readout.document.pdf import to_pdf

            return to_pdf(document)
        case "docx":
            from goodoffices.readout.document.docx import to_docx

            return to_docx(document)
    raise UsageError(f"no form '{format_}'; {did_you_mean(format_, FORMATS)}")


def write_document(
    document: Document, path: str | os.PathLike[str], format_: Format | None = None
) -> Path:
    """Write a document to a file, whole or not at all; return where it is.

    Raises
    ------
    InputError
        where the file cannot be written; what stood there before is left as it was.
    UsageError
        as `render` and `format_of` do.
    """
    data = render(document, format_ or format_of(path))
    return write_whole(data, path)


def write_whole(data: bytes, path: str | os.PathLike[str]) -> Path:
    """Write bytes beside a file first, to the disk, and then in one step to its name.

    Raises
    ------
    InputError
        where that cannot be done; what stood there before is left as it was.
    """
    target = Path(os.path.realpath(path))  # a link stays a link
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
        temporary = ""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{os.fspath(path)}: the file cannot be written: {reason}") from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
    return Path(path)


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, or those of a new one."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
