"""Derived answers on votes: what came out, what is expected of a version, which changes turn it."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

from goodoffices.statements import holds, parse
from goodoffices.talks.bodies import Bodies, Case, Vote
from goodoffices.talks.rules import Ballot, Outcome, decide, decide_counts
from goodoffices.talks.when import same_or_before

__all__ = ["Expected", "Turn", "actual", "ballots", "expected", "turns"]


@dataclass(frozen=True)
class Expected:
    """How a body is expected to vote on a text with certain clauses.

    ``cases`` holds, per member with a prediction, the case that applies.
    """

    ballots: dict[str, Ballot]
    cases: dict[str, Case]
    outcome: Outcome


@dataclass(frozen=True)
class Turn:
    """A smallest change to the clauses of a text that turns the expected outcome.

    ``members`` maps whoever votes differently to the vote before and after.
    """

    add: tuple[str, ...]
    drop: tuple[str, ...]
    members: dict[str, tuple[Ballot, Ballot]]
    outcome: Outcome

    @property
    def words(self) -> str:
        """The change as people read it."""
        parts = [f"add {it}" for it in self.add] + [f"drop {it}" for it in self.drop]
        who = ", ".join(f"{m} {a} -> {b}" for m, (a, b) in self.members.items())
        return f"{' and '.join(parts)}: {who}; {self.outcome.words}"


def ballots(file: Bodies, vote: Vote) -> dict[str, Ballot]:
    """Return every member's vote as recorded; "unknown" for who is not listed."""
    body = file.bodies[vote.body]
    result = vote.result
    all_yes = result is not None and result.unanimous
    cast: dict[str, Ballot] = dict.fromkeys(body.members, "yes" if all_yes else "unknown")
    kinds: tuple[Ballot, ...] = ("yes", "no", "abstain", "absent")
    for kind in kinds if result else ():
        cast |= dict.fromkeys(getattr(result, kind), kind)
    return cast


def actual(file: Bodies, vote: Vote, day: datetime.date | None = None) -> Outcome | None:
    """Return what came of a vote, or None where none is recorded by that day."""
    result = vote.result
    if result is None or not same_or_before(result.when, day):
        return None
    body = file.bodies[vote.body]
    rule = body.rules[vote.rule]
    if result.counts is not None:
        yes, no, abstain = result.counts
        absent = len(body.members) - yes - no - abstain
        return decide_counts(rule, yes, no, abstain, absent, result.no)
    return decide(rule, ballots(file, vote), vote.parties)


def expected(
    file: Bodies,
    vote: Vote,
    clauses: Collection[str],
) -> Expected:
    """Return how the members are expected to vote on a text made of these clauses.

    A member without a case that applies is "unknown".
    """
    body = file.bodies[vote.body]
    cases: dict[str, Case] = {}
    for member, prediction in vote.predictions.items():
        for case in prediction.cases:
            if not case.if_ or holds(parse(case.if_), clauses):
                cases[member] = case
                break
    cast: dict[str, Ballot] = {
        member: cases[member].vote if member in cases else "unknown" for member in body.members
    }
    return Expected(cast, cases, decide(body.rules[vote.rule], cast, vote.parties))


_MOST_CHANGES = 3


def turns(
    file: Bodies,
    vote: Vote,
    clauses: Collection[str],
    possible: Collection[str],
) -> tuple[Turn, ...]:
    """Return the smallest changes to a draft that turn the expected outcome of the vote on it.

    Parameters
    ----------
    clauses : the clauses of the draft as it stands.
    possible : every clause that could stand in it.

    Clauses are added or dropped, up to three at once; a change that contains a smaller one is left out.
    """
    now = expected(file, vote, clauses)
    found: list[tuple[frozenset[str], Turn]] = []
    for many in range(1, min(_MOST_CHANGES, len(possible)) + 1):
        for change in combinations(possible, many):
            if any(smaller <= set(change) for smaller, _ in found):
                continue
            after = expected(file, vote, set(clauses) ^ set(change))
            if after.outcome.adopted != now.outcome.adopted:
                found.append((frozenset(change), _turn(change, clauses, now, after)))
    return tuple(turn for _, turn in found)


def _turn(
    change: tuple[str, ...], clauses: Collection[str], now: Expected, after: Expected
) -> Turn:
    members = {
        member: (vote, after.ballots[member])
        for member, vote in now.ballots.items()
        if vote != after.ballots[member]
    }
    return Turn(
        tuple(it for it in change if it not in clauses),
        tuple(it for it in change if it in clauses),
        members,
        after.outcome,
    )
