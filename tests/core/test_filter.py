"""A filter sees what a convolution and a maximum over all places see, and learns likewise."""

from typing import Any

import numpy as np
import pytest
from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from core.by_hand import first_rows, type_cells
from core.datasets.ball import Ball
from core.datasets.circles import Circles
from core.datasets.digits import Digits
from core.edits import (
    add_layer,
    insert_layers,
    move_layer,
    remove_layer,
    set_dataset,
    set_filter,
    set_units,
)
from core.equations import Step, one_pass, outline
from core.experiment import (
    Experiment,
    check,
    default_experiment,
    parameter_counts,
    parse_experiment,
    read_experiment,
    write_experiment,
)
from core.filter import Filter
from core.initial import initial_parameters
from core.initializers.constant import Constant
from core.initializers.he import HeNormal, HeUniform
from core.initializers.lsuv import Lsuv
from core.layer import Layer
from core.losses import LOSSES
from core.network import Network
from core.optimizers import Adam, Sgd
from core.parameters import Parameters
from core.problem import Problem
from core.report import report
from core.trainer import Trainer
from core.workspace import Workspace
from tests.core.runs import advanced, parameters
from tests.core.test_ensemble import assert_equal_to_single_runs
from tests.core.test_gradients import differences, relative_error

SMALL = Ball(samples=30, test_samples=10, side=8, noise=0.1)


def ball(
    dataset: Ball | Digits = SMALL, units: int = 3, side: int = 4, **fields: Any
) -> Experiment:
    """Return a network whose first layer is a filter."""
    outputs = dataset.shape()[1]
    output = Layer(outputs, "softmax" if outputs > 1 else "sigmoid")
    loss = "cross_entropy" if outputs > 1 else "binary_cross_entropy"
    layers = (Layer(units, "tanh", filter=side), output)
    settings = {"seed": 5, "loss": loss, "optimizer": Sgd(learning_rate=0.3), **fields}
    return Experiment(format=1, dataset=dataset, layers=layers, **settings)


def test_z_is_the_best_of_all_places():
    experiment = ball()
    trainer = Trainer(experiment)
    W, b = trainer.network.weights[0], trainer.network.biases[0]
    X = trainer.dataset.train_inputs
    pictures = X.T.reshape(-1, 8, 8)
    expected = np.array(
        [
            [
                max(
                    np.sum(w.reshape(4, 4) * picture[row : row + 4, column : column + 4]) + bias
                    for row in range(5)
                    for column in range(5)
                )
                for picture in pictures
            ]
            for w, bias in zip(W, b[:, 0], strict=True)
        ]
    )
    trainer.measure()
    passed = one_pass(experiment, trainer.network.weights, trainer.network.biases, X, X[:1])
    np.testing.assert_allclose(passed.Z[0], expected, rtol=1e-12)
    np.testing.assert_allclose(passed.A[1], np.tanh(expected), rtol=1e-12)


@pytest.mark.parametrize("rows", [5, 6])
def test_the_gradient_is_that_of_j(rows: int):
    rng = np.random.default_rng(3)
    filter = Filter(rows, 5, 3)
    sizes = (rows * 5, 3, 2, 1)
    network = Network(sizes, ["tanh", "sigmoid", "sigmoid"], filter=filter)
    network.parameters.flat[:] = rng.normal(size=network.parameters.flat.size)
    X, Y = rng.normal(size=(sizes[0], 7)), rng.integers(2, size=(1, 7)).astype(float)
    workspace, loss = Workspace(sizes, X, Y, filter=filter), LOSSES["binary_cross_entropy"]

    def J() -> float:
        A = network.forward(workspace)
        return loss.value(workspace.Z[-1], A, Y)

    expected = differences(J, network.parameters.flat)
    gradient = Parameters(network.parameters.sizes)
    network.forward(workspace)
    network.backward(workspace, loss, gradient)
    assert relative_error(gradient.flat, expected) < 1e-7


