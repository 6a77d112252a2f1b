"""Activations: A[l] = g(Z[l]), element by element.

Function and derivative are one pair, g and g'. In training both write into an
array that is there already; the derivative may use z or a = g(z), whichever is
cheaper. Adding an activation to `ACTIVATIONS` offers it everywhere and has it
checked. Softmax alone takes a column of z as a whole, and is for outputs only.
"""

from collections.abc import Callable
from math import pi, sqrt
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.layer import ActivationName

FloatArray = NDArray[np.float64]

LEAK = 0.01  # slope of leaky_relu below 0
ONE = np.array(1.0)  # NumPy begins sooner with an array than with a number
SATURATED = 0.97  # share of its range beyond which a bounded activation is saturated

# Klambauer et al. 2017: with these, N(0, 1) is a fixed point of mean and variance.
SELU_ALPHA, SELU_SCALE = 1.6732632423543772, 1.0507009873554805

# Hendrycks and Gimpel 2016: gelu(z) = z (1 + tanh u) / 2, u = sqrt(2 / pi) (z + 0.044715 z^3).
GELU_SCALE, GELU_CUBE = sqrt(2 / pi), 0.044715
GELU_FLAT = 25.0  # beyond, the slope is 0 or 1 to the last bit


class Activation(Struct, frozen=True):
    """An activation g with its derivative.

    Attributes
    ----------
    name : str
        As in the experiment file.
    apply : (z, out) -> None
        Write g(z) into `out`, an array shaped like z. NumPy may warn of an
        overflow on the way to a right result: call it under `np.errstate`.
    differentiate : (z, a, out) -> None
        Write g'(z) into `out`, given also a = g(z). NumPy may warn here too.
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
        with np.errstate(over="ignore", invalid="ignore"):
            self.apply(z, out)
        return out

    def derivative(self, z: FloatArray) -> FloatArray:
        """Return g'(z)."""
        out = np.empty_like(z, dtype=np.float64)
        with np.errstate(over="ignore", invalid="ignore"):
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
    np.add(out, ONE, out=out)
    np.divide(ONE, out, out=out)


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
    """Write max(z, 0): of two arrays, NumPy has it sooner than of an array and a number."""
    out.fill(0.0)
    np.maximum(z, out, out=out)


def _relu_slope(z: FloatArray, a: FloatArray, out: FloatArray) -> None:
    """Write 1 where z > 0, else 0."""
    np.copyto(out, a > 0.0)


def _leaky_relu(z: FloatArray, out: FloatArray) -> None:
    np.multiply(z, LEAK, out=out)
    np.maximum(z, out, out=out)


def _leaky_relu_slope(z: FloatArray, a: FloatArray, out: FloatArray) -> None:
    """Write 1 where z > 0, else LEAK."""
    np.sign(z, out=out)
    np.maximum(out, LEAK, out=out)


def _elu(z: FloatArray, out: FloatArray) -> None:
    """Write z where z > 0, else e^z - 1, which is never below z."""
    np.minimum(z, 0.0, out=out)
    np.expm1(out, out=out)
    np.maximum(z, out, out=out)


def _elu_slope(z: FloatArray, a: FloatArray, out: FloatArray) -> None:
    """Write 1 where z > 0, else e^z."""
    np.minimum(z, 0.0, out=out)
    np.exp(out, out=out)


def _selu(z: FloatArray, out: FloatArray) -> None:
    """Write SCALE z where z > 0, else SCALE ALPHA (e^z - 1)."""
    np.minimum(z, 0.0, out=out)
    np.expm1(out, out=out)
    np.multiply(out, SELU_ALPHA * SELU_SCALE, out=out)
    np.multiply(z, SELU_SCALE, out=out, where=z > 0)


def _selu_slope(z: FloatArray, a: FloatArray, out: FloatArray) -> None:
    """Write SCALE where z > 0, else SCALE ALPHA e^z."""
    _elu_slope(z, a, out)
    np.multiply(out, SELU_ALPHA * SELU_SCALE, out=out)
    np.copyto(out, SELU_SCALE, where=z > 0)


def _gelu(z: FloatArray, out: FloatArray) -> None:
    """Write z s, with s = (1 + tanh u) / 2."""
    _gelu_share(z, out)
    np.multiply(out, z, out=out)


def _gelu_slope(z: FloatArray, a: FloatArray, out: FloatArray) -> None:
    """Write s (1 + z (1 - s) 2 u'), with u' = sqrt(2 / pi) (1 + 3 * 0.044715 z^2)."""
    z = np.minimum(np.maximum(z, -GELU_FLAT), GELU_FLAT)
    _gelu_share(z, out)
    rise = 2 * GELU_SCALE * (1 + 3 * GELU_CUBE * z * z)
    np.multiply(out, 1 + z * (1 - out) * rise, out=out)


def _gelu_share(z: FloatArray, out: FloatArray) -> None:
    """Write s as sigmoid(2 u): the same number, and its tail is kept."""
    np.multiply(z, z, out=out)
    np.multiply(out, GELU_CUBE, out=out)
    np.add(out, 1.0, out=out)
    np.multiply(out, z, out=out)
    np.multiply(out, 2 * GELU_SCALE, out=out)
    _sigmoid(out, out)


def _silu(z: FloatArray, out: FloatArray) -> None:
    """Write z sigmoid(z)."""
    _sigmoid(z, out)
    np.multiply(out, z, out=out)


def _silu_slope(z: FloatArray, a: FloatArray, out: FloatArray) -> None:
    """Write s (1 + z (1 - s)), with s = sigmoid(z)."""
    _sigmoid(z, out)
    np.multiply(out, 1 + z * (1 - out), out=out)


def _softplus(z: FloatArray, out: FloatArray) -> None:
    """Write log(1 + e^z) = log(e^z + e^0)."""
    np.logaddexp(z, 0.0, out=out)


def _softplus_slope(z: FloatArray, a: FloatArray, out: FloatArray) -> None:
    _sigmoid(z, out)


def _softmax(z: FloatArray, out: FloatArray) -> None:
    """Write e^z divided by its sum over the units of a column; the largest z becomes e^0."""
    np.subtract(z, z.max(axis=-2, keepdims=True), out=out)
    np.exp(out, out=out)
    np.divide(out, out.sum(axis=-2, keepdims=True), out=out)


def _softmax_slope(z: FloatArray, a: FloatArray, out: FloatArray) -> None:
    """Write da_j/dz_j = a_j (1 - a_j); what a_j owes to the other z is in the loss's dZ."""
    _sigmoid_slope(z, a, out)


ACTIVATIONS = MappingProxyType(
    {
        activation.name: activation
        for activation in (
            Activation("linear", _linear, _linear_slope),
            Activation("sigmoid", _sigmoid, _sigmoid_slope, (1 - SATURATED, SATURATED)),
            Activation("tanh", _tanh, _tanh_slope, (-SATURATED, SATURATED)),
            Activation("relu", _relu, _relu_slope),
            Activation("leaky_relu", _leaky_relu, _leaky_relu_slope),
            Activation("elu", _elu, _elu_slope),
            Activation("selu", _selu, _selu_slope),
            Activation("gelu", _gelu, _gelu_slope),
            Activation("silu", _silu, _silu_slope),
            Activation("softplus", _softplus, _softplus_slope),
            Activation("softmax", _softmax, _softmax_slope),
        )
    }
)
