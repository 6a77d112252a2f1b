"""Raw units: inputs far from 0 or widely spread, which most initializers do not expect.

They all assume inputs of about unit size: sigma = sqrt(2 / n_in) keeps the size of
the signal, whatever it is. A height of 170 so gives Z of some hundreds at once:
sigmoids saturate, a step of the usual rate throws ReLU units out for good.
"""

from functools import lru_cache

import numpy as np
from msgspec import Struct

from core.datasets.base import Dataset

LARGEST = 10.0  # root mean square that no initializer minds
LOOKED_AT = 1000  # samples


class RawFeature(Struct, frozen=True):
    """The feature that is largest: between which values it lies, and its root mean square."""

    name: str
    low: float
    high: float
    size: float


@lru_cache(maxsize=2)  # asked for with every snapshot
def raw_feature(dataset: Dataset) -> RawFeature | None:
    """Return the largest input, if it is too large to learn from as it stands."""
    X = dataset.train_inputs[:, :: -(-dataset.train_inputs.shape[1] // LOOKED_AT)]
    sizes = np.sqrt(np.mean(X**2, axis=1))
    largest = int(sizes.argmax())
    if sizes[largest] <= LARGEST:
        return None
    name, row = dataset.feature_names[largest], X[largest]
    return RawFeature(name, float(row.min()), float(row.max()), float(sizes[largest]))
