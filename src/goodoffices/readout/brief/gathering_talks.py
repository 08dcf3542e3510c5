"""What a readout takes from the talks: who takes part, what happened, where the sides stand on the agenda."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from goodoffices.readout import sheet as laid_out
from goodoffices.readout.brief.material import (
    Chapter,
    Cited,
    Consent,
    Drawing,
    Grid,
    Happening,
    Issue,
    Part,
)
from goodoffices.readout.talks_commitments import commitments_sheet
from goodoffices.readout.talks_process import process_sheet
from goodoffices.readout.talks_texts import matrix_sheet, text_sheet
from goodoffices.readout.talks_triggers import triggers_sheet
from goodoffices.readout.talks_votes import votes_sheet
from goodoffices.readout.timeline import commitments_svg
from goodoffices.talks.agenda import current
from goodoffices.talks.calendar import calendar
from goodoffices.talks.process import AgendaItem, Order
from goodoffices.talks.talks import Talks

__all__ = ["agenda", "chapters", "evidence_of", "happenings", "parts"]


def parts(talks: Talks) -> Mapping[str, tuple[Part, str, str, tuple[str, ...]]]:
    """Return actor id to its part in the talks, its name, why it is absent, and whom it backs."""
    if talks.process is None:
        return {}
    return {
        id_: (it.part, it.name, it.why, it.backs) for id_, it in talks.process.participants.items()
    }


def happenings(talks: Talks, day: datetime.date | None) -> tuple[Happening, ...]:
    """Return everything dated in the talks, in order of time."""
    return tuple(
        Happening(
            when=it.when,
            what=f"{it.text}: {it.became}" if it.became else it.text,
            kind=f"{it.kind}, ahead" if it.ahead else it.kind,
            refs=_refs(talks, it.because),
        )
        for it in calendar(talks, day)
    )


def agenda(talks: Talks) -> tuple[Issue, ...]:
    """Return the agenda and the orders proposed, with where each side last stood."""
    if talks.process is None:
        return ()
    things: list[AgendaItem | Order] = [
        *talks.process.agenda.values(),
        *talks.process.orders.values(),
    ]
    return tuple(
        Issue(
            text=it.text,
            consents=tuple(
                Consent(by=by, stance=c.stance, when=c.when, refs=_refs(talks, c.because))
                for by, c in current(it.consents, talks.day).items()
            ),
            refs=_refs(talks, it.because),
        )
        for it in things
    )


def chapters(talks: Talks) -> tuple[Chapter, ...]:
    """Return the parts of the talks as people read them: process, texts, votes, deadlines, commitments."""
    return tuple(_chapters(talks))


def _chapters(talks: Talks) -> Iterator[Chapter]:
    if talks.process is not None:
        yield _chapter(talks, "process", "The process", process_sheet(talks))
    for id_, text in talks.texts.items():
        if text.versions:
            held = matrix_sheet(talks, id_) if text.stances else None
            yield _chapter(talks, f"text-{id_}", text.title, text_sheet(talks, id_), held)
    if talks.bodies is not None:
        yield _chapter(talks, "votes", "Votes", votes_sheet(talks))
    if talks.triggers is not None:
        yield _chapter(talks, "deadlines", "Deadlines", triggers_sheet(talks))
    if talks.commitments is not None:
        shown = commitments_sheet(talks, commitments_svg(talks))
        yield _chapter(talks, "commitments", shown.title, shown)


def _chapter(talks: Talks, key: str, title: str, *sheets: laid_out.Sheet | None) -> Chapter:
    found = []
    for sheet in filter(None, sheets):
        cited = next((it.cited for it in sheet.sections if it.cited), ())
        found += [
            (it.heading, tuple(_part(talks, part, cited, title) for part in it.parts))
            for it in sheet.sections
            if not it.cited
        ]
    return Chapter(key, title, tuple(found))


def _part(
    talks: Talks, part: laid_out.Part, cited: tuple[str, ...], title: str
) -> Cited | Grid | Drawing:
    if isinstance(part, laid_out.Grid):
        rows = tuple(
            tuple(tuple(_cited(talks, line, cited) for line in cell.split("\n")) for cell in row)
            for row in part.rows
        )
        return Grid(part.head, rows)
    if isinstance(part, laid_out.Drawn):
        return Drawing(part.svg, f"{title}: over time, as in the table beside it")
    return _cited(talks, part, cited)


def _cited(talks: Talks, text: str, cited: tuple[str, ...]) -> Cited:
    """Return text with its marks of evidence as references to what they stand for."""
    found: list[str | tuple[str, ...]] = []
    for number, piece in enumerate(laid_out.MARK.split(text)):
        if number % 2:
            known = piece.isdecimal() and 0 < int(piece) <= len(cited)
            found.append(_refs(talks, (cited[int(piece) - 1] if known else piece,)))
        elif piece.strip():
            found.append(piece.rstrip(" "))  # a reference brings its own space
    return tuple(found)


def evidence_of(talks: Talks) -> dict[str, str]:
    """Return reference to citation, for evidence of the talks that leads to no item of the record."""
    return {
        _own(id_): it.citation + (f": “{it.quote}”" if it.quote else "")
        for id_, it in talks.evidence.items()
        if not it.record
    }


def _own(id_: str) -> str:
    return f"talks/evidence/{id_}"


def _refs(talks: Talks, because: Iterable[str]) -> tuple[str, ...]:
    """Return what evidence leads to: items of the record, or itself where it leads to none."""
    found: list[str] = []
    for id_ in because:
        entry = talks.evidence.get(id_)
        if entry is None:
            found.append(id_)
        else:
            found += entry.record or (_own(id_),)
    return tuple(dict.fromkeys(found))
