"""What is said of inputs in raw units."""

from PySide6.QtCore import QCoreApplication

from core.datasets.raw import RawFeature
from gui import numbers


def raw_text(raw: RawFeature) -> str:
    """Return which input is too large, and what to do about it."""
    text = QCoreApplication.translate(
        "raw",
        "“{name}” lies between {low} and {high}: inputs this large saturate units or kill them."
        " Standardize them.",
    )
    low, high = numbers.figure(raw.low), numbers.figure(raw.high)
    return text.format(name=raw.name, low=low, high=high)
