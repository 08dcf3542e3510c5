"""The file that keeps the finished parts of a sweep, so that an interrupted one goes on where it ended.

JSON lines: the first says which sweep it is, each other one holds a part and is written as soon as the
part is there; a last line cut short by a crash is dropped.
"""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goodoffices.errors import InputError

if TYPE_CHECKING:
    from types import TracebackType

    from goodoffices.mediation.sweep import Part

__all__ = ["Kept"]


class Kept:
    """Parts of one sweep in a file; use as a context manager.

    Raises
    ------
    InputError
        where the file cannot be read or written, or holds the parts of another sweep.
    """

    def __init__(self, path: str, fingerprint: str) -> None:
        self.path = Path(path)
        self.parts: dict[int, Part] = {}
        head = {"goodoffices": "sweep", "format": 1, "fingerprint": fingerprint}
        try:
            whole = self._read(head) if self.path.exists() else 0
            self._file = self.path.open("ab")
            self._file.truncate(whole)
            if not whole:
                self._write(head)
        except OSError as error:
            raise InputError(f"{path}: the file cannot be used: {error.strerror}") from None

    def __enter__(self) -> Kept:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def keep(self, number: int, part: Part) -> None:
        """Write a part to the file."""
        import numpy as np

        bits = base64.b64encode(np.packbits(part.holds).tobytes()).decode()
        shape = list(part.holds.shape)
        self._write({"part": number, "counts": part.counts.tolist(), "shape": shape, "holds": bits})
        self.parts[number] = part

    def _write(self, line: dict[str, Any]) -> None:
        self._file.write(json.dumps(line).encode() + b"\n")
        self._file.flush()

    def _read(self, head: dict[str, Any]) -> int:
        """Take in the parts; return how many bytes of the file are whole lines."""
        data = self.path.read_bytes()
        if not data:
            return 0
        whole = data.rfind(b"\n") + 1
        lines = data[:whole].splitlines()
        try:
            first = json.loads(lines[0]) if lines else None
            if first != head:
                raise InputError(
                    f"{self.path}: the file does not belong to this sweep: the model, the concepts, the "
                    "number of changes or the states asked for differ; name another file"
                )
            for line in lines[1:]:
                self._take(json.loads(line))
        except (ValueError, KeyError, TypeError):
            raise InputError(
                f"{self.path}: the file is no kept sweep, or is damaged; name another file"
            ) from None
        return whole

    def _take(self, line: dict[str, Any]) -> None:
        import numpy as np

        from goodoffices.mediation.sweep import Part

        rows, columns = line["shape"]
        bits = np.frombuffer(base64.b64decode(line["holds"]), dtype=np.uint8)
        holds = np.unpackbits(bits, count=rows * columns).astype(bool).reshape(rows, columns)
        self.parts[int(line["part"])] = Part(np.array(line["counts"], dtype=np.int64), holds)
