"""The record: what a source says, as data, independent of how it was read.

Every item stands on characters of its source. A :class:`Span` is half-open, counts Unicode code
points of the text as stored, and carries the exact words, so ``text[start:end] == exact`` can be
checked at any time (:func:`goodoffices.record.check_record`). Suggestions of a machine have the status
``proposed`` until a person confirms, edits or rejects them (:mod:`goodoffices.record.review`).
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, Self

from goodoffices.errors import KeyPath

KINDS = ("actors", "statements", "positions", "times", "figures", "events")
"""The items of a record that people decide about, as the lists of a Record are called."""

Status = Literal["proposed", "confirmed", "edited", "rejected"]
STATUSES: tuple[Status, ...] = ("proposed", "confirmed", "edited", "rejected")

StatementKind = Literal["direct", "mixed", "indirect"]
STATEMENT_KINDS: tuple[StatementKind, ...] = ("direct", "mixed", "indirect")
CATEGORIES = ("reported_speech", "speech_act", "question", "nested")
FORMS = ("name", "nominal", "pronoun", "metonym")
TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
COMPARATORS = ("=", ">", ">=", "<", "<=", "~")

STANCES = (
    "demand",
    "propose",
    "accept",
    "provisionally_accept",
    "condition",
    "concede",
    "reject",
    "accuse",
    "disapprove",
    "support",
    "threaten",
    "ultimatum",
    "constraint",
)

PLOVER = {
    "demand": "REQUEST",
    "condition": "REQUEST",
    "propose": "AGREE",
    "accept": "AGREE",
    "provisionally_accept": "AGREE",
    "concede": "CONCEDE",
    "reject": "REJECT",
    "accuse": "ACCUSE",
    "disapprove": "ACCUSE",
    "support": "SUPPORT",
    "threaten": "THREATEN",
    "ultimatum": "THREATEN",
    "constraint": None,
}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage: half-open code points of the stored text, and the exact words there.

    >>> Span.of("Moscow said no.", 0, 6)
    Span(start=0, end=6, exact='Moscow')
    """

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Cut the passage out of ``text``; raise ValueError where it does not lie inside."""
        if not 0 <= start <= end <= len(text):
            raise ValueError(
                f"passage {start}-{end} does not lie in a text of {len(text)} characters"
            )
        return cls(start, end, text[start:end])

    def overlap(self, other: "Span") -> int:
        """Return how many characters both spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that another one has followed: what was decided, by whom, and when."""

    status: Status
    by: str
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What every item says about itself: which rule made it, how sure, and what people decided.

    ``score`` lies in 0..1 and orders suggestions for review; it is no probability.
    ``by`` and ``at`` (ISO 8601) name who decided and when; None while only proposed. ``decisions`` are
    the earlier ones, oldest first.
    """

    rule: str = ""
    score: float = 1.0
    status: Status = "proposed"
    by: str | None = None
    at: str | None = None
    decisions: tuple[Decided, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor is named; ``form`` is name, nominal, pronoun or metonym."""

    span: Span
    form: str


@dataclass(frozen=True, slots=True)
class Office:
    """A role an actor holds, with the passage that says so; dates are TIMEX3 values or None."""

    title: str
    since: str | None = None
    until: str | None = None
    passage: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Proposal):
    """A person, organisation, government or group, with aliases, offices and backers.

    ``resolved`` is False where the text never introduces the actor (a bare surname).
    """

    id: str
    name: str
    type: str = "group"
    country: str | None = None
    affiliation: tuple[str, ...] = ()
    backers: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    resolved: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Proposal):
    """An actor's words in one or more passages (fragments), direct, mixed or indirect.

    ``category`` is one of :data:`CATEGORIES`; only ``reported_speech`` is counted.
    ``inside`` names the statement in whose words this one stands.
    """

    id: str
    kind: StatementKind
    category: str = "reported_speech"
    speaker: str | None = None
    speaker_name: str | None = None
    source: Span | None = None
    cue: Span | None = None
    fragments: tuple[Span, ...] = ()
    date: str | None = None
    inside: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Proposal):
    """What an actor wants, offers, accepts or refuses; ``stance`` is one of :data:`STANCES`."""

    id: str
    holder: str | None
    holder_name: str | None
    stance: str
    trigger: Span
    on_behalf_of: str | None = None
    target: str | None = None
    object: Span | None = None
    condition: Span | None = None
    deadline: str | None = None
    consequence: Span | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Proposal):
    """A time expression as TIMEX3: ``type`` DATE, TIME, DURATION or SET, ``value``, optional ``mod``."""

    id: str
    span: Span
    type: str
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Proposal):
    """A quantity with its bounds: ``comparator`` is one of ``=``, ``>``, ``>=``, ``<``, ``<=``, ``~``.

    ``quantity`` is None where only a magnitude is given ("millions more").
    """

    id: str
    span: Span
    quantity: float | None
    comparator: str = "="
    upper: float | None = None
    magnitude: str | None = None
    unit: str | None = None
    measure: str | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Proposal):
    """Something that happened, is planned or is under way, under a name of the PLOVER vocabulary."""

    id: str
    plover: str | None
    trigger: Span
    mode: str | None = None
    date: str | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    factuality: str = "happened"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A passage that is not the report: ``kind`` is credit_line, page_debris, dateline, byline, date_line."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document as captured: hash of its text, who published it, when, from whom it is.

    ``file_sha256`` and ``format`` (text, html, pdf) are those of the file that the text was taken from.
    ``copy_of`` names the source this one repeats (syndicated text is no confirmation).
    """

    sha256: str
    characters: int
    published: str | None = None
    published_basis: str | None = None
    publisher: str | None = None
    credit: str | None = None
    captured: str | None = None
    title: str | None = None
    language: str | None = None
    copy_of: str | None = None
    format: str | None = None
    file_sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything read from one source."""

    text: str = field(repr=False)
    source: Source
    body: tuple[tuple[int, int], ...] = ()
    dropped: tuple[Dropped, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[str, ...] = ()

    def actor(self, actor_id: str | None) -> Actor | None:
        """Return the actor with this id, or None."""
        return next((a for a in self.actors if a.id == actor_id), None)

    def with_source(self, **changes: str | None) -> "Record":
        """Return the record with fields of its source replaced."""
        return replace(self, source=replace(self.source, **changes))  # type: ignore[arg-type]


def text_sha256(text: str) -> str:
    """Return the SHA-256 of the text as stored (UTF-8), the name a source goes by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def passages(record: Record) -> Iterator[tuple[KeyPath, Span]]:
    """Yield every passage of a record with its place in the record's JSON form.

    Those of an item begin with its kind and its number: ``("statements", 0, "cue")``.
    """
    for path, span in _passages(record):
        if span is not None:
            yield path, span


def _passages(record: Record) -> Iterator[tuple[KeyPath, Span | None]]:
    yield from ((("dropped", k), it.span) for k, it in enumerate(record.dropped))
    for k, actor in enumerate(record.actors):
        here: KeyPath = ("actors", k)
        yield from (((*here, "mentions", n), it.span) for n, it in enumerate(actor.mentions))
        yield from (
            ((*here, "offices", n, "passage"), it.passage) for n, it in enumerate(actor.offices)
        )
    for k, statement in enumerate(record.statements):
        here = ("statements", k)
        yield (*here, "source"), statement.source
        yield (*here, "cue"), statement.cue
        yield from (((*here, "fragments", n), it) for n, it in enumerate(statement.fragments))
    for k, position in enumerate(record.positions):
        for key in ("trigger", "object", "condition", "consequence"):
            yield ("positions", k, key), getattr(position, key)
    yield from ((("times", k), it.span) for k, it in enumerate(record.times))
    yield from ((("figures", k), it.span) for k, it in enumerate(record.figures))
    yield from ((("events", k, "trigger"), it.trigger) for k, it in enumerate(record.events))
