"""Voting rules as data, and what they make of a vote.

The Security Council's rules are those of Article 27 of the Charter and the practice under it: each member
has one vote; nine affirmative votes decide on procedure; on all else nine, and no negative vote of a
permanent member; an abstention or an absence is no veto; under Chapter VI and Article 52(3) a party to the
dispute abstains. Unknown votes stay unknown: an outcome is told only where every way to fill them agrees.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Literal, TypeAlias

from pydantic import Field, model_validator

from goodoffices.talks.values import Fact, Id, Many

__all__ = ["Ballot", "Outcome", "Rule", "Tally", "decide", "decide_counts", "needed", "tally"]

Ballot: TypeAlias = Literal["yes", "no", "abstain", "absent", "unknown"]


class Rule(Fact):
    """How a body decides on one kind of question.

    Exactly one of ``at_least`` (so many affirmative votes), ``share`` (a fraction such as "2/3", reached or,
    with ``more_than``, exceeded, of the members or of those present and voting) and ``consensus`` (nobody
    votes no) is given. ``veto`` lists members whose negative vote defeats the decision.
    """

    id: str = Field(default="", exclude=True)
    text: str = ""
    at_least: int | None = Field(default=None, gt=0)
    share: str | None = Field(default=None, pattern=r"^\d+/[1-9]\d*$")
    more_than: bool = False
    of: Literal["members", "present and voting"] = "present and voting"
    consensus: bool = False
    veto: Many[Id] = ()
    parties_abstain: bool = Field(
        default=False, description="Whether parties to the dispute must abstain."
    )
    quorum: int | None = Field(default=None, gt=0, description="How many must be present.")

    @model_validator(mode="after")
    def _one_threshold(self) -> Rule:
        if sum((self.at_least is not None, self.share is not None, self.consensus)) != 1:
            raise ValueError("expected one of at_least, share and consensus")
        if self.share is not None and not 0 < Fraction(self.share) <= 1:
            raise ValueError("expected a share between 0 and 1, such as 2/3")
        return self


@dataclass(frozen=True)
class Tally:
    """How many voted how."""

    yes: int = 0
    no: int = 0
    abstain: int = 0
    absent: int = 0
    unknown: int = 0

    @property
    def size(self) -> int:
        """How many members there are."""
        return self.yes + self.no + self.abstain + self.absent + self.unknown

    def __str__(self) -> str:
        extra = f", {self.absent} absent" if self.absent else ""
        extra += f", {self.unknown} unknown" if self.unknown else ""
        return f"{self.yes}-{self.no}-{self.abstain}{extra}"


@dataclass(frozen=True)
class Outcome:
    """What a rule makes of a vote.

    ``adopted`` is None where it depends on votes that are not known. ``vetoed`` tells that it had the votes
    and fell by the negative vote of one who can veto; ``vetoes`` who that was, also where it would have
    failed anyway.
    """

    adopted: bool | None
    tally: Tally
    needed: int
    vetoed: bool = False
    vetoes: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The outcome as people read it."""
        verdict = {True: "adopted", False: "not adopted", None: "open"}[self.adopted]
        return f"{self.tally}: {verdict}" + (
            f" ({'; '.join(self.reasons)})" if self.reasons else ""
        )


def tally(ballots: Mapping[str, Ballot]) -> Tally:
    """Count votes.

    >>> str(tally({"a": "yes", "b": "no", "c": "unknown"}))
    '1-1-0, 1 unknown'
    """
    votes = list(ballots.values())
    return Tally(*(votes.count(kind) for kind in ("yes", "no", "abstain", "absent", "unknown")))


def needed(rule: Rule, counted: Tally) -> int:
    """Return how many affirmative votes a rule asks for, given who votes.

    >>> two_thirds = Rule(share="2/3")
    >>> needed(two_thirds, Tally(yes=10, no=4, abstain=5))
    10
    """
    if rule.consensus:
        return 0
    if rule.at_least is not None:
        return rule.at_least
    base = counted.size if rule.of == "members" else counted.yes + counted.no
    share = Fraction(rule.share or "1") * base
    return floor(share) + 1 if rule.more_than else ceil(share)


