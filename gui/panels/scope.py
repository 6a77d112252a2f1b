"""The scope: which layers the initializer panel talks about."""

from PySide6.QtWidgets import QWidget

from core.experiment import Experiment
from gui import labels, numbers
from gui.panels.editors import Combo
from gui.selection import Selection

ALL, SEVERAL = 0, -1  # beside the layers 1..L


class ScopeCombo(Combo):
    """All layers or one of them: the same choice as the diagram's selection."""

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent, "scopeCombo")
        self._selection = selection
        self._units: tuple[int, ...] = ()
        self.currentIndexChanged.connect(self._on_index_changed)

    def layers(self) -> tuple[int, ...]:
        """Return the layers in the scope, 1..L, in order."""
        chosen = sorted(self._selection.layers & set(range(1, len(self._units) + 1)))
        return tuple(chosen) or tuple(range(1, len(self._units) + 1))

    def show_experiment(self, experiment: Experiment) -> None:
        """Offer the layers of an experiment. Never emits."""
        self._units = tuple(layer.units for layer in experiment.layers)
        self.show_selection()

    def show_selection(self) -> None:
        """Show the selected layers. Never emits."""
        selected = self._selection.layers - {0}
        texts = {ALL: self.tr("All layers")}
        for layer, units in enumerate(self._units, start=1):
            name = labels.layer_name(layer, len(self._units))
            texts[layer] = self.tr("{layer} ({units})").format(
                layer=name, units=numbers.whole(units)
            )
        if len(selected) > 1:
            text = labels.layers_text(sorted(selected), len(self._units))
            texts[SEVERAL] = text[:1].upper() + text[1:]
        self.fill(texts)
        self.show_value(SEVERAL if len(selected) > 1 else next(iter(selected), ALL))

    def _on_index_changed(self, index: int) -> None:
        layer = self.itemData(index)
        if layer == ALL:
            self._selection.set_layers(frozenset())
        elif layer is not None and layer != SEVERAL:
            self._selection.set_layers(frozenset({layer}))
