"""Counting by lines gives what reading in full gives, however the file is laid out."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.case.counts import status_counts

ONE_LINE = (
    'times = [{ id = "t1", type = "DATE", value = "x", status = "rejected", by = "a", '
    'passage = { start = 0, end = 3, exact = "The" } }]\n'
)
LAYOUTS: dict[str, Callable[[str], str]] = {
    "as written": lambda text: text,
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "remarks": lambda text: text.replace('"confirmed"', '"confirmed"  # sure').replace(
        "[[positions]]", "[[positions]] # held"
    ),
    "spaces": lambda text: text.replace('status = "', 'status   =   "'),
    "indented": lambda text: re.sub("(?m)^(?=.)", "  ", text),
    "quoted keys": lambda text: text.replace("status =", '"status" ='),
    "single quotes": lambda text: text.replace('"confirmed"', "'confirmed'"),
    "dotted headers": lambda text: text.replace("[[positions]]", "[[ positions ]]"),
    "a long note": lambda text: text.replace(
        'note = "3 March"', 'note = """\n[[positions]]\nstatus = "rejected"\n"""'
    ),
    "in one line": lambda text: text.replace("format = 1\n", f"format = 1\n{ONE_LINE}"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_counts_are_those_of_the_items(root: Path, layout: str) -> None:
    path = root / "record/herald.toml"
    path.write_bytes(LAYOUTS[layout](path.read_text(encoding="utf-8")).encode())
    counted(root)


@given(st.lists(st.sampled_from(["confirmed", "edited", "rejected", None]), max_size=8))
def test_any_decisions_are_counted(decided: list[str | None]) -> None:
    from goodoffices.case.counts import _by_lines

    lines = "".join(
        f'[[figures]]\nid = "f{k}"\n' + (f'status = "{it}"\nby = "a"\n' if it else "")
        for k, it in enumerate(decided)
    )
    found = _by_lines(lines.encode())
    assert found.total() == len(decided)
    assert all(found[it or "proposed"] == decided.count(it) for it in decided)


def counted(root: Path) -> None:
    case = go.load_case(root)
    by_lines = status_counts(case, "herald")
    by_reading = [item.status for _, item in go.load_case(root).items("herald")]
    assert len(by_reading) >= 6
    assert {it: by_reading.count(it) for it in by_reading} == dict(by_lines)
