"""The numbers inside each layer: now, as histograms side by side; or one layer's over time."""

from bisect import bisect_right

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from core.diagnostics import LayerDiagnostics
from core.diagnostics.distribution import Distribution
from core.diagnostics.spread import Quantity
from core.histogram import Histogram
from core.snapshot import Snapshot
from gui import numbers
from gui.labels import layer_name
from gui.panels.editors import Combo
from gui.plots.by_layer import LayerPlot, Layers
from gui.plots.columns import Columns, ends
from gui.plots.entry import Entry
from gui.plots.spread_history import SpreadHistory
from gui.selection import Selection

WORD_LINES = 3  # name, number, word
QUANTITY_LETTERS = 9  # wide enough for the longest


class DistributionPlot(LayerPlot):
    """A column for each layer: its histogram turned on its side, the fullest bin the longest.

    A switch shows one layer over the run instead: the one selected last, or chosen here.

    Signals
    -------
    over_time_changed(bool)
        The user changed `over_time`.
    """

    over_time_changed = Signal(bool)

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        self.columns = Columns(WORD_LINES)
        super().__init__(self.columns, parent=parent)
        self.setObjectName("distributionPlot")
        self._selection = selection
        self.history = SpreadHistory()
        self.body.addWidget(self.history, 1, 0)
        self._quantity = Combo(object_name="quantityCombo")
        self._quantity.setMinimumContentsLength(QUANTITY_LETTERS)
        self._layer = Combo(object_name="distributionLayerCombo")
        self._view = Combo(object_name="distributionViewCombo")
        for box in (self._view, self._quantity, self._layer):
            self.header.addWidget(box)
        self.retranslate()
        self._view.show_value("now")
        self._quantity.show_value("A")
        self._view.currentIndexChanged.connect(self._on_view_changed)
        self._quantity.currentIndexChanged.connect(self._on_quantity_changed)
        self._layer.currentIndexChanged.connect(self._on_layer_changed)
        selection.changed.connect(self._on_selection_changed)
        self._arrange()
        self.restyle()

    @property
    def over_time(self) -> bool:
        """Whether one layer is shown over the run."""
        return self._view.currentData() == "time"

    @over_time.setter
    def over_time(self, on: bool) -> None:
        self._view.show_value("time" if on else "now")
        self._arrange()

    @property
    def quantity(self) -> Quantity:
        """Whose numbers are shown: `W`, `Z`, `A` or `dZ`."""
        return self._quantity.currentData()

    @quantity.setter
    def quantity(self, name: Quantity) -> None:
        self._quantity.setCurrentIndex(self._quantity.findData(name))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a run at a step."""
        self._offer_layers(len(snapshot.experiment.layers))
        super().show_snapshot(snapshot)
        self.history.show_snapshot(snapshot)

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
        self._view.fill({"now": self.tr("Now"), "time": self.tr("Over time")})
        self._view.setAccessibleName(self.tr("Now or over time"))
        self._layer.setAccessibleName(self.tr("Layer"))
        self._offer_layers(self._layer.count())
        self._name()
        self.redraw()

    def draw_layers(self, snapshot: Snapshot, layers: Layers) -> None:
        """Draw the histogram of every layer, where histograms are seen."""
        if self.over_time:
            return
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

    def _offer_layers(self, count: int) -> None:
        """Offer layers 1..count; the last one stands in for one that is not there any more."""
        layer = min(self._layer.currentData() or self._selected() or 1, count)
        self._layer.fill({each: layer_name(each, count) for each in range(1, count + 1)})
        if count:
            self._layer.show_value(layer)
            self.history.choose(self.quantity, layer)

    def _arrange(self) -> None:
        """Make room for what is shown."""
        for part, shown in (
            (self.canvas, not self.over_time), (self.readout, not self.over_time),
            (self.history, self.over_time), (self._layer, self.over_time),
        ):  # fmt: skip
            part.setVisible(shown)
        self._name()
        self.redraw()

    def _name(self) -> None:
        self.history.set_title(self.tr("How the numbers of a layer spread over time"))
        now = self.tr("How the numbers of each layer are spread")
        self.set_title(self.history.title.text() if self.over_time else now)

    @Slot()
    def _on_view_changed(self) -> None:
        self._arrange()
        self.over_time_changed.emit(self.over_time)

    @Slot()
    def _on_quantity_changed(self) -> None:
        self.columns.forget_ranges()
        self.redraw()
        self._on_layer_changed()

    @Slot()
    def _on_layer_changed(self) -> None:
        if self._layer.count():
            self.history.choose(self.quantity, self._layer.currentData())

    @Slot()
    def _on_selection_changed(self) -> None:
        layer = self._selected()
        if layer is not None and layer <= self._layer.count():
            self._layer.show_value(layer)
            self._on_layer_changed()

    def _selected(self) -> int | None:
        """Return the first layer selected, which has numbers of its own, if any is."""
        return min(self._selection.layers - {0}, default=None)
