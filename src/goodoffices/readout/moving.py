"""What the report tells of moving together: deals in depth, steps drawn, coalitions, foresight, rivals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from goodoffices.errors import LimitError, UsageError
from goodoffices.mediation.coalitions import Coalitions, coalitions
from goodoffices.mediation.joint import joint_moves
from goodoffices.mediation.readings import compare_readings, readings_of
from goodoffices.mediation.sequences import Sequences, sequences
from goodoffices.readout.coalitions import CoalitionRow, coalition_rows
from goodoffices.readout.rivals import (
    agreement_words,
    observation_words,
    offer_words,
    telling_offers,
    telling_words,
    variant_words,
)
from goodoffices.readout.sections import ranked_equilibria, status_quo
from goodoffices.readout.steps import drawn_plan
from goodoffices.readout.together import deal_words, guarantees_words, plan_words, verdict_words
from goodoffices.stability import Analysis
from goodoffices.stability.foresight import foresight
from goodoffices.stability.sentences import joined, state_words

__all__ = ["Deal", "Moving", "Way", "moving", "rivals"]

_MOST_STATES = 1_024  # above it the report leaves this to the commands
_MOST_MAKERS = 6
_DEALS = 3
_WAYS = 2
_ROWS = 14
_OFFERS = 6


@dataclass(frozen=True)
class Way:
    """Steps to a wanted state: the verdict, the drawing, the same in words, and guarantees."""

    target: str
    verdict: str
    drawing: str
    steps: tuple[tuple[str, tuple[str, ...]], ...]
    guarantees: tuple[str, ...]


@dataclass(frozen=True)
class Deal:
    """A joint move in depth."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Moving:
    """The section on moving together."""

    deals: tuple[Deal, ...]
    total: int
    ways: tuple[Way, ...]
    rows: tuple[CoalitionRow, ...]
    left_out: int
    foresight: tuple[tuple[str, str], ...]
    variant: str
    settles: bool


def moving(analysis: Analysis) -> Moving | None:
    """Return the section on moving together, where there is a status quo and the conflict is small enough."""
    here = status_quo(analysis)
    makers = analysis.conflict.decision_makers
    small = analysis.states.count <= _MOST_STATES and 1 < len(makers) <= _MOST_MAKERS
    if here is None or not small or analysis.sanctions != "legal":
        return None
    try:
        found = coalitions(analysis)
    except LimitError:
        return None
    deals = joint_moves(analysis, most=_DEALS, coalitions=found)
    targets = list(dict.fromkeys(it.target for it in deals.found))
    targets += [s for s in ranked_equilibria(analysis) if s not in targets and s != here]
    ahead = foresight(analysis)
    rows, left_out = _rows(found)
    return Moving(
        deals=tuple(
            Deal(
                f"{_labels(analysis, it.members)} to {state_words(analysis.conflict, it.target)}",
                tuple(deal_words(analysis.conflict, it)),
            )
            for it in deals.found
        ),
        total=deals.total,
        ways=tuple(_way(sequences(analysis, target)) for target in targets[:_WAYS]),
        rows=rows,
        left_out=left_out,
        foresight=tuple(
            (name, _named(analysis, ahead.equilibria(h)))
            for h, name in _horizons(ahead.horizon, nm=ahead.non_myopic is not None)
        ),
        variant=variant_words(ahead),
        settles=ahead.settles,
    )


def _horizons(most: int, *, nm: bool) -> Iterator[tuple[int | str, str]]:
    yield from ((h, f"L_{h}") for h in range(1, most + 1))
    if nm:
        yield "NM", "NM"


def _labels(analysis: Analysis, ids: tuple[str, ...]) -> str:
    return joined([analysis.conflict.decision_maker(id_).label for id_ in ids])


def _named(analysis: Analysis, states: tuple[int, ...]) -> str:
    named = [state_words(analysis.conflict, s) for s in states[:8]]
    more = f" and {len(states) - 8:,} more" if len(states) > 8 else ""
    return f"{joined(named)}{more}" if named else "nowhere"


def _rows(found: Coalitions) -> tuple[tuple[CoalitionRow, ...], int]:
    rows = coalition_rows(found)
    return tuple(rows[:_ROWS]), max(0, len(rows) - _ROWS)


def _way(found: Sequences) -> Way:
    conflict, plan = found.conflict, found.plan
    drawing, steps = "", ()
    told: tuple[tuple[str, tuple[str, ...]], ...] = steps
    if plan is not None:
        drawing = drawn_plan(conflict, plan, found.wanted)
        told = tuple((line, tuple(said)) for line, said in plan_words(conflict, plan, found.wanted))
    return Way(
        state_words(conflict, found.wanted),
        verdict_words(found),
        drawing,
        told,
        tuple(guarantees_words(conflict, found.guarantees)),
    )


def rivals(analysis: Analysis, concept: str = "SEQ") -> list[str]:
    """Say what would tell the rival readings kept in a conflict apart; nothing where there is none."""
    conflict = analysis.conflict
    if not conflict.rival_readings or not conflict.options:
        return []
    own = conflict.reading.name or "main"
    try:
        models = {
            name: analysis if name == own else model.analyse()
            for name, model in readings_of(conflict).items()
        }
        found = compare_readings(models, concept)
    except (LimitError, UsageError):
        return []
    return [
        agreement_words(found),
        *(f"{words}" for words in telling_words(found)),
        *map(observation_words, found.observations),
        *(offer_words(conflict, it) for it in telling_offers(found)[:_OFFERS]),
    ]
