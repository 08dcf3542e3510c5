"""`.gmcr` files: what they say is read as it is meant, what cannot be said is refused or told."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import goodoffices as go
from goodoffices import gallery
from goodoffices.conflict import Conflict, Prioritisation
from goodoffices.conflict.file import parse_conflict, read_conflict
from goodoffices.conflict.gmcr import dump_gmcr, parse_gmcr
from goodoffices.conflict.write import dump_conflict
from goodoffices.errors import ConflictError, InputError, LimitError
from goodoffices.stability import CONCEPTS
from goodoffices.statements import And, Name
from goodoffices.testing.strategies import conflicts
from tests.budget import examples


def file(**changes: Any) -> dict[str, Any]:
    """Return a file in which the second decision maker's option stands first."""
    held: dict[str, Any] = {
        "options": [
            {"name": "sue", "permittedDirection": "both"},
            {"name": "divert", "permittedDirection": "fwd"},
            {"name": "pay", "permittedDirection": "back"},
        ],
        "decisionMakers": [
            {
                "name": "Upper town",
                "options": [1, "2"],
                "preferences": [[[0, "N"]], [[1, "Y"], [2, "N"]]],
            },
            {"name": "Lower town", "options": [0], "preferences": []},
        ],
        "infeasibles": [[[0, "Y"], [2, "Y"]]],
        "useManualPreferenceRanking": False,
    }
    return {**held, **changes}


def read(**changes: Any) -> Conflict:
    return parse_gmcr(json.dumps(file(**changes)), "towns.gmcr")


def faults(**changes: Any) -> str:
    with pytest.raises(ConflictError) as caught:
        read(**changes)
    return str(caught.value)


def dm(position: int, **changes: Any) -> list[dict[str, Any]]:
    """Return the decision makers with something changed of one."""
    every: list[dict[str, Any]] = file()["decisionMakers"]
    every[position] = {**every[position], **changes}
    return every


def test_options_are_put_in_the_order_of_their_owners() -> None:
    found = read()
    assert [option.id for option in found.options] == ["divert", "pay", "sue"]
    assert [option.moves for option in found.options] == [
        "only taken",
        "only given up",
        "reversible",
    ]
    assert [it.words for it in found.feasibility] == ["never sue and pay"]
    assert found.states.count == 6
    assert found.title == "towns"


def test_patterns_refer_to_the_order_in_the_file() -> None:
    upper = read().decision_makers[0].preferences
    assert isinstance(upper, Prioritisation)
    assert [str(it.statement) for it in upper.statements] == ["not sue", "divert and not pay"]


def test_rankings_number_the_feasible_states_in_the_new_order() -> None:
    """1 nothing, 2 divert, 3 pay, 4 divert and pay, 5 sue, 6 divert and sue; best first."""
    ranked = dm(0, preferenceRanking=[2, [1, 3], 4, 5, 6])
    ranked[1]["preferenceRanking"] = [3, 4, 1, 2, [5, 6]]
    found = read(decisionMakers=ranked, useManualPreferenceRanking=True)
    tiers = found.decision_makers[0].preferences.tiers  # type: ignore[union-attr]
    assert [set(tier.states) for tier in tiers[:2]] == [
        {frozenset({"divert"})},
        {frozenset(), frozenset({"pay"})},
    ]
    assert set(tiers[-1].states) == {frozenset({"divert", "sue"})}


def test_statements_beside_rankings_in_use_are_kept_as_a_reading() -> None:
    ranked = dm(0, preferenceRanking=[1, 2, 3, 4, 5, 6])
    ranked[1]["preferenceRanking"] = [[1, 2, 3, 4, 5, 6]]
    found = read(decisionMakers=ranked, useManualPreferenceRanking=True)
    statements = found.with_reading("statements").decision_makers[0].preferences
    assert statements == read().decision_makers[0].preferences
    assert found.origin is not None
    assert any("reading 'statements'" in note for note in found.origin.notes)
    again = parse_gmcr(dump_gmcr(found).text)
    assert again.rival_readings == found.rival_readings


