"""What is wrong with an item of the record, an actor or a piece of a proposal, key by key.

The check of a case looks at every one; a decision is held against the same rules before it is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from goodoffices.case.pieces import (
    ConstraintPiece,
    DecisionMakerPiece,
    OptionPiece,
    Piece,
    ProposalFile,
    StatementPiece,
)
from goodoffices.case.shapes import (
    ActorCard,
    EventItem,
    FigureItem,
    Item,
    MentionItem,
    Passage,
    PositionItem,
    StatementItem,
    TimeItem,
)
from goodoffices.errors import Fault, KeyPath, StatementError, did_you_mean, shown
from goodoffices.record.check import circular
from goodoffices.record.model import CATEGORIES, COMPARATORS, FORMS, STANCES, TIME_TYPES
from goodoffices.statements import names, parse

__all__ = ["actor_faults", "item_faults", "passage_faults", "piece_faults"]


def item_faults(
    item: Item, here: KeyPath, statements: Mapping[str, str | None], actors: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong with an item, its passages aside.

    Parameters
    ----------
    here : where it stands in its file.
    statements : the ids of the statements of its file, each with the one it stands inside of.
    actors : the ids of all actors of the case.
    """
    for key, actor in _actors(item):
        if actor is not None and actor not in actors:
            words = f"no actor '{actor}' in record/actors.toml"
            yield Fault(f"{words}; {did_you_mean(actor, actors)}", (*here, *key))
    at, inside = _inside(item)
    if inside is not None and inside not in statements:
        others = [id_ for id_ in statements if id_ != item.id]
        words = f"no statement '{inside}' in this record"
        yield Fault(f"{words}; {did_you_mean(inside, others)}", (*here, at))
    elif inside is not None and circular(item.id, inside, statements):
        yield Fault(f"'{item.id}' would stand inside itself; name another one", (*here, at))
    for name, what, found, known in _closed(item):
        if found not in known:
            words = did_you_mean(found, known, most=20)
            yield Fault(f"no {what} '{found}'; {words}", (*here, name))


def _actors(item: Item) -> Iterator[tuple[KeyPath, str | None]]:
    """Yield the actors that an item names, each with its key."""
    match item:
        case StatementItem():
            yield ("speaker",), item.speaker
            yield from ((("to", k), it) for k, it in enumerate(item.to))
        case PositionItem():
            yield from (
                ((key,), getattr(item, key)) for key in ("holder", "on_behalf_of", "target")
            )
        case EventItem():
            yield from ((("participants", k), it) for k, it in enumerate(item.participants))
        case MentionItem():
            yield ("actor",), item.actor


def _inside(item: Item) -> tuple[str, str | None]:
    if isinstance(item, StatementItem):
        return "inside", item.inside
    return "statement", item.statement if isinstance(item, PositionItem | FigureItem) else None


def _closed(item: Item) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Yield each word that comes from a closed list: key, what it is, the word, the list."""
    match item:
        case StatementItem():
            yield "class", "class", item.class_, CATEGORIES
        case PositionItem():
            yield "stance", "stance", item.stance, STANCES
        case FigureItem():
            yield "comparator", "comparator", item.comparator, COMPARATORS
        case TimeItem():
            yield "type", "type of time", item.type, TIME_TYPES
        case MentionItem():
            yield "form", "form of mention", item.form, FORMS


def passage_faults(item: Item, text: str | None, here: KeyPath) -> Iterator[Fault]:
    """Yield the passages of an item whose words do not stand where they say; no text tells nothing."""
    if text is None:
        return
    for key, it in _passages(item):
        found = text[it.start : it.end]
        if found != it.exact:
            words = f"characters {it.start}-{it.end} read {shown(found)}, not {shown(it.exact)}"
            yield Fault(f"{words}; give the passage that is meant", (*here, *key))


def _passages(item: Item) -> Iterator[tuple[KeyPath, Passage]]:
    for key in type(item).model_fields:
        held = getattr(item, key)
        if isinstance(held, Passage):
            yield (key,), held
        elif isinstance(held, tuple):
            yield from (((key, k), it) for k, it in enumerate(held) if isinstance(it, Passage))


def actor_faults(card: ActorCard, here: KeyPath, actors: Collection[str]) -> Iterator[Fault]:
    """Yield the actors that an actor is said to belong to or to be backed by and that are not there."""
    for key in ("affiliation", "backers"):
        for k, other in enumerate(getattr(card, key)):
            if other not in actors:
                yield Fault(f"no actor '{other}'; {did_you_mean(other, actors)}", (*here, key, k))


def piece_faults(
    piece: Piece, here: KeyPath, file: ProposalFile, actors: Collection[str]
) -> Iterator[Fault]:
    """Yield what a piece of a proposed model names that is not there."""
    dms = [it.id for it in file.decision_makers]
    options = [it.id for it in file.options]
    match piece:
        case DecisionMakerPiece(actor=str(actor)) if actor not in actors:
            yield Fault(f"no actor '{actor}'; {did_you_mean(actor, actors)}", (*here, "actor"))
        case OptionPiece(owner=owner) if owner not in dms:
            words = f"no decision maker '{owner}'; {did_you_mean(owner, dms)}"
            yield Fault(words, (*here, "owner"))
        case StatementPiece():
            if piece.dm not in dms:
                words = f"no decision maker '{piece.dm}'; {did_you_mean(piece.dm, dms)}"
                yield Fault(words, (*here, "dm"))
            yield from _statement(piece.wants, (*here, "wants"), options)
        case ConstraintPiece():
            yield from _statement(piece.option, (*here, "option"), options)
            yield from _statement(piece.only_if, (*here, "only_if"), options)


def _statement(text: str, here: KeyPath, options: Collection[str]) -> Iterator[Fault]:
    try:
        used = set(names(parse(text)))
    except StatementError as error:
        yield Fault(str(error), here)
        return
    for name in sorted(used - set(options)):
        yield Fault(f"no option '{name}'; {did_you_mean(name, options)}", here)
