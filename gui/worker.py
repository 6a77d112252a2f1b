"""The worker: a thread that owns the trainers, and nothing else.

Commands go in through a queue; one snapshot at a time comes out, and only when
the window has asked for it, so that a slow window never starves the training
and training never floods the window. Signals of this class may be connected
only to slots of a QObject of the main thread.
"""

import queue
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict
from PySide6.QtCore import QObject, QThread, Signal

from core.experiment import Experiment
from core.problem import Problem
from core.snapshot import Snapshot

if TYPE_CHECKING:
    from core.lockstep import Lockstep

Command = Callable[[], None]

CHUNK_SECONDS = 0.002  # how long a command may wait for the training
LATELY = 8  # snapshots: their mean says how long the next one takes
YIELD_SECONDS = 0.02  # how long the training may wait for one frame's painting
MAX_CHUNK = 4096


class Wish(Struct, frozen=True):
    """What a snapshot should carry beyond the rest, because someone looks at it."""

    decision: bool = False
    diagnostics: bool = False
    initial_diagnostics: bool = False
    silence: bool = False  # the last three are parts of the overlay
    updates: bool = False
    maps: bool = False

    def exceeds(self, other: "Wish") -> bool:
        """Say whether it asks for something that the other does not."""
        had = asdict(other)
        return any(wanted and not had[name] for name, wanted in asdict(self).items())


