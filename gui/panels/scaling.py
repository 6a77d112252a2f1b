"""What standardized data were before: the mean and the standard deviation of each row."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.datasets import Dataset, Scaling
from gui import numbers

MOST = 3  # rows that stand on the screen; the others in the tooltip


def scaling_texts(dataset: Dataset) -> tuple[str, str]:
    """Return how the data were scaled, in short and in full; empty if they were not."""
    rows = [
        *_rows(dataset.target_names, dataset.target_scaling),
        *_rows(dataset.feature_names, dataset.input_scaling),
    ]
    if not rows:
        return "", ""
    text = QCoreApplication.translate(
        "Scaling", "Standardized by the training data, mean ± std: {rows}"
    )
    some = [*rows[:MOST], "\N{HORIZONTAL ELLIPSIS}"] if len(rows) > MOST else rows
    return text.format(rows=", ".join(some)), text.format(rows="\n".join(["", *rows]))


def _rows(names: Sequence[str], scaling: Scaling) -> list[str]:
    if scaling.is_identity:
        return []
    spans = zip(names, scaling.mean.flat, scaling.std.flat, strict=True)
    return [f"{name} {numbers.figure(mean)} ± {numbers.figure(std)}" for name, mean, std in spans]
