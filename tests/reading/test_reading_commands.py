"""The commands read and evaluate, and the page with marked passages."""

import json
import re
import sys
from pathlib import Path

import pytest
from jsonschema import validate  # type: ignore[import-untyped]

from goodoffices.reading import ReadingUnavailableError, read_text
from goodoffices.reading.spacy_model import load_model
from goodoffices.readout.record_table import record_text
from tests.reading.conftest import REPORT, Run

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


def test_json_keeps_the_contract_and_its_offsets(report: Path, goodoffices: Run) -> None:
    done = goodoffices("read", report, "--published", "2014-02-11", "--format", "json")
    assert (done.code, done.err) == (0, "")
    value = json.loads(done.out)
    validate(value, CONTRACT)
    assert value["document"]["published"] == "2014-02-11"
    for statement in value["statements"]:
        for span in statement["fragments"]:
            assert REPORT[span["start"] : span["end"]] == span["text"]


def test_the_table_lists_statements_and_positions_by_actor(report: Path, goodoffices: Run) -> None:
    done = goodoffices("read", report, "--published", "2014-02-11")
    assert done.code == 0
    assert re.search(r"^  Ana Petrova\n    mixed +the “thin” text", done.out, re.MULTILINE)
    assert re.search(r"^    reject +will not sign", done.out, re.MULTILINE)
    assert "left out, page debris" in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_no_word_is_lost_on_a_narrow_terminal() -> None:
    record = read_text(REPORT + "\n" + "Click here to subscribe. " * 9, published="2014-02-11")
    letters = sorted("".join(record_text(record, width=200).split()))
    for width in range(30, 100):
        table = record_text(record, width=width)
        assert max(map(len, table.splitlines())) <= width
        assert sorted("".join(table.split())) == letters, width
        assert {"basis", "“thin”", "sign"} <= set(table.split())


def test_the_table_says_where_nothing_was_found_and_where_it_cuts() -> None:
    table = record_text(read_text("Rain fell on the harbour, and the boats stayed in all day."))
    assert "No statement and no position was found in this report." in table
    gone = "Sorry, your comment was not saved due to a technical problem, and so was not " * 2
    cut = record_text(read_text(f"Envoy Ana Petrova said it was late.\nError\n{gone}"), width=200)
    assert "No position was found" in cut
    (line,) = [x for x in cut.splitlines() if "Sorry" in x]
    assert line.endswith(" …")
    assert line.split()[-2] in gone.split()


def test_what_steers_a_terminal_is_not_printed(tmp_path: Path, goodoffices: Run) -> None:
    path = tmp_path / "steering.txt"
    path.write_text("Envoy Ana Petrova said “we \x1b[31m will go.”\n", encoding="utf-8")
    done = goodoffices("read", path)
    assert done.code == 0
    assert "\x1b" not in done.out


