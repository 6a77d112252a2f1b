"""The equations, stepped through with the keyboard, as a class follows one sample."""

import numpy as np
import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.datasets.digits import Digits
from core.equations import Step, one_pass, outline, term
from core.experiment import Experiment
from core.layer import Layer
from core.snapshot import Snapshot
from gui import numbers, theme
from gui.equations.excerpt import shown
from gui.equations.layout import CHOICES, lay_out
from gui.equations.view import EquationsView
from gui.selection import Selection
from tests.gui.snapshots import circles, trained
from tests.gui.windows import open_window

Key = Qt.Key
SNAPSHOT = trained(circles(), 20)


@pytest.fixture
def view(qtbot: QtBot) -> EquationsView:
    made = EquationsView(Selection())
    qtbot.addWidget(made)
    made.resize(800, 300)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    made.show_experiment(SNAPSHOT.experiment)
    made.show_snapshot(SNAPSHOT)
    return made


def ink(view: EquationsView) -> set[int]:
    """Return the colours of the equation's picture."""
    picture = view.sheet.grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return set(np.unique(np.frombuffer(picture.constBits(), np.uint32)).tolist())


def press(qtbot: QtBot, view: EquationsView, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        qtbot.keyClick(view, key)


def test_it_begins_with_the_first_sum(view: EquationsView):
    assert view.step == Step("Z", 1)
    assert view.accessibleDescription().endswith("Z[1] = W[1] A[0] + b[1]")
    assert view.title.text() == "Layer 1: weighted sums plus biases"


@pytest.mark.parametrize("on", [Key.Key_Right, Key.Key_Down, Key.Key_PageDown])
def test_one_term_a_key_press_to_the_last(qtbot: QtBot, view: EquationsView, on: Qt.Key):
    seen = [view.step]
    for _ in range(18):
        press(qtbot, view, on)
        seen.append(view.step)
    assert tuple(seen) == outline(3)
    press(qtbot, view, on)
    assert view.step == Step("chain", 1)


@pytest.mark.parametrize("back", [Key.Key_Left, Key.Key_Up, Key.Key_PageUp])
def test_and_back(qtbot: QtBot, view: EquationsView, back: Qt.Key):
    press(qtbot, view, Key.Key_End)
    press(qtbot, view, back)
    assert view.step == Step("db", 1)
    press(qtbot, view, Key.Key_Home)
    press(qtbot, view, back)
    assert view.step == Step("Z", 1)


def test_the_last_line_is_no_less_true_for_having_many_paths(qtbot: QtBot, view: EquationsView):
    press(qtbot, view, Key.Key_End)
    assert view.note.text.startswith("This path gives ")
    assert " + ⋯. This path" in view.accessibleDescription()


def test_each_step_lights_its_layer_and_selects_none(qtbot: QtBot, view: EquationsView):
    view._selection.set_layers(frozenset({1}))
    press(qtbot, view, Key.Key_Right, 2)
    assert view.step == Step("Z", 2)
    assert view._selection.lit[0].layer == 2
    press(qtbot, view, Key.Key_End)
    assert {place.layer for place in view._selection.lit} == {0, 1, 2, 3}
    assert view._selection.layers == {1}


def test_what_an_edit_has_just_added_or_removed_is_left_alone(view: EquationsView):
    view.show_experiment(circles(units=(9,)))
    view._selection.toggle_neuron((1, 8))
    view._selection.toggle_neuron((7, 0))
    for row in range(19):
        view.go_to(row)
    assert view.controls.hint.text().startswith("Choose")


def test_the_buttons_step_too_and_end_where_the_terms_do(qtbot: QtBot, view: EquationsView):
    assert not view.controls.back.isEnabled()
    qtbot.mouseClick(view.controls.on, Qt.MouseButton.LeftButton)
    assert view.step == Step("A", 1)
    assert view.controls.place.text() == "2 / 19"
    qtbot.mouseClick(view.controls.back, Qt.MouseButton.LeftButton)
    assert view.step == Step("Z", 1)
    press(qtbot, view, Key.Key_End)
    assert not view.controls.on.isEnabled()


def test_a_click_on_a_line_of_the_list_goes_there_and_gives_the_keys(
    qtbot: QtBot, view: EquationsView
):
    view.controls.field.setFocus()
    item = view.contents.item(4)
    place = view.contents.visualItemRect(item).center()
    qtbot.mouseClick(view.contents.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.step == Step("Z", 3)
    assert view.hasFocus()


def test_the_list_reads_as_plain_text(view: EquationsView):
    lines = [view.contents.item(row).text() for row in range(view.contents.count())]
    assert lines[1] == "A[1] = ReLU(Z[1])"
    assert lines[6:11] == [
        "dA[3] = − Y / A[3] + (1 − Y) / (1 − A[3])",
        "dZ[3] = A[3] − Y",
        "dW[3] = dZ[3] A[2]ᵀ",
        "db[3] = dZ[3]",
        "dA[2] = W[3]ᵀ dZ[3]",
    ]
    assert lines[11] == "dZ[2] = dA[2] ∘ ReLU′(Z[2])"
    assert lines[-1].startswith("dw_")


def test_all_samples_divide_by_their_number(qtbot: QtBot, view: EquationsView):
    view.controls.field.setFocus()
    view.controls.field.selectAll()
    qtbot.keyClicks(view.controls.field, "all")
    qtbot.keyClick(view.controls.field, Key.Key_Return)
    lines = [view.contents.item(row).text() for row in range(view.contents.count())]
    assert lines[8:10] == ["dW[3] = 1/40 dZ[3] A[2]ᵀ", "db[3] = 1/40 ∑ dZ[3]"]
    assert not lines[-1].startswith("dw_")  # a path is one sample's


def test_another_sample_has_other_numbers(qtbot: QtBot, view: EquationsView):
    first = view.sheet.grab().toImage()
    view.controls.field.setFocus()
    qtbot.keyClick(view.controls.field, Key.Key_Up)
    assert view.controls.sample == 1
    assert view.sheet.grab().toImage() != first


def test_a_chosen_neuron_lights_its_row(view: EquationsView):
    view._selection.toggle_neuron((2, 0))
    plain = ink(view)
    assert view.controls.hint.text() == "Choose a neuron in the diagram to light its row"
    view._selection.toggle_neuron((1, 2))
    assert view.controls.hint.text() == "Layer 1, neuron 3"
    assert ink(view) != plain
    view._selection.toggle_neuron((1, 2))
    assert ink(view) == plain


def test_a_path_leads_through_the_chosen_neurons(qtbot: QtBot, view: EquationsView):
    press(qtbot, view, Key.Key_End)
    view._selection.toggle_neuron((1, 3))
    view._selection.toggle_neuron((2, 1))
    text = view.accessibleDescription()
    assert "w_24[2]" in text
    assert "ReLU′(z_4[1])" in text
    assert view.contents.item(18).text() in text


def test_the_arithmetic_of_the_chosen_neuron_is_told(view: EquationsView):
    view._selection.toggle_neuron((1, 2))
    weights, inputs = SNAPSHOT.weights[0][2], SNAPSHOT.dataset.train_inputs[:, 0]
    bias = SNAPSHOT.biases[0][2, 0]
    w1, w2, a1, a2, b, z = map(numbers.figure, (*weights, *inputs, bias, weights @ inputs + bias))
    assert view.accessibleDescription().endswith(
        "z_3[1] = w_31[1] · a_1[0] + w_32[1] · a_2[0] + b_3[1]: "
        f"{z} = {w1} · {a1} + {w2} · {a2} + {b}"
    )


def test_nothing_is_drawn_that_nobody_sees(qtbot: QtBot):
    view = EquationsView(Selection())
    qtbot.addWidget(view)
    view.show_snapshot(SNAPSHOT)
    assert view.step is None
    view.show()
    assert view.step == Step("Z", 1)


def test_the_step_stays_while_the_network_changes(qtbot: QtBot, view: EquationsView):
    view.go_to(4)
    view.show_snapshot(trained(circles(units=(5, 2, 2)), 0))
    assert view.step == Step("Z", 3)
    assert view.contents.count() == 25
    view.show_snapshot(trained(circles(units=()), 0))
    assert view.step == Step("Z", 1)


@pytest.mark.parametrize("name", ["light", "dark", "projector"])
@pytest.mark.parametrize("zoom", [1.0, 1.5])
@pytest.mark.parametrize("size", [(420, 220), (800, 300)])
def test_every_term_fits_its_width(
    view: EquationsView, qapp: QApplication, name: str, zoom: float, size: tuple[int, int]
):
    theme.apply(qapp, name, zoom)
    view.resize(*size)
    qapp.sendPostedEvents()
    for row in range(19):
        view.go_to(row)
        assert not view.sheet.horizontalScrollBar().isVisible()
        assert theme.color("text").rgb() in ink(view)


def digits() -> Snapshot:
    layers = (Layer(64), Layer(10, "softmax"))
    experiment = Experiment(format=1, dataset=Digits(), layers=layers, loss="cross_entropy")
    return trained(experiment, 0)


def test_large_matrices_are_shown_in_excerpts(view: EquationsView):
    view.show_snapshot(digits())
    view._selection.toggle_neuron((1, 40))
    for row in range(len(outline(2))):
        view.go_to(row)
        assert not view.sheet.horizontalScrollBar().isVisible()


def test_all_samples_are_offered_only_where_a_pass_of_them_is_quick(view: EquationsView):
    assert view.controls.field.bounds.optional
    view.show_snapshot(digits())
    assert not view.controls.field.bounds.optional


@pytest.mark.parametrize(
    ("count", "most", "chosen", "expected"),
    [
        (3, 4, None, [0, 1, 2]),
        (9, 4, None, [0, 1, None, 8]),
        (9, 4, 5, [0, None, 5, None, 8]),
        (9, 4, 8, [0, 1, None, 8]),
        (5, 4, 2, [0, 1, 2, 3, 4]),
        (9, 5, 3, [0, 1, None, 3, None, 8]),
        (9, 5, 7, [0, 1, None, 7, 8]),
    ],
)
def test_an_excerpt_holds_the_first_the_chosen_and_the_last(count, most, chosen, expected):
    assert shown(count, most, chosen) == expected


def test_the_largest_type_that_fits_is_taken(qtbot: QtBot, view: EquationsView):
    s = SNAPSHOT
    X, Y = s.dataset.train_inputs[:, :1], s.dataset.train_targets[:, :1]
    written = term(one_pass(s.experiment, s.weights, s.biases, X, Y), Step("Z", 1))
    large = lay_out(written, None, QSizeF(2000, 1000))
    assert large.choice == 0
    small = lay_out(written, None, QSizeF(large.size.width() - 1, 1000))
    assert 0 < small.choice < len(CHOICES)
    assert small.size.width() < large.size.width()
    broken = lay_out(written, None, QSizeF(120, 1000))
    assert len(broken.lines) > 1


def test_in_the_window_the_keys_light_the_diagram_and_space_still_trains(qtbot: QtBot):
    window = open_window(qtbot)
    window.docks.docks["equations"].raise_()
    view = window.findChild(EquationsView, "equationsView")
    qtbot.waitUntil(lambda: view.step is not None)
    qtbot.mouseClick(view.sheet.viewport(), Qt.MouseButton.LeftButton)
    assert view.hasFocus()
    qtbot.keyClick(view, Key.Key_PageDown)
    qtbot.keyClick(view, Key.Key_Right)
    assert view.step == Step("Z", 2)
    assert window.selection.lit[0].layer == 2
    qtbot.keyClick(view, Key.Key_Space)
    qtbot.waitUntil(lambda: window.session.snapshot.step > 10)
    qtbot.keyClick(view, Key.Key_Space)
    qtbot.waitUntil(lambda: not window.session.running)
    assert view.step == Step("Z", 2)
