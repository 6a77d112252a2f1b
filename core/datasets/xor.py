"""TODO."""

from core.datasets.base import PlaneRule


class Xor(PlaneRule, tag="xor"):
    """TODO."""
