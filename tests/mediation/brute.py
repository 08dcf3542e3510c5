"""The mediator's questions answered by trying everything, straight from the oracle's definitions."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product

from goodoffices.conflict import Conflict, PreferenceStatement, Prioritisation
from goodoffices.statements import Not
from goodoffices.testing.oracle import Oracle

Liking = dict[int, int]
"""A value for each state, larger the more it is liked."""
Signed = tuple[tuple[int, bool], ...]
"""A list of statements: place in the list as written, and whether it stands as written."""


def with_liking(oracle: Oracle, liking: Mapping[str, Liking]) -> Oracle:
    """Return the same graph with other preferences for some."""
    return Oracle(oracle.numbers, oracle.arcs, {**oracle.liking, **liking}, oracle.taken)


def is_equilibrium(oracle: Oracle, concepts: Mapping[str, str], state: int) -> bool:
    return all(oracle.is_stable(concepts[dm], dm, state) for dm in oracle.arcs)


def every_weak_order(states: tuple[int, ...]) -> Iterator[Liking]:
    """Yield every ranking with or without ties, as values that are larger the more a state is liked."""
    for values in product(range(len(states)), repeat=len(states)):
        if set(values) == set(range(max(values) + 1)):
            yield dict(zip(states, values, strict=True))


def pairs_changed(oracle: Oracle, dm: str, liking: Liking) -> int:
    """Count the pairs of states of which another one, or none any more, or one now, is preferred."""
    old = oracle.liking[dm]
    return sum(
        ((old[a] > old[b]) - (old[a] < old[b]))
        != ((liking[a] > liking[b]) - (liking[a] < liking[b]))
        for a, b in combinations(oracle.numbers, 2)
    )


def fewest_pairs(
    oracle: Oracle, concepts: Mapping[str, str], state: int, may_change: list[str]
) -> int | None:
    """Return the fewest pairs to change over all profiles of rankings; None where none will do."""
    orders = list(every_weak_order(oracle.numbers))
    priced = [
        sorted(((pairs_changed(oracle, dm, o), k) for k, o in enumerate(orders)))
        for dm in may_change
    ]
    profiles = sorted(
        ((sum(cost for cost, _ in some), [k for _, k in some]) for some in product(*priced)),
        key=lambda it: it[0],
    )
    for cost, chosen in profiles:
        liking = {dm: orders[k] for dm, k in zip(may_change, chosen, strict=True)}
        if is_equilibrium(with_liking(oracle, liking), concepts, state):
            return cost
    return None


def statements_of(conflict: Conflict, dm_id: str) -> tuple[PreferenceStatement, ...]:
    found = conflict.decision_maker(dm_id).preferences
    return found.statements if isinstance(found, Prioritisation) else ()


def in_few_statements(conflict: Conflict) -> Conflict:
    """Return the conflict with at most two statements each, and with none in place of other preferences."""
    makers = tuple(
        replace(dm, preferences=Prioritisation(statements_of(conflict, dm.id)[:2]))
        for dm in conflict.decision_makers
    )
    return replace(conflict, decision_makers=makers, rival_readings=())


def with_statements(conflict: Conflict, lists: Mapping[str, Signed]) -> Conflict:
    """Return the conflict with statements put in another order, left out or turned round."""
    makers = []
    for dm in conflict.decision_makers:
        if dm.id in lists and isinstance(dm.preferences, Prioritisation):
            written = [it.statement for it in statements_of(conflict, dm.id)]
            wanted = tuple(
                PreferenceStatement(written[k] if kept else Not(written[k]))
                for k, kept in lists[dm.id]
            )
            dm = replace(dm, preferences=Prioritisation(wanted))
        makers.append(dm)
    return replace(conflict, decision_makers=tuple(makers))


def one_edit(signed: Signed) -> Iterator[Signed]:
    """Yield what one drop, one negation or one swap of neighbours makes of a list."""
    for p, (k, kept) in enumerate(signed):
        yield signed[:p] + signed[p + 1 :]
        yield (*signed[:p], (k, not kept), *signed[p + 1 :])
        if p:
            yield (*signed[: p - 1], signed[p], signed[p - 1], *signed[p + 1 :])


def fewest_edits(
    conflict: Conflict, concepts: Mapping[str, str], state: int, may_change: list[str]
) -> tuple[int, set[tuple[Signed, ...]]] | None:
    """Return the fewest edits and every profile of lists they can lead to; None where none will do."""
    written = tuple(
        tuple((k, True) for k in range(len(statements_of(conflict, dm)))) for dm in may_change
    )
    level, seen, cost = {written}, {written}, 0
    while level:
        good = {
            profile
            for profile in level
            if is_equilibrium(
                Oracle.of(with_statements(conflict, dict(zip(may_change, profile, strict=True)))),
                concepts,
                state,
            )
        }
        if good:
            return cost, good
        level = {
            (*profile[:p], new, *profile[p + 1 :])
            for profile in level
            for p, signed in enumerate(profile)
            for new in one_edit(signed)
        } - seen
        seen |= level
        cost += 1
    return None
