"""The states of a conflict in graph form: listed one by one, with moves that are listed too."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.parts import ListedState, Ranking
from goodoffices.conflict.states import StateSpace
from goodoffices.errors import ConflictError, Fault, KeyPath, UsageError, did_you_mean
from goodoffices.statements import Statement, evaluate

if TYPE_CHECKING:
    from goodoffices.conflict.model import Conflict

__all__ = ["AnyStates", "ListedStates", "listed"]


@dataclass(frozen=True, eq=False)
class ListedStates:
    """The listed states, numbered from 1 in the order they are listed; each is a cell of its own.

    It answers what `StateSpace` answers; a listed state has no code and no Y/N string.
    """

    listed: tuple[ListedState, ...]
    option_ids: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Number of states."""
        return len(self.listed)

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[int]:
        return iter(range(1, self.count + 1))

    @cached_property
    def feasible(self) -> NDArray[np.bool_]:
        """True for every state: what is listed is feasible."""
        return np.ones(self.count, dtype=bool)

    @property
    def shape(self) -> tuple[int, ...]:
        """One axis: the states."""
        return (self.count,)

    @cached_property
    def cells(self) -> NDArray[np.intp]:
        """Cell of each state: its number less one."""
        return np.arange(self.count)

    def numbers(self, cells: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return the state numbers of cells."""
        return cells + 1

    def cell(self, number: int) -> int:
        """Return the cell of a state.

        Raises
        ------
        UsageError
            where there is no state of that number.
        """
        if not 1 <= number <= self.count:
            raise UsageError(f"no state {number}; the states are numbered 1 to {self.count}")
        return number - 1

    def code(self, number: int) -> None:
        """Return None: a listed state is not made of options."""
        self.cell(number)

    def yn(self, number: int) -> None:
        """Return None: a listed state is not made of options."""
        self.cell(number)

    def taken(self, number: int) -> tuple[str, ...]:
        """Return the options known to be taken in a state."""
        return self.listed[self.cell(number)].taken

    def id(self, number: int) -> str:
        """Return a state's own id."""
        return self.listed[self.cell(number)].id

    def label(self, number: int) -> str:
        """Name a state for people: its id, with its words where it has some."""
        state = self.listed[self.cell(number)]
        return f"{state.id} ({state.text})" if state.text else state.id

    @cached_property
    def _by_id(self) -> Mapping[str, int]:
        return {state.id: k for k, state in enumerate(self.listed)}

    def find(self, state: int | str | Collection[str]) -> int:
        """Return the number of a state given by number or by its id.

        Raises
        ------
        UsageError
            where there is none of that id.
        """
        if isinstance(state, int | np.integer):
            return self.cell(int(state)) + 1
        id_ = state.strip() if isinstance(state, str) else ",".join(sorted(state))
        if id_ not in self._by_id:
            raise UsageError(f"no state '{id_}'; {did_you_mean(id_, self._by_id)}")
        return self._by_id[id_] + 1

    def cell_of(self, state: Collection[str]) -> int | None:
        """Return the cell of the state with the one given id, or None if there is none."""
        return self._by_id.get(",".join(sorted(state)))

    @cached_property
    def columns(self) -> Mapping[str, NDArray[np.bool_]]:
        """Per option where it is known to be taken, and per state id that state alone."""
        found = {
            id_: np.array([id_ in state.taken for state in self.listed]) for id_ in self.option_ids
        }
        for k, state in enumerate(self.listed):
            found[state.id] = self.cells == k
        return found

    def holds(self, statement: Statement) -> NDArray[np.bool_]:
        """Return where a statement holds, one entry per state in order of number."""
        return np.broadcast_to(evaluate(statement, self.columns), self.shape).copy()


AnyStates = StateSpace | ListedStates
"""The states of a conflict, in whichever form it is written."""


def listed(conflict: Conflict) -> ListedStates:
    """Return the states of a conflict in graph form.

    Raises
    ------
    ConflictError
        where a ranking leaves a state out.
    """
    space = ListedStates(conflict.listed_states, tuple(option.id for option in conflict.options))
    found = list(_ranking_faults(conflict, space))
    if found:
        raise ConflictError(found, conflict.origin.name if conflict.origin else "")
    return space


def _ranking_faults(conflict: Conflict, space: ListedStates) -> Iterator[Fault]:
    """Yield a fault for each ranking that leaves states out; the rest is checked with the ids."""
    placed: list[tuple[KeyPath, str, object]] = [
        (("decision_makers", dm.id, "ranking"), dm.id, dm.preferences)
        for dm in conflict.decision_makers
    ]
    for reading in conflict.rival_readings:
        for dm_id, held in reading.preferences:
            placed.append((("rival_readings", reading.name, "ranking", dm_id), dm_id, held))
    for path, dm_id, preferences in placed:
        if isinstance(preferences, Ranking):
            ranked = {id_ for tier in preferences.tiers for state in tier.states for id_ in state}
            left = [state.id for state in space.listed if state.id not in ranked]
            if left:
                more = f" and {len(left) - 3:,} more" if len(left) > 3 else ""
                yield Fault(
                    f"the ranking of '{dm_id}' leaves out {', '.join(left[:3])}{more}; it must hold "
                    f"each of the {space.count:,} states once",
                    path,
                )
