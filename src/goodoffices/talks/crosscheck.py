"""What must hold between the files of the talks: evidence, actors, texts and clauses that exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from goodoffices.errors import Fault, KeyPath, did_you_mean
from goodoffices.statements import names, parse
from goodoffices.talks.bodies import Bodies
from goodoffices.talks.commitments import Commitments
from goodoffices.talks.process import Process
from goodoffices.talks.text import Text
from goodoffices.talks.triggers import Triggers
from goodoffices.talks.values import Evidence, Fact, Record

__all__ = ["cross_faults", "placed_facts"]


def cross_faults(records: Mapping[str, Record]) -> dict[str, list[Fault]]:
    """Return, by file, what does not fit between files."""
    texts = {
        path.removeprefix("texts/").removesuffix(".toml"): it
        for path, it in records.items()
        if isinstance(it, Text)
    }
    actors = _actors(records)
    evidence = _evidence(records)
    found: dict[str, list[Fault]] = {}
    for path, record in records.items():
        faults = [
            *_twice(path, record, evidence),
            *_because(record, evidence),
            *(_by(record, actors) if actors else ()),
            *_texts(record, texts),
        ]
        if faults:
            found[path] = faults
    return found


def _evidence(records: Mapping[str, Record]) -> dict[str, str]:
    """Return evidence id to the first file that has it."""
    found: dict[str, str] = {}
    for path, record in records.items():
        for id_ in getattr(record, "evidence", ()):
            found.setdefault(id_, path)
    return found


def _twice(path: str, record: Record, evidence: Mapping[str, str]) -> Iterator[Fault]:
    table: Mapping[str, Evidence] = getattr(record, "evidence", {})
    for id_, entry in table.items():
        if evidence[id_] != path:
            yield Fault(
                f"evidence '{id_}' stands in {evidence[id_]} already; keep one of the two",
                ("evidence", id_),
            )
        if entry.copy_of and entry.copy_of not in evidence:
            yield Fault(
                f"no evidence '{entry.copy_of}'; {did_you_mean(entry.copy_of, evidence)}",
                ("evidence", id_, "copy_of"),
            )


def placed_facts(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Fact]]:
    """Yield every fact in a record with the key path at which it stands."""
    if isinstance(value, Fact):
        yield path, value
    if isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            yield from placed_facts(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, tuple):
        for k, inner in enumerate(value):
            yield from placed_facts(inner, (*path, k))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from placed_facts(inner, (*path, key))


def _because(record: Record, evidence: Collection[str]) -> Iterator[Fault]:
    """Every id in a because stands in an evidence table; SOURCE/ITEM leads into the record."""
    for path, fact in placed_facts(record):
        for k, id_ in enumerate(fact.because):
            if "/" not in id_ and id_ not in evidence:
                yield Fault(
                    f"no evidence '{id_}'; {did_you_mean(id_, evidence)}; write it down under "
                    f"[evidence.{id_}], or name an item of the record as SOURCE_ID/ITEM_ID",
                    (*path, "because", k),
                )


def _actors(records: Mapping[str, Record]) -> set[str]:
    known: set[str] = set()
    for record in records.values():
        if isinstance(record, Process):
            known |= set(record.participants)
        if isinstance(record, Bodies):
            known |= set(record.bodies)
            known |= {member for body in record.bodies.values() for member in body.members}
    return known


_ACTOR_KEYS = (
    "by",
    "holder",
    "given_by",
    "proposed_by",
    "certified_by",
    "on_behalf_of",
    "pen",
    "to",
)


def _by(record: Record, actors: Collection[str]) -> Iterator[Fault]:
    """Whoever does something is known: as a participant, or as a body or its member."""
    things: list[tuple[KeyPath, Record]] = [((), record), *placed_facts(record)]
    for path, thing in things:
        for key in _ACTOR_KEYS:
            if key == "to" and isinstance(record, Commitments):
                continue  # what is owed to is named in words
            value = getattr(thing, key, None)
            for id_ in (value,) if isinstance(value, str) else value or ():
                if id_ not in actors:
                    yield Fault(
                        f"nobody of the talks is '{id_}'; {did_you_mean(id_, actors)}; add them under "
                        f"[participants.{id_}] of process.toml",
                        (*path, key),
                    )


def _texts(record: Record, texts: Mapping[str, Text]) -> Iterator[Fault]:
    if isinstance(record, Bodies):
        yield from _voted(record, texts)
    if isinstance(record, Triggers):
        for id_, trigger in record.triggers.items():
            yield from _version(trigger.text, trigger.version, texts, ("triggers", id_))
            if trigger.clause and trigger.text in texts:
                yield from _clauses(
                    trigger.clause, texts[trigger.text], ("triggers", id_, "clause")
                )
    if isinstance(record, Commitments):
        for id_, commitment in record.commitments.items():
            text, _, clause = commitment.clause.partition("/")
            if text:
                yield from _version(text, "", texts, ("commitments", id_, "clause"), "")
            if text in texts:
                yield from _clauses(clause, texts[text], ("commitments", id_, "clause"))


def _voted(record: Bodies, texts: Mapping[str, Text]) -> Iterator[Fault]:
    for id_, vote in record.votes.items():
        path: KeyPath = ("votes", id_)
        yield from _version(vote.text, vote.version, texts, path)
        for member, prediction in vote.predictions.items() if vote.text in texts else ():
            for k, case in enumerate(prediction.cases):
                place = (*path, "predictions", member, "cases", k, "if")
                yield from _clauses(case.if_, texts[vote.text], place)


def _version(
    text: str, version: str, texts: Mapping[str, Text], path: KeyPath, key: str = "text"
) -> Iterator[Fault]:
    if text and text not in texts:
        place = (*path, key) if key else path
        yield Fault(f"no text '{text}'; {did_you_mean(text, texts)}", place)
    elif text and version and version not in texts[text].versions:
        yield Fault(
            f"'{text}' has no version '{version}'; {did_you_mean(version, texts[text].versions)}",
            (*path, "version"),
        )


def _clauses(words: str, text: Text, path: KeyPath) -> Iterator[Fault]:
    for clause in names(parse(words)) if words else ():
        if clause not in text.clauses:
            yield Fault(
                f"'{text.title}' has no clause '{clause}'; {did_you_mean(clause, text.clauses)}",
                path,
            )
