"""Commitments: who owes what to whom by when under which clause, and what was observed of it.

Status is judged per observation on the Peace Accords Matrix scale (Joshi, Quinn and Regan 2015): 0 none, 1
minimum, 2 intermediate, 3 full implementation; or *contested*, or *unknown*. There is no overall percentage,
and rival counts are kept as one series a source: nothing here averages.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pydantic import Field

from goodoffices.conflict import Conflict
from goodoffices.errors import Fault, KeyPath, did_you_mean
from goodoffices.talks.values import ById, Evidence, Fact, Id, Many, Plan, Record, When
from goodoffices.talks.when import first, in_words, last, order, same_or_before

__all__ = [
    "STATUSES",
    "Breach",
    "Commitment",
    "Commitments",
    "Move",
    "Observation",
    "Point",
    "Series",
    "Standing",
    "Status",
    "Step",
    "breaches",
    "commitment_faults",
    "due_at",
    "history",
    "move_faults",
    "observed_moves",
    "points",
    "standing",
]

Status: TypeAlias = Literal[0, 1, 2, 3, "contested", "unknown"]
STATUSES: Mapping[Status, str] = {
    0: "not implemented",
    1: "minimum",
    2: "intermediate",
    3: "full",
    "contested": "contested",
    "unknown": "unknown",
}


class Move(Record):
    """An observed move of a conflict model: an option taken or given up by who controls it."""

    model: str = Field(description="NAME/OPTION", examples=['"council/access"'])
    taken: bool
    by: Id | None = None
    breach: bool = False


class Observation(Fact):
    """What was observed of a commitment: when, by which finder, and how it is judged.

    ``finder`` is the body or person who found it; ``names_side`` whether it says who did it. ``status`` is
    left out where nothing is judged.
    """

    when: When
    text: str = Field(min_length=1)
    finder: str = Field(min_length=1)
    status: Status | None = None
    names_side: bool | None = None
    move: Move | None = None


class Point(Fact):
    """One count by one source; ``value`` as given, or ``low`` and ``high`` where it gives bounds."""

    source: str = Field(min_length=1)
    when: When
    value: int | None = Field(default=None, ge=0)
    low: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)

    @property
    def words(self) -> str:
        """The count as the source gives it."""
        if self.value is not None:
            return f"{self.value:,}"
        if self.low is not None and self.high is not None:
            return f"{self.low:,}-{self.high:,}"
        if self.low is not None:
            return f"over {self.low:,}"
        return f"up to {self.high:,}" if self.high is not None else "not given"


class Series(Fact):
    """Counts of one thing by several sources, side by side."""

    id: str = Field(default="", exclude=True)
    name: str = Field(min_length=1)
    unit: str = ""
    commitment: str = ""
    points: Many[Point]


class Commitment(Fact):
    """What a clause obliges whom to do for whom by when; ``disputed`` says what of its terms is."""

    id: str = Field(default="", exclude=True)
    name: str = Field(min_length=1)
    by: Many[Id]
    to: Many[str]
    text: str = ""
    clause: str = Field(default="", description="The clause it follows from: TEXT/CLAUSE.")
    due: When | None = None
    extensions: Many[Plan] = Field(default=(), description="Later dates to which it was extended.")
    disputed: str = ""
    observations: Many[Observation] = ()


class Commitments(Record):
    """The file ``talks/commitments.toml``."""

    format: Literal[1] = Field(examples=[1])
    title: str = ""
    commitments: ById[Commitment]
    series: ById[Series] = Field(default={})
    evidence: ById[Evidence] = Field(default={})


@dataclass(frozen=True)
class Step:
    """The status of a commitment from a day on, with the observations of that day that were judged."""

    when: str
    status: Status
    observations: tuple[Observation, ...]


@dataclass(frozen=True)
class Standing:
    """The status of a commitment on a day."""

    status: Status
    since: str | None
    due: Literal["not yet due", "due", "past due", "no date"]

    @property
    def words(self) -> str:
        """The status as people read it."""
        label = STATUSES[self.status]
        scale = f"{self.status} ({label})" if isinstance(self.status, int) else label
        return f"{scale} since {in_words(self.since)}" if self.since else scale


def history(commitment: Commitment, day: datetime.date | None = None) -> tuple[Step, ...]:
    """Return the status of a commitment over time, as far as it was observed by a day.

    Of judged observations of one date, those that agree give their status; those that differ make it
    contested. Before the first the status is unknown.
    """
    judged = [it for it in _seen(commitment.observations, day) if it.status is not None]
    by_date: dict[str, list[Observation]] = {}
    for observation in sorted(judged, key=lambda it: order(it.when)):
        by_date.setdefault(observation.when, []).append(observation)
    return tuple(Step(when, _status(found), tuple(found)) for when, found in by_date.items())


def _status(observations: Iterable[Observation]) -> Status:
    found = {it.status for it in observations if it.status not in (None, "unknown")}
    if not found:
        return "unknown"
    status = found.pop()
    return "contested" if found or status is None else status


def _seen(observations: Iterable[Observation], day: datetime.date | None) -> list[Observation]:
    return [it for it in observations if same_or_before(it.when, day)]


def standing(commitment: Commitment, day: datetime.date | None = None) -> Standing:
    """Return the status of a commitment on a day (of all that is known, where none is given).

    >>> def seen(when, status):
    ...     return Observation(when=when, text="it", finder="UN", status=status)
    >>> held = seen("2014-02-07", 2), seen("2014-02-08", 1), seen("2014-02-08", 3)
    >>> pause = Commitment(name="pause", by=("a",), to=("b",), observations=held)
    >>> standing(pause, datetime.date(2014, 2, 7)).words, standing(pause).words
    ('2 (intermediate) since Fri 7 February 2014', 'contested since Sat 8 February 2014')
    """
    steps = history(commitment, day)
    status: Status = steps[-1].status if steps else "unknown"
    return Standing(status, _since(steps), _due(due_at(commitment, day), day))


def due_at(commitment: Commitment, day: datetime.date | None = None) -> str | None:
    """Return when a commitment was due as of a day: the last extension announced by then, or at first."""
    known = [it.when for it in commitment.extensions if same_or_before(it.announced, day)]
    return known[-1] if known else commitment.due


def _since(steps: tuple[Step, ...]) -> str | None:
    since = None
    for later in reversed(steps):
        if later.status != steps[-1].status:
            break
        since = later.when
    return since


def _due(
    due: str | None, day: datetime.date | None
) -> Literal["not yet due", "due", "past due", "no date"]:
    if due is None:
        return "no date"
    if day is None or last(due) < day:
        return "past due"
    return "due" if first(due) <= day else "not yet due"


def points(series: Series, day: datetime.date | None = None) -> dict[str, tuple[Point, ...]]:
    """Return the counts up to a day, one series a source, each in order of time; never averaged."""
    found: dict[str, list[Point]] = {}
    for point in sorted(series.points, key=lambda it: order(it.when)):
        if same_or_before(point.when, day):
            found.setdefault(point.source, []).append(point)
    return {source: tuple(these) for source, these in found.items()}


@dataclass(frozen=True)
class Breach:
    """An observed move of a model that breaks a commitment, with the observation it rests on."""

    commitment: str
    observation: Observation
    move: Move


def observed_moves(
    file: Commitments, day: datetime.date | None = None
) -> tuple[tuple[str, Observation, Move], ...]:
    """Return every observed move of a model, with its commitment, in order of time."""
    found = [
        (id_, it, it.move)
        for id_, commitment in file.commitments.items()
        for it in _seen(commitment.observations, day)
        if it.move is not None
    ]
    return tuple(sorted(found, key=lambda entry: order(entry[1].when)))


def breaches(file: Commitments, day: datetime.date | None = None) -> tuple[Breach, ...]:
    """Return the observed moves that break a commitment, in order of time."""
    return tuple(
        Breach(id_, it, move) for id_, it, move in observed_moves(file, day) if move.breach
    )


def move_faults(file: Commitments, conflicts: Mapping[str, Conflict]) -> Iterator[Fault]:
    """Yield a fault for each observed move that the models do not have, or that is not its owner's."""
    for id_, commitment in file.commitments.items():
        for k, it in enumerate(commitment.observations):
            if it.move is None:
                continue
            path: KeyPath = ("commitments", id_, "observations", k, "move")
            name, _, option = it.move.model.rpartition("/")
            if name not in conflicts:
                yield Fault(f"no model '{name}'; {did_you_mean(name, conflicts)}", path)
                continue
            owners = conflicts[name].owners
            if option not in owners:
                yield Fault(
                    f"the model '{name}' has no option '{option}'; {did_you_mean(option, owners)}",
                    path,
                )
            elif it.move.by not in (None, owners[option].id):
                yield Fault(
                    f"'{option}' is an option of '{owners[option].id}', not of '{it.move.by}'", path
                )


def commitment_faults(file: Commitments) -> Iterator[Fault]:
    """Yield what does not fit together in a file of commitments."""
    for id_, series in file.series.items():
        path: KeyPath = ("series", id_)
        if series.commitment and series.commitment not in file.commitments:
            yield Fault(
                f"no commitment '{series.commitment}'; "
                f"{did_you_mean(series.commitment, file.commitments)}",
                (*path, "commitment"),
            )
        for k, point in enumerate(series.points):
            bounds = point.low is not None or point.high is not None
            if (point.value is not None) == bounds:
                yield Fault("give value, or low and high", (*path, "points", k))
            elif point.low is not None and point.high is not None and point.low > point.high:
                yield Fault(f"low {point.low} is more than high {point.high}", (*path, "points", k))
    for id_, commitment in file.commitments.items():
        for k, it in enumerate(commitment.observations):
            if not it.because and not it.note:
                yield Fault(
                    "an observation needs its source: because = […], or a note that says why none",
                    ("commitments", id_, "observations", k),
                )
            if it.move is not None and it.move.model.count("/") != 1:
                yield Fault(
                    f"expected NAME/OPTION, found '{it.move.model}'",
                    ("commitments", id_, "observations", k, "move", "model"),
                )
