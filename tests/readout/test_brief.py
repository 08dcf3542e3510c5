"""Readouts composed of material: every part, its trace and its counts, for any case, also an empty one."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

import goodoffices as go
from goodoffices.conflict.file import parse_conflict
from goodoffices.conflict.parts import Prioritisation
from goodoffices.readout.brief import Material, compose
from goodoffices.readout.brief.actor_map import MOST_DRAWN, drawn
from goodoffices.readout.brief.assumptions import assumed_in_words
from goodoffices.readout.brief.balance import sides
from goodoffices.readout.brief.deciding import Deciding
from goodoffices.readout.brief.material import (
    Actor,
    Consent,
    Event,
    Figure,
    Happening,
    Issue,
    Model,
    Position,
    Source,
    Statement,
)
from goodoffices.readout.brief.notes import loaded_in
from goodoffices.readout.document import (
    FORMATS,
    Document,
    Item,
    Listing,
    Quotation,
    Section,
    Table,
    render,
)
from goodoffices.readout.document.model import plain
from goodoffices.testing.strategies import conflicts
from tests.cli.cli_models import COUNCIL
from tests.readout.test_document import missing

TOWNS = """\
format = 1
title = "The dam"
date = 2025-03-01
status_quo = []
[reading]
name = "main"
by = "anna"
written = 2025-04-01
[decision_makers.upper]
name = "Upper town"
options.build = "build the dam"
preferences = [
  { wants = "not build", because = ["refusal"] },
  { wants = "not sue", because = ["letter"], note = "Inference from the letter" },
  "build or sue",
]
[decision_makers.lower]
name = "Lower town"
options.sue = { text = "go to court" }
preferences = [{ wants = "sue iff build", because = ["refusal", "letter"] }, "not sue"]
[evidence.refusal]
citation = "Herald, 3 March 2025"
[evidence.letter]
citation = "A letter"
url = "https://example.org/letter"
said = 2025-03-02
[rival_readings.other]
by = "ben"
preferences.upper = ["build"]
"""


def said(ref: str, words: str, **more: Any) -> Statement:
    source = ref.split("/")[0]
    return Statement(ref=ref, source=source, words=words, start=0, end=len(words), **more)


def material() -> Material:
    """Return material with something of everything."""
    model = Model(name="dam", conflict=parse_conflict(TOWNS), links={"refusal": ("herald/p1",)})
    return Material(
        title="The dam",
        audience="the mediator",
        key="mediator",
        story="Two towns, one river.",
        analysts={"anna": "A. Analyst"},
        sources=(
            Source(id="herald", called="Herald", published="2025-03-03", sha256="ab" * 32),
            Source(id="copy", called="Copier", published="2025-03-04", copy_of="herald"),
            Source(id="notes", called="Memo", kind="digest", written="2026-01-01"),
        ),
        actors=(
            Actor(id="upper", called="Upper town", name="the upstream regime", part="party"),
            Actor(id="lower", called="Lower town", part="party", backers=("state",)),
            Actor(id="hale", called="Hale", affiliation=("upper",), offices=("mayor",)),
            Actor(id="state", called="The state", part="patron"),
            Actor(id="envoy", called="The envoy", part="mediator"),
            Actor(
                id="fishers", called="The fishers", part="absent", absent_because="nobody asked them"
            ),
        ),
        statements=(
            said("herald/s1", "The enemy upstream will never pay", speaker="state", form="direct"),
            said("copy/s1", "The Enemy upstream", speaker="state", when="2025-03-04"),
            said("notes/s1", "It was foreseen", speaker="hale", after=True, when="2025-05-01"),
        ),
        positions=(
            Position(
                ref="herald/p1",
                source="herald",
                words="rejects a new dam",
                start=15,
                end=32,
                holder="upper",
                stance="reject",
                object="a new dam",
                condition="if it must pay",
                by="anna",
                when="2025-03-03",
            ),
            Position(
                ref="copy/p1", source="copy", words="takes it for now", start=1, end=9,
                holder="lower", stance="provisionally_accept",
            ),
        ),
        events=(
            Event(
                ref="herald/e1", source="herald", words="met", start=3, end=6,
                participants=("upper", "lower"), when="2025-03-02", factuality="planned",
            ),
        ),
        figures=(
            Figure(ref="herald/f1", source="herald", words="some 20", start=1, end=8,
                   measure="houses flooded", value="about 20"),
            Figure(ref="notes/f1", source="notes", words="35 houses", start=1, end=10,
                   measure="houses flooded", value="35"),
        ),
        happenings=(Happening(when="2025-03-01", what="First round", kind="round"),),
        issues=(
            Issue(text="Water by June", consents=(Consent(by="lower", stance="accepts", when="2025-03-05"),)),
        ),
        models=(model,),
        neutral={"enemy": "the other town"},
        waiting=2,
    )  # fmt: skip


def text_of(document: Document) -> str:
    return "\n".join(document.strings())


def section(document: Document, title: str) -> Section:
    return next(part for part in document.all_sections() if part.title == title)


def tables(part: Section) -> list[Table]:
    inner = [block for below in part.sections for block in tables(below)]
    return [block for block in part.blocks if isinstance(block, Table)] + inner


def cells(table: Table) -> list[list[str]]:
    return [[" / ".join(plain(line) for line in cell) for cell in row.cells] for row in table.rows]


def items(part: Section) -> list[Item]:
    found = [it for block in part.blocks if isinstance(block, Listing) for it in block.items]
    return found + [it for below in part.sections for it in items(below)]


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_of_a_readout_holds_the_same_words(form: str) -> None:
    assert missing(compose(material()), form) == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_readout_of_nothing_is_written(form: str) -> None:
    empty = compose(Material(title="Nothing yet", audience="the public"))
    assert missing(empty, form) == []


def test_an_empty_readout_says_what_is_not_there() -> None:
    text = text_of(compose(Material(title="Nothing yet", audience="the public")))
    for words in (
        "Nothing with a day is on record.",
        "No actor is on record.",
        "No position is on record.",
        "There is no conflict model",
        "no sources, no confirmed items of the record, no conflict models",
    ):
        assert words in text


def test_who_decides_reads_what_would_hold_first_and_others_the_record() -> None:
    mediator = [part.title for part in compose(material()).sections]
    public = [part.title for part in compose(replace(material(), key="public")).sections]
    assert mediator[0] == "Options"
    assert public[0] == "Chronology"
    assert sorted(mediator) == sorted(public)
    assert mediator[-4:] == ["Assumptions", "Balance", "Sources", "Notes"]


def test_a_conclusion_leads_down_to_the_characters_of_a_source() -> None:
    """Outcome, decision maker, deciding statement, quotation, number; the note gives place and person."""
    document = compose(material())
    outcome = items(section(document, "Conclusions and what they rest on"))[0]
    assert "is an equilibrium under" in plain(outcome.words)
    upper = next(it for it in outcome.items if plain(it.words) == "Upper town:")
    decides = upper.items[0]
    assert plain(decides.words) == (
        "Upper town would lose by taking build: its statement 1, “not build”, decides"
    )
    quoted = decides.items[0].words
    assert plain(quoted).startswith(
        "Upper town rejects: “rejects a new dam”, Herald, characters 15–32 ["
    )
    link = quoted[-1].link
    note = next(
        block
        for block in section(document, "Notes").blocks
        if isinstance(block, Quotation) and f"#{block.anchor}" == link
    )
    assert note.text == "rejects a new dam"
    assert plain(note.place) == "in Herald, characters 15–32; 2025-03-03; confirmed by A. Analyst"
    assert note.place[1].link == "#source-herald"


def test_evidence_that_is_no_passage_is_cited_with_its_days() -> None:
    notes = text_of(compose(material()))
    assert "A letter (said 2025-03-02; no passage of a source in the case)" in notes


def test_assumptions_are_counted_and_listed() -> None:
    given_ = material()
    assert assumed_in_words(given_) == (
        "What is concluded rests on 5 preference statements, 2 of them without evidence and 1 inferred "
        "from it."
    )
    document = compose(given_)
    listed = [plain(it.words) for it in items(section(document, "Assumptions"))]
    assert listed == ["Upper town, 3: build or sue", "Lower town, 2: not sue"]
    assert assumed_in_words(given_) in {plain(sentence) for sentence in document.lead}


def test_the_matrix_tells_for_against_and_on_what_evidence() -> None:
    table = tables(section(compose(material()), "Positions"))[0]
    assert [column.title for column in table.columns] == ["Issue", "Upper town", "Lower town"]
    rows = {row[0]: row[1:] for row in cells(table)}
    upper, lower = rows["go to court / sue"]
    assert re.fullmatch(r"2\. against \[\d+\] / 3\. build or sue no evidence", upper)
    assert re.fullmatch(r"1\. sue iff build \[\d+\] \[\d+\] / 2\. against no evidence", lower)


def test_positions_on_record_keep_their_conditions() -> None:
    rows = cells(tables(section(compose(material()), "Positions"))[-1])
    assert rows[0][:2] == ["Lower town", "accepts provisionally"]
    assert rows[1][1] == "rejects"
    assert rows[1][2].endswith("on condition: if it must pay")
    assert "Accepting provisionally is not agreeing." in text_of(compose(material()))


def test_an_issue_where_a_side_is_not_known_says_so() -> None:
    given_ = material()
    both = (*given_.issues, Issue(text="Money"))
    table = next(
        it
        for it in tables(section(compose(replace(given_, issues=both)), "Positions"))
        if it.columns[0].title == "Item"
    )
    assert cells(table) == [["Water by June", "accepts, 2025-03-05"], ["Money", "not known"]]


def test_the_chronology_is_in_order_and_says_where_a_day_is_only_that_of_the_report() -> None:
    rows = cells(tables(section(compose(material()), "Chronology"))[0])
    assert [row[0] for row in rows] == [
        "2025-03-01",
        "2025-03-02",
        "2025-03-03",
        "reported 2025-03-03",
        "2025-03-04",
        "reported 2025-03-04",
        "2025-05-01",
    ]
    assert rows[1][1:] == ["Upper town, Lower town", "“met” (planned) " + rows[1][2][-3:]]


def test_what_was_written_after_the_event_says_so() -> None:
    document = compose(material())
    last = cells(tables(section(document, "Chronology"))[0])[-1]
    assert "It was foreseen” written after the event" in last[2]
    reading = [plain(r) for r in (b.words for b in section(document, "The dam").blocks[:1])]  # type: ignore[union-attr]
    assert reading[0].startswith(
        "The reading main by A. Analyst, written 2025-04-01; it speaks of 2025-03-01. written after the event"
    )


def test_the_balance_counts_sides_sources_and_loaded_words() -> None:
    """The state backs the lower town, Hale belongs to the upper: two sides; a copy confirms nothing."""
    counts, loaded, rivals = tables(section(compose(material()), "Balance"))
    rows = {row[0].split(" / ")[0]: row[1:] for row in cells(counts)}
    assert rows == {
        "Lower town": ["2", "1", "1", "2", "1", "2"],
        "Upper town": ["1", "0", "1", "2", "2", "0"],
    }
    assert [row[:4] for row in cells(loaded)] == [["enemy", "the other town", "Lower town", "2"]]
    assert rivals.rows[0].cells[0][0][0].text == "houses flooded"
    given_ = [plain(line).split(":")[0] for line in rivals.rows[0].cells[1]]
    assert given_ == ["about 20", "35"]


def test_words_of_a_quotation_stay_and_the_neutral_label_stands_beside() -> None:
    document = compose(material())
    note = next(
        block
        for block in section(document, "Notes").blocks
        if isinstance(block, Quotation) and "will never pay" in block.text
    )
    assert note.text == "The enemy upstream will never pay"
    assert "enemy: the other town" in plain(note.by)


def test_names_as_written_stand_beside_neutral_labels() -> None:
    rows = cells(tables(section(compose(material()), "Actors"))[0])
    assert rows[0][:2] == ["Upper town", "the upstream regime"]
    assert "Absent from the talks: The fishers (nobody asked them)." in text_of(compose(material()))


def test_rival_readings_stand_side_by_side_with_who_made_them() -> None:
    document = compose(material())
    made = [plain(it.words) for it in items(section(document, "Several readings"))]
    assert made == ["main: by A. Analyst", "other: by ben; differs in Upper town"]
    titles = [column.title for column in tables(section(document, "Several readings"))[0].columns]
    assert titles == ["Outcome", "main", "other"]


def test_nothing_is_concluded_from_a_model_that_is_left_out() -> None:
    given_ = material()
    held = (replace(given_.models[0], left_out="some of it is hidden."),)
    text = text_of(compose(replace(given_, models=held)))
    assert "Nothing is concluded from this model here: some of it is hidden." in text
    assert "equilibrium" not in text
    assert "not build" not in text


def test_a_model_that_cannot_be_analysed_is_told_of_and_the_rest_is_there() -> None:
    broken = replace(parse_conflict(TOWNS), status_quo=None)
    told = text_of(compose(replace(material(), models=(Model(name="m", conflict=broken),))))
    assert "The model names no status quo" in told


def test_the_bundled_council_says_what_the_analysis_says() -> None:
    conflict = parse_conflict(COUNCIL)
    analysis = go.analyse(conflict)
    document = compose(
        Material(title="T", audience="x", key="team", models=(Model(name="c", conflict=conflict),))
    )
    table = tables(section(document, "What would hold"))[0]
    assert len(table.rows) == len(analysis.any_equilibria()) == 7
    assert cells(table)[0][0] == "{trigger, vote, veto} / where matters stand"
    moves = [plain(it.words) for it in items(section(document, "Who could move together"))]
    assert len(moves) == 1
    assert moves[0].startswith("Sponsors of the draft and Russia together could reach {vote}")


@given(conflicts(words=False))
@settings(max_examples=40, deadline=None)
def test_what_decides_between_two_states_is_the_first_statement_on_which_they_differ(
    conflict: Any,
) -> None:
    """Held against the definition (option prioritisation), statement by statement."""
    analysis = go.analyse(conflict)
    deciding = Deciding(analysis)
    states = list(analysis.states)[:6]
    for dm in conflict.decision_makers:
        if not isinstance(dm.preferences, Prioritisation):
            continue
        true = [
            analysis.states.holds(conflict.in_options(it.statement))
            for it in dm.preferences.statements
        ]
        for one in states:
            for other in states:
                found = deciding.between(dm.id, one, other)
                differ = [k for k, t in enumerate(true, 1) if t[one - 1] != t[other - 1]]
                assert (found.number if found else None) == (differ[0] if differ else None)
                if found:
                    better = (
                        one if analysis.rank(dm.id, one) > analysis.rank(dm.id, other) else other
                    )
                    assert true[found.number - 1][better - 1]


@given(conflicts())
@settings(max_examples=15, deadline=None)
def test_any_conflict_makes_a_readout(conflict: Any) -> None:
    """Whatever stands in a model: composed, with no dead link and no anchor twice, and written."""
    given_ = replace(material(), models=(Model(name="m", conflict=conflict),))
    page = render(compose(given_), "html").decode()
    assert page.count("</html>") == 1


def test_loaded_words_are_found_whole_and_as_often_as_they_stand_there() -> None:
    assert loaded_in("The regime's regimes; REGIME", ()) == ["regime", "regime"]
    assert loaded_in("a puppet-state", {"puppet-state": "ally"}) == ["puppet-state"]


def test_sides_follow_who_belongs_where_and_who_backs_one_party_only() -> None:
    found = sides(material())
    assert found["hale"] == "upper"
    assert found["state"] == "lower"
    assert found["envoy"] == "envoy"
    both = replace(
        material(),
        actors=tuple(
            replace(a, backers=("state",)) if a.part == "party" else a for a in material().actors
        ),
    )
    assert sides(both)["state"] == "state"


def test_actors_that_belong_to_each_other_in_a_circle_do_no_harm() -> None:
    circle = (
        Actor(id="a", called="A", affiliation=("b",), backers=("b",)),
        Actor(id="b", called="B", affiliation=("a",), backers=("a",)),
    )
    given_ = Material(
        title="T", audience="x", actors=circle, statements=(said("s/1", "w", speaker="a"),)
    )
    assert "A" in text_of(compose(given_))


def test_the_map_says_in_words_who_backs_whom_and_is_always_the_same() -> None:
    picture = drawn(material().actors)
    assert picture is not None
    assert picture == drawn(material().actors)
    assert "Upper town, party (with Hale)" in picture.words
    assert "The state backs Lower town." in picture.words
    assert picture.svg.count("<rect") == 5
    assert 'stroke-dasharray="5 4"' in picture.svg


def test_the_map_of_many_actors_leaves_the_rest_to_the_table() -> None:
    many = [Actor(id=f"a{k}", called=f"Actor {k} <&>") for k in range(40)]
    picture = drawn(many)
    assert picture is not None
    assert picture.left_out == 40 - MOST_DRAWN
    assert picture.svg.count("<rect") == MOST_DRAWN
    assert "<&>" not in picture.svg
    assert drawn([]) is None


def test_firmness_says_what_the_variants_say() -> None:
    """Figures of the case: the status quo's rival {vote} is SEQ stable in 25 of 27 variants."""
    conflict = go.load("geneva-2014/council")
    given_ = Material(
        title="T", audience="x", key="team", models=(Model(name="council", conflict=conflict),)
    )
    part = section(compose(given_), "What would have to change")
    told = {plain(it.words): it for it in items(part)}
    assert "{vote} holds in 25 of 27 variants" in told
    broken = [plain(it.words) for it in told["{vote} holds in 25 of 27 variants"].items]
    assert len(broken) == 2
    assert all(re.search(r"against \[\d+\]", words) for words in broken)


def test_of_very_many_sources_those_referred_to_are_listed() -> None:
    given_ = material()
    many = tuple(Source(id=f"s{k}", called=f"Source {k}") for k in range(900))
    document = compose(replace(given_, sources=(*many, *given_.sources)))
    table = tables(section(document, "Sources"))[0]
    assert len(table.rows) == 400
    assert {"source-herald", "source-copy", "source-notes"} <= {row.anchor for row in table.rows}
    assert table.caption.startswith("903 sources")
    assert "503 to which no note refers are left out" in table.caption
