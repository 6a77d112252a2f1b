"""TODO."""

from core.datasets.base import PlaneRule


class Gaussians(PlaneRule, tag="gaussians"):
    """TODO."""
