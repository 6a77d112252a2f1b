"""A remedy takes away what was found: on every known situation, for several draws."""

from typing import Any, get_args

import pytest
from msgspec.structs import replace

from core.datasets.houses import Houses
from core.experiment import Experiment, check
from core.findings import Finding, FindingCode
from core.fitting import fitting_rule
from core.initializers.constant import Constant, Zeros
from core.initializers.explicit import Explicit
from core.initializers.normal import ScaledNormal
from core.layer import HIDDEN, Layer
from core.optimizers import Sgd
from core.remedies import RULES, Act, remedy
from core.trainer import Trainer
from tests.core.networks import circles
from tests.core.test_findings_situations import SITUATIONS, Situation, name

SEEDS = (0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 10)))
LAST = 2000  # no run is followed further


def acts(experiment: Experiment, finding: Finding) -> tuple[Act, ...]:
    found = remedy(experiment, finding)
    return () if found is None else found.acts


def first_finding(experiment: Experiment, step: int) -> Finding:
    trainer = Trainer(experiment)
    trainer.advance(step)
    return trainer.snapshot().findings[0]


@pytest.mark.parametrize("situation", SITUATIONS, ids=name)
@pytest.mark.parametrize("seed", SEEDS)
def test_after_the_remedy_the_finding_is_gone(situation: Situation, seed: int):
    experiment, step = situation.make(seed), situation.steps[0]
    found = remedy(experiment, first_finding(experiment, step))
    assert found is not None
    check(found.experiment)
    trainer = Trainer(found.experiment)
    for later in sorted({0, 1, 100, *(step for step in situation.steps if step <= LAST)}):
        trainer.advance(later - trainer.step)
        codes = [finding.code for finding in trainer.snapshot().findings]
        assert situation.first not in codes, (later, codes)


@pytest.mark.parametrize("code", sorted(set(get_args(FindingCode)) - set(RULES)))
def test_what_is_no_illness_has_no_remedy(code: FindingCode):
    assert set(get_args(FindingCode)) - set(RULES) == {"healthy", "not_started"}
    assert remedy(circles(), Finding(code, 0, {})) is None


def test_only_the_layers_at_fault_are_changed():
    experiment = circles((4, 3), weights=Constant(value=0.5))
    output = replace(experiment.layers[-1], weights=ScaledNormal(factor=0.5))
    experiment = replace(experiment, layers=(*experiment.layers[:-1], output))
    found = remedy(experiment, Finding("symmetric", 1, {}))
    assert found is not None
    assert found.acts == (Act("weights", (1, 2), "he_normal"),)
    assert found.experiment.layers[-1] == output
    assert found.experiment.layers[0].units == 4


def test_layers_of_different_activations_get_different_rules():
    experiment = circles((4,), weights=Zeros())
    layers = (Layer(4, "relu", Zeros()), Layer(3, "tanh", Zeros()), experiment.layers[-1])
    experiment = replace(experiment, layers=layers)
    assert acts(experiment, Finding("zero_gradient", 0, {})) == (
        Act("weights", (1,), "he_normal"),
        Act("weights", (2, 3), "xavier_normal"),
    )


def test_equal_rows_typed_by_hand_are_drawn():
    experiment = circles((2,))
    typed = Layer(2, "relu", Explicit(matrix=((1.0, 2.0), (1.0, 2.0))))
    output = Layer(1, "sigmoid", Explicit(matrix=((0.5, 0.5),)))
    experiment = replace(experiment, layers=(typed, output))
    finding = first_finding(experiment, 0)
    assert finding.code == "symmetric"
    assert acts(experiment, finding) == (Act("weights", (1, 2), "he_normal"),)


def test_a_blow_up_at_once_is_blamed_on_the_weights_a_later_one_on_the_steps():
    wild = circles((4,) * 34, "linear", Constant(value=1e6), output="linear")
    wild = replace(wild, loss="mean_squared_error")
    assert [act.code for act in acts(wild, first_finding(wild, 1))] == ["weights"]
    calm = circles((4,), "linear", output="linear", loss="mean_squared_error")
    calm = replace(calm, optimizer=Sgd(learning_rate=100.0))
    assert acts(calm, first_finding(calm, 100)) == (Act("learning_rate", (), 0.1),)


def test_gradients_explode_by_the_weights_or_else_by_the_steps():
    def codes(experiment: Experiment, rising: bool) -> list[str]:
        found = acts(experiment, Finding("exploding", 2, {"rising": rising}))
        return [act.code for act in found]

    wild = circles((4, 3), weights=ScaledNormal(factor=10.0))
    assert codes(wild, False) == codes(wild, True) == ["weights"]
    assert codes(circles(), True) == ["learning_rate"]
    assert codes(circles(), False) == []


def test_what_killed_the_units_decides_what_is_done():
    def codes(**fields: Any) -> list[str]:
        return [act.code for act in acts(circles((4, 3), **fields), Finding("dead", 1, {}))]

    assert codes(weights=ScaledNormal(factor=10.0)) == ["weights"]
    assert codes(optimizer=Sgd(learning_rate=5.0)) == ["learning_rate"]
    assert codes() == ["activation"]


def test_a_rate_is_one_that_people_choose():
    slow = circles(optimizer=Sgd(learning_rate=3e-5))
    assert acts(slow, Finding("slow", 1, {"ratio": 4e-6})) == (Act("learning_rate", (), 0.008),)


def test_there_is_no_remedy_where_nothing_would_change():
    well, measured = (
        circles(),
        circles(dataset=Houses(), output="linear", loss="mean_squared_error"),
    )
    for code in ("zero_gradient", "zero_gradient_layer", "saturated", "vanishing"):
        assert remedy(well, Finding(code, 1, {})) is None
    assert remedy(well, Finding("at_chance", 0, {})) is None
    assert remedy(measured, Finding("overfitting", 0, {})) is None


@pytest.mark.parametrize("activation", HIDDEN)
def test_the_fitting_rule_was_made_for_the_activation(activation: str):
    rule = fitting_rule(circles((4,), activation), 1)
    smooth = {"elu", "gelu", "silu", "softplus"}
    assert (activation in rule.made_for) == (activation not in smooth)
    assert fitting_rule(circles((4,), activation), 2) == rule
    assert fitting_rule(circles(()), 1).name == "xavier_normal"
