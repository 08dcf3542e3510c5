"""The layers' findings put together as a record: ids, spans with their words, links."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.reading.actors.cast import Cast
from goodoffices.reading.actors.roster import Draft
from goodoffices.reading.attributions.attribution import Attribution
from goodoffices.reading.attributions.cues import Cue
from goodoffices.reading.attributions.noun_phrases import SourceRange
from goodoffices.reading.english import known_bodies
from goodoffices.reading.facts.clock import Found
from goodoffices.reading.facts.events import FoundEvent
from goodoffices.reading.facts.figures import FoundFigure
from goodoffices.reading.grammar.syntax import Sentence, Token
from goodoffices.reading.stances.positions import Held
from goodoffices.reading.text.body import Body
from goodoffices.record.model import (
    Actor,
    Dropped,
    Event,
    Figure,
    Mention,
    Office,
    Position,
    Record,
    Source,
    Span,
    Statement,
    Time,
)


@dataclass
class Layers:
    """What every layer found in one report."""

    attributions: Sequence[Attribution]
    people: Cast
    held: Sequence[Held]
    times: Sequence[Found]
    figures: Sequence[FoundFigure]
    events: Sequence[FoundEvent]


def _type(draft: Draft) -> str:
    """What kind of actor the record calls a body the lists know: states' bodies, armed groups."""
    if draft.type != "group" or draft.plural:
        return draft.type
    names = {name.lower() for name in (draft.name, *draft.aliases)}
    if names & known_bodies.OF_STATES:
        return "igo"
    return "armed group" if names & known_bodies.ARMED else draft.type


class _Maker:
    """Makes the items of one record; ``ids`` renumbers the actors by first mention."""

    def __init__(
        self, text: str, layers: Layers, headlines: Sequence[tuple[int, int]] = ()
    ) -> None:
        self.text, self.layers = text, layers
        acting = {r.actor.id for r in layers.people.speakers.values()}
        acting |= {h.holder.id for h in layers.held if h.holder is not None}
        self.drafts = sorted(
            (
                d
                for d in layers.people.roster.drafts
                if d.mentions and (d.id in acting or not _title_word(d, headlines))
            ),
            key=lambda d: (d.first, int(d.id[1:])),
        )
        self.ids = {d.id: f"a{n + 1}" for n, d in enumerate(self.drafts)}

    def span(self, start: int, end: int) -> Span:
        return Span.of(self.text, start, max(start, min(end, len(self.text))))

    def maybe(self, found: tuple[int, int] | None) -> Span | None:
        return self.span(*found) if found is not None and found[0] < found[1] else None

    def id_of(self, draft: Draft | None) -> str | None:
        return self.ids.get(draft.id) if draft is not None else None

    def actor(self, draft: Draft) -> Actor:
        mentions = tuple(
            Mention(self.span(s, e), form) for (s, e), form in sorted(draft.mentions.items())
        )
        own = {draft.name}
        aliases = tuple(a for a in dict.fromkeys(draft.aliases) if a not in own)
        affiliation = [
            self.ids[d.id]
            for d in self.drafts
            if d is not draft
            and (
                (d.type == "state" and draft.country == d.name and draft.type != "state")
                or d.name in draft.bodies
            )
        ]
        offices = (
            tuple(Office(role.replace(" - ", "-")) for role in dict.fromkeys(draft.roles))
            if draft.is_person
            else ()
        )
        backers = (self.ids[d.id] for d in draft.backers if d.id in self.ids)
        return Actor(
            id=self.ids[draft.id],
            name=draft.name,
            type=_type(draft),
            country=draft.country,
            affiliation=tuple(affiliation),
            backers=tuple(dict.fromkeys(backers)),
            offices=offices,
            aliases=aliases,
            mentions=mentions,
            resolved=draft.resolved,
            rule=draft.rule,
            score=0.9 if draft.resolved else 0.4,
        )

    def statement(self, number: int, attribution: Attribution, ids: dict[int, str]) -> Statement:
        resolved = self.layers.people.speakers.get(number)
        sentence, inside = attribution.sentence, attribution.inside
        cue = attribution.cue
        score = attribution.score * (resolved.score if resolved else 0.5)
        return Statement(
            id=ids[number],
            kind=attribution.kind,
            category=attribution.category,
            speaker=self.id_of(resolved.actor) if resolved else None,
            speaker_name=resolved.actor.name if resolved else None,
            source=self.source(attribution),
            cue=self.maybe((sentence.tokens[cue.low].start, sentence.tokens[cue.high - 1].end))
            if cue
            else None,
            fragments=tuple(self.span(s, e) for s, e in sorted(set(attribution.fragments))),
            date=self.said_on(attribution),
            inside=ids.get(self.number_of(inside)) if inside is not None else None,
            rule=attribution.rule + (f"/{resolved.rule}" if resolved else ""),
            score=round(score, 2),
        )

    def said_on(self, attribution: Attribution) -> str | None:
        """The day beside the cue: 'said on Friday', 'On Tuesday she told'; None where none is given."""
        sentence, cue = attribution.sentence, attribution.cue
        if cue is None:
            return None
        times = self.layers.times
        at = bisect.bisect_left(times, sentence.start, key=lambda t: t.start)
        for time in times[at:]:
            if time.start >= sentence.end:
                return None
            within = any(s <= time.start < e for s, e in attribution.fragments)
            if time.type not in ("DATE", "TIME") or within:
                continue
            token = next((t for t in sentence.tokens if t.start >= time.start), None)
            if token is not None and _beside(sentence, token, cue):
                return time.value
        return None

    def number_of(self, attribution: Attribution) -> int:
        return next((n for n, a in enumerate(self.layers.attributions) if a is attribution), -1)

    def source(self, attribution: Attribution) -> Span | None:
        found: SourceRange | None = attribution.source
        if found is None:
            return None
        tokens = [t for t in attribution.sentence.tokens[found.low : found.high] if not t.virtual]
        return self.maybe((tokens[0].start, tokens[-1].end)) if tokens else None

    def position(self, number: int, held: Held, ids: dict[int, str]) -> Position:
        trigger = held.trigger
        return Position(
            id=f"p{number + 1}",
            holder=self.id_of(held.holder),
            holder_name=held.holder.name if held.holder else None,
            stance=trigger.stance,
            target=self.id_of(held.target),
            trigger=self.span(trigger.start, trigger.end),
            object=self.maybe(trigger.object),
            condition=self.maybe(trigger.condition),
            deadline=trigger.deadline,
            consequence=self.maybe(trigger.consequence),
            on_behalf_of=self.id_of(held.on_behalf_of),
            statement=ids.get(held.statement) if held.statement is not None else None,
            rule=trigger.rule,
            score=round(trigger.score, 2),
        )

    def figure(self, number: int, found: FoundFigure, statements: Sequence[Statement]) -> Figure:
        inside = next(
            (s.id for s in statements for f in s.fragments if f.start <= found.start < f.end), None
        )
        return Figure(
            id=f"f{number + 1}",
            span=self.span(found.start, found.end),
            quantity=found.quantity,
            comparator=found.comparator,
            upper=found.upper,
            magnitude=found.magnitude,
            unit=found.unit,
            measure=found.measure,
            statement=inside,
            rule=found.rule,
            score=found.score,
        )


