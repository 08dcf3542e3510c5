"""What people decide about items of the record: confirm, edit, reject; no decision of others is lost."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from goodoffices.case.dump import day, value
from goodoffices.case.edit import Edit, edited
from goodoffices.case.faults import actor_faults, item_faults, passage_faults, piece_faults
from goodoffices.case.pieces import PIECES, ProposalFile
from goodoffices.case.shapes import KINDS, ActorCard, ActorsFile, Decided, Item, RecordFile
from goodoffices.case.write import writing
from goodoffices.errors import Fault, InputError, KeyPath, UsageError, did_you_mean
from goodoffices.talks.values import Record

if TYPE_CHECKING:
    from goodoffices.case.case import Case

__all__ = ["Decision", "decide", "waiting"]

_ASIDE = ("id", "status", "by", "at", "decisions", "rule", "score")
_DECISIONS = ("confirmed", "edited", "rejected")


@dataclass(frozen=True)
class Decision:
    """What somebody decided: ``changes`` (key to value) go with "edited", and only with it.

    Raises
    ------
    UsageError
        where nobody is named or the parts do not fit together.
    """

    status: str
    by: str
    at: str
    note: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.status not in _DECISIONS:
            raise UsageError(
                f"'{self.status}' is no decision; {did_you_mean(self.status, _DECISIONS)}"
            )
        if not self.by.strip():
            raise UsageError("a decision needs the name of the person who made it")
        if bool(self.changes) != (self.status == "edited"):
            raise UsageError("changes go with the decision 'edited', and 'edited' with changes")


def waiting(case: Case, source: str | None = None) -> list[tuple[str, str, Item]]:
    """Return the items nobody decided yet, as reference, kind and item, the least certain first.

    Mentions are left out: they only say where an actor is named.
    """
    sources = case.source_ids if source is None else (case.source(source).id,)
    found = [
        (f"{id_}/{item.id}", kind, item)
        for id_ in sources
        for kind, item in case.items(id_)
        if item.status == "proposed" and kind != "mentions"
    ]
    return sorted(found, key=lambda it: float(it[2].score))


def decide(case: Case, refs: tuple[str, ...], decision: Decision) -> None:
    """Write a decision about items of the record, actors or pieces of a proposal, all or none of them.

    They are named ``SOURCE_ID/ITEM_ID``, ``actors/ID`` and ``proposals/NAME/ID``.

    What was decided before, and by whom and when, is kept among the item's ``decisions``.

    Raises
    ------
    UsageError
        where an item is not in the case, has no such key to change, or what it shall be names nothing:
        an actor that is not there, a stance that is none.
    InputError
        where a file is damaged, cannot be written, or would not fit the format any more.
    """
    files: dict[tuple[str, type[Record]], list[str]] = {}
    for ref in refs:
        path, shape, id_ = _file_of(ref)
        files.setdefault((path, shape), []).append(id_)
    with writing(case.folder) as change:
        for (path, shape), ids in files.items():
            text = change.read(path)
            if text is None:
                raise UsageError(f"this case has no {path}")
            name = change.folder.name(path)
            decided = _all_decided(text, shape, ids, decision, name, path)
            for id_, fault in _faults(case, path, _parsed(decided, name, shape), set(ids)):
                _, _, key, *_ = fault.path
                if key in decision.changes:
                    raise UsageError(f"{id_}: {key}: {fault.message}; nothing was written")
            change.write(path, decided)


def _faults(case: Case, path: str, file: Record, ids: set[str]) -> Iterator[tuple[str, Fault]]:
    """Yield what would be wrong with some items of a file, by the rules that the check of a case has.

    Each fault comes with the id of its item, and has the kind, the item and the key as its path.
    """
    actors = case.every_actor
    if isinstance(file, ActorsFile):
        for id_ in ids:
            yield from _of(id_, actor_faults(file.actors[id_], ("actors", id_), actors))
    elif isinstance(file, ProposalFile):
        for kind, k, piece in file.pieces():
            if piece.id in ids:
                yield from _of(piece.id, piece_faults(piece, (kind, k), file, actors))
    elif isinstance(file, RecordFile):
        source = path.removeprefix("record/").removesuffix(".toml")
        inside = {item.id: item.inside for item in file.statements}
        text = case.files.text(f"sources/{source}.txt")
        for kind, k, item in file.items():
            if item.id in ids:
                yield from _of(item.id, item_faults(item, (kind, k), inside, actors))
                yield from _of(item.id, passage_faults(item, text, (kind, k)))


def _of(id_: str, faults: Iterator[Fault]) -> Iterator[tuple[str, Fault]]:
    return ((id_, fault) for fault in faults)


def _all_decided(
    text: str, shape: type[Record], ids: list[str], decision: Decision, name: str, path: str
) -> str:
    """Return the text of a file with a decision about some of its items."""
    places = _places(_sound(text, name, shape), shape)
    for id_ in ids:
        if id_ not in places:
            raise UsageError(f"no '{id_}' in {path}; {did_you_mean(id_, places)}")
    edits = [_edit(*places[id_], decision, name) for id_ in dict.fromkeys(ids)]
    return edited(text, edits, name)


def _file_of(ref: str) -> tuple[str, type[Record], str]:
    """Return the file that holds what a reference names, what that file is, and the id in it."""
    head, _, rest = ref.partition("/")
    if head == "proposals":
        name, _, id_ = rest.partition("/")
        return f"proposals/{name}.toml", ProposalFile, id_
    if head == "actors":
        return "record/actors.toml", ActorsFile, rest
    return f"record/{head}.toml", RecordFile, rest


def _sound(text: str, name: str, shape: type[Record]) -> dict[str, Any]:
    """Return the data of a file; a damaged one is not written to."""
    _parsed(text, name, shape)
    return tomllib.loads(text.removeprefix("\ufeff"))


def _parsed(text: str, name: str, shape: type[Record]) -> Record:
    from goodoffices.talks.parse import parse_file

    return parse_file(text.removeprefix("\ufeff"), name, shape)


def _places(
    data: dict[str, Any], shape: type[Record]
) -> dict[str, tuple[KeyPath, dict[str, Any], type[Record]]]:
    """Return where each item of a file stands, with its data and what it is."""
    if shape is ActorsFile:
        return {id_: (("actors", id_), it, ActorCard) for id_, it in data.get("actors", {}).items()}
    kinds = PIECES if shape is ProposalFile else KINDS
    return {
        it["id"]: ((kind, k), it, get_args(shape.model_fields[kind].annotation)[0])
        for kind in kinds
        for k, it in enumerate(data.get(kind, ()))
    }


def _edit(
    table: KeyPath, old: dict[str, Any], shape: type[Record], it: Decision, name: str
) -> Edit:
    """Return the edit that writes a decision about one item."""
    order = [info.alias or key for key, info in shape.model_fields.items() if not info.exclude]
    unknown = [key for key in it.changes if key not in order or key in _ASIDE]
    if unknown:
        known = [key for key in order if key not in _ASIDE]
        raise UsageError(
            f"no key '{unknown[0]}' to change; {did_you_mean(unknown[0], known, most=20)}"
        )
    values: dict[str, str | None] = {
        "status": value(it.status),
        "by": value(it.by),
        "at": day(it.at),
    }
    if it.note:
        values["note"] = value(it.note)
    if _overruled(old, it):
        kept = [*old.get("decisions", ()), _earlier(old)]
        values["decisions"] = f"[{', '.join(value(Decided.model_validate(d)) for d in kept)}]"
    values |= {key: None if new == "" else _toml(key, new, name) for key, new in it.changes.items()}
    return Edit(table, values, order)


def _overruled(old: dict[str, Any], it: Decision) -> bool:
    """Tell whether another decision stands there that must not be lost."""
    decided = old.get("status", "proposed") != "proposed"
    before = (old.get("status"), old.get("by"), str(old.get("at")))
    return decided and before != (it.status, it.by, it.at)


def _earlier(old: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {key: old[key] for key in ("status", "by", "at") if key in old}
    kept["by"] = kept.get("by") or "?"
    return kept


def _toml(key: str, new: Any, name: str) -> str:
    try:
        return value(tuple(new) if isinstance(new, list) else new)
    except TypeError:
        raise InputError(f"{name}: '{key}' cannot be {new!r}") from None
