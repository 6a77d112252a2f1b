"""The initializer panel, used as a teacher uses it: combos, fields, the slider."""

from collections.abc import Iterator
from typing import TypeVar

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt, QTranslator
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.experiment import Experiment, default_experiment
from core.initializers import INITIALIZERS
from core.initializers.constant import Constant, Zeros
from core.initializers.he import HeNormal
from core.initializers.normal import Normal, ScaledNormal
from core.initializers.uniform import Uniform
from core.initializers.xavier import XavierNormal
from core.layer import Layer
from core.trainer import Trainer
from gui import theme
from gui.document import Document
from gui.panels.formula_label import FormulaLabel
from gui.panels.initializer import InitializerPanel
from gui.panels.notice import Notice
from gui.panels.number_field import NumberField
from gui.panels.scale_slider import ScaleSlider
from gui.plots.histogram import WeightHistogram
from gui.selection import Selection

MINUS = "\N{MINUS SIGN}"
PIXEL = 0.1  # of a scale, by one pixel of the slider
W = TypeVar("W", bound=QWidget)


class Desk:
    """A panel at work: its document, its selection, and the hands of its user."""

    def __init__(self, qtbot: QtBot, experiment: Experiment) -> None:
        self.qtbot = qtbot
        self.document = Document(experiment)
        self.selection = Selection()
        self.panel = InitializerPanel(self.document, self.selection)
        qtbot.addWidget(self.panel)
        self.document.changed.connect(self.panel.show_experiment)
        self.panel.resize(300, 640)
        with qtbot.waitExposed(self.panel):
            self.panel.show()

    @property
    def weights(self) -> list[object]:
        return [layer.weights for layer in self.document.experiment.layers]

    @property
    def slider(self) -> ScaleSlider:
        return self.child(ScaleSlider, "scaleSlider")

    @property
    def formula(self) -> str:
        return self.child(FormulaLabel, "formulaLabel").accessibleName()

    def child(self, kind: type[W], name: str) -> W:
        found = self.panel.findChild(kind, name)
        assert found is not None
        return found

    def choose(self, name: str, text: str) -> None:
        """Choose an item of a combo with the keyboard: Home, then down to it."""
        combo = self.child(QComboBox, name)
        combo.setFocus()
        self.qtbot.keyClick(combo, Qt.Key.Key_Home)
        while combo.currentText() != text:
            before = combo.currentIndex()
            self.qtbot.keyClick(combo, Qt.Key.Key_Down)
            assert combo.currentIndex() > before, f"{name} does not offer {text}"

    def enter(self, name: str, text: str) -> NumberField:
        field = self.child(NumberField, name)
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        return field

    def drag(self, *values: int) -> None:
        """Press the slider at the first value and drag it over the others."""
        slider, y = self.slider, self.slider.height() // 2
        left, points = Qt.MouseButton.LeftButton, [QPoint(slider.middle_of(v), y) for v in values]
        self.qtbot.mousePress(slider, left, pos=points[0])
        for point in points[1:]:
            self.qtbot.mouseMove(slider, point)
        self.qtbot.mouseRelease(slider, left, pos=points[-1])

    def draw(self, run: int = 1) -> None:
        """Bring the snapshot of step 0, as the session does."""
        self.panel.show_snapshot(Trainer(self.document.experiment).snapshot(run))


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    before = QLocale(), qapp.palette(), qapp.font()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    theme.apply(qapp, "light", 1.0)
    yield
    theme.apply(qapp, "light", 1.0)
    QLocale.setDefault(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, default_experiment())


def test_a_scheme_for_all_layers_is_one_edit(desk: Desk) -> None:
    desk.child(QComboBox, "schemeCombo").setFocus()
    desk.qtbot.keyClick(desk.child(QComboBox, "schemeCombo"), Qt.Key.Key_Home)
    assert desk.weights == [Zeros()] * 3
    assert desk.document.undo_stack.count() == 1
    desk.document.undo_stack.undo()
    assert desk.weights == [HeNormal()] * 3
    assert desk.child(QComboBox, "schemeCombo").currentText() == "He normal"


def test_the_scope_is_the_selection(desk: Desk) -> None:
    desk.choose("scopeCombo", "Layer 2 (3)")
    assert desk.selection.layers == {2}
    desk.choose("schemeCombo", "Xavier normal")
    assert desk.weights == [HeNormal(), XavierNormal(), HeNormal()]
    desk.selection.set_layers(frozenset({3}))
    assert desk.child(QComboBox, "scopeCombo").currentText() == "Output (1)"
    desk.choose("scopeCombo", "All layers")
    assert desk.selection.layers == frozenset()
    assert desk.child(QComboBox, "schemeCombo").placeholderText() == "mixed"
    assert desk.child(QComboBox, "schemeCombo").currentIndex() == -1


