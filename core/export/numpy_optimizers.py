"""The optimizers as NumPy functions of a script: from W and dW to the next W.

The functions serve b and db alike. Their settings are numbers at the script's
top, named as in the experiment file.
"""

from typing import NamedTuple


class Rule(NamedTuple):
    """An optimizer's function, and what it remembers of every W and b: v, or m and v."""

    function: str
    memory: tuple[str, ...]


GRADIENT_DESCENT = Rule("", ())  # its one line needs no function

MOMENTUM = Rule(
    """\
def update(W, dW, v):
    v = momentum * v + (1 - momentum) * dW
    return W - learning_rate * v, v""",
    ("v",),
)

CLASSICAL_MOMENTUM = Rule(
    """\
def update(W, dW, v):
    v = momentum * v - learning_rate * dW
    return W + v, v""",
    ("v",),
)

NESTEROV = Rule(
    """\
def update(W, dW, v):
    v = momentum * v - learning_rate * dW
    return W + momentum * v - learning_rate * dW, v""",
    ("v",),
)

RMSPROP = Rule(
    """\
def update(W, dW, v):
    v = decay * v + (1 - decay) * dW**2
    return W - learning_rate * dW / (np.sqrt(v) + epsilon), v""",
    ("v",),
)

ADAM = Rule(
    """\
def update(W, dW, m, v):
    m = beta1 * m + (1 - beta1) * dW
    v = beta2 * v + (1 - beta2) * dW**2
    m_hat = m / (1 - beta1**step)
    v_hat = v / (1 - beta2**step)
    return W - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v""",
    ("m", "v"),
)

OPTIMIZERS = {
    "gradient_descent": GRADIENT_DESCENT,
    "sgd": MOMENTUM,
    "classical_momentum": CLASSICAL_MOMENTUM,
    "nesterov": NESTEROV,
    "rmsprop": RMSPROP,
    "adam": ADAM,
}
