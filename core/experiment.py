"""An experiment: all that determines a run, seeds included.

The same experiment gives the same weights, batches and losses, bit for bit.
It is immutable: an edit (`core.edits`) returns a new one.
"""

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from core.datasets import AnyDataset
from core.fields import (
    MAX_LAYERS,
    MAX_SAMPLES,
    MAX_WEIGHTS,
    NonNegative,
    Positive,
    Seed,
    Text,
)
from core.layer import Layer
from core.losses import LossName, check_loss
from core.optimizers import AnyOptimizer, Sgd
from core.problem import Problem
from core.validation import refusal

MAX_FILE_BYTES = 5_000_000

Generator = Literal["pcg64", "legacy"]
BatchSize = Annotated[int, Meta(ge=1, le=MAX_SAMPLES)]


class Experiment(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything that determines a run; the fields are those of the file."""

    format: Literal[1]
    name: Text = ""
    seed: Seed = 0
    generator: Generator = "pcg64"
    dataset: AnyDataset
    layers: Annotated[tuple[Layer, ...], Meta(min_length=1, max_length=MAX_LAYERS)]
    loss: LossName = "binary_cross_entropy"
    optimizer: AnyOptimizer = Sgd()
    batch_size: BatchSize | None = None
    l2: NonNegative = 0.0
    clip_norm: Positive | None = None

    def sizes(self) -> tuple[int, ...]:
        """Return (n_0, n_1, ..., n_L), the inputs first."""
        return (self.dataset.shape()[0], *(layer.units for layer in self.layers))


def weight_count(sizes: tuple[int, ...]) -> int:
    """Return the number of weights between layers of these sizes."""
    return sum(n_in * n_out for n_in, n_out in zip(sizes, sizes[1:], strict=False))


def check(experiment: Experiment) -> None:
    """Raise a Problem unless every value is in range and the parts fit together."""
    try:
        msgspec.convert(msgspec.to_builtins(experiment), Experiment)
    except msgspec.ValidationError as error:
        raise refusal(str(error)) from error
    sizes = experiment.sizes()
    if weight_count(sizes) > MAX_WEIGHTS:
        raise Problem("layers", "too_many_weights", found=weight_count(sizes), most=MAX_WEIGHTS)
    check_loss(experiment.loss, experiment.layers[-1], experiment.dataset.shape()[1])


def parse_experiment(text: bytes, folder: Path | None = None) -> Experiment:
    """Read an experiment from the bytes of a file; relative data paths start at `folder`.

    Raises
    ------
    Problem
        Naming the place and what is allowed there.
    """
    raise NotImplementedError


def read_experiment(path: Path | str) -> Experiment:
    """Read an `.initlab` file; a Problem says what is wrong with it, and where."""
    raise NotImplementedError


def write_experiment(experiment: Experiment, path: Path | str) -> None:
    """Write an `.initlab` file whole or not at all."""
    raise NotImplementedError
