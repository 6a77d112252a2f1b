"""The evidence of a finding: its numbers, the threshold and where that comes from."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.findings import Finding
from gui import numbers

NAMES = {
    "feature": QT_TRANSLATE_NOOP("evidence", "largest input"),
    "low": QT_TRANSLATE_NOOP("evidence", "from"),
    "high": QT_TRANSLATE_NOOP("evidence", "to"),
    "size": QT_TRANSLATE_NOOP("evidence", "its root mean square"),
    "step": QT_TRANSLATE_NOOP("evidence", "step"),
    "quantity": QT_TRANSLATE_NOOP("evidence", "went first"),
    "units": QT_TRANSLATE_NOOP("evidence", "neurons"),
    "dead": QT_TRANSLATE_NOOP("evidence", "of them dead"),
    "effective": QT_TRANSLATE_NOOP("evidence", "that differ"),
    "share": QT_TRANSLATE_NOOP("evidence", "share saturated"),
    "layers": QT_TRANSLATE_NOOP("evidence", "layers concerned"),
    "gradient": QT_TRANSLATE_NOOP("evidence", "a sample's gradient for a weight (RMS)"),
    "ratio": QT_TRANSLATE_NOOP("evidence", "a step, as a part of the weights"),
    "loss": QT_TRANSLATE_NOOP("evidence", "loss"),
    "chance": QT_TRANSLATE_NOOP("evidence", "loss of guessing"),
    "steps": QT_TRANSLATE_NOOP("evidence", "steps"),
    "train_loss": QT_TRANSLATE_NOOP("evidence", "training loss"),
    "test_loss": QT_TRANSLATE_NOOP("evidence", "test loss"),
    "best": QT_TRANSLATE_NOOP("evidence", "lowest test loss"),
}
THRESHOLDS = {
    "raw_inputs": QT_TRANSLATE_NOOP("evidence", "found above"),
    "dead": QT_TRANSLATE_NOOP("evidence", "found from this share of a layer on"),
    "saturated": QT_TRANSLATE_NOOP("evidence", "found above this share"),
    "exploding": QT_TRANSLATE_NOOP("evidence", "found above"),
    "vanishing": QT_TRANSLATE_NOOP("evidence", "found below"),
    "slow": QT_TRANSLATE_NOOP("evidence", "found below"),
    "at_chance": QT_TRANSLATE_NOOP("evidence", "found from this part of guessing on"),
    "overfitting": QT_TRANSLATE_NOOP("evidence", "found above the lowest by more than this part"),
}
SOURCE = QT_TRANSLATE_NOOP("evidence", "source of the threshold (S0 to S4: the course texts)")


def evidence(finding: Finding) -> list[tuple[str, str]]:
    """Return what was measured as pairs of a name and a value, then threshold and source."""
    pairs = [(NAMES[name], finding.values[name]) for name in NAMES if name in finding.values]
    if "threshold" in finding.values:
        pairs.append((THRESHOLDS[finding.code], finding.values["threshold"]))
        pairs.append((SOURCE, finding.values["source"]))
    translate = QCoreApplication.translate
    return [(translate("evidence", name), _text(value, finding)) for name, value in pairs]


def _text(value: object, finding: Finding) -> str:
    if value == finding.values.get("quantity"):
        loss = QCoreApplication.translate("evidence", NAMES["loss"])
        return loss if value == "loss" else f"{value}{finding.layer}"
    if isinstance(value, float):
        return numbers.figure(value)
    return numbers.whole(value) if isinstance(value, int) else numbers.raised(str(value))
