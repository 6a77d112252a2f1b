"""The ending: the last steps before a blow-up, as they were, and what went first."""

from math import inf

import numpy as np
import pytest
from msgspec.structs import replace

from core.divergence import Divergence
from core.ending import STEPS, Ending, StepSizes
from core.equations import one_pass
from core.experiment import Experiment
from core.optimizers import Sgd
from core.trainer import Trainer
from tests.core.runs import BLOWS_UP, LOSS_FIRST, advanced, both_modes, parameters

HEAVY = replace(BLOWS_UP, optimizer=Sgd(learning_rate=100.0, momentum=0.5))
both = pytest.mark.parametrize(
    "experiment", [BLOWS_UP, HEAVY, replace(HEAVY, batch_size=64)], ids=["full", "heavy", "batches"]
)


def ended(experiment: Experiment) -> tuple[Trainer, Ending]:
    trainer = Trainer(experiment)
    trainer.advance(1000)
    assert trainer.ending is not None
    return trainer, trainer.ending


def finite(sizes: StepSizes) -> bool:
    return bool(np.isfinite([sizes.loss, *sizes.Z, *sizes.dW, *sizes.W]).all())


@both
def test_the_last_twenty_steps_are_kept_and_only_the_last_one_is_not_finite(experiment):
    trainer, ending = ended(experiment)
    end = trainer.step
    assert [sizes.step for sizes in ending.steps] == [*range(max(0, end - STEPS), end + 1)]
    assert [finite(sizes) for sizes in ending.steps] == [*[True] * (len(ending.steps) - 1), False]
    assert ending.divergence == trainer.divergence


@both
def test_looking_back_leaves_the_run_where_it_was(experiment):
    trainer, _ = ended(experiment)
    other = Trainer(experiment)
    other.advance(trainer.step)
    assert parameters(other) == parameters(trainer)
    assert np.array_equal(
        other.snapshot().history.train_loss, trainer.snapshot().history.train_loss
    )


def test_the_sizes_are_those_of_a_step_worked_out_by_itself():
    trainer, ending = ended(BLOWS_UP)
    data = trainer.dataset
    for sizes in ending.steps[:-1]:
        trainer.rewind(sizes.step)
        W, b = trainer.network.weights, trainer.network.biases
        found = one_pass(BLOWS_UP, W, b, data.train_inputs, data.train_targets)
        dW = [gradient.dW for gradient in trainer.gradients()]
        assert pytest.approx([np.abs(Z).max() for Z in found.Z]) == sizes.Z
        assert sizes.dW == pytest.approx([np.abs(each).max() for each in dW])
        assert sizes.loss == pytest.approx(trainer.measure().train_loss)
        trainer.rewind(sizes.step + 1)
        assert pytest.approx([np.abs(W).max() for W in trainer.network.weights]) == sizes.W


@both
def test_each_of_them_can_be_gone_to_bit_for_bit(experiment):
    trainer, ending = ended(experiment)
    for sizes in reversed(ending.steps):
        trainer.rewind(sizes.step)
        again = Trainer(experiment)
        again.advance(sizes.step)
        assert parameters(again) == parameters(trainer)
        assert trainer.ending is ending
        assert (trainer.divergence is None) == (sizes.step < ending.divergence.step)


def test_the_end_is_an_end_however_one_comes_there():
    trainer, ending = ended(HEAVY)
    trainer.rewind(ending.divergence.step)
    assert trainer.divergence == ending.divergence
    assert trainer.advance(1) == 0
    trainer.rewind(ending.divergence.step - 1)
    assert trainer.advance(5) == 1
    assert trainer.divergence == ending.divergence
    assert repr(trainer.ending) == repr(ending)  # NaN is not equal to itself


def test_a_loss_that_goes_first_belongs_to_an_output_that_is_finite():
    """The step is worked out once more in NumPy, from the last weights."""
    trainer, ending = ended(LOSS_FIRST)
    assert ending.divergence == Divergence(trainer.step, 1, "loss")
    *before, last = ending.steps
    assert all(finite(sizes) for sizes in before)
    assert (last.loss, np.isfinite([*last.Z, *last.dW, *last.W]).all()) == (inf, True)
    W, b, data = trainer.network.weights[0], trainer.network.biases[0], trainer.dataset
    error = W @ data.train_inputs + b - data.train_targets
    assert np.isfinite(error).all()
    with np.errstate(over="ignore"):
        assert np.mean(error**2) == inf
    [finding] = trainer.snapshot().findings
    assert (finding.code, finding.layer, finding.values["quantity"]) == ("diverged", 1, "loss")


@both_modes
def test_with_shorter_steps_it_goes_on_as_if_nothing_had_been(experiment: Experiment):
    """What the optimizer remembers and the place in the shuffle are those before the blow-up."""
    trainer = advanced(experiment, 5)
    too_long = replace(experiment.optimizer, learning_rate=inf)
    trainer.apply_live(replace(experiment, optimizer=too_long))
    assert trainer.advance(5) == 0
    assert trainer.ending is not None
    trainer.apply_live(experiment)
    assert (trainer.divergence, trainer.ending) == (None, None)
    assert trainer.advance(5) == 5
    assert parameters(trainer) == parameters(advanced(experiment, 10))
