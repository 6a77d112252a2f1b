"""What a user does to the data: with the mouse and the keyboard, in the window."""

from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.datasets import AnyDataset, Points
from core.datasets.points import Point
from gui.main_window import MainWindow
from gui.plots.plane import PlanePlot

W = TypeVar("W", bound=QWidget)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Hands:
    """A window, and hands on its data panel."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    def child(self, kind: type[W], name: str) -> W:
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.child(QWidget, name), LEFT)

    def edit(self, dataset: AnyDataset) -> None:
        document = self.window.document
        assert document.edit(edits.set_dataset(document.experiment, dataset), "data")

    @property
    def counts(self) -> QLabel:
        return self.child(QLabel, "dataCountsLabel")

    @property
    def plane(self) -> PlanePlot:
        return self.child(PlanePlot, "dataPlot")

    @property
    def points(self) -> tuple[Point, ...]:
        dataset = self.window.document.experiment.dataset
        assert isinstance(dataset, Points)
        return dataset.points

    def pixel(self, x: float, y: float) -> QPoint:
        """Return where a place of the plane is on the canvas."""
        canvas = self.plane.canvas
        return canvas.mapFromScene(canvas.view.mapViewToScene(QPointF(x, y)))

    def drag(self, *places: tuple[float, float], button: Qt.MouseButton = LEFT) -> None:
        """Press at the first place, move to the others in steps, release at the last."""
        viewport = self.plane.canvas.viewport()
        pixels = [self.pixel(*place) for place in places]
        self.qtbot.mousePress(viewport, button, pos=pixels[0])
        for begin, end in zip(pixels[:-1], pixels[1:], strict=True):
            for part in range(1, 11):
                step = begin + (end - begin) * (part / 10)
                self._move(step, button)
        self.qtbot.mouseRelease(viewport, button, pos=pixels[-1])

    def _move(self, place: QPoint, button: Qt.MouseButton) -> None:
        self.qtbot.mouseMove(self.plane.canvas.viewport(), place)
