from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtGui import QColor, qGray
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.plots import magnitude, signed


def test_the_scale_is_fixed_at_both_ends() -> None:
    low, high = 10.0**theme.MAGNITUDE_LOW, 10.0**theme.MAGNITUDE_HIGH
    values = np.array([1e-300, low, 1e-5, high, 1e300])
    assert magnitude.indices(values).tolist() == [0, 0, 128, 255, 255]


def test_zero_and_what_is_not_finite_have_colours_of_their_own(qapp: QApplication) -> None:
    found = magnitude.indices(np.array([[0.0, np.nan], [np.inf, 1.0]]))
    assert found[0, 0] == magnitude.ZERO
    assert found[0, 1] == found[1, 0] == magnitude.NOT_FINITE
    table = magnitude.table()
    assert len(table) == magnitude.STEPS + 2
    assert QColor.fromRgba(int(table[magnitude.ZERO])).alpha() == 0
    assert QColor.fromRgba(int(table[magnitude.NOT_FINITE])) == theme.color("broken")
    assert table[magnitude.NOT_FINITE] not in magnitude.scale()


def test_the_map_prints_in_grey() -> None:
    greys = [qGray(int(colour)) for colour in magnitude.scale()[::5]]
    assert all(darker < lighter for darker, lighter in pairwise(greys))


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_signed_values_go_through_the_ground(qapp: QApplication, name: str) -> None:
    theme.apply(qapp, name, 1.0)
    found = signed.indices(np.array([-9.0, 0.0, 0.5, 1.0, np.nan]), 0.0, 1.0)
    assert found.tolist() == [0, 0, 127, 254, signed.NOT_FINITE]
    low, middle, high = (QColor.fromRgba(int(signed.table()[place])) for place in (0, 127, 254))
    assert middle.name() == theme.color("plot").name()
    assert low != high
