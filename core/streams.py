"""Random streams: one for each purpose, so that none disturbs another.

A stream is named by the experiment's seed, its purpose and, for parameters,
its layer. Changing the batch size never changes the weights, adding a layer
never changes the draws of the layers before it, and two initializers with one
seed scale the same standard-normal draws.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy.random import Generator

WEIGHTS, BIASES, SHUFFLE, DATA, FRESH = range(5)


def weight_stream(seed: int, layer: int) -> "Generator":
    """Return the stream of the weights of layer 1..L."""
    return _stream(seed, WEIGHTS, layer)


def bias_stream(seed: int, layer: int) -> "Generator":
    """Return the stream of the biases of layer 1..L."""
    return _stream(seed, BIASES, layer)


def shuffle_stream(seed: int) -> "Generator":
    """Return the stream that puts the samples into mini-batches."""
    return _stream(seed, SHUFFLE)


def data_stream(seed: int) -> "Generator":
    """Return the stream of a dataset, from the dataset's own seed."""
    return _stream(seed, DATA)


def fresh_stream(seed: int) -> "Generator":
    """Return the stream of the samples that an endless dataset trains with."""
    return _stream(seed, FRESH)


def _stream(seed: int, *purpose: int) -> "Generator":
    # Takes long: the window need not wait for it.
    from numpy.random import PCG64, Generator, SeedSequence

    return Generator(PCG64(SeedSequence(seed, spawn_key=purpose)))
