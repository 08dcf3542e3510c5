"""The definitions, word for word: slow answers to hold the fast ones against.

Sets and dictionaries only, one search per state, nothing of `goodoffices.stability` used. Of
`goodoffices.conflict` only the values are read; feasibility, codes, moves and preferences are worked
out here once more, so that a mistake there shows. Good for some hundreds of states.

The terms and definitions are those of Fang, Hipel and Kilgour (1993); SSEQ is of Rêgo and Vieira (2017).

>>> from goodoffices.conflict.model import Conflict, DecisionMaker, Option, Prioritisation
>>> from goodoffices.conflict.model import PreferenceStatement
>>> from goodoffices.statements import parse
>>> def prisoner(me: str, other: str) -> DecisionMaker:
...     wanted = tuple(PreferenceStatement(parse(words)) for words in (other, f"not {me}"))
...     return DecisionMaker(f"dm_{me}", options=(Option(me),), preferences=Prioritisation(wanted))
>>> oracle = Oracle.of(Conflict("Dilemma", (prisoner("a", "b"), prisoner("b", "a"))))
>>> oracle.equilibria("Nash"), oracle.equilibria("SEQ")
({1}, {1, 4})
>>> oracle.joint_improvements(1) == {4: {frozenset({"dm_a", "dm_b"})}}
True
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from heapq import heappop, heappush
from itertools import combinations, product
from typing import Any, TypeAlias

from goodoffices.conflict.model import (
    Conflict,
    Constraint,
    DecisionMaker,
    Option,
    Prioritisation,
    Ranking,
    State,
    Weighting,
)
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
    parse,
)

__all__ = ["CONCEPTS", "Oracle", "is_true"]

CONCEPTS = ("Nash", "GMR", "SMR", "SEQ", "SSEQ")
Coalition: TypeAlias = frozenset[str]
Step: TypeAlias = tuple[str, int]
"""Who moves, and the number of the state they move to."""


@dataclass(frozen=True)
class Oracle:
    """A graph model and the literal answers about it.

    Parameters
    ----------
    numbers : the numbers of the feasible states.
    arcs : per decision maker and state, the states reached by one move; need not be transitive.
    liking : per decision maker and state a value that is larger the more the state is liked, and
        equal where states tie; values of one decision maker compare with one another only.
    taken : per number the options taken; empty for a graph that has none.
    """

    numbers: tuple[int, ...]
    arcs: Mapping[str, Mapping[int, frozenset[int]]]
    liking: Mapping[str, Mapping[int, Any]]
    taken: Mapping[int, State] = field(default_factory=dict)
    _reached: dict[tuple[Coalition, int, bool], frozenset[int]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @classmethod
    def of(cls, conflict: Conflict) -> Oracle:
        """Work out states, moves and preferences of a conflict from its parts alone."""
        if conflict.listed_states:
            return cls._of_listed(conflict)
        feasible = [state for state in _all_assignments(conflict) if _feasible(conflict, state)]
        taken = dict(enumerate(feasible, start=1))
        return cls(
            tuple(taken),
            {dm.id: _arcs(conflict, dm, taken) for dm in conflict.decision_makers},
            {dm.id: _liking(conflict, dm, taken) for dm in conflict.decision_makers},
            taken,
        )

    @classmethod
    def _of_listed(cls, conflict: Conflict) -> Oracle:
        """Take states and moves as they are listed; a state's own id is true in it alone."""
        listed = list(enumerate(conflict.listed_states, start=1))
        numbers = {state.id: number for number, state in listed}
        true = {number: frozenset((*state.taken, state.id)) for number, state in listed}
        arcs = {
            dm.id: {numbers[a]: frozenset(numbers[b] for b in ends) for a, ends in dm.moves}
            for dm in conflict.decision_makers
        }
        ids = {n: frozenset({s.id}) for n, s in listed}
        liking = {
            dm.id: _liking(conflict, dm, ids if isinstance(dm.preferences, Ranking) else true)
            for dm in conflict.decision_makers
        }
        return cls(tuple(true), arcs, liking, {n: frozenset(s.taken) for n, s in listed})

    @cached_property
    def everybody(self) -> Coalition:
        """All decision makers."""
        return frozenset(self.arcs)

    def prefers(self, dm: str, a: int, b: int) -> bool:
        """Tell whether the decision maker strictly prefers state a to state b."""
        return bool(self.liking[dm][a] > self.liking[dm][b])

    def moves(self, dm: str, state: int) -> frozenset[int]:
        """Return R_i(s): where one move of the decision maker leads."""
        return self.arcs[dm].get(state, frozenset())

    def improvements(self, dm: str, state: int) -> frozenset[int]:
        """Return R_i^+(s): the moves to states strictly preferred to the one left."""
        return frozenset(q for q in self.moves(dm, state) if self.prefers(dm, q, state))

    def step(self, dm: str, state: int, *, improving: bool) -> frozenset[int]:
        """Return the moves, or the improvements only, of one decision maker."""
        return self.improvements(dm, state) if improving else self.moves(dm, state)

    def reached(self, group: Iterable[str], state: int, *, improving: bool) -> frozenset[int]:
        """Return R_H(s) or R_H^+(s): the ends of the non-empty legal sequences of the group.

        Nobody makes two steps running; each improving step betters the mover against the state left.
        """
        key = (frozenset(group), state, improving)
        if key not in self._reached:
            nodes = self._nodes(key[0], state, improving=improving)
            self._reached[key] = frozenset(end for (end, _) in nodes)
        return self._reached[key]

    def _nodes(
        self, group: Coalition, start: int, *, improving: bool
    ) -> dict[tuple[int, str], int]:
        """Return each (state, last mover) that a legal sequence ends in, with its fewest steps."""
        steps: dict[tuple[int, str], int] = {}
        front: list[tuple[int, str | None]] = [(start, None)]
        length = 0
        while front:
            length += 1
            found: list[tuple[int, str | None]] = []
            for state, last in front:
                for dm in group - {last}:
                    for end in self.step(dm, state, improving=improving):
                        if (end, dm) not in steps:
                            steps[end, dm] = length
                            found.append((end, dm))
            front = found
        return steps

    def distances(
        self, start: int, group: Iterable[str] | None = None, *, improving: bool
    ) -> dict[int, int]:
        """Return the fewest steps of a legal sequence to each state reached; 0 to the start itself."""
        members = self.everybody if group is None else frozenset(group)
        fewest: dict[int, int] = {start: 0}
        for (end, _), length in self._nodes(members, start, improving=improving).items():
            fewest[end] = min(length, fewest.get(end, length))
        return fewest

    def fewest_losses(self, start: int) -> dict[int, tuple[int, int]]:
        """Return per state reached the fewest steps at a loss, then the fewest steps.

        A step is at a loss where the mover strictly prefers the state left to the one moved to.
        """
        best: dict[tuple[int, str | None], tuple[int, int]] = {}
        queue: list[tuple[int, int, int, str]] = [(0, 0, start, "")]
        while queue:
            losses, length, state, mover = heappop(queue)
            last = mover or None
            if (state, last) in best:
                continue
            best[state, last] = (losses, length)
            for dm in self.everybody - {last}:
                for end in self.moves(dm, state):
                    loss = self.prefers(dm, state, end)
                    heappush(queue, (losses + loss, length + 1, end, dm))
        return {
            end: min(cost for (state, _), cost in best.items() if state == end) for end, _ in best
        }

    def is_legal(
        self, start: int, steps: Iterable[Step], group: Collection[str], *, improving: bool
    ) -> bool:
        """Tell whether the steps are real moves (improvements) of members, nobody moving twice running."""
        state, last = start, None
        for dm, end in steps:
            if dm not in group or dm == last:
                return False
            if end not in self.step(dm, state, improving=improving):
                return False
            state, last = end, dm
        return True

    def hurts(self, dm: str, end: int, state: int) -> bool:
        """Tell whether the end is not preferred to the state: an equally liked one still deters."""
        return not self.prefers(dm, end, state)

    def escapes(self, dm: str, end: int, state: int) -> frozenset[int]:
        """Return where one more move of the decision maker leads from the end that beats the state."""
        return frozenset(q for q in self.moves(dm, end) if self.prefers(dm, q, state))

    def sanctions(self, concept: str, dm: str, state: int, improvement: int) -> frozenset[int]:
        """Return the states by which the others deter one improvement under the concept."""
        if concept == "Nash":
            return frozenset()
        others = self.everybody - {dm}
        ends = self.reached(others, improvement, improving=concept in ("SEQ", "SSEQ"))
        return frozenset(
            end
            for end in ends
            if self.hurts(dm, end, state)
            and (concept in ("GMR", "SEQ") or not self.escapes(dm, end, state))
        )

    def is_stable(self, concept: str, dm: str, state: int) -> bool:
        """Tell whether each improvement of the decision maker meets a sanction."""
        return all(
            self.sanctions(concept, dm, state, improvement)
            for improvement in self.improvements(dm, state)
        )

    def stable(self, concept: str, dm: str) -> set[int]:
        """Return the states stable for one decision maker."""
        return {state for state in self.numbers if self.is_stable(concept, dm, state)}

    def equilibria(self, concept: str) -> set[int]:
        """Return the states stable for everybody."""
        return {
            state
            for state in self.numbers
            if all(self.is_stable(concept, dm, state) for dm in self.arcs)
        }

    def joint_improvements(self, state: int) -> dict[int, set[Coalition]]:
        """Return each outcome with the groups that reach it together and all strictly prefer it.

        Groups are of two or more decision makers none of whom has an improvement alone; of the
        groups for one outcome only those stay that contain no other such group.
        """
        idle = [dm for dm in self.arcs if not self.improvements(dm, state)]
        found: dict[int, set[Coalition]] = {}
        for size in range(2, len(idle) + 1):
            for group in map(frozenset, combinations(idle, size)):
                for end in self.reached(group, state, improving=False):
                    if all(self.prefers(dm, end, state) for dm in group):
                        found.setdefault(end, set()).add(group)
        return {
            end: {group for group in groups if not any(other < group for other in groups)}
            for end, groups in found.items()
        }


