"""The talks of one case: what its files hold, read together and as of a day."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from goodoffices.conflict import Conflict
from goodoffices.conflict.file import in_file_order
from goodoffices.conflict.lines import places
from goodoffices.errors import Fault, InputError, TalksError, did_you_mean
from goodoffices.talks.asof import as_of
from goodoffices.talks.bodies import Bodies
from goodoffices.talks.bodies_check import bodies_faults
from goodoffices.talks.commitments import Commitments, commitment_faults, move_faults
from goodoffices.talks.parse import parse_file
from goodoffices.talks.process import Process
from goodoffices.talks.process_check import mediator_faults, process_faults
from goodoffices.talks.text import Text, as_far_as_known
from goodoffices.talks.text_check import text_faults
from goodoffices.talks.triggers import Triggers, trigger_faults
from goodoffices.talks.values import ById, Evidence, Record

__all__ = ["FILES", "EvidenceFile", "Talks", "read_talks"]


class EvidenceFile(Record):
    """The file ``talks/evidence.toml``: evidence that several files share."""

    format: int = 1
    evidence: ById[Evidence]


FILES: Mapping[str, tuple[type[Record], tuple[Callable[[Any], Iterable[Fault]], ...]]] = {
    "evidence": (EvidenceFile, ()),
    "process": (Process, (process_faults,)),
    "bodies": (Bodies, (bodies_faults,)),
    "triggers": (Triggers, (trigger_faults,)),
    "commitments": (Commitments, (commitment_faults,)),
}
"""File name without ``.toml``: what it holds and how it is checked. Texts are ``texts/ID.toml``."""


@dataclass(frozen=True)
class Talks:
    """Everything that the files of the talks hold.

    ``evidence`` joins the evidence tables of all files; ``day`` is the day as of which they are seen.
    """

    process: Process | None = None
    texts: Mapping[str, Text] = field(default_factory=dict)
    bodies: Bodies | None = None
    triggers: Triggers | None = None
    commitments: Commitments | None = None
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    day: datetime.date | None = None

    def as_of(self, day: datetime.date | None) -> Talks:
        """Return the talks as they were known on a day."""
        if day is None:
            return self
        evidence = self.evidence

        def seen(record: Any) -> Any:
            return None if record is None else as_of(record, evidence, day)

        texts = {id_: as_far_as_known(seen(it)) for id_, it in self.texts.items()}
        return replace(
            self,
            process=_with_dates(seen(self.process)),
            texts={id_: it for id_, it in texts.items() if it.versions},
            bodies=seen(self.bodies),
            triggers=seen(self.triggers),
            commitments=seen(self.commitments),
            evidence=seen(EvidenceFile(evidence=dict(evidence))).evidence,
            day=day,
        )

    @property
    def names(self) -> dict[str, str]:
        """Actor id to the name people read."""
        found: dict[str, str] = {}
        for body in self.bodies.bodies.values() if self.bodies else ():
            found |= {body.id: body.name, **body.names}
        for participant in self.process.participants.values() if self.process else ():
            found[participant.id] = participant.name
        return found

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of the parties to the talks."""
        return (
            () if self.process is None else tuple(it.id for it in self.process.with_part("party"))
        )

    def model_faults(self, conflicts: Mapping[str, Conflict]) -> Iterator[Fault]:
        """Yield what does not fit between the talks and the conflict models, by name."""
        if self.process is not None:
            yield from mediator_faults(self.process, conflicts)
        if self.commitments is not None:
            yield from move_faults(self.commitments, conflicts)


def _with_dates(process: Process | None) -> Process | None:
    """Leave out meetings of which nothing was known yet: no day set, not held, not cancelled."""
    if process is None:
        return None
    meetings = {
        id_: it for id_, it in process.meetings.items() if it.plans or it.held or it.cancelled
    }
    return process.model_copy(update={"meetings": meetings})


def read_talks(files: Mapping[str, str], folder: str = "talks") -> Talks:
    """Read the files of the talks.

    Parameters
    ----------
    files : path within the folder, such as ``texts/draft.toml``, to text.
    folder : what messages call the folder.

    Raises
    ------
    TalksError
        with every fault found in any of them, each with file and line.
    InputError
        where a file has a name that means nothing here, or there is none at all.
    """
    from goodoffices.talks.crosscheck import cross_faults

    if not files:
        known = ", ".join(f"{name}.toml" for name in FILES)
        raise InputError(f"{folder}: no files of talks here; expected {known} or texts/ID.toml")
    records: dict[str, Record] = {}
    errors: list[TalksError] = []
    for path, text in sorted(files.items()):
        shape, checks = _expected(path, folder)
        try:
            records[path] = parse_file(text, f"{folder}/{path}", shape, checks)
        except TalksError as error:
            errors.append(error)
    if not errors:
        for path, faults in cross_faults(records).items():
            placed = in_file_order(faults, places(files[path]))
            errors.append(TalksError(placed, f"{folder}/{path}"))
    if errors:
        raise TalksError.of(errors)
    return _joined(records)


def _expected(
    path: str, folder: str
) -> tuple[type[Record], tuple[Callable[[Any], Iterable[Fault]], ...]]:
    stem = path.removesuffix(".toml")
    if stem.startswith("texts/") and path.endswith(".toml"):
        return Text, (text_faults,)
    if stem in FILES and path.endswith(".toml"):
        return FILES[stem]
    known = [f"{name}.toml" for name in FILES] + ["texts/ID.toml"]
    raise InputError(
        f"{folder}/{path}: no file of the talks has this name; {did_you_mean(path, known)}"
    )


def _joined(records: Mapping[str, Record]) -> Talks:
    evidence = {
        id_: it
        for record in records.values()
        for id_, it in getattr(record, "evidence", {}).items()
    }
    texts = {
        path.removeprefix("texts/").removesuffix(".toml"): record
        for path, record in records.items()
        if isinstance(record, Text)
    }

    def one(name: str) -> Any:
        return records.get(f"{name}.toml")

    return Talks(
        one("process"), texts, one("bodies"), one("triggers"), one("commitments"), evidence
    )
