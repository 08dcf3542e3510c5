"""Changing single values of a file that people write, and adding to its end; all else stays as it is."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from goodoffices.conflict.lines import Place, Places, places
from goodoffices.conflict.splice import CannotSplice, add_key, drop_key, set_value
from goodoffices.errors import InputError, KeyPath

__all__ = ["Edit", "appended", "edited", "with_values"]


@dataclass(frozen=True)
class Edit:
    """Other values for keys of one table: key to its value as TOML, or None to take the key away.

    ``order`` lists the keys of such a table in their order, for where a new one goes.
    """

    table: KeyPath
    values: Mapping[str, str | None]
    order: Sequence[str]


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
    """Return a text in which keys of one table have other values; see `edited`."""
    return edited(text, [Edit(table, values, order)], name)


def edited(text: str, edits: Sequence[Edit], name: str) -> str:
    r"""Return a text with some edits made; ``name`` is what messages call the file.

    Raises
    ------
    InputError
        where the file is laid out so that it can only be changed by hand.

    >>> print(edited("[a]\nx = 1  # one\n", [Edit(("a",), {"x": "2", "y": "3"}, ["x", "y"])], "it"))
    [a]
    x = 2  # one
    y = 3
    <BLANKLINE>
    """
    windows, mark = "\r\n" in text, text.startswith("\ufeff")
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    wanted = _wanted(tomllib.loads(plain), edits)
    for way in (_at_once, _one_by_one):
        try:
            changed = way(plain, edits)
            if tomllib.loads(changed) == wanted:
                break
        except (CannotSplice, tomllib.TOMLDecodeError, KeyError):
            continue
    else:
        where = ", ".join(".".join(str(part) for part in it.table) for it in edits[:3])
        raise InputError(
            f"{name}: {where} is written so that it can only be changed by hand; nothing was changed"
        )
    if windows:
        changed = changed.replace("\n", "\r\n")
    return "\ufeff" * mark + changed


def _wanted(data: dict[str, Any], edits: Sequence[Edit]) -> Any:
    """Return the data as they shall be."""
    wanted = copy.deepcopy(data)
    for edit in edits:
        inner: Any = wanted
        for part in edit.table:
            inner = inner[part]
        for key, value in edit.values.items():
            if value is None:
                inner.pop(key, None)
            else:
                inner[key] = tomllib.loads(f"it = {value}")["it"]
    return wanted


def _at_once(text: str, edits: Sequence[Edit]) -> str:
    """Make all edits with one look at where things stand; for tables with lines of their own."""
    found = places(text)
    pieces: list[tuple[int, int, str]] = []
    for edit in edits:
        if edit.table and (edit.table not in found or found[edit.table].has_value):
            raise CannotSplice
        pieces += _pieces(text, found, edit)
    for start, end, new in sorted(pieces, key=lambda it: it[0], reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _pieces(text: str, found: Places, edit: Edit) -> Iterator[tuple[int, int, str]]:
    """Yield what to put in the place of which characters, for one table."""
    new: dict[int, list[str]] = {}
    for key in sorted(edit.values, key=list(edit.order).index):
        value, place = edit.values[key], found.get((*edit.table, key))
        if place is not None and not place.has_value:
            raise CannotSplice
        if place is not None and value is not None:
            yield place.value, place.end, value
        elif place is not None:
            yield text.rfind("\n", 0, place.start) + 1, _line_end(text, place), ""
        elif value is not None:
            at = _line_end(text, _anchor(found, edit, key))
            new.setdefault(at, []).append(f"{key} = {value}\n")
    for at, lines in new.items():
        yield at, at, ("" if text[:at].endswith("\n") else "\n") + "".join(lines)


def _anchor(found: Places, edit: Edit, key: str) -> Place:
    """Return after what a new key goes: the last key before it in order, or the header of its table."""
    before = edit.order[: list(edit.order).index(key)]
    there = [found[(*edit.table, it)] for it in before if (*edit.table, it) in found]
    own = [it for it in there if it.has_value and it.table == edit.table]
    if own:
        return own[-1]
    if not edit.table:
        raise CannotSplice
    return found[edit.table]


def _line_end(text: str, place: Place) -> int:
    end = text.find("\n", place.end)
    return len(text) if end < 0 else end + 1


def _one_by_one(text: str, edits: Sequence[Edit]) -> str:
    """Make the edits key by key; for tables that are written on one line too."""
    for edit in edits:
        for key, value in edit.values.items():
            path = (*edit.table, key)
            there = path in places(text)
            if value is None:
                text = drop_key(text, path) if there else text
            elif there:
                text = set_value(text, path, value)
            else:
                text = add_key(text, edit.table, (key,), value, [(it,) for it in edit.order])
    return text
