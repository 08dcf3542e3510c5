"""Hypothesis strategies for the rarer forms: weights, forbidden moves, states and moves listed.

>>> from hypothesis import given, settings
>>> from goodoffices.testing.forms import conflicts_in_any_form
>>> @settings(max_examples=3, deadline=None)
... @given(conflicts_in_any_form())
... def there_is_a_state(conflict):
...     assert conflict.states.count >= 1
>>> there_is_a_state()
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from goodoffices.conflict import (
    Conflict,
    DecisionMaker,
    ForbiddenMove,
    ListedState,
    Option,
    Preferences,
    PreferenceStatement,
    Prioritisation,
    Ranking,
    Reading,
    Tier,
    Weight,
    Weighting,
)
from goodoffices.testing.strategies import conflicts, statements

__all__ = ["conflicts_in_any_form", "graph_conflicts", "weightings"]

_VALUES = st.integers(-4, 4).map(Fraction) | st.integers(-30, 30).map(lambda n: Fraction(n, 10))


def weightings(ids: list[str]) -> st.SearchStrategy[Weighting]:
    """Return option weights over some of the ids, whole and with decimals."""
    if not ids:
        return st.just(Weighting(()))
    some = st.lists(st.sampled_from(ids), unique=True, max_size=5)
    pairs = some.flatmap(
        lambda chosen: st.tuples(*(st.tuples(st.just(i), _VALUES) for i in chosen))
    )
    return pairs.map(lambda held: Weighting(tuple(Weight(i, value) for i, value in held)))


@st.composite
def conflicts_in_any_form(
    draw: st.DrawFn, *, most_options: int = 5, words: bool = True
) -> Conflict:
    """Return conflicts in option form with weights and forbidden moves, or in graph form."""
    if draw(st.booleans()):
        return draw(graph_conflicts())
    base = draw(conflicts(most_options=most_options, words=words))
    known = [*(option.id for option in base.options), *(it.id for it in base.derived)]
    dms = tuple(
        replace(dm, preferences=draw(weightings(known))) if draw(st.booleans()) else dm
        for dm in base.decision_makers
    )
    return replace(base, decision_makers=dms, forbidden_moves=draw(_forbidden(base, known)))


@st.composite
def _forbidden(draw: st.DrawFn, base: Conflict, known: list[str]) -> tuple[ForbiddenMove, ...]:
    if not known or not base.decision_makers:
        return ()
    made = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.none() | statements(known, most=2))
        end = draw(statements(known, most=2) if start is None else st.none() | statements(known))
        by = draw(st.sampled_from([dm.id for dm in base.decision_makers]))
        made.append(ForbiddenMove(by, start, end, note=draw(st.sampled_from(["", "why\nnot"]))))
    return tuple(made)


@st.composite
def graph_conflicts(draw: st.DrawFn) -> Conflict:
    """Return conflicts whose states and moves are listed; most have moves that are not transitive."""
    options = [f"o{k}" for k in range(draw(st.integers(0, 2)))]
    states = tuple(
        ListedState(
            f"s{k}",
            draw(st.sampled_from(["", 'é "q"'])),
            tuple(id_ for id_ in options if draw(st.booleans())),
            draw(st.sampled_from(["", "a remark"])),
        )
        for k in range(draw(st.integers(1, 7)))
    )
    ids = [state.id for state in states]
    number = draw(st.integers(1, 4))
    dms = tuple(
        DecisionMaker(
            f"dm{i}",
            options=tuple(Option(id_) for k, id_ in enumerate(options) if k % number == i),
            preferences=draw(_liking(ids, options)),
            moves=draw(_moves(ids)),
        )
        for i in range(number)
    )
    rivals = tuple(
        Reading(name, preferences=((dms[0].id, draw(_liking(ids, options))),))
        for name in draw(st.lists(st.sampled_from(["later", "other"]), unique=True))
    )
    status_quo = draw(st.none() | st.sampled_from(ids).map(lambda id_: frozenset({id_})))
    return Conflict(
        "Listed", dms, status_quo=status_quo, listed_states=states, rival_readings=rivals
    )


def _liking(ids: list[str], options: list[str]) -> st.SearchStrategy[Preferences]:
    known = [*ids, *options]
    wanted = st.lists(statements(known, most=3).map(PreferenceStatement), max_size=4)
    return wanted.map(lambda some: Prioritisation(tuple(some))) | _ranked(ids) | weightings(known)


@st.composite
def _ranked(draw: st.DrawFn, ids: list[str]) -> Ranking:
    left, tiers = list(draw(st.permutations(ids))), []
    while left:
        size = draw(st.integers(1, min(3, len(left))))
        tiers.append(Tier(tuple(frozenset({id_}) for id_ in left[:size])))
        left = left[size:]
    return Ranking(tuple(tiers))


@st.composite
def _moves(draw: st.DrawFn, ids: list[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    made = []
    for start in ids:
        ends = draw(st.lists(st.sampled_from(ids), unique=True, max_size=3))
        ends = [id_ for id_ in ends if id_ != start]
        if ends:
            made.append((start, tuple(ends)))
    return tuple(made)
