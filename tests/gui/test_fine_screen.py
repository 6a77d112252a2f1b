"""On a screen with two of its px for one of ours, lines and points are as thick as on others."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import json
import numpy as np
from gui.app import create_application
application = create_application([])
from PySide6.QtCore import QSize
from gui.plots import ticks
from gui.plots.axis import Axis
from gui.plots.canvas import Canvas
from gui.plots.curve import Curve
from gui.plots.markers import class_icon
from gui.plots.pens import pen

def line(dash):
    canvas = Canvas(Axis("bottom", ticks.linear), Axis("left", ticks.linear))
    canvas.resize(400, 300)
    canvas.restyle()
    curve = Curve()
    curve.set_pen(pen("text", dash, 4.0))
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
    return [float(ink.sum(0).max() / ratio), float(ink.any(0).mean())]

def marker():
    picture = class_icon(0, 2).pixmap(QSize(12, 12), application.devicePixelRatio())
    return [picture.width(), picture.devicePixelRatio()]

print(json.dumps({"solid": line(()), "dashed": line((8, 8)), "marker": marker()}))
"""


@cache
def told(scale: int) -> dict[str, list[float]]:
    """Draw on a screen with so many px for one of ours; return what was measured.

    Of a line its thickness in our px, and how much of the way has ink.
    """
    environment = {**os.environ, "QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PROGRAM]
    result = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=ROOT, env=environment
    )
    return json.loads(result.stdout)


@pytest.mark.parametrize(("line", "share"), [("solid", 1.0), ("dashed", 0.5)])
def test_a_line_is_as_thick_and_its_dashes_as_long(line: str, share: float) -> None:
    coarse, fine = told(1)[line], told(2)[line]
    assert fine[0] == coarse[0] == 4.0
    assert fine[1] == pytest.approx(coarse[1], abs=0.05)
    assert coarse[1] == pytest.approx(share, abs=0.05)


@pytest.mark.parametrize("scale", [1, 2])
def test_the_marker_of_a_class_is_drawn_in_the_px_of_the_screen(scale: int) -> None:
    assert told(scale)["marker"] == [12 * scale, scale]
