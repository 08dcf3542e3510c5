"""`.gmcr` files with parts dropped, doubled, moved or replaced give a conflict or a message."""

import copy
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.cli.run import run
from goodoffices.conflict.gmcr import dump_gmcr, parse_gmcr
from goodoffices.errors import InputError, LimitError
from tests.budget import examples
from tests.conflict.test_fuzz_trees import at, places

RANKED = json.loads(dump_gmcr(go.load("published/lake-gisborne")).text)
STATED = json.loads(dump_gmcr(go.load("geneva-2014/council")).text)
OLD = {
    **{
        key: part
        for key, part in RANKED.items()
        if key not in ("useManualPreferenceRanking", "goodOffices")
    },
    "useManualPreferenceVectors": True,
    "decisionMakers": [
        {
            "preferenceVector" if key == "preferenceRanking" else key: part
            for key, part in dm.items()
        }
        for dm in RANKED["decisionMakers"]
    ],
}
TREES: list[dict[str, Any]] = [RANKED, STATED, OLD]

KEYS = st.sampled_from(
    [
        *(
            "options",
            "decisionMakers",
            "infeasibles",
            "preferences",
            "preferenceRanking",
            "members",
        ),
        *(
            "compound",
            "coalitions",
            "misperceptions",
            "name",
            "permittedDirection",
            "goodOffices",
            "é",
        ),
    ]
)
PLAIN = st.one_of(
    st.sampled_from(["", "Y", "N", "both", "fwd", "0", "\ud800", "é\n", "not"]),
    st.integers(-3, 9) | st.integers(-(2**70), 2**70),
    st.floats(),
    st.booleans() | st.none(),
)
VALUES = st.recursive(
    PLAIN,
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(KEYS, parts, max_size=3),
    max_leaves=5,
)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """Return a real file with some of its parts spoilt."""
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
            holder[draw(KEYS)] = holder.pop(key)
    text = json.dumps(tree)
    if draw(st.integers(0, 9)):
        return text
    cut = draw(st.integers(0, len(text)))
    return text[:cut] + draw(st.sampled_from(["", "{", "]", '"', "\x00", "é"])) + text[cut + 1 :]


@settings(max_examples=examples(500), suppress_health_check=[HealthCheck.too_slow])
@given(spoilt())
def test_spoilt_files_give_a_conflict_that_analyses_or_a_message(text: str) -> None:
    try:
        conflict = parse_gmcr(text, "spoilt.gmcr")
    except (InputError, LimitError) as error:
        if not (str(error).startswith("spoilt.gmcr") or isinstance(error, LimitError)):
            raise AssertionError("the message does not say which file") from error
        return
    analysis = conflict.analyse()
    assert analysis.states.count >= 1
    assert set(analysis.equilibria("Nash")) <= set(analysis.equilibria("GMR"))


@settings(
    max_examples=examples(15),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    text=spoilt(), command=st.sampled_from([("analyse",), ("convert", "--to", "toml"), ("check",)])
)
def test_no_spoilt_file_ends_a_command_in_a_fault_of_the_program(
    tmp_path: Any, text: str, command: tuple[str, ...]
) -> None:
    path = tmp_path / "spoilt.gmcr"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    said, told = io.StringIO(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(told):
        code = run([command[0], str(path), *command[1:]])
    assert code in (0, 1, 2, 3), told.getvalue()
    assert said.getvalue() + told.getvalue()
    assert "Traceback" not in told.getvalue()


@pytest.mark.parametrize("tree", TREES)
def test_unspoilt_files_are_read(tree: dict[str, Any]) -> None:
    assert parse_gmcr(json.dumps(tree)).states.count > 1
