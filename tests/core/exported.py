"""Experiments to export, and the losses that an exported script must print.

A case for every entry of the registries and for every part of a script: a new
activation, loss, optimizer or initializer is exported, and compared, by existing.
"""

from msgspec.structs import replace

from core import edits
from core.datasets import DATASETS, Points
from core.datasets.ball import Ball
from core.datasets.digits import Digits
from core.datasets.stream import Stream
from core.experiment import Experiment
from core.initializers import INITIALIZERS, Explicit
from core.initializers.constant import Constant, Zeros
from core.initializers.normal import Normal, ScaledNormal
from core.initializers.xavier import XavierNormal
from core.layer import HIDDEN, Layer
from core.losses import LOSSES, Loss
from core.optimizers import OPTIMIZERS, Sgd
from core.trainer import Trainer
from tests.core.networks import circles

STEPS, EVERY = 20, 10
SMALL = (4, 3)  # hidden units
UNIT = Normal(std=1.0)
FAR = ScaledNormal(factor=1000.0)  # Z in the thousands: e^Z overflows
CREEP = Sgd(learning_rate=1e-12)  # for the gradients that then come
EXPLICIT = Layer(1, "sigmoid", Explicit(matrix=((0.5, -1.0),)), Explicit(matrix=((0.1,),)))
FILTERS = Experiment(
    format=1,
    dataset=Ball(samples=30, test_samples=10, side=8, noise=0.1),
    layers=(Layer(3, "silu", filter=4), Layer(1, "sigmoid")),
)
MOMENTUM = Sgd(learning_rate=0.1, momentum=0.9)


def cases(target: str) -> dict[str, Experiment]:
    """Return the experiments by name.

    Fewer for Keras, which is slow, and single precision is no match at the edges.
    The first weights stand in all scripts alike: every initializer for NumPy is enough.
    """
    found = {**_activations(), **_losses(), **_optimizers(), **_endless(), **_parts()}
    if target != "keras":
        found |= {**_outputs(), **_edges(), **_shapes()}
    return {**found, **_initializers()} if target == "numpy" else found


def expected_losses(experiment: Experiment) -> list[tuple[float, ...]]:
    """Return (step, train_loss, test_loss) at step 0, EVERY, 2 EVERY, ..., STEPS."""
    trainer = Trainer(experiment)
    rows: list[tuple[float, ...]] = []
    for _ in range(0, STEPS + 1, EVERY):
        measured = trainer.snapshot().measurement
        rows.append((measured.step, measured.train_loss, measured.test_loss))
        trainer.advance(EVERY)
    return rows


def _activations() -> dict[str, Experiment]:
    return {f"hidden {name}": circles(SMALL, name, UNIT) for name in HIDDEN}


def _edges() -> dict[str, Experiment]:
    """Activations at exactly 0 (all of Z[1]) and far from it."""
    found: dict[str, Experiment] = {}
    for name in HIDDEN:
        layers = (Layer(4, name, Zeros()), Layer(3, name, UNIT), Layer(1, "sigmoid", UNIT))
        found[f"kink of {name}"] = replace(circles(), layers=layers)
        found[f"far {name}"] = circles((4,), name, FAR, optimizer=CREEP)
    return found


def _losses() -> dict[str, Experiment]:
    """Each with its usual output; one that is per sample needs more than one row."""
    return {
        loss.name: _digits(loss)
        if loss.per == "sample"
        else circles(SMALL, "tanh", output=loss.outputs[0], loss=loss.name)
        for loss in LOSSES.values()
    }


def _outputs() -> dict[str, Experiment]:
    return {
        f"{loss.name} of {output}": circles(SMALL, "tanh", output=output, loss=loss.name)
        for loss in LOSSES.values()
        for output in loss.outputs[1:]
    }


def _digits(loss: Loss) -> Experiment:
    layers = (Layer(5, "tanh"), Layer(10, loss.outputs[0]))
    data = Digits(samples=60, test_samples=40)
    return Experiment(format=1, dataset=data, layers=layers, loss=loss.name)


def _optimizers() -> dict[str, Experiment]:
    found = {
        name: circles(SMALL, optimizer=kind(learning_rate=0.05))
        for name, kind in OPTIMIZERS.items()
    }
    return {**found, "sgd with momentum": circles(SMALL, optimizer=MOMENTUM)}


def _initializers() -> dict[str, Experiment]:
    found: dict[str, Experiment] = {}
    for name, kind in INITIALIZERS.items():
        layers = (Layer(3, "tanh", kind(), kind()), Layer(1, "sigmoid", kind(), kind()))
        found[name] = replace(circles(generator="pcg64"), layers=layers)
    return found


THREE_POINTS = Points(
    points=((0.1, 0.2, 0), (1.0, -1.0, 1), (3.0, 4.0, 2), (3.0, 5.0, 2)),
    test_points=((0.0, 0.5, 2), (1.0, 1.0, 0)),
    class_names=("oak", "elm", "ash"),
)


def _parts() -> dict[str, Experiment]:
    return {
        "mini-batches": circles(SMALL, batch_size=64),
        "l2": circles(SMALL, l2=0.1),
        "clipped": circles(SMALL, clip_norm=0.01),
        "hardly clipped": circles(SMALL, clip_norm=1e6),
        "all at once": circles(
            SMALL, batch_size=64, l2=0.1, clip_norm=0.5, optimizer=MOMENTUM, seed=8
        ),
        "weights in the file": circles((20, 15)),
        "new samples": _stream(),
        "points drawn by hand": edits.set_dataset(circles(SMALL), THREE_POINTS),
        "filters": FILTERS,
        "filters in batches": replace(FILTERS, batch_size=8, l2=0.1, clip_norm=0.5),
    }


def _endless() -> dict[str, Experiment]:
    """Each endless dataset, with one new sample a step and with several."""
    found: dict[str, Experiment] = {}
    for name, kind in DATASETS.items():
        if kind.endless:
            begin = edits.set_dataset(circles(SMALL), kind())
            found |= {name: begin, f"{name} in batches": replace(begin, batch_size=7)}
    return found


def _shapes() -> dict[str, Experiment]:
    return {
        "one sample a step": circles(SMALL, batch_size=1),
        "a batch of all": circles(SMALL, batch_size=300),
        "no hidden layer": circles(()),
        "many layers": circles((2,) * 20, "tanh", XavierNormal(), clip_norm=0.1),
        "a filter as output": replace(FILTERS, layers=(Layer(1, "sigmoid", filter=4),)),
        "explicit weights": replace(circles(), layers=(EXPLICIT,)),
        "twins": circles(SMALL, "sigmoid", Constant(value=0.3)),
        "as many new samples as held out": _stream(batch_size=12),
    }


def _stream(**fields: int) -> Experiment:
    layers = (Layer(4, "sigmoid", UNIT), Layer(2, "sigmoid", UNIT))
    data = Stream(samples=12, test_samples=8)
    loss = "mean_squared_error"
    return Experiment(format=1, dataset=data, layers=layers, loss=loss, **fields)
