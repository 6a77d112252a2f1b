"""Zero gradient: weights that no step can move.

All weights zero and g(0) = 0: every activation and every weight gradient is
exactly 0, for every sample (S1, S3). With sigmoid the samples have gradients,
which may cancel, and the layers wait for the backward wave of S4: there the
symmetry is the cause. So is saturation, where it rounds the slopes to 0.
"""

from core.findings import Finding
from core.findings.saturated import saturated
from core.findings.state import State


def zero_gradient(state: State) -> tuple[Finding, ...]:
    """Find out whether no sample has a gradient for any weight."""
    if any(state.sample_gradients) or saturated(state):
        return ()
    return _zero(state)


def zero_on_the_whole(state: State) -> tuple[Finding, ...]:
    """Find the layers whose weight gradients are exactly 0, for whatever other cause."""
    if zero_gradient(state):
        return ()
    layers = enumerate(state.gradient.weights, start=1)
    zero = [Finding("zero_gradient_layer", layer, {}) for layer, dW in layers if not dW.any()]
    return _zero(state) or tuple(zero)


def _zero(state: State) -> tuple[Finding, ...]:
    if any(dW.any() for dW in state.gradient.weights):
        return ()
    *_, db = state.gradient.biases
    return (Finding("zero_gradient", 0, {"output_bias_moves": bool(db.any())}),)
