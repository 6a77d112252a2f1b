"""The parameters at step 0: what the initializers draw for every layer.

`pcg64` gives each layer's weights and biases a stream of their own (see
`core.streams`); `legacy` is one stream for all, layer after layer, weights
before biases, as notebooks that begin with `np.random.seed(3)` draw. Rules
that use data (lsuv) then fit what was drawn, from the first layer on.
"""

from collections.abc import Iterator

import numpy as np

from core.activations import ACTIVATIONS
from core.experiment import Experiment
from core.filter import Filter, best_sums
from core.initializers import FloatArray, Stream
from core.streams import bias_stream, weight_stream

Parameters = tuple[FloatArray, ...]


def initial_parameters(
    experiment: Experiment, inputs: FloatArray | None = None
) -> tuple[Parameters, Parameters]:
    """Draw W[l] (n_l, n_{l-1}) and b[l] (n_l, 1) for every layer.

    Parameters
    ----------
    experiment : Experiment
    inputs : (n_0, m) array, optional
        The training inputs of its dataset, if they were drawn already; else
        they are drawn here where a rule uses data.

    Returns
    -------
    weights, biases : tuples of float64 arrays
        New, writeable, C-contiguous arrays, the first layer first.
    """
    weights: list[FloatArray] = []
    biases: list[FloatArray] = []
    for layer, shape, fans, (rng_W, rng_b) in zip(
        experiment.layers,
        experiment.shapes(),
        experiment.fans(),
        _streams(experiment),
        strict=True,
    ):
        weights.append(layer.weights.draw(rng_W, shape, *fans))
        biases.append(layer.biases.for_biases.draw(rng_b, (shape[0], 1), *fans))
    if any(layer.weights.uses_data for layer in experiment.layers):
        inputs = experiment.dataset.draw().train_inputs if inputs is None else inputs
        _fit(experiment, weights, biases, inputs)
    return tuple(weights), tuple(biases)


@np.errstate(all="ignore")
def _fit(
    experiment: Experiment,
    weights: list[FloatArray],
    biases: list[FloatArray],
    inputs: FloatArray,
) -> None:
    """Fit the rules that use data, each to what the fitted layers before it make of the inputs."""
    filter = experiment.filter()
    for index, (layer, start) in enumerate(zip(experiment.layers, weights, strict=True)):
        if layer.weights.uses_data:
            weights[index] = layer.weights.fit(start, _sums(filter, start, inputs))
        if index < len(weights) - 1:
            Z = _sums(filter, weights[index], inputs) + biases[index]
            inputs, filter = ACTIVATIONS[layer.activation].function(Z), None


def _sums(filter: Filter | None, W: FloatArray, A: FloatArray) -> FloatArray:
    return W @ A if filter is None else best_sums(filter, W, A)


def _streams(experiment: Experiment) -> Iterator[tuple[Stream, Stream]]:
    """Yield the streams of the weights and of the biases, layer after layer."""
    legacy = np.random.RandomState(experiment.seed)
    for layer in range(1, len(experiment.layers) + 1):
        if experiment.generator == "legacy":
            yield legacy, legacy
        else:
            yield weight_stream(experiment.seed, layer), bias_stream(experiment.seed, layer)
