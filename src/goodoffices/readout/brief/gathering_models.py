"""What a readout takes from the conflict models of a case, and which of them it must not conclude from."""

from __future__ import annotations

from dataclasses import replace

from goodoffices.case import Case
from goodoffices.case.models import Filtered, Lost, filtered
from goodoffices.conflict import Conflict
from goodoffices.errors import InputError
from goodoffices.readout.brief.material import Model
from goodoffices.readout.english import number_words

__all__ = ["models"]

_HIDDEN = (
    "some of what it rests on is not for this audience, and the rest would conclude something else"
)


def models(case: Case) -> tuple[tuple[Model, ...], list[str]]:
    """Return the models that an audience may see, and what it has to be told of others.

    A model that rests on something hidden is named, and nothing is concluded from what is left of it: the
    answer would not be the model's, and could tell what was hidden.
    """
    found, told = [], []
    for name in case.conflict_names:
        try:
            model, warning = _model(case, name)
        except InputError:
            told.append(
                f"the model “{name}”, which cannot be shown to this audience or is damaged."
            )
            continue
        found.append(model)
        told += [warning] if warning else []
    return tuple(found), told


def _model(case: Case, name: str) -> tuple[Model, str]:
    seen = _filtered(case, name)
    conflict = seen.conflict
    hidden = [lost for lost in seen.lost if lost.why == "hidden"]
    rivals = {rival for lost in hidden if (rival := _rival(lost, name, conflict))}
    own = [lost for lost in hidden if not _rival(lost, name, conflict)]
    warning = ""
    if own:
        warning = f"conclusions of the model “{conflict.title}”: {_HIDDEN}."
    elif rivals:
        warning = f"{number_words(len(rivals), 'other reading')} of “{conflict.title}”: {_HIDDEN}."
    kept = tuple(it for it in conflict.rival_readings if it.name not in rivals)
    conflict = replace(conflict, rival_readings=() if own else kept)
    fell = sum(1 for lost in seen.lost if lost.why == "gone")
    return (
        Model(
            name=name,
            conflict=conflict,
            links={entry.id: entry.record for entry in conflict.evidence},
            left_out=f"{_HIDDEN}." if own else "",
            fallen=(f"{number_words(fell, 'part')} that rest on what became known later",)
            if fell
            else (),
        ),
        warning,
    )


def _filtered(case: Case, name: str) -> Filtered:
    """Return the model without what is not there, and what that was."""
    conflict = case.files.conflict(f"conflicts/{name}.toml")
    if conflict is None:
        raise InputError(f"{case.folder.called}: the conflict '{name}' cannot be read")
    return Filtered(conflict, ()) if case.scope.whole else filtered(case, name, conflict)


def _rival(lost: Lost, name: str, conflict: Conflict) -> str:
    """Return the rival reading that a lost part belongs to; "" for the main one."""
    where = lost.where.removeprefix(f"{name}/")
    for reading in conflict.rival_readings:
        if where.startswith(f"{reading.name}:"):
            return reading.name
    return ""
