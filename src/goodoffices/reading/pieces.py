"""Very long texts, read piece by piece: cut between paragraphs, the records joined by names.

Who is meant is settled within a piece, which is far longer than any report; an actor named in several
pieces is one actor afterwards. So time grows with the length of a text and memory hardly at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from goodoffices.reading.actors.roster import name_parts
from goodoffices.record.model import (
    Actor,
    Dropped,
    Record,
    Source,
    Span,
)

Range = tuple[int, int]
WHOLE = 150_000  # characters up to which a text is read at once
PIECE = 100_000


def cut(text: str, spans: Sequence[Range], most: int = PIECE) -> list[list[Range]]:
    r"""Share out the spans of a body into pieces of at most ``most`` characters.

    Cuts are made between paragraphs where there are any, else after a sentence, else at a blank.

    >>> cut("One.\nTwo.\nThree.", [(0, 16)], most=10)
    [[(0, 10)], [(10, 16)]]
    """
    pieces: list[list[Range]] = [[]]
    free = most
    for start, end in spans:
        while start < end:
            if end - start <= free:
                stop = end
            elif free < most and (paragraph := text.rfind("\n", start, start + free)) >= 0:
                stop = paragraph + 1
            elif free < most:
                stop = start
            else:
                stop = _stop(text, start, start + most)
            if stop > start:
                pieces[-1].append((start, stop))
                free -= stop - start
            if stop < end:
                pieces.append([])
                free = most
            start = stop
    return [piece for piece in pieces if piece]


def _stop(text: str, start: int, limit: int) -> int:
    """Return the last good place to cut before a limit."""
    for mark in ("\n", ". ", " "):
        at = text.rfind(mark, start + 1, limit)
        if at > start:
            return at + len(mark)
    return limit


def join(
    text: str, source: Source, dropped: Iterable[tuple[int, int, str]], parts: Iterable[Record]
) -> Record:
    """Return one record of the records of a text's pieces; ``dropped`` as the whole body has it."""
    people = _People()
    joined = [_renumbered(part, people, number) for number, part in enumerate(parts)]
    names = {actor.id: actor.name for actor in people}
    return Record(
        text=text,
        source=source,
        body=tuple(span for part in joined for span in part.body),
        dropped=tuple(Dropped(Span.of(text, s, e), kind) for s, e, kind in dropped),
        actors=tuple(people),
        statements=tuple(
            replace(s, speaker_name=names.get(s.speaker or "", s.speaker_name))
            for part in joined
            for s in part.statements
        ),
        positions=tuple(
            replace(p, holder_name=names.get(p.holder or "", p.holder_name))
            for part in joined
            for p in part.positions
        ),
        times=tuple(time for part in joined for time in part.times),
        figures=tuple(figure for part in joined for figure in part.figures),
        events=tuple(event for part in joined for event in part.events),
        notes=tuple(dict.fromkeys(note for part in joined for note in part.notes)),
    )


def _renumbered(part: Record, people: "_People", number: int) -> Record:
    """Return a piece's record with ids of its own (s3-7: piece 3, statement 7) and the text's actors."""
    ids: dict[str | None, str] = {a.id: people.take(a) for a in part.actors}
    for actor in part.actors:
        people.link(
            ids[actor.id], (ids[i] for i in actor.affiliation), (ids[i] for i in actor.backers)
        )

    def own(item: str) -> str:
        return f"{item[0]}{number + 1}-{item[1:]}"

    def maybe(item: str | None) -> str | None:
        return None if item is None else own(item)

    return replace(
        part,
        statements=tuple(
            replace(s, id=own(s.id), speaker=ids.get(s.speaker), inside=maybe(s.inside))
            for s in part.statements
        ),
        positions=tuple(
            replace(
                p,
                id=own(p.id),
                holder=ids.get(p.holder),
                target=ids.get(p.target),
                on_behalf_of=ids.get(p.on_behalf_of),
                statement=maybe(p.statement),
            )
            for p in part.positions
        ),
        times=tuple(replace(t, id=own(t.id)) for t in part.times),
        figures=tuple(replace(f, id=own(f.id), statement=maybe(f.statement)) for f in part.figures),
        events=tuple(
            replace(e, id=own(e.id), participants=tuple(ids[i] for i in e.participants))
            for e in part.events
        ),
    )


class _People:
    """The actors of the whole text; those of a piece are found again by their names."""

    def __init__(self) -> None:
        self._actors: list[Actor] = []
        self._places: dict[tuple[str, ...], int] = {}

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors)

    def take(self, actor: Actor) -> str:
        """Add an actor of a piece, or its mentions to the one it is; return the id."""
        full, surname = _keys(actor)
        place = self._places.get(full)
        if place is None and len(full) == 2 and surname is not None:
            place = self._places.get(surname)
        if place is None:
            place = len(self._actors)
            self._actors.append(replace(actor, id=f"a{place + 1}", affiliation=(), backers=()))
        else:
            known = self._actors[place]
            names = (known.name, *known.aliases, actor.name, *actor.aliases)
            best = actor if len(actor.name) > len(known.name) and actor.type == "person" else known
            self._actors[place] = replace(
                known,
                name=best.name,
                country=known.country or actor.country,
                offices=tuple(dict.fromkeys((*known.offices, *actor.offices))),
                aliases=tuple(n for n in dict.fromkeys(names) if n != best.name),
                mentions=(*known.mentions, *actor.mentions),
                resolved=known.resolved or actor.resolved,
            )
        self._places[full] = place
        if surname is not None:
            self._places[surname] = place
        return self._actors[place].id

    def link(self, actor: str, affiliation: Iterable[str], backers: Iterable[str]) -> None:
        """Add to an actor of the text whom it belongs to and who backs it."""
        place = int(actor[1:]) - 1
        known = self._actors[place]
        self._actors[place] = replace(
            known,
            affiliation=_added(actor, known.affiliation, affiliation),
            backers=_added(actor, known.backers, backers),
        )


def _added(actor: str, known: Sequence[str], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(i for i in dict.fromkeys((*known, *more)) if i != actor)


def _keys(actor: Actor) -> tuple[tuple[str, ...], tuple[str, ...] | None]:
    """What an actor is found by: the full name, and for persons the surname."""
    words = name_parts(actor.name)
    if actor.type != "person" or actor.rule == "nominal" or not words:
        return ("body", *words), None
    return ("person", *words), ("surname", words[-1])
