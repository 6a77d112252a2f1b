"""The numbers inside each layer as histograms, side by side on one scale."""

from bisect import bisect_right

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from core.diagnostics import LayerDiagnostics
from core.diagnostics.distribution import Distribution
from core.histogram import Histogram
from core.snapshot import Snapshot
from gui import numbers
from gui.panels.editors import Combo
from gui.plots.by_layer import LayerPlot, Layers
from gui.plots.columns import Columns, ends
from gui.plots.entry import Entry

WORD_LINES = 3  # name, number, word


class DistributionPlot(LayerPlot):
    """A column for each layer: its histogram turned on its side, the fullest bin the longest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.columns = Columns(WORD_LINES)
        super().__init__(self.columns, parent=parent)
        self.setObjectName("distributionPlot")
        self._quantity = Combo(object_name="quantityCombo")
        self._quantity.currentIndexChanged.connect(self._on_quantity_changed)
        self.header.addWidget(self._quantity)
        self.retranslate()
        self._quantity.show_value("A")
        self.restyle()

    @property
    def quantity(self) -> str:
        """Whose numbers are shown: `W`, `Z`, `A` or `dZ`."""
        return self._quantity.currentData()

    @quantity.setter
    def quantity(self, name: str) -> None:
        self._quantity.setCurrentIndex(self._quantity.findData(name))

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self._quantity.fill(
            {
                "A": self.tr("Outputs A"),
                "Z": self.tr("Sums Z"),
                "W": self.tr("Weights W"),
                "dZ": self.tr("Gradients dZ"),
            }
        )
        self._quantity.setAccessibleName(self.tr("Quantity"))
        self.set_title(self.tr("How the numbers of each layer are spread"))
        self.redraw()

    def draw_layers(self, snapshot: Snapshot, layers: Layers) -> None:
        """Draw the histogram of every layer."""
        self.canvas.y.set_label(self.quantity)
        self.columns.show_histograms([self._of(layer).histogram for layer in layers])
        words = [self._words(layer) for layer in layers]
        self.name_layers(words, [text.split("\n")[0] for text in words])

    def describe_layers(self, layer: LayerDiagnostics | None) -> None:
        """Give mean, std and the bar at the pointer, else those of the first and last layer."""
        if layer is None:
            outer = (self.layers[0], self.layers[-1])
            self.readout.show_entries(*(Entry(self._spread(each)) for each in outer))
        else:
            bar = self._bar(self._of(layer).histogram)
            words = self._words(layer).replace("\n", " ").strip()
            lost = [Entry(words)] if words else []
            self.readout.show_entries(Entry(self._spread(layer)), *lost, *bar)

    def _of(self, layer: LayerDiagnostics) -> Distribution:
        return {"W": layer.W, "Z": layer.Z, "A": layer.A, "dZ": layer.dZ}[self.quantity]

    def _words(self, layer: LayerDiagnostics) -> str:
        """Say which share of a layer is lost: two lines, the number first."""
        if self._of(layer).histogram is None:
            return self.tr("not\nfinite")
        if layer.dead is not None:
            return self.tr("{dead} of {units}\ndead").format(
                dead=numbers.whole(layer.dead.sum()), units=numbers.whole(layer.dead.size)
            )
        if layer.saturated is not None:
            percent = numbers.whole(round(100 * float(layer.saturated.mean())))
            return self.tr("{percent} %\nsaturated").format(percent=percent)
        return "\n"

    def _spread(self, layer: LayerDiagnostics) -> str:
        found = self._of(layer)
        return self.tr("{layer}: {mean} ± {std}").format(
            layer=self.layer_name(layer),
            mean=numbers.figure(found.mean),
            std=numbers.figure(found.std),
        )

    def _bar(self, found: Histogram | None) -> list[Entry]:
        """Read out the bin at the pointer."""
        pointer = self.canvas.pointer
        if pointer is None or found is None:
            return []
        low, high = ends(found)
        if not low <= pointer.y() <= high:
            return []
        place = min(bisect_right(found.edges, pointer.y()), len(found.counts)) - 1
        text = self.tr("{low} to {high}: {count}").format(
            low=numbers.figure(found.edges[place]),
            high=numbers.figure(found.edges[place + 1]),
            count=numbers.whole(found.counts[place]),
        )
        return [Entry(text)]

    @Slot()
    def _on_quantity_changed(self) -> None:
        self.columns.forget_ranges()
        self.redraw()
