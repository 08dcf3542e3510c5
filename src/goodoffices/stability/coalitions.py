"""Coalitional stability: what would hold if decision makers could move together.

With R_H^{++}(s), the coalition improvements of H from s (states that H reaches by a legal sequence of its
members' moves and that every member strictly prefers to s), and φ_H(s), the states that some member of H
does not strictly prefer to s, state s is for coalition H

- **CNash** stable iff R_H^{++}(s) is empty;
- **CGMR** iff every p in R_H^{++}(s) has a q in R_{N-H}(p) and φ_H(s);
- **CSMR** iff moreover R_H(q) lies in φ_H(s);
- **CSEQ** as CGMR with q reached from p by a sequence of coalition improvements of non-empty
  subcoalitions of N-H, none of them twice running.

A state is a coalitional equilibrium where that holds for every coalition of a class; for all non-empty
coalitions it is universally coalitionally stable. Sources: Kilgour, Hipel, Fang and Peng 2001; Inohara
and Hipel 2008. The whole of N has nobody left to sanction it.

**Coalitions as single players** are something else: the blocks of a coalition structure replace the
decision makers. A block moves as R_B, improves as R_B^{++}; its members cannot act alone, and in SEQ it is
the other blocks that answer, each as one (the reading of GMCR+, Kinsara et al. 2015).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import UsageError, did_you_mean
from goodoffices.stability.concepts import Progress
from goodoffices.stability.powers import (
    Matrix,
    Members,
    Powers,
    coalitions_of,
    least_next,
    lowest_reached,
    product,
)

__all__ = [
    "COALITION_BIT",
    "COALITION_CONCEPTS",
    "CoalitionConcept",
    "coalition_table",
    "named_coalition_concept",
    "partitions",
    "structure_table",
]

CoalitionConcept: TypeAlias = Literal["CNash", "CGMR", "CSMR", "CSEQ"]
COALITION_CONCEPTS: tuple[CoalitionConcept, ...] = get_args(CoalitionConcept)
COALITION_BIT: dict[CoalitionConcept, int] = {c: 1 << k for k, c in enumerate(COALITION_CONCEPTS)}
"""The bit of each concept in a table."""

Bits: TypeAlias = NDArray[np.uint8]


def named_coalition_concept(name: str) -> CoalitionConcept:
    """Return the coalitional concept of that name, with or without the leading C.

    Raises
    ------
    UsageError
        where there is none.
    """
    for known in COALITION_CONCEPTS:
        if name.lower() in (known.lower(), known[1:].lower()):
            return known
    raise UsageError(f"no coalitional concept '{name}'; {did_you_mean(name, COALITION_CONCEPTS)}")


def coalition_table(powers: Powers, progress: Progress | None = None) -> dict[Members, Bits]:
    """Work out for every non-empty coalition where it is stable.

    Returns
    -------
    per coalition a uint8 array over states: the bits `COALITION_BIT` of the concepts.
    """
    every = coalitions_of(powers.game.players)
    found = {}
    for k, members in enumerate(every):
        if progress is not None:
            progress("coalitions", k / len(every))
        responses = [powers.improvements(f) for f in coalitions_of(powers.others(members))]
        found[members] = _stable_for(powers, members) | _sequential(powers, members, responses)
    return found


def structure_table(
    powers: Powers, table: dict[Members, Bits], blocks: Sequence[Members]
) -> dict[Members, Bits]:
    """Work out where each block of a structure is stable when blocks are the players.

    Nash, GMR and SMR of a block are CNash, CGMR and CSMR of the coalition: what the other blocks reach
    together is what their members reach together. SEQ differs: only whole blocks answer.

    Returns
    -------
    per block a uint8 array over states, with the bits of the concepts of the same place.
    """
    found = {}
    keep = np.uint8(sum(COALITION_BIT[c] for c in ("CNash", "CGMR", "CSMR")))
    for block in blocks:
        responses = [powers.improvements(other) for other in blocks if other != block]
        found[block] = (table[block] & keep) | _sequential(powers, block, responses)
    return found


def partitions(players: Sequence[int]) -> Iterator[tuple[Members, ...]]:
    """Yield the coalition structures: every way to divide players into blocks, single ones first.

    >>> list(partitions([0, 1]))
    [((0,), (1,)), ((0, 1),)]
    """
    if not players:
        yield ()
        return
    first, *rest = players
    for smaller in partitions(rest):
        yield ((first,), *smaller)
        for k, block in enumerate(smaller):
            yield ((first, *block), *smaller[:k], *smaller[k + 1 :])


def _stable_for(powers: Powers, members: Members) -> Bits:
    """Return the bits of CNash, CGMR and CSMR."""
    own, others = powers.reached(members), powers.reached(powers.others(members))
    improving = powers.improvements(members)
    nash = np.asarray(~improving.any(axis=1))
    driven = [least_next(others, powers.ranks[i]) for i in members]
    general = _deterred(powers, members, driven)
    # a sanction in row s: a state from which H reaches nothing that all its members prefer to s
    holding = ~product(powers.preferred(members), own.T)
    symmetric = np.asarray(~(improving & ~product(holding, others.T)).any(axis=1))
    return _bits(CNash=nash, CGMR=general, CSMR=symmetric)


def _sequential(powers: Powers, members: Members, responses: Sequence[Matrix]) -> Bits:
    """Return the bit of CSEQ where coalitions answer with the given improvements."""
    driven = [
        lowest_reached(powers.ranks[i], responses, transitive=powers.transitive) for i in members
    ]
    return _bits(CSEQ=_deterred(powers, members, driven))


def _deterred(
    powers: Powers, members: Members, driven: Sequence[NDArray[np.unsignedinteger]]
) -> Matrix:
    """Return where no state in reach leaves all members better off whatever the others then do.

    An improvement p has no sanction iff each member prefers each state that can follow p: iff for each
    member the least rank that can follow, p itself included, is above that of the start.
    """
    open_ = powers.reached(members).copy()
    for i, least in zip(members, driven, strict=True):
        open_ &= least[None, :] > powers.ranks[i][:, None]
    return np.asarray(~open_.any(axis=1))


def _bits(**stable: Matrix) -> Bits:
    found = np.zeros(len(next(iter(stable.values()))), dtype=np.uint8)
    for concept in COALITION_CONCEPTS:
        if concept in stable:
            found |= stable[concept].astype(np.uint8) * np.uint8(COALITION_BIT[concept])
    return found
