"""The conflict as its analyst wrote it.

The parts are frozen records of `goodoffices.conflict.parts`. The states that follow from them are in
`goodoffices.conflict.states`, the file they are kept in is read by `goodoffices.conflict.file`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from goodoffices.conflict.parts import (
    KINDS,
    MOVES,
    ROLES,
    Constraint,
    ConstraintKind,
    DecisionMaker,
    Evidence,
    ForbiddenMove,
    Kind,
    ListedState,
    Moves,
    Option,
    Origin,
    Preferences,
    PreferenceStatement,
    Prioritisation,
    Proposition,
    Ranking,
    Reading,
    Role,
    State,
    Tier,
    Weight,
    Weighting,
    because_of,
    pairs_excluded,
    pattern,
)
from goodoffices.errors import ConflictError, UsageError, did_you_mean
from goodoffices.statements import Statement, names, substitute

if TYPE_CHECKING:
    from goodoffices.conflict.listed import ListedStates
    from goodoffices.conflict.states import StateSpace
    from goodoffices.stability import Analysis

__all__ = [
    "KINDS",
    "MOVES",
    "ROLES",
    "Conflict",
    "Constraint",
    "ConstraintKind",
    "DecisionMaker",
    "Evidence",
    "ForbiddenMove",
    "Kind",
    "ListedState",
    "Moves",
    "Option",
    "Origin",
    "PreferenceStatement",
    "Preferences",
    "Prioritisation",
    "Proposition",
    "Ranking",
    "Reading",
    "Role",
    "State",
    "Tier",
    "Weight",
    "Weighting",
    "because_of",
    "pairs_excluded",
    "pattern",
]


@dataclass(frozen=True)
class Conflict:
    """A conflict: decision makers, their options and preferences, and what is feasible.

    In option form the states follow from the options and what is feasible, the moves from who has which
    options, but for ``forbidden_moves``. In graph form ``listed_states`` are the states, and each
    decision maker's ``moves`` are listed too. ``coalitions`` of two or more decision makers are kept for
    whoever asks for them; analyses take everybody alone.

    Raises
    ------
    ConflictError
        with every fault found, when the parts do not fit together.

    >>> pair = [DecisionMaker(i, options=(Option(o),)) for i, o in (("one", "a"), ("two", "b"))]
    >>> Conflict("A toy", tuple(pair)).states.count
    4
    """

    title: str
    decision_makers: tuple[DecisionMaker, ...]
    feasibility: tuple[Constraint, ...] = ()
    derived: tuple[Proposition, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    status_quo: State | None = None
    date: str = ""
    story: str = ""
    reading: Reading = field(default_factory=Reading)
    rival_readings: tuple[Reading, ...] = ()
    listed_states: tuple[ListedState, ...] = ()
    forbidden_moves: tuple[ForbiddenMove, ...] = ()
    coalitions: tuple[tuple[str, ...], ...] = ()
    origin: Origin | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        from goodoffices.conflict.check import faults

        found = faults(self)
        if found:
            raise ConflictError(found, self.origin.name if self.origin else "")

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """All options in order: the first is the lowest bit of a state's code."""
        return tuple(option for dm in self.decision_makers for option in dm.options)

    @cached_property
    def owners(self) -> Mapping[str, DecisionMaker]:
        """Option id to the decision maker who controls it."""
        return {option.id: dm for dm in self.decision_makers for option in dm.options}

    @cached_property
    def propositions(self) -> Mapping[str, Statement]:
        """Derived proposition id to its meaning in options alone."""
        meanings: dict[str, Statement] = {}
        waiting = {p.id: p.statement for p in self.derived}
        while waiting:
            for name, statement in list(waiting.items()):
                if not any(inner in waiting for inner in names(statement)):
                    meanings[name] = substitute(statement, meanings)
                    del waiting[name]
        return meanings

    def in_options(self, statement: Statement) -> Statement:
        """Return the statement with every derived proposition replaced by its meaning in options."""
        return substitute(statement, self.propositions)

    @cached_property
    def states(self) -> StateSpace | ListedStates:
        """The feasible states, listed on first use.

        Raises
        ------
        ConflictError
            where no state is feasible, or a ranking or the status quo does not fit the feasible states.
        LimitError
            where there are too many states to list.
        """
        if self.listed_states:
            from goodoffices.conflict.listed import listed

            return listed(self)
        from goodoffices.conflict.states import list_states

        return list_states(self)

    def decision_maker(self, id_: str) -> DecisionMaker:
        """Return one decision maker by id.

        Raises
        ------
        UsageError
            where there is none of that id; names the nearest.
        """
        for dm in self.decision_makers:
            if dm.id == id_:
                return dm
        known = [dm.id for dm in self.decision_makers]
        raise UsageError(f"no decision maker '{id_}'; {did_you_mean(id_, known)}")

    def analyse(self, **options: Any) -> Analysis:
        """Return what would hold in the conflict; `goodoffices.stability.analyse` with its options.

        The one door from the model to what is worked out from it, opened only when it is used.

        >>> pair = [DecisionMaker(i, options=(Option(o),)) for i, o in (("one", "a"), ("two", "b"))]
        >>> Conflict("A toy", tuple(pair)).analyse().equilibria("Nash")
        (1, 2, 3, 4)
        """
        from goodoffices.stability import analyse

        return analyse(self, **options)

    def with_reading(self, name: str) -> Conflict:
        """Return the conflict as a rival reading sees it, with that reading as its own and no rivals.

        Raises
        ------
        UsageError
            where the conflict has no reading of that name.
        """
        if name == self.reading.name:
            return self
        rivals = {reading.name: reading for reading in self.rival_readings}
        if name not in rivals:
            known = [self.reading.name, *rivals] if self.reading.name else list(rivals)
            raise UsageError(f"no reading '{name}'; {did_you_mean(name, known)}")
        changed = dict(rivals[name].preferences)
        return replace(
            self,
            decision_makers=tuple(
                replace(dm, preferences=changed.get(dm.id, dm.preferences))
                for dm in self.decision_makers
            ),
            reading=replace(rivals[name], preferences=()),
            rival_readings=(),
        )

    def all_because(self) -> Iterator[str]:
        """Yield every evidence id that something in the conflict refers to, in file order."""
        for dm in self.decision_makers:
            for option in dm.options:
                yield from option.because
            yield from chain.from_iterable(because_of(dm.preferences))
        for constraint in self.feasibility:
            yield from constraint.because
        for rule in self.forbidden_moves:
            yield from rule.because
        for reading in self.rival_readings:
            for _, preferences in reading.preferences:
                yield from chain.from_iterable(because_of(preferences))
