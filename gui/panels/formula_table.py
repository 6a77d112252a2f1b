"""The formulas of several layers side by side: a line a layer, as many columns as fit."""

import re
from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel

from gui import labels, numbers, theme
from gui.panels import formula
from gui.panels.layer_weights import LayerWeights

MOST_LINES = 8  # the layers between are one choice of scope away
GAP, ROW_GAP = 8, 2  # px between columns, and between lines
TAG = re.compile("<[^>]*>")
NOT_YET = "\N{HORIZONTAL ELLIPSIS}"


class _Column(Struct, frozen=True):
    """A heading and its cells; of the columns without room the highest rank goes first."""

    heading: str
    cells: list[str]
    rank: int = 0
    align: str = "right"

    def width(self, metrics: QFontMetrics) -> int:
        plain = (TAG.sub("", cell) for cell in self.texts())
        return max(map(metrics.horizontalAdvance, plain)) + GAP

    def texts(self) -> list[str]:
        return [self.heading, *self.cells]


def table(layers: Sequence[LayerWeights], width: int) -> str:
    """Return the layers as an HTML table no wider than `width` px, if that can be."""
    columns = _columns(_shortened(layers), mixed=len({layer.rule for layer in layers}) > 1)
    font = theme.font()
    while _width(columns, font) > width and any(column.rank for column in columns):
        last = max(column.rank for column in columns)
        columns = [column for column in columns if column.rank < last]
    if _width(columns, font) > width:
        font = theme.font("caption")
    lines = ["".join(_cell(column.heading, column, quiet=True) for column in columns)]
    count = len(columns[0].cells)
    lines += ["".join(_cell(column.cells[i], column) for column in columns) for i in range(count)]
    if len(layers) > MOST_LINES:
        lines.insert(MOST_LINES - 1, _left_out(len(layers) - MOST_LINES + 1, len(columns)))
    rows = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<table cellspacing=0 style="font-size:{font.pointSizeF()}pt">{rows}</table>'


def layer_lines(layers: Sequence[LayerWeights]) -> list[LayerWeights | None]:
    """Return what stands on each line of their table below its heading; None: those left out."""
    shown: list[LayerWeights | None] = list(_shortened(layers))
    if len(layers) > MOST_LINES:
        shown.insert(MOST_LINES - 2, None)
    return shown


def row_at(label: QLabel, point: QPointF) -> int | None:
    """Return which line of the table that a label shows is at a point; None: no line is."""
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    document.setHtml(label.text())
    room = label.contentsRect()
    document.setTextWidth(room.width())
    top = room.top() + max(0.0, (room.height() - document.size().height()) / 2)
    at = point - QPointF(room.left(), top)
    cursor = QTextCursor(document)
    cursor.setPosition(document.documentLayout().hitTest(at, Qt.HitTestAccuracy.FuzzyHit))
    row = cursor.currentTable().cellAt(cursor).row() - 1 if cursor.currentTable() else -1
    return row if row >= 0 else None


def equations(groups: Sequence[Sequence[tuple[str, str]]], width: int) -> str:
    """Return groups of names and what they are as HTML tables, in small type where it is narrow.

    Where that is too wide too, long formulas go on in the next line.
    """
    font = theme.font()
    if not all(fits(_equations(group, font), width) for group in groups):
        font = theme.font("caption")
    if not all(fits(_equations(group, font), width) for group in groups):
        groups = [[(name, formula.breakable(text)) for name, text in group] for group in groups]
    return "".join(_equations(group, font) for group in groups)


def fits(html: str, width: int) -> bool:
    """Return whether a text without breaks is no wider than `width` px."""
    document = QTextDocument()
    document.setDefaultFont(theme.font())
    document.setHtml(html)
    return document.idealWidth() <= width


def _equations(group: Sequence[tuple[str, str]], font: QFont) -> str:
    quiet = theme.current().quiet
    lines = "".join(
        f'<tr><td style="color:{quiet}; padding:{ROW_GAP}px {GAP}px 0 0">{name}</td>'
        f'<td style="padding-top:{ROW_GAP}px">{text}</td></tr>'
        for name, text in group
    )
    return f'<table cellspacing=0 style="font-size:{font.pointSizeF()}pt">{lines}</table>'


def _width(columns: Sequence[_Column], font: QFont) -> int:
    return sum(column.width(QFontMetrics(font)) for column in columns) + GAP  # margins, rounding


def _shortened(layers: Sequence[LayerWeights]) -> Sequence[LayerWeights]:
    if len(layers) <= MOST_LINES:
        return layers
    return [*layers[: MOST_LINES - 2], layers[-1]]


def _columns(layers: Sequence[LayerWeights], mixed: bool) -> list[_Column]:
    names = _Column("", [layer.name for layer in layers], align="left")
    rules = _Column("", [labels.initializer_name(layer.rule.name) for layer in layers], 1, "left")
    fans = [
        _Column(formula.SYMBOLS["n_in"], [numbers.whole(layer.n_in) for layer in layers], 3),
        _Column(formula.SYMBOLS["n_out"], [numbers.whole(layer.n_out) for layer in layers], 3),
    ]
    measured = QCoreApplication.translate("FormulaLabel", "measured")
    return [
        names,
        *([rules] if mixed else fans),
        _Column("σ", [numbers.figure(layer.sigma) for layer in layers]),
        _Column("σ²", [numbers.figure(layer.sigma**2) for layer in layers], 2),
        _Column(measured, [measured_sigma(layer) for layer in layers]),
    ]


def measured_sigma(layer: LayerWeights) -> str:
    """Return the sigma of the drawn weights, or a sign that they are being drawn."""
    return NOT_YET if layer.drawn is None else numbers.figure(layer.drawn.std)


def _cell(text: str, column: _Column, quiet: bool = False) -> str:
    colour = theme.current().quiet if quiet or column.align == "left" else theme.current().text
    style = f"color:{colour}; padding:{ROW_GAP}px {GAP}px 0 0; white-space:pre"
    return f'<td align="{column.align}" style="{style}">{text}</td>'


def _left_out(count: int, columns: int) -> str:
    text = QCoreApplication.translate("FormulaLabel", "… {} more layers …")
    text = text.format(numbers.whole(count))
    return f'<td colspan="{columns}" style="color:{theme.current().quiet}">{text}</td>'
