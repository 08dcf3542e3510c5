"""``check``, ``new``, ``gallery`` and ``--report``: the commands about files."""

import json
import tomllib
from pathlib import Path

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from goodoffices import gallery
from goodoffices.conflict.schema import json_schema
from tests.cli.cli_models import COUNCIL, council, goodoffices


def test_check_says_that_a_file_is_well_formed_and_how_large(tmp_path: Path) -> None:
    done = goodoffices("check", council(tmp_path))
    assert done.returncode == 0
    assert done.stdout.endswith(
        "council.toml: well formed: 3 decision makers, 4 options, 12 states\n"
    )
    assert done.stderr == ""


def test_check_tells_all_faults_of_all_files(tmp_path: Path) -> None:
    good, bad = council(tmp_path), tmp_path / "bad.toml"
    text = COUNCIL.replace('"not vote"]', '"not vite"]').replace("never =", "nevr =")
    bad.write_text(text, encoding="utf-8")
    done = goodoffices("check", bad, good, tmp_path / "missing.toml")
    assert done.returncode == 1
    assert "council.toml: well formed" in done.stdout
    lines = done.stderr.splitlines()
    assert any(line.startswith(f"{bad}:") and "vite" in line for line in lines)
    assert any(line.startswith(f"{bad}:") and "nevr" in line for line in lines)
    assert any("missing.toml" in line for line in lines)
    assert lines[-1] == "2 of 3 files have faults."


def test_check_reads_standard_input(tmp_path: Path) -> None:
    done = goodoffices("check", "-", stdin=COUNCIL.encode())
    assert done.stdout.startswith("standard input: well formed")
    assert goodoffices("check").returncode == 2


def test_check_prints_the_schema_of_the_format() -> None:
    printed = json.loads(goodoffices("check", "--schema").stdout)
    assert printed == json_schema()
    Draft202012Validator.check_schema(printed)


def test_new_writes_a_file_that_analyses(tmp_path: Path) -> None:
    done = goodoffices("new", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "goodoffices analyse conflict.toml" in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["conflict.toml"]
    assert goodoffices("analyse", "conflict.toml", cwd=tmp_path).returncode == 0


def test_new_overwrites_nothing_unless_forced(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("precious", encoding="utf-8")
    refused = goodoffices("new", "mine.toml", cwd=tmp_path)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert (tmp_path / "mine.toml").read_text(encoding="utf-8") == "precious"
    assert goodoffices("new", "mine.toml", "--force", cwd=tmp_path).returncode == 0
    assert "format = 1" in (tmp_path / "mine.toml").read_text(encoding="utf-8")
    assert goodoffices("new", ".", cwd=tmp_path).returncode == 2
    assert goodoffices("new", "no/folder.toml", cwd=tmp_path).returncode == 1
    assert goodoffices("new", "-", cwd=tmp_path).stdout == (tmp_path / "mine.toml").read_text(
        "utf-8"
    )


def test_gallery_lists_every_bundled_conflict() -> None:
    for call in (("gallery",), ("gallery", "list")):
        said = goodoffices(*call).stdout
        for name in gallery.names():
            assert f"{name} " in said or f"{name}\n" in said
        assert max(map(len, said.splitlines())) <= 80


def test_gallery_shows_and_copies_a_conflict_as_it_is(tmp_path: Path) -> None:
    text = gallery.read_text("geneva-2014/council")
    assert goodoffices("gallery", "show", "geneva-2014/council").stdout == text
    done = goodoffices("gallery", "copy", "geneva-2014/council", cwd=tmp_path)
    assert "goodoffices analyse council.toml" in done.stderr
    assert (tmp_path / "council.toml").read_text(encoding="utf-8") == text
    assert goodoffices("gallery", "copy", "geneva-2014/council", cwd=tmp_path).returncode == 2
    assert tomllib.loads(text)["format"] == 1


def test_an_unknown_bundled_conflict_is_told_the_nearest() -> None:
    done = goodoffices("gallery", "show", "geneva-2014/counsil")
    assert done.returncode == 2
    assert "did you mean 'geneva-2014/council'?" in done.stderr


def test_the_report_is_written_beside_the_result_and_its_place_told(tmp_path: Path) -> None:
    report = tmp_path / "council.html"
    done = goodoffices("analyse", council(tmp_path), "--report", report)
    assert done.returncode == 0, done.stderr
    assert done.stderr == f"Report: {report}\n"
    assert done.stdout == goodoffices("analyse", tmp_path / "council.toml").stdout
    assert "The Council draft" in report.read_text(encoding="utf-8")
