"""What falls when evidence is struck out: what loses its ground, and what no longer holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from goodoffices.case.models import Lost, filtered
from goodoffices.case.talking import without_evidence
from goodoffices.errors import InputError
from goodoffices.stability import analyse

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.conflict import Conflict

__all__ = ["Fall", "FallenFact", "Falls", "what_falls"]


@dataclass(frozen=True)
class Fall:
    """What falls in one reading of one model.

    ``ended`` and ``begun`` map a solution concept to the states, by the options taken, that are equilibria
    only before and only after.
    """

    model: str
    reading: str
    lost: tuple[Lost, ...]
    ended: dict[str, tuple[str, ...]]
    begun: dict[str, tuple[str, ...]]

    def to_dict(self) -> dict[str, Any]:
        """Return it as data."""
        lost = [
            {"ref": it.where, "words": it.what, "because": list(it.because)} for it in self.lost
        ]
        ended = {concept: list(states) for concept, states in self.ended.items()}
        begun = {concept: list(states) for concept, states in self.begun.items()}
        return {
            "model": self.model,
            "reading": self.reading,
            "lost": lost,
            "ended": ended,
            "begun": begun,
        }


@dataclass(frozen=True)
class FallenFact:
    """A fact of the talks that has no evidence left."""

    ref: str
    words: str


@dataclass(frozen=True)
class Falls:
    """Everything that falls."""

    models: tuple[Fall, ...]
    talks: tuple[FallenFact, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as data."""
        return {
            "models": [it.to_dict() for it in self.models],
            "talks": [{"ref": it.ref, "words": it.words} for it in self.talks],
        }


def what_falls(case: Case, *items: str) -> Falls:
    """Return what falls in a case when items are struck out.

    A preference statement falls when all of its evidence is struck out; one that has other evidence stands.
    The models are then worked out without what fell.

    Raises
    ------
    UsageError
        where an item is not in the case.
    """
    less = case.without(*items)
    models = tuple(
        fall
        for name in case.conflict_names
        if _touched(case, name, items)
        for fall in _falls_in(case, less, name)
    )
    return Falls(models, tuple(_facts(case, less)))


def _touched(case: Case, name: str, items: tuple[str, ...]) -> bool:
    """Tell whether a model can be touched at all, by the words in its file."""
    sources = {item.partition("/")[0] for item in items}
    data = case.folder.bytes_of(f"conflicts/{name}.toml")
    return name in sources or any(f"{source}/".encode() in data for source in sources)


def _falls_in(case: Case, less: Case, name: str) -> Iterator[Fall]:
    try:
        before = case.conflict(name)
    except InputError:  # damaged; told elsewhere
        return
    done = filtered(less, name, before)
    readings = [("", frozenset[str]())]
    readings += [
        (it.name, frozenset(id_ for id_, _ in it.preferences)) for it in before.rival_readings
    ]
    for reading, own in readings:
        old = before.with_reading(reading) if reading else before
        new = done.conflict.with_reading(reading) if reading else done.conflict
        lost = tuple(it for it in done.lost if _concerns(it, name, reading, own))
        if lost:
            yield Fall(name, reading, lost, *_changed(old, new))


def _concerns(lost: Lost, name: str, reading: str, own: frozenset[str]) -> bool:
    """Tell whether something lost is part of a reading, which has preferences of its own for some."""
    where = lost.where.removeprefix(f"{name}/")
    other, colon, _ = where.partition(":")
    if colon:
        return other == reading
    return where.partition("/")[0] not in own


def _changed(
    old: Conflict, new: Conflict
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the equilibria that end and those that begin, by concept."""
    before, after = analyse(old), analyse(new)
    ended: dict[str, tuple[str, ...]] = {}
    begun: dict[str, tuple[str, ...]] = {}
    for concept in before.concepts:
        then = {old.states.label(state) for state in before.equilibria(concept)}
        now = {new.states.label(state) for state in after.equilibria(concept)}
        if then - now:
            ended[concept] = tuple(sorted(then - now))
        if now - then:
            begun[concept] = tuple(sorted(now - then))
    return ended, begun


def _facts(case: Case, less: Case) -> Iterator[FallenFact]:
    """Yield the facts of the talks, as they are seen in a case, all of whose evidence is gone."""
    sources = {item.partition("/")[0].encode() for item in less.scope.struck}
    raw = [case.folder.bytes_of(path) for path in case.talks_files]
    if any(source in text for source in sources for text in raw):
        yield from (FallenFact(*fallen) for fallen in without_evidence(case, less))