def is_true(
    statement: Statement, state: State, meanings: Mapping[str, Statement] | None = None
) -> bool:
    """Tell whether a statement is true in a state, derived propositions by their meanings."""
    meanings = meanings or {}

    def true(part: Statement) -> bool:
        match part:
            case Name(id_):
                return true(meanings[id_]) if id_ in meanings else id_ in state
            case Not(inner):
                return not true(inner)
            case And(parts):
                return all(map(true, parts))
            case Or(parts):
                return any(map(true, parts))
            case If(consequent, condition):
                return true(consequent) or not true(condition)
            case OnlyIf(antecedent, requirement):
                return not true(antecedent) or true(requirement)
            case Iff(left, right):
                return true(left) == true(right)
            case Count(quantity, k, parts):
                number = sum(map(true, parts))
                at = {"at least": number >= k, "at most": number <= k, "exactly": number == k}
                return at[quantity]

    return true(statement)


def _all_options(conflict: Conflict) -> list[Option]:
    return [option for dm in conflict.decision_makers for option in dm.options]


def _all_assignments(conflict: Conflict) -> list[State]:
    """Return every assignment of Y and N by ascending code: the first option is the lowest bit."""
    ids = [option.id for option in _all_options(conflict)]
    return [
        frozenset(id_ for id_, yes in zip(reversed(ids), letters, strict=True) if yes)
        for letters in product((False, True), repeat=len(ids))
    ]


