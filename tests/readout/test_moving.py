"""The report on moving together: what it says is what the library says, and nothing in it is unescaped."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import goodoffices as go
from goodoffices.conflict import DecisionMaker
from goodoffices.mediation import ambiguity, joint_moves, sequences
from goodoffices.readout.moving import moving, rivals
from goodoffices.readout.report import render_report
from goodoffices.readout.steps import drawn_plan


def test_the_council_report_tells_the_deal_its_order_and_its_guarantees() -> None:
    analysis = go.load("geneva-2014/council").analyse()
    page = re.sub(r"<[^>]+>", "", render_report(analysis))
    assert "Sponsors of the draft could cheat by taking trigger" in page
    assert "trigger, once given up, stays given up" in page
    assert "It could begin with Sponsors of the draft and Syrian government" in page
    assert "What would tell them apart" in page


def test_the_drawing_has_a_box_for_each_state_and_marks_the_exposed_ones() -> None:
    analysis = go.load("geneva-2014/council").analyse()
    for concept in ("Nash", "SEQ"):
        found = sequences(analysis, "vote", concept=concept)
        assert found.plan is not None
        drawing = ElementTree.fromstring(drawn_plan(found.conflict, found.plan, found.wanted))
        kinds = [box.get("class", "") for box in drawing.iter("rect")]
        stops = [kind for kind in kinds if kind.startswith("stop")]
        assert len(stops) == len(found.plan.on_the_way)
        assert stops.count("stop missing") == len(found.plan.missing) == (concept == "Nash")
        assert kinds.count("goal") == 1
        words = " ".join("".join(it.itertext()) for it in drawing.iter("text"))
        assert "Russia giving up veto" in words
        assert "Sponsors of the draft could defect" in words


def test_texts_stay_inside_the_drawing() -> None:
    table = go.load("geneva-2014/table").with_reading("alternative").analyse()
    plan = sequences(table, "parallel,round,russia_presses,us_presses").plan
    assert plan is not None
    drawing = ElementTree.fromstring(drawn_plan(table.conflict, plan, plan.on_the_way[-1].state))
    height = float(drawing.get("height", "0"))
    for words in drawing.iter("text"):
        assert 0 < float(words.get("y", "0")) < height
        assert float(words.get("x", "0")) + 7.5 * len(words.text or "") < 760


def test_names_with_markup_are_shown_not_run() -> None:
    council = go.load("geneva-2014/council")
    loud = tuple(
        replace(dm, name=f"<script>alert('{dm.id}')</script>&") for dm in council.decision_makers
    )
    page = render_report(replace(council, decision_makers=loud).analyse())
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_without_a_status_quo_or_with_one_decision_maker_the_section_is_left_out() -> None:
    council = go.load("geneva-2014/council")
    page = render_report(replace(council, status_quo=None).analyse())
    assert 'id="together"' not in page
    assert 'href="#together"' not in page
    alone = replace(
        council,
        decision_makers=(DecisionMaker("one"),),
        feasibility=(),
        derived=(),
        rival_readings=(),
        status_quo=frozenset(),
    )
    assert moving(alone.analyse()) is None


def test_rivals_name_the_offer_that_tells_the_stories_of_russia_apart() -> None:
    said = rivals(go.load("geneva-2014/table").analyse())
    offered = "Offered {round, russia_presses}, Russia prefers it to the status quo in alternative"
    assert any(line.startswith(offered) for line in said)
    assert rivals(go.load("textbook/chicken").analyse()) == []


def test_deals_in_the_report_are_those_of_the_library() -> None:
    analysis = go.load("published/elmira").analyse()
    told = moving(analysis)
    assert told is not None
    assert told.total == joint_moves(analysis).total


def test_the_report_sets_the_readings_of_a_clause_side_by_side() -> None:
    analysis = go.load("geneva-2014/council").analyse()
    reads = {"automatic": "adopted and trigger", "<later>": "adopted and not trigger"}
    found = ambiguity(analysis.conflict, "consequence", reads, signatories=["sponsors", "russia"])
    page = render_report(analysis, clause=found)
    section = page[page.index('<section id="clause"') :].split("</section>")[0]
    assert "&lt;later&gt;" in section
    rows = [re.sub(r"<[^>]+>", " ", row).split() for row in section.split("<tr>")[2:]]
    assert [row[0] for row in rows] == ["automatic", "&lt;later&gt;"]
    assert "no: in no state" in " ".join(rows[0])
    assert "yes: {vote} ; {vote, access}" in " ".join(rows[1])
    assert 'href="#clause"' in page
    assert 'id="clause"' not in render_report(analysis)
