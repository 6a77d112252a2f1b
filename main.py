"""InitLab: `main.py [FILE]` opens the window; `main.py run FILE` and others need none."""

import sys

from gui import preflight


def main():
    """Obey the command line and return the exit code."""
    preflight.require_python()
    from core import commands
    from core.problem import Problem
    from gui import command_line

    parser = command_line.Parser(
        "initlab",
        usage="initlab [FILE] [OPTIONS of 'window']\n       initlab COMMAND ...",
        description="See why the first weights decide whether a neural network learns.",
    )
    parsers = parser.add_subparsers(metavar="COMMAND", required=True, prog="initlab")
    command_line.add_window(parsers)
    commands.add_parsers(parsers)
    words = sys.argv[1:]
    if not words or words[0] not in {*parsers.choices, "-h", "--help"}:
        words = ["window", *words]
    arguments = parser.parse_args(words)
    try:
        return arguments.command(arguments)
    except Problem as problem:
        from gui.labels import problem_text

        preflight.tell(problem_text(problem))
        return preflight.EXIT_CODE
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
