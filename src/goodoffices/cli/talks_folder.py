"""Finding the talks of a case and its models: a case folder, its talks folder, or a bundled case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from goodoffices.errors import InputError, UsageError, did_you_mean

if TYPE_CHECKING:
    from goodoffices.conflict import Conflict
    from goodoffices.talks.talks import Talks

__all__ = ["bundled", "model_named", "models_of", "open_talks"]

_LARGEST = 10 * 1024 * 1024


def open_talks(case: str) -> Talks:
    """Read the talks of a case.

    Raises
    ------
    InputError
        where there is no such case, a file cannot be read, or has faults; a `TalksError` lists them all.
    """
    from goodoffices.talks.talks import read_talks

    folder = _talks_folder(case)
    files = {}
    for file in sorted(folder.rglob("*.toml")):
        files[file.relative_to(folder).as_posix()] = _text(file)
    return read_talks(files, _called(case, folder))


def _called(case: str, folder: Path) -> str:
    """Return what messages call the folder: what the person called it."""
    return str(folder) if Path(case).exists() else f"{case}/talks"


def bundled() -> tuple[str, ...]:
    """Return the names of the bundled cases that have talks."""
    shelf = _shelf()
    found = (folder.parent.relative_to(shelf) for folder in shelf.rglob("talks") if folder.is_dir())
    return tuple(sorted(name.as_posix() for name in found))


def _shelf() -> Path:
    from importlib.resources import files

    return Path(str(files("goodoffices.gallery")))


def _case_folder(case: str) -> Path:
    path = Path(case)
    if path.exists():
        if not path.is_dir():
            raise InputError(f"{case}: this is a file; name the folder of a case")
        return path.parent if path.name == "talks" else path
    if case in bundled():
        return _shelf() / case
    raise InputError(f"no folder and no bundled case '{case}'; {did_you_mean(case, bundled())}")


def _talks_folder(case: str) -> Path:
    folder = _case_folder(case) / "talks"
    if not folder.is_dir():
        raise InputError(f"{case}: no folder 'talks' in it; the files of the talks go there")
    return folder


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > _LARGEST:
            raise InputError(
                f"{file}: larger than {_LARGEST // 1024**2} MB; is it a file of talks?"
            )
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{file}: not text in UTF-8; save it with that encoding") from None
    except OSError as error:
        raise InputError(f"{file}: the file cannot be read: {error.strerror}") from None


def _model_files(case: str) -> Iterator[tuple[str, Path]]:
    folder = _case_folder(case)
    for place in (folder / "conflicts", folder):
        for file in sorted(place.glob("*.toml")) if place.is_dir() else ():
            if file.name != "case.toml":
                yield file.stem, file


def models_of(case: str) -> Mapping[str, Conflict]:
    """Read the conflict models of a case, by name.

    Raises
    ------
    InputError
        where one cannot be read.
    """
    from goodoffices.conflict.file import read_conflict

    return {name: read_conflict(file, name=f"{case}/{name}") for name, file in _model_files(case)}


def model_named(case: str, name: str) -> Conflict:
    """Read one conflict model of a case.

    Raises
    ------
    UsageError
        where the case has none of that name.
    """
    from goodoffices.conflict.file import read_conflict

    files = dict(_model_files(case))
    if name not in files:
        raise UsageError(f"{case} has no model '{name}'; {did_you_mean(name, files)}")
    return read_conflict(files[name], name=f"{case}/{name}")
