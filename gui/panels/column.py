"""A panel as one column: a form of labelled rows and what belongs beneath it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.experiment import Experiment
from core.problem import Problem
from gui import labels, theme
from gui.document import Document
from gui.panel import Panel
from gui.panels.entry import Entry
from gui.panels.scroll_area import ScrollArea

MOST_NEEDED = 220  # px: more would push the diagram out of small windows


class ColumnPanel(Panel):
    """A panel that edits the document; it scrolls where the window is too low, never sideways.

    Attributes
    ----------
    form : QFormLayout
        The labelled rows.
    column : QVBoxLayout
        The form and what stands beneath it.
    """

    def __init__(self, document: Document, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.document = document
        self._headings: list[QLabel] = []
        self._notes: list[QLabel] = []
        body = QWidget()
        body.installEventFilter(self)
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(*4 * [theme.GRID])
        self.column.setSpacing(2 * theme.GRID)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.form.setHorizontalSpacing(theme.GRID)
        self.form.setVerticalSpacing(theme.GRID)
        self.column.addLayout(self.form)
        self._area = ScrollArea(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show an experiment. Never emits."""
        raise NotImplementedError

    def edit(
        self,
        change: Callable[[Experiment], Experiment],
        text: str,
        gesture: int = -1,
        entry: Entry | None = None,
    ) -> None:
        """Edit the document; after a refusal the panel shows again what holds.

        `entry` is where the user typed: it says, too, what was wrong.
        """
        try:
            accepted = self.document.edit(change(self.document.experiment), text, gesture)
            message = ""
        except Problem as problem:
            self.document.refused.emit(problem)
            accepted, message = (
                False,
                labels.problem_text(Problem("", problem.code, **problem.values)),
            )
        if not accepted:
            self.show_experiment(self.document.experiment)
        if entry is not None:
            entry.show_message(message)

    def add_heading(self) -> QLabel:
        """Add a heading over the rows that follow and return it."""
        label = QLabel()
        label.setContentsMargins(0, 0 if self.form.rowCount() == 0 else theme.GRID, 0, 0)
        self.form.addRow(label)
        self._headings.append(label)
        return label

    def add_note(self, object_name: str) -> QLabel:
        """Add a quiet text that belongs to the rows above and return it."""
        label = QLabel(objectName=object_name, wordWrap=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.form.addRow(label)
        self._notes.append(label)
        return label

    def add_row(self, editor: QWidget) -> QLabel:
        """Add a labelled row to the form and return its label, the editor's buddy."""
        label = QLabel()
        label.setBuddy(editor)
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, editor.sizePolicy().verticalPolicy())
        self.form.addRow(label, editor)
        return label

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the widest field, in large type not for all of it."""
        roles = QFormLayout.ItemRole
        widest = max(self._widest(roles.LabelRole), self._widest(roles.FieldRole))
        needed = widest + 2 * theme.GRID + self._area.verticalScrollBar().sizeHint().width()
        return QSize(min(needed, MOST_NEEDED), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the labels beside their fields, or above all of them in a narrow panel."""
        super().resizeEvent(event)
        self._place_labels()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do the same when rows came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_labels()
        return super().eventFilter(watched, event)

    def _place_labels(self) -> None:
        roles, policies = QFormLayout.ItemRole, QFormLayout.RowWrapPolicy
        labels, fields = self._widest(roles.LabelRole), self._widest(roles.FieldRole)
        room = self.width() - self._area.verticalScrollBar().sizeHint().width()
        fits = labels + fields + 3 * theme.GRID <= room
        self.form.setRowWrapPolicy(policies.DontWrapRows if fits else policies.WrapAllRows)

    def _widest(self, role: QFormLayout.ItemRole) -> int:
        """Return the least width that one column of the form can do with."""
        items = [self.form.itemAt(row, role) for row in range(self.form.rowCount())]
        widgets = [widget for item in items if item and (widget := item.widget())]
        widths = [widget.minimumSizeHint().width() for widget in widgets if not widget.isHidden()]
        return max(widths, default=0)

    def restyle(self) -> None:
        """Set headings and notes apart from the rows."""
        font = theme.font()
        font.setBold(True)
        for heading in self._headings:
            heading.setFont(font)
        for note in self._notes:
            note.setFont(theme.font("caption"))
            palette = note.palette()
            palette.setColor(QPalette.ColorRole.WindowText, theme.color("quiet"))
            note.setPalette(palette)
