"""The feasible states of a conflict, as a cube of the decision makers' strategies.

A *strategy* is what one decision maker does with all their options at once; a *cell* is one strategy
for each, numbered so that the first decision maker's strategy changes fastest. Cells in ascending order
have ascending codes, where a state's code is the sum of 2^k over the options taken (option k = 0 first).
Feasible states are numbered 1, 2, 3 … by ascending code. Constraints that concern one decision maker
alone shorten the list of strategies; the others leave holes in the cube.
"""

from __future__ import annotations

import math
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.model import Conflict, Constraint, Ranking, State
from goodoffices.errors import ConflictError, Fault, KeyPath, LimitError, UsageError, did_you_mean
from goodoffices.statements import Or, Statement, evaluate, names

__all__ = ["StateSpace", "list_states"]

_MOST_OPTIONS_OF_ONE = 63  # a decision maker's strategy is kept in 64 bits


@dataclass(frozen=True, eq=False)
class StateSpace:
    """The feasible states, numbered from 1 by ascending code.

    Attributes
    ----------
    option_ids : option ids in order, the first being the lowest bit of a code.
    strategies : per decision maker a uint64 array of strategies as bits over their own options, ascending.
    feasible : bool array over cells, in ascending order.
    """

    option_ids: tuple[str, ...]
    widths: tuple[int, ...]
    strategies: tuple[NDArray[np.uint64], ...]
    feasible: NDArray[np.bool_]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Number of strategies per decision maker."""
        return tuple(len(own) for own in self.strategies)

    @cached_property
    def count(self) -> int:
        """Number of feasible states."""
        return int(np.count_nonzero(self.feasible))

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[int]:
        return iter(range(1, self.count + 1))

    @cached_property
    def cells(self) -> NDArray[np.intp]:
        """Cell of each state: entry ``number - 1`` is the cell of state ``number``."""
        return np.flatnonzero(self.feasible)

    def numbers(self, cells: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return the state numbers of feasible cells (an int array of the same shape)."""
        if self.count == self.feasible.size:
            return cells + 1
        return np.searchsorted(self.cells, cells) + 1

    def cell(self, number: int) -> int:
        """Return the cell of a state.

        Raises
        ------
        UsageError
            where there is no state of that number.
        """
        if not 1 <= number <= self.count:
            raise UsageError(f"no state {number}; the states are numbered 1 to {self.count}")
        return int(self.cells[number - 1])

    def own(self, cell: int) -> tuple[int, ...]:
        """Return each decision maker's strategy index in a cell."""
        found = []
        for size in self.sizes:
            cell, index = divmod(cell, size)
            found.append(index)
        return tuple(found)

    def code(self, number: int) -> int:
        """Return the sum of 2^k over the options taken in a state, of any size."""
        code, shift = 0, 0
        for own, width, index in zip(
            self.strategies, self.widths, self.own(self.cell(number)), strict=True
        ):
            code |= int(own[index]) << shift
            shift += width
        return code

    def taken(self, number: int) -> tuple[str, ...]:
        """Return the ids of the options taken in a state, in option order."""
        code = self.code(number)
        return tuple(id_ for k, id_ in enumerate(self.option_ids) if code >> k & 1)

    def yn(self, number: int) -> str:
        """Return a state as a string of Y and N in option order."""
        code = self.code(number)
        return "".join("Y" if code >> k & 1 else "N" for k in range(len(self.option_ids)))

    def id(self, number: int) -> str:
        """Return a state's id: the options taken, joined by commas; ``-`` where none is."""
        return ",".join(self.taken(number)) or "-"

    def label(self, number: int) -> str:
        """Name a state for people: the options taken, in braces."""
        taken = self.taken(number)
        return "{" + ", ".join(taken) + "}" if taken else "{} (no option taken)"

    def find(self, state: int | str | Collection[str]) -> int:
        """Return the number of a state given by number, by the options taken, or by its id.

        Raises
        ------
        UsageError
            where a name is no option, or the state is not feasible.

        >>> import goodoffices as go
        >>> states = go.load("geneva-2014/council").states
        >>> states.find({"vote", "veto"}) == states.find("vote,veto")
        True
        """
        if isinstance(state, int | np.integer):
            self.cell(int(state))
            return int(state)
        wanted = _split(state) if isinstance(state, str) else frozenset(state)
        unknown = sorted(wanted - set(self.option_ids))
        if unknown:
            raise UsageError(
                f"no option '{unknown[0]}'; {did_you_mean(unknown[0], self.option_ids)}"
            )
        cell = self.cell_of(wanted)
        if cell is None:
            shown = "{" + ", ".join(sorted(wanted)) + "}" if wanted else "with no option taken"
            raise UsageError(f"the state {shown} is not feasible in this conflict")
        return int(self.numbers(np.array([cell]))[0])

    def cell_of(self, state: Collection[str]) -> int | None:
        """Return the cell in which exactly the given options are taken, or None if infeasible."""
        cell, stride, first = 0, 1, 0
        for own, width in zip(self.strategies, self.widths, strict=True):
            ids = self.option_ids[first : first + width]
            bits = np.uint64(sum(1 << k for k, id_ in enumerate(ids) if id_ in state))
            index = int(np.searchsorted(own, bits))
            if index == len(own) or own[index] != bits:
                return None
            cell, stride, first = cell + index * stride, stride * len(own), first + width
        return cell if self.feasible[cell] else None

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the cube: the last decision maker's strategies first, so that C order is cell order."""
        return self.sizes[::-1]

    @cached_property
    def columns(self) -> Mapping[str, NDArray[np.bool_]]:
        """Per option where it is taken, bool arrays that broadcast to `shape`."""
        return _columns(self.option_ids, self.widths, self.strategies)

    def holds(self, statement: Statement) -> NDArray[np.bool_]:
        """Return where a statement on options holds, one entry per state in order of number."""
        over_cells = np.broadcast_to(evaluate(statement, self.columns), self.shape).ravel()
        return over_cells[self.feasible]


