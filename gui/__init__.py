"""InitLab's window: PySide6 and pyqtgraph around `core`."""

import core  # noqa: F401 - first of all: it chooses the threads before NumPy looks
