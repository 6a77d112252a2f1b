"""Each term against core.network's own pass, and against what its right side says."""

from itertools import product

import msgspec
import numpy as np
import pytest

from core.datasets.digits import Digits
from core.datasets.plane import Plane
from core.equations import (
    Call,
    Factor,
    Pass,
    Quotient,
    Scale,
    Slope,
    Step,
    Symbol,
    Term,
    along,
    chain,
    entry,
    one_pass,
    outline,
    strongest_path,
    term,
)  # fmt: skip
from core.experiment import Experiment, check
from core.layer import Layer
from core.losses import LOSSES
from core.network import Network
from core.parameters import Parameters
from core.workspace import Workspace
from tests.core.networks import circles

S0 = circles((4,), "sigmoid")
EXPERIMENTS = {
    "S0": S0,
    "no hidden layer": circles(()),
    "deep": circles((5, 4, 3), "tanh"),
    "softmax": msgspec.structs.replace(
        circles((6,)), dataset=Digits(), loss="cross_entropy",
        layers=(Layer(6, "gelu"), Layer(10, "softmax")),
    ),
    "several outputs": msgspec.structs.replace(
        circles((6,)), dataset=Digits(), layers=(Layer(6), Layer(10, "sigmoid"))
    ),
    "regression": msgspec.structs.replace(
        circles((3,)), dataset=Plane(), loss="mean_squared_error",
        layers=(Layer(3, "tanh"), Layer(1, "softplus")),
    ),
}  # fmt: skip


class Case:
    """A network, the samples, and what core.network makes of them."""

    def __init__(self, experiment: Experiment, samples: int) -> None:
        check(experiment)
        dataset, sizes = experiment.dataset.draw(), experiment.sizes()
        X, Y = dataset.train_inputs[:, :samples], dataset.train_targets[:, :samples]
        network = Network(sizes, [layer.activation for layer in experiment.layers])
        rng = np.random.default_rng(5)
        network.parameters.flat[:] = rng.normal(size=network.parameters.flat.size)
        self.workspace, self.gradient = Workspace(sizes, X, Y), Parameters(sizes)
        network.forward(self.workspace)
        network.backward(self.workspace, LOSSES[experiment.loss], self.gradient)
        self.passed = one_pass(experiment, network.weights, network.biases, X, Y)
        self.layers = len(experiment.layers)

    def expected(self, step: Step) -> np.ndarray | None:
        """Return what core.network has of a step; it keeps no dA."""
        index = step.layer - 1
        return {
            "Z": self.workspace.Z, "A": self.workspace.A[1:], "dZ": self.workspace.dZ,
            "dW": self.gradient.weights, "db": self.gradient.biases,
        }.get(step.name, [None] * self.layers)[index]  # fmt: skip


@pytest.fixture(params=EXPERIMENTS)
def one(request: pytest.FixtureRequest) -> Case:
    """Return a case of one sample."""
    return Case(EXPERIMENTS[request.param], 1)


@pytest.fixture(params=list(product(EXPERIMENTS, (1, 40))), ids=lambda case: f"{case[0]}-{case[1]}")
def case(request: pytest.FixtureRequest) -> Case:
    name, samples = request.param
    return Case(EXPERIMENTS[name], samples)


def terms_of(passed: Pass) -> list[Term]:
    return [term(passed, step) for step in outline(len(passed.Z)) if step.name != "chain"]


def word(part: object, factors: tuple[Factor, ...]) -> str:
    """Return a part as Python would write it."""
    match part:
        case Factor():
            return f"f[{factors.index(part)}]"
        case Call(activation):
            return f"g['{activation}']("
        case Scale(outputs, samples):
            return f"1 / {outputs * samples} *"
        case sign:
            return {"o": "*", "2": "2 *", "sum": ""}.get(str(sign), str(sign))


def right_side(written: Term, passed: Pass) -> np.ndarray:
    """Compute a term from its parts alone, read from left to right as a reader would."""
    text = " ".join(word(part, written.factors) for part in written.parts)
    text = text.replace("] f", "] @ f")  # side by side: a product of matrices
    names = {
        "g": {g.name: g.function for g in passed.activations},
        "f": [factor.values for factor in written.factors],
    }
    values = eval(text, names)  # the parts are our own words
    return values.sum(axis=1, keepdims=True) if "sum" in written.parts else values


