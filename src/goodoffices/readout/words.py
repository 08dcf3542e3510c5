"""The answer in plain sentences, for the terminal and the report alike.

Everything is said of the model: what holds, holds under its assumptions. Nothing is said to happen.
"""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.conflict import Conflict
from goodoffices.readout.english import capital, number_word, number_words
from goodoffices.readout.support import support
from goodoffices.stability import Analysis
from goodoffices.stability.concepts import Concept
from goodoffices.stability.explain import Step
from goodoffices.stability.joint import JointImprovement, JointImprovements
from goodoffices.stability.routes import Route
from goodoffices.stability.sentences import joined, move_words, path_words, state_words

__all__ = [
    "CAUTION",
    "GLOSSES",
    "STRONGEST_FIRST",
    "answer_in_words",
    "by_strength",
    "concept_words",
    "equilibrium_words",
    "joint_path",
    "joint_words",
    "manner_words",
    "number_words",
    "route_words",
    "unanswered",
]

STRONGEST_FIRST: tuple[Concept, ...] = ("Nash", "SSEQ", "SEQ", "SMR", "GMR")
"""The concepts so that none comes after one it implies."""

GLOSSES: dict[Concept, str] = {
    "Nash": "no decision maker can move alone to a state it prefers.",
    "SSEQ": "as SEQ, and the one who moved first has no way out of that answer either.",
    "SEQ": "each improvement can be answered by moves that themselves improve those who make them, "
    "so that the one who moved ends no better off than before.",
    "SMR": "as GMR, and the one who moved first has no way out of that answer either.",
    "GMR": "each improvement can be answered by moves of the others, at whatever cost to them, "
    "so that the one who moved ends no better off than before.",
    "SIM": "each improvement could be spoilt by others who improve at the same moment.",
    "SIM-FH": "as SIM, worked out by the tableau of Fraser and Hipel.",
}
"""What it takes for a state to be an equilibrium under each concept, in a line."""

CAUTION = (
    "Stable means stable under the assumptions of this model, which is one analyst's reading; "
    "it does not say what anybody is going to do."
)

_NAMED = 3  # states named one by one in a sentence; more are counted
_ROUTES = 200  # equilibria up to which the ways to them are looked at for the answer


