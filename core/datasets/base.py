"""What a dataset is: samples drawn from a rule, or read from a file.

A `DatasetRule` is the part of the experiment that says how to draw; a
`Dataset` holds the drawn arrays. Columns are samples, as everywhere.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

import numpy as np
from msgspec import Meta, Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from core.datasets.scaling import IDENTITY, Scaling

if TYPE_CHECKING:
    from numpy.random import Generator  # takes long to import: the window need not wait

FloatArray = NDArray[np.float64]
Task = Literal["classification", "regression"]

# Of samples with up to 1,024 values each: fewer, so that they fit into memory.
WideSamples = Annotated[int, Meta(ge=2, le=10_000)]


class Dataset(Struct, frozen=True, eq=False):
    """Drawn data; all arrays are read-only.

    Attributes
    ----------
    train_inputs, test_inputs : (n_0, m) arrays
    train_targets, test_targets : (n_L, m) arrays
        0 and 1 for two classes, one row a class for more, values otherwise.
    feature_names, target_names : tuple of str
        Names of the input rows and of the target rows.
    class_names : tuple of str
        Names of the classes, in the order of their numbers; empty for regression.
        A class may be missing in either part.
    input_scaling, target_scaling : Scaling
        From the values above to those that people know.
    image_shape : tuple of int, optional
        (rows, columns) of the picture that a column of inputs is, row by row.
    """

    train_inputs: FloatArray
    train_targets: FloatArray
    test_inputs: FloatArray
    test_targets: FloatArray
    feature_names: tuple[str, ...]
    target_names: tuple[str, ...]
    class_names: tuple[str, ...]
    input_scaling: Scaling = IDENTITY
    target_scaling: Scaling = IDENTITY
    image_shape: tuple[int, int] | None = None

    @property
    def task(self) -> Task:
        """Whether the targets are classes or values."""
        return "classification" if self.class_names else "regression"

    def in_original_units(self) -> "Dataset":
        """Return the values as people know them, not as the network sees them."""
        inputs, targets = self.input_scaling, self.target_scaling
        return replace(
            self,
            train_inputs=inputs.to_original(self.train_inputs),
            train_targets=targets.to_original(self.train_targets),
            test_inputs=inputs.to_original(self.test_inputs),
            test_targets=targets.to_original(self.test_targets),
            input_scaling=IDENTITY,
            target_scaling=IDENTITY,
        )

    def __post_init__(self) -> None:
        """Make the arrays read-only: threads share them."""
        for array in (self.train_inputs, self.train_targets, self.test_inputs, self.test_targets):
            array.flags.writeable = False


class DatasetRule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="name"):
    """How to draw, or where to read, a dataset.

    Class attributes
    ----------------
    endless : bool
        Whether every step is trained with new samples; those of the `Dataset`
        are then for measuring alone.
    changes : bool
        Whether the same rule may give other data the next time: a file may have changed.
    """

    endless: ClassVar[bool] = False
    changes: ClassVar[bool] = False

    @property
    def name(self) -> str:
        """The rule's name, as in the experiment file."""
        return str(self.__struct_config__.tag)

    def draw(self) -> Dataset:
        """Draw or read the data.

        Raises
        ------
        Problem
            If a file can't be read as data.
        """
        raise NotImplementedError

    def data(self) -> Dataset:
        """Return what `draw` does: the very data of the last time, if the rule is the same.

        Raises
        ------
        Problem
            If a file can't be read as data.
        """
        return self.draw() if self.changes else _drawn(self)

    def fill(self, rng: "Generator", X: FloatArray, Y: FloatArray) -> None:
        """Write new samples into X (n_0, m) and their targets into Y (n_L, m).

        Only an endless dataset has them. The stream gives them one after
        another, however many are asked for at once.
        """
        raise NotImplementedError

    def asks_for(self) -> Task:
        """Return what the network is to predict: classes or values."""
        return "classification"

    def picture(self) -> tuple[int, int] | None:
        """Return (rows, columns) of the picture that a column of inputs is, if it is one."""
        return None

    def shape(self) -> tuple[int, int]:
        """Return (n_0, n_L): rows of the inputs and of the targets.

        Raises
        ------
        Problem
            If the rule asks for data that there are not.
        """
        raise NotImplementedError


@lru_cache(maxsize=1)
def _drawn(rule: DatasetRule) -> Dataset:
    return rule.draw()


def pixel_names(rows: int, columns: int) -> tuple[str, ...]:
    """Return the names of a picture's pixels, row by row: pixel_0_0, pixel_0_1, ..."""
    return tuple(f"pixel_{row}_{column}" for row in range(rows) for column in range(columns))
