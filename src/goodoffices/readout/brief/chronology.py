"""The chronology: what happened, was said and is planned, day by day, each with where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from goodoffices.readout.brief.material import Event, Item, Material, Position, Statement
from goodoffices.readout.brief.notes import AFTER, Notes, stance_words
from goodoffices.readout.document import Column, Paragraph, Row, Run, Section, Table, Words, words

__all__ = ["chronology"]

_REPORTED = "reported "
_MOST = 400  # rows of a table that people still read


@dataclass(frozen=True)
class _Entry:
    when: str
    who: str
    what: Words
    refs: tuple[str, ...]


def chronology(material: Material, notes: Notes) -> Section:
    """Return the chronology, the earliest first, what has no day last."""
    entries = sorted(_entries(material), key=lambda it: _sortable(it.when))
    if not entries:
        return Section(
            "Chronology",
            (Paragraph(words("Nothing with a day is on record.")),),
            anchor="chronology",
        )
    shown = entries[-_MOST:]
    left = len(entries) - len(shown)
    caption = f"{len(shown):,} entries"
    caption += f"; the {left:,} earliest are left out." if left else ", the earliest first."
    rows = tuple(
        Row(
            (
                (words(it.when.replace("/", " to ") or "no day"),),
                (words(it.who),),
                (words(it.what, *notes.marks(it.refs)),),
            )
        )
        for it in shown
    )
    columns = (Column("When", 2), Column("Who", 3), Column("What", 9))
    return Section("Chronology", (Table(caption, columns, rows),), anchor="chronology")


def _sortable(when: str) -> tuple[bool, str, bool, str]:
    """Order dates by their first day, a month before its days; what has none comes last."""
    day = when.removeprefix(_REPORTED)
    return not day[:1].isdigit(), day.split("/")[0], day != when, day


def _day(material: Material, item: Item) -> str:
    """Return when something was so, or else when its source was published."""
    source = material.source_by_id.get(item.source)
    return item.when or (f"{_REPORTED}{source.published}" if source and source.published else "")


def _entries(material: Material) -> Iterator[_Entry]:
    for it in material.happenings:
        who = ", ".join(material.called(id_) for id_ in it.who)
        kind = (Run(f" ({it.kind})", "quiet"),) if it.kind else ()
        yield _Entry(it.when, who, words(it.what, *kind), it.refs)
    for event in material.events:
        yield _event(material, event)
    for position in material.positions:
        yield _position(material, position)
    cited = {(position.source, position.words) for position in material.positions}
    for said in material.statements:
        if (said.source, said.words) not in cited:
            yield _statement(material, said)


def _statement(material: Material, said: Statement) -> _Entry:
    who = material.called(said.speaker, said.speaker_name)
    return _Entry(
        _day(material, said), who, _marked(words(f"says: “{said.words}”"), said), (said.ref,)
    )


def _event(material: Material, event: Event) -> _Entry:
    who = ", ".join(material.called(id_) for id_ in event.participants)
    said = f" ({event.factuality})" if event.factuality != "happened" else ""
    place = f", {event.place}" if event.place else ""
    what = words(f"“{event.words}”{place}", Run(said, "quiet") if said else "")
    return _Entry(_day(material, event), who, _marked(what, event), (event.ref,))


def _position(material: Material, position: Position) -> _Entry:
    who = material.called(position.holder, position.holder_name)
    what = words(Run(stance_words(position.stance), "strong"), f": “{position.words}”")
    return _Entry(_day(material, position), who, _marked(what, position), (position.ref,))


def _marked(what: Words, item: Item) -> Words:
    return words(what, *((Run(" "), AFTER) if item.after else ()))
