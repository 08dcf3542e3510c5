"""Several readings of one case side by side: whose they are, when they were made, and what holds in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from goodoffices.case.bearing import held_by
from goodoffices.errors import InputError, LimitError

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.conflict import Conflict

__all__ = ["CaseReading", "differences", "readings"]


@dataclass(frozen=True)
class CaseReading:
    """One reading of one model.

    ``assumed`` counts the preference statements without evidence; ``equilibria`` maps a solution concept to
    the states, by the options taken. ``later`` tells that it was written after the day the model describes.
    """

    model: str
    name: str
    by: str
    written: str
    later: bool
    statements: int
    assumed: int
    equilibria: dict[str, tuple[str, ...]]
    trouble: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return it as data."""
        held = {concept: list(states) for concept, states in self.equilibria.items()}
        return {
            "model": self.model,
            "reading": self.name,
            "by": self.by,
            "written": self.written,
            "written_after": self.later,
            "statements": self.statements,
            "assumed": self.assumed,
            "equilibria": held,
            **({"trouble": self.trouble} if self.trouble else {}),
        }


def readings(case: Case, model: str | None = None) -> list[CaseReading]:
    """Return every reading of the models of a case, or of one of them, model by model.

    Raises
    ------
    UsageError
        where there is no such model.
    """
    names = case.conflict_names if model is None else (model,)
    found = []
    for name in names:
        try:
            conflict = case.conflict(name)
        except InputError as error:
            if model is not None:
                raise
            trouble = str(error).splitlines()[0] if case.scope.sight is None else "not to be shown"
            found.append(CaseReading(name, "", "", "", False, 0, 0, {}, trouble))
            continue
        found.append(_reading(name, conflict))
        found += (_reading(name, conflict.with_reading(it.name)) for it in conflict.rival_readings)
    return found


def _reading(model: str, conflict: Conflict) -> CaseReading:
    from goodoffices.stability import analyse

    held = [it for dm in conflict.decision_makers for it in held_by(dm)]
    about = conflict.reading
    trouble, equilibria = "", {}
    try:
        analysis = analyse(conflict)
        label = conflict.states.label
        equilibria = {
            str(concept): tuple(label(state) for state in analysis.equilibria(concept))
            for concept in analysis.concepts
        }
    except LimitError as error:
        trouble = str(error)
    return CaseReading(
        model,
        about.name,
        about.by,
        about.written,
        bool(about.written and conflict.date and about.written > conflict.date),
        len(held),
        sum(not it.because for it in held),
        equilibria,
        trouble,
    )


def differences(case: Case, model: str) -> list[tuple[str, dict[str, tuple[str, ...]]]]:
    """Return, for each decision maker whom the readings of a model see differently, what each says.

    Each as the decision maker's id and reading name to the preference statements, most important first.

    Raises
    ------
    UsageError
        where there is no such model.
    """
    conflict = case.conflict(model)
    every = {conflict.reading.name or "main": conflict}
    every |= {it.name: conflict.with_reading(it.name) for it in conflict.rival_readings}
    found = []
    for dm in conflict.decision_makers:
        said = {
            name: tuple(held.words for held in held_by(seen.decision_maker(dm.id)))
            for name, seen in every.items()
        }
        if len(set(said.values())) > 1:
            found.append((dm.id, said))
    return found
