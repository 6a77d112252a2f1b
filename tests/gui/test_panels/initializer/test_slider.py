"""The sigma slider: a drag, a key, and why it can't be moved."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from core import edits
from core.initializers.constant import Constant
from core.initializers.explicit import Explicit
from core.initializers.normal import Normal, ScaledNormal
from tests.gui.test_panels.initializer.desk import PIXEL, InitializerDesk


def test_one_drag_of_the_slider_is_one_undo(desk: InitializerDesk) -> None:
    desk.choose("schemeCombo", "Scaled normal")
    before = desk.document.undo_stack.count()
    desk.drag(-200, -120, -30, 0)
    dragged = desk.weights
    assert dragged == [ScaledNormal(factor=pytest.approx(1.0, rel=PIXEL))] * 3
    desk.drag(100, 40)
    assert desk.weights == [ScaledNormal(factor=pytest.approx(10**0.4, rel=PIXEL))] * 3
    assert desk.document.undo_stack.count() == before + 2
    desk.document.undo_stack.undo()
    assert desk.weights == dragged
    desk.document.undo_stack.undo()
    assert desk.weights == [ScaledNormal()] * 3
    assert desk.slider.value() == -200


def test_the_formula_follows_while_the_slider_moves(desk: InitializerDesk) -> None:
    desk.choose("schemeCombo", "Normal")
    desk.choose("scopeCombo", "Layer 2 (3)")
    seen: list[str] = []
    desk.slider.scale_edited.connect(lambda: seen.append(desk.formula))
    desk.drag(-100, -50, 0)
    sigmas = [text.split("=")[2].split()[0] for text in seen]
    assert len(set(sigmas)) >= 3
    assert sigmas[-1] == f"{desk.weights[1].std:.3g}"


def test_a_key_on_the_slider_is_an_undo_of_its_own(desk: InitializerDesk) -> None:
    desk.choose("schemeCombo", "Normal")
    before = desk.document.undo_stack.count()
    desk.qtbot.keyClick(desk.slider, Qt.Key.Key_Right)
    desk.qtbot.keyClick(desk.slider, Qt.Key.Key_PageUp)
    assert desk.weights == [Normal(std=0.182)] * 3  # 26 hundredths of a decade above 0.1
    assert desk.document.undo_stack.count() == before + 2


def test_the_slider_reaches_from_1e_4_to_1e2(desk: InitializerDesk) -> None:
    desk.choose("schemeCombo", "Normal")
    desk.qtbot.keyClick(desk.slider, Qt.Key.Key_Home)
    assert desk.weights == [Normal(std=1e-4)] * 3
    desk.qtbot.keyClick(desk.slider, Qt.Key.Key_End)
    assert desk.weights == [Normal(std=100.0)] * 3


def test_the_slider_leaves_a_negative_constant_negative(desk: InitializerDesk) -> None:
    desk.choose("schemeCombo", "Constant")
    desk.enter("weightsValueSpinBox", "-0.5")
    desk.drag(-30, 0)
    assert desk.weights == [Constant(value=pytest.approx(-1.0, rel=PIXEL))] * 3


def test_beside_typed_weights_the_slider_is_named_after_what_it_moves(
    desk: InitializerDesk,
) -> None:
    desk.choose("schemeCombo", "Constant")
    typed = Explicit(matrix=((0.5, 0.5),) * 4)
    desk.document.edit(edits.set_weights(desk.document.experiment, [1], typed), "type")
    row = desk.slider.parentWidget()
    captions = [label for label in desk.panel.findChildren(QLabel) if label.buddy() is row]
    assert [label.text() for label in captions] == ["|Value|"]


def test_the_slider_says_why_it_cannot_be_moved(desk: InitializerDesk) -> None:
    assert not desk.slider.isEnabled()
    tip = desk.slider.parentWidget().toolTip()
    assert tip.startswith("He normal fixes")
    assert desk.slider.accessibleDescription() == tip
    desk.choose("schemeCombo", "Normal")
    assert desk.slider.isEnabled()


def test_formula_and_histogram_move_together_with_the_next_draw(desk: InitializerDesk) -> None:
    desk.choose("schemeCombo", "Normal")
    desk.draw()
    slider, y = desk.slider, desk.slider.height() // 2
    left = Qt.MouseButton.LeftButton
    desk.qtbot.mousePress(slider, left, pos=QPoint(slider.middle_of(-50), y))
    before = desk.formula
    desk.qtbot.mouseMove(slider, QPoint(slider.middle_of(0), y))
    assert desk.formula == before
    desk.draw(run=2)
    assert desk.formula != before
    desk.qtbot.mouseRelease(slider, left, pos=QPoint(slider.middle_of(0), y))
