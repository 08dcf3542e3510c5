"""Readouts in a real browser: nothing asked for, nothing cut off, every wide thing reachable by keyboard."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import goodoffices as go
from goodoffices.readout.brief import Material, compose
from goodoffices.readout.brief.material import Model
from goodoffices.readout.document import write_document
from tests.readout.documents import HOSTILE, document
from tests.readout.test_brief import material
from tests.readout.test_browser import CHROMIUM, Watched

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM:
        pytest.skip("no chromium here: `make test` says how to install it")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("readouts")
    council = Model(name="council", conflict=go.load("geneva-2014/council"))
    made = {
        "readout": compose(material()),
        "council": compose(Material(title="C", audience="x", key="team", models=(council,))),
        "hostile": document(HOSTILE),
        "long": document("Donaudampfschiff" * 20),
    }
    return {
        name: write_document(doc, folder / f"{name}.html").as_uri() for name, doc in made.items()
    }


@pytest.mark.parametrize("name", ["readout", "council", "hostile", "long"])
@pytest.mark.parametrize("width", [320, 1200])
def test_a_page_asks_for_nothing_says_nothing_and_fits(
    browser: Any, pages: dict[str, str], name: str, width: int
) -> None:
    watched = Watched(browser, pages[name], viewport={"width": width, "height": 900})
    wide = watched.page.evaluate("document.documentElement.scrollWidth")
    watched.page.close()
    assert wide <= width
    assert watched.said == []
    assert watched.asked == [pages[name]]


def test_what_scrolls_sideways_can_be_reached_by_keyboard_and_has_a_name(
    browser: Any, pages: dict[str, str]
) -> None:
    watched = Watched(browser, pages["readout"], viewport={"width": 390, "height": 900})
    unreached = watched.page.evaluate(
        """[...document.querySelectorAll('.scroll, .canvas')].filter(
          box => box.scrollWidth > box.clientWidth
            && (box.tabIndex !== 0 || !box.getAttribute('aria-label'))).length"""
    )
    scrolling = watched.page.evaluate(
        """[...document.querySelectorAll('.scroll, .canvas')].filter(
          box => box.scrollWidth > box.clientWidth).length"""
    )
    watched.page.close()
    assert scrolling > 0
    assert unreached == 0


def test_a_number_leads_to_its_note_and_the_note_to_its_source(
    browser: Any, pages: dict[str, str]
) -> None:
    page = Watched(browser, pages["readout"]).page
    page.locator('a[href="#note-1"]').first.click()
    assert page.evaluate("document.querySelector(':target').tagName") == "FIGURE"
    page.locator(":target a").first.click()
    assert page.evaluate("document.querySelector(':target').id") == "source-herald"
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_the_map_stand_out_from_their_boxes(
    browser: Any, pages: dict[str, str], scheme: str
) -> None:
    page = Watched(browser, pages["readout"], color_scheme=scheme).page
    colours = page.evaluate(
        """[...document.querySelectorAll('.go-map g')].map(group => [
          getComputedStyle(group.querySelector('rect')).fill,
          getComputedStyle(group.querySelector('.name')).fill])"""
    )
    page.close()
    assert colours
    for box, name in colours:
        assert abs(brightness(box) - brightness(name)) > 0.6


def brightness(colour: str) -> float:
    red, green, blue = (
        int(part) / 255 for part in colour.strip("rgba()").replace(" ", "").split(",")[:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_paper_names_the_audience_on_every_page(
    browser: Any, pages: dict[str, str], tmp_path: Path
) -> None:
    from pypdf import PdfReader

    page = Watched(browser, pages["council"]).page
    page.pdf(path=tmp_path / "paper.pdf", prefer_css_page_size=True)
    page.close()
    sheets = PdfReader(tmp_path / "paper.pdf").pages
    assert len(sheets) > 1
    assert all("For x" in sheet.extract_text() for sheet in sheets)
