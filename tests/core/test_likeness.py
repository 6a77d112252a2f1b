"""Equal rows."""

import numpy as np

from core.likeness import first_alike


def test_every_row_names_the_first_that_equals_it():
    matrix = np.array([[1.0, 2.0], [3.0, 2.0], [1.0, 2.0], [1.0, 5.0], [3.0, 2.0]])
    assert first_alike(matrix) == (0, 1, 0, 3, 1)


def test_the_last_bit_counts_but_the_sign_of_zero_does_not():
    assert first_alike(np.array([[0.0, 1.0], [-0.0, 1.0], [0.0, np.nextafter(1.0, 2.0)]])) == (
        0,
        0,
        2,
    )


def test_rows_that_differ_at_once_are_alike_to_none():
    matrix = np.random.default_rng(0).normal(size=(50, 30))
    assert first_alike(matrix) == tuple(range(50))


def test_a_view_of_another_matrix_is_read_rightly():
    assert first_alike(np.array([[1.0, 1.0, 4.0], [2.0, 2.0, 4.0]]).T) == (0, 0, 2)