def test_several_layers_selected_in_the_diagram_are_edited_together(desk: Desk) -> None:
    desk.selection.set_layers(frozenset({1, 2}))
    assert desk.child(QComboBox, "scopeCombo").currentText() == "Layers 1, 2"
    desk.choose("schemeCombo", "Normal")
    assert desk.weights == [Normal(), Normal(), HeNormal()]


def test_the_scope_follows_added_layers(desk: Desk) -> None:
    desk.document.edit(edits.add_layer(desk.document.experiment, 1), "add")
    desk.choose("scopeCombo", "Layer 3 (3)")
    assert desk.selection.layers == {3}


def test_biases_take_the_same_names(desk: Desk) -> None:
    desk.choose("biasSchemeCombo", "Constant")
    desk.enter("biasesValueSpinBox", "0,1")
    biases = [layer.biases for layer in desk.document.experiment.layers]
    assert biases == [Constant(value=0.1)] * 3
    assert desk.weights == [HeNormal()] * 3


@pytest.mark.parametrize("name", INITIALIZERS)
def test_a_rule_shows_its_own_fields_and_no_others(desk: Desk, name: str) -> None:
    rule = INITIALIZERS[name]()
    desk.document.edit(edits.set_weights(desk.document.experiment, [1, 2, 3], rule), "rule")
    shown = {
        editor.objectName()
        for editor in desk.panel.findChildren(QWidget)
        if editor.objectName().startswith("weights") and editor.isVisible()
    }
    fields = {field.encode_name: field.name for field in msgspec.structs.fields(rule)}
    suffix = {name: "Combo" if name == "mode" else "SpinBox" for name in fields}
    assert shown == {f"weights{name.capitalize()}{suffix[name]}" for name in fields}


def test_a_parameter_takes_comma_and_point(desk: Desk) -> None:
    desk.choose("schemeCombo", "Normal")
    desk.enter("weightsStdSpinBox", "0,25")
    assert desk.weights == [Normal(std=0.25)] * 3
    desk.enter("weightsMeanSpinBox", "-1e-3")
    assert desk.weights == [Normal(std=0.25, centre=-0.001)] * 3


@pytest.mark.parametrize("text", ["abc", "", "-1", "1e7", "nan", "1_000", "0.1.2"])
def test_what_a_field_refuses_it_explains_beside_itself(desk: Desk, text: str) -> None:
    desk.choose("schemeCombo", "Normal")
    field = desk.enter("weightsStdSpinBox", text or " ")
    message = field.parentWidget().findChild(QLabel, "fieldMessage")
    assert message.isVisible()
    assert "at least 0 and at most 1,000,000" in message.text()
    assert field.text() == "0.1"
    assert desk.weights == [Normal()] * 3
    desk.enter("weightsStdSpinBox", "0.2")
    assert not message.isVisible()
    assert desk.weights == [Normal(std=0.2)] * 3


def test_bounds_in_the_wrong_order_are_refused_in_words(desk: Desk) -> None:
    desk.choose("schemeCombo", "Uniform")
    with desk.qtbot.waitSignal(desk.document.refused) as refused:
        field = desk.enter("weightsLowSpinBox", "2")
    assert refused.args[0].code == "low_above_high"
    message = field.parentWidget().findChild(QLabel, "fieldMessage")
    assert message.text() == "Low must not be above high"
    assert field.text() == f"{MINUS}0.5"
    assert desk.weights == [Uniform()] * 3


def test_layers_that_differ_show_a_mixed_parameter(desk: Desk) -> None:
    experiment = edits.set_weights(desk.document.experiment, [1, 2, 3], Normal())
    desk.document.edit(edits.set_weights(experiment, [2], Normal(std=2.0, centre=1.0)), "two")
    field = desk.child(NumberField, "weightsStdSpinBox")
    assert field.text() == "mixed"
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    desk.qtbot.keyClick(field, Qt.Key.Key_Up)
    assert desk.weights == [Normal(), Normal(std=2.0, centre=1.0), Normal()]
    desk.enter("weightsStdSpinBox", "0.1")
    assert desk.weights == [Normal(), Normal(centre=1.0), Normal()]


def test_one_drag_of_the_slider_is_one_undo(desk: Desk) -> None:
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


