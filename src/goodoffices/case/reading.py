"""Reading the files of a case one by one, and remembering which are damaged."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from goodoffices.case.folder import Folder, digest
from goodoffices.errors import Fault, FaultsError, GoodOfficesError, InputError
from goodoffices.talks.values import Record

if TYPE_CHECKING:
    from goodoffices.conflict import Conflict
    from goodoffices.talks.talks import Talks

__all__ = ["Files"]

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Files:
    """The files of a case as values, each read when it is first asked for.

    ``damage`` maps the path of every file found damaged so far to what is wrong with it.
    """

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.damage: dict[str, GoodOfficesError] = {}
        self._read: dict[str, object] = {}

    def record(
        self, path: str, shape: type[R], checks: Iterable[Callable[[R], Iterable[Fault]]] = ()
    ) -> R | None:
        """Return what a file holds, or None where there is none or it is damaged."""
        return self._once(path, lambda: self._record(path, shape, tuple(checks)))

    def _record(
        self, path: str, shape: type[R], checks: tuple[Callable[[R], Iterable[Fault]], ...]
    ) -> R:
        text = self.folder.text_of(path).removeprefix("\ufeff")
        try:
            value = shape.model_validate(tomllib.loads(text))
        except (ValueError, RecursionError):
            value = self._slowly(text, path, shape, checks)
        if any(True for check in checks for _ in check(value)):
            value = self._slowly(text, path, shape, checks)
        return value

    def _slowly(
        self,
        text: str,
        path: str,
        shape: type[R],
        checks: tuple[Callable[[R], Iterable[Fault]], ...],
    ) -> R:
        """Read once more, for the faults with their lines."""
        from goodoffices.talks.parse import parse_file

        return parse_file(text, self.folder.name(path), shape, checks)

    def conflict(self, path: str) -> Conflict | None:
        """Return a conflict model, or None where there is none or it is damaged."""
        from goodoffices.conflict.file import parse_conflict

        return self._once(
            path, lambda: parse_conflict(self.folder.text_of(path), self.folder.name(path))
        )

    def talks(self, folder: str) -> Talks | None:
        """Return the talks, or None where there are none or a file of them is damaged."""
        from goodoffices.talks.talks import read_talks

        def read() -> Talks:
            files = self.folder.under(folder)
            if not files:
                raise FileNotFoundError(folder)
            return read_talks(files, self.folder.name(folder))

        return self._once(folder, read)

    def text(self, path: str, sha256: str | None = None) -> str | None:
        """Return a stored text, or None where it is missing or is not what its hash says."""

        def read() -> str:
            try:
                data = self.folder.bytes_of(path)
            except FileNotFoundError:
                raise InputError(
                    f"{self.folder.name(path)}: the text of the source is missing; put it back"
                ) from None
            if sha256 is not None and digest(data) != sha256:
                raise InputError(
                    f"{self.folder.name(path)}: this is not the text that was captured (its sha256 is "
                    "not the one noted); put the stored text back, or add the new one as another source"
                )
            return self.folder.text_of(path)

        return self._once(path, read)

    def _once(self, path: str, read: Callable[[], T]) -> T | None:
        if path not in self._read:
            value: T | None = None
            try:
                value = read()
            except FileNotFoundError:
                pass
            except (InputError, FaultsError) as error:
                self.damage[path] = error
            self._read[path] = value
        return self._read[path]  # type: ignore[return-value]
