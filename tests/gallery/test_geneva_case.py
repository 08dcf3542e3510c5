"""The bundled Geneva case: every conclusion ends in characters of a source, as of any day."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import goodoffices as go
from goodoffices import gallery
from goodoffices.case import (
    judge,
    open_forecast,
    trace_model,
    trace_talks,
    trace_up,
    what_falls,
)
from goodoffices.case.bearing import bearing, held_by, outcomes_resting_on, strongest
from goodoffices.case.case import Case
from goodoffices.case.chain import talks_places
from goodoffices.case.shapes import PositionItem, passages_of
from goodoffices.cli.root import root

FOLDER = gallery.case_path("geneva-2014")


@pytest.fixture(scope="module")
def case() -> Case:
    return go.load_case("geneva-2014")


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return {tuple(words[k : k + length]) for k in range(len(words) - length + 1)}


def test_nothing_is_wrong_with_it_not_even_a_remark(case: Case) -> None:
    assert [str(it) for it in case.check()] == []


def test_every_source_is_a_digest_that_says_so_and_cites_its_original(case: Case) -> None:
    assert len(case.source_ids) > 60
    for id_ in case.source_ids:
        card = case.source(id_)
        if card.kind == "note":
            continue
        assert card.kind == "digest", id_
        assert card.cites is not None, id_
        assert "" not in (card.cites.publisher, card.cites.title, card.cites.published or ""), id_
        assert (card.written or "") > "2026", id_
        assert case.text(id_).startswith("Digest. "), id_


def test_every_piece_of_evidence_ends_in_characters_of_a_digest(case: Case) -> None:
    entries = {f"talks/{id_}": it.record for id_, it in case.talks.evidence.items()}  # type: ignore[union-attr]
    for name in case.conflict_names:
        entries |= {f"{name}/{it.id}": it.record for it in case.conflict(name).evidence}
    assert len(entries) > 80
    for place, record in entries.items():
        assert record, place
        for ref in record:
            source = ref.partition("/")[0]
            text = case.text(source)
            item = case.item(ref)
            assert item.status == "confirmed", ref
            for passage in passages_of(item):
                assert text[passage.start : passage.end] == passage.exact, ref


def test_a_preference_rests_on_positions_of_its_own_holder_or_says_why_not(case: Case) -> None:
    """Evidence on somebody else's words is an inference, and the statement's note says so."""
    backers = {"government": {"russia", "secretary_general"}}
    own = {"mediator": {"brahimi", "action_group"}}
    for name in case.conflict_names:
        conflict = case.conflict(name)
        evidence = {it.id: it for it in conflict.evidence}
        for dm in conflict.decision_makers:
            for statement in dm.preferences.statements:  # type: ignore[union-attr]
                holders = {
                    item.holder
                    for id_ in statement.because
                    for ref in evidence[id_].record
                    if isinstance(item := case.item(ref), PositionItem)
                }
                expected = {dm.id} | own.get(dm.id, set()) | backers.get(dm.id, set())
                assert not holders or holders & expected or statement.note, (name, dm.id, statement)


@pytest.mark.parametrize("name", ["council", "table"])
def test_the_trace_of_every_equilibrium_ends_in_passages_or_assumptions(
    case: Case, name: str
) -> None:
    ends = [it for it in trace_model(case, name).walk() if not it.children]
    assert {it.kind for it in ends if it.standing == ""} == {"passage"}
    assert {it.standing for it in ends} <= {"", "assumption"}


def test_five_preference_statements_of_the_table_are_assumptions(case: Case) -> None:
    assumed = {
        it.ref
        for it in trace_model(case, "table").walk()
        if it.kind == "preference" and it.standing == "assumption"
    }
    conflict = case.conflict("table")
    bare = {
        f"table/{dm.id}/{number}"
        for dm in conflict.decision_makers
        for number, it in enumerate(dm.preferences.statements, 1)  # type: ignore[union-attr]
        if not it.because
    }
    assert assumed == bare
    assert len(bare) == 5


def test_every_fact_of_the_talks_that_the_trace_knows_ends_in_passages(case: Case) -> None:
    places = talks_places(case.talks)
    assert {it.partition("/")[0] for it in places} == {
        "texts",
        "commitments",
        "votes",
        "triggers",
        "process",
    }
    for place in places:
        node = trace_talks(case, place)
        assert not [it for it in node.walk() if it.standing in ("broken", "unlinked")], place


def test_what_sentences_of_the_page_say_is_there_with_its_passages(case: Case) -> None:
    """Sentences 9, 10, 16, 17 and 18: demand and red line, two halves, one-sided, the time, the ultimatum."""
    held = {
        (it.holder, it.stance, (it.object or it.trigger).exact)
        for number in range(1, 15)
        if isinstance(it := case.item(f"aljazeera-2014-02-11/p{number}"), PositionItem)
    }
    assert ("opposition", "reject", "deal that leaves Assad in power") in held
    assert ("government", "provisionally_accept", "the idea of a transition") in held
    assert ("government", "reject", "that Assad cede power") in held
    assert ("russia", "reject", "a broad resolution") in held
    claim = case.item("aljazeera-2014-02-11/p13")
    assert isinstance(claim, PositionItem)
    assert (claim.holder, claim.stance, claim.deadline) == ("russia", "accuse", "P2W")
    words = trace_up(case, "aljazeera-2014-02-11:absolutely one-sided")
    refs = {it.ref for it in words.walk()}
    assert {"council/russia/1", "triggers/two_weeks", "votes/aid-draft"} <= refs
    assert "council/vote" in refs  # the outcome that would be none without that statement


@pytest.mark.parametrize("name", ["council", "table"])
def test_upwards_and_downwards_the_same_outcomes_rest_on_a_statement(case: Case, name: str) -> None:
    analysis = case.conflict(name).analyse()
    conflict = analysis.conflict
    held = [it.where for dm in conflict.decision_makers for it in held_by(dm)]
    upwards = {
        (where, state) for where in held for state, _ in outcomes_resting_on(analysis, where)
    }
    downwards = {
        (where, state)
        for state in conflict.states
        if (concept := strongest(analysis, state))
        for where in bearing(conflict, state, concept) or ()
    }
    assert upwards == downwards
    assert upwards


def test_bays_stays_an_unresolved_person(case: Case) -> None:
    bays = case.actors["bays"]
    assert (bays.status, bays.type, bays.offices, bays.affiliation) == (
        "proposed",
        "person",
        (),
        (),
    )


def test_striking_a_source_shows_what_falls_and_only_on_the_day_it_is_seen(case: Case) -> None:
    early = case.as_of("2014-02-11")
    falls = what_falls(early, "aljazeera-2014-02-11/p10", "aljazeera-2014-02-11/p13")
    assert "talks/evidence/lavrov-2014-02-11" in {it.ref for it in falls.talks}
    assert "talks/triggers/two_weeks/readings/claim" in {it.ref for it in falls.talks}
    assert not [it for it in falls.talks if "2014-03" in it.ref or "sres-2139" in it.ref]
    lost = {it.where for fall in falls.models for it in fall.lost}
    assert "council/government/1" in lost


@pytest.mark.parametrize(
    ("day", "there", "not_there"),
    [
        ("2014-02-11", "aljazeera-2014-02-11", "brahimi-2014-02-13"),
        ("2014-03-24", "s-2014-208", "spiegel-2014-06"),
    ],
)
def test_as_of_a_day_what_became_known_later_is_not_there(
    case: Case, day: str, there: str, not_there: str
) -> None:
    then = case.as_of(day)
    assert there in then.source_ids
    assert not_there not in then.source_ids
    for name in then.conflict_names:
        linked = {ref.partition("/")[0] for it in then.conflict(name).evidence for ref in it.record}
        assert linked
        assert linked <= set(then.source_ids)


def test_the_forecast_from_the_day_is_kept_with_its_hits_and_its_miss(case: Case) -> None:
    verdicts = judge(open_forecast(case, "two-weeks"))
    assert {it.claim: it.result for it in verdicts} == {
        "not (adopted and trigger)": "hit",
        "adopted": "hit",
        "not veto": "hit",
        "access": "miss",
        "the outcome is an equilibrium (SEQ)": "hit",
    }


def test_the_frozen_model_still_leads_to_items_of_the_case(case: Case) -> None:
    links = [ref for it in open_forecast(case, "two-weeks").conflict.evidence for ref in it.record]
    assert links
    assert [ref for ref in links if not case.has(ref)] == []


def test_as_of_a_day_no_remark_knows_what_came(case: Case) -> None:
    """What was written later says so; what its writers remarked, knowing the outcome, is not told."""
    then = case.as_of("2014-02-11")
    said = [then.story]
    for name in then.conflict_names:
        said += [it.words for it in trace_model(then, name).walk()]
        said.append(then.conflict(name).story)
    assert not [it for it in said if re.search("12 February|22 February|24 March|2139", it)]
    whole = [it.words for it in trace_model(case, "table").walk()]
    assert [it for it in whole if "12 February" in it]


def test_the_public_does_not_see_the_analysts_note(case: Case) -> None:
    seen = case.for_audience("public")
    hidden = set(case.source_ids) - set(seen.source_ids)
    assert hidden == {"what-to-ask"}


@pytest.mark.parametrize("day", ["2012-07-01", "2014-02-10", "2014-02-11", "2014-03-24"])
def test_a_readout_of_any_day_can_be_made(tmp_path: Path, day: str) -> None:
    """The last look for leaks takes no word of the format, nor of the model, for a hidden one."""
    command = ["readout", "geneva-2014", "--for", "public", "--as-of", day]
    made = CliRunner().invoke(root, [*command, "-o", str(tmp_path / "readout.html")])
    assert made.exit_code == 0, made.output


def test_no_sentence_of_the_report_stands_in_the_case(shared: Path) -> None:
    report = runs((shared / "seed/2014-02-11-geneva-talks.txt").read_text(encoding="utf-8"))
    for path in sorted(FOLDER.rglob("*")):
        if path.suffix in (".toml", ".txt"):
            found = runs(path.read_text(encoding="utf-8")) & report
            assert not found, (path.name, found)
