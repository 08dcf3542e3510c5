"""Whether a conflict keeps to one form: options, or states and moves listed one by one."""

from __future__ import annotations

from collections.abc import Iterator

from goodoffices.conflict.model import Conflict
from goodoffices.conflict.parts import DecisionMaker, Weighting
from goodoffices.conflict.placed import placed_preferences
from goodoffices.errors import Fault, did_you_mean

__all__ = ["form_faults"]


def form_faults(conflict: Conflict) -> Iterator[Fault]:
    """Yield what does not fit the form the conflict is written in."""
    if conflict.listed_states:
        yield from _graph_form(conflict)
    else:
        yield from _option_form(conflict)
    yield from _forbidden(conflict)
    yield from _weights(conflict)
    yield from _coalitions(conflict)


def _graph_form(conflict: Conflict) -> Iterator[Fault]:
    """Listed states have ids of their own, and nothing that only options can say is said."""
    options = [option.id for option in conflict.options]
    seen: set[str] = set()
    for state in conflict.listed_states:
        if state.id in seen:
            yield Fault(f"two states have the id '{state.id}'", ("states", state.id))
        seen.add(state.id)
        for id_ in state.taken:
            if id_ not in options:
                yield Fault(
                    f"'{id_}' is no option of any decision maker; {did_you_mean(id_, options)}",
                    ("states", state.id),
                )
    if conflict.feasibility:
        yield Fault(
            "states are listed under [states], so there is nothing to rule out; leave the states "
            "that cannot be out of the list",
            ("feasibility", 0),
        )
    for dm in conflict.decision_makers:
        yield from _moves(conflict, dm)
        for option in dm.options:
            if option.moves != "reversible":
                yield Fault(
                    f"states are listed, so '{option.moves}' says nothing; list the moves that "
                    "there are under moves",
                    ("decision_makers", dm.id, "options", option.id),
                )


def _moves(conflict: Conflict, dm: DecisionMaker) -> Iterator[Fault]:
    """Listed moves lead from and to listed states, each once, and somewhere else."""
    known = [state.id for state in conflict.listed_states]
    listed = set(known)
    for start, ends in dm.moves:
        path = ("decision_makers", dm.id, "moves", start)
        for id_ in (start, *ends):
            if id_ not in listed:
                yield Fault(f"no state '{id_}'; {did_you_mean(id_, known)}", path)
        if start in ends:
            yield Fault(f"a move from '{start}' to itself is no move; leave it out", path)
        twice = next((id_ for k, id_ in enumerate(ends) if id_ in ends[:k]), None)
        if twice is not None:
            yield Fault(f"the move to '{twice}' stands twice; leave one out", path)


def _option_form(conflict: Conflict) -> Iterator[Fault]:
    for dm in conflict.decision_makers:
        if dm.moves:
            yield Fault(
                "moves are listed but states are not; list them under [states], or leave the moves "
                "to follow from the options",
                ("decision_makers", dm.id, "moves"),
            )


def _forbidden(conflict: Conflict) -> Iterator[Fault]:
    """Forbidden moves belong to a decision maker and to a conflict in option form."""
    known = [dm.id for dm in conflict.decision_makers]
    for k, rule in enumerate(conflict.forbidden_moves):
        path = ("forbidden_moves", k)
        if conflict.listed_states:
            yield Fault("moves are listed, so none is to be forbidden; leave it out there", path)
        elif rule.by not in known:
            yield Fault(f"no decision maker '{rule.by}'; {did_you_mean(rule.by, known)}", path)
        elif rule.start is None and rule.end is None:
            yield Fault(
                "every move would be forbidden; say from where or to where: "
                'from = "a statement", to = "a statement"',
                path,
            )


def _weights(conflict: Conflict) -> Iterator[Fault]:
    for path, dm_id, preferences in placed_preferences(conflict):
        if isinstance(preferences, Weighting):
            ids = [weight.id for weight in preferences.weights]
            for k, id_ in enumerate(ids):
                if id_ in ids[:k]:
                    yield Fault(f"'{dm_id}' weighs '{id_}' twice; leave one out", (*path, id_))


def _coalitions(conflict: Conflict) -> Iterator[Fault]:
    """Coalitions have two members or more, and nobody is in two of them."""
    known = [dm.id for dm in conflict.decision_makers]
    seen: set[str] = set()
    for k, members in enumerate(conflict.coalitions):
        path = ("coalitions", k)
        if len(members) < 2:
            yield Fault("a coalition has two members or more; leave out who acts alone", path)
        for id_ in members:
            if id_ not in known:
                yield Fault(f"no decision maker '{id_}'; {did_you_mean(id_, known)}", path)
            elif id_ in seen:
                yield Fault(f"'{id_}' stands twice; nobody is in two coalitions", path)
            seen.add(id_)
