"""Which class is taken for which, and the pictures that were misread, the surest first."""

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets.csv import Csv
from core.datasets.digits import Digits
from core.experiment import Experiment, default_experiment
from core.optimizers import Sgd
from core.snapshot import Snapshot
from gui import theme
from gui.app import create_window
from gui.main_window import MainWindow
from gui.numbers import figure
from gui.plots.ink import image
from gui.plots.mistakes import MistakesPlot
from tests.gui.windows import open_window

DIGITS = replace(
    edits.set_dataset(default_experiment(), Digits(samples=300, test_samples=120)),
    optimizer=Sgd(learning_rate=0.5),
)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return open_window(qtbot, DIGITS, (1440, 900))


def trained(window: MainWindow, qtbot: QtBot, steps: int = 60) -> MistakesPlot:
    qtbot.waitUntil(lambda: window.session.snapshot is not None)
    window.session.advance(steps)
    qtbot.waitUntil(lambda: window.session.snapshot.step == steps)
    plot = window.plots.decision.currentWidget()
    assert isinstance(plot, MistakesPlot)
    qtbot.waitUntil(lambda: plot.snapshot is window.session.snapshot)
    return plot


def probabilities(snapshot: Snapshot) -> np.ndarray:
    """Pass the ReLU layers and the softmax by hand, over the test set."""
    A = snapshot.dataset.test_inputs
    for W, b in zip(snapshot.weights[:-1], snapshot.biases[:-1], strict=True):
        A = np.maximum(W @ A + b, 0)
    Z = snapshot.weights[-1] @ A + snapshot.biases[-1]
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


def test_counts_and_accuracy_of_the_test_set_are_told(window: MainWindow, qtbot: QtBot) -> None:
    plot = trained(window, qtbot)
    metrics = pytest.importorskip("sklearn.metrics")
    P = probabilities(plot.snapshot)
    true = plot.snapshot.dataset.test_targets.argmax(axis=0)
    counts = metrics.confusion_matrix(true, P.argmax(axis=0), labels=range(10))
    assert np.array_equal(plot.table.cells._counts, counts)
    wrong = 120 - np.trace(counts)
    assert 3 < wrong < 110
    assert plot.readout.text.startswith(
        f"test {figure(100 * (1 - wrong / 120))} % right   {wrong} of 120 wrong"
    )
    assert window.docks.docks["decision"].windowTitle() == "Mistakes"


def test_the_surest_mistake_is_the_first_picture(window: MainWindow, qtbot: QtBot) -> None:
    plot = trained(window, qtbot)
    P = probabilities(plot.snapshot)
    data = plot.snapshot.dataset
    true, said = data.test_targets.argmax(axis=0), P.argmax(axis=0)
    wrong = np.flatnonzero(true != said)
    worst = wrong[P.max(axis=0)[wrong].argmax()]
    share = figure(P.max(axis=0)[worst])
    tile = plot.gallery.tiles[0]
    assert tile.caption == f"{true[worst]} → {said[worst]}  {share}"
    assert np.array_equal(tile.picture, data.test_inputs[:, worst].reshape(8, 8))
    assert len(plot.gallery.tiles) == len(wrong)
    place = plot.gallery.tile_rect(0).center()
    qtbot.mouseClick(plot.gallery, Qt.MouseButton.LeftButton, pos=place)
    assert plot.readout.text == (
        f"true {true[worst]}   answered {said[worst]} with {share}   mistake 1 of {len(wrong)}"
    )


def test_the_keyboard_goes_through_the_mistakes_and_through_the_counts(
    window: MainWindow, qtbot: QtBot
) -> None:
    plot = trained(window, qtbot)
    last = len(plot.gallery.tiles)
    for key, number in (
        (Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1), (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_End, last), (Qt.Key.Key_Right, last), (Qt.Key.Key_Home, 1),
    ):  # fmt: skip
        qtbot.keyClick(plot.gallery, key)
        assert plot.readout.text.endswith(f"mistake {number} of {last}")
    plot.gallery.choose(last - 1)
    assert plot.gallery.rect().contains(plot.gallery.tile_rect(last - 1).center())
    counts = plot.table.cells._counts
    for key, (row, column) in (
        (Qt.Key.Key_Down, (0, 0)), (Qt.Key.Key_Down, (1, 0)), (Qt.Key.Key_Right, (1, 1)),
    ):  # fmt: skip
        qtbot.keyClick(plot.table, key)
        assert plot.readout.text == (
            f"{counts[row, column]} of {counts[row].sum()} of class {row}   answered {column}"
        )


def flowers(path: Path) -> Experiment:
    """Return three classes of three numbers, the third of them noise."""
    rng = np.random.default_rng(0)
    rows = [
        f"{rng.normal(kind)},{rng.normal(-kind)},{rng.normal()},{name}"
        for kind, name in enumerate(("setosa", "versicolor", "virginica"))
        for _ in range(30)
    ]
    path.write_text("length,width,noise,kind\n" + "\n".join(rows), "utf-8")
    return edits.set_dataset(default_experiment(), Csv(path=str(path)))


def test_samples_without_a_picture_are_told_by_their_numbers(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    trained(window, qtbot, 1)
    window.document.edit(flowers(tmp_path / "flowers.csv"), "data")
    plot = window.plots.decision.currentWidget()
    qtbot.waitUntil(lambda: plot.snapshot.dataset.class_names[0] == "setosa")
    found, data = plot.snapshot.decision, plot.snapshot.dataset
    assert plot.gallery.tiles[0].picture is None
    plot.gallery.choose(0)
    length = figure(data.test_inputs[0, found.mistakes[0]])
    assert f"length = {length}   width = " in plot.readout.text
    names = [text for _, text in next(plot.table.columns.candidates(0, 3))]
    assert names == ["setosa", "versico…", "virgini…"]


def test_a_network_that_errs_nowhere_says_so(window: MainWindow, qtbot: QtBot) -> None:
    plot = trained(window, qtbot, 1)
    plot.gallery.choose(0)
    plot.gallery.show_tiles((), "No mistakes on the test data")
    assert plot.gallery.place is None
    assert plot.gallery.message == "No mistakes on the test data"
    assert not plot.gallery.grab().isNull()


def test_what_nobody_sees_is_not_made(qtbot: QtBot) -> None:
    other = create_window()
    qtbot.addWidget(other)
    other.docks.docks["decision"].close()
    other.show()
    other.document.edit(DIGITS, "digits")
    qtbot.waitUntil(
        lambda: (
            other.session.snapshot is not None
            and other.session.snapshot.dataset.class_names == tuple("0123456789")
        )
    )
    assert other.session.snapshot.decision is None
    assert other.plots.decision.count() == 1
    assert other.docks.docks["decision"].windowTitle() == "Mistakes"
    other.docks.docks["decision"].show()
    other.docks.docks["decision"].raise_()
    qtbot.waitUntil(lambda: other.plots.decision.count() == 2)


def test_every_theme_and_zoom_reaches_the_pictures(window: MainWindow, qtbot: QtBot) -> None:
    plot = trained(window, qtbot, 5)
    for name in theme.THEMES:
        theme.apply(QApplication.instance(), name, 1.5)
        QApplication.sendPostedEvents()
        assert plot.grab().toImage().pixelColor(2, 2) == theme.color("plot")
        drawn = image(np.array([[0.0, 1.0]]))
        assert drawn.pixelColor(0, 0) == theme.color("plot")
        assert drawn.pixelColor(1, 0) == theme.color("text")
