"""Putting a source with its proposed record into a case: whole or not at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from goodoffices.case.dump import block, entries, value
from goodoffices.case.edit import appended
from goodoffices.case.shapes import (
    ActorCard,
    ActorsFile,
    EventItem,
    FigureItem,
    Item,
    MentionItem,
    Office,
    Passage,
    PositionItem,
    RecordFile,
    SourceCard,
    StatementItem,
    TimeItem,
    passages_of,
)
from goodoffices.case.write import Change, writing
from goodoffices.errors import UsageError
from goodoffices.record.anchors import anchor

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.record import Actor, Record, Span

__all__ = ["add_reading", "add_source", "free_id", "slug", "unread"]

ItemT = TypeVar("ItemT", bound=Item)


def slug(words: str, most: int = 40) -> str:
    """Return an id made of words.

    >>> slug("Al Jazeera: the talks, 11 February")
    'al-jazeera-the-talks-11-february'
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:most].strip("-") or "source"


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """Return an id that is not taken yet, numbered where it has to be.

    >>> free_id("tass", ["tass", "tass-2"])
    'tass-3'
    """
    known, number, found = set(taken), 1, wanted
    while found in known:
        number += 1
        found = f"{wanted}-{number}"
    return found


def add_source(
    case: Case, id_: str, text: str, card: Mapping[str, Any], record: Record | None = None
) -> None:
    """Add a source to a case, with what was read from it.

    Parameters
    ----------
    id_ : its id, not taken yet.
    text : its text as it shall be stored.
    card : keys of its file, ``sha256`` and ``format`` aside.
    record : the proposed record of this very text; actors that the case knows by name are taken for the same.

    Raises
    ------
    UsageError
        where the id is taken or the text is in the case already.
    InputError
        where the case cannot be written.
    """
    from goodoffices.record import text_sha256

    sha256 = text_sha256(text)
    about = SourceCard.model_validate({"format": 1, "sha256": sha256, **card})
    for other in case.sources:
        if other.sha256 == sha256:
            raise UsageError(f"this text is in the case already, as '{other.id}'")
    with writing(case.folder) as change:
        if (
            change.read(f"sources/{id_}.toml") is not None
            or change.read(f"sources/{id_}.txt") is not None
        ):
            raise UsageError(f"the id '{id_}' is taken; give another one")
        change.create(f"sources/{id_}.txt", text)
        change.create(f"sources/{id_}.toml", "".join(f"{k} = {v}\n" for k, v in entries(about)))
        if record is not None:
            _add_items(change, id_, record)


def add_reading(case: Case, id_: str, record: Record, card: Mapping[str, Any]) -> int:
    """Add what was read from a source that is in the case unread; return how many statements and positions.

    What people noted of it stays as it is; nothing is proposed for words that an item of theirs stands on.

    Parameters
    ----------
    record : the proposed record of its text.
    card : keys of its file, written where it has none yet.

    Raises
    ------
    UsageError
        where something was read from it already.
    InputError
        where a file of the case is damaged or cannot be written.
    """
    from goodoffices.case.edit import with_values
    from goodoffices.talks.parse import parse_file

    path = f"sources/{id_}.toml"
    with writing(case.folder) as change:
        text, name = change.read(path) or "", change.folder.name(path)
        known = parse_file(text.removeprefix("\ufeff"), name, SourceCard)
        about = entries(SourceCard.model_validate({"format": 1, "sha256": known.sha256, **card}))
        new = {key: held for key, held in about if key in card and not getattr(known, key)}
        if new:
            order = [key for key in SourceCard.model_fields if key != "id"]
            change.write(path, with_values(text, (), dict(new), order, name))
        return _add_items(change, id_, record)


def _add_items(change: Change, id_: str, record: Record) -> int:
    """Write the items of a record into the file of a source, beside what people wrote there.

    Return how many statements and positions are proposed.
    """
    from goodoffices.talks.parse import parse_file

    path = f"record/{id_}.toml"
    text = change.read(path) or f"format = 1\nsha256 = {value(record.source.sha256)}\n"
    there = parse_file(text.removeprefix("\ufeff"), change.folder.name(path), RecordFile)
    if _was_read(there):
        raise _known(id_, "has been read; see goodoffices case review")
    made = _beside(there, _items(record, _add_actors(change, record)))
    text = appended(text, "".join(block(f"[[{kind}]]", item) for kind, item in made))
    parse_file(text.removeprefix("\ufeff"), change.folder.name(path), RecordFile)
    change.write(path, text)
    return sum(kind in ("statements", "positions") for kind, _ in made)


def unread(case: Case, id_: str) -> None:
    """Make sure that nothing was read from a source yet.

    Raises
    ------
    UsageError
        where something was.
    """
    file = case.files.record(f"record/{id_}.toml", RecordFile)
    if file is not None and _was_read(file):
        raise _known(id_, "has been read; see goodoffices case review")


def _was_read(file: RecordFile) -> bool:
    return any(item.rule for _, _, item in file.items())


def _known(id_: str, why: str) -> UsageError:
    return UsageError(f"this text is in the case already, as '{id_}', and {why}")


def _beside(there: RecordFile, made: list[tuple[str, Item]]) -> list[tuple[str, Item]]:
    """Return the items that are new beside those of a file, with ids of their own."""
    places = {(kind, _place(item)): item.id for kind, _, item in there.items()}
    taken = [item.id for _, _, item in there.items()]
    ids: dict[str, str] = {}
    for kind, item in made:
        ids[item.id] = places.get((kind, _place(item))) or free_id(item.id, taken)
        taken.append(ids[item.id])
    return [
        (kind, _with_ids(item, ids)) for kind, item in made if (kind, _place(item)) not in places
    ]


