"""Whatever stands in a file, reading it gives a conflict or a message."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodoffices.conflict.file import parse_conflict, read_conflict
from goodoffices.conflict.starter import STARTER
from goodoffices.errors import InputError, LimitError
from tests.budget import examples

PIECES = [
    *(
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "=",
        ",",
        ".",
        "#",
        "\n",
        "\\",
        '"""',
        "-",
        "\r",
        "\0",
        "\ufeff",
    ),
    *("true", "3", "1e999", "2014-02-30", "not ", "(", "if", "[[", "]]", "[[]]", "{}", "[]", "0x"),
    *("preferences", "ranking", "options", "decision_makers", "states", "because", "title", "é"),
    *("[derived]\n", "[[derived]]\n", "[options]\n", "a = 1\n", '"" = ""\n', "options = 3\n"),
]
LINES = STARTER.split("\n")


def reads_or_tells(text: str) -> None:
    try:
        parse_conflict(text)
    except (InputError, LimitError) as error:
        tells = bool(str(error).strip())
        if not tells:
            raise AssertionError("the message says nothing") from error


@settings(max_examples=examples(200))
@given(st.binary(max_size=200))
def test_random_bytes_give_a_message(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """No bytes make the reader fail in another way."""
    path: Path = tmp_path_factory.getbasetemp() / "fuzz.toml"
    path.write_bytes(data)
    with pytest.raises(InputError):
        read_conflict(path)


@settings(max_examples=examples(400))
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(STARTER)),
            st.integers(0, 12),
            st.sampled_from(PIECES) | st.text(max_size=3),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_random_changes_to_a_file_give_a_conflict_or_a_message(
    changes: list[tuple[int, int, str]],
) -> None:
    """Characters dropped and put in anywhere never end in a traceback."""
    text = STARTER
    for at, dropped, put in changes:
        text = text[:at] + put + text[at + dropped :]
    reads_or_tells(text)


VALUES = st.sampled_from(
    [
        "3",
        "true",
        '""',
        "[]",
        "{}",
        "[[]]",
        "[[[]]]",
        "[3]",
        "{ a = 1 }",
        "2014-01-01",
        '["a"]',
        '"a"',
    ]
)


@settings(max_examples=examples(300), suppress_health_check=[HealthCheck.filter_too_much])
@given(st.lists(st.tuples(st.sampled_from(range(len(LINES))), VALUES), min_size=1, max_size=4))
def test_any_value_in_the_place_of_any_other_gives_a_message(
    changes: list[tuple[int, str]],
) -> None:
    """Each key can be given a value of each type."""
    lines = list(LINES)
    for k, value in changes:
        key, equals, _ = lines[k].partition(" = ")
        if equals and not lines[k].startswith("#"):
            lines[k] = f"{key} = {value}"
    reads_or_tells("\n".join(lines))


@settings(max_examples=examples(200))
@given(st.lists(st.sampled_from(range(len(LINES))), min_size=1, max_size=20))
def test_lines_lost_or_doubled_give_a_conflict_or_a_message(chosen: list[int]) -> None:
    """Files cut or pasted wrongly are told about."""
    reads_or_tells("\n".join(line for k, line in enumerate(LINES) if k not in chosen))
    reads_or_tells("\n".join(LINES + [LINES[k] for k in chosen]))
