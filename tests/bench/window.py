"""The real window, flat out: run as a program of its own, prints its figures as JSON.

`python -m tests.bench.window circles|digits|"six runs"`: these are compared.

A frame is a snapshot on the screen: the interval is from the end of its painting
to the end of the next one's. The window paints it before others hear of it.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QTimer

from gui.app import create_application, create_window
from tests.bench.flat_out import EXPERIMENTS

WARM_UP_MS, RUN_MS = 2000, 8000


def peak_mib() -> float:
    """Return this program's largest resident size; `ru_maxrss` would count its parent's too."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Train flat out for some seconds and print what was seen."""
    application = create_application(sys.argv[:1])
    first, *others = EXPERIMENTS[sys.argv[1]]()
    window = create_window(first)
    window.resize(1440, 900)
    window.show()
    for other in others:
        window.session.pin()
        window.document.edit(other, "compare")
    frames: list[float] = []
    window.session.snapshot_changed.connect(lambda _: frames.append(time.perf_counter()))
    begin: list[tuple[float, int]] = []

    def warm() -> None:
        begin.append((time.perf_counter(), window.session.snapshot.now))

    def finish() -> None:
        seconds = time.perf_counter() - begin[0][0]
        times = [moment for moment in frames if moment >= begin[0][0]]
        intervals = 1000 * np.diff(times)
        figures = {
            "seconds": seconds,
            "first_step": begin[0][1],
            "last_step": window.session.snapshot.now,
            "frames_per_second": len(intervals) / seconds,
            "p50_ms": float(np.percentile(intervals, 50)),
            "p99_ms": float(np.percentile(intervals, 99)),
            "peak_mib": peak_mib(),
        }
        print(json.dumps(figures))  # noqa: T201
        window.close()
        application.quit()

    window.session.set_rate(None)
    window.session.set_running(True)
    QTimer.singleShot(WARM_UP_MS, warm)
    QTimer.singleShot(WARM_UP_MS + RUN_MS, finish)
    application.exec()


if __name__ == "__main__":
    main()