def decide(rule: Rule, ballots: Mapping[str, Ballot], parties: Collection[str] = ()) -> Outcome:
    """Return what a rule makes of the members' votes.

    Parameters
    ----------
    ballots : every member's vote.
    parties : members that are parties to the dispute; where the rule has them abstain, whatever vote they
        cast counts as an abstention.

    >>> council = Rule(at_least=2, veto=("p",))
    >>> decide(council, {"p": "abstain", "a": "yes", "b": "yes"}).adopted
    True
    >>> decide(council, {"p": "unknown", "a": "yes", "b": "yes"}).words
    '2-0-0, 1 unknown: open (hangs on p)'
    """
    counted, notes = _abstentions(rule, dict(ballots), parties)
    unknown = [member for member, vote in counted.items() if vote == "unknown"]
    if not unknown:
        return _decided(rule, counted, notes)
    best, *worse = (_decided(rule, _filled(counted, vote), notes) for vote in _EXTREMES)
    votes = tally(counted)
    if all(it.adopted == best.adopted for it in worse):
        vetoes = tuple(member for member in best.vetoes if member not in unknown)
        reasons = notes if best.adopted else best.reasons
        return Outcome(best.adopted, votes, best.needed, best.vetoed, vetoes, reasons)
    hangs = f"hangs on {', '.join(_pivots(rule, counted, unknown))}"
    return Outcome(None, votes, best.needed, reasons=(*notes, hangs))


_EXTREMES: tuple[Ballot, ...] = ("yes", "no", "absent")
"""If all unknown votes are yes nothing is better for a decision; nothing is worse than all no, or, where
there is a quorum, all absent."""


def _filled(ballots: Mapping[str, Ballot], vote: Ballot) -> dict[str, Ballot]:
    return {member: vote if it == "unknown" else it for member, it in ballots.items()}


def _pivots(rule: Rule, ballots: Mapping[str, Ballot], unknown: list[str]) -> list[str]:
    """Return whose unknown vote can decide, for some votes of the other unknown members."""
    return [member for member in unknown if _matters(rule, ballots, member, unknown)]


def _matters(rule: Rule, ballots: Mapping[str, Ballot], member: str, unknown: list[str]) -> bool:
    others = [it for it in unknown if it != member]
    for many in range(len(others) + 1):  # rules count: which of the others say yes is the same
        rest: dict[str, Ballot] = {
            it: "yes" if k < many else "abstain" for k, it in enumerate(others)
        }
        for_, against = (
            _decided(rule, {**ballots, **rest, member: vote}, ()).adopted for vote in _EXTREMES[:2]
        )
        if for_ != against:
            return True
    return False


def _abstentions(
    rule: Rule, ballots: dict[str, Ballot], parties: Collection[str]
) -> tuple[dict[str, Ballot], tuple[str, ...]]:
    """Turn the votes of parties to the dispute into abstentions where the rule asks for it."""
    bound = [m for m in ballots if rule.parties_abstain and m in parties]
    notes = tuple(
        f"{member} is a party to the dispute and must abstain"
        for member in bound
        if ballots[member] in ("yes", "no", "unknown")
    )
    changed: dict[str, Ballot] = {m: "abstain" for m in bound if ballots[m] != "absent"}
    return {**ballots, **changed}, notes


def _decided(rule: Rule, ballots: Mapping[str, Ballot], notes: tuple[str, ...]) -> Outcome:
    against = tuple(member for member, vote in ballots.items() if vote == "no")
    return _outcome(rule, tally(ballots), against, notes)


def decide_counts(
    rule: Rule, yes: int, no: int, abstain: int = 0, absent: int = 0, no_by: Collection[str] = ()
) -> Outcome:
    """Return what a rule makes of a vote of which the totals are known.

    Parameters
    ----------
    no_by : members known to have voted no; as many as there are negative votes, or some of them.

    >>> council = Rule(at_least=9, veto=("china", "russia"))
    >>> decide_counts(council, 9, 2, 4, no_by=["china", "russia"]).words
    '9-2-4: not adopted (vetoed by china, russia)'
    """
    counted = Tally(yes, no, abstain, absent)
    known = tuple(no_by)
    outcome = _outcome(rule, counted, known, ())
    if outcome.adopted and rule.veto and len(known) < no:
        return Outcome(None, counted, outcome.needed, reasons=("who voted no is not known",))
    return outcome


def _outcome(
    rule: Rule, counted: Tally, against: Collection[str], notes: tuple[str, ...]
) -> Outcome:
    least = needed(rule, counted)
    vetoes = tuple(member for member in against if member in rule.veto)
    present = counted.size - counted.absent
    reasons = list(notes)
    enough = counted.yes >= least
    if rule.consensus and counted.no:
        enough = False
        reasons.append(f"{counted.no} against, and consensus lets anybody stop it")
    elif not enough:
        reasons.append(f"{counted.yes} of {least} affirmative votes")
    if rule.quorum is not None and present < rule.quorum:
        enough = False
        reasons.append(f"{present} present of a quorum of {rule.quorum}")
    if vetoes:
        verb = "vetoed by" if enough else "negative vote of a member with a veto:"
        reasons.append(f"{verb} {', '.join(vetoes)}")
    return Outcome(
        enough and not vetoes, counted, least, enough and bool(vetoes), vetoes, tuple(reasons)
    )
