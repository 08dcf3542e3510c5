"""Bodies and votes: who decides by which rule, how they voted, and how they are expected to vote and why.

A prediction is made of cases: a vote, and the statement about the clauses of the text under which it is
cast. Each case rests on evidence or says that it is an inference.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from goodoffices.talks.rules import Ballot, Rule
from goodoffices.talks.values import ById, Evidence, Fact, Held, Id, Many, Plan, Record, When

__all__ = ["Bodies", "Body", "BodyModel", "Case", "Prediction", "Result", "Vote"]


class Body(Fact):
    """A body that decides by voting."""

    id: str = Field(default="", exclude=True)
    name: str = Field(min_length=1)
    members: Many[Id]
    names: dict[Id, str] = Field(
        default={}, description="Names of members who are no participants."
    )
    rules: ById[Rule]


class Case(Fact):
    """A vote that is expected where a statement about the clauses of the text holds."""

    vote: Ballot
    if_: str = Field(
        default="", alias="if", description="A statement about clauses; empty: otherwise."
    )


class Prediction(Fact):
    """How one member is expected to vote: the first case whose statement holds counts."""

    id: str = Field(default="", exclude=True)
    cases: Many[Case]


class Result(Fact):
    """How a vote went.

    ``yes``, ``no``, ``abstain`` and ``absent`` list members. Where only totals are published, ``counts``
    holds them (yes, no, abstain) and ``no`` whom the negative votes are known to be.
    """

    when: When
    unanimous: bool = Field(default=False, description="Every member voted yes.")
    yes: Many[Id] = ()
    no: Many[Id] = ()
    abstain: Many[Id] = ()
    absent: Many[Id] = ()
    counts: Many[int] | None = None


class Vote(Fact):
    """A vote on a version of a text: predicted, set for a day, taken."""

    id: str = Field(default="", exclude=True)
    name: str = Field(min_length=1)
    body: Id
    rule: Id
    text: str = ""
    version: str = ""
    plans: Many[Plan] = Field(
        default=(), description="Days set for it; a later one supersedes an earlier."
    )
    parties: Many[Id] = Field(default=(), description="Members that are parties to the dispute.")
    result: Result | None = None
    predictions: ById[Prediction] = Field(default={})

    @property
    def held(self) -> Held | None:
        """When it was taken, as of a meeting."""
        return Held(when=self.result.when) if self.result else None

    @property
    def cancelled(self) -> Held | None:
        """A vote that is not taken stays planned or overdue."""
        return None


class BodyModel(Fact):
    """What a body's decision is in a conflict model.

    ``put`` is the statement under which there is a vote; ``yes`` and ``no`` give, per member, the statement
    under which it votes so. Members in ``assumed_yes`` vote for whatever is put; those named nowhere abstain.
    """

    id: str = Field(default="", exclude=True)
    conflict: Id
    proposition: str = Field(min_length=1)
    body: Id
    rule: Id
    put: str = Field(min_length=1)
    yes: dict[Id, str] = Field(default={})
    no: dict[Id, str] = Field(default={})
    assumed_yes: Many[Id] = ()
    text: str = ""


class Bodies(Record):
    """The file ``talks/bodies.toml``."""

    format: Literal[1] = Field(examples=[1])
    bodies: ById[Body]
    votes: ById[Vote] = Field(default={})
    models: ById[BodyModel] = Field(default={})
    evidence: ById[Evidence] = Field(default={})
