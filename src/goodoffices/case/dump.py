"""Records as TOML: only what says something, in the order of the format, ready to be read by people."""

from __future__ import annotations

import datetime
from typing import Any

from goodoffices.conflict.write import dotted, quoted
from goodoffices.talks.values import Record

__all__ = ["block", "entries", "value"]

_WIDE = 96


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
        found.append((dotted((field.alias or name,)), value(held)))
    return found


def value(held: Any) -> str:
    """Return a value as TOML.

    >>> value("2014-02-11"), value(("a", "b")), value(2.0), value(True)
    ('2014-02-11', '["a", "b"]', '2.0', 'true')
    """
    if isinstance(held, bool):
        return "true" if held else "false"
    if isinstance(held, int | float):
        return repr(held)
    if isinstance(held, str):
        return held if _is_day(held) else quoted(held)
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


def _is_day(text: str) -> bool:
    """Tell whether a text is a whole day, which TOML writes without quotes."""
    try:
        return len(text) == 10 and datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
