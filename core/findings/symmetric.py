"""Symmetric: hidden layers in which several neurons are one neuron (S0, S1, S2, S4)."""

from core.diagnostics.symmetry import doubles, identical_rows
from core.findings import Finding
from core.findings.state import State


def symmetric(state: State) -> tuple[Finding, ...]:
    """Find the hidden layers with identical neurons."""
    hidden = zip(state.parameters.rows[:-1], state.gradient.rows[:-1], strict=True)
    found: list[Finding] = []
    for layer, (rows, gradients) in enumerate(hidden, start=1):
        groups = identical_rows(rows, gradients)
        if groups:
            values = {
                "units": len(rows),
                "effective": len(rows) - doubles(groups),
                "neurons": tuple(sorted(index + 1 for group in groups for index in group)),
            }
            found.append(Finding("symmetric", layer, values))
    return tuple(found)
