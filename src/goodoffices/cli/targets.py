"""Where results may go: never over what they are made of, and into a folder where a folder is named."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from goodoffices.errors import InputError, UsageError

__all__ = ["as_folder", "made_folder", "names_folder", "refuse_folder", "refuse_inputs"]


def names_folder(output: str | None) -> bool:
    """Tell whether an output is a folder: it is one, or is written as one, with a slash at its end."""
    if output in (None, "-"):
        return False
    ends = (os.sep, os.altsep or os.sep)
    return str(output).endswith(ends) or Path(str(output)).is_dir()


def refuse_folder(output: str | None, example: str) -> None:
    """Refuse a folder where one file is written.

    Raises
    ------
    UsageError
        where ``output`` is a folder; it names ``example`` in it.
    """
    if names_folder(output):
        raise UsageError(f"{output} is a folder; name a file in it, such as {_in(output, example)}")


def _in(folder: str | None, name: str) -> Path:
    return Path(str(folder)) / name


def as_folder(output: str) -> Path:
    """Return an output as a folder, which need not be there yet.

    Raises
    ------
    UsageError
        where it is a file.
    """
    folder = Path(output)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{output} is a file; give a folder, or a name that is not there yet")
    return folder


def made_folder(folder: Path) -> Path:
    """Make a folder where it is not there yet.

    Raises
    ------
    InputError
        where it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: the folder cannot be made: {error.strerror}") from None
    return folder


def refuse_inputs(outputs: Iterable[str | Path], inputs: Iterable[str | Path], remedy: str) -> None:
    """Refuse outputs that would be written over an input, by whatever name or link.

    Raises
    ------
    UsageError
        naming the first such output; ``remedy`` says what to do instead.
    """
    known = {key: str(path) for path in inputs if (key := _identity(path)) is not None}
    for output in outputs:
        key = _identity(output)
        if key in known:
            found = known[key]
            also = "" if str(output) == found else f", which is {found}"
            raise UsageError(f"the result would replace {output}{also}, an input; {remedy}")


def _identity(path: str | Path) -> tuple[int, int] | None:
    """Return what tells a file from every other, whatever it is called; None where there is none."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):  # the second where a name holds what no name can
        return None
    return found.st_dev, found.st_ino