def test_the_formula_follows_while_the_slider_moves(desk: Desk) -> None:
    desk.choose("schemeCombo", "Normal")
    desk.choose("scopeCombo", "Layer 2 (3)")
    seen: list[str] = []
    desk.slider.scale_edited.connect(lambda: seen.append(desk.formula))
    desk.drag(-100, -50, 0)
    sigmas = [text.split("=")[2].split()[0] for text in seen]
    assert len(set(sigmas)) >= 3
    assert sigmas[-1] == f"{desk.weights[1].std:.3g}"


def test_a_key_on_the_slider_is_an_undo_of_its_own(desk: Desk) -> None:
    desk.choose("schemeCombo", "Normal")
    before = desk.document.undo_stack.count()
    desk.qtbot.keyClick(desk.slider, Qt.Key.Key_Right)
    desk.qtbot.keyClick(desk.slider, Qt.Key.Key_PageUp)
    assert desk.weights == [Normal(std=0.182)] * 3  # 26 hundredths of a decade above 0.1
    assert desk.document.undo_stack.count() == before + 2


def test_the_slider_reaches_from_1e_4_to_1e2(desk: Desk) -> None:
    desk.choose("schemeCombo", "Normal")
    desk.qtbot.keyClick(desk.slider, Qt.Key.Key_Home)
    assert desk.weights == [Normal(std=1e-4)] * 3
    desk.qtbot.keyClick(desk.slider, Qt.Key.Key_End)
    assert desk.weights == [Normal(std=100.0)] * 3


def test_the_slider_leaves_a_negative_constant_negative(desk: Desk) -> None:
    desk.choose("schemeCombo", "Constant")
    desk.enter("weightsValueSpinBox", "-0.5")
    desk.drag(-30, 0)
    assert desk.weights == [Constant(value=pytest.approx(-1.0, rel=PIXEL))] * 3


def test_the_slider_says_why_it_cannot_be_moved(desk: Desk) -> None:
    assert not desk.slider.isEnabled()
    tip = desk.slider.parentWidget().toolTip()
    assert tip.startswith("He normal fixes")
    assert desk.slider.accessibleDescription() == tip
    desk.choose("schemeCombo", "Normal")
    assert desk.slider.isEnabled()


def test_the_formula_of_one_layer_with_its_numbers(qtbot: QtBot) -> None:
    layers = (Layer(10), Layer(5), Layer(1, "sigmoid"))
    desk = Desk(qtbot, replace(default_experiment(), layers=layers))
    desk.selection.set_layers(frozenset({2}))
    text = " ".join(desk.formula.split())
    assert "σ = √(2 / nin) = √(2 / 10) = 0.447 variance 0.200 measured σ …" in text
    desk.draw()
    measured = Trainer(desk.document.experiment).network.weights[1].std()
    assert f"measured σ {measured:.3f} weights 5 × 10 = 50" in " ".join(desk.formula.split())


def test_several_layers_get_a_line_each_and_the_columns_that_fit(desk: Desk) -> None:
    desk.draw()
    desk.panel.resize(240, 640)
    assert "nout" not in desk.formula
    desk.panel.resize(600, 640)
    lines = [line.split() for line in desk.formula.splitlines() if line.strip()]
    assert lines[0][:2] == ["σ", "="]
    words = [word for line in lines for word in line]
    first = words.index("Layer")
    assert words[first : first + 6] == ["Layer", "1", "2", "4", "1.00", "1.00"]


def test_a_deep_network_keeps_its_table_short(qtbot: QtBot) -> None:
    layers = (*[Layer(8)] * 63, Layer(1, "sigmoid"))
    desk = Desk(qtbot, replace(default_experiment(), layers=layers))
    assert "57 more layers" in desk.formula
    assert "Output" in desk.formula
    assert "Layer 7" not in desk.formula


def test_what_was_drawn_for_another_experiment_is_not_shown(desk: Desk) -> None:
    desk.selection.set_layers(frozenset({1}))
    desk.draw()
    assert "measured σ …" not in " ".join(desk.formula.split())
    desk.choose("schemeCombo", "Normal")
    assert "measured σ …" in " ".join(desk.formula.split())
    desk.draw(run=2)
    assert "measured σ …" not in " ".join(desk.formula.split())


