"""What would have to change, in sentences: for the terminal and the report alike.

A required preference is a condition under the assumptions of the model, never advice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goodoffices.conflict import Conflict
from goodoffices.mediation import Hinge, Hinges, Inverse, Robustness, Struck
from goodoffices.mediation.changes import Change, change_words, contradicted, statements_of
from goodoffices.mediation.condition import Condition
from goodoffices.mediation.gains import balance_words
from goodoffices.mediation.hinges import Found, Loss
from goodoffices.mediation.inverse import Answer, Smallest
from goodoffices.readout.english import capital, number_word, number_words
from goodoffices.stability import Concept
from goodoffices.stability.sentences import joined, path_words, state_words

__all__ = [
    "answer_words",
    "breaks_words",
    "changes_words",
    "condition_words",
    "found_words",
    "goal_words",
    "held_words",
    "hinge_words",
    "impossible_words",
    "loss_words",
    "profile_words",
    "smallest_words",
    "struck_words",
]

_NAMED = 6  # states named one by one; more are counted
_CLAUSES = 40  # clauses of a condition written out


def profile_words(concepts: Sequence[tuple[str, Concept]], conflict: Conflict) -> str:
    """Say under which concepts: one for everybody, or each one's own."""
    names = {concept for _, concept in concepts}
    if len(names) == 1:
        return f"under {names.pop()}"
    told = [f"{conflict.decision_maker(id_).label} under {concept}" for id_, concept in concepts]
    return f"with {joined(told)}"


def changes_words(conflict: Conflict, changes: Iterable[Change]) -> str:
    """Say several changes one after the other."""
    return "; ".join(change_words(conflict, change) for change in changes) or "no change"


def goal_words(found: Inverse | Hinges) -> str:
    """Say what was asked for and whether it is so already."""
    conflict = found.analysis.conflict
    here = state_words(conflict, found.state)
    under = profile_words(found.concepts, conflict)
    if found.stable_now:
        return f"{here} is an equilibrium {under} with preferences as they are."
    return f"{here} is no equilibrium {under} with preferences as they are."


def condition_words(conflict: Conflict, found: Condition) -> list[str]:
    """Say the condition on one decision maker's preferences, a sentence and then its clauses."""
    who = conflict.decision_maker(found.decision_maker).label
    here = state_words(conflict, found.state)
    held = "the others' preferences held, " if found.fixed else ""
    verdict = "is met" if found.holds else "is not met"
    counted = ""
    if found.rankings is not None and found.of is not None:
        counted = f"; {found.rankings:,} of {found.of:,} strict rankings meet it"
    if not found.clauses:
        return [capital(f"{who} ({found.concept}): {held}every ranking will do.")]
    head = (
        f"{who} ({found.concept}): {held}the condition on the ranking {verdict}{counted}. "
        f"{capital(who)} must like {here} at least as much as"
    )
    lines = [_clause(conflict, it.alternatives) for it in found.clauses[:_CLAUSES]]
    more = len(found.clauses) - len(lines)
    return [capital(head), *lines, *([f"and {more:,} conditions more"] if more else [])]


def _clause(conflict: Conflict, alternatives: Sequence[tuple[int, ...]]) -> str:
    ways = [joined([state_words(conflict, n) for n in one]) for one in alternatives]
    more = len(ways) - _NAMED
    shown = [*ways[:_NAMED], *([f"one of {more:,} alternatives more"] if more > 0 else [])]
    return ", or ".join(shown)


def smallest_words(found: Smallest, *, of_rankings: bool) -> str:
    """Say how large the smallest change is and how far that is proved."""
    size = (
        f"the order of {number_words(found.cost, 'pair')} of states"
        if of_rankings
        else number_words(found.cost, "edit")
    )
    match found.status:
        case "none needed":
            return "No change is needed."
        case "impossible":
            return "No change of those who may change will do."
        case "optimal":
            some = "" if found.complete else "at least "
            ways = "" if of_rankings else f" in {some}{number_words(found.total, 'way')}"
            return f"{capital(size)} will do{ways}; it is proved that no smaller change will."
        case "at most" if not of_rankings:
            return (
                f"{capital(size)} will do. This is an upper bound: the search ended before smaller changes "
                "were ruled out."
            )
        case "at most":
            return (
                f"{capital(size)} will do. This is an upper bound: what one prefers changes the "
                "others' answers here, and smaller changes have not been ruled out."
            )
        case _:
            return (
                f"It takes {size} at least. The search ended there without an answer: no smaller "
                "change will do, and whether a larger one does is not known. "
                "With OR-tools (pip install 'goodoffices[optimum]') some searches go further."
            )


def impossible_words(found: Inverse) -> str:
    """Say why no edit of statements will do: whose preferences are not given as statements."""
    conflict = found.analysis.conflict
    without = [
        conflict.decision_maker(id_).label
        for id_ in found.may_change
        if not statements_of(conflict.decision_maker(id_))
    ]
    said = "No edit of ordered statements will do."
    if without and not found.reasons:
        have = "has none" if len(without) == 1 else "have none"
        return f"{said} {capital(joined(without))} {have}; other preferences are not edited."
    return said


