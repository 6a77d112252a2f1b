"""Points drawn, erased and undone on the plane, by mouse and by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from numpy.testing import assert_array_equal
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from core.datasets import Csv, Points
from core.datasets.circles import Circles
from core.datasets.gaussians import Gaussians
from core.datasets.points import CORNERS
from tests.gui.test_data.hands import RIGHT, Hands

Open = Callable[..., Hands]

PEOPLE = ((150, 50), (160, 60), (170, 55), (190, 90))  # height, weight
TOLD = [f"height = {height:.0f}   weight = {weight:.1f}" for height, weight in PEOPLE]


def test_points_of_a_dataset_are_copied_and_the_run_is_the_same(open_on: Open) -> None:
    hands = open_on(Circles(samples=40))
    session = hands.window.session
    before = session.snapshot
    hands.click("editPointsButton")
    assert hands.window.document.experiment.dataset == Points.copy_of(Circles(samples=40).draw())
    hands.qtbot.waitUntil(lambda: session.snapshot.experiment.dataset.name == "points")
    assert session.snapshot.measurement == before.measurement
    assert_array_equal(session.snapshot.dataset.test_inputs, before.dataset.test_inputs)
    assert not hands.child(QWidget, "editPointsButton").isVisible()
    hands.window.document.undo_stack.undo()
    assert hands.window.document.experiment.dataset == Circles(samples=40)


def test_a_click_adds_a_point_of_the_chosen_class(open_on: Open) -> None:
    hands = open_on(Points())
    hands.click("drawClass1Button")
    viewport = hands.plane.canvas.viewport()
    hands.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=hands.pixel(0.25, -0.5))
    assert hands.points[:-1] == CORNERS
    x, y, number = hands.points[-1]
    assert number == 1
    pixel = hands.plane.canvas.view.viewPixelSize()[0]
    assert (x, y) == pytest.approx((0.25, -0.5), abs=1.01 * pixel)
    session = hands.window.session
    hands.qtbot.waitUntil(lambda: session.snapshot.dataset.train_inputs.shape[1] == 5)
    assert session.snapshot.dataset.test_inputs.shape[1] == 4
    assert hands.counts.text().startswith("5 train, 4 test")
    hands.qtbot.keySequence(hands.window, "Ctrl+Z")
    assert hands.points == CORNERS


def test_a_stroke_paints_several_points_and_is_one_undo(open_on: Open) -> None:
    hands = open_on(Points())
    count = hands.window.document.undo_stack.count()
    hands.drag((-0.8, 0.0), (0.8, 0.0))
    drawn = hands.points[4:]
    assert len(drawn) >= 6
    assert {number for *_, number in drawn} == {0}
    assert all(abs(y) < 0.05 for _, y, _ in drawn)
    assert hands.window.document.undo_stack.count() == count + 1
    hands.window.document.undo_stack.undo()
    assert hands.points == CORNERS


def test_the_right_button_and_the_eraser_remove_points(open_on: Open) -> None:
    hands = open_on(Points())
    hands.drag((-1.0, 1.0), (-1.0, 0.9), button=RIGHT)
    assert hands.points == (CORNERS[0], CORNERS[1], CORNERS[3])
    hands.click("eraserButton")
    hands.drag((1.0, 1.0), (1.0, 0.9))
    assert hands.points == (CORNERS[0], CORNERS[3])
    hands.drag((-1.2, -1.2), (1.2, -0.8))  # the last two stay
    assert hands.points == (CORNERS[0], CORNERS[3])


def test_points_are_drawn_and_erased_by_keyboard(open_on: Open) -> None:
    hands = open_on(Points())
    canvas = hands.plane.canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    hands.qtbot.keyClick(canvas, Qt.Key.Key_1)
    hands.qtbot.keyClick(canvas, Qt.Key.Key_Right)
    place = canvas.pointer
    assert place is not None
    hands.qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert hands.points[4:] == ((round(place.x(), 3), round(place.y(), 3), 1),)
    canvas.point(QPointF(place))
    hands.qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert hands.points == CORNERS


def test_the_plane_of_a_formula_is_only_looked_at(open_on: Open) -> None:
    hands = open_on(Gaussians(samples=40))
    before = hands.window.document.experiment
    hands.drag((0.0, 0.0), (0.5, 0.0))
    assert hands.window.document.experiment is before


def test_a_third_class_is_named_and_drawn(open_on: Open) -> None:
    hands = open_on(Points())
    edit = hands.child(QLineEdit, "dataClassNamesEdit")
    assert edit.text() == "0, 1"
    edit.setText("oak, elm, ash")
    hands.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert hands.window.document.experiment.layers[-1].activation == "softmax"
    hands.click("drawClass2Button")
    hands.drag((0.0, 0.0), (0.0, 0.5))
    assert {number for *_, number in hands.points[4:]} == {2}
    edit.setText("oak, elm")
    hands.qtbot.keyClick(edit, Qt.Key.Key_Return)  # points of class 3 are still there
    message = edit.parentWidget().findChild(QLabel, "fieldMessage")
    assert "less than 2" in message.text()
    assert edit.text() == "oak, elm, ash"


def test_drawing_on_while_it_trains_begins_a_new_run(open_on: Open) -> None:
    hands = open_on(Points())
    session = hands.window.session
    session.set_running(True)
    hands.qtbot.waitUntil(lambda: session.snapshot.step > 0)
    hands.drag((-0.5, 0.0), (0.5, 0.0))
    hands.drag((-0.5, 0.3), (0.5, 0.3))
    points = hands.points
    hands.qtbot.waitUntil(lambda: session.snapshot.dataset.train_inputs.shape[1] == len(points))
    assert session.snapshot.step == 0
    assert not session.running


def test_a_class_that_is_undone_is_no_longer_drawn(open_on: Open) -> None:
    hands = open_on(Points())
    edit = hands.child(QLineEdit, "dataClassNamesEdit")
    edit.setText("0, 1, 2")
    hands.qtbot.keyClick(edit, Qt.Key.Key_Return)
    hands.click("drawClass2Button")
    hands.window.document.undo_stack.undo()
    hands.drag((0.0, 0.0), (0.0, 0.5))
    assert {number for *_, number in hands.points[4:]} == {0}


def test_a_copy_of_a_standardized_table_still_speaks_of_its_units(
    open_on: Open, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    rows = (f"{height},{weight},{place % 2}\n" for place, (height, weight) in enumerate(PEOPLE))
    people.write_text("height,weight,y\n" + "".join(rows))
    hands = open_on(Csv(path=str(people), standardize=True, test_share=0.5))
    hands.click("editPointsButton")
    hands.qtbot.waitUntil(lambda: hands.window.session.snapshot.experiment.dataset.name == "points")
    hands.qtbot.waitUntil(lambda: hands.plane.canvas.enabled_to_draw)
    assert hands.plane.canvas.x.labelText == "height (standardized)"
    assert "height 1" in hands.child(QLabel, "scalingLabel").text()
    for x, y, _ in hands.points:
        hands.plane.canvas.point(QPointF(x, y))
        assert hands.plane.readout.text in TOLD
