"""Reading measured on labelled texts: our own hard cases and reports, and the shared ones."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from goodoffices.reading import read_text
from goodoffices.reading.scoring.evaluate import Gold, Outcome, Tally, compare, total
from goodoffices.reading.scoring.labels import load_gold
from goodoffices.record.check import check_record
from goodoffices.record.model import Record
from tests.reading.labelled import (
    HARD_CASES,
    HELD_OUT,
    HELD_OUT_2,
    HELD_OUT_3,
    HELD_OUT_4,
    HELD_OUT_5,
    HELD_OUT_6,
    REPORTS,
    STANCE_CASES,
    DatedSentence,
    load_dates,
    load_report,
    parse_labelled,
)


def gold_of(name: str, markup_or_path: str | Path) -> Gold:
    labelled = (
        load_report(markup_or_path)
        if isinstance(markup_or_path, Path)
        else parse_labelled(markup_or_path)
    )
    return Gold(
        name,
        labelled.text,
        labelled.published,
        [(q.span, [q.speaker], True) for q in labelled.quotes],
        [(p.span, p.stance, [p.holder]) for p in labelled.positions],
    )


def measured(golds: list[Gold]) -> dict[str, Tally]:
    outcomes: list[Outcome] = []
    for gold in golds:
        record = read_text(gold.text, published=gold.published)
        check_record(record)
        outcomes.append(compare(gold, record))
    return total(outcomes)


@pytest.mark.parametrize(("family", "markup"), HARD_CASES, ids=[f for f, _ in HARD_CASES])
def test_each_hard_case_gives_the_right_words_and_the_right_speaker(
    family: str, markup: str
) -> None:
    gold = gold_of(family, markup)
    outcome = compare(gold, read_text(gold.text))
    wrong = [d for d in outcome.differences if not d.startswith("stance")]
    assert not wrong


@pytest.mark.parametrize(("family", "markup"), STANCE_CASES, ids=[f for f, _ in STANCE_CASES])
def test_each_stance_case_gives_its_stances_and_no_others(family: str, markup: str) -> None:
    gold = gold_of(family, markup)
    record = read_text(gold.text, published="2020-03-03")
    wrong = [d for d in compare(gold, record).differences if d.startswith(("stance", "holder"))]
    assert not wrong


class Floor(NamedTuple):
    """What a set of reports must reach, a little below what was measured on it."""

    quotations: float
    speakers: float
    joint: float
    stances: float
    holders: float


FLOORS = {
    REPORTS: Floor(0.99, 0.99, 0.98, 0.86, 0.81),
    HELD_OUT: Floor(0.97, 0.97, 0.95, 0.93, 0.82),
    HELD_OUT_2: Floor(0.97, 0.98, 0.97, 0.93, 0.90),
    HELD_OUT_3: Floor(0.99, 0.99, 0.99, 0.95, 0.90),
    HELD_OUT_4: Floor(0.95, 0.895, 0.855, 0.67, 0.58),
    HELD_OUT_5: Floor(0.98, 0.98, 0.97, 0.91, 0.83),
    HELD_OUT_6: Floor(0.92, 0.90, 0.84, 0.84, 0.695),
}


@pytest.mark.parametrize("folder", FLOORS, ids=lambda p: p.name)
def test_reports_of_our_own_keep_what_was_reached(folder: Path) -> None:
    tallies = measured([gold_of(p.stem, p) for p in sorted(folder.glob("*.txt"))])
    quotes, stances = tallies["quotations"], tallies["stances"]
    assert quotes.labelled > 50
    reached = Floor(
        quotes.f(quotes.found),
        quotes.right / quotes.found,
        quotes.f(quotes.right),
        stances.f(stances.found),
        stances.f(stances.right),
    )
    short = [
        name
        for name, value, floor in zip(Floor._fields, reached, FLOORS[folder], strict=True)
        if value < floor
    ]
    assert not short, reached


@pytest.mark.parametrize("sentence", load_dates(), ids=lambda it: it.text[:40])
def test_dates_of_hard_families_are_resolved(sentence: DatedSentence) -> None:
    times = read_text(sentence.text, published=sentence.published).times
    for start, end, value in sentence.values:
        assert value in [t.value for t in times if t.span.start < end and start < t.span.end]


def test_the_shared_development_reports_reach_what_was_asked_for(shared: Path) -> None:
    tallies = measured(load_gold(shared / "reading" / "dev"))
    quotes, stances = tallies["quotations"], tallies["stances"]
    assert quotes.f(quotes.found) >= 0.95
    assert quotes.f(quotes.right) >= 0.90
    assert stances.f(stances.found) >= 0.80


@pytest.fixture(scope="module")
def seed(shared: Path) -> tuple[Gold, Record]:
    labels = json.loads((shared / "reading" / "seed_gold.json").read_text(encoding="utf-8"))
    source = shared / "reading" / labels["doc"]["path"]
    from goodoffices.reading.scoring.labels import _load_json

    gold = _load_json(shared / "reading" / "seed_gold.json")[0]
    return gold, read_text(source.read_text(encoding="utf-8"), published="2014-02-11")


def test_nothing_is_missed_on_the_report_everything_started_with(seed: tuple[Gold, Record]) -> None:
    quotes = compare(*seed).quotes
    assert (quotes.labelled, quotes.found, quotes.right, quotes.proposed) == (13, 13, 13, 13)


def test_its_stances_are_read(seed: tuple[Gold, Record]) -> None:
    stances = compare(*seed).stances
    assert (stances.labelled, stances.proposed) == (16, 15)
    assert stances.found >= 15
    assert stances.right >= 14


def test_its_debris_is_dropped_and_its_credit_line_becomes_source_data(
    seed: tuple[Gold, Record],
) -> None:
    record = seed[1]
    assert [d.kind for d in record.dropped] == ["credit_line", "page_debris", "page_debris"]
    assert record.source.publisher == "Al Jazeera"
    assert record.source.credit == "Al Jazeera with wire services"


def test_bays_stays_a_person_nobody_introduced(seed: tuple[Gold, Record]) -> None:
    bays = next(a for a in seed[1].actors if a.name == "Bays")
    assert bays.type == "person"
    assert not bays.resolved
    assert any("Bays" in note for note in seed[1].notes)


def test_its_dates_are_resolved(shared: Path, seed: tuple[Gold, Record]) -> None:
    wanted = json.loads((shared / "reading" / "dates_seed.json").read_text(encoding="utf-8"))
    found = {(t.span.start, t.value) for t in seed[1].times}
    assert all((d["start"], d["value"]) in found for d in wanted)


def test_one_clause_with_two_readings_is_kept_as_two_positions(seed: tuple[Gold, Record]) -> None:
    stances = {(p.holder_name, p.stance) for p in seed[1].positions}
    assert ("Syrian government", "provisionally_accept") in stances
    assert ("Syrian government", "reject") in stances
    assert ("Syrian opposition", "reject") in stances
    ultimatum = next(p for p in seed[1].positions if p.stance == "ultimatum")
    assert ultimatum.holder_name != "Russia"
    assert ultimatum.deadline == "P2W"
