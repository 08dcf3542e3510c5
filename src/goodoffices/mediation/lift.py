"""The least a state must rise in a ranking to be stable: a closed form, one pass at any size.

With the others fixed, stability of s for i depends only on which states i does not prefer to s, and is
monotone in them. To bring a set of states no higher than s, each state from s up to the highest of the set
changes places with s or with that one; raising s alone just above it does no more. So lift s just above

    theta = max over q in R_i(s) of w_i(q), worked out with s itself at the very bottom of i's ranking,

w_i being what i can be driven to after moving there (`docs/explanation/solution-concepts.md`).
The number of pairs of states whose order changes is Kendall's tau distance where nothing is tied.
"""

from __future__ import annotations

import numpy as np

from goodoffices.conflict.ranks import Ranks, smallest_type
from goodoffices.mediation.variants import driven_for, game_with
from goodoffices.stability import Concept
from goodoffices.stability.propagate import By
from goodoffices.stability.search import AnyGame
from goodoffices.stability.values import highest_own

__all__ = ["lift_to", "lifted", "pairs_changed"]


def lift_to(game: AnyGame, concept: Concept, i: int, cell: int) -> int:
    """Return the rank above which a cell must stand to be stable for ``i``; below its own if it is.

    One pass over the cells. A cell at the very bottom ties with the worst others here, which does no harm:
    a rank of 1 never calls for a lift.
    """
    own = game.ranks[i].copy()
    own[cell] = 1
    game = game_with(game, {i: own})
    own = game.ranks[i]
    moves = game.moves(i, cell)
    if not len(moves):
        return 0
    if concept == "Nash":
        return int(own[moves].max())
    seed = highest_own(game, i, own) if concept in ("SMR", "SSEQ") else own
    by: By = "improvements" if concept in ("SEQ", "SSEQ") else "moves"
    driven = driven_for(game, [seed], by, [i])[0]
    return int(np.minimum(driven[moves], own[moves]).max())


def pairs_changed(game: AnyGame, i: int, cell: int, theta: int) -> int:
    """Return how many pairs of states change their order when a cell is put just above a rank."""
    own = game.ranks[i]
    between = (own >= own[cell]) & (own <= theta) & game.feasible
    return int(np.count_nonzero(between)) - 1


def lifted(ranks: Ranks, cell: int, theta: int) -> Ranks:
    """Return dense ranks with one cell put just above a rank; infeasible cells keep 0.

    >>> lifted(np.array([1, 2, 3, 0], dtype=np.uint8), 0, 2).tolist()
    [2, 1, 3, 0]
    """
    spread = ranks.astype(np.int64) * 2
    spread[cell] = 2 * theta + 1
    present = np.zeros(int(spread.max()) + 1, dtype=bool)
    present[spread] = True
    present[0] = False
    dense = np.cumsum(present)
    return dense[spread].astype(smallest_type(int(dense[-1])))
