"""The report of a run: where it ended, what was found, the statistics of every layer."""

from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.snapshot import Snapshot

FloatArray = NDArray[np.float64]


def report(snapshot: Snapshot) -> bytes:
    """Return the report as JSON; a number that is not finite is null.

    Keys: `step`; `measurement`; `divergence` (step, layer, quantity) or null;
    `findings`, the most fundamental first (code, layer, values); `layers`,
    each with `initial_weights`, `weights`, `initial_biases`, `biases` and
    `gradient_norms` (of its neurons) as mean, std, min and max.
    """
    content = {
        "format": 1,
        "name": snapshot.experiment.name,
        "step": snapshot.step,
        "measurement": snapshot.measurement,
        "divergence": snapshot.divergence,
        "findings": snapshot.findings,
        "layers": [_layer(snapshot, index) for index in range(len(snapshot.weights))],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _layer(snapshot: Snapshot, index: int) -> dict[str, Any]:
    layer = snapshot.experiment.layers[index]
    return {
        "layer": index + 1,
        "units": layer.units,
        "activation": layer.activation,
        "initial_weights": _statistics(snapshot.initial_weights[index]),
        "weights": _statistics(snapshot.weights[index]),
        "initial_biases": _statistics(snapshot.initial_biases[index]),
        "biases": _statistics(snapshot.biases[index]),
        "gradient_norms": _statistics(snapshot.gradient_norms[index]),
    }


@np.errstate(all="ignore")
def _statistics(values: FloatArray) -> dict[str, float]:
    return {
        "mean": float(values.mean()),
        "std": float(values.std()),
        "min": float(values.min()),
        "max": float(values.max()),
    }
