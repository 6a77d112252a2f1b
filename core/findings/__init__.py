"""Findings: a diagnosis with its evidence, the cause before its symptoms.

Pure functions of a network's state decide, one kind of finding a file
(`core.findings.find` puts them in order); `gui.labels` finds the words.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

FindingCode = Literal[
    "diverged",
    "raw_inputs",
    "dead",
    "zero_gradient",
    "symmetric",
    "saturated",
    "exploding",
    "vanishing",
    "zero_gradient_layer",
    "slow",
    "at_chance",
    "overfitting",
    "not_started",
    "healthy",
]


class Finding(Struct, frozen=True):
    """A diagnosis.

    `code` is the key of the sentence in `gui.labels`; `layer` is 1..L, or 0
    for the whole network; `values` are its numbers. Where a number decides, they
    also hold the `threshold` that it passed and the `source` of the threshold.
    In order of precedence:

    =================== ================================================================
    code                layer and values
    =================== ================================================================
    diverged            layer that went first; step, quantity ("Z", "A", "loss", "dZ",
                        "dW", "db", "W", "b")
    raw_inputs          0; feature: the largest input, low, high, size: its root mean square.
                        Gone once the network has learnt
    dead                hidden layer; units, dead: ReLU units below 0 on all the data, and
                        which `neurons`, from 1. All of them here: nothing passes; if only
                        most, after vanishing
    zero_gradient       0; output_bias_moves: bool. Every weight gradient is exactly 0
    symmetric           hidden layer; units, effective: neurons that differ. The others
                        have the same weights, bias and gradient: they stay identical;
                        `neurons`, from 1: those that are not alone
    saturated           the worst of `layers` layers; share of its activations beyond
                        97 % of their range
    exploding           the worst of `layers` layers; gradient of one sample for one
                        weight, root mean square; rising: whether the loss is above the
                        first, so that the steps made it worse
    vanishing           the smallest of `layers` layers; gradient, as for exploding
    zero_gradient_layer layer; --. Its weight gradients are exactly 0, another layer's not
    slow                layer that moves most; ratio of update to weights in a step
    at_chance           0; loss, chance: what guessing costs, for `steps` steps
    overfitting         0; train_loss, test_loss, best: the lowest test loss, and its step
    not_started         0; --. Step 0, and nothing of the above
    healthy             layer with the smallest gradient; gradient, as for vanishing
    =================== ================================================================
    """

    code: FindingCode
    layer: int
    values: Mapping[str, object]
