"""Forecasts are frozen, held against what came, and cannot be changed unnoticed."""

from pathlib import Path

import pytest

import goodoffices as go
from goodoffices.case import freeze, judge, open_forecast, record_outcome
from goodoffices.case.forecasts import Outcome, forecast_names
from goodoffices.errors import InputError, UsageError

PATH = "forecasts/spring.toml"


@pytest.fixture
def frozen(root: Path) -> Path:
    """Return a case with a forecast of three claims."""
    freeze(
        go.load_case(root),
        "spring",
        "dam",
        by="anna",
        made="2025-03-12",
        concept="nash",
        expect=("not build", "sue iff build", "build or sue"),
    )
    return root


def came(root: Path, *taken: str, unknown: tuple[str, ...] = ()) -> list[str]:
    outcome = Outcome(taken=taken, unknown=unknown, when="2025-06", by="ben")
    record_outcome(go.load_case(root), "spring", outcome)
    return [it.result for it in judge(open_forecast(go.load_case(root), "spring"))]


@pytest.mark.parametrize(
    ("taken", "results"),
    [
        ((), ["hit", "hit", "miss", "hit"]),
        (("build",), ["miss", "miss", "hit", "miss"]),
        (("build", "sue"), ["miss", "hit", "hit", "miss"]),
        (("sue",), ["hit", "miss", "hit", "miss"]),
    ],
)
def test_hits_and_misses_are_kept(frozen: Path, taken: tuple[str, ...], results: list[str]) -> None:
    """The fourth is whether the outcome was an equilibrium: under Nash only the status quo was."""
    assert came(frozen, *taken) == results


def test_what_the_outcome_leaves_open_is_open(frozen: Path) -> None:
    assert came(frozen, "build", unknown=("sue",)) == ["miss", "open", "hit", "miss"]


def test_a_forecast_keeps_the_model_as_it_was(frozen: Path) -> None:
    (frozen / "conflicts/dam.toml").write_text("format = 1\n", encoding="utf-8")
    kept = open_forecast(go.load_case(frozen), "spring")
    assert kept.conflict.title == "The dam"
    assert kept.file.equilibria == ((),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("not build", "build"),
        ("made = 2025-03-12", "made = 2025-03-11"),
        ('by = "anna"', 'by = "ann"'),
        ("equilibria = [[]]", 'equilibria = [["build"]]'),
        ('concept = "Nash"', 'concept = "GMR"'),
    ],
)
def test_a_forecast_that_was_changed_is_not_opened(frozen: Path, old: str, new: str) -> None:
    text = (frozen / PATH).read_text(encoding="utf-8")
    assert old in text
    (frozen / PATH).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError, match="changed after it was frozen"):
        open_forecast(go.load_case(frozen), "spring")
    assert any("changed after it was frozen" in str(it) for it in go.load_case(frozen).check())


def test_the_frozen_model_is_sealed_too(frozen: Path) -> None:
    model = frozen / "forecasts/spring.model"
    model.write_text(model.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="changed after it was frozen"):
        open_forecast(go.load_case(frozen), "spring")
    model.unlink()
    with pytest.raises(InputError, match="the frozen model is missing"):
        open_forecast(go.load_case(frozen), "spring")


def test_remarks_labels_and_the_outcome_are_not_sealed(frozen: Path) -> None:
    text = (frozen / PATH).read_text(encoding="utf-8")
    added = '# ours\nformat = 1\nnote = "on a train"\nlabel = "public"'
    (frozen / PATH).write_text(text.replace("format = 1", added), encoding="utf-8")
    came(frozen, "build")
    assert open_forecast(go.load_case(frozen), "spring").file.note == "on a train"


def test_an_outcome_is_written_once(frozen: Path) -> None:
    before = (frozen / PATH).read_text(encoding="utf-8")
    came(frozen, "build")
    assert (frozen / PATH).read_text(encoding="utf-8").startswith(before)
    with pytest.raises(UsageError, match="an outcome already"):
        came(frozen, "sue")


def test_a_forecast_is_frozen_once_and_of_what_there_is(frozen: Path) -> None:
    case = go.load_case(frozen)
    with pytest.raises(UsageError, match="frozen already"):
        freeze(case, "spring", "dam", by="ben", made="2025-03-13")
    with pytest.raises(UsageError, match="did you mean 'build'"):
        freeze(case, "summer", "dam", by="ben", made="2025-03-13", expect=("biuld",))
    with pytest.raises(UsageError, match="no conflict"):
        freeze(case, "summer", "damn", by="ben", made="2025-03-13")
    with pytest.raises(InputError, match="cannot be read"):
        freeze(case, "summer", "dam", by="ben", made="2025-03-13", expect=("build and",))
    assert forecast_names(go.load_case(frozen)) == ("spring",)


def test_a_forecast_as_of_a_day_uses_what_was_known_and_says_when_it_was_made_later(
    root: Path,
) -> None:
    early = go.load_case(root).as_of("2025-03-05")
    kept = freeze(early, "early", "dam", by="anna", made="2025-03-12")
    assert kept.file.written_after
    assert [it.id for it in kept.conflict.evidence] == ["refusal", "hint"]
    assert not freeze(early, "same", "dam", by="anna", made="2025-03-05").file.written_after
    assert not freeze(
        go.load_case(root), "now", "dam", by="anna", made="2025-03-12"
    ).file.written_after


def test_a_case_as_of_a_day_has_no_later_forecasts(frozen: Path) -> None:
    assert forecast_names(go.load_case(frozen).as_of("2025-03-11")) == ()
    assert forecast_names(go.load_case(frozen).as_of("2025-03-12")) == ("spring",)


def test_a_forecast_is_for_whom_its_label_and_its_model_are(frozen: Path) -> None:
    assert forecast_names(go.load_case(frozen).for_audience("public")) == ()
    assert forecast_names(go.load_case(frozen).for_audience("mediator")) == ("spring",)


def test_a_forecast_made_of_hidden_evidence_is_hidden_with_it(frozen: Path) -> None:
    text = (frozen / PATH).read_text(encoding="utf-8")
    labelled = text.replace("format = 1", 'format = 1\nlabel = "public"')
    (frozen / PATH).write_text(labelled, encoding="utf-8")
    assert forecast_names(go.load_case(frozen).for_audience("public")) == ()
    record = (frozen / "record/herald.toml").read_text(encoding="utf-8")
    shown = record.replace('label = "mediator"\n', "")
    (frozen / "record/herald.toml").write_text(shown, encoding="utf-8")
    assert forecast_names(go.load_case(frozen).for_audience("public")) == ("spring",)
