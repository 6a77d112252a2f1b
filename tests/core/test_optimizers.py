"""Optimizers, penalty and clipping, against the formulas written out plainly."""

from collections.abc import Iterator
from itertools import permutations
from math import sqrt

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from core.changes import change
from core.datasets import Dataset
from core.datasets.circles import Circles
from core.experiment import Experiment, check
from core.initial import initial_parameters
from core.optimizers import (
    OPTIMIZERS,
    Adam,
    ClassicalMomentum,
    Nesterov,
    Optimizer,
    RmsProp,
    Sgd,
)
from core.problem import Problem
from core.trainer import Trainer
from tests.core.networks import circles

FloatArray = NDArray[np.float64]
STEPS = 50
SMALL = circles((4, 3), "tanh", dataset=Circles(samples=40, test_samples=10))
every_optimizer = pytest.mark.parametrize("kind", OPTIMIZERS.values(), ids=OPTIMIZERS)


def textbook(experiment: Experiment, data: Dataset, steps: int) -> list[FloatArray]:
    """Train as S0 and S2 write it, a new array for every symbol; return W1, b1, W2, ..."""
    beta, alpha = experiment.optimizer.momentum, experiment.optimizer.learning_rate
    weights, biases = initial_parameters(experiment)
    parameters = [array for pair in zip(weights, biases, strict=True) for array in pair]
    velocities = [np.zeros_like(array) for array in parameters]
    for _ in range(steps):
        gradient = list(textbook_gradient(parameters, data))[::-1]
        gradient = [
            d + experiment.l2 * p if index % 2 == 0 else d
            for index, (d, p) in enumerate(zip(gradient, parameters, strict=True))
        ]
        if experiment.clip_norm is not None:
            norm = np.sqrt(sum((d**2).sum() for d in gradient))
            gradient = [d * min(1.0, experiment.clip_norm / norm) for d in gradient]
        velocities = [beta * v + (1 - beta) * d for v, d in zip(velocities, gradient, strict=True)]
        parameters = [p - alpha * v for p, v in zip(parameters, velocities, strict=True)]
    return parameters


def textbook_gradient(parameters: list[FloatArray], data: Dataset) -> Iterator[FloatArray]:
    """Yield db and dW from the last layer to the first."""
    X, Y = data.train_inputs, data.train_targets
    W1, b1, W2, b2, W3, b3 = parameters
    A1 = np.tanh(W1 @ X + b1)
    A2 = np.tanh(W2 @ A1 + b2)
    A3 = 1 / (1 + np.exp(-(W3 @ A2 + b3)))
    dZ3 = A3 - Y
    dZ2 = W3.T @ dZ3 * (1 - A2**2)
    dZ1 = W2.T @ dZ2 * (1 - A1**2)
    for dZ, A in ((dZ3, A2), (dZ2, A1), (dZ1, X)):
        yield dZ.sum(axis=1, keepdims=True) / X.shape[1]
        yield dZ @ A.T / X.shape[1]


@pytest.mark.parametrize("momentum", [0.0, 0.9])
@pytest.mark.parametrize("l2", [0.0, 0.05])
@pytest.mark.parametrize("clip_norm", [None, 0.02, 1e6])
def test_training_is_the_textbooks(momentum: float, l2: float, clip_norm: float | None):
    optimizer = Sgd(learning_rate=0.5, momentum=momentum)
    experiment = replace(SMALL, optimizer=optimizer, l2=l2, clip_norm=clip_norm)
    trainer = Trainer(experiment)
    trainer.advance(STEPS)
    W1, b1, W2, b2, W3, b3 = textbook(experiment, trainer.dataset, STEPS)
    for found, expected in zip(trainer.network.weights, (W1, W2, W3), strict=True):
        np.testing.assert_allclose(found, expected, rtol=1e-11, atol=1e-14)
    for found, expected in zip(trainer.network.biases, (b1, b2, b3), strict=True):
        np.testing.assert_allclose(found, expected, rtol=1e-11, atol=1e-14)


def test_clipping_bounds_the_whole_step():
    experiment = replace(SMALL, optimizer=Sgd(learning_rate=1.0), l2=0.1, clip_norm=1e-3)
    trainer = Trainer(experiment)
    before = trainer.network.parameters.flat.copy()
    trainer.advance(1)
    step = np.linalg.norm(trainer.network.parameters.flat - before)
    assert step == pytest.approx(1e-3, rel=1e-9)


