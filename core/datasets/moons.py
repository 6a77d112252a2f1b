"""TODO."""

from core.datasets.base import PlaneRule


class Moons(PlaneRule, tag="moons"):
    """TODO."""
