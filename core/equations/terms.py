"""Each term of a pass, written out.

Forward Z[l] = W[l] A[l-1] + b[l] and A[l] = g(Z[l]). Backward from the output:
dA from the loss, dZ = dA o g'(Z), dW = dZ A^T / m, db = row sums of dZ / m, and
for the layer before dA = W^T dZ. Where sigmoid or softmax meets its own
cross-entropy, dZ = A - Y, as g' cancels. dA and dZ are derivatives of L, one for
every sample; dW and db are derivatives of J, their mean (S0).
"""

import numpy as np
from numpy.typing import NDArray

from core.equations.one_pass import Pass
from core.equations.outline import Step
from core.equations.symbols import Call, Factor, Part, Quotient, Scale, Slope, Symbol, Term

FloatArray = NDArray[np.float64]


_Equation = tuple[Factor, tuple[Part, ...]]


@np.errstate(all="ignore")
def term(passed: Pass, step: Step) -> Term:
    """Return a step of the outline, except "chain", with its numbers."""
    rules = {
        "Z": _sums,
        "A": _activation,
        "dA": _error_of_a,
        "dZ": _error_of_z,
        "dW": _weight_gradient,
        "db": _bias_gradient,
    }
    result, parts = rules[step.name](passed, step.layer)
    return Term(step, result, parts)


def _sums(passed: Pass, layer: int) -> _Equation:
    W = Factor(Symbol("W", layer), passed.weights[layer - 1])
    b = Factor(Symbol("b", layer), passed.biases[layer - 1])
    inputs = _outputs(passed, layer - 1, rowwise=False)
    Z = Factor(Symbol("Z", layer), passed.Z[layer - 1])
    return Z, (W, inputs, "+", b)


def _activation(passed: Pass, layer: int) -> _Equation:
    name = passed.activations[layer - 1].name
    sums = Factor(Symbol("Z", layer), passed.Z[layer - 1], rowwise=name != "softmax")
    return _outputs(passed, layer), (Call(name), sums, ")")


def _error_of_a(passed: Pass, layer: int) -> _Equation:
    if layer == len(passed.Z):
        return _output_error(passed, layer)
    W = Factor(Symbol("W", layer + 1, transposed=True), passed.weights[layer].T)
    dZ = Factor(Symbol("dZ", layer + 1), passed.dZ[layer], rowwise=False)
    return Factor(Symbol("dA", layer), W.values @ dZ.values), (W, dZ)


def _output_error(passed: Pass, layer: int) -> _Equation:
    """Return the derivative of the loss, as its textbook formula gives it."""
    A, Y = Factor(Symbol("A", layer), passed.A[layer]), Factor(Symbol("Y"), passed.Y)
    written = Symbol("dA", layer)
    if passed.loss.name == "mean_squared_error":
        return Factor(written, 2 * (A.values - Y.values)), ("2", "(", A, "-", Y, ")")
    present = Factor(Quotient(Symbol("Y"), Symbol("A", layer)), Y.values / A.values)
    if passed.loss.name == "cross_entropy":
        return Factor(written, -present.values), ("-", present)
    quotient = Quotient(Symbol("Y"), Symbol("A", layer), complement=True)
    absent = Factor(quotient, (1 - Y.values) / (1 - A.values))
    return Factor(written, absent.values - present.values), ("-", present, "+", absent)


def _error_of_z(passed: Pass, layer: int) -> _Equation:
    result = Factor(Symbol("dZ", layer), passed.dZ[layer - 1])
    if layer == len(passed.Z) and passed.loss.gives == "dZ":
        return result, (_outputs(passed, layer), "-", Factor(Symbol("Y"), passed.Y))
    dA, _ = _error_of_a(passed, layer)
    slope = Slope(passed.activations[layer - 1].name, Symbol("Z", layer))
    return result, (dA, "o", Factor(slope, passed.slopes[layer - 1]))


def _weight_gradient(passed: Pass, layer: int) -> _Equation:
    dZ = Factor(Symbol("dZ", layer), passed.dZ[layer - 1])
    A = Symbol("A", layer - 1, transposed=True)
    inputs = Factor(A, passed.A[layer - 1].T, rowwise=False)
    dW = dZ.values @ inputs.values / passed.loss.count(passed.Y)
    return Factor(Symbol("dW", layer), dW), (*_mean(passed), dZ, inputs)


def _bias_gradient(passed: Pass, layer: int) -> _Equation:
    dZ = Factor(Symbol("dZ", layer), passed.dZ[layer - 1])
    db = dZ.values.sum(axis=1, keepdims=True) / passed.loss.count(passed.Y)
    sums: tuple[Part, ...] = ("sum",) if passed.Y.shape[1] > 1 else ()
    return Factor(Symbol("db", layer), db), (*_mean(passed), *sums, dZ)


def _mean(passed: Pass) -> tuple[Part, ...]:
    """Return the division by the number of L, unless that is 1."""
    outputs, samples = passed.Y.shape
    scale = Scale(1 if passed.loss.per == "sample" else outputs, samples)
    return (scale,) if scale.outputs * scale.samples > 1 else ()


def _outputs(passed: Pass, layer: int, rowwise: bool = True) -> Factor:
    return Factor(Symbol("A", layer), passed.A[layer], rowwise)
