"""The activations as NumPy functions of a script: g(Z) and its slope g'(Z)."""

from typing import NamedTuple


class ActivationCode(NamedTuple):
    """Two functions: g, and g' by the name of g with `_slope`."""

    function: str
    slope: str


LINEAR = ActivationCode(
    """\
def linear(Z):
    return Z""",
    """\
def linear_slope(Z):
    return np.ones_like(Z)""",
)

SIGMOID = ActivationCode(
    """\
def sigmoid(Z):
    with np.errstate(over="ignore"):  # where e^-z overflows the quotient is 0, as it should be
        return 1 / (1 + np.exp(-Z))""",
    """\
def sigmoid_slope(Z):
    A = sigmoid(Z)
    return A * (1 - A)""",
)

TANH = ActivationCode(
    """\
def tanh(Z):
    return np.tanh(Z)""",
    """\
def tanh_slope(Z):
    return 1 - np.tanh(Z) ** 2""",
)

RELU = ActivationCode(
    """\
def relu(Z):
    return np.maximum(Z, 0)""",
    """\
def relu_slope(Z):
    return np.where(Z > 0, 1.0, 0.0)""",
)

LEAKY_RELU = ActivationCode(
    """\
def leaky_relu(Z):
    return np.where(Z > 0, Z, 0.01 * Z)""",
    """\
def leaky_relu_slope(Z):
    return np.where(Z > 0, 1.0, 0.01)""",
)

ELU = ActivationCode(
    """\
def elu(Z):
    return np.where(Z > 0, Z, np.expm1(np.minimum(Z, 0)))""",
    """\
def elu_slope(Z):
    return np.where(Z > 0, 1.0, np.exp(np.minimum(Z, 0)))""",
)

SELU = ActivationCode(
    """\
SELU_ALPHA, SELU_SCALE = 1.6732632423543772, 1.0507009873554805


def selu(Z):
    return SELU_SCALE * np.where(Z > 0, Z, SELU_ALPHA * np.expm1(np.minimum(Z, 0)))""",
    """\
def selu_slope(Z):
    return SELU_SCALE * np.where(Z > 0, 1.0, SELU_ALPHA * np.exp(np.minimum(Z, 0)))""",
)

GELU = ActivationCode(
    """\
def gelu(Z):
    return 0.5 * Z * (1 + np.tanh(np.sqrt(2 / np.pi) * (Z + 0.044715 * Z**3)))""",
    """\
def gelu_slope(Z):
    T = np.tanh(np.sqrt(2 / np.pi) * (Z + 0.044715 * Z**3))
    return 0.5 * (1 + T) + 0.5 * Z * (1 - T**2) * np.sqrt(2 / np.pi) * (1 + 3 * 0.044715 * Z**2)""",
)

SILU = ActivationCode(
    """\
def silu(Z):
    with np.errstate(over="ignore"):  # where e^-z overflows the quotient is 0, as it should be
        return Z / (1 + np.exp(-Z))""",
    """\
def silu_slope(Z):
    with np.errstate(over="ignore"):
        S = 1 / (1 + np.exp(-Z))
    return S * (1 + Z * (1 - S))""",
)

SOFTPLUS = ActivationCode(
    """\
def softplus(Z):
    return np.logaddexp(Z, 0)  # log(1 + e^z)""",
    """\
def softplus_slope(Z):
    with np.errstate(over="ignore"):  # where e^-z overflows the quotient is 0, as it should be
        return 1 / (1 + np.exp(-Z))""",
)

SOFTMAX = ActivationCode(
    """\
def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))  # the largest becomes e^0: nothing overflows
    return E / E.sum(axis=0)""",
    "",  # its losses give dZ at once
)

ACTIVATIONS = {
    "linear": LINEAR,
    "sigmoid": SIGMOID,
    "tanh": TANH,
    "relu": RELU,
    "leaky_relu": LEAKY_RELU,
    "elu": ELU,
    "selu": SELU,
    "gelu": GELU,
    "silu": SILU,
    "softplus": SOFTPLUS,
    "softmax": SOFTMAX,
}
