"""The command line of the window: what `main.py` without a command understands.

Qt is imported only when a window is about to open.
"""

import argparse
import gc
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from typing import NoReturn

from core.problem import Problem
from gui import desktop, preflight

LANGUAGES = ("en", "zh_CN")
THEMES = ("light", "dark", "projector")


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as all of InitLab does."""

    def error(self, message: str) -> NoReturn:
        """Leave with the message and exit code 2."""
        preflight.tell(f"{message} (see {self.prog} --help)")
        raise SystemExit(preflight.EXIT_CODE)


def add_window(parsers: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command that opens the window; it is the default."""
    parser = parsers.add_parser("window", help="open the window (the default)")
    parser.set_defaults(command=_open_window)
    parser.add_argument("file", nargs="?", metavar="FILE", help="an .initlab file to open")
    parser.add_argument("--present", action="store_true", help="full screen, for the projector")
    parser.add_argument("--language", choices=LANGUAGES, help="of every text")
    parser.add_argument("--theme", choices=THEMES, help="colours")
    parser.add_argument(
        "--dialogs", action="store_true", help="show a problem in a window too (the launcher does)"
    )
    parser.add_argument("--version", action="store_true", help="print it and leave")
    for name, action, text in (
        ("--install-desktop", desktop.install, "put InitLab into the applications menu"),
        ("--uninstall-desktop", desktop.uninstall, "take it out again"),
    ):
        parser.add_argument(name, dest="launcher", action="store_const", const=action, help=text)


def _open_window(arguments: argparse.Namespace) -> int:
    if arguments.version:
        sys.stdout.write(f"InitLab {_version()}\n")
        return 0
    if arguments.launcher:
        return _change_launcher(arguments.launcher)
    preflight.require_window()
    gc.disable()  # importing makes little but what stays; `gui.app` collects later
    from gui.app import run

    try:
        return run(arguments)
    except Problem as problem:
        if arguments.dialogs:
            _show(problem)
        raise


def _show(problem: Problem) -> None:
    """Say it where somebody who double-clicked a file can see it."""
    from PySide6.QtWidgets import QMessageBox

    from gui.app import create_application
    from gui.labels import problem_text

    create_application(sys.argv[:1])
    QMessageBox.warning(None, "InitLab", problem_text(problem))


def _change_launcher(change: Callable[[], list[str]]) -> int:
    if not sys.platform.startswith("linux"):
        preflight.tell(
            "this is for Linux. Elsewhere make a shortcut to 'initlab' "
            "and let the system open .initlab files with it."
        )
        return preflight.EXIT_CODE
    try:
        lines = change()
    except OSError as error:
        preflight.tell(f"could not write: {error}")
        return preflight.EXIT_CODE
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _version() -> str:
    try:
        return version("initlab")
    except PackageNotFoundError:
        return "(not installed)"
