"""The mistakes: which class is taken for which, and the pictures that were misread."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from core.answers import Confusion
from core.datasets import Dataset
from core.snapshot import Snapshot
from gui import numbers
from gui.plots.base import SnapshotPlot
from gui.plots.cells import CellCanvas
from gui.plots.entry import Entry
from gui.plots.gallery import Gallery, Tile

MOST_FEATURES = 4  # of a sample without a picture: what a line has room for
ARROW = "\N{RIGHTWARDS ARROW}"


class MistakesPlot(SnapshotPlot):
    """Counts of the test set by true and answered class; beside them, each mistake."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.table = CellCanvas()
        super().__init__(self.table, parent)
        self.setObjectName("mistakesPlot")
        self.gallery = Gallery()
        self.gallery.chosen.connect(self._on_chosen)
        self.body.addWidget(self.gallery, 0, 1)
        self.body.setColumnStretch(0, 1)
        self.body.setColumnStretch(1, 1)
        self.body.setHorizontalSpacing(8)
        self._found: Confusion | None = None
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.set_title(self.tr("What it takes for what, on the test data"))
        self.table.x.set_label(self.tr("answer"))
        self.table.y.set_label(self.tr("true class"))
        self.gallery.setAccessibleName(self.tr("Mistakes on the test data, the surest first"))
        self.redraw()

    def restyle(self) -> None:
        """Take colours, fonts and pens of the theme in force."""
        self.gallery.restyle()
        super().restyle()

    def draw(self, value: Snapshot) -> None:
        """Draw the answers at this step."""
        if not isinstance(value.decision, Confusion):
            return  # the plot was hidden a moment ago; the next snapshot carries the answers
        self._found = found = value.decision
        self.table.show_counts(found.counts, value.dataset.class_names)
        tiles = tuple(self._tile(value.dataset, found, place) for place in range(found.true.size))
        self.gallery.show_tiles(tiles, self.tr("No mistakes on the test data"))

    def describe(self) -> None:
        """Give the counts at the pointer, else the chosen mistake, else how often it is right."""
        snapshot, found = self.snapshot, self._found
        if snapshot is None or found is None:
            return
        cell, place = self.table.cell, self.gallery.place
        if cell is not None:
            entries = self._of_cell(snapshot.dataset, found, *cell)
        elif place is not None:
            entries = self._of_mistake(snapshot.dataset, found, place)
        else:
            entries = self._of_all(snapshot, found)
        self.readout.show_entries(*entries)

    def _of_cell(self, dataset: Dataset, found: Confusion, row: int, column: int) -> list[Entry]:
        count, all_of_class = int(found.counts[row, column]), int(found.counts[row].sum())
        names = dataset.class_names
        text = self.tr("{count} of {all} of class {true}").format(
            count=numbers.whole(count), all=numbers.whole(all_of_class), true=names[row]
        )
        answered = self.tr("answered {name}").format(name=names[column])
        return [Entry(text), Entry(answered)]

    def _of_mistake(self, dataset: Dataset, found: Confusion, place: int) -> list[Entry]:
        names, sample = dataset.class_names, found.mistakes[place]
        true = self.tr("true {name}").format(name=names[found.true[place]])
        said = self.tr("answered {name} with {share}").format(
            name=names[found.answered[place]], share=numbers.figure(found.shares[place])
        )
        count = self.tr("mistake {number} of {count}").format(
            number=numbers.whole(place + 1), count=numbers.whole(_wrong(found))
        )
        entries = [Entry(true), Entry(said), Entry(count)]
        if dataset.image_shape is None:
            values = dataset.input_scaling.to_original(dataset.test_inputs[:, [sample]])[:, 0]
            pairs = zip(dataset.feature_names[:MOST_FEATURES], values, strict=False)
            entries += [Entry(f"{name} = {numbers.figure(value)}") for name, value in pairs]
        return entries

    def _of_all(self, snapshot: Snapshot, found: Confusion) -> list[Entry]:
        measured = snapshot.measurement
        right = self.tr("test {percent} % right").format(
            percent=numbers.figure(100 * measured.test_accuracy)
        )
        wrong = self.tr("{wrong} of {all} wrong").format(
            wrong=numbers.whole(_wrong(found)), all=numbers.whole(int(found.counts.sum()))
        )
        train = numbers.figure(100 * measured.train_accuracy)
        step = self.tr("step {step}").format(step=numbers.whole(snapshot.step))
        return [
            Entry(right),
            Entry(wrong),
            Entry(self.tr("train {percent} %").format(percent=train)),
            Entry(step),
        ]

    def _tile(self, dataset: Dataset, found: Confusion, place: int) -> Tile:
        names, shape = dataset.class_names, dataset.image_shape
        true, said = names[found.true[place]], names[found.answered[place]]
        caption = f"{true} {ARROW} {said}  {numbers.figure(found.shares[place])}"
        if shape is None:
            return Tile(caption, None)
        return Tile(caption, dataset.test_inputs[:, found.mistakes[place]].reshape(shape))

    @Slot()
    def _on_chosen(self) -> None:
        if self.snapshot is not None:
            self.describe()


def _wrong(found: Confusion) -> int:
    return int(found.counts.sum() - found.counts.trace())
