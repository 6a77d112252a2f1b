"""The losses as NumPy code of a script: the value of J, and where going back begins."""

from typing import NamedTuple


class LossCode(NamedTuple):
    """A loss in terms of the output layer's Z, A and the targets Y.

    Attributes
    ----------
    value : str
        J as an expression.
    slope : str
        What the core's loss `gives`, dL/dZ or dL/dA; {A} and {Y} stand for the
        names of the output and the targets.
    """

    value: str
    slope: str


LOSSES = {
    # From Z: finite where log(a) would be log(0).
    "binary_cross_entropy": LossCode(
        value="np.mean(np.maximum(Z, 0) - Y * Z + np.log1p(np.exp(-np.abs(Z))))",
        slope="{A} - {Y}",
    ),
    "cross_entropy": LossCode(
        value="np.mean(np.logaddexp.reduce(Z, axis=0) - np.sum(Y * Z, axis=0))",
        slope="{A} - {Y}",
    ),
    "mean_squared_error": LossCode(
        value="np.mean((A - Y) ** 2)",
        slope="2 * ({A} - {Y})",
    ),
}
