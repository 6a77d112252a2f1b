"""The beginning of a script: what it is, where it comes from, and its settings.

The experiment's name is anybody's text: it stands in a comment, and not in the
first two lines, where Python takes "coding: ..." for an order.
"""

from msgspec.structs import asdict

from core.export.layout import comment
from core.export.recipe import Recipe

HEADER = '''\
"""{title}

Written by InitLab: the same data, first weights, batches and updates, and so
the same losses. The data are in the .npz file of the same name beside it.
"""
'''


def header(recipe: Recipe, title: str) -> str:
    """Return a script's docstring, and comments that name the experiment and the network."""
    experiment = recipe.experiment
    units = [f"{layer.units} {layer.activation}" for layer in experiment.layers]
    if recipe.filter:
        units[0] += f" (filters of {recipe.filter.side}x{recipe.filter.side} pixels)"
    layers = ", ".join([f"{recipe.sizes[0]} (inputs)", *units])
    lines = [f"Experiment: {experiment.name}"] if experiment.name else []
    lines += [f"Layers: {layers}", f"Loss: {experiment.loss}"]
    return HEADER.format(title=title) + "\n" + "\n".join(map(comment, lines))


def settings_section(recipe: Recipe) -> str:
    """Return the code that sets the numbers a reader may want to change."""
    experiment = recipe.experiment
    numbers = asdict(experiment.optimizer)
    if recipe.rule == "gradient_descent":
        del numbers["momentum"]
    if recipe.batch_size is not None:
        numbers["batch_size"] = recipe.batch_size
    if experiment.l2 > 0:
        numbers["l2"] = experiment.l2
    if experiment.clip_norm is not None:
        numbers["clip_norm"] = experiment.clip_norm
    lines = [
        f"STEPS = {recipe.steps}  # updates to make",
        f"EVERY = {recipe.every}  # steps between two lines of losses",
        f"# Optimizer: {recipe.rule}",
        *(f"{name} = {value!r}" for name, value in numbers.items()),
    ]
    return "\n".join(lines)
