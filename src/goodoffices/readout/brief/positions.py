"""The position matrix: issue by issue what each actor wants, in the models and in the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.conflict import DecisionMaker
from goodoffices.conflict.parts import PreferenceStatement
from goodoffices.readout.brief.material import Consent, Material, Model, Position
from goodoffices.readout.brief.notes import AFTER, Notes, stance_words
from goodoffices.readout.document import (
    Block,
    Column,
    Note,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Words,
    words,
)
from goodoffices.readout.support import parts_of
from goodoffices.statements import Name, Not, names

__all__ = ["ASSUMED", "positions"]

ASSUMED = Run("no evidence", "flag")
_ACROSS = 5  # actors side by side; more go into a further table
_MOST = 400


def positions(material: Material, notes: Notes) -> Section:
    """Return who stands where on what."""
    blocks: list[Block] = []
    for model in material.models:
        if not model.left_out:
            blocks += _matrix(model, notes)
    blocks += _agenda(material, notes)
    blocks += _record(material, notes)
    if not blocks:
        blocks.append(Paragraph(words("No position is on record.")))
    return Section("Positions", tuple(blocks), anchor="positions")


def _matrix(model: Model, notes: Notes) -> Iterator[Block]:
    conflict = model.conflict
    issues = [(it.id, it.text) for it in conflict.options]
    issues += [(it.id, it.text or str(it.statement)) for it in conflict.derived]
    wanting = [
        dm
        for dm in conflict.decision_makers
        if any(isinstance(part, PreferenceStatement) for part in parts_of(dm.preferences))
    ]
    if not issues or not wanting:
        return
    chunks = [wanting[k : k + _ACROSS] for k in range(0, len(wanting), _ACROSS)]
    for k, chunk in enumerate(chunks):
        part = f", part {k + 1} of {len(chunks)}" if len(chunks) > 1 else ""
        caption = (
            f"{conflict.title}: issues and what each decision maker wants, as the model has it{part}. "
            "Numbers give the order of importance to that decision maker."
        )
        rows = tuple(
            Row(((words(text or id_), words(Run(id_, "code"))), *_cells(model, id_, chunk, notes)))
            for id_, text in issues
        )
        columns = (Column("Issue", 3), *(Column(dm.label, 3) for dm in chunk))
        yield Table(caption, columns, rows, wide=len(chunk) > 3)


def _cells(
    model: Model, issue: str, chunk: Sequence[DecisionMaker], notes: Notes
) -> list[tuple[Words, ...]]:
    return [tuple(_wanted(model, dm, issue, notes)) or ((),) for dm in chunk]


def _wanted(model: Model, dm: DecisionMaker, issue: str, notes: Notes) -> Iterator[Words]:
    """Yield what a decision maker wants of an issue: for, against, or a statement that names it."""
    for number, part in enumerate(parts_of(dm.preferences), 1):
        if not isinstance(part, PreferenceStatement) or issue not in names(part.statement):
            continue
        statement = part.statement
        said: tuple[str | Run, ...] = (Run(str(statement), "code"),)
        if statement == Name(issue):
            said = (Run("for", "strong"),)
        elif statement == Not(Name(issue)):
            said = (Run("against", "strong"),)
        marks = notes.evidence(model, part.because) if part.because else (Run(" "), ASSUMED)
        yield words(f"{number}. ", *said, *marks)


def _agenda(material: Material, notes: Notes) -> Iterator[Block]:
    if not material.issues:
        return
    sides = list(dict.fromkeys(c.by for issue in material.issues for c in issue.consents))
    chunks = [sides[k : k + _ACROSS] for k in range(0, len(sides), _ACROSS)] or [[]]
    for chunk in chunks:
        rows = []
        for issue in material.issues:
            last = {consent.by: consent for consent in issue.consents}
            cells = (_stood(last.get(side), notes) for side in chunk)
            rows.append(Row(((words(issue.text, *notes.marks(issue.refs)),), *cells)))
        columns = (Column("Item", 4), *(Column(material.called(side), 3) for side in chunk))
        caption = "The agenda of the talks, and where each side last stood on it."
        yield Table(caption, columns, tuple(rows), wide=len(chunk) > 3)


def _stood(consent: Consent | None, notes: Notes) -> tuple[Words, ...]:
    if consent is None:
        return (words(Run("not known", "quiet")),)
    day = f", {consent.when}" if consent.when else ""
    return (words(f"{consent.stance}{day}", *notes.marks(consent.refs)),)


def _record(material: Material, notes: Notes) -> Iterator[Block]:
    if not material.positions:
        return
    held = sorted(
        material.positions,
        key=lambda p: (material.called(p.holder, p.holder_name).lower(), p.when, p.ref),
    )
    rows = tuple(_row(material, position, notes) for position in held[:_MOST])
    caption = f"{len(rows):,} position{'s' * (len(rows) != 1)} on record, by who holds them."
    if len(held) > _MOST:
        caption = f"The first {_MOST:,} of {len(held):,} positions on record, by who holds them."
    columns = (Column("Who", 2), Column("Stance", 2), Column("On what", 5), Column("When", 1))
    yield Table(caption, columns, rows)
    if any(p.stance == "provisionally_accept" for p in held):
        yield Note(words("Accepting provisionally is not agreeing."))


def _row(material: Material, position: Position, notes: Notes) -> Row:
    who = material.called(position.holder, position.holder_name) or "nobody named"
    behalf = f" for {material.called(position.behalf)}" if position.behalf else ""
    what = [words(f"“{position.object or position.words}”", *notes.marks((position.ref,)))]
    bound = (
        ("on condition", position.condition),
        ("by", position.deadline),
        ("or else", position.consequence),
    )
    what += [words(Run(f"{name}: ", "quiet"), text) for name, text in bound if text]
    if position.after:
        what.append((AFTER,))
    return Row(
        (
            (words(who + behalf),),
            (words(stance_words(position.stance)),),
            tuple(what),
            (words(position.when),),
        )
    )
