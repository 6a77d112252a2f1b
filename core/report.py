"""The report of a run: where it ended, what was found, the statistics of every layer."""

from typing import Any

import msgspec
import numpy as np

from core.diagnostics import LayerDiagnostics
from core.diagnostics.chance import chance
from core.diagnostics.conditioning import input_condition
from core.diagnostics.distribution import Distribution
from core.experiment import parameter_counts
from core.losses import LOSSES
from core.snapshot import FloatArray, Snapshot


def report(snapshot: Snapshot) -> bytes:
    """Return the report as JSON; a number that is not finite is null.

    Keys: `step`; `measurement`; `chance`, the loss of guessing; `divergence`
    (step, layer, quantity) or null; `findings`, the most fundamental first (code,
    layer, values); `inputs` (singular_values, condition, offset); `parameters`, how many
    numbers the network has to learn, shared ones counted once; `layers`, each with its
    `parameters`; `initial_weights`, `weights`, `initial_biases`, `biases` and
    `gradient_norms` (of its neurons) as mean, std, min and max; and, if the snapshot has
    them, its diagnostics. Neurons count from 1.
    """
    experiment, dataset = snapshot.experiment, snapshot.dataset
    content = {
        "format": 1,
        "name": experiment.name,
        "step": snapshot.step,
        "measurement": snapshot.measurement,
        "chance": chance(LOSSES[experiment.loss], dataset.train_targets),
        "divergence": snapshot.divergence,
        "findings": snapshot.findings,
        "inputs": _inputs(dataset.train_inputs),
        "parameters": sum(parameter_counts(experiment)),
        "layers": [_layer(snapshot, index) for index in range(len(snapshot.weights))],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _inputs(X: FloatArray) -> dict[str, Any]:
    found = input_condition(X)
    return {
        "singular_values": found.singular_values.tolist(),
        "condition": found.condition,
        "offset": found.offset,
    }


def _layer(snapshot: Snapshot, index: int) -> dict[str, Any]:
    layer = snapshot.experiment.layers[index]
    found = {
        "layer": index + 1,
        "units": layer.units,
        "parameters": parameter_counts(snapshot.experiment)[index],
        "activation": layer.activation,
        "initial_weights": _statistics(snapshot.initial_weights[index]),
        "weights": _statistics(snapshot.weights[index]),
        "initial_biases": _statistics(snapshot.initial_biases[index]),
        "biases": _statistics(snapshot.biases[index]),
        "gradient_norms": _statistics(snapshot.gradient_norms[index]),
    }
    return (
        found if snapshot.diagnostics is None else found | _diagnosed(snapshot.diagnostics[index])
    )


@np.errstate(all="ignore")
def _statistics(values: FloatArray) -> dict[str, float]:
    return {
        "mean": float(values.mean()),
        "std": float(values.std()),
        "min": float(values.min()),
        "max": float(values.max()),
    }


def _diagnosed(layer: LayerDiagnostics) -> dict[str, Any]:
    """Return what is known of a layer besides; `saturated` and `dead` are shares or null."""
    identical = layer.symmetry.identical
    return {
        "structure": layer.structure,
        "effective_neurons": layer.symmetry.effective,
        "identical_neurons": [[unit + 1 for unit in group] for group in identical],
        "saturated": None if layer.saturated is None else float(layer.saturated.mean()),
        "dead": None if layer.dead is None else float(layer.dead.mean()),
        "gradient_norm": layer.gradient_norm,
        "sample_gradient": layer.sample_gradient,
        "update_ratio": layer.update_ratio,
        "dW": _brief(layer.dW),
        "Z": _brief(layer.Z),
        "A": _brief(layer.A),
        "dZ": _brief(layer.dZ),
    }


def _brief(distribution: Distribution) -> dict[str, float]:
    return {"mean": distribution.mean, "std": distribution.std}
