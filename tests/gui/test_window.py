"""The whole window, as a teacher uses it: keyboard, mouse, and the real thread."""

import math
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QDockWidget, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from core.experiment import default_experiment, read_experiment, write_experiment
from gui.main_window import MainWindow
from gui.settings import Settings
from tests.gui.windows import open_window

DATA = Path(__file__).parents[1] / "data"
ACTIONS = "rewindAction runAction stepAction epochAction newDrawAction presentAction undoAction "
ACTIONS += "redoAction"
WIDGETS = """speedSlider seedSpinBox stepLabel diagramView initializerPanel scopeCombo schemeCombo
scaleSlider biasSchemeCombo formulaLabel lossPlot gradientPlot decisionPlot diagnosisLabel
datasetCombo learningRateSpinBox batchSizeSpinBox optimizerCombo"""


def find(window: MainWindow, name: str) -> QWidget:
    widget = window.findChild(QWidget, name)
    assert isinstance(widget, QWidget), name
    return widget


def step(window: MainWindow) -> int:
    assert window.session.snapshot is not None
    return window.session.snapshot.step


def loss(window: MainWindow) -> float:
    assert window.session.snapshot is not None
    return window.session.snapshot.measurement.train_loss


def choose(qtbot: QtBot, window: MainWindow, combo_name: str, data: str) -> None:
    """Choose an entry of a combo box with the arrow keys, as its popup does."""
    combo = find(window, combo_name)
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    while combo.currentData() != data:
        before = combo.currentIndex()
        qtbot.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() != before, f"{combo_name} has no {data}"


def test_every_part_has_its_name(window: MainWindow) -> None:
    assert window.objectName() == "mainWindow"
    for kind, names in ((QAction, ACTIONS), (QWidget, WIDGETS)):
        missing = [name for name in names.split() if window.findChild(kind, name) is None]
        assert missing == []


def test_space_runs_and_pauses(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: step(window) > 100)
    assert window.actions_.run.text() == "Pause"
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not window.session.running)
    assert window.actions_.run.text() == "Run"


def test_the_first_experiment_learns(qtbot: QtBot, window: MainWindow) -> None:
    speed = find(window, "speedSlider")
    assert isinstance(speed, QSlider)
    speed.setFocus()
    qtbot.keyClick(speed, Qt.Key.Key_End)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: loss(window) < 0.1)
    label = find(window, "diagnosisLabel")
    assert isinstance(label, QLabel)


def test_zeros_stay_at_ln_2_and_the_window_says_why(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, "schemeCombo", "zeros")
    qtbot.waitUntil(lambda: window.session.snapshot.findings[0].code == "zero_gradient")
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: step(window) > 500)
    assert loss(window) == pytest.approx(math.log(2), abs=1e-15)
    assert all(not W.any() for W in window.session.snapshot.weights)
    label = find(window, "diagnosisLabel")
    assert isinstance(label, QLabel)
    assert "exactly 0" in label.text()


def test_step_rewind_and_new_draw(qtbot: QtBot, window: MainWindow) -> None:
    first = window.session.snapshot.weights[0]
    qtbot.keyClick(window, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: step(window) == 1)
    qtbot.waitUntil(lambda: "1" in find(window, "stepLabel").text())
    assert (window.session.snapshot.weights[0] != first).any()
    qtbot.keyClick(window, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: step(window) == 0)
    assert (window.session.snapshot.weights[0] == first).all()
    seed = window.document.experiment.seed
    qtbot.keyClick(window, Qt.Key.Key_N)
    assert window.document.experiment.seed == seed + 1
    qtbot.waitUntil(lambda: (window.session.snapshot.weights[0] != first).all())
    qtbot.keySequence(window, "Ctrl+Z")
    qtbot.waitUntil(lambda: (window.session.snapshot.weights[0] == first).all())


def test_defaults_are_one_undoable_edit(qtbot: QtBot) -> None:
    experiment = read_experiment(DATA / "he_on_circles.initlab")
    window = open_window(qtbot, experiment)
    qtbot.keySequence(window, "Ctrl+Shift+N")
    assert window.document.experiment == default_experiment()
    qtbot.keySequence(window, "Ctrl+Z")
    assert window.document.experiment == experiment


def test_a_bad_file_says_what_to_change_and_changes_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    before = window.document.experiment
    bad = tmp_path / "bad.initlab"
    bad.write_text('{"format": 1, "seed": "three"}')
    with qtbot.waitSignal(window.document.file_refused):
        window.files.open(str(bad))
    assert window.document.experiment == before
    told = find(window, "diagnosisLabel").text()
    assert "bad.initlab: seed: must be a whole number; found “three”" in told


