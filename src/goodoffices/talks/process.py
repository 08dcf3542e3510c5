"""The process: who takes part and how, rounds and meetings, the agenda, mandates, questions.

A mediator has a mandate and options of procedure only (UN Guidance for Effective Mediation, A/66/811).
What a speaker says of a meeting ("little progress") is a claim with a speaker, never a fact of the meeting.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from goodoffices.talks.values import (
    ById,
    Evidence,
    Fact,
    Held,
    Id,
    Many,
    Plan,
    Record,
    Stance,
    When,
)

__all__ = [
    "AgendaItem",
    "Answer",
    "Claim",
    "Consent",
    "Event",
    "Mandate",
    "Meeting",
    "Order",
    "Participant",
    "Process",
    "Question",
    "ReportingLine",
    "Round",
]

Part: TypeAlias = Literal["party", "mediator", "patron", "absent", "body", "observer"]
Format: TypeAlias = Literal[
    "direct", "through the mediator", "proximity", "separate", "plenary", "consultation", "press"
]
"""How those who meet talk: face to face, in one room through the mediator, from room to room (proximity,
shuttle), separately, before many states, with others than the parties, or to the press."""


class Participant(Fact):
    """One who takes part in the talks, or is missed at them."""

    id: str = Field(default="", exclude=True)
    name: str = Field(min_length=1)
    part: Part
    backs: Many[Id] = Field(default=(), description="Whom a patron stands behind.")
    levers: Many[str] = Field(default=(), description="What a patron could move its friends with.")
    why: str = Field(default="", description="Why an absent actor is absent.")
    people: Many[str] = Field(default=(), description="Who speaks for it.")
    decision_makers: Many[str] = Field(
        default=(), description="What it is in the conflict models: NAME/DECISION_MAKER."
    )


class Mandate(Fact):
    """What somebody may do in the talks, and from whom they have it."""

    id: str = Field(default="", exclude=True)
    holder: Id
    given_by: Many[Id]
    text: str = ""
    cannot: Many[str] = Field(
        default=(), description="What the holder says, or the mandate, rules out."
    )
    when: When | None = None


class ReportingLine(Fact):
    """Who reports to whom."""

    by: Id
    to: Many[Id]
    text: str = ""


class Round(Fact):
    """One round of the talks."""

    id: str = Field(default="", exclude=True)
    name: str = Field(min_length=1)
    when: When
    place: str = ""


class Claim(Fact):
    """What a speaker says of something, in a digest."""

    by: Id
    text: str = Field(min_length=1)
    when: When | None = None


class Meeting(Fact):
    """A meeting: planned, moved, held or cancelled."""

    id: str = Field(default="", exclude=True)
    name: str = Field(min_length=1)
    format: Format
    round: Id | None = None
    place: str = ""
    participants: Many[Id] = ()
    about: Many[Id] = Field(default=(), description="Agenda items.")
    plans: Many[Plan] = Field(
        default=(), description="Days set for it; a later one supersedes an earlier."
    )
    held: Held | None = None
    cancelled: Held | None = None
    claims: Many[Claim] = ()


class Consent(Fact):
    """Where one side stands on an agenda item or an order, from a day on; a later one revokes it."""

    by: Id
    stance: Stance
    when: When


class AgendaItem(Fact):
    """Something to be talked about."""

    id: str = Field(default="", exclude=True)
    text: str = Field(min_length=1)
    proposed_by: Id | None = None
    when: When | None = None
    consents: Many[Consent] = ()


class Order(Fact):
    """An order in which agenda items are to be taken, and who consents to it."""

    id: str = Field(default="", exclude=True)
    text: str = Field(min_length=1)
    form: Literal["serial", "parallel", "alternating days", "package", "early harvest"]
    items: Many[Id]
    proposed_by: Id | None = None
    when: When | None = None
    consents: Many[Consent] = ()


class Answer(Fact):
    """What was answered, in a digest."""

    by: Id
    text: str = Field(min_length=1)
    when: When


class Question(Fact):
    """A question put to somebody; ``asked_by`` names the asker as the source does."""

    id: str = Field(default="", exclude=True)
    asked_by: str = Field(min_length=1)
    to: Id
    text: str = Field(min_length=1)
    when: When
    answers: Many[Answer] = ()


class Event(Fact):
    """Something that happened beside the talks and belongs in their chronology."""

    id: str = Field(default="", exclude=True)
    text: str = Field(min_length=1)
    when: When
    by: Many[Id] = ()


class Process(Record):
    """The file ``talks/process.toml``."""

    format: Literal[1] = Field(examples=[1])
    title: str = Field(min_length=1)
    participants: ById[Participant]
    mandates: ById[Mandate] = Field(default={})
    reporting: Many[ReportingLine] = ()
    rounds: ById[Round] = Field(default={})
    meetings: ById[Meeting] = Field(default={})
    agenda: ById[AgendaItem] = Field(default={})
    orders: ById[Order] = Field(default={})
    questions: ById[Question] = Field(default={})
    events: ById[Event] = Field(default={})
    evidence: ById[Evidence] = Field(default={})

    def with_part(self, part: Part) -> tuple[Participant, ...]:
        """Return those who take a part, in file order."""
        return tuple(it for it in self.participants.values() if it.part == part)
