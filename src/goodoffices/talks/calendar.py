"""Calendar and chronology: everything dated in the talks, as of a day, with what became of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from goodoffices.talks.agenda import Fate, agreement, fate
from goodoffices.talks.commitments import STATUSES, due_at, standing
from goodoffices.talks.process import AgendaItem, Meeting, Order, Process
from goodoffices.talks.talks import Talks
from goodoffices.talks.text import Text
from goodoffices.talks.triggers import deadline
from goodoffices.talks.values import Fact
from goodoffices.talks.votes import actual
from goodoffices.talks.when import first, in_words, last, order, same_or_before

__all__ = ["EVERYTHING", "KINDS", "Entry", "Kind", "Stretch", "calendar"]

Kind: TypeAlias = Literal[
    "round", "meeting", "agenda", "question", "event", "text", "vote", "deadline", "commitment"
]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True)
class Entry:
    """One line of the calendar.

    ``became`` says what became of what was planned, or how it stands; empty where it simply happened.
    ``superseded`` holds earlier days it was set for; ``ahead`` tells what has not happened by the day.
    """

    when: str
    kind: Kind
    text: str
    became: str = ""
    superseded: tuple[str, ...] = ()
    ahead: bool = False
    because: tuple[str, ...] = ()
    ref: str = ""


@dataclass(frozen=True)
class Stretch:
    """A part of the calendar: from a day, until a day, of some kinds; None and no kinds stand for all."""

    start: datetime.date | None = None
    end: datetime.date | None = None
    kinds: tuple[str, ...] = ()

    def holds(self, entry: Entry) -> bool:
        """Tell whether an entry is in it."""
        return (
            (not self.kinds or entry.kind in self.kinds)
            and (self.start is None or last(entry.when) >= self.start)
            and (self.end is None or first(entry.when) <= self.end)
        )


EVERYTHING = Stretch()


def calendar(
    talks: Talks, day: datetime.date | None = None, what: Stretch = EVERYTHING
) -> tuple[Entry, ...]:
    """Return every dated thing of the talks in order of time.

    Parameters
    ----------
    what : the part of it that is wanted.
    day : the day as of which to see it; what became known later is left out, what was planned by then and
        lies ahead is there as planned. Without it, as of all that is known.
    """
    seen = talks.as_of(day)
    entries = [
        *_process(seen, day),
        *(entry for id_, text in seen.texts.items() for entry in _text(seen, id_, text, day)),
        *_votes(seen, day),
        *_triggers(seen, day),
        *_commitments(seen, day),
    ]
    return tuple(
        sorted(
            filter(what.holds, entries),
            key=lambda entry: (order(entry.when), entry.kind, entry.text),
        )
    )


def _process(talks: Talks, day: datetime.date | None) -> Iterator[Entry]:
    process = talks.process
    if process is None:
        return
    for id_, it in process.rounds.items():
        ahead = not same_or_before(it.when, day)
        place = f"{it.name}, {it.place}" if it.place else it.name
        yield _entry(it.when, "round", place, it, f"rounds/{id_}", ahead=ahead)
    for id_, meeting in process.meetings.items():
        found = fate(meeting, day)
        if found.when is not None:
            yield Entry(
                found.when, "meeting", meeting.name, found.words,
                tuple(plan.when for plan in found.superseded), found.state == "planned",
                _rests(meeting, found), f"meetings/{id_}",
            )  # fmt: skip
    yield from _agenda(process, talks, day)
    for id_, question in process.questions.items():
        answers = "; ".join(f"{talks.names.get(a.by, a.by)}: {a.text}" for a in question.answers)
        asked = f"{question.asked_by} asks: {question.text}"
        yield _entry(question.when, "question", asked, question, f"questions/{id_}", answers)
    for id_, event in process.events.items():
        ahead = not same_or_before(event.when, day)
        yield _entry(event.when, "event", event.text, event, f"events/{id_}", ahead=ahead)


def _rests(meeting: Meeting, found: Fate) -> tuple[str, ...]:
    """Return what an entry for a meeting rests on: what says that it was held, or else the plan."""
    if found.state == "held" and meeting.held is not None:
        return meeting.held.because or meeting.because
    return found.planned.because if found.planned else meeting.because


def _agenda(process: Process, talks: Talks, day: datetime.date | None) -> Iterator[Entry]:
    tables: tuple[tuple[str, dict[str, AgendaItem] | dict[str, Order]], ...] = (
        ("agenda", process.agenda),
        ("orders", process.orders),
    )
    for table, things in tables:
        for id_, thing in things.items():
            ref = f"{table}/{id_}"
            if thing.when and thing.proposed_by:
                who = talks.names.get(thing.proposed_by, thing.proposed_by)
                stands = agreement(thing, talks.parties, day, talks.names).words
                yield _entry(
                    thing.when, "agenda", f"{who} proposes: {thing.text}", thing, ref, stands
                )
            for consent in thing.consents:
                if same_or_before(consent.when, day):
                    who = talks.names.get(consent.by, consent.by)
                    words = f"{who} {consent.stance}: {thing.text}"
                    yield _entry(consent.when, "agenda", words, consent, ref)


def _text(talks: Talks, id_: str, text: Text, day: datetime.date | None) -> Iterator[Entry]:
    for name, version in text.versions.items():
        symbol = f" ({version.symbol})" if version.symbol else ""
        ahead = not same_or_before(version.when, day)
        words = f"{text.title}: {version.name}{symbol}"
        ref = f"texts/{id_}/{name}"
        yield _entry(version.when, "text", words, version, ref, version.stage, ahead=ahead)
    for it in text.criticisms:
        about = text.clauses[it.clause].text if it.clause in text.clauses else it.clause
        words = f"{talks.names.get(it.by, it.by)} on '{about}': {it.text}"
        yield _entry(it.when, "text", words, it, f"texts/{id_}/{it.clause}", it.outcome)


def _votes(talks: Talks, day: datetime.date | None) -> Iterator[Entry]:
    if talks.bodies is None:
        return
    for id_, vote in talks.bodies.votes.items():
        outcome = actual(talks.bodies, vote, day)
        found = fate(vote, day)
        when = vote.result.when if outcome and vote.result else found.when
        if when is None:
            continue
        parts = [found.words] if found.when else []
        parts += [outcome.words] if outcome else []
        yield Entry(
            when, "vote", vote.name, "; ".join(parts), tuple(p.when for p in found.superseded),
            outcome is None and found.state == "planned",
            vote.result.because if outcome and vote.result else vote.because, f"votes/{id_}",
        )  # fmt: skip


def _triggers(talks: Talks, day: datetime.date | None) -> Iterator[Entry]:
    for id_, it in talks.triggers.triggers.items() if talks.triggers else ():
        end = deadline(it)
        if end is None or (it.clock.when and not same_or_before(it.clock.when, day)):
            continue
        passed = same_or_before(end.isoformat(), day)
        became = f"ends {it.clock.days} days after {it.clock.event}"
        if it.outcome:
            became += f"; {in_words(it.outcome.when)}: {it.outcome.text}"
        yield _entry(
            end.isoformat(), "deadline", it.name, it, f"triggers/{id_}", became, ahead=not passed
        )


def _commitments(talks: Talks, day: datetime.date | None) -> Iterator[Entry]:
    for id_, it in talks.commitments.commitments.items() if talks.commitments else ():
        ref = f"commitments/{id_}"
        due = due_at(it, day)
        if due is not None:
            ahead = not same_or_before(due, day)
            stands = standing(it, day).words
            yield _entry(due, "commitment", f"due: {it.name}", it, ref, stands, ahead=ahead)
        for seen in it.observations:
            if same_or_before(seen.when, day):
                status = "" if seen.status is None else f"{seen.status}"
                if isinstance(seen.status, int):
                    status += f" ({STATUSES[seen.status]})"
                words = f"{it.name}: {seen.text} ({seen.finder})"
                yield _entry(seen.when, "commitment", words, seen, ref, status)


def _entry(
    when: str, kind: Kind, text: str, fact: Fact, ref: str, became: str = "", *, ahead: bool = False
) -> Entry:
    return Entry(when, kind, text, became, (), ahead, fact.because, ref)
