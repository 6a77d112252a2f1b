"""Losses: how wrong the outputs are. TODO."""

from typing import Literal

from core.layer import Layer

LossName = Literal["binary_cross_entropy", "mean_squared_error"]


def check_loss(loss: LossName, output: Layer, targets: int) -> None:
    """Raise a Problem unless the output layer fits the loss and the targets."""
