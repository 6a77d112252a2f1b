import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.numbers import MINUS
from gui.plots import ticks


@given(st.floats(-1e5, 1e5), st.floats(1e-4, 1e4))
def test_linear_ticks_are_even_inside_the_range_and_told_apart(low: float, share: float) -> None:
    span = share * max(abs(low), 1e-3)
    high = low + span
    lists = list(ticks.linear(low, high))
    assert lists
    for found in lists:
        places = [place for place, _ in found]
        assert all(low - 1e-8 * span <= place <= high + 1e-8 * span for place in places)
        gaps = [after - before for before, after in zip(places, places[1:], strict=False)]
        assert gaps == pytest.approx([max(gaps, default=0.0)] * len(gaps))
        assert len({text for _, text in found}) == len(found)
    assert len(lists[0]) >= len(lists[-1])


def test_ticks_are_round_numbers() -> None:
    lists = list(ticks.linear(0, 1))
    assert [text for _, text in lists[0]] == [
        "0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1",
    ]  # fmt: skip
    assert [text for _, text in lists[-1]] == ["0", "1"]


def test_steps_are_counted_in_whole_numbers() -> None:
    lists = [[text for _, text in found] for found in ticks.counting(-0.5, 1.5)]
    assert lists == [["0", "1"], ["0"]]


def test_log_ticks_thin_out_to_decades_and_further() -> None:
    dense, decades, *sparse = ticks.logarithmic(-2, 0)
    assert [text for _, text in dense] == ["0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1"]
    assert decades == [(-2.0, "0.01"), (-1.0, "0.1"), (0.0, "1")]
    assert sparse[0] == [(-2, "0.01"), (0, "1")]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (0.05, "0.05"), (200.0, "200"), (-1.5, f"{MINUS}1.5"), (1e-7, f"1e{MINUS}7"),
     (0.1 + 0.2, "0.3"), (-5e-4, f"{MINUS}5e{MINUS}4"), (1e50, "1e50")],
)  # fmt: skip
def test_a_tick_is_written_as_people_write_it(value: float, text: str) -> None:
    assert ticks.text(value) == text


def test_thinned_keeps_every_second_then_every_fourth() -> None:
    names = [(float(place), str(place)) for place in range(5)]
    assert [len(found) for found in ticks.thinned(names)] == [5, 3, 2]