def test_old_names_of_keys_are_read() -> None:
    old = dm(0, preferenceVector=[1, 2, 3, 4, 5, 6])
    old[1]["preferenceVector"] = [6, 5, 4, 3, 2, 1]
    held = file(decisionMakers=old, useManualPreferenceVectors=True)
    del held["useManualPreferenceRanking"]
    found = parse_gmcr(json.dumps(held))
    assert found.analyse().rank("lower_town", 6) == 6


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ([[[1, "Y"], [0, "Y"]], [[1, "N"], [0, "Y"]], [[1, "N"], [0, "N"]]], "sue if divert"),
        ([[[1, "Y"], [0, "Y"]], [[1, "N"], [0, "N"]]], "sue iff divert"),
        ([[[1, "Y"]], [[0, "N"], [2, "Y"]]], "divert or not sue and pay"),
        ([[[1, "N"], [0, "Y"]], [[1, "Y"], [0, "N"]], [[1, "N"], [0, "N"]]], "not sue if divert"),
    ],
)
def test_compound_statements_mean_or(members: list[Any], words: str) -> None:
    found = read(decisionMakers=dm(0, preferences=[{"compound": True, "members": members}]))
    (wanted,) = found.decision_makers[0].preferences.statements  # type: ignore[union-attr]
    assert str(wanted.statement) == words


def test_what_orders_nothing_is_left_out_and_told() -> None:
    wants = [[], [[0, "N"]], [[0, "N"]], {"compound": True, "members": []}]
    found = read(decisionMakers=dm(0, preferences=wants))
    assert len(found.decision_makers[0].preferences.statements) == 1  # type: ignore[union-attr]
    assert found.origin is not None
    assert len(found.origin.notes) == 2


def test_coalitions_and_misperceptions_are_kept_and_told() -> None:
    found = read(coalitions=[[0, 1]], decisionMakers=dm(0, misperceptions=[[[0, "Y"], [1, "N"]]]))
    assert found.coalitions == (("upper_town", "lower_town"),)
    assert [str(it) for it in found.decision_makers[0].misperceptions] == ["sue and not divert"]
    assert found.origin is not None
    assert len(found.origin.notes) == 2
    assert parse_conflict(dump_conflict(found)) == found
    again = json.loads(dump_gmcr(found).text)
    assert again["coalitions"] == [[0, 1]]
    assert again["decisionMakers"][0]["misperceptions"] == [[[0, "N"], [2, "Y"]]]


def test_coalitions_that_are_no_partition_leave_everybody_alone() -> None:
    found = read(coalitions=[[0, 1], 1])
    assert found.coalitions == ()
    assert found.origin is not None
    assert "no partition" in found.origin.notes[0]
    assert read(coalitions=[0, 1]).origin.notes == ()  # type: ignore[union-attr]


