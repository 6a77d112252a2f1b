"""Reading files in a thread, so that the window need not wait for them.

One piece at a time, in a thread of its own; what was asked for last is what
counts. Its result, or the Problem it ended with, comes back to the main thread.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot

from core.problem import Problem

Work = Callable[[], object]


class _Thread(QThread):
    """Does one piece of work; `error` is what it ended with, if not with a result."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.result: object = None
        self.error: Exception | None = None

    def run(self) -> None:
        """Work."""
        try:
            self.result = self._work()
        except Exception as error:  # noqa: BLE001 - raised again in the main thread
            self.error = error


class Reader(QObject):
    """Does the newest piece of work that it was given.

    Signals
    -------
    done(object)
        The result of the newest work.
    refused(Problem)
        The newest work met one.
    """

    done = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None
        self._next: Work | None = None

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._thread is not None

    def start(self, work: Work) -> None:
        """Do this; the result of what was asked for before is no longer wanted."""
        self._next = work
        if self._thread is None:
            self._begin()

    def cancel(self) -> None:
        """Wait for the thread; nothing comes back any more."""
        self._next = None
        if self._thread is not None:
            self.destroyed.disconnect()
            self._thread.finished.disconnect(self._on_finished)
            self._thread.wait()
            self._thread = None

    def _begin(self) -> None:
        assert self._next is not None
        thread = self._thread = _Thread(self._next)
        self._next = None
        thread.finished.connect(self._on_finished)
        # A window dropped without closing must not leave a thread behind.
        self.destroyed.connect(lambda: thread.wait())
        thread.start()

    @Slot()
    def _on_finished(self) -> None:
        thread = self._thread
        if thread is None or not thread.isFinished():
            return  # word of one that was given up just as it ended
        self._thread = None
        self.destroyed.disconnect()
        thread.wait()
        if self._next is not None:
            self._begin()
        elif isinstance(thread.error, Problem):
            self.refused.emit(thread.error)
        elif thread.error is not None:
            raise thread.error
        else:
            self.done.emit(thread.result)
