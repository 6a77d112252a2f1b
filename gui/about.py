"""About: the version, and what it stands on."""

import platform

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

LIBRARIES = ("PySide6-Essentials", "numpy", "pyqtgraph", "msgspec")


def versions() -> dict[str, str]:
    """Return the versions of InitLab, Python and the libraries."""
    from importlib.metadata import PackageNotFoundError, version  # slow, and seldom needed

    found = {"Python": platform.python_version()}
    for name in ("initlab", *LIBRARIES):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "?"
    return found


def show_about(parent: QWidget) -> None:
    """Show the versions beside the window, as text to copy."""
    found = versions()
    box = QMessageBox(parent)
    box.setModal(False)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(QCoreApplication.translate("About", "About InitLab"))
    box.setText(f"InitLab {found.pop('initlab')}")
    box.setInformativeText("\n".join(f"{name} {number}" for name, number in found.items()))
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.show()
