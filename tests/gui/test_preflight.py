"""What keeps a window from opening is said before Qt is started, with its remedy."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui import preflight

ROOT = Path(__file__).resolve().parents[2]
NOBODY = "/nowhere/there-is-no-server:7"

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has displays")


@pytest.fixture
def wayland() -> Iterator[str]:
    """Return a display that answers, as a compositor would."""
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as server:
        path = str(Path(folder) / "wayland-7")  # short: a socket's path may have 108 characters
        server.bind(path)
        server.listen()
        yield path


def test_this_machine_can_open_a_window_offscreen():
    preflight.require_python()
    preflight.require_window()


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_an_old_python_is_named(version):
    message = preflight.old_python(version)
    assert message is not None
    assert f"{version[0]}.{version[1]}" in message
    assert "3.11" in message


def test_supported_pythons_pass():
    assert [preflight.old_python(version) for version in ((3, 11), (3, 12), (3, 13))] == [None] * 3


@pytest.mark.parametrize(
    ("qt", "python", "fault"),
    [
        ("6.12.0", (3, 11), "aborts on Python 3.11"),
        ("6.13.1", (3, 11), "aborts on Python 3.11"),
        ("6.9.1", (3, 12), "is known to crash"),
        ("6.7.3", (3, 12), "is too old"),
    ],
)
def test_a_known_bad_qt_is_refused_with_a_version_to_install(qt, python, fault):
    message = preflight.bad_qt(qt, python)
    assert message is not None
    assert f"PySide6 {qt} {fault}" in message
    assert 'pip install "PySide6-Essentials>=6.11,<6.12"' in message


@pytest.mark.parametrize(
    ("qt", "python"),
    [("6.11.3", (3, 11)), ("6.8.1", (3, 11)), ("6.12.0", (3, 12)), (None, (3, 11))],
)
def test_other_qt_versions_pass(qt, python):
    assert preflight.bad_qt(qt, python) is None


def test_the_refused_versions_are_those_of_the_package():
    dependencies = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    excluded = re.search(r'"PySide6-Essentials>=6\.8,(.*),<6\.12; python', dependencies)
    assert excluded is not None
    assert excluded[1] == ",".join(f"!={version}" for version in preflight.BAD_QT)


def test_a_missing_library_of_python_is_named_with_the_command_that_brings_it():
    message = preflight.missing_module("os", "no_such_library")
    assert message is not None
    assert "no_such_library is missing" in message
    assert preflight.SET_UP[os.name] in message


@linux
def test_a_missing_system_library_is_named_by_its_package(monkeypatch, wayland):
    monkeypatch.setattr(preflight, "_loads", lambda library: "cursor" not in library)
    message = preflight.missing_library("linux", {"DISPLAY": ":0"})
    assert message is not None
    assert message.endswith("sudo apt-get install libxcb-cursor0")
    assert preflight.missing_library("linux", {"WAYLAND_DISPLAY": NOBODY}) == message
    assert preflight.missing_library("linux", {"QT_QPA_PLATFORM": "offscreen"}) is None
    assert preflight.missing_library("linux", {"WAYLAND_DISPLAY": wayland}) is None
    assert preflight.missing_library("win32", {}) is None


@linux
def test_every_library_that_qt_draws_with_on_x_is_looked_for():
    plugins = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
    if not shutil.which("ldd") or not (plugins / "libqxcb.so").exists():
        pytest.skip("needs ldd, and PySide6 from its wheel")
    listed = subprocess.run(["ldd", plugins / "libqxcb.so"], capture_output=True, text=True).stdout
    needed = set(re.findall(r"(lib(?:xcb-|X11-xcb|xkb|EGL|GL\.|fontconfig|dbus)\S+) =>", listed))
    assert "libxcb-cursor.so.0" in needed
    assert needed <= {*preflight.QT_LIBRARIES, *preflight.XCB_LIBRARIES}


def test_a_missing_display_is_only_a_matter_of_linux_without_one():
    assert preflight.missing_display("linux", {}) is not None
    assert preflight.missing_display("linux", {"QT_QPA_PLATFORM": "xcb:size=9"}) is not None
    assert preflight.missing_display("linux", {"QT_QPA_PLATFORM": "xcb;offscreen"}) is None
    assert preflight.missing_display("linux", {"DISPLAY": ":0"}) is None
    assert preflight.missing_display("linux", {"QT_QPA_PLATFORM": "offscreen"}) is None
    assert preflight.missing_display("darwin", {}) is None


@linux
def test_a_display_that_does_not_answer_is_named_and_not_left_to_qt(wayland):
    """As after `ssh -X` was closed, or in a terminal older than the desktop session."""
    message = preflight.silent_display("linux", {"DISPLAY": NOBODY})
    assert message is not None
    assert f"no answer from the display {NOBODY}." in message
    assert preflight.silent_display("linux", {"DISPLAY": NOBODY, "QT_QPA_PLATFORM": "xcb"})
    assert preflight.silent_display("linux", {"DISPLAY": NOBODY, "WAYLAND_DISPLAY": "nobody"})
    assert preflight.silent_display("linux", {"WAYLAND_DISPLAY": NOBODY})
    assert preflight.silent_display(
        "linux", {"WAYLAND_DISPLAY": NOBODY, "QT_QPA_PLATFORM": "wayland-egl"}
    )
    assert not preflight.silent_display("linux", {"DISPLAY": NOBODY, "WAYLAND_DISPLAY": wayland})
    folder, name = os.path.split(wayland)
    environment = {"WAYLAND_DISPLAY": name, "XDG_RUNTIME_DIR": folder}
    assert not preflight.silent_display("linux", environment)
    assert not preflight.silent_display("linux", {"DISPLAY": NOBODY, "QT_QPA_PLATFORM": "vnc"})
    assert not preflight.silent_display("darwin", {"DISPLAY": NOBODY})


@linux
@pytest.mark.parametrize(
    ("displays", "fault"),
    [
        ({}, "there is no display."),
        ({"WAYLAND_DISPLAY": NOBODY}, f"no answer from the display {NOBODY}."),
    ],
)
def test_without_a_display_the_program_says_one_line_and_exits_2(displays, fault):
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= displays
    result = subprocess.run(
        [sys.executable, ROOT / "main.py"], env=environment, capture_output=True, text=True
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"initlab: {fault}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("chosen", ["offscreen", "OFFSCREEN", "xcb:size=9", "wayland-egl;xcb"])
def test_what_qt_can_draw_with_passes(chosen):
    assert preflight.missing_plugin({"QT_QPA_PLATFORM": chosen}) is None


def test_plugins_in_another_place_are_left_to_qt():
    for place in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH"):
        assert preflight.missing_plugin({"QT_QPA_PLATFORM": "mine", place: "/somewhere"}) is None


@pytest.mark.parametrize("chosen", ["bogus", "bogus:size=9", "bogus;none"])
def test_a_platform_that_qt_has_not_is_one_line_and_exit_2(chosen):
    environment = {**os.environ, "QT_QPA_PLATFORM": chosen}
    result = subprocess.run(
        [sys.executable, ROOT / "main.py"], env=environment, capture_output=True, text=True
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"initlab: Qt has no platform {chosen!r} (QT_QPA_PLATFORM)")
    assert "offscreen" in result.stderr
    assert result.stderr.count("\n") == 1


def test_without_stderr_a_message_raises_nothing(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "platform", "linux")
    preflight.tell("nobody can see this")


class _Counter(QObject):
    counted = Signal(int)


def test_this_qt_does_not_lose_references_to_none_and_true(qtbot):
    """PySide6 6.12 on Python 3.11 drops one at each call and then aborts."""
    counter, widget = _Counter(), QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for number in range(200):
        counter.counted.emit(number)
        widget.update()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert after[0] > before[0] - 100
    assert after[1] > before[1] - 100
