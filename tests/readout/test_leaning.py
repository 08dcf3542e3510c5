"""The report's sections on what the answer leans on and what would have to change."""

import re

import pytest

import goodoffices as go
from goodoffices.errors import UsageError
from goodoffices.readout.leaning import leaning
from goodoffices.readout.report import render_report
from goodoffices.testing.oracle import Oracle
from tests.gallery.variants import one_change_variants

COUNCIL, TABLE = "geneva-2014/council", "geneva-2014/table"


def section(page: str, id_: str) -> str:
    found = re.search(rf'<section id="{id_}".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def test_the_map_marks_each_variant_as_the_definitions_do() -> None:
    """Each cell is one of the 27 variants, worked out by the oracle."""
    conflict = go.load(COUNCIL)
    found = leaning(conflict.analyse(), "vote")
    assert found is not None
    oracles = {what: Oracle.of(variant) for what, variant in one_change_variants(conflict)}
    labels = {dm.label: dm.id for dm in conflict.decision_makers}
    numbers = [conflict.states.find(it.name.strip("{}")) for it in found.columns]
    cells = 0
    for label, rows in found.groups:
        for above, row in zip([None, *rows], rows, strict=False):
            told = {f"drop {row.statement}": row.drop}
            if above is not None:
                told[f"swap {above.statement} / {row.statement}"] = row.swap
            for what, holds in told.items():
                oracle = oracles[f"{labels[label]}: {what}"]
                assert holds == tuple(
                    all(oracle.is_stable("SEQ", dm, n) for dm in oracle.arcs) for n in numbers
                )
                cells += 1
    assert cells == found.variants == 27


def test_the_report_says_how_far_it_leans_on_which_statement() -> None:
    page = section(render_report(go.load(COUNCIL).analyse(), "vote"), "leaning")
    assert "{vote} holds in 25 of 27 variants." in words(page)
    marks = re.findall(r'class="leans (holds|fails)( turned)?"', page)
    assert (len(marks), marks.count(("fails", " turned"))) == (4 * 27, 2 + 1 + 1 + 5)
    assert ("holds", " turned") not in marks
    assert '<a class="cite" href="#evidence-s-2014-208">' in page


def test_the_report_says_what_would_have_to_change_for_a_wanted_state() -> None:
    analysis = go.load(TABLE, "historical").analyse()
    page = render_report(analysis, "parallel,round,russia_presses")
    said = words(section(page, "wanted"))
    assert "One edit will do in three ways; it is proved that no smaller change will." in said
    assert "Russia puts round above not russia_presses." in said
    assert "Russia must go first at a loss." in said
    assert "This is an upper bound" in said
    assert 'Contradicts <a class="cite" href="#evidence-spiegel-2014-06-russia">' in page
    assert 'href="#wanted"' in page


def test_of_a_wanted_state_what_would_make_it_hold_is_shaded() -> None:
    """Of the package on the table: Russia's statement left out, and put below the round."""
    analysis = go.load(TABLE, "historical").analyse()
    page = section(render_report(analysis, "parallel,round,russia_presses"), "leaning")
    marks = re.findall(r'class="leans (holds|fails)( turned)?"', page)
    assert [mark for mark in marks if mark[1]] == [("holds", " turned")] * 2


def test_without_a_wanted_state_nothing_is_said_of_changes() -> None:
    page = render_report(go.load(COUNCIL).analyse())
    assert section(page, "wanted") == ""
    assert 'href="#wanted"' not in page
    assert section(page, "leaning")


def test_what_is_large_or_compared_with_older_programs_is_left_to_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert leaning(go.analyse(go.load(COUNCIL), sanctions="one-move")) is None
    assert leaning(go.load("published/lake-gisborne").analyse()) is None  # rankings, no statements
    monkeypatch.setattr("goodoffices.readout.leaning.MOST_WORK", 100)
    analysis = go.load(COUNCIL).analyse()
    assert leaning(analysis) is None
    assert section(render_report(analysis), "leaning") == ""


def test_a_wanted_state_that_is_not_feasible_is_refused() -> None:
    with pytest.raises(UsageError, match="not feasible"):
        render_report(go.load(COUNCIL).analyse(), "veto")
