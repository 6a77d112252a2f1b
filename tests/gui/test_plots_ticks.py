import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.numbers import MINUS, whole
from gui.plots import ticks


@given(st.floats(-1e5, 1e5), st.floats(1e-4, 1e4))
def test_linear_ticks_are_even_inside_the_range_and_told_apart(low: float, share: float) -> None:
    span = share * max(abs(low), 1e-3)
    high = low + span
    lists = list(ticks.linear(low, high))
    assert lists
    *even, ends = lists
    assert [place for place, _ in ends] == [low, high]
    for found in even:
        places = [place for place, _ in found]
        assert all(low - 1e-8 * span <= place <= high + 1e-8 * span for place in places)
        gaps = [after - before for before, after in zip(places, places[1:], strict=False)]
        assert gaps == pytest.approx([max(gaps, default=0.0)] * len(gaps))
        assert len({text for _, text in found}) == len(found)
    assert len(lists[0]) >= len(lists[-1]) == 2


def test_ticks_are_round_numbers() -> None:
    lists = list(ticks.linear(0, 1))
    assert [text for _, text in lists[0]] == [
        "0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1",
    ]  # fmt: skip
    assert [text for _, text in lists[-2]] == ["0", "1"]


def test_an_axis_has_two_numbers_at_least() -> None:
    *_, ends = ticks.linear(-4e-4, 4e-4)
    assert [text for _, text in ends] == [f"{MINUS}4.0e{MINUS}4", f"4.0e{MINUS}4"]


def test_steps_are_counted_in_whole_numbers() -> None:
    lists = [[text for _, text in found] for found in ticks.counting(-0.5, 1.5)]
    assert lists[0] == ["0", "1"]
    assert lists[-1] == ["0"]


def test_a_count_keeps_all_its_digits() -> None:
    assert ticks.text(20_000.0) == whole(20_000)
    texts = [text for _, text in next(ticks.counting(0, 1_000_000))]
    assert texts[-1] == whole(1_000_000)


@given(st.floats(1e5, 1e300), st.floats(1e-3, 1.0))
def test_large_numbers_stay_short(high: float, share: float) -> None:
    for found in ticks.linear(high * (1 - share), high):
        assert max(len(text) for _, text in found) <= len("1.2345e300")


def test_log_ticks_thin_out_to_decades_and_further() -> None:
    dense, decades, *sparse = ticks.logarithmic(-2, 0)
    assert [text for _, text in dense] == ["0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1"]
    assert decades == [(-2.0, "0.01"), (-1.0, "0.1"), (0.0, "1")]
    assert sparse[0] == [(-2, "0.01"), (0, "1")]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (0.05, "0.05"), (200.0, "200"), (-1.5, f"{MINUS}1.5"), (1e-7, f"1e{MINUS}7"),
     (0.1 + 0.2, "0.3"), (-5e-4, f"{MINUS}5e{MINUS}4"), (1e50, "1e50"), (2e7, "2e7"),
     (-1e5, f"{MINUS}1e5"), (1.5e6, "1.5e6")],
)  # fmt: skip
def test_a_tick_is_written_as_people_write_it(value: float, text: str) -> None:
    assert ticks.text(value) == text


def test_names_too_near_to_the_one_before_are_left_out() -> None:
    names = [(32.0, "L1"), (96.0, "L2"), (144.0, "L3"), (160.5, "L4")]
    lists = [[text for _, text in found] for found in ticks.thinned(names, 161.0)]
    assert lists[0] == ["L1", "L2", "L3", "L4"]
    assert ["L1", "L2", "L3"] in lists
    assert lists[-1] == ["L1"]
