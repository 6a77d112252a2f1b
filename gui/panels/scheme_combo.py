"""The choice of an initializer, in groups, each with its formula."""

from typing import Literal

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QKeyEvent,
    QPainter,
    QPalette,
    QStandardItemModel,
    QTextDocument,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.initializers import INITIALIZERS, AnyInitializer, Initializer
from gui import labels, numbers, theme
from gui.panels.editors import Combo
from gui.panels.formula import in_symbols

FORMULA = Qt.ItemDataRole.UserRole + 1
GROUPS = {
    "equal": ("zeros", "constant"),
    "chosen": ("normal", "uniform", "truncated_normal", "scaled_normal"),
    "fans": (
        "xavier_normal", "xavier_uniform", "he_normal", "he_uniform",
        "lecun_normal", "lecun_uniform",
    ),
    "matrix": ("orthogonal", "identity", "sparse", "lsuv"),
    "programs": ("pytorch_linear", "keras_dense", "playground"),
}  # fmt: skip
TO_THE_TOP = (Qt.Key.Key_Home, Qt.Key.Key_PageUp)
SYMBOLS = {"weights": "W", "biases": "b"}
Part = Literal["weights", "biases"]
Index = QModelIndex | QPersistentModelIndex


class _NameAndFormula(QStyledItemDelegate):
    """Draws the formula after the name, flush right and quiet; a group has none."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Make room for both."""
        name, formula = super().sizeHint(option, index), _document(option, index).size()
        width = name.width() + formula.width() + 3 * theme.GRID
        return QSize(round(width), round(max(name.height(), formula.height())) + theme.GRID // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the item, then its formula."""
        super().paint(painter, option, index)
        formula = _document(option, index)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, _colour(option))
        painter.save()
        painter.translate(
            option.rect.right() - formula.size().width() - theme.GRID,
            option.rect.center().y() - formula.size().height() / 2,
        )
        formula.documentLayout().draw(painter, context)
        painter.restore()


def part_rule(rule: AnyInitializer, part: Part) -> Initializer:
    """Return the rule that draws this part of a layer where `rule` is chosen for it."""
    return rule.for_biases if part == "biases" else rule


def _formula(kind: type[AnyInitializer], part: Part) -> str:
    """Return sigma in symbols, or what all are where they are equal."""
    rule = part_rule(kind(), part)
    if rule.distribution != "constant":
        return "σ = " + in_symbols(rule.expression)
    is_free = isinstance(rule, kind) and rule.scale is not None
    value = in_symbols(str(rule.scale)) if is_free else numbers.exact(rule.mean(1, 1))
    return f"{SYMBOLS[part]} = {value}"


def _document(option: QStyleOptionViewItem, index: Index) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(option.font)
    document.setDocumentMargin(0)
    document.setHtml(index.data(FORMULA) or "")
    return document


def _colour(option: QStyleOptionViewItem) -> QColor:
    if option.state & QStyle.StateFlag.State_Selected:
        return option.palette.color(QPalette.ColorRole.HighlightedText)
    return theme.color("quiet")


class SchemeCombo(Combo):
    """All initializers by name, for the weights or for the biases.

    Signals
    -------
    chosen(str)
        The user chose this initializer, by its name in the file.
    """

    chosen = Signal(str)

    def __init__(self, object_name: str, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent, object_name)
        self._part: Part = part
        self.setItemDelegate(_NameAndFormula(self))
        self.setMaxVisibleItems(len(GROUPS) + len(INITIALIZERS))
        self.retranslate()
        self.currentIndexChanged.connect(self._on_index_changed)

    def retranslate(self) -> None:
        """Name the initializers in the language in force."""
        texts: dict[str, str] = {}
        for group, names in GROUPS.items():
            texts[group] = labels.group_name(group)
            texts |= {name: labels.initializer_name(name) for name in names}
        self.fill(texts)
        for index, name in enumerate(texts):
            if name in GROUPS:
                self._make_heading(index)
                continue
            self.setItemData(index, _formula(INITIALIZERS[name], self._part), FORMULA)
            self.setItemData(index, INITIALIZERS[name].source, Qt.ItemDataRole.ToolTipRole)

    def _make_heading(self, index: int) -> None:
        """Let an item be read, but not chosen."""
        model = self.model()
        if isinstance(model, QStandardItemModel):
            model.item(index).setEnabled(False)
        self.setItemData(index, theme.font("caption"), Qt.ItemDataRole.FontRole)

    def show_value(self, value: str | int | None) -> None:
        """Show a rule by its name; one that is not offered by its name alone, too."""
        super().show_value(value)
        named = value is not None and self.currentIndex() < 0
        self.setPlaceholderText(
            labels.initializer_name(str(value)) if named else labels.none_name()
        )

    def showPopup(self) -> None:
        """Open a list wide enough for the formulas."""
        screen = self.screen().availableGeometry().width()
        wanted = self.view().sizeHintForColumn(0) + 4 * theme.GRID
        self.view().setMinimumWidth(min(wanted, screen))
        self.view().installEventFilter(self)
        super().showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the list go to its first initializer: Qt stops at the heading above it."""
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in TO_THE_TOP:
            self.view().setCurrentIndex(self.model().index(1, 0))
            return True
        return super().eventFilter(watched, event)

    def _on_index_changed(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(self.itemData(index))
