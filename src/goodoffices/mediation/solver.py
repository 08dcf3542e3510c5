"""The fewest edits of one decision maker's statements as a constraint problem, for long lists.

Needs OR-tools (the extra ``optimum``), imported only here and only when called. Per statement it is decided
whether it is kept and whether it is negated, per pair which comes first. A kind of state is not preferred to
the wanted one if every kept statement that speaks for it comes after a kept one that speaks against it.
"""

from __future__ import annotations

from itertools import combinations, permutations
from typing import Any

from goodoffices.mediation.changes import Order
from goodoffices.mediation.orders import Demand, Searched

__all__ = ["solve_orders"]

EFFORT = 60.0
"""OR-tools' measure of work after which a proof is given up, some seconds each; the same on every machine."""
_MOST_ANSWERS = 50


def solve_orders(count: int, demand: Demand, at_least: int) -> Searched | None:
    """Return the orders of so many statements that meet a demand with the fewest edits.

    Parameters
    ----------
    at_least : how many edits it is known to take.

    Returns
    -------
    what was found; None where OR-tools is not installed, or nothing was found in time.
    """
    try:
        from ortools.sat.python import cp_model
    except ImportError:
        return None
    model = _Model(cp_model.CpModel(), count, demand)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1  # one worker gives the same answers on every machine
    solver.parameters.max_deterministic_time = EFFORT
    model.it.add(model.cost >= at_least)
    model.it.minimize(model.cost)
    status = solver.solve(model.it)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    cost = round(solver.objective_value)
    if status == cp_model.FEASIBLE:
        return Searched(cost, (model.order(solver),), proved=False, complete=False)
    found = [model.order(solver)]
    model.it.clear_objective()
    model.it.add(model.cost == cost)
    while len(found) < _MOST_ANSWERS:
        model.forbid(solver)
        status = solver.solve(model.it)
        if status != cp_model.OPTIMAL:
            break
        found.append(model.order(solver))
    complete = status == cp_model.INFEASIBLE
    return Searched(cost, tuple(sorted(found)), proved=True, complete=complete)


class _Model:
    """The constraint problem, and how its answers are read."""

    def __init__(self, it: Any, count: int, demand: Demand) -> None:
        self.it = it
        self.kept = [it.new_bool_var(f"kept {k}") for k in range(count)]
        self.negated = [it.new_bool_var(f"negated {k}") for k in range(count)]
        self.asserted = [it.new_bool_var(f"asserted {k}") for k in range(count)]
        for kept, negated, asserted in zip(self.kept, self.negated, self.asserted, strict=True):
            it.add_implication(negated, kept)
            it.add_bool_and(kept, ~negated).only_enforce_if(asserted)
            it.add_bool_or(~kept, negated, asserted)
        pairs = list(combinations(range(count), 2))
        self.first = {pair: it.new_bool_var(f"{pair} in order") for pair in pairs}
        for a, b, c in combinations(range(count), 3):
            it.add_bool_or(~self.before(a, b), ~self.before(b, c), self.before(a, c))
            it.add_bool_or(self.before(a, b), self.before(b, c), ~self.before(a, c))
        self.swapped = {pair: self._swapped(*pair) for pair in pairs}
        self.cost = (
            sum(1 - kept for kept in self.kept) + sum(self.negated) + sum(self.swapped.values())
        )
        self.shields = {
            (a, b, says): self._shield(a, b, says)
            for a, b in permutations(range(count), 2)
            for says in (True, False)
        }
        self._demand(demand)

    def before(self, a: int, b: int) -> Any:
        """Return the literal that a comes before b."""
        return self.first[a, b] if a < b else ~self.first[b, a]

    def _swapped(self, a: int, b: int) -> Any:
        swapped = self.it.new_bool_var(f"{a}, {b} swapped")
        both = (self.kept[a], self.kept[b], ~self.before(a, b))
        self.it.add_bool_and(*both).only_enforce_if(swapped)
        self.it.add_bool_or(*(~literal for literal in both), swapped)
        return swapped

    def _shield(self, a: int, b: int, says: bool) -> Any:
        """Return a literal that a, as written or else negated, is kept and comes before b."""
        shield = self.it.new_bool_var(f"{a} shields from {b}")
        self.it.add_implication(shield, self.asserted[a] if says else self.negated[a])
        self.it.add_implication(shield, self.before(a, b))
        return shield

    def _demand(self, demand: Demand) -> None:
        count, kinds = demand.differs.shape
        good = [self.it.new_bool_var(f"kind {u}") for u in range(kinds)]
        for u in range(kinds):
            differs = [k for k in range(count) if demand.differs[k, u]]
            for b in differs:
                against = self.negated[b] if demand.favours[b, u] else self.asserted[b]
                shields = [
                    self.shields[a, b, bool(demand.favours[a, u])] for a in differs if a != b
                ]
                self.it.add_bool_or(~good[u], ~against, *shields)
        for clause in demand.clauses:
            ways = []
            for one in clause:
                way = good[one[0]] if len(one) == 1 else self.it.new_bool_var("all of these")
                if len(one) > 1:
                    self.it.add_bool_and(*(good[u] for u in one)).only_enforce_if(way)
                ways.append(way)
            self.it.add_bool_or(*ways)

    def order(self, solver: Any) -> Order:
        """Return the order that an answer stands for."""
        kept = [k for k, literal in enumerate(self.kept) if solver.boolean_value(literal)]
        places = {
            k: sum(solver.boolean_value(self.before(j, k)) for j in kept if j != k) for k in kept
        }
        return tuple(
            ~k if solver.boolean_value(self.negated[k]) else k
            for k in sorted(kept, key=places.__getitem__)
        )

    def forbid(self, solver: Any) -> None:
        """Rule out the answer last found, whatever place dropped statements have in it."""
        literals = [*self.kept, *self.negated, *self.swapped.values()]
        self.it.add_bool_or(
            ~literal if solver.boolean_value(literal) else literal for literal in literals
        )
