"""The choice of an initializer, each with its formula."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QTextDocument,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.initializers import INITIALIZERS, AnyInitializer
from gui import labels, theme
from gui.panels.editors import Combo
from gui.panels.formula import in_symbols

FORMULA = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class _NameAndFormula(QStyledItemDelegate):
    """Draws the formula after the name, flush right and quiet."""

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


def _formula(kind: type[AnyInitializer]) -> str:
    """Return sigma in symbols, or all the weights where they are equal."""
    rule = kind()
    if rule.distribution == "constant":
        return "W = " + in_symbols(rule.scale or "0")
    return "σ = " + in_symbols(rule.expression)


def _document(option: QStyleOptionViewItem, index: Index) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(option.font)
    document.setDocumentMargin(0)
    document.setHtml(index.data(FORMULA))
    return document


def _colour(option: QStyleOptionViewItem) -> QColor:
    if option.state & QStyle.StateFlag.State_Selected:
        return option.palette.color(QPalette.ColorRole.HighlightedText)
    return theme.color("quiet")


class SchemeCombo(Combo):
    """All initializers by name.

    Signals
    -------
    chosen(str)
        The user chose this initializer, by its name in the file.
    """

    chosen = Signal(str)

    def __init__(self, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, object_name)
        self.setItemDelegate(_NameAndFormula(self))
        self.setMaxVisibleItems(20)
        self.retranslate()
        self.currentIndexChanged.connect(self._on_index_changed)

    def retranslate(self) -> None:
        """Name the initializers in the language in force."""
        self.fill({name: labels.initializer_name(name) for name in INITIALIZERS})
        for index, kind in enumerate(INITIALIZERS.values()):
            self.setItemData(index, _formula(kind), FORMULA)
            self.setItemData(index, kind.source, Qt.ItemDataRole.ToolTipRole)

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
        super().showPopup()

    def _on_index_changed(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(self.itemData(index))
