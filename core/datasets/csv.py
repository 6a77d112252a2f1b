"""A user's own table of numbers, as a dataset.

One row a sample, one column the target. A target column of two distinct
values is two classes, one row of 0 and 1; up to 20 classes are one row each,
1 for the sample's own; `task` regression takes it as a value to predict.
Features are used as they stand, unless `standardize` says otherwise.
"""

from functools import lru_cache
from pathlib import Path
from typing import Annotated, ClassVar

import numpy as np
from msgspec import Meta, Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from core.datasets.base import Dataset, DatasetRule, FloatArray, Task
from core.datasets.scaling import IDENTITY, Scaling
from core.datasets.sheet import read_sheet
from core.datasets.table import Header, Table, number
from core.fields import MAX_UNITS, FilePath, OpenFraction, Seed, Text
from core.problem import Problem
from core.streams import data_stream
from core.validation import nearest

MAX_CLASSES = 20
MOST_KNOWN = 8  # files, or columns of them, that are kept in memory


class Csv(DatasetRule, frozen=True, tag="csv", kw_only=True):
    """Rows of a CSV file; a share of them, drawn with `seed`, is the test set.

    `path` is relative to the experiment file; `target` names the target
    column, the last one if empty; `features` names the columns of the
    inputs, all others if empty; `header` says whether the first row holds the names.
    `standardize` scales features, and values to predict, by the training part.
    """

    changes: ClassVar[bool] = True

    path: FilePath
    target: Text = ""
    task: Task = "classification"
    test_share: OpenFraction = 0.25
    seed: Seed = 1
    standardize: bool = False
    features: Annotated[tuple[Text, ...], Meta(max_length=MAX_UNITS)] = ()
    header: Header = "auto"

    def asks_for(self) -> Task:
        """Return the chosen task."""
        return self.task

    def shape(self) -> tuple[int, int]:
        """Return the number of features and of target rows; reads the file at the first time."""
        samples = self._samples()
        return len(samples.inputs), len(samples.targets)

    def draw(self) -> Dataset:
        """Split the rows of the file into training and test set; reads it at the first time."""
        return self._split(self._samples())

    def draw_newest(self) -> Dataset:
        """Do the same with what the file holds now; what is in use stays in use.

        Raises
        ------
        Problem
            If it can't be read any more.
        """
        newest = self._read()
        if self._use() not in _known:
            self.adopt(newest)
        return self._split(newest)

    def _split(self, samples: "Samples") -> Dataset:
        count = samples.inputs.shape[1]
        order = data_stream(self.seed).permutation(count)
        test, train = np.split(order, [min(max(round(self.test_share * count), 1), count - 1)])
        inputs, of_inputs = self._scaled(samples.inputs, train, self.standardize)
        values = self.standardize and self.task == "regression"
        targets, of_targets = self._scaled(samples.targets, train, values)
        return Dataset(
            train_inputs=inputs.take(train, axis=1),
            train_targets=targets.take(train, axis=1),
            test_inputs=inputs.take(test, axis=1),
            test_targets=targets.take(test, axis=1),
            feature_names=samples.feature_names,
            target_names=samples.target_names,
            class_names=samples.class_names,
            input_scaling=of_inputs,
            target_scaling=of_targets,
        )

    @staticmethod
    def _scaled(
        values: FloatArray, train: NDArray[np.intp], standardize: bool
    ) -> tuple[FloatArray, Scaling]:
        """Return (n, m) values as the network sees them, scaled by their training part."""
        scaling = Scaling.of(values.take(train, axis=1)) if standardize else IDENTITY
        return (scaling.to_scaled(values) if standardize else values), scaling

    def found_from(self, folder: Path) -> "Csv":
        """Return the rule with its path made absolute, starting at `folder`."""
        return replace(self, path=str(folder / self.path))

    def seen_from(self, folder: Path) -> "Csv":
        """Return the rule with its path relative to `folder` if the file is inside it."""
        path = Path(self.path)
        inside = path.is_relative_to(folder)
        return replace(self, path=path.relative_to(folder).as_posix()) if inside else self

    def reads_as(self, other: "Csv") -> bool:
        """Say whether both take the same samples from the same file."""
        other = replace(other, standardize=self.standardize)
        return self == replace(other, test_share=self.test_share, seed=self.seed)

    def table(self) -> Table:
        """Return the file as a table, problems and all; it is read when it changed.

        Raises
        ------
        Problem
            If it can't be read.
        """
        return _table(self.path, _stamp(self.path), self.header)

    def columns(self, table: Table) -> tuple[list[int], int]:
        """Return the numbers of the columns of the features, and of the target's.

        Raises
        ------
        Problem
            At `dataset.target` or `dataset.features`: there is no such column, or
            one is named twice.
        """
        names = table.names
        target = _column(names, self.target, "dataset.target") if self.target else len(names) - 1
        if not self.features:
            return [index for index in range(len(names)) if index != target], target
        used = [target]
        for place, name in enumerate(self.features):
            used.append(_column(names, name, f"dataset.features[{place}]"))
            if used[-1] in used[:-1]:
                raise Problem(f"dataset.features[{place}]", "repeated_key", key=name)
        return used[1:], target

    def look(self) -> "Samples | None":
        """Return what the file holds now, for `adopt`; None if that is known already.

        Raises
        ------
        Problem
            If it can't be read any more; what was read before stays in use.
        """
        samples, known = self._read(), _known.get(self._use())
        return None if known is not None and known.holds(samples) else samples

    def adopt(self, samples: "Samples") -> None:
        """Use these from now on: `shape` and `draw` never notice a change by themselves."""
        _known[self._use()] = samples
        while len(_known) > MOST_KNOWN:
            _known.pop(next(iter(_known)), None)

    def _samples(self) -> "Samples":
        samples = _known.get(self._use())
        if samples is None:
            samples = self._read()
            self.adopt(samples)
        return samples

    def _read(self) -> "Samples":
        return _read(self.path, _stamp(self.path), *self._use()[1:])

    def _use(self) -> "Use":
        return self.path, self.header, self.target, self.features, self.task


