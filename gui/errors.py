"""Errors: what nobody foresaw is written to a log and shown, and the window goes on.

An exception may be raised in any thread; it reaches the dialog through a
signal, so that widgets are touched in the main thread only.
"""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QStandardPaths,
    Qt,
    QtMsgType,
    QUrl,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from gui.error_dialog import ErrorDialog

LOG_BYTES = 500_000
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

LIMITS = "This plugin does not support"  # what a screenless platform says; nothing is wrong

log = logging.getLogger("initlab")


def log_folder() -> Path:
    """Return the folder of the log files."""
    location = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(location)) / "log"


@Slot()
def show_log_folder() -> None:
    """Open the folder of the log in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))


def install(application: QApplication) -> "Reporter":
    """Log and show from now on what would otherwise be lost; for the program, not for tests."""
    _start_log()
    qInstallMessageHandler(_log_qt_message)
    application.aboutToQuit.connect(_stop)
    reporter = Reporter(application)
    sys.excepthook = reporter.on_exception
    threading.excepthook = reporter.on_thread_exception
    return reporter


class Reporter(QObject):
    """Takes exceptions of any thread, and shows them in the main thread, one dialog at a time.

    Signals
    -------
    raised(str)
        From any thread: the traceback of an exception.
    """

    raised = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: ErrorDialog | None = None
        self.raised.connect(self.show_error, Qt.ConnectionType.QueuedConnection)

    def on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an exception and have it shown; Ctrl+C in a terminal closes the program."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.closeAllWindows()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log.critical(text)
        self.raised.emit(text)

    def on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        """Do the same for a thread of Python's own."""
        if args.exc_value is not None:
            self.on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def show_error(self, text: str) -> None:
        """Show a traceback; also for one that was logged elsewhere, such as the worker's."""
        if self._dialog is None:
            self._dialog = ErrorDialog()
            self._dialog.log_requested.connect(show_log_folder)
        self._dialog.show_error(text)


def _start_log() -> None:
    folder = log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handlers: list[logging.Handler] = [
            RotatingFileHandler(
                folder / "initlab.log", maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8"
            )
        ]
        # A crash of the interpreter itself; the file stays open as long as the program runs.
        faulthandler.enable((folder / "crash.log").open("a", encoding="utf-8"))
    except OSError:  # a full or read-only disk must not keep the window from opening
        handlers = []
    if sys.stderr is not None:
        terminal = logging.StreamHandler()
        terminal.setLevel(logging.WARNING)
        handlers.append(terminal)
    logging.basicConfig(
        level=logging.INFO,
        handlers=handlers,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        force=True,
    )
    logging.captureWarnings(True)
    log.info(
        "started: Python %s, Qt %s, %s", platform.python_version(), qVersion(), platform.platform()
    )


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    level = logging.INFO if message.startswith(LIMITS) else LEVELS[kind]
    logging.getLogger(f"qt.{context.category}").log(level, message)


def _stop() -> None:
    qInstallMessageHandler(None)
    log.info("closed")
