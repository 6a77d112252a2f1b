"""The sweep: guess where the best sigma is, then see."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
)

from core.experiment import Experiment
from core.outcomes import Outcome, best
from core.problem import Problem
from core.sigma_sweep import SigmaSweep
from core.snapshot import Snapshot
from core.sweep import Sweep
from gui import labels, numbers, theme
from gui.computation import Computation
from gui.lazy import SnapshotPanel
from gui.panels.elided_label import ElidedLabel
from gui.panels.notice import Notice
from gui.plots.entry import Entry
from gui.plots.readout import Readout
from gui.plots.sweep.curves import SweepCurves
from gui.plots.sweep.form import SweepForm
from gui.plots.sweep.map import SweepMap
from gui.plots.sweep.places import Place
from gui.plots.sweep.view import SweepView
from gui.plots.sweep.words import diverged_text, place_of, verdict
from gui.selection import Selection

V = TypeVar("V", SweepCurves, SweepMap)


class SweepPanel(SnapshotPanel):
    """The form, and what the sweep has found so far as curves or as a map.

    Signals
    -------
    finished(bool)
        A sweep is over; whether it came to its end.
    """

    finished = Signal(bool)

    def __init__(self, selection: Selection) -> None:
        super().__init__(objectName="sweepPlot")
        self._experiment: Experiment | None = None
        self._swept: Sweep | None = None  # whose results are shown
        self._choice = SigmaSweep()
        self.outcomes: list[Outcome] = []
        self.guess: float | None = None
        self._begun = self._fresh = False  # whether there is a view, and all is drawn in it
        self.computation = Computation(self)
        self.title, self.readout, self.notice = ElidedLabel(), Readout(), Notice("attention")
        self.form = SweepForm(selection)
        self.progress = QProgressBar(objectName="sweepProgress", textVisible=False)
        self.settings = QToolButton(objectName="sweepSettingsButton", checkable=True, checked=True)
        self.clear = QPushButton(objectName="sweepClearButton")
        self.start = QPushButton(objectName="sweepStartButton")
        self._views = QStackedWidget()
        self._arrange()
        self._connect()
        self.retranslate()
        self.restyle()
        # In the next turn of the events the panel itself is painted.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._make_view))

    def _arrange(self) -> None:
        header = QHBoxLayout()
        header.addWidget(self.title, 1)
        for part in (self.progress, self.settings, self.clear, self.start):
            header.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        column.setSpacing(theme.GRID // 2)
        column.addLayout(header)
        for part in (self.form, self.readout, self.notice):
            column.addWidget(part)
        column.addWidget(self._views, 1)
        self.progress.hide()

    def _connect(self) -> None:
        self.computation.arrived.connect(self._on_arrived)
        self.computation.ended.connect(self._on_ended)
        self.computation.refused.connect(self._on_refused)
        self.settings.toggled.connect(self.form.setVisible)
        self.clear.clicked.connect(self.forget)
        self.start.clicked.connect(self._on_start_clicked)
        self.form.edited.connect(self._on_form_edited)
        self.form.guessed.connect(self.pin)

    @cached_property
    def curves(self) -> SweepCurves:
        """Loss and gradient against sigma."""
        return self._add(SweepCurves())

    @cached_property
    def map(self) -> SweepMap:
        """Loss and gradient for every sigma and depth."""
        return self._add(SweepMap())

    def _add(self, view: V) -> V:
        """Take a view in, which few need at the first glance: each is made when it is wanted."""
        view.pointed.connect(self._describe)
        view.chosen.connect(self.pin)
        view.retranslate()
        view.restyle()
        self._views.addWidget(view)
        return view

    def _made(self) -> list[SweepView]:
        """Return the views that there are."""
        return [view for name, view in vars(self).items() if name in ("curves", "map")]

    @property
    def _view(self) -> SweepView:
        return self.curves if self._choice.depth is None else self.map

    @Slot()
    def _make_view(self) -> None:
        """Make the first view, and draw in it, in turns of their own: no frame is late."""
        if not self._made():
            _ = self._view
            QTimer.singleShot(0, self, self._make_view)
        else:
            self._begun = True
            self._refresh()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow the experiment."""
        if snapshot.experiment is not self._experiment:
            self._experiment = snapshot.experiment
            self.form.show_experiment(snapshot.experiment)
            if self._is_old():
                text = self.tr("These results are of the experiment before the last change.")
                self.notice.show_text(text)
            else:
                self.notice.show_text("")
            self._draw()

    def run(self) -> None:
        """Begin the sweep of the present experiment as the form says."""
        if self._experiment is None:
            return
        choice = self.form.choice
        if choice.low == choice.high:
            self.notice.show_text(self.tr("The ends of the axis must differ."))
            return
        self.forget()
        try:
            self._swept = choice.of(self._experiment)
        except Problem as problem:
            self.notice.show_text(labels.problem_text(problem))
            return
        self.settings.setChecked(False)
        self.progress.setRange(0, len(self._swept.points()))
        self.progress.setValue(0)
        self.computation.start(partial(choice.outcomes, self._experiment))
        self._show_state()
        self._draw()

    @Slot()
    def forget(self) -> None:
        """Take the results away: time for another guess."""
        self.computation.cancel()
        self._swept, self.outcomes = None, []
        self._choice = self.form.choice
        self.notice.show_text("")
        self._show_state()
        self._draw()

    @Slot(object)
    def pin(self, sigma: float | None) -> None:
        """Put the student's guess at a sigma, unless the answer is on the screen already."""
        if self._swept is None:
            self.guess = sigma
            self._draw()
        self.form.show_guess(self.guess)

    def retranslate(self) -> None:
        """Set every text in the language in force."""
        self.title.setText(self.tr("Which σ learns best"))
        self.settings.setText(self.tr("Settings"))
        self.settings.setToolTip(self.tr("Show or hide what is swept"))
        self.clear.setText(self.tr("Clear"))
        self.clear.setToolTip(self.tr("Take the results away: time for another guess"))
        self.progress.setAccessibleName(self.tr("Progress of the sweep"))
        for part in (self.form, *self._made()):
            part.retranslate()
        self._show_state()
        self._draw()

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        self.title.setFont(theme.font("title"))
        self.notice.setFont(theme.font("caption"))
        self.progress.setFixedSize(theme.pixels(80), theme.pixels(theme.GRID))
        for part in (self.readout, *self._made()):
            part.restyle()
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground; draw what came unseen."""
        self._refresh()
        QPainter(self).fillRect(event.rect(), theme.color("plot"))

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while nobody looked."""
        super().showEvent(event)
        self._refresh()

    def _draw(self) -> None:
        self._fresh = False
        if self.is_seen():
            self._refresh()

    def _refresh(self) -> None:
        if self._fresh or self._experiment is None or not self._begun:
            return
        self._fresh = True
        self._views.setCurrentWidget(self._view)
        self._view.show_outcomes(
            self.outcomes, self._choice.sigmas, self._places(self._experiment), self._choice.depth
        )
        asks = self.tr("Where will the loss be lowest?\nClick there, or arrow keys and Return.")
        self._view.set_message(asks if self._swept is None and self.guess is None else "")
        self._describe()

    def _places(self, experiment: Experiment) -> tuple[Place, ...]:
        layer = self._choice.layer
        there = layer is None or layer <= len(experiment.layers)
        places = [place_of(mark) for mark in self._choice.marks(experiment)] if there else []
        if self.guess is not None:
            text = self.tr("your guess: σ = {sigma}").format(sigma=numbers.figure(self.guess))
            places.append(Place(self.guess, self.tr("guess"), text, "accent"))
        return tuple(places)

    @Slot()
    def _describe(self) -> None:
        found = self._view.pointed_outcome()
        if found is not None:
            sigma = self.tr("σ = {sigma}").format(sigma=numbers.figure(found.point[-1]))
            entries = [Entry(sigma), *self._view.entries(found)]
            if found.diverged:
                entries.insert(1, Entry(diverged_text(found)))
        elif self.outcomes or self.computation.running:
            entries = self._story()
        elif self.guess is not None:
            text = self.tr("your guess: σ = {sigma}").format(sigma=numbers.figure(self.guess))
            entries = [Entry(text)]
        else:
            entries = [Entry(self.tr("Guess first, then start"))]
        self.readout.show_entries(*entries)

    def _story(self) -> list[Entry]:
        """Return how far the sweep is, if not at its end, and what it has found when it is over."""
        done, goal = len(self.outcomes), self.progress.maximum()
        entries: list[Entry] = []
        if done < goal:
            text = self.tr("{done} of {all} points")
            text = text.format(done=numbers.whole(done), all=numbers.whole(goal))
            entries.append(Entry(text))
        if not self.computation.running:
            found = verdict(best(self.outcomes), self.guess, self._choice.sigmas)
            entries.append(Entry(found))
        return entries

    def _show_state(self) -> None:
        running = self.computation.running
        self.progress.setVisible(running)
        self.start.setText(self.tr("Cancel") if running else self.tr("Start"))
        self.clear.setEnabled(self._swept is not None and not running)

    def _is_old(self) -> bool:
        """Say whether the results are of another experiment; only what is not swept counts."""
        swept, now = self._swept, self._experiment
        if swept is None or now is None:
            return False
        try:
            same = self._choice.of(now).experiment
        except Problem:  # it has no such layer any more
            return True
        named = replace(same, name=swept.experiment.name, seed=swept.experiment.seed)
        return named != swept.experiment

    @Slot(list)
    def _on_arrived(self, results: Sequence[Outcome]) -> None:
        self.outcomes.extend(results)
        self.progress.setValue(len(self.outcomes))
        self._draw()

    @Slot(bool)
    def _on_ended(self, complete: bool) -> None:
        self._show_state()
        self._draw()
        self.finished.emit(complete)

    @Slot(object)
    def _on_refused(self, problem: Problem) -> None:
        self.forget()
        self.notice.show_text(labels.problem_text(problem))

    @Slot()
    def _on_start_clicked(self) -> None:
        if self.computation.running:
            self.computation.cancel()
        else:
            self.run()

    @Slot()
    def _on_form_edited(self) -> None:
        self.notice.show_text("")
        if self._swept is None:
            self._choice = self.form.choice
            self._draw()