def by_strength(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """Return the concepts, the most demanding first."""
    usual = tuple(concept for concept in STRONGEST_FIRST if concept in concepts)
    return usual + tuple(concept for concept in concepts if concept not in STRONGEST_FIRST)


def concept_words(concepts: Sequence[Concept]) -> str:
    """List concepts in words, the most demanding first.

    >>> concept_words(("GMR", "SEQ")), concept_words(())
    ('SEQ and GMR', 'no concept')
    """
    if set(STRONGEST_FIRST) <= set(concepts):
        more = joined(by_strength(concepts)[len(STRONGEST_FIRST) :])
        return f"all five concepts ({', '.join(STRONGEST_FIRST)}){' and ' if more else ''}{more}"
    return joined(by_strength(concepts)) or "no concept"


def answer_in_words(analysis: Analysis) -> list[str]:
    """Say in three to six plain sentences what the analysis found.

    In order: whether the status quo holds, which equilibria there are, what several could do together,
    how the equilibria can be reached, and what all of it rests on.

    >>> import goodoffices as go
    >>> for sentence in answer_in_words(go.load("geneva-2014/council").analyse())[:2]:
    ...     print(sentence)
    Nobody gains by moving alone from the status quo, {trigger, vote, veto}: it is an equilibrium ...
    The status quo is the only Nash equilibrium...
    """
    said = [_status_quo(analysis), _equilibria(analysis)]
    if analysis.conflict.status_quo is not None:
        said += [_joint(analysis), _routes(analysis)]
    said.append(support(analysis.conflict).sentence)
    return [capital(sentence) for sentence in said if sentence]


def _status_quonumber_word(analysis: Analysis) -> int | None:
    held = analysis.conflict.status_quo
    return None if held is None else analysis.states.find(held)


def unanswered(analysis: Analysis, state: int) -> tuple[str, ...]:
    """Return the labels of those for whom a state is stable under no concept at all."""
    return tuple(
        dm.label
        for dm in analysis.conflict.decision_makers
        if not any(analysis.is_stable(concept, dm.id, state) for concept in analysis.concepts)
    )


def _status_quo(analysis: Analysis) -> str:
    state = _status_quonumber_word(analysis)
    if state is None:
        return "The model names no status quo, so this says nothing about where matters stand now."
    here = f"the status quo, {state_words(analysis.conflict, state)}"
    held = analysis.equilibrium_under(state)
    if "Nash" in held:
        return (
            f"Nobody gains by moving alone from {here}: it is an equilibrium under "
            f"{concept_words(held)}."
        )
    tempted = [
        dm.label for dm in analysis.conflict.decision_makers if analysis.improvements(dm.id, state)
    ]
    if held:
        return (
            f"{joined(tempted)} could gain by moving alone from {here}, but can be deterred by the "
            f"others: it is an equilibrium under {concept_words(held)}."
        )
    return f"{here}, does not hold: {_undeterred(analysis, state, tempted)}."


def _undeterred(analysis: Analysis, state: int, tempted: Sequence[str]) -> str:
    free = unanswered(analysis, state)
    if not free:
        return f"{joined(tempted)} can gain by moving alone, and no concept deters all of them"
    way = next(
        move_words(analysis.conflict, step, "by")
        for dm in analysis.conflict.decision_makers
        if dm.label == free[0]
        for step in _first_unanswered(analysis, dm.id, state)
    )
    if len(free) == 1:
        return f"{free[0]} can gain {way}, and nothing the others could do takes that gain away"
    more = joined(free[1:])
    return (
        f"{free[0]} can gain {way}, and nothing the others could do takes that gain away; "
        f"the same goes for {more}"
    )


def _first_unanswered(analysis: Analysis, dm_id: str, state: int) -> list[Step]:
    answers = analysis.explain("GMR", dm_id, state).answers
    return [answer.improvement for answer in answers if answer.sanction is None][:1]


def _equilibria(analysis: Analysis) -> str:
    """Say which states hold under the most demanding concept, and how many more under others."""
    strong = next((c for c in STRONGEST_FIRST if analysis.count(c)), None)
    total = analysis.states.count
    if strong is None:
        return f"None of the {total:,} feasible states is an equilibrium under any concept."
    first = _named_equilibria(analysis, strong, analysis.count(strong))
    if strong != "Nash":
        first = f"No state is a Nash equilibrium. {first}"
    weaker = len(analysis.any_equilibria()) - analysis.count(strong)
    if not weaker:
        return f"{first}, and no other of the {number_words(total, 'feasible state')} holds."
    others = "one more holds" if weaker == 1 else f"{number_word(weaker)} more hold"
    return (
        f"{first}; {others} under weaker concepts, where somebody could gain but is deterred by what "
        "the others could answer."
    )


def _named_equilibria(analysis: Analysis, concept: Concept, count: int) -> str:
    if count > _NAMED:
        return (
            f"{count:,} of the {analysis.states.count:,} feasible states are {concept} equilibria"
        )
    now = _status_quonumber_word(analysis)
    states = analysis.equilibria(concept)
    if states == (now,):
        return f"The status quo is the only {concept} equilibrium"
    named = joined(
        [
            f"{state_words(analysis.conflict, s)}{' (the status quo)' if s == now else ''}"
            for s in states
        ]
    )
    if count == 1:
        return f"The only {concept} equilibrium is {named}"
    return f"{number_words(count, 'state').capitalize()} are {concept} equilibria: {named}"


def manner_words(conflict: Conflict, path: Sequence[Step]) -> str:
    """Say a sequence of moves as a manner: ``Sponsors giving up trigger, then Russia giving up veto``."""
    loss = {1: "", 0: "", -1: " (at a loss)"}
    return ", then ".join(
        f"{conflict.decision_maker(step.mover).label} "
        f"{move_words(conflict, step, 'by').removeprefix('by ')}{loss[step.change]}"
        for step in path
    )


def _labels(conflict: Conflict, ids: Sequence[str]) -> str:
    return joined([conflict.decision_maker(id_).label for id_ in ids])


def joint_path(analysis: Analysis, joint: JointImprovement) -> tuple[Step, ...]:
    """Return the way of a joint improvement on which the fewest steps are at a loss.

    The engine names a shortest one; of two orders of the same moves people want to see the gentler.
    """
    if not joint.equilibrium_under:
        return joint.path
    for route in analysis.routes(joint.source):
        way = route.fewest_losses
        if route.target == joint.target and way and {s.mover for s in way} <= {*joint.members}:
            return way
    return joint.path


def joint_words(analysis: Analysis, joint: JointImprovement) -> str:
    """Say one joint improvement: who together, where to, by which moves, and whether that holds."""
    conflict = analysis.conflict
    text = (
        f"{_labels(conflict, joint.members)} together could reach "
        f"{state_words(conflict, joint.target)}, which each of them prefers: "
        f"{path_words(conflict, joint_path(analysis, joint))}."
    )
    if not joint.equilibrium_under:
        return f"{text} That state is no equilibrium under any concept."
    held = f" That state is an equilibrium under {concept_words(joint.equilibrium_under)}"
    if joint.jump_under:
        return f"{text}{held}; it is an equilibrium jump under {concept_words(joint.jump_under)}."
    return f"{text}{held}."


def _joint(analysis: Analysis) -> str:
    found: JointImprovements = analysis.joint_improvements(most=_NAMED)
    conflict = analysis.conflict
    if not found.total:
        return "No joint improvement from the status quo exists among those who cannot gain alone."
    first = found[0]
    if found.total == 1:
        held = first.equilibrium_under
        then = f"an equilibrium under {concept_words(held)}" if held else "which is no equilibrium"
        return (
            f"{_labels(conflict, first.members)} have exactly one joint improvement from there: to "
            f"{state_words(conflict, first.target)}, {then}, with "
            f"{manner_words(conflict, joint_path(analysis, first))}."
        )
    named = [
        f"{_labels(conflict, j.members)} to {state_words(conflict, j.target)}" for j in found.found
    ]
    more = f" and {found.total - len(found):,} more" if found.total > len(found) else ""
    return (
        f"There are {number_words(found.total, 'joint improvement')} from the status quo: "
        f"{'; '.join(named)}{more}."
    )


def route_words(conflict: Conflict, route: Route) -> str:
    """Say how an equilibrium can be reached from the status quo, and who has to go first at a loss."""
    target = state_words(conflict, route.target)
    if route.shortest is None or route.fewest_losses is None:
        return f"{target} cannot be reached from the status quo by any sequence of moves."
    if route.by_improvements is not None:
        way = path_words(conflict, route.by_improvements)
        return f"{target} can be reached by improvements only: {way}."
    lossy = route.losses
    way = path_words(conflict, route.fewest_losses)
    if not lossy:
        return f"{target} can be reached without a loss, but not by improvements only: {way}."
    first = conflict.decision_maker(lossy[0].mover).label
    steps = number_words(len(lossy), "step at a loss", "steps at a loss")
    return f"{target} needs at least {steps}, the first by {first}: {way}."


def _routes(analysis: Analysis) -> str:
    total = len(analysis.any_equilibria())
    if not total or total > _ROUTES:
        return ""
    routes = analysis.routes()
    if not routes:
        return ""
    free = [route for route in routes if route.by_improvements is not None]
    if not free:
        return (
            "No other equilibrium can be reached from the status quo by improvements alone: somebody "
            "would have to make a move that brings them no gain at that moment."
        )
    named = joined([state_words(analysis.conflict, route.target) for route in free[:_NAMED]])
    more = f" and {len(free) - _NAMED:,} more" if len(free) > _NAMED else ""
    return f"By improvements alone the status quo can lead to {named}{more}."


def equilibrium_words(analysis: Analysis, state: int) -> str:
    """Say under which concepts a state is an equilibrium, and for whom it is not stable elsewhere."""
    held = analysis.equilibrium_under(state)
    here = state_words(analysis.conflict, state)
    if len(held) == len(analysis.concepts):
        return f"{here} is an equilibrium under {concept_words(held)}."
    missing = [c for c in by_strength(analysis.concepts) if c not in held]
    if not held:
        return f"{here} is an equilibrium under no concept."
    leavers = [
        dm.label
        for dm in analysis.conflict.decision_makers
        if not all(analysis.is_stable(c, dm.id, state) for c in missing)
    ]
    return (
        f"{here} is an equilibrium under {concept_words(held)}; not under {joined(missing, 'or')}, "
        f"where it is not stable for {joined(leavers)}."
    )
