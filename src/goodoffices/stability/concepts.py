"""Who is stable where: Nash, GMR, SMR, SEQ and SSEQ, for any number of decision makers.

Definitions (R_i: moves of i; R_i^+: unilateral improvements; N-i: everybody else, by legal sequences):
state s is, for decision maker i,

- **Nash** (R) stable iff R_i^+(s) is empty (Nash 1950);
- **GMR** iff after each improvement the others can reach a state that i does not prefer to s (Howard 1971);
- **SMR** iff moreover i cannot get out of it again to a state preferred to s (Howard 1971);
- **SEQ** as GMR with each step an improvement for its mover (Fraser and Hipel 1979, 1984);
- **SSEQ** as SMR with each step an improvement for its mover (Rêgo and Vieira 2017).

All five are one formula. Let w_i(t) be the least rank that i can be driven to after moving to t:
the rank of t itself for Nash, else the least over t and what the others reach from it of i's rank
(for SMR and SSEQ: of the best rank i still reaches from there). Then s is stable for i if and only if
w_i(t) <= rank_i(s) for s and every state t that i can move to. The proof is in
`docs/explanation/solution-concepts.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict.ranks import Ranks
from goodoffices.errors import LimitError, UsageError, did_you_mean
from goodoffices.stability.arcs import ArcGame
from goodoffices.stability.propagate import By
from goodoffices.stability.search import AnyGame
from goodoffices.stability.simultaneous import MOST_FOR_TABLEAU, simultaneous, tableau
from goodoffices.stability.values import Sanctions, driven_to, highest_own

__all__ = ["BIT", "CONCEPTS", "EVERY_CONCEPT", "Concept", "Progress", "named", "stability_table"]

Concept: TypeAlias = Literal["Nash", "GMR", "SMR", "SEQ", "SSEQ", "SIM", "SIM-FH"]
Progress: TypeAlias = Callable[[str, float], None]

EVERY_CONCEPT: tuple[Concept, ...] = get_args(Concept)
CONCEPTS: tuple[Concept, ...] = EVERY_CONCEPT[:5]
"""What is always worked out; the two readings of simultaneous stability only when asked for."""
BIT: dict[Concept, int] = {concept: 1 << k for k, concept in enumerate(EVERY_CONCEPT)}
"""The bit of each concept in a stability table."""


def named(concept: str) -> Concept:
    """Return the concept of that name, whatever the case of its letters.

    Raises
    ------
    UsageError
        where there is none.
    """
    for known in EVERY_CONCEPT:
        if known.lower() == concept.lower():
            return known
    raise UsageError(f"no solution concept '{concept}'; {did_you_mean(concept, EVERY_CONCEPT)}")


def stability_table(
    game: AnyGame,
    progress: Progress | None = None,
    sanctions: Sanctions = "legal",
    also: Collection[Concept] = (),
) -> NDArray[np.uint8]:
    """Work out all concepts for every decision maker in every state.

    Parameters
    ----------
    game : the graph model.
    sanctions : ``legal`` sequences of moves of the others, or ``one-move`` of one opponent, as some older
        programs have it.
    also : ``SIM`` and ``SIM-FH``, which have no meaning where moves are listed without options.
    progress : called with what is being done and the share done so far (0 to 1).

    Raises
    ------
    UsageError
        for simultaneous stability in a game whose moves are listed.
    LimitError
        for ``SIM-FH`` with too many states.

    Returns
    -------
    uint8 array of shape (players, cells): the bits `BIT` of the concepts under which a cell is stable
    for a player. Infeasible cells hold 0.
    """
    report = progress or _silent
    table = np.zeros((len(game.players), game.cells), dtype=np.uint8)
    report("improvements", 0.0)
    best = [highest_own(game, i, game.ranks[i]) for i in game.players]
    for i in game.players:
        table[i] |= np.where(best[i] == game.ranks[i], np.uint8(BIT["Nash"]), np.uint8(0))
    rounds: tuple[tuple[By, Concept, Concept, float], ...] = (
        ("moves", "GMR", "SMR", 0.1),
        ("improvements", "SEQ", "SSEQ", 0.3),
    )
    for by, plain, symmetric, done in rounds:
        report(f"{plain} and {symmetric}", done)
        values = driven_to(game, _seeds(game, best), by, sanctions)
        for concept, own in zip((plain, symmetric), values, strict=True):
            for i in game.players:
                table[i] |= _stable(game, i, own[i]) * np.uint8(BIT[concept])
        sequential = values[0] if "SIM-FH" in also else None
        del values  # before the next round makes its own
    if also:
        report("simultaneous moves", 0.9)
        _add_simultaneous(game, table, also, sequential)
    table[:, ~game.feasible] = 0
    report("done", 1.0)
    return table


def _add_simultaneous(
    game: AnyGame, table: NDArray[np.uint8], also: Collection[Concept], sequential: Ranks | None
) -> None:
    if isinstance(game, ArcGame):
        raise UsageError(
            "SIM needs options: where moves are listed one by one it is not defined what two "
            "moves at the same time lead to"
        )
    if "SIM" in also:
        for i in game.players:
            table[i] |= simultaneous(game, i) * np.uint8(BIT["SIM"])
    if sequential is not None:
        if game.cells > MOST_FOR_TABLEAU:
            raise LimitError(
                f"SIM-FH goes state by state and is offered up to {MOST_FOR_TABLEAU:,} combinations of "
                f"strategies; this conflict has {game.cells:,}. SIM has no such limit"
            )
        found = tableau(game, table & BIT["SEQ"] > 0, np.minimum(sequential, game.ranks))
        table |= found * np.uint8(BIT["SIM-FH"])


def _silent(what: str, share: float) -> None:
    """Report nothing."""


def _seeds(game: AnyGame, best: list[NDArray[np.unsignedinteger]]) -> NDArray[np.unsignedinteger]:
    """Return what is to be propagated, shape (2, players, cells): i's rank, and i's best reply."""
    values = np.empty((2, len(game.players), game.cells), dtype=game.ranks[0].dtype)
    for i in game.players:
        values[0, i] = game.ranks[i]
        values[1, i] = best[i]
    values[..., ~game.feasible] = game.infinity
    return values


def _stable(game: AnyGame, i: int, driven_to: NDArray[np.unsignedinteger]) -> NDArray[np.bool_]:
    """Return where the least rank player ``i`` can be driven to is at most the rank ``i`` has."""
    value = np.minimum(driven_to, game.ranks[i])  # also makes infeasible cells 0 again
    return highest_own(game, i, value) <= game.ranks[i]
