"""From the start of the program to the first painted window.

`python -m tests.bench.start ours|bare` shows a window and prints a line when
it is painted; `seconds` measures that from outside.
"""

import gc
import os
import subprocess
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

REPEATS = 5


class FirstPaint(QObject):
    """Prints a line and quits once the window, with all that is in it, has been painted.

    The first exposure of the native window paints it; an UpdateRequest before that paints nothing.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.winId()  # makes the native window
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        print("painted", flush=True)  # noqa: T201
        self.parent().close()
        QApplication.quit()


def bare() -> QWidget:
    """Return the least a program of this kind shows: one plot."""
    import pyqtgraph

    return pyqtgraph.PlotWidget()


def ours() -> QWidget:
    """Return our window."""
    from gui.app import create_window

    return create_window()


def application(kind: str) -> QApplication:
    """Return the application, as either kind makes it."""
    if kind == "bare":
        return QApplication(sys.argv[:1])
    gc.disable()  # as gui.command_line does
    from gui.app import create_application

    return create_application(sys.argv[:1])


def seconds(kind: str) -> float:
    """Return the median of some starts; the first, which fills caches, does not count."""
    taken = []
    # From compiled files, as it is on every start but the first.
    environment = {**os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for _ in range(REPEATS + 1):
        begin = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", "tests.bench.start", kind],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            taken.append(time.perf_counter() - begin)
    return sorted(taken[1:])[REPEATS // 2]


def main() -> None:
    """Show one window, once."""
    kind = sys.argv[1]
    app = application(kind)
    window = {"bare": bare, "ours": ours}[kind]()
    FirstPaint(window)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