def assemble(text: str, source: Source, body: Body, layers: Layers) -> Record:
    """Return the proposed record of one report."""
    maker = _Maker(text, layers, body.headlines)
    counted = [n for n, a in enumerate(layers.attributions) if a.fragments]
    counted.sort(key=lambda n: min(layers.attributions[n].fragments))
    ids = {n: f"s{k + 1}" for k, n in enumerate(counted)}
    statements = tuple(maker.statement(n, layers.attributions[n], ids) for n in counted)
    named = {
        at: maker.ids[d.id] for d in maker.drafts for (s, e) in d.mentions for at in range(s, e)
    }
    return Record(
        text=text,
        source=source,
        body=tuple(body.keep),
        dropped=tuple(Dropped(maker.span(s, e), kind) for s, e, kind in body.drop),
        actors=tuple(maker.actor(d) for d in maker.drafts),
        statements=statements,
        positions=tuple(maker.position(k, h, ids) for k, h in enumerate(layers.held)),
        times=tuple(
            Time(
                id=f"t{k}",
                span=maker.span(t.start, t.end),
                type=t.type,
                value=t.value,
                mod=t.mod,
                rule=t.rule,
                score=t.score,
            )
            for k, t in enumerate(layers.times, 1)
        ),
        figures=tuple(maker.figure(k, f, statements) for k, f in enumerate(layers.figures)),
        events=tuple(_event(k, f, maker, named) for k, f in enumerate(layers.events)),
        notes=_notes(source, maker),
    )


def _title_word(draft: Draft, headlines: Sequence[tuple[int, int]]) -> bool:
    """'Ferry talks end': a capitalised word that stands in headlines alone is nobody's name."""
    return (
        draft.is_person
        and not draft.resolved
        and all(any(s <= at < e for s, e in headlines) for at, _ in draft.mentions)
    )


def _beside(sentence: Sentence, time: Token, cue: Cue) -> bool:
    """Whether a time hangs on a cue: right after it, or under it with no other verb between."""
    if 0 <= time.i - cue.high <= 2 and not any(
        t.is_verb for t in sentence.tokens[cue.high : time.i]
    ):
        return True
    for governor in sentence.ancestors(time.i):
        if governor.i == cue.i:
            return True
        if governor.head == cue.i and governor.lemma in ("speak", "talk", "testify"):
            return True  # 'Speaking on Wednesday, she said'
        if governor.is_verb or (governor.is_noun and governor.entity not in ("DATE", "TIME")):
            return False
    return False


def _event(number: int, found: FoundEvent, maker: _Maker, named: dict[int, str]) -> Event:
    parts = dict.fromkeys(named[at] for at in found.participants if at in named)
    return Event(
        id=f"e{number + 1}",
        plover=found.plover,
        trigger=maker.span(found.start, found.end),
        date=found.date,
        place=found.place,
        participants=tuple(parts),
        factuality=found.factuality,
        rule=found.rule,
        score=found.score,
    )


def _notes(source: Source, maker: _Maker) -> tuple[str, ...]:
    notes = []
    if source.published is None:
        notes.append(
            "No publication date found or given: weekdays and 'last month' stay unresolved (--published)."
        )
    notes.extend(
        f"{draft.name!r} is introduced nowhere in the text."
        for draft in maker.drafts
        if draft.is_person and not draft.resolved
    )
    if source.language is None:
        notes.append("Too few words to tell the language; read as English.")
    return tuple(notes)
