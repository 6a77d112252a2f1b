"""Layers in words: layer 2, layers 1–3, layers 1, 3 and 4 as they are counted."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gui import numbers


def layers_text(layers: Sequence[int]) -> str:
    """Return what to call these layers, ascending, in the middle of a sentence."""
    translate = QCoreApplication.translate
    text = translate("layers", "layer {layers}") if len(layers) == 1 else ""
    text = text or translate("layers", "layers {layers}")
    return text.format(layers=", ".join(_spans(layers)))


def _spans(layers: Sequence[int]) -> list[str]:
    """Return the layers with those in a row written as one span."""
    spans: list[list[int]] = []
    for layer in layers:
        if spans and spans[-1][-1] == layer - 1:
            spans[-1].append(layer)
        else:
            spans.append([layer])
    dash = "\N{EN DASH}"
    return [dash.join(map(numbers.whole, sorted({span[0], span[-1]}))) for span in spans]
