"""The shapes of conflict file format 1, as pydantic models: the boundary, and nothing behind it.

They say which keys there are and what each holds; `goodoffices.conflict.convert` makes a `Conflict` of
them. ``python -m goodoffices.conflict.schema`` prints the JSON Schema that ships with the package.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import ConfigDict, Discriminator, Field, Tag

from goodoffices.conflict.parts import Kind, Moves, Role
from goodoffices.conflict.schema_values import (
    AnyState,
    Because,
    Day,
    Ids,
    Note,
    RecordLink,
    Shape,
    StateId,
    StatementText,
    Taken,
    Written,
    either,
    number_or_table,
    tier_form,
)

__all__ = ["CONSTRAINT_KEYS", "PREFERENCE_KEYS", "ConflictShape", "json_schema"]

FORMAT = 1
SCHEMA_ID = "https://goodoffices.readthedocs.io/schemas/conflict-1.json"
CONSTRAINT_KEYS = (
    "mutually_exclusive",
    "at_least_one",
    "exactly_one",
    "only_if",
    "never",
    "always",
    "never_pattern",
)
PREFERENCE_KEYS = ("preferences", "ranking", "weights")


class OptionShape(Shape):
    """An option with more to say than its text."""

    text: str = Field("", description="The option in words.", examples=["put it to a vote"])
    kind: Kind = Field(
        "substance",
        description="What is agreed (substance) or how it is talked about (procedure).",
    )
    moves: Moves = Field(
        "reversible",
        description="Whether it can be taken and given up, only taken, or only given up.",
    )
    because: Because = Field([])
    note: Note = Field("")


class WantShape(Shape):
    """A preference statement with its evidence."""

    wants: StatementText
    because: Because = Field([])
    note: Note = Field("")


class TierShape(Shape):
    """States liked equally, with the evidence for their place in the ranking."""

    states: list[AnyState] = Field(description="One state or several that are liked equally.")
    because: Because = Field([])
    note: Note = Field("")


Want: TypeAlias = Annotated[
    Annotated[StatementText, Tag("<text>")] | Annotated[WantShape, Tag("<table>")],
    either("statement"),
]
AnyOption: TypeAlias = Annotated[
    Annotated[str, Tag("<text>")] | Annotated[OptionShape, Tag("<table>")],
    either("text of the option"),
]
AnyTier: TypeAlias = Annotated[
    Annotated[StateId, Tag("<id>")]
    | Annotated[Taken, Tag("<state>")]
    | Annotated[list[Taken], Tag("<tie>")]
    | Annotated[TierShape, Tag("<table>")],
    Discriminator(
        tier_form,
        custom_error_type="tier",
        custom_error_message="expected a state, written as a list of the options taken",
    ),
]
Preferences = Annotated[
    list[Want] | None,
    Field(
        description="What this decision maker wants, most important first; [] for one who does "
        "not care. Give this or a ranking.",
        examples=[["adopted", "not veto"]],
    ),
]
RankingList = Annotated[
    list[AnyTier] | None,
    Field(
        description="Every feasible state from best to worst; a list of states is a tie. "
        "Give this or preferences.",
        examples=[[["trigger", "vote"], [["vote"], []]]],
    ),
]


class WeightShape(Shape):
    """A weight with its evidence."""

    weight: int | float = Field(
        description="How much it counts: more than 0 where it is wanted, less where it is not.",
        examples=[3, -1.5],
    )
    because: Because = Field([])
    note: Note = Field("")


AnyWeight: TypeAlias = Annotated[
    Annotated[int | float, Tag("<number>")] | Annotated[WeightShape, Tag("<table>")],
    Discriminator(
        number_or_table,
        custom_error_type="weight",
        custom_error_message="expected a number, or a table { weight = …, because = […] }",
    ),
]
Weights = Annotated[
    dict[str, AnyWeight] | None,
    Field(
        description="Option or derived proposition = its weight; the state whose weights sum to more "
        "is preferred. Give this, preferences or a ranking.",
        examples=[{"adopted": 4, "veto": -1}],
    ),
]


class DecisionMakerShape(Shape):
    """One who can change the state and cares about it."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": [key]} for key in PREFERENCE_KEYS]}
    )

    name: str = Field("", description="The name people read.", examples=["Russian Federation"])
    role: Role = Field("party", description="The part played in the conflict.")
    note: Note = Field("")
    options: dict[str, AnyOption] = Field(
        {}, description="What this decision maker can do: id = text, in order."
    )
    preferences: Preferences = None
    ranking: RankingList = None
    weights: Weights = None
    moves: dict[str, list[str]] = Field(
        {},
        description="Where states are listed: state = the states this decision maker can move to.",
        examples=[{"s1": ["s2", "s9"]}],
    )
    misperceptions: list[StatementText] = Field(
        [],
        description="States this decision maker cannot see, as statements: kept, and not taken into "
        "account.",
        examples=[["trigger and veto"]],
    )


