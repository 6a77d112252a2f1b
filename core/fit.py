"""The fit: what a network predicts, beside what is true."""

import numpy as np

from core.answers import Answered, Fit, FloatArray, Indices, affordable
from core.datasets import Dataset
from core.measure import Evaluation
from core.network import Network
from core.workspace import Workspace

MOST_SAMPLES = 800  # of each set: more would hide one another
MOST_POINTS, FEWEST_POINTS = 201, 13  # of the curve
MARGIN = 0.05  # of the extent of the data, that the curve goes on beyond it on each side


class FitLine:
    """The only input, as a row of points at which a network is asked; made once a run."""

    def __init__(self, network: Network, dataset: Dataset) -> None:
        x = np.hstack((dataset.train_inputs[0], dataset.test_inputs[0]))
        low, high = float(x.min()), float(x.max())
        beyond = MARGIN * (high - low) or 1.0
        count = max(FEWEST_POINTS, min(MOST_POINTS, affordable(network.parameters.weight_count)))
        points = np.linspace(low - beyond, high + beyond, count)
        self._network = network
        self._workspace = Workspace(network.sizes, points[np.newaxis])

    def curve(self) -> FloatArray:
        """Return inputs and answers, (2, k)."""
        answers = self._network.forward(self._workspace)[0]
        curve = np.vstack((self._workspace.A[0][0], answers))
        curve.flags.writeable = False
        return curve


def fit(evaluation: Evaluation, line: FitLine | None) -> Fit:
    """Return what the network predicts, from the last passes over both sets."""
    curve = None if line is None else line.curve()
    return Fit(_answered(evaluation.train), _answered(evaluation.test), curve)


def _answered(workspace: Workspace) -> Answered:
    answers, targets = workspace.A[-1][0], workspace.Y[0]
    stride = -(-answers.size // MOST_SAMPLES)
    samples: Indices = np.arange(0, answers.size, stride, dtype=np.intp)
    values = answers[samples]
    samples.flags.writeable = values.flags.writeable = False
    residuals = np.subtract(targets, answers)
    return Answered(samples, values, float(np.sqrt(residuals.dot(residuals) / residuals.size)))
