"""Derived answers on the process: what was planned and became of it, and who consents to what now."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from goodoffices.talks.bodies import Vote
from goodoffices.talks.process import AgendaItem, Consent, Meeting, Order
from goodoffices.talks.values import Plan, Stance
from goodoffices.talks.when import first, in_words, last, order, same_or_before

__all__ = ["Agreement", "Fate", "agreement", "current", "fate"]

State: TypeAlias = Literal["planned", "held", "cancelled", "overdue", "not yet known"]


@dataclass(frozen=True)
class Fate:
    """What had become of a meeting or vote by a day.

    ``planned`` is the plan that stands (or stood last), ``superseded`` those it replaced, in order.
    """

    state: State
    when: str | None
    planned: Plan | None
    superseded: tuple[Plan, ...]
    words: str


def fate(meeting: Meeting | Vote, day: datetime.date | None = None) -> Fate:
    """Return what had become of a meeting or vote by a day (of all that is known, where none is given).

    >>> from goodoffices.talks.process import Meeting
    >>> from goodoffices.talks.values import Held, Plan
    >>> friday, thursday = "2014-02-14", "2014-02-13"
    >>> plans = Plan(when=friday, announced="2014-02-11"), Plan(when=thursday, announced="2014-02-12")
    >>> held = Held(when=thursday)
    >>> meeting = Meeting(name="trilateral", format="consultation", plans=plans, held=held)
    >>> fate(meeting, datetime.date(2014, 2, 12)).words
    'planned for Thu 13 February 2014, moved from Fri 14 February 2014'
    >>> fate(meeting).words
    'held on Thu 13 February 2014, first planned for Fri 14 February 2014'
    """
    plans = tuple(it for it in meeting.plans if same_or_before(it.announced, day))
    planned = plans[-1] if plans else None
    superseded = tuple(it for it in plans[:-1] if planned and it.when != planned.when)
    state, when = _state(meeting, planned, day)
    return Fate(state, when, planned, superseded, _words(state, when, planned, superseded))


def _state(
    meeting: Meeting | Vote, planned: Plan | None, day: datetime.date | None
) -> tuple[State, str | None]:
    if meeting.held and same_or_before(meeting.held.when, day):
        return "held", meeting.held.when
    if meeting.cancelled and same_or_before(meeting.cancelled.known or meeting.cancelled.when, day):
        return "cancelled", meeting.cancelled.when
    if planned is None:
        return "not yet known", None
    over = day is None or last(planned.when) < day
    return ("overdue" if over else "planned"), planned.when


def _words(
    state: State, when: str | None, planned: Plan | None, superseded: tuple[Plan, ...]
) -> str:
    if when is None:
        return "not yet known"
    if state in ("planned", "overdue"):
        moved = f", moved from {in_words(superseded[0].when)}" if superseded else ""
        end = "; what became of it is not recorded" if state == "overdue" else ""
        return f"planned for {in_words(when)}{moved}{end}"
    original = superseded[0] if superseded else planned
    if original is None:
        end = ""
    elif first(original.when) <= first(when) and last(when) <= last(original.when):
        end = ", as planned"
    else:
        end = f", first planned for {in_words(original.when)}"
    return f"{state} on {in_words(when)}{end}"


@dataclass(frozen=True)
class Agreement:
    """Who consents to an agenda item or an order.

    ``state`` is "agreed" where every party accepts without condition, "refused" where one rejects or has
    withdrawn, else "open". A party that has said nothing has no stance.
    """

    state: Literal["agreed", "refused", "open"]
    stances: tuple[tuple[str, Stance | None], ...]
    words: str


def current(consents: Iterable[Consent], day: datetime.date | None = None) -> dict[str, Consent]:
    """Return each side's consent that stands on a day: the last one given by then."""
    standing: dict[str, Consent] = {}
    for consent in sorted(consents, key=lambda it: order(it.when)):
        if same_or_before(consent.when, day):
            standing[consent.by] = consent
    return standing


def agreement(
    thing: AgendaItem | Order,
    parties: Iterable[str],
    day: datetime.date | None = None,
    names: Mapping[str, str] | None = None,
) -> Agreement:
    """Return whether the parties agree on an agenda item or an order as of a day.

    ``names`` are what ``words`` calls them, by id.

    >>> from goodoffices.talks.process import AgendaItem, Consent
    >>> item = AgendaItem(text="violence", consents=(
    ...     Consent(by="a", stance="accepts", when="2014-02-15"),
    ...     Consent(by="b", stance="accepts provisionally", when="2014-02-15")))
    >>> agreement(item, ["a", "b"]).words
    'open: b accepts provisionally'
    """
    standing, known = current(thing.consents, day), names or {}
    stances: tuple[tuple[str, Stance | None], ...] = tuple(
        (party, standing[party].stance if party in standing else None) for party in parties
    )
    against = [party for party, stance in stances if stance in ("rejects", "withdraws")]
    short = [(party, stance) for party, stance in stances if stance != "accepts"]
    if against:
        words = "; ".join(f"{known.get(p, p)} {standing[p].stance}" for p in against)
        return Agreement("refused", stances, f"refused: {words}")
    if short or not stances:
        words = "; ".join(f"{known.get(p, p)} {stance or 'has not said'}" for p, stance in short)
        return Agreement("open", stances, f"open: {words}" if words else "open")
    return Agreement("agreed", stances, "agreed by all parties")
