"""The analysis of a conflict: what would hold, and why, under the assumptions of its model."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from goodoffices._version import __version__
from goodoffices.conflict import Conflict
from goodoffices.conflict.listed import AnyStates
from goodoffices.errors import UsageError, did_you_mean
from goodoffices.stability.arcs import ArcGame
from goodoffices.stability.build import game_of
from goodoffices.stability.concepts import (
    BIT,
    CONCEPTS,
    Concept,
    Progress,
    named,
    stability_table,
)
from goodoffices.stability.explain import (
    Answer,
    CellAnswer,
    Escape,
    Explanation,
    Sanction,
    Step,
    answers,
)
from goodoffices.stability.game import Cells
from goodoffices.stability.joint import CellJoint, JointImprovement, JointImprovements, joint_cells
from goodoffices.stability.routes import Route
from goodoffices.stability.search import AnyGame, CellStep, Found, search
from goodoffices.stability.values import SANCTIONS, Sanctions

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["MOST_LISTED", "Analysis", "Route", "analyse"]

StateLike: TypeAlias = int | str | Collection[str]
"""A state by number, by its id (``"vote,veto"``), or by the options taken."""

MOST_LISTED = 100_000
"""Above this many states tables are written out only when all of them are asked for."""


@dataclass(frozen=True, eq=False)
class Analysis:
    """What would hold in a conflict, for every decision maker, state and concept.

    Attributes
    ----------
    conflict : the conflict analysed.
    version : the version of Good Offices that did it.
    sanctions : ``legal`` sequences, or ``one-move`` of one opponent.
    also : concepts worked out beyond the usual ones.
    table : uint8 array of shape (decision makers, cells): the bits `BIT` of the concepts.

    >>> import goodoffices as go
    >>> analysis = go.load("geneva-2014/council").analyse()
    >>> [analysis.states.taken(state) for state in analysis.equilibria("Nash")]
    [('trigger', 'vote', 'veto')]
    """

    conflict: Conflict
    game: AnyGame
    table: NDArray[np.uint8]
    sanctions: Sanctions = "legal"
    also: tuple[Concept, ...] = ()
    version: str = __version__

    @property
    def states(self) -> AnyStates:
        """The feasible states, numbered."""
        return self.conflict.states

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The solution concepts worked out."""
        return CONCEPTS + self.also

    @cached_property
    def _players(self) -> dict[str, int]:
        return {dm.id: i for i, dm in enumerate(self.conflict.decision_makers)}

    @cached_property
    def _for_all(self) -> NDArray[np.uint8]:
        """The bits of the concepts under which a cell is an equilibrium."""
        return np.asarray(np.bitwise_and.reduce(self.table, axis=0))

    def _named(self, concept: str) -> Concept:
        found = named(concept)
        if found not in self.concepts:
            raise UsageError(
                f"{found} was not worked out; ask for it with analyse(also=['{found}'])"
            )
        return found

    def _player(self, dm_id: str) -> int:
        self.conflict.decision_maker(dm_id)
        return self._players[dm_id]

    def cell(self, state: StateLike) -> int:
        """Return the cell of the game that holds a state, given by number or otherwise.

        >>> import goodoffices as go
        >>> analysis = go.load("geneva-2014/council").analyse()
        >>> analysis.number(analysis.cell(3))
        3
        """
        number = self.states.find(state)
        return number - 1 if self._by_number else self.states.cell(number)

    @property
    def _by_number(self) -> bool:
        """Whether the game's cells are the states in order, as where moves are listed."""
        return isinstance(self.game, ArcGame)

    def numbers(self, cells: Cells) -> tuple[int, ...]:
        """Return the states that cells of the game hold, by number."""
        numbers = cells + 1 if self._by_number else self.states.numbers(cells)
        return tuple(numbers.tolist())

    def number(self, cell: int) -> int:
        """Return the state that a cell of the game holds, by number."""
        return self.numbers(np.array([cell]))[0]

    def _where(self, bits: NDArray[np.uint8], concept: str) -> tuple[int, ...]:
        cells = np.flatnonzero(bits & BIT[self._named(concept)])
        return self.numbers(cells)

    def stable(self, concept: str, dm_id: str) -> tuple[int, ...]:
        """Return the states stable for one decision maker, ascending.

        Raises
        ------
        UsageError
            for an unknown concept or decision maker.
        """
        return self._where(self.table[self._player(dm_id)], concept)

    def is_stable(self, concept: str, dm_id: str, state: StateLike) -> bool:
        """Tell whether a state is stable for a decision maker."""
        bits = self.table[self._player(dm_id), self.cell(state)]
        return bool(bits & BIT[self._named(concept)])

    def equilibria(self, concept: str) -> tuple[int, ...]:
        """Return the states stable for every decision maker, ascending."""
        return self._where(self._for_all, concept)

    def is_equilibrium(self, concept: str, state: StateLike) -> bool:
        """Tell whether a state is stable for every decision maker."""
        return bool(self._for_all[self.cell(state)] & BIT[self._named(concept)])

    def equilibrium_under(self, state: StateLike) -> tuple[Concept, ...]:
        """Return the concepts under which a state is an equilibrium."""
        bits = self._for_all[self.cell(state)]
        return tuple(concept for concept in self.concepts if bits & BIT[concept])

    def any_equilibria(self) -> tuple[int, ...]:
        """Return the states that are equilibria under at least one concept, ascending."""
        return self.numbers(np.flatnonzero(self._for_all))

    def equilibria_under_all(
        self, concepts: Iterable[str] = ("Nash", "GMR", "SMR", "SEQ")
    ) -> tuple[int, ...]:
        """Return the states that are equilibria under each of several concepts, ascending.

        Applied papers call those under Nash, GMR, SMR and SEQ "strong equilibria", which are not
        Aumann's: no coalition is meant. Since Nash implies the rest, they are the Nash equilibria.
        """
        wanted = sum({BIT[self._named(concept)] for concept in concepts})
        return self.numbers(np.flatnonzero(self._for_all & wanted == wanted))

    def count(self, concept: str, dm_id: str | None = None) -> int:
        """Return how many states are stable for a decision maker, or equilibria."""
        bits = self._for_all if dm_id is None else self.table[self._player(dm_id)]
        return int(np.count_nonzero(bits & BIT[self._named(concept)]))

    def rank(self, dm_id: str, state: StateLike) -> int:
        """Return a decision maker's rank of a state: larger is preferred, ties share a rank."""
        return int(self.game.ranks[self._player(dm_id)][self.cell(state)])

    def moves(self, dm_id: str, state: StateLike) -> tuple[int, ...]:
        """Return the states a decision maker can move to alone."""
        cells = self.game.moves(self._player(dm_id), self.cell(state))
        return self.numbers(cells)

    def improvements(self, dm_id: str, state: StateLike) -> tuple[int, ...]:
        """Return a decision maker's unilateral improvements from a state."""
        cells = self.game.improvements(self._player(dm_id), self.cell(state))
        return self.numbers(cells)

    def told_step(self, step: CellStep, game: AnyGame | None = None) -> Step:
        """Return a move between cells as one between states, by who makes it.

        ``game`` is this conflict's with other preferences, where those say what the step is worth.
        """
        mover, source, target = step
        ranks = (game or self.game).ranks[mover]
        change = int(np.sign(int(ranks[target]) - int(ranks[source])))
        ids = self.conflict.decision_makers
        return Step(ids[mover].id, self.number(source), self.number(target), change)

    def told_path(self, steps: Iterable[CellStep], game: AnyGame | None = None) -> tuple[Step, ...]:
        """Return moves between cells as moves between states."""
        return tuple(self.told_step(step, game) for step in steps)

    def explain(self, concept: str, dm_id: str, state: StateLike) -> Explanation:
        """Explain why a state is stable for a decision maker, or not, with every witness.

        Raises
        ------
        UsageError
            for an unknown concept, decision maker or state.

        >>> import goodoffices as go
        >>> analysis = go.load("geneva-2014/council").analyse()
        >>> why = analysis.explain("SEQ", "sponsors", "vote")
        >>> why.stable, why.answers[0].sanction.path[0].mover
        (True, 'russia')
        """
        from goodoffices.stability.sentences import explanation_sentence

        name, i, cell = self._named(concept), self._player(dm_id), self.cell(state)
        if name == "SIM-FH":
            raise UsageError(
                "SIM-FH judges several decision makers at once; explain SEQ for what is not "
                "sanctioned one after the other, or SIM"
            )
        found = tuple(self._answer(a) for a in answers(self.game, name, i, cell, self.sanctions))
        bare = Explanation(
            concept=name,
            decision_maker=dm_id,
            state=self.number(cell),
            stable=all(answer.sanction for answer in found),
            moves=len(self.game.moves(i, cell)),
            answers=found,
        )
        return Explanation(**{**vars(bare), "sentence": explanation_sentence(self.conflict, bare)})

    def _answer(self, answer: CellAnswer) -> Answer:
        escape = None
        if answer.escape is not None:
            path, reply = answer.escape
            escape = Escape(self.told_path(path), self.told_step(reply))
        return Answer(
            improvement=self.told_step(answer.improvement),
            sanction=Sanction(self.told_path(answer.sanction)) if answer.sanction else None,
            escape=escape,
            reachable=answer.reachable,
            joint=None if answer.joint is None else self.number(answer.joint),
        )

    def _start(self, state: StateLike | None) -> int:
        if state is not None:
            return self.cell(state)
        if self.conflict.status_quo is None:
            raise UsageError("the conflict has no status quo; name a state")
        return self.cell(self.conflict.status_quo)

    def joint_improvements(
        self, state: StateLike | None = None, most: int | None = None
    ) -> JointImprovements:
        """Return what several decision makers could do together from a state, or the status quo.

        Parameters
        ----------
        most : how many to write out; ``total`` counts them all.

        Raises
        ------
        UsageError
            where no state is named and the conflict has no status quo.
        """
        cell = self._start(state)
        found, total = joint_cells(self.game, cell, most)
        source = self.number(cell)
        return JointImprovements(source, tuple(self._joint(source, j) for j in found), total)

    def _joint(self, source: int, joint: CellJoint) -> JointImprovement:
        members, cell, path = joint
        holds = self.equilibrium_under(self.number(cell))
        held = self.equilibrium_under(source)
        return JointImprovement(
            members=tuple(self.conflict.decision_makers[i].id for i in members),
            source=source,
            target=self.number(cell),
            path=self.told_path(path),
            equilibrium_under=holds,
            jump_under=tuple(concept for concept in holds if concept in held),
        )

    def routes(self, state: StateLike | None = None, most: int | None = None) -> tuple[Route, ...]:
        """Tell how each equilibrium can be reached from a state: status quo analysis.

        Source: Li, Kilgour and Hipel 2005. The state itself is left out.

        Parameters
        ----------
        state : where to start; the status quo if none is named.
        most : write out at most so many, those stable under the most concepts first.

        Raises
        ------
        UsageError
            where no state is named and the conflict has no status quo.
        """
        start = self._start(state)
        targets = [t for t in np.flatnonzero(self._for_all).tolist() if t != start]
        targets.sort(key=lambda t: (-int(self._for_all[t]).bit_count(), t))
        everybody = self.game.players
        by_moves = search(self.game, start, everybody)
        by_gains = search(self.game, start, everybody, "improvements")
        by_losses = search(self.game, start, everybody, "fewest losses")
        return tuple(
            Route(
                target=self.number(target),
                concepts=self.equilibrium_under(self.number(target)),
                shortest=self._way(by_moves, target),
                by_improvements=self._way(by_gains, target),
                fewest_losses=self._way(by_losses, target),
            )
            for target in targets[:most]
        )

    def _way(self, found: Found, target: int) -> tuple[Step, ...] | None:
        reached = found.can_reach(np.array([target]))[0]
        return self.told_path(found.path_to(target)) if reached else None

    def to_dict(self, *, every_state: bool = False) -> dict[str, Any]:
        """Return the analysis as the interchange object that ``--format json`` prints.

        Above `MOST_LISTED` states the tables are left out unless ``every_state``; counts are always given.
        """
        from goodoffices.stability.export import interchange

        listed = every_state or self.states.count <= MOST_LISTED
        return interchange(self, listed=listed)

    def to_frame(self) -> pd.DataFrame:
        """Return a table for pandas: a row for each state, a column for each option, rank and concept.

        Columns are pairs: ("option", id) bool, ("rank", dm) int, (concept, dm) and (concept, "all") bool.

        Raises
        ------
        LimitError
            where pandas is not installed; says how to get it.
        """
        from goodoffices.stability.export import frame

        return frame(self)

    def __repr__(self) -> str:
        counts = ", ".join(f"{concept} {self.count(concept)}" for concept in self.concepts)
        return f"<Analysis of '{self.conflict.title}': {self.states.count:,} states; equilibria: {counts}>"


def analyse(
    conflict: Conflict,
    progress: Progress | None = None,
    *,
    also: Iterable[str] = (),
    sanctions: Sanctions = "legal",
) -> Analysis:
    """Analyse a conflict: stability under every concept, for every decision maker and state.

    Parameters
    ----------
    progress : called now and then with what is being done and the share done (0 to 1).
    also : concepts beyond the usual five: ``SIM`` and ``SIM-FH``.
    sanctions : ``legal`` sequences of moves; or ``one-move`` of one opponent, to compare with programs
        that have it so.

    Raises
    ------
    ConflictError
        where the states do not fit together.
    LimitError
        where there are too many states to list.
    UsageError
        for an unknown concept or kind of sanctions.
    """
    if sanctions not in SANCTIONS:
        raise UsageError(f"no sanctions '{sanctions}'; {did_you_mean(sanctions, SANCTIONS)}")
    more = tuple(dict.fromkeys(name for name in map(named, also) if name not in CONCEPTS))
    game = game_of(conflict)
    table = stability_table(game, progress, sanctions, more)
    return Analysis(conflict, game, table, sanctions, more)
