"""Steps a second without a window, beside what a class would otherwise use.

All train the same network on the same points in double precision on one thread.
"""

import time
import warnings
from collections.abc import Callable

import numpy as np

from core.trainer import Trainer
from tests.bench.experiments import circles

SECONDS = 2.0
REPEATS = 3


def rate(advance: Callable[[int], object], chunk: int) -> float:
    """Return the best of some repeats, in steps a second."""
    advance(chunk)
    best = 0.0
    for _ in range(REPEATS):
        begin, steps = time.perf_counter(), 0
        while time.perf_counter() - begin < SECONDS:
            advance(chunk)
            steps += chunk
        best = max(best, steps / (time.perf_counter() - begin))
    return best


def initlab() -> float:
    """Return the rate of our own trainer."""
    return rate(Trainer(circles()).advance, 2000)


def torch_eager() -> float:
    """Return the rate of PyTorch, eager, SGD from its own optimizer."""
    import torch

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    data = Trainer(circles()).dataset
    inputs = torch.tensor(np.ascontiguousarray(data.train_inputs.T))
    targets = torch.tensor(np.ascontiguousarray(data.train_targets.T))
    nn = torch.nn
    model = nn.Sequential(nn.Linear(2, 10), nn.ReLU(), nn.Linear(10, 5), nn.ReLU(), nn.Linear(5, 1))
    loss_function = nn.BCEWithLogitsLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)

    def advance(steps: int) -> None:
        for _ in range(steps):
            optimizer.zero_grad()
            loss_function(model(inputs), targets).backward()
            optimizer.step()

    return rate(advance, 200)


def scikit_learn() -> float:
    """Return the rate of MLPClassifier with a batch of all samples."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    data = Trainer(circles()).dataset
    inputs, classes = data.train_inputs.T.copy(), data.train_targets[0].astype(int)

    def advance(steps: int) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            MLPClassifier(
                (10, 5),
                solver="sgd",
                alpha=0.0,
                batch_size=inputs.shape[0],
                learning_rate_init=0.01,
                momentum=0.0,
                max_iter=steps,
                tol=0.0,
                n_iter_no_change=steps,
            ).fit(inputs, classes)

    return rate(advance, 500)


PEERS = {"PyTorch eager": torch_eager, "scikit-learn MLPClassifier": scikit_learn}
