"""Places and arrows of a drawing: one step between neighbours, nothing on top of anything else."""

import dataclasses
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import goodoffices as go
from goodoffices.readout.graph import DASHES, PALETTE, PALETTE_DARK, svg
from goodoffices.readout.layout import Metrics, arrow, grid, split
from goodoffices.readout.view import MOST_SHOWN, View, view_of
from tests.readout.models import HOSTILE, council, hostile, small, table, wide

METRICS = Metrics(24, 24, 72, 66, 60, 60)


def places(view: View) -> list[tuple[int, int]]:
    return [view.place(number) for number in view.numbers]


@given(st.integers(1, 7))
def test_neighbouring_columns_of_a_full_grid_differ_in_one_option(bits: int) -> None:
    taken = np.array([[code >> k & 1 for k in range(bits)] for code in range(2**bits)], dtype=bool)
    found = grid(taken, [0] * bits, [2**bits], range(2**bits))
    for patterns in (found.columns, found.rows):
        assert (np.count_nonzero(patterns[1:] ^ patterns[:-1], axis=1) == 1).all()


@pytest.mark.parametrize("make", [council, table, small, wide])
def test_every_state_has_a_place_of_its_own_that_says_what_is_taken(make) -> None:  # type: ignore[no-untyped-def]
    analysis = go.analyse(make())
    view = view_of(analysis)
    assert len(set(places(view))) == len(view.numbers)
    ids, found = analysis.states.option_ids, view.places
    for number in view.numbers:
        column, row = view.place(number)
        told = {ids[k] for k, on in zip(found.across, found.columns[column], strict=True) if on}
        told |= {ids[k] for k, on in zip(found.down, found.rows[row], strict=True) if on}
        assert told == set(analysis.states.taken(number))


def test_a_decision_maker_goes_wholly_along_or_wholly_down() -> None:
    view = view_of(go.analyse(table()))
    for move in view.moves:
        (c1, r1), (c2, r2) = view.place(move.source), view.place(move.target)
        assert (c1 == c2) != (r1 == r2)


def test_one_mover_alone_still_gets_rows_and_columns() -> None:
    assert split((0, 0, 0), (8,)) == ((0, 1), (2,))


def test_many_decision_makers_are_shared_out_evenly() -> None:
    across, down = split(tuple(range(16)), (2,) * 16)
    assert len(across) == len(down) == 8


def test_changed_preferences_move_nothing() -> None:
    before = view_of(go.analyse(table()))
    after = view_of(go.analyse(table().with_reading("leading")))
    assert places(before) == places(after)


@pytest.mark.parametrize("make", [council, table, small])
def test_no_two_moves_share_a_line(make) -> None:  # type: ignore[no-untyped-def]
    view = view_of(go.analyse(make()))
    drawn = [
        arrow(METRICS, view.place(m.source), view.place(m.target), m.mover % 3) for m in view.moves
    ]
    assert len(set(drawn)) == len(drawn)
    ends = {(view.place(m.source), view.place(m.target)) for m in view.moves}
    for source, target in ends:
        there, back = arrow(METRICS, source, target), arrow(METRICS, target, source)
        points = [re.findall(r"-?[\d.]+,-?[\d.]+", path) for path in (there, back)]
        assert points[0] != points[1][::-1]


def test_moves_of_two_movers_between_the_same_states_lie_apart() -> None:
    for target in ((1, 1), (2, 0), (0, 3)):
        assert len({arrow(METRICS, (0, 0), target, lane) for lane in range(3)}) == 3


def test_a_view_of_all_states_has_every_move() -> None:
    analysis = go.analyse(table())
    view = view_of(analysis)
    moves = sum(
        len(analysis.moves(dm.id, s))
        for dm in analysis.conflict.decision_makers
        for s in analysis.states
    )
    assert view.complete
    assert len(view.moves) == moves
    assert view.caption == f"All 80 feasible states and all {moves} moves between them."


def test_above_the_limit_the_view_keeps_what_matters_and_says_what_it_leaves_out() -> None:
    analysis = go.analyse(wide())
    assert analysis.states.count > MOST_SHOWN
    view = view_of(analysis)
    assert len(view.numbers) < 100
    for concept in ("Nash", "SSEQ", "SMR"):
        assert set(analysis.equilibria(concept)) <= set(view.numbers)
    assert view.status_quo in view.numbers
    left = analysis.states.count - len(view.numbers)
    assert f"{len(view.numbers)} of the {analysis.states.count} feasible states" in view.caption
    assert f"{left} states are left out" in view.caption
    assert f"{len(analysis.any_equilibria())} states are equilibria" in view.caption


def test_the_drawing_counts_every_move_improvement_equilibrium_and_joint_move() -> None:
    analysis = go.analyse(council())
    drawn = svg(analysis)
    improvements = sum(
        len(analysis.improvements(dm.id, s))
        for dm in analysis.conflict.decision_makers
        for s in analysis.states
    )
    assert len(re.findall(r'class="move m\d up" data', drawn)) == improvements
    assert len(re.findall(r'class="move m\d other" data', drawn)) == 48 - improvements
    assert drawn.count('class="ring"') == len(analysis.any_equilibria())
    assert len(re.findall(r'class="[a-z ]*sq"', drawn)) == 1
    assert len(re.findall(r'class="joint rail" d', drawn)) == 2  # one joint move, one in the key


def test_the_drawing_is_the_same_twice_and_well_formed() -> None:
    from xml.etree import ElementTree

    for make in (council, table, small, hostile, wide):
        analysis = go.analyse(make())
        drawn = svg(analysis)
        assert drawn == svg(go.analyse(make()))
        ElementTree.fromstring(drawn)
        assert HOSTILE not in drawn


def test_without_a_status_quo_and_with_indifference_a_drawing_is_made() -> None:
    bare = dataclasses.replace(council(), status_quo=None)
    assert "status quo" not in svg(go.analyse(bare)).replace("status quo:", "")


def test_each_mover_has_a_colour_and_a_dash_of_its_own() -> None:
    assert len(set(PALETTE)) == len(set(PALETTE_DARK)) == len(set(DASHES)) == len(PALETTE)


@pytest.mark.parametrize(("palette", "paper"), [(PALETTE, "#ffffff"), (PALETTE_DARK, "#16191d")])
def test_lines_stand_out_from_the_paper(palette: tuple[str, ...], paper: str) -> None:
    """At least 3 to 1, as WCAG 2.2 (1.4.11) asks of graphics."""
    assert all(contrast(colour, paper) >= 3 for colour in palette)


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