def _split(text: str) -> frozenset[str]:
    cleaned = text.strip().strip("{}").replace("+", ",").replace(" ", ",")
    return frozenset(part for part in cleaned.split(",") if part and part != "-")


def _columns(
    ids: Sequence[str], widths: Sequence[int], strategies: Sequence[NDArray[np.uint64]]
) -> dict[str, NDArray[np.bool_]]:
    columns: dict[str, NDArray[np.bool_]] = {}
    number = len(widths)
    option = iter(ids)
    for i, (width, own) in enumerate(zip(widths, strategies, strict=True)):
        shape = [1] * number
        shape[number - 1 - i] = len(own)
        for k in range(width):
            columns[next(option)] = (own >> np.uint64(k) & np.uint64(1)).astype(bool).reshape(shape)
    return columns


def list_states(conflict: Conflict) -> StateSpace:
    """List the feasible states of a conflict.

    Raises
    ------
    ConflictError
        where no state is feasible, or a ranking or the status quo does not fit the feasible states.
    LimitError
        where the cube of strategies would not fit into memory; says what would be needed.
    """
    space = _build(conflict, conflict.feasibility)
    name = conflict.origin.name if conflict.origin else ""
    if not space.count:
        raise ConflictError([_contradiction(conflict)], name)
    found = [*_status_quo_faults(conflict, space), *_ranking_faults(conflict, space)]
    if found:
        raise ConflictError(found, name)
    return space


def _build(conflict: Conflict, constraints: Sequence[Constraint]) -> StateSpace:
    rules = [(rule, frozenset(names(rule))) for rule in _rules(conflict, constraints)]
    strategies = []
    for dm in conflict.decision_makers:
        ids = [option.id for option in dm.options]
        if len(ids) > _MOST_OPTIONS_OF_ONE:
            raise LimitError(
                f"'{dm.id}' has {len(ids)} options; at most {_MOST_OPTIONS_OF_ONE} of one decision "
                "maker can be listed: split the decision maker or merge options"
            )
        strategies.append(_strategies(ids, rules, dm.label))
    sizes = [len(own) for own in strategies]
    _refuse_if_too_large(conflict, math.prod(sizes))
    widths = tuple(len(dm.options) for dm in conflict.decision_makers)
    ids_ = tuple(option.id for option in conflict.options)
    columns = _columns(ids_, widths, strategies)
    owned = [frozenset(option.id for option in dm.options) for dm in conflict.decision_makers]
    feasible = np.ones(sizes[::-1], dtype=bool)
    for rule, mentioned in rules:
        if not any(mentioned and mentioned <= own for own in owned):
            feasible &= ~evaluate(rule, columns)
    return StateSpace(ids_, widths, tuple(strategies), feasible.ravel())


def _rules(conflict: Conflict, constraints: Sequence[Constraint]) -> Iterator[Statement]:
    """Yield statements in options, each of which rules out the states where it holds."""
    for constraint in constraints:
        rule = conflict.in_options(constraint.rules_out)
        yield from rule.parts if isinstance(rule, Or) and rule.parts else (rule,)


def _strategies(
    ids: Sequence[str], rules: Sequence[tuple[Statement, frozenset[str]]], label: str
) -> NDArray[np.uint64]:
    """List one decision maker's strategies, option by option, dropping what rules forbid at once."""
    own = frozenset(ids)
    waiting = [(rule, mentioned) for rule, mentioned in rules if mentioned and mentioned <= own]
    found = np.zeros(1, dtype=np.uint64)
    for k in range(len(ids)):
        _refuse_if_too_many(2 * len(found), label)
        found = np.concatenate([found, found | np.uint64(1 << k)])
        known = {
            id_: (found >> np.uint64(b) & np.uint64(1)).astype(bool)
            for b, id_ in enumerate(ids[: k + 1])
        }
        keep = np.ones(len(found), dtype=bool)
        for rule, mentioned in waiting:
            if ids[k] in mentioned and mentioned <= known.keys():
                keep &= ~evaluate(rule, known)
        found = found[keep]
    return np.sort(found)


