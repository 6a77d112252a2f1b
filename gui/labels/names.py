"""The names of things: activations, initializers, datasets, losses, layers.

A name that has no entry yet is shown as the file spells it.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gui import numbers

ACTIVATIONS = {
    "linear": QT_TRANSLATE_NOOP("activations", "linear"),
    "sigmoid": QT_TRANSLATE_NOOP("activations", "sigmoid"),
    "tanh": QT_TRANSLATE_NOOP("activations", "tanh"),
    "relu": QT_TRANSLATE_NOOP("activations", "ReLU"),
    "leaky_relu": QT_TRANSLATE_NOOP("activations", "leaky ReLU"),
    "elu": QT_TRANSLATE_NOOP("activations", "ELU"),
    "selu": QT_TRANSLATE_NOOP("activations", "SELU"),
    "gelu": QT_TRANSLATE_NOOP("activations", "GELU"),
    "silu": QT_TRANSLATE_NOOP("activations", "SiLU"),
    "softplus": QT_TRANSLATE_NOOP("activations", "softplus"),
    "softmax": QT_TRANSLATE_NOOP("activations", "softmax"),
}
INITIALIZERS = {
    "zeros": QT_TRANSLATE_NOOP("initializers", "Zeros"),
    "constant": QT_TRANSLATE_NOOP("initializers", "Constant"),
    "normal": QT_TRANSLATE_NOOP("initializers", "Normal"),
    "uniform": QT_TRANSLATE_NOOP("initializers", "Uniform"),
    "scaled_normal": QT_TRANSLATE_NOOP("initializers", "Scaled normal"),
    "xavier_normal": QT_TRANSLATE_NOOP("initializers", "Xavier normal"),
    "xavier_uniform": QT_TRANSLATE_NOOP("initializers", "Xavier uniform"),
    "he_normal": QT_TRANSLATE_NOOP("initializers", "He normal"),
    "he_uniform": QT_TRANSLATE_NOOP("initializers", "He uniform"),
    "truncated_normal": QT_TRANSLATE_NOOP("initializers", "Truncated normal"),
    "lecun_normal": QT_TRANSLATE_NOOP("initializers", "LeCun normal"),
    "lecun_uniform": QT_TRANSLATE_NOOP("initializers", "LeCun uniform"),
    "orthogonal": QT_TRANSLATE_NOOP("initializers", "Orthogonal"),
    "identity": QT_TRANSLATE_NOOP("initializers", "Identity"),
    "sparse": QT_TRANSLATE_NOOP("initializers", "Sparse"),
    "lsuv": QT_TRANSLATE_NOOP("initializers", "LSUV"),
    "pytorch_linear": QT_TRANSLATE_NOOP("initializers", "PyTorch Linear"),
    "keras_dense": QT_TRANSLATE_NOOP("initializers", "Keras Dense"),
    "playground": QT_TRANSLATE_NOOP("initializers", "TensorFlow Playground"),
    "explicit": QT_TRANSLATE_NOOP("initializers", "Typed by hand"),
}
DATASETS = {
    "circles": QT_TRANSLATE_NOOP("datasets", "Circles"),
    "moons": QT_TRANSLATE_NOOP("datasets", "Moons"),
    "xor": QT_TRANSLATE_NOOP("datasets", "XOR"),
    "gaussians": QT_TRANSLATE_NOOP("datasets", "Gaussians"),
    "spiral": QT_TRANSLATE_NOOP("datasets", "Spiral"),
    "points": QT_TRANSLATE_NOOP("datasets", "Points drawn by hand"),
    "csv": QT_TRANSLATE_NOOP("datasets", "CSV file"),
    "ball": QT_TRANSLATE_NOOP("datasets", "Ball anywhere"),
    "plane": QT_TRANSLATE_NOOP("datasets", "Plane"),
    "sine": QT_TRANSLATE_NOOP("datasets", "Sine"),
    "digits": QT_TRANSLATE_NOOP("datasets", "Digits"),
    "houses": QT_TRANSLATE_NOOP("datasets", "Houses"),
    "stream": QT_TRANSLATE_NOOP("datasets", "Stream"),
}
LOSSES = {
    "binary_cross_entropy": QT_TRANSLATE_NOOP("losses", "Binary cross-entropy"),
    "mean_squared_error": QT_TRANSLATE_NOOP("losses", "Mean squared error"),
    "cross_entropy": QT_TRANSLATE_NOOP("losses", "Cross-entropy"),
}
OPTIMIZERS = {
    "sgd": QT_TRANSLATE_NOOP("optimizers", "SGD"),
    "classical_momentum": QT_TRANSLATE_NOOP("optimizers", "Classical momentum"),
    "nesterov": QT_TRANSLATE_NOOP("optimizers", "Nesterov"),
    "rmsprop": QT_TRANSLATE_NOOP("optimizers", "RMSprop"),
    "adam": QT_TRANSLATE_NOOP("optimizers", "Adam"),
}
# Fields of initializers, datasets, optimizers and of the experiment itself, as in the file;
# "circles.factor" where one kind means something of its own.
FIELDS = {
    "value": QT_TRANSLATE_NOOP("fields", "Value"),
    "std": QT_TRANSLATE_NOOP("fields", "Std. dev. σ"),
    "mean": QT_TRANSLATE_NOOP("fields", "Mean"),
    "low": QT_TRANSLATE_NOOP("fields", "Low"),
    "high": QT_TRANSLATE_NOOP("fields", "High"),
    "factor": QT_TRANSLATE_NOOP("fields", "Factor"),
    "mode": QT_TRANSLATE_NOOP("fields", "Mode"),
    "gain": QT_TRANSLATE_NOOP("fields", "Gain"),
    "connections": QT_TRANSLATE_NOOP("fields", "Inputs a unit"),
    "truncated_normal.std": QT_TRANSLATE_NOOP("fields", "σ uncut"),
    "sparse.std": QT_TRANSLATE_NOOP("fields", "σ of these"),
    "samples": QT_TRANSLATE_NOOP("fields", "Samples"),
    "test_samples": QT_TRANSLATE_NOOP("fields", "Test samples"),
    "inputs": QT_TRANSLATE_NOOP("fields", "Inputs"),
    "outputs": QT_TRANSLATE_NOOP("fields", "Outputs"),
    "side": QT_TRANSLATE_NOOP("fields", "Pixels a side"),
    "features": QT_TRANSLATE_NOOP("fields", "Features"),
    "a1": QT_TRANSLATE_NOOP("fields", "Slope a₁"),
    "a2": QT_TRANSLATE_NOOP("fields", "Slope a₂"),
    "noise": QT_TRANSLATE_NOOP("fields", "Noise"),
    "circles.factor": QT_TRANSLATE_NOOP("fields", "Inner radius"),
    "seed": QT_TRANSLATE_NOOP("fields", "Data seed"),
    "test_seed": QT_TRANSLATE_NOOP("fields", "Test data seed"),
    "path": QT_TRANSLATE_NOOP("fields", "File"),
    "target": QT_TRANSLATE_NOOP("fields", "Target column"),
    "task": QT_TRANSLATE_NOOP("fields", "Predicts"),
    "test_share": QT_TRANSLATE_NOOP("fields", "Test share"),
    "standardize": QT_TRANSLATE_NOOP("fields", "Standardize"),
    "header": QT_TRANSLATE_NOOP("fields", "First row"),
    "points": QT_TRANSLATE_NOOP("fields", "Points"),
    "test_points": QT_TRANSLATE_NOOP("fields", "Test points"),
    "class_names": QT_TRANSLATE_NOOP("fields", "Classes"),
    "feature_names": QT_TRANSLATE_NOOP("fields", "Inputs"),
    "input_means": QT_TRANSLATE_NOOP("fields", "Means of the inputs"),
    "input_stds": QT_TRANSLATE_NOOP("fields", "Std. devs. of the inputs"),
    "learning_rate": QT_TRANSLATE_NOOP("fields", "Learning rate"),
    "momentum": QT_TRANSLATE_NOOP("fields", "Momentum"),
    "decay": QT_TRANSLATE_NOOP("fields", "Decay"),
    "beta1": QT_TRANSLATE_NOOP("fields", "Decay β₁"),
    "beta2": QT_TRANSLATE_NOOP("fields", "Decay β₂"),
    "epsilon": QT_TRANSLATE_NOOP("fields", "Epsilon ε"),
    "batch_size": QT_TRANSLATE_NOOP("fields", "Batch size"),
    "stream.batch_size": QT_TRANSLATE_NOOP("fields", "New each step"),
    "l2": QT_TRANSLATE_NOOP("fields", "L2 penalty λ"),
    "clip_norm": QT_TRANSLATE_NOOP("fields", "Clip gradient at"),
}
# The units of the features of a kind of data.
UNITS = {
    "houses.lotsize": QT_TRANSLATE_NOOP("units", "sq ft"),
    "houses.price": QT_TRANSLATE_NOOP("units", "CAD"),
}
# What a field shows that holds no number.
NONE = {
    "batch_size": QT_TRANSLATE_NOOP("fields", "all"),
    "stream.batch_size": QT_TRANSLATE_NOOP("fields", "one"),
    "clip_norm": QT_TRANSLATE_NOOP("fields", "off"),
    "target": QT_TRANSLATE_NOOP("fields", "last column"),
    "features": QT_TRANSLATE_NOOP("fields", "all other columns"),
    "": QT_TRANSLATE_NOOP("fields", "mixed"),
}
# The groups in which initializers are offered.
GROUPS = {
    "equal": QT_TRANSLATE_NOOP("groups", "All equal"),
    "chosen": QT_TRANSLATE_NOOP("groups", "Spread chosen by hand"),
    "fans": QT_TRANSLATE_NOOP("groups", "Spread by the layer's size"),
    "matrix": QT_TRANSLATE_NOOP("groups", "The matrix as a whole"),
    "programs": QT_TRANSLATE_NOOP("groups", "As other programs start"),
}
# Whose standard deviation a rule's formula gives.
SIGMA_OF = {
    "weight": QT_TRANSLATE_NOOP("sigma", "each weight"),
    "matrix": QT_TRANSLATE_NOOP("sigma", "the entries of W"),
    "start": QT_TRANSLATE_NOOP("sigma", "W before the data scale it"),
}
CHOICES = {
    "fan_in": QT_TRANSLATE_NOOP("choices", "Fan in (forward)"),
    "fan_out": QT_TRANSLATE_NOOP("choices", "Fan out (backward)"),
    "classification": QT_TRANSLATE_NOOP("choices", "Classes"),
    "regression": QT_TRANSLATE_NOOP("choices", "Values"),
    "auto": QT_TRANSLATE_NOOP("choices", "As it looks"),
    "yes": QT_TRANSLATE_NOOP("choices", "Names of columns"),
    "no": QT_TRANSLATE_NOOP("choices", "A sample"),
}


def _name(context: str, names: dict[str, str], name: str) -> str:
    return QCoreApplication.translate(context, names[name]) if name in names else name


def _own(names: dict[str, str], name: str, kind: str) -> str:
    """Return the key of what the kind itself calls a field, if it does."""
    own = f"{kind}.{name}"
    return own if own in names else name


def activation_name(name: str) -> str:
    """Return what people call an activation: ReLU."""
    return _name("activations", ACTIVATIONS, name)


def initializer_name(name: str) -> str:
    """Return what people call an initializer: He normal."""
    return _name("initializers", INITIALIZERS, name)


def dataset_name(name: str) -> str:
    """Return what people call a dataset: Circles."""
    return _name("datasets", DATASETS, name)


def loss_name(name: str) -> str:
    """Return what people call a loss: Binary cross-entropy."""
    return _name("losses", LOSSES, name)


def optimizer_name(name: str) -> str:
    """Return what people call an optimizer: Gradient descent (SGD)."""
    return _name("optimizers", OPTIMIZERS, name)


def field_name(name: str, kind: str = "") -> str:
    """Return the label of a field: Noise; `kind` is the rule or dataset that it belongs to."""
    return _name("fields", FIELDS, _own(FIELDS, name, kind))


def of_biases(field: str) -> str:
    """Return the label of a field of the biases' rule, beside one of the weights': Value of b."""
    return QCoreApplication.translate("fields", "{field} of b").format(field=field)


def none_name(name: str = "", kind: str = "") -> str:
    """Return what a field shows without a number: all, off; mixed where layers differ."""
    key = _own(NONE, name, kind)
    return _name("fields", NONE, key if key in NONE else "")


def unit_name(name: str, kind: str) -> str:
    """Return the unit of a feature of a kind of data: sq ft; nothing if it has none."""
    key = f"{kind}.{name}"
    return _name("units", UNITS, key) if key in UNITS else ""


def group_name(name: str) -> str:
    """Return the heading of a group of initializers: Spread by the layer's size."""
    return _name("groups", GROUPS, name)


