"""What the files of the talks share: dates, evidence, actors, ids, and records kept by id.

The records of this room are frozen pydantic models: the same class is the shape of the file and the value
that is worked with. Lists become tuples, and a table of tables becomes records that know their id.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from goodoffices.statements import is_identifier
from goodoffices.talks.when import is_when, last

__all__ = [
    "ById",
    "Evidence",
    "Fact",
    "Held",
    "Id",
    "Many",
    "Plan",
    "Record",
    "Stance",
    "StatementId",
    "When",
    "known_on",
]

T = TypeVar("T")


def _when(value: object) -> str:
    """Take a TOML date or a text; give the text."""
    if type(value) is datetime.date:
        return value.isoformat()
    if type(value) is datetime.datetime:
        return value.strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, str) and is_when(value):
        return value
    raise PydanticCustomError(
        "when",
        "expected a date such as 2014-02-11, or in quotes a month, a part of a day or a stretch of "
        'time: "2014-02", "2014-02-11TMO", "2014-01-22/2014-01-31"',
    )


def _id(value: object) -> str:
    allowed = "abcdefghijklmnopqrstuvwxyz0123456789"
    if (
        isinstance(value, str)
        and value[:1] in set(allowed)
        and not set(value) - set(allowed) - {"_", "-"}
    ):
        return value
    raise PydanticCustomError(
        "id", "expected an id: small letters, digits, - and _ only, a letter or digit first"
    )


def _statement_id(value: object) -> str:
    if isinstance(value, str) and is_identifier(value):
        return value
    raise PydanticCustomError(
        "id",
        "expected an id that statements can use: small letters, digits and _ only, a letter first",
    )


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _with_ids(value: object) -> object:
    """Let every record of a table of tables know the key it stands under."""
    if not isinstance(value, dict):
        return value
    return {
        key: {**inner, "id": key} if isinstance(inner, dict) else inner
        for key, inner in value.items()
    }


When = Annotated[str, BeforeValidator(_when)]
"""A date, as precise as it is given."""
Id = Annotated[str, BeforeValidator(_id)]
StatementId = Annotated[str, BeforeValidator(_statement_id)]
Many: TypeAlias = Annotated[tuple[T, ...], BeforeValidator(_tuple)]
"""A list in the file, a tuple here."""
ById: TypeAlias = Annotated[dict[Id, T], BeforeValidator(_with_ids)]
"""A table of tables: each record knows its id."""

Stance: TypeAlias = Literal[
    "accepts", "accepts provisionally", "conditions", "silent", "rejects", "withdraws"
]
"""Where somebody stands on something; "accepts provisionally" is no agreement, "withdraws" takes back."""


class Record(BaseModel):
    """Base: nothing is turned into another type, and no key goes unnoticed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Fact(Record):
    """Something that rests on evidence.

    ``because`` names entries of the evidence table, or items of the record as ``SOURCE_ID/ITEM_ID``.
    ``known`` is when it became known, where that is not when its evidence did.
    """

    stays: ClassVar[bool] = False
    """Whether it is there as of any day, with whatever it holds that was known by then."""

    because: Many[str] = ()
    known: When | None = None
    note: str = ""


class Evidence(Record):
    """Where something is written; ``copy_of`` names the entry whose text this one repeats.

    ``record`` links to items of the record (``SOURCE_ID/ITEM_ID``) once the source is in the case.
    """

    id: str = Field(default="", exclude=True)
    citation: str = Field(min_length=1)
    said: When | None = None
    known: When | None = None
    url: str = ""
    text: str = ""
    quote: str = ""
    copy_of: str = ""
    record: Many[str] = ()


class Plan(Fact):
    """A day set for something: by whom, and on which day it was announced."""

    when: When
    announced: When
    by: Id | None = None


class Held(Fact):
    """When something took place."""

    when: When


def known_on(fact: Fact, evidence: Mapping[str, Evidence]) -> str | None:
    """Return when a fact became known: as given, or with the first of its evidence."""
    if fact.known is not None:
        return fact.known
    dates = [evidence[id_].known or evidence[id_].said for id_ in fact.because if id_ in evidence]
    given = [date for date in dates if date]
    return min(given, key=last) if given else None
