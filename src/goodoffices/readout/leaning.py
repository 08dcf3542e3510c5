"""How far the answer leans on which statement, and what would have to change: for the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from goodoffices.mediation import Robustness, Survey, hinges, inverse, strike_out
from goodoffices.mediation.changes import Edit, statements_of
from goodoffices.readout import change_words as words
from goodoffices.stability import Analysis
from goodoffices.stability.analysis import StateLike
from goodoffices.stability.sentences import state_words

__all__ = ["Column", "Leaning", "Row", "leaning", "wanted"]

CONCEPT = "SEQ"
MOST_WORK = 1 << 23
"""Cells times variants up to which the report works variants out by itself."""
_COLUMNS = 8
_HINGES = 8
_WAYS = 8


@dataclass(frozen=True)
class Column:
    """A state followed through the variants."""

    name: str
    words: str
    held: int
    now: bool
    status_quo: bool


@dataclass(frozen=True)
class Row:
    """A statement and what its drop, and its swap with the one above, do to each state followed.

    ``drop`` and ``swap`` have an entry for each column: whether the state still holds; ``swap`` is empty for
    the first statement.
    """

    statement: str
    because: tuple[str, ...]
    drop: tuple[bool, ...]
    swap: tuple[bool, ...]


@dataclass(frozen=True)
class Leaning:
    """The variants as a map: a row for each statement, a column for each state followed."""

    concept: str
    variants: int
    columns: tuple[Column, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    struck: tuple[tuple[str, str], ...]
    left_out: int


def leaning(analysis: Analysis, also: StateLike | None = None) -> Leaning | None:
    """Work out the variants with one change; None where there are none, or too many to do it unasked.

    Sanctions of one move are for comparing with older programs; nothing is built on them.
    """
    makers = analysis.conflict.decision_makers
    variants = sum(2 * len(statements_of(dm)) for dm in makers)
    if analysis.sanctions != "legal" or not variants:
        return None
    if variants * analysis.game.cells > MOST_WORK:
        return None
    survey = Survey.of(analysis, CONCEPT, states=[] if also is None else [also])
    found = survey.run()
    shown = found.watched[:_COLUMNS]
    told = [it for it in strike_out(analysis, CONCEPT) if {*it.lost, *it.lost_if_all} & {*shown}]
    return Leaning(
        concept=CONCEPT,
        variants=found.variants,
        columns=tuple(_column(found, number) for number in shown),
        groups=tuple(_groups(found, shown)),
        struck=tuple((it.evidence, words.struck_words(analysis.conflict, it)) for it in told),
        left_out=len(found.watched) - len(shown),
    )


def _column(found: Robustness, number: int) -> Column:
    conflict = found.analysis.conflict
    here = conflict.status_quo
    return Column(
        name=state_words(conflict, number),
        words=words.held_words(found, number),
        held=found.held(number),
        now=found.is_now(number),
        status_quo=here is not None and conflict.states.find(here) == number,
    )


def _groups(found: Robustness, shown: tuple[int, ...]) -> list[tuple[str, tuple[Row, ...]]]:
    conflict = found.analysis.conflict
    edits: dict[Edit, tuple[bool, ...]] = {}
    for variant in range(found.variants):
        (edit,) = found.plan.edits(variant)
        edits[edit] = tuple(bool(found.holds[variant, found.watched.index(n)]) for n in shown)
    groups = []
    for dm in conflict.decision_makers:
        rows = tuple(
            Row(
                str(wanted.statement),
                wanted.because,
                edits[Edit("drop", dm.id, place)],
                edits[Edit("swap", dm.id, place, place - 1)] if place else (),
            )
            for place, wanted in enumerate(statements_of(dm))
        )
        if rows:
            groups.append((dm.label, rows))
    return groups


def wanted(analysis: Analysis, state: StateLike) -> dict[str, Any]:
    """Return what the report says of a wanted state: the condition, the smallest changes, the hinges.

    Raises
    ------
    UsageError
        where the state is not feasible, or the analysis has sanctions of one move.
    """
    conflict = analysis.conflict
    found = inverse(analysis, state, CONCEPT)
    turning = None if conflict.status_quo is None else hinges(analysis, state, CONCEPT)
    return {
        "name": state_words(conflict, found.state),
        "goal": words.goal_words(found),
        "conditions": [words.condition_words(conflict, it) for it in found.conditions],
        "ranking": words.smallest_words(found.ranking, of_rankings=True),
        "rankings": [words.answer_words(conflict, it) for it in found.ranking.answers],
        "statements": words.impossible_words(found)
        if found.statements.status == "impossible"
        else words.smallest_words(found.statements, of_rankings=False),
        "edits": [words.answer_words(conflict, it) for it in found.statements.answers[:_WAYS]],
        "more_edits": found.statements.total - len(found.statements.answers[:_WAYS]),
        "reachable": turning is not None and turning.reachable,
        "hinges": []
        if turning is None or not turning.reachable
        else [
            (
                words.found_words(some, kind),
                [words.hinge_words(conflict, it) for it in some.hinges[:_HINGES]],
                len(some.hinges) - len(some.hinges[:_HINGES]),
            )
            for some, kind in (
                (turning.smallest, "Whatever the way"),
                (turning.by_improvements, "With a way of improvements only"),
            )
        ],
    }
