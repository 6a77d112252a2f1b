"""The names of things: activations, initializers, datasets, losses, layers.

A name that has no entry yet is shown as the file spells it.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gui import numbers

ACTIVATIONS = {
    "linear": QT_TRANSLATE_NOOP("activations", "Linear"),
    "sigmoid": QT_TRANSLATE_NOOP("activations", "Sigmoid"),
    "tanh": QT_TRANSLATE_NOOP("activations", "Tanh"),
    "relu": QT_TRANSLATE_NOOP("activations", "ReLU"),
    "leaky_relu": QT_TRANSLATE_NOOP("activations", "Leaky ReLU"),
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
}
DATASETS = {
    "circles": QT_TRANSLATE_NOOP("datasets", "Circles"),
    "moons": QT_TRANSLATE_NOOP("datasets", "Moons"),
    "xor": QT_TRANSLATE_NOOP("datasets", "XOR"),
    "gaussians": QT_TRANSLATE_NOOP("datasets", "Gaussians"),
    "spiral": QT_TRANSLATE_NOOP("datasets", "Spiral"),
    "csv": QT_TRANSLATE_NOOP("datasets", "CSV file"),
}
LOSSES = {
    "binary_cross_entropy": QT_TRANSLATE_NOOP("losses", "Binary cross-entropy"),
    "mean_squared_error": QT_TRANSLATE_NOOP("losses", "Mean squared error"),
}
OPTIMIZERS = {"sgd": QT_TRANSLATE_NOOP("optimizers", "Gradient descent (SGD)")}


def _name(context: str, names: dict[str, str], name: str) -> str:
    return QCoreApplication.translate(context, names[name]) if name in names else name


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


def neuron_name(layer: int, index: int) -> str:
    """Return a neuron's name; `index` counts from 0, people count from 1."""
    text = QCoreApplication.translate("names", "Layer {layer}, neuron {neuron}")
    return text.format(layer=numbers.whole(layer), neuron=numbers.whole(index + 1))


def layer_name(layer: int, layers: int) -> str:
    """Return the name of layer 0..`layers`: Input, Layer 1, ..., Output."""
    if layer == 0:
        return QCoreApplication.translate("names", "Input")
    if layer == layers:
        return QCoreApplication.translate("names", "Output")
    return QCoreApplication.translate("names", "Layer {layer}").format(layer=numbers.whole(layer))
