"""Layers in the middle of a sentence: layer 2; layers 1–2, 4 and the output."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gui import numbers


def layers_text(layers: Sequence[int], output: int) -> str:
    """Return what to call these layers, ascending; `output` is the number that is the output."""
    translate = QCoreApplication.translate
    hidden = [layer for layer in layers if layer != output]
    if not hidden:
        return translate("layers", "the output")
    if len(layers) == output:
        return translate("layers", "all layers")
    text = translate("layers", "layer {layers}") if len(hidden) == 1 else ""
    text = text or translate("layers", "layers {layers}")
    text = text.format(layers=", ".join(_spans(hidden)))
    if len(hidden) == len(layers):
        return text
    return translate("layers", "{layers} and the output").format(layers=text)


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
