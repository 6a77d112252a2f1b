"""`sweep`: train an experiment along one value, or over a grid of two."""

import argparse
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from functools import partial
from math import isfinite
from pathlib import Path
from typing import Any

from core.axis import Axis, axis
from core.cluster import share_out_to
from core.commands.options import Subparsers, count, out_path
from core.experiment import Experiment, read_experiment
from core.journal import Journal
from core.output import made_folder, output_folder
from core.problem import Problem
from core.progress import Progress
from core.sweep import Row, Sweep
from core.tables import line
from core.workers import share_out

MOST_AXES, MOST_POINTS = 2, 1000
MOST_RUNS = 1_000_000  # in all

AXIS_OPTIONS = {
    "--over": ("PATH", "what is varied: layers[*].weights.std, depth, units ...; twice for a grid"),
    "--from": ("LOW", "its first value"),
    "--to": ("HIGH", "its last value"),
    "--points": ("P", "how many values"),
}
Words = Sequence[tuple[str, str]]
Results = Generator[tuple[int, list[Row]], None, None]
Share = Callable[[Callable[[int], list[Row]], Sequence[int]], Results]


class _AxisWord(argparse.Action):
    """Collects the options of axes in the order of the command line: --over begins one."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        namespace.axes = [*(namespace.axes or ()), (self.option_strings[0], values)]


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    text = "train along one value, or over a grid of two, and write how each run ended"
    parser = subparsers.add_parser("sweep", help=text)
    parser.set_defaults(command=_sweep)
    parser.add_argument("file", metavar="FILE", help="an .initlab file")
    for option, (metavar, what) in AXIS_OPTIONS.items():
        needed = option == "--over"
        parser.add_argument(
            option, dest="axes", action=_AxisWord, required=needed, metavar=metavar, help=what
        )
    even = "values of equal differences, not of equal ratios"
    parser.add_argument("--linear", dest="axes", action=_AxisWord, nargs=0, help=even)
    parser.add_argument("--runs", metavar="R", default="1", help="seeds at each point; default 1")
    parser.add_argument("--steps", metavar="N", required=True, help="updates of each run")
    parser.add_argument("--out", metavar="DIR", required=True, help="folder for sweep.csv")
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="of a Dask cluster that is to do it: tcp://..."
    )


def _sweep(arguments: argparse.Namespace) -> int:
    runs = count("--runs", arguments.runs, MOST_RUNS)
    steps = count("--steps", arguments.steps)
    out, experiment = out_path(arguments), read_experiment(Path(arguments.file))
    swept = Sweep(experiment, _axes(experiment, arguments.axes), runs, steps)
    most = MOST_RUNS // len(swept.points())
    if runs > most:
        raise Problem("--runs", "out_of_range", found=runs, sign="<=", bound=most)
    swept.check()
    address = arguments.scheduler
    sweep(swept, out, partial(share_out_to, address) if address else share_out)
    return 0


def sweep(swept: Sweep, out: Path, share: Share = share_out) -> None:
    """Train all runs and write `sweep.csv`, a row for each, point after point.

    An interrupted sweep leaves a journal; the same sweep goes on from it.

    Raises
    ------
    Problem
        If the folder can't be written or holds another sweep's journal, or if
        those who share the work are lost.
    """
    tasks = swept.tasks()
    with made_folder(out), Journal(out, swept) as journal, Progress(len(tasks)) as progress:
        left = [task for task in tasks if task not in journal.done]
        with closing(share(swept.work, left)) as results:
            for task, rows in results:
                journal.add(task, rows)
                progress.show(len(journal.done))
        rows = [row for task in tasks for row in journal.done[task]]
        with output_folder(out) as folder:
            _write(folder / "sweep.csv", swept.columns, rows)
        journal.remove()
    diverged = sum(row[-1] is not None for row in rows)
    sys.stderr.write(f"points={len(swept.points())} runs={len(rows)} {diverged=}\n")


def _write(path: Path, columns: tuple[str, ...], rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(line(*columns))
        file.writelines(line(*("" if cell is None else cell for cell in row)) for row in rows)


def _axes(experiment: Experiment, words: Words) -> tuple[Axis, ...]:
    found: list[dict[str, str]] = []
    for option, text in words:
        if option == "--over":
            found.append({})
        elif not found:
            raise Problem("--over", "incomplete_axis", option=option)
        found[-1][option] = text
    if len(found) > MOST_AXES:
        raise Problem("--over", "out_of_range", found=len(found), sign="<=", bound=MOST_AXES)
    return tuple(_axis(experiment, options) for options in found)


def _axis(experiment: Experiment, options: dict[str, str]) -> Axis:
    missing = [option for option in AXIS_OPTIONS if option not in options]
    if missing:
        raise Problem("--over", "incomplete_axis", option=missing[0])
    linear = "--linear" in options
    low, high = (_number(option, options[option], linear) for option in ("--from", "--to"))
    points = count("--points", options["--points"], MOST_POINTS)
    return axis(experiment, options["--over"], low, high, points, linear)


def _number(option: str, text: str, linear: bool) -> float:
    try:
        number = float(text)
    except ValueError as error:
        raise Problem(option, "wrong_type", expected=("float",), found="str", value=text) from error
    if not isfinite(number):
        raise Problem(option, "not_finite", found=number)
    if number <= 0 and not linear:
        raise Problem(option, "out_of_range", found=number, sign=">", bound=0.0)
    return number
