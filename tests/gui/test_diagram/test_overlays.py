"""Activations, maps and updates in the real window: chosen by key, true, gone when not wanted."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QDockWidget
from pytestqt.qtbot import QtBot

from core.equations import one_pass
from core.snapshot import Snapshot
from gui.diagram.edge_pens import MAGNITUDES, levels
from gui.diagram.fills import (
    FIRST_SIGNED,
    HIGH,
    LOW,
    NOT_FINITE,
    ZERO,
    activation_fills,
    map_images,
)
from gui.diagram.marks import Label
from gui.main_window import MainWindow
from gui.panels.number_field import NumberField
from gui.plots import signed
from tests.gui.test_diagram.desk import NO_WINDOW_MANAGER, Desk
from tests.gui.windows import open_window

pytestmark = pytest.mark.qt_log_ignore(NO_WINDOW_MANAGER, extend=True)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = open_window(qtbot)
    window.session.advance(40)
    qtbot.waitUntil(lambda: newest(window).step == 40)
    return window


def newest(window: MainWindow) -> Snapshot:
    assert window.session.snapshot is not None
    return window.session.snapshot


def choose(qtbot: QtBot, window: MainWindow, picture: str) -> None:
    combo = window.diagram.findChild(QComboBox, "pictureCombo")
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    while combo.currentData() != picture:
        qtbot.keyClick(combo, Qt.Key.Key_Down)


def fills(window: MainWindow, layer: int) -> list[object]:
    return list(window.diagram.scene()._layers[layer].neurons._fills or ())


def label(window: MainWindow) -> str:
    item = next(item for item in window.diagram.scene().items() if isinstance(item, Label))
    return item._text if item.isVisible() else ""


def sample_field(window: MainWindow) -> NumberField:
    return window.diagram.findChild(NumberField, "diagramSampleSpinBox")


def passed(window: MainWindow, sample: int) -> tuple[np.ndarray, ...]:
    now, column = newest(window), slice(sample, sample + 1)
    X, Y = now.dataset.train_inputs[:, column], now.dataset.train_targets[:, column]
    return tuple(A[:, 0] for A in one_pass(now.experiment, now.weights, now.biases, X, Y).A)


def test_the_activations_are_those_of_the_sample_that_is_typed(qtbot, window) -> None:
    field = sample_field(window)
    assert not field.isVisible()
    choose(qtbot, window, "activations")
    assert field.isVisible()
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "17")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.selection.sample == 16
    A = passed(window, 16)
    for layer in range(4):
        assert fills(window, layer) == activation_fills(A[layer])
    desk = Desk(qtbot, window.document, window.selection, window.diagram)
    desk.hover(desk.point("neuron", 3, 0))
    assert label(window) == f"Output, neuron 1: activation = {A[3][0]:.3f}"


def test_a_click_on_a_point_of_the_plane_chooses_the_sample_for_all(qtbot, window) -> None:
    choose(qtbot, window, "activations")
    window.findChild(QDockWidget, "decisionDock").raise_()
    plane = window.plots.decision.plane
    qtbot.waitUntil(lambda: plane.grid is not None)
    x, y = newest(window).dataset.train_inputs[:, 30]
    at: QPoint = plane.canvas.mapFromScene(plane.canvas.view.mapViewToScene(QPointF(x, y)))
    qtbot.mouseClick(plane.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.selection.sample == 30
    assert sample_field(window).value() == 31
    assert fills(window, 1) == activation_fills(passed(window, 30)[1])
    window.findChild(QDockWidget, "equationsDock").raise_()
    qtbot.waitUntil(lambda: window.findChild(NumberField, "sampleSpinBox") is not None)
    spin = window.findChild(NumberField, "sampleSpinBox")
    qtbot.waitUntil(lambda: spin.value() == 31)
    qtbot.keyClick(spin, Qt.Key.Key_Up)
    assert window.selection.sample == 31
    assert sample_field(window).value() == 32


def test_maps_come_when_they_are_looked_at_and_no_longer(qtbot, window) -> None:
    assert newest(window).overlay.maps is None
    choose(qtbot, window, "maps")
    qtbot.waitUntil(lambda: newest(window).overlay.maps is not None)
    maps = newest(window).overlay.maps
    assert [len(fills(window, layer)) for layer in range(4)] == [2, 4, 3, 1]
    assert all(isinstance(one, QImage) for one in fills(window, 1))
    image = fills(window, 0)[1]  # x2 grows upwards: blue above, orange below
    assert image.pixelColor(12, 0).blue() > image.pixelColor(12, image.height() - 1).blue()
    assert maps[1].shape == (4, image.height(), image.width())
    choose(qtbot, window, "weights")
    window.session.advance(1)
    qtbot.waitUntil(lambda: newest(window).step == 41)
    assert newest(window).overlay.maps is None


def test_the_updates_on_the_edges_are_what_the_next_step_does(qtbot, window) -> None:
    choose(qtbot, window, "updates")
    qtbot.waitUntil(lambda: newest(window).overlay.updates is not None)
    before = newest(window)
    drawn = window.diagram.scene()._layers[2].edges._bins
    found = sorted(level for level, lines in drawn for _ in lines)
    window.session.advance(1)
    qtbot.waitUntil(lambda: newest(window).step == 41)
    step = newest(window).weights[1] - before.weights[1]
    assert before.overlay.updates[1] == pytest.approx(step, rel=1e-9, abs=1e-15)
    assert found == sorted(levels(step, MAGNITUDES).ravel().tolist())


def test_arcs_need_no_other_tab(qtbot, window) -> None:
    for dock in window.findChildren(QDockWidget):
        dock.close()
    window.session.advance(1)
    qtbot.waitUntil(lambda: newest(window).step == 41)
    now = newest(window)
    assert now.diagnostics is None
    assert [shares is None for shares in now.overlay.silence] == [False, False, False]


def test_the_colours_of_activations_stand_for_fixed_numbers() -> None:
    found = activation_fills(np.array([0.0, LOW, 1e-300, HIGH, 9.0, np.inf, np.nan]))
    middle, last = FIRST_SIGNED + signed.STEPS // 2, FIRST_SIGNED + signed.STEPS - 1
    assert found == [ZERO, FIRST_SIGNED, middle, last, last, NOT_FINITE, NOT_FINITE]


def test_a_map_has_own_colours_for_zero_and_for_what_is_not_finite(qtbot) -> None:
    image = map_images(np.array([[[0.0, np.nan], [2.0, 1e-9]]]))[0]
    colours = {image.pixel(x, y) for x in range(2) for y in range(2)}
    assert len(colours) == 4
    assert image.pixel(0, 0) == int(signed.table()[signed.STEPS - 1])  # row 1 is above row 0