def test_names_that_are_alike_or_have_no_latin_letters_get_ids_of_their_own() -> None:
    options = [{"name": n, "permittedDirection": "both"} for n in ("Voll", "Voll", "全部")]
    assert [it.id for it in read(options=options).options] == ["voll_2", "option_3", "voll"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"options": 3}, "options: expected a list in [ ], found the number 3"),
        ({"options": [7]}, "options no. 1: expected an object in { }, found the number 7"),
        (
            {"options": [{"name": "x", "permittedDirection": "up"}] * 3},
            "options no. 1: expected a permittedDirection of both, fwd (only from N to Y) or back, "
            'found the text "up"',
        ),
        ({"decisionMakers": []}, "nobody decides anything"),
        ({"decisionMakers": dm(1, options=[1])}, "option 1 belongs to 'Upper town' already"),
        ({"decisionMakers": dm(1, options=[])}, "this option belongs to nobody"),
        ({"decisionMakers": dm(1, options=[9])}, "no option 9; positions go from 0 to 2"),
        (
            {"decisionMakers": dm(1, options=[True])},
            "expected the position of an option, from 0, found true",
        ),
        ({"decisionMakers": dm(0, name=None)}, "expected text under 'name', found null"),
        ({"infeasibles": [[]]}, "an empty pattern fits every state"),
        ({"infeasibles": [{"compound": True}]}, "compound statements stand in preferences only"),
        ({"infeasibles": [[[0, "Y"], [0, "N"]]]}, "option 0 is both Y and N in one pattern"),
        ({"infeasibles": [[[0, "y"]]]}, 'expected "Y" or "N", found the text "y"'),
        ({"infeasibles": [[[0]]]}, 'expected a pair such as [0, "Y"], found a list of 1'),
        ({"infeasibles": [[[0, "Y"]], [[0, "N"]]]}, "no state is feasible"),
        ({"useManualPreferenceRanking": 1}, "expected true or false, found the number 1"),
        (
            {"useManualPreferenceRanking": True},
            "rankings are in use, and 'preferenceRanking' is missing",
        ),
        ({"coalitions": [[0, 5]]}, "no decision maker 5; positions go from 0 to 1"),
        ({"decisionMakers": dm(0, preferences=[{"members": []}])}, '"compound": true'),
    ],
)
def test_faults_are_told_with_place_and_what_was_expected(
    changes: dict[str, Any], words: str
) -> None:
    said = faults(**changes)
    assert words in said
    assert said.startswith("towns.gmcr: ")


@pytest.mark.parametrize(
    ("ranking", "words"),
    [
        ([1, 2, 3], "3 of the 6 feasible states are missing: 4, 5, 6"),
        ([1, 2, 3, 4, 5, 5, 6], "state 5 stands twice"),
        ([0, 1, 2, 3, 4, 5], "no state 0; the feasible states are 1 to 6"),
        (["1"], 'expected the number of a state, found the text "1"'),
    ],
)
def test_rankings_hold_each_state_once(ranking: list[Any], words: str) -> None:
    ranked = dm(0, preferenceRanking=ranking)
    ranked[1]["preferenceRanking"] = [[1, 2, 3, 4, 5, 6]]
    assert words in faults(decisionMakers=ranked, useManualPreferenceRanking=True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"options": [}', "x.gmcr:1: this is not JSON: expecting value (column 14)"),
        ("[1]", "expected an object in { }, found a list of 1"),
        ('{"options": [], "options": []}', "the key 'options' stands twice"),
        ("[" * 100_000, "nested too deeply"),
        ("{}", "'options' is missing"),
    ],
)
def test_what_is_no_such_file_is_told(text: str, words: str) -> None:
    with pytest.raises(ConflictError) as caught:
        parse_gmcr(text, "x.gmcr")
    assert words in str(caught.value)


def test_commands_and_python_take_such_a_file(tmp_path: Path) -> None:
    path = tmp_path / "council.gmcr"
    path.write_text(dump_gmcr(go.load("geneva-2014/council")).text, encoding="utf-8")
    found = go.load(path)
    assert found.title == go.load("geneva-2014/council").title
    assert found.analyse().equilibria("Nash") == go.load(
        "geneva-2014/council"
    ).analyse().equilibria("Nash")
    assert found.origin is not None
    assert len(found.origin.sha256) == 64
    assert read_conflict(path).origin == found.origin


def in_option_form() -> list[str]:
    loaded = {name: go.load(name) for name in gallery.names()}
    return [n for n, it in loaded.items() if not (it.listed_states or it.forbidden_moves)]


@pytest.mark.parametrize("name", in_option_form())
def test_bundled_conflicts_survive_the_way_there_and_back(name: str) -> None:
    conflict = go.load(name)
    again = parse_gmcr(dump_gmcr(conflict).text)
    assert_same(conflict, again)


