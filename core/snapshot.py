"""A snapshot: what a run looks like at one step, for everyone who draws it.

Immutable and complete: the trainer goes on, the snapshot stays. Its arrays are
read-only copies, safe to share between threads.
"""

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.answers import Answers
from core.datasets import Dataset
from core.divergence import Divergence
from core.ending import Ending
from core.experiment import Experiment
from core.findings import Finding
from core.gradient import Gradient

if TYPE_CHECKING:  # else a window waits for them that shows none of them
    from core.diagnostics import LayerDiagnostics, Spread
    from core.overlay import Overlay
    from core.theory.signal import LayerSignal

FloatArray = NDArray[np.float64]

LETTERS = "ABCDEF"  # of the runs that are compared

__all__ = [
    "Answers",
    "Divergence",
    "FloatArray",
    "LETTERS",
    "Gradient",
    "History",
    "Measurement",
    "Snapshot",
]


class Measurement(Struct, frozen=True):
    """What is measured at one step on all the data; accuracies are NaN for regression."""

    step: int
    train_loss: float
    test_loss: float
    train_accuracy: float
    test_accuracy: float


class History(Struct, frozen=True):
    """The run so far at k recorded steps, evenly spaced, the spacing a power of two.

    Attributes
    ----------
    steps : (k,) array
        Recorded steps, 0 first.
    train_loss, test_loss, train_accuracy, test_accuracy : (k,) arrays
    gradient_norms : (neurons, k) array
        |gradient| of every neuron, all layers one after another, first layer
        first: the L2 norm of the neuron's row of dW together with its db.
    update_steps : (k',) array
        Some of the steps; the present one only with the diagnostics.
    update_ratios : (layers, k') array
        std(update) / std(weights) of the next step from there, on the whole training set.
    spreads : tuple of Spread
        At some of the steps, if the run is watched; at the present one only with
        the diagnostics.
    """

    steps: FloatArray
    train_loss: FloatArray
    test_loss: FloatArray
    train_accuracy: FloatArray
    test_accuracy: FloatArray
    gradient_norms: FloatArray
    update_steps: FloatArray
    update_ratios: FloatArray
    spreads: "tuple[Spread, ...]"


class Snapshot(Struct, frozen=True):
    """One run at one step.

    Attributes
    ----------
    run : int
        The number that `Session` gave this run; snapshots of older runs are dropped.
    reached : int
        The latest step of the run so far: where the timeline ends.
    measurement : Measurement
        Losses and accuracies at `step`.
    weights, biases : tuples of (n_l, n_{l-1}) and (n_l, 1) arrays
        The parameters at `step`; the last finite ones after a divergence.
    initial_weights, initial_biases
        The same at step 0: what the initializers drew.
    gradients : tuple of Gradient
        Over the whole training set, at `step`.
    gradient_norms : tuple of (n_l,) arrays
        |gradient| of every neuron, by layer.
    divergence : Divergence or None
        Why the run can't go on from `step`.
    ending : Ending or None
        The last steps of the run, if it diverged, wherever it stands now.
    decision : DecisionGrid, Fit, Confusion or None
        The answers, if asked for, in the form that the data allow (`core.answers`).
    diagnostics : tuple of LayerDiagnostics or None
        Of every layer, if asked for.
    initial_diagnostics : tuple of LayerDiagnostics or None
        The same at step 0, if asked for; one object as long as the run is the same.
    theory : tuple of LayerSignal or None
        With either diagnostics: what is expected of every layer at step 0, where
        theory applies.
    overlay : Overlay
        Whatever of it was asked for.
    letter : str
        Of the run among those compared.
    beside : tuple of Snapshot
        The runs pinned beside it, by letter, at the same step or where they diverged;
        without findings of their own.
    """

    run: int
    experiment: Experiment
    dataset: Dataset
    step: int
    reached: int
    measurement: Measurement
    weights: tuple[FloatArray, ...]
    biases: tuple[FloatArray, ...]
    initial_weights: tuple[FloatArray, ...]
    initial_biases: tuple[FloatArray, ...]
    gradients: tuple[Gradient, ...]
    gradient_norms: tuple[FloatArray, ...]
    history: History
    divergence: Divergence | None
    ending: Ending | None
    findings: tuple[Finding, ...]
    decision: Answers | None
    diagnostics: "tuple[LayerDiagnostics, ...] | None"
    initial_diagnostics: "tuple[LayerDiagnostics, ...] | None"
    theory: "tuple[LayerSignal, ...] | None"
    overlay: "Overlay"
    letter: str = LETTERS[0]
    beside: tuple["Snapshot", ...] = ()

    @property
    def place(self) -> int:
        """Its letter's place in the alphabet, from 0."""
        return LETTERS.index(self.letter)

    @property
    def runs(self) -> tuple["Snapshot", ...]:
        """All runs compared, this one among them, by letter."""
        return tuple(sorted((self, *self.beside), key=lambda run: run.letter))

    @property
    def now(self) -> int:
        """The step at which all runs stand that have not diverged before."""
        return max(run.step for run in (self, *self.beside))
