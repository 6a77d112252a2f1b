"""Findings: a diagnosis with its evidence, most fundamental first. TODO."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A diagnosis.

    `code` is the key of the sentence in `gui.labels`; `layer` is 1..L, or 0
    for the whole network; `values` are its numbers.

    Codes
    -----
    diverged(step, quantity), zero_gradient(output_bias_moves: bool),
    symmetric(units, effective), healthy() and not_started().
    """

    code: str
    layer: int
    values: Mapping[str, object]
