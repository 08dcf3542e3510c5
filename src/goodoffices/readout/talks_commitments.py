"""Commitments and the calendar as sheets: status over time, rival counts side by side, breaches."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.readout.sheet import Drawn, Grid, Section, Sheet, Sources
from goodoffices.readout.talks_process import as_of_line, named
from goodoffices.talks.calendar import EVERYTHING, Stretch, calendar
from goodoffices.talks.commitments import (
    Commitment,
    Commitments,
    breaches,
    due_at,
    points,
    standing,
)
from goodoffices.talks.talks import Talks
from goodoffices.talks.when import in_short, in_words, order

__all__ = ["calendar_sheet", "commitments_sheet", "evidence_sheet"]

_SCALE = "Scale: 3 full, 2 intermediate, 1 minimum, 0 not implemented; contested; unknown."


def commitments_sheet(talks: Talks, drawing: str = "") -> Sheet:
    """Lay out the commitments with status and observations, the counts by source, and the breaches."""
    file = talks.commitments
    if file is None:
        return Sheet("The talks have no file of commitments")
    sources = Sources(talks.evidence)
    rows = tuple(_row(talks, it, sources) for it in file.commitments.values())
    table = Grid(("commitment", "owed by", "due", "status"), rows)
    sections = [Section("Commitments", (table, _SCALE))]
    if drawing:
        sections.append(Section("Over time", (Drawn(drawing, "(drawn with --svg FILE)"),)))
    sections += [_observations(it, sources) for it in file.commitments.values() if it.observations]
    sections += _series(talks, file, sources)
    broken = tuple(
        f"{in_words(it.observation.when)}: {it.move.model} {'taken' if it.move.taken else 'not taken'}"
        f"{f' by {named(talks, (it.move.by,))}' if it.move.by else ''}: {it.observation.text}"
        f"{sources.marks(it.observation.because)}"
        for it in breaches(file, talks.day)
    )
    if broken:
        sections.append(Section("Breaches, as moves of the models", broken))
    return Sheet(file.title or "Commitments", as_of_line(talks), (*sections, *sources.section()))


def _row(talks: Talks, it: Commitment, sources: Sources) -> tuple[str, ...]:
    found = standing(it, talks.day)
    when = due_at(it, talks.day)
    due = f"{in_short(when)} ({found.due})" if when else "no date"
    return f"{it.name}{sources.marks(it.because)}", named(talks, it.by), due, found.words


def _observations(it: Commitment, sources: Sources) -> Section:
    rows = tuple(
        (
            in_short(seen.when),
            seen.text + (f" ({seen.note})" if seen.note else ""),
            seen.finder + sources.marks(seen.because),
            "" if seen.status is None else str(seen.status),
        )
        for seen in sorted(it.observations, key=lambda one: order(one.when))
    )
    disputed = (f"The terms are disputed: {it.disputed}",) if it.disputed else ()
    head = ("when", "observed", "found by", "status")
    return Section(it.name, (*((it.text,) if it.text else ()), *disputed, Grid(head, rows)))


def _series(talks: Talks, file: Commitments, sources: Sources) -> Iterator[Section]:
    """One column a source, one row a date; nothing is added up or averaged."""
    for series in file.series.values():
        found = points(series, talks.day)
        if not found:
            continue
        dates = sorted({point.when for these in found.values() for point in these}, key=order)
        rows = tuple(
            (
                in_short(when),
                *(
                    "; ".join(
                        f"{point.words}{sources.marks(point.because)}"
                        for point in these
                        if point.when == when
                    )
                    for these in found.values()
                ),
            )
            for when in dates
        )
        note = (series.note,) if series.note else ()
        unit = f" ({series.unit})" if series.unit else ""
        grid = Grid(("when", *found), rows)
        yield Section(f"Counts by source: {series.name}{unit}", (grid, *note))


def calendar_sheet(talks: Talks, drawing: str = "", what: Stretch = EVERYTHING) -> Sheet:
    """Lay out the calendar as a table: when, what, and what became of it."""
    sources = Sources(talks.evidence)
    entries = calendar(talks, talks.day, what)
    rows = tuple(
        (
            in_short(it.when),
            it.kind + (" *" if it.ahead else ""),
            it.text + sources.marks(it.because),
            it.became,
        )
        for it in entries
    )
    sections = (
        [Section("Over time", (Drawn(drawing, "(drawn with --svg FILE)"),))] if drawing else []
    )
    starred = ("* lies ahead",) if any(it.ahead for it in entries) else ()
    grid = Grid(("when", "kind", "what", "what became of it"), rows)
    sections.append(Section("Calendar", (grid, *starred)))
    return Sheet("Calendar", as_of_line(talks), (*sections, *sources.section()))


def evidence_sheet(talks: Talks) -> Sheet:
    """List where everything is written; copies of one text are told, since they confirm nothing."""
    rows = tuple(
        (
            id_,
            it.citation + (f" (repeats {it.copy_of})" if it.copy_of else ""),
            in_short(it.said) if it.said else "?",
            in_short(it.known) if it.known else "?",
        )
        for id_, it in sorted(
            talks.evidence.items(),
            key=lambda entry: order(entry[1].known or entry[1].said or "9999"),
        )
    )
    grid = Grid(("id", "citation", "said", "known"), rows)
    copies = sum(bool(it.copy_of) for it in talks.evidence.values())
    lead = (*as_of_line(talks), f"{len(rows)} entries, {copies} of them copies of others")
    return Sheet("Evidence of the talks", lead, (Section("Where it is written", (grid,)),))
