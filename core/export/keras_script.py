"""The experiment as a Keras 3 script, for whichever backend is installed."""

from textwrap import indent

from core.export.arrays import data_section, weights_section
from core.export.header import header, settings_section
from core.export.keras_words import ACTIVATIONS, LOSSES, OPTIMIZERS
from core.export.layout import INDENT, block, listing
from core.export.loop import BEGIN, EACH_BATCH, EACH_STEP, batches_section
from core.export.recipe import Recipe
from core.filter import Filter

TITLE = """\
A neural network in Keras 3.

KERAS_BACKEND says what Keras computes with: "tensorflow", "torch" or "jax". With TensorFlow
all is in double precision, with JAX all but tanh. With PyTorch Keras multiplies matrices in
single precision, and the losses agree to about six digits."""

IMPORTS = """\
from pathlib import Path

import keras
import numpy as np
from keras import ops

keras.config.set_floatx("float64")
if keras.config.backend() == "jax":
    import jax

    jax.config.update("jax_enable_x64", True)"""

DATA = """\
# Keras has a row for every sample
inputs, targets, test_inputs, test_targets = X.T, Y.T, X_test.T, Y_test.T"""

MODEL = """\
model = keras.Sequential([
    keras.Input(({inputs},)),
{layers}
])
# A kernel is (n_in, n_out), the transpose of W; a bias is (n_out,)
model.set_weights({parameters})"""

LOSS = '''\
def loss(targets, outputs):
    """Return J: {name}."""
    L = {value}
    return ops.sum(L) / ops.cast(ops.size(L), L.dtype)


def report(step):
    """Print J on the training and on the test set."""
    J = float(loss(targets, model.predict_on_batch(inputs)))
    J_test = float(loss(test_targets, model.predict_on_batch(test_inputs)))
    print(step, J, J_test, sep=",")'''

COMPILE = """\
optimizer = {optimizer}
model.compile(optimizer=optimizer, loss=loss)"""

STEP = """\
model.train_on_batch({samples})
if step % EVERY == 0:
    report(step)"""


def keras_script(recipe: Recipe) -> str:
    """Return the script."""
    words = [*(ACTIVATIONS[name] for name in recipe.activations), OPTIMIZERS[recipe.rule]]
    top = [
        header(recipe, TITLE),
        IMPORTS,
        settings_section(recipe),
        data_section(recipe),
        DATA,
        weights_section(recipe),
    ]
    parts = [
        "\n\n".join(top),
        *(word.definition for word in words),
        _model(recipe),
        LOSS.format(name=recipe.experiment.loss, value=LOSSES[recipe.experiment.loss]),
        batches_section(recipe),
        _training(recipe),
    ]
    return "\n\n\n".join(filter(None, parts)) + "\n"


def _model(recipe: Recipe) -> str:
    layers = [_layer(recipe, layer) for layer in recipe.layers]
    kernels = [f"W{layer}.T" for layer in recipe.layers]
    if recipe.filter:
        side = recipe.filter.side
        kernels[0] = f"W1.T.reshape({side}, {side}, 1, {recipe.sizes[1]})"
    parameters = listing(f"{W}, b{layer}[:, 0]" for layer, W in enumerate(kernels, start=1))
    return MODEL.format(
        inputs=recipe.sizes[0], layers=indent("\n".join(layers), INDENT), parameters=parameters
    )


def _layer(recipe: Recipe, number: int) -> str:
    layer = recipe.experiment.layers[number - 1]
    note, activation = "", f"activation={ACTIVATIONS[layer.activation].use}"
    if number == recipe.layers[-1] and recipe.output_in_loss:
        note, activation = f"# no {layer.activation} here: the loss holds it\n", ""
    penalty = "kernel_regularizer=keras.regularizers.L2(l2 / 2)" if recipe.experiment.l2 > 0 else ""
    if number == 1 and recipe.filter:
        return note + _filter(recipe.filter, [str(layer.units), penalty], activation)
    return f"{note}keras.layers.Dense({_listed([str(layer.units), activation, penalty])}),"


def _filter(filter: Filter, arguments: list[str], activation: str) -> str:
    """Return the layers that a filter is in Keras; the activation comes after the pooling."""
    units, *others = arguments
    lines = [
        f"keras.layers.Reshape(({filter.rows}, {filter.columns}, 1)),",
        f"keras.layers.Conv2D({_listed([units, str(filter.side), *others])}),",
        "keras.layers.GlobalMaxPooling2D(),",
    ]
    if activation:
        lines.append(f"keras.layers.Activation({activation}),")
    return "\n".join(lines)


def _listed(arguments: list[str]) -> str:
    return ", ".join(filter(None, arguments))


def _training(recipe: Recipe) -> str:
    clip = "" if recipe.experiment.clip_norm is None else ", global_clipnorm=clip_norm"
    whole = recipe.batch_size is None
    optimizer = OPTIMIZERS[recipe.rule].use.format(clip=clip)
    step = STEP.format(samples="inputs, targets" if whole else "X_batch.T, Y_batch.T")
    loop = block(EACH_STEP if whole else EACH_BATCH, step)
    return f"{COMPILE.format(optimizer=optimizer)}\n\n{BEGIN}\n{loop}"
