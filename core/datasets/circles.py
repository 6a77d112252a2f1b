"""TODO."""

from core.datasets.base import PlaneRule


class Circles(PlaneRule, tag="circles"):
    """TODO."""
