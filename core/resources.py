"""Where the data that come with InitLab are: in a checkout, a wheel or a bundle alike.

`resources` is installed as a folder beside `core`, so one relation holds everywhere.
"""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources"


def resource(*names: str) -> Path:
    """Return the path of a file or folder in `resources`, as in `resource("icons", "play.svg")`."""
    return FOLDER.joinpath(*names)
