"""The conflict as its analyst wrote it: who can do what, what cannot be, and who wants what.

Values only: frozen records that compare, hash and print. The states that follow from them are in
`goodoffices.conflict.states`, the file they are kept in is read by `goodoffices.conflict.file`.
The terms are those of the Graph Model for Conflict Resolution (Fang, Hipel and Kilgour 1993).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from goodoffices.errors import ConflictError, UsageError, did_you_mean
from goodoffices.statements import And, Name, Not, Or, Statement, substitute

if TYPE_CHECKING:
    from goodoffices.conflict.states import StateSpace
    from goodoffices.stability import Analysis

__all__ = [
    "KINDS",
    "MOVES",
    "ROLES",
    "Conflict",
    "Constraint",
    "DecisionMaker",
    "Evidence",
    "Option",
    "Origin",
    "PreferenceStatement",
    "Preferences",
    "Prioritisation",
    "Proposition",
    "Ranking",
    "Reading",
    "State",
    "Tier",
]

Role: TypeAlias = Literal["party", "patron", "mediator", "body", "observer"]
Kind: TypeAlias = Literal["substance", "procedure"]
Moves: TypeAlias = Literal["reversible", "only taken", "only given up"]
ConstraintKind: TypeAlias = Literal[
    "mutually_exclusive",
    "at_least_one",
    "exactly_one",
    "only_if",
    "never",
    "always",
    "never_pattern",
]
State: TypeAlias = frozenset[str]
"""A state, by the ids of the options taken in it."""

ROLES: tuple[Role, ...] = get_args(Role)
KINDS: tuple[Kind, ...] = get_args(Kind)
MOVES: tuple[Moves, ...] = get_args(Moves)


@dataclass(frozen=True)
class Option:
    """Something one decision maker can do or leave.

    ``moves`` tells how it can be changed: ``reversible``, ``only taken`` (once taken it stays so) or
    ``only given up``. ``kind`` tells substance from procedure: a mediator has procedural options only.
    """

    id: str
    text: str = ""
    kind: Kind = "substance"
    moves: Moves = "reversible"
    because: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class PreferenceStatement:
    """Something a decision maker wants true, with the ids of the evidence for it."""

    statement: Statement
    because: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Prioritisation:
    """Preference statements, most important first (option prioritisation; Hipel et al. 1997).

    Of two states the one is preferred that fulfils the first statement on which they differ; states
    that fulfil the same statements tie.
    """

    statements: tuple[PreferenceStatement, ...] = ()


@dataclass(frozen=True)
class Tier:
    """States that one decision maker likes equally."""

    states: tuple[State, ...]
    because: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Ranking:
    """Every feasible state, in tiers from most to least preferred."""

    tiers: tuple[Tier, ...]


Preferences: TypeAlias = Prioritisation | Ranking


@dataclass(frozen=True)
class DecisionMaker:
    """One who can change the state and cares about it; an observer has no options."""

    id: str
    name: str = ""
    role: Role = "party"
    options: tuple[Option, ...] = ()
    preferences: Preferences = field(default_factory=Prioritisation)
    note: str = ""

    @property
    def label(self) -> str:
        """The name people read, or the id where there is none."""
        return self.name or self.id


@dataclass(frozen=True)
class Constraint:
    """What cannot be: a state is infeasible where ``rules_out`` holds.

    ``kind`` is how the analyst put it, ``given`` the words or ids as put, for showing and writing back.
    """

    kind: ConstraintKind
    given: tuple[str, ...]
    rules_out: Statement
    because: tuple[str, ...] = ()
    note: str = ""

    @property
    def words(self) -> str:
        """The constraint as a person reads it."""
        listed = ", ".join(self.given)
        return {
            "mutually_exclusive": f"at most one of ({listed})",
            "at_least_one": f"at least one of ({listed})",
            "exactly_one": f"exactly one of ({listed})",
            "only_if": " only if ".join(self.given),
            "never": f"never {listed}",
            "always": f"always {listed}",
            "never_pattern": f"never the pattern {listed}",
        }[self.kind]


@dataclass(frozen=True)
class Proposition:
    """A named statement, usable wherever an option is."""

    id: str
    statement: Statement
    text: str = ""


@dataclass(frozen=True)
class Evidence:
    """Where something is written: what ``because`` refers to.

    ``said`` is when it was said, ``known`` when it became known (ISO dates, as precise as they are).
    """

    id: str
    citation: str
    said: str = ""
    known: str = ""
    url: str = ""
    text: str = ""
    quote: str = ""


@dataclass(frozen=True)
class Reading:
    """A named analyst's reading of the conflict: who made it, when, knowing what."""

    name: str = ""
    by: str = ""
    written: str = ""
    title: str = ""
    note: str = ""
    preferences: tuple[tuple[str, Preferences], ...] = ()
    """Per decision maker id what this reading holds instead, for a rival reading."""


@dataclass(frozen=True)
class Origin:
    """Where a conflict was read from."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Conflict:
    """A conflict: decision makers, their options and preferences, and what is feasible.

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
                if not any(inner in waiting for inner in _names(statement)):
                    meanings[name] = substitute(statement, meanings)
                    del waiting[name]
        return meanings

    def in_options(self, statement: Statement) -> Statement:
        """Return the statement with every derived proposition replaced by its meaning in options."""
        return substitute(statement, self.propositions)

    @cached_property
    def states(self) -> StateSpace:
        """The feasible states, listed on first use.

        Raises
        ------
        ConflictError
            where no state is feasible, or a ranking or the status quo does not fit the feasible states.
        LimitError
            where there are too many states to list.
        """
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
        for reading in self.rival_readings:
            for _, preferences in reading.preferences:
                yield from chain.from_iterable(because_of(preferences))


def because_of(preferences: Preferences) -> list[tuple[str, ...]]:
    """Return the evidence ids of each statement, or of each tier, in order."""
    if isinstance(preferences, Prioritisation):
        return [wanted.because for wanted in preferences.statements]
    return [tier.because for tier in preferences.tiers]


def _names(statement: Statement) -> tuple[str, ...]:
    from goodoffices.statements import names

    return names(statement)


def pattern(options: tuple[Option, ...], letters: str) -> Statement:
    """Return the statement that a Y/N/- pattern over the options stands for.

    >>> str(pattern((Option("a"), Option("b"), Option("c")), "Y-N"))
    'a and not c'
    """
    literals: list[Statement] = []
    for option, letter in zip(options, letters, strict=True):
        if letter != "-":
            literals.append(Name(option.id) if letter == "Y" else Not(Name(option.id)))
    return literals[0] if len(literals) == 1 else And(tuple(literals))


def pairs_excluded(ids: tuple[str, ...]) -> Statement:
    """Return what mutual exclusion rules out: any two of the ids true together."""
    two = [And((Name(a), Name(b))) for k, a in enumerate(ids) for b in ids[k + 1 :]]
    return two[0] if len(two) == 1 else Or(tuple(two))
