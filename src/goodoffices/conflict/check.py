"""What makes a conflict well formed, found without listing its states.

Each check yields faults with the key path at which the fault stands in a conflict file, so that the
reader of files can add the line. Faults of the states themselves are found by `list_states`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from goodoffices.conflict.model import (
    Conflict,
    DecisionMaker,
    Preferences,
    Prioritisation,
    because_of,
)
from goodoffices.errors import Fault, KeyPath, did_you_mean
from goodoffices.statements import (
    MOST_LEVELS,
    MOST_PARTS,
    RESERVED,
    Statement,
    is_identifier,
    measure,
    names,
)

__all__ = ["faults", "is_day"]


def faults(conflict: Conflict) -> list[Fault]:
    """Return everything wrong with a conflict that can be seen without its states."""
    return [
        *_ids(conflict),
        *_mediators(conflict),
        *_statements(conflict),
        *_cycles(conflict),
        *_sizes(conflict),
        *_rankings(conflict),
        *_status_quo(conflict),
        *_readings(conflict),
        *_evidence(conflict),
        *_dates(conflict),
    ]


def is_day(text: str) -> bool:
    """Tell whether a text is a year, a month or a day as ISO 8601 writes it.

    >>> is_day("2014-02"), is_day("2014-02-30"), is_day("spring 2014")
    (True, False, False)
    """
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text, re.ASCII):
        return False
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def _ids(conflict: Conflict) -> Iterator[Fault]:
    """Ids are well formed, options and propositions share one namespace, each has one owner."""
    if not conflict.decision_makers:
        yield Fault(
            "nobody decides anything; add a decision maker under [decision_makers.ID]",
            ("decision_makers",),
        )
    seen_dm: set[str] = set()
    owner: dict[str, str] = {}
    for dm in conflict.decision_makers:
        yield from _id_form(dm.id, ("decision_makers", dm.id), "decision maker")
        if dm.id in seen_dm:
            yield Fault(f"two decision makers have the id '{dm.id}'", ("decision_makers", dm.id))
        seen_dm.add(dm.id)
        for option in dm.options:
            path = ("decision_makers", dm.id, "options", option.id)
            yield from _id_form(option.id, path, "option")
            if option.id in owner:
                yield Fault(
                    f"option '{option.id}' belongs to '{owner[option.id]}' already; "
                    "each option has one owner: give the two different ids",
                    path,
                )
            owner.setdefault(option.id, dm.id)
    for proposition in conflict.derived:
        place: KeyPath = ("derived", proposition.id)
        yield from _id_form(proposition.id, place, "derived proposition")
        if proposition.id in owner:
            yield Fault(
                f"'{proposition.id}' is an option of '{owner[proposition.id]}' already", place
            )
        owner.setdefault(proposition.id, "[derived]")


def _id_form(id_: str, path: KeyPath, what: str) -> Iterator[Fault]:
    if id_ in RESERVED:
        yield Fault(f"'{id_}' is a word of the statement language; choose another id", path)
    elif not is_identifier(id_):
        yield Fault(
            f"'{id_}' cannot be the id of a {what}: small letters, digits and _ only, a letter first",
            path,
        )


def _mediators(conflict: Conflict) -> Iterator[Fault]:
    for dm in conflict.decision_makers:
        for option in dm.options:
            if dm.role == "mediator" and option.kind != "procedure":
                yield Fault(
                    f"a mediator cannot impose: option '{option.id}' of '{dm.id}' must have "
                    'kind = "procedure", or belong to somebody else',
                    ("decision_makers", dm.id, "options", option.id),
                )


def _statements(conflict: Conflict) -> Iterator[Fault]:
    """Every name in a statement is an option or a derived proposition."""
    known = _known(conflict)
    for path, statement in placed_statements(conflict):
        for name in names(statement):
            if name not in known:
                yield Fault(
                    f"'{name}' is no option of any decision maker and no derived proposition; "
                    f"{did_you_mean(name, known)}",
                    path,
                )


def _known(conflict: Conflict) -> list[str]:
    return [
        *(option.id for dm in conflict.decision_makers for option in dm.options),
        *(proposition.id for proposition in conflict.derived),
    ]


def placed_statements(conflict: Conflict) -> Iterator[tuple[KeyPath, Statement]]:
    """Yield every statement of a conflict with the key path of its place in a file."""
    for proposition in conflict.derived:
        yield ("derived", proposition.id), proposition.statement
    for k, constraint in enumerate(conflict.feasibility):
        yield ("feasibility", k), constraint.rules_out
    for path, _, preferences in _placed_preferences(conflict):
        if isinstance(preferences, Prioritisation):
            for k, wanted in enumerate(preferences.statements):
                yield (*path, k), wanted.statement


def _placed_preferences(conflict: Conflict) -> Iterator[tuple[KeyPath, str, Preferences]]:
    """Yield key path, decision maker and preferences, of the main reading and of its rivals."""
    for dm in conflict.decision_makers:
        yield ("decision_makers", dm.id, _key(dm.preferences)), dm.id, dm.preferences
    for reading in conflict.rival_readings:
        for dm_id, preferences in reading.preferences:
            path = ("rival_readings", reading.name, _key(preferences), dm_id)
            yield path, dm_id, preferences


def _key(preferences: Preferences) -> str:
    return "preferences" if isinstance(preferences, Prioritisation) else "ranking"


def _cycles(conflict: Conflict) -> Iterator[Fault]:
    """No derived proposition is defined by itself."""
    uses = {p.id: list(names(p.statement)) for p in conflict.derived}
    reported: set[str] = set()
    for start in uses:
        circle = _circle(start, uses)
        if circle and not reported & set(circle):
            reported |= set(circle)
            yield Fault(
                f"'{start}' is defined by itself ({' uses '.join([*circle, circle[0]])}); "
                "a derived proposition must come down to options",
                ("derived", start),
            )


def _circle(start: str, uses: dict[str, list[str]]) -> list[str]:
    """Return the names on a way from ``start`` back to itself, or nothing."""
    came_from: dict[str, str] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop()
        for used in uses.get(name, ()):
            if used == start:
                way = [name]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if used in uses and used not in came_from:
                came_from[used] = name
                waiting.append(used)
    return []


def _sizes(conflict: Conflict) -> Iterator[Fault]:
    """No statement is endless once the derived propositions in it are written out."""
    sizes: dict[str, tuple[int, int]] = {}
    waiting = {p.id: p.statement for p in conflict.derived}
    while ready := [id_ for id_, it in waiting.items() if not waiting.keys() & set(names(it))]:
        for id_ in ready:
            sizes[id_] = measure(waiting.pop(id_), sizes)
            if _too_large(sizes[id_]):
                yield Fault(f"'{id_}' {_endless(sizes[id_])}", ("derived", id_))
                sizes[id_] = (1, 1)  # told once, not again for all that use it
    for path, statement in placed_statements(conflict):
        if path[0] != "derived" and _too_large(size := measure(statement, sizes)):
            yield Fault(f"the statement {_endless(size)}", path)


def _too_large(size: tuple[int, int]) -> bool:
    return size[0] > MOST_LEVELS or size[1] > MOST_PARTS


def _endless(size: tuple[int, int]) -> str:
    much = f"more than {MOST_PARTS:,} parts long"
    if size[0] > MOST_LEVELS:
        much = f"{size[0]:,} levels deep, more than {MOST_LEVELS},"
    return f"is {much} with its derived propositions written out; simplify what it is made of"


def _rankings(conflict: Conflict) -> Iterator[Fault]:
    """States in a ranking name options only, and none stands twice."""
    options = [option.id for dm in conflict.decision_makers for option in dm.options]
    for path, dm_id, preferences in _placed_preferences(conflict):
        if isinstance(preferences, Prioritisation):
            continue
        seen: dict[frozenset[str], int] = {}
        for k, tier in enumerate(preferences.tiers):
            for state in tier.states:
                yield from _state_names(state, options, (*path, k))
                if state in seen:
                    yield Fault(
                        f"the ranking of '{dm_id}' holds {_show(state)} twice, "
                        f"in tiers {seen[state] + 1} and {k + 1}; leave one out",
                        (*path, k),
                    )
                seen.setdefault(state, k)


def _state_names(state: frozenset[str], options: list[str], path: KeyPath) -> Iterator[Fault]:
    for name in sorted(state):
        if name not in options:
            yield Fault(
                f"'{name}' is no option of any decision maker; {did_you_mean(name, options)}", path
            )


def _show(state: frozenset[str]) -> str:
    return "{" + ", ".join(sorted(state)) + "}" if state else "the state with no option taken"


def _status_quo(conflict: Conflict) -> Iterator[Fault]:
    if conflict.status_quo is not None:
        options = [option.id for dm in conflict.decision_makers for option in dm.options]
        yield from _state_names(conflict.status_quo, options, ("status_quo",))


def _readings(conflict: Conflict) -> Iterator[Fault]:
    """Rival readings have names of their own and speak of decision makers that exist."""
    known = [dm.id for dm in conflict.decision_makers]
    seen: set[str] = set()
    for reading in conflict.rival_readings:
        path = ("rival_readings", reading.name)
        if reading.name in seen:
            yield Fault(f"two rival readings have the name '{reading.name}'; choose another", path)
        seen.add(reading.name)
        if reading.name == conflict.reading.name:
            yield Fault(f"'{reading.name}' is the name of the main reading; choose another", path)
        for dm_id, preferences in reading.preferences:
            if dm_id not in known:
                yield Fault(
                    f"no decision maker '{dm_id}'; {did_you_mean(dm_id, known)}",
                    (*path, _key(preferences), dm_id),
                )


def _evidence(conflict: Conflict) -> Iterator[Fault]:
    """Every id in a ``because`` stands in the evidence table."""
    known = [evidence.id for evidence in conflict.evidence]
    for k, id_ in enumerate(known):
        if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", id_):
            yield Fault(
                f"'{id_}' cannot be the id of evidence: small letters, digits, - and _ only, "
                "a letter or digit first",
                ("evidence", id_),
            )
        if id_ in known[:k]:
            yield Fault(f"two pieces of evidence have the id '{id_}'", ("evidence", id_))
    for path, because in _placed_because(conflict):
        for id_ in because:
            if id_ not in known:
                yield Fault(
                    f"because: no evidence '{id_}'; {did_you_mean(id_, known)}; "
                    f"write it down under [evidence.{id_}]",
                    path,
                )


def _placed_because(conflict: Conflict) -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    for dm in conflict.decision_makers:
        yield from _because_of_options(dm)
    for path, _, preferences in _placed_preferences(conflict):
        for k, because in enumerate(because_of(preferences)):
            yield (*path, k), because
    for k, constraint in enumerate(conflict.feasibility):
        yield ("feasibility", k), constraint.because


def _because_of_options(dm: DecisionMaker) -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    for option in dm.options:
        yield ("decision_makers", dm.id, "options", option.id), option.because


def _dates(conflict: Conflict) -> Iterator[Fault]:
    """Every date that is given is one."""
    placed: list[tuple[KeyPath, str]] = [
        (("date",), conflict.date),
        (("reading", "written"), conflict.reading.written),
        *((("rival_readings", it.name, "written"), it.written) for it in conflict.rival_readings),
        *((("evidence", it.id, "said"), it.said) for it in conflict.evidence),
        *((("evidence", it.id, "known"), it.known) for it in conflict.evidence),
    ]
    for path, text in placed:
        if text and not is_day(text):
            yield Fault(f"expected a day, month or year such as 2014-02-11, found '{text}'", path)
