"""What makes a conflict well formed, found without listing its states.

Each check yields faults with the key path at which the fault stands in a conflict file, so that the
reader of files can add the line. Faults of the states themselves are found by `list_states`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from goodoffices.conflict.check_forms import form_faults
from goodoffices.conflict.check_propositions import proposition_faults
from goodoffices.conflict.model import Conflict
from goodoffices.conflict.parts import Ranking, State
from goodoffices.conflict.placed import (
    known_names,
    placed_because,
    placed_preferences,
    placed_statements,
    preferences_key,
    state_names,
)
from goodoffices.errors import Fault, KeyPath, did_you_mean
from goodoffices.statements import RESERVED, is_identifier, names

__all__ = ["faults", "is_day"]


def faults(conflict: Conflict) -> list[Fault]:
    """Return everything wrong with a conflict that can be seen without its states."""
    return [
        *_ids(conflict),
        *_mediators(conflict),
        *_statements(conflict),
        *proposition_faults(conflict),
        *form_faults(conflict),
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
    named = [(("derived", it.id), it.id, "derived proposition") for it in conflict.derived]
    named += [(("states", it.id), it.id, "state") for it in conflict.listed_states]
    taken: dict[str, str] = {id_: f"an option of '{dm_id}'" for id_, dm_id in owner.items()}
    for place, id_, what in named:
        yield from _id_form(id_, place, what)
        if id_ in taken and taken[id_] != what:
            yield Fault(f"'{id_}' is {taken[id_]} already; choose another id", place)
        elif id_ in taken and what != "state":
            yield Fault(f"two derived propositions have the id '{id_}'", place)
        taken.setdefault(id_, what)


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
    known = known_names(conflict)
    for path, statement in placed_statements(conflict):
        for name in names(statement):
            if name not in known:
                yield Fault(
                    f"'{name}' is no option of any decision maker and no derived proposition"
                    f"{' and no state' if conflict.listed_states else ''}; "
                    f"{did_you_mean(name, known)}",
                    path,
                )


def _rankings(conflict: Conflict) -> Iterator[Fault]:
    """States in a ranking are written with known names, and none stands twice."""
    for path, dm_id, preferences in placed_preferences(conflict):
        if not isinstance(preferences, Ranking):
            continue
        seen: dict[State, int] = {}
        for k, tier in enumerate(preferences.tiers):
            for state in tier.states:
                yield from _state_form(conflict, state, (*path, k))
                if state in seen:
                    yield Fault(
                        f"the ranking of '{dm_id}' holds {_show(conflict, state)} twice, "
                        f"in tiers {seen[state] + 1} and {k + 1}; leave one out",
                        (*path, k),
                    )
                seen.setdefault(state, k)


def _state_form(conflict: Conflict, state: State, path: KeyPath) -> Iterator[Fault]:
    """A state is options taken, or where states are listed the id of one."""
    known = state_names(conflict)
    if conflict.listed_states and len(state) != 1:
        yield Fault("states are listed here: write a state by its one id", path)
        return
    for name in sorted(state):
        if name not in known:
            what = "state" if conflict.listed_states else "option of any decision maker"
            yield Fault(f"'{name}' is no {what}; {did_you_mean(name, known)}", path)


def _show(conflict: Conflict, state: State) -> str:
    if conflict.listed_states:
        return f"'{', '.join(sorted(state))}'"
    return "{" + ", ".join(sorted(state)) + "}" if state else "the state with no option taken"


def _status_quo(conflict: Conflict) -> Iterator[Fault]:
    if conflict.status_quo is not None:
        yield from _state_form(conflict, conflict.status_quo, ("status_quo",))


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
                    (*path, preferences_key(preferences), dm_id),
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
    for path, because in placed_because(conflict):
        for id_ in because:
            if id_ not in known:
                yield Fault(
                    f"because: no evidence '{id_}'; {did_you_mean(id_, known)}; "
                    f"write it down under [evidence.{id_}]",
                    path,
                )


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