def test_the_histogram_shows_the_weights_in_scope(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[list[float], float, float]] = []
    monkeypatch.setattr(
        WeightHistogram,
        "show_weights",
        lambda self, values, sigma, mean: shown.append((values.tolist(), sigma, mean)),
    )
    desk.draw()
    drawn = Trainer(desk.document.experiment).network.weights
    assert len(shown[-1][0]) == sum(W.size for W in drawn)
    # Layers of 8, 12 and 3 weights with the variances 1, 1/2 and 2/3.
    assert shown[-1][1:] == (pytest.approx(((8 + 6 + 2) / 23) ** 0.5), 0.0)
    desk.selection.set_layers(frozenset({2}))
    assert shown[-1] == (drawn[1].ravel().tolist(), pytest.approx(0.5**0.5), 0.0)
    count = len(shown)
    desk.draw()
    assert len(shown) == count  # a later snapshot of the same run: the same first weights


def test_a_rule_that_does_not_fit_its_activation_is_named(desk: Desk) -> None:
    notice = desk.panel.findChild(Notice)
    assert not notice.isVisible()  # He fits ReLU, and the sigmoid belongs to the loss
    desk.document.edit(edits.set_activation(desk.document.experiment, [2], "tanh"), "tanh")
    assert notice.isVisible()
    assert notice.text == "He normal was made for ReLU, leaky ReLU; Layer 2 uses tanh."
    desk.selection.set_layers(frozenset({1}))
    assert not notice.isVisible()
    desk.selection.clear()
    desk.choose("schemeCombo", "Xavier normal")
    assert notice.text.endswith("Layer 1 uses ReLU.")


def test_showing_an_experiment_edits_nothing(desk: Desk) -> None:
    changes: list[Experiment] = []
    desk.document.changed.connect(changes.append)
    other = edits.set_weights(desk.document.experiment, [1, 2, 3], Uniform(low=-2.0, high=1.0))
    desk.panel.show_experiment(other)
    assert desk.child(NumberField, "weightsLowSpinBox").text() == f"{MINUS}2"
    QApplication.sendEvent(desk.panel, QEvent(QEvent.Type.LanguageChange))
    assert not changes
    assert desk.document.undo_stack.count() == 0


def test_tab_goes_down_the_panel(desk: Desk) -> None:
    desk.choose("schemeCombo", "Normal")
    names = ["scopeCombo", "schemeCombo", "weightsStdSpinBox", "weightsMeanSpinBox", "scaleSlider"]
    desk.panel.activateWindow()
    desk.child(QComboBox, "scopeCombo").setFocus()
    reached: list[str] = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        reached.append(focused.objectName())
        desk.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [*names, "biasSchemeCombo"]


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", ["he_normal", "normal", "xavier_uniform"])
def test_nothing_is_cut_at_300_px(qtbot: QtBot, qapp: QApplication, zoom: float, name: str) -> None:
    theme.apply(qapp, "light", zoom)
    rule = INITIALIZERS[name]()
    desk = Desk(qtbot, edits.set_weights(default_experiment(), [1, 2, 3], rule))
    for layers in (frozenset(), frozenset({1})):
        desk.selection.set_layers(layers)
        desk.draw()
        for widget in desk.panel.findChildren(QWidget):
            if widget.isVisibleTo(desk.panel):
                right = widget.mapTo(desk.panel, widget.rect().topRight()).x()
                assert right < 300, (
                    f"{widget.objectName() or type(widget).__name__} ends at {right}"
                )
        label = desk.child(FormulaLabel, "formulaLabel")
        text = QTextDocument()
        text.setDefaultFont(label.font())
        text.setHtml(label.text())
        text.setTextWidth(label.width())
        assert text.size().width() <= label.width()


class Quoting(QTranslator):
    """A language in which every text stands in quotation marks."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"«{text}»"


def test_every_text_follows_a_change_of_language(desk: Desk, qapp: QApplication) -> None:
    desk.document.edit(edits.set_activation(desk.document.experiment, [1], "tanh"), "tanh")
    desk.choose("scopeCombo", "Layer 1 (4)")
    quoting = Quoting()
    qapp.installTranslator(quoting)
    try:
        desk.qtbot.waitUntil(lambda: "«variance»" in desk.formula)
        texts = [label.text() for label in desk.panel.findChildren(QLabel) if label.isVisible()]
        texts += [combo.currentText() for combo in desk.panel.findChildren(QComboBox)]
        unquoted = [text for text in texts if text not in ("σ", "1.00") and "«" not in text]
        assert [text for text in unquoted if text] == []
    finally:
        qapp.removeTranslator(quoting)
    desk.qtbot.waitUntil(lambda: "«" not in desk.formula)
    assert desk.document.undo_stack.count() == 1
