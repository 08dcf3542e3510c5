"""Records as TOML: only what says something, in the order of the format, ready to be read by people."""

from __future__ import annotations

import datetime
from typing import Any

from goodoffices.conflict.write import dotted, quoted
from goodoffices.talks.values import Record

__all__ = ["block", "day", "entries", "value"]

_WIDE = 96
_DAYS = ("at", "captured", "date", "known", "made", "published", "since", "until", "written")
"""Keys whose whole days are written as TOML writes them, without quotes."""


def block(header: str, record: Record) -> str:
    """Return a table with its header, such as ``[[statements]]``; a leading blank line parts it."""
    lines = [header, *(f"{key} = {text}" for key, text in entries(record))]
    return "\n" + "\n".join(lines) + "\n"


def entries(record: Record) -> list[tuple[str, str]]:
    """Return the keys of a record that differ from what an absent key means, with their values."""
    found = []
    for name, field in type(record).model_fields.items():
        held = getattr(record, name)
        if field.exclude or (not field.is_required() and held == field.get_default()):
            continue
        words = day(held) if name in _DAYS and isinstance(held, str) else value(held)
        found.append((dotted((field.alias or name,)), words))
    return found


def day(text: str) -> str:
    """Return a date as TOML: a whole day without quotes, anything else as text."""
    return text if _is_day(text) else quoted(text)


def value(held: Any) -> str:
    """Return a value as TOML.

    >>> value("yes"), value(("a", "b")), value(2.0), value(True)
    ('"yes"', '["a", "b"]', '2.0', 'true')
    """
    if isinstance(held, bool):
        return "true" if held else "false"
    if isinstance(held, int | float):
        return repr(held)
    if isinstance(held, str):
        return quoted(held)
    if isinstance(held, Record):
        return "{ " + ", ".join(f"{key} = {text}" for key, text in entries(held)) + " }"
    if isinstance(held, dict):
        pairs = (f"{dotted((key,))} = {value(inner)}" for key, inner in held.items())
        return "{ " + ", ".join(pairs) + " }"
    listed = [value(inner) for inner in held]
    line = f"[{', '.join(listed)}]"
    if len(line) <= _WIDE or not listed:
        return line
    return "[\n" + "".join(f"  {inner},\n" for inner in listed) + "]"


def _is_day(text: object) -> bool:
    """Tell whether a text is a whole day, which TOML writes without quotes."""
    try:
        return isinstance(text, str) and datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
