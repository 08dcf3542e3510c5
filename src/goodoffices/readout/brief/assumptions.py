"""What the models rest on: every preference statement with its evidence, and those without, counted."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.conflict import DecisionMaker
from goodoffices.conflict.parts import PreferenceStatement, Tier, Weight, is_inference
from goodoffices.readout.brief.material import Material, Model
from goodoffices.readout.brief.notes import Notes
from goodoffices.readout.brief.positions import ASSUMED
from goodoffices.readout.document import (
    Block,
    Column,
    Item,
    Listing,
    Note,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    words,
)
from goodoffices.readout.english import number_words
from goodoffices.readout.support import parts_of, support, wants_words

__all__ = ["assumed_in_words", "assumptions"]


def assumed_in_words(material: Material) -> str:
    """Count the preference statements of all models, and those without evidence.

    >>> assumed_in_words(Material(title="Empty", audience="the public"))
    ''
    """
    counts = [support(model.conflict) for model in material.models if not model.left_out]
    total = sum(count.statements for count in counts)
    if not total:
        return ""
    assumed = sum(count.assumed for count in counts)
    inferred = sum(count.inferred for count in counts)
    said = f"{total:,} preference statement{'s' if total != 1 else ''}"
    said += f", {assumed:,} of them without evidence"
    said += f" and {inferred:,} inferred from it" if inferred else ""
    return f"What is concluded rests on {said}."


def assumptions(material: Material, notes: Notes) -> Section:
    """Return the list of assumptions, and behind it everything that each decision maker is held to want."""
    models = [model for model in material.models if not model.left_out]
    if not models:
        none = Paragraph(words("Nothing is concluded here, so nothing is assumed."))
        return Section("Assumptions", (none,), anchor="assumptions")
    head = Paragraph(words(assumed_in_words(material)))
    inner = tuple(Section(model.conflict.title, tuple(_of(model, notes))) for model in models)
    return Section("Assumptions", (head,), inner, anchor="assumptions")


def _of(model: Model, notes: Notes) -> Iterator[Block]:
    items = [
        Item(words(Run(dm.label, "strong"), f", {number}: ", Run(said, "code"), *_noted(part.note)))
        for dm in model.conflict.decision_makers
        for number, said, part in _numbered(dm)
        if not part.because
    ]
    items += [
        Item(words(Run("What cannot be: ", "strong"), it.words, *_noted(it.note)))
        for it in model.conflict.feasibility
        if not it.because
    ]
    if items:
        yield Paragraph(
            words(f"{number_words(len(items), 'assumption').capitalize()} without evidence:")
        )
        yield Listing(tuple(items))
    else:
        yield Paragraph(words("Every preference statement and constraint cites evidence."))
    yield _table(model, notes)
    if model.conflict.rival_readings:
        yield Note(
            words("Counted is the reading named first; other readings change some statements.")
        )


def _noted(note: str) -> tuple[Run, ...]:
    return (Run(f" ({note})", "quiet"),) if note else ()


def _numbered(dm: DecisionMaker) -> Iterator[tuple[int, str, PreferenceStatement | Tier | Weight]]:
    held = dm.preferences
    for number, (said, part) in enumerate(zip(wants_words(held), parts_of(held), strict=True), 1):
        yield number, said, part


def _table(model: Model, notes: Notes) -> Table:
    rows = []
    for dm in model.conflict.decision_makers:
        for number, said, part in _numbered(dm):
            marks = notes.evidence(model, part.because)
            rests = [marks[1:] or words(ASSUMED)]
            if part.note:
                kind = "inference: " if is_inference(part.note) and part.because else ""
                rests.append(words(Run(f"{kind}{part.note}" if not kind else part.note, "quiet")))
            rows.append(
                Row(((words(dm.label),), (words(f"{number}. ", Run(said, "code")),), tuple(rests)))
            )
    caption = (
        "What each decision maker is held to want, most important first, and what that rests on."
    )
    columns = (Column("Decision maker", 2), Column("Wants", 4), Column("Rests on", 4))
    return Table(caption, columns, tuple(rows))
