"""Small changes to a TOML text that leave everything else in it as it was written.

Each function takes a text and gives a new one. What cannot be done without writing a larger part anew
raises `CannotSplice`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from goodoffices.conflict.lines import Place, Places, places
from goodoffices.conflict.write import dotted
from goodoffices.errors import KeyPath

__all__ = ["CannotSplice", "add_key", "drop_key", "order_keys", "set_elements", "set_value"]


class CannotSplice(Exception):  # noqa: N818 - never leaves this package
    """The text is laid out so that this change needs more than a splice."""


def set_value(text: str, path: KeyPath, value: str) -> str:
    """Put another value in the place of one that is written."""
    place = places(text)[path]
    if not place.has_value:
        raise CannotSplice
    return text[: place.value] + value + text[place.end :]


def drop_key(text: str, path: KeyPath) -> str:
    """Take a key away with its value and the remark behind it."""
    found = places(text)
    if _inline(found, path[:-1]):
        return _drop_inline(text, found, path)
    for start, end in reversed(_statements(text, found, path)):
        text = text[:start] + text[end:]
    return text


def add_key(
    text: str, table: KeyPath, key: tuple[str, ...], value: str, order: Sequence[tuple[str, ...]]
) -> str:
    """Add a key to a table.

    Parameters
    ----------
    table : path of the table.
    key : the key, of one part or two.
    order : the keys of the table in the order in which they belong; where the key goes.
    """
    found = places(text)
    path: KeyPath = (*table, *key)
    for holder in (path[:-1], table):
        if _inline(found, holder):
            return _add_inline(text, found, holder, dotted(_words(path[len(holder) :])), value)
    position = list(order).index(key)
    alike = [other for other in order if other[:-1] == key[:-1] and (*table, *other) in found]
    before = [other for other in alike if list(order).index(other) < position]
    if before:
        return _add_after(text, found, (*table, *before[-1]), path, value)
    if alike:
        return _add_before(text, found, (*table, *alike[0]), path, value)
    if len(key) > 1 and path[:-1] in found and found[path[:-1]].table == path[:-1]:
        return _add_after_header(text, found, path[:-1], path, value)
    direct = [
        other
        for other in list(order)[:position]
        if (*table, *other) in found and found[(*table, *other)].table == table
    ]
    if direct:
        return _add_after(text, found, (*table, *direct[-1]), path, value)
    return _add_after_header(text, found, table, path, value)


def order_keys(text: str, table: KeyPath, keys: Sequence[tuple[str, ...]]) -> str:
    """Put keys of one table in the given order, each with its line's remark, in the places they take."""
    found = places(text)
    ranges = []
    for key in keys:
        path: KeyPath = (*table, *key)
        if _inline(found, path[:-1]):
            raise CannotSplice
        lines = _statements(text, found, path)
        if len(lines) != 1:
            raise CannotSplice
        ranges.append(lines[0])
    chunks = [text[start:end].rstrip("\n") + "\n" for start, end in ranges]
    for (start, end), chunk in sorted(
        zip(sorted(ranges), chunks, strict=True), key=lambda slot: slot[0], reverse=True
    ):
        text = text[:start] + chunk + text[end:]
    return text


def set_elements(
    text: str, path: KeyPath, old: Sequence[str], new: Sequence[str], kept: Sequence[int | None]
) -> str:
    """Change a list element by element.

    Parameters
    ----------
    old, new : the elements as TOML, before and after.
    kept : per new element the position of the old one it continues, with its remarks, or None.
    """
    found = places(text)
    place = found[path]
    if not place.has_value or text[place.value] != "[":
        raise CannotSplice
    elements, closing = _elements(text, found, path, len(old))
    if not elements:
        body = "".join(f"\n  {value}," for value in new)
        return text[: place.value + 1] + body + ("\n" if new else "") + text[place.end - 1 :]
    many_lines = "\n" in text[place.value : place.end]
    inner = _arranged(elements, closing, old, new, kept, many_lines=many_lines)
    return text[: place.value + 1] + inner + text[place.end - 1 :]


@dataclass(frozen=True)
class _Element:
    """An element of a list: what stands before it, its text, and the remark on its last line."""

    lead: str
    value: str
    remark: str


def _elements(text: str, found: Places, path: KeyPath, number: int) -> tuple[list[_Element], str]:
    """Cut a list into its elements; return them with what stands before the closing bracket."""
    whole = found[path]
    at, made = whole.value + 1, []
    for k in range(number):
        place = found[(*path, k)]
        lead = text[at : place.start]
        at, comma, remark = place.end, False, ""
        while True:
            if match := re.compile(r"[ \t]*(#[^\n]*)").match(text, at):
                remark, at = remark + match[0], match.end()
            if comma or not (match := re.compile(r"\s*,").match(text, at)):
                break
            comma, at = True, match.end()
        made.append(_Element(lead, text[place.start : place.end], remark))
    return made, text[at : whole.end - 1]


