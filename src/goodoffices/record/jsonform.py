"""The record as JSON: the interchange contract of ``goodoffices read --format json``, and back."""

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from goodoffices.errors import Fault, RecordError
from goodoffices.record.check import check_record
from goodoffices.record.model import (
    Actor,
    Dropped,
    Event,
    Figure,
    Mention,
    Office,
    Position,
    Proposal,
    Record,
    Source,
    Span,
    Statement,
    Time,
)

if TYPE_CHECKING:
    from goodoffices.record.shape import ActorShape, Shape

Json = dict[str, Any]
Made = TypeVar("Made", Actor, Office, Statement, Position, Time, Figure, Event)


def span_json(span: Span | None) -> Json | None:
    """Return a span as ``{"start", "end", "text"}``."""
    return None if span is None else {"start": span.start, "end": span.end, "text": span.exact}


def _review(item: Proposal) -> Json:
    result: Json = {"rule": item.rule, "score": item.score, "status": item.status}
    if item.by is not None:
        result["by"] = item.by
    if item.at is not None:
        result["at"] = item.at
    if item.decisions:
        result["decisions"] = [
            {"status": it.status, "by": it.by, "at": it.at} for it in item.decisions
        ]
    return result


def to_json(record: Record, *, with_text: bool | None = None) -> Json:
    """Return the record under the contract's keys.

    ``with_text`` adds the stored text, in which the offsets count. Unless told otherwise it is added where
    the file is another than this text: a page, a PDF, a text with other line ends or in another encoding.
    """
    source = record.source
    if with_text is None:
        with_text = source.file_sha256 not in (None, source.sha256)
    document: Json = {
        "sha256": source.sha256,
        "characters": source.characters,
        "published": source.published,
        "published_basis": source.published_basis,
        "publisher": source.publisher,
        "credit": source.credit,
        "captured": source.captured,
        "title": source.title,
        "language": source.language,
        "copy_of": source.copy_of,
        "format": source.format,
        "file_sha256": source.file_sha256,
    }
    if with_text:
        document["text"] = record.text
    return {
        "document": document,
        "body": [list(span) for span in record.body],
        "dropped": [
            {"start": d.span.start, "end": d.span.end, "kind": d.kind, "text": d.span.exact}
            for d in record.dropped
        ],
        "actors": [_actor(a) for a in record.actors],
        "statements": [_statement(s) for s in record.statements],
        "positions": [_position(p) for p in record.positions],
        "times": [_time(t) for t in record.times],
        "figures": [_figure(f) for f in record.figures],
        "events": [_event(e) for e in record.events],
        "notes": list(record.notes),
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type,
        "country": actor.country,
        "affiliation": list(actor.affiliation),
        "backers": list(actor.backers),
        "offices": [
            {"title": o.title, "since": o.since, "until": o.until, "passage": span_json(o.passage)}
            for o in actor.offices
        ],
        "aliases": list(actor.aliases),
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "text": m.span.exact, "form": m.form}
            for m in actor.mentions
        ],
        "resolved": actor.resolved,
        **_review(actor),
    }


def _statement(item: Statement) -> Json:
    return {
        "id": item.id,
        "kind": item.kind,
        "class": item.category,
        "speaker": item.speaker,
        "speaker_name": item.speaker_name,
        "source": span_json(item.source),
        "cue": span_json(item.cue),
        "fragments": [span_json(f) for f in item.fragments],
        "date": item.date,
        "inside": item.inside,
        **_review(item),
    }


def _position(item: Position) -> Json:
    return {
        "id": item.id,
        "holder": item.holder,
        "holder_name": item.holder_name,
        "on_behalf_of": item.on_behalf_of,
        "stance": item.stance,
        "target": item.target,
        "trigger": span_json(item.trigger),
        "object": span_json(item.object),
        "condition": span_json(item.condition),
        "deadline": item.deadline,
        "consequence": span_json(item.consequence),
        "statement": item.statement,
        **_review(item),
    }


def _time(item: Time) -> Json:
    return {
        "id": item.id,
        "start": item.span.start,
        "end": item.span.end,
        "text": item.span.exact,
        "type": item.type,
        "value": item.value,
        "mod": item.mod,
        **_review(item),
    }


def _figure(item: Figure) -> Json:
    return {
        "id": item.id,
        "start": item.span.start,
        "end": item.span.end,
        "text": item.span.exact,
        "quantity": item.quantity,
        "comparator": item.comparator,
        "upper": item.upper,
        "magnitude": item.magnitude,
        "unit": item.unit,
        "measure": item.measure,
        "statement": item.statement,
        **_review(item),
    }


def _event(item: Event) -> Json:
    return {
        "id": item.id,
        "plover": item.plover,
        "mode": item.mode,
        "trigger": span_json(item.trigger),
        "date": item.date,
        "place": item.place,
        "participants": list(item.participants),
        "factuality": item.factuality,
        **_review(item),
    }


def from_json(value: Mapping[str, Any], text: str | None = None) -> Record:
    """Return the record of a JSON object made by :func:`to_json`, checked against its text.

    Raises RecordError, with the place of every fault in the object, where a key is missing or holds
    something else, no text is given, or :func:`goodoffices.record.check_record` finds a fault.
    """
    from goodoffices.record.shape import record_shape

    shape = record_shape(value)
    stored = shape.document.text if text is None else text
    if stored is None:
        words = "the record was written without its text; give the text it was read from"
        raise RecordError([Fault(words, ("document", "text"))])
    record = Record(
        text=stored,
        source=Source(**shape.document.model_dump(exclude={"text"})),
        body=tuple((start, end) for start, end in shape.body),
        dropped=tuple(Dropped(it.span, it.kind) for it in shape.dropped),
        actors=tuple(map(_to_actor, shape.actors)),
        statements=tuple(_made(Statement, it) for it in shape.statements),
        positions=tuple(_made(Position, it) for it in shape.positions),
        times=tuple(
            _made(Time, it, span=it.span, id=it.id or f"t{k}")
            for k, it in enumerate(shape.times, 1)
        ),
        figures=tuple(_made(Figure, it, span=it.span) for it in shape.figures),
        events=tuple(_made(Event, it) for it in shape.events),
        notes=tuple(shape.notes),
    )
    check_record(record)
    return record


def _made(item: type[Made], shape: "Shape", **given: Any) -> Made:
    """Return an item of the record with what its JSON shape holds."""
    names = [it.name for it in fields(item) if it.name not in given]
    return item(**{name: _plain(getattr(shape, name)) for name in names}, **given)


def _plain(held: Any) -> Any:
    """Return what a key holds as the record keeps it: lists as tuples, passages as spans."""
    if isinstance(held, list):
        return tuple(map(_plain, held))
    return held.plain() if hasattr(held, "plain") else held


def _to_actor(shape: "ActorShape") -> Actor:
    offices = tuple(_made(Office, it) for it in shape.offices)
    mentions = tuple(Mention(it.span, it.form) for it in shape.mentions)
    return _made(Actor, shape, offices=offices, mentions=mentions)
