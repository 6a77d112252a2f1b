"""The equations view: forward, then backward, one term a key press."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.equations import Place, Step, Term, along, places
from core.experiment import Experiment
from core.snapshot import Snapshot
from gui import labels, numbers, theme
from gui.equations.contents import Contents
from gui.equations.controls import Controls
from gui.equations.reading import Reading, all_at_once
from gui.equations.sheet import Sheet
from gui.equations.words import in_numbers, plain, sentence
from gui.focus_ring import draw_focus_ring
from gui.lazy import SnapshotPanel
from gui.panels.elided_label import ElidedLabel
from gui.panels.notice import Notice
from gui.selection import Selection

Key = Qt.Key
MOVES = {
    Key.Key_Right: 1, Key.Key_Down: 1, Key.Key_PageDown: 1,
    Key.Key_Left: -1, Key.Key_Up: -1, Key.Key_PageUp: -1,
    Key.Key_Home: -(10**6), Key.Key_End: 10**6,
}  # fmt: skip
PLAIN = Qt.KeyboardModifier.KeypadModifier
SHEET = 460  # px that the sheet needs before the list gets any
SMALLEST = 240  # px: the width of the controls


class EquationsView(SnapshotPanel):
    """Every equation of the network as a list, the present one large, with its numbers.

    Where the user goes, the diagram lights what the equation speaks of.
    """

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("equationsView")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._selection = selection
        self._newest: Snapshot | None = None
        self._drawn: Snapshot | None = None
        self._reading: Reading | None = None
        self._listed: object = None  # what the list was written from
        self._steps: tuple[Step, ...] = ()
        self._row = self._layers = 0
        self._places: tuple[Place, ...] = ()
        self.title, self.note, self.controls = ElidedLabel(), Notice("quiet"), Controls()
        self.contents, self.sheet = Contents(), Sheet()
        self._arrange()
        self.controls.moved.connect(self.move_by)
        self.controls.take(selection.sample)
        self.controls.sample_chosen.connect(self._on_sample_chosen)
        selection.sample_changed.connect(self._on_sample_changed)
        self.contents.line_chosen.connect(self.go_to)
        selection.changed.connect(self._on_selection_changed)
        self.retranslate()
        self.restyle()

    def _arrange(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(theme.GRID)
        body.addWidget(self.contents)
        body.addWidget(self.sheet, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        column.setSpacing(theme.GRID // 2)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addWidget(self.controls)
        column.addLayout(body, 1)

    @property
    def step(self) -> Step | None:
        """The present step; None before the first snapshot was drawn."""
        return self._steps[self._row] if self._steps else None

    def show_experiment(self, experiment: Experiment) -> None:
        """Know how many layers there are, to name one."""
        self._layers = len(experiment.layers)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the numbers of a run at a step."""
        self._newest = snapshot
        self.refresh()

    def refresh(self) -> None:
        """Draw the newest numbers unless that is done, or nobody sees it."""
        snapshot = self._newest
        if snapshot is None or snapshot is self._drawn or not self.is_seen():
            return
        self._drawn = snapshot
        samples = snapshot.dataset.train_inputs.shape[1]
        self.controls.set_samples(samples, all_allowed=all_at_once(snapshot))
        self._reading = Reading(snapshot, self.controls.sample)
        if self._listed != self._reading.written_from:
            self._list(self._reading)
        self._draw()

    def redraw(self) -> None:
        """Draw again, in another language, theme or choice."""
        self._drawn = None
        self.refresh()

    def leave(self) -> None:
        """Light nothing that nobody reads."""
        self._selection.light(())

    def move_by(self, steps: int) -> None:
        """Go so many terms on, or back."""
        self.go_to(max(0, min(self._row + steps, len(self._steps) - 1)))

    def go_to(self, row: int) -> None:
        """Show another term, and light it in the diagram; what is selected stays."""
        if not 0 <= row < len(self._steps):
            return
        self._row = row
        self._draw()
        self._selection.light(self._places)

    # What is drawn

    def _list(self, reading: Reading) -> None:
        """Fill the list; stay at the present step, if there still is one."""
        before, self._steps, self._listed = self.step, reading.steps, reading.written_from
        self._row = self._steps.index(before) if before in self._steps else 0
        self.contents.show_terms([reading.term(step, ()) for step in self._steps])
        self._divide()

    def _draw(self) -> None:
        """Show the present equation with the present numbers."""
        step = self.step
        if self._reading is None or step is None:
            return
        neuron = self._neuron(self._reading, step)
        written = self._reading.term(step, self._selection.neurons)
        spelled = self._reading.entry(written, neuron)
        self.sheet.show_term(written, neuron, spelled)
        self._places = places(written, neuron)
        if self._selection.lit:
            self._selection.light(self._places)
        if step.name == "chain":
            self.contents.replace(self._row, written)
        self.contents.show_present(self._row)
        self.controls.show_place(self._row, len(self._steps), self._hint(step, neuron))
        text = sentence(step, self._reading.layers)
        self.title.setText(text)
        self.title.setToolTip(text)
        self.note.show_text(self._remark(written, self._reading.filtered and step.layer == 1))
        spoken = [f"{text}: {plain(written)}"]
        if self.note.text:
            spoken.append(self.note.text)
        if spelled is not None:
            spoken.append(f"{plain(spelled)}: {in_numbers(spelled)}")
        self.setAccessibleDescription(". ".join(spoken))

    def _remark(self, written: Term, of_filter: bool) -> str:
        """Return what is to be known about an equation; mostly nothing."""
        if of_filter:
            return self.tr("A filter: this is at its best place in each picture.")
        if written.step.name != "chain" or written.parts[-1] != "...":
            return ""
        text = self.tr("This path gives {share}; ⋯ are the other paths of this weight.")
        return text.format(share=numbers.figure(along(written)))

    def _neuron(self, reading: Reading, step: Step) -> int | None:
        """Return the neuron of the step's layer that was chosen last."""
        neurons = reading.present(self._selection.neurons)
        chosen = [index for layer, index in neurons if layer == step.layer]
        return chosen[-1] if chosen and step.name != "chain" else None

    def _hint(self, step: Step, neuron: int | None) -> str:
        if neuron is not None:
            return labels.neuron_name(step.layer, neuron, self._layers)
        if step.name == "chain":
            return self.tr("Choose neurons in the diagram to lead the path through them")
        return self.tr("Choose a neuron in the diagram to light its row")

    def _divide(self) -> None:
        """Show as much of the list as leaves the equation its room."""
        self.contents.fit(self.width() - theme.pixels(SHEET) - 3 * theme.GRID)

    def _on_sample_chosen(self) -> None:
        """Let all look at this sample; that it is all of them concerns this view alone."""
        if self.controls.sample is not None:
            self._selection.set_sample(self.controls.sample)
        self.redraw()

    def _on_sample_changed(self) -> None:
        self.controls.take(self._selection.sample)
        self.redraw()

    def _on_selection_changed(self) -> None:
        if self.is_seen():
            self._draw()

    # Events

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.setAccessibleName(self.tr("Equations"))
        self.contents.setAccessibleName(self.tr("All equations"))
        self._listed = None
        self.redraw()

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self.title.setFont(theme.font("title"))
        self.note.setFont(theme.font("caption"))
        self._listed = None
        self.redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the terms; other keys are for the window."""
        if _moves(event):
            self.move_by(MOVES[Key(event.key())])
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the steps from the shortcuts of the window."""
        asks_first = event.type() == QEvent.Type.ShortcutOverride
        if asks_first and isinstance(event, QKeyEvent) and _moves(event):
            event.accept()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while nobody looked."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for the list again."""
        super().resizeEvent(event)
        self._divide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus ring."""
        super().focusOutEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size to read it well."""
        return QSize(theme.pixels(600), theme.pixels(260))

    def minimumSizeHint(self) -> QSize:
        """Never ask for the width of the list: it is shown only where there is room."""
        return QSize(theme.pixels(SMALLEST), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground, ring it while the keys step through the terms; draw what came unseen."""
        self.refresh()
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("plot"))
        if self.hasFocus():
            draw_focus_ring(painter, self.rect())


def _moves(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~PLAIN and Key(event.key()) in MOVES
