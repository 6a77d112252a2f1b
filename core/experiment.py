"""An experiment: all that determines a run, seeds included.

The same experiment gives the same weights, batches and losses, bit for bit.
It is immutable: an edit (`core.edits`) returns a new one.
"""

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from core.datasets import AnyDataset, Csv
from core.datasets.circles import Circles
from core.fields import (
    MAX_LAYERS,
    MAX_SAMPLES,
    MAX_WEIGHTS,
    NonNegative,
    Positive,
    Seed,
    Text,
)
from core.files import read_whole, write_whole
from core.filter import Filter
from core.json_text import format_json, parse_json
from core.layer import Layer, check_hidden, filter_of
from core.losses import LossName, check_loss, check_output
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

    def filter(self) -> Filter | None:
        """Return the filter of the first layer, if it has one."""
        return filter_of(self.layers, self.dataset.picture())

    def shapes(self) -> tuple[tuple[int, int], ...]:
        """Return the shapes of W[1], ..., W[L]: units, and weights of each."""
        fed, sizes = self.filter(), self.sizes()
        inputs = (sizes[0] if fed is None else fed.weights, *sizes[1:-1])
        return tuple(zip(sizes[1:], inputs, strict=True))

    def fans(self) -> tuple[tuple[int, int], ...]:
        """Return (n_in, n_out) of each layer, as initializers count them.

        A pixel goes to as many weights of each filter as there are, at one place or
        another: n_out is side^2 times the filters (as in PyTorch and Keras).
        """
        fed, shapes = self.filter(), self.shapes()
        (units, inputs), *dense = shapes
        first = inputs, units if fed is None else units * fed.weights
        return (first, *((n_in, n_out) for n_out, n_in in dense))


def weight_count(experiment: Experiment) -> int:
    """Return the number of weights, a shared one counted once."""
    return sum(rows * columns for rows, columns in experiment.shapes())


def products(experiment: Experiment) -> int:
    """Return about how many multiplications one sample takes on its way forward."""
    first, *others = parameter_counts(experiment)
    fed = experiment.filter()
    return first * (1 if fed is None else fed.places) + sum(others)


def parameter_counts(experiment: Experiment) -> tuple[int, ...]:
    """Return the numbers that each layer has to learn: weights, and a bias for every unit."""
    return tuple(rows * (columns + 1) for rows, columns in experiment.shapes())


def check(experiment: Experiment) -> None:
    """Raise a Problem unless every value is in range and the parts fit together."""
    _from_data(_to_data(experiment))
    found = weight_count(experiment)
    if found > MAX_WEIGHTS:
        raise Problem("layers", "too_many_weights", found=found, most=MAX_WEIGHTS)
    dataset, loss, layers = experiment.dataset, experiment.loss, experiment.layers
    targets = dataset.shape()[1]
    check_loss(loss, dataset.asks_for(), targets)
    check_output(layers, loss, targets)
    check_hidden(layers[:-1])
    _check_shapes(experiment)


def _check_shapes(experiment: Experiment) -> None:
    """Raise a Problem if an initializer can't give what its layer needs."""
    pairs = zip(experiment.layers, experiment.shapes(), strict=True)
    for index, (layer, (rows, columns)) in enumerate(pairs):
        layer.weights.check_shape(f"layers[{index}].weights", (rows, columns))
        layer.biases.check_shape(f"layers[{index}].biases", (rows, 1))


def parse_experiment(text: bytes, folder: Path | None = None) -> Experiment:
    """Read an experiment from the bytes of a file; relative data paths start at `folder`.

    Raises
    ------
    Problem
        Naming the place and what is allowed there.
    """
    if len(text) > MAX_FILE_BYTES:
        raise Problem("", "too_large_file", file="", found=len(text), most=MAX_FILE_BYTES)
    experiment = _from_data(parse_json(text))
    if folder is not None and isinstance(experiment.dataset, Csv):
        experiment = replace(experiment, dataset=experiment.dataset.found_from(folder))
    check(experiment)
    return experiment


def read_experiment(path: Path | str) -> Experiment:
    """Read an `.initlab` file; a Problem says what is wrong with it, and where."""
    path = Path(path)
    try:
        return parse_experiment(read_whole(path, MAX_FILE_BYTES), path.absolute().parent)
    except Problem as problem:
        if "file" in problem.values:
            raise
        found = {**problem.values, "source" if problem.path else "file": path.name}
        raise Problem(problem.path, problem.code, **found) from problem


def write_experiment(experiment: Experiment, path: Path | str) -> None:
    """Write an `.initlab` file whole or not at all.

    The path of the data is written relative to the file's folder if it is inside.
    """
    path = Path(path)
    if isinstance(experiment.dataset, Csv):
        dataset = experiment.dataset.seen_from(path.absolute().parent)
        experiment = replace(experiment, dataset=dataset)
    data = _to_data(experiment)
    _from_data(data)
    text = format_json(data)
    if len(text) > MAX_FILE_BYTES:  # many typed matrices: no file that can't be read again
        raise Problem("", "too_large_file", file=str(path), found=len(text), most=MAX_FILE_BYTES)
    write_whole(path, text)


def default_experiment() -> Experiment:
    """Return what opens first: circles, 2-4-3-1, ReLU, He.

    Rate and seed are chosen for a curve that falls from the first steps on:
    0.83 at step 0, 0.70 at 100, 0.25 at 2000, and nowhere does it rise.
    """
    return Experiment(
        format=1,
        seed=9,
        dataset=Circles(),
        layers=(Layer(4), Layer(3), Layer(1, "sigmoid")),
        optimizer=Sgd(learning_rate=0.1),
    )


def _to_data(experiment: Experiment) -> object:
    """Return dictionaries, lists, texts and numbers; an empty list for what is none of these."""
    return msgspec.to_builtins(experiment, enc_hook=_foreign)


def _foreign(value: object) -> list[object]:
    return []


def _from_data(data: object) -> Experiment:
    try:
        return msgspec.convert(data, Experiment)
    except msgspec.ValidationError as error:
        raise refusal(str(error), Experiment, data) from error
    except UnicodeEncodeError as error:  # half a surrogate pair, in a name
        raise Problem("", "not_text") from error
