"""The actors that an audience may know of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from goodoffices.case.naming import actors_named
from goodoffices.case.shapes import ActorCard
from goodoffices.errors import InputError

if TYPE_CHECKING:
    from goodoffices.case.case import Case

__all__ = ["actors_seen"]


def actors_seen(case: Case, every: Mapping[str, ActorCard]) -> Mapping[str, ActorCard]:
    """Return the actors that there are in a case.

    For an audience: those whose label it sees, and those without a label that an item it sees names; its
    own party too. Remarks on an actor belong to the case and are for who sees the case's own label. On a
    day: all that were known of by then.
    """
    scope = case.scope
    if scope.whole:
        return every
    ids = {id_ for id_, card in every.items() if _seen(case, id_, card) and scope.knows(card.known)}
    if scope.sight is not None:
        named = {
            a
            for source in _readable(case)
            for _, it in case.items(source)
            for a in actors_named(it)
        }
        named.add(scope.sight.name.removeprefix("party:"))
        ids = {id_ for id_ in ids if id_ in named or _label(case, id_, every[id_])}
    return {id_: _trimmed(case, card, ids) for id_, card in every.items() if id_ in ids}


def _readable(case: Case) -> Iterator[str]:
    for source in case.source_ids:
        if f"sources/{source}.txt" not in case.files.damage:
            try:
                case.text(source)
            except InputError:  # a damaged source shows nothing
                continue
            yield source


def _label(case: Case, id_: str, card: ActorCard) -> str | None:
    return card.label or case.card.labels.get(f"actors/{id_}")


def _seen(case: Case, id_: str, card: ActorCard) -> bool:
    return case.scope.sees(_label(case, id_, card))


def _trimmed(case: Case, card: ActorCard, ids: set[str]) -> ActorCard:
    """Return an actor without what it says of things that are not there."""
    own = case.scope.sees(card.label or case.card.default_label)
    return card.model_copy(
        update={
            "affiliation": tuple(id_ for id_ in card.affiliation if id_ in ids),
            "backers": tuple(id_ for id_ in card.backers if id_ in ids),
            "because": tuple(ref for ref in card.because if case.has(ref)),
            "note": card.note if own else "",
            "aliases": card.aliases if own else (),
            "offices": tuple(
                it.model_copy(update={"because": tuple(r for r in it.because if case.has(r))})
                for it in card.offices
                if (own and not it.because) or any(case.has(ref) for ref in it.because)
            ),
        }
    )
