"""Disagreement side by side: rival figures for one thing, and different words for one actor."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goodoffices.record.model import Actor, Figure, Position, Record

LOADED = frozenset(
    "regime junta terrorist terrorists militia militias gang gangs puppet invaders occupiers mercenaries "
    "separatists rebels insurgents liberation thugs clique aggressor aggressors enemy".split()
)
"""Words for an actor that take a side; kept beside the neutral ones, never replaced."""

_ONE_MEASURE = {"killed": "dead", "died": "dead", "deaths": "dead"}
_PEOPLE = frozenset({"", "people", "persons", "lives", "deaths"})
_OF_PEOPLE = frozenset("dead wounded injured missing displaced casualties".split())
_STATES = frozenset("government regime junta clique".split())
_HEADS = (
    LOADED
    | _STATES
    | frozenset("group groups movement forces fighters militants authorities".split())
)
_LINKS = frozenset("of in the a an from s".split())
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class RivalFigures:
    """Figures given for one measure and unit, each with the record it stands in; none is averaged."""

    measure: str
    unit: str
    figures: tuple[tuple[str, Figure], ...]


@dataclass(frozen=True, slots=True)
class Use:
    """One word used for an actor: by whom (None: by the report itself), in which of the records."""

    word: str
    loaded: bool
    by: str | None
    record: int


@dataclass(frozen=True, slots=True)
class ContestedTerm:
    """The different words by which one actor goes, loaded ones marked, with who uses each."""

    actor: Actor
    words: tuple[str, ...]
    loaded: tuple[str, ...]
    uses: tuple[Use, ...] = ()


def rival_figures(records: Sequence[Record]) -> list[RivalFigures]:
    """Return the measures for which the records give more than one value."""
    groups: dict[tuple[str, str], list[tuple[str, Figure]]] = {}
    for record in records:
        for figure in record.figures:
            if figure.measure is not None and figure.status != "rejected":
                groups.setdefault(_counted(figure), []).append((record.source.sha256, figure))
    return [
        RivalFigures(measure, unit, tuple(found))
        for (measure, unit), found in sorted(groups.items())
        if len({(f.quantity, f.comparator, f.upper, f.magnitude) for _, f in found}) > 1
    ]


def _counted(figure: Figure) -> tuple[str, str]:
    """Return what a figure counts: 'killed', 'died' and 'dead' are one, and without a unit it is people."""
    measure, unit = figure.measure or "", figure.unit or ""
    measure = _ONE_MEASURE.get(measure, measure)
    return measure, "people" if measure in _OF_PEOPLE and unit in _PEOPLE else unit


def contested_terms(*records: Record) -> list[ContestedTerm]:
    """Return the actors that go by more than one word, at least one of them loaded.

    Of several records the actors of one name are one; "the rebels of the Northern Front" are "the
    Northern Front", and the regime in a country is its government.
    """
    groups: dict[tuple[str, ...], list[tuple[Actor, Use]]] = {}
    for number, record in enumerate(records):
        for actor, use in _uses(record, number):
            groups.setdefault(_bearer(actor), []).append((actor, use))
    return [term for found in groups.values() if (term := _term(found)) is not None]


def _term(found: Sequence[tuple[Actor, Use]]) -> ContestedTerm | None:
    uses = tuple(dict.fromkeys(use for _, use in found))
    words = tuple(sorted({use.word for use in uses}))
    loaded = tuple(sorted({use.word for use in uses if use.loaded}))
    if not loaded or len(words) < 2:
        return None
    return ContestedTerm(found[0][0], words, loaded, uses)


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]


def _bearer(actor: Actor) -> tuple[str, ...]:
    """Return who bears a name: for what is a state's, the state; for 'rebels of the Long Front', the front.

    One word is no name of a body: rebels of a country are not that country.
    """
    words = [w for w in _words(actor.name) if w not in _LINKS]
    rest = [w for w in words if w not in _HEADS]
    if rest and not _STATES.isdisjoint(words):
        return ("government", *rest)
    if len(rest) > 1 and " of " in actor.name and words[0] in _HEADS:
        return ("", *rest)
    return (actor.type if actor.type in ("state", "person") else "", *words)


def _uses(record: Record, number: int) -> Iterator[tuple[Actor, Use]]:
    """Yield the words that a record uses for its actors: nouns, names, and what others call them."""
    for actor in record.actors:
        for mention in actor.mentions:
            start, words = mention.span.start, mention.span.exact
            if mention.form == "nominal" and words[:1].islower():
                word = _with_modifier(record.text, start, words.split()[-1].lower(), actor)
                if word is not None:
                    loaded = not LOADED.isdisjoint(word.split())
                    yield actor, Use(word, loaded, _speaker(record, start), number)
            elif mention.form == "name":
                yield actor, Use(actor.name, False, None, number)
        head = _head(actor)
        if head is not None:
            yield actor, Use(head, head in LOADED, None, number)
    for position in record.positions:
        yield from _called(record, position, number)


def _head(actor: Actor) -> str | None:
    """Return the noun of a name that is a noun with what it is of, unless some mention has it already."""
    if any(m.form in ("name", "nominal") for m in actor.mentions):
        return None
    words = _words(actor.name)
    return next((w for w in words if w in _HEADS), None)


def _with_modifier(text: str, start: int, word: str, actor: Actor) -> str | None:
    """Return a noun with a loaded word before it: 'the terrorist group'.

    None where the actor is not known to bear arms: who is meant again by a mere 'group' is the least
    certain of all, and nobody is to be called a terrorist by mistake.
    """
    before = re.search(r"([^\W\d_]+)[ -]$", text[max(0, start - 30) : start])
    if before is None or before[1].lower() not in LOADED:
        return word
    return f"{before[1].lower()} {word}" if actor.type == "armed group" else None


def _speaker(record: Record, at: int) -> str | None:
    """Return who says the words at a place; None where the report itself does."""
    for statement in record.statements:
        if any(f.start <= at < f.end for f in statement.fragments):
            return statement.speaker_name
    return None


def _called(record: Record, position: Position, number: int) -> Iterator[tuple[Actor, Use]]:
    """Yield what the holder of a position calls another: 'whom Ravenia calls terrorists'."""
    if position.object is None or position.stance not in ("accuse", "disapprove"):
        return
    said = position.trigger.exact
    if position.trigger.start <= position.object.start < position.trigger.end:
        said = record.text[position.object.end : position.trigger.end]
    words = [w for w in _words(said) if w in LOADED]
    whom = _meant(record, position)
    if whom is not None:
        for word in words:
            yield whom, Use(word, True, position.holder_name, number)


def _meant(record: Record, position: Position) -> Actor | None:
    """Return whom the object of a naming is: the actor in it, or right before a 'whom' or 'which'."""
    target = record.actor(position.target)
    if target is not None or position.object is None:
        return target
    start, end = position.object.start, position.object.end
    relative = position.object.exact.lower() in ("whom", "which", "who", "that")
    low, high = (start - 3, start) if relative else (start, end)
    for actor in record.actors:
        for mention in actor.mentions:
            inside = (
                low <= mention.span.end <= high if relative else low <= mention.span.start < high
            )
            if inside and actor.id != position.holder:
                return actor
    return None
