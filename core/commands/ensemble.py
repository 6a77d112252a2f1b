"""`ensemble`: train many draws of one experiment and write what most of them do."""

import argparse
import sys
from pathlib import Path

from core.bands import bands
from core.commands.options import Subparsers, add_curve_options, count, out_path, steps_and_every
from core.ensemble import Ensemble, draws
from core.ensemble_files import EnsembleFiles
from core.experiment import read_experiment
from core.output import output_folder
from core.progress import Progress

MOST_RUNS = 10_000
CHUNK = 1000  # steps of one run between two looks at the clock of the progress line


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    text = "train many draws of an experiment and write what most of them do"
    parser = subparsers.add_parser("ensemble", help=text)
    parser.set_defaults(command=_ensemble)
    add_curve_options(parser)
    parser.add_argument(
        "--runs", metavar="R", required=True, help="how many: the seed of the file and the next"
    )


def _ensemble(arguments: argparse.Namespace) -> int:
    runs = count("--runs", arguments.runs, MOST_RUNS)
    steps, every = steps_and_every(arguments)
    ensemble(Path(arguments.file), runs, steps, every, out_path(arguments))
    return 0


def ensemble(file: Path, runs: int, steps: int, every: int, out: Path) -> None:
    """Train runs with the seeds s, s + 1, ... and write all their losses, and bands.

    Rows for step 0, for every `every`-th step and for the last one. A run that
    diverged counts on with the loss of its last finite state.

    Raises
    ------
    Problem
        If the experiment can't be read, is too large so many times, or the
        folder can't be written; then the folder is as it was.
    """
    many = Ensemble(draws(read_experiment(file), runs))
    chunk = max(1, CHUNK // runs)
    with output_folder(out) as folder, EnsembleFiles(folder) as files, Progress(steps) as progress:
        files.write_row(0, many.train_losses())
        while many.step < steps:
            many.advance(min(chunk, every - many.step % every, steps - many.step))
            if many.step % every == 0 or many.step == steps:
                files.write_row(many.step, many.train_losses())
            progress.show(many.step)
    _tell(many)


def _tell(many: Ensemble) -> None:
    p10, median, p90 = bands(many.train_losses())
    diverged = sum(divergence is not None for divergence in many.divergences)
    sys.stderr.write(f"{median=} {p10=} {p90=} {diverged=} runs={len(many.experiments)}\n")
