"""Readouts of cases on the disk: nothing hidden, nothing unconfirmed, nothing of later days."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.case import Case, copy_case, new_case
from goodoffices.case.exports import leaks
from goodoffices.errors import UsageError
from goodoffices.readout.brief import compose, gather
from goodoffices.readout.document import (
    FORMATS,
    Document,
    Figure,
    Quotation,
    Table,
    render,
)
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


@pytest.fixture(scope="module")
def geneva() -> Document:
    return compose(gather(go.load_case("geneva-2014"), "public", "2014-02-11"))


def test_every_room_of_the_talks_has_its_part(geneva: Document) -> None:
    found = {it.anchor: it for it in geneva.all_sections() if it.anchor.startswith("talks-")}
    assert set(found) == {
        "talks-process",
        "talks-text-aid-draft",
        "talks-text-communique-2012",
        "talks-text-homs-deal",
        "talks-votes",
        "talks-deadlines",
        "talks-commitments",
    }
    headings = {it.title for it in found["talks-text-communique-2012"].sections}
    assert {"Agreement matrix", "Readings"} <= headings
    drawn = [it for section in found["talks-commitments"].sections for it in section.blocks]
    assert [it for it in drawn if isinstance(it, Figure)]


def test_an_observation_leads_by_its_mark_to_a_passage(geneva: Document) -> None:
    """The count of those who came out stands beside its source, and the note quotes it."""
    counts = next(
        it for it in geneva.all_sections() if it.title.startswith("Counts by source: men held")
    )
    (table,) = (it for it in counts.blocks if isinstance(it, Table))
    links = {run.link for row in table.rows for cell in row.cells for run in sum(cell, ())}
    quoted = {it.anchor: it.text for it in geneva.blocks() if isinstance(it, Quotation)}
    assert {"336 men were held for questioning and 41 released"} <= {
        quoted[link.removeprefix("#")] for link in links if link
    }


def test_no_mark_of_evidence_is_left_as_a_number_without_a_note(geneva: Document) -> None:
    texts = [run.text for run in geneva.runs() if not run.link and run.style == "plain"]
    assert not [text for text in texts if re.search(r"\[\d+\]", text)]


def test_brackets_that_a_person_wrote_are_no_marks(tmp_path: Path) -> None:
    root = tmp_path / "geneva"
    copy_case(go.load_case("geneva-2014"), root)
    path = root / "talks/process.toml"
    text = path.read_text(encoding="utf-8")
    assert text.count('name = "joint session"') >= 1
    path.write_text(
        text.replace('name = "joint session"', 'name = "joint session [1] [99]"'), encoding="utf-8"
    )
    assert "joint session [1] [99]" in said(go.load_case(root), "public")


def test_parts_of_the_talks_that_an_audience_may_not_see_are_not_there(tmp_path: Path) -> None:
    root = tmp_path / "geneva"
    copy_case(go.load_case("geneva-2014"), root)
    card = (root / "case.toml").read_text(encoding="utf-8")
    labels = '\n[labels]\n"talks/commitments" = "mediator"\n"talks/texts/homs-deal" = "team"\n'
    (root / "case.toml").write_text(card + labels, encoding="utf-8")
    case = go.load_case(root)
    for audience, hidden in (("public", {"homs-deal", "commitments"}), ("team", {"commitments"})):
        document = compose(gather(case, audience))
        anchors = " ".join(it.anchor for it in document.all_sections())
        assert {it for it in ("homs-deal", "commitments") if it not in anchors} == hidden
        assert leaks(case.for_audience(audience), "\n".join(document.strings())) == []


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
