"""A user's own table of numbers, as a dataset.

One row a sample, a comma, semicolon or tab between values, names in the first
row if it holds any text. A target column of two distinct values is two
classes; `task` regression takes it as a value to predict.
"""

from core.datasets.base import DatasetRule, Task
from core.fields import OpenFraction, Seed, Text


class Csv(DatasetRule, tag="csv"):
    """Rows of a CSV file; a share of them, drawn with `seed`, is the test set.

    `path` is relative to the experiment file; `target` names the target
    column, the last one if empty.
    """

    path: Text
    target: Text = ""
    task: Task = "classification"
    test_share: OpenFraction = 0.25
    seed: Seed = 1
