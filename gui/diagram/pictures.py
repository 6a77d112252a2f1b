"""The pictures: what the edges and the neurons of the diagram can say."""

from typing import Literal, NamedTuple

from gui.diagram.edge_pens import MAGNITUDES, WEIGHTS, Scale

PictureName = Literal["weights", "gradients", "updates", "activations", "maps"]
Filling = Literal["gradient", "activation", "map"]


class Picture(NamedTuple):
    """One number for each weight, with its symbol and scale, and what fills the neurons."""

    name: PictureName
    symbol: str = "W"
    scale: Scale = WEIGHTS
    filling: Filling = "gradient"


PICTURES: dict[PictureName, Picture] = {
    "weights": Picture("weights"),
    "gradients": Picture("gradients", "dW", MAGNITUDES),
    "updates": Picture("updates", "\N{GREEK CAPITAL LETTER DELTA}W", MAGNITUDES),
    "activations": Picture("activations", filling="activation"),
    "maps": Picture("maps", filling="map"),
}
