"""Disagreement side by side: rival figures for one thing, and different words for one actor."""

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.record.model import Actor, Figure, Record

LOADED = frozenset(
    "regime junta terrorist terrorists militia militias gang gangs puppet invaders occupiers mercenaries "
    "separatists rebels insurgents liberation thugs clique aggressor aggressors enemy".split()
)
"""Words for an actor that take a side; kept beside the neutral ones, never replaced."""


@dataclass(frozen=True, slots=True)
class RivalFigures:
    """Figures given for one measure and unit, each with the record it stands in; none is averaged."""

    measure: str
    unit: str
    figures: tuple[tuple[str, Figure], ...]


@dataclass(frozen=True, slots=True)
class ContestedTerm:
    """The different common nouns by which one actor goes, loaded ones marked."""

    actor: Actor
    words: tuple[str, ...]
    loaded: tuple[str, ...]


def rival_figures(records: Sequence[Record]) -> list[RivalFigures]:
    """Return the measures for which the records give more than one value."""
    groups: dict[tuple[str, str], list[tuple[str, Figure]]] = {}
    for record in records:
        for figure in record.figures:
            if figure.measure is not None and figure.status != "rejected":
                groups.setdefault((figure.measure, figure.unit or ""), []).append(
                    (record.source.sha256, figure)
                )
    return [
        RivalFigures(measure, unit, tuple(found))
        for (measure, unit), found in sorted(groups.items())
        if len({(f.quantity, f.comparator, f.upper, f.magnitude) for _, f in found}) > 1
    ]


def contested_terms(record: Record) -> list[ContestedTerm]:
    """Return the actors that go by more than one noun, at least one of them loaded."""
    result = []
    for actor in record.actors:
        words = sorted(
            {m.span.exact.lower().split()[-1] for m in actor.mentions if m.form == "nominal"}
            | {actor.name.lower().split()[-1]}
        )
        loaded = tuple(w for w in words if w in LOADED)
        if loaded and len(words) > 1:
            result.append(ContestedTerm(actor, tuple(words), loaded))
    return result
