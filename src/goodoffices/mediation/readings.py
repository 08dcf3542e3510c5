"""Rival readings: several models of the same facts, what each says would hold, and what tells them apart.

Compared are the states that are equilibria under one concept, by the options all models share. A set of
options tells two readings apart *for sure* where no values of these options fit a state that the one and a
state that the other says would hold; it *can* tell them apart where some values fit only one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any, TypeAlias

from goodoffices.conflict import Conflict
from goodoffices.errors import LimitError, UsageError
from goodoffices.stability import Analysis, Concept
from goodoffices.stability.concepts import named

__all__ = ["Observation", "Offer", "RivalReadings", "compare_readings", "readings_of"]

Taken: TypeAlias = tuple[str, ...]
_MOST_OPTIONS = 20
Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True)
class Observation:
    """Observed values of some options, and the readings that had said such a state would hold."""

    taken: Taken
    not_taken: Taken
    readings: tuple[str, ...]


@dataclass(frozen=True)
class Offer:
    """A state on which readings differ: what one would see if it were offered to a decision maker.

    ``views`` holds per reading 1 where the decision maker prefers the state to the status quo, 0 where
    it likes both equally, -1 where it prefers the status quo.
    """

    decision_maker: str
    state: Taken
    views: dict[str, int]


@dataclass(frozen=True)
class RivalReadings:
    """Several readings side by side; none is averaged with another.

    Attributes
    ----------
    options : the options all models share, in the first one's order; states are told by these.
    predictions : per reading the states that would hold under the concept.
    agreed : states that would hold in every reading.
    silent : readings in which no state holds; no observation speaks for or against them.
    never : pairs that say the same would hold.
    not_for_sure : pairs that differ, but share a state that would hold.
    for_sure : the smallest sets of options that tell apart for sure all pairs that can be.
    can : the smallest sets of options that can tell apart all pairs that differ.
    observations : what each value of the first set of ``for_sure``, or else of ``can``, would speak for.
    offers : what decision makers think of the predicted states against the status quo, where readings
        differ; what one would take and another refuse comes first.
    """

    names: tuple[str, ...]
    concept: Concept
    options: Taken
    predictions: dict[str, tuple[Taken, ...]]
    agreed: tuple[Taken, ...]
    silent: tuple[str, ...]
    never: tuple[Pair, ...]
    not_for_sure: tuple[Pair, ...]
    for_sure: tuple[Taken, ...]
    can: tuple[Taken, ...]
    observations: tuple[Observation, ...]
    offers: tuple[Offer, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""
        return asdict(self)


def readings_of(conflict: Conflict, names: Sequence[str] = ()) -> dict[str, Conflict]:
    """Return a conflict's own reading and its rival ones, or those named, each as its own model.

    Raises
    ------
    UsageError
        where there is no reading of a name.
    """
    own = conflict.reading.name or "main"
    chosen = list(names) or [own, *(it.name for it in conflict.rival_readings)]
    return {name: conflict if name == own else conflict.with_reading(name) for name in chosen}


def compare_readings(
    models: Mapping[str, Analysis], concept: str = "SEQ", *, reached: bool = False
) -> RivalReadings:
    """Compare what several models of the same facts say would hold.

    Parameters
    ----------
    models : an analysis for each reading, by name.
    reached : count only states that the status quo leads to by improvements, and the status quo itself.

    Raises
    ------
    UsageError
        for fewer than two models, for models that share no option, or an unknown concept.
    LimitError
        where the models share too many options to try every set.

    >>> import goodoffices as go
    >>> table = readings_of(go.load("geneva-2014/table"), ["historical", "leading"])
    >>> found = compare_readings({name: it.analyse() for name, it in table.items()})
    >>> found.for_sure
    (('parallel',), ('round',), ('russia_presses',))
    """
    names = tuple(models)
    if len(names) < 2:
        raise UsageError("one reading alone cannot be compared; name a second model or reading")
    options = _shared(list(models.values()))
    name = named(concept)
    predictions = {
        key: _predicted(analysis, name, options, reached) for key, analysis in models.items()
    }
    speaking = [key for key in names if predictions[key]]
    pairs = list(combinations(speaking, 2))
    sets = {key: set(held) for key, held in predictions.items()}
    never = tuple(pair for pair in pairs if sets[pair[0]] == sets[pair[1]])
    unsure = tuple(p for p in pairs if p not in never and sets[p[0]] & sets[p[1]])
    differing = [pair for pair in pairs if pair not in never]
    sure = [pair for pair in differing if pair not in unsure]
    for_sure = _smallest(options, sure, predictions, _disjoint)
    can = _smallest(options, differing, predictions, _different)
    best = for_sure if for_sure and not unsure else can
    shared = set.intersection(*sets.values())
    return RivalReadings(
        names=names,
        concept=name,
        options=options,
        predictions=predictions,
        agreed=tuple(state for state in predictions[names[0]] if state in shared),
        silent=tuple(key for key in names if not predictions[key]),
        never=never,
        not_for_sure=unsure,
        for_sure=for_sure,
        can=can,
        observations=tuple(_observations(best[0], predictions)) if best else (),
        offers=tuple(sorted(_offers(models, predictions, options), key=_contrast, reverse=True)),
    )


def _shared(analyses: Sequence[Analysis]) -> Taken:
    common = set.intersection(*({o.id for o in it.conflict.options} for it in analyses))
    options = tuple(o.id for o in analyses[0].conflict.options if o.id in common)
    if not options:
        raise UsageError(
            "the models share no option by id, so nothing observed speaks for one of them"
        )
    if len(options) > _MOST_OPTIONS:
        raise LimitError(
            f"the models share {len(options)} options; every set of up to {_MOST_OPTIONS} can be tried"
        )
    return options


def _predicted(
    analysis: Analysis, concept: Concept, options: Taken, reached: bool
) -> tuple[Taken, ...]:
    states: Sequence[int] = analysis.equilibria(concept)
    now = analysis.conflict.status_quo
    if reached and now is not None:
        led = {r.target for r in analysis.routes() if r.by_improvements is not None}
        led.add(analysis.states.find(now))
        states = [s for s in states if s in led]
    told = (set(analysis.states.taken(s)) for s in states)
    return tuple(dict.fromkeys(tuple(o for o in options if o in taken) for taken in told))


Seen: TypeAlias = set[Taken]


def _seen(states: Sequence[Taken], options: Sequence[str]) -> Seen:
    return {tuple(o for o in options if o in state) for state in states}


def _disjoint(one: Seen, other: Seen) -> bool:
    return not one & other


def _different(one: Seen, other: Seen) -> bool:
    return one != other


def _smallest(
    options: Taken,
    pairs: Sequence[Pair],
    predictions: Mapping[str, Sequence[Taken]],
    tells: Callable[[Seen, Seen], bool],
) -> tuple[Taken, ...]:
    """Return the smallest sets of options on which every pair is told apart; () without pairs."""
    for size in range(1, len(options) + 1) if pairs else ():
        found = []
        for some in combinations(options, size):
            seen = {key: _seen(states, some) for key, states in predictions.items()}
            if all(tells(seen[a], seen[b]) for a, b in pairs):
                found.append(some)
        if found:
            return tuple(found)
    return ()


def _observations(
    options: Taken, predictions: Mapping[str, Sequence[Taken]]
) -> Iterator[Observation]:
    seen = {key: _seen(states, options) for key, states in predictions.items()}
    for taken in sorted(set().union(*seen.values())):
        readings = tuple(key for key, values in seen.items() if taken in values)
        yield Observation(taken, tuple(o for o in options if o not in taken), readings)


def _offers(
    models: Mapping[str, Analysis], predictions: Mapping[str, Sequence[Taken]], options: Taken
) -> Iterator[Offer]:
    """Yield who sees a predicted state otherwise than the start in one reading and not in another."""
    first = next(iter(models.values()))
    whole = set(options)
    if any(
        it.conflict.status_quo is None
        or it.conflict.listed_states
        or {o.id for o in it.conflict.options} != whole
        for it in models.values()
    ):
        return  # states are not the same in all models
    states = list(dict.fromkeys(s for held in predictions.values() for s in held))
    for dm in first.conflict.decision_makers:
        if not all(dm.id in {d.id for d in it.conflict.decision_makers} for it in models.values()):
            continue
        for state in states:
            views = {key: _view(it, dm.id, state) for key, it in models.items()}
            if len(set(views.values())) > 1 and None not in views.values():
                yield Offer(dm.id, state, {key: int(v or 0) for key, v in views.items()})


def _contrast(offer: Offer) -> int:
    """Return 2 where it is taken in one reading and refused in another, 1 where one is indifferent."""
    return max(offer.views.values()) - min(offer.views.values())


def _view(analysis: Analysis, dm_id: str, state: Taken) -> int | None:
    """Return whether a decision maker prefers a state to the status quo; None where it is infeasible."""
    if analysis.states.cell_of(state) is None or analysis.conflict.status_quo is None:
        return None
    there = analysis.rank(dm_id, state)
    here = analysis.rank(dm_id, analysis.conflict.status_quo)
    return (there > here) - (there < here)
