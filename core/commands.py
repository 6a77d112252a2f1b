"""The commands of `main.py` that need no window.

For `main.py`: `add_parsers(subparsers)` adds every command to an argparse
parser; `args = parser.parse_args(...)`, then `args.command(args)` runs it and
returns the exit code. Wrong input raises a Problem and leaves nothing behind.
Progress and the outcome go to stderr, as codes and numbers.
"""

import argparse
import sys
from pathlib import Path
from typing import Protocol

from core.experiment import read_experiment
from core.export import EVERY, STEPS, TARGETS, export_code
from core.findings import Finding
from core.output import output_folder
from core.problem import Problem
from core.progress import Progress
from core.run_files import RunFiles
from core.trainer import Trainer

MOST_STEPS = 10_000_000
CHUNK = 1000  # steps between two looks at the clock of the progress line
ROWS = 100  # of history.csv, unless --every says otherwise


class Subparsers(Protocol):
    """What `ArgumentParser.add_subparsers` returns."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser:
        """Add the parser of one command."""
        ...


def add_parsers(subparsers: Subparsers) -> None:
    """Add `run` and `export`."""
    _add_run(subparsers)
    _add_export(subparsers)


def _add_run(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("run", help="train without a window and write what happened")
    parser.set_defaults(command=_run)
    parser.add_argument("file", metavar="FILE", help="an .initlab file")
    parser.add_argument("--steps", metavar="N", required=True, help="updates to make")
    parser.add_argument(
        "--every", metavar="K", help=f"steps between rows; by default there are about {ROWS} rows"
    )
    parser.add_argument("--out", metavar="DIR", required=True, help="folder for the results")


def _add_export(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("export", help="write the experiment as code of its own")
    parser.set_defaults(command=_export)
    parser.add_argument("file", metavar="FILE", help="an .initlab file")
    parser.add_argument("--to", choices=TARGETS, required=True, help="what the code is for")
    parser.add_argument(
        "--out",
        metavar="FILE.py",
        required=True,
        help="the script; its data go into FILE.npz",
    )
    parser.add_argument("--steps", metavar="N", default=str(STEPS), help="updates that it makes")
    parser.add_argument("--every", metavar="K", default=str(EVERY), help="steps between two losses")


def _run(arguments: argparse.Namespace) -> int:
    steps = _count("--steps", arguments.steps)
    every = max(1, steps // ROWS) if arguments.every is None else _count("--every", arguments.every)
    run(Path(arguments.file), steps, every, Path(arguments.out))
    return 0


def _export(arguments: argparse.Namespace) -> int:
    steps, every = _count("--steps", arguments.steps), _count("--every", arguments.every)
    experiment = read_experiment(Path(arguments.file))
    export_code(experiment, arguments.to, Path(arguments.out), steps, every)
    return 0


def run(file: Path, steps: int, every: int, out: Path) -> None:
    """Train an experiment and write its curves, weights and report to a folder.

    A row for step 0, for every `every`-th step and for the last one. A
    divergence is a result like any other: the files end where it happened.

    Raises
    ------
    Problem
        If the experiment can't be read or the folder can't be written; then
        the folder is as it was.
    """
    trainer = Trainer(read_experiment(file))
    with output_folder(out) as folder, RunFiles(folder) as files, Progress(steps) as progress:
        files.write_row(trainer.snapshot())
        while trainer.step < steps and trainer.divergence is None:
            trainer.advance(min(CHUNK, every - trainer.step % every, steps - trainer.step))
            if trainer.step % every == 0:
                files.write_row(trainer.snapshot())
            progress.show(trainer.step)
        end = trainer.snapshot()
        files.write_row(end)
        files.write_end(end)
    _tell(end.findings)


def _tell(findings: tuple[Finding, ...]) -> None:
    """Write every finding as a line: its code, then layer and values."""
    for finding in findings:
        values = {"layer": finding.layer, **finding.values} if finding.layer else finding.values
        words = [finding.code, *(f"{name}={value}" for name, value in values.items())]
        sys.stderr.write(" ".join(words) + "\n")


def _count(option: str, text: str) -> int:
    """Return a number of steps from the command line."""
    try:
        count = int(text)
    except ValueError as error:
        raise Problem(option, "wrong_type", expected=("int",), found="str") from error
    if count < 1:
        raise Problem(option, "out_of_range", found=count, sign=">=", bound=1)
    if count > MOST_STEPS:
        raise Problem(option, "out_of_range", found=count, sign="<=", bound=MOST_STEPS)
    return count
