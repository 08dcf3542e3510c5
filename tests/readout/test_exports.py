"""Exports hold what the analysis holds: graphs read back, tables compared cell by cell, drawings drawn."""

import io
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Literal
from xml.etree import ElementTree

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import goodoffices as go
from goodoffices import readout
from goodoffices.conflict import Conflict
from goodoffices.errors import LimitError
from goodoffices.readout.latex import escaped
from goodoffices.readout.moves import listed_moves
from goodoffices.stability import Analysis
from goodoffices.stability.concepts import CONCEPTS
from goodoffices.testing.forms import conflicts_in_any_form

NASTY = 'A "B" & <C> \\N 50% _x_ {y} [z] ~^$# | \x1b[31m \x00 é \ufffe end'


def council() -> Analysis:
    return go.load("geneva-2014/council").analyse()


def titled(name: str, title: str) -> Analysis:
    return replace(go.load(name), title=title).analyse()


def held_against(graph: "nx.MultiDiGraph", analysis: Analysis) -> None:
    """Every node and edge says what the analysis says, and nothing is missing."""
    made_of_options = not analysis.conflict.listed_states
    conflict = analysis.conflict
    assert set(graph.nodes) == set(analysis.states)
    for number, data in graph.nodes(data=True):
        taken = set(analysis.states.taken(number))
        assert data["state"] == analysis.states.id(number)
        assert ("code" in data) is ("yn" in data) is made_of_options
        assert {id_ for id_ in analysis.states.option_ids if data[f"option:{id_}"]} == taken
        for dm in conflict.decision_makers:
            assert data[f"rank:{dm.id}"] == analysis.rank(dm.id, number)
            for concept in analysis.concepts:
                held = data[f"{concept}:{dm.id}"]
                assert held is analysis.is_stable(concept, dm.id, number)
        for concept in analysis.concepts:
            assert data[f"{concept}:all"] is analysis.is_equilibrium(concept, number)
    found = {(s, t, data["mover"]): data for s, t, data in graph.edges(data=True)}
    assert len(found) == graph.number_of_edges()
    expected = {
        (s, t, dm.id)
        for dm in conflict.decision_makers
        for s in analysis.states
        for t in analysis.moves(dm.id, s)
    }
    assert set(found) == expected
    for (s, t, mover), data in found.items():
        assert data["improvement"] is (t in analysis.improvements(mover, s))
        assert data["improvement"] is (data["change"] == 1)


def read_back(text: str) -> "nx.MultiDiGraph":
    return nx.read_graphml(io.BytesIO(text.encode()), node_type=int, force_multigraph=True)


@settings(max_examples=40)
@given(conflicts_in_any_form())
def test_the_networkx_graph_says_what_the_analysis_says(conflict: Conflict) -> None:
    analysis = conflict.analyse()
    held_against(readout.to_networkx(analysis), analysis)