def _place(item: Item) -> tuple[tuple[int, int], ...]:
    """Return the characters that make an item the one it is."""
    held = item.fragments if isinstance(item, StatementItem) else passages_of(item)[:1]
    return tuple((it.start, it.end) for it in held)


def _with_ids(item: Item, ids: Mapping[str, str]) -> Item:
    held = ((key, getattr(item, key, None)) for key in ("id", "inside", "statement"))
    links = [(key, link) for key, link in held if link]
    return item.model_copy(update={key: ids.get(link, link) for key, link in links})


def _add_actors(change: Change, record: Record) -> dict[str, str]:
    """Add the actors the case does not know yet; return the record's ids to those of the case."""
    from goodoffices.talks.parse import parse_file

    path = "record/actors.toml"
    text = change.read(path) or "format = 1\n"
    file = parse_file(text.removeprefix("\ufeff"), change.folder.name(path), ActorsFile)
    by_name = {
        name.casefold(): id_
        for id_, card in file.actors.items()
        for name in (*card.aliases, card.name)
    }
    known: dict[str, str] = {}
    new = []
    for actor in record.actors:
        names = [name.casefold() for name in (actor.name, *actor.aliases)]
        same = next((by_name[name] for name in names if name in by_name), None)
        if same is None:
            same = free_id(slug(actor.name), [*file.actors, *known.values()])
            by_name |= dict.fromkeys(names, same)
            new.append((same, actor))
        known[actor.id] = same
    blocks = "".join(block(f"[actors.{id_}]", _actor(actor, known)) for id_, actor in new)
    if blocks:
        change.write(path, appended(text, blocks))
    return known


def _actor(actor: Actor, known: Mapping[str, str]) -> ActorCard:
    return ActorCard(
        name=actor.name,
        type=actor.type,
        country=actor.country or "",
        affiliation=tuple(known[id_] for id_ in actor.affiliation if id_ in known),
        backers=tuple(known[id_] for id_ in actor.backers if id_ in known),
        offices=tuple(Office(title=office.title) for office in actor.offices),
        aliases=tuple(name for name in actor.aliases if name != actor.name),
    )


def _items(record: Record, known: Mapping[str, str]) -> list[tuple[str, Item]]:
    """Return the items of a record as they stand in its file, each with its kind."""
    sha256 = record.source.sha256

    def cut(span: Span | None) -> Passage | None:
        if span is None:
            return None
        it = anchor(record.text, span, sha256)
        return Passage(
            start=it.start, end=it.end, exact=it.exact, prefix=it.prefix, suffix=it.suffix
        )

    def who(id_: str | None) -> str | None:
        return known.get(id_) if id_ else None

    return [*_said(record, cut, who), *_held(record, cut, who), *_rest(record, cut, who)]


Cut = Callable[["Span | None"], Passage | None]
Who = Callable[[str | None], str | None]


def _made(shape: type[ItemT], proposal: Any, id_: str, **given: Any) -> ItemT:
    held = {key: it for key, it in given.items() if it is not None}
    base = {"id": slug(id_), "rule": proposal.rule, "score": proposal.score}
    return shape.model_validate({**base, **held})


def _said(record: Record, cut: Cut, who: Who) -> Iterable[tuple[str, Item]]:
    for it in record.statements:
        given = {
            "kind": it.kind,
            "class": it.category,
            "speaker": who(it.speaker),
            "speaker_name": it.speaker_name,
            "source": cut(it.source),
            "cue": cut(it.cue),
            "fragments": tuple(cut(span) for span in it.fragments),
            "when": it.date,
            "inside": slug(it.inside) if it.inside else None,
        }
        if it.fragments:
            yield "statements", _made(StatementItem, it, it.id, **given)


def _held(record: Record, cut: Cut, who: Who) -> Iterable[tuple[str, Item]]:
    for it in record.positions:
        given = {
            "stance": it.stance,
            "holder": who(it.holder),
            "holder_name": it.holder_name,
            "on_behalf_of": who(it.on_behalf_of),
            "target": who(it.target),
            "trigger": cut(it.trigger),
            "object": cut(it.object),
            "condition": cut(it.condition),
            "deadline": it.deadline,
            "consequence": cut(it.consequence),
            "statement": slug(it.statement) if it.statement else None,
        }
        yield "positions", _made(PositionItem, it, it.id, **given)


def _rest(record: Record, cut: Cut, who: Who) -> Iterable[tuple[str, Item]]:
    for it in record.events:
        given: dict[str, Any] = {
            "trigger": cut(it.trigger),
            "plover": it.plover,
            "mode": it.mode,
            "when": it.date,
            "place": it.place,
            "participants": tuple(id_ for id_ in map(who, it.participants) if id_),
            "factuality": it.factuality,
        }
        yield "events", _made(EventItem, it, it.id, **given)
    for fig in record.figures:
        given = {
            "passage": cut(fig.span),
            "quantity": fig.quantity,
            "comparator": fig.comparator,
            "upper": fig.upper,
            "magnitude": fig.magnitude,
            "unit": fig.unit,
            "measure": fig.measure,
            "statement": slug(fig.statement) if fig.statement else None,
        }
        yield "figures", _made(FigureItem, fig, fig.id, **given)
    for time in record.times:
        given = {"passage": cut(time.span), "type": time.type, "value": time.value, "mod": time.mod}
        yield "times", _made(TimeItem, time, time.id, **given)
    mentions = [(actor, it) for actor in record.actors for it in actor.mentions]
    for k, (actor, mention) in enumerate(mentions, 1):
        given = {"actor": who(actor.id), "passage": cut(mention.span), "form": mention.form}
        yield "mentions", _made(MentionItem, actor, f"m{k}", **given)
