"""Why a state is stable for a decision maker, or not: the improvements, the sanctions, the escapes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.stability.concepts import Concept
from goodoffices.stability.game import Cells
from goodoffices.stability.search import AnyGame, By, CellStep, Found, search
from goodoffices.stability.values import Sanctions

__all__ = ["Answer", "Escape", "Explanation", "Sanction", "Step"]


@dataclass(frozen=True)
class Step:
    """One move: who made it, from which state to which, and what it did to the mover.

    ``change`` is 1 for an improvement, 0 where the mover is indifferent, -1 for a step at a loss.
    """

    mover: str
    source: int
    target: int
    change: int


@dataclass(frozen=True)
class Sanction:
    """A legal sequence of the others after which the improver is no better off than at the start."""

    path: tuple[Step, ...]

    @property
    def state(self) -> int:
        """The state in which the sequence ends."""
        return self.path[-1].target


@dataclass(frozen=True)
class Escape:
    """A sequence that would be a sanction, and the move with which the improver gets out of it."""

    path: tuple[Step, ...]
    reply: Step


@dataclass(frozen=True)
class Answer:
    """What the others can do about one improvement.

    Attributes
    ----------
    improvement : the unilateral improvement.
    sanction : a shortest sanction, or None where there is none.
    escape : for SMR and SSEQ, where there is no sanction: a sequence that would have been one but for
        the improver's reply, or None where there is not even that.
    reachable : without a sanction, how many states the others could lead to after the improvement.
    joint : for SIM, where improvement and sanction, made at the same time, lead.
    """

    improvement: Step
    sanction: Sanction | None = None
    escape: Escape | None = None
    reachable: int = 0
    joint: int | None = None


@dataclass(frozen=True)
class Explanation:
    """Whether a state is stable for a decision maker under a concept, with the witnesses.

    Attributes
    ----------
    stable : the answer, under the assumptions of the model.
    moves : how many moves the decision maker has from the state.
    answers : one for each unilateral improvement; the state is stable iff each has a sanction.
    sentence : the same in plain English.
    """

    concept: Concept
    decision_maker: str
    state: int
    stable: bool
    moves: int
    answers: tuple[Answer, ...]
    sentence: str = ""

    @property
    def improvements(self) -> tuple[Step, ...]:
        """The unilateral improvements from the state."""
        return tuple(answer.improvement for answer in self.answers)

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True)
class CellAnswer:
    """As `Answer`, in cells and player indices."""

    improvement: CellStep
    sanction: tuple[CellStep, ...] | None = None
    escape: tuple[tuple[CellStep, ...], CellStep] | None = None
    reachable: int = 0
    joint: int | None = None


_RESPONSES: dict[Concept, By] = {
    "GMR": "moves",
    "SMR": "moves",
    "SEQ": "improvements",
    "SSEQ": "improvements",
    "SIM": "improvements",
}


def answers(
    game: AnyGame, concept: Concept, i: int, cell: int, sanctions: Sanctions = "legal"
) -> tuple[CellAnswer, ...]:
    """Answer each improvement of player ``i`` from a cell, straight from the definitions."""
    steps = [(i, cell, int(target)) for target in game.improvements(i, cell)]
    if concept == "Nash":
        return tuple(CellAnswer(step) for step in steps)
    most_steps = 1 if sanctions == "one-move" else None
    if concept == "SIM":
        return tuple(_answer_at_once(game, step) for step in steps)
    return tuple(_answer(game, concept, step, most_steps) for step in steps)


def _answer_at_once(game: AnyGame, step: CellStep) -> CellAnswer:
    """Answer an improvement by what the others do from the same cell at the same time."""
    i, cell, target = step
    shift = target - cell

    def hurts(cells: Cells) -> NDArray[np.bool_]:
        joint = game.ranks[i][cells + shift]
        return np.asarray((joint > 0) & (joint <= game.ranks[i][cell]))

    others = [j for j in game.players if j != i]
    found = search(game, cell, others, "improvements", hurts)
    if found.goal is None:
        return CellAnswer(step, reachable=len(found.reached))
    return CellAnswer(step, sanction=found.path_to(found.goal), joint=found.goal + shift)


def _answer(game: AnyGame, concept: Concept, step: CellStep, most_steps: int | None) -> CellAnswer:
    i, cell, target = step
    limit = game.ranks[i][cell]
    symmetric = concept in ("SMR", "SSEQ")

    def hurts(cells: Cells) -> NDArray[np.bool_]:
        return np.asarray(game.ranks[i][cells] <= limit)

    def holds(cells: Cells) -> NDArray[np.bool_]:
        hurting = hurts(cells)
        if symmetric:
            for at in np.flatnonzero(hurting):
                replies = game.moves(i, int(cells[at]))
                hurting[at] = not (game.ranks[i][replies] > limit).any()
        return hurting

    others = [j for j in game.players if j != i]
    found = search(game, target, others, _RESPONSES[concept], holds, most_steps)
    if found.goal is not None:
        return CellAnswer(step, sanction=found.path_to(found.goal))
    escape = _escape(game, i, found, hurts(found.reached)) if symmetric else None
    return CellAnswer(step, escape=escape, reachable=len(found.reached))


def _escape(
    game: AnyGame, i: int, found: Found, hurting: NDArray[np.bool_]
) -> tuple[tuple[CellStep, ...], CellStep] | None:
    """Return the first sequence that hurts, with the best reply to it."""
    if not hurting.any():
        return None
    end = int(found.reached[np.flatnonzero(hurting)[0]])
    replies = game.moves(i, end)
    best = int(replies[np.argmax(game.ranks[i][replies])])
    return found.path_to(end), (i, end, best)