def test_every_entry_written_out_gives_the_entry(one: Case):
    for written in terms_of(one.passed):
        for row in range(written.result.shape[0]):
            spelled = entry(written, row, most=1000)
            if spelled is None:
                assert Call("softmax") in written.parts
                continue
            assert spelled.result.values == written.result.values[row, 0]
            assert right_side(spelled, one.passed) == pytest.approx(
                spelled.result.values, rel=1e-12, abs=1e-15
            )


def test_an_entry_of_a_sum_has_a_product_for_every_input():
    written = term(Case(S0, 1).passed, Step("Z", 2))
    symbols = [factor.expression for factor in entry(written, 0).factors]
    assert symbols[:2] == [Symbol("W", 2, index=(0, 0)), Symbol("A", 1, index=(0,))]
    assert symbols[-1] == Symbol("b", 2, index=(0,))
    assert len(symbols) == 2 * 4 + 1


def test_the_transposed_gives_its_indices_back():
    passed = Case(EXPERIMENTS["deep"], 1).passed
    weight = entry(term(passed, Step("dA", 2)), 3).factors[0]
    assert weight.expression == Symbol("W", 3, index=(0, 3))
    assert weight.values == passed.weights[2][0, 3]
    assert entry(term(passed, Step("dW", 1)), 4).result.expression == Symbol("dW", 1, index=(4, 0))


def test_long_sums_leave_out_their_middle():
    spelled = entry(term(Case(S0, 1).passed, Step("Z", 2)), 0, most=3)
    assert [part for part in spelled.parts if isinstance(part, str)] == [
        "*", "+", "*", "+", "...", "+", "*", "+",
    ]  # fmt: skip
    assert spelled.factors[4].expression == Symbol("W", 2, index=(0, 3))


def test_every_term_is_what_training_computes(case: Case):
    for written in terms_of(case.passed):
        expected = case.expected(written.step)
        if expected is not None:
            np.testing.assert_allclose(
                written.result.values, expected, rtol=1e-12, atol=1e-15, err_msg=str(written.step)
            )


def test_the_right_side_of_every_term_gives_its_left_side(case: Case):
    for written in terms_of(case.passed):
        np.testing.assert_allclose(
            right_side(written, case.passed), written.result.values, rtol=1e-12, atol=1e-15
        )


def test_row_j_of_a_result_needs_row_j_of_the_rowwise_factors_alone(case: Case):
    for written in terms_of(case.passed):
        rows = written.result.shape[0]
        for factor in written.factors:
            assert not factor.rowwise or factor.shape[0] == rows


def said(written: Term) -> str:
    """Spell a term as sources.md does."""

    def symbol(one: Symbol) -> str:
        layer = "" if one.layer is None else str(one.layer)
        return one.name + layer + ("^T" if one.transposed else "")

    def part(one: object) -> str:
        match one:
            case Factor(expression=Symbol() as alone):
                return symbol(alone)
            case Factor(expression=Slope(of=inner)):
                return f"g'({symbol(inner)})"
            case Factor(expression=Quotient(above, below, complement)):
                pair = symbol(above), symbol(below)
                return "(1-{})/(1-{})".format(*pair) if complement else "{}/{}".format(*pair)
            case Scale(samples=count):
                return f"1/{count}"
            case Call():
                return "g("
            case _:
                return str(one)

    return " ".join([part(written.result), "=", *map(part, written.parts)])


def test_the_eight_formulas_of_the_text_for_one_sample_with_their_shapes():
    backward = terms_of(Case(S0, 1).passed)[4:]
    assert [(said(one), one.result.shape) for one in backward] == [
        ("dA2 = - Y/A2 + (1-Y)/(1-A2)", (1, 1)),
        ("dZ2 = A2 - Y", (1, 1)),
        ("dW2 = dZ2 A1^T", (1, 4)),
        ("db2 = dZ2", (1, 1)),
        ("dA1 = W2^T dZ2", (4, 1)),
        ("dZ1 = dA1 o g'(Z1)", (4, 1)),
        ("dW1 = dZ1 A0^T", (4, 2)),
        ("db1 = dZ1", (4, 1)),
    ]