class PropositionShape(Shape):
    """A derived proposition with its words."""

    is_: StatementText = Field(alias="is")
    text: str = Field("", description="The proposition in words.", examples=["it is adopted"])


AnyProposition: TypeAlias = Annotated[
    Annotated[StatementText, Tag("<text>")] | Annotated[PropositionShape, Tag("<table>")],
    either("statement"),
]


class ConstraintShape(Shape):
    """One thing that cannot be."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": [key]} for key in CONSTRAINT_KEYS],
            "dependentRequired": {"option": ["only_if"], "only_if": ["option"]},
        }
    )

    mutually_exclusive: Ids = Field(None, description="At most one of these is taken.")
    at_least_one: Ids = Field(None, description="One or more of these are taken.")
    exactly_one: Ids = Field(None, description="One of these is taken, and only one.")
    option: str | None = Field(
        None, description="With only_if: the option that depends.", examples=["veto"]
    )
    only_if: str | None = Field(
        None, description="What must hold for the option to be taken.", examples=["vote"]
    )
    never: str | None = Field(
        None, description="A statement that never holds.", examples=["tgb and not sequence"]
    )
    always: str | None = Field(
        None, description="A statement that always holds.", examples=["vote or veto"]
    )
    never_pattern: str | None = Field(
        None,
        description="States that cannot be: over all options in order, Y taken, N not, - either.",
        examples=["--YY"],
        json_schema_extra={"pattern": "^[YN-]+$"},
    )
    because: Because = Field([])
    note: Note = Field("")


class ForbiddenShape(Shape):
    """Moves that a decision maker cannot make, although the options would let them."""

    by: str = Field(description="Who cannot make them.", examples=["russia"])
    from_: StatementText | None = Field(None, alias="from")
    to: StatementText | None = Field(None)
    because: Because = Field([])
    note: Note = Field("")


class StateShape(Shape):
    """A listed state with more to say than its text."""

    text: str = Field("", description="The state in words.", examples=["the firm closes"])
    taken: Because = Field([], description="Options known to be taken in it.")
    note: Note = Field("")


AnyListed: TypeAlias = Annotated[
    Annotated[str, Tag("<text>")] | Annotated[StateShape, Tag("<table>")],
    either("text of the state"),
]


class EvidenceShape(Shape):
    """Where something is written."""

    citation: str = Field(
        description="Who published it, what, when.",
        examples=["Security Council Report, What's in Blue, 19 February 2014"],
    )
    said: Day | None = Field(None, description="When it was said.", examples=["2014-02-19"])
    known: Day | None = Field(None, description="When it became known.", examples=["2014-02-19"])
    url: str = Field("", description="Where it can be read.")
    text: str = Field("", description="A digest in the analyst's own words.")
    quote: str = Field("", description="Short words of the source itself.")
    record: list[RecordLink] = Field(
        [],
        description="Items of the case's record that say so, as SOURCE_ID/ITEM_ID.",
        examples=[["aljazeera-2014-02-11/p4"]],
    )


class ReadingShape(Shape):
    """Who made this reading, when, knowing what."""

    name: str = Field(
        "", description="Its name; needed when there are rivals.", examples=["historical"]
    )
    title: str = Field("", description="Its name in words.")
    by: str = Field("", description="Who made it.")
    written: Written = None
    note: Note = Field("")


class RivalShape(Shape):
    """Another analyst's reading: what some decision makers want instead."""

    title: str = Field("", description="Its name in words.")
    by: str = Field("", description="Who made it.")
    written: Written = None
    note: Note = Field("")
    preferences: dict[str, list[Want]] = Field(
        {}, description="Decision maker = preference statements, most important first."
    )
    ranking: dict[str, list[AnyTier]] = Field(
        {}, description="Decision maker = every feasible state from best to worst."
    )
    weights: dict[str, dict[str, AnyWeight]] = Field(
        {}, description="Decision maker = option or derived proposition = its weight."
    )


