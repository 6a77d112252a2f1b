"""The parameters at step 0: what the initializers draw for every layer.

`pcg64` gives each layer's weights and biases a stream of their own (see
`core.streams`); `legacy` is one stream for all, layer after layer, weights
before biases, as notebooks that begin with `np.random.seed(3)` draw.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from core.experiment import Experiment
from core.initializers import FloatArray, Stream
from core.streams import bias_stream, weight_stream

Parameters = tuple[FloatArray, ...]


def initial_parameters(experiment: Experiment) -> tuple[Parameters, Parameters]:
    """Draw W[l] (n_l, n_{l-1}) and b[l] (n_l, 1) for every layer.

    Returns
    -------
    weights, biases : tuples of float64 arrays
        New, writeable, C-contiguous arrays, the first layer first.
    """
    sizes = experiment.sizes()
    weights: list[FloatArray] = []
    biases: list[FloatArray] = []
    for layer, (n_in, n_out), (rng_W, rng_b) in zip(
        experiment.layers, pairwise(sizes), _streams(experiment), strict=True
    ):
        weights.append(layer.weights.draw(rng_W, (n_out, n_in), n_in, n_out))
        biases.append(layer.biases.draw(rng_b, (n_out, 1), n_in, n_out))
    return tuple(weights), tuple(biases)


def _streams(experiment: Experiment) -> Iterator[tuple[Stream, Stream]]:
    """Yield the streams of the weights and of the biases, layer after layer."""
    legacy = np.random.RandomState(experiment.seed)
    for layer in range(1, len(experiment.layers) + 1):
        if experiment.generator == "legacy":
            yield legacy, legacy
        else:
            yield weight_stream(experiment.seed, layer), bias_stream(experiment.seed, layer)
