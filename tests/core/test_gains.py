"""The gains, as numbers and as the expressions that are shown."""

import math

import pytest

from core.gains import GAINS


@pytest.mark.parametrize("name", GAINS)
def test_the_expression_shown_is_the_gain(name: str):
    gain = GAINS[name]
    shown = eval(gain.expression, {"__builtins__": {}, "sqrt": math.sqrt})
    assert math.isclose(shown, gain.value, rel_tol=1e-12)
    assert gain.source


def test_the_gains_of_the_texts():
    gains = {name: round(gain.value, 4) for name, gain in GAINS.items()}
    assert gains == {
        "linear": 1.0,
        "sigmoid": 1.0,
        "tanh": 1.6667,
        "relu": 1.4142,
        "leaky_relu": 1.4141,
        "selu": 0.75,
    }
