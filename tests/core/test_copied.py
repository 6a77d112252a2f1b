"""Layers as text, there and back."""

import pytest

from core.copied import LONGEST, read_layers, write_layers
from core.experiment import default_experiment
from core.initializers.explicit import Explicit
from core.layer import Layer
from core.problem import Problem


def test_layers_come_back_as_they_were():
    layers = (*default_experiment().layers, Layer(2, "tanh", Explicit(matrix=((1.0, 2.0),) * 2)))
    assert read_layers(write_layers(layers)) == layers


@pytest.mark.parametrize("text", ["", "hello", "[]", "3", "{}", "\ud800", "x" * (LONGEST + 1)])
def test_a_text_that_is_something_else_holds_no_layers(text):
    with pytest.raises(Problem) as raised:
        read_layers(text)
    assert raised.value.code == "paste_no_layers"


@pytest.mark.parametrize(
    ("text", "path", "code"),
    [
        ('{"layers": [{"units": 0}]}', "layers[0].units", "out_of_range"),
        (
            '{"layers": [{"units": 2, "activation": "rulu"}]}',
            "layers[0].activation",
            "unknown_name",
        ),
        ('{"layers": [], "seed": 3}', "seed", "unknown_field"),
    ],
)
def test_wrong_layers_are_refused_as_in_a_file(text, path, code):
    with pytest.raises(Problem) as raised:
        read_layers(text)
    assert (raised.value.path, raised.value.code) == (path, code)
