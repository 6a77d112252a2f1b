"""Is there a ball in the picture? The same ball may be anywhere (S2).

A picture without a ball holds as many bright pixels, strewn: their number says
nothing, only their shape does. A dense network must learn the ball at every
place anew; a filter of 4x4 pixels, slid over the picture, learns it once.
"""

from typing import TYPE_CHECKING, Annotated

import numpy as np
from msgspec import Meta
from msgspec.structs import replace
from numpy.typing import NDArray

from core.datasets.base import Dataset, FloatArray, WideSamples, pixel_names
from core.datasets.synthetic import SyntheticRule
from core.streams import data_stream

if TYPE_CHECKING:
    from numpy.random import Generator  # takes long to import: the window need not wait

BALL = np.array([[0, 1, 1, 0], [1, 1, 1, 1], [1, 1, 1, 1], [0, 1, 1, 0]])


class Ball(SyntheticRule, frozen=True, tag="ball", kw_only=True):
    """Square pictures in turn without (class 0) and with (class 1) a ball, blurred by `noise`."""

    samples: WideSamples = 300
    test_samples: WideSamples = 100
    side: Annotated[int, Meta(ge=8, le=32)] = 16

    def shape(self) -> tuple[int, int]:
        """Return (side * side, 1)."""
        return self.side**2, 1

    def picture(self) -> tuple[int, int]:
        """Return (side, side)."""
        return self.side, self.side

    def draw(self) -> Dataset:
        """Draw the training and the test pictures."""
        names = pixel_names(*self.picture())
        return replace(super().draw(), feature_names=names, image_shape=self.picture())

    def points(self, samples: int, seed: int) -> tuple[FloatArray, FloatArray]:
        """Return pictures, a row each: 0 dark, 1 bright, before noise."""
        rng = data_stream(seed)
        classes = (np.arange(samples) % 2).astype(float)
        balls, strewn = self._balls(rng, samples), self._strewn(rng, samples)
        pictures = np.zeros((samples, self.side**2))
        bright = np.where(classes[:, np.newaxis] == 1.0, balls, strewn)
        np.put_along_axis(pictures, bright, 1.0, axis=1)
        return pictures + self.noise * rng.standard_normal(pictures.shape), classes

    def _balls(self, rng: "Generator", samples: int) -> NDArray[np.intp]:
        """Return the bright pixels of a ball wholly inside each picture."""
        rows, columns = np.nonzero(BALL)
        top, left = rng.integers(0, self.side - len(BALL) + 1, (2, samples, 1))
        return (top + rows) * self.side + left + columns

    def _strewn(self, rng: "Generator", samples: int) -> NDArray[np.intp]:
        """Return as many different pixels of each picture."""
        count = int(BALL.sum())
        return np.argpartition(rng.random((samples, self.side**2)), count, axis=1)[:, :count]
