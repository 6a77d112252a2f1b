"""A user's own table of numbers, as a dataset.

One row a sample, one column the target. A target column of two distinct
values is two classes, one row of 0 and 1; up to 20 classes are one row each,
1 for the sample's own; `task` regression takes it as a value to predict.
Features are used as they stand: nothing is scaled in silence.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from core.datasets.base import Dataset, DatasetRule, FloatArray, Task
from core.datasets.table import PLACE, Table, number, read_table
from core.fields import FilePath, OpenFraction, Seed, Text
from core.problem import Problem
from core.streams import data_stream
from core.validation import nearest

MAX_CLASSES = 20
MIN_ROWS = 2  # one to train with, one to test with


class Csv(DatasetRule, frozen=True, tag="csv", kw_only=True):
    """Rows of a CSV file; a share of them, drawn with `seed`, is the test set.

    `path` is relative to the experiment file; `target` names the target
    column, the last one if empty.
    """

    path: FilePath
    target: Text = ""
    task: Task = "classification"
    test_share: OpenFraction = 0.25
    seed: Seed = 1

    def asks_for(self) -> Task:
        """Return the chosen task."""
        return self.task

    def shape(self) -> tuple[int, int]:
        """Return the number of features and of target rows; reads the file when it changed."""
        samples = self._samples()
        return len(samples.inputs), len(samples.targets)

    def draw(self) -> Dataset:
        """Read the file and split its rows into training and test set."""
        samples = self._samples()
        count = samples.inputs.shape[1]
        order = data_stream(self.seed).permutation(count)
        test, train = np.split(order, [min(max(round(self.test_share * count), 1), count - 1)])
        return Dataset(
            train_inputs=samples.inputs.take(train, axis=1),
            train_targets=samples.targets.take(train, axis=1),
            test_inputs=samples.inputs.take(test, axis=1),
            test_targets=samples.targets.take(test, axis=1),
            feature_names=samples.feature_names,
            target_names=samples.target_names,
            class_names=samples.class_names,
        )

    def found_from(self, folder: Path) -> "Csv":
        """Return the rule with its path made absolute, starting at `folder`."""
        return replace(self, path=str(folder / self.path))

    def seen_from(self, folder: Path) -> "Csv":
        """Return the rule with its path relative to `folder` if the file is inside it."""
        path = Path(self.path)
        inside = path.is_relative_to(folder)
        return replace(self, path=path.relative_to(folder).as_posix()) if inside else self

    def _samples(self) -> "_Samples":
        return _read(self.path, _stamp(self.path), self.target, self.task)


@dataclass(frozen=True)
class _Samples:
    """The whole file as arrays, a column a sample."""

    inputs: FloatArray
    targets: FloatArray
    feature_names: tuple[str, ...]
    target_names: tuple[str, ...]
    class_names: tuple[str, ...]


Stamp = tuple[int, int]  # time of the last change, size
_last_seen: dict[str, Stamp] = {}


def _stamp(path: str) -> Stamp:
    """Return a file's stamp, or the last one seen if it has gone: a lesson outlives a USB stick."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return _last_seen.get(path, (0, 0))
    _last_seen[path] = (status.st_mtime_ns, status.st_size)
    return _last_seen[path]


@lru_cache(maxsize=4)
def _read(path: str, stamp: Stamp, target: str, task: Task) -> _Samples:
    """Read a file; `stamp` is its time and size, so that a changed file is read again."""
    table = read_table(Path(path))
    _check_size(table)
    column = _target_column(table, target)
    features = [index for index in range(len(table.names)) if index != column]
    inputs = np.array([table.numbers(index) for index in features])
    target_names = (table.names[column],)
    class_names: tuple[str, ...] = ()
    if task == "regression":
        targets = table.numbers(column)[np.newaxis]
    else:
        class_names, classes = _classes(table, column)
        targets = np.eye(len(class_names))[:, classes]
        if len(class_names) == 2:
            targets = targets[1:]
        else:
            target_names = class_names
    feature_names = tuple(table.names[index] for index in features)
    return _Samples(inputs, targets, feature_names, target_names, class_names)


def _check_size(table: Table) -> None:
    file, rows = table.file, len(table.rows)
    if rows < MIN_ROWS:
        raise Problem(PLACE, "csv_too_few_rows", file=file, found=rows, least=MIN_ROWS)
    if len(table.names) == 1:
        raise Problem(PLACE, "csv_one_column", file=file)


def _target_column(table: Table, target: str) -> int:
    if not target:
        return len(table.names) - 1
    if target not in table.names:
        guess = nearest(target, table.names)
        raise Problem(
            "dataset.target", "unknown_name", found=target, allowed=table.names, guess=guess
        )
    return table.names.index(target)


def _classes(table: Table, column: int) -> tuple[tuple[str, ...], NDArray[np.intp]]:
    """Return the sorted names of the classes, and the number of each sample's class."""
    labels = [_class_name(text, table.decimal_comma) for text in table.texts(column)]
    names = sorted(set(labels))
    if all(number(name, False) is not None for name in names):
        names.sort(key=float)
    file, title, place = table.file, table.names[column], "dataset.target"
    if len(names) == 1:
        raise Problem(place, "csv_one_class", file=file, column=title, found=names[0])
    if len(names) > MAX_CLASSES:
        raise Problem(
            place, "csv_many_classes", file=file, column=title, found=len(names), most=MAX_CLASSES
        )
    numbers = {name: index for index, name in enumerate(names)}
    return tuple(names), np.array([numbers[label] for label in labels])


def _class_name(text: str, decimal_comma: bool) -> str:
    """Return a class's name; 1, 1.0 and 01 are one class, called 1."""
    value = number(text, decimal_comma)
    if value is None:
        return text
    return f"{value:.0f}" if value.is_integer() else repr(value)
