"""The same rule is the same data: drawn once, until somebody looks at a file that has changed."""

from pathlib import Path

import numpy as np
import pytest

from core.datasets import DATASETS, Csv
from core.experiment import default_experiment
from core.trainer import Trainer


@pytest.mark.parametrize("name", sorted(DATASETS.keys() - {"csv"}))
def test_the_same_rule_gives_the_very_data(name: str):
    kind = DATASETS[name]
    data = kind().data()
    assert kind().data() is data
    drawn = kind().draw()
    assert drawn is not data
    np.testing.assert_array_equal(drawn.train_inputs, data.train_inputs)
    np.testing.assert_array_equal(drawn.test_targets, data.test_targets)


def test_a_file_that_changed_is_read_again_when_somebody_looks(tmp_path: Path):
    path = tmp_path / "points.csv"
    rows = ["x1,x2,y", *(f"{n},{n},{n % 2}" for n in range(8))]
    path.write_text("\n".join(rows), encoding="utf-8")
    rule = Csv(path=str(path))
    assert size(rule) == 8
    path.write_text("\n".join(rows[:-2]), encoding="utf-8")
    assert size(rule) == 8
    changed = rule.look()
    assert changed is not None
    rule.adopt(changed)
    assert size(rule) == 6
    assert rule.look() is None


def size(rule: Csv) -> int:
    data = rule.data()
    return data.train_inputs.shape[1] + data.test_inputs.shape[1]


def test_trainers_of_the_same_data_share_it():
    experiment = default_experiment()
    assert Trainer(experiment).dataset is Trainer(experiment).dataset
