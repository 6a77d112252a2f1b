"""A finding in words: one plain sentence with its numbers."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.findings import Finding
from gui import numbers
from gui.labels.names import layer_name

SENTENCES = {
    "diverged": QT_TRANSLATE_NOOP(
        "findings",
        "Diverged at step {step}: {place} was the first to overflow. Rewind to go back.",
    ),
    "diverged_at_start": QT_TRANSLATE_NOOP(
        "findings", "At step 0 {place} overflows already: no step can be made."
    ),
    "raw_inputs": QT_TRANSLATE_NOOP(
        "findings",
        "Inputs in raw units: “{feature}” lies between {low} and {high}; standardize them.",
    ),
    "zero_gradient": QT_TRANSLATE_NOOP(
        "findings", "Every weight gradient is exactly 0: no weight can move."
    ),
    "zero_gradient_bias": QT_TRANSLATE_NOOP(
        "findings", "Every weight gradient is exactly 0: only the output bias can move."
    ),
    "symmetric": QT_TRANSLATE_NOOP(
        "findings",
        "{layer}: {units} neurons work like {effective}, their weights are identical.",
    ),
    "dead": QT_TRANSLATE_NOOP(
        "findings",
        "{layer}: {dead} of {units} neurons are dead, never above 0 on the data.",
    ),
    "saturated": QT_TRANSLATE_NOOP(
        "findings",
        "{layer}: {share} of the activations are saturated, where hardly a gradient passes.",
    ),
    "exploding": QT_TRANSLATE_NOOP(
        "findings",
        "{layer}: the gradient explodes, {gradient} a weight and sample; 0.01 to 1 is healthy.",
    ),
    "vanishing": QT_TRANSLATE_NOOP(
        "findings",
        "{layer}: the gradient vanishes, {gradient} a weight and sample; 0.01 to 1 is healthy.",
    ),
    "slow": QT_TRANSLATE_NOOP(
        "findings",
        "Slow: a step changes the weights by {ratio} of their size; about 0.001 is usual.",
    ),
    "at_chance": QT_TRANSLATE_NOOP(
        "findings",
        "At chance: the loss is {loss} after {steps} steps, and guessing costs {chance}.",
    ),
    "overfitting": QT_TRANSLATE_NOOP(
        "findings",
        "Overfitting: test loss {test_loss}, training loss {train_loss}; "
        "at step {step} the test loss was {best}.",
    ),
    "zero_gradient_layer": QT_TRANSLATE_NOOP(
        "findings", "{layer}: every weight gradient is exactly 0, its weights can't move."
    ),
    "healthy": QT_TRANSLATE_NOOP("findings", "Gradients reach every layer."),
    "not_started": QT_TRANSLATE_NOOP("findings", "Ready at step 0. Press Space to train."),
}


def finding_text(finding: Finding, layers: int) -> str:
    """Return the sentence for a finding in a network of so many layers; else the code as it is."""
    key = finding.code
    if key == "zero_gradient" and finding.values.get("output_bias_moves"):
        key = "zero_gradient_bias"
    elif key == "diverged" and not finding.values["step"]:
        key = "diverged_at_start"
    if key not in SENTENCES:
        return key
    text = QCoreApplication.translate("findings", SENTENCES[key])
    return text.format(**_words(finding, layers))


def _words(finding: Finding, layers: int) -> dict[str, str]:
    """Return the numbers of the sentence, written out."""
    words = {name: _word(value) for name, value in finding.values.items()}
    words["layer"] = layer_name(finding.layer, layers)
    if "share" in finding.values:
        words["share"] = numbers.percent(finding.values["share"])
    if "quantity" in finding.values:
        words["place"] = place_text(str(finding.values["quantity"]), finding.layer)
    return words


def _word(value: object) -> str:
    if isinstance(value, float):
        return numbers.figure(value)
    return numbers.whole(value) if isinstance(value, int) else str(value)


def place_text(quantity: str, layer: int) -> str:
    """Return the symbol of what overflowed, as in the formulas: W2, dZ1; a loss has none."""
    if quantity == "loss":
        return QCoreApplication.translate("findings", "the output's loss")
    return f"{quantity}{layer}"
