"""The parameters at step 0: streams, generators, and rules that use the data."""

import math

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.testing import assert_allclose, assert_array_equal

from core.activations import ACTIVATIONS
from core.experiment import Experiment, default_experiment
from core.initial import Parameters, initial_parameters
from core.initializers import INITIALIZERS, AnyInitializer, Explicit
from core.initializers.constant import Constant, Zeros
from core.initializers.he import HeNormal
from core.initializers.lsuv import Lsuv
from core.initializers.normal import Normal, ScaledNormal
from core.initializers.orthogonal import Orthogonal
from core.layer import ActivationName, Layer
from core.streams import bias_stream, data_stream, shuffle_stream, weight_stream
from core.trainer import Trainer

every_name = pytest.mark.parametrize("name", INITIALIZERS)
both_generators = pytest.mark.parametrize("generator", ["pcg64", "legacy"])
SHAPES = [(4, 2), (3, 4), (1, 3)]


def with_rules(
    experiment: Experiment, weights: AnyInitializer, biases: AnyInitializer
) -> Experiment:
    layers = tuple(replace(layer, weights=weights, biases=biases) for layer in experiment.layers)
    return replace(experiment, layers=layers)


def with_first(experiment: Experiment, **fields: object) -> Experiment:
    first, *others = experiment.layers
    return replace(experiment, layers=(replace(first, **fields), *others))


@both_generators
@every_name
def test_parameters_have_the_shapes_of_the_formulas(name: str, generator: str):
    rule = INITIALIZERS[name]()
    experiment = with_rules(default_experiment(), rule, rule)
    weights, biases = initial_parameters(replace(experiment, generator=generator))
    assert [W.shape for W in weights] == SHAPES
    assert [b.shape for b in biases] == [(4, 1), (3, 1), (1, 1)]
    assert all(array.flags.c_contiguous and array.flags.writeable for array in weights + biases)
    assert all(np.isfinite(array).all() for array in weights + biases)


@both_generators
@every_name
def test_the_same_seed_gives_the_same_parameters_bit_for_bit(name: str, generator: str):
    rule = INITIALIZERS[name]()
    experiment = replace(with_rules(default_experiment(), rule, rule), generator=generator)
    for drawn, again in zip(
        initial_parameters(experiment), initial_parameters(experiment), strict=True
    ):
        for array, same in zip(drawn, again, strict=True):
            assert_array_equal(array, same)


@every_name
def test_a_rule_in_one_layer_leaves_the_draws_of_the_others(name: str):
    before = with_rules(default_experiment(), HeNormal(), Normal())
    rule = INITIALIZERS[name]()
    old_weights, old_biases = initial_parameters(before)
    weights, biases = initial_parameters(with_first(before, weights=rule, biases=rule))
    for old, new in zip(old_weights[1:] + old_biases[1:], weights[1:] + biases[1:], strict=True):
        assert_array_equal(old, new)


def test_another_seed_gives_other_parameters():
    experiment = default_experiment()
    other = replace(experiment, seed=experiment.seed + 1)
    assert (initial_parameters(experiment)[0][0] != initial_parameters(other)[0][0]).all()


def test_biases_use_the_fans_of_the_weights():
    experiment = replace(default_experiment(), seed=6, generator="legacy")
    weights, biases = initial_parameters(with_rules(experiment, Zeros(), HeNormal()))
    draws = np.random.RandomState(6).randn(4)
    assert_array_equal(biases[0][:, 0], draws * math.sqrt(2 / 2))
    assert not any(W.any() for W in weights)


def test_biases_are_those_that_the_rule_has_for_them():
    playground = INITIALIZERS["playground"]()
    weights, biases = initial_parameters(with_rules(default_experiment(), playground, playground))
    assert all((b == 0.1).all() for b in biases)
    assert all((np.abs(W) < 0.5).all() and W.any() for W in weights)
    _, biases = initial_parameters(with_rules(default_experiment(), Orthogonal(), Orthogonal()))
    assert not any(b.any() for b in biases)


# One stream for all, as in a notebook.


def test_the_legacy_stream_is_that_of_the_notebooks():
    experiment = replace(default_experiment(), seed=3, generator="legacy")
    weights, biases = initial_parameters(experiment)
    np.random.seed(3)  # noqa: NPY002
    for W, b, (n_out, n_in) in zip(weights, biases, SHAPES, strict=True):
        assert_array_equal(W, np.random.randn(n_out, n_in) * np.sqrt(2.0 / n_in))  # noqa: NPY002
        assert not b.any()


def test_the_legacy_stream_draws_weights_before_biases_and_only_what_is_random():
    experiment = with_rules(default_experiment(), ScaledNormal(factor=1.0), Normal(std=1.0))
    experiment = with_first(experiment, weights=Zeros())
    weights, biases = initial_parameters(replace(experiment, seed=3, generator="legacy"))
    drawn = [biases[0], weights[1], biases[1], weights[2], biases[2]]
    assert_array_equal(
        np.concatenate([array.ravel() for array in drawn]),
        np.random.RandomState(3).randn(4 + 12 + 3 + 3 + 1),
    )


# A stream for each purpose.


def test_an_edit_of_one_layer_leaves_the_draws_of_the_others():
    before = default_experiment()
    first, second, output = before.layers
    old, _ = initial_parameters(before)
    deeper, _ = initial_parameters(replace(before, layers=(first, second, second, output)))
    assert_array_equal(deeper[0], old[0])
    assert_array_equal(deeper[1], old[1])


