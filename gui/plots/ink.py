"""Pictures of the data: each number, 0 to 1, is the share of ink on the ground."""

from functools import lru_cache

import numpy as np
from PySide6.QtGui import QColor, QImage

from core.snapshot import FloatArray
from gui import theme
from gui.plots.pens import mix


def image(picture: FloatArray, ground: str = "plot") -> QImage:
    """Return numbers (rows, columns) as an image on a ground of the theme; NaN is clear."""
    levels = np.rint(255 * np.clip(np.nan_to_num(picture), 0.0, 1.0)).astype(np.uint8)
    rows, columns = levels.shape
    result = QImage(levels.tobytes(), columns, rows, columns, QImage.Format.Format_Indexed8)
    result.setColorTable(_inks(theme.color(ground).name(), theme.current().text))
    return result.copy()


@lru_cache(maxsize=4)
def _inks(ground: str, ink: str) -> list[int]:
    """Return the colours 0xAARRGGBB from the ground to the ink."""
    return [mix(QColor(ground), QColor(ink), level / 255).rgb() for level in range(256)]
