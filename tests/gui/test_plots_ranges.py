import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.plots.ranges import SteppedDecades, SteppedTop, round_down, round_up


@pytest.mark.parametrize(
    ("value", "above", "below"),
    [(1.0, 1.0, 1.0), (1.1, 2.0, 1.0), (0.69, 0.8, 0.5), (8.5, 10.0, 5.0), (0.003, 0.003, 0.002)],
)
def test_round_numbers_around_a_value(value: float, above: float, below: float) -> None:
    assert round_up(value) == pytest.approx(above)
    assert round_down(value) == pytest.approx(below)


@given(st.floats(1e-300, 1e300))
def test_a_round_number_is_never_on_the_wrong_side(value: float) -> None:
    assert round_down(value) <= value <= round_up(value)


def test_the_top_grows_at_once_and_shrinks_late() -> None:
    top = SteppedTop(0)
    assert [top.follow(wanted) for wanted in (70, 80, 81, 99, 45, 41, 39)] == [
        70 + 10, 80, 100, 100, 100, 100, 40,
    ]  # fmt: skip


def test_the_top_never_goes_below_its_least() -> None:
    top = SteppedTop(1)
    assert top.follow(50) == 50
    assert top.follow(0.01) == 1
    assert top.follow(0) == 1


def test_the_ends_of_a_log_axis_move_in_steps() -> None:
    decades = SteppedDecades()
    assert decades.follow(0.6, 0.9) == pytest.approx((-0.30103, 0.0), abs=1e-5)  # 0.5 to 1
    assert decades.follow(0.07, 0.9)[0] == pytest.approx(-1.30103, abs=1e-5)  # 0.05
    assert decades.follow(0.19, 0.9)[0] == pytest.approx(-1.30103, abs=1e-5)  # stays
    assert decades.follow(0.6, 0.9)[0] == pytest.approx(-0.30103, abs=1e-5)


def test_a_log_axis_is_never_empty() -> None:
    low, high = SteppedDecades().follow(1.0, 1.0)
    assert high > low
