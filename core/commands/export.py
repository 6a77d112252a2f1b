"""`export`: write the experiment as code of its own."""

import argparse
from pathlib import Path

from core.commands.options import Subparsers, count, out_path
from core.experiment import read_experiment
from core.export import EVERY, STEPS, TARGETS, export_code


def add(subparsers: Subparsers) -> None:
    """Add the command."""
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


def _export(arguments: argparse.Namespace) -> int:
    steps, every = count("--steps", arguments.steps), count("--every", arguments.every)
    out, experiment = out_path(arguments), read_experiment(Path(arguments.file))
    export_code(experiment, arguments.to, out, steps, every)
    return 0
