"""Well-formed TOML that is a wrong conflict file: any part of any kind in any place gives a message.

Characters changed at random mostly break the syntax. Here the syntax holds, and parts of real files are
dropped, doubled, moved into one another's places, renamed, or given values of every kind.
"""

import copy
import io
import tomllib
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices import gallery
from goodoffices.cli.run import run
from goodoffices.conflict.file import parse_conflict
from goodoffices.conflict.starter import STARTER
from goodoffices.errors import GoodOfficesError, InputError, LimitError
from tests.budget import examples

GRAPH_FORM = """
format = 1
title = "A plant and its neighbours"
status_quo = "running"
[states]
running = "as before"
cleaner = { text = "cleaner", taken = ["filters"] }
closed = "closed"
[decision_makers.plant]
options.filters = "put in filters"
moves.running = ["cleaner", "closed"]
moves.cleaner = ["closed"]
ranking = ["running", "cleaner", "closed"]
[decision_makers.neighbours]
moves.running = ["closed"]
weights = { filters = 2, closed = -1.5 }
"""
FORBIDDEN = """
format = 1
title = "Votes"
[decision_makers.russia]
options.veto = { text = "veto", moves = "only taken" }
options.vote = "vote"
preferences = ["veto iff vote", { wants = "not veto", because = ["a"], note = "Inference" }]
[decision_makers.sponsors]
options.table = "table it"
ranking = [["table"], { states = [[], ["veto"]], note = "tie" }, ["vote"], ["vote", "veto"],
  ["vote", "table"], ["vote", "veto", "table"]]
[[feasibility]]
never = "veto and table and not vote"
[[forbidden_moves]]
by = "russia"
from = "veto"
to = "not veto"
[evidence.a]
citation = "somewhere"
said = 2014-02-11
[rival_readings.other]
weights.russia = { veto = 1 }
"""
FILES = [
    STARTER,
    GRAPH_FORM,
    FORBIDDEN,
    gallery.read_text("geneva-2014/council"),
    gallery.read_text("published/elmira"),
    gallery.read_text("published/lake-gisborne"),
]
TREES: list[dict[str, Any]] = [tomllib.loads(text) for text in FILES]

NAMES = st.sampled_from(
    [
        *("options", "preferences", "ranking", "weights", "moves", "states", "wants", "because"),
        *("text", "note", "title", "format", "status_quo", "feasibility", "never", "only_if"),
        *("option", "exactly_one", "derived", "is", "evidence", "said", "forbidden_moves", "by"),
        *("from", "to", "rival_readings", "reading", "role", "kind", "weight", "taken", "é", ""),
    ]
)
WORDS = st.sampled_from(
    [
        *("", "a", "not", "veto and", "at least 2 of (veto, vote)", "x if y if z", "((((", "é\n"),
        *("YN-", "only taken", "mediator", "procedure", "2014-02", "running", "not (", "veto"),
    ]
)
PLAIN = st.one_of(
    WORDS,
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
)
VALUES = st.recursive(
    PLAIN,
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(NAMES, parts, max_size=3),
    max_leaves=5,
)
Path = tuple[str | int, ...]


def places(tree: Any, path: Path = ()) -> list[Path]:
    """Return the path of every part of a tree."""
    found: list[Path] = [path] if path else []
    parts = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, part in parts:
        if isinstance(part, dict | list):
            found += places(part, (*path, key))
        else:
            found.append((*path, key))
    return found


def at(tree: Any, path: Path) -> Any:
    for key in path:
        tree = tree[key]
    return tree


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """Return a real file with some of its parts spoilt, as TOML."""
    tree = copy.deepcopy(draw(st.sampled_from(TREES)))
    for _ in range(draw(st.integers(1, 3))):
        every = places(tree)
        if not every:
            break
        *above, key = draw(st.sampled_from(every))
        holder = at(tree, tuple(above))
        how = draw(st.sampled_from(["drop", "value", "other", "double", "rename"]))
        if how == "drop":
            del holder[key]
        elif how == "value":
            holder[key] = draw(VALUES)
        elif how == "other":
            holder[key] = copy.deepcopy(at(tree, draw(st.sampled_from(every))))
        elif how == "double" and isinstance(holder, list):
            holder.insert(draw(st.integers(0, len(holder))), copy.deepcopy(holder[int(key)]))
        elif isinstance(holder, dict):
            holder[draw(NAMES)] = holder.pop(key) if how == "rename" else copy.deepcopy(holder[key])
    return tomlkit.dumps(tree)


@settings(max_examples=examples(250), suppress_health_check=[HealthCheck.too_slow])
@given(spoilt())
def test_spoilt_files_give_a_conflict_that_analyses_or_a_message(text: str) -> None:
    """What is read can be analysed; what cannot be read is told in words, with the place."""
    try:
        conflict = parse_conflict(text, "spoilt.toml")
    except (InputError, LimitError) as error:
        if not str(error).strip():
            raise AssertionError("the message says nothing") from error
        return
    for reading in (conflict, *(conflict.with_reading(it.name) for it in conflict.rival_readings)):
        analysis = reading.analyse()
        assert analysis.states.count >= 1
        assert set(analysis.equilibria("Nash")) <= set(analysis.equilibria("GMR"))


COMMANDS = [
    ("analyse", "{}"),
    ("analyse", "{}", "--format", "json"),
    ("explain", "{}"),
    ("check", "{}"),
    ("export", "{}", "--to", "latex"),
    ("export", "{}", "--to", "graphml"),
    ("export", "{}", "--to", "dot"),
    ("export", "{}", "--to", "svg"),
]


@settings(
    max_examples=examples(60),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(text=spoilt(), command=st.sampled_from(COMMANDS))
def test_no_spoilt_file_ends_a_command_in_a_fault_of_the_program(
    tmp_path: Any, text: str, command: tuple[str, ...]
) -> None:
    """Exit codes 0 to 3 and no other, and something is said."""
    path = tmp_path / "spoilt.toml"
    path.write_text(text, encoding="utf-8")
    said, told = io.StringIO(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(told):
        code = run([part.format(path) for part in command])
    assert code in (0, 1, 2, 3), told.getvalue()
    assert said.getvalue() + told.getvalue()
    assert "Traceback" not in told.getvalue()


def test_unspoilt_files_are_read() -> None:
    """The trees are those of files that read, so that what spoils them is what is done to them."""
    for tree in TREES:
        assert parse_conflict(tomlkit.dumps(tree)).states.count > 1


def test_a_fault_of_the_program_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check of the command line can fail: another error than ours ends with 70."""

    def fails(*_: Any, **__: Any) -> Any:
        raise KeyError("x")

    monkeypatch.setattr("goodoffices.loading.load", fails)
    with redirect_stderr(io.StringIO()):
        assert run(["analyse", "textbook/chicken"]) == 70
    assert not issubclass(KeyError, GoodOfficesError)
