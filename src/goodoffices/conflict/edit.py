"""Editing a conflict file in place: only what differs is written; remarks and order are the person's.

Two layouts are compared, that of the conflict as the file has it and that of the conflict as it shall
be. Tables are added, dropped and moved as blocks of lines, keys and list elements are spliced. A remark
goes with the line or the block it belongs to.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from goodoffices.conflict.file import parse_conflict, read_conflict
from goodoffices.conflict.lines import places
from goodoffices.conflict.model import Conflict
from goodoffices.conflict.splice import (
    CannotSplice,
    add_key,
    drop_key,
    order_keys,
    set_elements,
    set_value,
)
from goodoffices.conflict.write import Entry, Section, dump_conflict, layout, save_text
from goodoffices.errors import ConflictError, KeyPath

__all__ = ["update_file", "update_text"]

_ORDER = (
    "",
    "reading",
    "states",
    "decision_makers",
    "derived",
    "feasibility",
    "forbidden_moves",
    "evidence",
    "rival_readings",
)
_ARRAYS = ("feasibility", "forbidden_moves")  # of tables, without ids of their own
_ALIKE = 0.6  # how alike two elements must be for one to count as the other one changed


def update_text(text: str, conflict: Conflict) -> str:
    r"""Change the text of a conflict file so that it reads as the given conflict.

    What says the same in both stays as it is written, with its remarks. A file laid out so that it cannot
    be changed piece by piece is written anew.

    Raises
    ------
    ConflictError
        where the text is no well-formed conflict file to begin with.

    >>> from dataclasses import replace
    >>> text = "format = 1 # the first\ntitle = 'A toy' # ours\n[decision_makers.a]\npreferences = []\n"
    >>> print(update_text(text, replace(parse_conflict(text), title="A game")))
    format = 1 # the first
    title = "A game" # ours
    [decision_makers.a]
    preferences = []
    """
    before = parse_conflict(text)
    if before == conflict:
        return text
    try:
        edited = _spliced(text, layout(before), layout(conflict))
        if parse_conflict(edited) == conflict:
            return edited
    except (CannotSplice, ConflictError):
        pass
    return dump_conflict(conflict)


def update_file(path: str | os.PathLike[str], conflict: Conflict) -> None:
    """Change a conflict file in place, whole or not at all.

    Raises
    ------
    InputError
        where the file cannot be read or written; what stood there before still does.
    """
    read_conflict(path)
    text = Path(path).read_bytes().decode("utf-8")
    save_text(update_text(text, conflict), path)


def _spliced(text: str, before: list[Section], after: list[Section]) -> str:
    """Return the text with every difference between two layouts written into it."""
    windows, mark = "\r\n" in text, text.startswith("\ufeff")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    text, pairs = _sections(text, before, after)
    for old, new in pairs:
        text = _entries(text, old, new)
    if windows:
        text = text.replace("\n", "\r\n")
    return "\ufeff" * mark + text


def _sections(
    text: str, before: list[Section], after: list[Section]
) -> tuple[str, list[tuple[Section, Section]]]:
    """Add, drop and move whole tables; return the text and the pairs of tables still to compare."""
    pairs: list[tuple[Section, Section]] = []
    for group in _ORDER:
        old = [it for it in before if (it.path[:1] or ("",))[0] == group]
        new = [it for it in after if (it.path[:1] or ("",))[0] == group]
        held = places(text).get((group,))
        if group in _ARRAYS and held and held.has_value:
            text = _inline_entries(text, (group,), old, new)
            continue
        kept = _kept_sections(group, old, new)
        text = _tables(text, group, old, new, kept)
        pairs += [(old[k], it) for it, k in zip(new, kept, strict=True) if k is not None]
    return text, pairs


def _kept_sections(group: str, old: list[Section], new: list[Section]) -> list[int | None]:
    if group in _ARRAYS:
        return continued([_body(it) for it in old], [_body(it) for it in new])
    by_path = {it.path: k for k, it in enumerate(old)}
    return [by_path.get(it.path) for it in new]


def _body(section: Section) -> str:
    return "\n".join(map(str, section.entries))


def _inline_entries(text: str, path: KeyPath, old: list[Section], new: list[Section]) -> str:
    """Change an array of tables that is written as a list."""
    was, shall = ([_one_line(it) for it in some] for some in (old, new))
    return set_elements(text, path, was, shall, continued(was, shall))


def _one_line(section: Section) -> str:
    return "{ " + ", ".join(map(str, section.entries)) + " }"


def continued(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """Tell for each new element which old one it is: an equal one, or else one much like it.

    >>> continued(["a or b", "not veto"], ["not veto", "a or bc", "vote"])
    [1, 0, None]
    """
    free = list(range(len(old)))
    kept: list[int | None] = [None] * len(new)
    for k, value in enumerate(new):
        same = next((j for j in free if old[j] == value), None)
        if same is not None:
            kept[k] = same
            free.remove(same)
    for k, value in enumerate(new):
        if kept[k] is None and free:
            ratios = [difflib.SequenceMatcher(None, old[j], value).ratio() for j in free]
            best = max(range(len(free)), key=ratios.__getitem__)
            if ratios[best] >= _ALIKE:
                kept[k] = free.pop(best)
    return kept


@dataclass
class _Block:
    """Whole lines of the file: those of one header, with the remarks right above it."""

    path: KeyPath
    text: str


def _tables(
    text: str, group: str, old: list[Section], new: list[Section], kept: list[int | None]
) -> str:
    """Arrange the tables of one group as the new layout has them."""
    if not group or (len(old) == len(new) and kept == list(range(len(new)))):
        return text
    text = _without_dropped_keys(text, old, kept)
    blocks = list(_blocks(text))
    wanted: list[_Block] = []
    for section, origin in zip(new, kept, strict=True):
        if origin is None:
            wanted.append(_Block(section.path, str(section)))
        else:
            own = [it.text for it in blocks if it.path[: len(section.path)] == old[origin].path]
            wanted += [_Block(section.path, "".join(own))] if own else []
    first = _first_slot(blocks, group, old)
    gone = [it.path for it in old]
    rest = [it for it in blocks if not _under(it.path, gone)]
    first -= sum(_under(it.path, gone) for it in blocks[:first])
    return _joined([*rest[:first], *wanted, *rest[first:]], blocks)


def _without_dropped_keys(text: str, old: list[Section], kept: list[int | None]) -> str:
    """Drop what goes and has no header of its own, being written as keys of another table."""
    headed = {it.path[:2] for it in _blocks(text)}
    for k, section in enumerate(old):
        if k not in kept and section.path not in headed and len(section.path) > 1:
            text = drop_key(text, section.path)
    return text


def _under(path: KeyPath, tops: list[KeyPath]) -> bool:
    return any(path[: len(top)] == top for top in tops)


def _first_slot(blocks: list[_Block], group: str, old: list[Section]) -> int:
    """Return the position among the blocks where the tables of a group begin or shall begin."""
    for k, block in enumerate(blocks):
        if _under(block.path, [it.path for it in old]):
            return k
    earlier = _ORDER[: _ORDER.index(group) + 1]
    positions = [k for k, it in enumerate(blocks) if (it.path[:1] or ("",))[0] in earlier]
    return max(positions, default=0) + 1


def _blocks(text: str) -> Iterator[_Block]:
    """Cut a file into the lines before the first header and those of each header."""
    found = places(text)
    headers = sorted(
        {place.start: path for path, place in found.items() if path and place.table == path}.items()
    )
    cuts = [(0, ())] + [(_with_remarks(text, start), path) for start, path in headers]
    for (start, path), (end, _) in zip(cuts, [*cuts[1:], (len(text), ())], strict=True):
        yield _Block(path, text[start:end])


def _with_remarks(text: str, start: int) -> int:
    """Return where the remarks right above a header begin."""
    at = text.rfind("\n", 0, start) + 1
    while at:
        above = text.rfind("\n", 0, at - 1) + 1
        if not text[above:at].lstrip().startswith("#"):
            break
        at = above
    return at


def _joined(blocks: list[_Block], before: list[_Block]) -> str:
    """Put blocks together, with a blank line between any two that did not stand together before."""
    neighbours = {(a.text, b.text) for a, b in pairwise(before)}
    text = blocks[0].text
    for above, block in pairwise(blocks):
        if (above.text, block.text) not in neighbours:
            text = text.rstrip("\n") + "\n\n"
        text += block.text
    return text


def _entries(text: str, old: Section, new: Section) -> str:
    """Write the differences between two versions of one table into the text."""
    if old.entries == new.entries:
        return text
    was = {it.key: it for it in old.entries}
    shall = {it.key: it for it in new.entries}
    for key in was.keys() - shall.keys():
        text = drop_key(text, (*new.path, *key))
    for key, entry in shall.items():
        if key in was and not _same(was[key], entry):
            text = _changed(text, (*new.path, *key), was[key], entry)
    stay = [key for key in shall if key in was]
    if stay != [key for key in was if key in shall]:
        text = _reordered(text, new.path, was, stay)
    done = set(stay)
    for key, entry in shall.items():
        if key not in done:
            order = [other for other in shall if other in done or other == key]
            text = add_key(text, new.path, key, entry.text, order)
            done.add(key)
    return text


def _reordered(
    text: str, table: KeyPath, was: dict[tuple[str, ...], Entry], stay: list[tuple[str, ...]]
) -> str:
    """Put options, or derived propositions, in their new order."""
    for parent in dict.fromkeys(key[:-1] for key in stay):
        alike = [key for key in stay if key[:-1] == parent]
        if alike != [key for key in was if key in alike] and (
            parent or table in (("derived",), ("states",))
        ):
            text = order_keys(text, table, alike)
    return text


def _same(old: Entry, new: Entry) -> bool:
    """Tell whether two values say the same; the order of the options in a status quo says nothing."""
    if old.key == ("status_quo",):
        return sorted(old.text.strip("[]").split(", ")) == sorted(new.text.strip("[]").split(", "))
    return old.value == new.value


def _changed(text: str, path: KeyPath, old: Entry, new: Entry) -> str:
    if isinstance(old.value, str) or isinstance(new.value, str):
        return set_value(text, path, new.text)
    kept = continued(old.value, new.value)
    return set_elements(text, path, old.value, new.value, kept)
