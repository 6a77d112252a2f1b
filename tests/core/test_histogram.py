import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.histogram import MOST_BINS, histogram, rice_bins

finite = st.floats(-1e6, 1e6)


def test_counts_a_hand_worked_example() -> None:
    # Bins of width 2 from 0 to 6; the last one holds its upper end.
    found = histogram(np.array([[0.0, 1.0, 1.5], [2.0, 5.0, 6.0]]), 3)
    assert found.edges.tolist() == [0, 2, 4, 6]
    assert found.counts.tolist() == [3, 1, 2]


@pytest.mark.parametrize("value", [0.0, 0.3, -5.0])
def test_equal_values_make_one_bar_around_them(value: float) -> None:
    found = histogram(np.full((5, 3), value), 10)
    assert found.counts.tolist() == [15]
    low, high = found.edges
    assert low < value < high
    assert high - low <= 0.1 * max(1.0, abs(value))


def test_values_too_near_for_that_many_bins_make_one_bar() -> None:
    found = histogram(np.array([1.0, np.nextafter(1.0, 2.0)]), 10)
    assert found.counts.tolist() == [2]


@given(arrays(np.float64, st.integers(1, 50), elements=finite), st.integers(1, 20))
def test_every_value_is_counted_once_between_ascending_edges(values: np.ndarray, bins: int) -> None:
    found = histogram(values, bins)
    assert found.counts.sum() == values.size
    assert len(found.edges) == len(found.counts) + 1
    assert (np.diff(found.edges) > 0).all()
    assert found.edges[0] <= values.min()
    assert found.edges[-1] >= values.max()


def test_more_numbers_get_more_bins_up_to_what_can_be_seen() -> None:
    assert rice_bins(8) == 5  # 2 * 2 = 4 would be too few
    assert rice_bins(1000) == 20
    assert rice_bins(2_000_000) == MOST_BINS
