"""What other programs draw when nobody chooses an initializer.

Worth knowing before two programs are compared: PyTorch's linear layer starts
with a third of LeCun's variance, Keras' dense layer with Glorot's, TensorFlow
Playground with U(-0.5, 0.5) whatever the number of inputs.
"""

from math import sqrt
from typing import ClassVar

from core.initializers.base import UniformRule
from core.initializers.constant import Constant, Zeros
from core.initializers.xavier import XavierUniform


class PytorchLinear(UniformRule, frozen=True, tag="pytorch_linear"):
    """W and b ~ U(-a, a), a = 1 / sqrt(n_in): variance 1 / (3 n_in)."""

    formula: ClassVar[str] = "1 / sqrt(n_in) / sqrt(3)"
    source: ClassVar[str] = "PyTorch nn.Linear"

    def bound(self, n_in: int, n_out: int) -> float:
        """Return 1 / sqrt(n_in), for the biases too."""
        return 1 / sqrt(n_in)


class KerasDense(XavierUniform, frozen=True, tag="keras_dense"):
    """W as in `xavier_uniform`; b = 0."""

    source: ClassVar[str] = "Keras Dense; Glorot and Bengio 2010"

    @property
    def for_biases(self) -> Zeros:
        """Zeros."""
        return Zeros()


class Playground(UniformRule, frozen=True, tag="playground"):
    """W ~ U(-0.5, 0.5); b = 0.1."""

    formula: ClassVar[str] = "1 / sqrt(12)"
    source: ClassVar[str] = "TensorFlow Playground"

    @property
    def for_biases(self) -> Constant:
        """The constant 0.1."""
        return Constant(value=0.1)

    def bound(self, n_in: int, n_out: int) -> float:
        """Return 0.5."""
        return 0.5
