"""The dialog for files: it stands beside the running lesson, and stops nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow


def file_dialog(window: QMainWindow, name: str, title: str, filters: Sequence[str]) -> QFileDialog:
    """Return a dialog for one file, yet to be shown; it takes the place of any that is open."""
    for other in window.findChildren(QFileDialog):
        other.close()
    dialog = QFileDialog(window, title, objectName=name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(filters)
    return dialog
