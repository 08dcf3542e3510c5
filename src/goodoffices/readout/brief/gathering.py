"""From a case to the material of a readout: what an audience may see as of a day, and nothing else.

The case itself leaves out what may not be seen and what came later (`Case.for_audience`, `Case.as_of`);
here only what a person confirmed is taken from what remains, and what is missing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from goodoffices.case import ActorCard, Case, Item, Passage, SourceCard, passages_of
from goodoffices.case.shapes import (
    EventItem,
    FigureItem,
    MentionItem,
    PositionItem,
    StatementItem,
    TimeItem,
)
from goodoffices.errors import InputError, UsageError
from goodoffices.readout.brief import material as of
from goodoffices.readout.brief.gathering_models import models
from goodoffices.readout.brief.gathering_talks import (
    agenda,
    chapters,
    evidence_of,
    happenings,
    parts,
)
from goodoffices.readout.brief.notes import loaded_in
from goodoffices.readout.english import number_words

__all__ = ["AUDIENCES", "gather", "part_for"]

AUDIENCES: Mapping[str, str] = {
    "public": "the public",
    "team": "the mediator's team",
    "mediator": "the mediator",
    "principal": "the principal",
}
"""How the audiences that every case can have are called."""

_DECIDED = ("confirmed", "edited")
_GAP = 200  # characters between two passages up to which the words between them are shown too


def gather(case: Case, audience: str, day: str | None = None) -> of.Material:
    """Return what an audience may see of a case, as of a day.

    Parameters
    ----------
    case : the case, or a part of it.
    audience : ``mediator``, ``team``, ``public``, ``party:ACTOR_ID`` or one that the case defines.
    day : ISO date; what became known later is left out.

    Raises
    ------
    UsageError
        where the case has no such audience, or ``day`` is no date.
    """
    return _Gathering(part_for(case, audience, day), audience).material()


def part_for(case: Case, audience: str, day: str | None = None) -> Case:
    """Return the part of a case that a readout is made of.

    Raises
    ------
    UsageError
        where the case has no such audience, or ``day`` is no date.
    """
    seen = _for(case, audience)
    return seen if day is None else seen.as_of(day)


def _for(case: Case, audience: str) -> Case:
    try:
        return case.for_audience(audience)
    except UsageError as error:
        if audience != "principal":
            raise
        raise UsageError(
            f"{error}; say who the principal is under [audiences.principal] in case.toml, with "
            'name and, for example, sees = ["public", "team"]'
        ) from None


class _Gathering:
    def __init__(self, case: Case, audience: str) -> None:
        self.case = case
        self.audience = audience
        self.inside = case.scope.sees(case.card.default_label)
        self.warnings: list[str] = []
        self.waiting = 0
        self.found: dict[type[of.Item], list[Any]] = {
            kind: [] for kind in (of.Statement, of.Position, of.Event, of.Figure, of.Item)
        }

    def material(self) -> of.Material:
        case, scope = self.case, self.case.scope
        sources = list(case.sources)
        for source in sources:
            self._record(source)
        conflicts, told = models(case)
        talks = case.talks
        self._damage()
        found = self.found
        return of.Material(
            title=case.title,
            audience=self._called(),
            key=self.audience,
            story=self._story(),
            as_of=scope.day.isoformat() if scope.day else "",
            analysts={id_: it.name for id_, it in case.card.analysts.items()}
            if self.inside
            else {},
            sources=tuple(self._source(card) for card in sources),
            actors=self._actors(),
            statements=tuple(found[of.Statement]),
            positions=tuple(found[of.Position]),
            events=tuple(found[of.Event]),
            figures=tuple(found[of.Figure]),
            passages=tuple(found[of.Item]),
            happenings=happenings(talks, scope.day) if talks else (),
            issues=agenda(talks) if talks else (),
            chapters=chapters(talks) if talks else (),
            models=conflicts,
            evidence=evidence_of(talks) if talks else {},
            neutral=self._neutral(),
            waiting=self.waiting,
            warnings=(*told, *self.warnings),
        )

    def _story(self) -> str:
        """Return the story; as of a day there is none, for it was written by people who know what came."""
        if self.case.scope.day is None:
            return self.case.story
        if self.case.card.story or self.case.conflict_names:
            self.warnings.append(
                "the story of the case and remarks on its models, which were written later."
            )
        return ""

    def _called(self) -> str:
        """Return how the audience is called on every page."""
        defined = self.case.card.audiences.get(self.audience)
        if defined and defined.name:
            return defined.name
        if self.audience.startswith("party:"):
            party = self.audience.removeprefix("party:")
            card = self.case.actors.get(party)
            return f"{card.called if card else party} alone"
        return AUDIENCES.get(self.audience, self.audience)

    def _damage(self) -> None:
        """Say that something could not be read; to the team also what."""
        damaged = self.case.damaged
        if damaged and self.inside:
            self.warnings += [f"damaged, and so not in this readout: {path}" for path in damaged]
        elif damaged:
            self.warnings.append(f"{number_words(len(damaged), 'damaged file')}.")

    def _record(self, source: SourceCard) -> None:
        """Take what people confirmed in the record of a source; count what waits."""
        try:
            items = self.case.items(source.id)
            text = self.case.text(source.id)
        except InputError:  # a damaged file; told of as damage
            return
        days = {
            item.id: item.when for _, item in items if isinstance(item, StatementItem) and item.when
        }
        for _, item in items:
            if isinstance(item, TimeItem | MentionItem):
                continue
            self.waiting += item.status == "proposed"
            if item.status in _DECIDED:
                made = self._item(source, item, text, days)
                self.found[type(made)].append(made)

    def _item(
        self, source: SourceCard, item: Item, text: str, days: Mapping[str, str]
    ) -> of.AnyItem:
        inner = getattr(item, "statement", None)
        common: dict[str, Any] = {
            "ref": f"{source.id}/{item.id}",
            "source": source.id,
            "when": item.when or days.get(inner or "", ""),
            "by": item.by if self.inside else "",
            "after": item.written_after,
            "note": item.note if self.inside else "",
        }
        passages = passages_of(item)
        common |= {
            "start": min((it.start for it in passages), default=0),
            "end": max((it.end for it in passages), default=0),
        }
        match item:
            case StatementItem():
                return of.Statement(
                    **common | _ends(item.fragments),
                    words=_bare(" … ".join(it.exact for it in item.fragments)),
                    speaker=item.speaker or "",
                    speaker_name=item.speaker_name,
                    form=item.kind,
                )
            case PositionItem():
                return _position(item, common, text)
            case EventItem():
                return of.Event(
                    **common,
                    words=item.trigger.exact,
                    participants=item.participants,
                    factuality=item.factuality,
                    place=item.place,
                )
            case FigureItem():
                return of.Figure(
                    **common,
                    words=item.passage.exact,
                    measure=item.measure.replace("_", " "),
                    unit=item.unit,
                    value=_value(item),
                )
        return of.Item(**common, words=_bare(_together(text, passages)))

    def _source(self, card: SourceCard) -> of.Source:
        return of.Source(
            id=card.id,
            called=card.called,
            kind=card.kind,
            published=card.published or "",
            known=card.since or "",
            written=card.written or "",
            address=card.address or (card.cites.address if card.cites else ""),
            copy_of=card.copy_of or "",
            sha256=card.sha256,
        )

    def _actors(self) -> tuple[of.Actor, ...]:
        """Return the actors of the record, and those who take part in the talks and are not among them."""
        case, talks = self.case, self.case.talks
        taking = parts(talks) if talks else {}
        actors = [_actor(id_, card, taking) for id_, card in case.actors.items()]
        for id_, (part, name, why, _) in taking.items():
            if id_ not in case.actors and self._may_know(id_):
                actors.append(
                    of.Actor(
                        id=id_,
                        called=name,
                        name=name,
                        kind="",
                        part=part,
                        backers=_backers(id_, taking),
                        absent_because=why,
                    )
                )
        return tuple(actors)

    def _may_know(self, actor: str) -> bool:
        card = self.case.every_actor.get(actor)
        label = card.label if card else None
        return self.case.scope.sees(label or self.case.card.labels.get(f"actors/{actor}"))

    def _neutral(self) -> dict[str, str]:
        """Return the neutral labels; to those outside only of words that they read anyway."""
        every = self.case.card.neutral
        if self.inside:
            return dict(every)
        read = {word for it in self.found[of.Statement] for word in loaded_in(it.words, every)}
        return {word: label for word, label in every.items() if word in read}


def _actor(
    id_: str, card: ActorCard, taking: Mapping[str, tuple[of.Part, str, str, tuple[str, ...]]]
) -> of.Actor:
    part, _, why, _ = taking.get(id_, ("", "", "", ()))
    backers = dict.fromkeys((*card.backers, *_backers(id_, taking)))
    return of.Actor(
        id=id_,
        called=card.called,
        name=card.name,
        kind=card.type,
        part=part,
        offices=tuple(_office(it.title, it.since, it.until) for it in card.offices),
        affiliation=card.affiliation,
        backers=tuple(backers),
        aliases=card.aliases,
        absent_because=why,
    )


def _backers(
    id_: str, taking: Mapping[str, tuple[of.Part, str, str, tuple[str, ...]]]
) -> tuple[str, ...]:
    return tuple(who for who, (_, _, _, backs) in taking.items() if id_ in backs)


def _office(title: str, since: str | None, until: str | None) -> str:
    days = [f"since {since}"] if since else []
    days += [f"until {until}"] if until else []
    return f"{title} ({', '.join(days)})" if days else title


def _position(item: PositionItem, common: dict[str, Any], text: str) -> of.Position:
    core = [it for it in (item.trigger, item.object) if it is not None]
    return of.Position(
        **common | _ends(core),
        words=_bare(_together(text, core)),
        holder=item.holder or "",
        holder_name=item.holder_name,
        behalf=item.on_behalf_of or "",
        stance=item.stance,
        object=item.object.exact if item.object else "",
        condition=item.condition.exact if item.condition else "",
        consequence=item.consequence.exact if item.consequence else "",
        deadline=item.deadline,
    )


def _ends(passages: Iterable[Passage]) -> dict[str, int]:
    found = list(passages)
    return {"start": min(it.start for it in found), "end": max(it.end for it in found)}


def _together(text: str, passages: Iterable[Passage]) -> str:
    """Return passages as the text has them, with the words between where these are few."""
    found = sorted(passages, key=lambda it: (it.start, it.end))
    if not found:
        return ""
    start, end = found[0].start, max(it.end for it in found)
    if end - start <= _GAP + sum(it.end - it.start for it in found):
        return text[start:end]
    return " … ".join(_once(found))


def _once(passages: Iterable[Passage]) -> Iterator[str]:
    last = -1
    for it in passages:
        if it.start >= last:
            yield it.exact
            last = it.end


def _bare(words: str) -> str:
    """Return words without the marks of quotation around them; a readout sets its own."""
    pairs = (("“", "”"), ('"', '"'), ("«", "»"))
    words = words.strip()
    for left, right in pairs:
        if words.startswith(left) and words.endswith(right) and words.count(right) <= 2:
            return words[1:-1].rstrip(",")
    return words


def _value(item: FigureItem) -> str:
    """Say a figure as it was given, with its bounds and never more precise."""
    sign = {
        "=": "",
        ">": "more than ",
        ">=": "at least ",
        "<": "fewer than ",
        "<=": "at most ",
        "~": "about ",
    }
    if item.quantity is None:
        return item.magnitude or item.passage.exact
    upper = f"–{item.upper:,g}" if item.upper is not None else ""
    return f"{sign.get(item.comparator, '')}{item.quantity:,g}{upper}"
