"""A few pictures of a dataset, each over the name of its class or its value."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.datasets import Dataset
from core.snapshot import FloatArray
from gui import numbers, theme
from gui.panel import Panel
from gui.plots.ink import image

SIDE = 34  # px
ROWS = 2
MOST = 64  # pictures that are kept


class Pictures(Panel):
    """The first training pictures, in as many columns as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="dataPictures")
        self._dataset: Dataset | None = None
        self._images: list[QImage] = []
        self.texts: list[str] = []
        self.retranslate()
        self.restyle()

    def show_dataset(self, dataset: Dataset) -> None:
        """Show pictures of this dataset."""
        self._dataset = dataset
        assert dataset.image_shape is not None
        some = dataset.train_inputs[:, :MOST]
        self._images = [image(one.reshape(dataset.image_shape), "window") for one in some.T]
        self.texts = [_text(dataset, target) for target in dataset.train_targets[:, :MOST].T]
        self.update()

    @property
    def columns(self) -> int:
        """How many pictures stand beside each other."""
        return max(1, (self.width() + theme.GRID) // (theme.pixels(SIDE) + theme.GRID))

    def retranslate(self) -> None:
        """Name it in the language in force."""
        self.setAccessibleName(self.tr("Pictures of the training data"))

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self.updateGeometry()
        if self._dataset is not None:
            self.show_dataset(self._dataset)

    def sizeHint(self) -> QSize:
        """Return the room of the rows."""
        row = theme.pixels(SIDE) + self._line() + theme.GRID
        return QSize(4 * theme.pixels(SIDE), ROWS * row - theme.GRID)

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of the rows and the width of a picture."""
        return QSize(theme.pixels(SIDE), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pictures."""
        painter = QPainter(self)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text"))
        side, line = theme.pixels(SIDE), self._line()
        shown = list(zip(self._images, self.texts, strict=True))[: ROWS * self.columns]
        for place, (picture, text) in enumerate(shown):
            row, column = divmod(place, self.columns)
            corner = column * (side + theme.GRID), row * (side + line + theme.GRID)
            painter.drawImage(QRect(*corner, side, side), picture)
            below = QRect(corner[0], corner[1] + side, side, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)

    def _line(self) -> int:
        return QFontMetrics(theme.font("caption")).height()


def _text(dataset: Dataset, target: FloatArray) -> str:
    if not dataset.class_names:
        return numbers.figure(float(target[0]))
    number = int(target[0]) if target.size == 1 else int(target.argmax())
    return dataset.class_names[number]
