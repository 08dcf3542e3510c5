"""The shape of a record as JSON: which keys stand where, and what may stand in each.

The keys that the interchange contract names must be there; those added to it later may be missing, and
keys that a newer version adds are left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, InstanceOf, ValidationError, WrapValidator

from goodoffices.errors import Fault, RecordError
from goodoffices.record.model import Decided, Span

__all__ = ["ActorShape", "RecordShape", "Shape", "record_shape"]

Text = InstanceOf[str]
"""Text of any characters: what a scraped page holds may be no valid Unicode."""
Words = Text | None
Number = Annotated[float, WrapValidator(lambda value, check: (check(value), value)[1])]
"""A number as it is written: 40 stays a whole one."""
Pair = Annotated[list[int], Field(min_length=2, max_length=2)]


class Shape(BaseModel):
    """Base: nothing is turned into another type."""

    model_config = ConfigDict(strict=True, frozen=True)


class _Span(Shape):
    start: int
    end: int
    text: Text

    @property
    def span(self) -> Span:
        """The passage as the record has it."""
        return Span(self.start, self.end, self.text)

    def plain(self) -> Span:
        """Return it as the record has it."""
        return self.span


class _Decided(Shape):
    status: Text
    by: Text
    at: Words = None

    def plain(self) -> Decided:
        """Return it as the record has it."""
        return Decided(self.status, self.by, self.at)  # type: ignore[arg-type]  # the check tells


class _Item(Shape):
    rule: Text = ""
    score: Number = 1.0
    status: Text = "proposed"
    by: Words = None
    at: Words = None
    decisions: list[_Decided] = []


class _Document(Shape):
    sha256: Text
    characters: int
    published: Words
    published_basis: Words = None
    publisher: Words = None
    credit: Words = None
    captured: Words = None
    title: Words = None
    language: Words = None
    copy_of: Words = None
    format: Words = None
    file_sha256: Words = None
    text: Words = None


class _Dropped(_Span):
    kind: Text


class _Mention(_Span):
    form: Text


class _Office(Shape):
    title: Text
    since: Words = None
    until: Words = None
    passage: _Span | None = None


class ActorShape(_Item):
    """An actor as JSON."""

    id: Text
    name: Text
    type: Text
    country: Words = None
    affiliation: list[Text]
    backers: list[Text] = []
    offices: list[_Office] = []
    aliases: list[Text] = []
    mentions: list[_Mention]
    resolved: bool = True


class _Statement(_Item):
    id: Text
    kind: Text
    category: Text = Field(alias="class")
    speaker: Words
    speaker_name: Words
    source: _Span | None
    cue: _Span | None
    fragments: list[_Span]
    date: Words = None
    inside: Words


class _Position(_Item):
    id: Text
    holder: Words
    holder_name: Words
    on_behalf_of: Words
    stance: Text
    target: Words
    trigger: _Span
    object: _Span | None
    condition: _Span | None
    deadline: Words
    consequence: _Span | None
    statement: Words


class _Time(_Item, _Span):
    id: Words = None
    type: Text = "DATE"
    value: Text
    mod: Words = None


class _Figure(_Item, _Span):
    id: Text
    quantity: Number | None
    comparator: Text = "="
    upper: Number | None = None
    magnitude: Words = None
    unit: Words = None
    measure: Words = None
    statement: Words = None


class _Event(_Item):
    id: Text
    plover: Words
    trigger: _Span
    mode: Words = None
    date: Words = None
    place: Words = None
    participants: list[Text] = []
    factuality: Text = "happened"


class RecordShape(Shape):
    """One record as JSON."""

    document: _Document
    body: list[Pair]
    dropped: list[_Dropped]
    actors: list[ActorShape]
    statements: list[_Statement]
    positions: list[_Position]
    times: list[_Time]
    figures: list[_Figure]
    events: list[_Event]
    notes: list[Text] = []


_EXPECTED = {
    "is_instance_of": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "model_type": "an object with keys",
    "too_short": "two whole numbers, start and end",
    "too_long": "two whole numbers, start and end",
}


def record_shape(value: Any) -> RecordShape:
    """Return a JSON object as the shape of a record; raise RecordError with everything that does not fit."""
    try:
        return RecordShape.model_validate(dict(value) if isinstance(value, Mapping) else value)
    except ValidationError as error:
        details = error.errors(include_url=False)
    raise RecordError(
        [Fault(_words(it["type"], it["msg"], it["input"]), it["loc"]) for it in details]
    )


def _words(kind: str, message: str, found: object) -> str:
    if kind == "missing":
        return "the key is missing"
    return f"expected {_EXPECTED.get(kind, message)}, found {_found(found)}"


def _found(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, Mapping):
        return "an object"
    words = repr(value)
    return words if len(words) <= 40 else words[:39] + "…"
