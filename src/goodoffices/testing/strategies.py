"""Hypothesis strategies: random statements and conflicts of every kind the file format knows.

>>> from hypothesis import given, settings
>>> from goodoffices.testing.strategies import conflicts
>>> @settings(max_examples=3, deadline=None)
... @given(conflicts())
... def there_is_a_state(conflict):
...     assert conflict.states.count >= 1
>>> there_is_a_state()
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume
from hypothesis import strategies as st

from goodoffices.conflict.constraints import constraint
from goodoffices.conflict.model import (
    KINDS,
    MOVES,
    ROLES,
    Conflict,
    Constraint,
    ConstraintKind,
    DecisionMaker,
    Evidence,
    Option,
    Preferences,
    PreferenceStatement,
    Prioritisation,
    Proposition,
    Ranking,
    Reading,
    Role,
    Tier,
)
from goodoffices.errors import ConflictError
from goodoffices.statements import (
    And,
    Count,
    If,
    Iff,
    Name,
    Not,
    OnlyIf,
    Or,
    Statement,
)

__all__ = ["conflicts", "statements"]


EVIDENCE = ("wib-2014", "letter", "0-diary")
_WORDS = st.text(
    st.one_of(
        st.sampled_from("aZ é\"'\\#=[]{},\n\t\u2026\U0001f54a\x7f\r"),
        st.characters(codec="utf-8", exclude_characters="\x00"),
    ),
    max_size=12,
)
_DAYS = st.one_of(
    st.just(""),
    st.sampled_from(["1914", "2014-02", "2014-02-28"]),
    st.dates().map(lambda day: day.isoformat()),
)
_BECAUSE = st.one_of(
    st.just(()), st.lists(st.sampled_from(EVIDENCE), unique=True, max_size=2).map(tuple)
)


def statements(ids: Sequence[str], *, most: int = 6) -> st.SearchStrategy[Statement]:
    """Return statements about the given ids, of up to some ``most`` names."""
    return st.recursive(st.sampled_from(list(ids)).map(Name), _larger, max_leaves=most)


def _larger(parts: st.SearchStrategy[Statement]) -> st.SearchStrategy[Statement]:
    two_or_three = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        parts.map(Not),
        two_or_three.map(And),
        two_or_three.map(Or),
        *(st.builds(link, parts, parts) for link in (If, OnlyIf, Iff)),
        st.builds(
            lambda quantity, k, listed: Count(quantity, min(k, len(listed)), listed),
            st.sampled_from(["at least", "at most", "exactly"]),
            st.integers(0, 3),
            two_or_three,
        ),
    )


@st.composite
def conflicts(
    draw: st.DrawFn,
    *,
    decision_makers: tuple[int, int] = (1, 5),
    options: tuple[int, int] = (0, 3),
    most_options: int = 6,
    moves: bool = True,
    constraints: bool = True,
    rankings: bool = True,
    words: bool = True,
) -> Conflict:
    """Return well-formed conflicts with at least one feasible state and at most 2^most_options.

    Parameters
    ----------
    decision_makers, options : least and most of them, and of each one's options.
    most_options : most options in all.
    moves : whether some options can be only taken or only given up.
    constraints : whether some states are infeasible.
    rankings : whether some decision makers rank the states instead of giving statements.
    words : whether there are names, notes, evidence, rival readings, coalitions and misperceptions, which
        change no result.
    """
    dms = _owners(draw, decision_makers, options, most_options, moves=moves, words=words)
    all_options = tuple(option for dm in dms for option in dm.options)
    ids = [option.id for option in all_options]
    derived = _derived(draw, ids, words=words)
    known = [*ids, *(it.id for it in derived)]
    rules = _constraints(draw, known, all_options) if constraints and known else ()
    base = Conflict("?", dms, feasibility=rules, derived=derived, evidence=_evidence(draw))
    try:
        states = [frozenset(base.states.taken(number)) for number in base.states]
    except ConflictError:
        assume(False)
    preferences = _preferences(known, states, rankings=rankings)
    unseen = st.lists(statements(known), max_size=2).map(tuple) if words and known else st.just(())
    dms = tuple(
        replace(dm, preferences=draw(preferences), misperceptions=draw(unseen)) for dm in dms
    )
    return Conflict(
        draw(_WORDS.filter(bool)) if words else "A conflict",
        dms,
        feasibility=rules,
        derived=derived,
        evidence=base.evidence,
        status_quo=draw(st.none() | st.sampled_from(states)),
        date=draw(_DAYS) if words else "",
        story=draw(_WORDS) if words else "",
        reading=_reading(draw) if words else Reading(),
        rival_readings=_rivals(draw, dms, preferences) if words else (),
        coalitions=_coalitions(draw, [dm.id for dm in dms]) if words else (),
    )


def _coalitions(draw: st.DrawFn, ids: list[str]) -> tuple[tuple[str, ...], ...]:
    """Draw up to two coalitions of decision makers."""
    mixed, first = draw(st.permutations(ids)), draw(st.integers(0, len(ids)))
    return tuple(tuple(part) for part in (mixed[:first], mixed[first:][:3]) if len(part) > 1)


def _owners(
    draw: st.DrawFn,
    decision_makers: tuple[int, int],
    options: tuple[int, int],
    most_options: int,
    *,
    moves: bool,
    words: bool,
) -> tuple[DecisionMaker, ...]:
    """Draw decision makers with their options, without preferences."""
    text = _WORDS if words else st.just("")
    numbers = draw(
        st.lists(st.integers(*options), min_size=decision_makers[0], max_size=decision_makers[1])
    )
    made, first = [], 0
    for i, wanted in enumerate(numbers):
        number = min(wanted, most_options - first)
        role: Role = draw(st.sampled_from(ROLES)) if words else "party"
        own = tuple(
            Option(
                f"o{k}",
                draw(text),
                kind="procedure" if role == "mediator" else draw(st.sampled_from(KINDS)),
                moves=draw(st.sampled_from(MOVES)) if moves else "reversible",
                because=draw(_BECAUSE) if words else (),
                note=draw(text),
            )
            for k in range(first, first + number)
        )
        first += number
        made.append(DecisionMaker(f"dm{i}", draw(text), role, own, note=draw(text)))
    return tuple(made)


def _derived(draw: st.DrawFn, ids: list[str], *, words: bool) -> tuple[Proposition, ...]:
    """Draw propositions, each on options and on those before it."""
    made: list[Proposition] = []
    for k in range(draw(st.integers(0, 2)) if ids else 0):
        known = [*ids, *(it.id for it in made)]
        made.append(Proposition(f"p{k}", draw(statements(known)), draw(_WORDS) if words else ""))
    return tuple(made)


def _constraints(
    draw: st.DrawFn, known: list[str], options: tuple[Option, ...]
) -> tuple[Constraint, ...]:
    kinds: list[ConstraintKind] = ["never", "always", "only_if", "never_pattern"]
    if len(known) > 1:
        kinds += ["mutually_exclusive", "at_least_one", "exactly_one"]
    made = []
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=3)):
        given = draw(_given(kind, known, len(options)))
        made.append(constraint(kind, given, options, because=draw(_BECAUSE), note=draw(_WORDS)))
    return tuple(made)


def _given(kind: str, known: list[str], number: int) -> st.SearchStrategy[tuple[str, ...]]:
    said = statements(known).map(str)
    if kind in ("never", "always"):
        return said.map(lambda text: (text,))
    if kind == "only_if":
        return st.tuples(st.sampled_from(known), said)
    if kind == "never_pattern":
        letters = st.text("YN-", min_size=number, max_size=number)
        return letters.filter(lambda text: set(text) > {"-"} or "-" not in text).map(
            lambda text: (text,)
        )
    return st.lists(st.sampled_from(known), min_size=2, unique=True).map(tuple)


def _evidence(draw: st.DrawFn) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            id_,
            draw(_WORDS),
            said=draw(_DAYS),
            known=draw(_DAYS),
            url=draw(_WORDS),
            text=draw(_WORDS),
            quote=draw(_WORDS),
            record=draw(st.sampled_from([(), ("report/s1",), ("report/s1", "a-2/p_3")])),
        )
        for id_ in EVIDENCE
    )


def _preferences(
    known: list[str], states: list[frozenset[str]], *, rankings: bool
) -> st.SearchStrategy[Preferences]:
    """Return preference statements or, where there are few states, rankings with ties."""
    wants: st.SearchStrategy[Preferences] = st.just(Prioritisation())
    if known:
        wanted = st.builds(PreferenceStatement, statements(known), _BECAUSE, _WORDS)
        wants = st.lists(wanted, max_size=4).map(lambda some: Prioritisation(tuple(some)))
    return wants | _ranking(states) if rankings and len(states) <= 16 else wants


@st.composite
def _ranking(draw: st.DrawFn, states: list[frozenset[str]]) -> Ranking:
    left = list(draw(st.permutations(states)))
    tiers = []
    while left:
        size = draw(st.integers(1, min(3, len(left))))
        tier, left = tuple(left[:size]), left[size:]
        tiers.append(Tier(tier, draw(_BECAUSE), draw(st.just("") | _WORDS)))
    return Ranking(tuple(tiers))


def _reading(draw: st.DrawFn) -> Reading:
    return Reading(
        draw(st.sampled_from(["", "main"])), draw(_WORDS), draw(_DAYS), draw(_WORDS), draw(_WORDS)
    )


def _rivals(
    draw: st.DrawFn, dms: tuple[DecisionMaker, ...], preferences: st.SearchStrategy[Preferences]
) -> tuple[Reading, ...]:
    names = draw(
        st.lists(st.sampled_from(["later", "the hawks'", 'é "q"']), unique=True, max_size=2)
    )
    return tuple(
        Reading(
            name,
            draw(_WORDS),
            draw(_DAYS),
            draw(_WORDS),
            draw(_WORDS),
            tuple((dm.id, draw(preferences)) for dm in dms if draw(st.booleans())),
        )
        for name in names
    )
