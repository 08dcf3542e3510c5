"""Joint moves and orders of steps in words, for the terminal and the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from goodoffices.conflict import Conflict
from goodoffices.mediation.gains import balance_words
from goodoffices.mediation.guarantees import Guarantee, guarantee_words
from goodoffices.mediation.joint import Breach, JointMove, JointMoves
from goodoffices.mediation.sequences import Exposure, Plan, Sequences
from goodoffices.readout.console import item, prose, section, title
from goodoffices.readout.words import (
    CAUTION,
    by_strength,
    concept_words,
    manner_words,
    number_words,
)
from goodoffices.stability.sentences import joined, move_words, path_words, state_words

__all__ = [
    "breach_words",
    "deal_words",
    "exposure_words",
    "guarantees_words",
    "joint_lines",
    "plan_words",
    "sequence_lines",
    "verdict_words",
]


def _labels(conflict: Conflict, ids: Sequence[str]) -> str:
    return joined([conflict.decision_maker(id_).label for id_ in ids])


def deal_words(conflict: Conflict, joint: JointMove) -> list[str]:
    """Say a joint move: where to, what each gets, whether it holds, who could cheat, what would bind."""
    said = [f"The way: {manner_words(conflict, joint.path)}."]
    said += [f"{balance_words(conflict, it)}." for it in (*joint.gains, *joint.others)]
    if joint.equilibrium_under:
        said.append(
            f"The outcome is an equilibrium under {concept_words(joint.equilibrium_under)}."
        )
    else:
        said.append("The outcome is an equilibrium under no concept.")
    if joint.coalitional_under is not None:
        held = joined(joint.coalitional_under) or "no coalitional concept"
        said.append(f"Against every coalition it holds under {held}.")
    if not joint.breaches:
        said.append("Nobody could gain by leaving it alone.")
    said += [breach_words(conflict, it) for it in joint.breaches]
    said += guarantees_words(conflict, joint.guarantees)
    return said


def breach_words(conflict: Conflict, breach: Breach) -> str:
    """Say who could gain by leaving a deal, and what would deter it."""
    label = conflict.decision_maker(breach.decision_maker).label
    by = move_words(conflict, breach.move, "by")
    gain = balance_words(conflict, breach.gain).removeprefix(f"{label} ")
    start = f"{label} could cheat {by}, to {state_words(conflict, breach.move.target)}: it {gain}"
    told = {c: s for c, s in breach.sanctions.items() if s is not None}
    if not told:
        return f"{start}. Nothing the others could do takes that gain away."
    strongest = by_strength(tuple(told))[0]
    sanction = told[strongest]
    return (
        f"{start}. That is deterred under {joined(by_strength(tuple(told)))}: "
        f"{path_words(conflict, sanction.path)}."
    )


def guarantees_words(conflict: Conflict, guarantees: Sequence[Sequence[Guarantee]]) -> list[str]:
    """Say which guarantees would carry a deal, one line a set."""
    return [
        f"It would hold with a guarantee: {joined([guarantee_words(conflict, it) for it in some])}."
        for some in guarantees
    ]


def joint_lines(found: JointMoves) -> Iterator[RenderableType]:
    """Lay out joint moves for the terminal."""
    conflict = found.conflict
    yield from title(conflict)
    here = state_words(conflict, found.source)
    if not found.found:
        yield Text()
        yield prose(f"From {here} no joint move makes all who take part better off.")
    for joint in found.found:
        heading = (
            f"{_labels(conflict, joint.members)}: {here} to {state_words(conflict, joint.target)}"
        )
        yield from section(heading, [item(said) for said in deal_words(conflict, joint)])
    if found.total > len(found.found):
        yield Text()
        more = number_words(found.total - len(found.found), "more joint move")
        yield prose(f"{more.capitalize()}, not told here; --most tells more.")
    yield Text()
    yield prose(CAUTION, "dim")


def exposure_words(conflict: Conflict, stop: Exposure, wanted: int) -> list[str]:
    """Say who could break off at a state on the way, and what deters it."""
    there = state_words(conflict, wanted)
    said = []
    for id_ in stop.would_stop:
        label = conflict.decision_maker(id_).label
        verb = "would rather stop here" if id_ == stop.mover else "likes it better here"
        said.append(f"{label} {verb} than at {there}")
    for it in stop.temptations:
        label = conflict.decision_maker(it.decision_maker).label
        start = (
            f"{label} could defect {move_words(conflict, it.move, 'by')} to "
            f"{state_words(conflict, it.move.target)}"
        )
        if it.sanction is None:
            said.append(f"{start}, and nothing deters it")
        else:
            said.append(f"{start}; but then {path_words(conflict, it.sanction.path)}")
    return said


def plan_words(conflict: Conflict, plan: Plan, wanted: int) -> list[tuple[str, list[str]]]:
    """Say a plan: per state on the way what is done next, and who could break off there."""
    told = []
    for k, stop in enumerate(plan.on_the_way):
        here = state_words(conflict, stop.state)
        then = f": {path_words(conflict, [plan.steps[k]])}" if k < len(plan.steps) else ""
        told.append((f"{here}{then}", exposure_words(conflict, stop, wanted)))
    return told


def verdict_words(found: Sequences) -> str:
    """Say whether there is an order of steps, and who could begin it."""
    conflict = found.conflict
    way = f"from {state_words(conflict, found.start)} to {state_words(conflict, found.wanted)}"
    if found.start == found.wanted and found.exist:
        return f"The wanted state is the start, and under {found.concept} nobody is better off leaving it."
    if found.safest is not None:
        begin = [id_ for id_, plan in found.beginning.items() if plan is not None]
        count = number_words(len(found.safest.exposed), "exposed state")
        return (
            f"There is an order of single steps {way} in which, under {found.concept}, nobody is ever "
            f"better off breaking off; the safest takes {number_words(len(found.safest.steps), 'step')} "
            f"and has {count}. It could begin with {_labels(conflict, begin)}."
        )
    if found.nearest is None:
        return f"No moves lead {way}."
    here = found.nearest.missing[0]
    against = [conflict.decision_maker(id_).label for id_ in found.nearest.on_the_way[0].would_stop]
    if against:
        return (
            f"There is no order of single steps {way} in which, under {found.concept}, nobody is better off "
            f"breaking off: {joined(against)} prefer{'s' if len(against) == 1 else ''} where matters "
            "stand to the wanted state, which no guarantee on the way changes."
        )
    return (
        f"There is no order of single steps {way} in which, under {found.concept}, nobody is better off "
        f"breaking off: trust is first missing at {state_words(conflict, here.state)}."
    )


def sequence_lines(found: Sequences, first: str | None = None) -> Iterator[RenderableType]:
    """Lay out orders of steps for the terminal; with ``first`` the one that begins with it."""
    conflict = found.conflict
    yield from title(conflict)
    yield from section("Step for step", [prose(verdict_words(found))])
    plans = [("The safest order", found.safest), ("The nearest thing to an order", found.nearest)]
    short, safe = found.shortest, found.safest
    if short is not None and safe is not None and len(short.steps) < len(safe.steps):
        plans.append(("The shortest order", short))
    if first is not None:
        label = conflict.decision_maker(first).label
        plan = found.beginning[first]
        if plan is not None:
            plans = [(f"The safest order beginning with {label}", plan)]
        else:
            text = f"No order begins with {label}; this is the nearest thing to one."
            yield from section(f"Beginning with {label}", [prose(text)])
            plans = [("With trust missing", found.otherwise.get(first))]
    for heading, plan in plans:
        if plan is not None:
            yield from section(heading, list(_plan_lines(conflict, plan, found.wanted)))
    carried = guarantees_words(conflict, found.guarantees)
    if carried:
        yield from section("Which guarantee would carry it", map(item, carried))
    yield Text()
    yield prose(CAUTION, "dim")


def _plan_lines(conflict: Conflict, plan: Plan, wanted: int) -> Iterator[RenderableType]:
    for k, (line, exposed) in enumerate(plan_words(conflict, plan, wanted)):
        stop = plan.on_the_way[k]
        mark = "" if not stop.exposed else " [exposed]" if stop.trusted else " [trust is missing]"
        yield item(f"{line}{mark}")
        for said in exposed:
            yield Padding(prose(f"{said}."), (0, 0, 0, 4))
