"""The process of the talks as sheets: who, how, when, about what, and who consents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goodoffices.readout.sheet import Grid, Section, Sheet, Sources
from goodoffices.talks.agenda import agreement, fate
from goodoffices.talks.process import AgendaItem, Meeting, Order, Participant, Process
from goodoffices.talks.talks import Talks
from goodoffices.talks.when import in_short, in_words

__all__ = ["agenda_sheet", "as_of_line", "named", "process_sheet"]


def as_of_line(talks: Talks) -> tuple[str, ...]:
    """Say as of which day the talks are seen."""
    if talks.day is None:
        return ("as of all that the case knows",)
    return (f"as of {in_words(talks.day.isoformat())}: what became known later is left out",)


def named(talks: Talks, ids: tuple[str, ...]) -> str:
    """Return the names of actors, with commas."""
    return ", ".join(talks.names.get(id_, id_) for id_ in ids)


def process_sheet(talks: Talks) -> Sheet:
    """Lay out who takes part and how, mandates, meetings, questions and answers."""
    process = talks.process
    if process is None:
        return Sheet("The talks have no process file")
    sources = Sources(talks.evidence)
    sections = (
        _participants(talks, process, sources),
        *_mandates(talks, process, sources),
        *_meetings(talks, process, sources),
        *_questions(talks, process, sources),
    )
    return Sheet(process.title, as_of_line(talks), (*sections, *sources.section()))


def _participants(talks: Talks, process: Process, sources: Sources) -> Section:
    rows = tuple(
        (it.part, it.name + sources.marks(it.because), _about(talks, it))
        for it in process.participants.values()
        if it.part != "observer"
    )
    observers = tuple(it.id for it in process.with_part("observer"))
    also = (f"Also there: {named(talks, observers)}",) if observers else ()
    return Section("Who takes part, and who is missing", (Grid(("part", "who", ""), rows), *also))


def _about(talks: Talks, it: Participant) -> str:
    parts = ["; ".join(it.people)] if it.people else []
    parts += [f"stands behind {named(talks, it.backs)}"] if it.backs else []
    parts += [f"could: {', '.join(it.levers)}"] if it.levers else []
    parts += [it.why] if it.why else []
    parts += [it.note] if it.note else []
    return "; ".join(parts)


def _mandates(talks: Talks, process: Process, sources: Sources) -> Iterator[Section]:
    lines = []
    for it in process.mandates.values():
        lines.append(
            f"{named(talks, (it.holder,))}, by mandate of {named(talks, it.given_by)}: {it.text}"
            f"{sources.marks(it.because)}"
        )
        lines += [f"  cannot: {limit}" for limit in it.cannot]
    for line in process.reporting:
        words = f"{named(talks, (line.by,))} reports to {named(talks, line.to)}"
        lines.append(words + (f": {line.text}" if line.text else "") + sources.marks(line.because))
    if lines:
        yield Section("Mandates and reporting lines", tuple(lines))


def _meetings(talks: Talks, process: Process, sources: Sources) -> Iterator[Section]:
    if process.rounds:
        rows = tuple(
            (it.name, in_short(it.when), it.place + sources.marks(it.because))
            for it in process.rounds.values()
        )
        yield Section("Rounds", (Grid(("round", "when", "where"), rows),))
    meetings = [it for it in process.meetings.values() if fate(it, talks.day).when]
    if meetings:
        held = tuple(_meeting(talks, it, sources) for it in meetings)
        yield Section("Meetings", (Grid(("meeting", "format", "what became of it"), held),))
    claims = tuple(
        f"{meeting.name}: {named(talks, (claim.by,))} says: {claim.text}{sources.marks(claim.because)}"
        for meeting in meetings
        for claim in meeting.claims
    )
    if claims:
        yield Section("What was said of the meetings (claims, each with its speaker)", claims)


def _meeting(talks: Talks, it: Meeting, sources: Sources) -> tuple[str, str, str]:
    found = fate(it, talks.day)
    rests = [*it.because, *(it.held.because if it.held and found.state == "held" else ())]
    rests += [id_ for plan in it.plans for id_ in plan.because]
    who = f": {named(talks, it.participants)}" if it.participants else ""
    marks = sources.marks(dict.fromkeys(rests))
    return f"{it.name}{who}", it.format, found.words + marks


def _questions(talks: Talks, process: Process, sources: Sources) -> Iterator[Section]:
    lines = []
    for it in process.questions.values():
        asked = f"{it.asked_by} to {named(talks, (it.to,))}, {in_words(it.when)}: {it.text}"
        lines.append(asked + sources.marks(it.because))
        lines += [
            f"  {named(talks, (answer.by,))}: {answer.text}{sources.marks(answer.because)}"
            for answer in it.answers
        ]
    if lines:
        yield Section("Questions and answers", tuple(lines))


def agenda_sheet(talks: Talks) -> Sheet:
    """Lay out the agenda: each item and each order with where every party stands on it."""
    process = talks.process
    if process is None:
        return Sheet("The talks have no process file")
    sources = Sources(talks.evidence)
    sections = [
        Section(heading, (_consents(talks, things, sources),))
        for heading, things in (("Agenda", process.agenda), ("Orders of business", process.orders))
        if things
    ]
    history = tuple(_history(talks, process, sources))
    sections += [Section("Consent over time", history)] if history else []
    return Sheet(f"{process.title}: agenda", as_of_line(talks), (*sections, *sources.section()))


def _consents(
    talks: Talks, things: Mapping[str, AgendaItem] | Mapping[str, Order], sources: Sources
) -> Grid:
    rows = []
    for it in things.values():
        found = agreement(it, talks.parties, talks.day)
        stances = tuple(stance or "has not said" for _, stance in found.stances)
        form = f"{it.form}: " if isinstance(it, Order) else ""
        rows.append((form + it.text + sources.marks(it.because), *stances, found.state))
    return Grid(("", *(named(talks, (p,)) for p in talks.parties), "together"), tuple(rows))


def _history(talks: Talks, process: Process, sources: Sources) -> Iterator[str]:
    things: list[AgendaItem | Order] = [*process.agenda.values(), *process.orders.values()]
    dated = [
        (consent.when, f"{named(talks, (consent.by,))} {consent.stance}: {thing.text}", consent)
        for thing in things
        for consent in thing.consents
    ]
    for when, words, consent in sorted(dated, key=lambda it: (it[0], it[1])):
        note = f" ({consent.note})" if consent.note else ""
        yield f"{in_short(when)}: {words}{note}{sources.marks(consent.because)}"
