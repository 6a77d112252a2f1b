"""The synthetic datasets: scikit-learn's where we claim so, our own definitions elsewhere."""

from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from sklearn.datasets import make_circles, make_moons

from core import edits
from core.datasets import DATASETS, SyntheticRule
from core.datasets.ball import BALL, Ball
from core.datasets.circles import Circles
from core.datasets.gaussians import Gaussians
from core.datasets.moons import Moons
from core.datasets.plane import Plane
from core.datasets.sine import Sine
from core.datasets.spiral import Spiral
from core.datasets.xor import Xor
from core.experiment import default_experiment
from core.problem import Problem

REFERENCE = Path(__file__).parents[1] / "data"
KINDS = {name: kind for name, kind in DATASETS.items() if issubclass(kind, SyntheticRule)}
TWO_CLASSES = {name: kind for name, kind in KINDS.items() if kind().asks_for() == "classification"}
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
every_two_classes = pytest.mark.parametrize("kind", TWO_CLASSES.values(), ids=TWO_CLASSES)
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


@every_kind
def test_shapes(kind: type[SyntheticRule]):
    rule = kind(samples=301, test_samples=100)
    dataset = rule.draw()
    n_0, n_L = rule.shape()
    assert dataset.train_inputs.shape == (n_0, 301)
    assert dataset.train_targets.shape == (n_L, 301)
    assert dataset.test_inputs.shape == (n_0, 100)
    assert dataset.test_targets.shape == (n_L, 100)
    assert len(set(dataset.feature_names)) == n_0
    assert len(set(dataset.target_names)) == n_L
    assert np.abs(dataset.train_inputs).max() < 2.5
    assert dataset.task == rule.asks_for()
    assert dataset.input_scaling.is_identity
    assert dataset.target_scaling.is_identity


@every_two_classes
def test_the_two_classes_are_equally_many(kind: type[SyntheticRule]):
    targets = kind(samples=301).draw().train_targets
    assert set(targets.flat) == {0.0, 1.0}
    assert abs(targets.sum() - 150.5) <= 0.5


@every_kind
def test_the_smallest_set_can_be_drawn(kind: type[SyntheticRule]):
    dataset = kind(samples=2, test_samples=2).draw()
    assert np.isfinite(dataset.train_inputs).all()


@every_kind
def test_arrays_are_contiguous_and_cannot_be_written(kind: type[SyntheticRule]):
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


@every_kind
def test_one_seed_one_set(kind: type[SyntheticRule]):
    first, again, other = kind().points(50, 1), kind().points(50, 1), kind().points(50, 2)
    assert_array_equal(first[0], again[0])
    assert not np.array_equal(first[0], other[0])


@every_two_classes
def test_noise_blurs_points_by_its_standard_deviation(kind: type[SyntheticRule]):
    calm, noisy = kind(noise=0.0).points(2000, 1), kind(noise=0.5).points(2000, 1)
    assert_array_equal(calm[1], noisy[1])
    spread = np.hypot(0.2, 0.5) - 0.2 if kind is Gaussians else 0.5
    assert abs((noisy[0] - calm[0]).std() - spread) < 0.02


@pytest.mark.parametrize("kind", [Plane, Sine])
def test_noise_blurs_values_by_its_standard_deviation(kind: type[SyntheticRule]):
    calm, noisy = kind(noise=0.0).points(20_000, 1), kind(noise=0.5).points(20_000, 1)
    assert_array_equal(calm[0], noisy[0])
    assert abs((noisy[1] - calm[1]).std() - 0.5) < 0.01
    assert abs((noisy[1] - calm[1]).mean()) < 0.01


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


def test_a_plane_is_its_slopes():
    points, values = Plane(noise=0.0, a1=2.0, a2=-3.0).points(1000, 1)
    assert_allclose(values, 2.0 * points[:, 0] - 3.0 * points[:, 1])
    assert_allclose(np.abs(points).max(axis=0), 1.0, atol=0.01)
    assert_allclose(
        np.linalg.lstsq(*Plane().points(1000, 1), rcond=None)[0], [0.8, -0.5], atol=0.01
    )


def test_a_sine_is_one_period():
    x, y = Sine(noise=0.0).points(1000, 1)
    assert_array_equal(y, np.sin(np.pi * x[:, 0]))
    assert_allclose([x.min(), x.max(), y.min(), y.max()], [-1.0, 1.0, -1.0, 1.0], atol=0.01)


def pictures(side: int, samples: int = 400) -> tuple[np.ndarray, np.ndarray]:
    """Return pictures without a ball, and those with one."""
    dataset = Ball(side=side, samples=samples, noise=0.0).draw()
    assert dataset.image_shape == (side, side)
    every = dataset.train_inputs.T.reshape(-1, side, side)
    return every[dataset.train_targets[0] == 0], every[dataset.train_targets[0] == 1]


def at_every_place(every: np.ndarray) -> np.ndarray:
    """Return (pictures, rows, columns): how many bright pixels the ball's filter sees there."""
    windows = np.lib.stride_tricks.sliding_window_view(every, BALL.shape, axis=(1, 2))
    return np.einsum("nrcij,ij->nrc", windows, BALL.astype(float))


@pytest.mark.parametrize("side", [8, 16, 32])
def test_only_a_filter_of_the_ball_tells_the_pictures_apart(side: int):
    without, with_ball = pictures(side)
    assert_array_equal(without.sum(axis=(1, 2)), BALL.sum())
    assert_array_equal(with_ball.sum(axis=(1, 2)), BALL.sum())
    assert (at_every_place(with_ball).max(axis=(1, 2)) == BALL.sum()).all()
    assert (at_every_place(without).max(axis=(1, 2)) < BALL.sum()).all()


def test_the_ball_may_be_at_every_place():
    _, with_ball = pictures(8, samples=2000)
    places = (at_every_place(with_ball) == BALL.sum()).sum(axis=0)
    assert places.shape == (5, 5)
    assert places.min() > 1000 / 25 / 2
    assert places.max() < 1000 / 25 * 2


def test_pixels_of_a_picture_are_named_row_by_row():
    names = Ball(side=8).draw().feature_names
    assert (names[0], names[7], names[8], names[63]) == (
        "pixel_0_0", "pixel_0_7", "pixel_1_0", "pixel_7_7",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "path"),
    [({"side": 7}, "side"), ({"side": 33}, "side"), ({"samples": 10_001}, "samples")],
)
def test_pictures_have_their_bounds(fields: dict[str, int], path: str):
    with pytest.raises(Problem) as caught:
        edits.set_dataset(default_experiment(), Ball(**fields))
    assert (caught.value.path, caught.value.code) == (f"dataset.{path}", "out_of_range")
