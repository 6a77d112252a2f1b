"""The pictures: what the edges of the diagram can say."""

from typing import Literal, NamedTuple

from gui.diagram.edge_pens import MAGNITUDES, WEIGHTS, Scale

PictureName = Literal["weights", "gradients"]


class Picture(NamedTuple):
    """One number for each weight: its symbol in the formulas, and its scale."""

    name: PictureName
    symbol: str
    scale: Scale


PICTURES: dict[PictureName, Picture] = {
    "weights": Picture("weights", "W", WEIGHTS),
    "gradients": Picture("gradients", "dW", MAGNITUDES),
}