class ConflictShape(Shape):
    """A conflict file of Good Offices, format 1."""

    format: Literal[1] = Field(description="The format of this file: 1.")
    title: str = Field(
        description="What the conflict is called.", examples=["The Council draft"], min_length=1
    )
    date: Day | None = Field(
        None, description="The day the model describes.", examples=["2014-02-11"]
    )
    story: str = Field("", description="What happened so far, for readers.")
    status_quo: AnyState | None = Field(
        None,
        description="Where matters stand: the options taken, or the id of a listed state.",
        examples=[["vote", "veto"]],
    )
    states: dict[str, AnyListed] = Field(
        {},
        description="For a conflict in graph form: every state, id = text. Without it the states "
        "follow from the options.",
    )
    reading: ReadingShape = Field(
        default_factory=lambda: ReadingShape.model_validate({}),
        description="Who made this reading, when, knowing what.",
    )
    decision_makers: dict[str, DecisionMakerShape] = Field(
        description="Who decides, by id, in order."
    )
    derived: dict[str, AnyProposition] = Field(
        {}, description="Named statements, usable wherever an option is."
    )
    feasibility: list[ConstraintShape] = Field([], description="What cannot be.")
    forbidden_moves: list[ForbiddenShape] = Field(
        [], description="Moves that somebody cannot make, although the options would let them."
    )
    coalitions: list[list[str]] = Field(
        [],
        description="Decision makers who act together, where that is asked for.",
        examples=[[["sponsors", "russia"]]],
    )
    evidence: dict[str, EvidenceShape] = Field(
        {}, description="Where things are written, by id: what because refers to."
    )
    rival_readings: dict[str, RivalShape] = Field({}, description="Other readings, by name.")


def json_schema() -> Mapping[str, Any]:
    """Return the JSON Schema of format 1, as editors use it (dates as ISO texts).

    >>> sorted(json_schema()["required"])
    ['decision_makers', 'format', 'title']
    """
    schema = ConflictShape.model_json_schema(by_alias=True)
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **schema,
    }
    tidy: Mapping[str, Any] = _tidy(described)
    return tidy


def _tidy(node: Any) -> Any:
    """Leave out what says nothing to an editor: titles made of names, null where a key is absent."""
    if isinstance(node, list):
        return [_tidy(part) for part in node]
    if not isinstance(node, dict):
        return node
    kept = {
        key: _tidy(value)
        for key, value in node.items()
        if not (key == "title" and isinstance(value, str)) and not (key == "default" and not value)
    }
    if any("required" not in form for form in kept.get("oneOf", ())):
        kept["anyOf"] = kept.pop("oneOf")  # the empty list is both a state and a tie
    forms = kept.get("anyOf")
    if forms and {"type": "null"} in forms:
        del kept["anyOf"]
        kept = {**next(form for form in forms if form != {"type": "null"}), **kept}
    return kept


if __name__ == "__main__":
    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))  # noqa: T201
