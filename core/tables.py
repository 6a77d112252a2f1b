"""Tables: CSV files that grow row by row and are closed together."""

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO


def line(*cells: str | float) -> str:
    """Return a row; numbers have all their digits."""
    return ",".join(str(cell) for cell in cells) + "\n"


class Tables:
    """Some CSV files, open for writing."""

    def __init__(self) -> None:
        self._open_files = ExitStack()

    def table(self, path: Path, head: tuple[str, ...]) -> TextIO:
        """Begin a table with its head."""
        file = self._open_files.enter_context(path.open("w", encoding="utf-8", newline="\n"))
        file.write(line(*head))
        return file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the tables."""
        self._open_files.close()
