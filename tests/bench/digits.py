"""Handwritten digits in mini-batches of 64: 64-64-32-10, beside PyTorch."""

import numpy as np

from core.datasets.digits import Digits
from core.experiment import Experiment
from core.layer import Layer
from core.optimizers import Sgd
from core.trainer import Trainer
from tests.bench.timing import Contender

BATCH = 64
RATE = 0.1


def experiment() -> Experiment:
    """Return the digits with ReLU, softmax and cross-entropy."""
    return Experiment(
        format=1,
        dataset=Digits(),
        layers=(Layer(64), Layer(32), Layer(10, "softmax")),
        loss="cross_entropy",
        optimizer=Sgd(learning_rate=RATE),
        batch_size=BATCH,
    )


def initlab() -> Contender:
    """Return our own trainer, where records are as rare as in most of a long run."""
    trainer = Trainer(experiment())
    trainer.advance(10_000)
    return Contender(trainer.advance, 200)


def torch_eager() -> Contender:
    """Return PyTorch, eager, which takes its batches from a shuffled index."""
    import torch

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    data = Trainer(experiment()).dataset
    inputs = torch.tensor(np.ascontiguousarray(data.train_inputs.T))
    classes = torch.tensor(data.train_targets.argmax(axis=0))
    nn = torch.nn
    model = nn.Sequential(
        nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10)
    )
    loss_function = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)

    def advance(steps: int) -> None:
        chosen: tuple[torch.Tensor, ...] = ()
        for _ in range(steps):
            if not chosen:
                chosen = torch.randperm(len(inputs)).split(BATCH)
            batch, *chosen = chosen
            optimizer.zero_grad()
            loss_function(model(inputs[batch]), classes[batch]).backward()
            optimizer.step()

    return Contender(advance, 100)
