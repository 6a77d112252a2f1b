"""Saturated: most activations of a layer lie where sigmoid or tanh is flat.

Saturation slows learning (S0, S3), but does not always stop it: a network that
has learnt is not accused of it. An output counts only where its slope is part of
the gradient; with cross-entropy it cancels, and a saturated output is a sure one.
"""

from core.diagnostics.saturation import saturated_shares
from core.findings import Finding
from core.findings.state import State
from core.losses import LOSSES

MOST = 0.5  # of the activations of a layer
SOURCE = "Glorot and Bengio 2010; S0, S3"


def saturated(state: State) -> tuple[Finding, ...]:
    """Find the layer that is saturated most, if it is more than half."""
    if state.learns:
        return ()
    shares = _shares(state)
    worst = max(range(len(shares)), key=shares.__getitem__, default=0)
    if not shares or shares[worst] <= MOST:
        return ()
    values = {"share": shares[worst], "layers": sum(share > MOST for share in shares)}
    return (Finding("saturated", worst + 1, values | {"threshold": MOST, "source": SOURCE}),)


def _shares(state: State) -> list[float]:
    slope_counts = LOSSES[state.experiment.loss].gives == "dA"
    layers = zip(state.workspace.A[1:], state.activations, strict=True)
    shares = [saturated_shares(A, activation) for A, activation in layers]
    found = [0.0 if share is None else float(share.mean()) for share in shares]
    return found if slope_counts else found[:-1]
