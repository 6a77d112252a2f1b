"""Statistics against numbers worked by hand and against the formulas of the rules."""

import numpy as np
import pytest

from core.initializers.he import HeNormal
from core.statistics import Statistics, measure, mixture, pool


def test_statistics_worked_by_hand() -> None:
    # mean (1 + 2 + 3 + 6) / 4 = 3; variance (4 + 1 + 0 + 9) / 4 = 3.5
    found = measure(np.array([[1.0, 2.0], [3.0, 6.0]]))
    assert found == Statistics(mean=3.0, std=pytest.approx(3.5**0.5), count=4)


def test_one_number_does_not_vary() -> None:
    assert measure(np.array([[-0.5]])) == Statistics(mean=-0.5, std=0.0, count=1)


def test_pool_takes_arrays_of_any_shape_in_order() -> None:
    pooled = pool([np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[5.0]])])
    assert pooled.tolist() == [1.0, 2.0, 3.0, 4.0, 5.0]


def test_drawn_weights_measure_what_their_rule_says() -> None:
    n_in, n_out = 50, 400
    weights = HeNormal().draw(np.random.default_rng(0), (n_out, n_in), n_in, n_out)
    found = measure(weights)
    # The standard error of a measured sigma is sigma / sqrt(2 n): 0.5 % of it here.
    assert found.std == pytest.approx(0.2, rel=4 * 0.005)
    assert found.mean == pytest.approx(0.0, abs=4 * 0.2 / found.count**0.5)


def test_a_mixture_measures_what_its_pooled_numbers_measure() -> None:
    groups = [np.array([1.0, 3.0]), np.array([[-2.0], [0.5], [7.0]]), np.array([4.0])]
    mixed, pooled = mixture([measure(group) for group in groups]), measure(pool(groups))
    assert mixed == Statistics(pytest.approx(pooled.mean), pytest.approx(pooled.std), pooled.count)


def test_a_mixture_of_one_is_itself() -> None:
    part = Statistics(mean=0.5, std=0.0, count=3)
    assert mixture([part]) == part