def test_several_reports_go_to_a_folder_and_one_bad_one_does_not_stop_the_others(
    report: Path, tmp_path: Path, goodoffices: Run
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    out = tmp_path / "out"
    done = goodoffices("read", report, empty, "--format", "json", "-o", out, "--jobs", "1")
    assert done.code == 1
    assert f"{empty}: the file is empty" in done.err
    assert [p.name for p in out.iterdir()] == ["ferry.json"]


def test_a_process_pool_gives_the_same_records(
    report: Path, tmp_path: Path, goodoffices: Run
) -> None:
    again = tmp_path / "again.txt"
    again.write_text(REPORT, encoding="utf-8")
    out = tmp_path / "out"
    done = goodoffices("read", report, again, "--format", "json", "-o", out, "--jobs", "2")
    assert done.code == 0, done.err
    assert (out / "ferry.json").read_text("utf-8") == (out / "again.json").read_text("utf-8")


def test_reports_of_one_event_are_merged(report: Path, other: Path, goodoffices: Run) -> None:
    plain = REPORT.replace("<this>", "this")
    report.write_text(plain, encoding="utf-8")
    done = goodoffices("read", report, other, "--merge", "--published", "2014-02-11", "--jobs", "1")
    assert (done.code, done.err) == (0, "")
    several, _, single = done.out.partition("STATEMENTS IN ONE REPORT")
    assert re.search(r"Ana Petrova\n +2 sources +independent", several)
    assert several.count("We will not sign this") == 2
    assert "Hal Moss" in single
    value = json.loads(
        goodoffices("read", report, other, "--merge", "--format", "json", "--jobs", "1").out
    )
    shared = [s for s in value["statements"] if len(s["variants"]) == 2]
    assert [(s["speaker"], s["independent"]) for s in shared] == [("Ana Petrova", 2)]
    assert [r["name"] for r in value["reports"]] == [str(report), str(other)]
    assert value["copies"] == []


def test_a_copy_is_told_as_a_copy(report: Path, tmp_path: Path, goodoffices: Run) -> None:
    body = (
        "Envoy Ana Petrova said on Tuesday the thin text was no basis for any talks this spring. The "
        "boats stayed in the harbour all morning while the crews waited for word from the office.\n"
    )
    twins = [tmp_path / name for name in ("one.txt", "two.txt")]
    for path in twins:
        path.write_text(body, encoding="utf-8")
    done = goodoffices("read", *twins, "--merge", "--jobs", "1")
    assert "repeats [1] in its own words: a copy, no confirmation" in " ".join(done.out.split())
    assert re.search(r"1 source +the others copy it", done.out)


def test_rival_figures_and_contested_terms_stand_side_by_side(
    tmp_path: Path, goodoffices: Run
) -> None:
    texts = (
        "At least 40 people were killed in the raid, the Toland health ministry said on Tuesday. The rebels "
        "of the Long Front, whom Ravenia calls terrorists, said they would go.\n",
        "The ministry of health put the death toll at 43. Officials in Ravenia said the dead numbered 120.\n",
    )
    paths = [tmp_path / f"{n}.txt" for n in range(2)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    table = goodoffices("read", *paths, "--merge", "--jobs", "1").out
    rival, _, contested = table.partition("RIVAL FIGURES")[2].partition("CONTESTED TERMS")
    assert re.search(r"\[1\] +At least 40 people: Toland health ministry", rival)
    assert re.search(r"\[2\] +43: The ministry of health put", rival)
    assert re.search(r"\[2\] +120: ", rival)
    assert re.search(r"\[1\] +terrorists\*: Ravenia", contested)
    assert re.search(r"\[1\] +rebels\*: in the report’s own words", contested)
    value = json.loads(
        goodoffices("read", *paths, "--merge", "--format", "json", "--jobs", "1").out
    )
    (rivals,) = value["rival_figures"]
    assert (rivals["measure"], rivals["unit"]) == ("dead", "people")
    assert [(f["report"], f["quantity"]) for f in rivals["figures"]] == [(0, 40), (1, 43), (1, 120)]
    (term,) = value["contested_terms"]
    assert {"word": "terrorists", "loaded": True, "by": "Ravenia", "report": 0} in term["words"]


@pytest.mark.parametrize("more", [[], ["REPORT", "--format", "html"]])
def test_merging_what_cannot_be_merged_is_a_wrong_call(
    report: Path, goodoffices: Run, more: list[str]
) -> None:
    done = goodoffices("read", report, "--merge", *(a.replace("REPORT", str(report)) for a in more))
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nowhere.txt"], 1, "nowhere.txt: cannot be read"),
        ([], 2, "Missing argument"),
        (["REPORT", "--published", "soon"], 2, "write it as 2014-02-11"),
        (["REPORT", "REPORT", "-o", "REPORT"], 2, "is a file; give a folder"),
        (["REPORT", "-o", "REPORT/x.txt"], 1, "cannot be written"),
    ],
)
def test_errors_say_what_to_do_and_end_with_their_code(
    report: Path, goodoffices: Run, arguments: list[str], code: int, words: str
) -> None:
    done = goodoffices("read", *(a.replace("REPORT", str(report)) for a in arguments))
    assert (done.code, done.out) == (code, "")
    assert words in done.err


def test_without_the_parser_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, report: Path, goodoffices: Run
) -> None:
    load_model.cache_clear()
    monkeypatch.setitem(sys.modules, "spacy", None)
    try:
        done = goodoffices("read", report)
    finally:
        load_model.cache_clear()
    assert done.code == 1
    assert 'pip install "goodoffices[reading]"' in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_another_model_that_is_not_there_is_named() -> None:
    with pytest.raises(ReadingUnavailableError, match="no_such_model"):
        read_text("The envoy said it was late.", model="no_such_model")


