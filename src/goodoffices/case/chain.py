"""The talks in the trace: from evidence on to clauses, commitments and what was observed, and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goodoffices.case.node import Node, Standing
from goodoffices.case.trace import trace_item
from goodoffices.errors import InputError, UsageError, did_you_mean
from goodoffices.talks.links import Link, links

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.talks.talks import Talks

__all__ = ["linked_place", "onward", "talks_places", "trace_talks"]

_INNER = re.compile(r"/(?:clauses|observations)/")


def linked_place(path: str) -> str:
    """Return how the links of the talks name a fact that stands at a path of their files.

    >>> linked_place("talks/texts/draft/clauses/access"), linked_place("talks/bodies/votes/aid")
    ('texts/draft/access', 'votes/aid')
    """
    plain = path.removeprefix("talks/").removeprefix("bodies/").removeprefix("evidence/")
    return _INNER.sub("/", plain)


def onward(talks: Talks | None, start: str, seen: frozenset[str] = frozenset()) -> tuple[Node, ...]:
    """Return what follows from a step of the talks: what it supports, obliges, was observed of it."""
    if talks is None:
        return ()
    seen = seen | {start}
    return tuple(
        Node(
            "talks" if it.relation != "is in the model" else "option",
            it.end,
            f"{it.relation}: {_words(talks, it.end)}",
            children=onward(talks, it.end, seen),
        )
        for it in links(talks)
        if it.start == start and it.end not in seen
    )


def talks_places(talks: Talks | None) -> tuple[str, ...]:
    """Return every fact of the talks that the trace knows by name."""
    found = {it.end for it in links(talks)} | {it.start for it in links(talks)} if talks else set()
    heads = ("texts/", "commitments/", "votes/", "triggers/", "process/")
    return tuple(sorted(place for place in found if place.startswith(heads)))


def trace_talks(case: Case, place: str) -> Node:
    """Return what a fact of the talks rests on, down to passages.

    Parameters
    ----------
    place : ``texts/ID/CLAUSE``, ``commitments/ID``, ``commitments/ID/N``, ``votes/ID``, ``triggers/ID`` or
        ``process/TABLE/ID``, such as ``process/meetings/joint``.

    Raises
    ------
    UsageError
        where the talks have no such fact.
    """
    talks = case.talks
    known = talks_places(talks)
    if talks is None or place not in known:
        raise UsageError(f"nothing called '{place}' in the talks; {did_you_mean(place, known)}")
    return _resting(case, talks, place, links(talks), frozenset())


def _resting(
    case: Case, talks: Talks, place: str, every: tuple[Link, ...], seen: frozenset[str]
) -> Node:
    seen = seen | {place}
    children = tuple(
        _beneath(case, talks, it, every, seen)
        for it in every
        if it.end == place and it.start not in seen and it.relation != "was observed"
    )
    standing: Standing = "" if children else "assumption"
    return Node("talks", place, _words(talks, place), standing, children=children)


def _beneath(
    case: Case, talks: Talks, it: Link, every: tuple[Link, ...], seen: frozenset[str]
) -> Node:
    if it.relation != "supports":
        return _resting(case, talks, it.start, every, seen)
    if it.start in talks.evidence:
        entry = talks.evidence[it.start]
        children = tuple(_item(case, ref) for ref in entry.record)
        standing: Standing = "" if children else "unlinked"
        ref = f"talks/evidence/{it.start}"
        return Node("evidence", ref, entry.citation, standing, children=children)
    return _item(case, it.start)


def _item(case: Case, ref: str) -> Node:
    try:
        return trace_item(case, ref)
    except (UsageError, InputError) as error:
        return Node("record", ref, str(error), "broken")


def _words(talks: Talks, place: str) -> str:
    """Say what a fact of the talks is."""
    head, _, rest = place.partition("/")
    id_, _, inner = rest.partition("/")
    found: object = None
    if head == "texts" and id_ in talks.texts:
        text = talks.texts[id_]
        clause = text.clauses.get(inner)
        found = getattr(clause, "name", "") or getattr(clause, "text", "") or inner
        return f"{_called(text, id_)}: {found}" if inner else _called(text, id_)
    if head == "commitments" and talks.commitments and id_ in talks.commitments.commitments:
        commitment = talks.commitments.commitments[id_]
        if inner.isdecimal() and 1 <= int(inner) <= len(commitment.observations):
            return commitment.observations[int(inner) - 1].text
        return _called(commitment, id_)
    if head == "process" and talks.process:
        found = getattr(talks.process, id_, {}).get(inner)
    if head == "votes" and talks.bodies:
        found = talks.bodies.votes.get(id_)
    if head == "triggers" and talks.triggers:
        found = talks.triggers.triggers.get(id_)
    return _called(found, place)


def _called(it: object, otherwise: str) -> str:
    return str(
        getattr(it, "name", "") or getattr(it, "title", "") or getattr(it, "text", "") or otherwise
    )
