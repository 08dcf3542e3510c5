"""Texts: drafts and agreements as versions with clauses, and what each side makes of a clause.

A clause keeps its id from version to version. Its words are the analyst's digest unless the file says that
they are verbatim. In a one-text procedure criticisms attach to clauses and only whoever holds the pen edits
(Fisher; the drafts of Camp David 1978).
"""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from pydantic import Field

from goodoffices.talks.values import (
    ById,
    Evidence,
    Fact,
    Id,
    Many,
    Record,
    Stance,
    StatementId,
    When,
)

__all__ = [
    "Agreed",
    "Clause",
    "ClauseModel",
    "ClauseReading",
    "ClauseStance",
    "Criticism",
    "Stage",
    "Text",
    "Version",
    "as_far_as_known",
]

Stage: TypeAlias = Literal[
    "proposed", "circulated", "under negotiation", "tabled", "in blue", "put to a vote",
    "adopted", "agreed", "rejected", "vetoed", "withdrawn", "leaked", "lapsed",
]  # fmt: skip


class Clause(Fact):
    """A part of a text; ``models`` names the options of conflict models that it stands for."""

    stays: ClassVar[bool] = True

    id: str = Field(default="", exclude=True)
    text: str = Field(min_length=1, description="What the clause is about.")
    models: Many[str] = Field(default=(), description="Options it stands for: NAME/OPTION.")


class Version(Fact):
    """One version of a text: who made it, when, how far it had come, and the words of its clauses."""

    id: str = Field(default="", exclude=True)
    name: str = Field(min_length=1)
    when: When
    stage: Stage
    by: Many[Id] = ()
    symbol: str = ""
    clauses: dict[StatementId, str] = Field(
        description="Clause = its words in this version, in order."
    )


class ClauseModel(Record):
    """A reading of a clause as a change to a conflict model, so that it can be run.

    ``never`` and ``always`` are statements that the reading adds to what is feasible; ``reading`` is the
    rival reading of the model to take.
    """

    conflict: Id
    reading: str = ""
    never: Many[str] = ()
    always: Many[str] = ()


class ClauseReading(Fact):
    """What one side takes a clause to mean."""

    id: str = Field(default="", exclude=True)
    clause: StatementId
    version: str = ""
    by: Many[Id]
    text: str = Field(min_length=1)
    when: When | None = None
    model: ClauseModel | None = None


class ClauseStance(Fact):
    """Where a side stands on a clause from a day on."""

    clause: StatementId
    by: Id
    stance: Stance
    when: When
    version: str = ""


class Agreed(Fact):
    """Who agreed a version, and on whose behalf."""

    by: Id
    version: str
    when: When
    on_behalf_of: Many[Id] = ()


class Criticism(Fact):
    """What somebody objects to in a clause, and which version took it up."""

    clause: StatementId
    version: str
    by: Id
    text: str = Field(min_length=1)
    when: When
    answered_in: str = ""
    outcome: Literal["open", "taken up", "partly taken up", "not taken up"] = "open"


class Text(Record):
    """A file ``talks/texts/ID.toml``: one draft or agreement."""

    format: Literal[1] = Field(examples=[1])
    title: str = Field(min_length=1)
    kind: Literal[
        "draft resolution", "resolution", "communique", "agreement", "paper", "statement", "agenda"
    ]
    words: Literal["digest", "verbatim"] = "digest"
    procedure: Literal["one-text", "penholders", "open"] = "open"
    pen: Many[Id] = Field(
        default=(), description="Who alone edits it, under one-text and penholders."
    )
    body: str = Field(default="", description="The body that decides on it.")
    note: str = ""
    clauses: ById[Clause]
    versions: ById[Version]
    readings: ById[ClauseReading] = Field(default={})
    stances: Many[ClauseStance] = ()
    agreed: Many[Agreed] = ()
    criticisms: Many[Criticism] = ()
    evidence: ById[Evidence] = Field(default={})


def as_far_as_known(text: Text) -> Text:
    """Return a text without what only later versions tell.

    What came of a criticism is known with the version that answers it, and a clause with the first version,
    reading or stance that has it.
    """
    kept = tuple(
        it
        if it.answered_in in text.versions
        else it.model_copy(update={"answered_in": "", "outcome": "open", "note": ""})
        for it in text.criticisms
    )
    mentioned = {clause for version in text.versions.values() for clause in version.clauses}
    mentioned |= {it.clause for it in text.readings.values()}
    mentioned |= {it.clause for it in text.stances} | {it.clause for it in kept}
    clauses = {id_: it for id_, it in text.clauses.items() if id_ in mentioned}
    return text.model_copy(update={"criticisms": kept, "clauses": clauses})
