"""The answer in sentences: plain, short, and only what the analysis says."""

import dataclasses

import pytest

import goodoffices as go
from goodoffices.conflict import Conflict
from goodoffices.conflict.model import Prioritisation
from goodoffices.readout.support import support
from goodoffices.readout.words import (
    GLOSSES,
    STRONGEST_FIRST,
    answer_in_words,
    by_strength,
    equilibrium_words,
    joint_path,
    joint_words,
    number_words,
    route_words,
)
from goodoffices.stability.concepts import CONCEPTS, EVERY_CONCEPT
from tests.readout.models import council, small, table, wide


def test_the_council_answer_tells_the_jump_that_nobody_can_make_alone() -> None:
    said = answer_in_words(go.analyse(council()))
    assert said[0].startswith(
        "Nobody gains by moving alone from the status quo, {trigger, vote, veto}"
    )
    assert said[1].startswith("The status quo is the only Nash equilibrium; six more hold")
    assert said[2].startswith(
        "Sponsors and Russia have exactly one joint improvement from there: to {vote}"
    )
    assert said[2].endswith(
        "with Sponsors giving up trigger (at a loss), then Russia giving up veto."
    )
    assert "three with evidence, twelve without" in said[-1]


@pytest.mark.parametrize("make", [council, table, small, wide])
def test_every_answer_has_three_to_six_sentences_and_foretells_nothing(make) -> None:  # type: ignore[no-untyped-def]
    said = answer_in_words(go.analyse(make()))
    assert 3 <= len(said) <= 6
    assert all(sentence.endswith(".") and sentence[0] == sentence[0].upper() for sentence in said)
    assert not any(" will " in sentence for sentence in said)


def test_without_a_status_quo_the_answer_says_so() -> None:
    conflict = dataclasses.replace(council(), status_quo=None)
    said = answer_in_words(go.analyse(conflict))
    assert said[0].startswith("The model names no status quo")
    assert said[1].startswith("The only Nash equilibrium is {trigger, vote, veto}")


def test_a_status_quo_that_does_not_hold_names_who_can_leave_it_and_how() -> None:
    assert answer_in_words(go.analyse(small()))[0] == (
        "The status quo, {a}, does not hold: Party 0 can gain by giving up a, and nothing the others "
        "could do takes that gain away."
    )


def test_a_status_quo_held_by_deterrence_alone_says_so() -> None:
    assert "can be deterred by the others" in answer_in_words(go.analyse(wide()))[0]


def test_every_concept_has_a_gloss_and_a_place_after_those_that_imply_it() -> None:
    assert set(GLOSSES) == set(EVERY_CONCEPT)
    assert set(STRONGEST_FIRST) == set(CONCEPTS)
    analysis = go.analyse(wide())
    for weaker in ("GMR", "SMR", "SEQ", "SSEQ"):
        assert set(analysis.equilibria("Nash")) <= set(analysis.equilibria(weaker))
    assert set(analysis.equilibria("SSEQ")) <= set(analysis.equilibria("SEQ"))
    assert set(analysis.equilibria("SMR")) <= set(analysis.equilibria("GMR"))
    assert by_strength(("GMR", "Nash")) == ("Nash", "GMR")


def test_a_joint_improvement_is_told_by_the_order_with_the_fewest_losses() -> None:
    analysis = go.analyse(council())
    (joint,) = analysis.joint_improvements()
    way = joint_path(analysis, joint)
    assert [step.mover for step in way] == ["sponsors", "russia"]
    assert sum(step.change < 0 for step in way) == 1
    assert "an equilibrium jump under SSEQ, SEQ, SMR and GMR" in joint_words(analysis, joint)


def test_a_route_says_who_has_to_go_first_at_a_loss() -> None:
    analysis = go.analyse(council())
    told = [route_words(analysis.conflict, route) for route in analysis.routes()]
    assert told[0].startswith("{vote} needs at least one step at a loss, the first by Sponsors:")
    leading = go.analyse(table().with_reading("leading"))
    assert any("can be reached by improvements only" in route_words(leading.conflict, r)
               for r in leading.routes())  # fmt: skip


def test_an_equilibrium_says_under_which_concepts_and_where_it_fails() -> None:
    told = equilibrium_words(go.analyse(council()), 3)
    assert told.startswith("{vote} is an equilibrium under SSEQ, SEQ, SMR and GMR")
    assert told.endswith("not under Nash, where it is not stable for Sponsors.")


def test_evidence_is_counted_statement_by_statement() -> None:
    counted = support(council())
    assert (counted.statements, counted.with_evidence, counted.assumed) == (15, 3, 12)
    conflict: Conflict = small()
    assert support(conflict).sentence.endswith(
        "none with evidence: all are the analyst's assumptions."
    )


def test_small_numbers_are_words() -> None:
    assert number_words(2, "fox", "foxes") == "two foxes"


def test_inferences_from_evidence_are_counted_apart_from_what_is_cited() -> None:
    conflict = council()
    sponsors, *others = conflict.decision_makers
    assert isinstance(sponsors.preferences, Prioritisation)
    first, *rest = sponsors.preferences.statements
    inferred = dataclasses.replace(first, note="Inference: from what they did")
    wants = dataclasses.replace(sponsors.preferences, statements=(inferred, *rest))
    changed = dataclasses.replace(sponsors, preferences=wants)
    counted = support(dataclasses.replace(conflict, decision_makers=(changed, *others)))
    assert counted.inferred == 1
    assert counted.sentence.endswith("One of those with evidence is an inference from it.")
