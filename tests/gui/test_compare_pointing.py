"""The pointer in the comparison: all runs at one step, one neuron or weight in every network."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core import edits
from core.initializers.constant import Zeros
from core.snapshot import Snapshot
from core.trainer import Trainer
from gui.compare.comparison import NUMBER, Comparison
from gui.main_window import MainWindow
from gui.numbers import figure
from gui.plots.gradient_strip import Cell
from gui.plots.update_history import UpdateHistory
from tests.gui.windows import open_window

LAST = 300


def newest(window: MainWindow) -> Snapshot:
    assert window.session.snapshot is not None
    return window.session.snapshot


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """Return a window with three runs: He, zeros, and zeros in a larger network."""
    window = open_window(qtbot)
    window.actions_.compare.trigger()
    first = edits.set_weights(window.document.experiment, (1, 2, 3), Zeros())
    for experiment in (first, edits.set_units(first, 1, 6)):
        window.session.pin()
        window.document.edit(experiment, "edit")
    window.session.advance(LAST)
    qtbot.waitUntil(lambda: newest(window).now == LAST)
    assert len(newest(window).runs) == 3
    return window


def comparison(window: MainWindow) -> Comparison:
    found = window.findChild(Comparison)
    assert isinstance(found, Comparison)
    return found


def numbers_read(panel: Comparison) -> list[str]:
    return [panel.columns[letter].number.text for letter in "ABC"]


def gradients(window: MainWindow, step: int, layer: int, index: int) -> list[float]:
    """Return |gradient| of one neuron in every run, from trainers of their own."""
    found: list[float] = []
    for run in newest(window).runs:
        trainer = Trainer(run.experiment)
        trainer.advance(step)
        found.append(float(trainer.snapshot().gradient_norms[layer - 1][index]))
    return found


def test_a_map_reads_one_neuron_of_all_runs_at_one_step(qtbot: QtBot, window: MainWindow) -> None:
    panel = comparison(window)
    assert panel.names[NUMBER].text() == "Largest gradient"
    strip = panel.columns["A"].gradients
    QTest.mouseMove(strip, strip.place_of(Cell(100, 2, 1)))
    name, _, step = panel.names[NUMBER].text().partition(", step ")
    assert name == "L2 n2"
    assert float(step) == pytest.approx(100, abs=LAST / strip.width() + 1)
    assert numbers_read(panel) == [figure(each) for each in gradients(window, int(step), 2, 1)]
    for run in newest(window).runs:
        assert panel.columns[run.letter].loss.text == figure(run.history.train_loss[int(step)])
    assert window.plots.loss.readout.text.endswith(f"step {step}")  # the cursor is shared
    strip.leaveEvent(None)
    assert panel.names[NUMBER].text() == "Largest gradient"
    assert window.plots.loss.readout.text.endswith(f"step {LAST}")


def test_a_plot_s_cursor_is_read_here_too(window: MainWindow) -> None:
    panel = comparison(window)
    window.plots.loss.canvas.point(QPointF(40, 0.5))
    assert panel.names[NUMBER].text() == "Largest gradient, step 40"
    for run in newest(window).runs:
        column = panel.columns[run.letter]
        assert column.test_loss.text == figure(run.history.test_loss[40])
        assert column.number.text == figure(run.history.gradient_norms[:, 40].max())


def test_a_neuron_that_a_run_does_not_have_is_no_number(window: MainWindow) -> None:
    panel = comparison(window)
    network = panel.columns["C"].network
    QTest.mouseMove(network, network.place_of(1, 5).toPoint())
    assert panel.names[NUMBER].text() == f"L1 n6, step {LAST}"
    assert numbers_read(panel) == ["–", "–", "0"]


def test_an_edge_reads_one_weight_of_all_runs(window: MainWindow) -> None:
    panel = comparison(window)
    network = panel.columns["A"].network
    middle = (network.place_of(1, 3) + network.place_of(2, 2)) / 2
    QTest.mouseMove(network, middle.toPoint())
    assert panel.names[NUMBER].text() == f"W2[3, 4], step {LAST}"
    weights = [run.weights[1][2, 3] for run in newest(window).runs]
    assert numbers_read(panel) == [figure(weight) for weight in weights]


def test_the_keyboard_reads_and_goes_to_a_step(qtbot: QtBot, window: MainWindow) -> None:
    panel = comparison(window)
    strip = panel.columns["B"].gradients
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    step = int(panel.names[NUMBER].text().partition(", step ")[2])
    assert 0 < step < LAST
    qtbot.keyClick(strip, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [run.step for run in newest(window).runs] == [step] * 3)
    assert strip.heat_map.boundingRect().right() > LAST  # what lies ahead stays, under a veil


def test_the_cursor_reaches_a_plot_that_is_made_later(qtbot: QtBot, window: MainWindow) -> None:
    window.docks.open("update")
    qtbot.waitUntil(lambda: window.findChild(UpdateHistory) is not None)
    window.plots.loss.canvas.point(QPointF(40, 0.5))
    assert window.findChild(UpdateHistory).pointed_step == pytest.approx(40, abs=1e-6)
