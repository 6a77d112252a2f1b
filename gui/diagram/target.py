"""Targets: what in the diagram a point, or the keyboard's focus, means."""

from math import hypot
from typing import Literal, NamedTuple

from gui.diagram.layout import Layout

Part = Literal[
    "empty", "name", "minus", "units", "plus", "activation", "badge", "neuron", "edge", "insert"
]
CONTROLS: tuple[Part, ...] = ("minus", "plus", "units", "activation", "badge")
SLACK = 3.0  # px around a neuron that still hit it
NEAR_GAP = 0.3  # of the distance between two columns, around its middle


class Target(NamedTuple):
    """A part of layer 0..L; `index` counts its neurons from 0.

    For `insert` the layer is the place, 1..L, that the new layer would take. An
    `edge` comes from neuron `source` of the layer before.
    """

    part: Part
    layer: int = 0
    index: int = 0
    source: int = 0


EMPTY = Target("empty")


def target_at(layout: Layout, x: float, y: float) -> Target:
    """Return what is at a point of the scene."""
    for place in range(1, len(layout.columns)):
        center = layout.insert_point(place)
        if hypot(x - center[0], y - center[1]) <= layout.insert_radius:
            return Target("insert", place)
    layer = min(range(len(layout.columns)), key=lambda one: abs(layout.columns[one].x - x))
    return _in_header(layout, layer, x, y) or _among_neurons(layout, layer, x, y) or EMPTY


def _in_header(layout: Layout, layer: int, x: float, y: float) -> Target | None:
    x, y = x - layout.columns[layer].x, y - layout.header_y
    if layer > 0:
        for part in CONTROLS:
            if layout.boxes[part].contains(x, y):
                return Target(part, layer)
    name, badge = layout.boxes["name"], layout.boxes["badge"]
    inside = abs(x) <= name.width / 2 and name.y <= y <= badge.y + badge.height
    return Target("name", layer) if inside else None


def _among_neurons(layout: Layout, layer: int, x: float, y: float) -> Target | None:
    column = layout.columns[layer]
    reach = column.radius + SLACK * layout.unit
    for index, center in zip(column.shown, column.ys, strict=True):
        if hypot(x - column.x, y - center) <= reach:
            return Target("neuron", layer, index)
    return None


def gap_at(layout: Layout, x: float) -> int | None:
    """Return the place of the layer that would fit here; None over a column."""
    for place in range(1, len(layout.columns)):
        left, right = layout.columns[place - 1].x, layout.columns[place].x
        if abs(x - (left + right) / 2) <= NEAR_GAP * (right - left):
            return place
    return None


def center_of(layout: Layout, target: Target) -> tuple[float, float]:
    """Return the middle of a target in the scene."""
    if target.part == "insert":
        return layout.insert_point(target.layer)
    column = layout.columns[target.layer]
    if target.part == "neuron":
        return column.x, column.y_of(target.index)
    if target.part == "edge":
        before = layout.columns[target.layer - 1]
        height = before.y_of(target.source) + column.y_of(target.index)
        return (before.x + column.x) / 2, height / 2
    if target.part == "empty":
        return column.x, layout.height - 1
    x, y = layout.boxes[target.part].center
    return column.x + x, layout.header_y + y
