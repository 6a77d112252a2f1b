"""Points drawn by hand: in the file, drawn to the bit, copied from other data, refused."""

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from core import edits
from core.datasets import Csv, Points
from core.datasets.circles import Circles
from core.datasets.houses import Houses
from core.datasets.points import CORNERS, MAX_POINTS
from core.experiment import (
    MAX_FILE_BYTES,
    Experiment,
    default_experiment,
    parse_experiment,
    read_experiment,
    write_experiment,
)
from core.problem import Problem
from core.trainer import Trainer

THREE = Points(
    points=((0.1, 0.2, 0), (1.0, -1.0, 1), (3.0, 4.0, 2), (3.0, 5.0, 2)),
    test_points=((0.0, 0.5, 2), (1.0, 1.0, 0)),
    class_names=("oak", "elm", "ash"),
    feature_names=("width", "height"),
)


def on(dataset: Points) -> Experiment:
    return edits.set_dataset(default_experiment(), dataset)


def test_the_default_points_are_xor():
    dataset = Points().draw()
    assert_array_equal(dataset.train_inputs, [[-1, 1, -1, 1], [-1, 1, 1, -1]])
    assert_array_equal(dataset.train_targets, [[0, 0, 1, 1]])
    assert_array_equal(dataset.train_targets[0], np.prod(dataset.train_inputs, axis=0) < 0)


def test_three_classes_are_a_row_each():
    dataset = THREE.draw()
    assert THREE.shape() == (2, 3)
    assert_array_equal(dataset.train_targets, [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 1]])
    assert_array_equal(dataset.test_inputs, [[0.0, 1.0], [0.5, 1.0]])
    assert dataset.class_names == dataset.target_names == ("oak", "elm", "ash")
    assert dataset.feature_names == ("width", "height")


def test_a_copy_trains_as_the_original_does_to_the_bit():
    experiment = default_experiment()
    copy = on(Points.copy_of(experiment.dataset.draw()))
    runs = [Trainer(experiment), Trainer(copy)]
    for run in runs:
        run.advance(50)
    assert_array_equal(*(run.network.weights[0] for run in runs))
    assert runs[0].measure() == runs[1].measure()


def test_a_copy_of_a_standardized_table_keeps_its_units(tmp_path: Path):
    """x of the table: height 150, 160, 170, 190 cm in the first column."""
    table = tmp_path / "people.csv"
    table.write_text("height,weight,y\n150,50,a\n160,60,b\n170,55,a\n190,90,b\n")
    dataset = Csv(path=str(table), standardize=True, test_share=0.5).draw()
    rule = Points.copy_of(dataset)
    write_experiment(on(rule), tmp_path / "copy.initlab")
    copy = read_experiment(tmp_path / "copy.initlab").dataset
    assert copy == rule
    again = copy.draw()
    assert_array_equal(again.train_inputs, dataset.train_inputs)
    known = again.in_original_units()
    rows = {tuple(row) for row in np.hstack((known.train_inputs, known.test_inputs)).T.round(9)}
    assert rows == {(150.0, 50.0), (160.0, 60.0), (170.0, 55.0), (190.0, 90.0)}


def test_a_file_of_three_classes_keeps_its_names(tmp_path: Path):
    path = tmp_path / "trees.csv"
    path.write_text("width,height,kind\n1,2,oak\n3,4,elm\n5,6,ash\n7,8,oak\n")
    dataset = Csv(path=str(path)).draw()
    copy = Points.copy_of(dataset)
    assert copy.class_names == ("ash", "elm", "oak")
    for part in ("train_inputs", "train_targets", "test_inputs", "test_targets"):
        assert_array_equal(getattr(copy.draw(), part), getattr(dataset, part))


def test_the_file_holds_the_points_a_line_each(tmp_path: Path):
    experiment = on(THREE)
    write_experiment(experiment, tmp_path / "a.initlab")
    text = (tmp_path / "a.initlab").read_text()
    assert "[0.1, 0.2, 0]" in text
    assert json.loads(text)["dataset"]["points"][2] == [3.0, 4.0, 2]
    assert read_experiment(tmp_path / "a.initlab") == experiment


def test_the_most_points_fit_into_a_file(tmp_path: Path):
    rng = np.random.default_rng(1)
    many = tuple((x, y, 1) for x, y in rng.normal(scale=1e5, size=(MAX_POINTS, 2)).tolist())
    experiment = on(Points(points=many, test_points=many))
    write_experiment(experiment, tmp_path / "a.initlab")
    assert (tmp_path / "a.initlab").stat().st_size < MAX_FILE_BYTES / 2
    assert read_experiment(tmp_path / "a.initlab") == experiment


def test_what_is_no_plane_of_classes_can_not_be_copied():
    for rule in (Houses(features=("lotsize", "bedrooms")), Houses(features=("lotsize",))):
        with pytest.raises(Problem) as caught:
            Points.copy_of(rule.draw())
        assert caught.value.code == "not_a_plane"
    with pytest.raises(Problem) as caught:
        Points.copy_of(Circles(samples=MAX_POINTS + 1).draw())
    assert caught.value.values["found"] == MAX_POINTS + 1


@pytest.mark.parametrize(
    ("fields", "path", "code"),
    [
        ({"points": [[0, 0, 0]]}, "dataset.points", "wrong_length"),
        ({"points": [[0, 0, 0], [1, 1]]}, "dataset.points[1]", "wrong_length"),
        ({"points": [[0, 0, 0], [1, 1, 1, 1]]}, "dataset.points[1]", "wrong_length"),
        ({"points": [[0, 0, 0], [1, "1", 1]]}, "dataset.points[1][1]", "wrong_type"),
        ({"points": [[0, 0, 0], [1, 1, 0.5]]}, "dataset.points[1][2]", "wrong_type"),
        ({"points": [[0, 0, 0], [1, 1e999, 0]]}, "dataset.points[1][1]", "not_finite"),
        ({"points": [[0, 0, 0], [1, 1e7, 0]]}, "dataset.points[1][1]", "out_of_range"),
        ({"points": [[0, 0, 0], [1, 1, 2]]}, "dataset.points[1][2]", "out_of_range"),
        ({"test_points": [[0, 0, 0], [1, 1, -1]]}, "dataset.test_points[1][2]", "out_of_range"),
        ({"points": (MAX_POINTS + 1) * [[0, 0, 0]]}, "dataset.points", "wrong_length"),
        ({"class_names": ["a"]}, "dataset.class_names", "wrong_length"),
        ({"class_names": ["a", "a"]}, "dataset.class_names", "repeated_key"),
        ({"feature_names": ["a", "a"]}, "dataset.feature_names", "repeated_key"),
        ({"feature_names": ["a", "b", "c"]}, "dataset.feature_names", "wrong_length"),
    ],
)
def test_what_is_no_point_is_refused_with_its_place(fields: dict, path: str, code: str):
    data = {"format": 1, "dataset": {"name": "points"} | fields, "layers": [{"units": 1}]}
    data["layers"][0] |= {"activation": "sigmoid"}
    with pytest.raises(Problem) as caught:
        parse_experiment(json.dumps(data).encode())
    assert (caught.value.path, caught.value.code) == (path, code)


def test_corners_are_the_same_for_testing():
    assert Points().test_points == CORNERS
