"""How firm the outcomes are: in how many variants they hold, what breaks them, what would bring others about.

A variant drops one preference statement, or swaps two that stand next to each other; a hinge is a smallest
change of statements after which an outcome holds and can be reached (`goodoffices.mediation`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goodoffices.errors import GoodOfficesError
from goodoffices.mediation.changes import Edit, contradicted
from goodoffices.mediation.hinges import Found, hinges
from goodoffices.mediation.robustness import Robustness, robustness
from goodoffices.readout import sections
from goodoffices.readout.brief.material import Model
from goodoffices.readout.brief.notes import Notes
from goodoffices.readout.change_words import changes_words, held_words
from goodoffices.readout.document import Block, Item, Listing, Paragraph, Run, Words, words
from goodoffices.stability import Analysis
from goodoffices.stability.sentences import path_words, state_words

__all__ = ["firmness"]

_MOST_STATES = 4096  # states up to which a model is worked out once for every variant
_OUTCOMES = 3
_EDITS = 6
_WORK = 2_000_000  # cells times variants that a search for hinges may take


def firmness(analysis: Analysis, model: Model, notes: Notes) -> Iterator[Block]:
    """Tell how firm the outcomes that matter are, and what would bring the others about."""
    if analysis.states.count > _MOST_STATES:
        said = f"With {analysis.states.count:,} states the model is too large to try every variant here."
        yield Paragraph(words(said))
        return
    states = _outcomes(analysis)
    try:
        found = robustness(analysis, states=states)
        yield from _held(found, states, model, notes)
        yield from _needed(analysis, states, model, notes)
    except GoodOfficesError as error:
        yield Paragraph(words(f"No variant was tried: {error}."))


def _outcomes(analysis: Analysis) -> list[int]:
    """Return where matters stand, and then the most stable other outcomes."""
    here = sections.status_quo(analysis)
    ranked = [state for state in sections.ranked_equilibria(analysis) if state != here]
    return ([] if here is None else [here]) + ranked[:_OUTCOMES]


def _held(found: Robustness, states: Sequence[int], model: Model, notes: Notes) -> Iterator[Block]:
    intro = (
        f"Of the {found.variants:,} variants in which one preference statement is dropped or two that "
        "stand next to each other are swapped (under SEQ):"
    )
    items = []
    for state in states:
        breaks = found.breaks(state).found if found.is_now(state) else ()
        inner = [Item(words("Broken where ", _edits(model, notes, it))) for it in breaks[:_EDITS]]
        if len(breaks) > _EDITS:
            inner.append(Item(words(f"and in {len(breaks) - _EDITS:,} more ways")))
        items.append(Item(words(held_words(found, state)), tuple(inner)))
    yield Paragraph(words(intro))
    yield Listing(tuple(items))


def _edits(model: Model, notes: Notes, edits: Sequence[Edit]) -> Words:
    """Say some edits, with the evidence that they contradict."""
    conflict = model.conflict
    against = contradicted(conflict, edits)
    marks = notes.evidence(model, against)
    none = Run(" against nothing that is cited", "quiet")
    said = _set_off(changes_words(conflict, edits))
    return words(said, words(" against", marks) if marks else none)


def _set_off(said: str) -> Words:
    """Set off the statements that stand between backquotes."""
    parts = enumerate(said.split("`"))
    return tuple(Run(part, "code" if k % 2 else "plain") for k, part in parts if part)


def _needed(
    analysis: Analysis, states: Sequence[int], model: Model, notes: Notes
) -> Iterator[Block]:
    """Tell the smallest changes after which other outcomes hold and can be reached by improvements."""
    here = sections.status_quo(analysis)
    others = [state for state in states if state != here]
    if here is None or not others:
        return
    items = []
    for state in others:
        found = hinges(analysis, state, most_work=_WORK).by_improvements
        items.append(Item(_smallest(analysis, state, found), _ways(analysis, found, model, notes)))
    yield Paragraph(
        words(
            "The smallest changes of preference statements after which an outcome would hold (under SEQ) "
            "and improvements alone would lead to it:"
        )
    )
    yield Listing(tuple(items))


def _smallest(analysis: Analysis, state: int, found: Found) -> Words:
    name = Run(state_words(analysis.conflict, state), "code")
    if not found.hinges:
        if found.complete:
            return words(name, ": no change of statements brings that about")
        return words(name, ": none found before the search ended")
    if not found.cost:
        return words(name, ": as things are")
    plural = "" if found.cost == 1 else "s"
    number = len(found.hinges)
    return words(name, f": {found.cost:,} change{plural}, in {number:,} way{'s' * (number != 1)}")


def _ways(analysis: Analysis, found: Found, model: Model, notes: Notes) -> tuple[Item, ...]:
    told = []
    for hinge in found.hinges[:_OUTCOMES]:
        way = path_words(analysis.conflict, hinge.way)
        edits = _edits(model, notes, hinge.changes) if hinge.changes else words("as things are")
        told.append(Item(words(*edits, f"; then {way}" if way else "")))
    if len(found.hinges) > _OUTCOMES:
        told.append(Item(words(f"and {len(found.hinges) - _OUTCOMES:,} more")))
    return tuple(told)
