"""Values of a `.gmcr` file, checked one by one: what is wrong with them gathers as faults."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from goodoffices.errors import ConflictError, Fault, KeyPath

__all__ = ["Values", "decoded", "described"]

_SHOWN = 40  # characters of a faulty value shown


def decoded(text: str, called: str) -> dict[str, Any]:
    """Return the object that a text holds.

    Raises
    ------
    ConflictError
        where it is not JSON, not an object, or a key stands twice in one object.
    """
    twice: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(items)
        if len(found) < len(items):
            keys = [key for key, _ in items]
            twice.extend(key for k, key in enumerate(keys) if key in keys[:k])
        return found

    fault = None
    try:
        data = json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        found = text.split("\n")[error.lineno - 1].rstrip("\r")
        at = error.colno - 1
        shown = found[max(0, at - _SHOWN) : at + _SHOWN]
        detail = f"    {shown}\n    {' ' * min(at, _SHOWN)}^"
        what = error.msg[:1].lower() + error.msg[1:]
        fault = Fault(
            f"this is not JSON: {what} (column {error.colno})", line=error.lineno, detail=detail
        )
    except (RecursionError, ValueError):
        fault = Fault("not readable: values are nested too deeply, or a number is too long")
    else:
        if not isinstance(data, dict):
            fault = Fault(f"expected an object in {{ }}, found {described(data)}")
        elif twice:
            fault = Fault(f"the key '{twice[0]}' stands twice in one object; leave one out")
    if fault:
        raise ConflictError([fault], called)
    return data  # type: ignore[no-any-return]


def described(value: Any) -> str:
    """Say what a value is, shortly."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "an object { }"
    if isinstance(value, list):
        return f"a list of {len(value)}" if value else "an empty list"
    text = _clean(json.dumps(value, ensure_ascii=False))
    kind = "the text" if isinstance(value, str) else "the number"
    return f"{kind} {text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}"


class Values:
    """Takes values apart; each method returns what can be used and blames what cannot."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def blame(self, message: str, path: KeyPath) -> None:
        """Note a fault."""
        self.faults.append(Fault(message, path))

    def list(
        self, data: dict[str, Any], key: str, path: KeyPath, *, needed: bool = True
    ) -> list[Any]:
        """Return the list under a key."""
        if key not in data:
            if needed:
                self.blame(f"'{key}' is missing; expected a list, [] for none", path)
            return []
        if isinstance(data[key], list):
            return data[key]  # type: ignore[no-any-return]
        self.blame(f"expected a list in [ ], found {described(data[key])}", (*path, key))
        return []

    def objects(
        self, data: dict[str, Any], key: str, path: KeyPath = ()
    ) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
        """Yield the objects of the list under a key, each with its path."""
        for k, item in enumerate(self.list(data, key, path)):
            here = (*path, key, k)
            if not isinstance(item, dict):
                self.blame(f"expected an object in {{ }}, found {described(item)}", here)
            yield here, item if isinstance(item, dict) else {}

    def text(self, data: dict[str, Any], key: str, path: KeyPath) -> str:
        """Return the text under a key."""
        if not data:
            return ""  # the object itself has been blamed
        if isinstance(data.get(key), str):
            return _clean(data[key])
        found = f"found {described(data[key])}" if key in data else "found none"
        self.blame(f"expected text under '{key}', {found}", path)
        return ""

    def index(self, value: Any, path: KeyPath, count: int, what: str) -> int | None:
        """Return a position from 0, which may be written as text of digits."""
        number = value
        if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit():
            number = int(value[:20])
        if isinstance(number, bool) or not isinstance(number, int):
            article = "an" if what[0] in "aeio" else "a"
            self.blame(
                f"expected the position of {article} {what}, from 0, found {described(value)}", path
            )
            return None
        if not 0 <= number < count:
            known = f"positions go from 0 to {count - 1}" if count else f"there is no {what}"
            self.blame(f"no {what} {number}; {known}", path)
            return None
        return number


def _clean(text: str) -> str:
    """Leave out half surrogates, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
