"""Runs side by side: their networks, their gradients, and what differs."""

from gui.lazy import SnapshotPanel


def make_comparison() -> SnapshotPanel:
    """Return the panel; it is imported when it is first seen."""
    from gui.compare.comparison import Comparison

    return Comparison()
