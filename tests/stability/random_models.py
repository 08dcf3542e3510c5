"""Small random conflicts from a seed, for comparisons in bulk: quicker to make than Hypothesis's."""

from random import Random

from goodoffices.conflict.constraints import constraint
from goodoffices.conflict.model import (
    MOVES,
    Conflict,
    Constraint,
    DecisionMaker,
    Option,
    Preferences,
    PreferenceStatement,
    Prioritisation,
    Proposition,
    Ranking,
    State,
    Tier,
)
from goodoffices.statements import And, Count, If, Iff, Name, Not, OnlyIf, Or, Statement
from goodoffices.testing.oracle import Oracle


def random_conflict(seed: int, *, most_options: int = 5) -> Conflict:
    """Return the conflict of a seed: one to five decision makers and at least one feasible state."""
    rng = Random(seed)
    while True:
        bare = _bare(rng, most_options)
        taken = Oracle.of(bare).taken
        if taken:
            return _with_preferences(rng, bare, list(taken.values()))


def random_statement(rng: Random, ids: list[str], depth: int = 3) -> Statement:
    """Return a statement about the ids, nested at most so deep."""
    if not depth or rng.random() < 0.35:
        return Name(rng.choice(ids))

    def part() -> Statement:
        return random_statement(rng, ids, depth - 1)

    parts = tuple(part() for _ in range(rng.randint(2, 3)))
    kind = rng.randrange(7)
    if kind < 2:
        return (And, Or)[kind](parts)
    if kind < 5:
        return (If, OnlyIf, Iff)[kind - 2](part(), part())
    if kind == 5:
        return Not(part())
    return Count(rng.choice(("at least", "at most", "exactly")), rng.randint(0, len(parts)), parts)


def _bare(rng: Random, most_options: int) -> Conflict:
    number = rng.randint(1, most_options)
    ids = [f"o{k}" for k in range(number)]
    owners = [rng.randrange(rng.randint(1, 5)) for _ in ids]
    directed = rng.random() < 0.5
    dms = tuple(
        DecisionMaker(
            f"dm{i}",
            options=tuple(
                Option(id_, moves=rng.choice(MOVES) if directed else "reversible")
                for id_, owner in zip(ids, owners, strict=True)
                if owner == i
            ),
        )
        for i in range(max(owners) + 1 + (rng.random() < 0.2))
    )
    derived: tuple[Proposition, ...] = ()
    if rng.random() < 0.3:
        derived = (Proposition("p0", random_statement(rng, ids)),)
    known = [*ids, *(it.id for it in derived)]
    options = tuple(option for dm in dms for option in dm.options)
    rules = tuple(_rule(rng, known, options) for _ in range(rng.choice((0, 0, 1, 1, 2))))
    return Conflict("Random", dms, feasibility=rules, derived=derived)


def _rule(rng: Random, known: list[str], options: tuple[Option, ...]) -> Constraint:
    kind = rng.randrange(5 if len(known) > 1 else 4)
    words = str(random_statement(rng, known, 2))
    if kind == 0:
        return constraint("never", (f"({words}) and {rng.choice(known)}",))
    if kind == 1:
        return constraint("always", (words,))
    if kind == 2:
        return constraint("only_if", (rng.choice(known), words))
    if kind == 3:
        letters = "".join(rng.choice("YN-") for _ in options[1:])
        return constraint("never_pattern", (rng.choice("YN") + letters,), options)
    some = tuple(rng.sample(known, rng.randint(2, len(known))))
    return constraint(rng.choice(("mutually_exclusive", "at_least_one", "exactly_one")), some)


def _with_preferences(rng: Random, bare: Conflict, states: list[State]) -> Conflict:
    known = [*(option.id for option in bare.options), *(it.id for it in bare.derived)]
    dms = tuple(
        DecisionMaker(dm.id, options=dm.options, preferences=_preferences(rng, known, states))
        for dm in bare.decision_makers
    )
    return Conflict(
        "Random",
        dms,
        feasibility=bare.feasibility,
        derived=bare.derived,
        status_quo=rng.choice(states),
    )


def _preferences(rng: Random, known: list[str], states: list[State]) -> Preferences:
    if rng.random() < 0.4:
        wanted = [random_statement(rng, known, 2) for _ in range(rng.randint(0, 5))]
        return Prioritisation(tuple(map(PreferenceStatement, wanted)))
    left, tiers = rng.sample(states, len(states)), []
    most = rng.choice((1, 1, 3))
    while left:
        size = rng.randint(1, most)
        tiers.append(Tier(tuple(left[:size])))
        left = left[size:]
    return Ranking(tuple(tiers))
