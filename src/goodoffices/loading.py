"""Finding a conflict by what a person calls it: a file, a folder's file, or a bundled name."""

from __future__ import annotations

from os import PathLike, fspath
from pathlib import Path

from goodoffices.conflict import Conflict
from goodoffices.errors import InputError, did_you_mean

__all__ = ["load"]


def load(model: str | PathLike[str], reading: str | None = None) -> Conflict:
    """Return a conflict.

    Parameters
    ----------
    model : a conflict file, or the name of a bundled one such as ``geneva-2014/council``. A file of that
        name comes first.
    reading : the name of a rival reading kept in the file; the main one if none is named.

    Raises
    ------
    InputError
        where there is no such model, or it has faults; a `ConflictError` lists them all.
    UsageError
        where it has no such reading.

    >>> load("geneva-2014/council").title
    'The Council draft...'
    """
    conflict = _read(fspath(model))
    return conflict.with_reading(reading) if reading else conflict


def _read(model: str) -> Conflict:
    from goodoffices import gallery
    from goodoffices.conflict.file import read_conflict

    if Path(model).exists():
        return read_conflict(model)
    if model in gallery.names():
        return read_conflict(gallery.path(model), name=model)
    if "/" not in model and "." not in model:
        raise InputError(
            f"no file and no bundled conflict '{model}'; {did_you_mean(model, gallery.names())}"
        )
    if Path(model).suffix:
        return read_conflict(model)  # says which file is missing and which one is near
    raise InputError(
        f"no file and no bundled conflict '{model}'; {did_you_mean(model, gallery.names())}"
    )
