"""What the main thread does while others work: by the modules it runs, never by the clock."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

READING = {"core.datasets.sheet", "core.datasets.table", "core.datasets.survey"}


@contextmanager
def modules_run() -> Iterator[set[str]]:
    """Collect the names of the modules whose functions this thread calls."""
    names: set[str] = set()

    def note(frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            names.add(frame.f_globals.get("__name__", ""))

    sys.setprofile(note)
    try:
        yield names
    finally:
        sys.setprofile(None)
