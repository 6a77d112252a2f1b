import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.plots.curve import Curve, dashed, way
from gui.plots.pens import DASHES, pen, run_pen


def drawn(x: np.ndarray, connected: np.ndarray) -> list[tuple[float, float]]:
    """Return where the line is drawn, neighbouring pieces as one."""
    pieces: list[tuple[float, float]] = []
    for begin, end, on in zip(x, x[1:], connected, strict=False):
        if on and pieces and pieces[-1][1] == begin:
            pieces[-1] = (pieces[-1][0], end)
        elif on:
            pieces.append((begin, end))
    return pieces


def test_dashes_and_gaps_have_their_lengths() -> None:
    along = np.array([0.0, 20.0])
    x, y, connected = dashed(along, 2 * along, along, np.array([7.0, 11.0]))
    assert drawn(x, connected) == [(0, 7), (11, 18)]
    assert y == pytest.approx(2 * x)


def test_a_dashed_line_keeps_every_point_of_its_data() -> None:
    x = np.linspace(0, 1, 50)
    y = np.random.default_rng(0).normal(size=50)
    all_x, all_y, _ = dashed(x, y, x, np.array([0.03, 0.05]))
    assert np.isin(x, all_x).all()
    assert all_y[np.isin(all_x, x)] == pytest.approx(y)


def test_where_the_data_are_not_finite_a_dashed_line_has_no_number() -> None:
    x = np.arange(4.0)
    _, y, _ = dashed(x, np.array([1.0, np.nan, np.nan, 2.0]), x, np.array([0.5, 1.0]))
    assert np.isnan(y).any()
    assert np.isfinite(y[[0, -1]]).all()


def test_the_way_along_a_line_counts_what_it_climbs() -> None:
    x, cliff = np.arange(6.0), np.array([300.0, 100.0, 50.0, 50.0, 60.0, 60.0])
    assert way(x[:4], cliff[:4], 1e9).tolist() == [0.0, 201.0, 252.0, 253.0]
    assert way(x, cliff, most=220.0)[-1] == 5.0 + 220.0
    gap = np.array([300.0, np.nan, np.inf, 50.0])
    assert way(x[:4], gap, 1e9).tolist() == x[:4].tolist()
    assert way(x[:1], cliff[:1], 1e9).tolist() == [0.0]


def test_the_way_along_a_line_leaves_out_what_trembles() -> None:
    """So a noisy line has about as many dashes as a calm one, and no dust."""
    x = np.arange(0.0, 400.0, 0.5)
    noise = np.random.default_rng(0).normal(size=len(x))
    assert way(x, 30 * noise, 1e9)[-1] < 10 * x[-1] < np.abs(np.diff(30 * noise)).sum()
    slope = way(x, -x, 1e9)
    assert slope == pytest.approx(2 * x)


def test_no_stretch_of_a_steep_line_is_drawn_solid() -> None:
    x, y = np.arange(5.0), np.array([400.0, 200.0, 100.0, 50.0, 25.0])
    x, y, connected = dashed(x, y, way(x, y, 1e9), np.array([7.0, 11.0]))
    on = connected[:-1] * np.abs(np.diff(y))
    assert on.sum() == pytest.approx(375 * 7 / 11, rel=0.05)


def test_wide_dashed_lines_are_drawn_as_solid_pieces(qapp: QApplication) -> None:
    curve = Curve()
    theme.apply(qapp, "projector", 1.0)
    curve.set_pen(run_pen(1))
    assert curve.opts["pen"].dashPattern() == []
    assert curve.opts["segmentedLineMode"] == "on"
    theme.apply(qapp, "light", 1.0)
    curve.set_pen(run_pen(1))
    assert curve.opts["pen"].dashPattern() == list(DASHES[1])
    assert curve.opts["segmentedLineMode"] == "off"


def test_run_pens_differ_by_colour_and_by_dash(qapp: QApplication) -> None:
    for name in theme.THEMES:
        theme.apply(qapp, name, 1.0)
        pens = [run_pen(place) for place in range(len(DASHES))]
        assert len({each.color().name() for each in pens}) == len(pens)
        assert len({tuple(each.dashPattern()) for each in pens}) == len(pens)
    theme.apply(qapp, "light", 1.0)
    assert pen("accent").color() == theme.color("accent")