def _refuse_if_too_many(strategies: int, label: str) -> None:
    if strategies > 1 << 26:
        raise LimitError(
            f"{label} has more than {1 << 26:,} strategies, too many to list; tell in [[feasibility]] "
            "which of their options exclude each other, or merge options"
        )


def _available_memory() -> int | None:
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError, AttributeError):
        return None


def _refuse_if_too_large(conflict: Conflict, cells: int) -> None:
    """Refuse before any large array is made; an analysis takes some 6 bytes a state and decision maker."""
    needed = cells * (6 * len(conflict.decision_makers) + 24)
    available = _available_memory() or 4 << 30
    if needed > 0.9 * available:
        raise LimitError(
            f"this conflict has {cells:,} combinations of strategies; listing them needs about "
            f"{needed / 2**30:,.1f} GiB of memory and {available / 2**30:,.1f} GiB are free. "
            "Fewer options, or constraints within one decision maker (mutually_exclusive, "
            "only_if), make it smaller"
        )


def _contradiction(conflict: Conflict) -> Fault:
    """Name a smallest set of constraints that leaves no state: without any one of them some are left."""
    needed = list(range(len(conflict.feasibility)))
    for k in list(needed):
        rest = [j for j in needed if j != k]
        if _leaves_nothing(conflict, [conflict.feasibility[j] for j in rest]):
            needed = rest
    words = "; ".join(f"no. {k + 1}: {conflict.feasibility[k].words}" for k in needed)
    together = "this rules" if len(needed) == 1 else "together these rule"
    path: KeyPath = ("feasibility", needed[-1]) if needed else ("feasibility",)
    return Fault(
        f"no state is feasible; {together} out every one ({words}); drop or weaken one", path
    )


def _leaves_nothing(conflict: Conflict, constraints: Sequence[Constraint]) -> bool:
    try:
        return not _build(conflict, constraints).count
    except LimitError:
        return False  # too many states to list are some


def _status_quo_faults(conflict: Conflict, space: StateSpace) -> Iterator[Fault]:
    if conflict.status_quo is None or space.cell_of(conflict.status_quo) is not None:
        return
    ruled_out_by = _ruled_out_by(conflict, conflict.status_quo)
    yield Fault(
        f"the status quo {_shown(conflict.status_quo)} is not feasible: {ruled_out_by}",
        ("status_quo",),
    )


def _ruled_out_by(conflict: Conflict, state: State) -> str:
    from goodoffices.statements import holds

    for k, constraint in enumerate(conflict.feasibility):
        if holds(conflict.in_options(constraint.rules_out), state):
            return f"feasibility no. {k + 1} ({constraint.words}) rules it out"
    return "it is ruled out"


def _shown(state: State) -> str:
    return "{" + ", ".join(sorted(state)) + "}" if state else "{} (no option taken)"


def _ranking_faults(conflict: Conflict, space: StateSpace) -> Iterator[Fault]:
    for dm in conflict.decision_makers:
        if isinstance(dm.preferences, Ranking):
            path: KeyPath = ("decision_makers", dm.id, "ranking")
            yield from _faults_of_ranking(conflict, space, dm.preferences, dm.id, path)
    for reading in conflict.rival_readings:
        for dm_id, preferences in reading.preferences:
            if isinstance(preferences, Ranking):
                path = ("rival_readings", reading.name, "ranking", dm_id)
                yield from _faults_of_ranking(conflict, space, preferences, dm_id, path)


def _faults_of_ranking(
    conflict: Conflict, space: StateSpace, ranking: Ranking, dm_id: str, path: KeyPath
) -> Iterator[Fault]:
    """A ranking holds each feasible state (that it holds none twice is checked with the ids)."""
    ranked = np.zeros(space.feasible.size, dtype=bool)
    for k, tier in enumerate(ranking.tiers):
        for state in tier.states:
            cell = space.cell_of(state)
            if cell is None:
                yield Fault(
                    f"the ranking of '{dm_id}' holds {_shown(state)}, which is not feasible: "
                    f"{_ruled_out_by(conflict, state)}",
                    (*path, k),
                )
            else:
                ranked[cell] = True
    left_out = np.flatnonzero(space.feasible & ~ranked)
    if left_out.size:
        some = [_shown(frozenset(space.taken(int(n)))) for n in space.numbers(left_out[:3])]
        more = f" and {left_out.size - 3:,} more" if left_out.size > 3 else ""
        yield Fault(
            f"the ranking of '{dm_id}' leaves out {', '.join(some)}{more}; it must hold each of the "
            f"{space.count:,} feasible states once",
            path,
        )
