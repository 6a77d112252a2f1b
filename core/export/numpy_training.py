"""The training loop of the NumPy script: forward, backward, update, layer by layer."""

from core.export.layout import block, names
from core.export.loop import BEGIN, EACH_BATCH, EACH_STEP
from core.export.numpy_losses import LOSSES as LOSS_CODE
from core.export.numpy_optimizers import OPTIMIZERS
from core.export.recipe import Recipe
from core.losses import LOSSES

FORWARD = """\
# Forward
{names} = forward({X})"""

CLIP = """\
# The whole gradient is shortened to clip_norm if it is longer
gradients = {gradients}
norm = np.sqrt(sum(np.sum(G**2) for G in gradients))
{gradients} = (G * clip_norm / max(norm, clip_norm) for G in gradients)"""

REPORT = """\
if step % EVERY == 0:
    report(step)"""


def pass_names(recipe: Recipe) -> str:
    """Return what a forward pass gives: Z1, A1, Z2, A2, ...; before them a filter's windows."""
    windows = ["P1"] if recipe.filter else []
    return names([*windows, *(f"{kind}{layer}" for layer in recipe.layers for kind in "ZA")])


def training_section(recipe: Recipe) -> str:
    """Return the loop over the steps, and what comes right before it."""
    whole = recipe.batch_size is None
    X, Y = ("X", "Y") if whole else ("X_batch", "Y_batch")
    parts = [
        FORWARD.format(names=pass_names(recipe), X=X),
        _backward(recipe, X, Y),
        _clip(recipe),
        _update(recipe),
        REPORT,
    ]
    loop = block(EACH_STEP if whole else EACH_BATCH, "\n\n".join(filter(None, parts)))
    return "\n\n".join(filter(None, [_memory(recipe), BEGIN, loop]))


def _backward(recipe: Recipe, X: str, Y: str) -> str:
    last = recipe.layers[-1]
    loss = LOSSES[recipe.experiment.loss]
    slope = LOSS_CODE[loss.name].slope
    lines = [
        "# Backward, from the last layer to the first; J is a mean: divide by n",
        f"n = {Y}.shape[1]" if loss.per == "sample" else f"n = {Y}.size",
        f"{loss.gives}{last} = {slope.format(A=f'A{last}', Y=Y)}",
    ]
    if loss.gives == "dA":
        lines.append(_through_activation(recipe, last))
    lines += _gradient(recipe, last, X)
    for layer in reversed(recipe.layers[:-1]):
        lines.append("")
        lines.append(f"dA{layer} = W{layer + 1}.T @ dZ{layer + 1}")
        lines.append(_through_activation(recipe, layer))
        lines += _gradient(recipe, layer, X)
    return "\n".join(lines)


def _through_activation(recipe: Recipe, layer: int) -> str:
    activation = recipe.experiment.layers[layer - 1].activation
    return f"dZ{layer} = dA{layer} * {activation}_slope(Z{layer})"


def _gradient(recipe: Recipe, layer: int, X: str) -> list[str]:
    """Return the lines of dW and db; the L2 penalty adds l2 W to dW."""
    A_before = X if layer == 1 else f"A{layer - 1}"
    penalty = f" + l2 * W{layer}" if recipe.experiment.l2 > 0 else ""
    product = f"dZ{layer} @ {A_before}.T"
    if layer == 1 and recipe.filter:
        product = 'np.einsum("ks,skp->kp", dZ1, P1)'
    return [
        f"dW{layer} = {product} / n{penalty}",
        f"db{layer} = dZ{layer}.sum(axis=1, keepdims=True) / n",
    ]


def _clip(recipe: Recipe) -> str:
    if recipe.experiment.clip_norm is None:
        return ""
    return CLIP.format(gradients=names(f"d{name}" for name in recipe.parameters))


def _memory(recipe: Recipe) -> str:
    """Return what the optimizer remembers before step 1."""
    memory = OPTIMIZERS[recipe.rule].memory
    return "\n".join(
        f"{kind}{name} = np.zeros({array.shape})"
        for name, array in recipe.parameters.items()
        for kind in memory
    )


def _update(recipe: Recipe) -> str:
    rule = OPTIMIZERS[recipe.rule]
    lines = ["# Update"]
    for name in recipe.parameters:
        if not rule.function:
            lines.append(f"{name} = {name} - learning_rate * d{name}")
            continue
        memory = [f"{kind}{name}" for kind in rule.memory]
        results, arguments = ", ".join([name, *memory]), ", ".join([name, f"d{name}", *memory])
        lines.append(f"{results} = update({arguments})")
    return "\n".join(lines)