def _meanings(conflict: Conflict) -> dict[str, Statement]:
    return {proposition.id: proposition.statement for proposition in conflict.derived}


def _feasible(conflict: Conflict, state: State) -> bool:
    return not any(_breaks(conflict, rule, state) for rule in conflict.feasibility)


def _breaks(conflict: Conflict, rule: Constraint, state: State) -> bool:
    """Tell whether a state breaks a constraint, read from how the analyst put it."""
    meanings = _meanings(conflict)

    def said(words: str) -> bool:
        return is_true(parse(words), state, meanings)

    given = rule.given
    match rule.kind:
        case "mutually_exclusive":
            return sum(map(said, given)) > 1
        case "at_least_one":
            return sum(map(said, given)) < 1
        case "exactly_one":
            return sum(map(said, given)) != 1
        case "only_if":
            return said(given[0]) and not said(given[1])
        case "never":
            return said(given[0])
        case "always":
            return not said(given[0])
        case "never_pattern":
            pairs = zip(_all_options(conflict), given[0], strict=True)
            return all(letter == "-" or (letter == "Y") == (o.id in state) for o, letter in pairs)


def _arcs(
    conflict: Conflict, dm: DecisionMaker, taken: Mapping[int, State]
) -> dict[int, frozenset[int]]:
    """Return one decision maker's moves: only own options change, each the way it can."""
    return {
        a: frozenset(
            b
            for b in taken
            if a != b
            and _can_move(dm, taken[a], taken[b])
            and not _forbidden(conflict, dm, taken[a], taken[b])
        )
        for a in taken
    }


def _forbidden(conflict: Conflict, dm: DecisionMaker, before: State, after: State) -> bool:
    meanings = _meanings(conflict)
    return any(
        rule.by == dm.id
        and (rule.start is None or is_true(rule.start, before, meanings))
        and (rule.end is None or is_true(rule.end, after, meanings))
        for rule in conflict.forbidden_moves
    )


def _can_move(dm: DecisionMaker, before: State, after: State) -> bool:
    directions = {option.id: option.moves for option in dm.options}
    return all(
        id_ in directions and directions[id_] != ("only given up" if id_ in after else "only taken")
        for id_ in before ^ after
    )


def _liking(conflict: Conflict, dm: DecisionMaker, taken: Mapping[int, State]) -> dict[int, Any]:
    """Return the truth vector of each state, or how near the top its tier stands."""
    if isinstance(dm.preferences, Prioritisation):
        wanted = [it.statement for it in dm.preferences.statements]
        meanings = _meanings(conflict)
        return {
            number: tuple(is_true(statement, state, meanings) for statement in wanted)
            for number, state in taken.items()
        }
    if isinstance(dm.preferences, Weighting):
        return {number: _weighed(conflict, dm.preferences, s) for number, s in taken.items()}
    tiers = dm.preferences.tiers
    place = {state: -k for k, tier in enumerate(tiers) for state in tier.states}
    return {number: place[state] for number, state in taken.items()}


def _weighed(conflict: Conflict, weighting: Weighting, state: State) -> Fraction:
    true = (it for it in weighting.weights if is_true(Name(it.id), state, _meanings(conflict)))
    return sum((weight.value for weight in true), Fraction(0))
