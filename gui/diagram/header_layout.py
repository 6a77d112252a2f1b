"""The parts of a layer's header, from top to bottom, and where they stand.

Name; number of units between - and +; activation; initializer badge.
"""

from typing import NamedTuple

HEADER_HEIGHT = 98.0
CONTROL = 24.0  # one height for all controls
BADGE = 20.0
ROWS = {"name": 0.0, "units": 24.0, "activation": 51.0, "badge": 78.0}


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def center(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def contains(self, x: float, y: float) -> bool:
        """Say whether a point is inside."""
        return 0 <= x - self.x < self.width and 0 <= y - self.y < self.height


def header_boxes(width: float, unit: float) -> dict[str, Box]:
    """Return the parts of a header of this width, around x = 0, by name."""
    row = {
        name: Box(-width / 2, y * unit, width, (BADGE if name == "badge" else CONTROL) * unit)
        for name, y in ROWS.items()
    }
    step, half = CONTROL * unit, width / 2
    y = row["units"].y
    return row | {
        "minus": Box(-half, y, step, step),
        "units": Box(step - half, y, 2 * (half - step), step),
        "plus": Box(half - step, y, step, step),
    }
