"""The formula of the weights with its numbers, and beside it what was drawn."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QLabel, QWidget

from gui import labels, numbers, theme
from gui.focus_ring import draw_focus_ring
from gui.panels import formula
from gui.panels.formula_table import equations, fits, layer_lines, measured_sigma, row_at, table
from gui.panels.layer_weights import LayerWeights

DIGIT = re.compile(r"\d")
MOST_KEPT = 64  # heights


class FormulaLabel(QLabel):
    """sigma = sqrt(2 / n_in) = sqrt(2 / 10) = 0.447, variance 0.200, measured 0.440.

    One layer gets its formula in symbols and in numbers; several layers get
    the symbols once and a table of their numbers.

    Signals
    -------
    pointed(int)
        The pointer, or with the focus the arrow keys, are at this layer; 0: at none.
    """

    pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="formulaLabel", wordWrap=True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layers: Sequence[LayerWeights] = ()
        self._place = 0  # of the layer that is pointed at, or was
        self._shape = ""
        self._heights: dict[tuple[str, int], int] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setContentsMargins(*2 * [theme.GRID // 2, 2])  # room for the focus ring

    def show_layers(self, layers: Sequence[LayerWeights]) -> None:
        """Show the rules of these layers with their numbers."""
        self._layers = layers
        self.typeset()

    def typeset(self) -> None:
        """Write the text for the width, the colours and the language in force."""
        if not self._layers:
            return
        html = self._one(self._layers[0]) if len(self._layers) == 1 else self._several()
        if html != self.text():
            self._shape = DIGIT.sub("0", html)
            self.setText(html)
            self.setAccessibleName(QTextDocumentFragment.fromHtml(html).toPlainText())

    def minimumSizeHint(self) -> QSize:
        """Never ask for width: the table leaves out columns instead."""
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        """Ask for the height at the width there is."""
        return QSize(0, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width; texts that differ only in digits have the same.

        Layouts ask for it several times for every move of the slider, and to
        lay a table out takes long.
        """
        place = self._shape, width
        if place not in self._heights:
            if len(self._heights) >= MOST_KEPT:
                self._heights.clear()
            self._heights[place] = super().heightForWidth(width)
        return self._heights[place]

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        self._heights.clear()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the columns that the new width has room for."""
        super().resizeEvent(event)
        self.typeset()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the layer under the pointer."""
        super().mouseMoveEvent(event)
        lines = layer_lines(self._layers)
        row = row_at(self, event.position()) if len(lines) > 1 else 0
        layer = None if row is None or not lines else lines[row]
        if layer is None:
            self._step(0)
        else:
            self._point(layer.place)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing, unless the keyboard does."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.pointed.emit(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point at a layer."""
        super().focusInEvent(event)
        self._step(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing."""
        super().focusOutEvent(event)
        self.pointed.emit(0)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from layer to layer."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._step(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the focus ring around it."""
        super().paintEvent(event)
        if self.hasFocus():
            draw_focus_ring(QPainter(self), self.rect())

    def _step(self, step: int) -> None:
        """Point at the layer so many lines below the one pointed at last, or at the first."""
        places = [layer.place for layer in layer_lines(self._layers) if layer is not None]
        if places:
            row = places.index(self._place) + step if self._place in places else 0
            self._point(places[max(0, min(row, len(places) - 1))])

    def _point(self, place: int) -> None:
        self._place = place
        self.pointed.emit(place)

    def _one(self, layer: LayerWeights) -> str:
        shape = " × ".join(map(numbers.whole, layer.shape))
        facts = [
            (self.tr("σ of"), labels.sigma_of_name(layer.rule.sigma_of)),
            (self.tr("variance"), numbers.figure(layer.sigma**2)),
            (self.tr("measured σ"), measured_sigma(layer)),
            (self.tr("weights"), f"{shape} = {numbers.whole(layer.count)}"),
        ]
        if layer.mean:
            facts.insert(0, (self.tr("mean"), numbers.figure(layer.mean)))
        return equations([self._sigma(layer), facts], self.contentsRect().width())

    def _sigma(self, layer: LayerWeights) -> list[tuple[str, str]]:
        sigma, expression = numbers.figure(layer.sigma), layer.rule.expression
        if not formula.has_symbols(expression):
            return [("σ", f"= {sigma}")]
        symbols = formula.in_symbols(expression)
        if expression.isidentifier():
            return [("σ", f"= {symbols} = {sigma}")]
        return [("σ", f"= {symbols}"), ("", f"= {layer.in_numbers()} = {sigma}")]

    def _several(self) -> str:
        expressions = {layer.rule.expression for layer in self._layers}
        width = self.contentsRect().width()
        room = table(self._layers, width)
        if len(expressions) > 1:
            return room
        symbols = formula.in_symbols(expressions.pop())
        if not fits(f"σ = {symbols}", width):
            symbols = formula.breakable(symbols)
        whose = labels.sigma_of_name(self._layers[0].rule.sigma_of)
        return f"<p>σ = {symbols}{self._quiet(self.tr('σ of'), whose)}</p>{room}"

    def _quiet(self, *words: str) -> str:
        """Return a remark of its own line."""
        size = theme.font("caption").pointSizeF()
        style = f"color:{theme.current().quiet}; font-size:{size}pt"
        return f'<br><span style="{style}">{" ".join(words)}</span>'