def sigma_of_name(name: str) -> str:
    """Return whose standard deviation it is: each weight."""
    return _name("sigma", SIGMA_OF, name)


def choice_name(name: str) -> str:
    """Return the label of one choice of a field: Fan in."""
    return _name("choices", CHOICES, name)


def neuron_name(layer: int, index: int, layers: int) -> str:
    """Return a neuron's name; `index` counts from 0, people count from 1: Output, neuron 1."""
    text = QCoreApplication.translate("names", "{layer}, neuron {neuron}")
    return text.format(layer=layer_name(layer, layers), neuron=numbers.whole(index + 1))


def layer_name(layer: int, layers: int) -> str:
    """Return the name of layer 0..`layers`: Input, Layer 1, ..., Output."""
    if layer == 0:
        return QCoreApplication.translate("names", "Input")
    if layer == layers:
        return QCoreApplication.translate("names", "Output")
    return QCoreApplication.translate("names", "Layer {layer}").format(layer=numbers.whole(layer))


def short_layer_name(layer: int, layers: int) -> str:
    """Return the name of layer 1..`layers` where there is little room: L1, L2, ..., Out."""
    if layer == layers:
        return QCoreApplication.translate("names", "Out")
    return QCoreApplication.translate("names", "L{layer}").format(layer=numbers.whole(layer))


def short_neuron_name(layer: int, index: int, layers: int) -> str:
    """Return a neuron's name where there is little room; `index` counts from 0: L1 n3, Out n1."""
    text = QCoreApplication.translate("names", "{layer} n{neuron}")
    return text.format(layer=short_layer_name(layer, layers), neuron=numbers.whole(index + 1))
