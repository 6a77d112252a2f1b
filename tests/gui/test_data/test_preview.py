"""The preview: what each kind of data looks like, and only while it is seen."""

from collections.abc import Callable
from pathlib import Path

from numpy.testing import assert_allclose, assert_array_equal
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets import DATASETS, Csv
from core.datasets.circles import Circles
from core.datasets.digits import Digits
from core.datasets.houses import Houses
from core.datasets.sine import Sine
from core.experiment import default_experiment
from gui.numbers import figure
from gui.panels.number_field import NumberField
from gui.plots.pictures import Pictures
from tests.gui.test_data.hands import Hands
from tests.gui.windows import open_window

Open = Callable[..., Hands]


def test_a_plane_shows_every_sample_of_both_parts(open_on: Open) -> None:
    hands = open_on(Circles(samples=40, test_samples=10))
    assert hands.counts.text() == "40 train, 10 test"
    assert hands.plane.key.text == "0 (20)   1 (20)"
    x, y = hands.plane.points.getData()
    dataset = Circles(samples=40, test_samples=10).draw()
    assert_allclose(x[10:], dataset.train_inputs[0])
    assert_allclose(y[:10], dataset.test_inputs[1])
    (left, right), (low, high) = hands.plane.canvas.view.viewRange()
    assert (left, right, low, high) == (-1.5, 1.5, -1.5, 1.5)
    canvas = hands.plane.canvas.view.sceneBoundingRect()
    assert abs(canvas.width() - canvas.height()) <= 1


def test_noise_and_split_are_typed_seen_and_learnt_from(open_on: Open) -> None:
    hands = open_on(Circles(samples=40, test_samples=10))
    for name, text in (("dataNoiseSpinBox", "0,2"), ("dataTestSamplesSpinBox", "25")):
        field = hands.child(NumberField, name)
        field.setFocus()
        field.selectAll()
        hands.qtbot.keyClicks(field, text)
        hands.qtbot.keyClick(field, Qt.Key.Key_Return)
    expected = Circles(samples=40, test_samples=25, noise=0.2).draw()
    session = hands.window.session
    hands.qtbot.waitUntil(lambda: session.snapshot.dataset.test_inputs.shape == (2, 25))
    assert_array_equal(session.snapshot.dataset.train_inputs, expected.train_inputs)
    assert_array_equal(session.snapshot.dataset.test_targets, expected.test_targets)
    hands.qtbot.waitUntil(lambda: hands.counts.text().startswith("40 train, 25 test"))
    x, y = hands.plane.points.getData()
    assert_allclose(x[25:], expected.train_inputs[0])
    assert_allclose(y[:25], expected.test_inputs[1])


def test_a_curve_shows_targets_over_the_one_input(open_on: Open) -> None:
    hands = open_on(Sine(samples=30, test_samples=5))
    x, y = hands.plane.points.getData()
    dataset = Sine(samples=30, test_samples=5).draw()
    assert_allclose(x[5:], dataset.train_inputs[0])
    assert_allclose(y[5:], dataset.train_targets[0])
    assert not hands.child(QPushButton, "editPointsButton").isVisible()


def test_digits_are_pictures_with_their_names(open_on: Open) -> None:
    hands = open_on(Digits(samples=100, test_samples=50))
    pictures = hands.child(Pictures, "dataPictures")
    assert pictures.isVisible()
    labels = Digits(samples=100, test_samples=50).draw().train_targets.argmax(axis=0)
    assert pictures.texts[:12] == [str(label) for label in labels[:12]]
    assert pictures.columns >= 4


