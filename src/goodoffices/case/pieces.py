"""The file of a proposed model, piece by piece: who decides, who can do what, who wants what, and why."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from goodoffices.case.shapes import Decided, Label, Status
from goodoffices.conflict.parts import Kind, Role
from goodoffices.conflict.schema_values import RecordLink
from goodoffices.talks.values import Id, Many, Record, StatementId, When

__all__ = [
    "FORMS",
    "PIECES",
    "ConstraintPiece",
    "DecisionMakerPiece",
    "Form",
    "OptionPiece",
    "Piece",
    "ProposalFile",
    "StatementPiece",
]

Form: TypeAlias = Literal[
    "red line",
    "rejected demand",
    "ultimatum",
    "threat",
    "condition",
    "demand",
    "rejection",
    "support",
    "offer",
    "acceptance",
    "qualified acceptance",
]
FORMS: tuple[Form, ...] = (
    "red line",
    "rejected demand",
    "ultimatum",
    "threat",
    "condition",
    "demand",
    "rejection",
    "support",
    "offer",
    "acceptance",
    "qualified acceptance",
)
"""What positions become, in the order of importance in which they are proposed."""


class Piece(Record):
    """One piece of a proposed model; only what a person accepted or edited enters a model.

    ``status`` uses the words of the record: "confirmed" is accepted, "rejected" is dropped.
    """

    id: Id
    status: Status = "proposed"
    by: str = ""
    at: When | None = None
    decisions: Many[Decided] = ()
    because: Many[RecordLink] = ()
    label: Label | None = None
    note: str = ""

    @property
    def accepted(self) -> bool:
        """Whether a person wants it in the model."""
        return self.status in ("confirmed", "edited")


class DecisionMakerPiece(Piece):
    """Somebody who decides; ``actor`` is the actor of the record."""

    name: str = Field(min_length=1)
    actor: Id | None = None
    role: Role = "party"


class OptionPiece(Piece):
    """Something that ``owner`` can do; its id is the one that statements use."""

    id: StatementId
    owner: Id
    text: str = ""
    kind: Kind = "substance"


class StatementPiece(Piece):
    """What ``dm`` wants; the order in the file is the order of importance."""

    dm: Id
    wants: str = Field(min_length=1)
    form: Form


class ConstraintPiece(Piece):
    """What cannot be: ``option`` is taken only if ``only_if`` holds."""

    option: StatementId
    only_if: str = Field(min_length=1)


class ProposalFile(Record):
    """The file ``proposals/NAME.toml``."""

    format: Literal[1] = Field(examples=["1"])
    title: str = Field(min_length=1)
    made: When | None = None
    aside: Many[RecordLink] = ()
    decision_makers: Many[DecisionMakerPiece] = ()
    options: Many[OptionPiece] = ()
    statements: Many[StatementPiece] = ()
    constraints: Many[ConstraintPiece] = ()

    def pieces(self) -> list[tuple[str, int, Piece]]:
        """Return the pieces with their kind and position in the file."""
        return [(kind, k, piece) for kind in PIECES for k, piece in enumerate(getattr(self, kind))]

    def uses(self) -> set[str]:
        """Return the items of the record that some piece rests on, or that were left aside."""
        return {*self.aside, *(ref for _, _, piece in self.pieces() for ref in piece.because)}


PIECES = ("decision_makers", "options", "statements", "constraints")
