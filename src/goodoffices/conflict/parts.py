"""The parts of a conflict as its analyst wrote it: who can do what, what cannot be, who wants what.

Values only: frozen records that compare, hash and print. The terms are those of the Graph Model for
Conflict Resolution (Fang, Hipel and Kilgour 1993).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeAlias, get_args

from goodoffices.statements import And, Name, Not, Or, Statement

__all__ = [
    "KINDS",
    "MOVES",
    "ROLES",
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
"""A state, by the ids of the options taken in it; where states are listed, by its own id alone."""

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


@dataclass(frozen=True)
class Weight:
    """How much a decision maker cares for an option or proposition: positive wants it, negative not."""

    id: str
    value: Fraction
    because: tuple[str, ...] = ()
    note: str = ""


_LARGEST_SUM = 1 << 62  # of weights, as whole numbers


@dataclass(frozen=True)
class Weighting:
    """Option weights: of two states the one is preferred whose weights of what is true sum to more.

    Equal sums tie. The sums only order the states; how far apart they are says nothing (Fang, Hipel,
    Kilgour and Peng 2003). Preferences that depend on conditions need statements.
    """

    weights: tuple[Weight, ...]

    def in_whole_numbers(self) -> tuple[int, ...]:
        """Return the weights in the same proportions, without fractions."""
        unit = math.lcm(*(weight.value.denominator for weight in self.weights), 1)
        return tuple(int(weight.value * unit) for weight in self.weights)

    def can_be_summed(self) -> bool:
        """Say whether every sum of these weights fits the 64 bits it is computed in, exactly."""
        return sum(map(abs, self.in_whole_numbers())) < _LARGEST_SUM


Preferences: TypeAlias = Prioritisation | Ranking | Weighting


@dataclass(frozen=True)
class DecisionMaker:
    """One who can change the state and cares about it; an observer has no options.

    ``moves`` holds, where states are listed, the states that can be reached from each in one move.
    ``misperceptions`` say which states this one cannot see: kept, and not taken into account.
    """

    id: str
    name: str = ""
    role: Role = "party"
    options: tuple[Option, ...] = ()
    preferences: Preferences = field(default_factory=Prioritisation)
    note: str = ""
    moves: tuple[tuple[str, tuple[str, ...]], ...] = ()
    misperceptions: tuple[Statement, ...] = ()

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
class ForbiddenMove:
    """A move that a decision maker cannot make, although the options would let them.

    Every move of ``by`` from a state in which ``start`` holds to one in which ``end`` holds; None stands
    for any state.
    """

    by: str
    start: Statement | None = None
    end: Statement | None = None
    because: tuple[str, ...] = ()
    note: str = ""

    @property
    def words(self) -> str:
        """The rule as a person reads it."""
        places = [f"{word} {it}" for word, it in (("from", self.start), ("to", self.end)) if it]
        return f"{self.by} cannot move {' '.join(places)}"


@dataclass(frozen=True)
class ListedState:
    """A state of a conflict in graph form: listed, not made of options.

    ``taken`` names options known to be taken in it, for showing and for statements. A coalesced state,
    which stands for several combinations of options, names only those taken in all of them.
    """

    id: str
    text: str = ""
    taken: tuple[str, ...] = ()
    note: str = ""


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
    ``record`` links it to items of the case's record, each as ``SOURCE_ID/ITEM_ID``.
    """

    id: str
    citation: str
    said: str = ""
    known: str = ""
    url: str = ""
    text: str = ""
    quote: str = ""
    record: tuple[str, ...] = ()


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
    """Where a conflict was read from; ``notes`` tell what of it is left out or not modelled."""

    name: str
    sha256: str
    notes: tuple[str, ...] = ()


def because_of(preferences: Preferences) -> list[tuple[str, ...]]:
    """Return the evidence ids of each statement, tier or weight, in order."""
    if isinstance(preferences, Prioritisation):
        return [wanted.because for wanted in preferences.statements]
    if isinstance(preferences, Weighting):
        return [weight.because for weight in preferences.weights]
    return [tier.because for tier in preferences.tiers]


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


def is_inference(note: str) -> bool:
    """Tell whether a note says that the analyst inferred what it stands beside.

    >>> is_inference("Inference from what its ally said"), is_inference("as said on Tuesday")
    (True, False)
    """
    return note.lower().startswith("infer")
