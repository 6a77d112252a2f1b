"""On a screen with two of its px for one of ours, lines and points are as thick as on others."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import json
import numpy as np
from gui.app import create_application
application = create_application([])
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.canvas import Canvas
from gui.plots.curve import Curve
from gui.plots.pens import pen
canvas = Canvas(Axis("bottom", ticks.linear), Axis("left", ticks.linear))
canvas.resize(400, 300)
canvas.restyle()
curve = Curve()
curve.set_pen(pen("text", {dash}, {width}))
canvas.add(curve)
canvas.show()
canvas.set_range((0, 1), (0, 1))
curve.set_points(np.array([0.0, 1.0]), np.array([0.5, 0.5]))
picture = canvas.grab().toImage()
rows = picture.height() // 2 - 60, picture.height() // 2 + 60
ratio = picture.devicePixelRatio()
place = canvas.view.sceneBoundingRect()
left, right = round(place.left() * ratio) + 8, round(place.right() * ratio) - 8
ink = np.array([[picture.pixelColor(x, y).lightness() for x in range(left, right)]
                for y in range(*rows)]) < 128
print(json.dumps([float(ink.sum(0).max() / ratio), float(ink.any(0).mean())]))
"""

ICON = """
from gui.app import create_application
application = create_application([])
from PySide6.QtCore import QSize
from gui.plots.markers import class_icon
picture = class_icon(0, 2).pixmap(QSize(12, 12), application.devicePixelRatio())
print([picture.width(), picture.devicePixelRatio()])
"""


def told(program: str, scale: int) -> list[float]:
    """Run a program on a screen with so many px for one of ours; return the list it prints."""
    environment = {**os.environ, "QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program]
    result = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=ROOT, env=environment
    )
    return json.loads(result.stdout)


def thickness_and_share(scale: int, width: float, dash: tuple[int, ...]) -> list[float]:
    """Draw a flat line; return its thickness in our px, and how much of the way has ink."""
    return told(PROGRAM.format(width=width, dash=dash), scale)


@pytest.mark.parametrize("dash", [(), (8, 8)])
def test_a_line_is_as_thick_and_its_dashes_as_long(dash: tuple[int, ...]) -> None:
    coarse, fine = (thickness_and_share(scale, 4.0, dash) for scale in (1, 2))
    assert fine[0] == coarse[0] == 4.0
    assert fine[1] == pytest.approx(coarse[1], abs=0.05)
    assert coarse[1] == pytest.approx(0.5 if dash else 1.0, abs=0.05)


@pytest.mark.parametrize("scale", [1, 2])
def test_the_marker_of_a_class_is_drawn_in_the_px_of_the_screen(scale: int) -> None:
    assert told(ICON, scale) == [12 * scale, scale]
