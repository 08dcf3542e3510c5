"""The page with marked passages: on a screen, on paper, with the keyboard, by a screen reader."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any

import pytest

from goodoffices.reading import read_text
from goodoffices.readout.record_page import render_page
from tests.reading.conftest import REPORT

if TYPE_CHECKING:
    from playwright.sync_api import Page

LONG = (
    "“We will not sign a text that leaves the pier in the hands of those who closed it,” envoy Ana "
    "Petrova said. “We never will.”"
)


def test_on_the_page_every_position_leads_to_its_words_and_all_else_is_listed() -> None:
    record = read_text(REPORT, published="2014-02-11")
    page = render_page(record, "ferry.txt")
    targets = set(re.findall(r' id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= targets
    assert {p.id for p in record.positions} <= targets
    assert all(f'<a href="#{p.id}">' in page for p in record.positions)
    assert f"<summary>Actors ({len(record.actors)})</summary>" in page
    assert f"<summary>Times ({len(record.times)})</summary>" in page


@pytest.mark.parametrize("text", [REPORT, LONG])
def test_a_passage_is_heard_whole_with_who_says_it(text: str) -> None:
    record = read_text(text, published="2014-02-11")
    page = render_page(record)
    main = page[page.index("<main") : page.index("</main>")]
    assert "aria-label" not in main.partition(">")[2]
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))

    def heard(element: str) -> str:
        tag, rest = re.search(rf'<(\w+)[^>]* id="{element}"[^>]*>', main), ""
        assert tag is not None, element
        rest = main[tag.end() :]
        return html.unescape(re.sub("<[^>]+>", "", rest[: rest.index(f"</{tag[1]}>")]))

    for statement in record.statements:
        link = re.search(rf'<a href="#who-{statement.id}" aria-describedby="([^"]+)"', main)
        assert link is not None
        speaker, *others = link[1].split()
        assert heard(speaker) == statement.speaker_name
        words = [heard(statement.id), *map(heard, others)]
        assert "".join(words) == "".join(f.exact for f in statement.fragments)


def test_one_is_one() -> None:
    page = render_page(read_text(LONG, published="2014-02-11"))
    assert "1 statement, 1 position:" in page
    assert "0 statements, 0 positions" in render_page(
        read_text("Rain fell on the harbour all day.")
    )


def test_what_turns_the_writing_round_is_not_on_the_page() -> None:
    text = "Envoy Ana Petrova said “we \u202e will \x1b[31m not go.” She \u2067 left on Tuesday."
    page = render_page(read_text(text, published="2014-02-11"))
    assert not re.search("[\x1b\u202e\u2067]", page)


def test_the_page_holds_every_word_once_and_escapes_it() -> None:
    page = render_page(read_text(REPORT, published="2014-02-11"), "ferry.txt")
    assert "<this>" not in page
    main = page[page.index("<main") : page.index("</main>")]
    paragraphs = re.findall(r"<p>(.*?)</p>", main, flags=re.DOTALL)
    shown = [
        html.unescape(re.sub(r" <span class=\"tag\">[^<]*</span>|<[^>]+>", "", p))
        for p in paragraphs
    ]
    assert shown == REPORT.split("\n")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator["Page"]:
    """The page of a report in a real browser."""
    chromium = which("chromium") or which("chromium-browser")
    if not chromium:
        pytest.skip("no chromium here: `make test` says how to install it")
    from playwright.sync_api import sync_playwright

    page_file = tmp_path / "page.html"
    record = read_text(f"{REPORT}\n{LONG}", published="2014-02-11")
    page_file.write_text(render_page(record, "ferry.txt"), encoding="utf-8")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(page_file.as_uri())
        yield page
        browser.close()


def focused(page: "Page") -> tuple[str, str]:
    """Return name and description of what has the focus, as the browser gives them to a screen reader."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    (node,) = [
        node
        for node in nodes
        if node["role"]["value"] == "link"
        and {"name": "focused", "value": {"type": "booleanOrUndefined", "value": True}}
        in node.get("properties", [])
    ]
    return node["name"]["value"], node.get("description", {}).get("value", "")


@pytest.mark.browser
def test_the_page_is_usable_with_the_keyboard(opened: "Page") -> None:
    opened.keyboard.press("j")
    first = focused(opened)
    assert first == ("the “thin” text was no basis", "Ana Petrova")
    opened.keyboard.press("j")
    assert focused(opened) == ("“We will not sign <this>,”", "Ana Petrova")
    opened.keyboard.press("Enter")
    assert opened.evaluate("location.hash").startswith("#who-")
    opened.wait_for_function("document.activeElement.closest('.who') !== null")
    opened.keyboard.press("Enter")  # and back to the words
    opened.wait_for_function("document.activeElement.closest('mark') !== null")
    assert focused(opened) != first
    opened.keyboard.press("k")
    assert focused(opened) == first
    opened.click("section.more td a")  # a position's words
    opened.wait_for_function("document.querySelector(':target') !== null")
    assert "will not sign" in opened.evaluate("document.querySelector(':target').textContent")
    opened.set_viewport_size({"width": 360, "height": 700})
    assert opened.evaluate("document.documentElement.scrollWidth <= 360")


CONTRAST = """selector => {
  const light = c => {
    const v = c.match(/[\\d.]+/g).slice(0, 3).map(x => x / 255)
      .map(x => x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4);
    return .2126 * v[0] + .7152 * v[1] + .0722 * v[2];
  };
  const it = document.querySelector(selector), style = getComputedStyle(it);
  if (style.opacity !== '1') return 0;
  const two = [light(style.color), light(getComputedStyle(document.body).backgroundColor)].sort();
  return (two[1] + .05) / (two[0] + .05);
}"""


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_greyed_can_be_read(opened: "Page", scheme: Any) -> None:
    opened.emulate_media(color_scheme=scheme)
    for selector in (".dropped", ".tag", ".facts", ".who small"):
        assert opened.evaluate(CONTRAST, selector) >= 4.5, selector


@pytest.mark.browser
def test_on_paper_the_margin_stands_beside_the_text_and_nothing_is_folded(opened: "Page") -> None:
    opened.set_viewport_size({"width": 680, "height": 1000})  # about A4 within its margins
    opened.emulate_media(media="print")
    words, margin = (
        opened.locator(f".row:has(.who li) {part}").first.bounding_box() for part in ("p", ".who")
    )
    assert words is not None
    assert margin is not None
    assert margin["x"] >= words["x"] + words["width"]
    assert abs(margin["y"] - words["y"]) < 10
    folded = opened.locator("details table")
    assert folded.count() >= 2
    for number in range(folded.count()):
        box = folded.nth(number).bounding_box()
        assert box is not None
        assert box["height"] > 20