def test_the_formulas_of_the_text_for_n_samples():
    terms = terms_of(Case(S0, 40).passed)
    assert [said(one) for one in terms[:4]] == [
        "Z1 = W1 A0 + b1", "A1 = g( Z1 )", "Z2 = W2 A1 + b2", "A2 = g( Z2 )",
    ]  # fmt: skip
    assert [(said(one), one.result.shape) for one in terms[5:]] == [
        ("dZ2 = A2 - Y", (1, 40)),
        ("dW2 = 1/40 dZ2 A1^T", (1, 4)),
        ("db2 = 1/40 sum dZ2", (1, 1)),
        ("dA1 = W2^T dZ2", (4, 40)),
        ("dZ1 = dA1 o g'(Z1)", (4, 40)),
        ("dW1 = 1/40 dZ1 A0^T", (4, 2)),
        ("db1 = 1/40 sum dZ1", (4, 1)),
    ]


def test_the_shapes_of_neighbours_fit(case: Case):
    for written in terms_of(case.passed):
        for left, right in zip(written.parts, written.parts[1:], strict=False):
            if isinstance(left, Factor) and isinstance(right, Factor):
                assert left.shape[1] == right.shape[0]


def test_where_a_loss_cancels_the_slope_da_times_the_slope_is_the_same():
    passed = Case(S0, 40).passed
    dA = term(passed, Step("dA", 2)).result.values
    np.testing.assert_allclose(dA * passed.slopes[-1], passed.dZ[-1], rtol=1e-9)


def test_a_certain_answer_makes_the_textbooks_da_infinite_and_dz_stays_right():
    zeros = circles(())
    W, b = (np.zeros((1, 2)),), (np.full((1, 1), 1000.0),)
    passed = one_pass(zeros, W, b, np.ones((2, 1)), np.zeros((1, 1)))
    assert term(passed, Step("dA", 1)).result.values == np.inf
    assert passed.dZ[0] == 1.0


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_the_paths_of_a_weight_add_up_to_its_gradient(name: str):
    case = Case(EXPERIMENTS[name], 1)
    passed, first = case.passed, (0, 1)  # w_01 of layer 1
    middle = [range(W.shape[0]) for W in passed.weights[1:]]
    paths = [(first[1], first[0], *rest) for rest in product(*middle)]
    chains = [chain(passed, path) for path in paths]
    expected = case.gradient.weights[0][first] * passed.loss.count(passed.Y)
    assert sum(map(along, chains)) == pytest.approx(expected, rel=1e-11, abs=1e-15)
    for written in chains:
        assert written.result.values[0, 0] == pytest.approx(expected, rel=1e-11, abs=1e-15)
        assert (written.parts[-1] == "...") == (len(paths) > 1)


def test_the_factors_of_a_chain_in_the_texts_order():
    passed = Case(EXPERIMENTS["regression"], 1).passed
    written = chain(passed, (1, 2, 0))
    dA, slope2, w, slope1, a = [factor.expression for factor in written.factors]
    assert dA == Symbol("dA", 2, index=(0,))
    assert slope2 == Slope("softplus", Symbol("Z", 2, index=(0,)))
    assert w == Symbol("W", 2, index=(0, 2))
    assert slope1 == Slope("tanh", Symbol("Z", 1, index=(2,)))
    assert a == Symbol("A", 0, index=(1,))
    assert written.result.expression == Symbol("dW", 1, index=(2, 1))
    assert written.factors[2].values == passed.weights[1][0, 2]


def test_ten_sigmoids_at_their_steepest_leave_less_than_a_millionth():
    experiment = circles((1,) * 10, "sigmoid")
    ones = [np.ones((1, fan)) for fan in (2, *[1] * 10)]
    biases = [np.array([[-2.0 * (index == 0) - 0.5 * (index > 0)]]) for index in range(11)]
    passed = one_pass(experiment, ones, biases, np.ones((2, 1)), np.ones((1, 1)))
    factors = chain(passed, (0,) * 12).factors
    slopes = [one.values[0, 0] for one in factors if isinstance(one.expression, Slope)]
    assert slopes == [0.25] * 10
    assert np.prod(slopes) == 0.00000095367431640625


def test_the_strongest_path_keeps_to_the_chosen_units():
    passed = Case(EXPERIMENTS["deep"], 1).passed
    free = strongest_path(passed, {})
    assert len(free) == 5
    assert strongest_path(passed, {2: 3, 0: 1})[::2] == (1, 3, 0)
    through = [chain(passed, (*free[:3], unit, *free[4:])) for unit in range(3)]
    last = [abs(np.prod([f.values[0, 0] for f in one.factors[1:3]])) for one in through]
    assert max(last) == last[free[3]]
