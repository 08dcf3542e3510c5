"""The trace upwards: from a source, a passage or an item of the record to all that rests on it.

Files are searched for the words of a link before they are read, so that a large case answers at once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from goodoffices.case.bearing import MOST_STATES, held_by, outcomes_resting_on
from goodoffices.case.chain import linked_place, onward
from goodoffices.case.naming import inside_of, kind_word
from goodoffices.case.node import Node
from goodoffices.case.shapes import Item, passages_of
from goodoffices.case.talking import facts_citing
from goodoffices.case.trace import item_words
from goodoffices.errors import InputError, UsageError
from goodoffices.stability import Analysis, analyse

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.conflict import Conflict

__all__ = ["items_at", "resting_on", "trace_up"]


def trace_up(case: Case, what: str) -> Node:
    """Return all that rests on a source, a passage or an item.

    Parameters
    ----------
    what : ``SOURCE_ID``, ``SOURCE_ID/ITEM_ID``, ``SOURCE_ID:START-END`` or ``SOURCE_ID:words``.

    Raises
    ------
    UsageError
        where there is none.
    """
    source, colon, where = what.partition(":")
    if colon:
        start, end = _range(case, source, where)
        found = items_at(case, source, start, end)
        words = f"“{case.text(source)[start:end]}”"
        return Node("passage", f"{source}:{start}-{end}", words, children=_ups(case, source, found))
    if "/" in what:
        kind, item = case.kind_and_item(what)
        source = what.partition("/")[0]
        above = (*_ups(case, source, _on(case, source, item)), *resting_on(case, what))
        return Node(kind_word(kind), what, item_words(case, item), children=above)
    card = case.source(what)
    found = [it for _, it in case.items(what) if not inside_of(it)]
    return Node("source", what, card.called, children=_ups(case, what, found))


def _range(case: Case, source: str, where: str) -> tuple[int, int]:
    """Return the characters that a person names by their numbers or their words."""
    text = case.text(source)
    first, dash, last = where.partition("-")
    if dash and first.isdecimal() and last.isdecimal():
        start, end = int(first), int(last)
        if not 0 <= start < end <= len(text):
            raise UsageError(f"{source} has characters 0-{len(text)}; '{where}' is not within them")
        return start, end
    if where not in text and len(where) > 2 and where[0] == where[-1] == '"':
        where = where[1:-1]  # quotation marks of whoever asks
    number = text.count(where) if where else 0
    if number != 1:
        stand = f"stand {number} times" if number else "do not stand"
        raise UsageError(
            f"the words '{where}' {stand} in {source}; give words that stand there once"
        )
    return text.index(where), text.index(where) + len(where)


def items_at(case: Case, source: str, start: int, end: int) -> list[Item]:
    """Return the items of a source that share characters with a passage."""
    return [
        item
        for _, item in case.items(source)
        if any(it.start < end and start < it.end for it in passages_of(item))
    ]


def _on(case: Case, source: str, item: Item) -> list[Item]:
    """Return the items that were read from an item."""
    return [it for _, it in case.items(source) if inside_of(it) == item.id]


def _ups(case: Case, source: str, items: Iterable[Item]) -> tuple[Node, ...]:
    return tuple(trace_up(case, f"{source}/{item.id}") for item in items)


def resting_on(case: Case, ref: str) -> tuple[Node, ...]:
    """Return what cites an item of the record: parts of models, and facts of the talks."""
    found: list[Node] = []
    needle = f'"{ref}"'.encode()
    for name in case.conflict_names:
        if _mentions(case, f"conflicts/{name}.toml", needle):
            found += _in_model(case, name, ref)
    if case.scope.sees(case.label_at("talks")):
        for path in case.talks_files:
            if _mentions(case, path, needle):
                found += _in_talks(case, path, ref)
    return tuple(found)


def _mentions(case: Case, path: str, needle: bytes) -> bool:
    data = case.folder.bytes_of(path)
    return needle in data or needle.replace(b'"', b"'") in data


def _in_model(case: Case, name: str, ref: str) -> Iterator[Node]:
    try:
        conflict = case.conflict(name)
    except InputError as error:
        yield Node("model", name, str(error), "broken")
        return
    for entry in conflict.evidence:
        if ref in entry.record:
            above = tuple(_citing(conflict, name, entry.id))
            yield Node("evidence", f"{name}/evidence/{entry.id}", entry.citation, children=above)


def _citing(conflict: Conflict, name: str, evidence: str) -> Iterator[Node]:
    """Yield the parts of a model that cite an entry of its evidence table."""
    readings: list[tuple[str, Conflict]] = [("", conflict)]
    readings += [(f"{it.name}:", conflict.with_reading(it.name)) for it in conflict.rival_readings]
    for prefix, seen in readings:
        wanted = [
            (dm, it) for dm in seen.decision_makers for it in held_by(dm) if evidence in it.because
        ]
        analysis = analyse(seen) if wanted and seen.states.count <= MOST_STATES else None
        for dm, it in wanted:
            words = f"{dm.label} wants {it.words}"
            above = tuple(_outcomes(analysis, name, prefix, it.where)) if analysis else ()
            yield Node("preference", f"{name}/{prefix}{it.where}", words, children=above)
    for option in conflict.options:
        if evidence in option.because:
            yield Node("option", f"{name}/{option.id}", option.text or option.id)
    for number, rule in enumerate(conflict.feasibility, 1):
        if evidence in rule.because:
            yield Node("constraint", f"{name}/feasibility/{number}", rule.words)
    for number, barred in enumerate(conflict.forbidden_moves, 1):
        if evidence in barred.because:
            yield Node("constraint", f"{name}/forbidden_moves/{number}", barred.words)


def _outcomes(analysis: Analysis, name: str, prefix: str, where: str) -> Iterator[Node]:
    """Yield the equilibria that rest on a preference statement: what would change without it."""
    states = analysis.conflict.states
    for state, concept in outcomes_resting_on(analysis, where):
        words = f"{states.label(state)}: no equilibrium under {concept} without it"
        yield Node("outcome", f"{name}/{prefix}{states.id(state)}", words)


def _in_talks(case: Case, path: str, ref: str) -> Iterator[Node]:
    data = tomllib.loads(case.folder.text_of(path).removeprefix("\ufeff"))
    for place, words, cited in facts_citing(case, path, data):
        if ref in cited:
            yield Node("talks", place, words, children=onward(case.talks, linked_place(place)))
