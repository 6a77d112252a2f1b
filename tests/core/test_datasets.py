"""The plane datasets: scikit-learn's where we claim so, our own definitions elsewhere."""

from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from sklearn.datasets import make_circles, make_moons

from core.datasets import DATASETS, PlaneRule
from core.datasets.circles import Circles
from core.datasets.gaussians import Gaussians
from core.datasets.moons import Moons
from core.datasets.spiral import Spiral
from core.datasets.xor import Xor

REFERENCE = Path(__file__).parents[1] / "data"
PLANES = {name: kind for name, kind in DATASETS.items() if issubclass(kind, PlaneRule)}
every_plane = pytest.mark.parametrize("kind", PLANES.values(), ids=PLANES)
many_arguments = [
    pytest.mark.parametrize("samples", [2, 3, 100, 301]),
    pytest.mark.parametrize("noise", [0.0, 0.05, 1.3]),
    pytest.mark.parametrize("seed", [0, 1, 2**32 - 1]),
]


def to_the_last_bit(ours: tuple, theirs: tuple) -> None:
    (points, classes), (their_points, their_classes) = ours, theirs
    assert points.tobytes() == their_points.tobytes()
    assert_array_equal(classes, their_classes)


@many_arguments[0]
@many_arguments[1]
@many_arguments[2]
@pytest.mark.parametrize("factor", [0.8, 0.3])
def test_circles_are_those_of_scikit_learn(samples: int, noise: float, seed: int, factor: float):
    to_the_last_bit(
        Circles(noise=noise, factor=factor).points(samples, seed),
        make_circles(samples, noise=noise, random_state=seed, factor=factor),
    )


@many_arguments[0]
@many_arguments[1]
@many_arguments[2]
def test_moons_are_those_of_scikit_learn(samples: int, noise: float, seed: int):
    to_the_last_bit(
        Moons(noise=noise).points(samples, seed),
        make_moons(samples, noise=noise, random_state=seed),
    )


def test_no_noise_gives_the_points_that_scikit_learn_gives_for_none():
    points, _ = Circles(noise=0.0).points(50, 1)
    assert_array_equal(points, make_circles(50, noise=None, random_state=1)[0])


@pytest.mark.parametrize("part", ["train", "test"])
def test_default_circles_are_those_of_the_course_text(part: str):
    table = np.loadtxt(REFERENCE / f"circles_{part}.csv", delimiter=",", skiprows=1)
    dataset = Circles().draw()
    assert_array_equal(getattr(dataset, f"{part}_inputs"), table[:, :2].T)
    assert_array_equal(getattr(dataset, f"{part}_targets"), table[:, 2:].T)


@every_plane
def test_shapes_and_balance(kind: type[PlaneRule]):
    rule = kind(samples=301, test_samples=100)
    dataset = rule.draw()
    assert rule.shape() == (2, 1)
    assert dataset.train_inputs.shape == (2, 301)
    assert dataset.train_targets.shape == (1, 301)
    assert dataset.test_inputs.shape == (2, 100)
    assert dataset.test_targets.shape == (1, 100)
    assert np.abs(dataset.train_inputs).max() < 2.5
    assert set(dataset.train_targets.flat) == {0.0, 1.0}
    assert abs(dataset.train_targets.sum() - 150.5) <= 0.5
    assert dataset.task == rule.asks_for() == "classification"


@every_plane
def test_the_smallest_set_can_be_drawn(kind: type[PlaneRule]):
    dataset = kind(samples=2, test_samples=2).draw()
    assert np.isfinite(dataset.train_inputs).all()


@every_plane
def test_arrays_are_contiguous_and_cannot_be_written(kind: type[PlaneRule]):
    dataset = kind().draw()
    arrays = (
        dataset.train_inputs,
        dataset.train_targets,
        dataset.test_inputs,
        dataset.test_targets,
    )
    for array in arrays:
        assert array.flags.c_contiguous
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 0.0


@every_plane
def test_one_seed_one_set(kind: type[PlaneRule]):
    first, again, other = kind().points(50, 1), kind().points(50, 1), kind().points(50, 2)
    assert_array_equal(first[0], again[0])
    assert not np.array_equal(first[0], other[0])


@every_plane
def test_noise_blurs_by_its_standard_deviation(kind: type[PlaneRule]):
    calm, noisy = kind(noise=0.0).points(2000, 1), kind(noise=0.5).points(2000, 1)
    assert_array_equal(calm[1], noisy[1])
    spread = np.hypot(0.2, 0.5) - 0.2 if kind is Gaussians else 0.5
    assert abs((noisy[0] - calm[0]).std() - spread) < 0.02


def test_xor_is_the_sign_of_the_product():
    points, classes = Xor(noise=0.0).points(400, 1)
    assert_array_equal(classes == 1, points.prod(axis=1) < 0)
    assert np.abs(points).min() >= 0.1
    assert np.abs(points).max() <= 1.0


def test_gaussians_are_clouds_around_their_centres():
    points, classes = Gaussians(noise=0.0).points(20_000, 1)
    for label, centre in ((0, -0.5), (1, 0.5)):
        cloud = points[classes == label]
        assert np.abs(cloud.mean(axis=0) - centre).max() < 0.01
        assert np.abs(cloud.std(axis=0) - 0.2).max() < 0.01


def test_the_arms_of_the_spiral_are_half_a_turn_apart():
    points, classes = Spiral(noise=0.0).points(300, 1)
    radius = np.hypot(*points.T)
    turned = np.arctan2(points[:, 1], points[:, 0]) - 3 * np.pi * radius - np.pi * classes
    assert np.abs(np.angle(np.exp(1j * turned))).max() < 1e-9
    assert np.isclose(radius.max(), 1.0)
