"""Published conflicts, held against what was published of them.

Each file in ``expected`` names a bundled conflict, the rankings as published (best first, ties together)
and claims: which states are stable under a concept, for one decision maker or for everybody. A claim is
published (read), recalled (a check, not an authority) or computed (from the definitions, elsewhere).
States are strings of Y and N over the options in order; listed states are written by their ids.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import goodoffices as go
from goodoffices import gallery

EXPECTED = sorted((Path(__file__).parent / "expected").glob("*.json"))
CASES = [json.loads(file.read_text(encoding="utf-8")) for file in EXPECTED]
CONCEPTS = {"Nash", "GMR", "SMR", "SEQ", "SSEQ", "SIM", "SIM-FH"}


def claims() -> Iterator[Any]:
    for case in CASES:
        for claim in case["claims"]:
            words = (case["model"], claim["reading"], claim["concept"], claim["for"])
            yield pytest.param(case["model"], claim, id="-".join(filter(None, words)))


def named(states: Any, code: str) -> int:
    """Return the number of the state written as a string of Y and N, or by its id."""
    if code in [states.id(number) for number in states]:
        return int(states.find(code))
    taken = {id_ for id_, letter in zip(states.option_ids, code, strict=True) if letter == "Y"}
    return int(states.find(taken))


def written(states: Any, number: int) -> str:
    """Write a state as the expectations do."""
    return str(states.yn(number) or states.id(number))


def test_every_small_bundled_conflict_has_expectations() -> None:
    """A published conflict cannot be bundled without saying what is published of it."""
    small = [name for name in gallery.names() if not name.startswith("geneva-2014/")]
    assert sorted(case["model"] for case in CASES) == sorted(small)


@pytest.mark.parametrize("case", CASES, ids=[case["model"] for case in CASES])
def test_the_bundled_model_is_the_published_one(case: Any) -> None:
    """Owners of options, states and every ranking are those of the source."""
    for expected in case["readings"]:
        conflict = go.load(case["model"], expected["reading"] or None)
        analysis = conflict.analyse()
        states = conflict.states
        owners = [conflict.owners[id_].id for id_ in states.option_ids]
        assert owners == case["options_owned_by"]
        assert {written(states, number) for number in states} == set(case["states"])
        assert set(expected["rankings"]) == {dm.id for dm in conflict.decision_makers}
        for dm_id, tiers in expected["rankings"].items():
            levels = [{analysis.rank(dm_id, named(states, code)) for code in t} for t in tiers]
            assert all(len(level) == 1 for level in levels), "states of a tier tie"
            ranks = [level.pop() for level in levels]
            assert ranks == sorted(set(ranks), reverse=True)


@pytest.mark.parametrize("case", CASES, ids=[case["model"] for case in CASES])
def test_a_recalled_conflict_says_so(case: Any) -> None:
    """The provenance level is told to whoever opens the file."""
    note = go.load(case["model"]).reading.note
    assert "not read" in case["provenance"] or case["provenance"] == "data and results read"
    if "not read" in case["provenance"]:
        assert "not read" in note


@pytest.mark.parametrize(("model", "claim"), list(claims()))
def test_stability_is_as_claimed(model: str, claim: Any) -> None:
    """Exactly the states of the claim are stable, for the decision maker or for everybody."""
    assert claim["concept"] in CONCEPTS
    assert claim["basis"] in {"published", "recalled", "computed"}
    conflict = go.load(model, claim["reading"] or None)
    analysis = conflict.analyse(also={claim["concept"]} & {"SIM", "SIM-FH"})
    who = claim["for"]
    if who == "everybody":
        found = analysis.equilibria(claim["concept"])
    else:
        found = analysis.stable(claim["concept"], who)
    assert {written(conflict.states, number) for number in found} == set(claim["states"])


def test_moves_in_the_euphrates_are_those_of_the_guide() -> None:
    """Figure 26 of the guide: who can move, who improves, and what improvements alone reach."""
    conflict = go.load("published/euphrates-1975")
    analysis = conflict.analyse()
    states = conflict.states

    def yn(numbers: tuple[int, ...]) -> set[str]:
        return {str(states.yn(number)) for number in numbers}

    start, attacked = named(states, "NNN"), named(states, "NNY")
    assert yn(analysis.improvements("iraq", start)) == {"NNY"}
    assert yn(analysis.moves("syria", start)) == {"YNN", "NYN"}
    assert yn(analysis.improvements("syria", attacked)) == {"NYY"}
    assert yn(analysis.moves("syria", attacked)) == {"YNY", "NYY"}
    (route,) = analysis.routes(start)
    assert states.yn(route.target) == "NYY"
    assert route.by_improvements is not None
    assert [states.yn(step.target) for step in route.by_improvements] == ["NNY", "NYY"]


def test_in_elmira_two_can_jump_from_one_equilibrium_to_another() -> None:
    """From s5 the ministry and the company together reach s8; neither can gain alone."""
    analysis = go.load("published/elmira").analyse()
    (jump,) = analysis.joint_improvements("s5")
    assert jump.members == ("moe", "uniroyal")
    assert analysis.states.id(jump.target) == "s8"
    assert jump.jump_under == ("Nash", "GMR", "SMR", "SEQ", "SSEQ")


def test_the_nine_runs_on_korea_add_up_to_the_published_counts() -> None:
    """How often each state is an equilibrium in the published lists."""
    runs = [
        claim["states"]
        for case in CASES
        if case["model"].startswith("published/korea")
        for claim in case["claims"]
        if claim["basis"] == "published"
    ]
    assert len(runs) == 9
    counts = Counter(state for run in runs for state in run)
    published = {0: 7, 2: 1, 4: 4, 5: 9, 8: 1, 10: 6, 12: 6}
    assert counts == {
        "".join("Y" if code >> k & 1 else "N" for k in range(4)): count
        for code, count in published.items()
    }
