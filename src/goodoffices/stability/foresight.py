"""Limited-move stability: who stays where with foresight of h moves.

**Two decision makers** (Kilgour 1985; Fang, Hipel and Kilgour 1993). Moves alternate, i first. G_h(i, s) is
where things end if i is to move at s with h moves left; G_0(i, s) = s, and G_h(i, s) = s where i cannot
move. Otherwise i picks a q in R_i(s) whose end G_{h-1}(j, q) it likes best, and moves there if it prefers
that end to s; else it stays, and staying ends the play. s is L_h stable for i iff G_h(i, s) = s. An end equal
to s is no improvement, so a round trip counts as staying.

With ties G is not unique. Kept is the set of all ends that some choice among equally liked ones leads to,
made anew at each position of the play; s is called L_h stable only if *every* choice stays. Results need
not be monotone in h. **NM** (non-myopic): L_h stable for all h from some h on. Since the sets for h follow
from those for h - 1 alone, they end in a cycle, and NM is read off it.

**More decision makers**: the literature has no settled definition, who moves next being open. The variant
here is named `L_h cautious`: after a move of j any other decision maker may be next, and j judges a move by
the worst end, in j's own view, that any of them could bring about,

    E_h(j, q) = union over k != j of G_h(k, q),        E_0(j, q) = {q},
    G_h(j, s) = {s}                                     if R_j(s) is empty or h = 0, else with
    v(q) = least rank of j in E_{h-1}(j, q), M = the q in R_j(s) with largest v(q):
    G_h(j, s) = union over q in M of E_{h-1}(j, q)      if v(M) > rank of s for j, else {s};

s is stable for i iff G_h(i, s) = {s}. Without ties it is L_h for two; for h = 1 it is Nash for any number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from goodoffices.conflict import Conflict
from goodoffices.errors import LimitError, UsageError
from goodoffices.stability.analysis import Analysis, StateLike
from goodoffices.stability.concepts import Progress
from goodoffices.stability.powers import Matrix, product
from goodoffices.stability.search import AnyGame

__all__ = ["MOST_HORIZON", "Foresight", "Variant", "foresight"]

Variant: TypeAlias = Literal["L_h", "L_h cautious"]
MOST_HORIZON = 1_000
"""How far ahead the search for NM looks for a cycle."""
_MOST_STATES = 4_096


@dataclass(frozen=True, eq=False)
class Foresight:
    """Who stays where, looking h moves ahead.

    Attributes
    ----------
    variant : which definition: ``L_h`` for two decision makers, ``L_h cautious`` for any other number.
    tables : for h = 1, 2, … a bool array of shape (players, states): where each stays.
    non_myopic : the same for NM; None where no cycle was found within `MOST_HORIZON`.
    settles : whether the tables for larger h no longer change from some h on.
    """

    conflict: Conflict
    variant: Variant
    tables: tuple[Matrix, ...]
    ends: tuple[tuple[Matrix, ...], ...]
    non_myopic: Matrix | None
    settles: bool

    @property
    def horizon(self) -> int:
        """The largest h worked out for showing."""
        return len(self.tables)

    @cached_property
    def _players(self) -> dict[str, int]:
        return {dm.id: i for i, dm in enumerate(self.conflict.decision_makers)}

    def _table(self, h: int | str) -> Matrix:
        if isinstance(h, str):
            if h.upper() != "NM":
                raise UsageError(f"no foresight '{h}'; give a number of moves, or 'NM'")
            if self.non_myopic is None:
                raise LimitError(f"looking {MOST_HORIZON:,} moves ahead settled nothing about NM")
            return self.non_myopic
        if not 1 <= h <= self.horizon:
            raise UsageError(f"foresight was worked out for 1 to {self.horizon} moves, not {h}")
        return self.tables[h - 1]

    def stable(self, h: int | str, dm_id: str) -> tuple[int, ...]:
        """Return the states that are L_h stable (``h`` a number) or NM stable for a decision maker."""
        self.conflict.decision_maker(dm_id)
        return tuple((np.flatnonzero(self._table(h)[self._players[dm_id]]) + 1).tolist())

    def is_stable(self, h: int | str, dm_id: str, state: StateLike) -> bool:
        """Tell whether a decision maker who looks h moves ahead stays, whatever choice ties leave."""
        return self.conflict.states.find(state) in self.stable(h, dm_id)

    def equilibria(self, h: int | str) -> tuple[int, ...]:
        """Return the states at which everybody stays."""
        return tuple((np.flatnonzero(self._table(h).all(axis=0)) + 1).tolist())

    def may_end(self, h: int, dm_id: str, state: StateLike) -> tuple[int, ...]:
        """Return where things may end if the decision maker is to move with h moves left: G_h(i, s)."""
        self._table(h)
        self.conflict.decision_maker(dm_id)
        row = self.ends[h - 1][self._players[dm_id]][self.conflict.states.find(state) - 1]
        return tuple((np.flatnonzero(row) + 1).tolist())

    def stackelberg(self, leader: str) -> tuple[int, ...]:
        """Return the Stackelberg equilibria of two: L_2 stable for the leader, L_1 for the follower.

        Raises
        ------
        UsageError
            for another number of decision makers, or a horizon below 2.
        """
        self.conflict.decision_maker(leader)
        if len(self._players) != 2:
            raise UsageError("a leader and a follower make two decision makers, not more or fewer")
        (follower,) = (id_ for id_ in self._players if id_ != leader)
        first, then = set(self.stable(2, leader)), set(self.stable(1, follower))
        return tuple(sorted(first & then))


def foresight(analysis: Analysis, horizon: int = 4, progress: Progress | None = None) -> Foresight:
    """Work out limited-move stability for 1 to ``horizon`` moves, and NM.

    Raises
    ------
    UsageError
        for a horizon below 1.
    LimitError
        above some thousands of states.

    >>> import goodoffices as go
    >>> game = foresight(go.load("textbook/prisoners-dilemma").analyse())
    >>> game.variant, [game.equilibria(h) for h in (1, 2, 3, "NM")]
    ('L_h', [(1,), (1, 4), (1, 4), (1, 4)])
    """
    if horizon < 1:
        raise UsageError("foresight is of one move or more")
    play = _Play.of(analysis.game)
    ends: list[list[Matrix]] = [play.none()]
    while len(ends) <= horizon:
        ends.append(play.next(ends[-1]))
        if progress is not None:
            progress("foresight", len(ends) / (horizon + 1))
    non_myopic, settles = _in_the_long_run(play, ends)
    variant: Variant = "L_h" if play.two else "L_h cautious"
    shown = [tuple(at) for at in ends[1 : horizon + 1]]
    tables = tuple(play.stays(list(at)) for at in shown)
    return Foresight(analysis.conflict, variant, tables, tuple(shown), non_myopic, settles)


@dataclass(frozen=True, eq=False)
class _Play:
    """Moves as matrices, and one step of foresight more."""

    ranks: NDArray[np.int64]
    moves: tuple[Matrix, ...]

    @classmethod
    def of(cls, game: AnyGame) -> _Play:
        cells = np.flatnonzero(game.feasible)
        if len(cells) > _MOST_STATES:
            raise LimitError(
                f"foresight keeps where every state may end: {len(cells):,} states are too many, at most "
                f"{_MOST_STATES:,} can be; a conflict with fewer options can be"
            )
        numbers = np.cumsum(game.feasible) - 1
        moves = []
        for j in game.players:
            own = np.zeros((len(cells), len(cells)), dtype=bool)
            places, targets = game.expand(j, cells)
            own[places, numbers[targets]] = True
            moves.append(own)
        ranks = np.stack([own[cells].astype(np.int64) for own in game.ranks])
        return cls(ranks, tuple(moves))

    @property
    def two(self) -> bool:
        """Whether there are two decision makers, for whom L_h is settled."""
        return len(self.moves) == 2

    def none(self) -> list[Matrix]:
        """Return G_0: everything ends where it is."""
        return [np.eye(self.ranks.shape[1], dtype=bool) for _ in self.moves]

    def next(self, before: list[Matrix]) -> list[Matrix]:
        """Return G_h from G_{h-1}: per player a matrix (state, where it may end)."""
        step = self._with_every_choice if self.two else self._cautious
        return [step(j, before) for j in range(len(self.moves))]

    def stays(self, ends: list[Matrix]) -> Matrix:
        """Return where a player ends where it is, under every choice, shape (players, states)."""
        own = np.eye(self.ranks.shape[1], dtype=bool)
        return np.stack([(at == own).all(axis=1) for at in ends])

    def _after(self, j: int, before: list[Matrix]) -> Matrix:
        """Return where things may end after a move of ``j``: anybody else may be next."""
        found = np.zeros_like(before[0])
        for k, ends in enumerate(before):
            if k != j:
                found |= ends
        return found if len(before) > 1 else before[0]

    def _with_every_choice(self, j: int, before: list[Matrix]) -> Matrix:
        """Keep every end that is best for some choice among equally liked ones further on."""
        after, moves, rank = self._after(j, before), self.moves[j], self.ranks[j]
        worst = np.where(after, rank[None, :], rank.max() + 1).min(axis=1)
        # an end can be the best one iff no move is sure to lead to a better one
        sure = np.where(moves, worst[None, :], 0).max(axis=1)
        wanted = product(moves, after) & (rank[None, :] > rank[:, None])
        found = wanted & (rank[None, :] >= sure[:, None])
        np.fill_diagonal(found, sure <= rank)  # some choice leaves nothing to gain: it may stay
        return np.asarray(found)

    def _cautious(self, j: int, before: list[Matrix]) -> Matrix:
        """Judge each move by its worst end."""
        after, moves, rank = self._after(j, before), self.moves[j], self.ranks[j]
        if len(self.moves) == 1:  # nobody else can move: a move ends where it leads
            after = np.eye(len(rank), dtype=bool)
        worst = np.where(after, rank[None, :], rank.max() + 1).min(axis=1)
        best = np.where(moves, worst[None, :], 0).max(axis=1)
        chosen = moves & (worst[None, :] == best[:, None]) & (best > rank)[:, None]
        found = product(chosen, after)
        at = np.flatnonzero(best <= rank)
        found[at, at] = True
        return found


def _in_the_long_run(play: _Play, ends: list[list[Matrix]]) -> tuple[Matrix | None, bool]:
    """Go on until the ends repeat; return where a player stays in the whole cycle, and its length is 1."""
    seen: dict[bytes, int] = {}
    stays: list[Matrix] = []
    now = ends[1]
    for h in range(MOST_HORIZON):
        key = b"".join(np.packbits(at).tobytes() for at in now)
        if key in seen:
            cycle = stays[seen[key] :]
            return np.asarray(np.logical_and.reduce(cycle)), len(cycle) == 1
        seen[key] = h
        stays.append(play.stays(now))
        now = play.next(now)
    return None, False
