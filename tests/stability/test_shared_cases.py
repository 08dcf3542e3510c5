"""Published and recalled conflicts in option form, with the values worked out for them elsewhere."""

import json
from pathlib import Path
from typing import Any

import pytest

from goodoffices.conflict.constraints import constraint
from goodoffices.conflict.model import (
    Conflict,
    DecisionMaker,
    Moves,
    Option,
    Preferences,
    PreferenceStatement,
    Prioritisation,
    Ranking,
    State,
    Tier,
    pattern,
)
from goodoffices.stability import CONCEPTS, Analysis, analyse
from goodoffices.statements import Or

CASES = (
    "chicken_textbook",
    "cuban_missile_crisis",
    "euphrates_1975",
    "lake_gisborne_recalled",
    "prisoners_dilemma",
)
DIRECTIONS: dict[str, Moves] = {
    "both": "reversible",
    "fwd": "only taken",
    "back": "only given up",
}


def states_of(model: dict[str, Any]) -> dict[Any, State]:
    """Return the options taken in each state of a case, by the case's own ids."""
    return {
        state["id"]: frozenset(f"o{k}" for k, yn in enumerate(state["yn"]) if yn == "Y")
        for state in model["states"]
    }


def conflict_of(model: dict[str, Any], *, by_statements: bool = False) -> Conflict:
    """Return a case's model, its preferences as ranked or as the statements behind the ranking."""
    options = tuple(
        Option(f"o{k}", option["name"], moves=DIRECTIONS[option["direction"]])
        for k, option in enumerate(model["options"])
    )
    states = states_of(model)

    def preferences(dm: str) -> Preferences:
        if by_statements:
            staged = [
                [pattern(options, letters) for letters in patterns]
                for patterns in model["preference_statements"][dm]
            ]
            joined = [one[0] if len(one) == 1 else Or(tuple(one)) for one in staged]
            return Prioritisation(tuple(map(PreferenceStatement, joined)))
        tiers = [t if isinstance(t, list) else [t] for t in model["preferences"][dm]]
        return Ranking(tuple(Tier(tuple(states[id_] for id_ in tier)) for tier in tiers))

    return Conflict(
        "Case",
        tuple(
            DecisionMaker(
                dm["id"].lower(),
                dm["name"],
                options=tuple(
                    option
                    for option, given in zip(options, model["options"], strict=True)
                    if given["dm"] == dm["id"]
                ),
                preferences=preferences(dm["id"]),
            )
            for dm in model["decision_makers"]
        ),
        feasibility=tuple(
            constraint("never_pattern", (letters,), options)
            for letters in model["infeasible_patterns"]
        ),
    )


def hold_values(analysis: Analysis, model: dict[str, Any], values: dict[str, Any]) -> None:
    """Equilibria and each decision maker's stable states are the ones worked out elsewhere."""
    number = {id_: analysis.states.find(taken) for id_, taken in states_of(model).items()}
    assert len(number) == len(analysis.states)
    for concept in CONCEPTS:
        assert set(analysis.equilibria(concept)) == {number[id_] for id_ in values[concept]}
        for dm, own in values["individual"].items():
            assert set(analysis.stable(concept, dm.lower())) == {number[s] for s in own[concept]}


def read(shared: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared / "cases" / f"{name}.json").read_text())
    return found


@pytest.mark.parametrize("name", CASES)
def test_a_case_has_the_values_worked_out_for_it(shared: Path, name: str) -> None:
    """Nash, GMR, SMR, SEQ and SSEQ, for everybody and for each, in the base model of a case."""
    case = read(shared, name)
    values = case["verification"]["computed_here"]["base"]
    hold_values(analyse(conflict_of(case["model"])), case["model"], values)


@pytest.mark.parametrize("name", CASES)
def test_a_case_has_its_published_results(shared: Path, name: str) -> None:
    """The published or recalled lists of stable states and equilibria follow."""
    case = read(shared, name)
    analysis = analyse(conflict_of(case["model"]))
    states = states_of(case["model"])
    for result in case["published_results"] or ():
        if result["concept"] not in CONCEPTS or result["scope"] not in (
            "equilibrium",
            "individual",
        ):
            continue
        if result["scope"] == "equilibrium":
            found = set(analysis.equilibria(result["concept"]))
        else:
            found = set(analysis.stable(result["concept"], result["dm"].lower()))
        expected = {analysis.states.find(states[id_]) for id_ in result["states"]}
        if "only_among" in result:
            found &= {analysis.states.find(states[id_]) for id_ in result["only_among"]}
        assert found == expected, result


@pytest.mark.parametrize("name", ["cuban_missile_crisis", "euphrates_1975", "prisoners_dilemma"])
def test_the_statements_behind_a_ranking_give_that_ranking(shared: Path, name: str) -> None:
    """Option prioritisation of a case's statements orders the states as its ranking does."""
    model = read(shared, name)["model"]
    ranked, stated = analyse(conflict_of(model)), analyse(conflict_of(model, by_statements=True))
    for dm in ranked.conflict.decision_makers:
        ranks = [[it.rank(dm.id, s) for s in it.states] for it in (ranked, stated)]
        assert ranks[0] == ranks[1]


def test_the_scenario_of_lake_gisborne_moves_the_equilibrium(shared: Path) -> None:
    """With a Province that keeps the ban, the values worked out for that scenario follow."""
    case = read(shared, "lake_gisborne_recalled")
    (scenario,) = (it for it in case["scenarios"] if it["id"] == "environment_oriented_province")
    model = {**case["model"], **scenario["model_changes"]}
    values = case["verification"]["computed_here"][scenario["id"]]
    hold_values(analyse(conflict_of(model)), model, values)