def _arranged(
    elements: list[_Element],
    closing: str,
    old: Sequence[str],
    new: Sequence[str],
    kept: Sequence[int | None],
    *,
    many_lines: bool,
) -> str:
    """Write the elements of a list in their new order, each with its remarks."""
    blank = _blank(elements[-1].lead if len(elements) > 1 else elements[0].lead)
    orphans = _orphans(elements, kept)
    parts: list[str] = []
    for k, (value, origin) in enumerate(zip(new, kept, strict=True)):
        if origin is None:
            element = _Element(blank if many_lines or k else "", value, "")
        else:
            was = elements[origin]
            element = was if old[origin] == value else replace(was, value=value)
            element = replace(element, lead=orphans.pop(origin, "") + element.lead)
        if parts and "#" in parts[-1].rpartition("\n")[2] and "\n" not in element.lead:
            element = replace(element, lead="\n  ")  # nothing can follow a remark on its line
        if not many_lines and not element.lead.strip():
            element = replace(element, lead=" " if k else elements[0].lead)
        comma = "," if many_lines or k + 1 < len(new) else ""
        parts.append(element.lead + element.value + comma + element.remark)
    tail = "".join(orphans.values()) + closing
    if many_lines and "\n" not in tail and (not new or "\n" in blank or "#" in parts[-1]):
        tail = "\n" + tail.lstrip(" \t")
    return "".join(parts) + tail


def _blank(lead: str) -> str:
    """Return the line end and indent, or the space, that a lead ends with."""
    if "\n" not in lead:
        return lead if lead.strip() == "" and lead else " "
    return "\n" + lead[lead.rfind("\n") + 1 :]


def _orphans(elements: list[_Element], kept: Sequence[int | None]) -> dict[int, str]:
    """Give the remark lines above an element that goes to the next one that stays, -1 for the end."""
    given: dict[int, str] = {}
    waiting = ""
    for k, element in enumerate(elements):
        if k in kept:
            if waiting:
                given[k] = waiting
            waiting = ""
        elif "#" in element.lead:
            waiting += element.lead[: element.lead.rfind("\n")] if "\n" in element.lead else ""
    if waiting:
        given[-1] = waiting
    return given


def _words(path: KeyPath) -> tuple[str, ...]:
    return tuple(str(part) for part in path)


def _inline(found: Places, path: KeyPath) -> bool:
    """Tell whether a table is written between { and }."""
    return path in found and found[path].has_value


def _drop_inline(text: str, found: Places, path: KeyPath) -> str:
    """Take a key and its comma out of a table written between { and }."""
    holder = found[path[:-1]]
    keys = sorted(
        {
            place.start: place
            for at, place in found.items()
            if at[: len(path) - 1] == path[:-1] and len(at) == len(path)
        }.values(),
        key=lambda place: place.start,
    )
    place = found[path]
    k = keys.index(place)
    if not place.has_value:
        raise CannotSplice
    if k + 1 < len(keys):
        return text[: place.start] + text[keys[k + 1].start :]
    if k:
        return text[: keys[k - 1].end] + text[place.end :]
    return text[: holder.value] + "{}" + text[holder.end :]


def _add_inline(text: str, found: Places, holder: KeyPath, key: str, value: str) -> str:
    place = found[holder]
    inside = text[place.value + 1 : place.end - 1].rstrip()
    if not inside.strip():
        return text[: place.value] + f"{{ {key} = {value} }}" + text[place.end :]
    if "\n" in inside and "#" in inside:
        raise CannotSplice
    return text[: place.value + 1] + f"{inside}, {key} = {value} }}" + text[place.end :]


def _statements(text: str, found: Places, path: KeyPath) -> list[tuple[int, int]]:
    """Return the whole lines of every key that begins with a path, in order."""
    ranges: list[tuple[int, int]] = []
    for at, place in found.items():
        if at[: len(path)] != path:
            continue
        if place.table[: len(path)] == path:
            raise CannotSplice  # it has a header of its own
        if place.has_value and not any(_inline(found, at[:n]) for n in range(len(path), len(at))):
            ranges.append((_line_start(text, place), _line_end(text, place)))
    if not ranges:
        raise CannotSplice
    return sorted(ranges)


def _line_start(text: str, place: Place) -> int:
    return text.rfind("\n", 0, place.start) + 1


def _line_end(text: str, place: Place) -> int:
    end = text.find("\n", place.end)
    return len(text) if end < 0 else end + 1


def _relative(found: Places, anchor: KeyPath, path: KeyPath) -> str:
    """Write a key as it has to stand beside another one."""
    table = found[anchor].table
    if path[: len(table)] != table:
        raise CannotSplice
    return dotted(_words(path[len(table) :]))


def _add_after(text: str, found: Places, anchor: KeyPath, path: KeyPath, value: str) -> str:
    start, end = _statements(text, found, anchor)[-1]
    indent = text[start:][: len(text[start:]) - len(text[start:].lstrip(" \t"))]
    line = f"{indent}{_relative(found, anchor, path)} = {value}\n"
    before = text[:end] if text[:end].endswith("\n") else text[:end] + "\n"
    return before + line + text[end:]


def _add_before(text: str, found: Places, anchor: KeyPath, path: KeyPath, value: str) -> str:
    start = _statements(text, found, anchor)[0][0]
    return text[:start] + f"{_relative(found, anchor, path)} = {value}\n" + text[start:]


def _add_after_header(text: str, found: Places, table: KeyPath, path: KeyPath, value: str) -> str:
    if table not in found or found[table].table != table:
        raise CannotSplice
    end = _line_end(text, found[table])
    before = text[:end] if text[:end].endswith("\n") else text[:end] + "\n"
    return before + f"{dotted(_words(path[len(table) :]))} = {value}\n" + text[end:]