# Parameters that begin at 0, gradients 2, -4 and 8 in three steps.
# sgd: v = v/2 + g/2 = 1, -3/2, 13/4; each step takes v/10.
# classical_momentum: v = v/2 - g/10 = -1/5, 3/10, -13/20; each step adds v.
# nesterov: the same v; each step adds v/2 - g/10 = -3/10, 11/20, -9/8.
# rmsprop: v = 3/4 v + g^2/4 = 1, 19/4, 313/16; each step takes g/10 / (sqrt(v) + 1).
# adam: m = m/2 + g/2 = 1, -3/2, 13/4, divided by 1 - 1/2^t: 2, -2, 26/7;
#       v as in rmsprop, divided by 1 - (3/4)^t: 4, 76/7, 1252/37;
#       each step takes m_hat/10 / (sqrt(v_hat) + 1).
HALF, QUARTERS = {"learning_rate": 0.1, "momentum": 0.5}, {"learning_rate": 0.1, "epsilon": 1.0}
BY_HAND: list[tuple[Optimizer, list[float]]] = [
    (Sgd(**HALF), [1 / 10, -3 / 20, 13 / 40]),
    (ClassicalMomentum(**HALF), [1 / 5, -3 / 10, 13 / 20]),
    (Nesterov(**HALF), [3 / 10, -11 / 20, 9 / 8]),
    (
        RmsProp(decay=0.75, **QUARTERS),
        [0.2 / (1 + 1), -0.4 / (sqrt(19 / 4) + 1), 0.8 / (sqrt(313 / 16) + 1)],
    ),
    (
        Adam(beta1=0.5, beta2=0.75, **QUARTERS),
        [
            0.2 / (2 + 1),
            -0.2 / (sqrt(76 / 7) + 1),
            26 / 70 / (sqrt(1252 / 37) + 1),
        ],
    ),
]


@pytest.mark.parametrize(("rule", "taken"), BY_HAND, ids=[rule.name for rule, _ in BY_HAND])
def test_three_steps_worked_by_hand(rule: Optimizer, taken: list[float]):
    state, out = np.zeros((rule.states, 2)), np.empty(2)
    for g, expected in zip((2.0, -4.0, 8.0), taken, strict=True):
        gradient = np.array([g, 0.0])
        rule.displace(gradient, state, out)
        np.testing.assert_allclose(out, [expected, 0.0], rtol=1e-14)
        assert gradient.tolist() == [g, 0.0]


def test_the_hand_has_worked_every_optimizer():
    assert [rule.name for rule, _ in BY_HAND] == list(OPTIMIZERS)


@every_optimizer
def test_networks_side_by_side_are_as_if_alone(kind: type[Optimizer]):
    rule, rng = kind(), np.random.default_rng(0)
    together, state = np.empty((3, 4)), np.zeros((rule.states, 3, 4))
    alone, states = np.empty((3, 4)), np.zeros((3, rule.states, 4))
    for gradient in rng.normal(size=(5, 3, 4)):
        rule.displace(gradient, state, together)
        for run in range(3):
            rule.displace(gradient[run], states[run], alone[run])
        np.testing.assert_array_equal(together, alone)


@every_optimizer
def test_it_does_not_matter_how_the_steps_are_asked_for(kind: type[Optimizer]):
    """What an optimizer remembers, its number of steps included, goes with the run."""
    experiment = replace(SMALL, optimizer=kind(), batch_size=7)
    at_once, in_parts = Trainer(experiment), Trainer(experiment)
    at_once.advance(30)
    for steps in (1, 12, 9, 20):
        in_parts.advance(steps)
    in_parts.rewind(17)
    in_parts.advance(13)
    np.testing.assert_array_equal(in_parts.network.parameters.flat, at_once.network.parameters.flat)


@every_optimizer
def test_every_setting_can_be_changed_in_mid_run(kind: type[Optimizer]):
    before = replace(SMALL, optimizer=kind(momentum=0.5) if kind is Sgd else kind())
    for field in kind.__struct_fields__:
        value = getattr(before.optimizer, field) / 2
        after = replace(before, optimizer=replace(before.optimizer, **{field: value}))
        assert change(before, after) == "live"
        changed, unchanged = Trainer(before), Trainer(before)
        for trainer in (changed, unchanged):
            trainer.advance(5)
        changed.apply_live(after)
        for trainer in (changed, unchanged):
            trainer.advance(1)
        assert (changed.network.parameters.flat != unchanged.network.parameters.flat).any()


def test_another_optimizer_is_another_run():
    kinds = [kind() for kind in OPTIMIZERS.values()]
    for first, second in permutations(kinds, 2):
        before, after = replace(SMALL, optimizer=first), replace(SMALL, optimizer=second)
        assert change(before, after) == "structural"


@pytest.mark.parametrize(
    ("name", "field", "value", "sign", "bound"),
    [
        *((name, "learning_rate", value, ">", 0.0) for name in OPTIMIZERS for value in (0.0, -1.0)),
        *((name, "epsilon", 0.0, ">", 0.0) for name in ("rmsprop", "adam")),
        *(
            (name, field, value, sign, bound)
            for name, field in (
                ("sgd", "momentum"),
                ("classical_momentum", "momentum"),
                ("nesterov", "momentum"),
                ("rmsprop", "decay"),
                ("adam", "beta1"),
                ("adam", "beta2"),
            )
            for value, sign, bound in ((1.0, "<", 1.0), (-0.1, ">=", 0.0))
        ),
    ],
)
def test_settings_without_meaning_are_refused(
    name: str, field: str, value: float, sign: str, bound: float
):
    with pytest.raises(Problem) as refusal:
        check(replace(SMALL, optimizer=OPTIMIZERS[name](**{field: value})))
    found = refusal.value
    assert (found.path, found.code) == (f"optimizer.{field}", "out_of_range")
    assert dict(found.values) == {"found": value, "sign": sign, "bound": bound}


@every_optimizer
def test_without_a_gradient_nothing_moves(kind: type[Optimizer]):
    rule = kind()
    state, out = np.zeros((rule.states, 2)), np.empty(2)
    rule.displace(np.zeros(2), state, out)
    assert out.tolist() == [0.0, 0.0]
