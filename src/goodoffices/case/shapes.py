"""The files of a case as records: what may stand in each, and what it means.

As in `goodoffices.talks.values`, one class is the shape of a file and the value that is worked with. The
words are those of `goodoffices.record.model`; passages carry their words, so that text and record can
always be held against each other.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from goodoffices.conflict.schema_values import RecordLink
from goodoffices.record.model import Span
from goodoffices.talks.values import ById, Id, Many, Record, When

__all__ = [
    "KINDS",
    "ActorCard",
    "ActorsFile",
    "Analyst",
    "Audience",
    "CaseCard",
    "Decided",
    "EventItem",
    "FigureItem",
    "Item",
    "Label",
    "MentionItem",
    "NoteItem",
    "Office",
    "Original",
    "Passage",
    "PositionItem",
    "RecordFile",
    "SourceCard",
    "SourceKind",
    "StatementItem",
    "TimeItem",
    "is_label",
    "passages_of",
]

_LABEL = re.compile(r"public|team|mediator|party:[a-z0-9][a-z0-9_-]*")


def is_label(text: str) -> bool:
    """Tell whether a text is a label.

    >>> is_label("party:government"), is_label("secret")
    (True, False)
    """
    return bool(_LABEL.fullmatch(text))


def _label(value: object) -> str:
    if isinstance(value, str) and is_label(value):
        return value
    raise PydanticCustomError(
        "label", 'expected a label: "public", "team", "mediator" or "party:ACTOR_ID"'
    )


Label = Annotated[str, BeforeValidator(_label)]
"""Who may see something; `goodoffices.case.labels` says what follows from it."""


def _said(value: object) -> object:
    """Take a TOML date where a text is expected; what is no text is refused later."""
    return value.isoformat() if isinstance(value, datetime.date) else value


Said = Annotated[str, BeforeValidator(_said)]
"""A date in whatever form: a day, a TIMEX3 value, or words."""
Status: TypeAlias = Literal["proposed", "confirmed", "edited", "rejected"]
SourceKind: TypeAlias = Literal["report", "transcript", "document", "digest", "note"]


class Analyst(Record):
    """Somebody who works on the case."""

    id: str = Field(default="", exclude=True)
    name: str = Field(min_length=1, examples=['"A. Analyst"'])
    note: str = ""


class Audience(Record):
    """For whom readouts are made, and the labels of what it may see."""

    id: str = Field(default="", exclude=True)
    name: str = ""
    sees: Many[Label]
    note: str = ""


class CaseCard(Record):
    """The file ``case.toml``: what the case is and who may see what in it."""

    format: Literal[1] = Field(examples=["1"])
    title: str = Field(min_length=1, examples=['"what the case is called"'])
    story: str = ""
    date: When | None = None
    default_label: Label = "team"
    analysts: ById[Analyst] = Field(default={})
    neutral: dict[str, str] = Field(default={})
    audiences: ById[Audience] = Field(default={})
    labels: dict[str, Label] = Field(default={})


class Original(Record):
    """What a digest is a digest of."""

    publisher: str = ""
    title: str = ""
    published: When | None = None
    address: str = ""


class SourceCard(Record):
    """The file ``sources/ID.toml``: one document as captured."""

    id: str = Field(default="", exclude=True)
    format: Literal[1] = Field(examples=["1"])
    kind: SourceKind = "report"
    title: str = ""
    publisher: str = ""
    published: When | None = None
    published_basis: str = ""
    captured: When | None = None
    known: When | None = None
    written: When | None = None
    address: str = ""
    credit: str = ""
    language: str = ""
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    copy_of: Id | None = None
    cites: Original | None = None
    label: Label | None = None
    note: str = ""

    @property
    def called(self) -> str:
        """Publisher, title and day, as people cite it; for a digest those of the original."""
        original = self.cites
        day = (original.published if original else None) or self.published
        parts = [
            (original.publisher if original else "") or self.publisher,
            (original.title if original else "") or self.title,
            day or "",
        ]
        named = ", ".join(part for part in parts if part) or self.id
        if self.kind == "digest":
            return f"{named} (digest)"
        return named

    @property
    def since(self) -> str | None:
        """When it became known: as given, or else when it was published or captured."""
        return self.known or self.published or self.captured


class Passage(Record):
    """A span of the source's text: half-open code points, the words there, and what stands around."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    exact: str
    prefix: str = ""
    suffix: str = ""

    @property
    def span(self) -> Span:
        """The passage as the record room has it."""
        return Span(self.start, self.end, self.exact)


class Decided(Record):
    """What a person decided about an item, when, and why."""

    status: Status
    by: str = Field(min_length=1)
    at: When | None = None
    note: str = ""


