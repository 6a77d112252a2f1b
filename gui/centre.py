"""The middle of the window: the diagram, and over it the line that says how to begin."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.snapshot import Snapshot
from gui import theme
from gui.panel import Panel


class Centre(Panel):
    """The diagram under one quiet line, shown as long as nothing has been trained."""

    def __init__(self, diagram: QWidget) -> None:
        super().__init__()
        self._hint = QLabel(objectName="hintLabel", alignment=Qt.AlignmentFlag.AlignCenter)
        policy = self._hint.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the diagram must not jump at the first step
        self._hint.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._hint)
        layout.addWidget(diagram, 1)
        self.setAutoFillBackground(True)
        self.retranslate()
        self.restyle()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the line at step 0."""
        self._hint.setVisible(snapshot.now == 0)

    def retranslate(self) -> None:
        """Set the line in the language in force."""
        self._hint.setText(self.tr("Space trains. Change the initializer on the left."))

    def restyle(self) -> None:
        """Give line and ground the colours of the plots."""
        for widget, role, token in (
            (self, QPalette.ColorRole.Window, "plot"),
            (self._hint, QPalette.ColorRole.WindowText, "quiet"),
        ):
            palette = QPalette()
            palette.setColor(role, theme.color(token))
            widget.setPalette(palette)
        self._hint.setContentsMargins(theme.GRID, theme.GRID, theme.GRID, 0)
