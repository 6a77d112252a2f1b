"""The session: the one place that knows there is a training thread.

It follows the document (an edit is applied live, redraws the weights or starts
a new run), passes the user's commands on, and hands every part of the window
the newest snapshot, at a pace that leaves the training its time.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.changes import change
from core.experiment import Experiment
from core.problem import Problem
from core.snapshot import Snapshot
from gui.document import Document
from gui.worker import TrainingWorker, Wish

FRAME_MS = 33.0  # 30 frames a second
REST = 2.0  # while training, frames that take d ms are followed by at least 2 d ms of rest
LATELY = 8  # frames: d is their mean, so that a slow one does not hold up the next

UNSEEN_MS = 500  # a session that no window begins does it by itself

log = logging.getLogger(__name__)


class Session(QObject):
    """One run after another of the document's experiment.

    Signals
    -------
    snapshot_changed(Snapshot)
        There is something new to draw.
    running_changed(bool)
    refused(Problem)
        The data could not be read; the run before is gone.
    failed(str)
        A bug in the training: its traceback.
    """

    snapshot_changed = Signal(object)
    running_changed = Signal(bool)
    refused = Signal(object)
    failed = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._experiment = document.experiment
        self._run = 0
        self._running = self._begun = self._closed = False
        self._awaits = False
        self._goal = 0  # the step that the worker is to reach while paused
        self._snapshot: Snapshot | None = None
        self._wish = Wish()
        self._frame_ms = self._lately_ms = 0.0
        self._worker = TrainingWorker()
        self._worker.snapshot_ready.connect(self._on_snapshot_ready)
        self._worker.running_changed.connect(self._on_running_changed)
        self._worker.refused.connect(self._on_refused)
        self._worker.failed.connect(self._on_failed)
        # A window dropped without closing must not leave a thread behind.
        worker = self._worker
        self.destroyed.connect(lambda: worker.stop())
        document.changed.connect(self._on_document_changed)
        document.data_changed.connect(self._on_data_changed)
        self._load(document.experiment)
        QTimer.singleShot(UNSEEN_MS, self, self.begin)

    @property
    def running(self) -> bool:
        """Whether the worker trains."""
        return self._running

    @property
    def awaits(self) -> bool:
        """Whether another run has been begun whose first snapshot is still to come."""
        return self._awaits

    @property
    def snapshot(self) -> Snapshot | None:
        """The newest snapshot; None before the first."""
        return self._snapshot

    def begin(self) -> None:
        """Start the thread, once; commands wait until then, so that the window is there first."""
        if not (self._begun or self._closed):
            self._begun = True
            self._worker.start()
            self._request()

    def set_running(self, running: bool) -> None:
        """Run or pause."""
        self._worker.set_running(running)

    def toggle_running(self) -> None:
        """Run if paused, pause if running."""
        self.set_running(not self._running)

    def advance(self, steps: int = 1) -> None:
        """Pause, and take this many steps."""
        self._goal = steps + (self._snapshot.now if self._snapshot is not None else 0)
        self._worker.advance(steps)

    def advance_epoch(self) -> None:
        """Pause, and take the steps of one pass over the training set."""
        if self._snapshot is not None:
            samples = self._snapshot.dataset.train_inputs.shape[1]
            batch = min(self._experiment.batch_size or samples, samples)
            self.advance(-(-samples // batch))

    def rewind(self, step: int = 0) -> None:
        """Pause, and go to a step made before: the same weights, bit for bit."""
        self._goal = 0
        self._worker.rewind(step)

    def back(self) -> None:
        """Pause, and go to the step before the one on the screen."""
        if self._snapshot is not None and self._snapshot.now > 0:
            self.rewind(self._snapshot.now - 1)

    def pin(self) -> None:
        """Keep the present run beside those to come, and train them in lockstep."""
        self._worker.pin()

    def unpin(self, letter: str) -> None:
        """Take a pinned run away."""
        self._worker.unpin(letter)

    def set_rate(self, rate: float | None) -> None:
        """Train at this many steps a second; None: as fast as it goes."""
        self._worker.set_rate(rate)

    def set_wish(self, wish: Wish) -> None:
        """Say what snapshots should carry, because it is looked at."""
        self._wish = wish
        if self._snapshot is not None:
            self._request()

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """Account for the time of drawing, during which the training holds back."""
        begin = perf_counter()
        with self._worker.yielding():
            yield
        self._frame_ms += 1000 * (perf_counter() - begin)

    def close(self) -> None:
        """End the thread, if it has begun; the session can't be used any more."""
        if not self._closed:
            self._closed = True
            self.destroyed.disconnect()
            self._worker.stop()

    def _load(self, experiment: Experiment) -> None:
        self._run += 1
        self._goal = 0
        self._awaits = True
        self._worker.load(self._run, experiment)

    def _request(self, rest: float = 0.0) -> None:
        self._worker.request_snapshot(self._wish, rest / 1000)

    @Slot(object)
    def _on_document_changed(self, experiment: Experiment) -> None:
        kind = change(self._experiment, experiment)
        self._experiment = experiment
        if kind == "live":
            self._worker.apply_live(experiment)
        elif kind != "none":
            self._load(experiment)

    @Slot()
    def _on_data_changed(self) -> None:
        self._load(self._experiment)

    @Slot()
    def _on_snapshot_ready(self) -> None:
        snapshot = self._worker.take()
        if snapshot is None or snapshot.run != self._run:
            self._request()
            return
        spent, self._frame_ms = self._frame_ms, 0.0
        self._lately_ms += (spent - self._lately_ms) / LATELY
        self._snapshot, self._awaits = snapshot, False
        with self.drawing():
            self.snapshot_changed.emit(snapshot)
        trains = self._running or snapshot.now < self._goal
        rest = max(FRAME_MS - self._lately_ms, REST * self._lately_ms)
        self._request(rest if trains else 0.0)  # else a change is shown at once

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        self._running = running
        log.info("running" if running else "paused")
        self.running_changed.emit(running)

    @Slot(object)
    def _on_refused(self, problem: Problem) -> None:
        self._awaits = False
        self.refused.emit(problem)

    @Slot(str)
    def _on_failed(self, trace: str) -> None:
        self._awaits = False
        log.error("training failed\n%s", trace)
        self.failed.emit(trace)
