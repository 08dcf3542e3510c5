"""``export``: each form by name or by the file's ending, whole or not at all, with errors that help."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from goodoffices.cli.export import FORMS
from tests.cli.cli_models import council, goodoffices, large


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_written_by_the_ending_of_the_file(tmp_path: Path, form: str) -> None:
    path = council(tmp_path)
    for ending in FORMS[form]:
        done = goodoffices("export", path, "-o", f"out{ending}", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        assert done.stderr.endswith(f"Wrote out{ending}\n")
        named = goodoffices("export", path, "--to", form, "-o", "named", "-q", cwd=tmp_path)
        assert (named.returncode, named.stderr) == (0, "")
        assert (tmp_path / "named").read_bytes() == (tmp_path / f"out{ending}").read_bytes()


@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("png", "pdf")])
def test_forms_of_text_go_to_standard_output(tmp_path: Path, form: str) -> None:
    path = council(tmp_path)
    said = goodoffices("export", path, "--to", form)
    assert said.returncode == 0
    goodoffices("export", path, "--to", form, "-o", "out", cwd=tmp_path)
    assert said.stdout == (tmp_path / "out").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "png"], "a png is not text for a terminal; name a file: -o graph.png"),
        (["--to", "latx"], "no form 'latx'; did you mean 'latex'?"),
        (["-o", "council.xyz"], "'council.xyz' does not end in a way that says which form"),
        ([], "nothing says which form to write; --to takes graphml, dot, latex"),
    ],
)
def test_a_form_that_cannot_be_is_told(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = goodoffices("export", council(tmp_path), *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["council.toml"]


def test_the_graph_has_the_reading_and_the_sanctions_asked_for(tmp_path: Path) -> None:
    arguments = ["--reading", "lenient", "--sanctions", "one-move", "--to", "graphml"]
    said = goodoffices("export", council(tmp_path), *arguments).stdout
    graph: Any = nx.read_graphml(io.BytesIO(said.encode()), node_type=int, force_multigraph=True)
    assert graph.graph["reading"] == "lenient"
    assert graph.graph["sanctions"] == "one-move"
    few = goodoffices("export", council(tmp_path), *arguments, "--improvements-only").stdout
    improving = sum(data["improvement"] for _, _, data in graph.edges(data=True))
    assert few.count("<edge ") == improving < said.count("<edge ")


def test_concepts_asked_for_are_the_columns_of_tables(tmp_path: Path) -> None:
    path = council(tmp_path)
    said = goodoffices("export", path, "--to", "csv", "--concept", "SIM,Nash").stdout
    columns = said.splitlines()[0].split(",")
    assert [column for column in columns if column.endswith(":all")] == ["Nash:all", "SIM:all"]
    assert (
        "under N Nash, I SIM"
        in goodoffices(
            "export", path, "--to", "latex", "--concept", "SIM", "--concept", "Nash"
        ).stdout
    )


def test_json_is_what_analyse_prints(tmp_path: Path) -> None:
    path = council(tmp_path)
    said = goodoffices("export", path, "--to", "json").stdout
    assert json.loads(said) == json.loads(goodoffices("analyse", path, "--format", "json").stdout)


@pytest.mark.parametrize(
    ("module", "form", "extra"), [("networkx", "graphml", "graph"), ("matplotlib", "pdf", "plot")]
)
def test_a_missing_library_is_told_with_what_to_install(
    tmp_path: Path, module: str, form: str, extra: str
) -> None:
    """And no file is left behind."""
    path = council(tmp_path)
    code = (
        f"import sys; sys.modules['{module}'] = None; from goodoffices.cli.run import run; "
        "sys.exit(run(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "export", str(path), "-o", f"out.{form}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ,
    )
    assert done.returncode == 3
    assert f"pip install 'goodoffices[{extra}]'" in done.stderr
    assert "Traceback" not in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["council.toml"]


def test_an_unwritable_file_is_told(tmp_path: Path) -> None:
    done = goodoffices("export", council(tmp_path), "-o", "no/such/graph.pdf", cwd=tmp_path)
    assert done.returncode == 1
    assert "no/such/graph.pdf: the file cannot be written" in done.stderr


def test_large_drawings_say_what_they_leave_out(tmp_path: Path) -> None:
    path = large(tmp_path, 5, 2)
    done = goodoffices("export", path, "--to", "dot")
    assert "of the 1,024 feasible states" in done.stdout.splitlines()[1]
