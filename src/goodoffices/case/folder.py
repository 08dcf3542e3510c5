"""The folder of a case on the disk: reading what stands there, and what a broken-off write left.

Nothing is kept open and nothing is written here; `goodoffices.case.write` does that. A write of several
files that was broken off after it had been decided is read as done (`pending`), whether or not the next
writer has finished it yet.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from goodoffices.errors import InputError

__all__ = ["COMMIT", "LARGEST", "OWN", "Folder", "digest"]

OWN = ".goodoffices"
"""The folder in which Good Offices keeps its lock and its journal; it can be deleted when nobody writes."""
COMMIT = f"{OWN}/journal/commit.json"
LARGEST = 50 * 1024 * 1024
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


class Folder:
    """The files of one case, by their paths within it, written with ``/``.

    Parameters
    ----------
    root : the folder.
    called : what messages call it; the path where nothing is given. A case that goes by another name is a
        bundled one, and is not written.
    """

    def __init__(self, root: str | os.PathLike[str], called: str = "") -> None:
        self.root = Path(root)
        self.called = called or str(root)
        self.bundled = bool(called) and called != str(root)

    def name(self, path: str) -> str:
        """Return what messages call a file."""
        return f"{self.called}/{path}" if path else self.called

    @cached_property
    def pending(self) -> dict[str, Path]:
        """Path to staged file of a write that was decided but not carried out to its end."""
        try:
            listed = json.loads((self.root / COMMIT).read_text(encoding="utf-8"))
            return {str(path): self.root / OWN / "journal" / name for path, name in listed.items()}
        except (OSError, ValueError, AttributeError):
            return {}

    def bytes_of(self, path: str) -> bytes:
        """Return a file's bytes.

        Raises
        ------
        FileNotFoundError
            where there is no such file.
        InputError
            where it cannot be read, or is too large to be what it should be.
        """
        for place in (self.pending.get(path), self.root / path):
            if place is None:
                continue
            try:
                if place.stat().st_size > LARGEST:
                    raise InputError(
                        f"{self.name(path)}: larger than {LARGEST // 1024**2} MB; is it part of the case?"
                    )
                return place.read_bytes()
            except FileNotFoundError:
                continue
            except (OSError, ValueError) as error:
                reason = getattr(error, "strerror", None) or str(error)
                raise InputError(f"{self.name(path)}: the file cannot be read: {reason}") from None
        raise FileNotFoundError(path)

    def text_of(self, path: str) -> str:
        """Return a file's text, with its line ends as they are.

        Raises
        ------
        FileNotFoundError
            where there is no such file.
        InputError
            where it cannot be read or is not UTF-8.
        """
        data = self.bytes_of(path)
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            raise InputError(
                f"{self.name(path)}:{line}: not text in UTF-8; save the file with that encoding"
            ) from None

    def ids(self, folder: str, ending: str = ".toml") -> tuple[str, ...]:
        """Return the ids of the files in a folder of the case, in alphabetical order."""
        return tuple(sorted(name for name in self._stems(folder, ending) if _ID.fullmatch(name)))

    def misnamed(self, folder: str, ending: str = ".toml") -> tuple[str, ...]:
        """Return the files of a folder whose names are no ids, so that nothing can refer to them."""
        names = sorted(self._stems(folder, ending))
        return tuple(f"{folder}/{name}{ending}" for name in names if not _ID.fullmatch(name))

    def _stems(self, folder: str, ending: str) -> set[str]:
        found = set(self._listed(folder, ending))
        for path in self.pending:
            where, _, name = path.rpartition("/")
            if where == folder and name.endswith(ending):
                found.add(name.removesuffix(ending))
        return found

    def _listed(self, folder: str, ending: str) -> Iterator[str]:
        try:
            with os.scandir(self.root / folder) as entries:
                for entry in entries:
                    if entry.name.endswith(ending) and not entry.name.startswith("."):
                        yield entry.name.removesuffix(ending)
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            raise InputError(
                f"{self.name(folder)}: the folder cannot be read: {error.strerror}"
            ) from None

    def paths_under(self, folder: str) -> tuple[str, ...]:
        """Return every TOML file below a folder by its path within that folder."""
        base = self.root / folder
        files = {file.relative_to(base).as_posix() for file in base.rglob("*.toml")}
        files |= {
            path.removeprefix(f"{folder}/")
            for path in self.pending
            if path.startswith(f"{folder}/")
        }
        return tuple(sorted(files))

    def under(self, folder: str) -> dict[str, str]:
        """Return every TOML file below a folder as path within that folder to its text."""
        return {path: self.text_of(f"{folder}/{path}") for path in self.paths_under(folder)}
