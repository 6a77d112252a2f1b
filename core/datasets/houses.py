"""House prices: 546 sales in Windsor, Canada, in the summer of 1987.

Anglin and Gencay (1996), "Semiparametric Estimation of a Hedonic Price
Function"; `resources/datasets/LICENSE` has the terms. The house prices of S2,
with real numbers: price from size alone, or from size, bedrooms and more.
"""

from functools import lru_cache
from typing import Annotated, ClassVar, Literal

import numpy as np
from msgspec import Meta

from core.datasets.base import Dataset, FloatArray, Task
from core.datasets.real import Indices, RealRule
from core.datasets.scaling import Scaling
from core.datasets.table import Table, read_table
from core.fields import Samples
from core.problem import Problem
from core.resources import resource
from core.streams import data_stream

TARGET = "price"  # Canadian dollars
Feature = Literal[
    "lotsize",  # square feet
    "bedrooms",
    "bathrooms",
    "stories",  # without the basement
    "driveway",
    "recreation",  # a recreational room
    "fullbase",  # a finished basement
    "gasheat",  # hot water by gas
    "aircon",
    "garage",  # places
    "prefer",  # in the preferred neighbourhood
]


class Houses(RealRule, frozen=True, tag="houses", kw_only=True):
    """The chosen features and the price, standardized by the training part; yes is 1, no is 0."""

    available: ClassVar[int] = 546

    samples: Samples = 400
    test_samples: Samples = 146
    features: Annotated[tuple[Feature, ...], Meta(min_length=1)] = (
        "lotsize",
        "bedrooms",
        "bathrooms",
        "stories",
    )

    def asks_for(self) -> Task:
        """Return regression."""
        return "regression"

    def shape(self) -> tuple[int, int]:
        """Return the number of features, and 1."""
        self.check_available()
        for index, name in enumerate(self.features):
            if name in self.features[:index]:
                raise Problem("dataset.features", "repeated_key", key=name)
        return len(self.features), 1

    def draw(self) -> Dataset:
        """Return the chosen houses."""
        columns = _read()
        parts = self.parts(data_stream(self.seed).permutation(self.available))
        inputs = np.array([columns[name] for name in self.features])
        train_inputs, test_inputs, of_inputs = _standardized(inputs, *parts)
        targets = columns[TARGET][np.newaxis]
        train_targets, test_targets, of_targets = _standardized(targets, *parts)
        return Dataset(
            train_inputs=train_inputs,
            train_targets=train_targets,
            test_inputs=test_inputs,
            test_targets=test_targets,
            feature_names=self.features,
            target_names=(TARGET,),
            class_names=(),
            input_scaling=of_inputs,
            target_scaling=of_targets,
        )


def _standardized(
    values: FloatArray, train: Indices, test: Indices
) -> tuple[FloatArray, FloatArray, Scaling]:
    """Return both parts of (n, m) values, scaled by the training part alone."""
    train_values, test_values = values.take(train, axis=1), values.take(test, axis=1)
    scaling = Scaling.of(train_values)
    return scaling.to_scaled(train_values), scaling.to_scaled(test_values), scaling


@lru_cache(maxsize=1)
def _read() -> dict[str, FloatArray]:
    """Return the columns of the file by name."""
    table = read_table(resource("datasets", "houses_windsor.csv"))
    return {name: _numbers(table, column) for column, name in enumerate(table.names)}


def _numbers(table: Table, column: int) -> FloatArray:
    texts = table.texts(column)
    if set(texts) <= {"yes", "no"}:
        return np.array([text == "yes" for text in texts], dtype=np.float64)
    return table.numbers(column)
