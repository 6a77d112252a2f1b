"""The formula of the weights with its numbers, and beside it what was drawn."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QWidget

from gui import labels, numbers, theme
from gui.panels import formula
from gui.panels.formula_table import equations, fits, measured_sigma, table
from gui.panels.layer_weights import LayerWeights

DIGIT = re.compile(r"\d")
MOST_KEPT = 64  # heights


class FormulaLabel(QLabel):
    """sigma = sqrt(2 / n_in) = sqrt(2 / 10) = 0.447, variance 0.200, measured 0.440.

    One layer gets its formula in symbols and in numbers; several layers get
    the symbols once and a table of their numbers.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="formulaLabel", wordWrap=True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layers: Sequence[LayerWeights] = ()
        self._shape = ""
        self._heights: dict[tuple[str, int], int] = {}

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
        return equations([self._sigma(layer), facts], self.width())

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
        room = table(self._layers, self.width())
        if len(expressions) > 1:
            return room
        symbols = formula.in_symbols(expressions.pop())
        if not fits(f"σ = {symbols}", self.width()):
            symbols = formula.breakable(symbols)
        whose = labels.sigma_of_name(self._layers[0].rule.sigma_of)
        return f"<p>σ = {symbols}{self._quiet(self.tr('σ of'), whose)}</p>{room}"

    def _quiet(self, *words: str) -> str:
        """Return a remark of its own line."""
        size = theme.font("caption").pointSizeF()
        style = f"color:{theme.current().quiet}; font-size:{size}pt"
        return f'<br><span style="{style}">{" ".join(words)}</span>'
