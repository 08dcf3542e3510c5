"""Several reports of one event: shared statements, variant wordings, copies."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from goodoffices.errors import InputError
from goodoffices.reading import read_text
from goodoffices.reading.merge import Variant, _independent, merge
from goodoffices.reading.names.same import same_name
from goodoffices.reading.scoring.brat_in import gold_from_brat
from goodoffices.reading.scoring.brat_out import to_brat
from goodoffices.reading.scoring.evaluate import Gold, Tally, _named_at, compare, pair
from goodoffices.reading.scoring.labels import load_gold
from goodoffices.record.model import Actor, Mention, Record, Source, Span, Statement

FIRST = (
    "HARBOUR TOWN (Reuters) - The ferry talks broke off on Monday after nine hours "
    "without a text, people in the room said.\n"
    "“We leave with empty hands and a long list of questions,” mediator Ines Prado said.\n"
    "The operator had offered a new timetable for the winter months "
    "and asked the crews to suspend their strike."
)
COPY = (
    FIRST.replace("HARBOUR TOWN (Reuters) - ", "")
    + "\nThe town has been without a ferry since May."
)
OTHER = (
    "No ferry will run this week. “We leave with empty hands,” said Ines Prado, "
    "who is mediating between crews and owners.\n"
    "Crew leader Otto Kern said the winter timetable was useless."
)


def test_the_same_words_in_two_reports_are_one_statement_with_two_sources() -> None:
    merged = merge(
        [read_text(FIRST, published="2020-01-06"), read_text(OTHER, published="2020-01-07")]
    )
    shared = [s for s in merged.statements if len(s.variants) > 1]
    assert [s.speaker for s in shared] == ["Ines Prado"]
    assert {v.report for v in shared[0].variants} == {0, 1}
    assert len({v.words for v in shared[0].variants}) == 2
    assert shared[0].independent == 2
    assert not merged.copies


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“We accept the plan of the council for the lake,” Minister Emil Noor said.",
            "“We do not accept the plan of the council for the lake,” Minister Emil Noor said.",
        ),
        (
            "Minister Emil Noor said 40 soldiers had been killed at the northern bridge.",
            "Minister Emil Noor said 400 soldiers had been killed at the northern bridge.",
        ),
    ],
)
def test_a_denial_and_another_number_confirm_nothing(one: str, other: str) -> None:
    merged = merge(
        [read_text(one, published="2020-01-06"), read_text(other, published="2020-01-07")]
    )
    assert [len(s.variants) for s in merged.statements] == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Minister Emile Muller", "Émile Müller, the foreign minister,"),
        ("Envoy Bashar Ja’afari", "Envoy Bashar Jaafari"),
        ("The U.N.", "The United Nations"),
    ],
)
def test_a_speaker_spelt_otherwise_is_one_speaker(one: str, other: str) -> None:
    said = "said that a plan which rewards aggression would never be accepted"
    merged = merge([read_text(f"{one} {said}."), read_text(f"{other} {said} by anybody.")])
    assert [len(s.variants) for s in merged.statements] == [2]


def test_a_copy_of_an_agency_text_is_no_confirmation() -> None:
    merged = merge(
        [read_text(FIRST, published="2020-01-06"), read_text(COPY, published="2020-01-07")]
    )
    assert [(c.copy, c.of) for c in merged.copies] == [(1, 0)]
    assert all(s.independent == 1 for s in merged.statements)
    assert merged.records[1].source.copy_of == merged.records[0].source.sha256


def test_a_reported_clause_in_the_same_words_is_one_voice() -> None:
    clause = "the winter timetable had been drawn up without asking a single crew"
    ours = (
        "No ferry ran on Monday, and the quay lay empty from dawn until late. A bakery by the pier "
        f"gave its bread away, and children fed the gulls with it. Otto Kern said {clause}."
    )
    theirs = (
        "Snow fell on the harbour all day long, so that only two trucks came down to the gate. Their drivers "
        f"turned back at noon and drove to the northern bridge instead. Crew leader Otto Kern said {clause}."
    )
    other = "A crowd met. Otto Kern said the winter timetable was drawn up without asking the crew."
    days = ("2020-01-06", "2020-01-07", "2020-01-08")
    records = [read_text(t, published=d) for t, d in zip((ours, theirs, other), days, strict=True)]
    twice = merge(records[:2])
    assert not twice.copies
    assert [(len(s.variants), s.independent) for s in twice.statements] == [(2, 1)]
    assert [(len(s.variants), s.independent) for s in merge(records).statements] == [(3, 2)]


def test_voices_joined_by_several_wordings_are_one() -> None:
    said = read_text("Otto Kern said the boats would stay in port.").statements[0]
    first, second = (
        "the boats would stay in port until the spring",
        "no boat would leave before the ice was gone",
    )
    wordings = [(0, first), (1, second), (2, first), (2, second), (3, first)]
    variants = [Variant(report, said, words) for report, words in wordings]
    assert _independent(variants, {}) == 1
    assert _independent(variants, {1: 0}) == 1
    assert _independent(variants[:2], {}) == 2


def test_spans_are_matched_one_to_one() -> None:
    assert pair([(0, 10), (20, 30)], [(1, 10), (0, 9), (21, 30)]) == {0: 0, 1: 2}


@pytest.mark.parametrize(
    ("gold", "name", "right"),
    [
        ("Ana Petrova", "Petrova", True),
        ("Ana Petrova", "she", False),
        ("Government of Syria", "Syrian government", True),
        ("Zelaya's opponents", "Zelaya", False),
        ("UAE", "United Arab Emirates", True),
    ],
)
def test_a_name_is_right_where_it_names_the_same(gold: str, name: str, right: bool) -> None:
    assert same_name(gold, name) is right


def test_an_event_without_cue_or_source_has_its_place_all_the_same(tmp_path: Path) -> None:
    span = Span.of(TWO, TWO.index("“We"), TWO.index("” she") + 1)
    record = Record(
        text=TWO,
        source=Source(sha256="", characters=len(TWO)),
        statements=(Statement(id="s1", kind="direct", fragments=(span,)),),
    )
    assert "Attribution-no-source:T2 Content:T1" in to_brat(record)
    assert labelled(tmp_path, to_brat(record)).quotes[0][1] == ["unknown"]


def test_brat_standoff_goes_out_and_comes_back(tmp_path: Path) -> None:
    record = read_text(FIRST)
    (tmp_path / "one.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "one.ann").write_text(to_brat(record), encoding="utf-8")
    assert "Attribution:T4 Content:T1 Source:T2 Cue:T3" in (tmp_path / "one.ann").read_text("utf-8")
    triggers: tuple[Literal["content", "cue"], ...] = ("content", "cue")
    for trigger in triggers:
        (tmp_path / "one.ann").write_text(to_brat(record, trigger=trigger), encoding="utf-8")
        quotes = compare(gold_from_brat(tmp_path / "one.ann"), record).quotes
        assert quotes.labelled == quotes.found == quotes.right > 0
    assert load_gold(tmp_path)[0].name == "one"


TWO = "Anna Kern said the talks had failed. “We will not sign,” she said. Otto Prado, with a boat, laughed."


def labelled(folder: Path, ann: str, text: str = TWO) -> Gold:
    (folder / "one.txt").write_bytes(text.encode())
    (folder / "one.ann").write_bytes(ann.encode())
    return gold_from_brat(folder / "one.ann")


def bound(number: int, kind: str, words: str, text: str = TWO) -> str:
    start = text.index(words)
    return f"T{number}\t{kind} {start} {start + len(words)}\t{words}\n"


POLNEAR = (
    bound(1, "Source", "she") + bound(2, "Cue", "said") + bound(3, "Content", "“We will not sign,”")
    + bound(4, "Attribution", "said") + "E1\tAttribution:T4 Content:T3 Source:T1 Cue:T2\n"
    + bound(5, "Source", "Anna Kern") + bound(6, "Content", "the talks had failed")
    + bound(7, "Attribution", "said") + "E2\tAttribution:T7 Content:T6 Source:T5\n"
    + bound(8, "Content", "laughed") + bound(9, "Attribution-no-source", "laughed")
    + "A1\tClass E3 nested\nE3\tAttribution-no-source:T9 Content:T8\n"
    + bound(10, "Discuss", "boat") + "R1\tSame Arg1:T1 Arg2:T5\n#1\tAnnotatorNotes T1\tsure?\n\n"
)  # fmt: skip


def test_sources_without_a_name_are_held_against_mentions(tmp_path: Path) -> None:
    gold = labelled(tmp_path, POLNEAR)
    assert [(names, counted) for _, names, counted in gold.quotes] == [
        (["she"], True), (["Anna Kern"], True), (["unknown"], False),
    ]  # fmt: skip
    record = read_text(TWO)
    outcome = compare(gold, record)
    assert (outcome.quotes.found, outcome.quotes.right) == (2, 2)
    prado = next(it for it in record.actors if "Prado" in it.name)
    other = replace(record.statements[-1], speaker=prado.id, speaker_name=prado.name)
    wrong = replace(record, statements=(*record.statements[:-1], other))
    assert any("she read as Otto Prado" in it for it in compare(gold, wrong).differences)
    named = labelled(tmp_path, POLNEAR + "#2\tSpeaker T1\tOtto Prado\n")
    assert compare(named, record).quotes.right == 1


@pytest.mark.parametrize(
    ("source", "mention", "right"),
    [
        ("Otto Prado, who has a boat,", "Otto Prado", True),
        ("Prado's aide", "Prado", False),
        ("the old senator", "senator", True),
        ("she", "she", True),
        ("it", "she", False),
    ],
)
def test_a_mention_names_its_actor_but_not_its_aide(source: str, mention: str, right: bool) -> None:
    text = f"{source} said she saw Prado."
    at = text.index(mention)
    form = "nominal" if mention == "senator" else "name"
    span = Span.of(text, at, at + len(mention))
    actor = Actor(id="a1", name="Otto Prado", mentions=(Mention(span, form),))
    assert _named_at(actor, text, (0, len(source))) is right


def test_labels_without_stances_say_nothing_of_stances(tmp_path: Path) -> None:
    text = "“We will not sign this,” she said. The crews rejected the offer."
    gold = labelled(tmp_path, "", text)
    record = read_text(text)
    assert record.positions
    outcome = compare(gold, record)
    assert outcome.stances == Tally()
    assert not [it for it in outcome.differences if "stance" in it]
    (tmp_path / "one.ann").unlink()
    for labels, told in (('{"quotes": []}', False), ('{"quotes": [], "positions": []}', True)):
        (tmp_path / "one.json").write_text(labels, encoding="utf-8")
        outcome = compare(load_gold(tmp_path)[0], record)
        assert any("stance" in it for it in outcome.differences) is told
    (tmp_path / "one.json").write_text('{"positions": []}', encoding="utf-8")
    assert compare(load_gold(tmp_path)[0], record).quotes == Tally()


def test_every_content_of_an_event_is_kept(tmp_path: Path) -> None:
    parts = bound(1, "Content", "“We will not sign,”") + bound(2, "Content", "the talks had failed")
    gold = labelled(tmp_path, parts + "E1\tAttribution:T1 Content:T1 Content2:T2\n")
    assert sorted(TWO[s:e] for (s, e), _, _ in gold.quotes) == [
        "the talks had failed", "“We will not sign,”",
    ]  # fmt: skip


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_characters_are_counted_in_the_file_as_it_stands(tmp_path: Path, ends: str) -> None:
    text = f"Ferry\u2028talks{ends}{ends}The envoy spoke.{ends}“No{ends}more,” she said."
    gold = labelled(
        tmp_path, bound(1, "Content", "more", text) + "E1\tAttribution:T1 Content:T1\n", text
    )
    ((start, end), _, _), *_ = gold.quotes
    assert gold.text[start:end] == "more"
    whole = f"“No{ends}more,”"
    at = text.index(whole)
    line = f"T1\tContent {at} {at + len(whole)}\t“No more,”\nE1\tAttribution:T1 Content:T1\n"
    ((start, end), _, _), *_ = labelled(tmp_path, line, text).quotes
    assert gold.text[start:end] == "“No\nmore,”"


@pytest.mark.parametrize(
    ("ann", "words"),
    [
        ("hello\n", ":1: not a line of brat standoff: 'hello'"),
        ("T1\tContent 0 9\n", ":1: not a line of brat"),
        ("T1\tContent 0 9\tBob Smith\n", ":1: the text reads 'Anna Kern' at 0 9, not 'Bob Smith'"),
        ("\nT1\tCue 0 4\tAnna\nT1\tCue 0 4\tAnna\n", ":3: T1 stands there twice"),
        (POLNEAR + "E1\tAttribution:T4 Content:T3\n", "E1 stands there twice"),
        (bound(1, "Source", "she") + "E1\tAttribution:T1 Content:T1\n", ":2: Attribution hangs on T1"),
        (POLNEAR + "E9\tAttribution:T4 Content:T1\n", "T1 is a Source; expected a Content"),
        (POLNEAR + "E9\tAttribution:T4 Conten:T3\n", "Conten is no part of an attribution"),
        (POLNEAR + "E9\tAttribution:T4 Content:T99\n", "the event names T99, which stands nowhere"),
        (POLNEAR + "A9\tClass E1 speach\n", "the class 'speach' is not known"),
        (POLNEAR + "A9\tClass E8 nested\n", "the class is given to E8, which stands nowhere"),
        (POLNEAR + "#9\tSpeaker T88\tAnna\n", "the name is given to T88, which stands nowhere"),
    ],
)  # fmt: skip
def test_a_slip_in_brat_is_told_with_file_and_line(tmp_path: Path, ann: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        labelled(tmp_path, ann)
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"{tmp_path / 'one.ann'}:")


def test_a_bad_line_of_brat_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("No.", encoding="utf-8")
    (tmp_path / "one.ann").write_text("T1\tContent x y\tNo\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"one\.ann:1"):
        gold_from_brat(tmp_path / "one.ann")
