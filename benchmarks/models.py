"""Synthetic conflicts with fixed seeds: what the benchmarks and anybody's comparison run on.

The generator is the "realistic" one of the engine's notes: each decision maker has as equal a share of
the options as can be and six preference statements of one to three literals, three in five of which are
about the decision maker's own options.
"""

from __future__ import annotations

import random

from goodoffices.conflict import (
    Conflict,
    Constraint,
    DecisionMaker,
    Option,
    PreferenceStatement,
    Prioritisation,
)
from goodoffices.conflict.model import Moves
from goodoffices.statements import And, Name, Not, Statement

OWN = 0.6


def split(options: int, players: int) -> list[int]:
    """Share out options as equally as can be, the first getting one more."""
    return [options // players + (i < options % players) for i in range(players)]


def synthetic(
    options: int,
    players: int,
    statements: int = 6,
    seed: int = 1,
    *,
    constraints: int = 0,
    one_way: int = 0,
) -> Conflict:
    """Return a conflict with option-prioritised preferences.

    `constraints` rules out that many random pairs of literals of different decision makers, `one_way`
    makes that many options irreversible, by turns only taken and only given up.
    """
    rng = random.Random(seed)
    shares = split(options, players)
    owned: list[list[str]] = []
    for share in shares:
        first = sum(map(len, owned))
        owned.append([f"o{first + k}" for k in range(share)])
    everything = [id_ for ids in owned for id_ in ids]
    ways: list[Moves] = ["only taken", "only given up"] * one_way
    directed: dict[str, Moves] = dict(zip(rng.sample(everything, one_way), ways, strict=False))

    def literal(own: list[str]) -> Statement:
        name = Name(rng.choice(own if own and rng.random() < OWN else everything))
        return name if rng.random() < 0.5 else Not(name)

    def wanted(own: list[str]) -> PreferenceStatement:
        literals = tuple(dict.fromkeys(literal(own) for _ in range(rng.randint(1, 3))))
        return PreferenceStatement(literals[0] if len(literals) == 1 else And(literals))

    makers = tuple(
        DecisionMaker(
            f"dm{i}",
            options=tuple(Option(id_, moves=directed.get(id_, "reversible")) for id_ in own),
            preferences=Prioritisation(tuple(wanted(own) for _ in range(statements))),
        )
        for i, own in enumerate(owned)
    )
    excluded = tuple(_exclusion(rng, owned) for _ in range(constraints))
    return Conflict(f"{players} decision makers, {options} options", makers, excluded)


def _exclusion(rng: random.Random, owned: list[list[str]]) -> Constraint:
    first, second = rng.sample([own for own in owned if own], 2)
    pair = And((Name(rng.choice(first)), Name(rng.choice(second))))
    return Constraint("never", (str(pair),), pair)
