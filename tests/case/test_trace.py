"""The trace goes from a conclusion to characters in a source and back, and strikes evidence out."""

from pathlib import Path

import pytest

import goodoffices as go
from goodoffices.case import (
    Case,
    Node,
    trace_item,
    trace_model,
    trace_outcome,
    trace_preference,
    trace_up,
    what_falls,
)
from goodoffices.errors import UsageError
from goodoffices.stability import analyse
from tests.case.cases import HERALD, WIRE

TEXTS = {"herald": HERALD, "wire": WIRE}


def ends(node: Node) -> list[Node]:
    return [it for it in node.walk() if not it.children]


def cut(ref: str) -> str:
    """Return the characters that a passage's reference names."""
    source, _, where = ref.partition(":")
    start, _, end = where.partition("-")
    return TEXTS[source][int(start) : int(end)]


def test_every_end_of_the_trace_is_a_passage_or_an_assumption(case: Case) -> None:
    node = trace_model(case, "dam")
    assert {it.kind for it in ends(node)} == {"passage", "preference"}
    for it in ends(node):
        if it.kind == "passage":
            assert f"“{cut(it.ref)}”" in it.words
        else:
            assert it.standing == "assumption"


def test_an_outcome_says_under_which_concepts_it_holds(case: Case) -> None:
    node = trace_outcome(case, "dam", "-")
    assert "equilibrium under Nash" in node.words
    assert [child.kind for child in node.children] == ["stability", "stability"]
    assert trace_outcome(case, "dam", "build").words.startswith("{build}: no equilibrium")


def test_a_statement_bears_an_outcome_exactly_when_the_outcome_falls_without_it(case: Case) -> None:
    """Checked against the models worked out anew, each without one statement."""
    from dataclasses import replace

    from goodoffices.conflict.parts import Prioritisation

    conflict = case.conflict("dam")
    node = trace_outcome(case, "dam", "-", "Nash")
    told = {it.ref: it.bears for it in node.walk() if it.kind == "preference"}
    assert len(told) == 5
    for k, dm in enumerate(conflict.decision_makers):
        held = dm.preferences
        assert isinstance(held, Prioritisation)
        for n in range(len(held.statements)):
            less = Prioritisation(held.statements[:n] + held.statements[n + 1 :])
            others = list(conflict.decision_makers)
            others[k] = replace(dm, preferences=less)
            holds = analyse(replace(conflict, decision_makers=tuple(others))).is_equilibrium(
                "Nash", []
            )
            assert told[f"dam/{dm.id}/{n + 1}"] is not holds


def test_a_preference_statement_is_named_by_its_place(case: Case) -> None:
    assert trace_preference(case, "dam/upper/3").standing == "assumption"
    assert len(trace_preference(case, "dam/upper").children) == 3
    with pytest.raises(UsageError, match="dam/upper/4"):
        trace_preference(case, "dam/upper/4")


def test_an_item_stands_on_its_statement_and_its_passages(case: Case) -> None:
    node = trace_item(case, "herald/p3")
    assert [it.ref for it in node.children] == ["herald/s2", "herald:166-180"]


@pytest.mark.parametrize(
    "what", ["herald:in private, no", "herald:e", "herald:9999-10000", "wire:"]
)
def test_a_passage_must_be_named_without_doubt(case: Case, what: str) -> None:
    with pytest.raises(UsageError, match=r"stand|within"):
        trace_up(case, what)


@pytest.mark.parametrize("what", ["wire:go to court", "wire:20-31", "wire", "wire/p1"])
def test_upwards_everything_that_rests_on_it_is_found(case: Case, what: str) -> None:
    refs = {node.ref for node in trace_up(case, what).walk()}
    assert {"dam/evidence/threat", "dam/lower/1", "dam/sue"} <= refs


def test_down_and_up_are_one_relation(case: Case) -> None:
    """What a preference statement rests on leads back to it, and to nothing that does not rest on it."""
    for dm in case.conflict("dam").decision_makers:
        down = trace_preference(case, f"dam/{dm.id}")
        for wanted in down.children:
            beneath = {it.ref for it in wanted.walk() if it.kind == "position"}
            for ref in ("herald/p1", "herald/p2", "herald/p3", "wire/p1"):
                above = {it.ref for it in trace_up(case, ref).walk()}
                assert (wanted.ref in above) == (ref in beneath)


