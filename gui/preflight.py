"""Look before starting Qt: what would make it abort is said in one line, with its remedy.

Qt answers a missing library or display with an abort and a page of text. Neither
Qt nor NumPy is imported here, and nothing is used that Python 3.6 does not have,
so that a Python that is too old gets its message as well.
"""

import ctypes
import importlib.util
import os
import sys

OLDEST = (3, 11)
EXIT_CODE = 2

# PySide6 that crashes or draws wrongly with pyqtgraph 0.14; the same as in pyproject.toml.
BAD_QT = ("6.8.0", "6.9.1", "6.10.1")

# What the wheels of PySide6 load but do not bring: library -> Debian's package.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
XCB_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# Which variable names the display of a platform; the others need none.
DISPLAYS = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}

DISPLAY_REMEDY = (
    "Start it from a desktop session or with 'ssh -X'; without a window there is 'run', see --help."
)

# The README's first command: it makes an environment with everything in it.
SET_UP = {
    "posix": "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/initlab",
    "nt": r"py -m venv .venv && .venv\Scripts\pip install -e . && .venv\Scripts\initlab",
}


def require_python():
    """Leave with one message unless Python and what `core` needs are there."""
    _leave_if(old_python(sys.version_info[:2]) or missing_module("numpy", "msgspec"))


def require_window():
    """Leave with one message unless a window can be opened."""
    _leave_if(
        missing_module("PySide6", "pyqtgraph")
        or bad_qt(qt_version(), sys.version_info[:2])
        or missing_plugin(os.environ)
        or missing_display(sys.platform, os.environ)
        or missing_library(sys.platform, os.environ)
        or silent_display(sys.platform, os.environ)
    )


def tell(message):
    """Say one line where the user can see it: on stderr, or in a box where there is none."""
    if sys.stderr is not None:
        sys.stderr.write("initlab: " + message + "\n")
    elif sys.platform == "win32":
        ctypes.windll.user32.MessageBoxW(None, message, "InitLab", 0x10)


def _leave_if(problem):
    if problem:
        tell(problem)
        raise SystemExit(EXIT_CODE)


def old_python(version):
    """Return the message for a Python (major, minor) that is too old."""
    if version >= OLDEST:
        return None
    return "needs Python 3.11 or newer; this is Python %d.%d. Install a newer one." % version


def missing_module(*modules):
    """Return the message for the first of these Python libraries that is not installed."""
    for module in modules:
        if importlib.util.find_spec(module) is None:
            remedy = f"In InitLab's folder, run: {SET_UP[os.name]}"
            return f"the Python library {module} is missing. {remedy}"
    return None


def qt_version():
    """Return the installed version of PySide6 as text, or None if nothing tells it."""
    from importlib import metadata  # not in Python 3.6

    for package in ("PySide6-Essentials", "PySide6"):
        try:
            return metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    return None


def bad_qt(qt, python):
    """Return the message for a PySide6 version known not to work on Python (major, minor)."""
    if qt is None:
        return None
    numbers = tuple(int(part) for part in qt.split(".")[:2])
    wanted = "PySide6-Essentials>=6.11,<6.12"
    if numbers < (6, 8):
        fault = "is too old"
    elif qt in BAD_QT:
        fault = "is known to crash"
    elif numbers >= (6, 12) and python < (3, 12):
        fault = "aborts on Python 3.11"
    else:
        return None
    return f'PySide6 {qt} {fault}. Run: {sys.executable} -m pip install "{wanted}"'


def missing_display(platform, environment):
    """Return the message for a Linux without a screen."""
    if not platform.startswith("linux"):
        return None
    variables = [DISPLAYS.get(name) for name in _platforms(environment)]
    if any(variable is None or environment.get(variable) for variable in variables):
        return None
    return "there is no display. " + DISPLAY_REMEDY


def missing_plugin(environment):
    """Return the message for platforms in QT_QPA_PLATFORM that Qt has no plugin for."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    elsewhere = {"QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH"} & set(environment)
    there = [] if elsewhere or not chosen else _plugins()
    if not there or any(name in there for name in _platforms(environment)):
        return None
    text = "Qt has no platform {!r} (QT_QPA_PLATFORM). Unset it, or take one of: {}"
    return text.format(chosen, ", ".join(there))


def _plugins():
    """Return the names of Qt's platforms, from the files that come with PySide6."""
    from pathlib import Path

    found = importlib.util.find_spec("PySide6")
    folders = (found.submodule_search_locations if found else None) or []
    places = ("Qt/plugins/platforms/*", "plugins/platforms/*")
    files = [file for folder in folders for place in places for file in Path(folder).glob(place)]
    names = (file.name.partition(".")[0] for file in files)
    return sorted({name[4:] if name.startswith("libq") else name[1:] for name in names})


def silent_display(platform, environment):
    """Return the message for a display that nobody serves; Qt would abort."""
    names = _platforms(environment)
    if not platform.startswith("linux") or any(_answers(name, environment) for name in names):
        return None
    displays = [environment.get(DISPLAYS[name]) for name in names]
    silent = " or ".join(display for display in displays if display)
    return f"no answer from the display {silent}. " + DISPLAY_REMEDY


def missing_library(platform, environment):
    """Return the message for a system library that Qt needs on Linux."""
    if not platform.startswith("linux"):
        return None
    needed = dict(QT_LIBRARIES)
    if _uses_xcb(environment):
        needed.update(XCB_LIBRARIES)
    packages = [package for name, package in needed.items() if not _loads(name)]
    if not packages:
        return None
    return "system libraries are missing. On Debian or Ubuntu: sudo apt-get install " + " ".join(
        packages
    )


def _platforms(environment):
    """Return what Qt tries to draw with, one after the other."""
    # As in "wayland-egl;xcb:size=9": each with its kind and its options
    chosen = environment.get("QT_QPA_PLATFORM") or "wayland;xcb"
    return [name.partition(":")[0].partition("-")[0].lower() for name in chosen.split(";")]


def _uses_xcb(environment):
    names = (n for n in _platforms(environment) if n != "wayland" or _wayland_answers(environment))
    return next(names, None) == "xcb"


def _answers(name, environment):
    """Say whether a platform has a display that answers, or needs none."""
    asks = {"wayland": _wayland_answers, "xcb": _x_answers}
    return name not in asks or asks[name](environment)


def _wayland_answers(environment):
    display = environment.get("WAYLAND_DISPLAY")
    if not display:
        return False
    import socket  # costs milliseconds that an X desktop need not spend
    from pathlib import Path

    with socket.socket(socket.AF_UNIX) as client:
        try:
            client.connect(str(Path(environment.get("XDG_RUNTIME_DIR", ""), display)))
        except OSError:
            return False
    return True


def _x_answers(environment):
    display = environment.get("DISPLAY")
    if not display:
        return False
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _loads(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
