"""Writing a case: one writer at a time, all of a change or none of it, nothing of others lost.

A change is made inside `writing`. Whoever changes a file reads it there, under the lock, so that what another
process wrote in the meantime is changed and not replaced; a file that somebody's editor saves between reading
and writing is noticed and stops the change. A change of one file is one rename. A change of several is first
written to a journal; once the journal says so, the change counts as made, and whoever opens the case next
carries it out to its end.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from goodoffices.case.folder import COMMIT, OWN, Folder, digest
from goodoffices.errors import InputError, UsageError

__all__ = ["Change", "finish", "writing"]

_PATIENCE = 30.0  # seconds that a writer waits for another one
_PAUSE = 0.05


class Change:
    """What shall be different once the change is made."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.seen: dict[str, str | None] = {}
        self.files: dict[str, bytes] = {}

    def read(self, path: str) -> str | None:
        """Return a file's text as it stands now, or None where there is none.

        Raises
        ------
        InputError
            where it cannot be read.
        """
        if path in self.files:
            return self.files[path].decode("utf-8")
        try:
            data = self.folder.bytes_of(path)
        except FileNotFoundError:
            self.seen[path] = None
            return None
        self.seen[path] = digest(data)
        return self.folder.text_of(path)

    def write(self, path: str, text: str) -> None:
        """Give a file a new text; it has to be read first, so that nothing unseen is replaced."""
        if path not in self.seen and path not in self.files:
            raise RuntimeError(f"{path} is written without having been read")
        self.files[path] = text.encode("utf-8")

    def create(self, path: str, text: str) -> None:
        """Write a file that must not be there yet.

        Raises
        ------
        InputError
            where it is.
        """
        if self.read(path) is not None:
            raise InputError(f"{self.folder.name(path)}: the file is there already")
        self.files[path] = text.encode("utf-8")

    def copy(self, path: str, data: bytes) -> None:
        """Write the bytes of a file that is not there yet."""
        self.seen[path] = None
        self.files[path] = data

    def unchanged(self) -> None:
        """Make sure that nobody changed what was read.

        Raises
        ------
        InputError
            where somebody did; nothing is written then.
        """
        for path in self.files:
            try:
                now: str | None = digest(self.folder.bytes_of(path))
            except FileNotFoundError:
                now = None
            if now != self.seen[path]:
                raise InputError(
                    f"{self.folder.name(path)}: somebody changed the file meanwhile; nothing was "
                    "written, try again"
                )


@contextlib.contextmanager
def writing(folder: Folder) -> Iterator[Change]:
    """Change a case: what is written inside is there afterwards, all of it, or none where it fails.

    Raises
    ------
    InputError
        where the folder cannot be written, another process holds it for too long, or a file was changed
        by somebody else meanwhile.
    UsageError
        where it is a bundled case.
    """
    if folder.bundled:
        raise UsageError(
            f"{folder.called} is a bundled case and stays as it is; make a copy of your own: "
            f"goodoffices case new FOLDER --from {folder.called}"
        )
    try:
        with _locked(folder):
            _roll_forward(folder)
            change = Change(folder)
            yield change
            change.unchanged()
            _carry_out(folder, change.files)
    except OSError as error:
        where = folder.name("") if error.filename is None else str(error.filename)
        raise InputError(f"{where}: the case cannot be written: {error.strerror}") from None


def finish(folder: Folder) -> bool:
    """Carry out a write that was broken off, unless somebody is at it; tell whether nothing is left to do."""
    if not folder.pending:
        return True
    if folder.bundled:
        return False
    try:
        with _locked(folder, patience=0.0):
            _roll_forward(folder)
    except (
        OSError,
        InputError,
    ):  # a folder that only can be read stays as it is, and reads as done
        return False
    return True


def _carry_out(folder: Folder, files: dict[str, bytes]) -> None:
    if len(files) == 1:
        for path, data in files.items():
            _replace(folder, path, data)
    elif files:
        _journal(folder, files)
        _roll_forward(folder)


def _journal(folder: Folder, files: dict[str, bytes]) -> None:
    """Write all files aside, and then, in one step, that they count."""
    journal = (folder.root / COMMIT).parent
    shutil.rmtree(journal, ignore_errors=True)
    journal.mkdir(parents=True)
    names = {}
    for number, (path, data) in enumerate(files.items()):
        names[path] = str(number)
        _durable(journal / str(number), data)
    _durable(journal / "commit.new", json.dumps(names).encode("utf-8"))
    _sync_folder(journal)
    (journal / "commit.new").replace(folder.root / COMMIT)
    _sync_folder(journal)


def _roll_forward(folder: Folder) -> None:
    """Put the files of a decided write in their places; again and again does no harm."""
    folder.__dict__.pop("pending", None)
    pending = folder.pending
    for path, staged in pending.items():
        target = _real(folder.root / path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if staged.exists():
            staged.chmod(_mode(target))
            staged.replace(target)
            _sync_folder(target.parent)
    (folder.root / COMMIT).unlink(missing_ok=True)
    folder.__dict__.pop("pending", None)


def _replace(folder: Folder, path: str, data: bytes) -> None:
    """Write aside first, to the disk, and then in one step to its name."""
    target = _real(folder.root / path)
    target.parent.mkdir(parents=True, exist_ok=True)
    inside = target.is_relative_to(_real(folder.root))
    # what a crash leaves in our own folder the next writer writes over; a link may lead to another disk
    temporary = folder.root / OWN / "one.new" if inside else target.with_name(f".{target.name}.new")
    try:
        _durable(temporary, data)
        temporary.chmod(_mode(target))
        temporary.replace(target)
        _sync_folder(target.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # a link stays a link


def _durable(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    if os.name == "posix":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _mode(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


@contextlib.contextmanager
def _locked(folder: Folder, patience: float | None = None) -> Iterator[None]:
    """Hold the case against other writers; the lock goes with the process, however it ends."""
    own = folder.root / OWN
    if not folder.root.is_dir():
        raise InputError(f"{folder.called}: no such folder")
    own.mkdir(exist_ok=True)
    handle = os.open(own / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        until = time.monotonic() + (_PATIENCE if patience is None else patience)
        while not _take(handle):
            if time.monotonic() >= until:
                raise InputError(
                    f"{folder.called}: another process is writing this case; try again when it is done"
                )
            time.sleep(_PAUSE)
        if not (own / ".gitignore").exists():
            _replace(folder, f"{OWN}/.gitignore", b"*\n")
        yield
    finally:
        os.close(handle)


def _take(handle: int) -> bool:
    """Take the lock of an open file unless somebody has it."""
    try:
        if os.name == "posix":
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:  # pragma: no cover - Windows
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True
