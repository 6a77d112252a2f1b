"""The datasets by name; adding one here offers it everywhere."""

from typing import get_args

from core.datasets.ball import Ball
from core.datasets.base import Dataset, DatasetRule
from core.datasets.circles import Circles
from core.datasets.csv import Csv
from core.datasets.digits import Digits
from core.datasets.gaussians import Gaussians
from core.datasets.houses import Houses
from core.datasets.moons import Moons
from core.datasets.plane import Plane
from core.datasets.points import Points
from core.datasets.scaling import Scaling
from core.datasets.sine import Sine
from core.datasets.spiral import Spiral
from core.datasets.stream import Stream
from core.datasets.synthetic import SyntheticRule
from core.datasets.xor import Xor

AnyDataset = (
    Circles
    | Moons
    | Xor
    | Gaussians
    | Spiral
    | Plane
    | Sine
    | Ball
    | Digits
    | Houses
    | Stream
    | Points
    | Csv
)

DATASETS: dict[str, type[AnyDataset]] = {
    str(kind.__struct_config__.tag): kind for kind in get_args(AnyDataset)
}

__all__ = [
    "DATASETS",
    "AnyDataset",
    "Csv",
    "Dataset",
    "DatasetRule",
    "Points",
    "Scaling",
    "SyntheticRule",
]
