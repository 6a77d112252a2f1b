"""The datasets by name; adding one here offers it everywhere."""

from typing import get_args

from core.datasets.base import Dataset, DatasetRule, PlaneRule
from core.datasets.circles import Circles
from core.datasets.csv import Csv
from core.datasets.gaussians import Gaussians
from core.datasets.moons import Moons
from core.datasets.spiral import Spiral
from core.datasets.xor import Xor

AnyDataset = Circles | Moons | Xor | Gaussians | Spiral | Csv

DATASETS: dict[str, type[AnyDataset]] = {
    str(kind.__struct_config__.tag): kind for kind in get_args(AnyDataset)
}

__all__ = ["DATASETS", "AnyDataset", "Csv", "Dataset", "DatasetRule", "PlaneRule"]
