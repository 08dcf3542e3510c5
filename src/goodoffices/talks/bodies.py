"""Bodies and votes: who decides by which rule, how they voted, and how they are expected to vote and why.

A prediction is made of cases: a vote, and the statement about the clauses of the text under which it is
cast. Each case rests on evidence or says that it is an inference.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from goodoffices.talks.rules import Ballot, Rule
from goodoffices.talks.values import ById, Evidence, Fact, Held, Id, Many, Plan, Record, When

__all__ = ["Bodies", "Body", "BodyModel", "Case", "Prediction", "Vote"]


class Body(Fact):
    """A body that decides by voting."""

    id: str = Field("", exclude=True)
    name: str = Field(min_length=1)
    members: Many[Id]
    rules: ById[Rule]


class Case(Fact):
    """A vote that is expected where a statement about the clauses of the text holds."""

    vote: Ballot
    if_: str = Field("", alias="if", description="A statement about clauses; empty: otherwise.")


class Prediction(Fact):
    """How one member is expected to vote: the first case whose statement holds counts."""

    id: str = Field("", exclude=True)
    cases: Many[Case]


class Vote(Fact):
    """A vote on a version of a text: predicted, taken, or both.

    ``yes``, ``no``, ``abstain`` and ``absent`` list members. Where only totals are published, ``counts``
    holds them (yes, no, abstain) and ``no`` whom the negative votes are known to be.
    """

    id: str = Field("", exclude=True)
    name: str = Field(min_length=1)
    body: Id
    rule: Id
    text: str = ""
    version: str = ""
    when: When | None = None
    plans: Many[Plan] = Field((), description="Days set for it; a later one supersedes an earlier.")
    parties: Many[Id] = Field((), description="Members that are parties to the dispute.")
    unanimous: bool = Field(False, description="Every member voted yes.")
    yes: Many[Id] = ()
    no: Many[Id] = ()
    abstain: Many[Id] = ()
    absent: Many[Id] = ()
    counts: Many[int] | None = None
    predictions: ById[Prediction] = Field({})

    @property
    def taken(self) -> bool:
        """Whether any vote is recorded."""
        listed = self.yes or self.no or self.abstain or self.absent
        return bool(self.unanimous or listed or self.counts is not None)

    @property
    def held(self) -> Held | None:
        """When it was taken, as of a meeting."""
        return Held(when=self.when) if self.taken and self.when else None

    @property
    def cancelled(self) -> Held | None:
        """A vote that is not taken stays planned or overdue."""
        return None


class BodyModel(Fact):
    """What a body's decision is in a conflict model.

    ``put`` is the statement under which there is a vote; ``yes`` and ``no`` give, per member, the statement
    under which it votes so. Members in ``assumed_yes`` vote for whatever is put; those named nowhere abstain.
    """

    id: str = Field("", exclude=True)
    conflict: Id
    proposition: str = Field(min_length=1)
    body: Id
    rule: Id
    put: str = Field(min_length=1)
    yes: dict[Id, str] = Field({})
    no: dict[Id, str] = Field({})
    assumed_yes: Many[Id] = ()
    text: str = ""


class Bodies(Record):
    """The file ``talks/bodies.toml``."""

    format: Literal[1] = Field(examples=[1])
    bodies: ById[Body]
    votes: ById[Vote] = Field({})
    models: ById[BodyModel] = Field({})
    evidence: ById[Evidence] = Field({})
