"""Take all screenshots again: `python -m tests.screens [DIR]`; `--one ...` takes a single one.

Each is taken in a program of its own, at its own scale, from a network that has
trained for some steps. Without DIR they go beside this file.
"""

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SIZES = (("1024x768", 1), ("1440x900", 1), ("3840x2160", 2))  # in real px, and the scale
LANGUAGES = ("en", "zh_CN")
THEMES = ("light", "dark", "projector")
STEPS = 2000


def take_all(folder: Path) -> None:
    """Take one of each kind."""
    folder.mkdir(parents=True, exist_ok=True)
    for (size, scale), language, theme in itertools.product(SIZES, LANGUAGES, THEMES):
        path = folder / f"{size}_{language}_{theme}.png"
        with tempfile.TemporaryDirectory() as home:
            environment = {
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": str(scale),
                **{f"XDG_{kind}_HOME": home for kind in ("CONFIG", "DATA", "CACHE")},
            }
            one = ["--one", size, str(scale), language, theme]
            command = [sys.executable, "-m", "tests.screens", str(path), *one]
            subprocess.run(command, check=True, env=environment)
        print(path)  # noqa: T201


def take(path: Path, size: str, scale: int, language: str, theme: str) -> None:
    """Take one, in this program."""
    from PySide6.QtCore import QTimer

    from gui.app import create_application, create_window

    application = create_application(["initlab"])
    window = create_window()
    window.appearance.set_language(language)
    window.appearance.set_theme(theme)
    width, height = (int(number) // scale for number in size.split("x"))
    window.resize(width, height)
    window.show()

    def look() -> None:
        snapshot = window.session.snapshot
        if snapshot is None or snapshot.step < STEPS:
            return
        timer.stop()
        window.grab().save(str(path))
        window.close()
        application.quit()

    window.session.advance(STEPS)
    timer = QTimer(interval=300)  # long enough for all that follows a snapshot
    timer.timeout.connect(look)
    timer.start()
    application.exec()


def main() -> None:
    """Obey the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=Path(__file__).parent)
    parser.add_argument("--one", nargs=4, metavar=("SIZE", "SCALE", "LANGUAGE", "THEME"))
    arguments = parser.parse_args()
    if arguments.one is None:
        take_all(arguments.path)
    else:
        size, scale, language, theme = arguments.one
        take(arguments.path, size, int(scale), language, theme)


if __name__ == "__main__":
    main()
