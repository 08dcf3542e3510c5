"""``analyse``: the same answer in every form, readable in 80 columns, with and without colour."""

import csv
import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import goodoffices as go
from goodoffices.stability import CONCEPTS
from tests.cli.cli_models import COUNCIL, council, goodoffices, large
from tests.cli.contract import CONTRACT

SGR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return council(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of 256 states, more than are shown one by one."""
    return large(tmp_path_factory.mktemp("big"), 4, 2, chatty=2)


def _json(*args: Any, **kwargs: Any) -> Any:
    done = goodoffices("analyse", *args, "--format", "json", **kwargs)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_table_leads_with_the_answer_in_words(path: Path) -> None:
    said = goodoffices("analyse", path).stdout
    words = " ".join(said.split())
    assert words.startswith("The Council draft reading: main; read by A. Analyst; as of 2014-02-11")
    assert "Nobody gains by moving alone from the status quo, {trigger, vote, veto}" in words
    assert said.index("In words") < said.index("Who can do what") < said.index("What would hold")
    assert "NGMSY  {trigger, vote, veto}, the status quo" in said
    assert re.search(r"^  > \{trigger, vote, veto\} +NGMSY +NGMSY +NGMSY +NGMSY$", said, re.M)
    assert "Sponsors of the draft and Russia can reach {vote}" in words
    assert "other readings (--reading): lenient" in said


def test_strongest_equilibria_come_first(path: Path) -> None:
    said = goodoffices("analyse", path).stdout
    block = said[said.index("What would hold") : said.index("Who is stable where")]
    strength = [len(row.replace(".", "")) for row in re.findall(r"^  ([A-Z.]{5})  \{", block, re.M)]
    assert len(strength) == 7
    assert strength == sorted(strength, reverse=True)


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_a_pipe_gets_no_terminal_codes_and_no_drawn_lines(path: Path, form: str) -> None:
    said = goodoffices("analyse", path, "--format", form).stdout
    assert "\x1b" not in said
    assert not re.search(r"[\u2500-\u257f]", said)


@pytest.mark.parametrize("width", ["80", "60"])
def test_no_line_is_wider_than_the_page(path: Path, big: Path, width: str) -> None:
    for model in (path, big):
        said = goodoffices("analyse", model, COLUMNS=width).stdout
        assert max(map(len, said.splitlines())) <= int(width)
    told = goodoffices("explain", path, COLUMNS=width).stdout
    assert max(map(len, told.splitlines())) <= int(width)


def test_colour_changes_no_word(path: Path) -> None:
    for command in ("analyse", "explain"):
        plain = goodoffices(command, path).stdout
        coloured = goodoffices(command, path, FORCE_COLOR="1").stdout
        assert "\x1b[" in coloured
        assert SGR.sub("", coloured) == plain


def test_no_color_wins_over_force_color(path: Path) -> None:
    assert "\x1b" not in goodoffices("analyse", path, NO_COLOR="1", FORCE_COLOR="1").stdout


def test_a_file_that_holds_terminal_codes_cannot_steer_the_terminal(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(COUNCIL.replace('"The Council draft"', r'"red \u001b[31m"'), encoding="utf-8")
    for form in ("table", "markdown"):
        assert "\x1b" not in goodoffices("analyse", bad, "--format", form).stdout
    unknown = goodoffices("explain", bad, "--dm", "\x1b[31m")
    assert unknown.returncode == 2
    assert "\x1b" not in unknown.stderr


def test_json_keeps_the_contract(path: Path) -> None:
    printed = _json(path)
    Draft202012Validator(CONTRACT).validate(printed)
    assert printed["conflict"]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert printed["sanctions"] == "legal"
    assert len(printed["states"]) == 12
    assert printed["states"][printed["status_quo"] - 1]["taken"] == ["trigger", "vote", "veto"]
    assert [printed["states"][n - 1]["taken"] for n in printed["equilibria"]["Nash"]] == [
        ["trigger", "vote", "veto"]
    ]


def test_the_contract_notices_a_missing_key(path: Path) -> None:
    validator = Draft202012Validator(CONTRACT)
    printed = _json(path)
    for key in CONTRACT["required"]:
        assert not validator.is_valid({k: v for k, v in printed.items() if k != key})


def test_json_is_what_the_analysis_gives_in_python(path: Path) -> None:
    analysis = go.analyse(go.load(path))
    assert _json(path) == json.loads(json.dumps(analysis.to_dict()))


def test_json_holds_what_is_asked_for_on_top_of_the_usual_concepts(path: Path) -> None:
    printed = _json(path, "--concept", "sim,SIM-FH", "--sanctions", "one-move")
    Draft202012Validator(CONTRACT).validate(printed)
    assert [*printed["equilibria"]] == [*CONCEPTS, "SIM", "SIM-FH"]
    assert printed["sanctions"] == "one-move"


def test_options_may_stand_before_the_model(path: Path) -> None:
    assert (
        goodoffices("analyse", "--format", "csv", path).stdout
        == goodoffices("analyse", path, "--format", "csv").stdout
    )


def test_csv_holds_the_numbers_of_the_json(path: Path) -> None:
    text = goodoffices("analyse", path, "--format", "csv").stdout
    printed, rows = _json(path), list(csv.DictReader(io.StringIO(text)))
    analysis = go.analyse(go.load(path))
    assert [int(row["number"]) for row in rows] == [state["number"] for state in printed["states"]]
    assert [row["state"] for row in rows] == [state["id"] for state in printed["states"]]
    for row, state in zip(rows, printed["states"], strict=True):
        options = [row[f"option:{option['id']}"] for option in printed["options"]]
        assert "".join(options) == state["yn"]
        for dm in ("sponsors", "russia", "government"):
            assert int(row[f"rank:{dm}"]) == analysis.rank(dm, state["number"])
    for concept in CONCEPTS:
        for dm, stable in printed["stability"][concept].items():
            assert _numbers(rows, f"{concept}:{dm}") == stable
        assert _numbers(rows, f"{concept}:all") == printed["equilibria"][concept]


def _numbers(rows: list[dict[str, str]], column: str) -> list[int]:
    assert {row[column] for row in rows} <= {"Y", "N"}
    return [int(row["number"]) for row in rows if row[column] == "Y"]


def _tables(text: str) -> list[list[dict[str, str]]]:
    """Read the tables of a Markdown text, each row by the words of its header."""
    found = []
    for block in re.findall(r"(?:^\|.*\n)+", text, re.M):
        header, _, *rows = (
            [cell.strip() for cell in line.strip("|").split(" | ")] for line in block.splitlines()
        )
        header = [cell.strip("| ") for cell in header]
        found.append([dict(zip(header, (c.strip("| ") for c in row), strict=True)) for row in rows])
    return found


def test_markdown_holds_the_numbers_of_the_json(path: Path) -> None:
    printed = _json(path)
    options, equilibria, stable = _tables(
        goodoffices("analyse", path, "--format", "markdown").stdout
    )
    assert [row["Option"].strip("`") for row in options] == [o["id"] for o in printed["options"]]
    number: dict[tuple[str, ...], int] = {
        tuple(state["taken"]): state["number"] for state in printed["states"]
    }

    def state(row: dict[str, str]) -> int:
        inside = re.search(r"\{(.*?)\}", row["State"])
        assert inside is not None
        return number[tuple(filter(None, inside[1].split(", ")))]

    labels = {dm["id"]: dm["name"] for dm in printed["decision_makers"]}
    assert len(stable) == 12
    for concept in CONCEPTS:
        held = sorted(state(row) for row in equilibria if row[concept] == "yes")
        assert held == printed["equilibria"][concept]
        for dm, label in labels.items():
            rows = [state(row) for row in stable if concept in row[label].split(", ")]
            assert rows == printed["stability"][concept][dm]


def test_many_states_are_cut_down_to_those_that_matter_and_all_lists_them(big: Path) -> None:
    short, whole = (goodoffices("analyse", big, *more).stdout for more in ((), ("--all",)))
    words = " ".join(short.split())
    assert re.search(r"Of 256 states only \d+ are shown: .* --all shows every state", words)
    assert "Of 256 states only" not in whole
    rows = [len(re.findall(r"^ {2}[ >] \{", text, re.M)) for text in (short, whole)]
    assert rows[0] <= 30
    assert rows[1] == 256


def test_concepts_asked_for_are_those_shown(path: Path) -> None:
    said = goodoffices("analyse", path, "--concept", "seq", "--concept", "Nash").stdout
    assert "Equilibria among 12 states: Nash 1, SEQ 4." in said
    assert "NS  {trigger, vote, veto}, the status quo" in said
    header = goodoffices("analyse", path, "--concept", "SEQ", "--format", "csv").stdout.split("\n")[
        0
    ]
    assert "SEQ:all" in header
    assert "Nash:" not in header


def test_a_rival_reading_is_taken_and_named(path: Path) -> None:
    said = goodoffices("analyse", path, "--reading", "lenient").stdout
    assert "reading: lenient" in said
    assert _json(path, "--reading", "lenient")["conflict"]["reading"] == "lenient"


def test_standard_input_is_read_like_a_file(path: Path) -> None:
    from_file, from_input = _json(path), _json("-", stdin=path.read_bytes())
    assert from_input == from_file


def test_a_file_gets_the_result_without_colour_and_a_note_says_where(
    path: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.txt"
    done = goodoffices("analyse", path, "-o", target, FORCE_COLOR="1")
    assert done.stdout == ""
    assert done.stderr == f"Result: {target}\n"
    assert target.read_text(encoding="utf-8") == goodoffices("analyse", path).stdout
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]
    quiet = goodoffices("analyse", path, "-o", target, "--quiet")
    assert (quiet.stdout, quiet.stderr) == ("", "")
    assert goodoffices("analyse", path, "-o", "-").stdout == target.read_text(encoding="utf-8")


def test_a_device_is_written_to_and_not_replaced(path: Path) -> None:
    assert goodoffices("analyse", path, "-o", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()


def test_a_result_that_cannot_be_written_is_an_error(path: Path, tmp_path: Path) -> None:
    done = goodoffices("analyse", path, "-o", tmp_path / "missing" / "out.txt")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr


def test_a_terminal_without_the_letters_still_gets_an_answer(tmp_path: Path) -> None:
    model = tmp_path / "letters.toml"
    model.write_text(COUNCIL.replace("The Council draft", "Χομς"), encoding="utf-8")
    done = goodoffices("analyse", model, PYTHONIOENCODING="latin-1")
    assert done.stdout.startswith("\\u03a7\\u03bf\\u03bc\\u03c2\n")
    printed = goodoffices("analyse", model, "--format", "json", PYTHONIOENCODING="latin-1").stdout
    assert json.loads(printed)["conflict"]["title"] == "Χομς"
