"""What a hand does to the window, in ms from the gesture to its picture; prints JSON.

Run as a program of its own: `python -m tests.bench.gestures`; with `--hour` the
memory is looked at over as many frames as an hour has.
"""

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QSlider

from core.experiment import Experiment
from core.initializers import Normal
from core.layer import Layer
from gui import session
from gui.app import create_application, create_window
from tests.bench.experiments import circles

MOVES = 40
SCRUBBED = 100_000  # steps
FRAMES, HOUR = 6_000, 108_000  # of the memory's test; an hour at 30 frames a second


def deep(layers: int, units: int) -> Experiment:
    """Return the circles with many equal layers."""
    hidden = (Layer(units, weights=Normal(std=0.1)),) * layers
    return replace(circles(), layers=(*hidden, Layer(1, "sigmoid", weights=Normal(std=0.1))))


class Desk:
    """A window that shows the first snapshot of an experiment, and who waits for the next ones.

    Connected once: PySide 6.11 keeps some bytes of every connection that was made.
    """

    def __init__(self, experiment: Experiment) -> None:
        self.window = create_window(experiment)
        self._loop = QEventLoop()
        self._limit = QTimer(singleShot=True, interval=10_000)  # a bench never hangs
        self._limit.timeout.connect(self._loop.quit)
        self.window.session.snapshot_changed.connect(self._loop.quit)
        self.window.resize(1440, 900)
        self.window.show()
        self.until_shown(lambda: None)

    def until_shown(self, act: Callable[[], object]) -> None:
        """Act, and return when the next snapshot is on the screen: others hear of it after that."""
        self._limit.start()
        act()
        self._loop.exec()

    def median(self, gestures: list[Callable[[], object]]) -> float:
        """Return the median ms from each gesture to the end of its painting; close the window."""
        taken = []
        for gesture in gestures:
            begin = time.perf_counter()
            self.until_shown(gesture)
            taken.append(1000 * (time.perf_counter() - begin))
        self.window.close()
        return statistics.median(taken)


def slider_to_picture() -> float:
    """Return the ms from a move of the sigma slider to its picture: 6 layers of 64."""
    desk = Desk(deep(6, 64))
    slider = desk.window.findChild(QSlider, "scaleSlider")
    places = [slider.minimum() + (slider.maximum() - slider.minimum()) * n // MOVES
              for n in range(MOVES)]  # fmt: skip
    return desk.median([lambda place=place: slider.setValue(place) for place in places])


def scrub() -> float:
    """Return the ms from a move of the timeline to its picture, over a long run."""
    desk = Desk(circles())
    desk.window.session.advance(SCRUBBED)
    while desk.window.session.snapshot.step < SCRUBBED:
        desk.until_shown(lambda: None)
    slider, chance = desk.window.findChild(QSlider, "timelineSlider"), random.Random(1)
    places = [chance.randrange(SCRUBBED) for _ in range(MOVES)]
    return desk.median([lambda place=place: slider.setValue(place) for place in places])


def repaint() -> float:
    """Return the ms of painting a diagram of 32 layers of 64, every edge of it."""
    window = Desk(deep(32, 64)).window
    taken = []
    for _ in range(MOVES):
        for item in window.diagram.scene().items():
            item.update()  # none shows the picture that it has kept
        begin = time.perf_counter()
        window.diagram.viewport().repaint()
        taken.append(1000 * (time.perf_counter() - begin))
    window.close()
    return statistics.median(taken)


def growth(frames: int) -> float:
    """Return by how many MiB the program grows over many frames, without rest between them."""
    session.FRAME_MS = 0.0
    desk = Desk(circles())
    for frame in range(frames):
        desk.until_shown(desk.window.session.advance)
        if frame == frames // 6:  # what is kept, is kept by now
            before = _resident_mib()
    after = _resident_mib()
    desk.window.close()
    return after - before


def _resident_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * 4096 / 2**20


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--hour", action="store_true")
    frames = HOUR if parser.parse_args().hour else FRAMES
    create_application(sys.argv[:1])
    figures = {"slider_ms": slider_to_picture(), "scrub_ms": scrub(), "repaint_ms": repaint()}
    print(json.dumps({**figures, "growth_mib": growth(frames), "frames": frames}))  # noqa: T201


if __name__ == "__main__":
    main()
