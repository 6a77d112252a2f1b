"""The main window: composes panels, plots, docks and menus, and connects them."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow

from core.experiment import Experiment
from core.snapshot import Snapshot
from gui.actions import Actions
from gui.advice import Advice
from gui.appearance import Appearance
from gui.centre import Centre
from gui.commands import connect_actions
from gui.computation import Computation
from gui.data_import import DataImport
from gui.diagram.view import DiagramView
from gui.docks import Docks
from gui.document import Document
from gui.ensembles import Ensembles
from gui.files import Files
from gui.focus_order import move_focus
from gui.late import late_panels
from gui.layout import remember_layout, restore_layout
from gui.menus import Menus
from gui.painting import Painting
from gui.panels.data import DataPanel
from gui.panels.diagnosis import DiagnosisLine
from gui.panels.initializer import InitializerPanel
from gui.plots.by_step import StepCursor
from gui.plots.collection import OF_LAYERS, make_plots
from gui.reader import Reader
from gui.run_bar import RunBar
from gui.selection import Selection
from gui.session import Session
from gui.settings import Settings
from gui.timeline import Timeline
from gui.worker import Wish


class MainWindow(QMainWindow):
    """One document, one session, and everything that shows them."""

    def __init__(self, experiment: Experiment, settings: Settings, path: Path | None) -> None:
        super().__init__(objectName="mainWindow")
        self.settings = settings
        self.document = Document(experiment, self, path)
        self.selection = Selection(self)
        self.session = Session(self.document, self)
        self.appearance = Appearance(settings, self)
        self.files = Files(self.document, settings, self)
        self.data_import = DataImport(self.document, self)
        self.actions_ = Actions(self)
        self._compose()
        connect_actions(self)
        self._connect_flow()
        self._show_file()
        restore_layout(self, settings)

    def _compose(self) -> None:
        self.run_bar = RunBar(self.document, self.actions_, self)
        self.addToolBar(self.run_bar)
        self.diagram = DiagramView(self.document, self.selection)
        self.centre = Centre(self.diagram)
        self.setCentralWidget(self.centre)
        self.initializer = InitializerPanel(self.document, self.selection)
        self.data = DataPanel(self.document)
        self.late = late_panels(self.document, self.selection, self.diagram)
        self.plots = make_plots(self.selection, self.settings)
        self.advice = Advice(self)
        self.docks = Docks(
            self,
            {
                "initializer": self.initializer, "data": self.data, **self.late._asdict(),
                **self.plots._asdict(), "explanation": self.advice.panel,
            },
        )  # fmt: skip
        self.ensembles = Ensembles(self.document, self.session, self.plots.loss, self)
        self.diagnosis = DiagnosisLine()
        self.timeline = Timeline(self.actions_)
        self.statusBar().addWidget(self.timeline, 1)
        self.statusBar().addWidget(self.diagnosis, 2)
        self.menus = Menus(
            self, self.actions_, self.docks, self.appearance, self.files, self.diagram
        )
        self._painting = Painting(self, self.session)
        # What is told of every new experiment, and of every new snapshot.
        self._experiment_views = (
            self.run_bar, self.diagram, self.initializer, self.data, *self.late, self.diagnosis,
        )  # fmt: skip
        self._snapshot_views = (
            self.run_bar, self.centre, self.diagram, self.initializer, self.data, *self.plots,
            *self.late, self.timeline, self.diagnosis, self.advice, self.advice.panel,
        )  # fmt: skip

    def _connect_flow(self) -> None:
        self.document.changed.connect(self._on_experiment)
        self.document.file_changed.connect(self._show_file)
        self.advice.speak_through(self.diagnosis, self.actions_)
        self.document.refused.connect(self.diagnosis.show_problem)
        self.document.file_refused.connect(self.diagnosis.show_file_problem)
        self.document.noticed.connect(self.diagnosis.show_notice)
        self.session.refused.connect(self.diagnosis.show_problem)
        self.ensembles.refused.connect(self.diagnosis.show_problem)
        self.session.snapshot_changed.connect(self._on_snapshot)
        self.timeline.step_requested.connect(self.session.rewind)
        self.timeline.step_requested.connect(self.diagnosis.clear)
        cursor = StepCursor((*self.plots, self.late.compare), self)
        cursor.step_requested.connect(self.timeline.step_requested)
        self.session.running_changed.connect(self.actions_.show_running)
        self.run_bar.rate_requested.connect(self.session.set_rate)
        self.session.set_rate(self.run_bar.rate)
        self.data.file_requested.connect(self.data_import.ask)
        self.data.columns_requested.connect(self.data_import.look_again)
        self.docks.seen_changed.connect(self._on_seen)
        self.diagram.overlay_changed.connect(self._on_seen)
        self._on_experiment(self.document.experiment)

    @Slot(object)
    def _on_experiment(self, experiment: Experiment) -> None:
        self.selection.fit(experiment)
        for view in self._experiment_views:
            view.show_experiment(experiment)

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        with self._painting.once():
            for view in self._snapshot_views:
                view.show_snapshot(snapshot)

    @Slot()
    def _on_seen(self) -> None:
        seen = self.docks.seen
        of_layers = not seen.isdisjoint(OF_LAYERS)
        overlay = self.diagram.overlay
        self.session.set_wish(Wish("decision" in seen, of_layers, "step0" in seen, **overlay))

    def _show_file(self) -> None:
        path = self.document.path
        name = path.name if path else self.document.experiment.name or self.tr("Untitled")
        self.setWindowTitle(f"{name}[*] - InitLab")
        self.setWindowModified(self.document.is_modified)
        self.actions_.restore.setEnabled(self.files.unsaved().exists())

    def showEvent(self, event: QShowEvent) -> None:
        """Divide the window where no layout was remembered."""
        super().showEvent(event)
        if self.settings.state.isEmpty():
            self.docks.divide()

    def event(self, event: QEvent) -> bool:
        """Leave Space to a focused button."""
        if event.type() == QEvent.Type.ShortcutOverride and _presses_button(event):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Pass a change of language or palette to what is no widget."""
        if event.type() == QEvent.Type.LanguageChange:
            for part in (self.actions_, self.menus, self.docks):
                part.retranslate()
            self._show_file()
        elif event.type() == QEvent.Type.PaletteChange:
            self.actions_.restyle()
        super().changeEvent(event)

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Let Tab go through the window as it is seen."""
        parts = (self.run_bar, self.centre, *self.docks.in_order(), self.statusBar())
        return move_focus(parts, onwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc end the presentation."""
        if event.key() == Qt.Key.Key_Escape and self.appearance.presenting:
            self.actions_.present.trigger()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is not saved, remember the layout, end the thread and other work."""
        self.files.keep_unsaved()
        if not self.appearance.presenting:
            remember_layout(self, self.settings)
        self.session.close()
        for work in (*self.findChildren(Computation), *self.findChildren(Reader)):
            work.cancel()
        super().closeEvent(event)


def _presses_button(event: QEvent) -> bool:
    """Say whether the key is Space and a button has the focus."""
    space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
    return space and isinstance(QApplication.focusWidget(), QAbstractButton)
