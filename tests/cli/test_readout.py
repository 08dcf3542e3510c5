"""``readout``: a file in each form, noted in the case's log, with errors that help."""

import hashlib
import json
from pathlib import Path

import pytest

import goodoffices as go
from goodoffices.cli.readout import _refuse_leaks
from goodoffices.errors import InputError
from goodoffices.readout.document import FORMATS, Document, Paragraph, Section, words
from tests.case.cases import small
from tests.cli.cli_models import goodoffices


def log(root: Path) -> list[dict[str, str]]:
    path = root / "audit.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("form", FORMATS)
def test_a_readout_is_written_and_noted(tmp_path: Path, form: str) -> None:
    root = small(tmp_path)
    arguments = ["--for", "mediator", "-o", f"r.{form}", "--by", "anna"]
    done = goodoffices("readout", root, *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert done.stderr == f"Readout: r.{form}\n"
    (entry,) = log(root)
    data = (tmp_path / f"r.{form}").read_bytes()
    assert entry["sha256"] == hashlib.sha256(data).hexdigest()
    assert (entry["audience"], entry["file"]) == ("mediator", f"r.{form}")
    assert entry["by"] == "anna"


def test_what_is_left_out_is_said_on_standard_error(tmp_path: Path) -> None:
    root = small(tmp_path)
    arguments = ["--for", "public", "-o", "-", "--as-of", "2025-03-20"]
    done = goodoffices("readout", root, *arguments)
    assert done.stdout.startswith("<!doctype html>")
    assert "Left out: conclusions of the model “The dam”" in done.stderr
    assert log(root)[0]["as_of"] == "2025-03-20"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--for", "publc", "-o", "r.pdf"], "no audience 'publc'; did you mean 'public'?"),
        (["--for", "public", "-o", "r.odt"], "no form for '.odt'; known here: html, pdf, docx"),
        (["--for", "public"], "Missing option '-o'"),
        (["-o", "r.pdf"], "Missing option '--for'"),
        (["--for", "public", "-o", "r.pdf", "--as-of", "soon"], "soon"),
    ],
)
def test_a_wrong_call_is_told_and_nothing_is_written(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    root = small(tmp_path)
    done = goodoffices("readout", root, *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert log(root) == []
    assert [file.name for file in tmp_path.iterdir()] == ["dam"]


def test_a_case_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = goodoffices("readout", "nothing", "--for", "public", "-o", "r.pdf", cwd=tmp_path)
    assert done.returncode == 1
    assert "no folder and no bundled case 'nothing'" in done.stderr


def test_a_finished_text_with_hidden_words_is_refused_and_they_are_named(tmp_path: Path) -> None:
    """The last look is at the words themselves, wherever they come from."""
    seen = go.load_case(small(tmp_path)).for_audience("public")
    told = Document("T", (Section("S", (Paragraph(words("We hear he could pay half.")),)),))
    with pytest.raises(InputError, match=r"nothing was written: .*herald/s2"):
        _refuse_leaks(seen, told)
    _refuse_leaks(seen, Document("T", (Section("S", (Paragraph(words("a new dam")),)),)))
