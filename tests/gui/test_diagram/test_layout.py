"""Where things stand: pure geometry, no window."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.diagram.layout import SMALLEST_SCALE, Layout, arrange, diameter, shown_neurons
from gui.diagram.target import EMPTY, Part, Target, center_of, gap_at, target_at

ROOM = (900.0, 560.0)
sizes = st.lists(st.integers(1, 1024), min_size=2, max_size=65).map(tuple)


def layout(*units: int, room: tuple[float, float] = ROOM, unit: float = 1.0) -> Layout:
    return arrange(units, room, unit, (20.0, 10.0))


@pytest.mark.parametrize(
    ("units", "shown"),
    [
        (1, (0,)),
        (12, tuple(range(12))),
        (13, (0, 1, 2, 3, 4, 11, 12)),
        (64, (0, 1, 2, 3, 4, 62, 63)),
    ],
)
def test_wide_layers_show_their_first_five_and_last_two(units: int, shown: tuple[int, ...]) -> None:
    assert shown_neurons(units) == shown


def test_the_note_on_hidden_neurons_stands_between_the_fifth_and_the_last_but_one() -> None:
    column = layout(2, 64, 1).columns[1]
    assert column.hidden == 57
    assert column.gap_y is not None
    assert column.ys[4] < column.gap_y < column.ys[5]
    steps = [after - before for before, after in pairwise(column.ys)]
    assert steps[4] == pytest.approx(2 * steps[0])
    assert column.y_of(30) == column.gap_y


def test_neurons_shrink_from_nine_units_on() -> None:
    assert [diameter(units) for units in (1, 8, 9, 64)] == [36, 36, 24, 24]


@given(sizes=sizes, width=st.floats(200, 2000), height=st.floats(150, 1500))
def test_nothing_overlaps_and_nothing_is_outside(
    sizes: tuple[int, ...], width: float, height: float
) -> None:
    result = layout(*sizes, room=(width, height))
    for before, after in pairwise(result.columns):
        assert after.x - before.x >= result.header_width + 2
    for column in result.columns:
        rows = sorted((*column.ys, *([column.gap_y] if column.gap_y is not None else [])))
        assert all(b - a > 2 * column.radius for a, b in pairwise(rows))
        assert rows[0] - column.radius > result.header_y + result.boxes["badge"].y + 20
        assert rows[-1] + column.radius < result.height
        half = max(column.radius, result.header_width / 2)
        assert half < column.x < result.width - half


@given(sizes=sizes, width=st.floats(200, 2000), height=st.floats(150, 1500))
def test_the_network_fits_the_room_or_is_as_small_as_can_be_read(
    sizes: tuple[int, ...], width: float, height: float
) -> None:
    result = layout(*sizes, room=(width, height))
    fits = result.width * result.scale <= width + 1 and result.height * result.scale <= height + 1
    assert fits or result.scale == SMALLEST_SCALE


def test_sixty_four_layers_stay_readable_and_scroll() -> None:
    result = layout(2, *([8] * 64))
    assert result.scale == SMALLEST_SCALE
    assert result.width * result.scale > 3 * ROOM[0]


def test_a_scroll_bar_takes_its_height_from_the_network_only_where_it_is_needed() -> None:
    wide = (2, *([8] * 64))
    room = (900.0, 400.0)
    plain, barred = (arrange(wide, room, 1.0, (0, 0), bar) for bar in (0.0, 20.0))
    assert barred.height * barred.scale <= plain.height * plain.scale - 15
    small = (2, 4, 1)
    assert arrange(small, room, 1.0, (0, 0), 20.0) == arrange(small, room, 1.0, (0, 0))


def test_the_zoom_of_the_interface_enlarges_everything_where_there_is_room() -> None:
    small, large = (layout(2, 4, 1, room=(5000, 5000), unit=unit) for unit in (1.0, 2.0))
    assert large.columns[1].radius == 2 * small.columns[1].radius
    assert large.header_width == 2 * small.header_width


@given(sizes=sizes)
def test_the_middle_of_every_part_is_that_part(sizes: tuple[int, ...]) -> None:
    result = layout(*sizes)
    parts: tuple[Part, ...] = ("minus", "units", "plus", "activation", "badge", "name", "insert")
    targets = [Target(part, place) for place in range(1, len(sizes)) for part in parts]
    targets += [
        Target("neuron", place, index)
        for place, column in enumerate(result.columns)
        for index in column.shown
    ]
    for target in targets:
        assert target_at(result, *center_of(result, target)) == target


def test_the_input_has_a_name_and_no_controls() -> None:
    result = layout(2, 4, 1)
    x, y = center_of(result, Target("plus", 1))
    beside = x - result.columns[1].x + result.columns[0].x
    assert target_at(result, beside, y) == Target("name", 0)


def test_between_two_columns_a_layer_can_be_inserted_and_over_a_column_not() -> None:
    result = layout(2, 4, 3, 1)
    xs = [column.x for column in result.columns]
    assert [gap_at(result, (a + b) / 2) for a, b in pairwise(xs)] == [1, 2, 3]
    assert [gap_at(result, x) for x in xs] == [None] * 4
    assert target_at(result, (xs[0] + xs[1]) / 2, result.height - 2) == EMPTY
