"""The experiment as a plain NumPy script, in the texts' notation.

Every layer's lines are written out, as on a blackboard: Z2 = W2 @ A1 + b2.
"""

from core.export.arrays import data_section, weights_section
from core.export.header import header, settings_section
from core.export.layout import block
from core.export.loop import batches_section
from core.export.numpy_activations import ACTIVATIONS
from core.export.numpy_losses import LOSSES
from core.export.numpy_optimizers import OPTIMIZERS
from core.export.numpy_training import pass_names, training_section
from core.export.recipe import Recipe

TITLE = """\
A neural network in plain NumPy: forward, backward, update.

A column is a sample: A[0] = X, Z[l] = W[l] A[l-1] + b[l], A[l] = g(Z[l]). J is the mean of the
loss L over the samples; dW stands for dJ/dW, dZ for dL/dZ, a column for every sample."""

IMPORTS = """\
from pathlib import Path

import numpy as np"""

WINDOWS = '''\
def best_windows(X, W):
    """Return what each filter fits best in each picture: (samples, filters, pixels)."""
    pictures = X.T.reshape(-1, {rows}, {columns})
    windows = np.lib.stride_tricks.sliding_window_view(pictures, ({side}, {side}), axis=(1, 2))
    windows = windows.reshape(len(pictures), -1, {side} * {side})
    best = np.argmax(windows @ W.T, axis=1)
    return windows[np.arange(len(pictures))[:, np.newaxis], best]'''

LOSS = '''\
def loss(X, Y):
    """Return J: {name}."""
    *_, Z, A = forward(X)
    return {value}


def report(step):
    """Print J on the training and on the test set."""
    print(step, loss(X, Y), loss(X_test, Y_test), sep=",")'''


def numpy_script(recipe: Recipe) -> str:
    """Return the script."""
    experiment = recipe.experiment
    top = [
        header(recipe, TITLE),
        IMPORTS,
        settings_section(recipe),
        data_section(recipe),
        weights_section(recipe),
    ]
    functions = [
        *_activations(recipe),
        _windows(recipe),
        _forward(recipe),
        LOSS.format(name=experiment.loss, value=LOSSES[experiment.loss].value),
        OPTIMIZERS[recipe.rule].function,
        batches_section(recipe),
    ]
    parts = ["\n\n".join(top), *filter(None, functions), training_section(recipe)]
    return "\n\n\n".join(parts) + "\n"


def _activations(recipe: Recipe) -> list[str]:
    """Return g of every layer, and g' where the gradient passes through it."""
    names = [layer.activation for layer in recipe.experiment.layers]
    passed = names[:-1] if recipe.output_in_loss else names
    functions: list[str] = []
    for name in dict.fromkeys(names):
        function, slope = ACTIVATIONS[name]
        functions += [function, slope] if name in passed else [function]
    return functions


def _windows(recipe: Recipe) -> str:
    return "" if recipe.filter is None else WINDOWS.format(**recipe.filter._asdict())


def _forward(recipe: Recipe) -> str:
    lines: list[str] = []
    for layer in recipe.layers:
        A_before = "X" if layer == 1 else f"A{layer - 1}"
        activation = recipe.experiment.layers[layer - 1].activation
        if layer == 1 and recipe.filter:
            lines += ["P1 = best_windows(X, W1)", 'Z1 = np.einsum("skp,kp->ks", P1, W1) + b1']
        else:
            lines.append(f"Z{layer} = W{layer} @ {A_before} + b{layer}")
        lines.append(f"A{layer} = {activation}(Z{layer})")
    return block("def forward(X):", "\n".join([*lines, f"return {pass_names(recipe)}"]))
