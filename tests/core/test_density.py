"""The densities beside a great many draws, and beside the moments that rules promise."""

import numpy as np
import pytest

from core.density import Layers, density, masses
from core.initializers import INITIALIZERS, Explicit, Initializer
from core.initializers.constant import Constant, Zeros
from core.initializers.he import HeNormal
from core.initializers.identity import Identity
from core.initializers.normal import Normal
from core.initializers.orthogonal import Orthogonal
from core.initializers.sparse import Sparse
from core.initializers.truncated import TruncatedNormal
from core.initializers.uniform import Uniform

N_IN, N_OUT = 30, 20
RULES = [kind() for kind in INITIALIZERS.values() if not kind.uses_data] + [
    Normal(std=0.3, centre=-1.0), TruncatedNormal(std=2.0, centre=0.5), Uniform(low=0.0, high=3.0),
    Sparse(connections=4, std=0.5), Orthogonal(gain=2.0), Identity(gain=3.0), Normal(std=0.0),
]  # fmt: skip


def grid(rule: Initializer) -> np.ndarray:
    """Return many x around everything that the rule draws, none of them on an edge."""
    mean, sigma = rule.mean(N_IN, N_OUT), rule.sigma(N_IN, N_OUT) or 1.0
    return mean + sigma * np.linspace(-12, 12, 200_001)


def integral(values: np.ndarray, x: np.ndarray) -> float:
    return float(((values[1:] + values[:-1]) / 2 * np.diff(x)).sum())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_density_and_masses_have_the_moments_of_the_rule(rule: Initializer) -> None:
    x = grid(rule)
    p, points = density(rule, x, N_IN, N_OUT), masses(rule, N_IN, N_OUT)
    mean, sigma = rule.mean(N_IN, N_OUT), rule.sigma(N_IN, N_OUT)
    assert (p >= 0).all()
    whole = integral(p, x) + sum(share for _, share in points)
    assert whole == pytest.approx(1.0, abs=1e-4)
    first = integral(p * x, x) + sum(share * place for place, share in points)
    assert first == pytest.approx(mean, abs=1e-4)
    second = integral(p * (x - mean) ** 2, x)
    second += sum(share * (place - mean) ** 2 for place, share in points)
    assert second == pytest.approx(sigma**2, rel=1e-3, abs=1e-12)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_draws_fill_the_bins_as_the_density_says(rule: Initializer) -> None:
    rng = np.random.default_rng(0)
    drawn = np.concatenate([rule.draw(rng, (N_OUT, N_IN), N_IN, N_OUT).ravel() for _ in range(100)])
    mean, sigma = rule.mean(N_IN, N_OUT), rule.sigma(N_IN, N_OUT) or 1.0
    edges = mean + sigma * np.linspace(-2.93, 2.97, 16)  # no mass stands on an edge
    for low, high in zip(edges, edges[1:], strict=False):
        x = np.linspace(low, high, 1001)
        share = integral(density(rule, x, N_IN, N_OUT), x)
        share += sum(s for place, s in masses(rule, N_IN, N_OUT) if low <= place < high)
        found = ((drawn >= low) & (drawn < high)).mean()
        assert found == pytest.approx(share, abs=0.006)


def test_an_entry_of_a_rotation_of_the_plane_is_a_cosine() -> None:
    """The angle is uniform, so the density is 1 / (pi sqrt(1 - x^2))."""
    x = np.array([-1.5, -0.6, 0.0, 0.8])
    expected = [0.0, 1 / (0.8 * np.pi), 1 / np.pi, 1 / (0.6 * np.pi)]
    assert density(Orthogonal(), x, 2, 2) == pytest.approx(expected)
    assert density(Orthogonal(), x, 1, 1).tolist() == [0.0] * 4
    assert masses(Orthogonal(), 1, 1) == ((-1.0, 0.5), (1.0, 0.5))


def test_layers_count_by_their_weights() -> None:
    """8 weights of sigma 1, 12 of sigma sqrt(1/2), 4 zeros."""
    layers = Layers([(HeNormal(), 2, 4), (HeNormal(), 4, 3), (Zeros(), 4, 1)])
    x = np.array([-0.5, 0.0, 2.0])
    one, two = (density(HeNormal(), x, n_in, n_out) for n_in, n_out in ((2, 4), (4, 3)))
    assert layers.density(x) == pytest.approx((8 * one + 12 * two) / 24)
    assert layers.masses() == ((0.0, pytest.approx(4 / 24)),)
    assert layers.statistics.std == pytest.approx(((8 + 6) / 24) ** 0.5)
    assert layers.promised


def test_equal_values_of_several_layers_are_one_mass() -> None:
    layers = Layers([(Constant(value=2.0), 2, 2), (Zeros(), 2, 1), (Constant(value=2.0), 1, 2)])
    assert layers.masses() == ((0.0, 0.25), (2.0, 0.75))


@pytest.mark.parametrize("rule", [INITIALIZERS["lsuv"](), Explicit(matrix=((1.0, 2.0),))])
def test_what_only_data_or_hands_decide_is_not_promised(rule: Initializer) -> None:
    layers = Layers([(HeNormal(), 2, 4), (rule, 2, 1)])
    assert not layers.promised
    assert masses(rule, 2, 1) == ()
    assert density(rule, np.linspace(-3, 3, 7), 2, 1).tolist() == [0.0] * 7


def test_far_beyond_a_narrow_law_the_density_is_zero() -> None:
    assert density(Normal(std=1e-300), np.array([-1.0, 1.0]), 4, 3).tolist() == [0.0, 0.0]
