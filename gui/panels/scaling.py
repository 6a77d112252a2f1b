"""What standardized data were before: the mean and the standard deviation of each row."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.datasets import AnyDataset, Scaling
from core.datasets.houses import Houses
from gui import numbers


def scaling_texts(rule: AnyDataset) -> tuple[str, str]:
    """Return how the targets were scaled, and targets and inputs; empty if nothing was."""
    if not isinstance(rule, Houses):
        return "", ""
    dataset = rule.draw()
    targets = _rows(dataset.target_names, dataset.target_scaling)
    inputs = _rows(dataset.feature_names, dataset.input_scaling)
    text = QCoreApplication.translate(
        "Scaling", "Standardized by the training data, mean ± std: {rows}"
    )
    details = "\n".join(["", *targets, *inputs])
    return text.format(rows=", ".join(targets)), text.format(rows=details)


def _rows(names: Sequence[str], scaling: Scaling) -> list[str]:
    spans = zip(names, scaling.mean.flat, scaling.std.flat, strict=True)
    return [f"{name} {numbers.figure(mean)} ± {numbers.figure(std)}" for name, mean, std in spans]
