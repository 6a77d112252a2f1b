"""TODO."""

from core.datasets.base import PlaneRule


class Spiral(PlaneRule, tag="spiral"):
    """TODO."""
