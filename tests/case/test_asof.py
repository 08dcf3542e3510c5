"""A case as of a day holds what was known by then, and nothing that came later."""

import itertools
from pathlib import Path

import pytest

import goodoffices as go
from goodoffices.case import Case
from goodoffices.errors import UsageError


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("day", "sources"),
    [
        ("2025-03-02", ()),
        ("2025-03-03", ("herald",)),
        ("2025-03-09", ("herald",)),
        ("2025-03-10", ("herald", "wire")),
        ("2025-03", ("herald", "wire")),
        ("2025-02", ()),
    ],
)
def test_sources_are_there_from_the_day_they_became_known(
    case: Case, day: str, sources: tuple[str, ...]
) -> None:
    assert case.as_of(day).source_ids == sources


def test_an_item_known_later_than_its_source_comes_later(root: Path) -> None:
    change(root, "record/herald.toml", 'id = "s2"', 'id = "s2"\nknown = "2025-06"')
    seen = go.load_case(root).as_of("2025-06-29")
    assert not seen.has("herald/s2")
    assert not seen.has("herald/p3")  # read from it
    assert (
        go.load_case(root).as_of("2025-06-30").has("herald/p3")
    )  # a month is over when it is over


def test_statements_whose_evidence_came_later_are_not_there_and_assumptions_are(case: Case) -> None:
    early = case.as_of("2025-03-05").conflict("dam")
    wants = [str(it.statement) for it in early.decision_makers[0].preferences.statements]  # type: ignore[union-attr]
    assert wants == ["not build", "not sue", "build or sue"]
    wants = [str(it.statement) for it in early.decision_makers[1].preferences.statements]  # type: ignore[union-attr]
    assert wants == ["not sue"]
    assert [it.id for it in early.evidence] == ["refusal", "hint"]
    assert [it.why for it in case.as_of("2025-03-05").lost("dam")] == ["gone"]


def test_evidence_without_a_link_is_there_from_its_own_day(root: Path) -> None:
    change(root, "conflicts/dam.toml", 'record = ["wire/p1"]', "known = 2025-03-07")
    case = go.load_case(root)
    assert "threat" not in [it.id for it in case.as_of("2025-03-06").conflict("dam").evidence]
    assert "threat" in [it.id for it in case.as_of("2025-03-07").conflict("dam").evidence]


def test_a_source_without_a_date_is_in_no_earlier_case(root: Path) -> None:
    change(root, "sources/wire.toml", "published = 2025-03-10\n", "")
    case = go.load_case(root)
    assert case.as_of("2030").source_ids == ("herald",)
    assert any("no date says when" in str(it) for it in case.check())


def test_the_day_may_be_given_before_or_after_the_audience(case: Case) -> None:
    one = case.as_of("2025-03-05").for_audience("public")
    other = case.for_audience("public").as_of("2025-03-05")
    assert one.scope == other.scope
    assert one.source_ids == ("herald",)


def test_a_day_that_is_none_is_refused(case: Case) -> None:
    with pytest.raises(UsageError, match="expected a date"):
        case.as_of("yesterday")


def test_every_day_shows_no_more_than_the_next(case: Case) -> None:
    days = [f"2025-03-{day:02}" for day in range(1, 15)]
    shown = [
        {f"{s}/{it.id}" for s in case.as_of(d).source_ids for _, it in case.as_of(d).items(s)}
        for d in days
    ]
    assert all(earlier <= later for earlier, later in itertools.pairwise(shown))
