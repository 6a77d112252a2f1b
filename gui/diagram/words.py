"""The words of the diagram: what a part is called and what its number says."""

from msgspec import UNSET
from PySide6.QtCore import QCoreApplication

from core.experiment import Experiment, parameter_counts
from core.fields import MAX_LAYERS, MAX_UNITS
from core.filter import Filter
from core.problem import Problem
from gui import numbers
from gui.diagram.header import HeaderTexts
from gui.diagram.target import Target
from gui.diagram.verbs import can_resize
from gui.labels import (
    activation_name,
    initializer_name,
    layer_name,
    neuron_name,
    problem_text,
)

translate = QCoreApplication.translate


def header_texts(experiment: Experiment, place: int, sizes: tuple[int, ...]) -> HeaderTexts:
    """Return what the header of layer `place` says."""
    name = layer_name(place, len(sizes) - 1)
    if place == 0:
        return HeaderTexts(name, features(sizes[0]))
    layer = experiment.layers[place - 1]
    if layer.filter is not UNSET:
        name = translate("diagram", "Filters {side} × {side}").format(side=layer.filter)
    return HeaderTexts(
        name=name,
        units=numbers.whole(layer.units),
        activation=activation_name(layer.activation),
        badge=initializer_name(layer.weights.name),
        can_shrink=can_resize(experiment, place, -1),
        can_grow=can_resize(experiment, place, 1),
    )


def features(count: int) -> str:
    """Return how many features the input has."""
    if count == 1:
        return translate("diagram", "1 feature")
    return translate("diagram", "{count} features").format(count=numbers.whole(count))


def feature(name: str, value: float | None = None) -> str:
    """Return an input neuron in one line, with what the sample has there."""
    text = translate("diagram", "Input {name}").format(name=name)
    return text if value is None else f"{text} = {numbers.figure(value)}"


def neurons(count: int) -> str:
    """Return how many neurons a layer has."""
    if count == 1:
        return translate("diagram", "1 neuron")
    return translate("diagram", "{count} neurons").format(count=numbers.whole(count))


def more(hidden: int) -> str:
    """Return the note in the gap of an elided layer."""
    if not hidden:
        return ""
    text = translate("diagram", "… {count} more …")
    return text.format(count=numbers.whole(hidden))


def layer(experiment: Experiment, place: int, sizes: tuple[int, ...]) -> str:
    """Return a layer in one line: Layer 1, 4 neurons, ReLU, He normal, 12 parameters."""
    name = layer_name(place, len(sizes) - 1)
    about = of_layer(experiment, place) if place else (features(sizes[0]),)
    return ", ".join((name, *about))


def of_layer(experiment: Experiment, place: int) -> tuple[str, ...]:
    """Return what there is to know of layer 1..L: 4 neurons, ReLU, He normal, 12 parameters."""
    one, count = experiment.layers[place - 1], parameter_counts(experiment)[place - 1]
    units = neurons(one.units) if one.filter is UNSET else filters(one.units, one.filter)
    text = translate("diagram", "{count} parameters").format(count=numbers.whole(count))
    return units, activation_name(one.activation), initializer_name(one.weights.name), text


def filters(count: int, side: int) -> str:
    """Return how many filters a layer has."""
    if count == 1:
        return translate("diagram", "1 filter {side} × {side}").format(side=side)
    text = translate("diagram", "{count} filters {side} × {side}")
    return text.format(count=numbers.whole(count), side=side)


def shared(filter: Filter) -> str:
    """Return why the lines to a filter have no numbers of their own."""
    text = translate("diagram", "A filter: the same {weights} weights at all {places} places")
    return text.format(weights=numbers.whole(filter.weights), places=numbers.whole(filter.places))


def neuron(
    place: int,
    index: int,
    layers: int,
    norm: float | None,
    twins: int = 0,
    activation: float | None = None,
) -> str:
    """Return a neuron in one line, with its number of twins and what it is filled by, if known."""
    text = neuron_name(place, index, layers)
    if activation is not None:
        line = translate("diagram", "{neuron}: activation = {value}")
        text = line.format(neuron=text, value=numbers.figure(activation))
    elif norm is not None:
        line = translate("diagram", "{neuron}: |gradient| = {value}")
        text = line.format(neuron=text, value=numbers.figure(norm))
    if twins:
        line = translate("diagram", "{neuron}; identical neurons beside it: {count}")
        text = line.format(neuron=text, count=numbers.whole(twins))
    return text


def silent(line: str, share: float, is_relu: bool) -> str:
    """Return a neuron's line with its saturated share, or that it is dead."""
    if not share:
        return line
    if is_relu:
        return translate("diagram", "{neuron}; dead: never above 0").format(neuron=line)
    text = translate("diagram", "{neuron}; saturated for {share} % of the samples")
    return text.format(neuron=line, share=numbers.figure(100 * share))


def edge(matrix: str, row: int, column: int, number: float | None) -> str:
    """Return a weight as in the formulas: W2[3, 1] = 0.412; counted from 1."""
    symbol = f"{matrix}[{row + 1}, {column + 1}]"
    return symbol if number is None else f"{symbol} = {numbers.figure(number)}"


def symbol(target: Target) -> str:
    """Return the name of the number that is typed at a target: W2[3, 1], b2[3]."""
    if target.part == "edge":
        return edge(f"W{target.layer}", target.index, target.source, None)
    return f"b{target.layer}[{target.index + 1}]"


def biases(neurons: int) -> str:
    """Return what is typed for so many neurons at once."""
    return translate("diagram", "{count} biases").format(count=numbers.whole(neurons))


def tip(experiment: Experiment, target: Target, sizes: tuple[int, ...]) -> str:
    """Return the tooltip of a part; a control that is disabled says why."""
    if target.part == "insert":
        return full(experiment) or translate("diagram", "Add a layer here")
    if target.part in ("minus", "plus", "units"):
        return _tip_of_units(target, sizes)
    if target.part == "activation":
        return translate("diagram", "Choose the activation")
    if target.part == "badge":
        one = experiment.layers[target.layer - 1]
        text = translate("diagram", "First weights: {weights}; first biases: {biases}")
        return text.format(
            weights=initializer_name(one.weights.name), biases=initializer_name(one.biases.name)
        )
    return layer(experiment, target.layer, sizes) if target.part == "name" else ""


def full(experiment: Experiment) -> str:
    """Return why no layer can be added; nothing where one can."""
    if len(experiment.layers) < MAX_LAYERS:
        return ""
    return problem_text(Problem("", "too_many_layers", most=MAX_LAYERS))


def _tip_of_units(target: Target, sizes: tuple[int, ...]) -> str:
    """Return what a part for the number of neurons does, or why it is disabled."""
    if target.layer == len(sizes) - 1:
        return translate("diagram", "The data decide how many outputs there are.")
    if target.part == "units":
        return translate("diagram", "Type the number of neurons, or drag it up or down")
    if target.part == "minus":
        if sizes[target.layer] == 1:
            return translate("diagram", "A layer needs at least one neuron.")
        return translate("diagram", "Remove a neuron")
    if sizes[target.layer] == MAX_UNITS:
        text = translate("diagram", "A layer has at most {most} neurons.")
        return text.format(most=numbers.whole(MAX_UNITS))
    return translate("diagram", "Add a neuron")