def test_streams_of_different_purposes_are_independent():
    seeds = (3, 4)
    streams = [
        *(stream(seed) for stream in (shuffle_stream, data_stream) for seed in seeds),
        *(stream(seed, 1) for stream in (weight_stream, bias_stream) for seed in seeds),
        weight_stream(3, 2),
    ]
    assert len({stream.random() for stream in streams}) == len(streams)


# LSUV on the circles.


def deep(activation: ActivationName, biases: AnyInitializer) -> Experiment:
    hidden = [Layer(8, activation, Lsuv(), biases)] * 6
    return replace(default_experiment(), layers=(*hidden, Layer(1, "sigmoid", Lsuv(), biases)))


def variances_of_Z(experiment: Experiment, weights: Parameters, biases: Parameters) -> list[float]:
    """Return the variance of W A of every layer over the training set."""
    A, variances = experiment.dataset.draw().train_inputs, []
    for layer, W, b in zip(experiment.layers, weights, biases, strict=True):
        variances.append(float((W @ A).var()))
        A = ACTIVATIONS[layer.activation].function(W @ A + b)
    return variances


@both_generators
@pytest.mark.parametrize("activation", ["linear", "sigmoid", "tanh", "relu", "leaky_relu"])
@pytest.mark.parametrize("biases", [Zeros(), Constant(value=0.1), Normal(std=1.0)], ids=repr)
def test_lsuv_gives_every_layer_a_z_of_variance_one(
    activation: ActivationName, biases: AnyInitializer, generator: str
):
    experiment = replace(deep(activation, biases), generator=generator)
    parameters = initial_parameters(experiment)
    assert_allclose(variances_of_Z(experiment, *parameters), 1.0, rtol=1e-9)


def test_the_trainer_starts_with_them_and_without_lsuv_the_signal_is_not_kept():
    experiment = deep("tanh", Zeros())
    trainer = Trainer(experiment)
    kept = variances_of_Z(experiment, trainer.network.weights, trainer.network.biases)
    assert_allclose(kept, 1.0, rtol=1e-9)
    orthogonal = with_rules(experiment, Orthogonal(), Zeros())
    lost = variances_of_Z(orthogonal, *initial_parameters(orthogonal))
    assert lost[-1] < 0.1


def test_lsuv_takes_the_training_inputs_that_are_handed_over():
    experiment = deep("relu", Zeros())
    inputs = experiment.dataset.draw().train_inputs
    drawn, handed = initial_parameters(experiment), initial_parameters(experiment, inputs)
    for W, same in zip(drawn[0], handed[0], strict=True):
        assert_array_equal(W, same)
    halved, _ = initial_parameters(experiment, 2 * inputs)
    assert_allclose(halved[0], drawn[0][0] / 2, rtol=1e-12)


def test_lsuv_fits_its_own_layer_only_and_sees_what_comes_from_the_others():
    before = default_experiment()
    first, second, output = before.layers
    experiment = replace(before, layers=(first, replace(second, weights=Lsuv()), output))
    weights, biases = initial_parameters(experiment)
    others, _ = initial_parameters(before)
    assert_array_equal(weights[0], others[0])
    assert_array_equal(weights[2], others[2])
    assert_allclose(variances_of_Z(experiment, weights, biases)[1], 1.0, rtol=1e-12)


@pytest.mark.parametrize("activation", ["sigmoid", "relu"])
def test_lsuv_on_data_of_zeros_is_orthogonal(activation: ActivationName):
    experiment = deep(activation, Zeros())
    inputs = np.zeros((2, 50))
    weights, _ = initial_parameters(experiment, inputs)
    start, _ = initial_parameters(with_rules(experiment, Orthogonal(), Zeros()))
    assert_array_equal(weights[0], start[0])
    if activation == "relu":  # zeros all the way
        for W, same in zip(weights, start, strict=True):
            assert_array_equal(W, same)
    else:  # the units put out 0.5 each: the second layer's Z varies from unit to unit
        Z = weights[1] @ np.full((8, 50), 0.5)
        assert_allclose(Z.var(), 1.0, rtol=1e-12)


def test_lsuv_behind_a_layer_of_zeros_is_orthogonal():
    experiment = with_first(deep("relu", Zeros()), weights=Zeros())
    weights, _ = initial_parameters(experiment)
    start, _ = initial_parameters(with_rules(experiment, Orthogonal(), Zeros()))
    for W, same in zip(weights[1:], start[1:], strict=True):
        assert_array_equal(W, same)


def test_lsuv_on_data_that_overflow_is_orthogonal_and_silent():
    experiment = deep("linear", Zeros())
    weights, _ = initial_parameters(experiment, np.array([[1e300, -1e300], [1e308, 1e308]]))
    start, _ = initial_parameters(with_rules(experiment, Orthogonal(), Zeros()))
    assert_array_equal(weights[0], start[0])


def test_a_typed_matrix_is_where_the_network_begins():
    typed = Explicit(matrix=((1.0, 0.0), (0.0, 1.0), (1.0, 1.0), (-1.0, 0.5)))
    column = Explicit(matrix=((0.1,), (0.2,), (0.3,), (0.4,)))
    trainer = Trainer(with_first(default_experiment(), weights=typed, biases=column))
    assert_array_equal(trainer.network.weights[0], np.array(typed.matrix))
    assert_array_equal(trainer.network.biases[0], np.array(column.matrix))
