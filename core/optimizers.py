"""Optimizers: how a gradient becomes a step. Their settings live here too.

With g = dJ/dW, and likewise for b; what is remembered is 0 before the first step:

`sgd` (S2): v = beta v + (1 - beta) g; W = W - learning_rate v. With beta = 0
this is plain gradient descent.

`classical_momentum` (Polyak 1964): v = beta v - learning_rate g; W = W + v.

`nesterov` (Nesterov 1983, as in Sutskever et al. 2013): v = beta v - learning_rate g;
W = W + beta v - learning_rate g. W stands where the momentum alone leads next,
so that is where the gradient is taken.

`rmsprop` (Hinton 2012): v = decay v + (1 - decay) g^2;
W = W - learning_rate g / (sqrt(v) + epsilon).

`adam` (Kingma and Ba 2015), in step t = 1, 2, ...: m = beta1 m + (1 - beta1) g;
v = beta2 v + (1 - beta2) g^2; m_hat = m / (1 - beta1^t); v_hat = v / (1 - beta2^t);
W = W - learning_rate m_hat / (sqrt(v_hat) + epsilon).

PyTorch's are the same, but for the v of its momentum: v = beta v + g and
W = W - learning_rate v. That is `classical_momentum` (`nesterov` with its
nesterov=True) as long as the learning rate stays, and `sgd` for a learning rate
of learning_rate (1 - beta).
"""

from typing import ClassVar, get_args

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from core.fields import Fraction, Positive

FloatArray = NDArray[np.float64]


class Optimizer(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="name"):
    """Settings of an optimizer, and its rule; a running network can take over new settings.

    Class attributes
    ----------------
    states : int
        How many vectors like the parameters the rule remembers between steps.
    """

    states: ClassVar[int]

    learning_rate: Positive = 0.01

    @property
    def name(self) -> str:
        """The optimizer's name, as in the experiment file."""
        return str(self.__struct_config__.tag)

    def displace(self, gradient: FloatArray, state: FloatArray, out: FloatArray) -> None:
        """Write into `out` what this step takes from the parameters.

        Parameters
        ----------
        gradient, out : (p,) arrays, or (R, p) of R networks
        state : (states, p) or (states, R, p) array
            What the rule remembers; 0 before the first step, updated here.
        """
        raise NotImplementedError


class Sgd(Optimizer, frozen=True, kw_only=True, tag="sgd"):
    """Gradient descent, with the averaging momentum of S2."""

    states: ClassVar[int] = 1

    momentum: Fraction = 0.0

    def displace(self, gradient: FloatArray, state: FloatArray, out: FloatArray) -> None:
        """Write learning_rate v; v is the state."""
        v = state[0]
        if self.momentum == 0.0:
            np.copyto(v, gradient)  # remembered, should momentum be turned on in mid-run
        else:
            _average(v, self.momentum, gradient, out)
        np.multiply(v, self.learning_rate, out=out)


class ClassicalMomentum(Optimizer, frozen=True, kw_only=True, tag="classical_momentum"):
    """Gradient descent whose steps add up, each fading by the momentum."""

    states: ClassVar[int] = 1

    momentum: Fraction = 0.9

    def displace(self, gradient: FloatArray, state: FloatArray, out: FloatArray) -> None:
        """Write -v; v is the state."""
        v = state[0]
        np.multiply(gradient, self.learning_rate, out=out)
        np.multiply(v, self.momentum, out=v)
        np.subtract(v, out, out=v)
        np.negative(v, out=out)


class Nesterov(ClassicalMomentum, frozen=True, kw_only=True, tag="nesterov"):
    """Classical momentum with the gradient of where it leads next."""

    def displace(self, gradient: FloatArray, state: FloatArray, out: FloatArray) -> None:
        """Write learning_rate g - beta v; v is the state."""
        super().displace(gradient, state, out)
        np.multiply(out, self.momentum, out=out)
        np.add(out, self.learning_rate * gradient, out=out)


class RmsProp(Optimizer, frozen=True, kw_only=True, tag="rmsprop"):
    """Each gradient divided by the root of the mean of its last squares."""

    states: ClassVar[int] = 1

    learning_rate: Positive = 0.001
    decay: Fraction = 0.9
    epsilon: Positive = 1e-8

    def displace(self, gradient: FloatArray, state: FloatArray, out: FloatArray) -> None:
        """Write learning_rate g / (sqrt(v) + epsilon); v is the state."""
        v = state[0]
        _average(v, self.decay, gradient * gradient, out)
        np.sqrt(v, out=out)
        np.add(out, self.epsilon, out=out)
        np.divide(gradient, out, out=out)
        np.multiply(out, self.learning_rate, out=out)


class Adam(Optimizer, frozen=True, kw_only=True, tag="adam"):
    """Momentum, divided by the root of the mean of the last squares.

    Both means begin at 0 and are corrected for it.
    """

    states: ClassVar[int] = 3

    learning_rate: Positive = 0.001
    beta1: Fraction = 0.9
    beta2: Fraction = 0.999
    epsilon: Positive = 1e-8

    def displace(self, gradient: FloatArray, state: FloatArray, out: FloatArray) -> None:
        """Write learning_rate m_hat / (sqrt(v_hat) + epsilon); m, v and t are the state."""
        m, v, count = state
        np.add(count, 1.0, out=count)
        t = float(count.flat[0])
        _average(m, self.beta1, gradient, out)
        _average(v, self.beta2, gradient * gradient, out)
        np.divide(v, 1.0 - self.beta2**t, out=out)
        np.sqrt(out, out=out)
        np.add(out, self.epsilon, out=out)
        np.divide(m, out, out=out)
        np.multiply(out, self.learning_rate / (1.0 - self.beta1**t), out=out)


def _average(mean: FloatArray, decay: float, news: FloatArray, scratch: FloatArray) -> None:
    """Let a running mean become decay mean + (1 - decay) news."""
    np.multiply(mean, decay, out=mean)
    np.multiply(news, 1.0 - decay, out=scratch)
    np.add(mean, scratch, out=mean)


AnyOptimizer = Sgd | ClassicalMomentum | Nesterov | RmsProp | Adam
OPTIMIZERS: dict[str, type[AnyOptimizer]] = {
    str(kind.__struct_config__.tag): kind for kind in get_args(AnyOptimizer)
}
