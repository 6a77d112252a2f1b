"""The commands of `main.py` that need no window.

For `main.py`: `add_parsers(subparsers)` adds every command to an argparse
parser; `args = parser.parse_args(...)`, then `args.command(args)` runs it and
returns the exit code. Wrong input raises a Problem and leaves nothing behind.
Progress and the outcome go to stderr, as codes and numbers.
"""

from core.commands import ensemble, export, run, sweep
from core.commands.options import Subparsers


def add_parsers(subparsers: Subparsers) -> None:
    """Add every command."""
    for command in (run, ensemble, sweep, export):
        command.add(subparsers)