def test_evaluate_prints_figures_and_writes_brat(
    gold: Path, tmp_path: Path, goodoffices: Run
) -> None:
    ann = tmp_path / "ann"
    done = goodoffices("evaluate", gold, "--format", "json", "--differences", "--brat", ann)
    assert (done.code, done.err) == (0, "")
    value = json.loads(done.out)
    assert value["quotations"]["found"] == 1
    assert any("no basis" in d for d in value["differences"]["ferry"])
    assert "Attribution" in (ann / "ferry.ann").read_text(encoding="utf-8")
    table = goodoffices("evaluate", gold, "--differences").out
    assert re.search(r"^quotations +1 +1 +0\.667", table, re.MULTILINE)
    assert "no basis" in table


def test_evaluate_refuses_a_folder_without_labels(tmp_path: Path, goodoffices: Run) -> None:
    done = goodoffices("evaluate", tmp_path)
    assert done.code == 1
    assert "no labelled report" in done.err


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        ('{"quotes": [{"speaker": "A", "fragments": [{"start": 0, "end": 9999}]}]}', "quotes[0].fragments[0]: 0 to"),
        ('{"quotes": [{"speaker": "A", "fragments": [{"start": 9, "end": 3}]}]}', "expected 0 <= start < end"),
        ('{"quotes": [{"speaker": "A", "fragments": [{"start": "0", "end": 3}]}]}', "the start is '0'"),
        ('{"quotes": [{"speaker": null, "fragments": []}]}', "quotes[0].speaker: None is no name"),
        ('{"positions": [{"holder": "A", "stance": "like", "trigger": {"start": 0, "end": 3}}]}', "the stance 'like'"),
        ('{"quotes": [], "doc": {"dct": "2020-13-45"}}', "'2020-13-45' is not a date"),
        ('{"statements": []}', "expected the keys 'quotes' or 'positions', found 'statements'"),
        ("[" * 100_000, "not a file of labels"),
    ],
)  # fmt: skip
def test_a_slip_in_the_labels_is_told_with_its_place(
    gold: Path, goodoffices: Run, labels: str, words: str
) -> None:
    (gold / "ferry.json").write_text(labels, encoding="utf-8")
    done = goodoffices("evaluate", gold, "--differences")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(str(gold / "ferry.json"))
    assert words in done.err


def test_a_slip_in_brat_is_told_with_its_line(gold: Path, goodoffices: Run) -> None:
    (gold / "ferry.json").unlink()
    for line, words in (
        ("T1\tContent 0 9999\tx", ":1: 0 to 9999"),
        ("E1\tAttribution:T9 Content:T9", "names T9"),
    ):
        (gold / "ferry.ann").write_text(line + "\n", encoding="utf-8")
        done = goodoffices("evaluate", gold)
        assert done.code == 1
        assert words in done.err


def test_labelled_text_of_another_encoding_is_read_and_another_language_named(
    gold: Path, goodoffices: Run
) -> None:
    (gold / "ferry.txt").write_bytes(REPORT.encode("cp1252"))
    assert goodoffices("evaluate", gold).code == 0
    (gold / "ferry.txt").write_text(
        "Le ministre a dit que les pays de la paix " * 9, encoding="utf-8"
    )
    done = goodoffices("evaluate", gold)
    assert done.code == 1
    assert done.err.startswith(f"{gold / 'ferry'}: the text seems to be French")


def test_several_reports_as_json_are_one_list(
    report: Path, other: Path, tmp_path: Path, goodoffices: Run
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    done = goodoffices("read", report, empty, other, "--format", "json", "--jobs", "1")
    assert done.code == 1
    assert len(json.loads(done.out)) == 2
    merged = goodoffices("read", report, empty, other, "--merge", "--jobs", "1")
    assert merged.code == 1
    assert "STATEMENTS" in merged.out
    assert f"{empty}: the file is empty" in merged.err
    alone = goodoffices("read", report, empty, "--merge", "--jobs", "1")
    assert (alone.code, alone.out) == (1, "")
    assert "fewer than two could be read" in alone.err


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_from_which_nothing_can_be_counted_is_a_wrong_call(
    report: Path, goodoffices: Run, day: str
) -> None:
    done = goodoffices("read", report, "--published", day)
    assert done.code == 2
    assert "outside the years" in done.err
