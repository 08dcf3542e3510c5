"""Readouts of cases on the disk: nothing hidden, nothing unconfirmed, nothing of later days."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.case import Case, new_case
from goodoffices.case.exports import leaks
from goodoffices.errors import UsageError
from goodoffices.readout.brief import compose, gather
from goodoffices.readout.document import FORMATS, render
from tests.case.cases import small, write
from tests.readout.documents import only
from tests.readout.test_brief import text_of

LABELS = ("public", "team", "mediator", "party:upper", "party:lower")
AUDIENCES = ("public", "team", "mediator", "party:upper", "party:lower")
# Every word below stands in one passage of the small case and nowhere else in it.
WORDS = {
    "herald/s1": "We will never pay",
    "herald/s2": "he could pay half",
    "herald/p1": "a new dam",
    "herald/p3": "could pay half",
    "wire/p1": "go to court, ",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small(tmp_path)


@pytest.fixture
def case(root: Path) -> Case:
    return go.load_case(root)


def said(case: Case, audience: str, day: str | None = None) -> str:
    return text_of(compose(gather(case, audience, day)))


def test_the_mediator_reads_everything_that_was_confirmed(case: Case) -> None:
    text = said(case, "mediator")
    assert "Upper town concedes" in text
    assert "We will never pay" in text
    assert "confirmed by A. Analyst" in text


def test_suggestions_that_nobody_confirmed_are_left_out_and_counted(case: Case) -> None:
    text = said(case, "mediator")
    assert "water by June" not in text
    assert "two suggestions that nobody has confirmed" in text


def test_a_conclusion_that_rests_on_hidden_evidence_is_left_out_and_named(case: Case) -> None:
    """A statement of the model rests on what Hale told the envoy in private."""
    for audience in ("public", "party:upper", "team"):
        material = gather(case, audience)
        text = text_of(compose(material))
        assert "half" not in text
        assert "equilibrium" not in text
        assert "conclusions of the model “The dam”" in " ".join(material.warnings)
        assert "conclusions of the model “The dam”" in text


def test_the_public_reads_neither_the_story_nor_who_works_on_the_case(case: Case) -> None:
    text = said(case, "public")
    assert "Two towns, one river." not in text
    assert "A. Analyst" not in text
    assert "Two towns, one river." in said(case, "team")


def test_what_became_known_later_is_not_there(case: Case) -> None:
    text = said(case, "mediator", "2025-03-05")
    assert "go to court" in said(case, "mediator")
    assert "will go to court" not in text
    assert "wire" not in text
    assert (
        "as of 2025-03-05"
        in render(compose(gather(case, "mediator", "2025-03-05")), "html").decode()
    )


def test_as_of_a_day_nobody_reads_remarks_that_know_what_came() -> None:
    """The bundled models were written later: what they hold stays and says so, their remarks do not."""
    geneva = go.load_case("geneva-2014")
    then = said(geneva, "public", "2014-02-11")
    assert "written 2026-11-23" in then
    assert "written after the event" in then
    for later in ("24 March", "22 February", "2139", "12 February does not"):
        assert later in said(geneva, "public")
        assert later not in then
    assert "The second round of the Geneva talks" not in then


def test_an_audience_that_is_not_there_is_refused_with_what_to_write(case: Case) -> None:
    with pytest.raises(UsageError, match=r"\[audiences\.principal\] in case\.toml"):
        gather(case, "principal")
    with pytest.raises(UsageError, match="no actor 'uper'"):
        gather(case, "party:uper")


def test_a_principal_that_the_case_defines_is_called_by_name(root: Path) -> None:
    card = (root / "case.toml").read_text(encoding="utf-8")
    more = '[audiences.principal]\nname = "the minister"\nsees = ["public", "team"]\n'
    write(root, "case.toml", card + more)
    document = compose(gather(go.load_case(root), "principal"))
    assert document.audience == "the minister"
    assert document.sections[0].title == "Options"


@pytest.mark.parametrize("form", FORMATS)
def test_a_new_case_makes_a_readout(tmp_path: Path, form: str) -> None:
    new_case(tmp_path / "new", "Nothing yet")
    document = compose(gather(go.load_case(tmp_path / "new"), "mediator"))
    assert "Nothing yet" in only(form, render(document, form))  # type: ignore[arg-type]


def test_a_damaged_file_is_named_to_the_team_and_the_rest_is_there(root: Path) -> None:
    (root / "sources/wire.txt").write_text("changed", encoding="utf-8")
    material = gather(go.load_case(root), "mediator")
    assert any("sources/wire.txt" in warning for warning in material.warnings)
    assert "We will never pay" in text_of(compose(material))


def _labelled(root: Path, labels: dict[str, str]) -> Case:
    """Write the small case anew, with labels on sources and items."""
    small(root)
    card = (root / "dam/case.toml").read_text(encoding="utf-8")
    lines = "".join(f'"{path}" = "{label}"\n' for path, label in labels.items())
    write(root / "dam", "case.toml", card.replace("[labels]\n", f"[labels]\n{lines}"))
    return go.load_case(root / "dam")


@given(
    labels=st.fixed_dictionaries(
        {}, optional={path: st.sampled_from(LABELS) for path in WORDS if path != "herald/s2"}
    ),
    audience=st.sampled_from(AUDIENCES),
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_random_labels_never_leak_into_any_form(
    tmp_path_factory: pytest.TempPathFactory, labels: dict[str, str], audience: str
) -> None:
    """The words of what an audience may not see are in none of the forms, drawings and marks included."""
    case = _labelled(tmp_path_factory.mktemp("case"), labels)
    seen = case.for_audience(audience)
    document = compose(gather(case, audience))
    assert leaks(seen, "\n".join(document.strings())) == []
    written = {str(form): only(form, render(document, form)) for form in FORMATS}
    written["markup"] = render(document, "html").decode()
    for ref, words in WORDS.items():
        if not seen.has(ref) and not any(
            seen.has(other) and words in seen_words for other, seen_words in WORDS.items()
        ):
            for form, text in written.items():
                flat = " ".join(text.split())
                assert words not in flat, (form, ref)
