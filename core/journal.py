"""A journal: what a sweep has done so far, so that an interrupted one goes on.

Lines of JSON in the folder of the results: the fingerprint of the sweep, then
every finished task with its rows. A line that the interruption cut off does
not count. When the sweep is complete, the journal goes.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from core.files import write_whole
from core.problem import Problem
from core.sweep import Row, Sweep

NAME = "unfinished_sweep.jsonl"


class Journal:
    """The finished tasks of a sweep, in memory and in a file.

    Attributes
    ----------
    done : dict
        Rows by task.

    Raises
    ------
    Problem
        `other_sweep` (file) at `--out`, if the folder has another sweep's journal.
    """

    def __init__(self, folder: Path, sweep: Sweep) -> None:
        self._path = folder / NAME
        self.done: dict[int, list[Row]] = {}
        mark = {"sweep": sweep.fingerprint()}
        found = list(_lines(self._path))
        if found and found[0] != mark:
            raise Problem("--out", "other_sweep", file=NAME)
        for entry in found[1:]:
            self.done[entry["task"]] = [tuple(row) for row in entry["rows"]]
        whole = "".join(_line(entry) for entry in found or [mark])
        write_whole(self._path, whole.encode())
        self._file = self._path.open("a", encoding="utf-8", newline="\n")

    def add(self, task: int, rows: list[Row]) -> None:
        """Note a finished task, at once in the file."""
        self.done[task] = rows
        self._file.write(_line({"task": task, "rows": rows}))
        self._file.flush()

    def remove(self) -> None:
        """Delete the file: the sweep is complete."""
        self._file.close()
        self._path.unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file; it stays."""
        self._file.close()


def _line(entry: dict[str, Any]) -> str:
    return json.dumps(entry) + "\n"


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the entries of a file, up to one that was cut off; none if there is no file."""
    with suppress(FileNotFoundError, ValueError):
        for line in path.read_bytes().splitlines():
            yield json.loads(line)
