"""Symmetric: hidden layers in which several neurons are one neuron (S0, S1, S2, S4)."""

from core.diagnostics.symmetry import symmetry
from core.findings import Finding
from core.findings.state import State


def symmetric(state: State) -> tuple[Finding, ...]:
    """Find the hidden layers with identical neurons."""
    hidden = zip(state.parameters.rows[:-1], state.gradient.rows[:-1], strict=True)
    found = [symmetry(rows, gradients) for rows, gradients in hidden]
    return tuple(
        Finding("symmetric", layer, {"units": each.units, "effective": each.effective})
        for layer, each in enumerate(found, start=1)
        if each.identical
    )