def answer_words(conflict: Conflict, answer: Answer) -> str:
    """Say one way to make a state stable, what it contradicts and what else it changes."""
    said = [f"{capital(changes_words(conflict, answer.changes))}."]
    if answer.contradicts:
        said.append(f"Contradicts {joined(answer.contradicts)}.")
    if answer.remain is None or answer.lost is None or answer.new is None:
        return " ".join(said)
    said += [
        f"{verb} {_states(conflict, states)}."
        for verb, states in (
            ("Other equilibria that stay:", answer.remain),
            ("Equilibria that fall:", answer.lost),
            ("New equilibria:", answer.new),
        )
        if states
    ]
    return " ".join(said)


def _states(conflict: Conflict, numbers: Sequence[int]) -> str:
    named = [state_words(conflict, n) for n in numbers[:_NAMED]]
    more = len(numbers) - len(named)
    return f"{', '.join(named)} and {more:,} more" if more else joined(named)


def found_words(found: Found, kind: str) -> str:
    """Say how many edits the smallest hinges of a kind need: ``The smallest hinges, whatever the way``."""
    if not found.hinges:
        if found.complete:
            return f"{kind}: there are none, whatever the edits."
        return (
            f"{kind}: none with fewer than {number_words(found.cost, 'edit')}. The search ended there; "
            "whether there are larger ones is not known."
        )
    some = "" if found.complete else ", others of that size left out"
    if not found.cost:
        return f"{kind}: no edit is needed."
    return f"{kind}: {number_words(found.cost, 'edit')}, {number_words(len(found.hinges), 'way')}{some}."


def hinge_words(conflict: Conflict, hinge: Hinge) -> list[str]:
    """Say a hinge: its edits, the way to the outcome, and each step at a loss."""
    head = capital(changes_words(conflict, hinge.changes)) + "."
    if hinge.contradicts:
        head += f" Contradicts {joined(hinge.contradicts)}."
    manner = "by improvements" if hinge.by_improvements else "without a loss"
    if hinge.losses:
        manner = f"with {number_words(len(hinge.losses), 'step')} at a loss"
    way = f"Reached {manner}: {path_words(conflict, hinge.way)}." if hinge.way else "Already there."
    said = [head, way]
    if hinge.losses:
        labels = [conflict.decision_maker(id_).label for id_ in hinge.first_at_a_loss]
        must = "must" if len(labels) == 1 else "could"
        said.append(f"{joined(labels, 'or')} {must} go first at a loss.")
    return [*said, *(loss_words(conflict, loss) for loss in hinge.losses)]


def loss_words(conflict: Conflict, loss: Loss) -> str:
    """Say what a step at a loss costs its mover and what repays it by the end."""
    price = balance_words(conflict, loss.price)
    end = balance_words(conflict, loss.by_the_end)
    repaid = "repaid by the end" if loss.repaid else "not repaid by the end"
    return f"With that step {price}; {repaid}: against the state left, {end}."


def held_words(found: Robustness, state: int) -> str:
    """Say in how many variants a state is an equilibrium: ``{vote} holds in 25 of 27 variants``."""
    conflict = found.analysis.conflict
    now = "" if found.is_now(state) else ", though not in the model as it is"
    return (
        f"{state_words(conflict, state)} holds in {found.held(state):,} of {found.variants:,} "
        f"variants{now}"
    )


def breaks_words(found: Robustness, state: int, most: int = 12) -> list[str]:
    """Say which changes break a state, the smallest only."""
    breaks = found.breaks(state)
    conflict = found.analysis.conflict
    told = []
    for edits in breaks.found[:most]:
        cited = contradicted(conflict, edits)
        rests = f", against {joined(cited)}" if cited else ", for which nothing is cited"
        told.append(f"{changes_words(conflict, edits)}{rests}")
    more = len(breaks.found) - len(told)
    if more:
        told.append(f"and {more:,} more")
    if not breaks.complete:
        told.append("not all variants that break it were looked through")
    return told


def struck_words(conflict: Conflict, struck: Struck) -> str:
    """Say what falls where a piece of evidence is struck out."""
    said = []
    drops = len(struck.drops)
    if drops:
        rest = "rests" if drops == 1 else "rest"
        said.append(
            f"{number_words(drops, 'statement')} {rest} on it alone; without, "
            f"{_effect(conflict, struck.lost, struck.new)}"
        )
    if struck.keeps:
        every = drops + len(struck.keeps)
        cite = f"the {number_word(every)} that cite it" if every > 1 else "the one that cites it"
        effect = _effect(conflict, struck.lost_if_all, struck.new_if_all)
        said.append(f"without {cite}, also beside other evidence, {effect}")
    return f"{'. '.join(map(capital, said))}."


def _effect(conflict: Conflict, lost: Sequence[int], new: Sequence[int]) -> str:
    parts = [
        f"{_states(conflict, states)} {one if len(states) == 1 else many}"
        for states, one, many in ((lost, "falls", "fall"), (new, "comes up", "come up"))
        if states
    ]
    return "; ".join(parts) or "nothing changes"