def test_what_loses_all_its_evidence_falls_and_the_model_is_worked_out_without_it(
    case: Case,
) -> None:
    falls = what_falls(case, "herald/p1")
    assert [lost.where for lost in falls.models[0].lost] == ["dam/upper/1"]
    assert falls.models[0].ended == {"Nash": ("{} (no option taken)",)}
    assert "{build, sue}" in falls.models[0].begun["Nash"]


def test_striking_a_statement_strikes_what_was_read_from_it(case: Case) -> None:
    falls = what_falls(case, "herald/s2")
    assert [lost.where for lost in falls.models[0].lost] == ["dam/upper/2"]


def test_what_has_other_evidence_stands(root: Path) -> None:
    model = (root / "conflicts/dam.toml").read_text(encoding="utf-8")
    two = model.replace('because = ["refusal"]', 'because = ["refusal", "threat"]')
    (root / "conflicts/dam.toml").write_text(two, encoding="utf-8")
    assert what_falls(go.load_case(root), "herald").models[0].lost[0].where == "dam/upper/2"
    whole = {lost.where for lost in what_falls(go.load_case(root), "herald", "wire").models[0].lost}
    assert whole == {"dam/upper/1", "dam/upper/2", "dam/lower/1"}


def test_assumptions_do_not_fall(case: Case) -> None:
    lost = {it.where for it in what_falls(case, "herald", "wire").models[0].lost}
    assert "dam/upper/3" not in lost
    assert "dam/lower/2" not in lost


def test_an_entry_of_the_evidence_table_can_be_struck_out(case: Case) -> None:
    falls = what_falls(case, "dam/evidence/threat")
    assert [lost.where for lost in falls.models[0].lost] == ["dam/lower/1"]


def test_nothing_falls_where_nothing_rests(case: Case) -> None:
    assert what_falls(case, "herald/p2").models == ()


@pytest.mark.parametrize("item", ["herald/p7", "harold", "dam/evidence/no", "herald/"])
def test_only_what_is_in_the_case_can_be_struck_out(case: Case, item: str) -> None:
    with pytest.raises(UsageError):
        case.without(item)


def test_a_rival_reading_falls_on_its_own(root: Path) -> None:
    with (root / "conflicts/dam.toml").open("a", encoding="utf-8") as file:
        file.write('[rival_readings.milder]\nby = "ben"\npreferences.upper = ["not sue"]\n')
    falls = what_falls(go.load_case(root), "herald/p1")
    assert [(fall.model, fall.reading) for fall in falls.models] == [("dam", "")]
    falls = what_falls(go.load_case(root), "wire/p1")
    assert [fall.reading for fall in falls.models] == ["", "milder"]


def test_a_broken_link_is_shown_where_it_stands(root: Path) -> None:
    model = (root / "conflicts/dam.toml").read_text(encoding="utf-8")
    (root / "conflicts/dam.toml").write_text(model.replace("wire/p1", "wire/p9"), encoding="utf-8")
    node = trace_model(go.load_case(root), "dam")
    assert {it.ref for it in node.walk() if it.standing == "broken"} == {"wire/p9"}


def test_a_passage_that_moved_is_broken(root: Path) -> None:
    record = (root / "record/wire.toml").read_text(encoding="utf-8")
    (root / "record/wire.toml").write_text(
        record.replace("start = 15", "start = 16"), encoding="utf-8"
    )
    node = trace_preference(go.load_case(root), "dam/lower/1")
    assert [it.standing for it in node.walk() if it.ref == "wire/p1"] == ["broken"]


def test_facts_of_the_talks_are_part_of_the_trace(root: Path) -> None:
    (root / "talks").mkdir()
    (root / "talks/process.toml").write_text(
        'format = 1\ntitle = "Talks"\n[participants.upper]\nname = "Upper town"\npart = "party"\n'
        'because = ["herald/p1"]\n',
        encoding="utf-8",
    )
    case = go.load_case(root)
    refs = {it.ref: it.words for it in trace_up(case, "herald/p1").walk()}
    assert refs["talks/process/participants/upper"] == "Upper town"
    assert [fact.words for fact in what_falls(case, "herald/p1").talks] == ["Upper town"]


def test_words_may_be_named_in_quotation_marks_of_ones_own(root: Path) -> None:
    case = go.load_case(root)
    text = case.text("herald")
    words = text[0:12]
    assert text.count(words) == 1
    plain, marked = trace_up(case, f"herald:{words}"), trace_up(case, f'herald:"{words}"')
    assert plain == marked
