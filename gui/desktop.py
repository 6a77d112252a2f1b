"""The launcher: InitLab in the applications menu, and `.initlab` files that open it.

For the user who asks, nobody else: everything goes below XDG_DATA_HOME, and
one line into the list of default applications. Installing twice changes
nothing; uninstalling removes what installing wrote. Linux only: elsewhere the
system has its own ways.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from core.resources import resource

MIME_TYPE = "application/x-initlab+json"
LAUNCHER = "initlab.desktop"
DEFAULTS_SECTION = "[Default Applications]"
DEFAULT_LINE = f"{MIME_TYPE}={LAUNCHER};"


def install() -> list[str]:
    """Install launcher, icons and file type; return a line for each thing done."""
    done = []
    for path, content in _files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        done.append(f"wrote {path}")
    if _set_default():
        done.append(f"made InitLab the program for .initlab files in {_defaults_file()}")
    return done + _update_databases()


def uninstall() -> list[str]:
    """Remove what `install` wrote; return a line for each thing done."""
    done = []
    for path in _files():
        if path.exists():
            path.unlink()
            done.append(f"removed {path}")
    if _unset_default():
        done.append(f"removed the line for .initlab files from {_defaults_file()}")
    return done + _update_databases() if done else ["there was nothing to remove"]


def exec_line(*command: str) -> str:
    """Return a command as the Desktop Entry Specification quotes it in `Exec`.

    Each argument stands in double quotes, in which " ` $ and backslash are
    escaped; a second escape applies to the whole value, and % is doubled.
    """
    quoted = []
    for argument in command:
        for special in ("\\", '"', "`", "$"):
            argument = argument.replace(special, "\\" + special)
        quoted.append(f'"{argument}"')
    return _escape(" ".join(quoted)).replace("%", "%%")


def _escape(value: str) -> str:
    return value.replace("\\", "\\\\")


def _files() -> dict[Path, bytes]:
    """Return every file of the installation with its content."""
    data = _data_home()
    icons = data / "icons" / "hicolor" / "scalable"
    document_icon = MIME_TYPE.replace("/", "-") + ".svg"
    return {
        data / "applications" / LAUNCHER: _launcher().encode(),
        data / "mime" / "packages" / "initlab.xml": _packaged("initlab.xml"),
        icons / "apps" / "initlab.svg": _packaged("initlab.svg"),
        icons / "mimetypes" / document_icon: _packaged("document.svg"),
    }


def _launcher() -> str:
    program = Path(__file__).resolve().parents[1] / "main.py"
    text = _packaged("initlab.desktop.in").decode()
    text = text.replace("@EXEC@", exec_line(sys.executable, str(program)))
    return text.replace("@TRY_EXEC@", _escape(sys.executable))


def _packaged(name: str) -> bytes:
    return resource("packaging", name).read_bytes()


def _data_home() -> Path:
    return _folder("XDG_DATA_HOME", ".local/share")


def _defaults_file() -> Path:
    return _folder("XDG_CONFIG_HOME", ".config") / "mimeapps.list"


def _folder(variable: str, default: str) -> Path:
    """Return the folder that a variable names; a relative one counts as none, as specified."""
    given = Path(os.environ.get(variable, ""))
    return given if given.is_absolute() else Path.home() / default


def _set_default() -> bool:
    """Add the line that opens `.initlab` with us, unless the user has chosen already."""
    path = _defaults_file()
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    if DEFAULTS_SECTION not in lines:
        lines += [DEFAULTS_SECTION]
    start = lines.index(DEFAULTS_SECTION) + 1
    end = next((i for i in range(start, len(lines)) if lines[i].startswith("[")), len(lines))
    if any(line.startswith(f"{MIME_TYPE}=") for line in lines[start:end]):
        return False
    _write_lines(path, [*lines[:start], DEFAULT_LINE, *lines[start:]])
    return True


def _unset_default() -> bool:
    path = _defaults_file()
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    if DEFAULT_LINE not in lines:
        return False
    lines.remove(DEFAULT_LINE)
    if lines == [DEFAULTS_SECTION]:
        path.unlink()
    else:
        _write_lines(path, lines)
    return True


def _write_lines(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _update_databases() -> list[str]:
    """Let file managers know at once; where the tools are missing they find out later."""
    done = []
    for tool, folder in (
        ("update-mime-database", _data_home() / "mime"),
        ("update-desktop-database", _data_home() / "applications"),
    ):
        found = shutil.which(tool)
        if found and folder.is_dir():
            result = subprocess.run([found, str(folder)], capture_output=True, check=False)
            done.append(f"ran {tool}" if result.returncode == 0 else f"{tool} failed")
    return done
