"""What would have to change, as data: what ``--format json`` prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from goodoffices.conflict import Conflict
from goodoffices.mediation import Hinge, Hinges, Inverse, Robustness, Struck
from goodoffices.mediation.changes import Change, Edit, change_words, statements_of
from goodoffices.mediation.hinges import Found
from goodoffices.mediation.inverse import Smallest
from goodoffices.stability import Analysis

__all__ = ["change_data", "hinges_data", "inverse_data", "robustness_data"]


def change_data(conflict: Conflict, change: Change) -> dict[str, Any]:
    """Return a change: its kind, whose it is, the statements it is about, and the same in words."""
    who = {"decision_maker": change.decision_maker, "words": change_words(conflict, change)}
    if not isinstance(change, Edit):
        return {"kind": "lift", "state": change.state, "above": change.above, **who}
    wanted = statements_of(conflict.decision_maker(change.decision_maker))
    over = None if change.over is None else str(wanted[change.over].statement)
    place, statement = change.statement + 1, str(wanted[change.statement].statement)
    return {"kind": change.kind, "place": place, "statement": statement, "over": over, **who}


def _changes(conflict: Conflict, changes: Iterable[Change]) -> list[dict[str, Any]]:
    return [change_data(conflict, it) for it in changes]


def _head(analysis: Analysis, concepts: Iterable[tuple[str, str]]) -> dict[str, Any]:
    interchange = analysis.to_dict()
    return {
        "conflict": interchange["conflict"],
        "version": analysis.version,
        "concepts": dict(concepts),
    }


def _states(analysis: Analysis, numbers: Iterable[int]) -> list[dict[str, Any]]:
    states = analysis.states
    return [
        {"number": n, "id": states.id(n), "yn": states.yn(n), "taken": list(states.taken(n))}
        for n in sorted(set(numbers))
    ]


def inverse_data(found: Inverse) -> dict[str, Any]:
    """Return the answer to an inverse question with every state it mentions."""
    named = {found.state}
    conditions = []
    for it in found.conditions:
        conditions.append(asdict(it))
        named.update(n for c in it.clauses for one in c.alternatives for n in one)
        named.update(c.move for c in it.clauses)
    for smallest in (found.ranking, found.statements):
        for answer in smallest.answers:
            named.update((*(answer.remain or ()), *(answer.lost or ()), *(answer.new or ())))
            named.update(n for c in answer.changes for n in _lifted(c))
    return {
        **_head(found.analysis, found.concepts),
        "state": found.state,
        "may_change": list(found.may_change),
        "stable_now": found.stable_now,
        "reasons": [asdict(it) for it in found.reasons],
        "conditions": conditions,
        "ranking": _smallest(found.analysis.conflict, found.ranking),
        "statements": _smallest(found.analysis.conflict, found.statements),
        "states": _states(found.analysis, named),
    }


def _lifted(change: Change) -> tuple[int, ...]:
    return () if isinstance(change, Edit) else (change.state, change.above)


def _smallest(conflict: Conflict, found: Smallest) -> dict[str, Any]:
    answers = [{**asdict(it), "changes": _changes(conflict, it.changes)} for it in found.answers]
    return {
        "status": found.status,
        "cost": found.cost,
        "total": found.total,
        "complete": found.complete,
        "answers": answers,
    }


def hinges_data(found: Hinges) -> dict[str, Any]:
    """Return hinges with every state they mention."""
    named = {found.state, found.start}
    for some in (found.smallest, found.by_improvements):
        named.update(n for it in some.hinges for s in it.way for n in (s.source, s.target))
    conflict = found.analysis.conflict
    return {
        **_head(found.analysis, found.concepts),
        "state": found.state,
        "start": found.start,
        "may_change": list(found.may_change),
        "stable_now": found.stable_now,
        "reachable": found.reachable,
        "smallest": _found(conflict, found.smallest),
        "by_improvements": _found(conflict, found.by_improvements),
        "states": _states(found.analysis, named),
    }


def _found(conflict: Conflict, found: Found) -> dict[str, Any]:
    hinges = [_hinge(conflict, it) for it in found.hinges]
    return {"cost": found.cost, "complete": found.complete, "hinges": hinges}


def _hinge(conflict: Conflict, hinge: Hinge) -> dict[str, Any]:
    losses = [{**asdict(it), "repaid": it.repaid} for it in hinge.losses]
    return {
        **asdict(hinge),
        "changes": _changes(conflict, hinge.changes),
        "losses": losses,
        "by_improvements": hinge.by_improvements,
    }


def robustness_data(
    found: Robustness, states: Sequence[int], struck: Sequence[Struck] = ()
) -> dict[str, Any]:
    """Return counts of variants, what breaks which state, and what falls with which evidence."""
    conflict = found.analysis.conflict
    held = {str(n): int(count) for n, count in enumerate(found.counts, 1) if count}
    told = []
    for number in states:
        breaks = found.breaks(number)
        told.append(
            {
                "state": number,
                "holds_now": found.is_now(number),
                "held": found.held(number),
                "breaks": [_changes(conflict, edits) for edits in breaks.found],
                "complete": breaks.complete,
                "rests_on": _changes(conflict, found.rests_on(number)),
            }
        )
    named = {*states, *(int(n) for n in held)}
    named.update(n for it in struck for some in _fallen(it) for n in some)
    return {
        **_head(found.analysis, found.concepts),
        "changes": found.changes,
        "variants": found.variants,
        "held": held,
        "states_asked": told,
        "struck": [{**asdict(it), "drops": _changes(conflict, it.drops)} for it in struck],
        "states": _states(found.analysis, named),
    }


def _fallen(struck: Struck) -> tuple[tuple[int, ...], ...]:
    return (struck.lost, struck.new, struck.lost_if_all, struck.new_if_all)
