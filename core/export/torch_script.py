"""The experiment as a PyTorch script."""

from textwrap import indent

from core.export.arrays import data_section, weights_section
from core.export.header import header, settings_section
from core.export.layout import INDENT, block, listing
from core.export.loop import BEGIN, EACH_BATCH, EACH_STEP, batches_section
from core.export.recipe import Recipe
from core.export.torch_words import ACTIVATIONS, LOSSES, OPTIMIZERS

TITLE = """\
A neural network in PyTorch, in double precision."""

IMPORTS = """\
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn"""

DATA = """\
# PyTorch has a row for every sample
inputs, targets = torch.from_numpy(X.T), torch.from_numpy(Y.T)
test_inputs, test_targets = torch.from_numpy(X_test.T), torch.from_numpy(Y_test.T)"""

FILTER = '''\
class BestPlace(nn.Conv2d):
    """Filters slid over a picture of {rows} x {columns} pixels; the best place counts."""

    def forward(self, X):
        sums = super().forward(X.reshape(-1, 1, {rows}, {columns}))
        return sums.flatten(2).max(dim=2).values'''

MODEL = """\
model = nn.Sequential(
{layers}
).double()
linear_layers = [layer for layer in model if isinstance(layer, {kinds})]
first_weights = {weights}
first_biases = {biases}
with torch.no_grad():
    for layer, W, b in zip(linear_layers, first_weights, first_biases):
        layer.weight.copy_(torch.from_numpy(W){reshape})
        layer.bias.copy_(torch.from_numpy(b[:, 0]))"""

LOSS = '''\
def loss(inputs, targets):
    """Return J: {name}."""
    return {function}(model(inputs), targets)


def report(step):
    """Print J on the training and on the test set."""
    with torch.no_grad():
        J, J_test = loss(inputs, targets), loss(test_inputs, test_targets)
    print(step, J.item(), J_test.item(), sep=",")'''

PENALTY = "J = J + l2 / 2 * sum(layer.weight.square().sum() for layer in linear_layers)\n"

CLIP = """\
# The whole gradient is shortened to clip_norm if it is longer, exactly:
# clip_grad_norm_ would add 1e-6 to the norm
norm = torch.sqrt(sum(p.grad.square().sum() for p in model.parameters()))
for p in model.parameters():
    p.grad *= clip_norm / norm.clamp(min=clip_norm)
"""

WHOLE = "inputs, targets"
BATCH = "torch.from_numpy(X_batch.T), torch.from_numpy(Y_batch.T)"
STEP = """\
optimizer.zero_grad()
J = loss({samples})
{penalty}J.backward()
{clip}optimizer.step()
if step % EVERY == 0:
    report(step)"""


def torch_script(recipe: Recipe) -> str:
    """Return the script."""
    experiment = recipe.experiment
    setting = [
        header(recipe, TITLE),
        IMPORTS,
        settings_section(recipe),
        data_section(recipe),
        DATA,
        weights_section(recipe),
    ]
    model = [_model(recipe), OPTIMIZERS[recipe.rule]]
    if recipe.filter is None:
        top = ["\n\n".join([*setting, *model])]
    else:
        module = FILTER.format(rows=recipe.filter.rows, columns=recipe.filter.columns)
        top = ["\n\n".join(setting), module, "\n\n".join(model)]
    loss = LOSS.format(name=experiment.loss, function=LOSSES[experiment.loss])
    functions = filter(None, [loss, batches_section(recipe)])
    return "\n\n\n".join([*top, *functions, _training(recipe)]) + "\n"


def _model(recipe: Recipe) -> str:
    experiment = recipe.experiment
    layers: list[str] = []
    for layer, (n_out, n_in) in zip(experiment.layers, experiment.shapes(), strict=True):
        layers += [f"nn.Linear({n_in}, {n_out}),", f"{ACTIVATIONS[layer.activation]},"]
    if recipe.filter:
        layers[0] = f"BestPlace(1, {recipe.sizes[1]}, {recipe.filter.side}),"
    if recipe.output_in_loss:
        layers[-1] = f"# no {experiment.layers[-1].activation} here: the loss holds it"
    return MODEL.format(
        layers=indent("\n".join(layers), INDENT),
        kinds="(BestPlace, nn.Linear)" if recipe.filter else "nn.Linear",
        reshape=".reshape(layer.weight.shape)" if recipe.filter else "",
        weights=listing(f"W{layer}" for layer in recipe.layers),
        biases=listing(f"b{layer}" for layer in recipe.layers),
    )


def _training(recipe: Recipe) -> str:
    experiment, whole = recipe.experiment, recipe.batch_size is None
    step = STEP.format(
        samples=WHOLE if whole else BATCH,
        penalty=PENALTY if experiment.l2 > 0 else "",
        clip="" if experiment.clip_norm is None else CLIP,
    )
    return f"{BEGIN}\n{block(EACH_STEP if whole else EACH_BATCH, step)}"