class Item(Record):
    """What every item of the record says about itself.

    ``known`` is when it became known, where that is not when its source did; ``when`` when it was so.
    ``decisions`` are earlier or other people's decisions, kept beside the one that counts.
    """

    id: Id
    status: Status = "proposed"
    by: str = ""
    at: When | None = None
    decisions: Many[Decided] = ()
    rule: str = ""
    score: float | int = 1.0
    when: Said = ""
    known: When | None = None
    label: Label | None = None
    written_after: bool = False
    note: str = ""


class StatementItem(Item):
    """An actor's words; see `goodoffices.record.Statement`."""

    kind: Literal["direct", "mixed", "indirect"] = "indirect"
    class_: str = Field(default="reported_speech", alias="class")
    speaker: Id | None = None
    speaker_name: str = ""
    to: Many[Id] = ()
    place: str = ""
    source: Passage | None = None
    cue: Passage | None = None
    fragments: Many[Passage] = Field(min_length=1)
    inside: Id | None = None


class PositionItem(Item):
    """What an actor wants, offers, accepts or refuses; see `goodoffices.record.Position`."""

    stance: str
    holder: Id | None = None
    holder_name: str = ""
    on_behalf_of: Id | None = None
    target: Id | None = None
    trigger: Passage
    object: Passage | None = None
    condition: Passage | None = None
    deadline: Said = ""
    consequence: Passage | None = None
    statement: Id | None = None


class EventItem(Item):
    """Something that happened, is planned or under way; see `goodoffices.record.Event`."""

    trigger: Passage
    plover: str = ""
    mode: str = ""
    place: str = ""
    participants: Many[Id] = ()
    factuality: str = "happened"


class FigureItem(Item):
    """A quantity with its bounds; see `goodoffices.record.Figure`."""

    passage: Passage
    quantity: float | int | None = None
    comparator: str = "="
    upper: float | int | None = None
    magnitude: str = ""
    unit: str = ""
    measure: str = ""
    statement: Id | None = None


class TimeItem(Item):
    """A time expression as TIMEX3."""

    passage: Passage
    type: str
    value: Said
    mod: str = ""


class NoteItem(Item):
    """A passage somebody marked, for what is evidence without being a statement."""

    passage: Passage


class MentionItem(Item):
    """A place where an actor is named; ``form`` is name, nominal, pronoun or metonym."""

    actor: Id
    passage: Passage
    form: str = "name"


class RecordFile(Record):
    """The file ``record/SOURCE_ID.toml``: everything read from one source."""

    format: Literal[1] = Field(examples=["1"])
    sha256: str = Field(default="", pattern="^([0-9a-f]{64})?$")
    statements: Many[StatementItem] = ()
    positions: Many[PositionItem] = ()
    events: Many[EventItem] = ()
    figures: Many[FigureItem] = ()
    times: Many[TimeItem] = ()
    passages: Many[NoteItem] = ()
    mentions: Many[MentionItem] = ()

    def items(self) -> list[tuple[str, int, Item]]:
        """Return the items with their kind and position in the file, kind by kind."""
        return [(kind, k, item) for kind in KINDS for k, item in enumerate(getattr(self, kind))]


KINDS = ("statements", "positions", "events", "figures", "times", "passages", "mentions")
"""The kinds of items a record holds, as its file names them."""


class Office(Record):
    """A role an actor holds."""

    title: str = Field(min_length=1)
    since: When | None = None
    until: When | None = None
    because: Many[RecordLink] = ()


class ActorCard(Record):
    """A person, organisation, government or group; ``neutral`` is the label that takes no side."""

    id: str = Field(default="", exclude=True)
    name: str = Field(min_length=1)
    neutral: str = ""
    type: str = "group"
    country: str = ""
    affiliation: Many[Id] = ()
    backers: Many[Id] = ()
    offices: Many[Office] = ()
    aliases: Many[str] = ()
    status: Status = "proposed"
    by: str = ""
    at: When | None = None
    decisions: Many[Decided] = ()
    known: When | None = None
    label: Label | None = None
    because: Many[RecordLink] = ()
    note: str = ""

    @property
    def called(self) -> str:
        """The neutral label, or the name where there is none."""
        return self.neutral or self.name


class ActorsFile(Record):
    """The file ``record/actors.toml``."""

    format: Literal[1] = Field(examples=["1"])
    actors: ById[ActorCard] = Field(default={})


def passages_of(item: Item) -> tuple[Passage, ...]:
    """Return the passages an item stands on, in the order in which they are written."""
    match item:
        case StatementItem():
            found = (item.source, item.cue, *item.fragments)
        case PositionItem():
            found = (item.trigger, item.object, item.condition, item.consequence)
        case EventItem():
            found = (item.trigger,)
        case FigureItem() | TimeItem() | NoteItem() | MentionItem():
            found = (item.passage,)
        case _:
            found = ()
    return tuple(passage for passage in found if passage is not None)
