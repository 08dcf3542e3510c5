"""Changing single values of a file that people write, and adding to its end; all else stays as it is."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from goodoffices.conflict.lines import places
from goodoffices.conflict.splice import CannotSplice, add_key, drop_key, set_value
from goodoffices.errors import InputError, KeyPath

__all__ = ["appended", "with_values"]


def appended(text: str, blocks: str) -> str:
    r"""Return a text with whole tables added at its end, with the line ends it has.

    >>> appended("a = 1", "\n[b]\nc = 2\n")
    'a = 1\n\n[b]\nc = 2\n'
    """
    windows = "\r\n" in text
    before = text if not text or text.endswith("\n") else text + ("\r\n" if windows else "\n")
    return before + (blocks.replace("\n", "\r\n") if windows else blocks)


def with_values(
    text: str, table: KeyPath, values: Mapping[str, str | None], order: Sequence[str], name: str
) -> str:
    """Return a text in which keys of one table have other values.

    Parameters
    ----------
    values : key to its value as TOML, or None to take the key away.
    order : the keys of such a table in their order, for where a new one goes.
    name : what messages call the file.

    Raises
    ------
    InputError
        where the file is laid out so that it can only be changed by hand.
    """
    windows, mark = "\r\n" in text, text.startswith("\ufeff")
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    wanted = _wanted(tomllib.loads(plain), table, values)
    try:
        for key, value in values.items():
            plain = _one(plain, table, key, value, order)
        if tomllib.loads(plain) != wanted:
            raise CannotSplice
    except (CannotSplice, tomllib.TOMLDecodeError, KeyError):
        where = ".".join(str(part) for part in table)
        keys = ", ".join(values)
        raise InputError(
            f"{name}: {where} is written so that {keys} can only be changed by hand; nothing was changed"
        ) from None
    if windows:
        plain = plain.replace("\n", "\r\n")
    return "\ufeff" * mark + plain


def _one(text: str, table: KeyPath, key: str, value: str | None, order: Sequence[str]) -> str:
    there = (*table, key) in places(text)
    if value is None:
        return drop_key(text, (*table, key)) if there else text
    if there:
        return set_value(text, (*table, key), value)
    return add_key(text, table, (key,), value, [(it,) for it in order])


def _wanted(data: dict[str, Any], table: KeyPath, values: Mapping[str, str | None]) -> Any:
    """Return the data as it shall be."""
    wanted = copy.deepcopy(data)
    inner: Any = wanted
    for part in table:
        inner = inner[part]
    for key, value in values.items():
        if value is None:
            inner.pop(key, None)
        else:
            inner[key] = tomllib.loads(f"it = {value}")["it"]
    return wanted
