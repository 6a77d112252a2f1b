"""Where PyTorch has the same rule, it draws from the same law and offers the same gain."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from numpy.testing import assert_allclose

from core.gains import GAINS
from core.initializers import INITIALIZERS, AnyInitializer
from core.initializers.he import HeNormal, HeUniform
from core.initializers.identity import Identity
from core.initializers.lecun import LecunNormal, LecunUniform
from core.initializers.normal import Normal
from core.initializers.orthogonal import Orthogonal
from core.initializers.truncated import TruncatedNormal
from core.initializers.uniform import Uniform
from core.streams import weight_stream

torch = pytest.importorskip("torch")
init = torch.nn.init

N_OUT, N_IN = 400, 500
Fill = Callable[["torch.Tensor"], object]
PAIRS: list[tuple[AnyInitializer, Fill]] = [
    (Normal(std=0.3, centre=1.0), lambda W: init.normal_(W, 1.0, 0.3)),
    (Uniform(low=-1.0, high=3.0), lambda W: init.uniform_(W, -1.0, 3.0)),
    (TruncatedNormal(std=0.3), lambda W: init.trunc_normal_(W, 0.0, 0.3, -0.6, 0.6)),
    (INITIALIZERS["xavier_normal"](), init.xavier_normal_),
    (INITIALIZERS["xavier_uniform"](), init.xavier_uniform_),
    (HeNormal(), lambda W: init.kaiming_normal_(W, nonlinearity="relu")),
    (HeUniform(), lambda W: init.kaiming_uniform_(W, nonlinearity="relu")),
    (
        HeNormal(mode="fan_out"),
        lambda W: init.kaiming_normal_(W, mode="fan_out", nonlinearity="relu"),
    ),
    (LecunNormal(), lambda W: init.kaiming_normal_(W, nonlinearity="linear")),
    (LecunUniform(), lambda W: init.kaiming_uniform_(W, nonlinearity="linear")),
    (Orthogonal(gain=2.0), lambda W: init.orthogonal_(W, 2.0)),
    (Identity(), init.eye_),
    (INITIALIZERS["pytorch_linear"](), lambda W: W.copy_(torch.nn.Linear(N_IN, N_OUT).weight)),
]


@pytest.mark.parametrize(("rule", "fill"), PAIRS, ids=[repr(rule) for rule, _ in PAIRS])
def test_mean_sigma_and_range_are_pytorchs(rule: AnyInitializer, fill: Fill):
    torch.manual_seed(3)
    theirs = torch.empty(N_OUT, N_IN, dtype=torch.float64)
    with torch.no_grad():
        fill(theirs)
    ours = rule.draw(weight_stream(3, 1), (N_OUT, N_IN), N_IN, N_OUT)
    theirs = theirs.numpy()
    sigma = rule.sigma(N_IN, N_OUT)
    assert_allclose(theirs.mean(), rule.mean(N_IN, N_OUT), atol=5 * sigma / math.sqrt(ours.size))
    assert_allclose(theirs.std(), sigma, rtol=0.01)
    is_bounded = rule.distribution in ("uniform", "truncated_normal", "identity")
    assert_allclose(np.abs(theirs).max(), np.abs(ours).max(), rtol=1e-3 if is_bounded else 0.25)


def test_the_biases_of_a_linear_layer_are_pytorchs():
    torch.manual_seed(3)
    theirs = torch.nn.Linear(16, 1024).bias.detach().numpy()
    rule = INITIALIZERS["pytorch_linear"]().for_biases
    assert_allclose(theirs.std(), rule.sigma(16, 1024), rtol=0.05)
    assert_allclose(np.abs(theirs).max(), 1 / 4, rtol=0.01)


@pytest.mark.parametrize("name", GAINS)
@pytest.mark.filterwarnings("ignore:")  # PyTorch advises another gain for selu
def test_gains_are_pytorchs(name: str):
    assert math.isclose(GAINS[name].value, init.calculate_gain(name), rel_tol=1e-12)