def test_open_save_and_the_title(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.document.file_changed):
        window.files.open(str(DATA / "he_on_circles.initlab"))
    assert "he_on_circles.initlab" in window.windowTitle()
    qtbot.keyClick(window, Qt.Key.Key_N)
    assert window.isWindowModified()
    window.files.save_as(str(tmp_path / "mine.initlab"))
    assert not window.isWindowModified()
    assert read_experiment(tmp_path / "mine.initlab") == window.document.experiment


def test_unsaved_work_is_kept_and_offered(qtbot: QtBot) -> None:
    window = open_window(qtbot)
    qtbot.keyClick(window, Qt.Key.Key_N)
    edited = window.document.experiment
    assert window.close()
    again = open_window(qtbot)
    assert again.document.experiment != edited
    with qtbot.waitSignal(again.document.changed):
        again.actions_.restore.trigger()
    assert again.document.experiment == edited


def test_language_theme_and_zoom_while_running(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: step(window) > 10)
    for theme in ("light", "dark", "projector"):
        for language, rewind in (("zh_CN", "回到起点"), ("en", "Rewind")):
            before = window.font().pointSizeF()
            window.appearance.set_language(language)
            window.appearance.set_theme(theme)
            qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
            qtbot.waitUntil(lambda before=before: window.font().pointSizeF() > before)
            assert window.actions_.rewind.text() == rewind
            now = step(window)
            qtbot.waitUntil(lambda now=now: step(window) > now)


def test_every_font_follows_the_zoom_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    usual = {widget: widget.font().pointSizeF() for widget in window.findChildren(QWidget)}
    for key, zoom in ((Qt.Key.Key_Plus, 1.15), (Qt.Key.Key_0, 1.0), (Qt.Key.Key_Minus, 0.9)):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        size = zoom * usual[window.diagram]
        qtbot.waitUntil(lambda size=size: window.diagram.font().pointSizeF() == size)
        for widget, before in usual.items():
            assert widget.font().pointSizeF() == pytest.approx(zoom * before), widget


def test_present_fills_the_screen_and_esc_returns(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(window.isFullScreen)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen())


def test_the_layout_is_remembered(qtbot: QtBot) -> None:
    window = open_window(qtbot)
    window.docks.docks["decision"].close()
    window.close()
    again = open_window(qtbot)
    assert again.docks.docks["decision"].isHidden()
    again.docks.arrange()
    assert not again.docks.docks["decision"].isHidden()


def test_the_decision_is_computed_only_while_visible(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.session.snapshot.decision is not None)
    dock = window.findChild(QDockWidget, "decisionDock")
    dock.close()
    window.session.advance(1)
    qtbot.waitUntil(lambda: step(window) == 1)
    assert window.session.snapshot.decision is None


def test_a_window_dropped_while_training_leaves_no_thread(qtbot: QtBot) -> None:
    window = open_window(qtbot)
    window.session.set_running(True)
    qtbot.waitUntil(lambda: step(window) > 0)
    window.close()
    assert not window.session._worker.isRunning()


def test_settings_survive_a_restart(qtbot: QtBot, window: MainWindow) -> None:
    window.appearance.set_theme("dark")
    window.appearance.zoom_by(1)
    settings = Settings()
    settings.store.sync()
    assert settings.theme == "dark"
    assert settings.zoom > 1


def test_a_saved_experiment_opens_the_same_run(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    write_experiment(window.document.experiment, tmp_path / "same.initlab")
    first = window.session.snapshot.weights[0]
    qtbot.keyClick(window, Qt.Key.Key_N)
    window.files.open(str(tmp_path / "same.initlab"))
    qtbot.waitUntil(lambda: (window.session.snapshot.weights[0] == first).all())


def test_the_scale_of_the_loss_is_remembered(qtbot: QtBot) -> None:
    window = open_window(qtbot)
    box = window.plots.loss.findChild(QCheckBox, "logScaleCheck")
    assert not box.isChecked()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()
    window.close()
    assert open_window(qtbot).plots.loss.log_scale


def test_the_decision_plane_is_square_and_fills_its_dock(qtbot: QtBot, window: MainWindow) -> None:
    plot = window.plots.decision.plane
    for size in ((1024, 768), (1440, 900)):
        window.resize(*size)
        now = step(window)
        window.session.advance(1)
        qtbot.waitUntil(lambda now=now: step(window) == now + 1)
        qtbot.waitUntil(lambda: plot.canvas.view.height() > plot.height() / 2)
        square = plot.canvas.view.boundingRect()
        assert square.width() == pytest.approx(square.height(), abs=2)
