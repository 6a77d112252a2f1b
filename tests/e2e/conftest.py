"""A screen for each test; skipped where the tools are missing, but never on CI."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.accessibility import Reader
from tests.e2e.screen import Screen, missing


@pytest.fixture
def screen() -> Iterator[Screen]:
    packages = missing()
    if packages and not os.environ.get("CI"):
        pytest.skip(f"needs a virtual screen: sudo apt-get install {' '.join(packages)}")
    assert not packages, f"CI must install {' '.join(packages)}"
    # Short, because a socket's path may have 108 characters.
    with tempfile.TemporaryDirectory(prefix="initlab-") as home:
        screen = Screen(Path(home))
        yield screen
        screen.close()


@pytest.fixture
def reader(screen: Screen) -> Iterator[Reader]:
    reader = Reader(screen.environment["DBUS_SESSION_BUS_ADDRESS"])
    yield reader
    reader.close()
