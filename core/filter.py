"""A filter: few weights that look for the same thing everywhere in a picture (S2).

Slid over the picture, the same w and b see each window x_p of side x side
pixels, and z = max over p of (w . x_p + b): how well the best place fits, not
where it is. (A convolution with stride 1 and no padding, then a global max
pooling.) So a network learns a thing at one place and knows it at all others.

Backwards, only the window that won counts: dL/dw = dL/dz x_p, for each sample
with its own p, the first of equally good ones. All else is as in a dense layer.
"""

from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


class Filter(NamedTuple):
    """Windows of `side` x `side` pixels in a picture of `rows` x `columns`."""

    rows: int
    columns: int
    side: int

    @property
    def weights(self) -> int:
        """How many weights one filter has."""
        return self.side**2

    @property
    def places(self) -> int:
        """How many windows one picture has."""
        return (self.rows - self.side + 1) * (self.columns - self.side + 1)


class Windows:
    """The windows of m pictures, and room for what `units` filters make of them.

    Parameters
    ----------
    filter : Filter
    X : (n_0, m) or (R, n_0, m) array
        The pictures, a column each, row by row of pixels. When they change,
        `fill` has to be called.
    units : int
    runs : int, optional
        R; without it there is one network, and no leading axis.
    """

    def __init__(self, filter: Filter, X: FloatArray, units: int, runs: int | None = None) -> None:
        samples, places, side = X.shape[-1], filter.places, filter.side
        lead = () if runs is None else (runs,)
        shared = X.ndim == 2
        data_lead = (1,) if shared and lead else X.shape[:-2]
        pictures = X.reshape(*data_lead, filter.rows, filter.columns, samples)
        seen = sliding_window_view(pictures, (side, side), axis=(-3, -2))
        # A window is a column, as a sample is elsewhere: its pixels, and a 1 for the bias.
        store = np.ones((filter.weights + 1, *data_lead, samples, places))
        self._pixels = store[:-1].reshape(side, side, *data_lead, samples, *seen.shape[-5:-3])
        self._seen = np.moveaxis(np.moveaxis(seen, (-2, -1), (0, 1)), -1, -3)
        self._columns = store.reshape(filter.weights + 1, -1)
        self._inputs = np.moveaxis(store.reshape(*store.shape[:-2], -1), 0, -2)
        starts = np.arange(0, self._columns.shape[1], places)
        self._starts = starts.reshape(*data_lead, 1, samples)
        self._sums = np.empty((*lead, units, samples * places))
        self._by_place = self._sums.reshape(*lead, units, samples, places)
        self.fill()

    def fill(self) -> None:
        """Take the windows from the pictures as they are now."""
        np.copyto(self._pixels, self._seen)

    def slide(self, rows: FloatArray, Z: FloatArray) -> None:
        """Fill Z (R, units, m) with the best sums of filters, rows of weights and a bias."""
        np.matmul(rows, self._inputs, out=self._sums)
        np.max(self._by_place, axis=-1, out=Z)

    def accumulate(self, dZ: FloatArray, gradient: FloatArray) -> None:
        """Fill the gradient of the rows, from dZ (R, units, m), after `slide`."""
        gradient[:] = np.einsum("w...s,...s->...w", self._best(), dZ)

    def mean_squares(self) -> FloatArray:
        """Return the mean square of the window that won, for every unit and sample."""
        best = self._best()[:-1]
        return np.einsum("w...,w...->...", best, best) / len(best)

    def _best(self) -> FloatArray:
        """Return the windows that won, (side^2 + 1, R, units, m)."""
        return self._columns[:, self._starts + self._by_place.argmax(axis=-1)]


def best_sums(filter: Filter, W: FloatArray, X: FloatArray) -> FloatArray:
    """Return max over p of W x_p, (units, m), for filters W (units, side^2) and pictures X."""
    Z = np.empty((len(W), X.shape[1]))
    Windows(filter, X, len(W)).slide(np.pad(W, ((0, 0), (0, 1))), Z)
    return Z
