"""Reading a conflict file, ours or a `.gmcr` file: one clear line for everything wrong with it, all at once.

The order is that of a careful reader: can the file be read at all, is it TOML, are the keys the
format's, do the statements parse, do the parts fit together, and are the states what the file says.
"""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from goodoffices.conflict.lines import Places, places
from goodoffices.conflict.model import Conflict, Origin
from goodoffices.errors import ConflictError, Fault, InputError, LimitError, did_you_mean, nearest

__all__ = ["LARGEST", "in_file_order", "parse_conflict", "read_conflict", "read_toml"]

LARGEST = 10 * 1024 * 1024
"""The largest conflict file that is read, in bytes; the largest known are a few dozen kilobytes."""

_LISTED = 20  # options up to which the states are listed and checked while reading


def read_conflict(
    source: str | os.PathLike[str] | BinaryIO, *, name: str | None = None
) -> Conflict:
    """Read a conflict file.

    Parameters
    ----------
    source : the path of the file, or a file opened for reading bytes.
    name : what messages call the file; its path where nothing is given.

    Raises
    ------
    InputError
        where there is no readable file, it is too large, empty or not text in UTF-8.
    ConflictError
        with every fault found in it, each with its line.
    """
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        called = name or str(path)
        data = _bytes_of(path, called)
    else:
        called = name or str(getattr(source, "name", "") or "the file")
        data = source.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise InputError(_too_large(called, f"more than {LARGEST // 1024**2} MB"))
    origin = Origin(called, hashlib.sha256(data).hexdigest())
    return _parse(_text_of(data, called), origin)


def parse_conflict(text: str, name: str = "the text") -> Conflict:
    r"""Read a conflict from the text of a conflict file.

    Raises
    ------
    ConflictError
        with every fault found, each with its line.

    >>> dm = "decision_makers.one = { options.a = 'act', preferences = ['a'] }"
    >>> parse_conflict(f"format = 1\ntitle = 'A toy'\n{dm}").options[0].text
    'act'
    """
    data = text.encode("utf-8", "surrogatepass")
    return _parse(_text_of(data, name), Origin(name, hashlib.sha256(data).hexdigest()))


def _bytes_of(path: Path, called: str) -> bytes:
    try:
        if path.is_dir():
            raise InputError(f"{called}: this is a folder; name a conflict file (.toml) in it")
        size = path.stat().st_size
        if size > LARGEST:
            raise InputError(_too_large(called, f"{size / 1024**2:,.0f} MB"))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise InputError(f"{called}: no such file{_neighbour(path)}") from None
    except PermissionError:
        raise InputError(f"{called}: the file may not be read; ask its owner for access") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{called}: the file cannot be read: {reason}") from None
    if len(data) > LARGEST:
        raise InputError(_too_large(called, f"more than {LARGEST // 1024**2} MB"))
    return data


def _too_large(called: str, size: str) -> str:
    return (
        f"{called}: the file holds {size}, and conflict files up to {LARGEST // 1024**2} MB are "
        "read; is it a conflict file?"
    )


def _neighbour(path: Path) -> str:
    """Name the file of that folder that was perhaps meant."""
    folder = path.parent
    try:
        if not folder.is_dir():
            return f"; there is no folder {folder} either"
        known = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    except (OSError, ValueError):
        return ""
    close = nearest(path.name, known)
    if close:
        return f"; did you mean '{folder / close}'?"
    models = [file for file in known if file.endswith((".toml", ".gmcr"))]
    return f"; {did_you_mean(path.name, models)}" if models else ""


def _text_of(data: bytes, called: str) -> str:
    """Decode a file's bytes, with or without a byte order mark."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        raise InputError(
            f"{called}:{line}: byte 0x{data[error.start]:02x} (no. {column} of the line) is not "
            "text in UTF-8; save the file with the encoding UTF-8"
        ) from None
    if not text.strip():
        raise InputError(
            f"{called}: the file is empty; 'goodoffices new' writes a file to start from"
        )
    return text


def _parse(text: str, origin: Origin) -> Conflict:
    if text.lstrip()[:1] == "{" or origin.name.lower().endswith(".gmcr"):  # TOML begins otherwise
        from goodoffices.conflict.gmcr import parse_gmcr

        found = parse_gmcr(text, origin.name)
        return replace(
            found, origin=replace(origin, notes=found.origin.notes if found.origin else ())
        )
    from goodoffices.conflict.convert import to_conflict
    from goodoffices.conflict.shapes import shape_of

    data, where = read_toml(text, origin.name)
    shape, faults, names_lost = shape_of(data)
    conflict = None
    if shape is not None:
        conflict, more = to_conflict(shape, origin, mended=bool(faults))
        faults += [fault for fault in more if not (names_lost and _about_names(fault))]
    if conflict is not None and not faults:
        faults += _state_faults(conflict)
    if faults:
        raise ConflictError(in_file_order(faults, where), origin.name)
    if conflict is None:  # cannot be: without faults there is a conflict
        raise ConflictError([Fault("the file cannot be read")], origin.name)
    return conflict


_AT = re.compile(
    r"(?P<what>.*?) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)"
)


def read_toml(text: str, called: str) -> tuple[dict[str, Any], Places]:
    """Return the data of a TOML text and where each part of it stands.

    Raises
    ------
    ConflictError
        where it is not TOML, with line and column; ``called`` is what the message calls the text.
    """
    try:
        return tomllib.loads(text), places(text)
    except RecursionError:
        fault = Fault("not readable: values are nested too deeply")
    except ValueError as error:
        fault = _toml_fault(str(error), text)
    raise ConflictError([fault], called) from None


def _toml_fault(message: str, text: str) -> Fault:
    """Say where a text stops being TOML, with the line and a caret under the place."""
    at = _AT.match(message)
    if at is None:
        return Fault(f"this is not TOML: {message}")
    lines = text.split("\n")
    line = int(at["line"] or len(lines))
    column = int(at["column"] or len(lines[-1]) + 1)
    found = lines[line - 1].rstrip("\r")
    detail = f"    {found}\n    {' ' * (column - 1)}^" if len(found) <= 100 else ""
    reason = at["what"][:1].lower() + at["what"][1:]
    return Fault(
        f"this is not TOML: {reason} (column {column}){_help(reason)}", line=line, detail=detail
    )


def _help(reason: str) -> str:
    if reason.startswith("invalid value"):
        return "; text needs quotes"
    if "overwrite" in reason or "twice" in reason or "already" in reason:
        return "; the same key stands twice: each id may be given once"
    return ""


_ABOUT_NAMES = (
    "is no option",
    "no state '",
    "is no state",
    "nobody decides",
    "no evidence '",
    "no decision maker '",
)


def _about_names(fault: Fault) -> bool:
    """Tell whether a fault may follow only from another one that took names away."""
    return any(words in fault.message for words in _ABOUT_NAMES)


def _state_faults(conflict: Conflict) -> list[Fault]:
    """Check what only the states can tell, where there are few enough to list."""
    if len(conflict.options) > _LISTED:
        return []
    faults: list[Fault] = []
    try:
        _ = conflict.states
    except ConflictError as error:
        faults += error.faults
    except LimitError:
        return []
    return faults


def in_file_order(faults: list[Fault], where: Places) -> list[Fault]:
    """Give each fault its line, the line of that very entry, and sort by it."""
    placed = [
        Fault(fault.message, fault.path, fault.line or where.line(fault.path), fault.detail)
        for fault in faults
    ]
    return sorted(placed, key=lambda fault: fault.line or 0)
