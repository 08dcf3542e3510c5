"""What a readout is made of: values that an audience may see, as of a day, and nothing else.

Whoever gathers them from a case has left out what the audience may not see; whoever composes a readout
looks at nothing beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from goodoffices.conflict import Conflict

__all__ = [
    "Actor",
    "AnyItem",
    "Chapter",
    "Cited",
    "Consent",
    "Drawing",
    "Event",
    "Figure",
    "Grid",
    "Happening",
    "Issue",
    "Item",
    "Material",
    "Model",
    "Part",
    "Position",
    "Source",
    "Statement",
]

Part: TypeAlias = Literal["party", "mediator", "patron", "absent", "body", "observer", ""]
"""What an actor is in the talks; "" where nothing says it."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A source: how it is called, where it can be read, and what it is a copy or a digest of."""

    id: str
    called: str
    kind: str = "report"
    published: str = ""
    known: str = ""
    written: str = ""
    address: str = ""
    copy_of: str = ""
    sha256: str = ""


@dataclass(frozen=True, kw_only=True)
class Actor:
    """An actor under its neutral label, with the name as written beside it."""

    id: str
    called: str
    name: str = ""
    kind: str = "group"
    part: Part = ""
    offices: tuple[str, ...] = ()
    affiliation: tuple[str, ...] = ()
    backers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    absent_because: str = ""


@dataclass(frozen=True, kw_only=True)
class Item:
    """Something that a passage of a source says, confirmed by a person.

    ``words`` are the passage's own; ``ref`` is ``SOURCE_ID/ITEM_ID``; ``after`` tells that it was written
    after the event it speaks of.
    """

    ref: str
    source: str
    words: str
    start: int
    end: int
    when: str = ""
    by: str = ""
    after: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Statement(Item):
    """What an actor said; ``speaker`` is an actor's id, or "" where nobody is named."""

    speaker: str = ""
    speaker_name: str = ""
    form: str = "indirect"


@dataclass(frozen=True, kw_only=True)
class Position(Item):
    """Where an actor stands on something."""

    holder: str = ""
    holder_name: str = ""
    behalf: str = ""
    stance: str = ""
    object: str = ""
    condition: str = ""
    consequence: str = ""
    deadline: str = ""


@dataclass(frozen=True, kw_only=True)
class Event(Item):
    """Something that a source says happened, is planned or under way."""

    participants: tuple[str, ...] = ()
    factuality: str = "happened"
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Figure(Item):
    """A quantity that a source gives for something."""

    measure: str = ""
    unit: str = ""
    value: str = ""


AnyItem: TypeAlias = Statement | Position | Event | Figure | Item


@dataclass(frozen=True, kw_only=True)
class Happening:
    """Something of the talks with its day: a round, a meeting, an event; ``refs`` are what it rests on."""

    when: str
    what: str
    kind: str = ""
    who: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Consent:
    """Where an actor last stood on an issue of the talks."""

    by: str
    stance: str
    when: str = ""
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Issue:
    """Something on the agenda of the talks, and where the sides stand on it."""

    text: str
    consents: tuple[Consent, ...] = ()
    refs: tuple[str, ...] = ()


Cited: TypeAlias = tuple[str | tuple[str, ...], ...]
"""Words, and between them the references that what stands before rests on."""


@dataclass(frozen=True)
class Grid:
    """A table of the talks: names of columns, and rows of cells of one or more lines."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Cited, ...], ...], ...]


@dataclass(frozen=True)
class Drawing:
    """A drawing of the talks as SVG, and what it shows in words."""

    svg: str
    alt: str


@dataclass(frozen=True)
class Chapter:
    """A part of the talks, such as one text or all commitments: headings, and what stands under each."""

    key: str
    title: str
    sections: tuple[tuple[str, tuple[Cited | Grid | Drawing, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class Model:
    """A conflict model; ``links`` leads from an entry of its evidence to items of the record.

    ``left_out`` says why nothing is concluded from it here; ``fallen`` tells parts of it that are not
    there because their evidence is not.
    """

    name: str
    conflict: Conflict
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: str = ""
    fallen: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Material:
    """Everything an audience may see of a case.

    ``neutral`` gives the neutral word beside a loaded one; ``waiting`` counts suggestions that nobody has
    confirmed, which are left out; ``warnings`` say what else is left out, and why.
    """

    title: str
    audience: str
    key: str = "public"
    story: str = ""
    as_of: str = ""
    analysts: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    passages: tuple[Item, ...] = ()
    happenings: tuple[Happening, ...] = ()
    issues: tuple[Issue, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    models: tuple[Model, ...] = ()
    evidence: Mapping[str, str] = field(default_factory=dict)
    """Reference to what stands there, for evidence of the talks that is no passage of a source."""
    neutral: Mapping[str, str] = field(default_factory=dict)
    waiting: int = 0
    warnings: tuple[str, ...] = ()

    @cached_property
    def actor_by_id(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def item_by_ref(self) -> Mapping[str, AnyItem]:
        """Items of the record by reference."""
        return {item.ref: item for item in self.items()}

    def items(self) -> Iterator[AnyItem]:
        """Yield every item of the record."""
        yield from self.statements
        yield from self.positions
        yield from self.events
        yield from self.figures
        yield from self.passages

    def called(self, actor: str, otherwise: str = "") -> str:
        """Return the neutral label of an actor, or what else it is called."""
        found = self.actor_by_id.get(actor)
        return found.called if found else otherwise or actor
