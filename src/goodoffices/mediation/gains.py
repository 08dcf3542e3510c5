"""What a step or an outcome is to a decision maker, in the decision maker's own statements."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.conflict import Conflict
from goodoffices.mediation.changes import statements_of
from goodoffices.stability import Analysis
from goodoffices.stability.sentences import joined
from goodoffices.statements import holds

__all__ = ["Balance", "balance", "balance_words"]


@dataclass(frozen=True)
class Balance:
    """What one state is to a decision maker against another.

    Attributes
    ----------
    decision_maker : whose view it is.
    before, after : state numbers.
    change : 1 where ``after`` is preferred, 0 where both are liked equally, -1 where ``before`` is.
    gained, lost : the decision maker's statements that become true, that become false, in order of
        importance; empty where preferences are not given as statements.
    decided_by : the most important statement on which the states differ, or "".
    """

    decision_maker: str
    before: int
    after: int
    change: int
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    decided_by: str = ""


def balance(analysis: Analysis, dm_id: str, before: int, after: int) -> Balance:
    """Weigh one state against another in a decision maker's own statements.

    >>> import goodoffices as go
    >>> analysis = go.load("geneva-2014/council").analyse()
    >>> now, then = (analysis.states.find(s) for s in ("trigger,vote,veto", "vote"))
    >>> found = balance(analysis, "russia", now, then)
    >>> found.change, found.gained
    (1, ('not trigger', 'not veto'))
    """
    conflict = analysis.conflict
    here, there = analysis.rank(dm_id, before), analysis.rank(dm_id, after)
    gained: list[str] = []
    lost: list[str] = []
    first = ""
    taken = [_true_in(conflict, n) for n in (before, after)]
    for wanted in statements_of(conflict.decision_maker(dm_id)):
        was, is_ = (holds(conflict.in_options(wanted.statement), state) for state in taken)
        if was != is_:
            (gained if is_ else lost).append(str(wanted.statement))
            first = first or str(wanted.statement)
    change = (there > here) - (there < here)
    return Balance(dm_id, before, after, change, tuple(gained), tuple(lost), first)


def _true_in(conflict: Conflict, state: int) -> frozenset[str]:
    """Return the names that are true in a state: options taken, and the id of a listed state."""
    own = (conflict.states.id(state),) if conflict.listed_states else ()
    return frozenset((*conflict.states.taken(state), *own))


def balance_words(conflict: Conflict, found: Balance) -> str:
    """Say a balance: ``Russia gains `not trigger` and gives up `round`, the first of which decides``."""
    label = conflict.decision_maker(found.decision_maker).label
    parts = [
        f"{verb} {joined([f'`{words}`' for words in statements])}"
        for verb, statements in (("gains", found.gained), ("gives up", found.lost))
        if statements
    ]
    if not parts:
        place = {1: "better off", 0: "no worse and no better off", -1: "worse off"}[found.change]
        return f"{label} is {place}"
    decided = f"; `{found.decided_by}` decides" if found.gained and found.lost else ""
    return f"{label} {' and '.join(parts)}{decided}"
