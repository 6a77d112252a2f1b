"""What nobody foresaw reaches the log and, in the main thread, a dialog that blocks nothing."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton

from gui import errors


@pytest.fixture
def reporter(qapp: QApplication, monkeypatch) -> Iterator[errors.Reporter]:
    """Install the real hooks, and put everything back."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(errors.faulthandler, "enable", lambda file: file.close())
    qapp.setApplicationName("InitLab")
    reporter = errors.install(qapp)
    yield reporter
    qInstallMessageHandler(None)
    logging.captureWarnings(False)
    for handler in set(root.handlers) - set(handlers):
        handler.close()
    root.handlers[:], root.level = handlers, level
    dialog = open_dialog()
    if dialog is not None:
        dialog.close()
    reporter.deleteLater()


def open_dialog() -> QDialog | None:
    shown = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible())
    return next((widget for widget in shown if isinstance(widget, QDialog)), None)


def shown_text() -> str:
    dialog = open_dialog()
    text = dialog.findChild(QPlainTextEdit, "errorText") if dialog else None
    return text.toPlainText() if isinstance(text, QPlainTextEdit) else ""


def log_text() -> str:
    return (errors.log_folder() / "initlab.log").read_text(encoding="utf-8")


def fail() -> None:
    raise ValueError("what nobody foresaw")


def raise_through_the_hook() -> None:
    try:
        fail()
    except ValueError:
        sys.excepthook(*sys.exc_info())


def test_an_exception_is_logged_and_shown_without_blocking(reporter, qtbot):
    raise_through_the_hook()
    assert open_dialog() is None  # the hook itself touches no widget
    qtbot.waitUntil(lambda: "what nobody foresaw" in shown_text())
    dialog = open_dialog()
    assert dialog is not None
    assert not dialog.isModal()
    assert "what nobody foresaw" in log_text()
    assert "Traceback" in shown_text()


def test_later_errors_are_counted_while_the_first_is_read(reporter, qtbot):
    for _ in range(3):
        raise_through_the_hook()
    qtbot.waitUntil(lambda: shown_text() != "")
    assert len([w for w in QApplication.topLevelWidgets() if w.isVisible()]) == 1
    assert shown_text().count("Traceback") == 1
    assert log_text().count("Traceback") >= 3


def test_the_text_can_be_copied(reporter, qtbot):
    raise_through_the_hook()
    qtbot.waitUntil(lambda: shown_text() != "")
    dialog = open_dialog()
    assert dialog is not None
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Copy")
    copy.click()
    assert QApplication.clipboard().text() == shown_text()


def test_an_exception_in_a_python_thread_is_shown_by_the_main_thread(reporter, qtbot):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "what nobody foresaw" in shown_text())


class _FailingThread(QThread):
    def run(self) -> None:
        raise_through_the_hook()


def test_an_exception_in_a_qt_thread_is_shown_by_the_main_thread(reporter, qtbot):
    thread = _FailingThread()
    thread.start()
    assert thread.wait(5000)
    qtbot.waitUntil(lambda: "what nobody foresaw" in shown_text())


def test_warnings_of_qt_go_to_the_log(reporter):
    qWarning("a warning of Qt's own")
    assert "WARNING qt.default: a warning of Qt's own" in log_text()


def test_without_stderr_everything_still_goes_to_the_log(qapp, monkeypatch, request, qtbot):
    monkeypatch.setattr(sys, "stderr", None)
    request.getfixturevalue("reporter")
    raise_through_the_hook()
    qtbot.waitUntil(lambda: shown_text() != "")
    assert "what nobody foresaw" in log_text()


def test_ctrl_c_closes_the_windows_instead_of_showing_an_error(reporter, qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not dialog.isVisible()
