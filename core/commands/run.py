"""`run`: train without a window and write what happened."""

import argparse
import sys
from pathlib import Path

from core.commands.options import Subparsers, add_curve_options, out_path, steps_and_every
from core.experiment import read_experiment
from core.findings import Finding
from core.output import output_folder
from core.progress import Progress
from core.run_files import RunFiles
from core.trainer import Trainer

CHUNK = 1000  # steps between two looks at the clock of the progress line


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser("run", help="train without a window and write what happened")
    parser.set_defaults(command=_run)
    add_curve_options(parser)


def _run(arguments: argparse.Namespace) -> int:
    steps, every = steps_and_every(arguments)
    run(Path(arguments.file), steps, every, out_path(arguments))
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
        end = trainer.snapshot(diagnostics=True)
        files.write_row(end)
        files.write_end(end)
    _tell(end.findings)


def _tell(findings: tuple[Finding, ...]) -> None:
    """Write every finding as a line: its code, then layer and values, lists left out."""
    for finding in findings:
        values = {"layer": finding.layer, **finding.values} if finding.layer else finding.values
        shown = [f"{name}={value}" for name, value in values.items() if name != "neurons"]
        words = [finding.code, *shown]
        sys.stderr.write(" ".join(words) + "\n")