@settings(max_examples=40)
@given(conflicts_in_any_form())
def test_graphml_read_back_says_what_the_analysis_says(conflict: Conflict) -> None:
    """Whatever letters the names hold."""
    analysis = conflict.analyse()
    text = readout.to_graphml(analysis)
    held_against(read_back(text), analysis)
    ids = re.findall(r'<edge [^>]*id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert not re.search(r">(True|False)</data>", text), "XML Schema's words are true and false"


def test_the_status_quo_and_the_sanctions_are_in_the_graph() -> None:
    conflict = go.load("geneva-2014/council")
    graph = readout.to_networkx(conflict.analyse(sanctions="one-move"))
    (here,) = [n for n, data in graph.nodes(data=True) if data["status_quo"]]
    assert frozenset(conflict.states.taken(here)) == conflict.status_quo
    assert graph.graph["sanctions"] == "one-move"
    assert graph.graph["title"] == conflict.title


def test_improvements_alone_can_be_had() -> None:
    analysis = council()
    every = list(listed_moves(analysis))
    few = list(listed_moves(analysis, improvements_only=True))
    assert few == [move for move in every if move.change > 0]
    assert readout.to_networkx(analysis, improvements_only=True).number_of_edges() == len(few)


def test_very_many_moves_are_refused_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    from goodoffices.readout import moves

    monkeypatch.setattr(moves, "MOST_MOVES", 47)
    with pytest.raises(LimitError, match=r"more than 47 moves; --all writes them all"):
        list(listed_moves(council()))
    assert len(list(listed_moves(council(), every_move=True))) == 48
    assert list(listed_moves(council(), improvements_only=True))


@pytest.mark.parametrize(
    ("module", "write", "said"),
    [
        ("networkx", lambda a: readout.to_networkx(a), r"goodoffices\[graph\]"),
        ("networkx", lambda a: readout.to_graphml(a), r"goodoffices\[graph\]"),
        ("matplotlib", lambda a: readout.picture(a, "pdf"), r"goodoffices\[plot\]"),
    ],
)
def test_a_library_that_is_missing_is_told_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, module: str, write: Callable[[Analysis], Any], said: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(LimitError, match=said):
        write(council())


# DOT


TOKEN = re.compile(
    r'\s*(?://[^\n]*\n\s*)*("(?:[^"\\]|\\.)*"|->|[{}\[\];,=]|[A-Za-z_]\w*|-?\d+(?:\.\d+)?)',
    re.DOTALL,
)


def tokens(text: str) -> list[str]:
    found, at = [], 0
    while text[at:].strip():
        match = TOKEN.match(text, at)
        assert match, f"not a DOT token: {text[at : at + 40]!r}"
        found.append(match[1])
        at = match.end()
    return found


def attributes(given: Iterator[str]) -> dict[str, str]:
    """Read ``key=value, key=value]`` after its opening bracket."""
    found: dict[str, str] = {}
    while True:
        key, equals, value, end = (next(given) for _ in range(4))
        assert equals == "="
        assert end in ",]"
        found[key] = value
        if end == "]":
            return found


def parsed(text: str) -> tuple[dict[str, dict[str, str]], list[tuple[str, str, dict[str, str]]]]:
    """Read DOT of the shape we write by its grammar: nodes, and edges; anything else fails."""
    given = iter(tokens(text))
    assert next(given) == "digraph"
    assert next(given).startswith('"')
    assert next(given) == "{"
    nodes: dict[str, dict[str, str]] = {}
    edges: list[tuple[str, str, dict[str, str]]] = []
    for token in given:
        if token == "}":
            assert list(given) == []
            return nodes, edges
        following = next(given)
        if following == "->":
            target = next(given)
            assert next(given) == "["
            edges.append((token, target, attributes(given)))
        else:
            assert following == "["
            found = attributes(given)
            if token not in ("graph", "node", "edge"):
                nodes[token] = found
        assert next(given) == ";"
    raise AssertionError("the graph is not closed")


def test_dot_has_every_state_and_every_move_with_its_mover() -> None:
    analysis = council()
    nodes, edges = parsed("".join(readout.to_dot(analysis)))
    assert set(nodes) == {f"s{number}" for number in analysis.states}
    assert {(s, t, data["mover"]) for s, t, data in edges} == {
        (f"s{move.source}", f"s{move.target}", f'"{move.mover}"') for move in listed_moves(analysis)
    }
    double = {name for name, data in nodes.items() if data["peripheries"] == "2"}
    assert double == {f"s{number}" for number in analysis.any_equilibria()}
    assert len({data["pos"] for data in nodes.values()}) == len(nodes)


@settings(max_examples=40)
@given(conflicts_in_any_form())
def test_dot_keeps_to_its_grammar_whatever_the_names_are(conflict: Conflict) -> None:
    text = "".join(readout.to_dot(conflict.analyse(), improvements_only=False))
    nodes, edges = parsed(text)
    assert len(nodes) == conflict.states.count
    assert all(source in nodes and target in nodes for source, target, _ in edges)


def test_the_check_of_dot_can_fail() -> None:
    for broken in ('digraph "a" { s1 [label=];}', 'digraph "a" { s1 -> ; }', 'digraph "a" { "b'):
        with pytest.raises((AssertionError, StopIteration, RuntimeError)):
            parsed(broken)


# LaTeX


def sane(text: str) -> None:
    """Braces close, environments nest, rows have as many cells as columns, nothing reserved is bare."""
    bare = re.sub(r"\\[\\{}&%$#_]", "", text)
    depth = 0
    for letter in bare:
        depth += (letter == "{") - (letter == "}")
        assert depth >= 0
    assert depth == 0
    assert bare.count("$") % 2 == 0
    assert not re.search(r"[#~^_]", re.sub(r"\$[^$]*\$", "", bare))
    open_: list[str] = []
    for kind, name in re.findall(r"\\(begin|end)\{(\w+)\}", text):
        if kind == "begin":
            open_.append(name)
        else:
            assert open_.pop() == name
    assert not open_


def rows_of(text: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the column letters and the body of each table."""
    pattern = r"\\begin\{(tabular|longtable)\}\{((?:[^{}]|\{[^{}]*\})*)\}(.*?)\\end\{\1\}"
    for _, columns, body in re.findall(pattern, text, re.DOTALL):
        lines = body.split("\\midrule\n")[1].split("\\bottomrule")
        rows = "".join(lines).splitlines()
        cells = [re.split(r"(?<!\\)&", row.removesuffix("\\\\")) for row in rows if "&" in row]
        yield re.sub(r"\{[^{}]*\}", "", columns), [[c.strip() for c in row] for row in cells]


@pytest.mark.parametrize("name", ["geneva-2014/council", "geneva-2014/table"])
def test_latex_tables_hold_the_analysis(name: str) -> None:
    analysis = go.load(name).analyse()
    text = "".join(readout.to_latex(analysis, every_state=True))
    sane(text)
    found = list(rows_of(text))
    for columns, rows in found:
        assert all(len(row) == len(columns) for row in rows)
    *options, rankings, stable = (rows for _, rows in found)
    letters = [
        "".join(row[2:][k] for row in block) for block in options for k in range(len(block[0]) - 2)
    ]
    assert letters == [analysis.states.yn(number) for number in analysis.states]
    for dm, row in zip(analysis.conflict.decision_makers, rankings, strict=True):
        tiers = [re.findall(r"s_\{(\d+)\}", tier) for tier in row[1].split(r"\succ")]
        ranks = [{analysis.rank(dm.id, int(number)) for number in tier} for tier in tiers]
        assert all(len(rank) == 1 for rank in ranks)
        flat = [rank.pop() for rank in ranks]
        assert flat == sorted(set(flat), reverse=True)
        assert sum(map(len, tiers)) == analysis.states.count
    dms = [dm.id for dm in analysis.conflict.decision_makers]
    for number, row in zip(analysis.states, stable, strict=True):
        expected = [analysis.is_stable(c, dm, number) for dm in dms for c in CONCEPTS]
        expected += [analysis.is_equilibrium(c, number) for c in CONCEPTS]
        assert [bool(cell) for cell in row[1:]] == expected


@settings(max_examples=40)
@given(conflicts_in_any_form())
def test_latex_is_sane_whatever_the_names_are(conflict: Conflict) -> None:
    sane("".join(readout.to_latex(conflict.analyse(), every_state=True)))


@given(st.text())
def test_escaped_text_has_nothing_that_latex_reserves(text: str) -> None:
    said = escaped(text)
    assert "\n" not in said
    sane(said)
    assert not re.search(r"(?<!\\)[&%]", said)


def test_the_check_of_latex_can_fail() -> None:
    for broken in ("50% of {", r"\begin{a}\end{b}", "a_b", "$x"):
        with pytest.raises(AssertionError):
            sane(broken)


def test_latex_of_listed_states_says_what_each_is() -> None:
    analysis = go.load("published/elmira").analyse()
    states, _, stable = (rows for _, rows in rows_of("".join(readout.to_latex(analysis))))
    listed = analysis.conflict.listed_states
    assert [row[1:3] for row in states] == [[state.id, state.text] for state in listed]
    assert len(stable) == len(states) == 9


def test_latex_of_a_large_conflict_says_what_it_leaves_out() -> None:
    text = "".join(readout.to_latex(go.load("geneva-2014/table").analyse()))
    assert "Of 80 states only" in text
    assert "--all" not in text


# Drawings


@pytest.mark.parametrize(
    "name", ["textbook/chicken", "geneva-2014/council", "geneva-2014/table", "published/elmira"]
)
def test_the_figure_has_a_box_for_each_state_and_a_line_for_each_move(name: str) -> None:
    from matplotlib.patches import FancyBboxPatch, PathPatch

    analysis = go.load(name).analyse()
    drawn = readout.figure(analysis, improvements_only=True)
    (axes,) = drawn.axes
    states = [p for p in axes.patches if isinstance(p, FancyBboxPatch) and p.get_zorder() == 5]
    assert len(states) == analysis.states.count
    lines = [p for p in axes.patches if isinstance(p, PathPatch) and p.get_zorder() == 3]
    in_key = sum(
        any(analysis.improvements(dm.id, s) for s in analysis.states)
        for dm in analysis.conflict.decision_makers
    )
    improvements = list(listed_moves(analysis, improvements_only=True))
    assert len(lines) == len(improvements) + in_key


@pytest.mark.parametrize("name", ["geneva-2014/council", "geneva-2014/table", "published/elmira"])
def test_nothing_written_in_the_figure_runs_off_the_page(name: str) -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    drawn = readout.figure(go.load(name).analyse())
    canvas = FigureCanvasAgg(drawn)
    canvas.draw()  # type: ignore[no-untyped-call]
    wide, high = canvas.get_width_height()
    for text in drawn.axes[0].texts:
        box = text.get_window_extent()
        assert box.x0 >= 0, text.get_text()
        assert box.x1 <= wide, text.get_text()
        assert box.y0 >= 0, text.get_text()
        assert box.y1 <= high, text.get_text()


def test_movers_differ_by_more_than_colour() -> None:
    """In grey each mover is told by its dashes, an improvement by its width."""
    from matplotlib.patches import PathPatch

    drawn = readout.figure(council())
    lines = [p for p in drawn.axes[0].patches if isinstance(p, PathPatch)]
    ways = {(str(p.get_edgecolor()), str(p.get_linestyle())) for p in lines if p.get_zorder() == 3}
    assert len(ways) == len({dash for _, dash in ways}) == 3
    thick = {p.get_linewidth() for p in lines if p.get_zorder() == 3}
    thin = {p.get_linewidth() for p in lines if p.get_zorder() == 2}
    assert min(thick) > 2 * max(thin)


def test_a_picture_is_the_same_bytes_each_time_and_not_blank() -> None:
    from matplotlib.image import imread

    analysis = council()
    starts: dict[Literal["png", "pdf", "svg"], bytes]
    starts = {"png": b"\x89PNG", "pdf": b"%PDF-", "svg": b"<?xml"}
    for form, start in starts.items():
        first = readout.picture(analysis, form)
        assert first.startswith(start)
        assert first == readout.picture(analysis, form)
    pixels = imread(io.BytesIO(readout.picture(analysis, "png")), format="png")
    dark = np.asarray(pixels)[..., :3].sum(axis=2) < 1.5
    assert 0.01 < dark.mean() < 0.2


def test_letters_a_font_lacks_do_not_stop_a_picture() -> None:
    analysis = titled("textbook/chicken", "首脳会談 \U0001f54a $x^2$ " + NASTY)
    assert readout.picture(analysis, "pdf").startswith(b"%PDF-")


def test_svg_for_print_has_every_colour_written_out_and_is_well_formed() -> None:
    drawn = readout.to_svg(titled("geneva-2014/council", NASTY))
    ElementTree.fromstring(drawn.encode())
    assert "var(" not in drawn
    assert "--" not in re.sub(r"<!--.*?-->", "", drawn.split("</style>")[0])
    for k in range(3):
        assert re.search(rf"\.move\.m{k}\{{[^}}]*stroke:#", drawn)
        assert re.search(rf"marker\.m{k} path\{{[^}}]*stroke:#", drawn)
