"""Step 0: what the first weights make of signal and gradient, before any training.

One column for each layer: above, how strong the signal is on its way forward and
the gradient on its way back, beside theory; below, how the outputs are spread, and
which share of the layer is dead or saturated. It stays while the network trains.
"""

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from core.diagnostics import LayerDiagnostics
from core.snapshot import Snapshot
from gui import numbers
from gui.plots.by_layer import Layers
from gui.plots.entry import Entry
from gui.plots.gauges import GaugedColumns
from gui.plots.signal import SignalPlot

LOWEST = 40  # px: the least height of each half


class StepZeroPlot(SignalPlot):
    """The signal of step 0 over the outputs of step 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.columns = GaugedColumns()
        self._trained = False
        super().__init__(self.columns, parent=parent)
        self.setObjectName("stepZeroPlot")
        for canvas in self.canvases:
            canvas.setMinimumHeight(LOWEST)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show step 0 of a run; the same as long as the run is the same."""
        found = snapshot.initial_diagnostics
        if found is None:  # from a moment ago, when nobody looked
            return
        if self._trained != (snapshot.step > 0):
            self._trained = snapshot.step > 0
            self._name()
        if found is not self._found():
            self.take(replace(snapshot, diagnostics=found))

    def _found(self) -> Layers | None:
        newest = self._newest
        return newest.diagnostics if isinstance(newest, Snapshot) else None

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        super().retranslate()
        self.decades.y.set_label(self.tr("std"))
        self.columns.y.set_label("A")
        self.columns.setAccessibleName(self.tr("Outputs of each layer at step 0"))
        self._name()

    def _name(self) -> None:
        if self._trained:
            self.set_title(self.tr("Still step 0: what the first weights did"))
        else:
            self.set_title(self.tr("Step 0: what the first weights do"))

    def draw_layers(self, snapshot: Snapshot, layers: Layers) -> None:
        """Draw both ways through the network, the outputs and the lost shares."""
        super().draw_layers(snapshot, layers)
        shares = [lost_share(layer) for layer in layers]
        self.columns.show_layers([layer.A.histogram for layer in layers], shares)

    def words(self, layers: Layers) -> tuple[list[str], ...]:
        """Return what stands under the names of the layers: in long, in short."""
        shares = [lost_share(layer) for layer in layers]
        short = ["" if share is None else numbers.percent(share) for share in shares]
        return [self._lost(layer) for layer in layers], short

    def entries(self, layer: LayerDiagnostics | None) -> list[Entry]:
        """Return the exact values of a layer, or what everything is."""
        lost = self.tr("dead/saturated") if layer is None else self._lost(layer)
        gauge = [Entry(lost, self.columns.sample)] if lost else []
        return (self._key() if layer is None else super().entries(layer)) + gauge

    def _key(self) -> list[Entry]:
        entries = [
            Entry(self.tr("forward A"), self.forward.pen),
            Entry(self.tr("back dZ"), self.backward.pen),
        ]
        if self.forward.theory.isVisible():
            entries.append(Entry(self.tr("theory"), self.forward.theory_pen))
        return entries

    def _lost(self, layer: LayerDiagnostics) -> str:
        share = lost_share(layer)
        if share is None:
            return ""
        text = self.tr("{percent} saturated") if layer.dead is None else self.tr("{percent} dead")
        return text.format(percent=numbers.percent(share))


def lost_share(layer: LayerDiagnostics) -> float | None:
    """Return the share of dead neurons, or of saturated outputs; None where there can be none."""
    lost = layer.saturated if layer.dead is None else layer.dead
    return None if lost is None else float(lost.mean())
