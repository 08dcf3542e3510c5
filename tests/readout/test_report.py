"""The report: everything in it, nothing loaded, nothing unescaped, the same bytes every time."""

import dataclasses
import itertools
import re
import stat
from html.parser import HTMLParser
from pathlib import Path

import pytest

import goodoffices as go
from goodoffices.errors import InputError
from goodoffices.readout import report
from goodoffices.readout.report import render_report, write_report
from tests.readout.models import council, hostile, small, table, wide

VOID = {"meta", "br", "input", "link", "img", "hr"}
MAKERS = [council, table, small, wide, hostile]


class Page(HTMLParser):
    """The elements of a page, checked for nesting while they are read."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {k: v or "" for k, v in attrs}))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.words.append(data)
        if self.open and re.fullmatch("h[1-6]", self.open[-1]):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words))

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module", params=MAKERS, ids=[make.__name__ for make in MAKERS])
def page(request: pytest.FixtureRequest) -> Page:
    return Page(render_report(go.analyse(request.param())))


def test_every_element_is_closed_and_every_id_is_there_once(page: Page) -> None:
    assert page.open == []
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_every_inner_link_and_reference_leads_somewhere(page: Page) -> None:
    ids = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    wanted = {a["href"][1:] for a in page.all("a") if a["href"].startswith("#")}
    for _, attributes in page.elements:
        wanted |= set(attributes.get("aria-labelledby", "").split())
        wanted |= set(re.findall(r"url\(#(.*?)\)", attributes.get("marker-end", "")))
    assert wanted <= ids


def test_nothing_is_loaded_from_anywhere(page: Page) -> None:
    for tag, attributes in page.elements:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "form"}
        assert not {"src", "srcset", "action", "data", "onclick", "style"} & set(attributes)
    (policy,) = [
        m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    )
    css = (Path(report.__file__).parent / "static" / "report.css").read_text(encoding="utf-8")
    assert "url(" not in css
    assert "@import" not in css


def test_links_out_are_followed_only_by_hand_and_over_http(page: Page) -> None:
    for link in page.all("a"):
        assert link["href"].startswith(("#", "https://", "http://"))
        assert link["href"].startswith("#") or link["rel"] == "noopener noreferrer"


def test_a_screen_reader_finds_its_way(page: Page) -> None:
    assert page.all("html")[0]["lang"] == "en"
    assert [len(page.all(tag)) for tag in ("main", "h1")] == [1, 1]
    assert {"header", "nav", "footer"} <= {tag for tag, _ in page.elements}
    assert page.all("a")[0] == {"class": "skip", "href": "#answer"}
    assert len(page.all("table")) == len(page.all("caption"))
    assert all("scope" in attributes for attributes in page.all("th"))
    levels = [level for level, _ in page.headings]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_graph_has_one_tab_stop_and_a_name_for_every_state(page: Page) -> None:
    states = [a for a in page.all("a") if "data-state" in a]
    assert [a["tabindex"] for a in states].count("0") == 1
    assert all(a["tabindex"] in ("0", "-1") and a["aria-label"] for a in states)
    cards = {a["id"] for a in page.all("article") if a.get("id", "").startswith("state-")}
    assert {a["href"][1:] for a in states} == cards


def test_sections_stand_in_the_order_of_a_readers_questions() -> None:
    page = Page(render_report(go.analyse(table())))
    assert [text for level, text in page.headings if level == 2] == [
        "The answer in words",
        "The story",
        "Who can do what",
        "The graph of states",
        "The equilibria",
        "Who is stable where",
        "Joint moves from the status quo",
        "Ways from the status quo",
        "Moving together, step for step",
        "How far it leans on which statement",
        "Who wants what",
        "What cannot be, and what words stand for",
        "The assumptions",
        "The evidence",
        "Rival readings side by side",
        "How this was made",
        "State by state",
    ]


def test_the_reading_is_named_with_its_caution_before_the_answer() -> None:
    text = Page(render_report(go.analyse(council()))).text
    assert "A reading by A. Analyst, written 2026-11-20 (“main”)." in text
    caution = text.index("Caution: Written knowing the outcome")
    assert caution < text.index("Nobody gains by moving alone from the status quo")


@pytest.mark.parametrize("make", MAKERS[:4])
def test_the_numbers_in_the_report_are_those_of_the_analysis(make) -> None:  # type: ignore[no-untyped-def]
    analysis = go.analyse(make())
    text = Page(render_report(analysis)).text
    counts = ", ".join(f"{c} {analysis.count(c)}" for c in ("Nash", "SSEQ", "SEQ", "SMR", "GMR"))
    total = len(analysis.any_equilibria())
    assert f"{total} of the {analysis.states.count} feasible states are equilibria" in text
    assert f"({counts})" in text
    assert f"{analysis.states.count} feasible states" in text


def cells(text: str, label: str) -> list[list[str]]:
    """Return the words of each cell of the table in the region of that name."""
    table = text.split(f'aria-label="{label}"')[1].split("</table>")[0].split("<tbody>")[1]
    return [
        [
            re.sub(r"\s+", " ", re.sub("<.*?>", "", cell)).strip()
            for cell in re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row, re.S)
        ]
        for row in re.findall("<tr.*?>(.*?)</tr>", table, re.S)
    ]


@pytest.mark.parametrize("make", [council, table, small])
def test_the_table_of_stability_is_the_analysis_cell_by_cell(make) -> None:  # type: ignore[no-untyped-def]
    analysis = go.analyse(make())
    rows = cells(render_report(analysis), "Table of stability")
    assert len(rows) == analysis.states.count
    order = ("Nash", "SSEQ", "SEQ", "SMR", "GMR")
    for number, row in zip(analysis.states, rows, strict=True):
        taken = ", ".join(analysis.states.taken(number))
        assert row[0].startswith("{" + taken + "}")
        for dm, cell in zip(analysis.conflict.decision_makers, row[1:-1], strict=True):
            held = [c for c in order if analysis.is_stable(c, dm.id, number)]
            assert cell == ("all five" if len(held) == 5 else " ".join(held) or "–")
        held = [c for c in order if analysis.is_equilibrium(c, number)]
        assert row[-1] == ("all five" if len(held) == 5 else " ".join(held) or "–")


def test_many_states_are_cut_down_and_counted() -> None:
    analysis = go.analyse(wide())
    text = render_report(analysis)
    assert len(cells(text, "Table of stability")) == 100
    total = len(analysis.any_equilibria())
    assert f"100 of the {total} equilibria, the strongest, out of 832 feasible states" in text
    assert len(text.encode()) < 2_000_000


def test_the_option_table_says_what_is_taken_in_the_states_that_matter() -> None:
    text = render_report(go.analyse(council()))
    body = text.split('aria-label="Table of options"')[1].split("</table>")[0]
    letters = {
        id_: re.findall(r'class="yn (?:yes|no)">(\w)<', row)
        for id_, row in re.findall(r"<code>(\w+)</code>(.*?)</tr>", body, re.S)
    }
    assert [letters[id_][0] for id_ in ("trigger", "vote", "veto", "access")] == list("YYYN")
    assert [letters[id_][1] for id_ in ("trigger", "vote", "veto", "access")] == list("NYNN")


def test_statements_without_evidence_are_marked_and_counted() -> None:
    text = render_report(go.analyse(council()))
    assert text.count('<span class="assumed">assumption</span>') == 12
    assert "three with evidence, twelve without" in text
    assert text.count("3 of 3 assumed") == 1


def test_every_explanation_under_an_equilibrium_is_that_of_the_engine() -> None:
    analysis = go.analyse(council())
    text = Page(render_report(analysis)).text
    for state in analysis.any_equilibria():
        for dm in analysis.conflict.decision_makers:
            if analysis.improvements(dm.id, state):
                for concept in ("Nash", "SEQ", "GMR"):
                    assert analysis.explain(concept, dm.id, state).sentence in text


def test_rival_readings_are_analysed_and_set_side_by_side() -> None:
    conflict = table()
    text = render_report(go.analyse(conflict))
    rows = {row[0]: row[1:] for row in cells(text, "Table of readings")}
    readings = [
        go.analyse(conflict.with_reading(r)) for r in ("historical", "alternative", "leading")
    ]
    order = ("Nash", "SSEQ", "SEQ", "SMR", "GMR")
    assert rows["{} (no option taken) status quo"][0] == "all five"
    assert rows["{parallel, round, russia_presses}"][2] == "all five"
    for number in readings[0].states:
        name = "{" + ", ".join(readings[0].states.taken(number)) + "}"
        for told, analysis in zip(rows.get(name, ()), readings, strict=False):
            held = [c for c in order if analysis.is_equilibrium(c, number)]
            assert told == ("all five" if len(held) == 5 else " ".join(held) or "–")
    for counts, analysis in zip(rows["Equilibria in all"], readings, strict=True):
        assert counts == ", ".join(f"{c} {analysis.count(c)}" for c in order)
    assert Page(text).text.count("differs in Russia") == 2


def test_how_it_was_made_names_version_file_and_definitions() -> None:
    conflict = council()
    assert conflict.origin is not None
    text = Page(render_report(go.analyse(conflict))).text
    assert f"By Good Offices {go.__version__} from council.toml" in text
    assert conflict.origin.sha256 in text
    assert "(Fraser and Hipel 1979)" in text
    assert "Stable means stable under the assumptions of this model" in text


def test_a_conflict_with_next_to_nothing_in_it_is_reported_too() -> None:
    bare = dataclasses.replace(small(), status_quo=None)
    text = Page(render_report(go.analyse(bare))).text
    assert "A reading whose author is not named." in text
    assert "The model names no status quo." in text
    assert "Nothing is ruled out" in text
    assert "The model cites no evidence." in text


def test_markup_quotes_and_turned_writing_are_shown_as_text() -> None:
    text = render_report(go.analyse(hostile()))
    page = Page(text)
    assert "<script>alert" not in text
    assert text.count("<script>") == text.count("</script>") == 1
    assert text.count("</style>") == 1
    assert "<script>alert('x')</script> & \"quoted\" </style>" in page.text
    assert "\u202e" not in text
    assert "שלום عربي" in page.text
    assert 'dir="auto"' in text


def test_an_address_that_is_no_web_address_is_not_linked() -> None:
    conflict = council()
    evidence = (dataclasses.replace(conflict.evidence[0], url="javascript:alert(1)"),)
    changed = dataclasses.replace(conflict, evidence=(*evidence, *conflict.evidence[1:]))
    assert 'href="javascript' not in render_report(go.analyse(changed))


def test_the_same_analysis_gives_the_same_bytes() -> None:
    assert render_report(go.analyse(table())) == render_report(go.analyse(table()))


def test_one_move_sanctions_and_simultaneous_stability_are_named() -> None:
    text = Page(render_report(go.analyse(council(), sanctions="one-move", also=["SIM"]))).text
    assert "“one-move”" in text
    assert "SIM" in text


def test_the_report_is_written_whole(tmp_path: Path) -> None:
    analysis = go.analyse(council())
    target = tmp_path / "report.html"
    assert write_report(analysis, target) == target
    assert target.read_text(encoding="utf-8") == render_report(analysis)
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]
    assert stat.S_IMODE(target.stat().st_mode) & 0o400


def test_a_report_that_cannot_be_written_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analysis = go.analyse(small())
    target = tmp_path / "report.html"
    target.write_text("before", encoding="utf-8")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("goodoffices.readout.report.os.fsync", full)
    with pytest.raises(InputError, match="No space left on device"):
        write_report(analysis, target)
    assert target.read_text(encoding="utf-8") == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_report(go.analyse(small()), tmp_path / "nowhere" / "report.html")


def test_notebooks_show_conflicts_and_analyses() -> None:
    conflict = hostile()
    for shown in (conflict, go.analyse(conflict), go.analyse(wide())):
        html = shown._repr_html_()  # type: ignore[union-attr]
        page = Page(html)
        assert page.open == []
        assert "<script" not in html
    assert "<svg" not in go.analyse(wide())._repr_html_()  # type: ignore[attr-defined]
