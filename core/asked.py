"""Asked: what the network of a snapshot answers at one point of the plane."""

import numpy as np

from core.equations import activations_of
from core.snapshot import Snapshot


@np.errstate(all="ignore")
def answer_at(snapshot: Snapshot, x1: float, x2: float, original: bool) -> float:
    """Return the first output for two inputs, both in `original` units or as the network sees them.

    The answers of a picture are those at the middle of its cells; this one is the point's own.
    """
    data, point = snapshot.dataset, np.array([[x1], [x2]])
    X = data.input_scaling.to_scaled(point) if original else point
    A = activations_of(snapshot.experiment, snapshot.weights, snapshot.biases, X)[-1]
    return float((data.target_scaling.to_original(A) if original else A)[0, 0])
