"""Findings: a diagnosis with its evidence, the cause before its symptoms.

A pure function of a network's state decides; `gui.labels` finds the words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.divergence import Divergence
from core.gradient import Gradient

FloatArray = NDArray[np.float64]
FindingCode = Literal[
    "diverged", "zero_gradient", "symmetric", "zero_gradient_layer", "not_started", "healthy"
]


@dataclass(frozen=True)
class Finding:
    """A diagnosis.

    `code` is the key of the sentence in `gui.labels`; `layer` is 1..L, or 0
    for the whole network; `values` are its numbers. In order of precedence:

    =================== ================================================================
    code                layer and values
    =================== ================================================================
    diverged            layer that went first; step, quantity ("Z", "A", "loss", "dZ",
                        "dW", "db", "W", "b")
    zero_gradient       0; output_bias_moves: bool. Every weight gradient is exactly 0
    symmetric           hidden layer; units, effective: neurons that differ (1). All have
                        the same incoming weights, bias and gradient: they stay identical
    zero_gradient_layer layer; --. Its weight gradients are exactly 0, another layer's not
    not_started         0; --. Step 0, and nothing of the above
    healthy             0; --. A gradient reaches the weights of every layer
    =================== ================================================================
    """

    code: FindingCode
    layer: int
    values: Mapping[str, object]


def find(
    step: int,
    weights: Sequence[FloatArray],
    biases: Sequence[FloatArray],
    gradients: Sequence[Gradient],
    divergence: Divergence | None = None,
) -> tuple[Finding, ...]:
    """Diagnose a network from its parameters and gradients at `step`.

    Parameters
    ----------
    weights, biases, gradients
        Of layers 1..L; the gradients over the whole training set.
    divergence : Divergence, optional
        Where the run ended, if it did; then there is nothing else to say.

    Returns
    -------
    tuple of Finding
        At least one, the most fundamental first.
    """
    if divergence is not None:
        return (_diverged(divergence),)
    found = (
        *_zero_gradient(gradients),
        *_symmetric(weights, biases, gradients),
        *_zero_gradient_layers(gradients),
    )
    return found or (Finding("healthy" if step else "not_started", 0, {}),)


def _diverged(divergence: Divergence) -> Finding:
    values = {"step": divergence.step, "quantity": divergence.quantity}
    return Finding("diverged", divergence.layer, values)


def _zero_gradient(gradients: Sequence[Gradient]) -> tuple[Finding, ...]:
    if any(gradient.dW.any() for gradient in gradients):
        return ()
    return (Finding("zero_gradient", 0, {"output_bias_moves": bool(gradients[-1].db.any())}),)


def _symmetric(
    weights: Sequence[FloatArray], biases: Sequence[FloatArray], gradients: Sequence[Gradient]
) -> tuple[Finding, ...]:
    hidden = list(zip(weights, biases, gradients, strict=True))[:-1]
    return tuple(
        Finding("symmetric", layer, {"units": len(W), "effective": 1})
        for layer, (W, b, gradient) in enumerate(hidden, start=1)
        if len(W) > 1 and all(_rows_equal(array) for array in (W, b, *gradient))
    )


def _zero_gradient_layers(gradients: Sequence[Gradient]) -> tuple[Finding, ...]:
    zero = [layer for layer, (dW, _) in enumerate(gradients, start=1) if not dW.any()]
    if len(zero) == len(gradients):
        return ()
    return tuple(Finding("zero_gradient_layer", layer, {}) for layer in zero)


def _rows_equal(array: FloatArray) -> bool:
    return bool((array == array[:1]).all())
