"""The talks' part of the trace, and what the Geneva data rest on."""

import tomllib
from itertools import pairwise

import pytest

from goodoffices.talks.crosscheck import placed_facts
from goodoffices.talks.links import Link, links
from goodoffices.talks.process import Event
from tests.talks.made import GENEVA, geneva


def test_a_chain_leads_from_evidence_by_clause_and_commitment_to_an_observed_move() -> None:
    chain = [
        ("wib-2014-02-11", "supports", "texts/aid-draft/access"),
        ("texts/aid-draft/access", "obliges", "commitments/access_2139"),
        ("commitments/access_2139", "was observed", "commitments/access_2139/1"),
        ("commitments/access_2139/1", "is a move of", "council/access"),
    ]
    assert {(it.start, it.relation, it.end) for it in links(geneva())} >= set(chain)
    assert all(first[2] == second[0] for first, second in pairwise(chain))


def test_every_step_begins_at_evidence_or_where_another_step_ends() -> None:
    found = links(geneva())
    ends = {it.end for it in found}
    starts = {it.start for it in found if it.relation != "decides on"}
    assert starts <= ends | set(geneva().evidence)
    assert len(found) == len(set(found))
    assert Link("texts/aid-draft/sanctions", "is in the model", "council/trigger") in found


@pytest.mark.parametrize("name", ["council", "table"])
def test_evidence_that_the_models_share_with_the_talks_is_the_same(name: str) -> None:
    folder = GENEVA.parent
    file = next(
        it for it in (folder / f"{name}.toml", folder / f"conflicts/{name}.toml") if it.is_file()
    )
    models = tomllib.loads(file.read_text(encoding="utf-8"))["evidence"]
    shared = set(models) & set(geneva().evidence)
    assert shared
    for id_ in shared:
        assert geneva().evidence[id_].citation == models[id_]["citation"], id_


def test_every_event_of_the_geneva_talks_has_a_source() -> None:
    process = geneva().process
    facts = [it for _, it in placed_facts(process) if isinstance(it, Event)]
    assert len(facts) > 15
    assert [it.id for it in facts if not it.because] == []


def test_every_piece_of_evidence_of_the_geneva_talks_says_when_it_was_known() -> None:
    assert [id_ for id_, it in geneva().evidence.items() if not it.known] == []
