"""Keras's words for activations, losses and optimizers.

Where Keras means something else by a word, or has none, the script defines a
function or a class of its own.
"""

from typing import NamedTuple


class Word(NamedTuple):
    """What stands in the code, and a definition that has to come before it."""

    use: str
    definition: str = ""


LEAKY_RELU = """\
def leaky_relu(z):
    return keras.activations.leaky_relu(z, negative_slope=0.01)"""

GELU = """\
def gelu(z):
    return keras.activations.gelu(z, approximate=True)"""

ACTIVATIONS = {
    "linear": Word('"linear"'),
    "sigmoid": Word('"sigmoid"'),
    "tanh": Word('"tanh"'),
    "relu": Word('"relu"'),
    "leaky_relu": Word("leaky_relu", LEAKY_RELU),
    "elu": Word('"elu"'),
    "selu": Word('"selu"'),
    "gelu": Word("gelu", GELU),
    "silu": Word('"silu"'),
    "softplus": Word('"softplus"'),
    "softmax": Word('"softmax"'),
}

# L, whose mean is J. Keras's own classes, and `ops.mean`, take it in single precision.
LOSSES = {
    "binary_cross_entropy": "ops.binary_crossentropy(targets, outputs, from_logits=True)",
    "cross_entropy": "ops.categorical_crossentropy(targets, outputs, from_logits=True)",
    "mean_squared_error": "ops.square(targets - outputs)",
}

RMSPROP = '''\
class RMSprop(keras.optimizers.Optimizer):
    """Adds epsilon to the root; Keras's own adds it under the root."""

    def build(self, variables):
        super().build(variables)
        self.v = self.add_optimizer_variables(variables, "v")

    def update_step(self, gradient, variable, learning_rate):
        v = self.v[self._get_variable_index(variable)]
        self.assign(v, decay * v + (1 - decay) * gradient**2)
        self.assign_sub(variable, learning_rate * gradient / (ops.sqrt(v) + epsilon))'''

ADAM = '''\
class Adam(keras.optimizers.Optimizer):
    """Adds epsilon to the corrected root, as in the paper; Keras's own to the uncorrected one."""

    def build(self, variables):
        super().build(variables)
        self.m = self.add_optimizer_variables(variables, "m")
        self.v = self.add_optimizer_variables(variables, "v")

    def update_step(self, gradient, variable, learning_rate):
        index = self._get_variable_index(variable)
        m, v = self.m[index], self.v[index]
        step = ops.cast(self.iterations + 1, variable.dtype)
        self.assign(m, beta1 * m + (1 - beta1) * gradient)
        self.assign(v, beta2 * v + (1 - beta2) * gradient**2)
        m_hat = m / (1 - beta1**step)
        v_hat = v / (1 - beta2**step)
        self.assign_sub(variable, learning_rate * m_hat / (ops.sqrt(v_hat) + epsilon))'''

SGD = """\
keras.optimizers.SGD(
    # Here v is an average, v = momentum * v + (1 - momentum) * dW; Keras's is a sum without the
    # factor 1 - momentum, which the learning rate takes over.
    learning_rate * (1 - momentum),
    momentum=momentum{clip},
)"""

NESTEROV = """\
keras.optimizers.SGD(
    learning_rate, momentum=momentum, nesterov=True{clip}
)"""

OPTIMIZERS = {
    "gradient_descent": Word("keras.optimizers.SGD(learning_rate{clip})"),
    "sgd": Word(SGD),
    "classical_momentum": Word("keras.optimizers.SGD(learning_rate, momentum=momentum{clip})"),
    "nesterov": Word(NESTEROV),
    "rmsprop": Word("RMSprop(learning_rate{clip})", RMSPROP),
    "adam": Word("Adam(learning_rate{clip})", ADAM),
}
