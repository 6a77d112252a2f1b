"""The desk of the initializer panel: combos, fields, the slider."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from core.trainer import Trainer
from gui.document import Document
from gui.panels.formula_label import FormulaLabel
from gui.panels.initializer import InitializerPanel
from gui.panels.scale_slider import ScaleSlider
from gui.selection import Selection
from tests.gui.test_panels.desk import PanelDesk

PIXEL = 0.1  # of a scale, by one pixel of the slider


class InitializerDesk(PanelDesk):
    """The initializer panel and the selection it follows."""

    panel: InitializerPanel

    def __init__(self, qtbot: QtBot, experiment: Experiment) -> None:
        document, self.selection = Document(experiment), Selection()
        super().__init__(qtbot, document, InitializerPanel(document, self.selection))

    @property
    def weights(self) -> list[object]:
        return [layer.weights for layer in self.document.experiment.layers]

    @property
    def slider(self) -> ScaleSlider:
        return self.child(ScaleSlider, "scaleSlider")

    @property
    def formula(self) -> str:
        return self.child(FormulaLabel, "formulaLabel").accessibleName()

    def choose(self, name: str, text: str) -> None:
        """Choose an item of a combo with the keyboard: Home, then down to it."""
        combo = self.child(QComboBox, name)
        combo.setFocus()
        self.qtbot.keyClick(combo, Qt.Key.Key_Home)
        while combo.currentText() != text:
            before = combo.currentIndex()
            self.qtbot.keyClick(combo, Qt.Key.Key_Down)
            assert combo.currentIndex() > before, f"{name} does not offer {text}"

    def drag(self, *values: int) -> None:
        """Press the slider at the first value and drag it over the others."""
        QApplication.processEvents()  # nobody grips it before the panel is laid out
        slider, y = self.slider, self.slider.height() // 2
        left, points = Qt.MouseButton.LeftButton, [QPoint(slider.middle_of(v), y) for v in values]
        self.qtbot.mousePress(slider, left, pos=points[0])
        for point in points[1:]:
            self.qtbot.mouseMove(slider, point)
        self.qtbot.mouseRelease(slider, left, pos=points[-1])

    def draw(self, run: int = 1) -> None:
        """Bring the snapshot of step 0, as the session does."""
        self.panel.show_snapshot(Trainer(self.document.experiment).snapshot(run))
