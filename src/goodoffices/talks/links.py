"""The talks' part of the trace: evidence -> clause -> commitment -> observation, and back to the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from goodoffices.talks.talks import Talks
from goodoffices.talks.values import Fact, Record

__all__ = ["Link", "Relation", "links"]

Relation: TypeAlias = Literal[
    "supports",
    "stands in",
    "is in the model",
    "obliges",
    "was observed",
    "is a move of",
    "decides on",
]


@dataclass(frozen=True)
class Link:
    """One step of the trace, between two references.

    References are written as elsewhere: an evidence id or ``SOURCE_ID/ITEM_ID``, ``texts/ID/CLAUSE``,
    ``commitments/ID``, ``commitments/ID/N`` (the N-th observation, from 1), ``votes/ID``, ``triggers/ID``,
    ``process/TABLE/ID`` such as ``process/meetings/joint``, ``NAME/OPTION`` of a conflict model.
    """

    start: str
    relation: Relation
    end: str


def links(talks: Talks) -> tuple[Link, ...]:
    """Return every step of the trace that the talks hold, each once, in file order."""
    found = [
        *_texts(talks),
        *_commitments(talks),
        *_votes(talks),
        *_triggers(talks),
        *_process(talks),
    ]
    return tuple(dict.fromkeys(found))


def _texts(talks: Talks) -> Iterator[Link]:
    for id_, text in talks.texts.items():
        for name, clause in text.clauses.items():
            place = f"texts/{id_}/{name}"
            yield from _supports(clause.because, place)
            for option in clause.models:
                yield Link(place, "is in the model", option)
        facts = [*text.readings.values(), *text.stances, *text.criticisms]
        for it in facts:
            yield from _supports(it.because, f"texts/{id_}/{it.clause}")  # type: ignore[attr-defined]


def _supports(because: tuple[str, ...], place: str) -> Iterator[Link]:
    return (Link(id_, "supports", place) for id_ in because)


def _commitments(talks: Talks) -> Iterator[Link]:
    for id_, it in talks.commitments.commitments.items() if talks.commitments else ():
        place = f"commitments/{id_}"
        yield from _supports(it.because, place)
        if it.clause:
            yield Link(f"texts/{it.clause}", "obliges", place)
        for k, seen in enumerate(it.observations, start=1):
            yield Link(place, "was observed", f"{place}/{k}")
            yield from _supports(seen.because, f"{place}/{k}")
            if seen.move is not None:
                yield Link(f"{place}/{k}", "is a move of", seen.move.model)


def _votes(talks: Talks) -> Iterator[Link]:
    for id_, vote in talks.bodies.votes.items() if talks.bodies else ():
        place = f"votes/{id_}"
        for clause in talks.texts[vote.text].clauses if vote.text in talks.texts else ():
            yield Link(f"texts/{vote.text}/{clause}", "stands in", place)
        for prediction in vote.predictions.values():
            for case in prediction.cases:
                yield from _supports(case.because, place)
        if vote.result is not None:
            yield from _supports(vote.result.because, place)
    for model in talks.bodies.models.values() if talks.bodies else ():
        yield Link(f"bodies/{model.body}", "decides on", f"{model.conflict}/{model.proposition}")


def _triggers(talks: Talks) -> Iterator[Link]:
    for id_, it in talks.triggers.triggers.items() if talks.triggers else ():
        place = f"triggers/{id_}"
        yield from _supports(it.because, place)
        if it.text and it.clause:
            yield Link(f"texts/{it.text}/{it.clause}", "stands in", place)
        for reading in it.readings.values():
            yield from _supports(reading.because, place)


def _process(talks: Talks) -> Iterator[Link]:
    for table in type(talks.process).model_fields if talks.process else ():
        held = getattr(talks.process, table)
        for id_, it in held.items() if isinstance(held, dict) and table != "evidence" else ():
            for because in _within(it):
                yield from _supports(because, f"process/{table}/{id_}")


def _within(value: object) -> Iterator[tuple[str, ...]]:
    """Yield what each fact in a record rests on; plans and claims are parts of their meeting."""
    if isinstance(value, tuple):
        for it in value:
            yield from _within(it)
    elif isinstance(value, Record):
        if isinstance(value, Fact):
            yield value.because
        for name in type(value).model_fields:
            yield from _within(getattr(value, name))