def test_houses_are_a_table_in_their_units_or_standardized(open_on: Open) -> None:
    hands = open_on(Houses())
    table = hands.child(QTableView, "dataTable").model()
    dataset = Houses().draw()
    titles = [
        table.headerData(column, Qt.Orientation.Horizontal) for column in range(table.columnCount())
    ]
    assert titles == ["lotsize (sq ft)", "bedrooms", "bathrooms", "stories", "price (CAD)"]
    original = dataset.input_scaling.to_original(dataset.train_inputs)
    assert table.index(2, 0).data() == figure(original[0, 2])
    assert original[0, 2] == 3000.0  # as the file has it
    hands.click("dataScaledButton")
    assert table.index(2, 0).data() == figure(dataset.train_inputs[0, 2])
    assert table.headerData(0, Qt.Orientation.Horizontal) == "lotsize"


def test_a_table_of_classes_names_them(open_on: Open, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("height,weight,kind\n170,60,f\n180,80,m\n165,55,f\n190,90,m\n")
    hands = open_on(Csv(path=str(path)))
    assert hands.plane.isVisible()
    hands.click("dataTableButton")
    table = hands.child(QTableView, "dataTable")
    assert table.isVisible()
    assert not hands.plane.isVisible()
    kinds = {table.model().index(row, 2).data() for row in range(3)}
    assert kinds <= {"f", "m"}


def test_every_dataset_has_a_preview(open_on: Open) -> None:
    hands = open_on()
    session = hands.window.session
    parts = [hands.child(QWidget, name) for name in ("dataPictures", "dataTable")]
    for rule in (DATASETS[name]() for name in DATASETS if name != "csv"):
        hands.edit(rule)
        hands.qtbot.waitUntil(lambda rule=rule: session.snapshot.experiment.dataset == rule)
        dataset = rule.draw()
        small, pictures = len(dataset.feature_names) <= 2, dataset.image_shape is not None
        shown = [part.isVisible() for part in (hands.plane, *parts)]
        assert shown == [small, pictures, not small and not pictures], rule


def test_it_is_built_and_drawn_only_when_it_is_seen(qtbot: QtBot) -> None:
    window = open_window(qtbot, edits.set_dataset(default_experiment(), Circles(samples=30)))
    assert window.findChild(QLabel, "dataCountsLabel") is None
    window.docks.docks["data"].raise_()
    qtbot.waitUntil(lambda: window.findChild(QLabel, "dataCountsLabel") is not None)
    hands = Hands(qtbot, window)
    qtbot.waitUntil(lambda: hands.counts.text().startswith("30 train"))
    window.docks.docks["initializer"].raise_()
    qtbot.waitUntil(lambda: "data" not in window.docks.seen)
    window.document.edit(edits.set_dataset(window.document.experiment, Circles(samples=50)), "more")
    qtbot.waitUntil(lambda: window.session.snapshot.dataset.train_inputs.shape[1] == 50)
    assert hands.counts.text().startswith("30 train")
    window.docks.docks["data"].raise_()
    qtbot.waitUntil(lambda: hands.counts.text().startswith("50 train"))


def test_the_switches_keep_their_names_in_every_language(open_on: Open) -> None:
    hands = open_on(Circles())
    hands.window.appearance.set_language("zh_CN")
    hands.window.appearance.set_language("en")
    assert hands.child(QToolButton, "dataTableButton").text() == "Table"
    assert hands.child(QPushButton, "editPointsButton").text() == "Edit points"


def test_houses_say_how_they_were_standardized(open_on: Open) -> None:
    hands = open_on(Houses())
    note = hands.child(QLabel, "scalingLabel")
    scaling = Houses().draw().target_scaling
    mean, std = figure(scaling.mean.item()), figure(scaling.std.item())
    hands.qtbot.waitUntil(note.isVisible)
    assert f"mean ± std: price {mean} ± {std}, lotsize" in note.text()
    assert [line.split()[0] for line in note.toolTip().splitlines()[1:]] == [
        "price", "lotsize", "bedrooms", "bathrooms", "stories",
    ]  # fmt: skip
    hands.edit(Circles())
    hands.qtbot.waitUntil(lambda: not note.isVisible())
