"""Points that somebody has put on a plane by hand: the experiment itself holds them.

So a file with them needs no other, and its run can be repeated. They may begin
as a copy of any set of classes on a plane; then the run is the same to the bit.
"""

from typing import Annotated, ClassVar

import numpy as np
from msgspec import Meta

from core.datasets.base import Dataset, DatasetRule, FloatArray
from core.datasets.csv import MAX_CLASSES
from core.datasets.scaling import Scaling
from core.fields import Number, Text
from core.problem import Problem

MAX_POINTS = 2_000  # of each part: more are no longer drawn by hand

ClassNumber = Annotated[int, Meta(ge=0, lt=MAX_CLASSES)]
Origin = Annotated[float, Meta(ge=-1e300, le=1e300)]  # in units of any table
Unit = Annotated[float, Meta(gt=0.0, le=1e300)]
Point = tuple[Number, Number, ClassNumber]  # x1, x2, class
ManyPoints = Annotated[tuple[Point, ...], Meta(min_length=2, max_length=MAX_POINTS)]

CORNERS: tuple[Point, ...] = ((-1.0, -1.0, 0), (1.0, 1.0, 0), (-1.0, 1.0, 1), (1.0, -1.0, 1))


class Points(DatasetRule, frozen=True, tag="points", kw_only=True):
    """Training points and test points, each [x1, x2, class]; the four of XOR by default.

    Two classes are one target row of 0 and 1, more are a row each. The points are what
    the network sees; in original units they are mean + std x, as in the table that they
    were copied from.
    """

    seed: ClassVar[int] = 0  # nothing here is drawn

    points: ManyPoints = CORNERS
    test_points: ManyPoints = CORNERS
    class_names: Annotated[tuple[Text, ...], Meta(min_length=2, max_length=MAX_CLASSES)] = (
        "0",
        "1",
    )
    feature_names: tuple[Text, Text] = ("x1", "x2")
    input_means: tuple[Origin, Origin] = (0.0, 0.0)
    input_stds: tuple[Unit, Unit] = (1.0, 1.0)

    @classmethod
    def copy_of(cls, dataset: Dataset) -> "Points":
        """Return the samples of another dataset as points.

        Raises
        ------
        Problem
            `not_a_plane` unless it has two inputs and classes; `wrong_length` if
            there are too many samples.
        """
        if len(dataset.feature_names) != 2 or not dataset.class_names:
            raise Problem("dataset", "not_a_plane")
        first, second = dataset.feature_names
        scaling = dataset.input_scaling
        means, stds = (np.broadcast_to(part, (2, 1)) for part in (scaling.mean, scaling.std))
        return cls(
            points=_listed("dataset.points", dataset.train_inputs, dataset.train_targets),
            test_points=_listed("dataset.test_points", dataset.test_inputs, dataset.test_targets),
            class_names=dataset.class_names,
            feature_names=(first, second),
            input_means=(float(means[0, 0]), float(means[1, 0])),
            input_stds=(float(stds[0, 0]), float(stds[1, 0])),
        )

    def shape(self) -> tuple[int, int]:
        """Return (2, rows of the targets)."""
        for place, names in (("class", self.class_names), ("feature", self.feature_names)):
            for index, name in enumerate(names):
                if name in names[:index]:
                    raise Problem(f"dataset.{place}_names", "repeated_key", key=name)
        self._check_classes("points", self.points)
        self._check_classes("test_points", self.test_points)
        classes = len(self.class_names)
        return 2, 1 if classes == 2 else classes

    def draw(self) -> Dataset:
        """Return the points as arrays, in their order."""
        _, rows = self.shape()
        train_inputs, train_targets = _arrays(self.points, rows)
        test_inputs, test_targets = _arrays(self.test_points, rows)
        return Dataset(
            train_inputs=train_inputs,
            train_targets=train_targets,
            test_inputs=test_inputs,
            test_targets=test_targets,
            feature_names=self.feature_names,
            target_names=("y",) if rows == 1 else self.class_names,
            class_names=self.class_names,
            input_scaling=Scaling(
                np.array(self.input_means)[:, np.newaxis], np.array(self.input_stds)[:, np.newaxis]
            ),
        )

    def _check_classes(self, field: str, points: tuple[Point, ...]) -> None:
        """Raise a Problem at the first point whose class has no name."""
        classes = len(self.class_names)
        for index, (_, _, number) in enumerate(points):
            if number >= classes:
                place = f"dataset.{field}[{index}][2]"
                raise Problem(place, "out_of_range", found=number, sign="<", bound=classes)


def _listed(place: str, inputs: FloatArray, targets: FloatArray) -> tuple[Point, ...]:
    found = inputs.shape[1]
    if found > MAX_POINTS:
        raise Problem(place, "wrong_length", found=found, sign="<=", bound=MAX_POINTS, kind="array")
    numbers = targets[0] if len(targets) == 1 else targets.argmax(axis=0)
    classes: list[int] = numbers.astype(int).tolist()
    return tuple(zip(*inputs.tolist(), classes, strict=True))


def _arrays(points: tuple[Point, ...], rows: int) -> tuple[FloatArray, FloatArray]:
    """Return (2, m) inputs and (rows, m) targets."""
    table = np.array(points, dtype=np.float64).T
    classes = table[2].astype(np.intp)
    targets = table[2:] if rows == 1 else np.eye(rows)[:, classes]
    return np.ascontiguousarray(table[:2]), np.ascontiguousarray(targets)
