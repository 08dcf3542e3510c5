"""Several reports of one event: shared statements, variant wordings, copies."""

from pathlib import Path

import pytest

from goodoffices.errors import InputError
from goodoffices.reading import read_text
from goodoffices.reading.brat import gold_from_brat, to_brat
from goodoffices.reading.evaluate import compare, pair, same_name
from goodoffices.reading.labels import load_gold
from goodoffices.reading.merge import Variant, _independent, merge

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


def test_brat_standoff_goes_out_and_comes_back(tmp_path: Path) -> None:
    record = read_text(FIRST)
    (tmp_path / "one.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "one.ann").write_text(to_brat(record), encoding="utf-8")
    gold = gold_from_brat(tmp_path / "one.ann")
    quotes = compare(gold, record).quotes
    assert quotes.labelled == quotes.found == quotes.right > 0
    assert load_gold(tmp_path)[0].name == "one"


def test_a_bad_line_of_brat_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("No.", encoding="utf-8")
    (tmp_path / "one.ann").write_text("T1\tContent x y\tNo\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"one\.ann:1"):
        gold_from_brat(tmp_path / "one.ann")
