"""Dead: ReLU layers of which nothing, or hardly anything, is ever above 0.

In healthy layers of 8 units up to 5 are dead on the data, after training up to 6:
only nine of ten are worth a finding. A unit whose z is exactly 0 for all samples
is not what is meant: it is fed with zeros, or its weights are zeros.
"""

from collections.abc import Iterator

import numpy as np

from core.diagnostics.dead import dead_units
from core.findings import Finding
from core.findings.state import State

MOST = 0.9  # of the units of a layer
SOURCE = "measured: He on 6 x 8 ReLU"


def dead_layers(state: State) -> tuple[Finding, ...]:
    """Find the hidden layers without a single living unit: nothing passes them."""
    return tuple(finding for finding in _found(state) if _is_whole(finding))


def dying_layers(state: State) -> tuple[Finding, ...]:
    """Find those with few living units, while the network has not learnt."""
    if state.learns:
        return ()
    return tuple(finding for finding in _found(state) if not _is_whole(finding))


def _is_whole(finding: Finding) -> bool:
    return finding.values["dead"] == finding.values["units"]


def _found(state: State) -> Iterator[Finding]:
    workspace = state.workspace
    for i, activation in enumerate(state.activations[:-1]):
        dead = dead_units(workspace.A[i + 1], activation)
        if dead is None or dead.mean() < MOST:
            continue
        pushed = dead & (workspace.Z[i].min(axis=1) < 0.0)
        if pushed.mean() >= MOST:
            neurons = tuple(int(index) + 1 for index in np.flatnonzero(pushed))
            values = {"units": pushed.size, "dead": len(neurons), "neurons": neurons}
            yield Finding("dead", i + 1, values | {"threshold": MOST, "source": SOURCE})
