"""Vanishing and exploding: how much of an error reaches a weight.

Absolute sizes of the gradient of one sample, not the ratio of first to last
layer: too small weights make the gradients of all layers small alike. The bounds
are what five factors do (S1): 0.25 each, the most that a sigmoid lets pass, or 2.
Healthy networks of all depths have 1e-2 to 1, six sigmoid layers with Xavier
1e-5 in the first, weights of 10 * randn 1e2.
"""

from collections.abc import Mapping

from core.findings import Finding, FindingCode
from core.findings.state import State

LEAST, MOST = 0.25**5, 2.0**5  # 0.00098 and 32


def vanishing(state: State) -> tuple[Finding, ...]:
    """Find the layer that the gradient reaches least, if it is hardly anything."""
    small = [size for size in state.sample_gradients if 0.0 < size < LEAST]
    if state.learns or not small:
        return ()
    evidence = {"layers": len(small), "threshold": LEAST, "source": "S1: 0.25^5"}
    return (_finding("vanishing", state, min(small), evidence),)


def exploding(state: State) -> tuple[Finding, ...]:
    """Find the layer with the largest gradient, if it is too large to go downhill on."""
    large = [size for size in state.sample_gradients if size > MOST]
    if state.learns or not large:
        return ()
    rising = state.measurement.train_loss > state.history.train_loss[0]
    evidence = {
        "layers": len(large), "rising": bool(rising), "threshold": MOST, "source": "S1: 2^5",
    }  # fmt: skip
    return (_finding("exploding", state, max(large), evidence),)


def healthy(state: State) -> Finding:
    """Say how much reaches the layer that is reached least."""
    return _finding("healthy", state, min(state.sample_gradients), {})


def _finding(
    code: FindingCode, state: State, size: float, evidence: Mapping[str, object]
) -> Finding:
    layer = state.sample_gradients.index(size) + 1
    return Finding(code, layer, {"gradient": size, **evidence})