@pytest.mark.parametrize(
    "dataset", [SMALL, Digits(samples=50, test_samples=10)], ids=["ball", "digits"]
)
@pytest.mark.parametrize("batch_size", [None, 8])
@pytest.mark.parametrize("settings", [{}, {"l2": 0.05, "clip_norm": 0.3}], ids=str)
def test_pytorch_ends_at_the_same_weights(
    dataset: Ball | Digits, batch_size: int | None, settings: dict[str, float]
):
    pytest.importorskip("torch")
    from tests.core.test_peers import STEPS, Peer

    experiment = ball(dataset, batch_size=batch_size, **settings)
    peer, trainer = Peer(experiment), Trainer(experiment)
    peer.train(STEPS)
    trainer.advance(STEPS)
    ours = (*trainer.network.weights, *trainer.network.biases)
    for mine, theirs in zip(ours, peer.parameters, strict=True):
        np.testing.assert_allclose(mine, theirs.detach().numpy(), rtol=0, atol=1e-10)


@pytest.mark.parametrize("batch_size", [None, 8])
def test_runs_at_once_are_the_single_ones(batch_size: int | None):
    experiment = ball(batch_size=batch_size)
    assert_equal_to_single_runs(tuple(replace(experiment, seed=n) for n in range(4)), steps=60)


@pytest.mark.parametrize("batch_size", [None, 8])
def test_rewinding_is_exact(batch_size: int | None):
    experiment = ball(batch_size=batch_size, optimizer=Adam())
    trainer = advanced(experiment, 150)
    trainer.rewind(37)
    assert parameters(trainer) == parameters(advanced(experiment, 37))


def test_equal_filters_stay_equal():
    experiment = ball()
    first, output = experiment.layers
    same = Constant(value=0.1)
    layers = (replace(first, weights=same), replace(output, weights=same))
    trainer = advanced(replace(experiment, layers=layers), 300)
    W = trainer.network.weights[0]
    assert (W[0] == W).all()
    found = trainer.snapshot(diagnostics=True)
    assert found.findings[0].code == "symmetric"
    assert found.diagnostics is not None
    assert found.diagnostics[0].symmetry.effective == 1
    assert found.theory is None


def test_a_sample_gradient_is_that_of_the_window_that_won():
    trainer = Trainer(ball())
    found = trainer.snapshot(diagnostics=True).diagnostics
    assert found is not None
    entries: list[np.ndarray] = []
    data = trainer.dataset
    for sample in range(30):
        one = slice(sample, sample + 1)
        X, Y = data.train_inputs[:, one], data.train_targets[:, one]
        workspace = Workspace((64, 3, 1), X, Y, filter=Filter(8, 8, 4))
        gradient = Parameters((16, 3, 1))
        trainer.network.forward(workspace)
        trainer.network.backward(workspace, LOSSES["binary_cross_entropy"], gradient)
        entries.append(gradient.weights[0].copy())
    assert found[0].sample_gradient == pytest.approx(np.sqrt(np.mean(np.square(entries))))


def test_fans_are_those_of_pytorch():
    init = pytest.importorskip("torch").nn.init
    torch = pytest.importorskip("torch")
    convolution = torch.nn.Conv2d(1, 3, 4)
    found = init._calculate_fan_in_and_fan_out(convolution.weight)
    assert ball().fans() == (found, (3, 1)) == ((16, 48), (3, 1))


@pytest.mark.parametrize("rule", [HeNormal(), HeNormal(mode="fan_out"), HeUniform()])
def test_first_weights_have_the_sigma_of_their_fans(rule: HeNormal | HeUniform):
    experiment = ball(units=1000)
    layers = (replace(experiment.layers[0], weights=rule), experiment.layers[1])
    weights, _ = initial_parameters(replace(experiment, layers=layers))
    assert weights[0].shape == (1000, 16)
    assert weights[0].std() == pytest.approx(rule.sigma(16, 16000), rel=0.02)


def test_lsuv_makes_the_best_sums_vary_by_one():
    experiment = ball()
    layers = tuple(replace(layer, weights=Lsuv()) for layer in experiment.layers)
    trainer = Trainer(replace(experiment, layers=layers))
    diagnostics = trainer.snapshot(diagnostics=True).diagnostics
    assert diagnostics is not None
    assert [layer.Z.std for layer in diagnostics] == pytest.approx([1.0, 1.0])


