"""A readout put together: what an audience reads first comes first; every part is of the same material."""

from __future__ import annotations

from goodoffices._version import __version__
from goodoffices.readout.brief.actors import actors
from goodoffices.readout.brief.assumptions import assumed_in_words, assumptions
from goodoffices.readout.brief.balance import balance
from goodoffices.readout.brief.chronology import chronology
from goodoffices.readout.brief.conclusions import conclusions
from goodoffices.readout.brief.material import Material
from goodoffices.readout.brief.notes import Notes
from goodoffices.readout.brief.options import Worked, options_paper, readings, work_out
from goodoffices.readout.brief.positions import positions
from goodoffices.readout.brief.talks import talks
from goodoffices.readout.document import (
    Block,
    Column,
    Document,
    Facts,
    Note,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Words,
    words,
)
from goodoffices.readout.document.model import web
from goodoffices.readout.english import number_words
from goodoffices.readout.words import answer_in_words

__all__ = ["LIMITS", "compose"]

LIMITS = (
    "What is called stable is stable under the assumptions of a named reading; nothing here says what "
    "anybody is going to do."
)

_MOST_SOURCES = 400  # rows of the table of sources, unless more are cited
_RECORD_FIRST = ("chronology", "actors", "positions", "talks", "options", "conclusions", "readings")
_ANSWER_FIRST = ("options", "conclusions", "readings", "positions", "talks", "actors", "chronology")
_LAST = ("assumptions", "balance", "sources", "notes")


def compose(material: Material) -> Document:
    """Return the readout of a case, to be written in any form.

    Who decides, the mediator and the principal, reads what would hold first; a party and the public read
    first what is on record.

    >>> compose(Material(title="Empty", audience="the public")).sections[0].title
    'Chronology'
    """
    notes = Notes(material)
    worked = [work_out(model) for model in material.models]
    order = _ANSWER_FIRST if material.key in ("mediator", "team", "principal") else _RECORD_FIRST
    made = {
        name: section
        for name in (*order, "assumptions", "balance")
        if (section := _part(name, material, worked, notes)) is not None
    }
    made["sources"] = _sources(material, notes.sources())
    made["notes"] = Section("Notes", tuple(notes.blocks()), anchor="notes")
    return Document(
        material.title,
        tuple(made[name] for name in (*order, *_LAST) if name in made),
        kicker="Readout",
        audience=material.audience,
        as_of=material.as_of,
        facts=_facts(material),
        lead=_lead(material, worked),
        limits=LIMITS,
    )


def _part(name: str, material: Material, worked: list[Worked], notes: Notes) -> Section | None:
    match name:
        case "chronology":
            return chronology(material, notes)
        case "actors":
            return actors(material)
        case "positions":
            return positions(material, notes)
        case "talks":
            return talks(material, notes)
        case "options":
            return options_paper(material, worked, notes)
        case "conclusions":
            return conclusions(worked, notes)
        case "readings":
            return readings(material, worked)
        case "assumptions":
            return assumptions(material, notes)
    return balance(material, notes)


def _facts(material: Material) -> Facts:
    items = sum(1 for _ in material.items())
    held = (
        f"{number_words(len(material.sources), 'source')}, {number_words(items, 'confirmed item')} of the "
        f"record, {number_words(len(material.models), 'conflict model')}"
    )
    rows = [("As of", words(material.as_of or "everything known when this was made"))]
    rows.append(("Rests on", words(held)))
    if material.waiting:
        waiting = number_words(material.waiting, "suggestion")
        rows.append(("Left out", words(f"{waiting} that nobody has confirmed")))
    if material.analysts:
        rows.append(("Analysts", words(", ".join(material.analysts.values()))))
    rows.append(("Made by", words(f"Good Offices {__version__}")))
    return Facts(tuple(rows))


def _lead(material: Material, worked: list[Worked]) -> tuple[Words, ...]:
    """Say in a few sentences what a reader takes home: the story, what would hold, on how much evidence."""
    said = [words(material.story)] if material.story else []
    for work in worked:
        if work.analysis is not None:
            first, *rest = answer_in_words(work.analysis)
            name = f"{work.model.conflict.title}: " if len(worked) > 1 else ""
            joint = next((sentence for sentence in rest if "joint improvement" in sentence), "")
            said.append(words(f"{name}{first}", f" {joint}" if joint else ""))
    counted = assumed_in_words(material)
    said += [words(counted)] if counted else []
    said += [words(Run("Left out: ", "strong"), warning) for warning in material.warnings]
    return tuple(said)


def _sources(material: Material, cited: set[str]) -> Section:
    """Return the table of sources: all, or of many those that the notes refer to and some more."""
    if not material.sources:
        none = Paragraph(words("The case has no source that this audience may see."))
        return Section("Sources", (none,), anchor="sources")
    copies = sum(1 for source in material.sources if source.copy_of)
    caption = number_words(len(material.sources), "source").capitalize()
    caption += (
        f"; {number_words(copies, 'copy', 'copies')}, which confirm nothing" if copies else ""
    )
    rest = max(0, _MOST_SOURCES - len(cited))
    more = [source.id for source in material.sources if source.id not in cited][:rest]
    shown = [source for source in material.sources if source.id in {*cited, *more}]
    if len(shown) < len(material.sources):
        caption += f"; {len(material.sources) - len(shown):,} to which no note refers are left out"
    rows = []
    for source in shown:
        first = [words(Run(source.called, link=web(source.address)))]
        if source.copy_of:
            of = material.source_by_id.get(source.copy_of)
            first.append(words(Run(f"copy of {of.called if of else source.copy_of}", "flag")))
        kind = source.kind + (f", written {source.written}" if source.written else "")
        days = (source.published or "unknown", source.known or "unknown")
        mark = words(Run(source.sha256[:12], "code"))
        cells = (tuple(first), (words(kind),), *((words(day),) for day in days), (mark,))
        rows.append(Row(cells, f"source-{source.id}"))
    columns = (
        Column("Source", 5),
        Column("Kind", 2),
        Column("Published", 2),
        Column("Known", 2),
        Column("SHA-256 begins", 3),
    )
    blocks: list[Block] = [Table(f"{caption}.", columns, tuple(rows))]
    if any(source.kind == "digest" for source in material.sources):
        said = (
            "A digest is in the words of whoever wrote it, but for what stands in quotation marks."
        )
        blocks.append(Note(words(said)))
    return Section("Sources", tuple(blocks), anchor="sources")
