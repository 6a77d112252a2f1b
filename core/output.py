"""An output folder that gets its files all at once, or none of them."""

import errno
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from core.files import REASONS
from core.problem import Problem


@contextmanager
def made_folder(out: Path) -> Generator[None, None, None]:
    """Make a folder if it is not there, and take it away again if nothing comes into it.

    Raises
    ------
    Problem
        `unwritable_file` (file, reason) at `--out`.
    """
    made = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        file = str(_blocking(error, out))
        raise Problem("--out", "unwritable_file", file=file, reason=_reason(error)) from error
    finally:
        if made:
            with suppress(OSError):  # it is not empty: all went well
                out.rmdir()


@contextmanager
def output_folder(out: Path) -> Generator[Path, None, None]:
    """Yield a folder to write into; at the end its files move to `out`.

    `out` is made if it is not there. Files of the same names are replaced,
    others stay. After an error or an interruption `out` is as it was.

    Raises
    ------
    Problem
        `unwritable_file` (file, reason) at `--out`.
    """
    with made_folder(out), TemporaryDirectory(prefix=".initlab-", dir=out) as draft:
        yield Path(draft)
        files = sorted(Path(draft).iterdir())
        for file in files:
            if (out / file.name).is_dir():
                raise IsADirectoryError(errno.EISDIR, "in the way", str(out / file.name))
        for file in files:
            file.replace(out / file.name)


def _blocking(error: OSError, out: Path) -> Path:
    """Return what is in the way: of a folder a file, on the way to it too."""
    if isinstance(error, IsADirectoryError):
        return Path(error.filename)
    there = (place for place in (out, *out.parents) if place.exists() and not place.is_dir())
    return next(there, out)


def _reason(error: OSError) -> str:
    if isinstance(error, NotADirectoryError):
        return "file"
    if error.errno == errno.ENOSPC:
        return "full"
    return next((reason for kind, reason in REASONS if isinstance(error, kind)), "other")
