"""The talks as data for programs: what the sheets show, with ids in place of numbered marks."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from goodoffices.case.triggers import AtStage
from goodoffices.errors import UsageError, did_you_mean
from goodoffices.talks.agenda import agreement, fate
from goodoffices.talks.calendar import EVERYTHING, Stretch, calendar
from goodoffices.talks.commitments import breaches, history, points, standing
from goodoffices.talks.compare import differences, matrix, version_at
from goodoffices.talks.talks import Talks
from goodoffices.talks.triggers import Trigger, deadline
from goodoffices.talks.triggers import standing as trigger_standing
from goodoffices.talks.votes import actual, ballots, expected, turns

__all__ = [
    "agenda_data", "calendar_data", "commitments_data", "diff_data", "matrix_data", "plain",
    "process_data", "run_data", "texts_data", "trigger_named", "triggers_data", "votes_data",
]  # fmt: skip


def plain(value: Any) -> Any:
    """Return records and results as what JSON knows."""
    if isinstance(value, BaseModel):
        return plain(value.model_dump(by_alias=True, exclude_defaults=True))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str) or not isinstance(value, Iterable):
        return value
    return [plain(inner) for inner in value]


def _head(talks: Talks) -> dict[str, Any]:
    return {"as_of": plain(talks.day)}


def process_data(talks: Talks) -> dict[str, Any]:
    """Return the process file with, for each meeting, what became of it."""
    if talks.process is None:
        return _head(talks)
    fates = {id_: plain(fate(it, talks.day)) for id_, it in talks.process.meetings.items()}
    process = plain(talks.process)
    process.pop("evidence", None)
    return {**_head(talks), **process, "became": fates}


def agenda_data(talks: Talks) -> dict[str, Any]:
    """Return each agenda item and order with where the parties stand."""
    if talks.process is None:
        return _head(talks)
    tables = {"agenda": talks.process.agenda, "orders": talks.process.orders}
    return {
        **_head(talks),
        **{
            name: {
                id_: {**plain(it), "agreement": plain(agreement(it, talks.parties, talks.day))}
                for id_, it in table.items()  # type: ignore[attr-defined]
            }
            for name, table in tables.items()
        },
    }


def texts_data(talks: Talks, only: str | None = None) -> dict[str, Any]:
    """Return the texts, or one of them, with the version that stands."""
    found = {}
    for id_, text in talks.texts.items():
        if only in (None, id_):
            version = version_at(text, talks.day)
            found[id_] = {**plain(text), "stands": version.id if version else None}
            found[id_].pop("evidence", None)
    return {**_head(talks), "texts": found}


def diff_data(talks: Talks, name: str, older: str, newer: str) -> dict[str, Any]:
    """Return what changed between two versions."""
    changes = plain(differences(talks.texts[name], older, newer))
    return {**_head(talks), "text": name, "from": older, "to": newer, "clauses": changes}


def matrix_data(talks: Talks, name: str) -> dict[str, Any]:
    """Return the agreement matrix of a text."""
    return {**_head(talks), "text": name, "matrix": plain(matrix(talks.texts[name], talks.day))}


def votes_data(talks: Talks, only: str | None = None) -> dict[str, Any]:
    """Return bodies, and each vote as taken, as expected of each version, and what turns it."""
    file = talks.bodies
    if file is None:
        return _head(talks)
    votes = {}
    for id_, vote in file.votes.items():
        if only not in (None, id_):
            continue
        text = talks.texts.get(vote.text)
        versions = text.versions if text and vote.predictions else {}
        outcome = actual(file, vote, talks.day)
        votes[id_] = {
            **plain(vote),
            "outcome": plain(outcome),
            "ballots": ballots(file, vote) if outcome else {},
            "expected": {k: plain(expected(file, vote, v.clauses)) for k, v in versions.items()},
            "turns": {
                k: plain(turns(file, vote, v.clauses, tuple(text.clauses) if text else ()))
                for k, v in versions.items()
            },
        }
    return {**_head(talks), "bodies": plain(file.bodies), "votes": votes}


def triggers_data(talks: Talks) -> dict[str, Any]:
    """Return the triggers with the end of each clock and how each stands."""
    found = {
        id_: {
            **plain(it),
            "deadline": plain(deadline(it)),
            "deadlines": {name: plain(deadline(it, name)) for name in it.readings},
            "stands": trigger_standing(it, talks.day),
        }
        for id_, it in (talks.triggers.triggers.items() if talks.triggers else ())
    }
    return {**_head(talks), "triggers": found}


def run_data(name: str, found: Iterable[AtStage]) -> dict[str, Any]:
    """Return what would hold at each stage under each reading of a trigger."""
    stages = [
        {f.name: plain(getattr(it, f.name)) for f in dataclasses.fields(it) if f.name != "conflict"}
        for it in found
    ]
    return {"trigger": name, "stages": stages}


def commitments_data(talks: Talks) -> dict[str, Any]:
    """Return the commitments with status and history, the counts by source, and the breaches."""
    file = talks.commitments
    if file is None:
        return _head(talks)
    found = {
        id_: {
            **plain(it),
            "standing": plain(standing(it, talks.day)),
            "history": [
                {"when": step.when, "status": step.status} for step in history(it, talks.day)
            ],
        }
        for id_, it in file.commitments.items()
    }
    counts = {id_: plain(points(it, talks.day)) for id_, it in file.series.items()}
    broken = plain(breaches(file, talks.day))
    return {**_head(talks), "commitments": found, "counts": counts, "breaches": broken}


def calendar_data(talks: Talks, what: Stretch = EVERYTHING) -> dict[str, Any]:
    """Return the calendar."""
    entries = calendar(talks, talks.day, what)
    return {**_head(talks), "calendar": plain(entries)}


def trigger_named(talks: Talks, name: str) -> Trigger:
    """Return a trigger by id.

    Raises
    ------
    UsageError
        where there is none of that id.
    """
    known = talks.triggers.triggers if talks.triggers else {}
    if name not in known:
        raise UsageError(f"no trigger '{name}'; {did_you_mean(name, known)}")
    return known[name]
