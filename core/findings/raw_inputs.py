"""Raw inputs: a feature in units that no initializer expects.

Every rule for first weights takes inputs of about unit size for granted; inputs
that are a hundred times larger give sums a hundred times larger (S0: standardize).
"""

from core.datasets.raw import LARGEST
from core.findings import Finding
from core.findings.state import State

SOURCE = "LeCun et al. 1998: centre and scale the inputs"


def raw_inputs(state: State) -> tuple[Finding, ...]:
    """Find the largest input if it is too large, unless the network learns all the same."""
    raw = state.raw
    if raw is None or state.learns:
        return ()
    values = {"feature": raw.name, "low": raw.low, "high": raw.high, "size": raw.size}
    return (Finding("raw_inputs", 0, values | {"threshold": LARGEST, "source": SOURCE}),)
