"""A screen of its own for the real program: Xvfb, a window manager, a message bus.

Nothing on the user's desktop is seen or touched. `Screen` starts the three,
gives children the environment to find them, and ends them by process.
"""

import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

PROGRAM = Path(__file__).resolve().parents[2] / "main.py"
TOOLS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-daemon",
    "pcmanfm": "pcmanfm",
    "update-mime-database": "shared-mime-info",
}
ACCESSIBILITY_BUS = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")


def missing() -> list[str]:
    """Return the Debian packages that the tests on a screen still need."""
    packages = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    return packages if ACCESSIBILITY_BUS.exists() else [*packages, "at-spi2-core"]


class Screen:
    """A virtual screen with a window manager and a session bus.

    Attributes
    ----------
    home : Path
        The home folder of every program on this screen.
    size : tuple of int
        Width and height in pixels.
    environment : dict
        What these programs need to know.
    window_manager : Popen
        Lives as long as the screen does.
    """

    def __init__(self, home: Path, size: tuple[int, int] = (1440, 900)) -> None:
        self._processes: list[subprocess.Popen[str]] = []
        self.home, self.size = home, size
        self._output = home / "output"
        self._output.touch()
        self.environment = {
            **os.environ,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        for variable in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "CI"):
            self.environment.pop(variable, None)
        (home / "run").mkdir(mode=0o700)
        try:
            display = self._start_and_read(
                "Xvfb", "-displayfd", "1", "-screen", "0", f"{size[0]}x{size[1]}x24",
                "-fbdir", str(home), "-nolisten", "tcp",
            )  # fmt: skip
            self.environment["DISPLAY"] = f":{display}"
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_and_read(
                "dbus-daemon", "--session", "--print-address", "--nofork", "--nosyslog"
            )
            self.window_manager = self._start_window_manager()
        except BaseException:
            self.close()
            raise

    def _start_window_manager(self) -> "subprocess.Popen[str]":
        """Start it until it stays: on a screen this young it sometimes gives up at once."""
        while True:
            manager = self._popen(("openbox",), subprocess.DEVNULL, None)
            while manager.poll() is None:
                asked = ["xdotool", "get_desktop"]  # answered by a window manager only
                if subprocess.run(asked, env=self.environment, capture_output=True).returncode == 0:
                    return manager

    def start(self, *command: str) -> "subprocess.Popen[str]":
        """Start a program on the screen; it is ended with the screen at the latest."""
        return self._popen(command, subprocess.DEVNULL, None)

    def start_program(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start InitLab; what it writes to stderr can be read with `output`."""
        with self._output.open("a", encoding="utf-8") as output:
            command = (sys.executable, "-W", "error", str(PROGRAM), *arguments)
            return self._popen(command, subprocess.DEVNULL, output)

    def output(self) -> str:
        """Return what InitLab has written to stderr."""
        return self._output.read_text(encoding="utf-8")

    def picture(self) -> NDArray[np.uint32]:
        """Return the pixels of the screen, by row and column."""
        data = (self.home / "Xvfb_screen0").read_bytes()
        header = struct.unpack(">25I", data[:100])
        size, width, height, colours = header[0], header[4], header[5], header[19]
        pixels = np.frombuffer(data, "<u4", width * height, offset=size + 12 * colours)
        return pixels.reshape(height, width)

    def xdotool(self, *arguments: str) -> str:
        """Move the mouse, press a key or ask about windows; return what was printed."""
        result = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return result.stdout

    def click(self, x: int, y: int, times: int = 1) -> None:
        """Click with the left button at a point of the screen."""
        self.xdotool(
            "mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "80", "1"
        )

    def close(self) -> None:
        """End everything that was started here, newest first."""
        for process in reversed(self._processes):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
            if process.stdout is not None:
                process.stdout.close()
        self._processes.clear()

    def _start_and_read(self, *command: str) -> str:
        """Start a server and return the line it prints when it is ready."""
        process = self._popen(command, subprocess.PIPE, None)
        assert process.stdout is not None
        line = process.stdout.readline().strip()
        assert line, f"{command[0]} did not start"
        return line

    def _popen(
        self, command: tuple[str, ...], out: int, errors: IO[str] | None
    ) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=errors or subprocess.DEVNULL,
            text=True,
        )
        self._processes.append(process)
        return process
