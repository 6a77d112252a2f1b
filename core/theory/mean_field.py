"""Mean field: layers without end, all with the same variances and activation.

With sigma_w^2 = n_in Var(W) and sigma_b^2 = Var(b), and z ~ N(0, q):

    q  <-  sigma_w^2 E[g(z)^2] + sigma_b^2       the size of a signal
    c  <-  (sigma_w^2 E[g(u1) g(u2)] + sigma_b^2) / q     the likeness of two
    chi  =  sigma_w^2 E[g'(z)^2]                 what a layer makes of a gradient

(Poole et al. 2016). At the fixed point of q, chi_1 below 1 is order: signals
become alike and gradients vanish; above 1 is chaos: they part and gradients
explode. At 1, the edge of chaos, both last longest (Schoenholz et al. 2017).
"""

from math import exp, inf, log

import numpy as np
from msgspec import Struct

from core.activations import Activation
from core.theory.correlation import output_product, slope_product
from core.theory.gaussian import expectation
from core.theory.moments import STRAIGHT, mean_slope, mean_square
from core.theory.root import fall_to_zero

SMALLEST, LARGEST = 1e-14, 1e14  # of a q that is looked for
ROUNDING = 1e-6


class MeanField(Struct, frozen=True):
    """Endless layers of one kind.

    Parameters
    ----------
    activation : Activation
        Not softmax.
    weight_variance : float
        sigma_w^2 = n_in Var(W).
    bias_variance : float
        sigma_b^2 = Var(b).
    """

    activation: Activation
    weight_variance: float
    bias_variance: float = 0.0

    def variance(self, q: float) -> float:
        """Return the variance of the next layer's Z, where this one's is q."""
        return self.weight_variance * self._mean_square(q) + self.bias_variance

    def chi(self, q: float) -> float:
        """Return by what a layer with variance q multiplies the variance of the gradient."""
        slopes = mean_slope(self.activation, 0.0, np.array([q]))
        return self.weight_variance * float(slopes[0])

    def correlation(self, c: float, q: float) -> float:
        """Return the correlation of two signals after a layer; before it is c, both have q."""
        product = self.weight_variance * output_product(self.activation, q, c)
        return (product + self.bias_variance) / self.variance(q)

    def fixed_point(self) -> float:
        """Return the q that a layer hands on unchanged, the smallest that is stable.

        0 if signals die out, and where every q is one; infinite if they grow
        without end.
        """
        if self.variance(SMALLEST) <= SMALLEST:
            return 0.0
        log_q = fall_to_zero(lambda x: self.variance(exp(x)) - exp(x), log(SMALLEST), log(LARGEST))
        return inf if log_q is None else exp(log_q)

    def chi_1(self) -> float:
        """Return chi at the fixed point: the slope of the correlation map at c = 1."""
        q = self.fixed_point()
        if self.activation.name in STRAIGHT:
            return self.chi(1.0)  # whatever q is
        return self.chi(q) if q < inf else inf

    def fixed_correlation(self) -> float:
        """Return the likeness that all signals end at: 1 in order, below 1 in chaos."""
        q = self.fixed_point()
        if self.chi_1() <= 1.0 or not 0.0 < q < inf:
            return 1.0
        last = 1.0 - 1e-9  # 1 is a fixed point too, but not a stable one
        found = fall_to_zero(lambda c: self.correlation(c, q) - c, 0.0, last)
        return last if found is None else found

    def variance_depth(self) -> float:
        """Return xi_q: after so many layers the distance of q to its fixed point is 1/e."""
        q = self.fixed_point()
        if self.activation.name in STRAIGHT:
            return _depth(self.chi(1.0))
        if not 0.0 < q < inf:
            return _depth(self.chi(0.0)) if q == 0.0 else inf
        return _depth(self.weight_variance * self._growth(q))

    def correlation_depth(self) -> float:
        """Return xi_c: how many layers a difference of two signals lasts; infinite at the edge."""
        q, c = self.fixed_point(), self.fixed_correlation()
        if c == 1.0:
            return _depth(self.chi_1())
        return _depth(self.weight_variance * slope_product(self.activation, q, c))

    def _mean_square(self, q: float) -> float:
        return float(mean_square(self.activation, 0.0, np.array([q]))[0])

    def _growth(self, q: float) -> float:
        """Return d E[g(z)^2] / dq = E[z g(z) g'(z)] / q."""
        g, slope = self.activation.function, self.activation.derivative
        return float(expectation(lambda z: z * g(z) * slope(z), 0.0, np.array([q]))[0]) / q


def edge_of_chaos(activation: Activation, bias_variance: float = 0.0) -> float | None:
    """Return the sigma_w^2 at which chi_1 is 1; None if there is none.

    Along the edge sigma_w^2 = 1 / E[g'(z)^2] and sigma_b^2 = q - sigma_w^2 E[g(z)^2],
    so what is looked for is the q with the right sigma_b^2. It must be stable: for
    ReLU the edge is the single point sigma_w^2 = 2, sigma_b = 0 (Hayou et al. 2019),
    as with biases q grows without end there.
    """

    def slope(q: float) -> float:
        return float(mean_slope(activation, 0.0, np.array([q]))[0])

    def missing(log_q: float) -> float:
        q = exp(log_q)
        square = float(mean_square(activation, 0.0, np.array([q]))[0])
        return bias_variance + square / slope(q) - q

    if activation.name in STRAIGHT:
        return 1.0 / slope(1.0) if bias_variance == 0.0 else None
    if missing(log(SMALLEST)) <= SMALLEST:
        return 1.0 / slope(0.0)
    log_q = fall_to_zero(missing, log(SMALLEST), log(LARGEST))
    if log_q is None:
        return None
    found = 1.0 / slope(exp(log_q))
    stable = abs(MeanField(activation, found, bias_variance).chi_1() - 1.0) < ROUNDING
    return found if stable else None


def _depth(factor: float) -> float:
    """Return after how many multiplications by `factor` 1/e is left; infinite if none helps."""
    if factor <= 0.0:
        return 0.0
    return -1.0 / log(factor) if factor < 1.0 else inf
