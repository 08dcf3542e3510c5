"""The options paper: what would hold, who could move together, what would have to change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from goodoffices.conflict import Conflict
from goodoffices.errors import GoodOfficesError
from goodoffices.readout import sections
from goodoffices.readout.brief.deciding import Deciding
from goodoffices.readout.brief.firmness import firmness
from goodoffices.readout.brief.material import Material, Model
from goodoffices.readout.brief.notes import AFTER, Notes
from goodoffices.readout.brief.positions import ASSUMED
from goodoffices.readout.comparison import Comparison, compared
from goodoffices.readout.document import (
    Block,
    Column,
    Facts,
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
from goodoffices.readout.support import support
from goodoffices.readout.words import CAUTION, GLOSSES, STRONGEST_FIRST, answer_in_words
from goodoffices.stability import Analysis, analyse
from goodoffices.stability.explain import Step
from goodoffices.stability.sentences import joined, move_words

__all__ = ["Worked", "options_paper", "readings", "work_out"]

_OUTCOMES = 8


@dataclass(frozen=True)
class Worked:
    """A model with what was worked out from it, or why nothing was."""

    model: Model
    analysis: Analysis | None
    why_not: str = ""


def work_out(model: Model) -> Worked:
    """Analyse a model, if something may be concluded from it and it can be analysed."""
    if model.left_out:
        return Worked(model, None, model.left_out)
    try:
        return Worked(model, analyse(model.conflict))
    except GoodOfficesError as error:
        return Worked(model, None, str(error).splitlines()[0])


def options_paper(material: Material, worked: list[Worked], notes: Notes) -> Section:
    """Return the options paper, model by model; nothing in it is a recommendation."""
    if not worked:
        none = Paragraph(
            words("There is no conflict model, so nothing is said of what would hold.")
        )
        return Section("Options", (none,), anchor="options")
    inner = tuple(_of_model(material, work, notes) for work in worked)
    glosses = Facts(tuple((name, words(GLOSSES[name])) for name in STRONGEST_FIRST))
    told = Paragraph(
        words("What it takes for an outcome to hold for everybody, concept by concept:")
    )
    blocks = (Note(words(CAUTION), "limit"), told, glosses)
    return Section("Options", blocks, inner, anchor="options")


def _of_model(material: Material, work: Worked, notes: Notes) -> Section:
    conflict = work.model.conflict
    blocks: list[Block] = [Paragraph(_who_made_it(material, conflict))]
    if work.model.fallen:
        said = f"Not in this model as of then: {'; '.join(work.model.fallen)}."
        blocks.append(Note(words(said), "warning"))
    if work.analysis is None:
        blocks.append(
            Note(words(f"Nothing is concluded from this model here: {work.why_not}"), "warning")
        )
        return Section(conflict.title, tuple(blocks))
    analysis = work.analysis
    blocks += [Paragraph(words(said)) for said in answer_in_words(analysis)[:1]]
    parts = (
        Section("What would hold", tuple(_outcomes(analysis))),
        Section("Who could move together", tuple(_together(analysis))),
        Section("Ways from where matters stand", tuple(_changes(analysis, work.model, notes))),
        Section("What would have to change", tuple(firmness(analysis, work.model, notes))),
    )
    return Section(conflict.title, tuple(blocks), parts)


def _who_made_it(material: Material, conflict: Conflict) -> tuple[Run, ...]:
    reading = conflict.reading
    by = material.analysts.get(reading.by, reading.by)
    told = [f"The reading {reading.name}" if reading.name else "A reading"]
    told += [f" by {by}" if by else " by an analyst who is not named"]
    told += [f", written {reading.written}" if reading.written else ", written on a day not given"]
    stands = f"; it speaks of {conflict.date}" if conflict.date else ""
    late = (
        (Run(" "), AFTER)
        if reading.written and _before(conflict.date or material.as_of, reading.written)
        else ()
    )
    note = f" {reading.note}" if reading.note else ""
    return words(f"{''.join(told)}{stands}.", *late, note, " ", support(conflict).sentence)


def _before(day: str, written: str) -> bool:
    """Tell whether a day lies surely before another, both as precise as they are."""
    least = min(len(day), len(written))
    return bool(day) and day[:least] < written[:least]


def _outcomes(analysis: Analysis) -> Iterator[Block]:
    told, total = sections.equilibria(analysis)
    if not total:
        yield Paragraph(words("No outcome is stable for everybody under any concept."))
        return
    shown = told[:_OUTCOMES]
    rows = tuple(
        Row(
            (
                (
                    words(Run(it.name, "code")),
                    *((words("where matters stand"),) if it.status_quo else ()),
                ),
                tuple(words(text) for text in _done(analysis, it.number)),
                (words(joined(it.concepts)),),
                (words(it.sentence),),
            ),
            strong=False,
        )
        for it in shown
    )
    caption = (
        f"{len(shown):,} of {total:,} outcomes that are stable for everybody under some concept"
    )
    columns = (
        Column("Outcome", 3),
        Column("What is done in it", 4),
        Column("Holds under", 2),
        Column("In words", 4),
    )
    yield Table(f"{caption}, those under the most demanding first.", columns, rows)


def _done(analysis: Analysis, number: int) -> list[str]:
    conflict = analysis.conflict
    texts = {option.id: option.text or option.id for option in conflict.options}
    done = [
        f"{conflict.owners[id_].label}: {texts[id_]}"
        for id_ in analysis.states.taken(number)
        if id_ in texts
    ]
    return done or ["no option is taken"]


def _together(analysis: Analysis) -> Iterator[Block]:
    told, total = sections.joint_moves(analysis)
    if analysis.conflict.status_quo is None:
        yield Paragraph(words("The model names no status quo."))
    elif not told:
        yield Paragraph(
            words(
                "No joint improvement from the status quo exists among those who cannot gain alone."
            )
        )
    else:
        yield Listing(tuple(Item(words(said)) for said in told))
        if total > len(told):
            yield Paragraph(words(f"{total - len(told):,} more are left out."))


def _changes(analysis: Analysis, model: Model, notes: Notes) -> Iterator[Block]:
    """Tell how the other outcomes that hold could be reached, and what speaks against the steps."""
    if analysis.conflict.status_quo is None:
        yield Paragraph(words("The model names no status quo, so there is no way from it."))
        return
    told, total = sections.paths(analysis)
    if not told:
        yield Paragraph(words("No other outcome holds, so there is none to reach."))
        return
    routes = analysis.routes(most=len(told))
    deciding = Deciding(analysis)
    items = []
    for path, route in zip(told, routes, strict=True):
        way = route.by_improvements or route.fewest_losses or ()
        steps = tuple(_step(analysis, deciding, model, notes, step) for step in way)
        head = words(Run(path.target, "code"), f" ({path.concepts}): {path.summary.rstrip('.')}.")
        items.append(Item(head, steps))
    yield Listing(tuple(items))
    if total > len(told):
        yield Paragraph(words(f"The ways to {total - len(told):,} more outcomes are left out."))


def _step(analysis: Analysis, deciding: Deciding, model: Model, notes: Notes, step: Step) -> Item:
    conflict = analysis.conflict
    manner = move_words(conflict, step)
    if step.change > 0:
        return Item(words(f"{manner}, and gains"))
    if step.change == 0:
        return Item(words(f"{manner}, indifferent"))
    found = deciding.between(step.mover, step.source, step.target)
    against = f"; against it speaks {found.words}" if found else ""
    marks = notes.evidence(model, found.because) if found and found.because else ()
    flag = (Run(" "), ASSUMED) if found and not found.because else ()
    return Item(words(f"{manner}, at a loss{against}", *marks, *flag))


def readings(material: Material, worked: list[Worked]) -> Section | None:
    """Return the rival readings of each model side by side, who made which; None where there are none."""
    parts = []
    for work in worked:
        found = compared(work.analysis) if work.analysis is not None else None
        if found is not None and work.analysis is not None:
            parts.append(Section(work.model.conflict.title, tuple(_compared(material, found))))
    if not parts:
        return None
    intro = Paragraph(words("Each reading is analysed by itself; none is averaged with another."))
    return Section("Several readings", (intro,), tuple(parts), anchor="readings")


def _compared(material: Material, found: Comparison) -> Iterator[Block]:
    items = []
    for it in found.readings:
        by = material.analysts.get(it.by, it.by) or "an analyst who is not named"
        title = f", {it.title}" if it.title else ""
        differs = f"; differs in {it.differs}" if it.differs else ""
        note = f". {it.note}" if it.note else ""
        items.append(Item(words(Run(it.name, "strong"), f"{title}: by {by}{differs}{note}")))
    yield Listing(tuple(items))
    columns = (Column("Outcome", 3), *(Column(it.name, 2) for it in found.readings))
    rows = [
        Row(
            (
                (words(Run(name, "code")), *((words("where matters stand"),) if here else ())),
                *((words(held or "does not hold"),) for held in under),
            )
        )
        for name, here, under in found.states
    ]
    rows.append(
        Row(((words("Equilibria in all"),), *((words(it.counts),) for it in found.readings)))
    )
    rows.append(
        Row(
            (
                (words("Joint moves from where matters stand"),),
                *((words(it.joint),) for it in found.readings),
            )
        )
    )
    caption = (
        f"Under which concepts each outcome holds in each reading; {len(found.states):,} of "
        f"{found.total:,} that hold in some reading."
    )
    yield Table(caption, columns, tuple(rows), wide=len(found.readings) > 4)
