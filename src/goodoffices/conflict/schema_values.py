"""Values of a conflict file as pydantic reads them: days, texts or tables, states, numbers."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from goodoffices.conflict.check import is_day

__all__ = [
    "AnyState",
    "Because",
    "Day",
    "Ids",
    "Note",
    "RecordLink",
    "Shape",
    "StateId",
    "StatementText",
    "Taken",
    "Written",
    "either",
    "number_or_table",
    "tier_form",
]

_LINK = r"^[a-z0-9][a-z0-9_-]*/[a-z0-9][a-z0-9_-]*$"
_DAY = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"


def _iso(value: object) -> str:
    """Take a TOML date, or a text with a year, a month or a day; give the text."""
    if type(value) is datetime.date:
        return value.isoformat()
    if isinstance(value, str) and is_day(value):
        return value
    raise PydanticCustomError(
        "date", 'expected a date such as 2014-02-11, or a month or year in quotes: "2014-02"'
    )


def _text_or_table(value: object) -> str | None:
    if isinstance(value, str):
        return "<text>"
    return "<table>" if isinstance(value, dict | BaseModel) else None


def _state_or_id(value: object) -> str | None:
    if isinstance(value, str):
        return "<id>"
    return "<state>" if isinstance(value, list) else None


def number_or_table(value: object) -> str | None:
    """Tell a number from a table."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "<number>"
    return "<table>" if isinstance(value, dict | BaseModel) else None


def tier_form(value: object) -> str | None:
    """Tell a state, a tie of states and a table from one another."""
    if isinstance(value, str):
        return "<id>"
    if isinstance(value, list):
        return "<tie>" if value and all(isinstance(part, list) for part in value) else "<state>"
    return "<table>" if isinstance(value, dict | BaseModel) else None


def _link(value: object) -> str:
    """Take a link into the record; give it."""
    if isinstance(value, str) and re.fullmatch(_LINK, value):
        return value
    raise PydanticCustomError("link", "expected SOURCE_ID/ITEM_ID, an item of the case's record")


class Shape(BaseModel):
    """Base: nothing is turned into another type, and no key goes unnoticed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Day = Annotated[str, BeforeValidator(_iso), Field(json_schema_extra={"pattern": _DAY})]
RecordLink = Annotated[str, BeforeValidator(_link), Field(json_schema_extra={"pattern": _LINK})]
Because = Annotated[
    list[str],
    Field(
        description="Ids of entries of the evidence table that this rests on.",
        examples=[["speech-2014-02-12"]],
    ),
]
Note = Annotated[str, Field(description="A remark for readers; changes nothing.")]
Taken = Annotated[
    list[str], Field(description="A state, written as the list of the options taken in it.")
]
StateId = Annotated[
    str, Field(description="A state by its id, where states are listed.", examples=["s1"])
]
AnyState: TypeAlias = Annotated[
    Annotated[StateId, Tag("<id>")] | Annotated[Taken, Tag("<state>")],
    Discriminator(
        _state_or_id,
        custom_error_type="state",
        custom_error_message="expected a list in [ ]",
    ),
]
Written = Annotated[
    Day | None, Field(description="The day this reading was written.", examples=["2026-11-23"])
]
STATEMENT_HELP = (
    "A statement about the options taken, such as 'vote and not veto', 'a if b', "
    "'at most 1 of (a, b)'."
)
StatementText = Annotated[str, Field(description=STATEMENT_HELP, examples=["vote and not veto"])]
Ids = Annotated[
    list[str] | None,
    Field(examples=[["parallel", "terrorism_first"]]),
]


def either(what: str) -> Discriminator:
    """Tell a text from a table by what it is, so that faults speak of one of them only."""
    return Discriminator(
        _text_or_table,
        custom_error_type="text_or_table",
        custom_error_message=f"expected the {what} in quotes, or a table {{ … }}",
    )
