"""For all tests: nothing of this computer's user is read or written, no thread is left.

The environment is set before Qt is imported, and children inherit it.
"""

import atexit
import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

import core  # noqa: F401 - before any test imports NumPy: it chooses the threads

_HOME = tempfile.TemporaryDirectory(prefix="initlab-tests-")
atexit.register(_HOME.cleanup)
for variable, folder in {
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
}.items():
    os.environ[variable] = str(Path(_HOME.name, folder))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"

# An example may take as long as it takes, or the machine would be measured; and a
# suite that passed passes again: the examples are always the same ones.
hypothesis.settings.register_profile(
    "any machine",
    deadline=None,
    derandomize=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("any machine")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give a test that takes minutes an hour: machines and their load differ."""
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.timeout(3600))


@pytest.fixture(scope="session", autouse=True)
def _long_lived() -> None:
    """Keep what was imported out of every later collection: that makes each one quick."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail the test that leaves a thread running Python, a QThread's included."""
    before = set(sys._current_frames())
    yield
    left = set(sys._current_frames()) - before
    assert not left, f"the test left {len(left)} thread(s) running"
