"""The last look before something leaves the house, and the log of what left.

A readout is made of a case in which nothing hidden exists. `leaks` looks at the finished text all the same:
for words of hidden passages, remarks, titles and names that the audience could not have read elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Literal, get_origin

from pydantic import BaseModel

from goodoffices.case.shapes import Item, passages_of
from goodoffices.case.write import writing
from goodoffices.errors import InputError, UsageError

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.conflict import Conflict

__all__ = ["Leak", "exports", "leaks", "log_export"]

_SHORTEST = 6  # characters; shorter words say nothing of where they come from
LOG = "audit.jsonl"


@dataclass(frozen=True)
class Leak:
    """Words in a text that its audience may not see, and what they belong to."""

    words: str
    ref: str

    def __str__(self) -> str:
        return f"'{self.words}' belongs to {self.ref}"


def leaks(case: Case, text: str) -> list[Leak]:
    """Return what a text made for an audience holds that this audience may not see.

    Parameters
    ----------
    case : the case as the audience sees it (`Case.for_audience`).
    text : the text, such as a readout before it is written; markup does not matter.

    Raises
    ------
    UsageError
        where the case is not one of an audience.
    """
    if case.scope.sight is None:
        raise UsageError("name the audience first: case.for_audience(...)")
    said = _plain(text)
    found = {}
    for words, ref in _hidden(case):
        plain = _plain(words)
        if len(plain) >= _SHORTEST and plain in said:
            found[plain] = Leak(words, ref)
    if not found:
        return []
    seen = _plain(" ".join(_seen(case)))
    return [leak for plain, leak in found.items() if plain not in seen]


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def _whole(case: Case) -> Case:
    return type(case)(case.files)


def _hidden(case: Case) -> Iterator[tuple[str, str]]:
    """Yield every piece of words that may not be seen, with what it belongs to."""
    whole = _whole(case)
    for source in whole.source_ids:
        hidden = case.standing(source) == "hidden"
        if hidden:
            card = whole.source(source)
            yield from ((words, source) for words in (card.title, card.address, card.note))
        if f"record/{source}.toml" in case.files.damage:
            continue
        for _, item in _items(whole, source):
            if case.standing(f"{source}/{item.id}") == "hidden":
                yield from ((words, f"{source}/{item.id}") for words in _words_of(item))
    for id_, actor in whole.actors.items():
        if id_ not in case.actors:
            yield from (
                (words, f"actors/{id_}") for words in (actor.name, *actor.aliases, actor.note)
            )
    for name in whole.conflict_names:
        yield from _hidden_in(case, whole, name)
    known = set(_talks_words(case.talks))
    yield from ((words, "talks") for words in _talks_words(whole.talks) if words not in known)


def _talks_words(value: object) -> Iterator[str]:
    """Yield every phrase in the talks: texts of more than one word, wherever they stand."""
    if isinstance(value, str):
        if " " in value:
            yield value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if get_origin(field.annotation) is not Literal:  # the format's words, not a person's
                yield from _talks_words(getattr(value, name))
    elif isinstance(value, Mapping):
        yield from (words for inner in value.values() for words in _talks_words(inner))
    elif isinstance(value, tuple):
        yield from (words for inner in value for words in _talks_words(inner))
    elif is_dataclass(value):
        yield from (
            words for it in fields(value) for words in _talks_words(getattr(value, it.name))
        )


def _items(case: Case, source: str) -> tuple[tuple[str, Item], ...]:
    try:
        return case.items(source)
    except InputError:
        return ()


def _words_of(item: Item) -> Iterator[str]:
    yield item.note
    for passage in passages_of(item):
        yield passage.exact


def _hidden_in(case: Case, whole: Case, name: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a model that are not in it as the audience sees it."""
    try:
        model = whole.conflict(name)
    except InputError:
        return
    try:
        seen = set(_conflict_words(case.conflict(name)))
    except (InputError, UsageError):
        seen = set()
    for words in _conflict_words(model):
        if words not in seen:
            yield words, name


def _conflict_words(conflict: Conflict) -> Iterator[str]:
    yield from (conflict.title, conflict.story, conflict.reading.note)
    for entry in conflict.evidence:
        yield from (entry.citation, entry.text, entry.quote, entry.url)
    for dm in conflict.decision_makers:
        yield dm.note
        for option in dm.options:
            yield from (option.text, option.note)
        parts = getattr(dm.preferences, "statements", ()) or getattr(dm.preferences, "tiers", ())
        yield from (part.note for part in parts)


def _formal_words(conflict: Conflict) -> Iterator[str]:
    """Yield what a model says in its own terms, which other parts may repeat: names, statements."""
    from goodoffices.case.bearing import held_by  # works models out, which a check need not

    readings = [conflict, *(conflict.with_reading(it.name) for it in conflict.rival_readings)]
    for seen in readings:
        for dm in seen.decision_makers:
            yield dm.label
            yield from (it.words for it in held_by(dm))
    yield from (rule.words for rule in conflict.feasibility)


def _seen(case: Case) -> Iterator[str]:
    """Yield what the audience may read."""
    yield case.title
    for card in case.sources:
        yield from (card.called, card.title, card.address, card.note)
        try:
            yield case.text(card.id)
        except InputError:
            continue
        yield from (words for _, item in case.items(card.id) for words in _words_of(item))
    for actor in case.actors.values():
        yield from (actor.name, *actor.aliases, actor.note)
    for name in case.conflict_names:
        try:
            conflict = case.conflict(name)
        except InputError:
            continue
        yield from _conflict_words(conflict)
        yield from _formal_words(conflict)
    if case.talks is not None:
        yield from _talks_words(case.talks)
        yield from case.talks.names.values()


def log_export(case: Case, file: str, data: bytes, *, by: str, at: str) -> None:
    """Note in the case's log that a readout was exported, for whom, by whom, and without what.

    Parameters
    ----------
    file : the name of the file that was written.
    data : its bytes; the log keeps their SHA-256.
    by, at : who exported it, and when (ISO 8601).

    Raises
    ------
    InputError
        where the log cannot be written.
    """
    scope = case.scope
    entry = {
        "at": at,
        "by": by,
        "audience": scope.sight.name if scope.sight else "mediator",
        "file": file,
        "sha256": hashlib.sha256(data).hexdigest(),
        "as_of": scope.day.isoformat() if scope.day else None,
        "without": sorted(scope.struck),
        "withheld": [lost.where for name in case.conflict_names for lost in _lost(case, name)],
    }
    with writing(case.folder) as change:
        before = change.read(LOG) or ""
        if before and not before.endswith("\n"):
            before += "\n"
        change.write(LOG, before + json.dumps(entry, ensure_ascii=False) + "\n")


def _lost(case: Case, name: str) -> list[Any]:
    try:
        return [it for it in case.lost(name) if it.why == "hidden"]
    except InputError:
        return []


def exports(case: Case) -> list[dict[str, Any]]:
    """Return the log of exports, oldest first.

    Raises
    ------
    InputError
        where a line of it is damaged; says which.
    """
    try:
        text = case.folder.text_of(LOG)
    except FileNotFoundError:
        return []
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                found.append(json.loads(line))
            except ValueError:
                raise InputError(
                    f"{case.folder.name(LOG)}:{number}: this line of the log of exports is damaged"
                ) from None
    return found
