"""Steps a second without a window, beside what a class would otherwise use.

All train the same network on the same points in double precision on one thread.
"""

import warnings

import numpy as np

from core.trainer import Trainer
from tests.bench.experiments import circles
from tests.bench.timing import Contender


def initlab() -> Contender:
    """Return our own trainer, beyond the first steps, which are all recorded."""
    trainer = Trainer(circles())
    trainer.advance(2000)
    return Contender(trainer.advance, 500)


def torch_eager() -> Contender:
    """Return PyTorch, eager, SGD from its own optimizer."""
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

    return Contender(advance, 100)


def scikit_learn() -> Contender:
    """Return MLPClassifier with a batch of all samples."""
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

    return Contender(advance, 500)