class Samples(Struct, frozen=True, eq=False):
    """The whole file as arrays, a column a sample."""

    inputs: FloatArray
    targets: FloatArray
    feature_names: tuple[str, ...]
    target_names: tuple[str, ...]
    class_names: tuple[str, ...]

    def holds(self, other: "Samples") -> bool:
        """Say whether both are the same numbers under the same names."""
        names = (self.feature_names, self.target_names, self.class_names)
        same = names == (other.feature_names, other.target_names, other.class_names)
        pairs = ((self.inputs, other.inputs), (self.targets, other.targets))
        return self is other or (same and all(np.array_equal(*pair) for pair in pairs))


Stamp = tuple[int, int]  # time of the last change, size
Use = tuple[str, Header, str, tuple[str, ...], Task]  # all that decides which samples are taken
_last_seen: dict[str, Stamp] = {}
_known: dict[Use, Samples] = {}


def _stamp(path: str) -> Stamp:
    """Return a file's stamp, or the last one seen if it has gone: a lesson outlives a USB stick."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return _last_seen.get(path, (0, 0))
    _last_seen[path] = (status.st_mtime_ns, status.st_size)
    return _last_seen[path]


@lru_cache(maxsize=1)
def _table(path: str, stamp: Stamp, header: Header) -> Table:
    """Read a file; `stamp` is its time and size, so that a changed file is read again."""
    return Table(read_sheet(Path(path)), header)


@lru_cache(maxsize=8)
def _read(
    path: str, stamp: Stamp, header: Header, target: str, features: tuple[str, ...], task: Task
) -> Samples:
    """Return the samples of a file as it was at `stamp`."""
    rule = Csv(path=path, header=header, target=target, features=features)
    table = _table(path, stamp, header)
    for problem in table.problems():
        raise problem
    columns, column = rule.columns(table)
    inputs = np.array([table.numbers(index) for index in columns])
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
    feature_names = tuple(table.names[index] for index in columns)
    return Samples(inputs, targets, feature_names, target_names, class_names)


def _column(names: tuple[str, ...], name: str, place: str) -> int:
    if name not in names:
        guess = nearest(name, names)
        raise Problem(place, "unknown_name", found=name, allowed=names, guess=guess)
    return names.index(name)


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
