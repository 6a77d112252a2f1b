"""What the commands have in common: how they are added, and the numbers they take."""

import argparse
from pathlib import Path
from typing import Protocol

from core.problem import Problem

MOST_STEPS = 10_000_000
ROWS = 100  # of a table of curves, unless --every says otherwise


class Subparsers(Protocol):
    """What `ArgumentParser.add_subparsers` returns."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser:
        """Add the parser of one command."""
        ...


def count(option: str, text: str, most: int = MOST_STEPS) -> int:
    """Return a number of something, at least 1, from the command line."""
    try:
        number = int(text)
    except ValueError as error:
        raise Problem(option, "wrong_type", expected=("int",), found="str", value=text) from error
    if number < 1:
        raise Problem(option, "out_of_range", found=number, sign=">=", bound=1)
    if number > most:
        raise Problem(option, "out_of_range", found=number, sign="<=", bound=most)
    return number


def out_path(arguments: argparse.Namespace) -> Path:
    """Return where --out says that the results go; no name does not mean here."""
    if not arguments.out.strip():
        raise Problem("--out", "empty_name")
    return Path(arguments.out)


def add_curve_options(parser: argparse.ArgumentParser) -> None:
    """Add FILE, --steps, --every and --out."""
    parser.add_argument("file", metavar="FILE", help="an .initlab file")
    parser.add_argument("--steps", metavar="N", required=True, help="updates to make")
    parser.add_argument(
        "--every", metavar="K", help=f"steps between rows; by default there are about {ROWS} rows"
    )
    parser.add_argument("--out", metavar="DIR", required=True, help="folder for the results")


def steps_and_every(arguments: argparse.Namespace) -> tuple[int, int]:
    """Return the numbers of --steps and --every."""
    steps = count("--steps", arguments.steps)
    every = arguments.every
    return steps, max(1, steps // ROWS) if every is None else count("--every", every)
