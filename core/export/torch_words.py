"""PyTorch's words for activations, losses and optimizers.

Where PyTorch means something else by a word, the code says what is meant here.
"""

ACTIVATIONS = {
    "linear": "nn.Identity()",
    "sigmoid": "nn.Sigmoid()",
    "tanh": "nn.Tanh()",
    "relu": "nn.ReLU()",
    "leaky_relu": "nn.LeakyReLU(0.01)",
    "elu": "nn.ELU()",
    "selu": "nn.SELU()",
    "gelu": 'nn.GELU(approximate="tanh")',
    "silu": "nn.SiLU()",
    "softplus": "nn.Softplus(threshold=50)",  # PyTorch's own threshold is off by 2e-9
    "softmax": "nn.Softmax(dim=1)",
}

LOSSES = {
    "binary_cross_entropy": "F.binary_cross_entropy_with_logits",
    "cross_entropy": "F.cross_entropy",
    "mean_squared_error": "F.mse_loss",
}

GRADIENT_DESCENT = """\
optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)"""

SGD = """\
# Here v is an average, v = momentum * v + (1 - momentum) * dW; PyTorch's is a sum without the
# factor 1 - momentum, which the learning rate takes over.
optimizer = torch.optim.SGD(
    model.parameters(), lr=learning_rate * (1 - momentum), momentum=momentum
)"""

OPTIMIZERS = {
    "gradient_descent": GRADIENT_DESCENT,
    "sgd": SGD,
    "classical_momentum": """\
optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate, momentum=momentum)""",
    "nesterov": """\
optimizer = torch.optim.SGD(
    model.parameters(), lr=learning_rate, momentum=momentum, nesterov=momentum > 0
)""",
    "rmsprop": """\
optimizer = torch.optim.RMSprop(
    model.parameters(), lr=learning_rate, alpha=decay, eps=epsilon
)""",
    "adam": """\
optimizer = torch.optim.Adam(
    model.parameters(), lr=learning_rate, betas=(beta1, beta2), eps=epsilon
)""",
}
