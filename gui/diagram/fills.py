"""The fills of neurons: colours on fixed scales, by number, and small pictures.

A fill is a number: 0 to 255 for |gradient| on its log10 scale, above them the
signs of an exact zero and of what is not finite, then activations from LOW to
HIGH through the ground colour. A map is a picture in the same colours.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QBrush, QColor, QImage

from core.snapshot import FloatArray
from gui import theme
from gui.diagram.pictures import Filling
from gui.plots import magnitude, signed
from gui.plots.pens import mix

Fill = int | QImage

LOW, HIGH = -2.0, 2.0  # of activations: fixed; beyond them the colour is that of the end
ZERO, NOT_FINITE = magnitude.ZERO, magnitude.NOT_FINITE
FIRST_SIGNED = NOT_FINITE + 1


def gradient_fills(norms: FloatArray) -> list[int]:
    """Return the fills for |gradient|."""
    return magnitude.indices(norms).tolist()


def activation_fills(values: FloatArray) -> list[int]:
    """Return the fills for activations."""
    fills = signed.indices(values, LOW, HIGH) + FIRST_SIGNED
    fills[values == 0] = ZERO
    fills[~np.isfinite(values)] = NOT_FINITE
    return fills.tolist()


def brush_of(fill: int) -> QBrush:
    """Return the brush of a fill that has one colour."""
    return _brushes(theme.current().name)[fill]


@lru_cache(maxsize=1)
def _brushes(_look: str) -> tuple[QBrush, ...]:
    colours = (*magnitude.table().tolist(), *signed.table().tolist())
    return tuple(QBrush(QColor.fromRgba(colour)) for colour in colours)


def map_images(maps: FloatArray) -> list[QImage]:
    """Return maps (n, rows, columns) as images, the first row at the bottom."""
    places = signed.indices(maps, LOW, HIGH)
    places[maps == 0] = signed.NOT_FINITE + 1
    colours = np.ascontiguousarray(_map_table(theme.current().name)[places][:, ::-1])
    rows, columns = maps.shape[1:]
    return [
        QImage(one.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()
        for one in colours
    ]


def zero_colour() -> QColor:
    """Return the colour of an exact zero in a map, too small to be hatched."""
    return mix(theme.color("plot"), theme.color("quiet"), magnitude.ZERO_INK)


@lru_cache(maxsize=1)
def _map_table(_look: str) -> NDArray[np.uint32]:
    return np.append(signed.table(), np.uint32(zero_colour().rgb()))


FILLS: dict[Filling, Callable[[FloatArray], Sequence[Fill]]] = {
    "gradient": gradient_fills,
    "activation": activation_fills,
    "map": map_images,
}
