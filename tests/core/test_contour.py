import numpy as np
import pytest

from core.contour import contour


def test_a_slope_is_crossed_where_interpolation_says() -> None:
    # Values 0 and 1 in two columns: the level 0.25 lies a quarter to the right.
    ends = contour(np.array([[0.0, 1.0], [0.0, 1.0]]), 0.25)
    assert ends.shape == (2, 2, 2)  # one segment a triangle
    assert ends[..., 0] == pytest.approx(0.25)
    assert sorted(set(ends[..., 1].ravel())) == pytest.approx([0.0, 0.25, 1.0])


def test_the_contour_of_a_distance_is_a_closed_circle() -> None:
    rows, columns = np.mgrid[0:41, 0:41]
    ends = contour(np.hypot(rows - 20.0, columns - 20.0), 12.5).reshape(-1, 2)
    assert np.hypot(*(ends - 20).T) == pytest.approx(12.5, abs=0.02)
    points, uses = np.unique(ends.round(9), axis=0, return_counts=True)
    assert len(points) > 50
    assert (uses == 2).all()  # every end is another segment's beginning


def test_no_crossing_no_segments() -> None:
    assert contour(np.full((5, 5), 0.5), 0.5).shape == (0, 2, 2)
    assert contour(np.zeros((5, 5)), 0.5).shape == (0, 2, 2)


def test_triangles_with_a_corner_that_is_not_finite_are_left_out() -> None:
    values = np.tile([0.0, 1.0], (4, 1))
    values[3, 0] = np.nan
    ends = contour(values, 0.5)
    assert np.isfinite(ends).all()
    assert ends[..., 1].max() == 2.5  # the half of the lowest square with that corner is gone
    values[3, 0] = np.inf
    assert np.isfinite(contour(values, 0.5)).all()


def test_a_saddle_gives_two_lines_that_do_not_meet() -> None:
    ends = contour(np.array([[1.0, 0.0], [0.0, 1.0]]), 0.5)
    assert len(ends) == 2
    distances = np.linalg.norm(ends[0][:, np.newaxis] - ends[1], axis=-1)
    assert distances.min() > 0.5
