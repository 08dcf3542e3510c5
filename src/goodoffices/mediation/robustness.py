"""How far an answer leans on which assumption: variants of the statements, and evidence struck out.

A variant drops a statement or swaps two neighbours; robustness is a count of variants, never a percentage
and never a chance. Striking out a piece of evidence drops the statements that rest on it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import UsageError
from goodoffices.mediation.changes import Edit, Order, order_after, statements_of
from goodoffices.mediation.setting import Concepts, Setting
from goodoffices.mediation.sweep import Part, Plan, Sheet, run, within
from goodoffices.stability import Analysis, Concept, Progress
from goodoffices.stability.analysis import StateLike

__all__ = ["Breaks", "OnPart", "Robustness", "Struck", "Survey", "robustness", "strike_out"]

OnPart: TypeAlias = Callable[[int, Part], None]

_MOST_BREAKS = 1000  # of variants in which a state does not hold, looked through for the smallest


@dataclass(frozen=True)
class Breaks:
    """In which variants a state is no equilibrium.

    Attributes
    ----------
    found : the changes, fewest first; one that contains a smaller one found is left out.
    complete : whether all variants that break it were looked through.
    """

    found: tuple[tuple[Edit, ...], ...]
    complete: bool


@dataclass(frozen=True, eq=False)
class Robustness:
    """In how many variants of the statements each state is an equilibrium.

    Attributes
    ----------
    concepts : per decision maker id the concept.
    changes : up to how many changes a variant has; one is a drop of a statement or a swap of neighbours.
    plan : the variants.
    watched : numbers of the states followed variant by variant: the equilibria of the model as it is, the
        status quo and whatever was asked for.
    now : the numbers of those that are equilibria of the model as it is.
    holds : bool array of shape (variants, watched).
    counts : int64 array over states, by number.
    """

    analysis: Analysis
    concepts: tuple[tuple[str, Concept], ...]
    changes: int
    plan: Plan
    watched: tuple[int, ...]
    now: frozenset[int]
    holds: NDArray[np.bool_]
    counts: NDArray[np.int64]

    @property
    def variants(self) -> int:
        """How many variants there are."""
        return len(self.plan)

    def held(self, state: StateLike) -> int:
        """Return in how many variants a state is an equilibrium."""
        return int(self.counts[self.analysis.states.find(state) - 1])

    def is_now(self, state: StateLike) -> bool:
        """Tell whether a state is an equilibrium of the model as it is, under the same concepts."""
        return self.analysis.states.find(state) in self.now

    def column(self, state: StateLike) -> NDArray[np.bool_]:
        """Return variant by variant whether a watched state is an equilibrium.

        Raises
        ------
        UsageError
            for a state that was not watched.
        """
        number = self.analysis.states.find(state)
        if number not in self.watched:
            raise UsageError(
                f"state {number} was not watched; ask for it with robustness(states=…)"
            )
        return np.asarray(self.holds[:, self.watched.index(number)])

    def breaks(self, state: StateLike) -> Breaks:
        """Return the smallest changes after which a watched state is no equilibrium."""
        broken = np.flatnonzero(~self.column(state))
        found: list[tuple[Edit, ...]] = []
        for variant in broken[:_MOST_BREAKS].tolist():
            edits = self.plan.edits(variant)
            if not any(set(smaller) < set(edits) for smaller in found):
                found.append(edits)
        return Breaks(tuple(found), complete=len(broken) <= _MOST_BREAKS)

    def rests_on(self, state: StateLike) -> tuple[Edit, ...]:
        """Return the single drops after which a watched state is no equilibrium: what it rests on."""
        return tuple(
            edits[0]
            for edits in self.breaks(state).found
            if len(edits) == 1 and edits[0].kind == "drop"
        )


@dataclass(frozen=True, eq=False)
class Survey:
    """A sweep over variants that is ready to run, here or on any executor, from the start or resumed."""

    analysis: Analysis
    setting: Setting
    changes: int
    watched: tuple[int, ...]
    plan: Plan
    sheet: Sheet

    @classmethod
    def of(
        cls,
        analysis: Analysis,
        concepts: Concepts = "SEQ",
        changes: int = 1,
        *,
        states: Collection[StateLike] = (),
        vary: Collection[str] | None = None,
    ) -> Survey:
        """Lay out a sweep; the parameters, and what is raised, are those of `robustness`."""
        if changes < 1:
            raise UsageError(f"a variant has at least one change, not {changes}")
        setting = Setting.of(analysis, concepts, vary)
        if not setting.editable:
            raise UsageError(
                "nobody has ordered statements to vary; variants of rankings are not made"
            )
        watched = _watched(setting, states)
        sheet = Sheet.of(setting, [setting.cell(n) for n in watched])
        return cls(analysis, setting, changes, watched, within(setting, changes), sheet)

    @property
    def fingerprint(self) -> str:
        """A digest of all that the parts depend on; the parts of one sweep fit another that has the same."""
        return self.sheet.fingerprint(self.plan)

    def run(
        self,
        executor: Executor | None = None,
        *,
        done: Mapping[int, Part] | None = None,
        on_part: OnPart | None = None,
        progress: Progress | None = None,
    ) -> Robustness:
        """Work out the parts that are missing, and count."""
        finished = len(done or {})

        def take(number: int, part: Part) -> None:
            nonlocal finished
            finished += 1
            if progress is not None:
                progress(f"{len(self.plan):,} variants", finished / self.plan.parts)
            if on_part is not None:
                on_part(number, part)

        parts = run(self.sheet, self.plan, executor, done, take)
        counts = np.zeros(self.analysis.states.count, dtype=np.int64)
        for part in parts.values():
            counts += part.counts
        setting = self.setting
        return Robustness(
            analysis=self.analysis,
            concepts=tuple(zip(setting.ids, setting.concepts, strict=True)),
            changes=self.changes,
            plan=self.plan,
            watched=self.watched,
            now=setting.now(),
            holds=np.concatenate([parts[k].holds for k in range(self.plan.parts)]),
            counts=counts,
        )


def robustness(
    analysis: Analysis,
    concepts: Concepts = "SEQ",
    changes: int = 1,
    *,
    states: Collection[StateLike] = (),
    vary: Collection[str] | None = None,
    executor: Executor | None = None,
    done: Mapping[int, Part] | None = None,
    on_part: OnPart | None = None,
    progress: Progress | None = None,
) -> Robustness:
    """Count in how many variants of the statements each state is an equilibrium.

    Parameters
    ----------
    concepts : one for everybody, or each decision maker's own by id.
    changes : up to how many changes a variant has, 1 or more.
    states : states to follow variant by variant beside the equilibria and the status quo.
    vary : ids of those whose statements vary; everybody if left out.
    executor : any `concurrent.futures.Executor` to work on; none works in this process. For a Dask cluster
        ``Client(address).get_executor(pure=False)``.
    done, on_part : parts worked out before, and what is called with each new one: to resume.

    Raises
    ------
    UsageError
        for an unknown name, fewer than one change, or where nobody has statements to vary.
    LimitError
        where there are too many variants.

    >>> import goodoffices as go
    >>> found = robustness(go.load("geneva-2014/council").analyse(), states=["vote"])
    >>> found.held("vote"), found.variants
    (25, 27)
    """
    survey = Survey.of(analysis, concepts, changes, states=states, vary=vary)
    return survey.run(executor, done=done, on_part=on_part, progress=progress)


_MOST_WATCHED = 24  # equilibria followed variant by variant unless asked for by name


def _watched(setting: Setting, states: Collection[StateLike]) -> tuple[int, ...]:
    conflict, space = setting.analysis.conflict, setting.analysis.states
    found = dict.fromkeys(space.find(state) for state in states)
    if conflict.status_quo is not None:
        found.setdefault(space.find(conflict.status_quo))
    found.update(dict.fromkeys(sorted(setting.now())[:_MOST_WATCHED]))
    return tuple(found)


@dataclass(frozen=True)
class Struck:
    """What falls where a piece of evidence is struck out.

    Attributes
    ----------
    evidence : its id.
    drops : the statements that rest on it alone, and so are dropped.
    keeps : decision maker and place of the statements that cite other evidence beside it, and stay.
    lost, new : equilibria that fall with it and that come up, under the concepts asked for.
    lost_if_all, new_if_all : the same where every statement that cites it is dropped.
    elsewhere : whether options, constraints or forbidden moves cite it too; these stay as they are.
    """

    evidence: str
    drops: tuple[Edit, ...]
    keeps: tuple[tuple[str, int], ...]
    lost: tuple[int, ...]
    new: tuple[int, ...]
    lost_if_all: tuple[int, ...]
    new_if_all: tuple[int, ...]
    elsewhere: bool


def strike_out(analysis: Analysis, concepts: Concepts = "SEQ") -> tuple[Struck, ...]:
    """Strike out each piece of evidence that statements cite, one at a time, and see what falls.

    >>> import goodoffices as go
    >>> council = go.load("geneva-2014/council").analyse()
    >>> [it.evidence for it in strike_out(council) if council.states.find("vote") in it.lost_if_all]
    ['tass-2014-02-11-sponsors', 'wib-2014-02-11', 'afp-2014-02-20', 'churkin-2014-02-07', ...]
    """
    setting = Setting.of(analysis, concepts)
    cited = list(_cited(setting))
    profiles = []
    for id_ in cited:
        alone, every = _resting(setting, id_)
        profiles += [_orders(setting, alone), _orders(setting, every)]
    if not profiles:
        return ()
    views = {i: setting.views(i) for i in setting.editable}
    good = setting.check_orders(views, profiles)
    now = setting.now()
    found = []
    for k, id_ in enumerate(cited):
        after = [frozenset(setting.numbers(np.flatnonzero(row))) for row in good[2 * k : 2 * k + 2]]
        alone, every = _resting(setting, id_)
        stay = tuple((it.decision_maker, it.statement) for it in every if it not in alone)
        lost, new = (
            [tuple(sorted(it)) for it in own] for own in zip(*_moved(now, after), strict=True)
        )
        elsewhere = _elsewhere(setting, id_)
        found.append(Struck(id_, alone, stay, lost[0], new[0], lost[1], new[1], elsewhere))
    return tuple(found)


def _moved(
    now: frozenset[int], after: list[frozenset[int]]
) -> list[tuple[frozenset[int], frozenset[int]]]:
    """Return what is lost and what is new in each of several outcomes."""
    return [(now - then, then - now) for then in after]


def _cited(setting: Setting) -> Iterator[str]:
    makers = [setting.analysis.conflict.decision_makers[i] for i in setting.editable]
    yield from dict.fromkeys(
        id_ for dm in makers for wanted in statements_of(dm) for id_ in wanted.because
    )


def _resting(setting: Setting, evidence: str) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
    """Return drops of the statements that rest on one piece of evidence alone, and of all that cite it."""
    alone, every = [], []
    for i in setting.editable:
        dm = setting.analysis.conflict.decision_makers[i]
        for place, wanted in enumerate(statements_of(dm)):
            if evidence in wanted.because:
                every.append(Edit("drop", dm.id, place))
                if set(wanted.because) == {evidence}:
                    alone.append(every[-1])
    return tuple(alone), tuple(every)


def _orders(setting: Setting, drops: tuple[Edit, ...]) -> dict[int, Order]:
    makers = setting.analysis.conflict.decision_makers
    return {
        i: order_after(
            len(statements_of(makers[i])), [d for d in drops if d.decision_maker == makers[i].id]
        )
        for i in setting.editable
    }


def _elsewhere(setting: Setting, evidence: str) -> bool:
    conflict = setting.analysis.conflict
    others = (
        *(option.because for option in conflict.options),
        *(rule.because for rule in conflict.feasibility),
        *(rule.because for rule in conflict.forbidden_moves),
    )
    return any(evidence in because for because in others)
