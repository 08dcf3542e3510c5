"""Where results go: standard output or a file, in colour or plain, whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

import click

from goodoffices.errors import InputError

__all__ = ["Page", "deliver", "deliver_bytes", "page_for"]

_WIDEST = 120  # lines longer than that are hard to read


class Page:
    """What a result is laid out for: how wide, and whether in colour."""

    def __init__(self, width: int, colour: bool) -> None:
        self.width = width
        self.colour = colour


def page_for(target: str | None, narrowest: int = 40) -> Page:
    """Return the page of an output: a file's name, or None or ``-`` for standard output."""
    if target not in (None, "-"):
        return Page(80, colour=False)
    width = shutil.get_terminal_size((80, 24)).columns
    return Page(min(max(width, narrowest), _WIDEST), _coloured(sys.stdout))


def _coloured(stream: IO[str]) -> bool:
    """Tell whether to colour: on a terminal that can, unless NO_COLOR is set (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def deliver(chunks: Iterable[str], target: str | None) -> None:
    """Write a result to standard output, or to a file whole or not at all.

    Raises
    ------
    InputError
        where the file cannot be written; what stood there before still does.
    """
    if target in (None, "-"):
        for chunk in chunks:
            click.echo(chunk, nl=False, color=True)  # what is plain was made plain
        return
    assert target is not None
    deliver_bytes((chunk.encode() for chunk in chunks), target)


def deliver_bytes(chunks: Iterable[bytes], target: str) -> None:
    """Write a result to a file whole or not at all; ``-`` is standard output.

    Raises
    ------
    InputError
        where the file cannot be written; what stood there before still does.
    """
    if target == "-":
        sys.stdout.buffer.writelines(chunks)
        return
    try:
        _write(chunks, Path(os.path.realpath(target)))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{target}: the file cannot be written: {reason}") from None


def _write(chunks: Iterable[bytes], path: Path) -> None:
    """Write beside the file first, to the disk, and then in one step to its name."""
    if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
        with path.open("wb") as device:
            device.writelines(chunks)
        return
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:  # an interruption too leaves nothing behind
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Return the permissions of the file that is replaced, or those of a new one."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
