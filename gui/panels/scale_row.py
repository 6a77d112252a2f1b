"""The sigma slider with its number, or with the reason why it can't be moved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui import labels, numbers, theme
from gui.panel import Panel
from gui.panels.layer_weights import LayerWeights
from gui.panels.scale_slider import ScaleMarks, ScaleSlider

LEAST_SLIDER = 48  # px


class ScaleRow(Panel):
    """A slider and the number it stands at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = ScaleSlider()
        self._number = QLabel(objectName="scaleLabel")
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._layers: Sequence[LayerWeights] = ()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(theme.GRID)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self.slider, 0, 0)
        layout.addWidget(self._number, 0, 1, 2, 1)
        layout.addWidget(ScaleMarks(self.slider), 1, 0)
        self.setFocusProxy(self.slider)
        self.retranslate()
        self.restyle()

    def show_layers(self, layers: Sequence[LayerWeights]) -> None:
        """Stand where the rules of these layers stand. Never emits."""
        movable = [layer for layer in layers if layer.rule.scale is not None]
        self._layers = movable or layers
        scales = {layer.rule.scale_value(layer.n_in, layer.n_out) for layer in self._layers}
        if not self.slider.isSliderDown():
            self.slider.show_scale(abs(next(iter(scales))))
        one = len(scales) == 1
        self._number.setText(numbers.figure(abs(scales.pop())) if one else labels.none_name())
        self.setEnabled(bool(movable))
        self.retranslate()

    def name(self) -> str:
        """Return what the slider moves: sigma, or the size of a parameter, whose sign stays."""
        parameter = self._parameter()
        return f"|{parameter}|" if parameter else "σ"

    def _parameter(self) -> str:
        """Return the name of the parameter that the slider scales; nothing if it is sigma."""
        if not self._layers or any(layer.rule.scale_is_sigma for layer in self._layers):
            return ""
        rule = self._layers[0].rule
        return labels.field_name(rule.scale or "value", rule.name)

    def retranslate(self) -> None:
        """Say what the slider does, or why it does nothing."""
        if self.isEnabled() or not self._layers:
            tip = self.tr("Drag to scale the weights; each tick is a factor of 10")
        else:
            tip = self.tr(
                "{rule} fixes the weights' scale itself. Choose Normal or Scaled normal to set σ."
            ).format(rule=labels.initializer_name(self._layers[0].rule.name))
        self.setToolTip(tip)
        size = self.tr("{parameter}, its size").format(parameter=self._parameter())
        self.slider.setAccessibleName(size if self._parameter() else self.name())
        self.slider.setAccessibleDescription(tip)

    def restyle(self) -> None:
        """Keep the number's room: the slider must not change its length while it moves."""
        self.slider.setMinimumWidth(theme.pixels(LEAST_SLIDER))
        palette = self.slider.palette()
        disabled = QPalette.ColorGroup.Disabled
        palette.setColor(disabled, QPalette.ColorRole.Highlight, theme.color("line"))
        self.slider.setPalette(palette)
        widest = max(map(self.fontMetrics().horizontalAdvance, ("8.8e\N{MINUS SIGN}8", "0.888")))
        self._number.setMinimumWidth(widest)
        self._number.setFont(theme.font())
