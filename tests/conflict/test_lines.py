"""Finding where things stand in a TOML text."""

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from goodoffices.conflict.lines import places
from goodoffices.conflict.starter import STARTER

TEXT = '''\
# [not.a.header]
title = "a # no comment" # a comment = 3
"quoted key".'other.key' = [1, 2]
story = """
[no.header]
x = "no key" \\""" """""
path = 'C:\\'
[dm.a]
options.x = { text = "t", because = ["e", "f"] }
preferences = [ # first
  { wants = "a", note = "]" },   # [remark]

  "b", 'c',
]
[[rules]]
never = "a"
[[rules]]
at = 1979-05-27 07:32:00
[rules.sub]
deep = true
[dm."b c"]
y = 1.5
'''


def test_lines_of_every_kind_of_entry() -> None:
    """Dotted keys, lists over lines, tables in lists, arrays of tables and long strings are found."""
    found = places(TEXT)
    expected = {
        ("title",): 2,
        ("quoted key", "other.key", 1): 3,
        ("story",): 4,
        ("path",): 7,
        ("dm", "a"): 8,
        ("dm", "a", "options", "x", "because", 1): 9,
        ("dm", "a", "preferences"): 10,
        ("dm", "a", "preferences", 0): 11,
        ("dm", "a", "preferences", 1): 13,
        ("dm", "a", "preferences", 2): 13,
        ("dm", "a", "preferences", 3): 10,  # not there: the list that would hold it
        ("rules", 0, "never"): 16,
        ("rules", 1): 17,
        ("rules", 1, "at"): 18,
        ("rules", 1, "sub", "deep"): 20,
        ("dm", "b c", "y"): 22,
    }
    assert {path: found.line(path) for path in expected} == expected
    assert found.line(("nowhere",)) is None


def at_path(data: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        data = data[part]
    return data


def check_every_value(text: str) -> None:
    """The text at each place says what the standard reader found at that path, and all are found."""
    data = tomllib.loads(text)
    found = places(text)
    for path, place in found.items():
        value = at_path(data, path)
        if place.has_value:
            assert tomllib.loads(f"x = {text[place.value : place.end]}")["x"] == value
        assert found.line(path) == text.count("\n", 0, place.start) + 1
    assert set(found) == set(paths(data))


def paths(data: Any, base: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    found = []
    for key, value in inner:
        found += [(*base, key), *paths(value, (*base, key))]
    return found


def test_every_value_of_real_files_is_found() -> None:
    """Held against the standard reader."""
    check_every_value(TEXT)
    check_every_value(STARTER)
    check_every_value(STARTER.replace("\n", "\r\n"))


KEYS = st.sampled_from(["a", "b-1", '"q \\" k"', "'s # k'", '"\\u00e9"', "a . b", 'c."d.e"'])
GAPS = st.sampled_from(["", " ", "\n", " # , ]\n", "\n\t", "\r\n"])
SCALARS = st.sampled_from(
    [
        *("1", "-2.5e3", "true", "inf", "1979-05-27", "1979-05-27 07:32:00Z", "07:32:00", '"a]b"'),
        *(
            "'c}'",
            '""',
            "''",
            '"""\n#"" \\""""',
            "'''x\n''''",
            '"\\\\"',
            '"""a"""""',
            "'''\n[a]\n'''",
        ),
    ]
)


def arrays(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = st.lists(st.tuples(GAPS, values, GAPS).map("".join), max_size=3)
    return st.builds(lambda some, gap: "[" + ",".join(some) + gap + "]", parts, GAPS)


def tables(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    keys = st.sampled_from(["k", "m.n", '"o p"'])
    pairs = st.dictionaries(keys, values, max_size=3)
    return pairs.map(
        lambda some: "{ " + ", ".join(f"{key} = {value}" for key, value in some.items()) + " }"
    )


VALUES = st.recursive(SCALARS, lambda inner: arrays(inner) | tables(inner), max_leaves=6)
BODIES = st.lists(st.tuples(KEYS, VALUES, st.sampled_from(["", " # = [", "\n# x = 1"])), max_size=3)
HEADERS = st.sampled_from(
    ["[t]", "[ t . u ]", "[[v]]", "[v.w]", "[[v.x]]", '["t"."y z"] # [r]', "[[z]]"]
)


@given(BODIES, st.lists(st.tuples(HEADERS, BODIES), max_size=4))
def test_every_value_of_any_text_is_found(
    top: list[tuple[str, str, str]], sections: list[tuple[str, list[tuple[str, str, str]]]]
) -> None:
    """Random keys, values, headers and remarks, held against the standard reader."""
    lines = [f"{key} = {value}{remark}" for key, value, remark in top]
    for header, body in sections:
        lines += [header, *(f"{key} = {value}{remark}" for key, value, remark in body)]
    text = "\n".join(lines)
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return  # the same key twice, or a header that does not fit
    check_every_value(text)
