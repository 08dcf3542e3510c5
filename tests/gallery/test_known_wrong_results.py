"""Published numbers that are wrong, and the smallest model that shows why.

The page `docs/explanation/known-wrong-results.md` tells the same in words.
"""

from itertools import permutations

import goodoffices as go
from goodoffices.conflict import (
    Conflict,
    DecisionMaker,
    Option,
    Ranking,
    Tier,
)
from goodoffices.conflict.constraints import constraint
from goodoffices.stability import Analysis, Answer

WANTED = {"release"}


def ranked(*states: set[str]) -> Ranking:
    return Ranking(tuple(Tier((frozenset(state),)) for state in states))


def with_ranking(conflict: Conflict, dm_id: str, ranking: Ranking) -> Conflict:
    """Return the conflict with another ranking for one decision maker, by a rival reading."""
    from dataclasses import replace

    changed = tuple(
        replace(dm, preferences=ranking) if dm.id == dm_id else dm
        for dm in conflict.decision_makers
    )
    return replace(conflict, decision_makers=changed)


def sanctioned(analysis: Analysis, concept: str) -> tuple[Answer, ...]:
    return analysis.explain(concept, "syria", WANTED).answers


def test_the_guide_counts_rankings_in_which_only_one_improvement_was_tested() -> None:
    """Of Syria's 720 rankings 384 make releasing water a GMR or SEQ equilibrium, not 420."""
    conflict = go.load("published/euphrates-1975")
    every = [set(conflict.states.taken(number)) for number in conflict.states]
    counts = dict.fromkeys(("Nash", "SMR", "GMR", "SEQ", "GMR, one tested", "SEQ, one tested"), 0)
    for order in permutations(every):
        analysis = with_ranking(conflict, "syria", ranked(*order)).analyse()
        assert all(analysis.is_stable(concept, "iraq", WANTED) for concept in analysis.concepts)
        for concept in ("Nash", "SMR", "GMR", "SEQ"):
            counts[concept] += analysis.is_equilibrium(concept, WANTED)
        for concept in ("GMR", "SEQ"):
            first = sanctioned(analysis, concept)[:1]
            counts[f"{concept}, one tested"] += all(answer.sanction for answer in first)
    assert counts == {
        "Nash": 240,
        "SMR": 300,
        "GMR": 384,
        "SEQ": 384,
        "GMR, one tested": 420,
        "SEQ, one tested": 420,
    }


def smallest() -> Conflict:
    """Return four states: from nothing taken A can do a or b, and B can answer only a."""
    a = DecisionMaker(
        "syria",
        options=(Option("a"), Option("b")),
        preferences=ranked({"b"}, {"a"}, set(), {"a", "answer"}),
    )
    b = DecisionMaker(
        "iraq",
        options=(Option("answer"),),
        preferences=ranked({"a", "answer"}, {"a"}, {"b"}, set()),
    )
    options = (*a.options, *b.options)
    rules = (
        constraint("mutually_exclusive", ("a", "b"), options),
        constraint("only_if", ("answer", "a"), options),
    )
    return Conflict("The smallest", (a, b), feasibility=rules)


def test_one_sanctioned_improvement_of_two_does_not_make_a_state_stable() -> None:
    """Every improvement needs a sanction of its own; to test one of them finds too much."""
    conflict = smallest()
    analysis = conflict.analyse()
    assert conflict.states.count == 4
    for concept in ("GMR", "SMR", "SEQ", "SSEQ"):
        answers = analysis.explain(concept, "syria", set()).answers
        assert [bool(answer.sanction) for answer in answers] == [True, False]
        assert not analysis.is_stable(concept, "syria", set())
