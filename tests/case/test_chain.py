"""One trace from the words of a source to what was observed, through clause and commitment, and back."""

import shutil
from pathlib import Path

import pytest

import goodoffices as go
from goodoffices import gallery
from goodoffices.case import Node, trace_talks, trace_up
from goodoffices.errors import UsageError


@pytest.fixture
def geneva(tmp_path: Path) -> Path:
    """Return a copy of the bundled case, to be changed."""
    root = tmp_path / "geneva"
    shutil.copytree(gallery.case_path("geneva-2014"), root)
    return root


def chains(node: Node, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    here = (*before, node.ref)
    return (
        [here] if not node.children else [c for child in node.children for c in chains(child, here)]
    )


def test_the_case_is_sound(geneva: Path) -> None:
    assert [str(it) for it in go.load_case(geneva).check() if it.serious] == []


def test_a_passage_leads_by_clause_and_commitment_to_an_observed_move(geneva: Path) -> None:
    found = chains(trace_up(go.load_case(geneva), "wib-2014-02-11:humanitarian access"))
    wanted = (
        "talks/evidence/wib-2014-02-11",
        "texts/aid-draft/access",
        "commitments/access_2139",
        "commitments/access_2139/1",
        "council/access",
    )
    assert any(chain[-5:] == wanted for chain in found)
    assert any(ref.startswith("council/sponsors/") for chain in found for ref in chain)


def test_a_commitment_leads_down_to_the_passage(geneva: Path) -> None:
    node = trace_talks(go.load_case(geneva), "commitments/access_2139")
    passages = [it for it in node.walk() if it.kind == "passage"]
    assert "wib-2014-02-11:41-78" in {it.ref for it in passages}
    for it in passages:
        source, span = it.ref.split(":")
        start, end = map(int, span.split("-"))
        text = (geneva / "sources" / f"{source}.txt").read_text(encoding="utf-8")
        assert it.words.startswith(f"“{text[start:end]}”")


def test_what_the_audience_may_not_see_is_in_no_chain(geneva: Path) -> None:
    card = (geneva / "sources/wib-2014-02-11.toml").read_text(encoding="utf-8")
    changed = card.replace("[cites]", 'label = "team"\n\n[cites]')
    (geneva / "sources/wib-2014-02-11.toml").write_text(changed, encoding="utf-8")
    seen = go.load_case(geneva).for_audience("public")
    refs = {it.ref for it in trace_talks(seen, "commitments/access_2139").walk()}
    assert "talks/evidence/wib-2014-02-11" not in refs
    assert "talks/evidence/sres-2139" in refs


def test_as_of_a_day_later_steps_are_not_there(geneva: Path) -> None:
    early = go.load_case(geneva).as_of("2014-02-12")
    refs = {it.ref for it in trace_up(early, "wib-2014-02-11/p1").walk()}
    assert "texts/aid-draft/access" in refs
    assert "commitments/access_2139/1" not in refs


def test_an_unknown_fact_is_refused(geneva: Path) -> None:
    with pytest.raises(UsageError, match="did you mean 'commitments/access_2139'"):
        trace_talks(go.load_case(geneva), "commitments/acess_2139")
