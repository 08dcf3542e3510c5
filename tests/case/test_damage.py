"""Whatever happens to a file, a case is opened, looked at and checked without a fault of the program."""

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.case import Decision, decide, trace_model, trace_up
from goodoffices.errors import GoodOfficesError
from goodoffices.readout.case_sheet import case_data
from tests.case.cases import small

FILES = [
    "case.toml",
    "sources/herald.txt",
    "sources/herald.toml",
    "record/herald.toml",
    "record/actors.toml",
    "conflicts/dam.toml",
]


@st.composite
def damages(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a file and what stands in it instead: cut off, bytes changed, lines doubled, or anything."""
    root = small(Path(tempfile.mkdtemp()))
    path = draw(st.sampled_from(FILES))
    data = (root / path).read_bytes()
    shutil.rmtree(root.parent)
    how = draw(st.sampled_from(["cut", "change", "double", "line away", "anything"]))
    at = draw(st.integers(0, len(data)))
    lines = data.splitlines(keepends=True)
    number = draw(st.integers(0, len(lines) - 1))
    if how == "cut":
        return path, data[:at]
    if how == "change":
        return path, data[:at] + draw(st.binary(max_size=4)) + data[at + 2 :]
    if how == "double":
        return path, b"".join([*lines[: number + 1], *lines[number:]])
    if how == "line away":
        return path, b"".join(lines[:number] + lines[number + 1 :])
    return path, draw(st.binary(max_size=200))


@given(damages())
@settings(max_examples=150)
def test_a_damaged_file_leads_to_messages_and_is_left_as_it_is(damage: tuple[str, bytes]) -> None:
    path, data = damage
    with tempfile.TemporaryDirectory() as folder:
        root = small(Path(folder))
        (root / path).write_bytes(data)
        case = go.load_case(root)
        assert all(str(finding) for finding in case.check())
        for seen in (case, case.for_audience("public"), case.as_of("2025-03-05")):
            case_data(seen)
            for name in seen.conflict_names:
                allowed(partial(trace_model, seen, name))
            for source in seen.source_ids:
                allowed(partial(trace_up, seen, source))
        if not path.startswith("record/herald"):
            allowed(lambda: decide(case, ("herald/p2",), Decision("rejected", "ben", "2025-03-12")))
        assert (root / path).read_bytes() == data


def allowed(work: Callable[[], object]) -> None:
    """Do something that may be refused in words, and in no other way."""
    with contextlib.suppress(GoodOfficesError):
        work()
