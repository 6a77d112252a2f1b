"""Files: read with a limit, written whole or not at all."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from core.problem import Problem


def read_whole(path: Path, most: int, place: str = "") -> bytes:
    """Return the bytes of a file of at most `most` bytes.

    Raises
    ------
    Problem
        At `place`: `unreadable_file` or `too_large_file`.
    """
    name = path.resolve().name if path.name in ("", "..") else path.name
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            reason = "directory" if stat.S_ISDIR(status.st_mode) else "other"
            raise Problem(place, "unreadable_file", file=name, reason=reason)
        if status.st_size > most:
            raise Problem(place, "too_large_file", file=path.name, found=status.st_size, most=most)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise Problem(place, "unreadable_file", file=name, reason=_reason(error)) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, then move it there: no reader sees half of it.

    Raises
    ------
    Problem
        `unwritable_file`; what was there before is there still.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only")
        _replace(target, content)
    except (OSError, ValueError) as error:
        raise Problem("", "unwritable_file", file=path.name, reason=_reason(error)) from error


def _replace(target: Path, content: bytes) -> None:
    fresh = target.with_name(f".{target.name[:100]}.{os.getpid()}.tmp")
    try:
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            fresh.chmod(stat.S_IMODE(target.stat().st_mode))
        fresh.replace(target)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise


REASONS: tuple[tuple[type[Exception], str], ...] = (
    (FileNotFoundError, "missing"),
    (NotADirectoryError, "missing"),
    (IsADirectoryError, "directory"),
    (FileExistsError, "file"),
    (PermissionError, "forbidden"),
)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "full"
    return next((reason for kind, reason in REASONS if isinstance(error, kind)), "other")