def assert_same(one: Conflict, other: Conflict) -> None:
    """The same options, states, moves, preferences, and what follows from them."""
    assert [(it.id, it.moves) for it in one.options] == [(it.id, it.moves) for it in other.options]
    here, there = one.analyse(), other.analyse()
    assert [one.states.taken(n) for n in one.states] == [
        other.states.taken(n) for n in other.states
    ]
    for dm in (it.id for it in one.decision_makers):
        assert [here.rank(dm, n) for n in one.states] == [there.rank(dm, n) for n in other.states]
        for concept in CONCEPTS:
            stable = [here.is_stable(concept, dm, n) for n in one.states]
            assert stable == [there.is_stable(concept, dm, n) for n in other.states]
    assert [here.equilibria(c) for c in CONCEPTS] == [there.equilibria(c) for c in CONCEPTS]


@settings(max_examples=examples(40))
@given(conflicts())
def test_random_conflicts_survive_the_way_there_and_back(conflict: Conflict) -> None:
    again = parse_gmcr(dump_gmcr(conflict).text)
    assert_same(conflict, again)
    ids = [dm.id for dm in conflict.decision_makers]
    assert again.coalitions == tuple(tuple(sorted(it, key=ids.index)) for it in conflict.coalitions)
    assert_same(conflict, parse_gmcr(dump_gmcr(again).text))


def test_what_cannot_be_said_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="graph form"):
        dump_gmcr(go.load("published/elmira"))
    toy = parse_conflict(
        'format = 1\ntitle = "x"\n[decision_makers.one]\noptions.a = "act"\npreferences = []\n'
        '[[forbidden_moves]]\nby = "one"\nfrom = "a"\n'
    )
    with pytest.raises(InputError, match="forbidden move: one cannot move from a"):
        dump_gmcr(toy)


def test_64_statements_are_refused_and_63_are_not() -> None:
    options = "".join(f'options.o{k} = ""\n' for k in range(8))
    pairs = [f'"o{i} and not o{j}"' for i in range(8) for j in range(8) if i != j]
    pairs += [f'"not o{i} and not o{j}"' for i in range(8) for j in range(i)]

    def conflict(count: int) -> Conflict:
        wants = ", ".join(pairs[:count])
        head = 'format = 1\ntitle = "x"\n[decision_makers.one]\n'
        return parse_conflict(f"{head}{options}preferences = [{wants}]\n")

    assert len(json.loads(dump_gmcr(conflict(63)).text)["decisionMakers"][0]["preferences"]) == 63
    with pytest.raises(InputError, match="'one' has 64 preference statements"):
        dump_gmcr(conflict(64))


def test_what_takes_too_many_patterns_is_refused() -> None:
    ids = [f"o{k}" for k in range(14)]
    options = "".join(f'options.{id_} = ""\n' for id_ in ids)
    head = 'format = 1\ntitle = "x"\n[decision_makers.one]\n'
    toy = parse_conflict(f'{head}{options}preferences = ["exactly 7 of ({", ".join(ids)})"]\n')
    with pytest.raises(LimitError, match="more than 1,000 patterns"):
        dump_gmcr(toy)


def test_what_has_no_place_is_told() -> None:
    lost = dump_gmcr(go.load("geneva-2014/council")).lost
    words = "; ".join(lost)
    for part in (
        "story",
        "status quo",
        "as-of-2014-02-11",
        "adopted",
        "sponsors (body)",
        "of evidence",
    ):
        assert part in words


def test_an_always_true_statement_is_an_empty_pattern() -> None:
    from goodoffices.conflict.gmcr.patterns import patterns_of, statement_of

    assert statement_of([{}]) == And(())
    assert patterns_of(And(())) == [frozenset()]
    assert patterns_of(And((Name("a"), And(())))) == [frozenset({("a", True)})]
