"""The real window, flat out: run as a program of its own, prints its figures as JSON.

`python -m tests.bench.window circles|digits|"six runs"`: these are compared.

A frame is a snapshot on the screen: the interval is from the end of its painting
to the end of the next one's. The window paints it before others hear of it.

The machine speeds up and slows down from one second to the next. So the window and
the same steps without it take turns, and the median of their ratios counts.
"""

import json
import statistics
import sys
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from core.snapshot import Snapshot
from gui.app import create_application, create_window
from gui.main_window import MainWindow
from tests.bench.flat_out import EXPERIMENTS, Headless

WARM_UP, LONG, SHORT = 2.0, 10.0, 2.0  # s
TURNS = 10

Frame = tuple[float, int]  # when, and at which step


def peak_mib() -> float:
    """Return this program's largest resident size; `ru_maxrss` would count its parent's too."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


class Stretches(QObject):
    """Lets the window train, and notes its frames, again and again.

    Signals
    -------
    made()
        `frames` are those of one stretch; the training pauses.
    """

    made = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session = window.session
        self._session.snapshot_changed.connect(self._note)
        self._session.running_changed.connect(self._on_running)
        self._length = 0.0
        self.frames: list[Frame] = []

    def begin(self, seconds: float) -> None:
        """Train for so long."""
        self._length, self.frames = seconds, []
        self._session.set_rate(None)
        self._session.set_running(True)

    def _note(self, snapshot: Snapshot) -> None:
        if not self._session.running:
            return
        self.frames.append((time.perf_counter(), snapshot.now))
        if self.frames[-1][0] - self.frames[0][0] > self._length:
            self._session.set_running(False)

    def _on_running(self, running: bool) -> None:
        if not running:
            QTimer.singleShot(200, self, self.made.emit)  # when the last frame is painted, too


class Bench(QObject):
    """Warm up; one long stretch for the frames; then turns with the same steps headless."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        first, *others = EXPERIMENTS[kind]()
        self._window = create_window(first)
        self._window.resize(1440, 900)
        self._window.show()
        for other in others:
            self._window.session.pin()
            self._window.document.edit(other, "compare")
        self._headless: Headless | None = None
        self._shares: list[float] = []
        self._figures: dict[str, float] = {}
        self._stretches = Stretches(self._window)
        self._stretches.made.connect(self._go_on)
        self._planned = iter([LONG, *[SHORT] * TURNS])
        self._stretches.begin(WARM_UP)

    def _go_on(self) -> None:
        frames = self._stretches.frames
        if self._headless is not None:
            self._shares.append(
                self._headless.seconds(frames[0][1], frames[-1][1]) / length(frames)
            )
        elif length(frames) > LONG:
            self._figures = {**of_frames(frames), "peak_mib": peak_mib()}
            self._headless = Headless(self._kind)
        planned = next(self._planned, None)
        if planned is None:
            self._finish()
        else:
            self._stretches.begin(planned)

    def _finish(self) -> None:
        print(json.dumps({**self._figures, "share": statistics.median(self._shares)}))  # noqa: T201
        self._window.close()


def length(frames: list[Frame]) -> float:
    """Return how many seconds frames take."""
    return frames[-1][0] - frames[0][0]


def of_frames(frames: list[Frame]) -> dict[str, float]:
    """Return how often frames come, and how many steps are made."""
    intervals = 1000 * np.diff([moment for moment, _ in frames])
    return {
        "steps_per_second": (frames[-1][1] - frames[0][1]) / length(frames),
        "frames_per_second": len(intervals) / length(frames),
        "p50_ms": float(np.percentile(intervals, 50)),
        "p99_ms": float(np.percentile(intervals, 99)),
    }


def main() -> None:
    """Print what is seen."""
    application = create_application(sys.argv[:1])
    bench = Bench(sys.argv[1])
    application.exec()
    del bench


if __name__ == "__main__":
    main()
