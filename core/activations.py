"""Activations: A[l] = g(Z[l]), element by element.

Function and derivative are one pair, g and g'. In training both write into an
array that is there already; the derivative may use z or a = g(z), whichever is
cheaper. Adding an activation to `ACTIVATIONS` offers it everywhere and has it
checked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from core.layer import ActivationName

FloatArray = NDArray[np.float64]

LEAK = 0.01  # slope of leaky_relu below 0
SATURATED = 0.97  # share of its range beyond which a bounded activation is saturated


@dataclass(frozen=True)
class Activation:
    """An activation g with its derivative.

    Attributes
    ----------
    name : str
        As in the experiment file.
    apply : (z, out) -> None
        Write g(z) into `out`, an array shaped like z. NumPy may warn of an
        overflow on the way to a right result: call it under `np.errstate`.
    differentiate : (z, a, out) -> None
        Write g'(z) into `out`, given also a = g(z).
    saturation : tuple of float or None
        The interval of a outside of which a unit is saturated: g' is near 0
        there. None where g is not bounded on both sides.
    """

    name: ActivationName
    apply: Callable[[FloatArray, FloatArray], object]
    differentiate: Callable[[FloatArray, FloatArray, FloatArray], object]
    saturation: tuple[float, float] | None = None

    def function(self, z: FloatArray) -> FloatArray:
        """Return g(z)."""
        out = np.empty_like(z, dtype=np.float64)
        with np.errstate(over="ignore"):
            self.apply(z, out)
        return out

    def derivative(self, z: FloatArray) -> FloatArray:
        """Return g'(z)."""
        out = np.empty_like(z, dtype=np.float64)
        self.differentiate(z, self.function(z), out)
        return out


def _linear(z: FloatArray, out: FloatArray) -> None:
    np.copyto(out, z)


def _linear_slope(z: FloatArray, a: FloatArray, out: FloatArray) -> None:
    out.fill(1.0)


def _sigmoid(z: FloatArray, out: FloatArray) -> None:
    """Write 1 / (1 + e^-z): where e^-z overflows the quotient is 0, as it should be."""
    np.negative(z, out=out)
    np.exp(out, out=out)
    np.add(out, 1.0, out=out)
    np.reciprocal(out, out=out)


def _sigmoid_slope(z: FloatArray, a: FloatArray, out: FloatArray) -> None:
    """Write a (1 - a)."""
    np.subtract(1.0, a, out=out)
    np.multiply(out, a, out=out)


def _tanh(z: FloatArray, out: FloatArray) -> None:
    np.tanh(z, out=out)


def _tanh_slope(z: FloatArray, a: FloatArray, out: FloatArray) -> None:
    """Write 1 - a^2."""
    np.multiply(a, a, out=out)
    np.subtract(1.0, out, out=out)


def _relu(z: FloatArray, out: FloatArray) -> None:
    np.maximum(z, 0.0, out=out)


def _relu_slope(z: FloatArray, a: FloatArray, out: FloatArray) -> None:
    """Write 1 where z > 0, else 0: the sign of a, which is never negative."""
    np.sign(a, out=out)


def _leaky_relu(z: FloatArray, out: FloatArray) -> None:
    np.multiply(z, LEAK, out=out)
    np.maximum(z, out, out=out)


def _leaky_relu_slope(z: FloatArray, a: FloatArray, out: FloatArray) -> None:
    """Write 1 where z > 0, else LEAK."""
    np.sign(z, out=out)
    np.maximum(out, LEAK, out=out)


ACTIVATIONS = MappingProxyType(
    {
        activation.name: activation
        for activation in (
            Activation("linear", _linear, _linear_slope),
            Activation("sigmoid", _sigmoid, _sigmoid_slope, (1 - SATURATED, SATURATED)),
            Activation("tanh", _tanh, _tanh_slope, (-SATURATED, SATURATED)),
            Activation("relu", _relu, _relu_slope),
            Activation("leaky_relu", _leaky_relu, _leaky_relu_slope),
        )
    }
)
