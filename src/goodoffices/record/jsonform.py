"""The record as JSON: the interchange contract of ``goodoffices read --format json``, and back."""

from collections.abc import Mapping
from typing import Any

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
    check_record,
)

Json = dict[str, Any]


def span_json(span: Span | None) -> Json | None:
    """Return a span as ``{"start", "end", "text"}``."""
    return None if span is None else {"start": span.start, "end": span.end, "text": span.exact}


def _review(item: Proposal) -> Json:
    result: Json = {"rule": item.rule, "score": item.score, "status": item.status}
    if item.by is not None:
        result["by"] = item.by
    if item.at is not None:
        result["at"] = item.at
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


def _span(value: Mapping[str, Any] | None) -> Span | None:
    return None if value is None else Span(value["start"], value["end"], value["text"])


def _must(value: Mapping[str, Any]) -> Span:
    return Span(value["start"], value["end"], value["text"])


def _fields(value: Mapping[str, Any]) -> Json:
    return {key: value[key] for key in ("rule", "score", "status", "by", "at") if key in value}


def from_json(value: Mapping[str, Any], text: str | None = None) -> Record:
    """Return the record of a JSON object made by :func:`to_json`, checked against its text.

    Raises ValueError where no text is given or the words at an offset are not those recorded.
    """
    document = dict(value["document"])
    stored = document.pop("text", None) if text is None else text
    document.pop("text", None)
    if stored is None:
        raise ValueError("the record was written without its text; give the text it was read from")
    record = Record(
        text=stored,
        source=Source(**document),
        body=tuple((s, e) for s, e in value["body"]),
        dropped=tuple(Dropped(_must(d), d["kind"]) for d in value["dropped"]),
        actors=tuple(_to_actor(a) for a in value["actors"]),
        statements=tuple(_to_statement(s) for s in value["statements"]),
        positions=tuple(_to_position(p) for p in value["positions"]),
        times=tuple(
            Time(span=_must(t), type=t["type"], value=t["value"], mod=t["mod"], **_fields(t))
            for t in value["times"]
        ),
        figures=tuple(_to_figure(f) for f in value["figures"]),
        events=tuple(
            Event(
                id=e["id"],
                plover=e["plover"],
                mode=e["mode"],
                trigger=_must(e["trigger"]),
                date=e["date"],
                place=e["place"],
                participants=tuple(e["participants"]),
                factuality=e["factuality"],
                **_fields(e),
            )
            for e in value["events"]
        ),
        notes=tuple(value.get("notes", ())),
    )
    check_record(record)
    return record


def _to_actor(a: Mapping[str, Any]) -> Actor:
    return Actor(
        id=a["id"],
        name=a["name"],
        type=a["type"],
        country=a["country"],
        affiliation=tuple(a["affiliation"]),
        backers=tuple(a["backers"]),
        aliases=tuple(a["aliases"]),
        resolved=a["resolved"],
        offices=tuple(
            Office(o["title"], o["since"], o["until"], _span(o["passage"])) for o in a["offices"]
        ),
        mentions=tuple(Mention(_must(m), m["form"]) for m in a["mentions"]),
        **_fields(a),
    )


def _to_statement(s: Mapping[str, Any]) -> Statement:
    return Statement(
        id=s["id"],
        kind=s["kind"],
        category=s["class"],
        speaker=s["speaker"],
        speaker_name=s["speaker_name"],
        source=_span(s["source"]),
        cue=_span(s["cue"]),
        fragments=tuple(_must(f) for f in s["fragments"]),
        date=s["date"],
        inside=s["inside"],
        **_fields(s),
    )


def _to_position(p: Mapping[str, Any]) -> Position:
    return Position(
        id=p["id"],
        holder=p["holder"],
        holder_name=p["holder_name"],
        on_behalf_of=p["on_behalf_of"],
        stance=p["stance"],
        target=p["target"],
        trigger=_must(p["trigger"]),
        object=_span(p["object"]),
        condition=_span(p["condition"]),
        deadline=p["deadline"],
        consequence=_span(p["consequence"]),
        statement=p["statement"],
        **_fields(p),
    )


def _to_figure(f: Mapping[str, Any]) -> Figure:
    return Figure(
        id=f["id"],
        span=_must(f),
        quantity=f["quantity"],
        comparator=f["comparator"],
        upper=f["upper"],
        magnitude=f["magnitude"],
        unit=f["unit"],
        measure=f["measure"],
        statement=f["statement"],
        **_fields(f),
    )
