"""The report in a real browser: keyboard, filters, contrast, narrow screens, paper, no request."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest

import goodoffices as go
from goodoffices.readout.report import write_report
from tests.readout.models import council, hostile, table, wide

pytestmark = pytest.mark.browser
CHROMIUM = which("chromium") or which("chromium-browser")


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
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("reports")
    return {
        make.__name__: write_report(go.analyse(make()), folder / f"{make.__name__}.html").as_uri()
        for make in (council, table, wide, hostile)
    }


class Watched:
    """A page that notes what it says to the console and what it asks for."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.page = browser.new_page(**options)
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(address)

    def focused(self) -> str | None:
        found: str | None = self.page.evaluate("document.activeElement.getAttribute('aria-label')")
        return found


@pytest.fixture
def opened(browser: Any, reports: dict[str, str], request: pytest.FixtureRequest) -> Iterator[Any]:
    watched = Watched(browser, reports["council"], viewport={"width": 1200, "height": 900})
    yield watched
    watched.page.close()


def test_the_graph_is_walked_with_the_arrow_keys_and_is_one_tab_stop(opened: Watched) -> None:
    page = opened.page
    page.locator("a.state[tabindex='0']").focus()
    assert (opened.focused() or "").startswith("{trigger, vote, veto}, the status quo")
    page.keyboard.press("ArrowRight")
    assert (opened.focused() or "").startswith("{vote, veto}")
    page.keyboard.press("ArrowUp")
    assert (opened.focused() or "").startswith("{vote}")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")  # nothing above: stays
    assert page.locator("a.state[tabindex='0']").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.canvas')")


def test_enter_and_space_open_the_details_and_escape_closes_them(opened: Watched) -> None:
    page, panel = opened.page, opened.page.locator("#details")
    page.locator("a.state[tabindex='0']").focus()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        assert panel.is_visible()
        assert "{trigger, vote, veto} is Nash stable for Russia" in panel.inner_text()
        assert page.locator("a.state[aria-expanded='true']").count() == 1
        page.keyboard.press("Escape")
        assert not panel.is_visible()
        assert (opened.focused() or "").startswith("{trigger, vote, veto}")
    assert page.evaluate("location.hash") == ""


def test_the_details_never_cover_the_state_they_are_about(
    browser: Any, reports: dict[str, str]
) -> None:
    watched = Watched(browser, reports["table"], viewport={"width": 1000, "height": 700})
    for state in watched.page.locator("a.state").all()[::13]:
        state.focus()
        watched.page.keyboard.press("Enter")
        box, panel = state.bounding_box(), watched.page.locator("#details").bounding_box()
        assert box is not None
        assert panel is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= panel["y"]
        watched.page.keyboard.press("Escape")
    watched.page.close()


def test_a_click_opens_a_state_and_lights_its_moves(opened: Watched) -> None:
    page = opened.page
    page.locator("a.state[data-state]").filter(has_text="nothing taken").click()
    assert "no equilibrium" in page.locator("#details").inner_text()
    lit = page.locator(".move.lit").count()
    assert 0 < lit < page.locator(".canvas .move").count()
    page.get_by_role("button", name="Close").click()
    assert page.locator(".move.lit").count() == 0


def shown(page: Any, selector: str) -> int:
    count: int = page.evaluate(
        "s => [...document.querySelectorAll(s)].filter(e => getComputedStyle(e).display != 'none').length",
        selector,
    )
    return count


def test_filters_by_mover_and_by_improvement_hide_those_moves_only(opened: Watched) -> None:
    page = opened.page
    every, others = shown(page, ".canvas .move"), shown(page, ".canvas .move.other")
    page.get_by_label("improvements only").check()
    assert shown(page, ".canvas .move") == every - others
    page.get_by_label("improvements only").uncheck()
    page.get_by_label("Russia").uncheck()
    assert shown(page, ".canvas .move[data-mover='1']") == 0
    assert shown(page, ".canvas .move") == every - page.locator(".move[data-mover='1']").count()
    page.get_by_label("Russia").check()
    assert shown(page, ".canvas .move") == every


@pytest.mark.parametrize("name", ["council", "table", "wide", "hostile"])
@pytest.mark.parametrize("width", [360, 1400])
def test_no_errors_no_requests_and_no_sideways_scrolling(
    browser: Any, reports: dict[str, str], name: str, width: int
) -> None:
    watched = Watched(browser, reports[name], viewport={"width": width, "height": 800})
    wide_, seen = watched.page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    watched.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    opened_wide = watched.page.evaluate("document.documentElement.scrollWidth")
    watched.page.close()
    assert watched.said == []
    assert watched.asked == [reports[name]]
    assert wide_ <= seen
    assert opened_wide <= seen


LABELS = """() => [...document.querySelectorAll('.canvas .state')].flatMap(state =>
  [...state.querySelectorAll('text')].map(text => [
    getComputedStyle(text).fill,
    getComputedStyle(state.querySelector(text.matches('.flag-text') ? '.flag' : '.box')).fill]))"""
WORDS = """() => [...document.querySelectorAll('p,li,td,th,dt,dd,summary,h1,h2,h3,a,code,span,small')]
  .filter(e => e.checkVisibility() && e.innerText && !e.closest('svg')).map(e => {
    let on = e, back = 'rgba(0, 0, 0, 0)';
    while (on && back === 'rgba(0, 0, 0, 0)') {
      back = getComputedStyle(on).backgroundColor; on = on.parentElement;
    }
    return [getComputedStyle(e).color, back]; })"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["council", "table"])
def test_all_labels_and_words_stand_out_from_what_is_behind_them(
    browser: Any, reports: dict[str, str], name: str, scheme: str
) -> None:
    """At least 4.5 to 1, as WCAG 2.2 (1.4.3) asks of text, by the colours the browser computed."""
    watched = Watched(browser, reports[name], color_scheme=scheme)
    pairs = watched.page.evaluate(LABELS) + watched.page.evaluate(WORDS)
    watched.page.close()
    assert len(pairs) > 100
    low = {(fill, paper) for fill, paper in pairs if contrast(fill, paper) < 4.5}
    assert low == set()


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_without_scripts_a_state_is_a_link_to_its_section_and_filters_work(
    browser: Any, reports: dict[str, str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reports["council"])
    page.locator("a.state[tabindex='0']").click()
    assert re.search(r"#state-\d+$", page.url)
    before = shown(page, ".canvas .move")
    page.get_by_label("improvements only").check()
    assert 0 < shown(page, ".canvas .move") < before
    page.get_by_label("Russia").uncheck()
    assert shown(page, ".canvas .move[data-mover='1']") == 0
    assert shown(page, ".canvas .move[data-mover='0']") > 0
    context.close()


def test_on_paper_everything_is_unfolded(
    browser: Any, reports: dict[str, str], tmp_path: Path
) -> None:
    watched = Watched(browser, reports["council"])
    watched.page.emulate_media(media="print")
    text = "{vote} is not Nash stable for Sponsors"
    assert watched.page.get_by_text(text).first.is_visible()
    assert not watched.page.locator(".filters").is_visible()
    pdf = watched.page.pdf(path=str(tmp_path / "report.pdf"), format="A4")
    watched.page.close()
    assert pdf.startswith(b"%PDF")
    assert 4 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 20
