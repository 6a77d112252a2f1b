"""A contour: the line along which values on a grid cross a level.

Every square of four neighbouring grid points is cut into two triangles. A
triangle whose corners lie on both sides of the level has one corner alone; the
contour crosses the two sides that meet there, each where linear interpolation
reaches the level: one segment a triangle, and no ambiguous case.
"""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

# Corners (row, column) of the two triangles of a square.
TRIANGLES = np.array([[[0, 0], [0, 1], [1, 1]], [[0, 0], [1, 1], [1, 0]]])


def contour(values: FloatArray, level: float) -> FloatArray:
    """Return the segments of the contour.

    Parameters
    ----------
    values : (rows, columns) array
        Finite or not; triangles with a corner that is not finite are left out.

    Returns
    -------
    (segments, 2, 2) array
        Two ends (x, y) a segment, x counted in columns and y in rows.
    """
    above = values > level
    corners = above[:-1, :-1].astype(np.int8) + above[:-1, 1:] + above[1:, :-1] + above[1:, 1:]
    squares = np.argwhere((corners > 0) & (corners < 4))
    points = (squares[:, np.newaxis, np.newaxis] + TRIANGLES).reshape(-1, 3, 2)
    heights = values[points[..., 0], points[..., 1]] - level
    over = heights > 0
    crossed = (over.any(axis=1) & ~over.all(axis=1)) & np.isfinite(heights).all(axis=1)
    return _segments(points[crossed].astype(np.float64), heights[crossed], over[crossed])


def _segments(points: FloatArray, heights: FloatArray, over: NDArray[np.bool_]) -> FloatArray:
    """Return where the level crosses the sides that meet in each triangle's lone corner."""
    lone = (over == (over.sum(axis=1, keepdims=True) == 1)).argmax(axis=1)
    rows = np.arange(len(points))
    ends = [
        _crossing(
            points[rows, lone], heights[rows, lone], points[rows, other], heights[rows, other]
        )
        for other in ((lone + 1) % 3, (lone + 2) % 3)
    ]
    return np.stack(ends, axis=1)[..., ::-1]


def _crossing(
    start: FloatArray, start_height: FloatArray, end: FloatArray, end_height: FloatArray
) -> FloatArray:
    share = (start_height / (start_height - end_height))[:, np.newaxis]
    return start + share * (end - start)
