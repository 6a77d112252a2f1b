"""The keyboard's focus: how the arrow keys go from header to header and neuron to neuron."""

from PySide6.QtCore import Qt

from gui.diagram.layout import Layout
from gui.diagram.target import Target

FIRST = Target("name", 1)
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def moved(layout: Layout, focus: Target, key: int) -> Target:
    """Return where an arrow key, Home or End leads; at a border nothing moves."""
    last = len(layout.columns) - 1
    if key == Qt.Key.Key_Home:
        return Target("name", 0)
    if key == Qt.Key.Key_End:
        return Target("name", last)
    across, down = STEPS[Qt.Key(key)]
    layer = max(0, min(focus.layer + across, last))
    if layer != focus.layer:
        return _beside(layout, focus, layer)
    return _below(layout, focus, down) if down else focus


def _beside(layout: Layout, focus: Target, layer: int) -> Target:
    """Return the target at the same height in another column."""
    if focus.part != "neuron":
        return Target("name", layer)
    height = layout.columns[focus.layer].y_of(focus.index)
    column = layout.columns[layer]
    nearest = min(column.shown, key=lambda index: abs(column.y_of(index) - height))
    return Target("neuron", layer, nearest)


def _below(layout: Layout, focus: Target, down: int) -> Target:
    """Return the next target in the same column; the header stands above the first neuron."""
    shown = layout.columns[focus.layer].shown
    row = shown.index(focus.index) if focus.part == "neuron" else -1
    row = min(row + down, len(shown) - 1)
    return Target("neuron", focus.layer, shown[row]) if row >= 0 else Target("name", focus.layer)


def kept(layout: Layout, focus: Target) -> Target:
    """Return the focus, or what is nearest to it after the network has changed."""
    layer = min(focus.layer, len(layout.columns) - 1)
    if focus.part != "neuron":
        return Target("name", layer)
    shown = layout.columns[layer].shown
    return Target("neuron", layer, focus.index if focus.index in shown else shown[-1])
