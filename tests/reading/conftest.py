"""Reports, labels and the command line run in this process, for the tests of reading."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from goodoffices.cli.run import run

REPORT = (
    "Ferry talks end\n"
    "Envoy Ana Petrova said on Tuesday the “thin” text was no basis. “We will not sign <this>,” she said.\n"
    "Error\nSorry, your comment was not saved due to a technical problem."
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


class Done(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def goodoffices(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process, as its entry point does."""

    def call(*args: str | Path) -> Done:
        code = run([str(arg) for arg in args])
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return call


OTHER = (
    "Rhein Courier, Feb. 11, 2014\n"
    "The ferry line stays shut, after a morning on which little was agreed in the harbour office.\n"
    "Ana Petrova, the envoy, left early. “We will not sign this,” Petrova told a crowd on the pier.\n"
    "Governor Hal Moss said the line was safe."
)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another report of the same day."""
    path = tmp_path / "courier.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with one labelled report."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "ferry.txt").write_text(REPORT, encoding="utf-8")
    start = REPORT.index("“We")
    fragment = {"start": start, "end": start + len("“We will not sign <this>,”")}
    labels = {"quotes": [{"speaker": "Ana Petrova", "fragments": [fragment]}], "positions": []}
    (folder / "ferry.json").write_text(json.dumps(labels), encoding="utf-8")
    return folder
