"""The record: anchors that never guess, decisions only people make, rivals side by side."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.errors import RecordError
from goodoffices.record import (
    Actor,
    Anchor,
    Event,
    Figure,
    Position,
    Record,
    Source,
    Span,
    Statement,
    Time,
    anchor,
    check_record,
    contested_terms,
    decide,
    decide_in,
    from_json,
    reanchor,
    reanchor_record,
    rival_figures,
    text_sha256,
    to_json,
    waiting,
)
from goodoffices.record.model import Mention

TEXT = "The regime said no. The government said 40 people died. “No,” it said."


def record() -> Record:
    actor = Actor(
        id="a1",
        name="Ruritanian government",
        type="government",
        mentions=(
            Mention(Span.of(TEXT, 4, 10), "nominal"),
            Mention(Span.of(TEXT, 24, 34), "nominal"),
        ),
        rule="nominal",
    )
    statement = Statement(
        id="s1",
        kind="indirect",
        speaker="a1",
        speaker_name=actor.name,
        fragments=(Span.of(TEXT, 16, 18),),
        score=0.4,
    )
    position = Position(
        id="p1",
        holder="a1",
        holder_name=actor.name,
        stance="reject",
        trigger=Span.of(TEXT, 11, 15),
        statement="s1",
    )
    event = Event(id="e1", plover=None, trigger=Span.of(TEXT, 50, 54))
    time = Time(id="t1", span=Span.of(TEXT, 0, 3), type="DATE", value="2020")
    figure = Figure(id="f1", span=Span.of(TEXT, 40, 49), quantity=40, measure="died", unit="people")
    return Record(
        text=TEXT,
        source=Source(sha256=text_sha256(TEXT), characters=len(TEXT)),
        body=((0, len(TEXT)),),
        actors=(actor,),
        statements=(statement,),
        positions=(position,),
        times=(time,),
        figures=(figure,),
        events=(event,),
    )


def test_a_record_comes_back_from_json_as_it_was() -> None:
    value = json.loads(json.dumps(to_json(record(), with_text=True)))
    assert from_json(value) == record()
    assert from_json(json.loads(json.dumps(to_json(record()))), TEXT) == record()


def test_a_record_is_refused_for_another_text() -> None:
    for text in (TEXT.replace("regime", "rulers"), TEXT + " Late."):
        with pytest.raises(RecordError, match=r"document\.sha256: the text's sha256 is"):
            from_json(to_json(record()), text)
    with pytest.raises(RecordError, match="give the text it was read from"):
        from_json(to_json(record()))


def test_words_that_are_not_at_their_place_are_found_out() -> None:
    wrong = replace(record().statements[0], fragments=(Span(16, 18, "NO"),))
    with pytest.raises(RecordError, match=r"fragments no\. 1: characters 16-18 read"):
        check_record(replace(record(), statements=(wrong,)))


@pytest.mark.parametrize(
    ("kind", "key", "found", "words"),
    [
        ("statements", "status", "maybe", "statements no. 1.status: expected one of proposed, con"),
        ("statements", "status", "confirmed", "statements no. 1.by: it is confirmed and nobody"),
        ("statements", "kind", "shout", "statements no. 1.kind: expected one of direct, mixed, in"),
        ("statements", "inside", "s9", "statements no. 1.inside: no statement 's9' in this record"),
        ("statements", "inside", "s1", "statements no. 1.inside: the statement 's1' stands inside"),
        ("statements", "id", "a1", "statements no. 1.id: two items have the id 'a1'"),
        ("statements", "fragments", [], "statements no. 1.fragments: a statement without words"),
        ("statements", "score", 7, "statements no. 1.score: expected a score from 0 to 1, found 7"),
        ("statements", "score", "high", "statements no. 1.score: expected a number, found 'high'"),
        ("positions", "stance", "like", "positions no. 1.stance: expected one of demand, propose"),
        ("positions", "statement", "s7", "positions no. 1.statement: no statement 's7'"),
        ("positions", "holder", "a7", "positions no. 1.holder: no actor 'a7' in this record"),
        ("actors", "affiliation", ["a7"], "actors no. 1.affiliation no. 1: no actor 'a7'"),
        ("events", "participants", ["a7"], "events no. 1.participants no. 1: no actor 'a7'"),
        ("figures", "statement", "s7", "figures no. 1.statement: no statement 's7'"),
        ("actors", "mentions", {}, "actors no. 1.mentions: expected a list, found an object"),
    ],
)  # fmt: skip
def test_a_fault_of_a_record_is_told_with_its_place(
    kind: str, key: str, found: object, words: str
) -> None:
    value = json.loads(json.dumps(to_json(record(), with_text=True)))
    value[kind][0][key] = found
    with pytest.raises(RecordError) as caught:
        from_json(value)
    assert words in str(caught.value)


def test_faults_of_the_whole_record_are_told_at_once() -> None:
    value = json.loads(json.dumps(to_json(record(), with_text=True)))
    value["body"] = [[0, 9999]]
    value["document"]["characters"] = 3
    with pytest.raises(RecordError) as caught:
        from_json(value)
    paths = [fault.path for fault in caught.value.faults]
    assert paths == [("document", "characters"), ("body", 0)]
    del value["statements"][0]["kind"], value["times"]
    with pytest.raises(RecordError) as caught:
        from_json(value)
    paths = [fault.path for fault in caught.value.faults]
    assert paths == [("statements", 0, "kind"), ("times",)]
    others: tuple[object, ...] = ([], None, "record", {})
    for other in others:
        with pytest.raises(RecordError):
            from_json(other)  # type: ignore[arg-type]


def test_keys_that_were_added_later_may_be_missing_or_unknown() -> None:
    value = json.loads(json.dumps(to_json(record(), with_text=True)))
    del value["actors"][0]["backers"], value["notes"]
    value["statements"][0]["later"] = 1
    assert from_json(value) == record()


def test_a_passage_outside_the_text_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="does not lie"):
        Span.of("abc", 2, 9)


@given(st.text(max_size=40), st.text(min_size=1, max_size=20), st.text(max_size=40))
def test_a_passage_is_found_in_its_own_text(before: str, words: str, after: str) -> None:
    text = before + words + after
    span = Span.of(text, len(before), len(before) + len(words))
    found = reanchor(anchor(text, span), text)
    assert found.outcome == "same"
    assert found.span == span


@given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 60), st.integers(0, 12))
def test_what_is_found_again_always_has_the_same_words(
    text: str, other: str, start: int, length: int
) -> None:
    start = min(start, len(text))
    span = Span.of(text, start, min(len(text), start + length))
    found = reanchor(anchor(text, span), other)
    if found.span is not None:
        assert other[found.span.start : found.span.end] == span.exact


def test_a_moved_passage_is_said_to_have_moved() -> None:
    old = anchor(TEXT, Span.of(TEXT, 20, 55))
    found = reanchor(old, "UPDATED. " + TEXT)
    assert found.outcome == "moved"
    assert found.span is not None
    assert found.span.start == 29


def test_words_that_stand_twice_with_other_surroundings_are_lost_not_guessed() -> None:
    old = anchor("Alpha said no to beta.", Span(6, 10, "said"))
    found = reanchor(old, "One said yes. Two said maybe.")
    assert found.outcome == "lost"
    assert found.span is None
    assert "2 times" in found.reason


EDGES = "Moscow said no. Kiev said yes to the plan."


@pytest.mark.parametrize(
    ("words", "other", "found"),
    [
        ("Moscow", "Talks ended in failure on Friday. Officials in Moscow were silent.", None),
        ("plan.", "Nobody knew of the plan. Talks went on.", None),
        ("Moscow", "Moscow said nothing. Kiev said yes.", 0),
        ("plan.", "Kiev: yes to the plan.", 17),
        ("Moscow", f"MOSCOW, Friday. {EDGES} In Moscow it snowed.", 16),
        ("plan.", f"{EDGES} Nobody knew the plan.", 37),
        ("Moscow", f"{EDGES} {EDGES}", 0),
        ("Moscow", f"So: {EDGES} {EDGES}", None),
    ],
)
def test_the_edge_of_a_text_tells_nothing_but_at_an_edge(
    words: str, other: str, found: int | None
) -> None:
    start = EDGES.index(words)
    again = reanchor(anchor(EDGES, Span.of(EDGES, start, start + len(words))), other)
    assert (again.span and again.span.start) == found
    assert again.outcome == ("lost" if found is None else "same" if found == start else "moved")


def test_an_anchor_without_surroundings_holds_in_the_very_text_and_nowhere_else() -> None:
    bare = replace(anchor(EDGES, Span.of(EDGES, 7, 11)), prefix="", suffix="")
    assert reanchor(bare, EDGES).outcome == "same"
    assert reanchor(bare, EDGES + " Late.").outcome == "lost"


def test_changed_words_are_lost() -> None:
    moves = reanchor_record(record(), TEXT.replace("no.", "yes."))
    lost = [m.item for m in moves if m.found.outcome == "lost"]
    assert lost == ["statements/s1"]


def test_an_anchor_is_a_web_annotation_target() -> None:
    old = anchor(TEXT, Span.of(TEXT, 4, 10))
    target = json.loads(json.dumps(old.to_annotation()))
    assert {s["type"] for s in target["selector"]} == {"TextPositionSelector", "TextQuoteSelector"}
    assert Anchor.from_annotation(target) == old
    with pytest.raises(ValueError, match="TextQuoteSelector"):
        Anchor.from_annotation({"source": "x", "selector": target["selector"][:1]})


def test_only_a_named_person_decides() -> None:
    statement = record().statements[0]
    done = decide(statement, "confirmed", "M. Okafor", "2020-01-06T10:00:00Z")
    assert (done.status, done.by) == ("confirmed", "M. Okafor")
    with pytest.raises(ValueError, match="person"):
        decide(statement, "confirmed", " ", "2020-01-06")
    with pytest.raises(ValueError, match="no decision"):
        decide(statement, "proposed", "M. Okafor", "2020-01-06")
    with pytest.raises(ValueError, match="edited"):
        decide(statement, "confirmed", "M. Okafor", "2020-01-06", speaker_name="x")


def test_an_edit_keeps_who_made_it_and_takes_the_item_off_the_list() -> None:
    edited = decide_in(
        record(), "s1", "edited", "M. Okafor", "2020-01-06", speaker_name="Ruritania"
    )
    assert edited.statements[0].speaker_name == "Ruritania"
    assert [i.id for i in waiting(record()) if isinstance(i, Statement)] == ["s1"]
    assert not [i for i in waiting(edited) if isinstance(i, Statement)]
    with pytest.raises(KeyError, match="s9"):
        decide_in(record(), "s9", "rejected", "M. Okafor", "2020-01-06")


def test_what_was_decided_before_stays_with_who_and_when() -> None:
    once = decide_in(record(), "t1", "confirmed", "M. Okafor", "2020-01-06")
    twice = decide_in(once, "t1", "edited", "J. Ruiz", "2020-01-07", value="2019")
    thrice = decide_in(twice, "t1", "confirmed", "J. Ruiz", "2020-01-08")
    time = thrice.times[0]
    assert (time.value, time.status, time.by, time.at) == (
        "2019", "confirmed", "J. Ruiz", "2020-01-08",
    )  # fmt: skip
    assert [(it.status, it.by, it.at) for it in time.decisions] == [
        ("confirmed", "M. Okafor", "2020-01-06"),
        ("edited", "J. Ruiz", "2020-01-07"),
    ]
    assert from_json(json.loads(json.dumps(to_json(thrice))), TEXT) == thrice
    assert time not in waiting(thrice)


def test_times_of_an_older_form_are_numbered() -> None:
    value = json.loads(json.dumps(to_json(record(), with_text=True)))
    del value["times"][0]["id"]
    assert from_json(value) == record()


def test_rival_figures_stand_side_by_side() -> None:
    other = replace(
        record(),
        figures=(
            Figure(id="f1", span=Span.of(TEXT, 40, 49), quantity=55, measure="died", unit="people"),
        ),
    )
    rivals = rival_figures([record(), other])
    assert [f.quantity for _, f in rivals[0].figures] == [40, 55]
    assert not rival_figures([record(), record()])


def test_the_dead_and_the_killed_are_counted_together_and_a_bare_number_is_of_people() -> None:
    bare = Figure(id="f1", span=Span.of(TEXT, 40, 42), quantity=43, measure="dead")
    (rivals,) = rival_figures([record(), replace(record(), figures=(bare,))])
    assert (rivals.measure, rivals.unit) == ("dead", "people")


def test_a_loaded_word_stands_beside_the_neutral_one() -> None:
    term = contested_terms(record())[0]
    assert term.loaded == ("regime",)
    assert "government" in term.words


def named(text: str, name: str, kind: str, *mentions: tuple[str, str]) -> Record:
    """Return a record of one actor mentioned by these words, each with its form."""
    found = tuple(
        Mention(Span.of(text, at := text.index(words), at + len(words)), form)
        for words, form in mentions
    )
    actor = Actor(id="a1", name=name, type=kind, mentions=found)
    source = Source(sha256=text_sha256(text), characters=len(text))
    return Record(text=text, source=source, body=((0, len(text)),), actors=(actor,))


def test_terms_of_one_body_in_several_records_and_of_nobody_else() -> None:
    rebels = named(
        "The rebels of the Long Front left.",
        "rebels of the Long Front",
        "armed group",
        ("rebels", "nominal"),
    )
    front = named("The Long Front left.", "Long Front", "group", ("Long Front", "name"))
    (term,) = contested_terms(rebels, front)
    assert [(u.word, u.loaded, u.record) for u in term.uses] == [
        ("rebels", True, 0),
        ("Long Front", False, 1),
    ]
    assert contested_terms(rebels) == contested_terms(front) == []
    country = named("Ravenia rebels left Ravenia.", "Ravenia", "state", ("Ravenia", "name"))
    of_country = named(
        "Ravenia rebels left.", "Ravenia rebels", "armed group", ("rebels", "nominal")
    )
    assert contested_terms(country, of_country) == []
    regime = named(
        "The regime in Ravenia fell.", "regime in Ravenia", "government", ("regime", "nominal")
    )
    neutral = named(
        "Ravenia's government fell.",
        "Ravenia's government",
        "government",
        ("government", "nominal"),
    )
    assert contested_terms(regime, neutral)[0].words == ("government", "regime")


def test_nobody_is_called_a_terrorist_by_mistake() -> None:
    mistaken = named(
        "The Farmers Union met. The terrorist group left.",
        "Farmers Union",
        "group",
        ("Farmers Union", "name"),
        ("group", "nominal"),
    )
    assert contested_terms(mistaken) == []
