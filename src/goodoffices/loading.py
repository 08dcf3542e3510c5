"""Finding a conflict or a case by what a person calls it: a file, a folder, or a bundled name."""

from __future__ import annotations

from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from goodoffices.conflict import Conflict
from goodoffices.errors import InputError, did_you_mean

if TYPE_CHECKING:
    from goodoffices.case import Case

__all__ = ["load", "load_case"]


def load(model: str | PathLike[str], reading: str | None = None) -> Conflict:
    """Return a conflict.

    Parameters
    ----------
    model : a conflict file; a conflict of a case as CASE/NAME, or as CASE where it has only one; or the name
        of a bundled one such as ``geneva-2014/council``. A file of that name comes first.
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


def load_case(case: str | PathLike[str]) -> Case:
    """Return a case: the folder of one, or the name of a bundled one.

    Raises
    ------
    InputError
        where there is no such case.
    """
    from goodoffices import gallery
    from goodoffices.case import open_case

    name = fspath(case)
    if Path(name).exists():
        return open_case(name)
    known = gallery.cases()
    if name in known:
        return open_case(gallery.case_path(name), called=name)
    raise InputError(f"no folder and no bundled case '{name}'; {did_you_mean(name, known)}")


def _read(model: str) -> Conflict:
    from goodoffices import gallery
    from goodoffices.conflict.file import read_conflict

    path = Path(model)
    if (path / "case.toml").is_file():
        return _only_one(model)
    if path.exists():
        return read_conflict(model)
    if (path.parent / "case.toml").is_file() and not path.suffix:
        case = load_case(path.parent)
        if path.name not in case.conflict_names:
            known = did_you_mean(path.name, case.conflict_names)
            raise InputError(f"{path.parent}: no conflict '{path.name}' in this case; {known}")
        return case.conflict(path.name)
    if model in gallery.names():
        return read_conflict(gallery.path(model), name=model)
    if "/" not in model and "." not in model:
        raise InputError(
            f"no file and no bundled conflict '{model}'; {did_you_mean(model, gallery.names())}"
        )
    if path.suffix:
        return read_conflict(model)  # says which file is missing and which one is near
    raise InputError(
        f"no file and no bundled conflict '{model}'; {did_you_mean(model, gallery.names())}"
    )


def _only_one(folder: str) -> Conflict:
    """Return the conflict of a case that holds just one."""
    case = load_case(folder)
    names = case.conflict_names
    if len(names) != 1:
        found = f"holds {', '.join(names)}" if names else "holds no conflict"
        raise InputError(f"{folder}: this case {found}; name one as {folder}/NAME")
    return case.conflict(names[0])
