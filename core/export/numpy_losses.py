"""The losses as NumPy code of a script: the value of J, and where going back begins."""

from typing import NamedTuple


class LossCode(NamedTuple):
    """A loss in terms of the output layer's Z, A and the targets Y.

    Attributes
    ----------
    value : str
        J as an expression.
    slope : str
        dL/dZ if `gives` is "dZ", dL/dA if it is "dA"; {A} and {Y} stand for
        the names of the output and the targets.
    number : str
        How many values of L the mean J is taken over.
    """

    value: str
    gives: str
    slope: str
    number: str = "{Y}.size"


LOSSES = {
    # From Z: finite where log(a) would be log(0).
    "binary_cross_entropy": LossCode(
        value="np.mean(np.maximum(Z, 0) - Y * Z + np.log1p(np.exp(-np.abs(Z))))",
        gives="dZ",
        slope="{A} - {Y}",
    ),
    "cross_entropy": LossCode(
        value="np.mean(np.logaddexp.reduce(Z, axis=0) - np.sum(Y * Z, axis=0))",
        gives="dZ",
        slope="{A} - {Y}",
        number="{Y}.shape[1]",
    ),
    "mean_squared_error": LossCode(
        value="np.mean((A - Y) ** 2)",
        gives="dA",
        slope="2 * ({A} - {Y})",
    ),
}
