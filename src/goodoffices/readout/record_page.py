"""The report as a page: passages marked where they stand, speakers in the margin, debris greyed.

One file without scripts from elsewhere. Every statement is reachable with Tab or with j and k;
Enter on a speaker marks everything that speaker said. Works without script too: marks, margin notes
and the rows of the tables are links to each other. Below the report stands all else that was read:
positions, actors, times, figures, events.
"""

from collections.abc import Iterable, Sequence
from importlib.resources import files

from goodoffices.readout.record_marks import marked_rows, safe
from goodoffices.record.model import Actor, Event, Figure, Position, Record, Span


def render_page(record: Record, name: str = "Report") -> str:
    """Return the HTML page of a record."""
    title = safe(record.source.title or name)
    rows = "\n".join(marked_rows(record))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_static('record.css')}</style></head><body>\n"
        f"<header><h1>{title}</h1>{_facts(record)}</header>\n"
        f'<main aria-label="The report, with passages marked">\n{rows}\n</main>\n'
        f'<section class="more">{_positions(record)}{_notes(record)}{_all_else(record)}</section>\n'
        f"<script>{_static('record.js')}</script></body></html>\n"
    )


def _static(name: str) -> str:
    return (files("goodoffices.readout") / "static" / name).read_text(encoding="utf-8")


def _facts(record: Record) -> str:
    source = record.source
    counted = [s for s in record.statements if s.category == "reported_speech"]
    known = [
        f"published {source.published} ({source.published_basis})"
        if source.published
        else "publication date unknown",
        f"publisher {source.publisher}" if source.publisher else "publisher unknown",
        f"{_count(len(counted), 'statement')}, {_count(len(record.positions), 'position')}: proposed by rules, each waiting for a person",
    ]
    return (
        f'<p class="facts">{safe("; ".join(known))}.</p>'
        '<p class="legend"><mark>direct speech</mark> <mark class="indirect">reported speech</mark> '
        '<mark class="nested">speech inside speech</mark> '
        '<span class="stance">stance</span> <span class="dropped"><s>not part of the report</s></span></p>'
        '<p class="keys">Keys: j and k go from passage to passage, Enter jumps to the speaker and back, '
        "Esc clears.</p>"
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number != 1 else ''}"


Row = Sequence[str]


def _table(name: str, heads: Sequence[str], rows: Iterable[Row]) -> str:
    """A table of cells that are safe already; on a narrow page each row is a card."""
    body = "".join(
        "<tr>"
        + "".join(
            f'<td data-label="{h}">{c}</td>' if c else "<td></td>"
            for h, c in zip(heads, row, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    head = "".join(f'<th scope="col">{h}</th>' for h in heads)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{name}"><table><thead><tr>{head}</tr>'
        f"</thead><tbody>{body}</tbody></table></div>"
    )


def _positions(record: Record) -> str:
    if not record.positions:
        return ""
    heads = ("Actor", "Stance", "Words", "Toward", "Condition, deadline")
    return "<h2>Positions</h2>" + _table(
        "Positions", heads, (_position(record, p) for p in record.positions)
    )


def _position(record: Record, position: Position) -> Row:
    patron, target = record.actor(position.on_behalf_of), record.actor(position.target)
    holder = safe(position.holder_name or "unnamed")
    if patron is not None:
        holder += f" (on behalf of {safe(patron.name)})"
    return (
        holder,
        safe(position.stance.replace("_", " ")),
        f'<a href="#{position.id}">{safe(_passage(record.text, position))}</a>',
        safe(target.name) if target is not None else "",
        safe(_terms(position)),
    )


def _passage(text: str, position: Position) -> str:
    """The trigger and what it is about, as they stand in the text."""
    start, end = position.trigger.start, position.trigger.end
    if position.object is not None:
        start, end = min(start, position.object.start), max(end, position.object.end)
    if end - start > _LONG:
        start, end = position.trigger.start, min(end, position.trigger.start + _LONG)
    return " ".join(text[start:end].split())


_LONG = 300  # characters of a passage in a table


def _terms(position: Position) -> str:
    """What a position hangs on: its condition, its deadline, what would follow."""
    parts = [
        position.condition.exact if position.condition else "",
        f"deadline {position.deadline}" if position.deadline else "",
        f"consequence: {position.consequence.exact}" if position.consequence else "",
    ]
    return "; ".join(part for part in parts if part)


def _notes(record: Record) -> str:
    if not record.notes:
        return ""
    items = "".join(f"<li>{safe(n)}</li>" for n in record.notes)
    return f'<h2>To look at</h2><ul class="facts">{items}</ul>'


def _all_else(record: Record) -> str:
    """What else was read, folded away: it waits for a person as well."""
    times = ((_words(t.span), safe(t.value), safe(t.type.lower())) for t in record.times)
    parts = (
        _folded("Actors", ("Name", "Type", "Offices", "Also", "Named"), map(_actor, record.actors)),
        _folded("Times", ("Words", "Value", "Kind"), times),
        _folded("Figures", ("Words", "Quantity", "Unit"), map(_figure, record.figures)),
        _folded(
            "Events",
            ("Words", "Kind", "Whether", "Date", "Place"),
            map(_event, record.events),
        ),
    )
    return "".join(parts)


def _folded(name: str, heads: Sequence[str], rows: Iterable[Row]) -> str:
    listed = list(rows)
    if not listed:
        return ""
    table = _table(name, heads, listed)
    return f"<details><summary>{name} ({len(listed)})</summary>{table}</details>"


def _words(span: Span) -> str:
    return safe(" ".join(span.exact.split()))


def _actor(actor: Actor) -> Row:
    known = actor.name if actor.resolved else f"{actor.name} (introduced nowhere)"
    kind = actor.type if actor.country in (None, actor.name) else f"{actor.type}, {actor.country}"
    return (
        safe(known),
        safe(kind),
        safe("; ".join(office.title for office in actor.offices)),
        safe("; ".join(actor.aliases)),
        safe(f"{len(actor.mentions)} times" if len(actor.mentions) != 1 else "once"),
    )


def _figure(figure: Figure) -> Row:
    amount = figure.magnitude or "" if figure.quantity is None else f"{figure.quantity:g}"
    if figure.upper is not None:
        amount += f" to {figure.upper:g}"
    sign = "" if figure.comparator == "=" else f"{figure.comparator} "
    return _words(figure.span), safe(sign + amount), safe(figure.unit or figure.measure or "")


def _event(event: Event) -> Row:
    kind = (event.plover or "").lower()
    return (
        _words(event.trigger),
        safe(kind),
        safe(event.factuality),
        safe(event.date or ""),
        safe(event.place or ""),
    )
