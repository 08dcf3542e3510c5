"""One trace from the words of a source to what was observed, through clause and commitment, and back."""

import shutil
from pathlib import Path

import pytest

import goodoffices as go
from goodoffices import gallery
from goodoffices.case import Node, trace_talks, trace_up
from goodoffices.case.shapes import NoteItem, RecordFile
from goodoffices.errors import UsageError
from tests.case.cases import add, passage

WORDS = "A draft on relief went round; it asks that relief be let through."


@pytest.fixture
def geneva(tmp_path: Path) -> Path:
    """Return the Geneva case with one stored source, to which an entry of the evidence is linked."""
    root = tmp_path / "geneva"
    shutil.copytree(gallery.case_path("geneva-2014"), root)
    note = NoteItem(
        id="n1",
        status="confirmed",
        by="anna",
        passage=passage(WORDS, "asks that relief be let through"),
    )
    add(root, "wib", WORDS, RecordFile(format=1, passages=(note,)), published="2014-02-11")
    link = 'record = ["wib/n1"]\n'
    for path in ("talks/evidence.toml", "conflicts/council.toml"):
        text = (root / path).read_text(encoding="utf-8")
        head = "[evidence.wib-2014-02-11]\n"
        assert head in text
        (root / path).write_text(text.replace(head, head + link), encoding="utf-8")
    return root


def chains(node: Node, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    here = (*before, node.ref)
    return (
        [here] if not node.children else [c for child in node.children for c in chains(child, here)]
    )


def test_the_case_is_sound(geneva: Path) -> None:
    assert [str(it) for it in go.load_case(geneva).check() if it.serious] == []


def test_a_passage_leads_by_clause_and_commitment_to_an_observed_move(geneva: Path) -> None:
    found = chains(trace_up(go.load_case(geneva), "wib:relief be let"))
    wanted = (
        "talks/evidence/wib-2014-02-11",
        "texts/aid-draft/access",
        "commitments/access_2139",
        "commitments/access_2139/1",
        "council/access",
    )
    assert any(chain[-5:] == wanted for chain in found)
    assert any(chain[-1].startswith("council/sponsors/") for chain in found)


def test_a_commitment_leads_down_to_the_passage(geneva: Path) -> None:
    node = trace_talks(go.load_case(geneva), "commitments/access_2139")
    passages = [it for it in node.walk() if it.kind == "passage"]
    assert {it.words for it in passages} == {
        "“asks that relief be let through” (wib, 2014-02-11, line 1)"
    }


def test_what_the_audience_may_not_see_is_in_no_chain(geneva: Path) -> None:
    card = (geneva / "sources/wib.toml").read_text(encoding="utf-8")
    (geneva / "sources/wib.toml").write_text(card + 'label = "team"\n', encoding="utf-8")
    seen = go.load_case(geneva).for_audience("public")
    refs = {it.ref for it in trace_talks(seen, "commitments/access_2139").walk()}
    assert "talks/evidence/wib-2014-02-11" not in refs
    assert "talks/evidence/sres-2139" in refs


def test_as_of_a_day_later_steps_are_not_there(geneva: Path) -> None:
    early = go.load_case(geneva).as_of("2014-02-12")
    refs = {it.ref for it in trace_up(early, "wib/n1").walk()}
    assert "texts/aid-draft/access" in refs
    assert "commitments/access_2139/1" not in refs


def test_an_unknown_fact_is_refused(geneva: Path) -> None:
    with pytest.raises(UsageError, match="did you mean 'commitments/access_2139'"):
        trace_talks(go.load_case(geneva), "commitments/acess_2139")