def test_shared_parameters_count_once():
    shared = replace(ball(Ball(), units=8))
    dense = set_filter(shared, None)
    assert parameter_counts(shared) == (8 * (16 + 1), 8 + 1)
    assert parameter_counts(dense) == (8 * (256 + 1), 8 + 1)
    for experiment in (shared, dense):
        network = Trainer(experiment).network
        assert sum(parameter_counts(experiment)) == network.parameters.flat.size


def test_the_report_counts_parameters():
    written = report(Trainer(ball()).snapshot(diagnostics=True))
    assert b'"parameters": 55' in written
    assert b'"parameters": 51' in written


def test_a_file_keeps_the_filter_and_has_none_for_dense_layers(tmp_path: Any):
    for experiment in (ball(), default_experiment()):
        write_experiment(experiment, tmp_path / "one.initlab")
        assert read_experiment(tmp_path / "one.initlab") == experiment
    assert "filter" not in (tmp_path / "one.initlab").read_text()


@pytest.mark.parametrize(
    ("experiment", "code"),
    [
        (replace(ball(), dataset=Circles()), "filter_without_picture"),
        (ball(side=9), "filter_too_large"),
        (replace(ball(), layers=(Layer(2), *ball().layers)), "filter_not_first"),
        (ball(side=17), "out_of_range"),
    ],
)
def test_what_has_no_meaning_is_refused(experiment: Experiment, code: str):
    with pytest.raises(Problem) as caught:
        check(experiment)
    assert caught.value.code == code
    assert caught.value.path.endswith(".filter")


def test_no_number_is_refused_as_every_wrong_type_is():
    text = b'{"format": 1, "dataset": {"name": "ball"}, "layers": [{"units": 1, "filter": "4"}]}'
    with pytest.raises(Problem) as caught:
        parse_experiment(text)
    assert (caught.value.path, caught.value.code) == ("layers[0].filter", "wrong_type")


def test_edits_keep_a_filter_only_where_it_has_a_meaning():
    assert set_dataset(ball(), Circles()).layers[0].filter is UNSET
    assert set_dataset(ball(), Digits()).layers[0].filter == 4
    assert [one.filter for one in add_layer(ball(), 2).layers] == [4, UNSET, UNSET]
    assert [one.filter for one in add_layer(ball(), 1).layers] == [4, UNSET, UNSET]
    moved = move_layer(set_units(add_layer(ball(), 2), 2, 7), 1, 2)
    assert [(one.units, one.filter) for one in moved.layers] == [(7, 4), (3, UNSET), (1, UNSET)]
    twice = insert_layers(ball(), 2, ball().layers[:1])
    assert [one.filter for one in twice.layers] == [4, UNSET, UNSET]
    output = replace(ball(), layers=(Layer(1, "sigmoid", filter=4),))
    assert [one.filter for one in add_layer(output, 1).layers] == [4, UNSET]
    assert remove_layer(ball(), 1).layers[0].filter is UNSET


def test_a_filter_can_be_typed_by_hand():
    rows = first_rows(ball(), 1)
    assert rows.shape == (3, 17)
    typed = type_cells(ball(), 1, {(1, 15): 0.5, (1, 16): -0.25})
    assert first_rows(typed, 1)[1, 15:].tolist() == [0.5, -0.25]


def test_the_equations_leave_out_what_is_no_product():
    missing = set(outline(2)) - set(outline(2, filtered=True))
    assert missing == {Step("Z", 1), Step("dW", 1), Step("chain", 1)}


def test_the_filter_finds_the_ball_where_it_never_was():
    """S2: 40 pictures show the ball at no more than 20 of 169 places."""
    accuracies: dict[int | UnsetType, list[float]] = {4: [], UNSET: []}
    for seed in range(10):
        data = Ball(samples=40, test_samples=200, seed=seed, test_seed=1000 + seed)
        for side, found in accuracies.items():
            layers = (Layer(4, filter=side), Layer(1, "sigmoid"))
            experiment = Experiment(
                format=1, seed=seed, dataset=data, layers=layers, optimizer=Adam(learning_rate=0.01)
            )
            found.append(advanced(experiment, 300).measure().test_accuracy)
    assert min(accuracies[4]) > 0.9
    assert max(accuracies[UNSET]) < 0.7