class TrainingWorker(QThread):
    """Trains the present run, and those pinned beside it, in its own thread.

    Signals
    -------
    snapshot_ready()
        `take` has a new snapshot.
    running_changed(bool)
        Training started, or stopped: by command or by divergence.
    refused(Problem)
        The experiment's data could not be read.
    failed(str)
        A bug: its traceback. The run is lost, the thread goes on.
    """

    snapshot_ready = Signal()
    running_changed = Signal(bool)
    refused = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._clear_to_train = threading.Event()
        self._clear_to_train.set()
        self._newest_run = self._newest_step = 0
        self._runs_to_pin: set[int] = set()
        self._slot: Snapshot | None = None
        # What follows belongs to the thread alone.
        self._runs: Lockstep  # from `run` on
        self._run = 0
        self._rate: float | None = None
        self._running = False
        self._goal = 0  # steps still to take while paused
        self._stopping = False
        self._wish: Wish | None = None  # a snapshot is asked for, with this
        self._due = 0.0  # then
        self._takes = 0.0  # s: so long it takes
        self._granted = Wish()  # what the last one had
        self._changed = False
        self._chunk = 1
        self._clock_start = 0.0
        self._clock_steps = 0

    # Commands, from the main thread

    def load(self, run: int, experiment: Experiment) -> None:
        """Begin another run at step 0, paused; a newer load overtakes one that is not pinned."""
        self._newest_run = run
        self._commands.put(lambda: self._load(run, experiment))

    def pin(self) -> None:
        """Keep the present run, and go on with another that is still the same."""
        self._runs_to_pin.add(self._newest_run)
        self._commands.put(self._pin)

    def unpin(self, letter: str) -> None:
        """Take a pinned run away."""
        self._commands.put(lambda: self._unpin(letter))

    def apply_live(self, experiment: Experiment) -> None:
        """Let the network that was loaded last go on with these settings."""
        run = self._newest_run
        self._commands.put(lambda: self._apply_live(run, experiment))

    def set_running(self, running: bool) -> None:
        """Start or pause."""
        self._commands.put(lambda: self._set_running(running))

    def advance(self, steps: int) -> None:
        """Pause, and take this many steps."""
        self._commands.put(lambda: self._advance(steps))

    def rewind(self, step: int = 0) -> None:
        """Pause, and go to a step of this run, bit for bit; a newer wish overtakes this one."""
        self._newest_step = step
        self._commands.put(lambda: self._rewind(step))

    def set_rate(self, rate: float | None) -> None:
        """Train at this many steps a second; None: as fast as it goes."""
        self._commands.put(lambda: self._set_rate(rate))

    def request_snapshot(self, wish: Wish, rest: float = 0.0) -> None:
        """Ask for one snapshot, when there is something new to show and `rest` s are over.

        The training keeps the time, because a timer of the main thread would have to
        wait for the interpreter's lock.
        """
        due = time.perf_counter() + rest
        self._commands.put(lambda: self._want(wish, due))

    def take(self) -> Snapshot | None:
        """Return the newest snapshot, once."""
        snapshot, self._slot = self._slot, None
        return snapshot

    @contextmanager
    def yielding(self) -> Iterator[None]:
        """Hold the training back while the main thread draws."""
        self._clear_to_train.clear()
        try:
            yield
        finally:
            self._clear_to_train.set()

    def stop(self) -> None:
        """End the thread and wait for it."""
        self._commands.put(self._stop)
        self._clear_to_train.set()
        self.wait()

    # The thread

    def run(self) -> None:
        """Obey commands and train until told to stop."""
        from core.lockstep import Lockstep  # here: the window need not wait for it

        self._runs = Lockstep()
        while not self._stopping:
            try:
                self._turn()
            except Problem as problem:
                self._abandon()
                self.refused.emit(problem)
            except Exception:  # noqa: BLE001 - nothing may end the thread unseen
                self._abandon()
                self.failed.emit(traceback.format_exc())

    def _turn(self) -> None:
        command = self._next_command()
        if command is not None:
            command()
        elif self._trains:
            self._train()
        self._publish()

    def _next_command(self) -> Command | None:
        waits = []
        if self._trains:
            waits.append(0.0 if self._goal else self._seconds_to_next_step())
        if self._owes_snapshot:
            waits.append(self._begins - time.perf_counter())
        try:
            if not waits:
                return self._commands.get()
            pause = min(waits)
            return self._commands.get(timeout=pause) if pause > 0 else self._commands.get_nowait()
        except queue.Empty:
            return None

    @property
    def _trains(self) -> bool:
        return self._running or self._goal > 0

    @property
    def _owes_snapshot(self) -> bool:
        return self._wish is not None and self._changed and self._runs.present is not None

    def _train(self) -> None:
        self._clear_to_train.wait(YIELD_SECONDS)
        steps = min(self._chunk, self._goal or self._steps_due())
        if steps > 0:
            begin = time.perf_counter()
            self._take_steps(steps)
            seconds = max(time.perf_counter() - begin, 1e-7)
            self._chunk = max(1, min(MAX_CHUNK, round(steps * CHUNK_SECONDS / seconds)))

    def _take_steps(self, steps: int) -> None:
        done = self._runs.advance(steps)
        self._clock_steps += done
        self._goal = max(0, self._goal - done)
        self._changed = True
        if done < steps:
            self._set_running(False)

    @property
    def _begins(self) -> float:
        """When a snapshot is to be begun that is due, with half a chunk still under way."""
        return self._due - self._takes - CHUNK_SECONDS / 2

    def _publish(self) -> None:
        wish = self._wish
        begin = time.perf_counter()
        if wish is None or not self._owes_snapshot or begin < self._begins:
            return
        self._slot = self._runs.snapshot(self._run, **asdict(wish))
        self._takes += (time.perf_counter() - begin - self._takes) / LATELY
        self._granted = wish
        self._wish, self._changed = None, False
        self._clear_to_train.clear()  # until it is drawn, or the window took too long
        self.snapshot_ready.emit()

    # The clock of a limited speed

    def _steps_due(self) -> int:
        if self._rate is None:
            return MAX_CHUNK
        elapsed = time.perf_counter() - self._clock_start
        return int(elapsed * self._rate) - self._clock_steps

    def _seconds_to_next_step(self) -> float:
        if self._rate is None:
            return 0.0
        due = self._clock_start + (self._clock_steps + 1) / self._rate
        return due - time.perf_counter()

    def _reset_clock(self) -> None:
        self._clock_start, self._clock_steps = time.perf_counter(), 0

    # Commands, in the thread

    def _load(self, run: int, experiment: Experiment) -> None:
        if run != self._newest_run and run not in self._runs_to_pin:
            return
        self._set_running(False)
        self._runs.load(experiment)
        self._run, self._changed, self._chunk = run, True, 1

    def _pin(self) -> None:
        self._runs.pin()
        self._changed, self._chunk = True, 1

    def _unpin(self, letter: str) -> None:
        self._runs.unpin(letter)
        self._changed = True

    def _apply_live(self, run: int, experiment: Experiment) -> None:
        if run == self._run:  # else its load was overtaken, and the run is another one's
            self._runs.apply_live(experiment)
            self._changed = True

    def _set_running(self, running: bool) -> None:
        running = running and self._runs.present is not None and not self._runs.ended
        self._goal = 0
        self._reset_clock()
        if running != self._running:
            self._running = running
            self.running_changed.emit(running)

    def _advance(self, steps: int) -> None:
        self._set_running(False)
        self._goal = 0 if self._runs.present is None else steps

    def _rewind(self, step: int) -> None:
        if step != self._newest_step:
            return
        self._set_running(False)
        self._runs.rewind(min(step, self._runs.reached))
        self._changed = True

    def _set_rate(self, rate: float | None) -> None:
        self._rate = rate
        self._reset_clock()

    def _want(self, wish: Wish, due: float) -> None:
        self._wish, self._due = wish, due
        self._changed |= wish.exceeds(self._granted)

    def _abandon(self) -> None:
        self._set_running(False)
        self._runs.drop()

    def _stop(self) -> None:
        self._stopping = True
