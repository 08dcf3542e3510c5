"""What a readout takes from the conflict models of a case, and which of them it must not conclude from."""

from __future__ import annotations

import datetime
from dataclasses import replace

from goodoffices.case import Case
from goodoffices.case.models import Filtered, Lost, filtered
from goodoffices.conflict import Conflict
from goodoffices.conflict.parts import Preferences, Prioritisation, Ranking, Weighting
from goodoffices.errors import InputError
from goodoffices.readout.brief.material import Model
from goodoffices.readout.english import number_words
from goodoffices.readout.support import is_inference
from goodoffices.talks.when import last

__all__ = ["models", "without_hindsight"]

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
    if case.scope.day is not None:
        conflict = without_hindsight(conflict, case.scope.day)
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


def without_hindsight(conflict: Conflict, day: datetime.date) -> Conflict:
    """Return a model without remarks that were written after a day, or on a day that is not given.

    What it holds stays, and the readout says that it was written later; what its analyst remarked on it
    knows the outcome. That something is an inference is kept.

    >>> import goodoffices as go
    >>> council = without_hindsight(go.load("geneva-2014/council"), datetime.date(2014, 2, 11))
    >>> council.story, council.reading.note, council.reading.written
    ('', '', '2026-11-23')
    """
    readings = [conflict.reading, *conflict.rival_readings]
    if all(it.written and last(it.written) <= day for it in readings):
        return conflict
    main, *rivals = (
        replace(
            it,
            note="",
            preferences=tuple((dm, _bare(held)) for dm, held in it.preferences),
        )
        for it in readings
    )
    return replace(
        conflict,
        story="",
        reading=main,
        rival_readings=tuple(rivals),
        decision_makers=tuple(
            replace(
                dm,
                note="",
                options=tuple(replace(option, note="") for option in dm.options),
                preferences=_bare(dm.preferences),
            )
            for dm in conflict.decision_makers
        ),
        feasibility=tuple(replace(it, note="") for it in conflict.feasibility),
        forbidden_moves=tuple(replace(it, note="") for it in conflict.forbidden_moves),
    )


def _bare(held: Preferences) -> Preferences:
    """Return preferences without remarks, but for the word that something is an inference."""

    def note(of: str) -> str:
        return "Inference" if is_inference(of) else ""

    if isinstance(held, Prioritisation):
        return Prioritisation(tuple(replace(it, note=note(it.note)) for it in held.statements))
    if isinstance(held, Weighting):
        return Weighting(tuple(replace(it, note=note(it.note)) for it in held.weights))
    return Ranking(tuple(replace(it, note=note(it.note)) for it in held.tiers))
