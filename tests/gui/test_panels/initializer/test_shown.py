"""What the panel says about the chosen rules: formula, histogram, fit."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from core import edits
from core.density import Layers
from core.experiment import default_experiment
from core.initializers import INITIALIZERS
from core.initializers.he import HeNormal
from core.layer import Layer
from core.trainer import Trainer
from gui.panels.notice import Notice
from gui.plots.histogram import WeightHistogram
from tests.gui.test_panels.initializer.desk import InitializerDesk


def test_the_formula_of_one_layer_with_its_numbers(qtbot: QtBot) -> None:
    layers = (Layer(10), Layer(5), Layer(1, "sigmoid"))
    desk = InitializerDesk(qtbot, replace(default_experiment(), layers=layers))
    desk.selection.set_layers(frozenset({2}))
    text = " ".join(desk.formula.split())
    assert "σ = √(2 / nin) = √(2 / 10) = 0.447 σ of each weight variance 0.200 measured σ …" in text
    desk.draw()
    measured = Trainer(desk.document.experiment).network.weights[1].std()
    assert f"measured σ {measured:.3f} weights 5 × 10 = 50" in " ".join(desk.formula.split())


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("normal", "σ of each weight"),
        ("orthogonal", "σ of the entries of W"),
        ("lsuv", "σ of W before the data scale it"),
    ],
)
def test_it_is_said_whose_sigma_it_is(desk: InitializerDesk, name: str, whose: str) -> None:
    rule = INITIALIZERS[name]()
    desk.document.edit(edits.set_weights(desk.experiment, [1, 2, 3], rule), "rule")
    for layers in (frozenset({1}), frozenset()):
        desk.selection.set_layers(layers)
        assert whose in " ".join(desk.formula.split())


def test_several_layers_get_a_line_each_and_the_columns_that_fit(desk: InitializerDesk) -> None:
    desk.draw()
    desk.panel.resize(240, 640)
    assert "nout" not in desk.formula
    desk.panel.resize(600, 640)
    lines = [line.split() for line in desk.formula.splitlines() if line.strip()]
    assert lines[0][:2] == ["σ", "="]
    words = [word for line in lines for word in line]
    first = words.index("Layer")
    assert words[first : first + 6] == ["Layer", "1", "2", "4", "1.00", "1.00"]


def test_a_deep_network_keeps_its_table_short(qtbot: QtBot) -> None:
    layers = (*[Layer(8)] * 63, Layer(1, "sigmoid"))
    desk = InitializerDesk(qtbot, replace(default_experiment(), layers=layers))
    assert "57 more layers" in desk.formula
    assert "Output" in desk.formula
    assert "Layer 7" not in desk.formula


def test_what_was_drawn_for_another_experiment_is_not_shown(desk: InitializerDesk) -> None:
    desk.selection.set_layers(frozenset({1}))
    desk.draw()
    assert "measured σ …" not in " ".join(desk.formula.split())
    desk.choose("schemeCombo", "Normal")
    assert "measured σ …" in " ".join(desk.formula.split())
    desk.draw(run=2)
    assert "measured σ …" not in " ".join(desk.formula.split())


def test_the_histogram_shows_the_weights_in_scope(
    desk: InitializerDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[list[float], Layers]] = []
    monkeypatch.setattr(
        WeightHistogram,
        "show_weights",
        lambda self, values, layers: shown.append((values.tolist(), layers)),
    )
    desk.draw()
    drawn = Trainer(desk.document.experiment).network.weights
    assert len(shown[-1][0]) == sum(W.size for W in drawn)
    # Layers of 8, 12 and 3 weights with the variances 1, 1/2 and 2/3.
    law = shown[-1][1].statistics
    assert (law.std, law.mean) == (pytest.approx(((8 + 6 + 2) / 23) ** 0.5), 0.0)
    desk.selection.set_layers(frozenset({2}))
    assert shown[-1] == (drawn[1].ravel().tolist(), Layers([(HeNormal(), 4, 3)]))
    count = len(shown)
    desk.draw()
    assert len(shown) == count  # a later snapshot of the same run: the same first weights


def test_a_rule_that_does_not_fit_its_activation_is_named(desk: InitializerDesk) -> None:
    notice = desk.panel.findChild(Notice)
    assert not notice.isVisible()  # He fits ReLU, and the sigmoid belongs to the loss
    desk.document.edit(edits.set_activation(desk.document.experiment, [2], "tanh"), "tanh")
    assert notice.isVisible()
    assert notice.text == "He normal was made for ReLU, leaky ReLU; Layer 2 uses tanh."
    desk.selection.set_layers(frozenset({1}))
    assert not notice.isVisible()
    desk.selection.clear()
    desk.choose("schemeCombo", "Xavier normal")
    assert notice.text.endswith("Layer 1 uses ReLU.")
    deep = desk.document.experiment
    for place in range(2, 20):
        deep = edits.add_layer(deep, place)
    desk.document.edit(edits.set_activation(deep, range(1, 21), "relu"), "deep")
    assert notice.text.endswith("Layer 1 uses ReLU. Also mismatched: layers 2\N{EN DASH}20.")
